"""One fact with its history, all facts on one page, one right explained, the drawing of rows."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.casework.builders import Talk, a_single_mother, a_talk
from tests.trust.builders import enter

from rechtop.casework.rows import rights_of
from rechtop.casework.stands import Stands
from rechtop.people.models import FactEntry
from rechtop.rights.law.catalogue import load

pytestmark = pytest.mark.django_db


def url(name: str, talk: Talk, **more: Any) -> str:
    return reverse(f"casework:{name}", kwargs={"dossier_id": talk.dossier.pk} | more)


def wage_key(talk: Talk) -> str:
    return f"wage_net_month~{talk.an.pk}~~value"


# -- one fact --------------------------------------------------------------------------------------------------------------


def test_taking_back_needs_a_reason_and_stays_to_be_read(client: Client) -> None:
    talk = a_talk(wage_net_month="850")
    enter(client, talk.worker)
    entry = FactEntry.objects.get(fact="wage_net_month")
    data = {"sleutel": wage_key(talk), "regel": str(entry.pk), "why": ""}
    assert client.post(url("take_back", talk), data).status_code == 422
    assert client.post(url("take_back", talk), data | {"why": "verkeerde persoon"}).status_code == 302
    assert Stands.of(talk.dossier).value("wage_net_month", str(talk.an.pk)) is None


def test_two_sources_are_both_shown_and_settled_with_a_reason(client: Client) -> None:
    talk = a_talk(wage_net_month="850")
    talk.tells("wage_net_month", "900", source="document", document="loonbrief")
    page = enter(client, talk.worker).get(url("talk", talk)).content.decode()
    assert "twee bronnen, allebei bewaard" in page
    assert "loonbrief, gezien vandaag" in page
    fact = client.get(url("fact", talk) + f"?sleutel={wage_key(talk)}").content.decode()
    assert "Welke klopt?" in fact
    seen = FactEntry.objects.get(fact="wage_net_month", source="document")
    assert client.post(url("settle", talk), {"sleutel": wage_key(talk), "why": "loonbrief"}).status_code == 422
    client.post(url("settle", talk), {"sleutel": wage_key(talk), "regel": str(seen.pk), "why": "de loonbrief is van deze maand"})
    assert Stands.of(talk.dossier).value("wage_net_month", str(talk.an.pk)) == 90000
    assert "de loonbrief is van deze maand" in client.get(url("fact", talk) + f"?sleutel={wage_key(talk)}").content.decode()


def test_a_fact_that_is_not_here_is_404(client: Client) -> None:
    talk = a_talk()
    enter(client, talk.worker)
    for key in ("", "zz", wage_key(talk), "wage_net_month~x~~value"):
        assert client.get(url("fact", talk), {"sleutel": key}).status_code == 404


# -- all facts -------------------------------------------------------------------------------------------------------------


def test_one_field_of_the_page_is_kept_when_one_leaves_it(client: Client) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    data = {"feit": "savings_own", "van": str(talk.an.pk), "answer": "4.000"}
    part = client.post(url("all_facts", talk), data, headers={"HX-Request": "true"})
    assert (part.status_code, "bewaard" in part.content.decode()) == (200, True)
    wrong = client.post(url("all_facts", talk), data | {"answer": "veel"}, headers={"HX-Request": "true"})
    assert wrong.status_code == 422
    assert "geen bedrag" in wrong.content.decode()
    plain = client.post(url("all_facts", talk), data | {"answer": "veel"})
    assert "“veel”" in plain.content.decode()
    assert client.post(url("all_facts", talk), data | {"answer": "5.000"}).status_code == 302
    assert Stands.of(talk.dossier).value("savings_own", str(talk.an.pk)) == 500000


# -- rights ----------------------------------------------------------------------------------------------------------------


ILLNESS = "long_illness_or_disability"
OF_DISABILITY = ("inkomensvervangende_tegemoetkoming", "integratietegemoetkoming")


def test_what_hangs_on_an_illness_nobody_told_of_stands_apart_with_its_amount_until_it_is_told(client: Client) -> None:
    talk = a_single_mother()
    rights = rights_of(Stands.of(talk.dossier))
    assert not {row.right for rows in rights.groups.values() for row in rows} & set(OF_DISABILITY)
    (part,) = rights.hidden
    hers = [row for row in part.rows if row.right in OF_DISABILITY]
    assert len(hers) == 2
    assert all(row.amount is not None and row.amount.high for row in hers)
    assert all(row.need_key == f"{ILLNESS}~{talk.an.pk}~~value" for row in hers)
    labels = [line.label for line in rights.lines]
    assert "Hangt eerst af van langdurige ziekte of beperking, per maand" in labels
    page = enter(client, talk.worker).get(url("talk", talk)).content.decode()
    assert "Hangt eerst af van: langdurige ziekte of beperking" in page
    talk.tells(ILLNESS, "ja")
    told = rights_of(Stands.of(talk.dossier))
    assert not {row.right for part in told.hidden for row in part.rows} & set(OF_DISABILITY)
    assert set(OF_DISABILITY) <= {row.right for row in told.groups["hangs"]}
    talk.tells(ILLNESS, "nee")
    assert set(OF_DISABILITY) <= {row.right for row in rights_of(Stands.of(talk.dossier)).groups["closed"]}


def test_not_knowing_of_an_illness_is_no_answer_and_no_no() -> None:
    talk = a_single_mother()
    talk.tells(ILLNESS, "does_not_know")
    (part,) = rights_of(Stands.of(talk.dossier)).hidden
    assert set(OF_DISABILITY) <= {row.right for row in part.rows}


def test_the_page_of_a_right_asks_the_opening_question_first_and_its_detail_when_that_was_left(client: Client) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    address = url("right", talk, right_id=OF_DISABILITY[1], subject=str(talk.an.pk))
    assert f'name="feit" value="{ILLNESS}"' in client.get(address).content.decode()
    talk.tells(ILLNESS, "rather_not_say")
    page = client.get(address).content.decode()
    assert f'name="feit" value="{ILLNESS}"' not in page
    assert 'name="feit" value="' in page


def test_every_right_has_a_page_for_everybody_in_three_languages(client: Client) -> None:
    talk = a_single_mother()
    talk.tells("has_igo", "yes")
    enter(client, talk.worker)
    people = [str(talk.an.pk), next(key for key in Stands.of(talk.dossier).persons if key != str(talk.an.pk)), "samen"]
    for language in ("nl", "fr", "en"):
        talk.worker.language = language
        talk.worker.save()
        for right in load():
            for subject in people:
                response = client.get(url("right", talk, right_id=right, subject=subject))
                assert response.status_code == 200, (right, subject)


def test_the_calculation_ends_in_the_amount_of_the_list(client: Client) -> None:
    talk = a_talk(
        nationality="belgian", lives_in_belgium="ja", ready_to_work="yes", has_own_income="nee", savings_own="0", savings_joint="0",
        has_more_real_estate="nee", has_more_disposals="nee", stays_in="at_home", third_party_pays_housing_month="0", gifts_month="0",
        has_leefloon="never",
    )  # fmt: skip
    talk.household("someone_else_lives_here", "nee")
    talk.household("someone_elsewhere_matters", "nee")
    stands = Stands.of(talk.dossier)
    result = next(one for one in stands.results if one.right == "leefloon")
    page = enter(client, talk.worker).get(url("right", talk, right_id="leefloon", subject=str(talk.an.pk)))
    assert page.context["lines"][-1].kind == "total"
    row = next(one for rows in rights_of(stands).groups.values() for one in rows if one.right == "leefloon")
    assert row.amount is not None
    assert (row.amount.low, row.amount.high) == (result.low, result.high) or result.status == "hangs"


def test_conditions_say_who_told_what_and_missing_facts_are_asked_here(client: Client) -> None:
    talk = a_single_mother()
    page = enter(client, talk.worker).get(url("right", talk, right_id="leefloon", subject=str(talk.an.pk))).content.decode()
    assert "Woont in België (An): ja · verteld door An, vandaag" in page
    assert "Nog te weten" in page
    assert 'name="terug" value="right.leefloon.' in page
    assert "Zo leg je het uit" in page
    assert "jouw oordeel" in page


def test_an_answer_given_on_the_page_of_a_right_comes_back_there(client: Client) -> None:
    talk = a_single_mother()
    where = f"right.leefloon.{talk.an.pk}"
    data = {"feit": "stays_in", "van": str(talk.an.pk), "answer": "at_home", "terug": where}
    response = enter(client, talk.worker).post(url("answer", talk), data)
    assert response["Location"] == url("right", talk, right_id="leefloon", subject=str(talk.an.pk))
    for elsewhere in ("https://elders.example/", "right.a/b.c", "right.", "//x"):
        assert client.post(url("answer", talk), data | {"terug": elsewhere})["Location"] == url("talk", talk) + "#vraag"


def test_a_right_or_person_that_is_not_here_is_404(client: Client) -> None:
    talk, other = a_talk(), a_talk()
    enter(client, talk.worker)
    for right, subject in [("bestaat-niet", "samen"), ("leefloon", str(other.an.pk)), ("leefloon", "iemand")]:
        assert client.get(url("right", talk, right_id=right, subject=subject)).status_code == 404


def test_persons_for_whom_a_right_stands_the_same_share_a_row() -> None:
    talk = a_single_mother()
    rows = [row for rows in rights_of(Stands.of(talk.dossier)).groups.values() for row in rows]
    closed = rights_of(Stands.of(talk.dossier)).groups["closed"]
    assert len({row.key for row in rows}) == len(rows)
    assert len({row.right for row in closed}) == len(closed)
    assert any(row.whom == "Noor en Mats" for row in rows)


def test_never_nil_for_what_is_not_known_and_never_the_forbidden_words(client: Client) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    for address in (url("talk", talk), url("dossier", talk)):
        page = client.get(address).content.decode()
        assert not re.search("minstens €\\s0|€\\s0 per|€\\s0,00", page)
        for word in ("geen recht gevonden", "ongeldig", "verplicht veld", "weigerachtig", "zelfredzaam", "score"):
            assert word not in page.lower(), word


def test_nothing_found_is_never_the_end(client: Client) -> None:
    talk = a_talk(birth_date="1990")
    stands = Stands.of(talk.dossier)
    rights = rights_of(stands)
    rights.groups["open"].clear()
    rights.groups["hangs"].clear()
    assert not rights.found_nothing  # something still hangs on a question that nobody answered
    rights.hidden.clear()
    assert rights.found_nothing
