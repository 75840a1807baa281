"""Which fact to ask next, and why.

Only facts that can still change something are ever proposed. The order weighs what an answer would decide (rights, euros) against the
effort of answering; a question in the topic one is talking about comes a little earlier, so that the talk flows. Every question may be
skipped; nothing here ever closes a right.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rechtop.rights.ask.openers import Behind, Skipped, asked_first, is_detail_left, is_skipped, rights_behind, value_of
from rechtop.rights.evaluate.assessment import Assessment, Computable, judge_status
from rechtop.rights.evaluate.explain import missing_in
from rechtop.rights.evaluate.result import FactRef, Result
from rechtop.rights.evaluate.run import Run, mask_of
from rechtop.rights.evaluate.values import INFINITY
from rechtop.rights.evaluate.what_if import probes, with_answer
from rechtop.rights.facts.settles import OPENERS
from rechtop.rights.facts.situation import Situation
from rechtop.rights.facts.vocabulary import TOPICS, Fact, vocabulary

EFFORT = {1: 1.0, 2: 1.7, 3: 3.0}
SENSITIVE = ("health", "residence", "relations", "justice")
CLOSING = ("someone_else_lives_here", "someone_elsewhere_matters", "has_more_real_estate", "has_more_disposals", "has_more_fuel_deliveries")
FLOW = {topic: 1.3 - 0.05 * place for place, topic in enumerate(TOPICS)}
"""People tell who they are, with whom they live and where before their health and their tax note; the talk follows them a little."""
WORTH_WITHOUT_AMOUNT = 60_00
MOST_WORTH = 1500_00
TRIED_IN_DEPTH = 6
"""How many of the most promising facts are tried out answer by answer; the others keep their first estimate."""

SHARED = ("bool", "enum", "status", "count")
"""Types of answers that several people of a household may have in common; amounts and birth dates are each one's own."""


@dataclass(frozen=True, slots=True)
class Decides:
    """What an answer does for one right: settles it for at least one answer, or only narrows its amount."""

    right: str
    subject: str
    settles: bool
    worth: int
    """EUR cents per month at stake; 0 where nothing is paid in money."""


@dataclass(frozen=True, slots=True)
class Question:
    """A fact worth asking. decides: the rights it can settle or narrow, the weightiest first; also: the same question about others."""

    ref: FactRef
    topic: str
    decides: tuple[Decides, ...]
    weight: float
    also: tuple[FactRef, ...] = ()

    @property
    def fact(self) -> Fact:
        """The passport of the fact."""
        return vocabulary().fact(self.ref[0])


def next_questions(
    assessment: Assessment,
    results: Sequence[Result] | None = None,
    *,
    limit: int | None = 3,
    topic: str = "",
    skip: Collection[Skipped] = (),
    behind: Behind | None = None,
) -> list[Question]:
    """The questions that decide most, the best first.

    skip: facts (id, of whom, year) that were answered "does not know", "rather not say" or "later" in this talk. topic: what the talk is
    about now. behind: what hangs on an opening question nobody answered, when it was computed already: its euros do not weigh yet.
    """
    found = list(results) if results is not None else assessment.results()
    hidden = rights_behind(assessment, found) if behind is None else behind
    stakes: dict[FactRef, list[tuple[Result, float]]] = {}
    for result in found:
        if result.held in ("yes", "recognised_nil") and result.status != "closed":
            continue
        missing = [
            ref
            for ref in missing_in(assessment, result)
            if not is_skipped(ref, skip) and not is_detail_left(ref, assessment.situation, skip)
        ]
        for place, ref in enumerate(missing):
            share = 1.0 / len(missing) + (0.15 if place == 0 else 0.0)
            stakes.setdefault(ref, []).append((result, share))
    _add_openers(assessment, stakes, skip)
    estimates = sorted(
        ((_weight(ref, rights, topic, hidden), ref) for ref, rights in stakes.items()), key=lambda pair: (-pair[0], pair[1][0], pair[1][1])
    )
    tried = [
        _tried(assessment, ref, [result for result, _ in stakes[ref]], weight, topic, hidden) for weight, ref in estimates[:TRIED_IN_DEPTH]
    ]
    useful = sorted((question for question in tried if question.decides), key=lambda question: -question.weight)
    rest = [
        Question(ref, vocabulary().fact(ref[0]).topic, tuple(Decides(r.right, r.subject, False, worth(r)) for r, _ in stakes[ref]), weight)
        for weight, ref in estimates[TRIED_IN_DEPTH:]
    ]
    first = {ref: asked_first(ref, assessment.situation, skip, stakes) for ref in stakes}
    open_now = frozenset(first.values())
    asked: dict[FactRef, Question] = {}
    for question in useful + rest:
        ref, *also = _together(first[question.ref], open_now, assessment.situation)
        asked.setdefault(ref, replace(question, ref=ref, topic=vocabulary().fact(ref[0]).topic, also=tuple(also)))
    return list(asked.values())[:limit]


def _together(ref: FactRef, open_now: Collection[FactRef], situation: Situation) -> list[FactRef]:
    """A question with the same open one about other people, in the order in which the household was told: the teller first."""
    fact = vocabulary().fact(ref[0])
    if fact.type not in SHARED or ref[3] != "value":
        return [ref]
    place = {person: number for number, person in enumerate(situation.persons)}
    found = [ref]
    for other in open_now:
        if other[0] != ref[0] or other[2:] != ref[2:] or len(other[1]) != len(ref[1]):
            continue
        differ = [(mine, theirs) for mine, theirs in zip(ref[1], other[1], strict=True) if mine != theirs]
        if len(differ) == 1 and differ[0][0] in place and differ[0][1] in place:
            found.append(other)
    return sorted(found, key=lambda one: [place.get(person, -1) for person in one[1]])


def _add_openers(assessment: Assessment, stakes: dict[FactRef, list[tuple[Result, float]]], skip: Collection[Skipped]) -> None:
    """Where several facts of one person hang that one opening question can answer, propose that question as well."""
    for opener, answers in OPENERS.items():
        for person in assessment.subjects:
            ref: FactRef = (opener, (person,), None, "value")
            covered = [found for found in stakes if found[0] in answers and found[1] == (person,) and found != ref]
            if len(covered) < 2 or is_skipped(ref, skip) or value_of(assessment.situation, opener, (person,)) is not None:
                continue
            shares: dict[tuple[str, str], tuple[Result, float]] = {}
            for found in covered:
                for result, share in stakes[found]:
                    place = (result.right, result.subject)
                    shares[place] = (result, shares.get(place, (result, 0.0))[1] + share)
            stakes[ref] = [*stakes.get(ref, []), *shares.values()]


def open_facts(assessment: Assessment, results: Sequence[Result]) -> list[FactRef]:
    """Every fact that can still change a result, each once."""
    return list(dict.fromkeys(ref for result in results for ref in missing_in(assessment, result)))


def worth(result: Result) -> int:
    """EUR cents per month at stake in a right; an estimate to order questions with, never shown as an amount."""
    if result.high is None:
        return WORTH_WITHOUT_AMOUNT
    high = MOST_WORTH if result.high == INFINITY else min(MOST_WORTH, int(result.high))
    low = 0 if result.status != "open" or result.low is None else min(int(result.low), high)
    return (high - low) // {"month": 1, "year": 12, "once": 12}.get(result.per or "month", 1)


def _weighs(result: Result, hidden: Behind) -> float:
    """How much a right weighs among the others: by its euros, but not by euros that hang on an opening question nobody answered."""
    at_stake = worth(result)
    return 1.0 + (min(at_stake, WORTH_WITHOUT_AMOUNT) if (result.right, result.subject) in hidden else at_stake) / 300_00


def _weight(ref: FactRef, rights: Sequence[tuple[Result, float]], topic: str, hidden: Behind) -> float:
    total = sum(share * _weighs(result, hidden) for result, share in rights)
    return total * _ease(ref, topic)


def _ease(ref: FactRef, topic: str) -> float:
    fact = vocabulary().fact(ref[0])
    ease = 1.0 / EFFORT[fact.effort]
    if fact.id in CLOSING or fact.id in ("birth_date", "lives_here", "kinship", "has_own_income"):
        ease *= 1.6
    ease *= FLOW[fact.topic]
    if fact.sensitivity in SENSITIVE:
        ease *= 0.75
    if ref[3] != "value":
        ease *= 0.8
    return ease * (1.35 if topic and fact.topic == topic else 1.0)


def _tried(assessment: Assessment, ref: FactRef, results: Sequence[Result], estimate: float, topic: str, hidden: Behind) -> Question:
    """A question with what its answers would really do, found by trying them."""
    fact = vocabulary().fact(ref[0])
    answers = probes(assessment, ref)
    bit = mask_of(frozenset([ref[0], *OPENERS.get(ref[0], ())]))
    before = [
        (assessment.by_id[result.right], result)
        for result in results
        if assessment.by_id[result.right].facts & bit or assessment.by_id[result.right].opens
    ]
    gains = [0.0] * len(before)
    settles = [False] * len(before)
    for answer in answers:
        run, after = with_answer(assessment, ref, answer)
        for place, (right, result) in enumerate(before):
            gain = _gain(right, result, after if result.opens_after else run)
            gains[place] += gain / len(answers)
            settles[place] = settles[place] or gain >= 1
    if not answers:
        gains, settles = [0.5] * len(before), [False] * len(before)
    decides = [
        Decides(result.right, result.subject, settles[place], worth(result)) for place, (_, result) in enumerate(before) if gains[place] > 0
    ]
    total = sum(gains[place] * _weighs(result, hidden) for place, (_, result) in enumerate(before))
    weight = (total + 0.25 * estimate / max(_ease(ref, topic), 0.01)) * _ease(ref, topic)
    ordered = sorted(decides, key=lambda found: (-found.settles, -found.worth, found.right))
    return Question(ref, fact.topic, tuple(ordered), weight)


def _gain(right: Computable, before: Result, run: Run) -> float:
    """1 when the answer settles the right, less when it settles a condition or only narrows the amount."""
    env = (before.subject,)
    if right.concerned is not None and right.concerned(run, env) is False:
        return 1.0
    status = judge_status(right, before.subject, run)
    if status == "closed":
        return 1.0
    if status == "open":
        if right.amount is None:
            return 1.0
        low, high = right.amount(run, env)
        if low == high:
            return 1.0
        return 0.6 if before.status != "open" else _narrowed(before, low, high)
    fewer = len(before.hangs_on) - sum(1 for _, reading in right.conditions if reading(run, env) is None)
    return 0.3 * max(0, fewer) / max(1, len(before.hangs_on)) + (0.2 * _narrowed(before, *right.amount(run, env)) if right.amount else 0.0)


def _narrowed(before: Result, low: float, high: float) -> float:
    """Which part of the width of an amount disappears (0 to 1)."""
    first = MOST_WORTH if before.high in (None, INFINITY) else float(before.high or 0)
    width = first - float(before.low or 0)
    now = min(float(high), MOST_WORTH) - float(max(low, 0))
    return max(0.0, min(1.0, 1 - now / width)) if width > 0 else 0.0
