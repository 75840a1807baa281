"""What a value rests on: which facts, which missing facts, which figures of the law; read back from the graph.

Sets are kept as bits of one integer each, and every node remembers its own, so that what several conditions and rights share is walked
once for a household. Like the interpreter, a node becomes one small function, made once per day of law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeAlias

from rechtop.rights.evaluate.interpreter import (
    CLOSED_BY,
    GROUP_FACTS,
    Env,
    Interpreter,
    Reading,
    Run,
    answer,
    group,
    mask_of,
)
from rechtop.rights.evaluate.result import FactRef, FactUsed
from rechtop.rights.evaluate.told_values import SOMEBODY_ELSE
from rechtop.rights.evaluate.values import settled
from rechtop.rights.language.graph import Node

Rests: TypeAlias = tuple[int, int, int, int]
"""(facts, missing facts, figures, pending statuses), each as bits."""

NOTHING: Rests = (0, 0, 0, 0)


def both(one: Rests, two: Rests) -> Rests:
    """What two nodes rest on together."""
    return (one[0] | two[0], one[1] | two[1], one[2] | two[2], one[3] | two[3])


class Trace:
    """What the values of one run rest on: the walk's memory for one household."""

    def __init__(self, tracers: Tracers, run: Run) -> None:
        self.tracers, self.run = tracers, run
        self.interpreter = tracers.interpreter
        self.memo: dict[Any, Rests] = {}
        self._refs: list[FactRef] = []
        self._used: list[FactUsed] = []
        self._place: dict[FactRef, int] = {}
        self._figures: list[tuple[Any, ...]] = []
        self._figure_place: dict[tuple[Any, ...], int] = {}

    def value(self, node: Node, env: Env) -> Any:
        """The value of a node in this run."""
        return self.interpreter.reading(node)(self.run, env)

    def below(self, node: Node, env: Env) -> Rests:
        """Everything that the value of a node rests on. What cannot change the value any more is not missing."""
        return self.tracers.of(node)(self, env)

    def refs(self, bits: int) -> Iterator[FactRef]:
        """The facts that a set holds, in the order in which the law asks for them."""
        return (self._refs[place] for place in _places(bits))

    def used(self, bits: int) -> Iterator[FactUsed]:
        """The same facts with the answer that was given, if any."""
        for place in _places(bits):
            while len(self._used) <= place:
                fact, ids, year, aspect = ref = self._refs[len(self._used)]
                spell = self.run.told.situation.told(fact, *ids, year=None if aspect.startswith("part:") else year)
                self._used.append(FactUsed(ref, spell))
            yield self._used[place]

    def figures(self, bits: int) -> Iterator[tuple[Any, ...]]:
        """The figures that a set holds."""
        return (self._figures[place] for place in _places(bits))

    def ref(self, ref: FactRef) -> int:
        """The bit of one fact."""
        place = self._place.get(ref)
        if place is None:
            place = self._place[ref] = len(self._refs)
            self._refs.append(ref)
        return 1 << place

    def is_told(self, fact: str, ids: tuple[str, ...], year: int | None) -> bool:
        """Whether there is an answer for today."""
        spell = self.run.told.situation.told(fact, *ids, year=year)
        return spell is not None and spell.knowing == "known"

    def asked_on(self, fact: str, ids: tuple[str, ...], year: int | None, aspect: str, ordinal: int) -> FactRef:
        """What to ask when a rule reads a fact on another day: the fact itself, since when it is so, or how it was on that day."""
        spell = self.run.told.situation.told(fact, *ids, year=year)
        if spell is None or spell.knowing != "known" or aspect != "value":
            return (fact, ids, year, aspect)
        return (fact, ids, year, "since" if spell.since is None else f"on:{date.fromordinal(ordinal).isoformat()}")

    def figure(self, data: tuple[Any, ...]) -> int:
        """The bit of one figure."""
        place = self._figure_place.get(data)
        if place is None:
            place = self._figure_place[data] = len(self._figures)
            self._figures.append(data)
        return 1 << place


Tracer: TypeAlias = Callable[[Trace, Env], Rests]


def _nothing(trace: Trace, env: Env) -> Rests:
    return NOTHING


class Tracers:
    """Turns nodes into functions that collect what their value rests on; each node once."""

    def __init__(self, interpreter: Interpreter) -> None:
        self.interpreter = interpreter
        self._tracers: dict[int, Tracer] = {}

    def of(self, node: Node) -> Tracer:
        """The function of one node."""
        found = self._tracers.get(node.id)
        if found is None:
            make = _MAKERS.get(node.op, Tracers._all)
            found = make(self, node)
            if found is not _nothing and node.facts and node.op in _CAN_SETTLE:
                found = _what_matters(found, self.interpreter.reading(node))
            if found is not _nothing and self.interpreter.is_shared(node):
                found = _remembered(found, node)
            self._tracers[node.id] = found
        return found

    def _args(self, node: Node) -> tuple[tuple[Tracer, Reading], ...]:
        return tuple((self.of(arg), self.interpreter.reading(arg)) for arg in node.args)

    def _const(self, node: Node) -> Tracer:
        return _nothing

    def _all(self, node: Node) -> Tracer:
        parts = tuple(tracer for tracer, _ in self._args(node) if tracer is not _nothing)
        if not parts:
            return _nothing
        if len(parts) == 1:
            return parts[0]

        def walk(trace: Trace, env: Env) -> Rests:
            a = b = c = d = 0
            for part in parts:
                e, f, g, h = part(trace, env)
                a, b, c, d = a | e, b | f, c | g, d | h
            return (a, b, c, d)

        return walk

    def _fact(self, node: Node) -> Tracer:
        fact, aspect, year, on, refs = node.data
        reading = self.interpreter.reading(node)

        def walk(trace: Trace, env: Env) -> Rests:
            ids = tuple([env[ref] if isinstance(ref, int) else ref for ref in refs])
            if SOMEBODY_ELSE in ids:
                return NOTHING
            bit = trace.ref((fact, ids, year, aspect))
            if settled(reading(trace.run, env)):
                return (bit, 0, 0, 0)
            return (bit, bit if on is None else trace.ref(trace.asked_on(fact, ids, year, aspect, on)), 0, 0)

        return walk

    def _fact_on(self, node: Node) -> Tracer:
        fact, _, year, _, refs, before = node.data
        moment, day, reading = self.of(node.args[0]), self.interpreter.reading(node.args[0]), self.interpreter.reading(node)

        def walk(trace: Trace, env: Env) -> Rests:
            ids = tuple([env[ref] if isinstance(ref, int) else ref for ref in refs])
            if SOMEBODY_ELSE in ids:
                return moment(trace, env)
            bit = trace.ref((fact, ids, year, "value"))
            if settled(reading(trace.run, env)):
                return both(moment(trace, env), (bit, 0, 0, 0))
            low, high = day(trace.run, env)
            asked = trace.asked_on(fact, ids, year, "value", int(low) - before) if low == high else (fact, ids, year, "value")
            missing = trace.ref(asked) if low == high or not trace.is_told(fact, ids, year) else 0
            return both(moment(trace, env), (bit, missing, 0, 0))

        return walk

    def _figure(self, node: Node) -> Tracer:
        data = node.data
        return lambda trace, env: (0, 0, trace.figure(data), 0)

    def _missing_figure(self, node: Node) -> Tracer:
        data = (*node.data, None)
        return lambda trace, env: (0, 0, trace.figure(data), 0)

    def _figure_by_fact(self, node: Node) -> Tracer:
        owner, name, _, day = node.data[:4]
        data, inner = (owner, name, "*", day, None), self.of(node.args[0])
        return lambda trace, env: both((0, 0, trace.figure(data), 0), inner(trace, env))

    def _from_here_up(self, node: Node) -> Tracer:
        data = (*node.data, None)
        inner = self._all(node.args[0]) if node.args[0].args else _nothing
        return lambda trace, env: both((0, 0, trace.figure(data), 0), inner(trace, env))

    def _and(self, node: Node) -> Tracer:
        return self._decided(node, by=False)

    def _or(self, node: Node) -> Tracer:
        return self._decided(node, by=True)

    def _decided(self, node: Node, by: bool) -> Tracer:
        """An "and" that is no rests on what is no; an "or" that is yes on what is yes; one that hangs on what hangs."""
        parts, reading = self._args(node), self.interpreter.reading(node)

        def walk(trace: Trace, env: Env) -> Rests:
            run = trace.run
            result = reading(run, env)
            a = b = c = d = 0
            for tracer, value in parts:
                if value(run, env) is result:
                    e, f, g, h = tracer(trace, env)
                    a, b, c, d = a | e, b | f, c | g, d | h
                    if result is by:
                        break
            return (a, b, c, d)

        return walk

    def _when(self, node: Node) -> Tracer:
        (cond, holds), (then, _), (otherwise, _) = self._args(node)

        def walk(trace: Trace, env: Env) -> Rests:
            found, value = cond(trace, env), holds(trace.run, env)
            if value is not False:
                found = both(found, then(trace, env))
            return both(found, otherwise(trace, env)) if value is not True else found

        return walk

    def _choose(self, node: Node) -> Tracer:
        parts = self._args(node)

        def walk(trace: Trace, env: Env) -> Rests:
            found = NOTHING
            for tracer, value in parts:
                found = both(found, tracer(trace, env))
                if value(trace.run, env) is True:
                    break
            return found

        return walk

    def _held(self, node: Node) -> Tracer:
        (state, _), (_, asked) = self._args(node)
        reading = self.interpreter.reading(node)

        def walk(trace: Trace, env: Env) -> Rests:
            found = state(trace, env)
            if reading(trace.run, env) is None and asked(trace.run, env) is True:
                return (found[0], found[1], found[2], found[3] | found[0])
            return found

        return walk

    def _members(self, node: Node) -> Tracer:
        (kept, keeps), (value, holds) = self._args(node)
        base, of, level = node.data
        mask, closing = mask_of(GROUP_FACTS[base]), CLOSED_BY.get(base)
        owned = bool(of) and base in ("properties", "disposals")

        def walk(trace: Trace, env: Env) -> Rests:
            run = trace.run
            members, more = group(run, env, base, of, mask)
            outer = env[:level] if len(env) >= level else env + ("",) * (level - len(env))
            found = NOTHING
            for member, present in members:
                inner = (*outer, member)
                if present is None:
                    if base == "properties":
                        owner = env[of[0]] if isinstance(of[0], int) else str(of[0])
                        bit = trace.ref(("ownership_share_percent", (owner, member), None, "value"))
                    else:
                        bit = trace.ref(("lives_here", (member,), None, "value"))
                    found = both(found, (bit, bit, 0, 0))
                found = both(found, kept(trace, inner))
                if keeps(run, inner) is not False:
                    found = both(found, value(trace, inner))
            inner = (*outer, SOMEBODY_ELSE)
            if more and closing is not None and keeps(run, inner) is not False and _adds(holds(run, inner)):
                owner = (env[of[0]] if isinstance(of[0], int) else str(of[0])) if owned else ""
                for question in (closing, "someone_else_lives_here") if base in ("persons", "others") else (closing,):
                    ids = (owner,) if owner else ()
                    if answer(run, question, *ids) is not False:
                        bit = trace.ref((question, ids, None, "value"))
                        found = both(found, (bit, bit, 0, 0))
            return found

        return walk


_CAN_SETTLE = frozenset(
    {"min", "max", "mul", "when", "nth", "table", "choose", "count", "any", "total", "highest", "lowest",
     "le", "lt", "eq", "is_one_of", "and", "or", "held", "held_or_opens"}
)  # fmt: skip
"""What can be settled although a part of it is not: a sum or a quotient never is."""


def _what_matters(walk: Tracer, reading: Reading) -> Tracer:
    """The walk; once the value is settled nothing is missing."""

    def looked(trace: Trace, env: Env) -> Rests:
        found = walk(trace, env)
        if found[1] and settled(reading(trace.run, env)):
            return (found[0], 0, found[2], found[3])
        return found

    return looked


def _remembered(walk: Tracer, node: Node) -> Tracer:
    """The walk, done once for each binding."""
    key, levels = node.id, node.levels
    if not levels:

        def without(trace: Trace, env: Env) -> Rests:
            found = trace.memo.get(key)
            if found is None:
                found = trace.memo[key] = walk(trace, env)
            return found

        return without
    if len(levels) == 1:
        level = levels[0]

        def for_one(trace: Trace, env: Env) -> Rests:
            full = (key, env[level])
            found = trace.memo.get(full)
            if found is None:
                found = trace.memo[full] = walk(trace, env)
            return found

        return for_one

    def for_some(trace: Trace, env: Env) -> Rests:
        full = (key, *[env[level] for level in levels])
        found = trace.memo.get(full)
        if found is None:
            found = trace.memo[full] = walk(trace, env)
        return found

    return for_some


def _adds(value: Any) -> bool:
    return value is not False and value != (0, 0)


def _places(bits: int) -> Iterator[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


_MAKERS: dict[str, Callable[[Tracers, Node], Tracer]] = {
    "const": Tracers._const, "fact": Tracers._fact, "fact_on": Tracers._fact_on, "amount": Tracers._figure,
    "amount_missing": Tracers._missing_figure, "from_here_up": Tracers._from_here_up, "table": Tracers._figure_by_fact,
    "slices": Tracers._figure_by_fact, "nth": Tracers._figure_by_fact, "and": Tracers._and, "or": Tracers._or, "when": Tracers._when,
    "choose": Tracers._choose, "held": Tracers._held, "count": Tracers._members, "any": Tracers._members, "total": Tracers._members,
    "highest": Tracers._members, "lowest": Tracers._members,
}  # fmt: skip
