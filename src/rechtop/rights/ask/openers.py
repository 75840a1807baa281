"""What hangs on an opening question that nobody answered: the details behind it, and the rights that a "no" would close."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

from rechtop.rights.evaluate.assessment import Assessment, judge_status
from rechtop.rights.evaluate.result import FactRef, Result
from rechtop.rights.evaluate.run import mask_of
from rechtop.rights.evaluate.what_if import with_answer
from rechtop.rights.facts.settles import ASKED_FIRST, OPENERS, RARE
from rechtop.rights.facts.situation import HOME, Situation, Value

Skipped: TypeAlias = tuple[str, tuple[str, ...], int | None] | FactRef
"""A question that was answered with "does not know", "rather not say" or "later": (fact id, of whom, year) for all about that fact, or
the whole reference for one aspect of it."""

Behind: TypeAlias = dict[tuple[str, str], FactRef]
"""(right, person) → the opening question on which it hangs."""


def is_skipped(ref: FactRef, skip: Collection[Skipped]) -> bool:
    """Whether a question need not be asked now."""
    return ref[:3] in skip or ref in skip


def value_of(situation: Situation, fact: str, ids: tuple[str, ...]) -> Value:
    """What is known of a fact now; None when nobody answered, or somebody said not to know."""
    spell = situation.told(fact, *ids)
    return None if spell is None else spell.value


def rights_behind(assessment: Assessment, results: Sequence[Result]) -> Behind:
    """The hanging rights that a "no" to an opening question about the person would close, while nobody answered that question (RARE).

    They are no less open for that: they only weigh no more than others until somebody told that the question is there at all.
    """
    found: Behind = {}
    for opener in RARE:
        answers = OPENERS[opener]
        bit = mask_of(frozenset([opener, *answers]))
        for person in assessment.subjects:
            hanging = [one for one in results if one.subject == person and one.status == "hangs" and one.held in ("", "never")
                       and assessment.by_id[one.right].facts & bit]  # fmt: skip
            if not hanging or value_of(assessment.situation, opener, (person,)) is not None:
                continue
            ref: FactRef = (opener, (person,), None, "value")
            run, after = with_answer(assessment, ref, False)
            for one in hanging:
                if judge_status(assessment.by_id[one.right], person, after if one.opens_after else run) in ("closed", None):
                    found.setdefault((one.right, person), ref)
    return found


def is_detail_left(ref: FactRef, situation: Situation, skip: Collection[Skipped]) -> bool:
    """Whether a question is a detail of an opening question that was left unanswered: it can be told, but it is not pushed.

    Another opening question that was answered with "yes" keeps it worth asking.
    """
    openers = [opener for opener, answers in OPENERS.items() if ref[0] in answers]
    if any(value_of(situation, opener, ref[1]) is True for opener in openers):
        return False
    return any(is_skipped((opener, ref[1], None, "value"), skip) for opener in openers)


def asked_first(ref: FactRef, situation: Situation, skip: Collection[Skipped], asked: Collection[FactRef]) -> FactRef:
    """The easier question that mostly settles this one, while it was not asked; else the question itself. asked: what is proposed now."""
    for opener, answers in OPENERS.items():
        if ref[0] in answers and (before := (opener, ref[1], None, "value")) in asked:
            return before
    easier = ASKED_FIRST.get(ref[0])
    if easier is None or value_of(situation, ref[0], ref[1]) is not None:
        return ref
    first: FactRef = (easier, ref[1], None, "value")
    said = value_of(situation, easier, ref[1])
    if said is None and not is_skipped(first, skip):
        return first
    home: FactRef = ("dwelling_municipality", (HOME,), None, "value")
    if said == "this_home" and value_of(situation, home[0], (HOME,)) is None and not is_skipped(home, skip):
        return home
    return ref


def unanswered_openers(situation: Situation) -> frozenset[FactRef]:
    """The opening questions about everybody that nobody answered with yes or no."""
    return frozenset(
        (opener, (person,), None, "value")
        for opener in OPENERS
        for person in situation.persons
        if value_of(situation, opener, (person,)) is None
    )
