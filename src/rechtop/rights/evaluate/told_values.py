"""Told facts as the interpreter reads them: one small table for each fact, made from a situation when first needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeAlias

from rechtop.rights.evaluate.values import FIRST_DAY, INFINITY, LAST_DAY
from rechtop.rights.facts.kinship import kinships
from rechtop.rights.facts.settles import with_settled
from rechtop.rights.facts.situation import STATUS_STATES, Between, Situation, Spell, Value
from rechtop.rights.facts.vocabulary import Fact, Part, vocabulary

SOMEBODY_ELSE = "?"
"""Stands for whoever (or whatever) nobody has told of yet, in a list that nobody called complete."""

FactKey: TypeAlias = tuple[str, str, int | None, int | None]
"""(fact id, aspect, year, day as ordinal or None for the day of the situation)."""

LONGEST_LIFE = 125
_NEVER_HELD = ("never",)


class ToldValues:
    """All told facts of one situation, as values that may be unknown."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation = with_settled(situation)
        self.by_fact: dict[str, list[tuple[tuple[str, ...], int | None, tuple[Spell, ...]]]] = {}
        for (fact, of, year), spells in situation.answers.items():
            self.by_fact.setdefault(fact, []).append((of, year, spells))
        self._tables: dict[FactKey, tuple[dict[tuple[str, ...], Any], Any]] = {}

    def table(self, key: FactKey) -> tuple[dict[tuple[str, ...], Any], Any]:
        """({ids: value}, the value of everybody who is not in it) of one fact."""
        found = self._tables.get(key)
        if found is None:
            found = self._tables[key] = self._make(key)
        return found

    def _make(self, key: FactKey) -> tuple[dict[tuple[str, ...], Any], Any]:
        fact_id, aspect, year, ordinal = key
        fact = vocabulary().fact(fact_id)
        default = self.unknown(fact, aspect)
        if fact_id not in self.by_fact:
            return {}, default
        on = date.fromordinal(ordinal) if ordinal else self.situation.on
        if fact_id == "kinship" and aspect == "value":
            return self._kinship(on, fact), default
        values: dict[tuple[str, ...], Any] = {}
        for of, of_year, spells in self.by_fact.get(fact_id, ()):
            if aspect.startswith("part:") or of_year == year:
                values[of] = self.read(fact, aspect, year, spells, on)
                if fact.symmetric:
                    values.setdefault((of[1], of[0]), values[of])
        return values, default

    def _kinship(self, on: date, fact: Fact) -> dict[tuple[str, ...], Any]:
        told: dict[tuple[str, str], str] = {}
        open_ties: dict[tuple[str, ...], Any] = {}
        for of, _, spells in self.by_fact.get("kinship", ()):
            spell = _holding(spells, on, self.situation.on)
            if spell is None or spell.knowing != "known":
                continue
            if spell.several or not isinstance(spell.value, str):
                open_ties[of] = self.read(fact, "value", None, spells, on)
            else:
                told[of[0], of[1]] = spell.value
        options = fact.option_ids
        ties = {pair: sum(1 << options.index(tie) for tie in possible if tie in options) for pair, possible in kinships(told).items()}
        return {**{(one, two): mask for (one, two), mask in ties.items()}, **open_ties}

    def read(self, fact: Fact, aspect: str, year: int | None, spells: tuple[Spell, ...], on: date) -> Any:
        """The value of one aspect of an answer on a day."""
        unknown = self.unknown(fact, aspect)
        spell = _status(spells, on, self.situation.on) if fact.type == "status" else _holding(spells, on, self.situation.on)
        if spell is None or spell.knowing != "known":
            return unknown
        if aspect in ("since", "until"):
            found = spell.since if aspect == "since" else spell.until
            return (found.toordinal(),) * 2 if found else unknown
        if aspect.startswith("part:"):
            name = aspect[5:]
            part = fact.part(name)
            said = spell.parts.get(f"{name}:{year}" if year is not None else name)
            if said is None and spell.value in _NEVER_HELD and part.type in ("cents", "count", "decimal"):
                return (0, 0)
            return typed(part, said, unknown)
        if spell.several:
            return _either([typed(fact, value, unknown) for value in spell.several], fact)
        return typed(fact, spell.value, unknown)

    def unknown(self, fact: Fact, aspect: str) -> Any:
        """What an unanswered fact can still be."""
        if fact.id == "birth_date" and aspect == "value":
            return (date(self.situation.on.year - LONGEST_LIFE, 1, 1).toordinal(), self.situation.on.toordinal())
        return _unknown(fact.id, aspect)

    def ids_of(self, fact: str) -> Iterator[tuple[str, ...]]:
        """Of whom (ids) this fact was answered."""
        for of, _, _ in self.by_fact.get(fact, ()):
            yield of


@lru_cache(maxsize=4096)
def _unknown(fact_id: str, aspect: str) -> Any:
    fact = vocabulary().fact(fact_id)
    if aspect in ("since", "until"):
        return (FIRST_DAY, LAST_DAY)
    source: Fact | Part = fact.part(aspect[5:]) if aspect.startswith("part:") else fact
    if source.type in ("enum", "status"):
        return (1 << len(source.values)) - 1 if source.values else None
    if source.type == "cents":
        return (source.min or 0, INFINITY)
    if source.type in ("count", "decimal"):
        return (source.min if source.min is not None else 0, source.max if source.max is not None else INFINITY)
    return (FIRST_DAY, LAST_DAY) if source.type == "date" else None


def _holding(spells: tuple[Spell, ...], on: date, today: date) -> Spell | None:
    """The spell that holds on a day. An answer without a beginning says nothing about another day, except "never had it"."""
    for spell in spells:
        if spell.since is None and on < today and spell.value not in _NEVER_HELD and spell.value is not None:
            continue
        if (spell.since is None or spell.since <= on) and (spell.until is None or on <= spell.until):
            return spell
    return None


def _status(spells: tuple[Spell, ...], on: date, today: date) -> Spell | None:
    """The state of a status on a day: after its last day it has stopped, and between its first and last day it was had."""
    for spell in spells:
        if spell.value not in STATUS_STATES or spell.until is None:
            if (held := _holding((spell,), on, today)) is not None:
                return held
        elif on > spell.until:
            return replace(spell, value="stopped")
        elif spell.since is not None and spell.since <= on:
            return replace(spell, value="yes" if spell.value == "stopped" else spell.value)
    return None


def typed(source: Fact | Part, value: Value, unknown: Any) -> Any:
    """A told value in the interpreter's form; what is not there stays unknown."""
    if value is None:
        return unknown
    if isinstance(value, Between):
        return (_end(value.low, unknown[0]), _end(value.high, unknown[1]))
    if source.type in ("enum", "status"):
        if not source.values:
            return value
        return 1 << [option.id for option in source.values].index(str(value))
    if source.type == "bool":
        return bool(value)
    if isinstance(value, date):
        return (value.toordinal(),) * 2
    return (value, value)


def _end(value: int | Fraction | date | None, otherwise: Any) -> Any:
    if value is None:
        return otherwise
    return value.toordinal() if isinstance(value, date) else value


def _either(values: list[Any], fact: Fact) -> Any:
    """An open contradiction: one of these, nobody settled which."""
    first = values[0]
    if isinstance(first, tuple):
        return (min(value[0] for value in values), max(value[1] for value in values))
    if fact.type in ("enum", "status") and isinstance(first, int):
        mask = 0
        for value in values:
            mask |= value
        return mask
    return first if all(value == first for value in values) else None
