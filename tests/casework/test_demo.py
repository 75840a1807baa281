"""The invented municipality: it loads, it loads once, and what it shows is what the law says of these people."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from rechtop.casework import queries
from rechtop.casework.demo.load import load, plan_today
from rechtop.casework.demo.read import DemoHousehold, all_households, read
from rechtop.casework.demo.town import PASSWORD, POSTS, workers_there
from rechtop.casework.models import Appointment, Conversation, Dossier, Story
from rechtop.people.models import FactEntry, Person
from rechtop.people.queries import contradictions_of, situation_of
from rechtop.rights.evaluate import Assessment, assess
from rechtop.rights.facts.household_file import read_household
from rechtop.rights.facts.situation import Situation
from rechtop.rights.law.catalogue import load as load_rights
from rechtop.trust.models import LogLine, Organisation
from rechtop.trust.queries import verify_chain

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
IN_THE_DOCS = {
    "01-alleenstaande-moeder": "single-mother",
    "02-jongere-bij-grootmoeder": "young-adult-at-grandmothers",
    "03-handicap-werkende-partner": "disabled-person-with-working-partner",
    "04-gepensioneerd-koppel": "pensioner-couple-renting",
    "05-co-ouder-met-stookolie": "co-parents-with-heating-oil",
    "06-man-zonder-woning": "homeless-man",
}


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[DemoHousehold]]:
    """The whole demo, loaded once for all tests of this file and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        households = all_households()
        load(households)
        plan_today(households)
        yield households
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def assessed(demo: list[DemoHousehold]) -> dict[str, Assessment]:
    """What the law says of every household, as its file tells it."""
    return {household.name: assess(household.situation) for household in demo}


def _dossier(household: DemoHousehold) -> Dossier:
    who = household.who[household.teller]
    return Dossier.objects.get(teller__given_name=who.get("given", ""), teller__family_name=who.get("family", ""),
                               teller__call_name=who.get("call", ""))  # fmt: skip


def _counts() -> dict[str, int]:
    return {
        model.__name__: model._default_manager.count() for model in (Person, Dossier, Story, Conversation, Appointment, FactEntry, LogLine)
    }


def _known(situation: Situation, names: dict[str, str]) -> Counter[Any]:
    """What the engine reads, with the persons by the names of the file; whatever is of an event or a second home by its value alone."""
    found: Counter[Any] = Counter()
    for (fact, of, year), spells in situation.answers.items():
        ids = tuple(names.get(one, one if one == "home" else "") for one in of)
        for spell in spells:
            parts = {name: value for name, value in spell.parts.items() if value is not None}
            period = () if spell.since is None and spell.until is None else (spell.since, spell.until)
            found[fact, ids, year, str(spell.value), spell.knowing, str(sorted(parts.items())), period] += 1
    return found


def test_there_are_about_sixty_households_with_names_of_their_own() -> None:
    households = all_households()
    assert len(households) >= 60
    names = [(who.get("given"), who.get("family"), who.get("call")) for household in households for who in household.who.values()]
    assert not [name for name, times in Counter(names).items() if times > 1]


def test_every_teller_speaks_in_a_few_sentences() -> None:
    for household in all_households():
        if household.worker != "rik":
            assert 2 <= household.story.replace("!", ".").replace("?", ".").count(".") <= 14, household.name


@pytest.mark.django_db
def test_the_demo_is_refused_where_real_people_can_be(settings: Any) -> None:
    settings.AT_HOME = False
    with pytest.raises(CommandError, match="real people"):
        call_command("demo")
    settings.AT_HOME = True
    Organisation.objects.create(name="OCMW van ergens")
    with pytest.raises(CommandError, match="not of the demo"):
        call_command("demo")
    assert not Dossier.objects.exists()


@pytest.mark.django_db
def test_loaded_twice_is_loaded_once(demo: list[DemoHousehold], settings: Any) -> None:
    settings.AT_HOME = True
    before = _counts()
    assert before["Dossier"] == len(demo)
    call_command("demo", stdout=StringIO())
    assert _counts() == before


@pytest.mark.django_db
def test_who_can_log_in_is_said_and_true(demo: list[DemoHousehold], settings: Any) -> None:
    settings.AT_HOME = True
    said = StringIO()
    call_command("demo", stdout=said)
    for post in POSTS:
        if post.key != "otto":
            assert post.email in said.getvalue()
        assert authenticate(username=post.email, password=PASSWORD) == workers_there()[post.key]
    assert "does not exist" in said.getvalue()
    assert all("(verzonnen)" in ocmw.name for ocmw in Organisation.objects.all())


@pytest.mark.django_db
def test_the_pages_know_what_the_files_say(demo: list[DemoHousehold]) -> None:
    for household in demo:
        if household.against or household.worker == "rik":
            continue
        dossier = _dossier(household)
        situation = situation_of(dossier.household, household.situation.on)
        names = {str(person.pk): key for key in household.who for person in [_person(household, key)]}
        assert [names[person] for person in situation.persons][0] == household.teller, household.name
        told, kept = _known(household.situation, {key: key for key in household.who}), _known(situation, names)
        assert kept == told, f"{household.name}: {(told - kept) or ''} became {(kept - told) or ''}"


def _person(household: DemoHousehold, key: str) -> Person:
    who = household.who[key]
    return Person.objects.get(given_name=who.get("given", ""), family_name=who.get("family", ""), call_name=who.get("call", ""))


@pytest.mark.parametrize(("household", "example"), IN_THE_DOCS.items())
def test_the_examples_of_the_docs_are_the_same_people(household: str, example: str) -> None:
    day = date(2026, 11, 22)
    ours = next(one for one in all_households(day) if one.name == household).situation
    docs = read_household((EXAMPLES / f"{example}.yaml").read_text())
    assert (ours.on, ours.persons, ours.properties, ours.events, dict(ours.answers)) == (
        docs.on, docs.persons, docs.properties, docs.events, dict(docs.answers))  # fmt: skip


@pytest.mark.django_db
def test_the_screen_and_the_command_line_give_the_single_mother_the_same_answers(demo: list[DemoHousehold]) -> None:
    household = demo[0]
    day = date(2026, 11, 22)
    names = {str(_person(household, key).pk): key for key in household.who}
    screen = assess(situation_of(_dossier(household).household, day)).results()
    line = assess(read_household((EXAMPLES / "single-mother.yaml").read_text())).results()
    assert {(one.right, names.get(one.subject, ""), one.status, one.low, one.high) for one in screen} == {
        (one.right, one.subject, one.status, one.low, one.high) for one in line
    }
    assert len(line) > 5


@pytest.mark.django_db
def test_nothing_fails_to_be_computed(assessed: dict[str, Assessment]) -> None:
    failed = {(name, one.right, one.reason) for name, found in assessed.items() for one in found.results() if one.status == "failed"}
    assert not failed


@pytest.mark.django_db
def test_each_right_is_open_or_hanging_for_somebody(assessed: dict[str, Assessment]) -> None:
    alive = {one.right for found in assessed.values() for one in found.results() if one.status in ("open", "hangs")}
    assert alive == set(load_rights())
    opened = {one.right for found in assessed.values() for one in found.results() if one.status == "open"}
    assert len(opened) > len(alive) / 2, "most stand open for somebody; what a doctor, a judge or a municipality decides mostly hangs"


@pytest.mark.django_db
def test_there_is_something_to_do_today(demo: list[DemoHousehold]) -> None:
    amira, today = workers_there()["amira"], timezone.localdate()
    assert queries.appointments_on(amira, today).count() >= 3
    assert len(queries.unfinished_talks(amira)) >= 3
    assert queries.waiting_dossiers(amira).exists()


@pytest.mark.django_db
def test_people_contradict_papers_and_do_not_know_everything(demo: list[DemoHousehold]) -> None:
    open_ones = [
        one for household in demo if household.against for one in contradictions_of(_dossier(household).household, timezone.localdate())
    ]
    assert len(open_ones) == sum(len(household.against) for household in demo) >= 4
    knowings = Counter(FactEntry.objects.values_list("knowing", flat=True))
    assert min(knowings[knowing] for knowing in ("does_not_know", "rather_not_say", "later")) >= 3
    assert FactEntry.objects.filter(source="document").exclude(document="").count() >= 10


@pytest.mark.django_db
def test_the_history_of_it_all_is_whole(demo: list[DemoHousehold]) -> None:
    report = verify_chain()
    assert report.broken_at is None
    assert report.length > FactEntry.objects.count()


@pytest.mark.django_db
def test_the_other_ocmw_is_behind_a_wall(demo: list[DemoHousehold]) -> None:
    workers = workers_there()
    theirs = Dossier.objects.visible_to(workers["chloe"])
    assert theirs.count() >= 1
    assert not theirs.filter(pk__in=Dossier.objects.visible_to(workers["hilde"])).exists()
    assert not Dossier.objects.visible_to(workers["ada"]).exists()


@pytest.mark.django_db
def test_a_benchmark_multiplies_with_numbered_names(demo: list[DemoHousehold]) -> None:
    few = demo[:2]
    assert load(few, total=5) == 3
    assert load(few, total=5) == 0
    again = Person.objects.filter(given_name="Lieve").order_by("pk").values_list("family_name", flat=True)
    assert sorted(again) == ["Voorbeeld", "Voorbeeld 2", "Voorbeeld 3"]
    assert Counter(spelled(Person.objects.all())).most_common(1)[0][1] == 1


def spelled(persons: Any) -> list[str]:
    return [f"{person.given_name}|{person.family_name}|{person.call_name}" for person in persons]


def test_a_file_that_is_wrong_says_so(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("who: {an: {given: An}, bo: {given: Bo}}\npersons: [{id: an, facts: {lives_here: always}}]\n")
    with pytest.raises(ValueError, match="bo"):
        read(wrong)
    wrong.write_text("who: {an: {given: An}}\nstroy: oops\npersons: [{id: an, facts: {lives_here: always}}]\n")
    with pytest.raises(ValueError, match="stroy"):
        read(wrong)
