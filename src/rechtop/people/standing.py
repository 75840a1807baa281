"""What stands after everything that was told about one thing: answers in their periods, and contradictions still open.

Three plain rules. What the same source says later takes the place of what it said before, for the time it speaks of. Two
sources that differ about the same time are a contradiction, until a worker settles it. What was taken back never counted.

A source speaks of the time up to the day of the telling; that it stays so afterwards is presumed. So an older answer is
overtaken, not contradicted, by what began after it was told, and by what another source says when it is no longer fresh.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from django.utils import timezone

from rechtop.people import answers
from rechtop.people.answers import PartValue
from rechtop.people.models import FactEntry
from rechtop.rights.facts.situation import Between, Value
from rechtop.rights.facts.vocabulary import Fact

NEVER_BEGAN, NEVER_ENDS = 1, date.max.toordinal()
DAYS_IN_MONTH = Fraction(1461, 48)
STRENGTH = {"register": 3, "document": 2, "told": 1, "inferred": 0}
"""Which source is named first when several agree; it decides nothing when they differ."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One answer in its period, with the entries it rests on, the one to name first in front.

    several: the values of an open contradiction; `value` is then what both leave possible (bounds) or None.
    since None: it holds now, nothing was said about when it began.
    """

    knowing: str
    value: Value
    parts: Mapping[str, PartValue]
    since: date | None
    until: date | None
    entries: tuple[FactEntry, ...]
    several: tuple[Value, ...] = ()

    @property
    def entry(self) -> FactEntry:
        """The entry to name as its source."""
        return self.entries[0]

    def holds(self, on: date) -> bool:
        """Whether it holds on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """An answer on the time line: first and last day as ordinals, and whether nobody said when it began.

    since and until: the dates of a status, which are part of its answer.
    """

    entry: FactEntry
    first: int
    last: int
    beginning_unknown: bool
    value: Value = None
    parts: Mapping[str, PartValue] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None

    @property
    def known(self) -> bool:
        return self.entry.knowing == "known"


def stands(fact: Fact, entries: Iterable[FactEntry], *, on: date) -> tuple[Standing, ...]:
    """What stands of one fact about one thing (and year), given all its entries; what holds on that day comes first."""
    lanes = _lanes(fact, list(entries))
    judged = [(first, last, _judged(fact, first, last, active)) for first, last, active in _slices(lanes)]
    return tuple(sorted(_merged(judged), key=lambda standing: (not standing.holds(on), -(standing.since or date.min).toordinal())))


# -- one source after the other ----------------------------------------------------------------------------------------


def _lanes(fact: Fact, entries: list[FactEntry]) -> dict[str, list[_Stretch]]:
    """For each source its answers on the time line, none overlapping another of the same source."""
    taken_back = {entry.replaces_id for entry in entries if entry.knowing == "withdrawn"}
    live = [entry for entry in entries if entry.knowing != "withdrawn" and entry.pk not in taken_back]
    starts: dict[int, int] = {}
    lanes: dict[str, list[_Stretch]] = {}
    for entry in sorted(live, key=lambda entry: (entry.told_on, entry.pk)):
        lane = lanes.setdefault(entry.source, [])
        if entry.knowing == "later" and any(stretch.known for stretch in lane):
            continue  # "ask me later" does not unsay what was said
        stretch = _stretch(fact, entry)
        starts[entry.pk] = stretch.first
        if entry.replaces_id is not None:  # it settles: no source has anything left to say about that time
            contested = starts.get(entry.replaces_id, stretch.first) if stretch.beginning_unknown else stretch.first
            first = min(stretch.first, contested)
            for source, old in lanes.items():
                lanes[source] = [part for one in old for part in _without(one, first, stretch.last)]
        else:
            stretch = _confirmed(fact, stretch, lane)
            lanes[entry.source] = [part for one in lane for part in _overtaken(fact, one, stretch)]
            stretch = _before_the_future(fact, stretch, lanes[entry.source])
        lanes[entry.source].append(stretch)
    return lanes


def _stretch(fact: Fact, entry: FactEntry) -> _Stretch:
    """Where an entry stands on the time line. A status is told as a whole: its dates are part of the answer, not its period."""
    value, parts = answers.from_kept(fact, entry.value)
    if fact.type == "status":
        return _Stretch(entry, NEVER_BEGAN, NEVER_ENDS, True, value, parts, entry.since, entry.until)
    last = entry.until.toordinal() if entry.until else NEVER_ENDS
    if entry.since is not None:
        return _Stretch(entry, entry.since.toordinal(), last, False, value, parts)
    return _Stretch(entry, min(_told_day(entry), last) if fact.dated else NEVER_BEGAN, last, True, value, parts)


def _confirmed(fact: Fact, new: _Stretch, lane: Sequence[_Stretch]) -> _Stretch:
    """The same answer told again, with less said: it still began when it was said to begin, and has the parts it had."""
    same = [old for old in lane if old.known and new.known and old.value == new.value and old.first <= new.first <= old.last]
    if not same:
        return new
    [old] = same
    if fact.type == "status":
        parts = {name: _later_years(old.parts.get(name), part) for name, part in new.parts.items()}
        return replace(new, parts={**old.parts, **parts}, since=new.since or old.since, until=new.until or old.until)
    if fact.dated and new.beginning_unknown:
        return replace(new, first=old.first, beginning_unknown=old.beginning_unknown)
    return new


def _later_years(old: PartValue, new: PartValue) -> PartValue:
    """A part by year: the years told now beside those told before."""
    return {**old, **new} if isinstance(old, Mapping) and isinstance(new, Mapping) else new


def _told_day(entry: FactEntry) -> int:
    return timezone.localdate(entry.told_on).toordinal()


def _overtaken(fact: Fact, old: _Stretch, new: _Stretch) -> list[_Stretch]:
    """What remains of an older answer of the same source."""
    if not fact.dated:
        return _without(old, new.first, NEVER_ENDS)
    if not new.beginning_unknown:
        return _without(old, new.first, new.last)
    # Nobody said when the new one began: the old one is sure up to the day it was told, between the two nothing is.
    if _told_day(old.entry) >= new.first and old.first <= new.first:
        return _without(old, old.first, new.last)
    if old.first > new.first:
        return [old]
    sure_until = min(max(_told_day(old.entry), old.first), new.first - 1)
    return _without(old, sure_until + 1, new.last)


def _before_the_future(fact: Fact, new: _Stretch, lane: list[_Stretch]) -> _Stretch:
    """An answer about now ends where one begins that was told before about a day still to come."""
    if not (fact.dated and new.beginning_unknown):
        return new
    later = [stretch.first for stretch in lane if stretch.first > new.first]
    return replace(new, last=min(new.last, min(later) - 1)) if later else new


def _without(stretch: _Stretch, first: int, last: int) -> list[_Stretch]:
    """A stretch with these days cut out: nothing, one or two pieces."""
    if last < stretch.first or first > stretch.last:
        return [stretch]
    pieces = []
    if stretch.first < first:
        pieces.append(replace(stretch, last=first - 1))
    if last < stretch.last:
        pieces.append(replace(stretch, first=last + 1, beginning_unknown=False))
    return pieces


# -- the sources side by side --------------------------------------------------------------------------------------------


def _slices(lanes: Mapping[str, Sequence[_Stretch]]) -> list[tuple[int, int, list[_Stretch]]]:
    """The time line cut wherever anything begins or ends: (first, last, what is said about these days)."""
    stretches = [stretch for lane in lanes.values() for stretch in lane]
    cuts = sorted({stretch.first for stretch in stretches} | {stretch.last + 1 for stretch in stretches})
    found = []
    for first, after in pairwise(cuts):
        active = [stretch for stretch in stretches if stretch.first <= first and after - 1 <= stretch.last]
        if active:
            found.append((first, after - 1, active))
    return found


def _judged(fact: Fact, first: int, last: int, active: list[_Stretch]) -> Standing:
    """What stands on these days, on which every source says one thing."""
    beginners = [stretch for stretch in active if stretch.first == first]
    since = None if beginners and all(stretch.beginning_unknown for stretch in beginners) else date.fromordinal(first)
    until = None if last >= NEVER_ENDS else date.fromordinal(last)
    known = [stretch for stretch in active if stretch.known]
    if not known:
        newest = max((stretch.entry for stretch in active), key=lambda entry: (entry.told_on, entry.pk))
        return Standing(newest.knowing, None, {}, since, until, (newest,))
    known = [stretch for stretch in known if not any(_overtakes(fact, other.entry, stretch.entry) for other in known)]
    known.sort(key=lambda stretch: (STRENGTH[stretch.entry.source], stretch.entry.told_on, stretch.entry.pk), reverse=True)
    if fact.type == "status":
        since, until = _first_said(stretch.since for stretch in known), _first_said(stretch.until for stretch in known)
    return _together(known, since, until)


def _first_said(days: Iterable[date | None]) -> date | None:
    return next((day for day in days if day is not None), None)


def _overtakes(fact: Fact, new: FactEntry, old: FactEntry) -> bool:
    """Whether another source's newer answer speaks of a time of which the older one could not know yet."""
    if (new.told_on, new.pk) <= (old.told_on, old.pk) or new.source == old.source or old.until is not None:
        return False
    if new.since is not None and fact.type != "status":
        return new.since.toordinal() > _told_day(old)
    if fact.fresh_months is None:
        return False
    return (new.told_on - old.told_on).days > fact.fresh_months * DAYS_IN_MONTH


def _together(known: list[_Stretch], since: date | None, until: date | None) -> Standing:
    """Answers of several sources about the same days: agreed, or a contradiction with what both leave possible."""
    entries = tuple(stretch.entry for stretch in known)
    common: Value = known[0].value
    parts: dict[str, PartValue] = {}
    differ = False
    for stretch in known:
        both = overlap(common, stretch.value)
        differ = differ or both is None
        common = both
        for name, part in stretch.parts.items():
            if parts.get(name) is None:
                parts[name] = part
            elif part is not None and not _same_part(parts[name], part):
                differ = True
    if not differ:
        exact = [stretch.entry for stretch in known if stretch.value == common]
        return Standing("known", common, parts, since, until, (*exact, *(entry for entry in entries if entry not in exact)))
    agreed = {name: part for name, part in parts.items() if all(_same_part(stretch.parts.get(name, part), part) for stretch in known)}
    several = tuple(dict.fromkeys(stretch.value for stretch in known))
    return Standing("known", span(several), agreed, since, until, entries, several)


def _same_part(one: PartValue, other: PartValue) -> bool:
    if isinstance(one, Mapping) or isinstance(other, Mapping):
        return one == other
    return overlap(one, other) is not None


def overlap(one: Value, other: Value) -> Value:
    """What two answers leave possible together; None when they exclude each other. "About 900" goes together with 950."""
    if not isinstance(one, Between) and not isinstance(other, Between):
        return one if one == other and type(one) is type(other) else None
    if one is None or other is None:
        return None
    first, second = (value if isinstance(value, Between) else Between(value, value) for value in (one, other))  # type: ignore[arg-type]
    lows = [end for end in (first.low, second.low) if end is not None]
    highs = [end for end in (first.high, second.high) if end is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None:
        if high < low:  # type: ignore[operator]
            return None
        if high == low:
            return low
    return Between(low, high)


def span(values: Sequence[Value]) -> Value:
    """The bounds within which the truth lies when one of these is true; None for answers that know no between."""
    if not all(isinstance(value, Between | int | Fraction | date) and not isinstance(value, bool) for value in values):
        return None
    ends = [value if isinstance(value, Between) else Between(value, value) for value in values]  # type: ignore[arg-type]
    lows, highs = [end.low for end in ends], [end.high for end in ends]
    low = None if None in lows else min(lows)  # type: ignore[type-var]
    high = None if None in highs else max(highs)  # type: ignore[type-var]
    return None if low is None and high is None else Between(low, high)


def _merged(judged: list[tuple[int, int, Standing]]) -> list[Standing]:
    """Neighbours on the time line that say the same are one."""
    merged: list[Standing] = []
    ended = NEVER_BEGAN - 2
    for first, last, standing in judged:
        before = merged[-1] if merged else None
        if before is not None and first == ended + 1 and _says(before) == _says(standing):
            entries = tuple(dict.fromkeys((*standing.entries, *before.entries)))
            merged[-1] = replace(before, until=standing.until, entries=entries)
        else:
            merged.append(standing)
        ended = last
    return merged


def _says(standing: Standing) -> tuple[object, ...]:
    return standing.knowing, standing.value, standing.parts, standing.several
