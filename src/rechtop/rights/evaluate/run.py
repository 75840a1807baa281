"""One calculation over one household: the told values, and what is already worked out from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, TypeAlias

from rechtop.rights.evaluate.told_values import FactKey, ToldValues
from rechtop.rights.evaluate.values import Kleene

_bits: dict[str, int] = {}
_places: dict[FactKey, int] = {}
_keys: list[FactKey] = []
_new = Lock()


def mask_of(facts: frozenset[str]) -> int:
    """A set of fact ids as bits."""
    mask = 0
    for fact in facts:
        bit = _bits.get(fact)
        if bit is None:
            with _new:
                bit = _bits.get(fact) or 1 << len(_bits)
                _bits[fact] = bit
        mask |= bit
    return mask


def place_of(key: FactKey) -> int:
    """The number under which a table of told values stands in `Run.tables`: quicker to look up than the key itself."""
    place = _places.get(key)
    if place is None:
        with _new:
            place = _places.get(key)
            if place is None:
                _keys.append(key)
                place = _places[key] = len(_keys) - 1
    return place


def key_at(place: int) -> FactKey:
    """The key of a table."""
    return _keys[place]


Values: TypeAlias = dict[tuple[str, ...], Any]
Table: TypeAlias = tuple[Values, Any, dict[str, Any]]
"""({ids: value}, the value of everybody else, the same by the first id alone)."""


class Tables(dict[int, Table]):
    """The tables of told facts of one run by `place_of` their key, each made when first read."""

    def __init__(self, told: ToldValues, known: Mapping[int, Table] | None = None) -> None:
        super().__init__(known or {})
        self.told = told

    def __missing__(self, place: int) -> Table:
        values, unknown = self.told.table(_keys[place])
        made = self[place] = as_table(values, unknown)
        return made


def as_table(values: Values, unknown: Any) -> Table:
    """A table in the form in which rules read it."""
    return (values, unknown, {ids[0]: value for ids, value in values.items() if len(ids) == 1})


class Run:
    """One calculation over one household. An overlay (`what_if`) shares with its base everything that its changes do not touch.

    trace: where what values rest on is noted on the way (`trace.Trace`); None in an overlay that only wants the values. rests: what the
    trace of the base has worked out already.
    """

    __slots__ = ("told", "memo", "base", "changed", "opens", "tables", "below", "trace", "rests")

    def __init__(
        self,
        told: ToldValues,
        below: Run | None = None,
        changed: int = 0,
        replaced: Mapping[FactKey, tuple[Values, Any]] | None = None,
        opens: Callable[[str, str], Kleene] | None = None,
    ) -> None:
        self.told, self.below, self.changed = told, below, changed
        self.trace: Any = None
        self.rests: dict[Any, tuple[Any, ...]] = below.rests if below is not None else {}
        self.memo: dict[Any, Any] = {}
        self.base: dict[Any, Any] = below.memo if below is not None else self.memo
        self.tables: Tables = Tables(told, below.tables if below is not None else None)
        for key, (values, unknown) in (replaced or {}).items():
            self.tables[place_of(key)] = as_table(values, unknown)
        inherited = below.opens if below is not None else None
        self.opens: Callable[[str, str], Kleene] | None = opens if opens is not None else inherited
