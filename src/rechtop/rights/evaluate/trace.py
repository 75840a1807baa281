"""What a value rests on: which facts, which missing facts, which figures of the law; read back from the graph.

Sets are kept as bits of one integer each, and every node remembers its own, so that what several conditions and rights share is walked
once for a household.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from rechtop.rights.evaluate import values as v
from rechtop.rights.evaluate.interpreter import CLOSED_BY, GROUP_FACTS, Env, Interpreter, Run, group, mask_of
from rechtop.rights.evaluate.result import FactRef, FactUsed
from rechtop.rights.evaluate.told_values import SOMEBODY_ELSE
from rechtop.rights.language.graph import Node

Rests: TypeAlias = tuple[int, int, int, int]
"""(facts, missing facts, figures, pending statuses), each as bits."""

NOTHING: Rests = (0, 0, 0, 0)


def both(one: Rests, two: Rests) -> Rests:
    """What two nodes rest on together."""
    return (one[0] | two[0], one[1] | two[1], one[2] | two[2], one[3] | two[3])


class Trace:
    """Walks down from nodes along what mattered for their value in one run."""

    def __init__(self, interpreter: Interpreter, run: Run) -> None:
        self.interpreter, self.run = interpreter, run
        self._refs: list[FactRef] = []
        self._used: list[FactUsed] = []
        self._place: dict[FactRef, int] = {}
        self._figures: list[tuple[Any, ...]] = []
        self._figure_place: dict[tuple[Any, ...], int] = {}
        self._memo: dict[Any, Rests] = {}

    def value(self, node: Node, env: Env) -> Any:
        """The value of a node in this run."""
        return self.interpreter.reading(node)(self.run, env)

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

    def below(self, node: Node, env: Env) -> Rests:
        """Everything that the value of a node rests on. What cannot change the value any more is not missing."""
        levels = node.levels
        key: Any = (node.id, *(env[level] for level in levels)) if levels else node.id
        found = self._memo.get(key)
        if found is None:
            step = _STEPS.get(node.op)
            found = step(self, node, env) if step is not None else self._all(node.args, env)
            if found[1] and v.settled(self.value(node, env)):
                found = (found[0], 0, found[2], found[3])
            self._memo[key] = found
        return found

    def _all(self, nodes: tuple[Node, ...], env: Env) -> Rests:
        found = NOTHING
        for node in nodes:
            if node.op != "const":
                found = both(found, self.below(node, env))
        return found

    def _ref(self, ref: FactRef) -> int:
        place = self._place.get(ref)
        if place is None:
            place = self._place[ref] = len(self._refs)
            self._refs.append(ref)
        return 1 << place

    def _fact(self, node: Node, env: Env) -> Rests:
        fact, aspect, year, _, refs = node.data
        ids = tuple(env[ref] if isinstance(ref, int) else ref for ref in refs)
        if SOMEBODY_ELSE in ids:
            return NOTHING
        bit = self._ref((fact, ids, year, aspect))
        return (bit, bit, 0, 0)

    def _fact_on(self, node: Node, env: Env) -> Rests:
        fact, _, year, _, refs, _ = node.data
        ids = tuple(env[ref] if isinstance(ref, int) else ref for ref in refs)
        bit = 0 if SOMEBODY_ELSE in ids else self._ref((fact, ids, year, "value"))
        return both(self.below(node.args[0], env), (bit, bit, 0, 0))

    def _figure(self, data: tuple[Any, ...]) -> Rests:
        place = self._figure_place.get(data)
        if place is None:
            place = self._figure_place[data] = len(self._figures)
            self._figures.append(data)
        return (0, 0, 1 << place, 0)

    def _amount(self, node: Node, env: Env) -> Rests:
        return self._figure(node.data)

    def _amount_missing(self, node: Node, env: Env) -> Rests:
        return self._figure((*node.data, None))

    def _from_here_up(self, node: Node, env: Env) -> Rests:
        return both(self._figure((*node.data, None)), self.below(node.args[0], env) if node.args[0].args else NOTHING)

    def _from_law(self, node: Node, env: Env) -> Rests:
        owner, name, _, day = node.data
        return both(self._figure((owner, name, "*", day, None)), self.below(node.args[0], env))

    def _and(self, node: Node, env: Env) -> Rests:
        return self._decided(node, env, by=False)

    def _or(self, node: Node, env: Env) -> Rests:
        return self._decided(node, env, by=True)

    def _decided(self, node: Node, env: Env, by: bool) -> Rests:
        """An "and" that is no rests on what is no; an "or" that is yes on what is yes; one that hangs on what hangs."""
        result = self.value(node, env)
        found = NOTHING
        for arg in node.args:
            if self.value(arg, env) is result:
                found = both(found, self.below(arg, env))
                if result is by:
                    break
        return found

    def _when(self, node: Node, env: Env) -> Rests:
        cond, then, otherwise = node.args
        holds = self.value(cond, env)
        found = self.below(cond, env)
        if holds is not False:
            found = both(found, self.below(then, env))
        return both(found, self.below(otherwise, env)) if holds is not True else found

    def _choose(self, node: Node, env: Env) -> Rests:
        found = NOTHING
        for arg in node.args:
            found = both(found, self.below(arg, env))
            if self.value(arg, env) is True:
                break
        return found

    def _held(self, node: Node, env: Env) -> Rests:
        found = self.below(node.args[0], env)
        if self.value(node, env) is None and self.value(node.args[1], env) is True:
            return (found[0], found[1], found[2], found[3] | found[0])
        return found

    def _members(self, node: Node, env: Env) -> Rests:
        kept, value = node.args
        base, of, level = node.data
        members, more = group(self.run, env, base, of, mask_of(GROUP_FACTS[base]))
        outer = env[:level] if len(env) >= level else env + ("",) * (level - len(env))
        found = NOTHING
        for member, present in members:
            inner = (*outer, member)
            if present is None:
                bit = self._ref(("lives_here", (member,), None, "value"))
                found = both(found, (bit, bit, 0, 0))
            keep = self.value(kept, inner)
            found = both(found, self.below(kept, inner))
            if keep is not False:
                found = both(found, self.below(value, inner))
        inner = (*outer, SOMEBODY_ELSE)
        if more and base in CLOSED_BY and self.value(kept, inner) is not False and _adds(self.value(value, inner)):
            owner = (env[of[0]] if isinstance(of[0], int) else str(of[0])) if of and base in ("properties", "disposals") else ""
            bits = self._ref((CLOSED_BY[base], (owner,) if owner else (), None, "value"))
            if base in ("persons", "others"):
                bits |= self._ref(("someone_else_lives_here", (), None, "value"))
            found = both(found, (bits, bits, 0, 0))
        return found


def _adds(value: Any) -> bool:
    return value is not False and value != (0, 0)


def _places(bits: int) -> Iterator[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


_STEPS: dict[str, Callable[[Trace, Node, Env], Rests]] = {
    "fact": Trace._fact, "fact_on": Trace._fact_on, "amount": Trace._amount, "amount_missing": Trace._amount_missing,
    "from_here_up": Trace._from_here_up,
    "table": Trace._from_law, "slices": Trace._from_law, "nth": Trace._from_law, "and": Trace._and, "or": Trace._or, "when": Trace._when,
    "choose": Trace._choose, "held": Trace._held, "count": Trace._members, "any": Trace._members, "total": Trace._members,
    "highest": Trace._members, "lowest": Trace._members, "const": lambda trace, node, env: NOTHING,
}  # fmt: skip
