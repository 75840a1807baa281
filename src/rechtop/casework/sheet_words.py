"""Plain words for the sheet to take home, read once from sheet_words.yaml and checked: three languages, known papers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from rechtop.rights.facts.vocabulary import LANGUAGES, Text, vocabulary

PLACE = Path(__file__).with_name("sheet_words.yaml")
CAREFUL = ("", "health", "residence", "home", "court")
LONGEST_NEXT = 110
"""Characters of what happens next: two lines beside the amount."""


@dataclass(frozen=True, slots=True)
class RightWords:
    """How one right is said to the person. gives: what it brings when there is no amount; careful: why it may be left off."""

    name: Text
    law: Text
    next: Text
    gives: Text | None
    bring: tuple[str, ...]
    careful: str


@dataclass(frozen=True, slots=True)
class SheetWords:
    """All of sheet_words.yaml. need_of_fact and need_of_topic: what is still to be known, in a sentence."""

    rights: Mapping[str, RightWords]
    papers: Mapping[str, Text]
    need_of_fact: Mapping[str, Text]
    need_of_topic: Mapping[str, Text]

    def need(self, fact_id: str) -> Text | None:
        """What to call a fact that is missing; None when it has no plain words."""
        fact = vocabulary().facts.get(fact_id)
        return self.need_of_fact.get(fact_id) or (self.need_of_topic.get(fact.topic) if fact else None)


@lru_cache(maxsize=1)
def sheet_words() -> SheetWords:
    """The plain words; ValueError names what is wrong in the file."""
    raw: Mapping[str, Any] = yaml.safe_load(PLACE.read_text(encoding="utf-8"))
    papers = {key: _text(said, key) for key, said in raw["papers"].items()}
    return SheetWords(
        rights={right: _right(right, said, papers) for right, said in raw["rights"].items()},
        papers=papers,
        need_of_fact={key: _text(said, key) for key, said in raw["needs"]["facts"].items()},
        need_of_topic={key: _text(said, key) for key, said in raw["needs"]["topics"].items()},
    )


def _right(right: str, said: Mapping[str, Any], papers: Mapping[str, Text]) -> RightWords:
    unknown = set(said["bring"]) - set(papers)
    if unknown or said.get("careful", "") not in CAREFUL:
        raise ValueError(f"{PLACE.name}, {right}: unknown papers {sorted(unknown)} or unknown `careful`.")
    words = RightWords(
        name=_text(said["name"], right), law=_text(said["law"], right), next=_text(said["next"], right),
        gives=_text(said["gives"], right) if "gives" in said else None, bring=tuple(said["bring"]), careful=said.get("careful", ""),
    )  # fmt: skip
    if any(len(words.next.in_language(language)) > LONGEST_NEXT for language in LANGUAGES):
        raise ValueError(f"{PLACE.name}, {right}: `next` is longer than {LONGEST_NEXT} characters.")
    return words


def _text(said: Mapping[str, str], where: str) -> Text:
    if set(said) != set(LANGUAGES) or not all(str(said[language]).strip() for language in LANGUAGES):
        raise ValueError(f"{PLACE.name}, {where}: words are missing in one of {', '.join(LANGUAGES)}.")
    return Text(*(str(said[language]).strip() for language in ("nl", "fr", "en")))
