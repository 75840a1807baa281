"""Telling a fact: kept, superseded, contradicted, settled, taken back; and never changed in the database."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from tests.people.builders import a_dossier, a_household, a_person, known

from rechtop.people import actions, queries
from rechtop.people.about import About
from rechtop.people.answers import NotAnAnswer
from rechtop.people.models import FactEntry, Person
from rechtop.rights.facts.situation import Between
from rechtop.trust.models import LogLine
from rechtop.trust.refusal import Refused

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def moment(year: int, month: int = 6, day: int = 1) -> datetime:
    return datetime(year, month, day, 10, tzinfo=UTC)


def spells(home, fact, person, on=TODAY, **more):
    """(value or word, since, until) of each spell that the engine would read."""
    found = queries.situation_of(home.household, on, **more).answers.get((fact, (str(person.pk),), None), ())
    return [(spell.several or spell.value, spell.since, spell.until) for spell in found]


# -- kept --------------------------------------------------------------------------------------------------------------


def test_what_an_tells_reaches_the_engine():
    home = a_household(children=1, wage_net_month="1.200,50")
    found = known(home.household, TODAY)
    an, kid = str(home.an.pk), str(home.kid1.pk)
    assert found["wage_net_month", (an,), None] == 120050
    assert found["kinship", (an, kid), None] == "child"
    assert found["lives_here", (kid,), None] == "always"


def test_not_asked_is_absent_and_not_knowing_is_no_value():
    home = a_household()
    key = ("wage_net_month", (str(home.an.pk),), None)
    assert key not in known(home.household, TODAY)
    actions.does_not_know("wage_net_month", About.of_person(home.an), **home.inside)
    assert known(home.household, TODAY)[key] == "does_not_know"
    actions.rather_not_say("wage_net_month", About.of_person(home.an), **home.inside)
    assert known(home.household, TODAY)[key] == "rather_not_say"


def test_bounds_stay_bounds():
    home = a_household(wage_net_month="tussen 800 en 900")
    assert known(home.household, TODAY)["wage_net_month", (str(home.an.pk),), None] == Between(80000, 90000)


def test_a_fact_by_year_is_kept_for_its_year():
    home = a_household()
    home.tells("tax_wage_before_costs", home.an, "18.000", year=2024)
    home.tells("tax_wage_before_costs", home.an, "12.000", year="2025")
    found = known(home.household, TODAY)
    assert found["tax_wage_before_costs", (str(home.an.pk),), 2024] == 1800000
    assert found["tax_wage_before_costs", (str(home.an.pk),), 2025] == 1200000
    with pytest.raises(NotAnAnswer, match="jaartal"):
        home.tells("tax_wage_before_costs", home.an, "18.000")
    with pytest.raises(NotAnAnswer, match="geen jaar"):
        home.tells("tax_wage_before_costs", home.an, "18.000", year=1)
    with pytest.raises(NotAnAnswer, match="geen jaartal"):
        home.tells("wage_net_month", home.an, "900", year=2025)


def test_a_status_carries_its_parts_to_the_engine():
    home = a_household()
    home.tells("has_leefloon", home.an, {"state": "ja", "since": "1/1/2026", "amount": "1.314,20", "amount_in_year": {"2025": "12.000"}})
    spell = queries.situation_of(home.household, TODAY).told("has_leefloon", str(home.an.pk))
    assert (spell.value, spell.since) == ("yes", date(2026, 1, 1))
    assert dict(spell.parts) == {"amount": 131420, "amount_in_year:2025": 1200000}


def test_the_source_goes_with_the_answer():
    home = a_household()
    home.tells("wage_net_month", home.an, "900", source="document", document="loonfiche oktober", told_on=moment(2026))
    spell = queries.situation_of(home.household, TODAY).told("wage_net_month", str(home.an.pk))
    assert (spell.source, spell.document, spell.told_to, spell.told_on) == ("document", "loonfiche oktober", home.worker.name, moment(2026))


# -- told again ----------------------------------------------------------------------------------------------------------


def test_the_same_source_supersedes_itself():
    home = a_household(wage_net_month="900")
    home.tells("wage_net_month", home.an, "950")
    assert spells(home, "wage_net_month", home.an) == [(95000, None, None)]
    assert len(home.history("wage_net_month", home.an)) == 2


def test_later_does_not_unsay_what_was_said():
    home = a_household(wage_net_month="900")
    actions.tell_later("wage_net_month", About.of_person(home.an), **home.inside)
    assert spells(home, "wage_net_month", home.an) == [(90000, None, None)]


def test_no_longer_knowing_supersedes_a_value_but_not_that_of_another_source():
    home = a_household(wage_net_month="900")
    actions.does_not_know("wage_net_month", About.of_person(home.an), **home.inside)
    assert spells(home, "wage_net_month", home.an) == [(None, None, None)]
    home.tells("wage_net_month", home.an, "910", source="document")
    actions.does_not_know("wage_net_month", About.of_person(home.an), **home.inside)
    assert spells(home, "wage_net_month", home.an) == [(91000, None, None)]


def test_a_new_period_ends_the_one_before():
    home = a_household()
    home.tells("main_activity", home.an, "employee", since="1/1/2020")
    home.tells("main_activity", home.an, "job_seeker", since="1/2/2025")
    assert spells(home, "main_activity", home.an) == [
        ("job_seeker", date(2025, 2, 1), None),
        ("employee", date(2020, 1, 1), date(2025, 1, 31)),
    ]


def test_a_closed_period_in_the_past_is_cut_out_of_a_longer_one():
    home = a_household()
    home.tells("main_activity", home.an, "employee", since="1/1/2020")
    home.tells("main_activity", home.an, "job_seeker", since="1/3/2021", until="juni 2021")
    assert spells(home, "main_activity", home.an) == [
        ("employee", date(2021, 7, 1), None),
        ("job_seeker", date(2021, 3, 1), date(2021, 6, 30)),
        ("employee", date(2020, 1, 1), date(2021, 2, 28)),
    ]


def test_a_new_answer_without_a_beginning_leaves_the_time_between_unknown():
    home = a_household()
    home.tells("main_activity", home.an, "employee", since="1/1/2020", told_on=moment(2024))
    home.tells("main_activity", home.an, "job_seeker", told_on=moment(2026))
    assert spells(home, "main_activity", home.an) == [
        ("job_seeker", None, None),
        ("employee", date(2020, 1, 1), date(2024, 6, 1)),
    ]


def test_the_same_answer_told_again_keeps_its_beginning():
    home = a_household()
    home.tells("main_activity", home.an, "employee", since="1/1/2020", told_on=moment(2024))
    home.tells("main_activity", home.an, "employee", told_on=moment(2026))
    assert spells(home, "main_activity", home.an) == [("employee", date(2020, 1, 1), None)]


def test_the_same_status_told_again_keeps_its_parts_and_dates_unless_they_are_told_anew():
    home = a_household()
    home.tells("has_igo", home.an, {"state": "yes", "since": "1/3/2026", "amount": "1.500"})
    home.tells("has_igo", home.an, "ja")
    spell = queries.situation_of(home.household, TODAY).told("has_igo", str(home.an.pk))
    assert (spell.value, spell.since, dict(spell.parts)) == ("yes", date(2026, 3, 1), {"amount": 150000})
    home.tells("has_igo", home.an, {"state": "yes", "amount": "?"})
    spell = queries.situation_of(home.household, TODAY).told("has_igo", str(home.an.pk))
    assert (spell.since, spell.parts.get("amount")) == (date(2026, 3, 1), None)
    home.tells("has_igo", home.an, "geweigerd")
    spell = queries.situation_of(home.household, TODAY).told("has_igo", str(home.an.pk))
    assert (spell.value, spell.since, dict(spell.parts)) == ("refused", None, {})
    for year, amount in (("2024", "100"), ("2025", "200")):
        home.tells("has_leefloon", home.an, {"state": "yes", "amount_in_year": {year: amount}})
    spell = queries.situation_of(home.household, TODAY).told("has_leefloon", str(home.an.pk))
    assert dict(spell.parts) == {"amount_in_year:2024": 10000, "amount_in_year:2025": 20000}


def test_a_slip_corrected_the_same_day_leaves_nothing_of_the_slip():
    home = a_household()
    home.tells("main_activity", home.an, "employee")
    home.tells("main_activity", home.an, "job_seeker")
    assert spells(home, "main_activity", home.an) == [("job_seeker", None, None)]


def test_what_begins_later_stays_when_something_is_told_about_now():
    home = a_household()
    home.tells("main_activity", home.an, "employee", since="1/12/2026")
    home.tells("main_activity", home.an, "job_seeker")
    assert spells(home, "main_activity", home.an) == [
        ("job_seeker", None, date(2026, 11, 30)),
        ("employee", date(2026, 12, 1), None),
    ]


# -- two sources ---------------------------------------------------------------------------------------------------------


def told_and_shown(told="900", shown="1000", **more):
    home = a_household()
    first = home.tells("wage_net_month", home.an, told)
    second = home.tells("wage_net_month", home.an, shown, source="document", document="loonfiche", **more)
    return home, first, second


def test_two_sources_that_differ_stay_both_visible_and_bound_the_engine():
    home, first, second = told_and_shown()
    [contradiction] = queries.contradictions_of(home.household, TODAY)
    assert set(contradiction.entries) == {first, second}
    spell = queries.situation_of(home.household, TODAY).told("wage_net_month", str(home.an.pk))
    assert set(spell.several) == {90000, 100000}
    assert spell.value == Between(90000, 100000)


def test_a_contradiction_on_a_choice_has_no_value_between():
    home = a_household()
    home.tells("main_activity", home.an, "employee")
    home.tells("main_activity", home.an, "job_seeker", source="register")
    spell = queries.situation_of(home.household, TODAY).told("main_activity", str(home.an.pk))
    assert spell.value is None
    assert set(spell.several) == {"employee", "job_seeker"}


def test_sources_that_agree_are_one_answer_and_the_document_is_named():
    home, _first, second = told_and_shown("900", "900")
    assert queries.contradictions_of(home.household, TODAY) == []
    [fact] = [fact for fact in queries.facts_of(home.household, TODAY) if fact.fact.id == "wage_net_month"]
    assert fact.answers[0].entry == second
    assert len(fact.answers[0].entries) == 2


def test_an_estimate_goes_together_with_the_exact_figure():
    home, _first, _second = told_and_shown("ongeveer 900", "950")
    assert spells(home, "wage_net_month", home.an) == [(95000, None, None)]
    home, _first, _second = told_and_shown("ongeveer 900", "1.200")
    assert queries.contradictions_of(home.household, TODAY)


def test_what_began_after_the_telling_is_news_and_no_contradiction():
    home = a_household()
    home.tells("main_activity", home.an, "employee", since="1/1/2020", told_on=moment(2024))
    home.tells("main_activity", home.an, "job_seeker", since="1/2/2025", source="register", told_on=moment(2026))
    assert queries.contradictions_of(home.household, TODAY) == []
    assert spells(home, "main_activity", home.an) == [
        ("job_seeker", date(2025, 2, 1), None),
        ("employee", date(2020, 1, 1), date(2025, 1, 31)),
    ]


def test_what_began_before_the_telling_contradicts_from_that_day():
    home = a_household()
    home.tells("main_activity", home.an, "employee", since="1/1/2020", told_on=moment(2026))
    home.tells("main_activity", home.an, "job_seeker", since="1/2/2025", source="register", told_on=moment(2026, 7))
    assert [
        (set(value) if isinstance(value, tuple) else value, since, until) for value, since, until in spells(home, "main_activity", home.an)
    ] == [
        ({"employee", "job_seeker"}, date(2025, 2, 1), None),
        ("employee", date(2020, 1, 1), date(2025, 1, 31)),
    ]


def test_an_answer_that_is_no_longer_fresh_is_not_contradicted_by_a_newer_one():
    home = a_household()
    home.tells("wage_net_month", home.an, "900", told_on=moment(2025))
    home.tells("wage_net_month", home.an, "1000", source="document", told_on=moment(2026))
    assert spells(home, "wage_net_month", home.an) == [(100000, None, None)]


def test_a_birth_date_never_grows_old_so_it_is_always_contradicted():
    home = a_household()
    home.tells("birth_date", home.an, "12/3/1990", told_on=moment(2020))
    home.tells("birth_date", home.an, "3/12/1990", source="document", told_on=moment(2026))
    assert len(queries.contradictions_of(home.household, TODAY)) == 1


def test_statuses_of_two_sources_are_put_together_and_differ_on_their_state_or_amount():
    home = a_household()
    home.tells("has_igo", home.an, "ja")
    home.tells("has_igo", home.an, {"state": "yes", "since": "1/3/2026", "amount": "1.500"}, source="document")
    spell = queries.situation_of(home.household, TODAY).told("has_igo", str(home.an.pk))
    assert (spell.value, spell.since, dict(spell.parts), spell.several) == ("yes", date(2026, 3, 1), {"amount": 150000}, ())
    home.tells("has_igo", home.an, "geweigerd")
    assert set(queries.situation_of(home.household, TODAY).told("has_igo", str(home.an.pk)).several) == {"yes", "refused"}


# -- settled, taken back ---------------------------------------------------------------------------------------------------


def test_settling_keeps_one_and_says_why():
    home, _first, second = told_and_shown()
    settled = actions.settle(second, why="De loonfiche is recenter.", **home.inside)
    assert queries.contradictions_of(home.household, TODAY) == []
    assert spells(home, "wage_net_month", home.an) == [(100000, None, None)]
    assert (settled.why, settled.value, settled.source) == ("De loonfiche is recenter.", 100000, "document")
    assert len(home.history("wage_net_month", home.an)) == 3


def test_settling_with_a_third_answer():
    home, first, _second = told_and_shown()
    actions.settle(first, answer="930", why="Samen nagerekend.", **home.inside)
    assert spells(home, "wage_net_month", home.an) == [(93000, None, None)]


def test_settling_a_period_leaves_the_other_periods():
    home = a_household()
    home.tells("main_activity", home.an, "employee", since="1/1/2020", told_on=moment(2026))
    register = home.tells("main_activity", home.an, "job_seeker", since="1/2/2025", source="register", told_on=moment(2026, 7))
    actions.settle(register, why="An vergiste zich van jaar.", **home.inside)
    assert spells(home, "main_activity", home.an) == [
        ("job_seeker", date(2025, 2, 1), None),
        ("employee", date(2020, 1, 1), date(2025, 1, 31)),
    ]


def test_three_sources_are_settled_at_once():
    home, first, _second = told_and_shown()
    home.tells("wage_net_month", home.an, "1100", source="inferred")
    actions.settle(first, why="Gebeld met de werkgever.", **home.inside)
    assert spells(home, "wage_net_month", home.an) == [(90000, None, None)]


def test_settling_when_there_is_nothing_to_settle_is_refused():
    home = a_household(wage_net_month="900")
    [entry] = home.history("wage_net_month", home.an)
    with pytest.raises(Refused, match="geen verschil"):
        actions.settle(entry, why="Zomaar.", **home.inside)


def test_settling_without_a_reason_is_refused():
    home, first, _second = told_and_shown()
    with pytest.raises(Refused, match="reden"):
        actions.settle(first, why="  ", **home.inside)
    assert queries.contradictions_of(home.household, TODAY)


def test_after_settling_the_same_difference_told_anew_is_a_contradiction_anew():
    home, _first, second = told_and_shown()
    actions.settle(second, why="De loonfiche is recenter.", **home.inside)
    home.tells("wage_net_month", home.an, "870")
    assert len(queries.contradictions_of(home.household, TODAY)) == 1


def test_taking_back_a_slip_lets_the_answer_before_it_stand_again():
    home = a_household(wage_net_month="900")
    slip = home.tells("wage_net_month", home.an, "9000")
    actions.take_back(slip, why="Een nul te veel.", **home.inside)
    assert spells(home, "wage_net_month", home.an) == [(90000, None, None)]
    with pytest.raises(Refused, match="al teruggenomen"):
        actions.take_back(slip, why="Nog eens.", **home.inside)


def test_taking_back_a_settlement_opens_the_contradiction_again():
    home, _first, second = told_and_shown()
    settled = actions.settle(second, why="De loonfiche is recenter.", **home.inside)
    actions.take_back(settled, why="Het was de fiche van haar broer.", **home.inside)
    assert len(queries.contradictions_of(home.household, TODAY)) == 1


def test_taking_back_the_only_answer_makes_it_unasked_again():
    home = a_household(wage_net_month="900")
    [entry] = home.history("wage_net_month", home.an)
    actions.take_back(entry, why="Ging over iemand anders.", **home.inside)
    assert spells(home, "wage_net_month", home.an) == []


# -- never changed -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: FactEntry.objects.filter(pk=entry.pk).update(value=1),
        lambda entry: FactEntry.objects.filter(pk=entry.pk).delete(),
        lambda entry: FactEntry.objects.bulk_update([entry], ["fact"]),
        lambda entry: entry.save(),
        lambda entry: connection.cursor().execute("DELETE FROM people_factentry"),
        lambda entry: connection.cursor().execute("UPDATE people_factentry SET source = 'register'"),
    ],
)
def test_the_database_refuses_to_change_or_remove_what_was_told(change):
    home = a_household(wage_net_month="900")
    entry = FactEntry.objects.get(fact="wage_net_month")
    with pytest.raises(DatabaseError, match="only grow"), transaction.atomic():
        change(entry)
    assert spells(home, "wage_net_month", home.an) == [(90000, None, None)]


def test_the_database_refuses_to_write_over_an_entry():
    a_household(wage_net_month="900")
    entry = FactEntry.objects.get(fact="wage_net_month")
    entry.value = 1
    with pytest.raises(DatabaseError), transaction.atomic():
        entry.save(force_insert=True)
    if connection.vendor == "sqlite":
        with pytest.raises(DatabaseError, match="only grow"), transaction.atomic():
            connection.cursor().execute("INSERT OR REPLACE INTO people_factentry SELECT * FROM people_factentry")


def test_a_person_of_whom_something_was_told_cannot_be_removed():
    home = a_household(wage_net_month="900")
    with pytest.raises((DatabaseError, Exception), match="protected"):
        home.an.delete()
    assert Person.objects.filter(pk=home.an.pk).exists()


# -- refused -----------------------------------------------------------------------------------------------------------------


def test_a_refused_answer_keeps_nothing_and_leaves_no_line():
    home = a_household()
    entries, lines = FactEntry.objects.count(), LogLine.objects.count()
    with pytest.raises(NotAnAnswer):
        home.tells("wage_net_month", home.an, "abc")
    assert (FactEntry.objects.count(), LogLine.objects.count()) == (entries, lines)


def test_each_answer_leaves_one_line_without_what_was_said():
    home = a_household()
    lines = LogLine.objects.count()
    home.tells("wage_net_month", home.an, "1.234,56")
    line = LogLine.objects.latest("number")
    assert LogLine.objects.count() == lines + 1
    assert (line.act, line.detail["fact"]) == ("people.tell", "wage_net_month")
    assert "123456" not in str(line.detail)


@pytest.mark.parametrize(
    ("fact", "about"),
    [
        ("no_such_fact", lambda home: About.of_person(home.an)),
        ("rent_month", lambda home: About.of_person(home.an)),
        ("wage_net_month", lambda home: About.of_household(home.household)),
        ("lives_here", lambda home: About.of_person(home.an)),
        ("wage_net_month", lambda home: About.of_presence(home.an, home.household)),
        ("kinship", lambda home: About.of_relation(home.an, home.an)),
        ("sharing", lambda home: About.of_relation(home.an, home.an)),
    ],
)
def test_a_fact_of_the_wrong_thing_is_refused(fact, about):
    home = a_household()
    with pytest.raises(Refused):
        home.tells(fact, about(home), "ja")


def test_nothing_is_told_about_people_of_another_ocmw():
    home = a_household()
    from tests.trust.builders import a_team, a_worker, an_ocmw

    elsewhere = an_ocmw("OCMW Elders")
    chloe = a_worker(elsewhere, team=a_team(elsewhere), name="Chloé")
    stranger = a_person(chloe, "Vreemd")
    for about in (About.of_person(stranger), About.of_relation(home.an, stranger), About.of_presence(stranger, home.household)):
        with pytest.raises(Refused):
            home.tells({"person": "wage_net_month", "relation": "kinship", "presence": "lives_here"}[about.shape], about, "child")
    with pytest.raises(Refused):
        actions.tell("wage_net_month", About.of_person(home.an), "900", within=a_dossier(chloe), by=chloe)
    with pytest.raises(Refused):
        actions.tell("wage_net_month", About.of_person(home.an), "900", within=home.dossier, by=chloe)


def test_nothing_is_told_in_a_closed_dossier():
    home = a_household()
    home.dossier.closed_on = TODAY
    with pytest.raises(Refused, match="niet doen"):
        home.tells("wage_net_month", home.an, "900")


def test_a_conversation_cannot_lie_in_the_future():
    home = a_household()
    with pytest.raises(Refused, match="toekomst"):
        home.tells("wage_net_month", home.an, "900", told_on=timezone.now() + timedelta(days=1))


# -- ties --------------------------------------------------------------------------------------------------------------------


def test_nobody_becomes_his_own_grandparent():
    home = a_household(children=1)
    grandchild = a_person(home.worker, "Klein", "Kind")
    actions.relate(home.kid1, grandchild, "child", **home.inside)
    with pytest.raises(Refused, match="van zichzelf afstammen"):
        actions.relate(grandchild, home.an, "child", **home.inside)
    actions.relate(grandchild, home.an, "grandparent", **home.inside)


def test_a_tie_told_from_the_other_side_is_the_same_tie():
    home = a_household(children=1)
    home.tells("kinship", About.of_relation(home.kid1, home.an), "parent", source="document")
    [fact] = [fact for fact in queries.facts_of(home.household, TODAY) if fact.fact.id == "kinship"]
    assert fact.answers[0].value == "child"
    assert len(fact.answers[0].entries) == 2
    home.tells("kinship", About.of_relation(home.kid1, home.an), "foster_parent", source="register")
    [contradiction] = queries.contradictions_of(home.household, TODAY)
    assert set(contradiction.answer.several) == {"child", "foster_child"}


def test_a_tie_told_wrong_can_be_told_right():
    home = a_household(partner=True)
    actions.relate(home.an, home.bo, "parent", **home.inside)
    actions.relate(home.bo, home.an, "parent", **home.inside)
    found = known(home.household, TODAY)
    assert found["kinship", (str(home.an.pk), str(home.bo.pk)), None] == "child"


def test_child_benefit_for_oneself_can_be_told():
    home = a_household()
    home.tells("gets_child_benefit_for", About.of_relation(home.an, home.an), "ja")
    assert known(home.household, TODAY)["gets_child_benefit_for", (str(home.an.pk),) * 2, None] is True
