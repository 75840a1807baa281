"""The search box finds facts by what people say at the desk."""

from __future__ import annotations

import pytest

from rechtop.rights.facts.search import find_facts, one_slip, plain
from rechtop.rights.facts.vocabulary import LANGUAGES, Language, vocabulary


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("nl", "loon", "wage_net_month"),
        ("nl", "mazout", "heating_fuel"),
        ("nl", "kot", "student_housing"),
        ("nl", "rekening leeg", "savings_own"),
        ("nl", "kindergeld", "gets_child_benefit_for"),
        ("nl", "schimmel", "dwelling_quality"),
        ("nl", "ik ben gescheiden", "marital_status"),
        ("nl", "mijn ex betaalt niet", "maintenance_paid_month"),
        ("nl", "ZWANGER", "expected_birth_date"),
        ("fr", "mazout", "heating_fuel"),
        ("fr", "loyer", "rent_month"),
        ("fr", "chomage", "has_unemployment_benefit"),
        ("fr", "garde alternée", "nights_per_14_days"),
        ("fr", "soeur", "kinship"),
        ("en", "heating oil", "heating_fuel"),
        ("en", "wage", "wage_net_month"),
        ("en", "pregnant", "expected_birth_date"),
        ("en", "student room", "student_housing"),
    ],
)
def test_everyday_words_find_the_fact(language: Language, typed: str, first: str) -> None:
    assert find_facts(typed, language)[0].id == first


def test_the_bailiff_leads_to_the_debts_and_the_lawyer() -> None:
    found = {fact.id for fact in find_facts("deurwaarder", "nl")}
    assert {"has_debt_mediation", "debt_repayment_month", "has_legal_problem"} <= found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_found_by_its_label(language: Language) -> None:
    for fact in vocabulary():
        found = [hit.id for hit in find_facts(fact.label.in_language(language), language, limit=12)]
        assert fact.id in found, fact.label.in_language(language)


def test_the_beginning_of_a_word_is_enough() -> None:
    assert find_facts("pens", "nl")[0].id == "pension_net_month"


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert find_facts("kinderbijslg", "nl")[0].id == "gets_child_benefit_for"
    assert find_facts("alimnetatie", "nl")[0].id == "maintenance_paid_month"


def test_an_exact_word_comes_before_the_beginning_of_a_word() -> None:
    ids = [fact.id for fact in find_facts("it", "nl", limit=50)]
    assert ids[0] == "has_it"


def test_a_hyphen_may_be_left_out_and_its_halves_are_found_too() -> None:
    for typed in ("co-ouderschap", "coouderschap", "ouderschap"):
        assert "nights_per_14_days" in [fact.id for fact in find_facts(typed, "nl")]
    assert find_facts("xx-kot", "nl")[0].id == "student_housing"


def test_nothing_recognised_finds_nothing() -> None:
    assert find_facts("zzzz", "nl") == ()
    assert find_facts("", "nl") == ()
    assert find_facts("?!-", "nl") == ()


def test_no_more_than_was_asked_for() -> None:
    assert len(find_facts("huur", "nl", limit=3)) == 3


def test_one_slip() -> None:
    for word in ("huurr", "hur", "huir", "hurr"):
        assert one_slip(word, "huur"), word
    assert one_slip("uhur", "huur")
    assert not one_slip("hier", "huur")
    assert not one_slip("rhuru", "huur")


def test_accents_and_capitals_do_not_matter() -> None:
    assert plain("Œuvre ÉTÉ") == "oeuvre ete"
