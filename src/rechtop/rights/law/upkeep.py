"""What the law as code needs from its keeper: figures that wait for a new value, sources, series nobody reads, and what changed when.

Nothing here changes a figure or a rule; it only says where to look. Behind `rechtop rights --stale` and `--diff`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from rechtop.rights.language.amounts import Dated, Series, noting_figures
from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.rule import read_rule, series_of, version_on, versions
from rechtop.rights.law.catalogue import load
from rechtop.rights.law.texts import texts_of

Why = Literal["no_value", "not_confirmed", "never_read", "no_link"]
"""no_value: an index date passed and there is no value since. not_confirmed: the value in force is derived or unconfirmed.
never_read: no rule reads the series. no_link: the right names no law that can be opened."""

WHYS: tuple[Why, ...] = ("no_value", "not_confirmed", "never_read", "no_link")
LINK = re.compile(r"https?://[^\s\"'<>()]+")


@dataclass(frozen=True, slots=True)
class Stale:
    """One thing to look after. series is "" where it is about the right itself; since: the index date, or the first day of the value."""

    right: str
    series: str
    why: Why
    since: date | None = None
    certainty: str = ""
    says: str = ""


def stale(on: date) -> list[Stale]:
    """Everything that waits for its keeper on a day: figures without a value first, then those not confirmed, unread series, sources."""
    found = [one for right in load() for one in _stale_in(right, on)]
    return sorted(found, key=lambda one: (WHYS.index(one.why), one.since or date.min, one.right, one.series))


def _stale_in(right: str, on: date) -> Iterator[Stale]:
    read = figures_read(on)
    for series in series_of(right).values():
        if (right, series.name) not in read:
            yield Stale(right, series.name, "never_read")
        if not series.values or (series.until is not None and on > series.until):
            continue
        now = series.at(on)
        if now is None:
            yield Stale(right, series.name, "no_value", series.stale_since(on) or _gap(series, on))
        elif now.certainty != "confirmed":
            yield Stale(right, series.name, "not_confirmed", now.since, now.certainty, now.source)
    if not any(LINK.match(law.url) for law in texts_of(right).legal_basis):
        yield Stale(right, "", "no_link")


def _gap(series: Series, on: date) -> date | None:
    """The day from which it is known that the value is not known; None when the series only begins later."""
    held = [dated for dated in series.values if dated.since <= on]
    return held[-1].since if held else None


def figures_read(on: date) -> frozenset[tuple[str, str]]:
    """(right, series) of every figure that some rule reads, in any of its versions, as the law stands on a day or stood when it began."""
    return frozenset().union(*(figures_read_by(right, on) for right in load()))


def figures_read_by(right: str, on: date) -> frozenset[tuple[str, str]]:
    """The same for one right: its own figures, and those of other rights that it reads."""
    with noting_figures() as read:
        for version in versions()[right]:
            try:
                read_rule(version, max(version.since, min(on, version.until or on)))
            except RuleError:  # a rule that cannot be read is reported where it is read; its figures count as unread
                continue
    return frozenset(read)


def links() -> dict[str, list[str]]:
    """Every address that a right gives as a source, with the rights that give it."""
    found: dict[str, list[str]] = {}
    for right in load():
        texts = texts_of(right)
        said = [law.url for law in texts.legal_basis] + list(texts.articles.values())
        said += [dated.source for series in series_of(right).values() for dated in series.values]
        for address in dict.fromkeys(address.rstrip(".,;:") for text in said for address in LINK.findall(text)):
            found.setdefault(address, []).append(right)
    return found


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that is not the same on two days. before, after: as in amounts.yaml; None where there is no value that day."""

    series: Series
    before: Dated | None
    after: Dated | None


@dataclass(frozen=True, slots=True)
class LawChange:
    """What changed in one right between two days.

    rule: "new", "ended", "other" (another version) or "" (the same rule). figures: its own. through: rights whose changed figures it reads.
    """

    right: str
    rule: Literal["new", "ended", "other", ""]
    law: str
    figures: tuple[FigureChange, ...]
    through: tuple[str, ...] = ()


def changes(first: date, last: date) -> list[LawChange]:
    """Which rights are not the same law on two days: another version of the rule, or other figures. In order of their ids."""
    figures = {right: _figures_changed(right, first, last) for right in load()}
    moved = {(right, change.series.name) for right, changed in figures.items() for change in changed}
    return [change for right in load() if (change := _change(right, first, last, figures[right], moved)) is not None]


def _change(right: str, first: date, last: date, figures: tuple[FigureChange, ...], moved: set[tuple[str, str]]) -> LawChange | None:
    before, after = version_on(right, first), version_on(right, last)
    in_force = after or before
    if in_force is None:
        return None
    rule: Literal["new", "ended", "other", ""] = ""
    if before is not after:
        rule = "new" if before is None else "ended" if after is None else "other"
    through = tuple(sorted({owner for owner, _ in figures_read_by(right, last) & moved} - {right}))
    if not rule and not figures and not through:
        return None
    return LawChange(right, rule, in_force.law, figures, through)


def _figures_changed(right: str, first: date, last: date) -> tuple[FigureChange, ...]:
    return tuple(
        FigureChange(series, one, two)
        for series in series_of(right).values()
        if _value(one := series.at(first)) != _value(two := series.at(last))
    )


def _value(dated: Dated | None) -> Any:
    return None if dated is None else dated.value
