"""Told facts only grow: the database itself refuses to change or remove one."""

from rechtop.trust.append_only import OnlyGrows

FACTS = OnlyGrows("people_factentry", "told facts only grow: an entry is never changed or removed")
