"""Thinking of described rights: only what surely holds, with what it rests on, and without touching anything else."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rights.random_households import forget, full_household

from rechtop.rights.evaluate import assess
from rechtop.rights.evaluate.reminders import reminders
from rechtop.rights.facts.household_file import read_household
from rechtop.rights.law.described import described

ON = date(2026, 11, 22)
TENANT = """
persons:
  - {id: an, name: An, facts: {birth_date: 1956-04-05, lives_here: always, has_vt: yes}}
  - {id: kim, name: Kim, facts: {birth_date: 2020-04-05, lives_here: always, deceased_parents: 1, education_now: primary}}
household: {someone_else_lives_here: no}
home: {tenure: rented, dwelling_quality: serious_defects_not_reported}
"""


def thought_of(text: str) -> dict[tuple[str, str], set[str]]:
    found = reminders(assess(read_household(text, on=ON)))
    return {(one.right.id, one.person): {used.ref[0] for used in one.facts} for one in found}


def test_each_reminder_names_whom_it_is_for_and_what_it_rests_on() -> None:
    found = thought_of(TENANT)
    assert found["groeipakket_zorgtoeslag_wees", "kim"] == {"birth_date", "deceased_parents"}
    assert found["derdebetalersregeling", "an"] == {"has_vt"}
    assert found["woonkwaliteit_melding", ""] == {"tenure", "dwelling_quality"}
    assert ("derdebetalersregeling", "kim") not in found


@pytest.mark.parametrize("without", ["deceased_parents: 1, ", "has_vt: yes", "tenure: rented, "])
def test_unknown_never_makes_one_think(without: str) -> None:
    fewer = thought_of(TENANT.replace(without, ""))
    assert set(fewer) < set(thought_of(TENANT))


def test_nothing_is_thought_of_when_nothing_is_known() -> None:
    assert not reminders(assess(read_household("persons: [{id: an}]", on=ON)))


def test_a_right_that_ended_is_not_thought_of() -> None:
    ended = {card.id for card in described().values() if not card.in_force(ON)}
    assert ended
    assert not ended & {right for right, _ in thought_of(TENANT)}


@pytest.mark.parametrize("seed", range(25))
def test_what_is_thought_of_with_less_known_is_still_thought_of_with_all_known(seed: int) -> None:
    full = full_household(seed, ON)
    all_known = {(one.right.id, one.person) for one in reminders(assess(full))}
    less = {(one.right.id, one.person) for one in reminders(assess(forget(full, seed, 0.4)))}
    assert less <= all_known


def test_reminders_leave_the_assessment_as_it_was() -> None:
    situation = forget(full_household(3, ON), 3, 0.3)
    assessment = assess(situation)
    reminders(assessment)
    assert assessment.results() == assess(situation).results()
