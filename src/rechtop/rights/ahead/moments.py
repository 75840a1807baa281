"""The days ahead at which something changes for one household: ages, what was told to end or begin, and what the law has in store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rechtop.rights.evaluate.result import Result
from rechtop.rights.facts.situation import Key, Situation, Spell
from rechtop.rights.language.amounts import MONTHS, Series
from rechtop.rights.language.rule import series_of, versions

Kind = Literal["age", "ends", "begins", "figure", "index", "rule", "rule_ends"]
"""age: somebody becomes that old. ends, begins: an answer told with a day. figure: a figure of the law has a value for that day already.
index: the day on which the law adapts figures that are not known yet. rule, rule_ends: another version of a right, or its end."""

AGES = (1, 3, 5, 6, 12, 14, 16, 18, 21, 24, 25, 65, 66, 67)
"""Ages of which the rights ask: child benefit and school, majority, the end of child benefit, and the pension ages of the law."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One day on which something changes. who: id of a person, or ""; age in full years; key: the answer; right and figures: of the law."""

    day: date
    kind: Kind
    who: str = ""
    age: int = 0
    key: Key | None = None
    right: str = ""
    figures: tuple[str, ...] = ()


def moments(situation: Situation, results: Iterable[Result], until: date) -> list[Moment]:
    """Everything after the day of the situation up to `until`, in order of time.

    Of the law only what touches rights that stand open, hang or run for this household.
    """
    rights = sorted({result.right for result in results if result.status in ("open", "hangs") or result.held == "yes"})
    of_law = (one for right in rights for one in _law(right, situation.on, until))
    found = [*_birthdays(situation, until), *_answers(situation, until), *of_law]
    return sorted(found, key=lambda one: (one.day, one.kind, one.who, one.right, one.figures))


def _birthdays(situation: Situation, until: date) -> Iterator[Moment]:
    for person in situation.persons:
        spell = situation.told("birth_date", person)
        born = spell.value if spell is not None else None
        if not isinstance(born, date):
            continue
        for age in AGES:
            day = _birthday(born, age)
            if situation.on < day <= until:
                yield Moment(day, "age", who=person, age=age)


def _birthday(born: date, age: int) -> date:
    try:
        return born.replace(year=born.year + age)
    except ValueError:  # born on 29 February: the age is reached on 1 March of a common year
        return date(born.year + age, 3, 1)


def _answers(situation: Situation, until: date) -> Iterator[Moment]:
    seen: set[tuple[date, str, frozenset[str]]] = set()
    for key, spells in situation.answers.items():
        for spell in spells:
            for day, kind in _edges(spell):
                same = (day, kind + key[0], frozenset(key[1]))
                if situation.on < day <= until and same not in seen:
                    seen.add(same)
                    yield Moment(day, kind, who=key[1][0] if key[1] else "", key=key)


def _edges(spell: Spell) -> Iterator[tuple[date, Kind]]:
    if spell.knowing != "known":
        return
    if spell.until is not None:
        yield spell.until, "ends"
    if spell.since is not None:
        yield spell.since, "begins"


def _law(right: str, on: date, until: date) -> Iterator[Moment]:
    by_day: dict[tuple[date, Kind], list[str]] = {}
    for series in series_of(right).values():
        for dated in series.values:
            if on < dated.since <= until and dated.value is not None:
                by_day.setdefault((dated.since, "figure"), []).append(series.name)
        for day in _next_index_days(series, on, until):
            by_day.setdefault((day, "index"), []).append(series.name)
    for (day, kind), names in by_day.items():
        yield Moment(day, kind, right=right, figures=tuple(names))
    for version in versions()[right]:
        if on < version.since <= until:
            yield Moment(version.since, "rule", right=right)
    last = versions()[right][-1].until
    if last is not None and on < last <= until:
        yield Moment(last, "rule_ends", right=right)


def _next_index_days(series: Series, on: date, until: date) -> Iterator[date]:
    """Days fixed by the calendar on which a figure without a value for that day would get one. A pivot step is never foretold."""
    if series.until is not None and series.until <= on:
        return
    known = {dated.since for dated in series.values}
    if series.index == "quarterly":
        days = [date(year, month, 1) for year in range(on.year, until.year + 1) for month in (1, 4, 7, 10)]
    else:
        day, _, month_name = series.index.partition("-")
        if month_name not in MONTHS or not day.isdigit():
            return
        days = [date(year, MONTHS.index(month_name) + 1, int(day)) for year in range(on.year, until.year + 1)]
    yield from (one for one in days if on < one <= until and one not in known)
