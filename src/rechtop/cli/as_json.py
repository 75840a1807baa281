"""Results as plain data: what `--json` prints. Amounts are whole EUR cents; null is "no bound" or "not in money"."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from rechtop.rights.ask import Question, question_text
from rechtop.rights.evaluate import Assessment, Explanation, FactRef
from rechtop.rights.evaluate.result import AmountUsed, ConditionShown, StepShown
from rechtop.rights.evaluate.values import INFINITY
from rechtop.rights.facts.situation import Situation
from rechtop.rights.law.texts import texts_of

FORMAT = 1


def cents(value: Any) -> int | None:
    """Whole cents, half up; null where there is no bound."""
    if value is None or value in (INFINITY, -INFINITY):
        return None
    return (Fraction(value) + Fraction(1, 2)).__floor__()


def ref(found: FactRef) -> dict[str, Any]:
    """A fact: its id, of whom, the year and which aspect of it."""
    return {"fact": found[0], "of": list(found[1]), "year": found[2], "aspect": found[3]}


def condition(shown: ConditionShown, right: str, language: str) -> dict[str, Any]:
    """One condition. holds: true, false or null (not known)."""
    return {
        "key": shown.key,
        "says": texts_of(right).sentence(shown.key, shown.says, language),
        "article": shown.article,
        "holds": shown.holds,
        "facts": [ref(used.ref) for used in shown.facts],
        "missing": [ref(one) for one in shown.missing],
    }


def step(shown: StepShown, right: str, language: str) -> dict[str, Any]:
    """One line of the calculation: cents for money, a number or fraction in text otherwise."""
    money = shown.unit == "cents"
    ends = [cents(end) if money else (None if isinstance(end, float) else str(end)) for end in (shown.low, shown.high)]
    return {
        "key": shown.key,
        "says": texts_of(right).sentence(shown.key, shown.says, language),
        "article": shown.article,
        "unit": shown.unit,
        "low": ends[0],
        "high": ends[1],
        "about": list(shown.about),
    }


def amount(used: AmountUsed) -> dict[str, Any]:
    """A dated figure that took part, with its source and how sure it is."""
    return {
        "right": used.right,
        "name": used.name,
        "key": used.key,
        "unit": used.unit,
        "from": used.since,
        "value": None if used.value is None else str(used.value),
        "certainty": used.certainty,
        "source": used.source,
    }


def right_result(found: Explanation, language: str) -> dict[str, Any]:
    """One right for one person ("" for the household)."""
    result = found.result
    return {
        "right": result.right,
        "name": texts_of(result.right).name.in_language(language),
        "person": result.subject,
        "status": result.status,
        "kind": result.kind,
        "amount": {"low": cents(result.low), "high": cents(result.high), "per": result.per} if result.per else None,
        "article": found.article,
        "held": result.held,
        "opens_after": list(result.opens_after),
        "because": list(result.because),
        "hangs_on": list(result.hangs_on),
        "provisional": result.provisional,
        "reason": result.reason,
        "certainty": found.certainty,
        "conditions": [condition(one, result.right, language) for one in found.conditions],
        "calculation": [step(one, result.right, language) for one in found.steps],
        "missing": [ref(one) for one in found.missing],
        "pending": [ref(one) for one in found.pending],
        "warnings": [condition(one, result.right, language) for one in found.warnings],
        "judgements": [
            {"key": key, "says": texts_of(result.right).sentence(key, says, language), "article": article}
            for key, says, article in found.judgements
        ],
        "elsewhere_first": list(found.elsewhere_first),
        "parameters": [amount(one) for one in found.amounts],
    }


def question(found: Question, situation: Situation, language: str) -> dict[str, Any]:
    """One question with what it decides."""
    return {
        **ref(found.ref),
        "question": question_text(found.ref, situation, language),
        "topic": found.topic,
        "effort": found.fact.effort,
        "decides": [{"right": one.right, "person": one.subject, "settles": one.settles} for one in found.decides],
    }


def household(assessment: Assessment, explanations: list[Explanation], questions: list[Question], language: str) -> dict[str, Any]:
    """The whole answer of `rechtop scan --json`."""
    situation = assessment.situation
    return {
        "format": FORMAT,
        "on": situation.on.isoformat(),
        "persons": {person: situation.names.get(person, person) for person in situation.persons},
        "rights": [right_result(one, language) for one in explanations],
        "questions": [question(one, situation, language) for one in questions],
    }
