"""Keys, covering the screen, what htmx brings in: in a real browser."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser import PHONE, OpenPage, assert_accessible, take
from tests.trust.builders import Cast, the_cast
from tests.web.desk import desk, fresh_desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.web.urls_with_style")]


@pytest.fixture
def people() -> Cast:
    fresh_desk("Eerst.")
    return the_cast()


def test_question_mark_shows_the_list_and_closes_it(open_page: OpenPage) -> None:
    page = open_page("/stijl/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Toetsen")
    expect(dialog).to_be_visible()
    assert_accessible(page)
    take(page, "toetsen", full=False)
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()


def test_a_dot_covers_everything_and_another_uncovers(open_page: OpenPage) -> None:
    page = open_page("/stijl/")
    title = page.title()
    page.keyboard.press(".")
    expect(page.get_by_text("Het scherm is bedekt.")).to_be_visible()
    expect(page.locator("h1").first).to_be_hidden()
    assert page.title() == "Rechtop"
    assert_accessible(page)
    take(page, "bedekt", full=False)
    page.keyboard.press(".")
    expect(page.locator("h1").first).to_be_visible()
    assert page.title() == title


def test_escape_uncovers_too(open_page: OpenPage) -> None:
    page = open_page("/stijl/")
    page.keyboard.press(".")
    page.keyboard.press("Escape")
    expect(page.locator("h1").first).to_be_visible()
    assert page.title().startswith("Stijl")


def test_single_keys_leave_a_field_alone(open_page: OpenPage) -> None:
    page = open_page("/stijl/")
    page.locator("#verder").fill("")
    page.locator("#verder").press_sequentially("v.?g/")
    expect(page.locator("#verder")).to_have_value("v.?g/")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_v_goes_to_the_question_and_g_to_a_page(open_page: OpenPage) -> None:
    page = open_page("/stijl/")
    page.keyboard.press("v")
    assert page.evaluate("document.activeElement.name") == "answer"
    page.locator("h1").first.click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("g")
    page.keyboard.press("d")
    expect(page).to_have_url(re.compile("#feiten$"))


def test_single_keys_can_be_switched_off(open_page: OpenPage) -> None:
    page = open_page("/toetsen/")
    assert_accessible(page)
    page.get_by_role("button", name="Losse toetsen uitzetten").first.click()
    page.goto(page.url.replace("/toetsen/", "/stijl/"))
    page.keyboard.press(".")
    page.keyboard.press("?")
    page.wait_for_timeout(200)
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_cover_works_without_script(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, script=False)
    page.get_by_role("button", name="Scherm bedekken").click()
    assert page.locator("#tekst").count() == 0
    page.get_by_role("link", name="Verder werken").click()
    expect(page.locator("#tekst")).to_be_visible()


def test_what_htmx_brings_in_is_said_once(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira)
    page.get_by_role("button", name="Deel").click()
    expect(page.locator("#zeg")).to_have_text("Huurpremie ligt nu open.")
    assert page.locator("[data-announce]").count() == 0


def test_an_error_page_never_lands_inside_the_page(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    page.get_by_role("button", name="Weg").click()
    expect(page.locator("#melding")).to_have_text("Hier staat niets meer. Er is niets gewist.")
    expect(page.locator("#tekst")).to_have_value("Eerst.")
    assert page.locator("main").count() == 1
    assert_accessible(page)


def test_nor_does_the_login_page(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira)
    page.context.clear_cookies()
    page.get_by_role("button", name="Deel").click()
    expect(page.locator("#melding")).to_contain_text("Je bent afgemeld. Wat je typte, staat er nog.")
    expect(page.locator("#tekst")).to_have_value("Eerst.")


def test_the_worker_menu_holds_language_theme_and_logging_out(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, width=PHONE)
    page.locator("details.menu summary").click()
    take(page, "menu-360", full=False)
    assert_accessible(page)
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_role("button", name="Couvrir l’écran")).to_be_visible()
    people.amira.refresh_from_db()
    assert people.amira.language == "fr"
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="sombre").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert desk.text == "Eerst."
