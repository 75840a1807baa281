"""How long one household takes: evaluation, full explanation, next question. `python -m benchmarks.one_household [--households N]`

Random households with 40 % of the facts unknown, each measured five times (the fastest counts, for the machine is shared), medians over
the households; and the time to import, to load the rights and to read the law of one day.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

DAY = date(2026, 11, 22)
REPEATED = 5


def milliseconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """The time of one call, and what it returned."""
    begin = time.perf_counter()
    result = work()
    return (time.perf_counter() - begin) * 1000, result


def main() -> int:
    """Measure and print one line per figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=60)
    asked = parser.parse_args()
    imported, _ = milliseconds(lambda: __import__("rechtop.rights.ask"))
    from tests.rights.random_households import forget, full_household

    from rechtop.rights.ask import next_questions
    from rechtop.rights.evaluate import assess, explain
    from rechtop.rights.evaluate.assessment import computable
    from rechtop.rights.law.catalogue import load

    loaded, rights = milliseconds(load)
    read, _ = milliseconds(lambda: computable(DAY))
    names = ("evaluate", "evaluate and explain", "next question", "one answer more", "the same, all explained")
    figures: dict[str, list[float]] = {name: [] for name in names}
    for seed in range(asked.households):
        full = full_household(seed, DAY)
        situation = forget(full, seed, 0.4)
        gone = next(iter(set(full.answers) - set(situation.answers)))
        best = {name: float("inf") for name in figures}
        for _ in range(REPEATED):
            evaluated, assessment = milliseconds(lambda: assess(situation))  # noqa: B023
            judged, results = milliseconds(assessment.results)
            explained, _ = milliseconds(lambda: [explain(assessment, result) for result in results])  # noqa: B023
            asked_next, _ = milliseconds(lambda: next_questions(assessment, results))  # noqa: B023
            answered = situation.with_answer(gone, *full.answers[gone])
            more, after = milliseconds(lambda: assess(answered, earlier=assessment))  # noqa: B023
            judged_more, results_more = milliseconds(after.results)
            explained_more, _ = milliseconds(lambda: [explain(after, result) for result in results_more])  # noqa: B023
            found = {
                "evaluate": evaluated + judged,
                "evaluate and explain": evaluated + judged + explained,
                "next question": asked_next,
                "one answer more": more + judged_more,
                "the same, all explained": more + judged_more + explained_more,
            }
            best = {name: min(best[name], found[name]) for name in figures}
        for name, value in best.items():
            figures[name].append(value)
    print(f"rights {len(rights)}; households {asked.households}; 40 % of the facts unknown; Python {sys.version.split()[0]}")
    print(f"import {imported:.0f} ms; load the rights {loaded:.0f} ms; read the law of one day {read:.0f} ms (once a day)")
    for name, values in figures.items():
        spread = statistics.quantiles(values, n=10)
        print(f"{name:24} median {statistics.median(values):6.2f} ms   tenth {spread[0]:6.2f}   ninetieth {spread[-1]:6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
