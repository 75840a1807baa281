"""Conditions as data: read strictly, every fault named, and the same as the rule written in Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rights.random_households import forget, full_household

from rechtop.rights.evaluate import assess
from rechtop.rights.evaluate.functions import Functions
from rechtop.rights.evaluate.run import Run
from rechtop.rights.facts.situation import Situation
from rechtop.rights.language import Household, Person, Truth, all_of, any_of, no, number
from rechtop.rights.language.condition_schema import TARGET, written
from rechtop.rights.language.conditions import WORDS, ConditionError, read_condition, truth_of, words_of
from rechtop.rights.language.data import from_json, from_yaml

ON = date(2026, 11, 22)
Rule = Callable[[Person], Truth]

LEAVES: list[tuple[dict[str, Any], Rule]] = [
    ({"fact": "tenure", "is": ["rented", "hosted"]}, lambda p: p.household.home.tenure.is_one_of("rented", "hosted")),
    ({"fact": "tenure", "is_not": "rented"}, lambda p: no(p.household.home.tenure.is_one_of("rented"))),
    ({"fact": "rent_month", "at_least": Decimal("400.00")}, lambda p: p.household.home.rent_month >= number(40_000, "cents")),
    ({"fact": "rent_month", "under": 1755.0}, lambda p: p.household.home.rent_month < number(175_500, "cents")),
    ({"fact": "car_needed", "is": "yes"}, lambda p: p.household.car_needed),
    ({"fact": "car_needed", "is": False}, lambda p: no(p.household.car_needed)),
    ({"fact": "expected_birth_date", "at_least": "today"}, lambda p: p.expected_birth_date >= ON),
    ({"fact": "parents_can_support", "is": [True]}, lambda p: p.parents_can_support == "yes"),
    ({"fact": "deceased_parents", "more_than": 0}, lambda p: p.deceased_parents > 0),
    ({"status": "has_leefloon"}, lambda p: p.has_leefloon.yes),
    ({"status": "has_igo", "or_opens": True}, lambda p: p.has_igo.yes_or_opens),
    ({"fact": "has_pension", "is": ["asked", "refused"]}, lambda p: p.has_pension.state.is_one_of("asked", "refused")),
    ({"age": {"at_least": 18, "under": 66}}, lambda p: all_of(p.age(ON) >= 18, p.age(ON) < 66)),
    ({"someone": {"age": {"under": 18}}}, lambda p: p.household.members.any(lambda m: m.age(ON) < 18)),
    ({"everyone": {"age": {"more_than": 17}}}, lambda p: p.household.members.all(lambda m: m.age(ON) > 17)),
    ({"nobody": {"status": "has_ivt"}}, lambda p: no(p.household.members.any(lambda m: m.has_ivt.yes))),
    ({"members": {"at_least": 3}}, lambda p: p.household.members.count() >= 3),
    (
        {"members": {"where": {"age": {"under": 25}}, "at_most": 1}},
        lambda p: p.household.members.count(lambda m: m.age(ON) < 25) <= 1,
    ),
    (
        {"municipality": ["44021", "11002"]},
        lambda p: any_of(
            p.household.home.dwelling_municipality.is_one_of("44021", "11002"),
            all_of(
                p.domicile_kind.is_one_of("other_address", "reference_address"),
                p.domicile_municipality.is_one_of("44021", "11002"),
            ),
        ),
    ),
]


def compose(depth: int) -> st.SearchStrategy[tuple[dict[str, Any], Rule]]:
    """A condition as data, and the same written by hand."""
    one = st.sampled_from(LEAVES)
    if depth == 0:
        return one

    def every(several: list[tuple[dict[str, Any], Rule]]) -> tuple[dict[str, Any], Rule]:
        return {"all": [data for data, _ in several]}, lambda p: all_of(*(rule(p) for _, rule in several))

    def some(several: list[tuple[dict[str, Any], Rule]]) -> tuple[dict[str, Any], Rule]:
        return {"any": [data for data, _ in several]}, lambda p: any_of(*(rule(p) for _, rule in several))

    def negated(pair: tuple[dict[str, Any], Rule]) -> tuple[dict[str, Any], Rule]:
        return {"not": pair[0]}, lambda p: no(pair[1](p))

    deeper = compose(depth - 1)
    several = st.lists(deeper, min_size=1, max_size=3)
    return st.one_of(one, several.map(every), several.map(some), deeper.map(negated))


def value(made: Truth, situation: Situation) -> bool | None:
    assessment = assess(situation, ())
    run = Run(assessment.told)
    run.opens = assessment.after.opens
    found: bool | None = Functions([made.node]).reading(made.node)(run, (situation.persons[0],))
    return found


@settings(max_examples=120, deadline=None)
@given(compose(3), st.integers(0, 60))
def test_a_condition_from_data_is_the_rule_written_by_hand(pair: tuple[dict[str, Any], Rule], seed: int) -> None:
    data, rule = pair
    read = truth_of(read_condition(data), Person(0), ON)
    by_hand = rule(Person(0))
    for situation in (full_household(seed, ON), forget(full_household(seed, ON), seed, 0.5)):
        assert value(read, situation) is value(by_hand, situation)
    assert read.node is by_hand.node, "even the same graph"


JUNK = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.binary(max_size=3), st.dates(),
        st.decimals(), st.sampled_from(["tenure", "rented", "has_leefloon", "today", "yes", "44021"]), st.just({1, 2}),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from([*WORDS, "is", "is_not", "at_least", "under", "where", "or_opens"]), st.text(max_size=4),
                                  st.integers(), st.none()), inner, max_size=3),
    ),
    max_leaves=30,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(JUNK, st.sampled_from(["person", "household"]))
def test_junk_never_raises_anything_but_the_error(data: Any, who: Any) -> None:
    try:
        found = read_condition(data, who)
    except ConditionError as wrong:
        assert wrong.faults
        assert all(fault.what and len(str(fault)) < 2_000 for fault in wrong.faults)
    else:
        truth_of(found, Person(0) if who == "person" else Household("household"), ON)
        assert all(words_of(found, language) for language in ("nl", "fr", "en"))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_junk_text_never_raises_anything_but_the_error(text: str) -> None:
    for read in (from_json, from_yaml):
        try:
            read_condition(read(text))
        except ConditionError as wrong:
            assert wrong.faults


def nested(depth: int) -> dict[str, Any]:
    made: dict[str, Any] = {"age": {"at_least": 1}}
    for _ in range(depth):
        made = {"not": made}
    return made


@pytest.mark.parametrize(
    ("data", "path", "says"),
    [
        ([], "", "not a condition"),
        ({}, "", "does not say which"),
        ({"all": [], "any": []}, "", "at once"),
        ({"every": []}, "", "does not say which"),
        ({"all": []}, "all", "length"),
        ({"fact": "tenur", "is": ["rented"]}, "fact", "tenure"),
        ({"fact": "tenure"}, "", "compared with nothing"),
        ({"fact": "tenure", "is": ["rentd"]}, "is[0]", "Did you mean rented"),
        ({"fact": "tenure", "at_least": 3}, "at_least", "not a number"),
        ({"fact": "tenure", "iss": ["rented"]}, "", "not known here"),
        ({"fact": "car_needed", "is": 1}, "is", "yes or no"),
        ({"fact": "rent_month", "at_least": True}, "at_least", "not a number"),
        ({"fact": "rent_month", "at_least": "400"}, "at_least", "without quotes"),
        ({"fact": "rent_month", "at_least": 400.001}, "at_least", "finer than a cent"),
        ({"fact": "rent_month", "at_least": float("nan")}, "at_least", "not a number"),
        ({"fact": "rent_month", "at_least": -1}, "at_least", "lies between"),
        ({"fact": "rent_month", "is": 400}, "is", "exactly"),
        ({"fact": "deceased_parents", "at_least": 0.5}, "at_least", "whole"),
        ({"fact": "expected_birth_date", "at_least": "2026-02-30"}, "at_least", "not a day"),
        ({"fact": "kinship", "is": ["child"]}, "fact", "two together"),
        ({"fact": "tax_wage_before_costs", "at_least": 5}, "fact", "each year"),
        ({"fact": "dwelling_municipality", "is": ["44021"]}, "fact", "municipality"),
        ({"status": "tenure"}, "", "not a status"),
        ({"status": "has_leefloon", "or_opens": "x"}, "or_opens", "true or false"),
        ({"age": {}}, "age", "compares with nothing"),
        ({"age": {"at_least": 200}}, "age.at_least", "lies between"),
        ({"members": {"where": {"fact": "x", "is": 1}, "at_least": 1}}, "members.where.fact", "not a fact"),
        ({"municipality": ["Gent"]}, "municipality[0]", "five digits"),
        (nested(9), ".".join(["not"] * 8), "too deep"),
        ({"all": [{"any": [{"age": {"at_least": 1}}] * 30}] * 30}, "all[6].any[12]", "too many"),
    ],
)
def test_a_fault_has_its_path_and_remedy(data: Any, path: str, says: str) -> None:
    with pytest.raises(ConditionError) as wrong:
        read_condition(data)
    assert any(fault.path == path and says in str(fault) for fault in wrong.value.faults), str(wrong.value)


def test_all_faults_are_reported_at_once() -> None:
    with pytest.raises(ConditionError) as wrong:
        read_condition({"all": [{"fact": "x", "is": 1}, {"age": {"at_least": -3}}, 5]})
    assert [fault.path for fault in wrong.value.faults] == ["all[0].fact", "all[1].age.at_least", "all[2]"]


def test_a_person_in_a_condition_of_a_household_is_refused() -> None:
    for data in ({"status": "has_leefloon"}, {"age": {"at_least": 3}}):
        with pytest.raises(ConditionError, match="someone"):
            read_condition(data, "household")
    assert read_condition({"someone": {"status": "has_leefloon"}}, "household").facts == {"has_leefloon"}


@pytest.mark.parametrize("read", [from_json, from_yaml])
def test_a_doubled_key_is_a_fault(read: Callable[[str], Any]) -> None:
    with pytest.raises(ConditionError, match="twice"):
        read_condition(read('{"fact": "tenure", "is": ["rented"], "is": ["hosted"]}'))


def test_it_is_said_in_three_languages() -> None:
    data = {"all": [{"fact": "tenure", "is": ["rented"]}, {"any": [{"age": {"at_least": 65}}, {"fact": "rent_month", "under": 1400.5}]}]}
    read = read_condition(data)
    assert words_of(read, "nl") == (
        "eigenaar of huurder: huurder; en (leeftijd: minstens 65 jaar; of huur per maand: minder dan € 1.400,50)"
    )
    assert words_of(read, "fr").startswith("propriétaire ou locataire : locataire ; et (âge : au moins 65 ans ; ou ")
    assert "less than € 1,400.50" in words_of(read, "en")
    assert words_of(read_condition({"municipality": ["44021"]}), "nl", {"44021": "Gent"}) == "woont in Gent"


def test_the_schema_in_the_docs_is_up_to_date() -> None:
    assert TARGET.read_text("utf-8") == written(), "run `python -m rechtop.rights.language.condition_schema`"
