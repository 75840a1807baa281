"""The dates and figures of the rights for children."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from rechtop.rights.evaluate.functions import Functions
from rechtop.rights.evaluate.run import Run
from rechtop.rights.evaluate.told_values import ToldValues
from rechtop.rights.facts.situation import Key, Situation, Spell
from rechtop.rights.language import Law, Person
from rechtop.rights.language.rule import series_of
from rechtop.rights.law.catalogue import load
from rechtop.rights.law.shared.children import award_year_of, income_year_of, month_end, registered_in_flanders, school_year_of


@pytest.mark.parametrize(
    ("on", "start", "income_year"),
    [
        (date(2021, 9, 30), date(2020, 10, 1), 2018),
        (date(2021, 10, 1), date(2021, 10, 1), 2019),
        (date(2022, 8, 31), date(2021, 10, 1), 2019),
        (date(2022, 9, 1), date(2022, 9, 1), 2020),
        (date(2026, 8, 31), date(2025, 9, 1), 2023),
        (date(2026, 9, 1), date(2026, 9, 1), 2024),
    ],
)
def test_the_award_year_began_in_october_until_2022_and_begins_in_september_since(on: date, start: date, income_year: int) -> None:
    assert award_year_of(on) == start
    assert income_year_of(award_year_of(on)) == income_year


def test_a_school_year_begins_on_the_first_of_september() -> None:
    assert school_year_of(date(2026, 8, 31)) == date(2025, 9, 1)
    assert school_year_of(date(2026, 9, 1)) == date(2026, 9, 1)


@pytest.mark.parametrize(("on", "end"), [(date(2024, 2, 1), date(2024, 2, 29)), (date(2025, 12, 31), date(2025, 12, 31))])
def test_the_end_of_a_month(on: date, end: date) -> None:
    assert month_end(on) == end


@pytest.mark.parametrize(
    ("code", "flemish"),
    [
        ("44021", True),
        ("11002", True),
        ("73111", True),
        ("21004", False),
        ("25112", False),
        ("62063", False),
        ("abroad", False),
        (None, None),
    ],
)
def test_flanders_is_told_by_the_arrondissement_of_the_municipality(code: str | None, flemish: bool | None) -> None:
    load()
    on = date(2025, 11, 3)
    law = Law("groeipakket_basisbedrag", series_of("groeipakket_basisbedrag"), on)
    answers: dict[Key, tuple[Spell, ...]] = {("domicile_municipality", ("kid",), None): (Spell(code),)} if code else {}
    told = ToldValues(Situation(on, ("kid",), answers=answers))
    assert Functions().reading(registered_in_flanders(Person(0), law).node)(Run(told), ("kid",)) is flemish


TWO_PERCENT = {date(year, 9, 1): Fraction(102, 100) for year in range(2020, 2025)} | {date(2025, 9, 1): Fraction(10246, 10000)}
IN_TWO_STEPS = TWO_PERCENT | {date(2022, 9, 1): Fraction(101, 100), date(2022, 12, 1): Fraction(101, 100)}
SCHOOL = {date(2021 + place, 9, 1): Fraction(factor, 1000) for place, factor in enumerate([1007, 1007, 1053, 1107])}
CHAINS = [
    ("groeipakket_basisbedrag", "basic_amount", IN_TWO_STEPS),
    ("groeipakket_basisbedrag", "old_amount_low", IN_TWO_STEPS),
    ("groeipakket_basisbedrag", "old_amount_middle", IN_TWO_STEPS),
    ("groeipakket_basisbedrag", "old_orphan_amount", TWO_PERCENT),
    ("groeipakket_sociale_toeslag", "low_income_large_family", TWO_PERCENT),
    ("groeipakket_sociale_toeslag", "old_low_long_ill", TWO_PERCENT),
    ("schooltoeslag", "income_maximum", SCHOOL),
    ("schooltoeslag", "full_grant", SCHOOL),
]


@pytest.mark.parametrize(("right", "name", "steps"), CHAINS, ids=[name for _, name, _ in CHAINS])
def test_each_index_step_is_taken_on_the_rounded_figure_before_it(right: str, name: str, steps: dict[date, Fraction]) -> None:
    """Published and derived figures alike: a typing error in either breaks the chain."""
    load()
    before: list[Fraction | int] = []
    for dated in series_of(right)[name].values:
        value = dated.value
        now = list(value.values()) if isinstance(value, dict) else list(value) if isinstance(value, tuple) else [value]
        if before:
            raised = 1500 if dated.since == date(2022, 12, 1) and right == "groeipakket_sociale_toeslag" else 0
            factor = steps.get(dated.since, Fraction(1))
            assert now == [(cents * factor + Fraction(1, 2)).__floor__() + raised for cents in before], f"{name} from {dated.since}"
        before = now
