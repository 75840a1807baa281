"""Looking ahead: what a change would do, what the coming months bring, and what work would bring in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rechtop.rights.ahead import Change, differences, moments, wage_steps, with_changes, with_newcomer
from rechtop.rights.evaluate import Result, assess
from rechtop.rights.facts.household_file import read_household
from rechtop.rights.facts.situation import Situation

ON = date(2026, 11, 22)
SINGLE = """
on: 2026-11-22
household: {someone_else_lives_here: no, someone_elsewhere_matters: no}
home: {tenure: rented, landlord_type: private, rent_month: 600.00}
persons:
  - id: an
    name: An
    facts: {birth_date: 1985-03-03, lives_in_belgium: yes, nationality: belgian, register: {value: population, since: 1985-03-03},
      marital_status: unmarried, stays_in: at_home, lives_here: always, ready_to_work: yes, able_to_work: full_time,
      third_party_pays_housing_month: 0, savings_own: 0, savings_joint: 0, has_more_real_estate: no, has_more_disposals: no,
      has_own_income: no, wage_net_month: 0, wage_gross_month: 0, full_time_study: no}
"""


@pytest.fixture
def single() -> Situation:
    return read_household(SINGLE)


def amounts(situation: Situation, right: str, who: str = "an") -> Result | None:
    return next((one for one in assess(situation, [right]).results() if one.subject in (who, "")), None)


def test_a_change_holds_from_its_day_and_leaves_what_was_told_as_it_is(single: Situation) -> None:
    told = dict(single.answers)
    after = with_changes(single, [Change(("tenure", ("home",), None), "owned_outright", date(2026, 11, 1))])
    assert after.told("tenure", "home").value == "owned_outright"  # type: ignore[union-attr]
    assert single.answers == told
    gone = with_changes(single, [Change(("register", ("an",), None), "none", date(2026, 11, 1))])
    new, old = gone.answers[("register", ("an",), None)]
    assert (new.value, new.since) == ("none", date(2026, 11, 1))
    assert (old.value, old.until) == ("population", date(2026, 10, 31))


def test_a_gross_wage_is_not_known_any_more_once_the_net_wage_is_another(single: Situation) -> None:
    net, gross = ("wage_net_month", ("an",), None), ("wage_gross_month", ("an",), None)
    works = with_changes(single, [Change(net, 900_00, ON)])
    assert works.answers[gross][0].value is None
    both = with_changes(single, [Change(net, 900_00, ON), Change(gross, 1_000_00, ON)])
    assert both.answers[gross][0].value == 1_000_00
    stops = with_changes(both, [Change(net, 0, ON)])
    assert stops.answers[gross][0].value == 0, "who earns nothing net earns nothing gross"


def test_a_partner_who_moves_in_changes_the_category(single: Situation) -> None:
    alone = assess(single).results()
    with_partner = with_newcomer(
        single,
        "partner",
        "Partner",
        {
            ("kinship", ("an", "partner"), None): "partner_without_papers",
            ("lives_here", ("partner",), None): "always",
            ("birth_date", ("partner",), None): date(1986, 1, 1),
        },
        ON,
    )
    assert with_partner.told("kinship", "partner", "an").value == "partner_without_papers"  # type: ignore[union-attr]
    found = {(one.right, one.subject): one.how for one in differences(alone, assess(with_partner).results())}
    assert found["leefloon", "an"] in ("less", "unsure", "changed")
    with pytest.raises(ValueError, match="partner"):
        with_newcomer(with_partner, "partner", "Again", {}, ON)


def test_leefloon_is_lost_with_a_full_wage_and_less_with_a_small_one(single: Situation) -> None:
    before = assess(single).results()

    def how(wage: int) -> dict[str, Any]:
        works = with_changes(
            single,
            [
                Change(("wage_net_month", ("an",), None), wage, ON),
                Change(("has_own_income", ("an",), None), True, ON),
                Change(("main_activity", ("an",), None), "employee", ON),
            ],
        )
        for zero in ("meal_and_eco_vouchers_month", "wage_extras_net_year", "self_employed_net_year", "artistic_income_year",
                     "pension_net_month", "benefits_net_month", "gifts_month"):  # fmt: skip
            works = with_changes(works, [Change((zero, ("an",), None), 0, ON)])
        return {one.right: one.how for one in differences(before, assess(works).results())}

    assert how(2500_00)["leefloon"] == "lost"
    assert how(500_00)["leefloon"] in ("less", "unsure", "changed")


def test_the_same_household_twice_has_no_difference(single: Situation) -> None:
    assert differences(assess(single).results(), assess(single).results()) == []


def test_a_right_that_could_not_be_computed_is_no_loss() -> None:
    one = Result("a", "an", "open", "amount", "month", 100, 100)
    assert differences([one], [replace(one, status="failed")]) == []
    assert [found.how for found in differences([one], [])] == ["lost"]
    assert [found.how for found in differences([], [one])] == ["gained"]
    assert [found.how for found in differences([one], [replace(one, low=50, high=200)])] == ["changed"]


def test_the_year_ahead_tells_ages_ends_and_index_days() -> None:
    mother = read_household(Path("docs/examples/single-mother.yaml").read_text(encoding="utf-8"))
    results = assess(mother).results()
    until = date(mother.on.year + 2, mother.on.month, 1)
    found = moments(mother, results, until)
    assert found == sorted(found, key=lambda one: one.day)
    assert all(mother.on < one.day <= until for one in found)
    ages = {(one.who, one.age, one.day) for one in found if one.kind == "age"}
    births = {who: spell.value for who in mother.persons if (spell := mother.told("birth_date", who)) is not None}
    for who, age, day in ages:
        born = births[who]
        assert isinstance(born, date)
        assert (day.year - born.year, day.month, day.day) == (age, born.month, born.day)
    assert any(one.kind == "index" and one.right == "groeipakket_basisbedrag" and one.day == date(2027, 9, 1) for one in found)


def test_somebody_born_on_29_february_comes_of_age_on_1_march(single: Situation) -> None:
    born = with_changes(single, [Change(("birth_date", ("an",), None), date(2008, 2, 29), ON)])
    young = replace(born, on=date(2026, 1, 10))
    assert [(one.age, one.day) for one in moments(young, [], date(2026, 12, 1))] == [(18, date(2026, 3, 1))]


def test_an_answer_with_an_end_stands_in_the_year_ahead(single: Situation) -> None:
    key = ("has_leefloon", ("an",), None)
    held = with_changes(single, [Change(key, "yes", date(2026, 10, 1))])
    spell = replace(held.answers[key][0], until=date(2027, 1, 31))
    found = moments(replace(held, answers={**held.answers, key: (spell,)}), [], date(2027, 6, 1))
    assert [(one.kind, one.day, one.who) for one in found] == [("ends", date(2027, 1, 31), "an")]


def test_each_wage_gives_what_the_law_makes_of_it_as_if_it_were_told(single: Situation) -> None:
    steps = list(wage_steps(assess(single), "an", [0, 600_00, 2600_00]))
    assert [step.wage for step in steps] == [0, 600_00, 2600_00]
    for step in steps:
        anew = assess(step.assessment.situation).results()
        assert {(one.right, one.subject): one for one in anew} == {(one.right, one.subject): one for one in step.results}
    leefloon = [next(one for one in step.results if one.right == "leefloon") for step in steps]
    assert leefloon[2].status == "closed"
