"""Amounts, ranges, dates and times in three languages."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from rechtop.web import wording


def plain(text: str) -> str:
    """Unbreakable spaces as ordinary ones, so that the expectation can be read."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("cents", "nl", "fr", "en"),
    [
        (123_456, "€ 1.234,56", "1.234,56 €", "€1,234.56"),
        (0, "€ 0,00", "0,00 €", "€0.00"),
        (5, "€ 0,05", "0,05 €", "€0.05"),
        (-123_456, "−€ 1.234,56", "−1.234,56 €", "−€1,234.56"),
        (123_456_789_00, "€ 123.456.789,00", "123.456.789,00 €", "€123,456,789.00"),
    ],
)
def test_an_exact_amount(cents: int, nl: str, fr: str, en: str) -> None:
    assert [plain(wording.euros(cents, language)) for language in ("nl", "fr", "en")] == [nl, fr, en]


def test_an_amount_never_breaks_over_two_lines() -> None:
    assert " " not in wording.euros(123_456, "nl") + wording.euros(123_456, "fr")


def test_what_a_person_may_count_on_is_rounded_down_and_the_high_end_up() -> None:
    assert plain(wording.whole_euros_down(14_377)) == "€ 143"
    assert plain(wording.whole_euros_up(14_377)) == "€ 144"
    assert plain(wording.whole_euros_up(14_400)) == "€ 144"
    assert plain(wording.whole_euros_down(-150)) == "−€ 2"  # down is down, also below zero


@pytest.mark.parametrize(
    ("low", "high", "options", "words"),
    [
        (18_050, 41_920, {"per": "month"}, "tussen € 180 en € 420 per maand"),
        (18_050, 41_920, {"compact": True}, "€ 180 tot € 420"),
        (23_702, 23_702, {"or_nothing": True}, "€ 237,02 of niets"),
        (23_702, 23_702, {"per": "month"}, "€ 237,02 per maand"),
        (64_000, 64_000, {}, "€ 640"),
        (0, 35_000, {"per": "month"}, "tot € 350 per maand"),
        (None, 35_000, {}, "tot € 350"),
        (18_050, None, {"per": "year"}, "minstens € 180 per jaar"),
        (18_050, 41_920, {"or_nothing": True, "per": "once"}, "tussen € 180 en € 420 eenmalig, of niets"),
        (0, 0, {}, "€ 0"),
    ],
)
def test_a_range_in_words(low: int | None, high: int | None, options: dict[str, Any], words: str) -> None:
    assert plain(wording.amount_range(low, high, **options)) == words


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "nog niet te zeggen"), ("fr", "impossible à dire pour l’instant"), ("en", "cannot be said yet")]
)
def test_what_is_not_known_is_never_zero(language: str, words: str) -> None:
    assert wording.amount_range(None, None, per="month", language=language) == words


def test_a_range_in_french_and_english() -> None:
    assert plain(wording.amount_range(18_050, 41_920, per="month", language="fr")) == "entre 180 € et 420 € par mois"
    assert plain(wording.amount_range(23_702, 23_702, or_nothing=True, language="en")) == "€237.02 or nothing"


def test_dates_and_times() -> None:
    talk, new_year = date(2026, 11, 24), date(2027, 1, 1)
    assert [wording.day(talk, language) for language in ("nl", "fr", "en")] == ["24 november 2026", "24 novembre 2026", "24 November 2026"]
    assert wording.day(new_year, "fr") == "1er janvier 2027"
    assert wording.day_short(new_year, "nl") == "1 jan"
    assert [wording.weekday(talk, language) for language in ("nl", "fr", "en")] == [
        "dinsdag 24 november",
        "mardi 24 novembre",
        "Tuesday 24 November",
    ]
    assert wording.month(talk, "en") == "November 2026"
    moment = datetime(2026, 11, 24, 9, 4, tzinfo=UTC)
    assert [plain(wording.clock(moment, language)) for language in ("nl", "fr", "en")] == ["9.04 u.", "9 h 04", "9:04"]


def test_another_language_reads_as_dutch_and_a_dialect_as_its_language() -> None:
    assert wording.day(date(2026, 3, 2), "de") == "2 maart 2026"
    assert wording.day(date(2026, 3, 2), "fr-be") == "2 mars 2026"
