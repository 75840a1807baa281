"""Reading the invented households: a household file, and beside it who these people are and how they tell it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from rechtop.rights.facts.household_file import household_from
from rechtop.rights.facts.situation import Situation

FOLDER = Path(__file__).parent / "households"
OURS = ("who", "story", "worker", "talk", "appointment", "address", "seen", "against", "closed")
"""Keys that are not of the household file; README.md says what they mean."""


@dataclass(frozen=True)
class Appointment:
    """Somebody comes: in how many days, at what hour, to whom ("" = the fixed face)."""

    in_days: int
    at: time
    worker: str = ""


@dataclass(frozen=True)
class Against:
    """What a second source says of a fact: `of` names it as person.fact, home.fact or household.fact."""

    of: str
    answer: str
    document: str


@dataclass(frozen=True)
class DemoHousehold:
    """One invented household: what is known of it, and how it came to be told."""

    name: str
    situation: Situation
    who: Mapping[str, Mapping[str, str]]
    story: str = ""
    worker: str = "amira"
    days_ago: int = 0
    kind: str = "desk"
    finished: bool = True
    appointments: tuple[Appointment, ...] = ()
    address: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)
    against: tuple[Against, ...] = ()
    closed: bool = False

    @property
    def teller(self) -> str:
        """The id of the person who tells: the first in the file."""
        return self.situation.persons[0]


def all_households(on: date | None = None) -> list[DemoHousehold]:
    """Every invented household, in the order of their files."""
    return [read(path, on) for path in sorted(FOLDER.glob("*.yaml"))]


def read(path: Path, on: date | None = None) -> DemoHousehold:
    """One file. HouseholdFileError names what is wrong with its facts, ValueError what is wrong with the rest."""
    day = on or timezone.localdate()
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(root, yaml.MappingNode):
        raise ValueError(f"{path.name} is not a mapping (name: value).")
    _fill_in_days(root, day)
    ours = yaml.MappingNode(root.tag, [pair for pair in root.value if pair[0].value in OURS])
    facts = yaml.MappingNode(root.tag, [pair for pair in root.value if pair[0].value not in OURS], root.start_mark, root.end_mark)
    loader = yaml.SafeLoader("")
    said: dict[str, Any] = loader.construct_document(ours)
    situation = household_from(facts, on=day)
    strangers = set(said.get("who", {})) ^ set(situation.persons)
    if strangers:
        raise ValueError(f"{path.name}: `who` and `persons` do not name the same people: {', '.join(sorted(strangers))}.")
    talk = said.get("talk", {})
    return DemoHousehold(
        name=path.stem,
        situation=situation,
        who=said.get("who", {}),
        story=said.get("story", "").strip(),
        worker=said.get("worker", "amira"),
        days_ago=talk.get("days_ago", 0),
        kind=talk.get("kind", "desk"),
        finished=talk.get("finished", True),
        appointments=tuple(
            Appointment(one["in_days"], time.fromisoformat(one["at"]), one.get("worker", "")) for one in said.get("appointment", [])
        ),
        address=said.get("address", {}),
        seen=said.get("seen", {}),
        against=tuple(Against(one["of"], str(one["answer"]), one["document"]) for one in said.get("against", [])),
        closed=said.get("closed", False),
    )


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(r"today(?:([+-]\d{1,4}))?")


def _fill_in_days(node: yaml.Node, today: date) -> None:
    """`today-20` becomes the date of twenty days ago, so that a fresh invoice stays fresh."""
    if isinstance(node, yaml.ScalarNode):
        found = _relative().fullmatch(node.value)
        if found:
            node.value, node.tag = (today + timedelta(int(found[1] or 0))).isoformat(), "tag:yaml.org,2002:timestamp"
    elif isinstance(node, yaml.MappingNode):
        for _key, value in node.value:
            _fill_in_days(value, today)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _fill_in_days(item, today)
