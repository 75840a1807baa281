"""One told tie is enough; what follows from it must be certain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rechtop.rights.facts.kinship import (
    DEGREES,
    INVERSE,
    Pair,
    degree,
    direct_line,
    impossible,
    kin_within,
    kinships,
)


def only(kinship: str) -> frozenset[str]:
    return frozenset({kinship})


FAMILY: dict[Pair, str] = {
    ("an", "bob"): "spouse",
    ("an", "kid"): "child",
    ("an", "mother"): "parent",
    ("mother", "sister"): "child",
    ("sister", "niece"): "child",
    ("sister", "joe"): "spouse",
    ("mother", "granny"): "parent",
}

people = st.sampled_from(["an", "bob", "cas", "dina", "els"])
told_ties = st.dictionaries(st.tuples(people, people).filter(lambda pair: pair[0] != pair[1]), st.sampled_from(sorted(INVERSE)), max_size=8)


@pytest.mark.parametrize("kinship", sorted(INVERSE))
def test_the_inverse_of_the_inverse_is_the_tie_itself(kinship: str) -> None:
    assert INVERSE[INVERSE[kinship]] == kinship


@pytest.mark.parametrize("kinship", sorted(DEGREES))
def test_a_tie_and_its_inverse_have_the_same_degree(kinship: str) -> None:
    assert DEGREES[kinship] == DEGREES[INVERSE[kinship]]


@pytest.mark.parametrize(
    ("pair", "follows"),
    [
        (("kid", "an"), "parent"),
        (("an", "sister"), "sibling"),
        (("an", "niece"), "nephew_or_niece"),
        (("kid", "sister"), "uncle_or_aunt"),
        (("kid", "mother"), "grandparent"),
        (("mother", "kid"), "grandchild"),
        (("kid", "granny"), "great_grandparent"),
        (("granny", "niece"), "great_grandchild"),
        (("kid", "niece"), "cousin"),
        (("an", "joe"), "sibling_in_law"),
        (("bob", "mother"), "parent_in_law"),
        (("mother", "bob"), "child_in_law"),
        (("bob", "sister"), "sibling_in_law"),
        (("bob", "granny"), "grandparent_in_law"),
        (("granny", "bob"), "grandchild_in_law"),
        (("kid", "joe"), "uncle_or_aunt"),
    ],
)
def test_what_follows_from_a_family(pair: Pair, follows: str) -> None:
    assert kinships(FAMILY)[pair] == only(follows)


def test_the_child_of_a_spouse_is_a_child_or_a_stepchild() -> None:
    family = kinships({("an", "bob"): "spouse", ("an", "kid"): "child"})
    assert family["bob", "kid"] == {"child", "stepchild"}
    assert family["kid", "bob"] == {"parent", "step_parent"}


def test_with_two_other_parents_the_spouse_is_a_step_parent() -> None:
    family = kinships({("an", "bob"): "spouse", ("an", "kid"): "child", ("kid", "cas"): "parent"})
    assert family["bob", "kid"] == only("stepchild")
    assert family["kid", "bob"] == only("step_parent")


@pytest.mark.parametrize("couple", ["legal_cohabitant", "partner_without_papers", "ex_partner"])
def test_nothing_follows_through_a_partner_who_is_not_married(couple: str) -> None:
    family = kinships({("an", "bob"): couple, ("bob", "kid"): "child", ("bob", "mother"): "parent"})
    assert ("an", "kid") not in family
    assert ("an", "mother") not in family


def test_half_siblings_are_siblings_but_their_other_half_siblings_are_not() -> None:
    family = kinships({("an", "mother"): "parent", ("bob", "mother"): "parent", ("bob", "x"): "parent", ("cas", "x"): "parent"})
    assert family["an", "bob"] == only("sibling")
    assert family["bob", "cas"] == only("sibling")
    assert ("an", "cas") not in family
    assert ("an", "x") not in family


def test_in_laws_of_in_laws_are_no_in_laws() -> None:
    family = kinships({("an", "bob"): "spouse", ("bob", "cas"): "sibling", ("cas", "dina"): "spouse"})
    assert family["an", "cas"] == only("sibling_in_law")
    assert ("an", "dina") not in family


def test_an_aunt_by_marriage_passes_on_no_cousins() -> None:
    family = kinships({("an", "aunt"): "uncle_or_aunt", ("aunt", "boy"): "child"})
    assert ("an", "boy") not in family


def test_foster_parents_make_no_siblings() -> None:
    family = kinships({("an", "kid"): "foster_child", ("an", "own"): "child"})
    assert ("kid", "own") not in family


def test_told_beats_derived_in_both_directions() -> None:
    told = {("an", "mother"): "parent", ("bob", "mother"): "parent", ("bob", "an"): "friend_or_housemate"}
    family = kinships(told)
    assert family["an", "bob"] == family["bob", "an"] == only("friend_or_housemate")


def test_kin_by_degree_for_a_rule() -> None:
    assert degree("spouse") is None
    assert degree("other_relative") is None
    assert set(kin_within(1, by_marriage=False)) == {"parent", "child"}
    assert {"uncle_or_aunt", "sibling_in_law", "great_grandparent"} <= set(kin_within(3))
    assert "cousin" not in kin_within(3)
    assert "uncle_or_aunt" not in kin_within(3, by_marriage=False)
    assert set(direct_line()) == {
        "parent", "grandparent", "great_grandparent", "child", "grandchild", "great_grandchild",
    }  # fmt: skip
    assert "parent_in_law" in direct_line(by_marriage=True)


def test_nobody_descends_from_himself() -> None:
    told = {("an", "bob"): "child", ("bob", "cas"): "child", ("an", "cas"): "grandparent", ("an", "els"): "spouse"}
    found = impossible(told)
    assert [problem.why for problem in found] == ["own_ancestor"]
    assert set(found[0].ties) == {("an", "bob", "child"), ("bob", "cas", "child"), ("an", "cas", "grandparent")}
    assert found[0].says.nl


def test_two_answers_about_the_same_two_people_must_fit() -> None:
    found = impossible({("an", "bob"): "child", ("bob", "an"): "sibling"})
    assert [problem.why for problem in found] == ["both_ways"]
    assert impossible({("an", "bob"): "child", ("bob", "an"): "parent"}) == ()


def test_a_child_has_at_most_two_parents() -> None:
    found = impossible({("kid", "an"): "parent", ("kid", "bob"): "parent", ("cas", "kid"): "child"})
    assert [problem.why for problem in found] == ["three_parents"]
    assert len(found[0].ties) == 3


def test_a_tie_with_oneself_is_reported() -> None:
    assert [problem.why for problem in impossible({("an", "an"): "sibling"})] == ["oneself"]


def test_an_ordinary_family_is_possible() -> None:
    assert impossible(FAMILY) == ()


@settings(max_examples=150, deadline=None)
@given(told_ties)
def test_any_telling_gives_ties_that_mirror_one_another(told: dict[Pair, str]) -> None:
    one_way = {(a, b): kinship for (a, b), kinship in told.items() if a < b or (b, a) not in told}
    family = kinships(one_way)
    for (a, b), ties in family.items():
        assert a != b
        assert ties
        assert ties <= set(INVERSE)
        assert family[b, a] == {INVERSE[tie] for tie in ties}


@settings(max_examples=150, deadline=None)
@given(told_ties)
def test_answers_that_clash_are_reported_and_do_no_harm(told: dict[Pair, str]) -> None:
    clash = any(told.get((b, a), INVERSE[kinship]) != INVERSE[kinship] for (a, b), kinship in told.items())
    assert all(ties for ties in kinships(told).values())
    if clash:
        assert impossible(told)


@settings(max_examples=150, deadline=None)
@given(told_ties)
def test_any_telling_keeps_what_was_told(told: dict[Pair, str]) -> None:
    family = kinships(told)
    for pair, kinship in told.items():
        assert family[pair] == {kinship}


@settings(max_examples=150, deadline=None)
@given(told_ties)
def test_whatever_is_impossible_is_shown_by_told_ties(told: dict[Pair, str]) -> None:
    for problem in impossible(told):
        assert problem.ties
        for a, b, kinship in problem.ties:
            assert told[a, b] == kinship


@settings(max_examples=100, deadline=None)
@given(told_ties, st.randoms())
def test_the_order_of_telling_does_not_matter(told: dict[Pair, str], random: object) -> None:
    items = list(told.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert kinships(dict(items)) == kinships(told)
