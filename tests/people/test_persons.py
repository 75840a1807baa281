"""Writing down a person: what is needed, what is optional, what is refused; national numbers stay sealed."""

from datetime import date

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from tests.people.builders import a_dossier, a_household, a_person, the_cast

from rechtop.people import actions, queries, sealing
from rechtop.people.models import Person
from rechtop.people.national_number import read_national_number
from rechtop.trust.models import LogLine
from rechtop.trust.refusal import Refused

pytestmark = pytest.mark.django_db

NUMBER, SAME_NUMBER, OTHER_NUMBER, BIS = "85.07.30-033.28", "85073003328", "17.07.30-033.84", "98.47.28-997.65"


@pytest.fixture
def keys(settings):
    """An installation that has its keys."""
    settings.FIELD_KEYS = [Fernet.generate_key().decode()]
    settings.INDEX_KEY = "a long random text"
    return settings


def test_a_person_is_written_down_and_held_by_the_ocmw():
    cast = the_cast()
    an = actions.add_person(given_name="  An ", family_name="Van den Berghe", language="fr", address_form="je", by=cast.amira)
    assert (an.name, an.full_name, an.language, an.address_form) == ("An Van den Berghe", "An Van den Berghe", "fr", "je")
    assert list(Person.objects.visible_to(cast.bart)) == [an]
    assert list(Person.objects.visible_to(cast.chloe)) == []
    cast.bart.is_active = False
    assert list(Person.objects.visible_to(cast.bart)) == []


def test_a_call_name_alone_is_enough_for_a_first_talk():
    cast = the_cast()
    somebody = actions.add_person(call_name="Moussa", by=cast.rik)
    assert somebody.name == "Moussa"


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u200b", "12", "---"])
def test_a_person_without_any_name_is_refused(name):
    with pytest.raises(Refused, match="geen naam"):
        actions.add_person(given_name=name, by=the_cast().amira)
    assert not Person.objects.exists()


@pytest.mark.parametrize(("name", "why"), [("x" * 121, "langer dan 120"), ("x" * 1_000_000, "langer dan 120"), ("An\x00", "niet te lezen")])
def test_a_name_that_cannot_be_kept_is_refused_by_its_field(name, why):
    with pytest.raises(Refused, match=f"Familienaam.*{why}"):
        actions.add_person(family_name=name, by=the_cast().amira)


@pytest.mark.parametrize("name", ["آمنة", "Łukasz Żółć", "O'Brien-D'Hondt", "北京", "<b>An</b>", "An 🙂"])
def test_names_of_every_script_are_kept_as_they_are(name):
    assert actions.add_person(given_name=name, by=the_cast().amira).given_name == name


def test_signs_that_turn_the_writing_direction_are_left_out():
    assert actions.add_person(given_name="An\u202e\u200f", by=the_cast().amira).given_name == "An"


@pytest.mark.parametrize(("field", "value"), [("language", "xx"), ("address_form", "gij")])
def test_a_choice_that_is_not_in_the_list_is_refused(field, value):
    with pytest.raises(Refused, match="staat niet in de lijst"):
        actions.add_person(given_name="An", by=the_cast().amira, **{field: value})


def test_reception_may_add_somebody_and_an_administrator_may_not():
    cast = the_cast()
    assert actions.add_person(given_name="An", by=cast.rik)
    with pytest.raises(Refused):
        actions.add_person(given_name="An", by=cast.ada)


def test_a_birth_date_told_with_the_name_is_a_told_fact():
    home = a_household()
    kid = a_person(home.worker, "Kind", birth_date="6 mei 2018")
    actions.join_household(kid, home.household, **home.inside)
    found = queries.situation_of(home.household, date(2026, 11, 22)).told("birth_date", str(kid.pk))
    assert found.value == date(2018, 5, 6)


def test_correcting_a_name_is_found_under_the_new_name_and_leaves_a_line():
    home = a_household()
    actions.correct_person(home.an, family_name="Janssens", **home.inside)
    assert [found.person for found in queries.find_persons(home.worker, "janssens")] == [home.an]
    assert queries.find_persons(home.worker, "peeters") == []
    line = LogLine.objects.latest("number")
    assert line.act == "people.name"
    assert "Janssens" not in str(line.detail)


def test_a_name_of_another_ocmw_cannot_be_corrected():
    cast, home = the_cast(), None
    home = a_household(cast.amira)
    with pytest.raises(Refused):
        actions.correct_person(home.an, family_name="X", within=a_dossier(cast.chloe), by=cast.chloe)


# -- the national number -----------------------------------------------------------------------------------------------


def test_a_national_number_is_sealed_and_found_again(keys):
    cast = the_cast()
    an = a_person(cast.amira, national_number=NUMBER)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_national_number, national_number_fingerprint FROM people_person")
        [kept] = cursor.fetchall()
    assert SAME_NUMBER not in str(kept)
    assert an.national_number == SAME_NUMBER
    for typed in (NUMBER, SAME_NUMBER, "85 07 30 033 28", "An Peeters 85073003328"):
        [found] = queries.find_persons(cast.bart, typed)
        assert (found.person, found.reasons) == (an, ("zelfde rijksregisternummer",))
    assert queries.find_persons(cast.chloe, NUMBER) == []


def test_the_number_tells_the_birth_date_when_nobody_did(keys):
    cast = the_cast()
    a_person(cast.amira, national_number=NUMBER)
    assert queries.find_persons(cast.amira, "30/7/1985")


@pytest.mark.parametrize("number", ["85.07.30-033.29", "12345678901", "1234", "abc", "00000000000", "85.07.30-033.28.1"])
def test_a_number_that_is_not_right_is_refused_and_may_be_left_out(keys, number):
    with pytest.raises(Refused, match="niet nodig"):
        a_person(the_cast().amira, national_number=number)


def test_bis_numbers_are_fine_and_tell_their_birth_date():
    number = read_national_number(BIS)
    assert number.is_bis
    assert number.birth_date == date(1998, 7, 28)
    assert str(number) == BIS


def test_the_same_number_twice_in_one_ocmw_is_refused_but_another_ocmw_may_know_her_too(keys):
    cast = the_cast()
    a_person(cast.amira, national_number=NUMBER)
    with pytest.raises(Refused, match="al iemand met dit rijksregisternummer"):
        a_person(cast.bart, "Anna", national_number=SAME_NUMBER)
    assert a_person(cast.chloe, national_number=NUMBER)


def test_the_number_can_be_corrected_and_taken_away(keys):
    home = a_household()
    actions.correct_person(home.an, national_number=NUMBER, **home.inside)
    actions.correct_person(home.an, national_number=OTHER_NUMBER, **home.inside)
    assert Person.objects.get(pk=home.an.pk).national_number == "17073003384"
    actions.correct_person(home.an, national_number="", **home.inside)
    again = Person.objects.get(pk=home.an.pk)
    assert (again.national_number, again.national_number_fingerprint) == ("", None)


def test_without_keys_a_number_is_refused_and_the_person_can_still_be_added(settings):
    settings.FIELD_KEYS, settings.INDEX_KEY, settings.AT_HOME = [], "", False
    cast = the_cast()
    with pytest.raises(Refused, match="niet veilig bewaard"):
        a_person(cast.amira, national_number=NUMBER)
    a_person(cast.amira)
    assert queries.find_persons(cast.amira, NUMBER) == []
    with pytest.raises(ImproperlyConfigured, match="RECHTOP_FIELD_KEYS"):
        sealing.seal("x")


def test_a_key_can_be_replaced_and_a_lost_key_is_told(keys):
    old, new = keys.FIELD_KEYS[0], Fernet.generate_key().decode()
    sealed = sealing.seal(SAME_NUMBER)
    keys.FIELD_KEYS = [new, old]
    assert sealing.unseal(sealed) == SAME_NUMBER
    assert not sealing.sealed_with_first_key(sealed)
    keys.FIELD_KEYS = [new]
    with pytest.raises(sealing.CannotOpen, match="not among RECHTOP_FIELD_KEYS"):
        sealing.unseal(sealed)


def test_resealing_makes_the_old_key_superfluous(keys):
    from django.core.management import call_command

    home = a_household()
    actions.correct_person(home.an, national_number=NUMBER, **home.inside)
    old, new = keys.FIELD_KEYS[0], Fernet.generate_key().decode()
    keys.FIELD_KEYS = [new, old]
    call_command("reseal", verbosity=0)
    keys.FIELD_KEYS = [new]
    assert Person.objects.get(pk=home.an.pk).national_number == SAME_NUMBER
