"""All rights of one household: status, amount range and what each hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rechtop.rights.evaluate import values as v
from rechtop.rights.evaluate.explain import statuses_that_open
from rechtop.rights.evaluate.functions import Functions, Reading
from rechtop.rights.evaluate.groups import Env, lives_here
from rechtop.rights.evaluate.result import Result, Status
from rechtop.rights.evaluate.run import Run, mask_of
from rechtop.rights.evaluate.told_values import ToldValues
from rechtop.rights.evaluate.trace import Trace
from rechtop.rights.facts.situation import Situation
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.graph import Node
from rechtop.rights.language.rule import Rule
from rechtop.rights.law.catalogue import ReadRight, granted_by, law_on


@dataclass(frozen=True, slots=True)
class Computable:
    """A right whose nodes have become functions. facts: bits of all facts it can read."""

    read: ReadRight
    unit: str
    conditions: tuple[tuple[str, Reading], ...]
    amount: Reading | None
    concerned: Reading | None
    provisional: Reading | None
    facts: int
    opens: bool
    grants: str


@dataclass(frozen=True, slots=True)
class ComputableLaw:
    """The law of one day, ready to be read for any household."""

    on: date
    functions: Functions
    rights: tuple[Computable, ...]
    failed: tuple[ReadRight, ...]


@lru_cache(maxsize=256)
def computable(on: date) -> ComputableLaw:
    """The law of one day as functions; made once for each day."""
    functions = Functions(root for read in law_on(on) if read.rule is not None for root in roots_of(read.rule))
    rights: list[Computable] = []
    failed: list[ReadRight] = []
    for read in law_on(on):
        try:
            if read.rule is None or read.version is None:
                raise RuleError(read.reason)
            rights.append(as_computable(read, functions))
        except RuleError as wrong:
            failed.append(ReadRight(read.id, read.version, None, read.reason or str(wrong)))
    return ComputableLaw(on, functions, tuple(rights), tuple(failed))


def roots_of(rule: Rule) -> Iterator[Node]:
    """Everything a rule wrote down: the tops of its graph."""
    for condition in (*rule.conditions, *rule.warnings):
        yield condition.node
    for step in rule.steps:
        yield step.node
        yield from (kept for _, _, _, kept in step.around if kept is not None)
    yield from (node for node in (rule.amount, rule.concerned, rule.provisional_if) if node is not None)
    yield from (node for _, node in rule.elsewhere_first)


def as_computable(read: ReadRight, functions: Functions) -> Computable:
    """A right that was read, with its nodes as functions."""
    rule, version = read.rule, read.version
    assert rule is not None
    assert version is not None
    nodes = [condition.node for condition in rule.conditions] + [
        n for n in (rule.amount, rule.concerned, rule.provisional_if) if n is not None
    ]
    facts = frozenset().union(*(node.facts for node in nodes))
    functions.together("values", nodes)
    functions.together("values", [*(step.node for step in rule.steps), *(warning.node for warning in rule.warnings)])
    functions.together("rests", [*nodes, *(warning.node for warning in rule.warnings)])
    one = functions.reading
    return Computable(
        read,
        version.unit,
        tuple((c.key, one(c.node)) for c in rule.conditions),
        one(rule.amount) if rule.amount else None,
        one(rule.concerned) if rule.concerned else None,
        one(rule.provisional_if) if rule.provisional_if else None,
        mask_of(facts),
        "*opens" in facts,
        version.grants,
    )


class Assessment:
    """The rights of one household on one day. Results come in order of the law's own dependencies.

    earlier: an assessment of the same people on the same day with other answers; what those do not touch is not worked out again.
    """

    def __init__(self, situation: Situation, rights: Iterable[str] | None = None, earlier: Assessment | None = None) -> None:
        self.situation = situation
        self.law = computable(situation.on)
        self.told = ToldValues(situation)
        self.run = Run(self.told)
        if earlier is not None and earlier.law is self.law and _same_people(earlier.situation, situation):
            outdated = mask_of(_changed(earlier.told.situation, self.told.situation))
            trace = Trace(self.law.functions, self.run, earlier=earlier.run.trace, outdated=outdated)
        else:
            trace = Trace(self.law.functions, self.run)
        wanted = set(rights) if rights is not None else None
        self.asked_rights = tuple(right for right in self.law.rights if wanted is None or right.read.id in wanted)
        self.by_id = {right.read.id: right for right in self.law.rights}
        self._failed = [read for read in self.law.failed if wanted is None or read.id in wanted]
        self.after = after_run(self.run, self.law)
        Trace(self.law.functions, self.after, trace)
        self.subjects = tuple(person for person in situation.persons if lives_here(self.run, person) is not False)

    def results(self) -> list[Result]:
        """Every right for everybody it concerns."""
        found = [
            result
            for right in self.asked_rights
            for subject in self.subjects_of(right)
            if (result := judge(right, subject, self.run, self.after)) is not None
        ]
        return found + [Result(read.id, "", "failed", reason=read.reason) for read in self._failed]

    def trace(self, result: Result) -> Trace:
        """What values rest on, in the run that gave a result."""
        found: Trace = self.after.trace if result.opens_after else self.run.trace
        return found

    def subjects_of(self, right: Computable) -> tuple[str, ...]:
        """For whom a right is looked at: the household as one, or each member."""
        return ("",) if right.unit == "household" else self.subjects


def _same_people(one: Situation, two: Situation) -> bool:
    """Whether two situations are about the same persons, property and events: a group of people is not a fact."""
    return (one.persons, one.properties, one.events) == (two.persons, two.properties, two.events)


def _changed(one: Situation, two: Situation) -> frozenset[str]:
    """The facts of which anything was answered differently."""
    keys = {key for key, spells in one.answers.items() if two.answers.get(key) != spells}
    return frozenset(fact for fact, _, _ in keys | (two.answers.keys() - one.answers.keys()))


def after_run(run: Run, law: ComputableLaw) -> Run:
    """An overlay in which a status also counts as held when its own right opens."""
    by_status = {right.grants: right for right in law.rights if right.grants}
    memo: dict[tuple[str, str], v.Kleene] = {}
    overlay = Run(run.told, run.below or run, run.changed | mask_of(frozenset(["*opens"])))
    overlay.tables = run.tables

    def opens(status: str, person: str) -> v.Kleene:
        right = by_status.get(status)
        if right is None or person == "?":
            return False if right is None else None
        key = (status, person)
        if key not in memo:
            subject = "" if right.unit == "household" else person
            result = judge_status(right, subject, overlay)
            memo[key] = True if result == "open" else None if result == "hangs" else False
        return memo[key]

    overlay.opens = opens
    return overlay


def judge_status(right: Computable, subject: str, run: Run) -> Status | None:
    """Only the status of one right for one person in one run; None where it does not concern them."""
    env: Env = (subject,)
    try:
        concerned = right.concerned(run, env) if right.concerned is not None else True
        if concerned is False:
            return None
        status: Status = "open" if concerned else "hangs"
        for _, reading in right.conditions:
            found = reading(run, env)
            if found is False:
                return "closed"
            if found is None:
                status = "hangs"
        if right.amount is not None:
            low, high = right.amount(run, env)
            if high <= 0:
                return "closed"
            if low <= 0:
                status = "hangs"
        return status
    except Exception:  # a fault in one right may never hide another; judge() says what it was
        return "failed"


def judge(right: Computable, subject: str, run: Run, after: Run) -> Result | None:
    """One right for one person; None when it does not concern them. A fault in one right never touches another."""
    env: Env = (subject,)
    try:
        return _judge(right, subject, env, run, after)
    except Exception as wrong:
        return Result(right.read.id, subject, "failed", reason=f"{type(wrong).__name__}: {wrong}")


def _judge(right: Computable, subject: str, env: Env, run: Run, after: Run) -> Result | None:
    if right.concerned is not None and right.concerned(run, env) is False:
        return None
    rule = right.read.rule
    assert rule is not None
    status = judge_status(right, subject, run)
    used = run
    opens_after: tuple[str, ...] = ()
    if right.opens and status in ("closed", "hangs"):
        then = judge_status(right, subject, after)
        if then in ("open", "hangs") and (then, status) != ("hangs", "hangs"):
            opens_after = awaited(right, env, run, after)
            used, status = after, "hangs"
    because = tuple(key for key, reading in right.conditions if reading(used, env) is False)
    hangs_on = tuple(key for key, reading in right.conditions if reading(used, env) is None)
    low: v.Num | None = None
    high: v.Num | None = None
    if right.amount is not None:
        low, high = right.amount(used, env)
        low, high = max(low, 0), max(high, 0)
    provisional = right.provisional is not None and right.provisional(used, env) is True
    return Result(
        right.read.id,
        subject,
        status or "closed",
        rule.kind,
        rule.per,
        low,
        high,
        because,
        hangs_on,
        opens_after,
        held(right, subject, run),
        provisional,
    )


def awaited(right: Computable, env: Env, run: Run, after: Run) -> tuple[str, ...]:
    """The rights that must be obtained first: those whose opening changes a condition of this one."""
    rule = right.read.rule
    assert rule is not None
    granted = granted_by()
    found: dict[str, None] = {}
    for condition in rule.conditions:
        for status, person in statuses_that_open(condition.node, run, after, env):
            if run.opens is None and after.opens is not None and after.opens(status, person) is not False:
                found[granted[status]] = None
    return tuple(found)


def held(right: Computable, subject: str, run: Run) -> str:
    """The told state of the right itself ("yes", "asked", …); "" when nothing was told."""
    if not right.grants:
        return ""
    fact = vocabulary().facts.get(right.grants)
    ids = {"person": (subject,), "dwelling": ("home",), "household": ()}.get(fact.of) if fact is not None else None
    if ids is None or (subject == "" and fact is not None and fact.of == "person"):
        return ""
    spell = run.told.situation.told(right.grants, *ids)
    return str(spell.value) if spell is not None and spell.value is not None else ""


def assess(situation: Situation, rights: Iterable[str] | None = None, earlier: Assessment | None = None) -> Assessment:
    """All rights of a household (or only those named) on the day of the situation.

    earlier: an assessment of this household before an answer more; then only what that answer touches is worked out.
    """
    return Assessment(situation, rights, earlier)
