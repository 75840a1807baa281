"""Why a right is open, closed or hanging: conditions, facts, figures and calculation lines, read back from the graph."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from rechtop.rights.evaluate.groups import Env, group, group_of
from rechtop.rights.evaluate.result import AmountUsed, ConditionShown, Explanation, FactRef, Result, StepShown
from rechtop.rights.evaluate.run import Run, mask_of
from rechtop.rights.evaluate.told_values import SOMEBODY_ELSE
from rechtop.rights.evaluate.trace import Rests, Trace
from rechtop.rights.language.graph import Node
from rechtop.rights.language.people import GROUP_FACTS
from rechtop.rights.language.rule import Around, Rule, series_of


def statuses_that_open(node: Node, run: Run, after: Run, env: Env) -> Iterator[tuple[str, str]]:
    """(status fact, person) of every status below a node that is not held but whose right opens or hangs."""
    if "*opens" not in node.facts:
        return
    if node.op == "held_or_opens":
        status, refs = node.data
        ids = tuple(env[ref] if isinstance(ref, int) else ref for ref in refs)
        yield status, (ids or ("",))[0]
    if node.op in ("count", "any", "total", "highest", "lowest"):
        for inner in _each(node.data, node.data[2], run, env):
            for arg in node.args:
                yield from statuses_that_open(arg, run, after, inner)
        return
    for arg in node.args:
        yield from statuses_that_open(arg, run, after, env)


def missing_in(assessment: Any, result: Result) -> tuple[FactRef, ...]:
    """The facts that a result still hangs on, those of its open conditions first; nothing when it is settled."""
    right = assessment.by_id.get(result.right)
    if right is None:
        return ()
    trace: Trace = assessment.trace(result)
    return _missing(right.read.rule, result, trace, [trace.below(c.node, (result.subject,)) for c in right.read.rule.conditions])


def _missing(rule: Rule, result: Result, trace: Trace, below: list[tuple[Any, Rests]]) -> tuple[FactRef, ...]:
    """`below`: what each condition comes to and rests on."""
    if result.status in ("closed", "failed") or (result.status == "open" and result.low == result.high):
        return ()
    hanging = 0
    if rule.concerned is not None:
        concerns, (_, missing) = trace.below(rule.concerned, (result.subject,))
        hanging = missing if concerns is None else 0
    for condition, (_, (_, missing)) in zip(rule.conditions, below, strict=True):
        if condition.key in result.hangs_on:
            hanging |= missing
    rest = 0
    if rule.amount is not None and result.low != result.high:
        rest = trace.below(rule.amount, (result.subject,))[1][1] & ~hanging
    return (*trace.refs(hanging), *trace.refs(rest))


def explain(assessment: Any, result: Result) -> Explanation:
    """The whole explanation of one result of an assessment."""
    right = assessment.by_id.get(result.right)
    if right is None or right.read.rule is None:
        return Explanation(result, (), (), (), (), (), ())
    rule: Rule = right.read.rule
    trace: Trace = assessment.trace(result)
    run, reading, env = trace.run, trace.functions.reading, (result.subject,)
    below = [trace.below(condition.node, env) for condition in rule.conditions]
    whole = 0
    for _, (used, _) in below:
        whole |= used
    if rule.amount is not None and result.status != "closed":
        whole |= trace.below(rule.amount, env)[1][0]
    conditions = tuple([_condition(c, found, trace, result.status) for c, found in zip(rule.conditions, below, strict=True)])
    warned = [_condition(w, trace.below(w.node, env), trace, "open") for w in rule.warnings]
    return Explanation(
        result,
        conditions,
        tuple([line for step in rule.steps for line in _lines(step, reading, run, env)]),
        tuple([warning for warning in warned if warning.holds is not False]),
        tuple([(j.key, j.says, j.article) for j in rule.judgements]),
        _missing(rule, result, trace, below),
        tuple([_amount(used) for used in trace.figures(whole)]),
        tuple([name for name, node in rule.elsewhere_first if reading(node)(run, env) is not False]),
        tuple(trace.waiting(whole)),
        rule.result_article,
        tuple([fact for shown in conditions if shown.holds is False for fact in shown.facts]),
    )


def _condition(condition: Any, below: tuple[Any, Rests], trace: Trace, status: str) -> ConditionShown:
    holds, (facts, missing) = below
    deciding = (status, holds) in (("closed", False), ("hangs", None))
    return ConditionShown(condition.key, condition.says, condition.article, holds, trace.used(facts), trace.refs(missing), deciding)


def _lines(step: Any, reading: Any, run: Run, env: Env) -> Iterator[StepShown]:
    read, unit = reading(step.node), step.node.unit or "cents"
    if not step.around:
        low, high = read(run, env)
        yield StepShown(step.key, step.says, step.article, low, high, unit, ())
        return
    for inner, about in _within(step.around, reading, run, env):
        low, high = read(run, inner)
        yield StepShown(step.key, step.says, step.article, low, high, unit, about)


def _within(around: tuple[Around, ...], reading: Any, run: Run, env: Env) -> Iterator[tuple[Env, tuple[str, ...]]]:
    """Who stands at each level, for every member of the groups around a step; and who those members are."""
    if not around:
        yield env, ()
        return
    (level, base, of, kept), rest = around[0], around[1:]
    for inner in _each((base, of), level, run, env):
        if kept is None or reading(kept)(run, inner) is not False:
            for deeper, about in _within(rest, reading, run, inner):
                yield deeper, (inner[-1], *about)


def _each(data: tuple[Any, ...], level: int, run: Run, env: Env) -> Iterator[Env]:
    """Who stands at each level, for each member told of of a group."""
    outer = env[:level] if len(env) >= level else env + ("",) * (level - len(env))
    for member, _ in group(run, *group_of(data, env), mask_of(GROUP_FACTS[data[0]])):
        if member != SOMEBODY_ELSE:
            yield (*outer, member)


@lru_cache(maxsize=4096)
def _amount(used: tuple[Any, ...]) -> AmountUsed:
    owner, name, key, ordinal, _ = used
    on = date.fromordinal(ordinal)
    series = series_of(owner)[name]
    found = series.at(on)
    if found is None:
        last = series.last_before(on)
        if last is None:
            return AmountUsed(owner, name, key, series.unit, on.isoformat(), None, "missing", "")
        whole = last.value if not isinstance(last.value, (dict, list, tuple)) else None
        return AmountUsed(owner, name, key, series.unit, last.since.isoformat(), whole, "missing", last.source)
    value = used[4] if isinstance(found.value, (dict, list, tuple)) and key not in ("", "*") else found.value
    shown = None if isinstance(value, (dict, list, tuple)) else value
    return AmountUsed(owner, name, key, series.unit, found.since.isoformat(), shown, found.certainty, found.source)
