"""Somebody in one line: the words people use, in three languages, and what is refused with a way on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rechtop.casework.kin_line import KIN_WORDS, KinLine, read_kin_line
from rechtop.rights.facts.kinship import INVERSE
from rechtop.rights.facts.situation import Between
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.trust.refusal import Refused

TODAY = date(2026, 11, 22)
EIGHT = Between(date(2017, 11, 23), date(2018, 11, 22))


@pytest.mark.parametrize(
    ("typed", "name", "kinship", "born"),
    [
        ("dochter Noor 8", "Noor", "child", EIGHT),
        ("dochter Noor, 8 jaar", "Noor", "child", EIGHT),
        ("Dochter Noor (8)", "Noor", "child", EIGHT),
        ("fille Noor 8 ans", "Noor", "child", EIGHT),
        ("daughter Noor 8 years", "Noor", "child", EIGHT),
        ("partner Karim 1988", "Karim", "partner_without_papers", Between(date(1988, 1, 1), date(1988, 12, 31))),
        ("zoon", "Zoon", "child", None),
        ("moeder Rosa Van den Berg 12/3/1950", "Rosa Van den Berg", "parent", date(1950, 3, 12)),
        ("père Émile", "Émile", "parent", None),
        ("baby Lou 4 maanden", "Lou", "child", Between(date(2026, 6, 23), date(2026, 7, 22))),
        ("ex Bert 41", "Bert", "ex_partner", Between(date(1984, 11, 23), date(1985, 11, 22))),
        ("Fatima", "Fatima", "", None),
        ("vriend Tom 30", "vriend Tom", "", Between(date(1995, 11, 23), date(1996, 11, 22))),
        ("zus Ine 29 februari 2004", "Ine", "sibling", date(2004, 2, 29)),
    ],
)
def test_who_is_meant(typed: str, name: str, kinship: str, born: object) -> None:
    read = read_kin_line(typed, today=TODAY)
    assert (read.name, read.kinship, read.born) == (name, kinship, born)


def test_who_lives_elsewhere() -> None:
    assert read_kin_line("oma Rosa elders", today=TODAY).elsewhere
    assert read_kin_line("ex Bert", today=TODAY).elsewhere
    assert not read_kin_line("dochter Noor", today=TODAY).elsewhere


@pytest.mark.parametrize("typed", ["", "   ", "8", "zoon Noor 300", "x" * 200, "a\x00b", "zoon Tom 31/2/2010", "\u202e"])
def test_what_cannot_be_read_is_refused_with_a_way_on(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_kin_line(typed, today=TODAY)
    assert refused.value.to_do


def test_every_word_means_a_tie_that_exists_and_one_only() -> None:
    ties = vocabulary().fact("kinship").option_ids
    words = [word for several in KIN_WORDS.values() for word in several.split()]
    assert set(KIN_WORDS) <= set(ties) <= set(INVERSE) | set(ties)
    assert len(words) == len(set(words))


@given(st.text(max_size=400))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        read = read_kin_line(typed, today=TODAY)
    except Refused as refused:
        assert str(refused)
    else:
        assert isinstance(read, KinLine)
        assert read.name


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2025, 2, 28), date(2026, 3, 31), date(2026, 12, 31)])
def test_ages_on_days_that_are_easily_wrong(today: date) -> None:
    for age in (0, 1, 17, 18, 99):
        born = read_kin_line(f"zoon Tom {age}", today=today).born
        assert isinstance(born, Between)
        assert isinstance(born.low, date)
        assert isinstance(born.high, date)
        for day in (born.low, born.high):
            assert today.year - day.year - ((today.month, today.day) < (day.month, day.day)) == age
