"""What an explanation says must be so: only what is not known is missing, and what is missing can matter."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rights.random_households import forget, full_household

from rechtop.rights.ask import next_questions
from rechtop.rights.evaluate import assess, explain

DAY = date(2026, 11, 22)
SEEDS = st.integers(min_value=0, max_value=1_000_000)
relaxed = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(SEEDS, st.sampled_from([0.2, 0.5]))
def test_a_fact_with_a_value_is_never_missing(seed: int, share: float) -> None:
    situation = forget(full_household(seed, DAY), seed, share)
    assessment = assess(situation)
    for result in assessment.results():
        for fact, ids, year, aspect in explain(assessment, result).missing:
            spell = situation.told(fact, *ids, year=year)
            assert aspect != "value" or spell is None or spell.knowing != "known", (result.right, fact, ids, spell)


@relaxed
@given(SEEDS)
def test_whatever_hangs_says_on_what(seed: int) -> None:
    assessment = assess(forget(full_household(seed, DAY), seed, 0.5))
    for result in assessment.results():
        if result.status == "hangs":
            found = explain(assessment, result)
            assert found.missing or found.pending or result.opens_after or any(used.certainty == "missing" for used in found.amounts), (
                result
            )


@relaxed
@given(SEEDS)
def test_every_question_is_about_something_that_is_not_known(seed: int) -> None:
    situation = forget(full_household(seed, DAY), seed, 0.5)
    for question in next_questions(assess(situation), limit=12):
        fact, ids, year, aspect = question.ref
        spell = situation.told(fact, *ids, year=year)
        assert aspect != "value" or spell is None or spell.knowing != "known"
        assert question.decides


def test_a_household_about_which_all_is_known_leaves_nothing_to_ask_that_settles_a_status() -> None:
    for seed in range(12):
        situation = full_household(seed, DAY)
        assessment = assess(situation)
        for question in next_questions(assessment, limit=50):
            assert situation.told(question.ref[0], *question.ref[1], year=question.ref[2]) is None or question.ref[3] != "value"
