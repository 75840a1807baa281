"""The talk in a real browser: by keyboard, without script, on a phone; axe is silent on every page."""

import re
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from tests.browser import DESK, NARROW, PHONE, OpenPage, assert_accessible, assert_no_side_scroll
from tests.casework.builders import Talk, a_dossier, a_single_mother, an_appointment, an_aside, the_cast

from rechtop.casework.models import Dossier, Story
from rechtop.people.models import FactEntry, Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def talk_of(dossier: Dossier) -> str:
    return reverse("casework:talk", args=[dossier.pk])


def test_a_whole_talk_by_keyboard(open_page: OpenPage) -> None:
    dossier = a_dossier(the_cast().amira)
    page = open_page(talk_of(dossier), user=dossier.owner)
    page.get_by_label("In eigen woorden").focus()
    page.keyboard.type("Sinds juni zijn we met ons twee.")
    page.get_by_label("Zet iemand erbij").focus()
    page.keyboard.type("dochter Noor 8")
    page.keyboard.press("Enter")
    expect(page.locator("#erbij-s")).to_contain_text("Noor staat erbij, kind, woont hier altijd")
    assert page.get_by_label("In eigen woorden").input_value() == "Sinds juni zijn we met ons twee."
    expect(page.get_by_label("Zet iemand erbij")).to_be_focused()
    page.keyboard.type("zoon Mats 13")
    page.keyboard.press("Enter")
    expect(page.locator("#erbij-s")).to_contain_text("Mats")
    before = page.locator("#vraag-t").inner_text()
    first = page.locator("#vraag input[type=radio]").first
    first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#vraag-t")).not_to_have_text(before)
    assert FactEntry.objects.filter(in_conversation__isnull=False).count() >= 6
    page.get_by_label("Iets vertellen").focus()
    page.keyboard.type("loon")
    found = page.get_by_role("link", name="Nettoloon per maand")
    expect(found).to_be_visible()
    found.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#vraag-t")).to_contain_text("netto")
    page.locator("#v-antwoord").focus()
    page.keyboard.type("1.180,50")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#weten ~ .facts, .facts").first).to_contain_text("1.180,50")
    expect(page.locator("#zeg")).not_to_be_empty()
    expect(page.get_by_text(re.compile("Bewaard om"))).to_be_visible()
    assert Story.objects.get().text == "Sinds juni zijn we met ons twee."


def test_what_cannot_be_read_comes_back_with_a_guess_that_one_key_takes(open_page: OpenPage) -> None:
    dossier = a_dossier(the_cast().amira, birth_date=None)
    page = open_page(talk_of(dossier) + "?feit=birth_date", user=dossier.owner, expect_complaints=True)  # 422 is logged by the browser
    page.locator("#v-antwoord").fill("3/14/1990")
    page.get_by_role("button", name="Antwoord bewaren").click()
    expect(page.locator(".ask__wrong")).to_be_focused()
    expect(page.locator("#v-antwoord")).to_have_value("3/14/1990")
    assert_accessible(page)
    page.get_by_role("button", name="Ja, 14/3/1990").click()
    expect(page.locator("#huis")).to_contain_text("36 jaar")
    assert FactEntry.objects.get(fact="birth_date").value == "1990-03-14"


def test_the_whole_talk_without_script(open_page: OpenPage) -> None:
    dossier = a_dossier(the_cast().amira)
    page = open_page(talk_of(dossier), user=dossier.owner, script=False)
    page.get_by_label("In eigen woorden").fill("Zonder script.")
    page.get_by_role("button", name="Verhaal bewaren").click()
    expect(page.get_by_label("In eigen woorden")).to_have_value("Zonder script.")
    page.get_by_label("Zet iemand erbij").fill("dochter Noor 8")
    page.get_by_role("button", name="Zet erbij").click()
    expect(page.locator(".person__about")).to_contain_text("met Noor (8)")
    page.get_by_label("Iets vertellen").fill("huur")
    page.get_by_role("main").get_by_role("button", name="Zoek").click()
    page.get_by_role("link", name="Huur per maand").click()
    page.locator("#v-antwoord").fill("640")
    page.get_by_role("button", name="Antwoord bewaren").click()
    expect(page.locator(".facts").first).to_contain_text("640")
    assert page.url.endswith("#vraag")


@pytest.mark.parametrize("script", [True, False])
def test_one_answer_for_all_children_by_keyboard_and_without_script(open_page: OpenPage, script: bool) -> None:
    talk = a_single_mother()
    page = open_page(
        talk_of(talk.dossier) + f"?vraag=domicile_kind~{talk.an.pk}~~value#vraag", user=talk.worker, script=script, width=PHONE
    )
    assert page.locator("#vraag input[name=ook]:checked").count() == 0
    if script:
        assert_accessible(page)
    page.get_by_role("radio", name="Op dit adres").focus()
    page.keyboard.press("Space")
    for child in ("Noor", "Mats"):
        page.get_by_role("group", name="Ook zo voor").get_by_label(child).focus()
        page.keyboard.press("Space")
    if script:
        page.keyboard.press("Control+Enter")
    else:
        page.get_by_role("button", name="Antwoord bewaren").focus()
        page.keyboard.press("Enter")
    expect(page.locator("#vraag-t")).not_to_contain_text("ingeschreven")
    assert FactEntry.objects.filter(fact="domicile_kind", value="this_home").count() == 3


def facts_of(talk: Talk, topic: str = "") -> str:
    return reverse("casework:all_facts", args=[talk.dossier.pk]) + (f"?onderwerp={topic}" if topic else "")


def test_a_topic_opens_in_place_a_word_finds_the_field_and_what_one_types_is_kept(open_page: OpenPage) -> None:
    talk = a_single_mother()
    page = open_page(facts_of(talk), user=talk.worker)
    page.get_by_role("navigation", name="Onderwerpen").get_by_role("link", name="Bezit en spaargeld").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Bezit en spaargeld")).to_be_focused()
    assert page.url.endswith("?onderwerp=property_and_savings")
    field = page.get_by_label("Eigen spaargeld · An")
    field.fill("4.000")
    field.press("Tab")
    expect(page.locator("form:has([value=savings_own]) .kept-one").first).to_contain_text("bewaard")
    assert FactEntry.objects.get(fact="savings_own").value == 400000
    assert_accessible(page)
    page.get_by_label("Een feit zoeken").fill("huur")
    expect(page.get_by_role("heading", name="Gevonden")).to_be_visible()
    expect(page.get_by_label("Een feit zoeken")).to_be_focused()
    found = page.get_by_label("Huur per maand")
    expect(found).to_have_value(re.compile("750"))
    found.fill("760")
    found.press("Tab")
    expect(page.locator("form:has([value=rent_month]) .kept-one").first).to_contain_text("bewaard")
    assert_accessible(page)
    page.get_by_label("Een feit zoeken").fill("qqqq")
    expect(page.get_by_text("Geen feit gevonden met dit woord")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Wie u bent")).to_be_visible()


def test_topics_and_search_without_script(open_page: OpenPage) -> None:
    talk = a_single_mother()
    page = open_page(facts_of(talk), user=talk.worker, script=False, width=PHONE)
    page.get_by_role("navigation", name="Onderwerpen").get_by_role("link", name="Bezit en spaargeld").click()
    page.get_by_label("Eigen spaargeld · An").fill("4.000")
    page.locator("form:has([value=savings_own])").first.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_label("Eigen spaargeld · An")).to_have_value(re.compile("4.000"))
    page.get_by_label("Een feit zoeken").fill("huur")
    page.get_by_role("main").get_by_role("button", name="Zoek").click()
    expect(page.get_by_label("Huur per maand")).to_have_value(re.compile("750"))
    page.get_by_label("Huur per maand").fill("770")
    page.locator("form:has([value=rent_month])").first.get_by_role("button", name="Bewaren").click()
    assert "onderwerp=home" in page.url
    expect(page.get_by_label("Huur per maand")).to_have_value(re.compile("770"))


def pages_of(talk: Talk) -> dict[str, str]:
    pk = talk.dossier.pk
    aside = an_aside(talk.dossier)
    noor = Person.objects.get(given_name="Noor")
    return {
        "day": reverse("casework:day"),
        "find": reverse("casework:find"),
        "add": reverse("casework:add"),
        "talk": talk_of(talk.dossier),
        "talk-status": talk_of(talk.dossier) + "?feit=has_leefloon",
        "talk-several": talk_of(talk.dossier) + f"?vraag=domicile_kind~{talk.an.pk}~~value",
        "talk-pairs": talk_of(talk.dossier) + "?feit=nights_per_14_days",
        "talk-place": talk_of(talk.dossier) + "?feit=dwelling_municipality",
        "all_facts": reverse("casework:all_facts", args=[pk]),
        "all_facts-home": facts_of(talk, "home"),
        "fact": reverse("casework:fact", args=[pk]) + f"?sleutel=wage_net_month~{talk.an.pk}~~value",
        "member": reverse("casework:member", args=[pk, noor.pk]),
        "right": reverse("casework:right", args=[pk, "leefloon", str(talk.an.pk)]),
        "right-closed": reverse("casework:right", args=[pk, "inkomensgarantie_voor_ouderen", str(talk.an.pk)]),
        "right-child": reverse("casework:right", args=[pk, "groeipakket_basisbedrag", str(noor.pk)]),
        "dossier": reverse("casework:dossier", args=[pk]),
        "card": reverse("casework:card", args=[pk]),
        "conflict": reverse("casework:story_choice", args=[pk, aside.pk]),
    }


@pytest.fixture
def full(transactional_db: None) -> Talk:
    """A dossier with something in every corner."""
    talk = a_single_mother()
    talk.joins("ex Bert 41")
    talk.tells("wage_net_month", "900", source="document", document="loonbrief")
    talk.tells("has_igo", "yes")
    an_appointment(talk.dossier)
    return talk


@pytest.mark.parametrize(
    ("width", "theme", "language"),
    [(DESK, "light", "nl"), (PHONE, "light", "nl"), (DESK, "dark", "fr"), (PHONE, "dark", "fr"), (NARROW, "light", "en")],
)
def test_every_page_can_be_read_by_everybody(open_page: OpenPage, full: Talk, width: int, theme: str, language: str) -> None:
    faults: list[str] = []
    for name, address in pages_of(full).items():
        page: Page = open_page(address, user=full.worker, width=width, theme=theme, language=language)
        for check in (assert_accessible, assert_no_side_scroll):
            try:
                check(page)
            except AssertionError as fault:
                faults.append(f"{name}: {fault}")
        page.close()
    assert not faults, "\n\n".join(faults)


def test_the_empty_states_can_be_read_by_everybody(open_page: OpenPage) -> None:
    cast = the_cast()
    dossier = a_dossier(cast.amira)
    for address in (reverse("casework:day"), talk_of(dossier), reverse("casework:dossier", args=[dossier.pk])):
        assert_accessible(open_page(address, user=cast.amira))
    page: Any = open_page(reverse("casework:find"), user=cast.amira)
    page.get_by_label("Naam, geboortedatum of rijksregisternummer").fill("Niemand Nergens")
    page.get_by_role("main").get_by_role("button", name="Zoek").click()
    expect(page.get_by_text("Niemand gevonden")).to_be_visible()
    assert_accessible(page)
