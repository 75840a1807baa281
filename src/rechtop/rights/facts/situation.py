"""What is known of one household on one day: the only thing the engine ever reads.

A `Situation` is plain data. The web application makes one from the fact store, the command line from a household file.
Everything not named in it is unknown; unknown is never "no" and never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Literal, TypeAlias

HOME = "home"
"""The id of the dwelling in which the household lives."""

Knowing = Literal["known", "does_not_know", "rather_not_say", "later"]
Source = Literal["told", "document", "register", "inferred"]


@dataclass(frozen=True, slots=True)
class Between:
    """A bounded answer ("about 900", "less than 10 000"): both ends included, None is no bound.

    Money is in whole EUR cents; dates are given by their first and last possible day.
    """

    low: int | Fraction | date | None = None
    high: int | Fraction | date | None = None


Value: TypeAlias = bool | int | Fraction | date | str | Between | None
"""bool; EUR cents or a count (int); a decimal (Fraction); a date; the id of an option; bounds; None while not known."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One answer, and the period in which it holds.

    For a status `value` is its state ("yes", "asked", …) and `parts` holds amount, category and the like.
    `since` None means: holds now, nothing was said about when it began. `until` is the last day, None while it lasts.
    `several` holds the values of an open contradiction (two sources, nobody settled it yet): the engine then knows only
    that it is one of them.
    """

    value: Value = None
    knowing: Knowing = "known"
    since: date | None = None
    until: date | None = None
    parts: Mapping[str, Value] = field(default_factory=dict)
    several: tuple[Value, ...] = ()
    source: Source = "told"
    told_on: datetime | None = None
    told_to: str = ""
    document: str = ""


Key: TypeAlias = tuple[str, tuple[str, ...], int | None]
"""(fact id, ids of the entities it is about, year): `("wage_net_month", ("an",), None)`, `("kinship", ("an", "kid"), None)`,
`("rent_month", ("home",), None)`, `("car_needed", (), None)`, `("tax_wage_before_costs", ("an",), 2024)`."""


STATUS_STATES = ("yes", "recognised_nil", "stopped")
"""States of a status that go on meaning something after their last day: it was had, and it stopped."""


@dataclass(frozen=True, slots=True)
class EventHere:
    """Something with a date: kind is disposal, fuel_delivery, application or awaited_income; `of` a person id or "" (household)."""

    id: str
    kind: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """One household on one day.

    persons: ids of everybody told of, the teller first, those who live elsewhere included (`lives_here` says where).
    names: how to call them on screen. properties: ids of real estate (owners by the relation ownership_share_percent).
    answers: for each key the spells, the one that holds now first.
    """

    on: date
    persons: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    properties: tuple[str, ...] = ()
    events: tuple[EventHere, ...] = ()
    answers: Mapping[Key, tuple[Spell, ...]] = field(default_factory=dict)

    def told(self, fact: str, *of: str, year: int | None = None) -> Spell | None:
        """The answer that holds on the day of this situation, or None when nobody answered."""
        spells = self.answers.get((fact, of, year), ())
        for spell in spells:
            ended = spell.until is not None and self.on > spell.until and spell.value not in STATUS_STATES
            if (spell.since is None or spell.since <= self.on) and not ended:
                return spell
        return None

    def with_answer(self, key: Key, *spells: Spell) -> Situation:
        """The same situation with one answer more (or another one); this one stays as it is."""
        return Situation(self.on, self.persons, self.names, self.properties, self.events, {**self.answers, key: spells})
