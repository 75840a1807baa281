"""Rights for children."""
