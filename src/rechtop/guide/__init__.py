"""The guide to the rights: every right there is, computed or not, with its law, its figures and what is not known of it."""
