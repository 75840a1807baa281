"""Several requests may ask for a new day at once: the law reads the same in each."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from tests.rights.random_households import forget, full_household

from rechtop.rights.evaluate import assess, explain
from rechtop.rights.evaluate.assessment import computable
from rechtop.rights.law.catalogue import law_on

DAYS = [date(2026, 10, 1) + timedelta(days=place) for place in range(6)]


def answers(on: date) -> list[tuple[str, str, str, object, object]]:
    assessment = assess(forget(full_household(7, on), 7, 0.3))
    results = assessment.results()
    assert all(explain(assessment, result).conditions for result in results)
    return [(result.right, result.subject, result.status, result.low, result.high) for result in results]


def test_days_read_by_several_threads_at_once_give_the_same_answers() -> None:
    with ThreadPoolExecutor(max_workers=6) as pool:
        together = list(pool.map(answers, DAYS))
    law_on.cache_clear()
    computable.cache_clear()
    assert together == [answers(on) for on in DAYS]
