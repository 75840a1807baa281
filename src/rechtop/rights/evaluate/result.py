"""What the engine says about one right for one person or household."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from rechtop.rights.evaluate.values import Kleene, Num
from rechtop.rights.facts.situation import Spell
from rechtop.rights.language.amounts import Certainty
from rechtop.rights.language.rule import Per, ResultKind

Status = Literal["open", "closed", "hangs", "failed"]
FactRef: TypeAlias = tuple[str, tuple[str, ...], int | None, str]
"""(fact id, ids of whom, year, aspect): one thing that was or can be told."""


class AmountUsed(NamedTuple):
    """A dated figure that took part in a result. value: cents or plain, None for a table, list or a figure that is missing."""

    right: str
    name: str
    key: str
    unit: str
    since: str
    value: Num | None
    certainty: Certainty | Literal["missing"]
    source: str


class FactUsed(NamedTuple):
    """A fact that took part: who said it, when, what. spell None: not known."""

    ref: FactRef
    spell: Spell | None


class ConditionShown(NamedTuple):
    """One condition with its answer and what it rests on; `deciding` marks the ones that close a right or keep it hanging."""

    key: str
    says: str
    article: str
    holds: Kleene
    facts: tuple[FactUsed, ...]
    missing: tuple[FactRef, ...]
    deciding: bool


class StepShown(NamedTuple):
    """One line of the calculation; `about` names the member of the household it is about, if not the person the right is for."""

    key: str
    says: str
    article: str
    low: Num
    high: Num
    unit: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One right for one person ("" for the household).

    low and high: EUR cents per `per` if it opens (high is infinite while nothing bounds it); None where nothing is paid in money.
    opens_after: statuses (rights) that must be obtained first. held: the told state of this right for this person.
    because: keys of the conditions that close it; hangs_on: keys of those still open.
    """

    right: str
    subject: str
    status: Status
    kind: ResultKind | None = None
    per: Per | None = None
    low: Num | None = None
    high: Num | None = None
    because: tuple[str, ...] = ()
    hangs_on: tuple[str, ...] = ()
    opens_after: tuple[str, ...] = ()
    held: str = ""
    provisional: bool = False
    reason: str = ""

    @property
    def sure_low(self) -> Num | None:
        """What it brings at least: nothing while it can still close."""
        return self.low if self.status == "open" else (None if self.low is None else 0)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that can be said about one result."""

    result: Result
    conditions: tuple[ConditionShown, ...]
    steps: tuple[StepShown, ...]
    warnings: tuple[ConditionShown, ...]
    judgements: tuple[tuple[str, str, str], ...]
    missing: tuple[FactRef, ...]
    amounts: tuple[AmountUsed, ...]
    elsewhere_first: tuple[str, ...] = ()
    pending: tuple[FactRef, ...] = ()
    article: str = ""
    closing_facts: tuple[FactUsed, ...] = field(default_factory=tuple)

    @property
    def certainty(self) -> Certainty | Literal["missing"]:
        """How sure the least sure figure is."""
        order: Mapping[str, int] = {"confirmed": 0, "derived": 1, "unconfirmed": 2, "missing": 3}
        return max((used.certainty for used in self.amounts), key=lambda found: order[found], default="confirmed")
