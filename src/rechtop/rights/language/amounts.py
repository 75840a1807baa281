"""The dated figures of the law: each value with the day it starts, its source, and how sure it is.

A series knows its index dates. A look-up past an index date for which no value is known does not take the old value in silence: the
amount is then missing, the result hangs, and the screen says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.graph import Node, Unit, node
from rechtop.rights.language.symbols import Choice, Exact, Number, as_number, number

Certainty = Literal["confirmed", "derived", "unconfirmed"]
Shape = Literal["one", "table", "list", "slices", "codes"]
CERTAINTIES: tuple[Certainty, ...] = ("confirmed", "derived", "unconfirmed")
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")


class ExactLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the same, read by libyaml where it is there
    """YAML in which 1180.10 is read as the decimal that is written, not as a binary approximation."""


def _decimal(loader: Any, found: yaml.ScalarNode) -> Decimal:
    text = str(loader.construct_scalar(found)).replace("_", "")
    return Decimal(text)


ExactLoader.add_constructor("tag:yaml.org,2002:float", _decimal)


@dataclass(frozen=True, slots=True)
class Dated:
    """One value of a series, from a day on.

    value: cents or a plain number (int, Fraction); a mapping, a list or slices for other shapes. `value` None: a gap that is known
    to be a gap ("nog te bevestigen").
    """

    since: date
    value: Any
    source: str
    certainty: Certainty
    checked_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One figure of the law through time. unit as in amounts.yaml (EUR/month, rate, years …); shape: one, table, list or slices."""

    name: str
    unit: str
    shape: Shape
    index: str
    values: tuple[Dated, ...]
    says: Mapping[str, str] = field(default_factory=dict)
    until: date | None = None
    never_falls: bool = False

    @property
    def kind(self) -> Unit:
        """`cents` for money, `plain` for everything else."""
        return "cents" if self.unit.startswith("EUR") else "plain"

    def at(self, on: date) -> Dated | None:
        """The value in force on a day; None when it is not known for that day."""
        found: Dated | None = None
        for dated in self.values:
            if dated.since <= on:
                found = dated
        if found is None or found.value is None or (self.until is not None and on > self.until):
            return None
        return None if any(found.since < due <= on for due in index_dates(self.index, on)) else found

    def last_before(self, on: date) -> Dated | None:
        """The last known value, for a series that the law only ever raises: the value in force is at least this one."""
        known = [dated for dated in self.values if dated.since <= on and dated.value is not None]
        return known[-1] if known and self.never_falls and self.at(on) is None else None

    def stale_since(self, on: date) -> date | None:
        """The index date that passed without a new value, or None when the series is up to date."""
        if not self.values:
            return None
        last = max((dated.since for dated in self.values if dated.since <= on), default=None)
        return next((due for due in index_dates(self.index, on) if last is not None and last < due), None)


@lru_cache(maxsize=512)
def index_dates(scheme: str, on: date) -> tuple[date, ...]:
    """The days up to `on` at which a series of this scheme gets a new value."""
    if scheme in ("never", "by_decision"):
        return ()
    if scheme == "pivot":
        return tuple(step for step in pivot_steps() if step <= on)
    if scheme == "quarterly":
        return tuple(date(year, month, 1) for year in range(2015, on.year + 1) for month in (1, 4, 7, 10) if date(year, month, 1) <= on)
    day_text, _, month_name = scheme.partition("-")
    if month_name not in MONTHS or not day_text.isdigit():
        raise RuleError(f"names the index scheme {scheme!r}.", to_do="never, by_decision, pivot, quarterly or day-month as in 1-september.")
    days = (date(year, MONTHS.index(month_name) + 1, int(day_text)) for year in range(2010, on.year + 1))
    return tuple(due for due in days if due <= on)


INDEX_FILE = Path(__file__).parent.parent / "law" / "index.yaml"


@lru_cache(maxsize=1)
def pivot_steps() -> tuple[date, ...]:
    """The days on which federal benefits followed the pivot index (law/index.yaml)."""
    if not INDEX_FILE.exists():
        return ()
    return tuple(sorted(step["from"] for step in read_yaml(INDEX_FILE)["pivot"]))


def read_yaml(path: Path) -> Any:
    """The content of a YAML file, numbers read exactly."""
    with path.open(encoding="utf-8") as opened:
        return yaml.load(opened, Loader=ExactLoader)  # noqa: S506 (a SafeLoader)


def exact(value: Decimal | int, unit: str) -> Exact:
    """A number from a file in the engine's unit: money in cents, whole where it is whole."""
    found = Fraction(value) * (100 if unit.startswith("EUR") else 1)
    return found.numerator if found.denominator == 1 else found


def _value(raw: Any, unit: str, shape: str) -> Any:
    if raw is None:
        return None
    if shape == "codes":
        return tuple(str(item) for item in raw)
    if shape == "table":
        return {str(key): exact(item, unit) for key, item in raw.items() if item is not None}
    if shape == "list":
        return tuple(exact(item, unit) for item in raw)
    if shape == "slices":
        return tuple((exact(item["above"], unit), exact(item["rate"], "rate")) for item in raw)
    return exact(raw, unit)


def _shape(name: str, raw: Mapping[str, Any]) -> Shape:
    if raw["unit"] == "codes":
        return "codes"
    first = next((item["value"] for item in raw["values"] if item.get("value") is not None), None)
    if raw.get("shape") == "slices" or (isinstance(first, list) and first and isinstance(first[0], dict)):
        return "slices"
    if isinstance(first, list):
        return "list"
    return "table" if isinstance(first, dict) else "one"


def read_series(path: Path) -> dict[str, Series]:
    """All series of an amounts.yaml; a fault names file, series and value."""
    found: dict[str, Series] = {}
    for name, raw in (read_yaml(path) or {}).items() if path.exists() else ():
        try:
            unit, shape = raw["unit"], _shape(name, raw)
            values = tuple(sorted((_dated(item, unit, shape) for item in raw["values"]), key=lambda dated: dated.since))
            days = [dated.since for dated in values]
            if len(set(days)) != len(days):
                raise ValueError("two values start on the same day")
            until = raw.get("until")
            found[name] = Series(
                name, unit, shape, str(raw.get("index", "by_decision")), values, raw.get("says", {}), until, raw.get("never_falls") is True
            )
            index_dates(found[name].index, date(2026, 1, 1))
        except (KeyError, TypeError, ValueError, ArithmeticError) as wrong:
            raise RuleError(
                f"{path.parent.name}/{path.name}: series `{name}` cannot be read: {wrong!r}.",
                to_do="unit, index and values: [{from, value, source, status}].",
            ) from wrong
    return found


def _dated(item: Mapping[str, Any], unit: str, shape: str) -> Dated:
    status = item.get("status", "confirmed")
    if status not in CERTAINTIES:
        raise ValueError(f"status {status!r} is not one of {CERTAINTIES}")
    if not isinstance(item["from"], date):
        raise ValueError(f"from: {item['from']!r} is not a date")
    if not item.get("source"):
        raise ValueError(f"the value from {item['from']} has no source")
    return Dated(
        item["from"], _value(item.get("value"), unit, shape), str(item["source"]), status, item.get("checked_on"), str(item.get("note", ""))
    )


class Amount(Number):
    """A figure of the law on a date. A table is read with `.at(...)`, slices with `.of(...)`, a list with `.nth(...)`."""

    __slots__ = ("_owner", "_series", "_on", "_dated", "_at_least")

    def __init__(self, owner: str, series: Series, on: date) -> None:
        self._owner, self._series, self._on = owner, series, on
        floor = series.last_before(on) if series.shape in ("one", "table", "list") else None
        self._dated, self._at_least = series.at(on) or floor, floor is not None
        if self._dated is None:
            made = self._node("amount_missing", "")
        elif series.shape == "one":
            made = self._node("amount", "", self._dated.value)
        else:
            made = self._node("amount_table", "")
        super().__init__(self._raised(made) if series.shape == "one" else made)

    def _node(self, op: str, part: Any, *value: Any, args: tuple[Node, ...] = (), unit: Unit | None = None) -> Node:
        data = (self._owner, self._series.name, part, self._on.toordinal(), *value)
        return node(op, *args, data=data, kind="number", unit=unit or self._series.kind)

    def _raised(self, made: Node) -> Node:
        """The figure itself; or, when only an older value of a series that never falls is known: that value or more."""
        return self._node("from_here_up", "", args=(made,), unit=made.unit) if self._at_least else made

    def _held(self, shape: str, instead: str) -> Any:
        if self._series.shape != shape:
            raise RuleError(f"reads `{self._series.name}` as a {shape}, but it is a {self._series.shape}.", to_do=instead)
        return None if self._dated is None else self._dated.value

    def at(self, key: Choice | str | int) -> Number:
        """The figure for an option; for a choice that is not known, the range over what it can still be."""
        table = self._held("table", "use the figure itself, or .of(...) / .nth(...).")
        if table is None:
            return Number(self.node)
        if not isinstance(key, Choice):
            if str(key) not in table:
                raise RuleError(f"`{self._series.name}` has no value for {key!r}; it has {', '.join(table)}.")
            return Number(self._raised(self._node("amount", str(key), table[str(key)])))
        rest = table.get("otherwise")
        values = tuple(table.get(option, rest) for option in key.options)
        if any(value is None for value in values):
            lacking = [option for option, value in zip(key.options, values, strict=True) if value is None]
            raise RuleError(f"`{self._series.name}` has no value for: {', '.join(lacking)}.", to_do="add them, or a key `otherwise`.")
        return Number(self._raised(self._node("table", values, args=(key.node,))))

    def of(self, value: Number) -> Number:
        """The sum over slices: each part of the value above a limit at the rate of its slice (cents in, cents out)."""
        slices = self._held("slices", "use the figure itself, or .at(...).")
        if slices is None:
            return Number(self._node("amount_missing", ""))
        return Number(self._node("slices", slices, args=(value.node,), unit=value.unit))

    def slices_scaled(self, value: Number, share: Number) -> Number:
        """As `of`, with every limit times a share (a joint account halves the limits too, KB 11.07.2002 art. 27)."""
        return self.of(value / share) * share

    def nth(self, place: Number | int) -> Number:
        """The figure at a place (0 is the first); beyond the last the last."""
        values = self._held("list", "use the figure itself, or .at(...).")
        if values is None:
            return Number(self.node)
        return Number(self._raised(self._node("nth", values, args=(as_number(place).node,))))

    def codes(self) -> tuple[str, ...] | None:
        """A list of official codes (municipalities); None when it is not known for this date."""
        return self._held("codes", "give the series `unit: codes`.")  # type: ignore[no-any-return]

    def size(self) -> int:
        """How many values a list has on this date."""
        return len(self._held("list", "use .nth(...).") or ())

    def whole(self) -> int:
        """A whole number of the law (months, years) to count calendar days with; 0 when it is not known on this date."""
        found = self._held("one", "use .at(...), .of(...) or .nth(...).")
        return int(found) if found is not None else 0

    def known(self) -> bool:
        """Whether there is a value on this date (a plain yes/no: it depends on the law alone)."""
        return self._series.at(self._on) is not None


_noted: ContextVar[set[tuple[str, str]] | None] = ContextVar("figures that are read", default=None)


@contextmanager
def noting_figures() -> Iterator[set[tuple[str, str]]]:
    """While this is open, notes which figures rules read: (right, series). Shows which series no rule reads any more."""
    read: set[tuple[str, str]] = set()
    before = _noted.set(read)
    try:
        yield read
    finally:
        _noted.reset(before)


class Law:
    """The figures of one right on one day, by name: `law.income_limit`; `law.on(day)` for another day."""

    def __init__(self, owner: str, series: Mapping[str, Series], on: date) -> None:
        self._owner, self._all, self._on = owner, series, on

    def on(self, day: date) -> Law:
        """The same figures as they were (or will be) on another day."""
        return Law(self._owner, self._all, day)

    def changes(self, name: str) -> tuple[date, ...]:
        """The days up to this one on which a figure got another value, the first one first."""
        if (read := _noted.get()) is not None:
            read.add((self._owner, name))
        return tuple(dated.since for dated in self._all[name].values if dated.since <= self._on)

    def __getattr__(self, name: str) -> Amount:
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in self._all:
            raise RuleError(
                f"reads `law.{name}`, which {self._owner}/amounts.yaml does not have.", to_do=f"it has: {', '.join(sorted(self._all))}."
            )
        if (read := _noted.get()) is not None:
            read.add((self._owner, name))
        return Amount(self._owner, self._all[name], self._on)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)


__all__ = [
    "Amount",
    "CERTAINTIES",
    "Certainty",
    "Dated",
    "ExactLoader",
    "Law",
    "Series",
    "exact",
    "index_dates",
    "noting_figures",
    "number",
    "pivot_steps",
    "read_series",
    "read_yaml",
]
