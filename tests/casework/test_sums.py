"""No euro is counted twice."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rechtop.casework.sums import Together, counted, together
from rechtop.rights.ask import Behind
from rechtop.rights.evaluate import Explanation, Result
from rechtop.rights.evaluate.result import AmountUsed
from rechtop.rights.evaluate.values import INFINITY
from rechtop.rights.facts.situation import Situation, Spell


class Household:
    """A household of which only the results matter: what `together` reads of Stands."""

    def __init__(
        self,
        *results: Result,
        couple: tuple[str, str] | None = None,
        categories: dict[str, tuple[str, ...]] | None = None,
        behind: Behind | None = None,
    ) -> None:
        answers: Any = {("kinship", couple, None): (Spell("spouse"),)} if couple else {}
        self.results = list(results)
        self.behind = behind or {}
        self.situation = Situation(on=date(2026, 11, 22), persons=("an", "bo"), answers=answers)
        self.categories: dict[str, tuple[str, ...]] = categories or {}

    def explain(self, result: Result) -> Explanation:
        keys = self.categories.get(result.subject, ("2",))
        used = tuple(AmountUsed("leefloon", "amount_year", key, "EUR/year", "2026-03-01", 1, "confirmed", "") for key in keys)
        return Explanation(result, (), (), (), (), (), used)


def right(
    id: str, who: str = "an", low: int = 100_00, high: float = 100_00, *, status: Any = "open", per: Any = "month", **more: Any
) -> Result:
    return Result(id, who, status, "amount", per, low, high, **more)


def sums(*results: Result, **more: Any) -> Together:
    return together(Household(*results, **more))  # type: ignore[arg-type]


def test_month_year_and_once_stay_apart_and_so_do_open_and_maybe() -> None:
    found = sums(
        right("a"),
        right("b", low=50_00, high=60_00),
        right("c", per="year"),
        right("d", per="once"),
        right("e", low=0, high=30_00, status="hangs"),
    )
    assert found.open == {"month": (150_00, 160_00), "year": (100_00, 100_00), "once": (100_00, 100_00)}
    assert found.maybe == {"month": 30_00}
    assert found.left_out == []


def test_what_hangs_on_a_question_nobody_answered_stands_apart_and_swells_nothing() -> None:
    illness = ("long_illness_or_disability", ("an",), None, "value")
    found = sums(
        right("inkomensvervangende_tegemoetkoming", low=0, high=1800_00, status="hangs"),
        right("leefloon", low=0, high=1300_00, status="hangs"),
        right("c", low=0, high=INFINITY, status="hangs", per="year"),
        behind={("inkomensvervangende_tegemoetkoming", "an"): illness, ("c", "an"): illness},
    )
    assert found.maybe == {"month": 1300_00}
    assert found.behind == {(illness[0], "month"): 1800_00, (illness[0], "year"): None}


def test_what_runs_is_closed_or_is_no_amount_is_not_in_it() -> None:
    found = sums(
        right("a", held="yes"), right("b", held="recognised_nil"), right("c", status="closed"), right("d", status="failed"),
        Result("e", "an", "open", "tariff"), Result("f", "an", "open", "discretionary", "month", 10, 20),
    )  # fmt: skip
    assert (found.open, found.maybe, found.tariffs) == ({}, {}, 1)


def test_a_loan_must_be_paid_back_and_is_not_in_it() -> None:
    assert sums(right("a"), Result("b", "an", "open", "loan", "once", 1800_00, 1800_00)).open == {"month": (100_00, 100_00)}


def test_what_was_asked_and_is_not_paid_yet_is_in_it() -> None:
    assert sums(right("a", held="asked")).open == {"month": (100_00, 100_00)}


def test_a_couple_with_a_child_gets_one_leefloon() -> None:
    both = {"an": ("3",), "bo": ("3",)}
    found = sums(right("leefloon", "an", 800_00, 900_00), right("leefloon", "bo", 850_00, 900_00), couple=("an", "bo"), categories=both)
    assert found.open == {"month": (850_00, 900_00)}
    assert [(left.right, left.why) for left in found.left_out] == [("leefloon", "one_for_the_couple")]


def test_a_couple_without_a_child_gets_two() -> None:
    each = {"an": ("1",), "bo": ("1",)}
    found = sums(right("leefloon", "an"), right("leefloon", "bo"), couple=("an", "bo"), categories=each)
    assert found.open == {"month": (200_00, 200_00)}


def test_while_the_category_is_not_sure_the_low_end_counts_it_once_and_the_high_end_twice() -> None:
    unsure = {"an": ("1", "3"), "bo": ("1", "3")}
    found = sums(right("leefloon", "an"), right("leefloon", "bo"), couple=("an", "bo"), categories=unsure)
    assert found.open == {"month": (100_00, 200_00)}


@pytest.mark.parametrize("pair", [("leefloon", "equivalent_leefloon"), ("huursubsidie", "huurpremie")])
def test_rights_that_exclude_each_other_count_once(pair: tuple[str, str]) -> None:
    found = sums(right(pair[0], "", 0, 300_00, status="hangs"), right(pair[1], "", 0, 200_00, status="hangs"))
    assert found.maybe == {"month": 300_00}
    assert found.left_out[0].right == pair[1]


def test_the_open_one_counts_before_a_larger_one_that_hangs() -> None:
    found = sums(right("huursubsidie", "", 0, 300_00, status="hangs"), right("huurpremie", "", 200_00, 200_00))
    assert (found.open, found.maybe) == ({"month": (200_00, 200_00)}, {})


def test_a_leefloon_only_fills_what_an_income_guarantee_leaves() -> None:
    found = sums(right("inkomensgarantie_voor_ouderen", low=700_00, high=700_00), right("leefloon", low=400_00, high=400_00))
    assert found.open == {"month": (700_00, 700_00)}
    assert found.left_out[0].why == "claimed_first"


def test_the_income_guarantee_of_a_partner_counts_for_the_leefloon_of_the_couple_too() -> None:
    found = sums(
        right("inkomensgarantie_voor_ouderen", "an", 391_00, 391_00), right("inkomensgarantie_voor_ouderen", "bo", 391_00, 391_00),
        right("leefloon", "bo", 258_00, 258_00), couple=("an", "bo"),
    )  # fmt: skip
    assert found.open == {"month": (782_00, 782_00)}


def test_an_open_leefloon_stands_while_an_income_replacement_still_hangs() -> None:
    found = sums(
        right("leefloon", low=600_00, high=600_00), right("inkomensvervangende_tegemoetkoming", low=0, high=1800_00, status="hangs")
    )
    assert (found.open, found.maybe) == ({"month": (600_00, 600_00)}, {})


def test_rights_of_each_child_add_up() -> None:
    assert sums(right("groeipakket_basisbedrag", "noor"), right("groeipakket_basisbedrag", "mats")).open == {"month": (200_00, 200_00)}


def test_what_nothing_bounds_is_never_a_number() -> None:
    found = sums(right("a", low=0, high=INFINITY, status="hangs"), right("b", low=0, high=50_00, status="hangs"))
    assert (found.maybe, found.bounded) == ({"month": None}, {"month": 50_00})
    assert sums(right("a", low=20_00, high=INFINITY)).open == {"month": (20_00, None)}


def test_an_amount_that_is_not_known_is_not_counted_as_nothing() -> None:
    assert counted(replace(right("a"), low=None, high=None)) is None
