"""Why a right is open, closed or hanging: conditions, facts, figures and calculation lines, read back from the graph."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from rechtop.rights.evaluate import values as v
from rechtop.rights.evaluate.interpreter import CLOSED_BY, GROUP_FACTS, Env, Run, group, mask_of
from rechtop.rights.evaluate.result import AmountUsed, ConditionShown, Explanation, FactRef, FactUsed, Result, StepShown
from rechtop.rights.evaluate.told_values import SOMEBODY_ELSE
from rechtop.rights.language.graph import Node
from rechtop.rights.language.rule import Around, Rule, series_of

_PAIRWISE = ("and", "or")


class Walk:
    """Walks down from a node along what mattered for its value, and collects facts, missing facts, figures and pending statuses."""

    def __init__(self, readings: Any, run: Run) -> None:
        self.reading, self.run = readings, run
        self.facts: dict[FactRef, None] = {}
        self.missing: dict[FactRef, None] = {}
        self.pending: dict[FactRef, None] = {}
        self.amounts: dict[tuple[Any, ...], None] = {}
        self._seen: set[tuple[int, Env]] = set()

    def value(self, node: Node, env: Env) -> Any:
        """The value of a node in this run."""
        return self.reading(node)(self.run, env)

    def down(self, node: Node, env: Env) -> None:
        """Collect everything below a node that its value rests on."""
        key = (node.id, tuple(env[level] for level in sorted(node.slots) if level < len(env)))
        if key in self._seen:
            return
        self._seen.add(key)
        step = getattr(self, f"_{node.op}", None)
        if step is not None:
            step(node, env)
            return
        for arg in node.args:
            self.down(arg, env)

    def _fact(self, node: Node, env: Env) -> None:
        fact, aspect, year, _, refs = node.data
        ids = tuple(env[ref] if isinstance(ref, int) else ref for ref in refs)
        if SOMEBODY_ELSE in ids:
            return
        ref: FactRef = (fact, ids, year, "value" if aspect == "value" else aspect)
        self.facts[ref] = None
        if not v.settled(self.value(node, env)):
            self.missing[ref] = None

    def _fact_on(self, node: Node, env: Env) -> None:
        self.down(node.args[0], env)
        fact, _, year, _, refs, _ = node.data
        ids = tuple(env[ref] if isinstance(ref, int) else ref for ref in refs)
        if SOMEBODY_ELSE not in ids:
            self.facts[fact, ids, year, "value"] = None
            if not v.settled(self.value(node, env)):
                self.missing[fact, ids, year, "value"] = None

    def _amount(self, node: Node, env: Env) -> None:
        self.amounts[node.data] = None

    def _amount_missing(self, node: Node, env: Env) -> None:
        self.amounts[(*node.data, None)] = None

    def _from_law(self, node: Node, env: Env) -> None:
        owner, name, _, day = node.data
        self.amounts[owner, name, "*", day, None] = None
        self.down(node.args[0], env)

    _table = _slices = _nth = _from_law

    def _and(self, node: Node, env: Env) -> None:
        self._decided(node, env, False)

    def _or(self, node: Node, env: Env) -> None:
        self._decided(node, env, True)

    def _decided(self, node: Node, env: Env, by: bool) -> None:
        """An "and" that is no rests on what is no; an "or" that is yes on what is yes; one that hangs on what hangs."""
        result = self.value(node, env)
        for arg in node.args:
            found = self.value(arg, env)
            if found is result or (result is None and found is None):
                self.down(arg, env)
                if result is by:
                    return

    def _when(self, node: Node, env: Env) -> None:
        cond, then, otherwise = node.args
        self.down(cond, env)
        found = self.value(cond, env)
        if found is not False:
            self.down(then, env)
        if found is not True:
            self.down(otherwise, env)

    def _choose(self, node: Node, env: Env) -> None:
        for arg in node.args:
            self.down(arg, env)
            if self.value(arg, env) is True:
                return

    def _held(self, node: Node, env: Env) -> None:
        self.down(node.args[0], env)
        if self.value(node, env) is None and self.value(node.args[1], env) is True:
            for fact, aspect, year, _, refs in _facts_of(node.args[0]):
                ids = tuple(env[ref] if isinstance(ref, int) else ref for ref in refs)
                self.pending[fact, ids, year, aspect] = None

    def _members(self, node: Node, env: Env) -> None:
        kept, value = node.args
        base, of, level = node.data
        members, more = group(self.run, env, base, of, mask_of(GROUP_FACTS[base]))
        outer = env[:level] if len(env) >= level else env + ("",) * (level - len(env))
        for member, present in members:
            inner = (*outer, member)
            if present is None:
                self.missing["lives_here", (member,), None, "value"] = None
            keep = self.value(kept, inner)
            self.down(kept, inner)
            if keep is not False:
                self.down(value, inner)
        inner = (*outer, SOMEBODY_ELSE)
        if more and self.value(kept, inner) is not False and self._adds(node, value, inner) and base in CLOSED_BY:
            owner = (env[of[0]] if isinstance(of[0], int) else str(of[0])) if of and base in ("properties", "disposals") else ""
            self.missing[CLOSED_BY[base], (owner,) if owner else (), None, "value"] = None
            if base in ("persons", "others"):
                self.missing["someone_else_lives_here", (), None, "value"] = None

    def _adds(self, node: Node, value: Node, inner: Env) -> bool:
        found = self.value(value, inner)
        return found is not False if value.kind == "truth" else bool(found != (0, 0))

    _count = _any = _total = _highest = _lowest = _members


def _facts_of(node: Node) -> Iterator[tuple[Any, ...]]:
    if node.op == "fact":
        yield node.data
    for arg in node.args:
        yield from _facts_of(arg)


def statuses_that_open(node: Node, run: Run, after: Run, env: Env) -> Iterator[tuple[str, str]]:
    """(status fact, person) of every status below a node that is not held but whose right opens or hangs."""
    if "*opens" not in node.facts:
        return
    if node.op == "held_or_opens":
        status, refs = node.data
        ids = tuple(env[ref] if isinstance(ref, int) else ref for ref in refs)
        yield status, (ids or ("",))[0]
    if node.op in ("count", "any", "total", "highest", "lowest"):
        base, of, level = node.data
        members, _ = group(run, env, base, of, mask_of(GROUP_FACTS[base]))
        outer = env[:level] if len(env) >= level else env + ("",) * (level - len(env))
        for member, _ in members:
            for arg in node.args:
                yield from statuses_that_open(arg, run, after, (*outer, member))
        return
    for arg in node.args:
        yield from statuses_that_open(arg, run, after, env)


def missing_in(assessment: Any, result: Result) -> tuple[FactRef, ...]:
    """The facts that a result still hangs on, those of its open conditions first; nothing when it is settled."""
    right = assessment.by_id.get(result.right)
    if right is None or result.status in ("closed", "failed") or (result.status == "open" and result.low == result.high):
        return ()
    run: Run = assessment.after if result.opens_after else assessment.run
    env = (result.subject,)
    walk = Walk(assessment.law.interpreter.reading, run)
    for condition in right.read.rule.conditions:
        if condition.key in result.hangs_on:
            walk.down(condition.node, env)
    if right.read.rule.amount is not None and result.low != result.high:
        walk.down(right.read.rule.amount, env)
    return tuple(walk.missing)


def explain(assessment: Any, result: Result) -> Explanation:
    """The whole explanation of one result of an assessment."""
    right = assessment.by_id.get(result.right)
    if right is None or right.read.rule is None:
        return Explanation(result, (), (), (), (), (), ())
    rule: Rule = right.read.rule
    run: Run = assessment.after if result.opens_after else assessment.run
    reading, env = assessment.law.interpreter.reading, (result.subject,)
    whole = Walk(reading, run)
    conditions = tuple(_condition(c, reading, run, env, result.status, whole) for c in rule.conditions)
    if rule.amount is not None and result.status != "closed":
        whole.down(rule.amount, env)
    warnings = tuple(shown for w in rule.warnings if (shown := _condition(w, reading, run, env, "open", None)).holds is not False)
    steps = tuple(chain.from_iterable(_lines(s, reading, run, env) for s in rule.steps)) if result.status != "closed" or rule.steps else ()
    missing = _missing(conditions, whole, result)
    elsewhere = tuple(name for name, node in rule.elsewhere_first if reading(node)(run, env) is not False)
    closing = tuple(fact for shown in conditions if shown.holds is False for fact in shown.facts)
    return Explanation(
        result,
        conditions,
        steps,
        warnings,
        tuple((j.key, j.says, j.article) for j in rule.judgements),
        missing,
        tuple(_amount(used) for used in whole.amounts),
        elsewhere,
        tuple(whole.pending),
        rule.result_article,
        closing,
    )


def _missing(conditions: tuple[ConditionShown, ...], whole: Walk, result: Result) -> tuple[FactRef, ...]:
    if result.status == "closed":
        return ()
    hanging: dict[FactRef, None] = {ref: None for shown in conditions if shown.holds is None for ref in shown.missing}
    return (*hanging, *(ref for ref in whole.missing if ref not in hanging)) if result.low != result.high or hanging else tuple(hanging)


def _condition(condition: Any, reading: Any, run: Run, env: Env, status: str, whole: Walk | None) -> ConditionShown:
    walk = Walk(reading, run)
    walk.down(condition.node, env)
    holds = walk.value(condition.node, env)
    if whole is not None:
        whole.facts.update(walk.facts)
        whole.amounts.update(walk.amounts)
        if holds is None:
            whole.missing.update(walk.missing)
        whole.pending.update(walk.pending)
    told = run.told.situation
    used = tuple(FactUsed(ref, told.told(ref[0], *ref[1], year=None if ref[3].startswith("part:") else ref[2])) for ref in walk.facts)
    deciding = holds is not True and (status, holds) in (("closed", False), ("hangs", None))
    return ConditionShown(
        condition.key, condition.says, condition.article, holds, used, tuple(walk.missing) if holds is None else (), deciding
    )


def _lines(step: Any, reading: Any, run: Run, env: Env) -> Iterator[StepShown]:
    for inner, about in _within(step.around, reading, run, env):
        low, high = reading(step.node)(run, inner)
        yield StepShown(step.key, step.says, step.article, low, high, step.node.unit or "cents", about)


def _within(around: tuple[Around, ...], reading: Any, run: Run, env: Env) -> Iterator[tuple[Env, tuple[str, ...]]]:
    if not around:
        yield env, ()
        return
    (level, base, of, kept), rest = around[0], around[1:]
    members, _ = group(run, env, base, of, mask_of(GROUP_FACTS[base]))
    outer = env[:level] if len(env) >= level else env + ("",) * (level - len(env))
    for member, _ in members:
        inner = (*outer, member)
        if kept is None or reading(kept)(run, inner) is not False:
            for deeper, about in _within(rest, reading, run, inner):
                yield deeper, (member, *about)


def _amount(used: tuple[Any, ...]) -> AmountUsed:
    owner, name, key, ordinal, _ = used
    on = date.fromordinal(ordinal)
    series = series_of(owner)[name]
    found = series.at(on)
    if found is None:
        return AmountUsed(owner, name, key, series.unit, on.isoformat(), None, "missing", "")
    value = used[4] if isinstance(found.value, (dict, list, tuple)) and key not in ("", "*") else found.value
    shown = None if isinstance(value, (dict, list, tuple)) else value
    return AmountUsed(owner, name, key, series.unit, found.since.isoformat(), shown, found.certainty, found.source)
