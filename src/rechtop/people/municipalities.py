"""The municipalities of Belgium by their code of Statbel: to show a code as a name, and to read a name as a code."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from rechtop.people.spoken import clean, plain

LIST = Path(__file__).parent / "municipalities.yaml"


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality: its code, its names, and whether it is in Flanders."""

    code: str
    nl: str
    fr: str
    flemish: bool

    def in_language(self, language: str) -> str:
        """Its name in French, or else in Dutch."""
        return self.fr if language == "fr" else self.nl


@lru_cache(maxsize=1)
def municipalities() -> Mapping[str, Municipality]:
    """All of them, by code; those of Flanders first."""
    raw = yaml.load(LIST.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (safe)
    return {
        code: Municipality(code, names["nl"], names["fr"], region == "flemish")
        for region, several in raw.items()
        for code, names in several.items()
    }


def name_of(code: str, language: str = "nl") -> str:
    """The name of the municipality with this code; the code itself when it is none of today's."""
    found = municipalities().get(code)
    return found.in_language(language) if found else code


def code_of(typed: str) -> str:
    """The code in what was typed: "Gent", "gand", "Gent (44021)"; "" when it is no municipality, or may be two."""
    words = plain(clean(typed[:200]))
    for code in municipalities():
        if words.endswith(f"({code})"):
            return code
    return _by_name().get(words, "")


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, str]:
    codes: dict[str, set[str]] = {}
    for one in municipalities().values():
        for name in (one.nl, one.fr):
            codes.setdefault(plain(name), set()).add(one.code)
            codes.setdefault(plain(name.partition(" (")[0]), set()).add(one.code)
    return {name: next(iter(several)) for name, several in codes.items() if len(several) == 1}


@lru_cache(maxsize=3)
def to_pick_from(language: str) -> tuple[str, ...]:
    """The municipalities of Flanders and Brussels as one picks them from a list: "Gent (44021)". The others can be typed."""
    near = (one for one in municipalities().values() if one.flemish or one.code.startswith("21"))
    return tuple(f"{one.in_language(language)} ({one.code})" for one in near)
