"""Local rights for one household: the ordinary rule, judged and explained like every other, beside the rights of the law."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from rechtop.rights.evaluate.assessment import Assessment, Computable, ComputableLaw, as_computable, assess, judge, roots_of
from rechtop.rights.evaluate.explain import explain
from rechtop.rights.evaluate.functions import Functions
from rechtop.rights.evaluate.result import Explanation, Result
from rechtop.rights.evaluate.run import Run, mask_of
from rechtop.rights.evaluate.trace import Trace
from rechtop.rights.language.data import DataFault
from rechtop.rights.language.errors import RuleError
from rechtop.rights.law.catalogue import ReadRight
from rechtop.rights.law.local import LocalExample, LocalRight, rule_from, version_of


@lru_cache(maxsize=64)
def _law(locals_: tuple[LocalRight, ...], on: date) -> ComputableLaw:
    """Local rights as functions; made once for each day and set of rights."""
    read = [_read(local, on) for local in locals_]
    functions = Functions(root for one in read if one.rule is not None for root in roots_of(one.rule))
    rights = tuple(as_computable(one, functions) for one in read if one.rule is not None)
    return ComputableLaw(on, functions, rights, tuple(one for one in read if one.rule is None))


def _read(local: LocalRight, on: date) -> ReadRight:
    try:
        return ReadRight(local.right, version_of(local), rule_from(local, on))
    except RuleError as wrong:
        return ReadRight(local.right, version_of(local), None, str(wrong))


class LocalAssessment:
    """Local rights of the household of an assessment: what those of the law open counts for them too (`or_opens`)."""

    def __init__(self, assessment: Assessment, locals_: Iterable[LocalRight]) -> None:
        on = assessment.situation.on
        self.assessment = assessment
        self.law = _law(tuple(local for local in locals_ if local.in_force(on)), on)
        self.by_id = {right.read.id: right for right in self.law.rights}
        self.run = Run(assessment.told)
        trace = Trace(self.law.functions, self.run)
        self.after = Run(assessment.told, self.run, mask_of(frozenset(["*opens"])), opens=assessment.after.opens)
        Trace(self.law.functions, self.after, trace)

    def results(self) -> list[Result]:
        """Every local right in force for everybody it concerns."""
        found = [
            result
            for right in self.law.rights
            for subject in self._subjects_of(right)
            if (result := judge(right, subject, self.run, self.after)) is not None
        ]
        return found + [Result(read.id, "", "failed", reason=read.reason) for read in self.law.failed]

    def trace(self, result: Result) -> Trace:
        """What values rest on, in the run that gave a result."""
        found: Trace = self.after.trace if result.opens_after else self.run.trace
        return found

    def _subjects_of(self, right: Computable) -> tuple[str, ...]:
        return self.assessment.subjects_of(right)


def assess_local(assessment: Assessment, locals_: Iterable[LocalRight]) -> list[tuple[Result, Explanation]]:
    """The local rights that are in force on the day of an assessment, each with its whole explanation, in the order given."""
    local = LocalAssessment(assessment, locals_)
    return [(result, explain(local, result)) for result in local.results()]


def run_examples(local: LocalRight) -> list[DataFault]:
    """What the worked examples of a local right expect and does not come out."""
    return [
        DataFault(f"examples[{place}] {example.name}", "", wrong, "Correct the example, or the right.")
        for place, example in enumerate(local.examples)
        if (wrong := _differs(local, example))
    ]


def _differs(local: LocalRight, example: LocalExample) -> str:
    """What comes out instead of what an example expects; "" when it comes out as expected."""
    results = [result for result, _ in assess_local(assess(example.situation, ()), [local]) if result.subject in (example.person, "")]
    result = results[0] if results else None
    status = result.status if result is not None else "not_shown"
    if result is None or status != example.status:
        keys = ", ".join(result.because or result.hangs_on) if result is not None else ""
        because = f" because of {keys}" if keys else f" ({result.reason})" if result is not None and result.reason else ""
        return "" if status == example.status else f"expects {example.status}, but {status} comes out{because}."
    if example.amount is not None and not result.low == result.high == example.amount:
        low, high = result.low, result.high
        came = "no amount" if low is None else _euros(low) if low == high else f"{_euros(low)} to {_euros(high)}"
        return f"expects {_euros(example.amount)}, but {came} comes out."
    return ""


def _euros(cents: object) -> str:
    return f"{Decimal(round(cents)) / 100:.2f}" if isinstance(cents, (int, Fraction)) else "no upper bound"


def ready_for_review(local: LocalRight) -> list[DataFault]:
    """What still stands in the way of approving a local right: its examples must come out, one open and one closed at least."""
    faults = run_examples(local)
    for status, others in (("open", ("open",)), ("closed", ("closed", "not_shown"))):
        if not any(example.status in others for example in local.examples):
            to_do = f"Add a household for which it is {status}."
            faults.append(DataFault("examples", f"{len(local.examples)} examples", f"have none that is {status}.", to_do))
    return faults


__all__ = ["LocalAssessment", "assess_local", "ready_for_review", "run_examples"]
