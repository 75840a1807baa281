"""What the rights bring together, never counting a euro twice.

Five rules, each with its own reason. (1) What runs already is not in it. (2) A couple with a child at charge gets one leefloon
for both. (3) Leefloon and its equivalent exclude each other, and so do rent subsidy and rent premium. (4) Income guarantee and
income replacement are claimed before a leefloon, which only fills what is left. (5) Tariffs, statuses, loans and what the OCMW
may decide are no amounts. Month, year and once stay apart, and what is open stays apart from what may come. What hangs on an opening
question that nobody answered (an illness?) stands on a line of its own: it never swells what may come, and it is never left away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rechtop.casework.stands import Stands
from rechtop.casework.words import cents
from rechtop.rights.evaluate import Result
from rechtop.rights.facts.kinship import PARTNERS

Per = Literal["month", "year", "once"]
PERS: tuple[Per, ...] = ("month", "year", "once")

LEEFLOON, EQUIVALENT = "leefloon", "equivalent_leefloon"
FILLS_UP = (LEEFLOON, EQUIVALENT)
CLAIMED_FIRST = ("inkomensgarantie_voor_ouderen", "inkomensvervangende_tegemoetkoming")
NEVER_TOGETHER = (FILLS_UP, ("huursubsidie", "huurpremie"))
FAMILY = "3"
"""The category of leefloon with a family at charge: one amount for the couple (RMI-wet art. 14, § 1, 3°)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One right that is counted: cents per `per`; high None while nothing bounds it."""

    right: str
    subject: str
    per: Per
    low: int
    high: int | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A right that is not counted, because another holds the same money."""

    right: str
    subject: str
    because: str
    why: Literal["one_for_the_couple", "never_together", "claimed_first"]


@dataclass(slots=True)
class Together:
    """The sums. open: per what → (low, high) of what is open now; maybe: per what → what may come on top, at most.

    A high of None: part of it cannot be bounded yet; the bounded part stands in `bounded`. behind: per opening question (fact) that nobody
    answered, and per what, at most what hangs on it.
    """

    open: dict[Per, tuple[int, int | None]] = field(default_factory=dict)
    maybe: dict[Per, int | None] = field(default_factory=dict)
    bounded: dict[Per, int] = field(default_factory=dict)
    behind: dict[tuple[str, Per], int | None] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    tariffs: int = 0


def together(stands: Stands) -> Together:
    """The sums of a household."""
    every = [line for result in stands.results if (line := counted(result)) is not None]
    sums = Together()
    sums.tariffs = sum(1 for result in stands.results if result.per is None and result.status in ("open", "hangs"))
    couples = couples_in(stands)
    lines = _each_once(stands, [line for line in every if (line.right, line.subject) not in stands.behind], couples, sums)
    for per in PERS:
        _add(sums, per, [line for line in lines if line.per == per])
    for opener in dict.fromkeys(ref[0] for ref in stands.behind.values()):
        hidden = [line for line in every if stands.behind.get((line.right, line.subject), ("",))[0] == opener]
        hidden = _each_once(stands, hidden, couples, sums)
        for per in PERS:
            highs = [line.high for line in hidden if line.per == per]
            if highs:
                sums.behind[opener, per] = None if None in highs else sum(high or 0 for high in highs)
    return sums


def _each_once(stands: Stands, lines: list[Counted], couples: Sequence[tuple[str, str]], sums: Together) -> list[Counted]:
    """The lines without those whose money another line holds already."""
    lines = _one_for_the_couple(stands, lines, couples, sums)
    for rights in NEVER_TOGETHER:
        lines = _never_together(lines, rights, sums)
    return _claimed_first(lines, couples, sums)


def counted(result: Result) -> Counted | None:
    """A result as far as it is an amount that does not run yet and may still open."""
    if result.held in ("yes", "recognised_nil") or result.status not in ("open", "hangs"):
        return None
    if result.per is None or result.low is None or result.kind in ("discretionary", "loan"):
        return None
    return Counted(result.right, result.subject, result.per, cents(result.low) or 0, cents(result.high), result.status == "open")


def couples_in(stands: Stands) -> list[tuple[str, str]]:
    """Pairs of persons who are told to be partners of each other."""
    found = []
    for (fact, ids, _year), spells in stands.situation.answers.items():
        if fact == "kinship" and spells and spells[0].value in PARTNERS and len(ids) == 2:
            found.append((ids[0], ids[1]))
    return found


def _one_for_the_couple(stands: Stands, lines: list[Counted], couples: Sequence[tuple[str, str]], sums: Together) -> list[Counted]:
    """A couple with a family at charge gets one leefloon; while the category is not sure, the lower end counts it once."""
    for one, other in couples:
        pair = [line for line in lines if line.right in FILLS_UP and line.subject in (one, other)]
        both = [line for line in pair if line.right == pair[0].right] if pair else []
        if len(both) != 2:
            continue
        categories = [_categories(stands, line) for line in both]
        if any(FAMILY not in found for found in categories):
            continue
        first, second = sorted(both, key=lambda line: (not line.is_open, -line.low))
        sure = all(found == {FAMILY} for found in categories)
        high = _most(first, second) if sure else _sum(first, second)
        lines = [line for line in lines if line not in both]
        lines.append(Counted(first.right, first.subject, first.per, max(first.low, second.low), high, first.is_open))
        sums.left_out.append(LeftOut(second.right, second.subject, first.right, "one_for_the_couple"))
    return lines


def _categories(stands: Stands, line: Counted) -> set[str]:
    result = next(found for found in stands.results if (found.right, found.subject) == (line.right, line.subject))
    return {used.key for used in stands.explain(result).amounts if used.name == "amount_year"}


def _never_together(lines: list[Counted], rights: tuple[str, ...], sums: Together) -> list[Counted]:
    """Of rights that exclude each other, for the same person or household, the likelier and larger one."""
    for subject in {line.subject for line in lines if line.right in rights}:
        rivals = [line for line in lines if line.right in rights and line.subject == subject]
        if len(rivals) < 2:
            continue
        kept = max(rivals, key=_worth)
        for line in rivals:
            if line is not kept:
                lines = [other for other in lines if other is not line]
                sums.left_out.append(LeftOut(line.right, line.subject, kept.right, "never_together"))
    return lines


def _claimed_first(lines: list[Counted], couples: Sequence[tuple[str, str]], sums: Together) -> list[Counted]:
    """A leefloon fills what an income guarantee or replacement leaves; their sum would count the same euros twice."""
    units = [set(couple) for couple in couples]
    alone = {line.subject for line in lines} - {person for unit in units for person in unit}
    for unit in [*units, *({person} for person in alone)]:
        first = [line for line in lines if line.right in CLAIMED_FIRST and line.subject in unit]
        rest = [line for line in lines if line.right in FILLS_UP and line.subject in unit]
        if not first or not rest:
            continue
        keeps_first = max(map(_worth, first)) >= max(map(_worth, rest)) or sum(line.low for line in first) >= sum(line.low for line in rest)
        kept, gone = (first, rest) if keeps_first and any(line.is_open for line in first) else (rest, first)
        if not any(line.is_open for line in kept):
            kept, gone = (first, rest) if _high(first) >= _high(rest) else (rest, first)
        for line in gone:
            lines = [other for other in lines if other is not line]
            sums.left_out.append(LeftOut(line.right, line.subject, kept[0].right, "claimed_first"))
    return lines


def _add(sums: Together, per: Per, lines: Iterable[Counted]) -> None:
    lines = list(lines)
    standing = [line for line in lines if line.is_open]
    coming = [line for line in lines if not line.is_open]
    if standing:
        highs = [line.high for line in standing]
        sums.open[per] = (sum(line.low for line in standing), None if None in highs else sum(high or 0 for high in highs))
    if coming:
        sums.maybe[per] = None if any(line.high is None for line in coming) else _high(coming)
        sums.bounded[per] = sum(line.high or 0 for line in coming)


def _worth(line: Counted) -> tuple[bool, int, int]:
    return (line.is_open, line.high if line.high is not None else 10**9, line.low)


def _high(lines: Iterable[Counted]) -> int:
    return sum(10**9 if line.high is None else line.high for line in lines)


def _most(one: Counted, other: Counted) -> int | None:
    return None if one.high is None or other.high is None else max(one.high, other.high)


def _sum(one: Counted, other: Counted) -> int | None:
    return None if one.high is None or other.high is None else one.high + other.high
