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
