"""The talk: every answer moves the rights at once, with and without script; a bad one is kept and explained."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.casework.builders import Talk, a_dossier, a_single_mother, a_talk, the_cast
from tests.trust.builders import enter

from rechtop.casework.actions import begin_conversation, close_dossier
from rechtop.casework.keys import read_key, write_key
from rechtop.casework.models import Conversation, Dossier
from rechtop.casework.stands import Stands
from rechtop.people import actions as people
from rechtop.people.about import About
from rechtop.people.models import FactEntry
from rechtop.rights.facts.settles import OPENERS
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.trust.refusal import Refused

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def url(name: str, talk: Talk, **more: Any) -> str:
    return reverse(f"casework:{name}", kwargs={"dossier_id": talk.dossier.pk} | more)


def wage(talk: Talk, answer: str, **more: str) -> dict[str, str]:
    return {"feit": "wage_net_month", "van": str(talk.an.pk), "jaar": "", "deel": "value", "answer": answer} | more


def test_an_answer_without_script_is_kept_and_the_page_comes_back_at_the_question(client: Client) -> None:
    talk = a_talk()
    response = enter(client, talk.worker).post(url("answer", talk), wage(talk, "1.180,50"))
    assert (response.status_code, response["Location"]) == (302, url("talk", talk) + "#vraag")
    entry = FactEntry.objects.get(fact="wage_net_month")
    assert (entry.value, entry.in_conversation, entry.told_to) == (118050, talk.conversation.pk, talk.worker)
    assert "1.180,50" in client.get(url("talk", talk)).content.decode()


def test_a_page_that_was_read_before_the_dossier_closed_writes_nothing_any_more() -> None:
    talk = a_talk()
    read_before = Dossier.objects.get(pk=talk.dossier.pk)
    close_dossier(talk.dossier, by=talk.worker)
    with pytest.raises(Refused, match="gesloten"):
        people.tell("wage_net_month", About.of_person(talk.an), 118050, within=read_before, by=talk.worker)
    with pytest.raises(Refused, match="gesloten"):
        begin_conversation(read_before, by=talk.worker)
    assert not FactEntry.objects.filter(fact="wage_net_month").exists()


def test_an_answer_with_htmx_brings_question_facts_and_rights_in_one_part(client: Client) -> None:
    talk = a_single_mother()
    page = enter(client, talk.worker).post(url("answer", talk), wage(talk, "900"), headers=HTMX).content.decode()
    assert 'id="levend"' in page
    assert 'id="vraag"' in page
    assert 'id="weten"' in page
    assert 'id="rechten"' in page
    assert 'id="huis"' in page
    assert "<html" not in page
    assert "data-announce" in page


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_cannot_be_read_stays_in_the_field_with_a_guess(client: Client, headers: dict[str, str]) -> None:
    talk = a_talk()
    response = enter(client, talk.worker).post(url("answer", talk), wage(talk, "duizend of zo"), headers=headers)
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="duizend of zo"' in page
    assert 'aria-invalid="true"' in page
    assert not FactEntry.objects.filter(fact="wage_net_month").exists()


def test_a_guess_can_be_taken_over(client: Client) -> None:
    talk = a_talk()
    enter(client, talk.worker).post(url("answer", talk), wage(talk, "duizend of zo", guess="rond 1.000"))
    assert FactEntry.objects.get(fact="wage_net_month").value == {"at_least": 90000, "at_most": 110000}


@pytest.mark.parametrize(("word", "knowing"), [("unknown", "does_not_know"), ("rather_not_say", "rather_not_say"), ("later", "later")])
def test_three_ways_not_to_answer_are_kept_and_not_asked_again_in_this_talk(client: Client, word: str, knowing: str) -> None:
    talk = a_talk()
    asked = Stands.of(talk.dossier).questions(talk.conversation)[0].ref
    data = {"feit": asked[0], "van": ",".join(asked[1]), "jaar": str(asked[2] or ""), "deel": asked[3], "instead": word}
    enter(client, talk.worker).post(url("answer", talk), data)
    assert FactEntry.objects.latest("pk").knowing == knowing
    assert Stands.of(talk.dossier).questions(talk.conversation)[0].ref[:3] != asked[:3]


def test_what_one_would_rather_not_say_is_not_asked_in_the_next_talk_and_later_is() -> None:
    talk = a_talk()
    first, second = Stands.of(talk.dossier).questions(talk.conversation)[:2]
    people.answer_question(talk.dossier.household, first.ref[:3], "rather_not_say", **talk.inside)
    people.answer_question(talk.dossier.household, second.ref[:3], "later", **talk.inside)
    skipped = Stands.of(talk.dossier).skipped(None)
    assert first.ref[:3] in skipped
    assert second.ref[:3] not in skipped


def test_a_status_is_told_with_its_amount_and_since_when(client: Client) -> None:
    talk = a_talk()
    data = {"feit": "has_leefloon", "van": str(talk.an.pk), "answer": "yes", "since": "1/1/2026", "part_amount": "800"}
    enter(client, talk.worker).post(url("answer", talk), data)
    entry = FactEntry.objects.get(fact="has_leefloon")
    assert entry.value == {"state": "yes", "parts": {"amount": 80000}}
    assert str(entry.since) == "2026-01-01"
    page = client.get(url("talk", talk)).content.decode()
    assert "Loopt al" in page


def test_recognised_at_nil_is_an_answer_only_where_it_exists_or_was_told(client: Client) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    offered = 'name="answer" value="recognised_nil"'
    assert offered not in client.get(url("talk", talk) + "?feit=has_leefloon").content.decode()
    assert offered in client.get(url("talk", talk) + "?feit=has_ivt").content.decode()
    talk.tells("has_vt", "recognised_nil")
    assert offered in client.get(url("talk", talk) + f"?vraag=has_vt~{talk.an.pk}~~value").content.decode()


def test_a_small_number_is_picked_and_stands_picked_when_one_comes_back(client: Client) -> None:
    talk = a_single_mother()
    noor = next(key for key, person in Stands.of(talk.dossier).persons.items() if person.given_name == "Noor")
    address = url("talk", talk) + f"?vraag=deceased_parents~{noor}~~value"
    page = enter(client, talk.worker).get(address).content.decode()
    assert re.findall(r'type="radio" name="answer" value="(\w+)"', page)[:3] == ["0", "1", "2"]
    client.post(url("answer", talk), {"feit": "deceased_parents", "van": noor, "answer": "0"})
    assert Stands.of(talk.dossier).value("deceased_parents", noor) == 0
    assert 'name="answer" value="0" checked' in client.get(address).content.decode()


def test_since_when_is_added_to_what_stands(client: Client) -> None:
    talk = a_talk(main_activity="employee")
    data = {"feit": "main_activity", "van": str(talk.an.pk), "deel": "since", "since": "februari 2025"}
    enter(client, talk.worker).post(url("answer", talk), data)
    standing = Stands.of(talk.dossier).by_key["main_activity", (str(talk.an.pk),), None]
    assert (standing.answers[0].value, str(standing.answers[0].since)) == ("employee", "2025-02-01")


def test_a_day_that_does_not_exist_can_be_said_so(client: Client) -> None:
    talk = a_talk()
    data = {"feit": "expected_birth_date", "van": str(talk.an.pk), "answer": "", "guess": "no_date"}
    enter(client, talk.worker).post(url("answer", talk), data)
    assert "niet zwanger" in client.get(url("dossier", talk)).content.decode()


def test_the_first_fact_of_the_home_makes_the_home(client: Client) -> None:
    talk = a_talk()
    enter(client, talk.worker).post(url("answer", talk), {"feit": "rent_month", "van": "home", "answer": "640"})
    assert Stands.of(talk.dossier).value("rent_month", "home") == 64000


def test_a_delivery_of_oil_that_was_not_told_of_before(client: Client) -> None:
    talk = a_talk()
    enter(client, talk.worker).post(url("answer", talk), {"feit": "fuel_litres", "van": "nieuw", "answer": "600"})
    (event,) = Stands.of(talk.dossier).situation.events
    assert event.kind == "fuel_delivery"
    assert Stands.of(talk.dossier).value("fuel_litres", event.id) == 600


def test_a_house_that_was_not_told_of_before(client: Client) -> None:
    talk = a_talk()
    enter(client, talk.worker).post(url("answer", talk), {"feit": "ownership_share_percent", "van": f"nieuw:{talk.an.pk}", "answer": "50"})
    assert len(Stands.of(talk.dossier).situation.properties) == 1


def test_nothing_of_another_household_can_be_told(client: Client) -> None:
    talk = a_talk()
    other = a_dossier(talk.worker, "Bo Claes")
    response = enter(client, talk.worker).post(url("answer", talk), wage(talk, "900", van=str(other.teller_id)))
    assert response.status_code == 422
    assert not FactEntry.objects.filter(fact="wage_net_month").exists()


def test_words_find_facts_with_and_without_script(client: Client) -> None:
    talk = a_talk()
    part = enter(client, talk.worker).post(url("look_up", talk), {"woorden": "loon"}, headers=HTMX).content.decode()
    assert "feit=wage_net_month" in part
    assert "<html" not in part
    page = client.post(url("look_up", talk), {"woorden": "loon"}).content.decode()
    assert "feit=wage_net_month" in page
    assert "<html" in page
    assert "Geen feit gevonden" in client.post(url("look_up", talk), {"woorden": "qqqzzz"}).content.decode()


def test_the_card_of_a_looked_up_fact_comes_alone_with_htmx(client: Client) -> None:
    talk = a_single_mother()
    part = enter(client, talk.worker).get(url("talk", talk) + "?feit=has_leefloon", headers=HTMX).content.decode()
    assert part.lstrip().startswith("<form")
    assert "Over wie" in part


def test_every_fact_can_be_asked_of_everybody_in_three_languages(client: Client) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    for language in ("nl", "fr", "en"):
        talk.worker.language = language
        talk.worker.save()
        for fact in vocabulary() if language == "nl" else list(vocabulary())[::7]:
            assert client.get(url("talk", talk) + f"?feit={fact.id}", headers=HTMX).status_code == 200, fact.id


def test_an_address_that_asks_for_something_strange_shows_the_next_question(client: Client) -> None:
    talk = a_talk()
    enter(client, talk.worker)
    for query in (
        "vraag=zz",
        "vraag=wage_net_month~x~~value",
        "feit=bestaat_niet",
        "vraag=" + "~" * 300,
        "feit=%00",
        "vraag=wage_net_month~~~part:x",
    ):
        assert client.get(url("talk", talk) + f"?{query}").status_code == 200, query


def test_a_talk_begins_with_the_first_word_and_ends_on_request(client: Client) -> None:
    cast = the_cast()
    dossier = a_dossier(cast.amira)
    page = reverse("casework:talk", args=[dossier.pk])
    enter(client, cast.amira).get(page)
    assert not Conversation.objects.exists()
    client.post(reverse("casework:answer", args=[dossier.pk]), {"feit": "nationality", "van": str(dossier.teller_id), "answer": "belgian"})
    assert Conversation.objects.get().ended_at is None
    client.post(reverse("casework:end_talk", args=[dossier.pk]))
    assert Conversation.objects.get().ended_at is not None


def test_the_key_of_a_fact_survives_an_address() -> None:
    for ref in [
        ("wage_net_month", ("a",), None, "value"),
        ("tax_wage_before_costs", ("a",), 2024, "value"),
        ("kinship", ("a", "b"), None, "since"),
    ]:
        assert read_key(write_key(ref)) == ref
    assert read_key("nothing~a~~value") is None


def test_the_rights_say_in_one_sentence_what_an_answer_changed(client: Client) -> None:
    talk = a_talk(nationality="belgian", lives_in_belgium="ja")
    data = {"feit": "lives_in_belgium", "van": str(talk.an.pk), "answer": "no"}
    page = enter(client, talk.worker).post(url("answer", talk), data, headers=HTMX).content.decode()
    assert "nu niet" in page.split('data-announce="')[1].split('"')[0]


def test_a_municipality_is_told_by_its_name_and_shown_by_it(client: Client) -> None:
    talk = a_talk()
    data = {"feit": "domicile_municipality", "van": str(talk.an.pk), "answer": "Gent (44021)"}
    enter(client, talk.worker).post(url("answer", talk), data)
    assert FactEntry.objects.get(fact="domicile_municipality").value == "44021"
    page = client.get(url("talk", talk)).content.decode()
    assert '<span class="fact__value">Gent</span>' in page


def test_how_it_was_on_another_day_is_told_beside_what_holds_now(client: Client) -> None:
    talk = a_talk()
    talk.tells("sleeping_place", "own_or_rented_home", since="5/10/2026")
    posted = {"feit": "sleeping_place", "van": str(talk.an.pk), "jaar": "", "deel": "on:2026-10-04", "answer": "shelter"}
    assert enter(client, talk.worker).post(url("answer", talk), posted).status_code == 302
    stands = Stands.of(talk.dossier)
    spells = stands.situation.answers["sleeping_place", (str(talk.an.pk),), None]
    assert [(spell.value, str(spell.since), str(spell.until)) for spell in spells] == [
        ("own_or_rented_home", "2026-10-05", "None"),
        ("shelter", "2026-10-04", "2026-10-04"),
    ]


@pytest.mark.parametrize("part", ["on:nooit", "on:", "on:9999-99-99", "part:nothing", "x" * 500])
def test_a_forged_part_of_a_question_is_no_fault(client: Client, part: str) -> None:
    talk = a_talk()
    client = enter(client, talk.worker)
    posted = {"feit": "sleeping_place", "van": str(talk.an.pk), "jaar": "", "deel": part, "answer": "shelter"}
    assert client.post(url("answer", talk), posted).status_code in (302, 400, 422)
    assert client.get(url("talk", talk), {"vraag": f"sleeping_place~{talk.an.pk}~~{part}"}).status_code == 200


@pytest.mark.parametrize("instead", ["unknown", "rather_not_say", "later"])
@pytest.mark.parametrize("part", ["since", "on:2026-08-31"])
def test_not_knowing_since_when_leaves_what_is_known_as_it_is(client: Client, instead: str, part: str) -> None:
    talk = a_talk()
    talk.tells("sleeping_place", "own_or_rented_home")
    posted = {"feit": "sleeping_place", "van": str(talk.an.pk), "jaar": "", "deel": part, "instead": instead}
    assert enter(client, talk.worker).post(url("answer", talk), posted).status_code == 302
    stands = Stands.of(talk.dossier)
    assert stands.situation.told("sleeping_place", str(talk.an.pk)).value == "own_or_rented_home"  # type: ignore[union-attr]
    conversation = Conversation.objects.get(pk=talk.conversation.pk)
    assert ("sleeping_place", (str(talk.an.pk),), None, part) in stands.skipped(conversation)
    assert all(question.ref[3] != part or question.ref[0] != "sleeping_place" for question in stands.questions(conversation))


# -- one answer for several ------------------------------------------------------------------------------------------------


def asked_about(talk: Talk, fact: str) -> Any:
    """The open question about this fact."""
    return next(one for one in Stands.of(talk.dossier).questions(talk.conversation) if one.ref[0] == fact)


def as_posted(ref: Any, answer: str, *others: Any, **more: str) -> dict[str, Any]:
    return {
        "feit": ref[0],
        "van": ",".join(ref[1]),
        "jaar": str(ref[2] or ""),
        "answer": answer,
        "ook": [write_key(o) for o in others],
    } | more


def test_the_same_question_is_asked_once_with_everybody_else_beside_it_and_nobody_ticked(client: Client) -> None:
    talk = a_single_mother()
    question = asked_about(talk, "domicile_kind")
    assert question.ref[1] == (str(talk.an.pk),)
    enter(client, talk.worker)
    page = client.get(url("talk", talk) + f"?vraag={write_key(question.ref)}").content.decode()
    stands = Stands.of(talk.dossier)
    assert [stands.name(other[1][0]) for other in question.also] == ["Noor", "Mats"]
    for other in question.also:
        assert f'name="ook" value="{write_key(other)}">' in page


def test_one_answer_for_those_who_are_ticked_is_a_fact_of_each_and_is_not_asked_again(client: Client) -> None:
    talk = a_single_mother()
    question = asked_about(talk, "domicile_kind")
    noor, mats = question.also
    page = enter(client, talk.worker).post(
        url("answer", talk),
        as_posted(question.ref, "this_home", noor, mats, source="document", document="gezinssamenstelling"),
        headers=HTMX,
    )
    assert "Ook bewaard voor Noor en Mats." in page.content.decode()
    told = FactEntry.objects.filter(fact="domicile_kind")
    assert {str(one.person_id) for one in told} == {question.ref[1][0], noor[1][0], mats[1][0]}
    assert {(one.value, one.source, one.document) for one in told} == {("this_home", "document", "gezinssamenstelling")}
    assert not [one for one in Stands.of(talk.dossier).questions(talk.conversation) if one.ref[0] == "domicile_kind"]


def test_who_is_not_ticked_is_told_nothing_of_and_is_asked_later(client: Client) -> None:
    talk = a_single_mother()
    question = asked_about(talk, "domicile_kind")
    noor, mats = question.also
    enter(client, talk.worker).post(url("answer", talk), as_posted(question.ref, "this_home", noor))
    assert asked_about(talk, "domicile_kind").ref == mats


def test_not_knowing_it_of_several_puts_the_question_aside_for_each(client: Client) -> None:
    talk = a_single_mother()
    question = asked_about(talk, "domicile_kind")
    enter(client, talk.worker).post(url("answer", talk), as_posted(question.ref, "unknown", *question.also))
    assert set(FactEntry.objects.filter(fact="domicile_kind").values_list("knowing", flat=True)) == {"does_not_know"}
    assert not [one for one in Stands.of(talk.dossier).questions(talk.conversation) if one.ref[0] == "domicile_kind"]


def test_a_wrong_answer_for_several_keeps_nothing_and_keeps_the_ticks(client: Client) -> None:
    talk = a_single_mother()
    question = asked_about(talk, "domicile_kind")
    noor, mats = question.also
    response = enter(client, talk.worker).post(url("answer", talk), as_posted(question.ref, "op de maan", noor), headers=HTMX)
    assert response.status_code == 422
    page = response.content.decode()
    assert f'value="{write_key(noor)}" checked' in page
    assert f'value="{write_key(mats)}">' in page
    assert not FactEntry.objects.filter(fact="domicile_kind").exists()


def test_what_a_colleague_told_meanwhile_stays_as_it_is(client: Client) -> None:
    talk = a_single_mother()
    question = asked_about(talk, "domicile_kind")
    noor, mats = question.also
    people.answer_question(talk.dossier.household, noor[:3], "other_address", **talk.inside)
    page = (
        enter(client, talk.worker)
        .post(url("answer", talk), as_posted(question.ref, "this_home", noor, mats), headers=HTMX)
        .content.decode()
    )
    assert "Ook bewaard voor Mats. Voor Noor stond intussen al iets: dat blijft staan." in page
    assert Stands.of(talk.dossier).value("domicile_kind", *noor[1]) == "other_address"


def test_only_the_same_question_about_somebody_of_this_household_can_be_answered_along(client: Client) -> None:
    talk, elsewhere = a_single_mother(), a_dossier(the_cast().chloe, "Iemand Elders")
    question = asked_about(talk, "domicile_kind")
    stranger = (question.ref[0], (str(elsewhere.teller_id),), None, "value")
    another = ("nationality", question.also[0][1], None, "value")
    for other in (stranger, another):
        response = enter(client, talk.worker).post(url("answer", talk), as_posted(question.ref, "this_home", other))
        assert response.status_code == 422
    assert not FactEntry.objects.filter(fact="domicile_kind").exists()


def test_an_amount_is_never_offered_for_somebody_else() -> None:
    talk = a_single_mother()
    talk.joins("partner Karim 1988")
    talk.tells("has_own_income", "ja", of=next(p for p in Stands.of(talk.dossier).persons.values() if p.given_name == "Karim"))
    questions = [one for one in Stands.of(talk.dossier).questions(talk.conversation) if one.fact.type == "cents"]
    assert questions
    assert all(not one.also for one in questions)


# -- opening questions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["does_not_know", "rather_not_say", "later"])
def test_after_an_opening_question_was_left_its_details_are_not_pushed(said: str) -> None:
    talk = a_single_mother()
    an = (str(talk.an.pk),)
    details = OPENERS["long_illness_or_disability"]
    assert asked_about(talk, "long_illness_or_disability").ref[1] == an
    talk.tells("long_illness_or_disability", said)
    pushed = {one.ref[0] for one in Stands.of(talk.dossier).questions(talk.conversation) if one.ref[1] == an}
    kept_by_another_opener = set(OPENERS["has_own_income"])  # she has an income: that "yes" still asks after the allowances among them
    assert not (pushed & set(details)) - kept_by_another_opener
    assert "long_illness_or_disability" not in pushed


def test_the_opening_question_comes_before_its_details_and_a_yes_asks_them() -> None:
    talk = a_single_mother()
    an = (str(talk.an.pk),)
    before = {one.ref[0] for one in Stands.of(talk.dossier).questions(talk.conversation) if one.ref[1] == an}
    assert not before & set(OPENERS["long_illness_or_disability"])
    talk.tells("long_illness_or_disability", "ja")
    after = {one.ref[0] for one in Stands.of(talk.dossier).questions(talk.conversation) if one.ref[1] == an}
    assert after & set(OPENERS["long_illness_or_disability"])


def test_nationality_is_asked_before_a_residence_card_and_the_own_address_before_a_municipality() -> None:
    talk = a_talk()
    talk.joins("dochter Noor 8")
    asked = [one.ref[0] for one in Stands.of(talk.dossier).questions(talk.conversation)]
    assert {"nationality", "domicile_kind"} <= set(asked)
    assert not {"residence_right", "domicile_municipality"} & set(asked)
    for person in Stands.of(talk.dossier).persons.values():
        talk.tells("nationality", "other", of=person)
        talk.tells("domicile_kind", "this_home", of=person)
    asked = [one.ref[0] for one in Stands.of(talk.dossier).questions(talk.conversation)]
    assert {"residence_right", "dwelling_municipality"} <= set(asked)
    assert "domicile_municipality" not in asked
