"""What work would bring in: the same household at one wage after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rechtop.rights.ahead.changes import Change, with_changes
from rechtop.rights.evaluate.assessment import Assessment, assess
from rechtop.rights.evaluate.result import Result


@dataclass(frozen=True)
class WageStep:
    """The household at one net wage (EUR cents per month), with everything the law then makes of it."""

    wage: int
    assessment: Assessment
    results: list[Result]


def wage_steps(assessment: Assessment, person: str, wages: Iterable[int]) -> Iterator[WageStep]:
    """The household with another net wage for one person, everything else as told. wages: EUR cents net per month.

    Who works is an employee, unless she told that she works otherwise. What the law reads of earlier years
    (a tax assessment, the income of two years ago) stays as it is: that part of the law follows later.
    """
    before = assessment
    situation, on = assessment.situation, assessment.situation.on
    activity = situation.told("main_activity", person)
    at_work = activity is not None and activity.value in ("employee", "civil_servant")
    for wage in wages:
        changes = [Change(("wage_net_month", (person,), None), wage, on)]
        if wage and not at_work:
            changes.append(Change(("main_activity", (person,), None), "employee", on))
        before = assess(with_changes(situation, changes), earlier=before)
        yield WageStep(wage, before, before.results())
