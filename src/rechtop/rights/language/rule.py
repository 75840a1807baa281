"""A rule: one right in one version of the law, read once into conditions, steps and a result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any, Literal

from rechtop.rights.language.amounts import Law, Series, read_series
from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.graph import Node
from rechtop.rights.language.people import Ref, reading
from rechtop.rights.language.symbols import Exact, Number, Truth, as_number, describe

Per = Literal["month", "year", "once"]
ResultKind = Literal["amount", "advance", "tariff", "status", "service", "loan", "discretionary"]
SubjectUnit = Literal["person", "child", "household"]
Around = tuple[int, str, tuple[Ref, ...], Node | None]


@dataclass(frozen=True, slots=True)
class Condition:
    """One sentence of the article: what must hold. For a condition inside a group, `around` says over whom it runs."""

    key: str
    says: str
    article: str
    node: Node
    around: tuple[Around, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the calculation."""

    key: str
    says: str
    article: str
    node: Node
    around: tuple[Around, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What stays with a committee or officer: named, never decided here."""

    key: str
    says: str
    article: str


@dataclass(slots=True)
class Rule:
    """What a right's function writes down while it is read for one day (`on`)."""

    right: str
    on: date
    conditions: list[Condition] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    warnings: list[Condition] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    elsewhere_first: list[tuple[str, Node]] = field(default_factory=list)
    concerned: Node | None = None
    provisional_if: Node | None = None
    kind: ResultKind | None = None
    amount: Node | None = None
    per: Per | None = None
    result_article: str = ""

    def concerns(self, who: Truth) -> None:
        """For whom this right makes sense to show at all; where it is no, there is no row."""
        self.concerned = _truth(who, "rule.concerns").node if self.concerned is None else (Truth(self.concerned) & who).node

    def require(self, condition: Truth, *, says: str, article: str, key: str, unless: Truth | None = None) -> None:
        """One sentence of the article. `unless` is the exception that stands beside it."""
        found = _truth(condition, "rule.require")
        if unless is not None:
            found = found | _truth(unless, "unless")
        self._outside_groups("rule.require")
        self._new_key(key)
        self.conditions.append(Condition(key, says, article, found.node))

    def step(self, says: str, value: Number | Exact, *, article: str, key: str) -> Number:
        """A figure that the letter to the client shows. Returns the figure itself."""
        found = as_number(value)
        around = tuple(reading.around)
        if not any(step.key == key and step.node is found.node for step in self.steps):
            self.steps.append(Step(key, says, article, found.node, around))
        return found

    def warn(self, says: str, when: Truth, *, article: str, key: str) -> None:
        """Something the worker must know before going on; shown when it holds or may hold."""
        self._outside_groups("rule.warn")
        self._new_key(key)
        self.warnings.append(Condition(key, says, article, _truth(when, "rule.warn").node))

    def judged(self, says: str, *, article: str, key: str) -> None:
        """A judgement that stays with people; it never opens or closes anything."""
        self._new_key(key)
        self.judgements.append(Judgement(key, says, article))

    def claim_first(self, right: str, possible: Truth) -> None:
        """Another right that must be claimed before this one."""
        self.elsewhere_first.append((right, _truth(possible, "rule.claim_first").node))

    def provisional(self, condition: Truth) -> None:
        """The amount is calculated again later (an estimate of this year, an alarm route)."""
        self.provisional_if = _truth(condition, "rule.provisional").node

    def pays(self, amount: Number | Exact, *, per: Per, article: str) -> None:
        """An amount of money (EUR cents) per month, per year or once."""
        self._result("amount", article, as_number(amount), per)

    def advance(self, amount: Number | Exact, *, per: Per, article: str) -> None:
        """An amount that is recovered when another right is paid."""
        self._result("advance", article, as_number(amount), per)

    def lends(self, amount: Number | Exact, *, per: Per, article: str) -> None:
        """Money that must be paid back (EUR cents): shown, and never counted with what a household gets."""
        self._result("loan", article, as_number(amount), per)

    def gives(self, kind: Literal["status", "tariff", "service"], *, article: str) -> None:
        """A status, tariff or service: worth something, but not an amount."""
        self._result(kind, article)

    def discretionary(self, *, article: str) -> None:
        """The OCMW may decide: an argued question, never an amount."""
        self._result("discretionary", article)

    def law_of(self, right: str) -> Law:
        """The figures of another right on the same day (`.on(day)` for another)."""
        return Law(right, series_of(right), self.on)

    def _result(self, kind: ResultKind, article: str, amount: Number | None = None, per: Per | None = None) -> None:
        if self.kind is not None:
            raise RuleError(
                f"{self.right} says twice what it gives.", to_do="one rule.pays(...) or rule.gives(...) per rule; use when(...) inside it."
            )
        if amount is not None and amount.unit == "plain":
            raise RuleError(
                f"{self.right} pays {describe(amount.node)}, which is not money.", to_do="check the units in amounts.yaml (EUR…)."
            )
        self.kind, self.result_article, self.per = kind, article, per
        self.amount = amount.node if amount is not None else None

    def _new_key(self, key: str) -> None:
        taken = [found.key for found in [*self.conditions, *self.warnings]] + [found.key for found in self.judgements]
        if key in taken:
            raise RuleError(f"{self.right} uses the key `{key}` twice.", to_do="give each condition, warning and judgement its own key.")

    def _outside_groups(self, what: str) -> None:
        if reading.around:
            raise RuleError(f"{what} stands inside a lambda over a group.", to_do="put group.any(...) or .all(...) inside it instead.")


def _truth(value: object, word: str) -> Truth:
    if not isinstance(value, Truth):
        raise RuleError(f"{word} takes a yes/no, not {value!r}.", to_do="a comparison (>=, ==), .is_one_of(...), any_of(...).")
    return value


@dataclass(frozen=True, slots=True)
class RightVersion:
    """One version of a right: from `since` until the next version begins."""

    id: str
    unit: SubjectUnit
    since: date
    until: date | None
    law: str
    write: Callable[[Rule, Any, Law], None]
    folder: Path
    grants: str = ""


_versions: dict[str, list[RightVersion]] = {}
_one_at_a_time = RLock()
"""Reading a rule builds one shared graph; two requests may ask for the same new day at once."""


@contextmanager
def reading_alone() -> Iterator[None]:
    """While this is open, no other thread reads rules or conditions."""
    with _one_at_a_time:
        reading.around.clear()
        yield


def right(
    id: str, *, unit: SubjectUnit, since: str, law: str, until: str | None = None, grants: str = ""
) -> Callable[[Callable[[Rule, Any, Law], None]], Callable[[Rule, Any, Law], None]]:
    """Registers a rule: the right's id, whose right it is, the law it comes from and the day this version begins.

    grants: the status fact that says somebody gets this right already ("has_leefloon").
    Raises RuleError when two versions overlap or leave a gap.
    """

    def register(write: Callable[[Rule, Any, Law], None]) -> Callable[[Rule, Any, Law], None]:
        folder = Path(write.__code__.co_filename).parent
        version = RightVersion(
            id, unit, date.fromisoformat(since), date.fromisoformat(until) if until else None, law, write, folder, grants
        )
        others = _versions.setdefault(id, [])
        others.append(version)
        others.sort(key=lambda found: found.since)
        starts = [found.since for found in others]
        if len(set(starts)) != len(starts):
            raise RuleError(f"two versions of {id} begin on {since}.")
        return write

    return register


def versions() -> Mapping[str, list[RightVersion]]:
    """All registered rights with their versions in order of time."""
    return _versions


def version_on(id: str, on: date) -> RightVersion | None:
    """The version of a right in force on a day; None where that day is not modelled."""
    found = [version for version in _versions.get(id, ()) if version.since <= on]
    if not found or (found[-1].until is not None and on > found[-1].until):
        return None
    return found[-1]


_kept_apart: dict[str, dict[str, Series]] = {}


def keep_series(owner: str, series: dict[str, Series]) -> None:
    """Figures of a right that has no folder (a local right): whoever shows where an amount comes from finds them by this name."""
    _kept_apart[owner] = series


def series_of(right: str) -> dict[str, Series]:
    """The dated figures of a right (its amounts.yaml)."""
    apart = _kept_apart.get(right)
    return _series_of(right) if apart is None else apart


@lru_cache(maxsize=256)
def _series_of(right: str) -> dict[str, Series]:
    found = _versions.get(right)
    if not found:
        raise RuleError(f"there is no right `{right}`.", to_do=f"known: {', '.join(sorted(_versions))}.")
    return read_series(found[0].folder / "amounts.yaml")


def read_rule(version: RightVersion, on: date) -> Rule:
    """Calls the function of a right once, on symbols, for one day. Raises RuleError when it cannot be read."""
    from rechtop.rights.language.told import Household, Person

    rule = Rule(version.id, on)
    with reading_alone():
        subject = Household("household") if version.unit == "household" else Person(0)
        version.write(rule, subject, Law(version.id, series_of(version.id), on))
    if rule.kind is None:
        raise RuleError(
            f"{version.id} says nowhere what it gives.", to_do="end with rule.pays(...), rule.gives(...) or rule.discretionary(...)."
        )
    return rule
