"""The cards of rights that are not computed: complete, readable, and together with the rules the whole map of rights."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from rechtop.rights.facts.vocabulary import LANGUAGES
from rechtop.rights.language import Household, Person
from rechtop.rights.language.conditions import truth_of, words_of
from rechtop.rights.language.data import Faults, from_yaml
from rechtop.rights.law.catalogue import load
from rechtop.rights.law.described import DOMAIN_NAMES, DOMAINS, DescribedRight, described, read_cards, same_as

MAP = yaml.safe_load((Path(__file__).parent / "map_of_rights.yaml").read_text("utf-8"))
SPECIFIED, OTHERS = set(MAP["specified"]), set(MAP["others"])
CARDS = list(described().values())


def test_every_right_of_the_map_is_a_rule_a_card_or_another_name() -> None:
    assert not OTHERS - set(load()) - set(described()) - set(same_as())
    assert len(OTHERS | SPECIFIED) >= 175


def test_no_card_is_also_a_rule() -> None:
    """A rule goes before its card; a card of a specified right would soon be one too many."""
    assert not set(described()) & (set(load()) | SPECIFIED)


def test_another_name_leads_to_a_rule() -> None:
    assert set(same_as().values()) <= set(load()) | SPECIFIED
    assert not set(same_as()) & (set(load()) | set(described()))


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_says_everything_in_three_languages(card: DescribedRight) -> None:
    for text in (card.name, card.who, card.what, card.where, card.how, DOMAIN_NAMES[card.domain]):
        said = [text.in_language(language) for language in LANGUAGES]
        assert all(said)
    assert card.name.fr != card.name.nl or card.domain == "mobility"
    assert len({card.what.nl, card.what.fr, card.what.en}) == len(LANGUAGES)


@pytest.mark.parametrize("card", [card for card in CARDS if card.think_when], ids=lambda card: card.id)
def test_what_makes_one_think_of_a_card_can_be_read_and_said(card: DescribedRight) -> None:
    assert card.think_when is not None
    truth_of(card.think_when, Person(0) if card.about == "person" else Household("household"), date(2026, 11, 22))
    assert all(words_of(card.think_when, language) for language in LANGUAGES)


def test_the_domains_are_all_there() -> None:
    assert {card.domain for card in CARDS} == set(DOMAINS)


GOOD = """
- id: soep
  level: municipal
  form: service
  about: household
  name: {nl: Soep, fr: Soupe, en: Soup}
  who: {nl: Wie honger heeft., fr: Qui a faim., en: Who is hungry.}
  what: {nl: Een kom., fr: Un bol., en: A bowl.}
  where: ocmw
  how: {nl: Vraag ze., fr: Demandez., en: Ask.}
"""


def read(text: str) -> tuple[list[DescribedRight], str]:
    shared: Any = {"where": {"ocmw": described()["dringende_steun"].where}, "how": {}}
    faults = Faults()
    cards = read_cards(from_yaml(text), "daily_life", shared, faults)
    return cards, "\n".join(str(fault) for fault in faults.found)


def test_a_good_card_is_read() -> None:
    cards, faults = read(GOOD)
    assert not faults
    assert cards[0].in_force(date(2026, 1, 1))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("level: municipal", "level: province"), "federal, flemish"),
        (("form: service", "form: gift"), "monthly"),
        (("en: Soup}", "de: Suppe}"), "lacks `en`"),
        (("where: ocmw", "where: moon"), "not in services.yaml"),
        (("about: household", "about: household\n  think_when: {age: {at_least: 5}}"), "someone"),
        (("about: household", "about: household\n  think_when: {someone: {fact: agee, is: yes}}"), "not a fact"),
        (("about: household", "about: household\n  link: www.soep.be\n  checked_on: 2026-11-22"), "https"),
        (("about: household", "about: household\n  link: https://soep.example"), "not both"),
        (("about: household", "about: household\n  about: person"), "twice"),
        (("about: household", "about: household\n  colour: red"), "not known here"),
        (("  form: service\n", ""), "lacks `form`"),
    ],
)
def test_a_fault_in_a_card_says_where_and_what_to_do(change: tuple[str, str], says: str) -> None:
    cards, faults = read(GOOD.replace(*change))
    assert not cards
    assert "soep" in faults
    assert says in faults


def test_a_right_that_ended_is_not_in_force() -> None:
    card = described()["uitkering_gewaarborgd_inkomen"]
    assert not card.in_force(date(2026, 11, 22))
    assert card.in_force(date(2000, 1, 1))
