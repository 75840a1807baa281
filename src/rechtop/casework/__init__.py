"""The dossier: story, contacts, life domains, plan, timeline."""
