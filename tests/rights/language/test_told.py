"""The typed symbols are those of the vocabulary of today."""

from rechtop.rights.facts.write_symbols import TARGET, written


def test_told_py_is_current() -> None:
    assert TARGET.read_text(encoding="utf-8") == written(), "run: python -m rechtop.rights.facts"
