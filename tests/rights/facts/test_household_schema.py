"""The schema of household files is the vocabulary of today."""

from rechtop.rights.facts.household_schema import TARGET, written


def test_the_schema_in_docs_is_current() -> None:
    assert TARGET.read_text(encoding="utf-8") == written(), "run: python -m rechtop.rights.facts.household_schema"
