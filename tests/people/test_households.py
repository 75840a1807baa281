"""Who lives where through time, homes, real estate and things with a date, as the engine reads them."""

from datetime import date

import pytest
from tests.people.builders import a_dossier, a_household, a_person, known, the_cast

from rechtop.people import actions, queries
from rechtop.people.about import About
from rechtop.people.models import Dwelling, Event, FactEntry, Household, Person
from rechtop.rights.facts.situation import HOME, Between
from rechtop.trust.refusal import Refused

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def here(home, on=TODAY):
    return [(presence.person.given_name, presence.how) for presence in queries.persons_in(home.household, on)]


# -- who lives here ----------------------------------------------------------------------------------------------------


def test_the_teller_comes_first_and_those_elsewhere_are_in_the_picture():
    home = a_household(children=1)
    father = a_person(home.worker, "Vader")
    actions.join_household(father, home.household, "never", **home.inside)
    assert here(home) == [("An", "always"), ("Kind1", "always"), ("Vader", "never")]
    situation = queries.situation_of(home.household, TODAY)
    assert situation.persons == tuple(str(person.pk) for person in (home.an, home.kid1, father))
    assert situation.names[str(father.pk)] == "Vader Peeters"


def test_moving_in_and_out_is_kept_through_time():
    home = a_household()
    son = a_person(home.worker, "Zoon")
    actions.join_household(son, home.household, since="1/1/2024", **home.inside)
    actions.leave_household(son, home.household, until="30 juni 2025", **home.inside)
    assert here(home)[1] == ("Zoon", "no_longer")
    assert here(home, date(2025, 6, 30))[1] == ("Zoon", "always")
    assert here(home, date(2025, 7, 1))[1] == ("Zoon", "no_longer")
    actions.join_household(son, home.household, since="1/11/2026", **home.inside)
    assert here(home)[1] == ("Zoon", "always")
    assert here(home, date(2026, 1, 1))[1] == ("Zoon", "no_longer")


def test_a_child_of_two_homes_is_present_in_both():
    cast = the_cast()
    one, other = a_household(cast.amira), a_household(cast.amira)
    kid = a_person(cast.amira, "Kind", birth_date="6/5/2018")
    actions.join_household(kid, one.household, "part_of_the_time", **one.inside)
    actions.join_household(kid, other.household, "part_of_the_time", **other.inside)
    assert set(queries.households_of(kid, TODAY)) == {one.household, other.household}
    for home in (one, other):
        found = known(home.household, TODAY)
        assert found["lives_here", (str(kid.pk),), None] == "part_of_the_time"
        assert found["birth_date", (str(kid.pk),), None] == date(2018, 5, 6)  # told with the name
    actions.leave_household(kid, other.household, until="gisteren", **other.inside)
    assert known(one.household, TODAY)["lives_here", (str(kid.pk),), None] == "part_of_the_time"


def test_what_somebody_confided_in_one_dossier_does_not_show_in_another():
    cast = the_cast()
    mother, father = a_household(cast.amira), a_household(cast.dirk)
    actions.join_household(father.an, mother.household, "never", **mother.inside)
    actions.join_household(mother.an, father.household, "never", **father.inside)
    father.tells("wage_net_month", father.an, "2.000")
    mother.tells("wage_net_month", father.an, "ongeveer 1.500")
    father.tells("kinship", About.of_relation(father.an, mother.an), "ex_partner")
    sale = actions.add_event("disposal", household=father.household, person=father.an, **father.inside)
    flat = actions.add_property(father.an, share="50", **father.inside)
    key = ("wage_net_month", (str(father.an.pk),), None)
    assert known(mother.household, TODAY)[key] == Between(135000, 165000)
    assert known(father.household, TODAY)[key] == 200000
    assert queries.contradictions_of(father.household, TODAY) == []
    seen_by_mother = queries.situation_of(mother.household, TODAY)
    assert (seen_by_mother.events, seen_by_mother.properties) == ((), ())
    assert not [key for key in seen_by_mother.answers if key[0] == "kinship"]
    [entry] = mother.history("wage_net_month", father.an)
    assert entry.told_in == mother.household
    [theirs] = father.history("wage_net_month", father.an)
    for act in (
        lambda: actions.take_back(theirs, why="Nieuwsgierig.", **mother.inside),
        lambda: actions.settle(theirs, why="Nieuwsgierig.", **mother.inside),
        lambda: actions.answer_question(mother.household, ("disposal_value", (str(sale.pk),), None), "1", **mother.inside),
        lambda: actions.answer_question(mother.household, ("cadastral_income", (str(flat.pk),), None), "1", **mother.inside),
    ):
        with pytest.raises(Refused):
            act()


def test_register_and_telling_may_differ_about_who_lives_here():
    home = a_household()
    bo = a_person(home.worker, "Bo")
    actions.join_household(bo, home.household, "never", **home.inside)
    actions.join_household(bo, home.household, "always", source="register", **home.inside)
    assert here(home)[1] == ("Bo", None)
    assert [contradiction.fact.id for contradiction in queries.contradictions_of(home.household, TODAY)] == ["lives_here"]


def test_somebody_added_by_mistake_leaves_the_picture():
    home = a_household()
    bo = a_person(home.worker, "Bo")
    entry = actions.join_household(bo, home.household, **home.inside)
    home.tells("wage_net_month", bo, "900")
    actions.take_back(entry, why="Woont hiernaast.", **home.inside)
    assert here(home) == [("An", "always")]
    assert ("wage_net_month", (str(bo.pk),), None) not in known(home.household, TODAY)
    assert queries.households_of(bo, TODAY) == []


def test_leaving_without_a_day_is_refused():
    home = a_household(children=1)
    with pytest.raises(Refused, match="laatste dag"):
        actions.leave_household(home.kid1, home.household, until="", **home.inside)


# -- the home ------------------------------------------------------------------------------------------------------------


def test_what_is_told_of_a_home_stays_with_that_home():
    home = a_household()
    old = actions.add_dwelling(home.household, street="Kerkstraat 1", postcode="9000", place="Gent", **home.inside)
    home.tells("rent_month", About.of_dwelling(old), "700")
    new = actions.move(home.household, on=date(2026, 11, 1), street="Molenweg 2", **home.inside)
    assert old.address == "Kerkstraat 1, 9000 Gent"
    assert ("rent_month", (HOME,), None) not in known(home.household, TODAY)
    assert known(home.household, date(2026, 10, 31))["rent_month", (HOME,), None] == 70000
    assert queries.home_of(home.household, TODAY) == new


def test_a_household_can_be_without_a_home_and_find_one_again():
    home = a_household()
    actions.add_dwelling(home.household, **home.inside)
    gone = actions.leave_home(home.household, on=date(2026, 10, 1), **home.inside)
    assert queries.home_of(home.household, TODAY) is None
    with pytest.raises(Refused, match="geen woning"):
        actions.answer_question(home.household, ("rent_month", (HOME,), None), "700", **home.inside)
    actions.take_back_move(gone, why="Ze bleef toch.", **home.inside)
    assert queries.home_of(home.household, TODAY) is not None


def test_a_person_on_the_rent_contract_of_the_home():
    home = a_household()
    dwelling = actions.add_dwelling(home.household, **home.inside)
    home.tells("on_rent_contract", About.of_relation(home.an, dwelling), "ja")
    assert known(home.household, TODAY)["on_rent_contract", (str(home.an.pk), HOME), None] is True


def test_an_address_can_be_corrected():
    home = a_household()
    dwelling = actions.add_dwelling(home.household, **home.inside)
    actions.set_address(dwelling, street="Markt 1", postcode="9000", place="Gent", **home.inside)
    assert Dwelling.objects.get(pk=dwelling.pk).address == "Markt 1, 9000 Gent"
    with pytest.raises(Refused, match="Postcode: dit is langer"):
        actions.set_address(dwelling, street="Markt 1", postcode="9" * 13, place="Gent", **home.inside)


# -- real estate ---------------------------------------------------------------------------------------------------------


def test_real_estate_and_its_owners_reach_the_engine():
    home = a_household(partner=True)
    flat = actions.add_property(home.an, share="50", kind="other_home", **home.inside)
    actions.add_property(home.bo, share="50 %", estate=flat, **home.inside)
    home.tells("cadastral_income", About.of_dwelling(flat), "800")
    situation, found = queries.situation_of(home.household, TODAY), known(home.household, TODAY)
    assert situation.properties == (str(flat.pk),)
    assert found["ownership_share_percent", (str(home.bo.pk), str(flat.pk)), None] == 50
    assert found["property_kind", (str(flat.pk),), None] == "other_home"
    assert found["cadastral_income", (str(flat.pk),), None] == 80000


def test_a_share_that_nobody_told_yet_is_unknown_and_the_property_is_there():
    home = a_household()
    flat = actions.add_property(home.an, **home.inside)
    assert queries.situation_of(home.household, TODAY).properties == (str(flat.pk),)
    assert known(home.household, TODAY)["ownership_share_percent", (str(home.an.pk), str(flat.pk)), None] == "later"


def test_an_owned_home_is_one_dwelling_under_the_name_home():
    home = a_household()
    dwelling = actions.add_dwelling(home.household, **home.inside)
    actions.add_property(home.an, share="100", estate=dwelling, kind="home_lived_in", **home.inside)
    situation = queries.situation_of(home.household, TODAY)
    assert situation.properties == (HOME,)
    assert situation.told("ownership_share_percent", str(home.an.pk), HOME).value == 100
    assert situation.told("property_kind", HOME).value == "home_lived_in"


# -- events ----------------------------------------------------------------------------------------------------------------


def test_events_of_a_person_and_of_the_household():
    home = a_household()
    sale = actions.add_event("disposal", household=home.household, person=home.an, **home.inside)
    delivery = actions.add_event("fuel_delivery", household=home.household, **home.inside)
    home.tells("disposal_date", About.of_event(sale), "10/1/2024")
    home.tells("fuel_litres", About.of_event(delivery), "1.000")
    situation = queries.situation_of(home.household, TODAY)
    assert [(event.id, event.kind, event.of) for event in situation.events] == [
        (str(sale.pk), "disposal", str(home.an.pk)),
        (str(delivery.pk), "fuel_delivery", ""),
    ]
    assert situation.told("disposal_date", str(sale.pk)).value == date(2024, 1, 10)
    with pytest.raises(Refused):
        home.tells("fuel_litres", About.of_event(sale), "1.000")
    actions.take_back_event(sale, why="Niet verkocht.", **home.inside)
    assert [event.kind for event in queries.situation_of(home.household, TODAY).events] == ["fuel_delivery"]
    with pytest.raises(Refused, match="al teruggenomen"):
        actions.take_back_event(sale, why="Nog eens.", **home.inside)
    with pytest.raises(Refused):
        actions.add_event("birthday", household=home.household, **home.inside)


# -- what the engine asks -----------------------------------------------------------------------------------------------


def test_an_answer_by_the_key_of_the_engine():
    home = a_household(children=1)
    an, kid = str(home.an.pk), str(home.kid1.pk)
    flat = actions.add_property(home.an, share="50", **home.inside)
    sale = actions.add_event("disposal", household=home.household, person=home.an, **home.inside)
    keys = {
        ("wage_net_month", (an,), None): ("900", 90000),
        ("lives_here", (kid,), None): ("part_of_the_time", "part_of_the_time"),
        ("nights_per_14_days", (an, kid), None): ("7", 7),
        ("on_rent_contract", (an, HOME), None): ("ja", True),
        ("rent_month", (HOME,), None): ("700", 70000),
        ("cadastral_income", (str(flat.pk),), None): ("800", 80000),
        ("ownership_right", (an, str(flat.pk)), None): ("full_ownership", "full_ownership"),
        ("disposal_value", (str(sale.pk),), None): ("100.000", 10000000),
        ("someone_else_lives_here", (), None): ("nee", False),
        ("tax_wage_before_costs", (an,), 2024): ("18.000", 1800000),
    }
    for key, (said, _value) in keys.items():
        actions.answer_question(home.household, key, said, **home.inside)
    found = known(home.household, TODAY)
    for key, (_said, value) in keys.items():
        assert found[key] == value
    assert Dwelling.objects.count() == 2  # the home was added once


@pytest.mark.parametrize("ids", [(), ("nobody",), ("00000000-0000-0000-0000-000000000000",), ("\x00",), ("home",)])
@pytest.mark.parametrize("fact", ["wage_net_month", "kinship", "disposal_value", "cadastral_income"])
def test_a_key_of_somebody_who_is_not_here_is_refused(fact, ids):
    home = a_household()
    actions.leave_home(home.household, on=date(2020, 1, 1), **home.inside)
    with pytest.raises(Refused):
        actions.answer_question(home.household, (fact, ids, None), "900", **home.inside)


def test_a_stranger_of_the_same_ocmw_is_not_reached_through_this_household():
    home = a_household()
    stranger = a_person(home.worker, "Vreemd")
    with pytest.raises(Refused):
        actions.answer_question(home.household, ("wage_net_month", (str(stranger.pk),), None), "900", **home.inside)
    assert not FactEntry.objects.filter(person=stranger).exists()


def test_facts_of_a_relation_to_somebody_out_of_the_picture_stay_out():
    home = a_household()
    stranger = a_person(home.worker, "Vreemd")
    actions.relate(home.an, stranger, "sibling", **home.inside)
    assert not [key for key in known(home.household, TODAY) if key[0] == "kinship"]


# -- another OCMW ----------------------------------------------------------------------------------------------------------


def test_no_list_shows_what_another_ocmw_holds():
    cast = the_cast()
    home = a_household(cast.amira, children=1)
    actions.add_dwelling(home.household, **home.inside)
    actions.add_event("application", household=home.household, **home.inside)
    for model in (Person, Household, Dwelling, Event):
        assert model.objects.visible_to(cast.bart).exists()
        assert not model.objects.visible_to(cast.chloe).exists()


def test_no_action_reaches_into_another_ocmw():
    cast = the_cast()
    home = a_household(cast.amira, children=1)
    dwelling = actions.add_dwelling(home.household, **home.inside)
    event = actions.add_event("application", household=home.household, **home.inside)
    theirs = {"within": a_dossier(cast.chloe), "by": cast.chloe}
    entry = FactEntry.objects.filter(fact="lives_here").first()
    for act in (
        lambda: actions.join_household(home.kid1, home.household, **theirs),
        lambda: actions.leave_household(home.kid1, home.household, until="gisteren", **theirs),
        lambda: actions.relate(home.an, home.kid1, "child", **theirs),
        lambda: actions.add_dwelling(home.household, **theirs),
        lambda: actions.move(home.household, on=TODAY, **theirs),
        lambda: actions.leave_home(home.household, on=TODAY, **theirs),
        lambda: actions.set_address(dwelling, street="", postcode="", place="", **theirs),
        lambda: actions.add_property(home.an, **theirs),
        lambda: actions.add_event("application", household=home.household, **theirs),
        lambda: actions.take_back_event(event, why="x", **theirs),
        lambda: actions.take_back(entry, why="x", **theirs),
        lambda: actions.settle(entry, why="x", **theirs),
        lambda: actions.answer_question(home.household, ("wage_net_month", (str(home.an.pk),), None), "900", **theirs),
        lambda: actions.add_household(teller=home.an, by=cast.chloe),
    ):
        before = FactEntry.objects.count(), Dwelling.objects.count(), Household.objects.count()
        with pytest.raises(Refused):
            act()
        assert (FactEntry.objects.count(), Dwelling.objects.count(), Household.objects.count()) == before
