"""Which described rights one should think of for a household: those whose condition surely holds, never on something unknown.

They influence neither the next question nor what a household gets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rechtop.rights.evaluate.assessment import Assessment
from rechtop.rights.evaluate.functions import Functions
from rechtop.rights.evaluate.result import FactUsed
from rechtop.rights.evaluate.run import Run
from rechtop.rights.evaluate.trace import Trace
from rechtop.rights.language.conditions import Who, truth_of
from rechtop.rights.language.graph import Node
from rechtop.rights.language.rule import reading_alone
from rechtop.rights.language.told import Household, Person
from rechtop.rights.law.described import DescribedRight, described


class Reminder(NamedTuple):
    """A described right to think of, for whom ("" for the household), and what was told that makes one think of it."""

    right: DescribedRight
    person: str
    facts: tuple[FactUsed, ...]


@dataclass(frozen=True, slots=True)
class _Day:
    functions: Functions
    cards: tuple[tuple[DescribedRight, Node], ...]


@lru_cache(maxsize=64)
def _on(on: date) -> _Day:
    """The conditions of all cards in force on a day, as functions; made once for each day."""
    subjects: dict[Who, Person | Household] = {"person": Person(0), "household": Household("household")}
    with reading_alone():
        cards = tuple(
            (card, truth_of(card.think_when, subjects[card.about], on).node)
            for card in described().values()
            if card.think_when is not None and card.in_force(on)
        )
    nodes = [node for _, node in cards]
    functions = Functions(nodes)
    functions.together("rests", nodes)
    return _Day(functions, cards)


def reminders(assessment: Assessment) -> list[Reminder]:
    """The described rights whose condition is surely met, in the order of the cards and of the persons."""
    day = _on(assessment.situation.on)
    trace = Trace(day.functions, Run(assessment.told))
    found: list[Reminder] = []
    for card, node in day.cards:
        for subject in ("",) if card.about == "household" else assessment.subjects:
            holds, (used, _) = trace.below(node, (subject,))
            if holds is True:
                found.append(Reminder(card, subject, trace.used(used)))
    return found
