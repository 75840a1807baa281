"""The vocabulary: every fact that can be told of a person, a relation, a household, a dwelling or an event.

The facts stand in `vocabulary/<topic>.yaml`, one file for each topic of the conversation; a newcomer edits those files
(docs/facts.md). `vocabulary.json` beside them is the same in one file, for other programs and for a quick start: it is
read instead only while it is exactly what the topic files say.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from rechtop.rights.facts.export import facts_from_json, facts_to_json, fingerprint
from rechtop.rights.facts.passport import (
    EVENT_KINDS,
    LANGUAGES,
    STATES,
    TOPICS,
    Bound,
    Fact,
    Language,
    NoDate,
    Option,
    Part,
    Text,
    UnknownFact,
    VocabularyError,
)
from rechtop.rights.facts.reading import read_facts

__all__ = [
    "EVENT_KINDS",
    "LANGUAGES",
    "STATES",
    "TOPICS",
    "Bound",
    "Fact",
    "Language",
    "NoDate",
    "Option",
    "Part",
    "Text",
    "UnknownFact",
    "Vocabulary",
    "VocabularyError",
    "read_vocabulary",
    "vocabulary",
    "vocabulary_as_json",
]

FOLDER: Final = Path(__file__).parent / "vocabulary"
AS_JSON: Final = Path(__file__).parent / "vocabulary.json"


@dataclass(frozen=True)
class Vocabulary:
    """All facts, by id, in the order of the conversation."""

    facts: Mapping[str, Fact]
    topics: tuple[str, ...] = TOPICS

    def fact(self, fact_id: str) -> Fact:
        """The fact with that id; UnknownFact names the nearest ones."""
        found = self.facts.get(fact_id)
        if found is None:
            raise UnknownFact(fact_id, tuple(difflib.get_close_matches(fact_id, self.facts, n=3, cutoff=0.5)))
        return found

    def place_of(self, fact_id: str) -> int:
        """The place of a fact in the order of the conversation."""
        return self._places[fact_id]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {fact_id: place for place, fact_id in enumerate(self.facts)}

    def of_topic(self, topic: str) -> tuple[Fact, ...]:
        """The facts of one topic, in the order in which they are asked."""
        return tuple(fact for fact in self.facts.values() if fact.topic == topic)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts.values())

    def __len__(self) -> int:
        return len(self.facts)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of this installation, read once."""
    written = AS_JSON.read_text("utf-8") if AS_JSON.exists() else ""
    facts = facts_from_json(written, only_if=fingerprint(FOLDER))
    return read_vocabulary(FOLDER) if facts is None else Vocabulary(facts)


def read_vocabulary(folder: Path) -> Vocabulary:
    """Read and check every `<topic>.yaml` of a folder."""
    return Vocabulary(read_facts(folder))


def vocabulary_as_json() -> str:
    """Every fact with its whole passport, one fact a line: the text of `vocabulary.json` and of `rechtop facts --json`."""
    return facts_to_json(vocabulary().facts, fingerprint(FOLDER))
