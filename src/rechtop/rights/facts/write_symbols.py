"""Writes `told.py`: one typed property or method for each fact of the vocabulary, so that a misspelt fact is a type error.

Run `python -m rechtop.rights.facts` after a change of the vocabulary; a test fails when told.py is behind.
"""

from __future__ import annotations

from pathlib import Path

from rechtop.rights.facts.vocabulary import Fact, vocabulary

TARGET = Path(__file__).parent.parent / "language" / "told.py"
TYPES = {
    "bool": "ToldTruth",
    "cents": "ToldNumber",
    "count": "ToldNumber",
    "decimal": "ToldNumber",
    "date": "ToldDate",
    "enum": "ToldChoice",
    "status": "Status",
}
CLASSES = (
    ("person", "Person", "PersonBase", "One human being of the household, or one who counts for it."),
    ("household", "Household", "HouseholdBase", "The people of this conversation taken together."),
    ("dwelling", "Dwelling", "Entity", "A home, or any piece of real estate."),
    ("event", "Event", "Entity", "Something with a date: a sale, a delivery of fuel."),
)
HEAD = '''"""The told facts as typed symbols. Written by `python -m rechtop.rights.facts.write_symbols`; do not edit by hand."""

from __future__ import annotations

from rechtop.rights.language.people import (
    Entity,
    HouseholdBase,
    PersonBase,
    Status,
    ToldChoice,
    ToldCode,
    ToldDate,
    ToldNumber,
    ToldTruth,
)
'''


def _member(fact: Fact) -> str:
    typed = "ToldCode" if fact.codes else TYPES[fact.type]
    others, arguments, passed = "", "", ""
    if fact.of == "relation":
        others, passed = f", other: {'Dwelling' if fact.to == 'dwelling' else 'Person'}", ", other"
    if fact.by_year:
        arguments, passed = ", year: int", passed + ", year=year"
    decorator = "" if others or arguments else "    @property\n"
    doc = fact.question.en.replace('"', "'")
    return (
        f'{decorator}    def {fact.id}(self{others}{arguments}) -> {typed}:\n        """{doc}"""\n'
        f'        return self.told("{fact.id}"{passed})  # type: ignore[no-any-return]\n'
    )


def written() -> str:
    """The source of told.py for the present vocabulary."""
    parts = [HEAD]
    for of, name, base, doc in CLASSES:
        facts = [fact for fact in vocabulary() if fact.of == of or (of == "person" and fact.of == "relation")]
        parts.append(f'\n\nclass {name}({base}):\n    """{doc}"""\n\n    __slots__ = ()\n\n' + "\n".join(_member(fact) for fact in facts))
    return "".join(parts)


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
