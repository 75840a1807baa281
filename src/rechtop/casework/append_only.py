"""Versions of a story only grow: the database itself refuses to change or remove one."""

from rechtop.trust.append_only import OnlyGrows

STORIES = OnlyGrows("casework_storyversion", "versions of a story only grow: one is never changed or removed")
