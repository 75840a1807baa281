"""A household told into the store gives the engine the same as the same household written in a file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.people.builders import a_household, a_person

from rechtop.people import actions, queries
from rechtop.people.about import About
from rechtop.rights.evaluate import assess
from rechtop.rights.facts.household_file import read_household
from rechtop.rights.facts.situation import HOME
from rechtop.rights.facts.vocabulary import vocabulary

pytestmark = pytest.mark.django_db

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "docs" / "examples").glob("*.yaml"))


def told_into_the_store(situation):
    """The store's household for a situation, and the id in the store for each id in the file."""
    home = a_household()
    teller, *others = situation.persons
    persons = {teller: home.an, **{one: a_person(home.worker, one) for one in others}}
    dwelling = actions.add_dwelling(home.household, **home.inside)
    estates = {HOME: dwelling}
    for estate in situation.properties:
        owner = next(ids[0] for fact, ids, _year in situation.answers if fact == "ownership_share_percent" and ids[1] == estate)
        estates[estate] = actions.add_property(persons[owner], **home.inside)
    events = {
        event.id: actions.add_event(event.kind, household=home.household, person=persons.get(event.of), **home.inside)
        for event in situation.events
    }

    def about(fact, ids):
        if fact.of == "household":
            return About.of_household(home.household)
        if fact.of == "event":
            return About.of_event(events[ids[0]])
        if fact.of == "dwelling":
            return About.of_dwelling(estates[ids[0]])
        if fact.id == "lives_here":
            return About.of_presence(persons[ids[0]], home.household)
        if fact.of == "person":
            return About.of_person(persons[ids[0]])
        return About.of_relation(persons[ids[0]], persons[ids[1]] if fact.to == "person" else estates[ids[1]])

    for (fact_id, ids, year), spells in situation.answers.items():
        fact = vocabulary().fact(fact_id)
        for number, spell in enumerate(reversed(spells)):
            said = spell.value if spell.knowing == "known" else spell.knowing
            period = {"since": spell.since, "until": spell.until}
            if fact.type == "status" and spell.knowing == "known":
                said, period = {"state": spell.value, **period}, {}
                for name, part in spell.parts.items():
                    part_id, _mark, of_year = name.partition(":")
                    if of_year:
                        said.setdefault(part_id, {})[int(of_year)] = part
                    else:
                        said[part_id] = part
            told_on = datetime(2026, 11, 1 + number, 9, tzinfo=UTC)
            home.tells(fact_id, about(fact, ids), said, year=year, told_on=told_on, **period)
    ids = {name: str(person.pk) for name, person in persons.items()} | {name: str(event.pk) for name, event in events.items()}
    return home, ids | {name: str(estate.pk) for name, estate in estates.items() if name != HOME}


def test_there_are_examples():
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_engine_judges_a_told_household_as_it_judges_the_file(path):
    written = read_household(path.read_text("utf-8"))
    home, ids = told_into_the_store(written)
    read = queries.situation_of(home.household, written.on)
    assert [ids[person] for person in written.persons] == list(read.persons)
    expected = {(fact, tuple(ids.get(one, one) for one in of), year): spells for (fact, of, year), spells in written.answers.items()}
    told = {key: spells for key, spells in read.answers.items() if key in expected}
    assert told.keys() == expected.keys()
    for key, spells in expected.items():
        here = [(one.value, one.knowing, one.since, one.until, dict(one.parts)) for one in told[key]]
        assert here == [(one.value, one.knowing, one.since, one.until, dict(one.parts)) for one in spells], key
    results = {(one.right, one.subject): (one.status, one.low, one.high) for one in assess(read).results()}
    for one in assess(written).results():
        assert results[one.right, ids.get(one.subject, one.subject)] == (one.status, one.low, one.high), (one.right, one.subject)


def test_an_open_contradiction_keeps_every_amount_that_can_be_true():
    path = next(path for path in EXAMPLES if path.stem == "single-mother")
    written = read_household(path.read_text("utf-8"))
    home, _ids = told_into_the_store(written)

    def leefloon():
        [result] = [
            one
            for one in assess(queries.situation_of(home.household, written.on), ["leefloon"]).results()
            if one.subject == str(home.an.pk)
        ]
        return result

    paid = {}
    for wage in ("600", "700"):
        home.tells("wage_net_month", home.an, wage)
        paid[wage] = leefloon()
    payslip = home.tells("wage_net_month", home.an, "600", source="document")
    contested = leefloon()
    ends = [end for result in paid.values() for end in (result.low, result.high) if end is not None]
    if contested.low is not None and ends:
        assert contested.low <= min(ends)
        assert contested.high >= max(ends)
    actions.settle(payslip, why="Loonfiche.", **home.inside)
    settled = leefloon()
    assert (settled.status, settled.low, settled.high) == (paid["600"].status, paid["600"].low, paid["600"].high)
