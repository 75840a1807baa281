"""What a value rests on: which facts, which missing facts, which figures of the law; one walk over the graph for a household.

The walk itself is written out as functions (`writing`, the way "rests"). Sets are kept as bits of one integer each, and what several
conditions and rights share is walked once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

from rechtop.rights.evaluate.functions import Functions
from rechtop.rights.evaluate.groups import Env
from rechtop.rights.evaluate.result import FactRef, FactUsed
from rechtop.rights.evaluate.run import Run, key_at, mask_of
from rechtop.rights.evaluate.told_values import SOMEBODY_ELSE
from rechtop.rights.evaluate.values import settled
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.rights.language.graph import Node

Rests: TypeAlias = tuple[int, int]
"""(everything a value rests on, the facts it misses), as bits (`writing.RESTS`)."""
InConversation: TypeAlias = tuple[int, tuple[int, ...], int, str]


class Trace:
    """What the values of one run rest on: the walk's memory for one household.

    below: the trace of the run that this one lies over; what the overlay does not touch is read from there, under the same bits.
    earlier: the trace of the same household before some answers were given; what they do not touch is taken over (`outdated`: the facts
    of those answers, as bits of `mask_of`).
    """

    def __init__(self, functions: Functions, run: Run, below: Trace | None = None, earlier: Trace | None = None, outdated: int = 0) -> None:
        self.functions, self.run, self.changed = functions, run, run.changed
        self.memo: dict[Any, tuple[Any, ...]] = {}
        self.base: dict[Any, tuple[Any, ...]] = self.memo if below is None else below.memo
        run.trace, run.rests = self, self.base
        self.told: dict[int, dict[Any, tuple[Any, ...]]] = defaultdict(dict) if below is None else below.told
        self._people = {person: place for place, person in enumerate(run.told.situation.persons)}
        self._refs: list[FactRef] = [] if below is None else below._refs
        self._order: list[InConversation] = [] if below is None else below._order
        self._place: dict[FactRef, int] = {} if below is None else below._place
        self._used: list[FactUsed] = [] if below is None else below._used
        self._sets: dict[int, tuple[FactUsed, ...]] = {}
        self._ref_sets: dict[int, tuple[FactRef, ...]] = {}
        if earlier is not None:
            self._take_over(earlier, outdated)

    def _in_conversation(self, ref: FactRef) -> InConversation:
        """Where a fact comes in a conversation, whatever was asked before: the teller first, then the others as they were told of."""
        fact, ids, year, aspect = ref
        return vocabulary().place_of(fact), tuple([self._people.get(one, -1) for one in ids]), -(year or 0), aspect

    def _take_over(self, earlier: Trace, outdated: int) -> None:
        """What was worked out before and rests on no answer that changed. Copied: another request may still work on the earlier one."""
        self._refs += list(earlier._refs)
        self._order += [self._in_conversation(ref) for ref in self._refs]
        self._place |= {ref: place for place, ref in enumerate(self._refs)}
        masks = self.functions.masks
        for key, found in dict(earlier.memo).items():
            if not masks[key[0] if key.__class__ is tuple else key] & outdated:
                self.memo[key] = found
        for place, told in dict(earlier.told).items():
            if not mask_of(frozenset([key_at(place)[0]])) & outdated:
                self.told[place] |= dict(told)

    def below(self, node: Node, env: Env) -> tuple[Any, Rests]:
        """The value of a node, and everything that it rests on. What cannot change the value any more is not missing."""
        found = self.functions.rests(node)(self, env)
        return (found[0] if len(found) == 3 else found[:2]), found[-2:]

    # -- read back ---------------------------------------------------------------------------------------------------------

    def refs(self, bits: int) -> tuple[FactRef, ...]:
        """The facts that a set holds, in the order of the conversation."""
        if not bits:
            return ()
        found = self._ref_sets.get(bits)
        if found is None:
            places = sorted([place // 3 for place in _places(bits & self.facts())], key=self._order.__getitem__)
            found = self._ref_sets[bits] = tuple([self._refs[place] for place in places])
        return found

    def used(self, bits: int) -> tuple[FactUsed, ...]:
        """The same facts with the answer that was given, if any."""
        found = self._sets.get(bits)
        if found is None:
            used = self._used
            while len(used) < len(self._refs):
                fact, ids, year, aspect = ref = self._refs[len(used)]
                spell = self.run.told.situation.told(fact, *ids, year=None if aspect.startswith("part:") else year)
                used.append(FactUsed(ref, spell))
            found = self._sets[bits] = tuple([used[place // 3] for place in _places(bits & self.facts())])
        return found

    def figures(self, bits: int) -> Iterator[tuple[Any, ...]]:
        """The figures that a set holds."""
        return (self.functions.figures[place // 3] for place in _places(bits) if place % 3 == 1)

    def waiting(self, bits: int) -> Iterator[FactRef]:
        """The statuses that were asked for and not decided yet."""
        return (self._refs[place // 3] for place in _places(bits) if place % 3 == 2)

    def facts(self) -> int:
        """The bits of all facts seen so far: every third one."""
        return ((1 << 3 * len(self._refs)) - 1) // 7

    # -- called by the written functions -----------------------------------------------------------------------------------

    def tell(self, place: int, ids: tuple[str, ...], seen: Any) -> tuple[Any, ...]:
        """A told fact: its value (one or two), what it rests on and what it misses; remembered under `seen`."""
        fact, aspect, year, ordinal = key_at(place)
        values, unknown, _ = self.run.tables[place]
        value = values.get(ids, unknown)
        used = missing = self.see(place, ids)
        if used and settled(value):
            missing = 0
        elif used and ordinal is not None:
            missing = self._bit(self._asked_on(fact, ids, year, aspect, ordinal))
        found = self.told[place][seen] = (*value, used, missing) if isinstance(value, tuple) else (value, used, missing)
        return found

    def see(self, place: int, ids: tuple[str, ...]) -> int:
        """The bit of a told fact, and 0 for somebody of whom nobody told."""
        if SOMEBODY_ELSE in ids:
            return 0
        fact, aspect, year, _ = key_at(place)
        return self._bit((fact, ids, year, aspect))

    def asked_at(self, place: int, ids: tuple[str, ...], low: int, high: int, before: int) -> int:
        """The same for a day that itself follows from a fact (low to high), or the day before it."""
        fact, _, year, _ = key_at(place)
        if low == high:
            return self._bit(self._asked_on(fact, ids, year, "value", int(low) - before))
        spell = self.run.told.situation.told(fact, *ids, year=year)
        return 0 if spell is not None and spell.knowing == "known" else self._bit((fact, ids, year, "value"))

    def _asked_on(self, fact: str, ids: tuple[str, ...], year: int | None, aspect: str, ordinal: int) -> FactRef:
        """The fact itself, since when it is so, or how it was on that day."""
        spell = self.run.told.situation.told(fact, *ids, year=year)
        if spell is None or spell.knowing != "known" or aspect != "value":
            return (fact, ids, year, aspect)
        return (fact, ids, year, "since" if spell.since is None else f"on:{date.fromordinal(ordinal).isoformat()}")

    def _bit(self, ref: FactRef) -> int:
        place = self._place.get(ref)
        if place is None:
            place = self._place[ref] = len(self._refs)
            self._refs.append(ref)
            self._order.append(self._in_conversation(ref))
        return 1 << 3 * place


def _places(bits: int) -> list[int]:
    """Which bits are set, the lowest first. Found as text: far quicker than bit by bit in a number of some hundred bits."""
    found: list[int] = []
    text = bin(bits)[:1:-1]
    place = text.find("1")
    while place >= 0:
        found.append(place)
        place = text.find("1", place + 1)
    return found
