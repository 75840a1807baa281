"""What a worker types becomes one typed answer, or one clear sentence; never a silent guess and never a crash."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rechtop.people import answers
from rechtop.people.answers import Answer, NotAnAnswer, read
from rechtop.rights.facts.situation import Between
from rechtop.rights.facts.vocabulary import vocabulary

TODAY = date(2026, 11, 22)


def value(fact: str, said: object, language: str = "nl") -> object:
    answer = read(fact, said, language=language, today=TODAY)
    return answer.value if answer.knowing == "known" else answer.knowing


def refusal(fact: str, said: object) -> NotAnAnswer:
    with pytest.raises(NotAnAnswer) as caught:
        read(fact, said, today=TODAY)
    return caught.value


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("1.234,56", 123456),
        ("1234.56", 123456),
        ("1,234.56", 123456),
        ("1 234,56", 123456),
        ("1\N{NO-BREAK SPACE}234,56", 123456),
        ("1'234", 123400),
        ("€ 900", 90000),
        ("900 euro", 90000),
        ("900EUR", 90000),
        ("900,-", 90000),
        ("900.-", 90000),
        ("900,50", 90050),
        (",5", 50),
        ("1.234", 123400),
        ("1,234", 123400),
        ("345.678,90", 34567890),
        ("0,900", 90),
        ("0", 0),
        ("niets", 0),
        ("900 per maand", 90000),
        ("900 €/mois", 90000),
        ("٩٠٠", 90000),
        ("\N{RIGHT-TO-LEFT MARK}900\N{ZERO WIDTH SPACE}", 90000),
        ("tussen 800 en 900", Between(80000, 90000)),
        ("entre 800 et 900 euros", Between(80000, 90000)),
        ("between 800 and 900", Between(80000, 90000)),
        ("800 - 900", Between(80000, 90000)),
        ("800 à 900", Between(80000, 90000)),
        ("van 900 tot 800", Between(80000, 90000)),
        ("ongeveer 900", Between(81000, 99000)),
        ("environ 900", Between(81000, 99000)),
        ("~900", Between(81000, 99000)),
        ("minder dan 10.000", Between(0, 999999)),
        ("moins de 10.000", Between(0, 999999)),
        ("< 10.000", Between(0, 999999)),
        ("hoogstens 10.000", Between(0, 1000000)),
        ("meer dan 500", Between(50001, None)),
        ("minstens 500", Between(50000, None)),
        ("?", "does_not_know"),
        ("weet niet", "does_not_know"),
        ("je ne sais pas", "does_not_know"),
        ("unknown", "does_not_know"),
        ("liever niet", "rather_not_say"),
        ("rather_not_say", "rather_not_say"),
        ("later", "later"),
    ],
)
def test_amounts_as_people_write_them(typed, cents):
    assert value("wage_net_month", typed) == cents


@pytest.mark.parametrize(
    ("typed", "why", "guess"),
    [
        ("abc", "geen bedrag", ""),
        ("NaN", "geen bedrag", ""),
        ("1e309", "geen bedrag", ""),
        ("inf", "geen bedrag", ""),
        ("--5", "geen bedrag", ""),
        ("1.23.456", "geen bedrag", ""),
        ("12/3/2020", "geen bedrag", ""),
        ("900; DROP TABLE people_person", "geen bedrag", ""),
        ("-5", "minder dan 0", "5"),
        ("1234,567", "twee cijfers na de komma", "1.234,57"),
        ("0.123", "twee cijfers na de komma", "0,12"),
        ("10.800 per jaar", "andere periode", "900"),
        ("9" * 30, "meer dan", ""),
        ("", "niets ingevuld", ""),
        ("   ", "niets ingevuld", ""),
        ("x" * 1_000_000, "te lang", ""),
        ("1" * 1_000_000, "te lang", ""),
        ("9\x0000", "niet te lezen", ""),
        ("900\x07", "niet te lezen", ""),
        ("900\ud800", "niet te lezen", ""),
    ],
)
def test_what_is_no_amount_is_refused_with_its_field_and_a_remedy(typed, why, guess):
    refused = refusal("wage_net_month", typed)
    assert refused.label == vocabulary().fact("wage_net_month").label.nl
    assert refused.label in str(refused)
    assert why in refused.why
    assert refused.guess == guess
    assert refused.to_do
    if guess:
        assert value("wage_net_month", guess) is not None  # the guess can be taken over as it stands


@pytest.mark.parametrize("said", [None, [], [900], {}, {"at_least": 1}, 9.5, float("nan"), b"900", object(), date(2026, 1, 1), True])
def test_what_is_not_one_answer_is_refused(said):
    assert refusal("wage_net_month", said).to_do


@pytest.mark.parametrize(
    "said",
    [10**5000, -(10**5000), Decimal("1e999999"), Decimal("NaN"), Decimal("sNaN"), Fraction(1, 3), Between(5, 3), Between()],
    ids=lambda said: type(said).__name__,
)
def test_a_typed_value_that_cannot_be_is_refused(said):
    assert refusal("wage_net_month", said).why


def test_typed_values_are_in_the_unit_of_the_fact():
    assert value("wage_net_month", 120050) == 120050
    assert value("wage_net_month", Between(80000, 80000)) == 80000
    assert value("ownership_share_percent", Fraction(1, 3)) == Fraction(1, 3)
    assert value("nights_per_14_days", 7) == 7


@pytest.mark.parametrize(
    ("fact", "typed", "expected"),
    [
        ("fuel_litres", "1.500", Fraction(1500)),
        ("fuel_litres", "1500 liter", Fraction(1500)),
        ("fuel_price_per_litre", "1.234", Fraction(617, 500)),  # 1.234 euro a litre cannot be
        ("fuel_price_per_litre", "€ 0,934 per liter", Fraction(467, 500)),
        ("nights_per_14_days", "7 nachten", 7),
        ("nights_per_14_days", "ongeveer 7", Between(6, 8)),
        ("ownership_share_percent", "33,33 %", Fraction(3333, 100)),
    ],
)
def test_numbers_with_their_unit(fact, typed, expected):
    assert value(fact, typed) == expected


def test_half_a_night_is_asked_back():
    assert refusal("nights_per_14_days", "7,5").why == "is geen heel getal."


def test_money_with_three_digits_after_the_point_is_thousands_in_every_language():
    assert {value("wage_net_month", "1.250", language) for language in ("nl", "fr", "en")} == {125000}


def test_the_language_decides_between_two_readings_of_a_number():
    assert value("fuel_litres", "1.500", "nl") == 1500
    assert value("fuel_litres", "1.500", "en") == Fraction(3, 2)


@pytest.mark.parametrize("typed", ["ja", "Ja.", "oui", "YES", "y", "jawel", "1"])
def test_yes_in_three_languages(typed):
    assert value("has_own_income", typed) is True


@pytest.mark.parametrize("typed", ["nee", "neen", "Non", "no", "n", "0"])
def test_no_in_three_languages(typed):
    assert value("has_own_income", typed) is False


def test_maybe_is_not_yes_and_not_no():
    refused = refusal("has_own_income", "misschien")
    assert refused.guess == "?"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12/3/1990", date(1990, 3, 12)),
        ("12-03-1990", date(1990, 3, 12)),
        ("12.3.1990", date(1990, 3, 12)),
        ("12 3 1990", date(1990, 3, 12)),
        ("12031990", date(1990, 3, 12)),
        ("1990-03-12", date(1990, 3, 12)),
        ("12 maart 1990", date(1990, 3, 12)),
        ("12 mrt 90", date(1990, 3, 12)),
        ("1er mars 1990", date(1990, 3, 1)),
        ("le 12 août 1985", date(1985, 8, 12)),
        ("March 12, 1990", date(1990, 3, 12)),
        ("29/2/2024", date(2024, 2, 29)),
        ("gisteren", date(2026, 11, 21)),
        ("vandaag", TODAY),
        ("maart 1990", Between(date(1990, 3, 1), date(1990, 3, 31))),
        ("3/1990", Between(date(1990, 3, 1), date(1990, 3, 31))),
        ("1990", Between(date(1990, 1, 1), date(1990, 12, 31))),
        ("rond 1990", Between(date(1988, 12, 31), date(1992, 1, 1))),
        ("november 2026", Between(date(2026, 11, 1), TODAY)),
        ("voor 2000", Between(None, date(1999, 12, 31))),
        ("tussen 1990 en 1992", Between(date(1990, 1, 1), date(1992, 12, 31))),
    ],
)
def test_dates_as_people_write_them(typed, expected):
    assert value("birth_date", typed) == expected


@pytest.mark.parametrize(
    ("typed", "why", "guess"),
    [
        ("29/2/2023", "bestaat niet", "28/2/2023"),
        ("31/4/2020", "bestaat niet", "30/4/2020"),
        ("3/25/1990", "eerst de dag", "25/3/1990"),
        ("12/3/25", "twee eeuwen", "12/3/2025"),
        ("23/11/2026", "toekomst", ""),
        ("1/1/0001", "verleden", ""),
        ("31/12/9999", "toekomst", ""),
        ("00/00/0000", "geen jaar", ""),
        ("99999999", "eerst de dag", ""),
        ("gisteren of zo", "geen datum", ""),
    ],
)
def test_dates_that_cannot_be_are_refused(typed, why, guess):
    refused = refusal("birth_date", typed)
    assert why in refused.why
    assert refused.guess == guess


def test_a_date_still_to_come_is_fine_where_it_makes_sense():
    assert value("expected_birth_date", "12/3/2027") == date(2027, 3, 12)


@pytest.mark.parametrize("typed", ["niet zwanger", "Pas enceinte", "not pregnant", "nee", "non", "no"])
def test_that_there_is_no_such_day_is_an_answer_too(typed):
    assert value("expected_birth_date", typed) == vocabulary().fact("expected_birth_date").no_date.day


def test_the_day_that_no_such_day_counts_as_is_accepted_and_shown_in_words():
    for fact in vocabulary():
        if fact.no_date is not None:
            assert value(fact.id, fact.no_date.day) == fact.no_date.day
            assert answers.show(fact, fact.no_date.day, language="fr") == fact.no_date.label.fr
    assert refusal("birth_date", "nee").why


@pytest.mark.parametrize("typed", ["child", "kind", "Kind", "enfant", "CHILD "])
def test_an_option_by_its_id_or_its_words(typed):
    assert value("kinship", typed) == "child"


def test_a_misspelt_option_is_asked_back_with_a_guess():
    refused = refusal("kinship", "kint")
    assert refused.guess == "kind"
    assert value("kinship", refused.guess) == "child"


def test_a_municipality_by_its_code():
    assert value("domicile_municipality", "44021") == "44021"
    assert value("domicile_municipality", "buitenland") == "abroad"
    assert "NIS-code" in refusal("domicile_municipality", "4402").to_do


def test_a_status_with_its_parts():
    answer = read(
        "has_leefloon", {"state": "ja", "since": "1/1/2026", "amount": "1.314,20", "amount_in_year": {"2025": "12.000"}}, today=TODAY
    )
    assert answer == Answer("known", "yes", {"amount": 131420, "amount_in_year": {2025: 1200000}}, date(2026, 1, 1), None)
    assert value("has_leefloon", "nee") == "never"
    assert value("has_leefloon", answers.show("has_leefloon", "asked")) == "asked"
    assert value("has_leefloon", "?") == "does_not_know"
    assert value("has_leefloon", {"state": "liever niet"}) == "rather_not_say"
    assert refusal("has_leefloon", {"state": "ja", "colour": "red"}).why
    assert refusal("has_leefloon", {"amount": "-5"}).why


def test_a_part_that_somebody_does_not_know_is_not_known():
    assert read("has_leefloon", {"state": "yes", "amount": "?"}, today=TODAY).parts == {"amount": None}


def test_a_period_that_ends_before_it_begins_is_refused():
    passport = vocabulary().fact("main_activity")
    assert answers.read_period(passport, "maart 2025", "maart 2025", today=TODAY) == (date(2025, 3, 1), date(2025, 3, 31))
    with pytest.raises(NotAnAnswer, match="eindigt voor het begint"):
        answers.read_period(passport, "1/3/2025", "1/2/2025", today=TODAY)
    with pytest.raises(NotAnAnswer, match="geen dag of maand"):
        answers.read_period(passport, "2025", None, today=TODAY)


# -- whatever is typed ---------------------------------------------------------------------------------------------------

ALL_FACTS = sorted(vocabulary().facts)
WORDS = (
    "0 1 12 900 1.234,56 , . - / € euro % tussen en tot van ongeveer minder dan meer < > ? ja nee maart 1990 29/2/2023 per maand jaar "
    "rond voor na \x00 \u202e \ud800 ٣ ½ ² Ⅷ 十 1e309 NaN ' ’ \n \t 🙂 child always yes"
)
PIECES = st.sampled_from(WORDS.split(" "))
TYPED = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=8).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)
SAID = st.one_of(
    TYPED,
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.fractions(),
    st.dates(),
    st.lists(TYPED, max_size=2),
    st.dictionaries(st.sampled_from(["state", "since", "until", "amount", "amount_in_year", "category", "x"]), TYPED, max_size=4),
    st.builds(Between, st.none() | st.integers() | st.dates(), st.none() | st.integers() | st.fractions()),
)


@settings(max_examples=800, deadline=None)
@example(fact="has_vt", said={"since": "1890"}, language="nl")  # a guess about the day is no guess about the answer
@given(fact=st.sampled_from(ALL_FACTS), said=SAID, language=st.sampled_from(["nl", "fr", "en"]))
@example(fact="ordinary_work_hours_month", said="1000.1", language="nl")  # the nearest whole number is too high as well
def test_whatever_is_said_is_read_or_refused_by_name_and_what_is_read_can_be_kept(fact, said, language):
    passport = vocabulary().fact(fact)
    try:
        answer = read(fact, said, language=language, today=TODAY)
    except NotAnAnswer as refused:
        assert str(refused)
        if refused.guess:
            read(fact, refused.guess, language=language, today=TODAY)  # a guess that is offered is never refused
        return
    kept, parts = answers.from_kept(passport, answers.as_kept(passport, answer))
    assert (kept, dict(parts)) == (answer.value, dict(answer.parts))
    assert answers.show(passport, answer.value, language=language)
    if answer.knowing == "known" and not isinstance(answer.value, Between) and passport.type in ("cents", "count", "decimal"):
        scale = answers.scale_of(passport)
        assert scale.low is None or answer.value >= scale.low
        assert scale.high is None or answer.value <= scale.high


@settings(max_examples=300, deadline=None)
@given(
    fact=st.sampled_from([fact for fact in ALL_FACTS if vocabulary().fact(fact).type == "cents"]),
    ends=st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)),
)
def test_what_is_shown_is_read_back_as_the_same(fact, ends):
    most = vocabulary().fact(fact).max
    low, high = sorted(end if most is None else min(end, int(most)) for end in ends)
    for said in (low, Between(low, high) if low != high else high):
        for language in ("nl", "fr", "en"):
            shown = answers.show(fact, said, language=language)
            assert value(fact, shown, language) == said


DAYS = st.dates(date(1900, 1, 1), TODAY)


@settings(max_examples=200, deadline=None)
@given(day=DAYS, other=DAYS)
def test_a_date_that_is_shown_is_read_back_as_the_same(day, other):
    first, last = sorted((day, other))
    for said in (day, Between(first, last) if first != last else first, Between(None, day), Between(day, TODAY) if day != TODAY else day):
        for language in ("nl", "fr", "en"):
            assert value("birth_date", answers.show("birth_date", said, language=language), language) == said


def test_words_are_shown_and_refused_in_the_language_of_the_reader():
    assert answers.show("wage_net_month", Between(80000, 90000), language="fr") == "entre €\u00a0800 et €\u00a0900"
    assert answers.show("birth_date", date(1990, 3, 12), language="en") == "12 March 1990"
    assert answers.show("kinship", "child", language="en") == "child"
    with translation.override("en"), pytest.raises(NotAnAnswer, match="is no amount"):
        read("wage_net_month", "abc", language="en", today=TODAY)
