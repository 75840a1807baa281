"""Told answers through time: what a status was on a day, and what an answer without a beginning says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rechtop.rights.evaluate.told_values import ToldValues
from rechtop.rights.facts.situation import Situation, Spell
from rechtop.rights.facts.vocabulary import vocabulary

TODAY = date(2026, 11, 22)
STATES = [option.id for option in vocabulary().fact("has_leefloon").values]


def state_on(day: date | None, *spells: Spell) -> Any:
    told = ToldValues(Situation(TODAY, ("an",), answers={("has_leefloon", ("an",), None): spells}))
    values, unknown = told.table(("has_leefloon", "value", None, day.toordinal() if day else None))
    mask = values.get(("an",), unknown)
    return STATES[mask.bit_length() - 1] if mask & (mask - 1) == 0 else None


STOPPED = Spell("stopped", since=date(2024, 5, 1), until=date(2025, 12, 31))


@pytest.mark.parametrize(
    ("day", "state"),
    [(None, "stopped"), (date(2026, 1, 1), "stopped"), (date(2025, 12, 31), "yes"), (date(2024, 5, 1), "yes"), (date(2024, 4, 30), None)],
)
def test_a_status_that_ended_was_had_until_its_last_day(day: date | None, state: str | None) -> None:
    assert state_on(day, STOPPED) == state


def test_a_status_told_with_a_last_day_in_the_past_has_stopped() -> None:
    assert state_on(None, Spell("yes", since=date(2024, 5, 1), until=date(2025, 12, 31))) == "stopped"


def test_never_had_it_holds_for_every_day() -> None:
    assert state_on(date(2020, 1, 1), Spell("never")) == "never"


def test_an_answer_without_a_beginning_says_nothing_about_another_day() -> None:
    assert state_on(date(2026, 1, 1), Spell("yes")) is None
    assert state_on(None, Spell("yes")) == "yes"


def test_the_home_counts_as_real_estate_of_whoever_owns_a_part_of_it() -> None:
    from rechtop.rights.evaluate import assess, explain
    from rechtop.rights.facts.household_file import read_household

    text = """
on: 2026-11-22
household: {someone_else_lives_here: no, someone_elsewhere_matters: no}
persons: [{id: an, facts: {birth_date: 1980-01-01, lives_here: always, has_more_real_estate: no, has_own_income: no}}]
relations: [{from: an, to: home, ownership_share_percent: 100, ownership_right: full_ownership}]
home: {tenure: owner_occupied, property_kind: home_lived_in, cadastral_income: 1000.00, rent_received_year: 0}
"""
    assessment = assess(read_household(text), ["leefloon"])
    steps = {step.key: step for step in explain(assessment, assessment.results()[0]).steps}
    estate = next(step for key, step in steps.items() if "estate" in key or "property" in key or "real" in key)
    assert estate.high > 0


def test_the_home_of_a_tenant_is_nobodys_real_estate() -> None:
    from rechtop.rights.evaluate import assess
    from rechtop.rights.evaluate.explain import missing_in
    from rechtop.rights.facts.household_file import read_household

    text = """
on: 2026-11-22
household: {someone_else_lives_here: no, someone_elsewhere_matters: no}
persons: [{id: an, facts: {birth_date: 1980-01-01, lives_here: always, has_more_real_estate: no, has_own_income: no}}]
home: {tenure: rented}
"""
    assessment = assess(read_household(text), ["leefloon"])
    missing = {ref[0] for ref in missing_in(assessment, assessment.results()[0])}
    assert not missing & {"ownership_right", "ownership_share_percent", "property_kind"}
