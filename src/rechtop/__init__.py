"""Rechtop: a working place for the generalist social worker of a Flemish OCMW."""
