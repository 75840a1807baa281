"""The vocabulary of facts: what can be known of a person, a relation, a household, a dwelling or an event."""
