"""The keeper of the law sees what waits for her, and what changed between two days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rechtop.rights.language.amounts import Dated, Series
from rechtop.rights.language.rule import series_of
from rechtop.rights.law import upkeep
from rechtop.rights.law.catalogue import load

DAY = date(2026, 11, 22)


def a_series(*values: Dated, index: str = "by_decision") -> Series:
    return Series("income_limit", "EUR/year", "one", index, values)


def stale_of(monkeypatch: pytest.MonkeyPatch, series: Series, on: date = DAY) -> set[str]:
    """Why a series is named, when it stands in leefloon's amounts instead of one that is read."""
    held = {**series_of("leefloon"), series.name: series}
    monkeypatch.setattr(upkeep, "series_of", lambda right: held if right == "leefloon" else series_of(right))
    monkeypatch.setattr(upkeep, "load", lambda: ("leefloon",))
    return {one.why for one in upkeep.stale(on) if (one.right, one.series) == ("leefloon", series.name)}


def test_every_figure_of_the_law_is_read_by_some_rule() -> None:
    assert [f"{one.right}.{one.series}" for one in upkeep.stale(DAY) if one.why == "never_read"] == []


def test_every_right_names_a_law_that_can_be_opened() -> None:
    assert [one.right for one in upkeep.stale(DAY) if one.why == "no_link"] == []


def test_a_figure_that_no_rule_reads_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    confirmed = Dated(date(2020, 1, 1), 100_00, "https://example.be", "confirmed")
    assert stale_of(monkeypatch, replace(a_series(confirmed), name="forgotten")) == {"never_read"}


def test_a_figure_past_its_index_date_waits_for_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Dated(date(2025, 9, 1), 100_00, "https://example.be", "confirmed")
    assert "no_value" in stale_of(monkeypatch, a_series(known, index="1-september"))


def test_the_same_figure_waits_for_nothing_before_its_index_date(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Dated(date(2025, 9, 1), 100_00, "https://example.be", "confirmed")
    assert "no_value" not in stale_of(monkeypatch, a_series(known, index="1-september"), date(2026, 8, 31))


@pytest.mark.parametrize("certainty", ["derived", "unconfirmed"])
def test_a_figure_that_is_not_confirmed_is_named(monkeypatch: pytest.MonkeyPatch, certainty: str) -> None:
    known = Dated(date(2026, 9, 1), 100_00, "own computation", certainty)  # type: ignore[arg-type]
    assert "not_confirmed" in stale_of(monkeypatch, a_series(known))


def test_nothing_changes_between_a_day_and_the_next_when_no_law_does() -> None:
    assert upkeep.changes(date(2026, 11, 21), DAY) == []


def test_march_2026_changes_the_rule_and_the_figures_of_leefloon() -> None:
    change = next(one for one in upkeep.changes(date(2026, 2, 28), date(2026, 3, 1)) if one.right == "leefloon")
    assert change.rule == "other"
    figure = next(one for one in change.figures if one.series.name == "amount_year")
    assert (figure.before.value["3"], figure.after.value["3"]) == (21_312_87, 21_738_88)  # type: ignore[union-attr]


def test_a_right_that_reads_the_figures_of_another_changes_with_it() -> None:
    change = next(one for one in upkeep.changes(date(2026, 2, 28), date(2026, 3, 1)) if one.right == "installatiepremie")
    assert change.through == ("leefloon",)
    assert change.figures == ()


def test_every_source_on_the_network_is_listed_with_its_rights() -> None:
    found = upkeep.links()
    assert all(address.startswith(("http://", "https://")) for address in found)
    assert {right for rights in found.values() for right in rights} == set(load())
