"""Dated figures: the right value on each day, and never a stale one in silence."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rechtop.rights.language import RuleError
from rechtop.rights.language.amounts import Law, index_dates, read_series

YAML = """
limit: {unit: EUR/year, index: 1-september, values: [{from: 2024-09-01, value: 30386.52, source: a page, status: confirmed},
        {from: 2025-09-01, value: 31000.10, source: rule, status: derived}]}
rate: {unit: rate, index: never, values: [{from: 2020-01-01, value: 0.06, source: law}]}
by_kind: {unit: EUR, index: never, values: [{from: 2020-01-01, value: {single: 10.5, couple: 20}, source: law}]}
slices: {unit: EUR, index: never, values: [{from: 2020-01-01, source: law,
         value: [{above: 0, rate: 0}, {above: 6200, rate: 0.06}, {above: 12500, rate: 0.1}]}]}
gap: {unit: EUR, index: by_decision,
      values: [{from: 2020-01-01, value: 5, source: law}, {from: 2024-01-01, value: null, source: not found}]}
towns: {unit: codes, index: never, values: [{from: 2020-01-01, value: ["44021"], source: list}]}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some_right" / "amounts.yaml"
    path.parent.mkdir()
    path.write_text(YAML)
    return path


def test_a_value_holds_from_its_first_day(file: Path) -> None:
    limit = read_series(file)["limit"]
    assert limit.at(date(2025, 8, 31)).value == 3_038_652  # type: ignore[union-attr]
    assert limit.at(date(2025, 9, 1)).value == 3_100_010  # type: ignore[union-attr]
    assert limit.at(date(2024, 8, 31)) is None


def test_past_an_index_date_the_old_value_is_not_taken(file: Path) -> None:
    limit = read_series(file)["limit"]
    assert limit.at(date(2026, 8, 31)) is not None
    assert limit.at(date(2026, 9, 1)) is None
    assert limit.stale_since(date(2026, 11, 22)) == date(2026, 9, 1)


def test_a_known_gap_is_a_gap(file: Path) -> None:
    assert read_series(file)["gap"].at(date(2024, 6, 1)) is None


def test_money_is_exact(file: Path) -> None:
    series = read_series(file)
    assert series["rate"].at(date(2026, 1, 1)).value == Fraction(3, 50)  # type: ignore[union-attr]
    assert series["by_kind"].at(date(2026, 1, 1)).value == {"single": 1050, "couple": 2000}  # type: ignore[union-attr]


def test_a_misspelt_figure_names_the_ones_there_are(file: Path) -> None:
    law = Law("some_right", read_series(file), date(2026, 1, 1))
    with pytest.raises(RuleError, match="limit"):
        _ = law.limmit


def test_a_table_is_not_a_number(file: Path) -> None:
    law = Law("some_right", read_series(file), date(2026, 1, 1))
    with pytest.raises(RuleError, match="couple"):
        law.by_kind.at("family")
    with pytest.raises(RuleError, match=r"\.nth|\.of|itself"):
        law.rate.at("single")


@pytest.mark.parametrize(
    "wrong",
    [
        "limit: {unit: EUR, values: [{from: 2024-01-01, value: 1}]}",
        "limit: {values: []}",
        "limit: {unit: EUR, index: sometimes, values: [{from: 2024-01-01, value: 1, source: x}]}",
        "limit: {unit: EUR, values: [{from: 2024-01-01, value: 1, source: x, status: sure}]}",
        "limit: {unit: EUR, values: [{from: 2024-01-01, value: 1, source: x}, {from: 2024-01-01, value: 2, source: x}]}",
    ],
)
def test_a_faulty_file_names_the_series(file: Path, wrong: str) -> None:
    file.write_text(wrong)
    with pytest.raises(RuleError) as refused:
        read_series(file)
    assert "limit" in str(refused.value) or "sometimes" in str(refused.value)


def test_the_pivot_dates_of_federal_benefits_are_known() -> None:
    steps = index_dates("pivot", date(2026, 11, 22))
    assert date(2026, 3, 1) in steps
    assert date(2026, 9, 1) in steps


def test_a_series_that_never_falls_is_at_least_its_last_value(file: Path) -> None:
    file.write_text(YAML.replace("limit: {unit", "limit: {never_falls: yes, unit"))
    limit = read_series(file)["limit"]
    assert limit.at(date(2026, 9, 1)) is None
    assert limit.last_before(date(2026, 9, 1)).value == 3_100_010  # type: ignore[union-attr]
    assert limit.last_before(date(2026, 8, 31)) is None, "it is known, so there is nothing to bound"
    assert Law("some_right", {"limit": limit}, date(2026, 9, 1)).limit.node.op == "from_here_up"
