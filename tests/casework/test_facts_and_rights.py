"""One fact with its history, all facts on one page, one right explained, the drawing of rows."""

import re
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.casework.builders import Talk, a_single_mother, a_talk
from tests.trust.builders import enter

from rechtop.casework.facts import topics_with_facts
from rechtop.casework.right import missing_links
from rechtop.casework.rows import SHOWN_AT_ONCE, domain_words, rights_of
from rechtop.casework.stands import Stands
from rechtop.people.models import FactEntry
from rechtop.rights.law.catalogue import folder_of, load

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


def forms_on(page: str) -> set[str]:
    """The facts that can be filled in on a page."""
    return set(re.findall(r'name="feit" value="([a-z_0-9]+)"', page))


def a_family_of_seven() -> Talk:
    talk = a_single_mother()
    for line in ("partner Karim 1988", "zoon Jef 3", "dochter Els 11", "zoon Tom 16"):
        talk.joins(line)
    return talk


def test_every_fact_is_one_topic_away_and_no_page_is_heavy(client: Client) -> None:
    talk = a_family_of_seven()
    enter(client, talk.worker)
    one_by_one: set[str] = set()
    for topic in topics_with_facts():
        page = client.get(url("all_facts", talk), {"onderwerp": topic}).content
        assert len(page) < 120_000, (topic, len(page))
        one_by_one |= forms_on(page.decode())
        for person in Stands.of(talk.dossier).persons:
            page = client.get(url("all_facts", talk), {"onderwerp": topic, "van": person}).content
            assert len(page) < 120_000, (topic, len(page))
            one_by_one |= forms_on(page.decode())
    everything = forms_on(client.get(url("all_facts", talk), {"onderwerp": "alles"}).content.decode())
    assert one_by_one == everything
    assert len(everything) > 100


def test_a_large_household_is_shown_a_person_at_a_time_or_whole(client: Client) -> None:
    talk = a_family_of_seven()
    enter(client, talk.worker)
    karim = next(key for key, person in Stands.of(talk.dossier).persons.items() if person.given_name == "Karim")
    hers = client.get(url("all_facts", talk), {"onderwerp": "who_you_are"}).content.decode()
    assert f'name="van" value="{talk.an.pk}"' in hers
    assert f'name="van" value="{karim}"' not in hers
    assert f'name="van" value="{karim}"' in client.get(url("all_facts", talk), {"onderwerp": "who_you_are", "van": karim}).content.decode()
    both = client.get(url("all_facts", talk), {"onderwerp": "who_you_are", "van": "iedereen"}).content.decode()
    assert f'name="van" value="{karim}"' in both
    assert f'name="van" value="{talk.an.pk}"' in both


def test_a_word_brings_the_facts_themselves_to_fill_in(client: Client) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    for headers in ({}, {"HX-Request": "true"}):
        page = client.post(url("all_facts", talk), {"woorden": "spaarboekje"}, headers=headers).content.decode()
        assert "savings_own" in forms_on(page)
        assert ("<html" in page) != bool(headers)
    assert "Geen feit gevonden" in client.post(url("all_facts", talk), {"woorden": "qqqq"}).content.decode()


def test_after_a_save_without_script_one_is_back_in_the_same_topic_also_when_it_was_wrong(client: Client) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    data = {"feit": "savings_own", "van": str(talk.an.pk), "answer": "4.000"}
    there = client.post(url("all_facts", talk), data)["Location"]
    assert there.startswith(url("all_facts", talk) + "?onderwerp=property_and_savings&")
    assert there.endswith(f"#f-savings_own~{talk.an.pk}~~value")
    assert "savings_own" in forms_on(client.get(there).content.decode())
    wrong = client.post(url("all_facts", talk), data | {"answer": "veel"}).content.decode()
    assert "savings_own" in forms_on(wrong)
    everything = client.post(url("all_facts", talk), data | {"onderwerp": "alles"})["Location"]
    assert "?onderwerp=alles&" in everything


# -- rights ----------------------------------------------------------------------------------------------------------------


def test_however_many_rights_there_are_the_list_stays_short_and_folds_the_rest_by_domain(client: Client) -> None:
    talk = a_family_of_seven()
    rights = rights_of(Stands.of(talk.dossier))
    assert len(rights.groups["hangs"]) > SHOWN_AT_ONCE
    folded = [row for domain in rights.more_hanging for row in domain.rows]
    assert [*rights.first_hanging, *folded] != []
    assert {row.key for row in (*rights.first_hanging, *folded)} == {row.key for row in rights.groups["hangs"]}
    assert len(rights.first_hanging) == SHOWN_AT_ONCE
    assert len({domain.name for domain in rights.more_hanging}) == len(rights.more_hanging)
    page = enter(client, talk.worker).get(url("talk", talk)).content.decode()
    for row in rights.groups["hangs"]:
        assert f'id="recht-{row.key}"' in page
    assert f"Nog {rights.more_hanging_count} die van iets afhangen" in page or rights.more_hanging_count == 1


def test_every_domain_of_the_law_has_a_name_in_the_three_languages() -> None:
    folders = {folder_of(right).parent.name for right in load()}
    for language in ("nl", "fr", "en"):
        with translation.override(language):
            names = {domain_words(folder) for folder in folders}
            assert len(names) == len(folders)
            assert not names & {folder.capitalize() for folder in folders if language == "nl"}


def test_people_for_whom_a_right_stands_the_same_share_a_row() -> None:
    talk = a_single_mother()
    rows = [row for row in rights_of(Stands.of(talk.dossier)).groups["hangs"] if row.right == "groeipakket_basisbedrag"]
    assert [row.whom for row in rows] == ["Noor en Mats"]


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


def test_the_page_of_a_right_asks_the_opening_question_first_and_every_detail_can_be_answered_there(client: Client) -> None:
    talk = a_single_mother()
    enter(client, talk.worker)
    address = url("right", talk, right_id=OF_DISABILITY[1], subject=str(talk.an.pk))
    assert f'name="feit" value="{ILLNESS}"' in client.get(address).content.decode()
    talk.tells(ILLNESS, "rather_not_say")
    page = client.get(address).content.decode()
    assert f'name="feit" value="{ILLNESS}"' not in page
    detail = f"self_reliance_points_fod~{talk.an.pk}~~value"
    assert f'href="?vraag={quote(detail)}#vraag"' in page
    asked = client.get(address, {"vraag": detail}).content.decode()
    assert 'name="feit" value="self_reliance_points_fod"' in asked
    where = f"right.{OF_DISABILITY[1]}.{talk.an.pk}"
    data = {"feit": "self_reliance_points_fod", "van": str(talk.an.pk), "answer": "9", "terug": where}
    assert client.post(url("answer", talk), data)["Location"] == address
    assert Stands.of(talk.dossier).value("self_reliance_points_fod", str(talk.an.pk)) == 9
    for nonsense in ("zz", f"wage_net_month~{talk.an.pk}~~value", "self_reliance_points_fod~x~~value"):
        assert client.get(address, {"vraag": nonsense}).status_code == 200


def test_what_a_right_hangs_on_is_named_once_and_without_a_part_of_something_nobody_told_of() -> None:
    stands = Stands.of(a_single_mother().dossier)
    for result in stands.results:
        labels = [label for label, _key in missing_links(stands, result)]
        assert len(labels) == len(set(labels))
    needs = [row.need for rows in rights_of(stands).groups.values() for row in rows]
    assert not [need for need in needs if "bedrag in dat jaar" in need]


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


def test_a_described_right_that_the_story_makes_one_think_of_stands_apart_and_leads_to_its_card(client: Client) -> None:
    talk = a_talk(sleeping_place="street")
    page = enter(client, talk.worker).get(reverse("casework:talk", args=[talk.dossier.pk])).content.decode()
    assert "Denk ook aan" in page
    assert reverse("guide:card", args=["dringende_steun"]) in page
    nobody = a_talk(talk.worker)
    page = client.get(reverse("casework:talk", args=[nobody.dossier.pk])).content.decode()
    assert reverse("guide:card", args=["dringende_steun"]) not in page, "what is not known makes one think of nothing"
