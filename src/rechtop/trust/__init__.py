"""Who may see and do what, and the log of every look."""
