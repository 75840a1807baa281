"""A text that saves itself, in a real browser: nothing typed is lost, whatever the server, the line or the login does."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser import OpenPage, assert_accessible, session_of
from tests.trust.builders import Cast, the_cast
from tests.web.desk import Desk, fresh_desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.web.urls_with_style")]

KEPT = """() => new Promise((done) => {
  const open = indexedDB.open('rechtop-kept', 1);
  open.onupgradeneeded = () => { open.transaction.abort(); };
  open.onerror = () => done([]);
  open.onsuccess = () => {
    const all = open.result.transaction('texts').objectStore('texts').getAll();
    all.onsuccess = () => { open.result.close(); done(all.result.map((r) => new TextDecoder('latin1').decode(r.cipher))); };
  };
})"""


@pytest.fixture
def desk() -> Iterator[Desk]:
    yield fresh_desk("Eerst.")
    fresh_desk()


@pytest.fixture
def people() -> Cast:
    return the_cast()


def kept_here(page: Page) -> Any:
    return page.evaluate(KEPT)


def type_more(page: Page, text: str) -> None:
    page.locator("#tekst").press("Control+End")
    page.locator("#tekst").press_sequentially(text)


def shut_the_lid(page: Page) -> BrowserContext:
    """The machine stops: no goodbye reaches the server."""
    context = page.context
    context.set_offline(True)
    page.close()
    context.set_offline(False)
    return context


def line(page: Page) -> Any:
    return page.locator(".keeping .kept")


def test_it_saves_by_itself_and_says_when(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira)
    type_more(page, " Dan dit.")
    expect(line(page)).to_have_text(re.compile(r"^Bewaard om \d{1,2}\.\d\d\su\.$"))
    assert desk.text == "Eerst. Dan dit."
    page.wait_for_timeout(300)
    assert kept_here(page) == []  # nothing stays behind once the server has it
    assert_accessible(page)


def test_who_keeps_typing_is_saved_every_few_seconds(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira)
    for _ in range(13):
        type_more(page, "x")
        page.wait_for_timeout(500)
    assert desk.saves, "six and a half seconds of typing without a pause, and nothing was saved"


def test_a_slow_answer_never_undoes_newer_text(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira)
    desk.sleeps = 2
    type_more(page, " een")
    page.wait_for_timeout(1900)  # the first save is under way
    type_more(page, " twee")
    desk.sleeps = 0
    expect(line(page)).to_have_text(re.compile("^Bewaard om"))
    page.wait_for_timeout(4500)
    assert desk.text == "Eerst. een twee"


def test_a_broken_server_keeps_the_text_on_this_device_unreadable_and_tries_again(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    desk.does = "break"
    type_more(page, " geheim woord")
    page.wait_for_timeout(2500)
    stored = kept_here(page)
    assert len(stored) == 1
    assert "geheim" not in stored[0]
    desk.does = "store"
    expect(line(page)).to_have_text(re.compile("^Bewaard om"), timeout=15_000)
    assert desk.text == "Eerst. geheim woord"


def test_without_connection_it_says_so_and_saves_when_the_line_is_back(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    page.context.set_offline(True)
    type_more(page, " onderweg")
    expect(line(page)).to_have_text(re.compile("Staat veilig op dit toestel"))
    expect(page.locator("#verbinding")).to_be_visible()
    assert_accessible(page)
    page.context.set_offline(False)
    expect(line(page)).to_have_text(re.compile("^Bewaard om"))
    expect(page.locator("#verbinding")).to_be_hidden()
    assert desk.text == "Eerst. onderweg"


def test_a_closed_laptop_loses_nothing(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    desk.does = "break"
    type_more(page, " niet verloren")
    page.wait_for_timeout(1000)
    url, context = page.url, shut_the_lid(page)
    desk.does = "store"
    again = context.new_page()
    again.goto(url)
    offer = again.locator(".note--life")
    expect(offer).to_contain_text("Op dit toestel staat een tekst van")
    expect(offer).to_contain_text("Eerst. niet verloren")
    assert_accessible(again)
    offer.get_by_role("button", name="Neem die van dit toestel").click()
    expect(line(again)).to_have_text(re.compile("^Bewaard om"))
    assert desk.text == "Eerst. niet verloren"
    again.wait_for_timeout(300)
    assert kept_here(again) == []


def test_the_offered_text_can_be_left_or_put_below(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    desk.does = "break"
    type_more(page, " van hier")
    page.wait_for_timeout(1000)
    url, context = page.url, shut_the_lid(page)
    desk.does = "store"
    desk.write("Van de server.")
    again = context.new_page()
    again.goto(url)
    again.get_by_role("button", name="Allebei houden, onder elkaar").click()
    expect(again.locator("#tekst")).to_have_value("Van de server.\n\nEerst. van hier")
    expect(line(again)).to_have_text(re.compile("^Bewaard om"))


def test_an_expired_login_keeps_the_text_and_goes_on_after_logging_in_elsewhere(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    Session.objects.all().delete()
    type_more(page, " na de pauze")
    expect(line(page)).to_have_text("Je bent afgemeld. Je tekst staat veilig op dit toestel.")
    expect(page.get_by_role("link", name="Opnieuw aanmelden")).to_be_visible()
    page.context.add_cookies([{"name": "rechtop_session", "value": session_of(people.amira), "url": page.url.replace("/kladblok/", "")}])
    expect(line(page)).to_have_text(re.compile("^Bewaard om"), timeout=20_000)
    assert desk.text == "Eerst. na de pauze"


def test_a_colleague_who_logs_in_at_the_same_desk_sees_and_saves_nothing_of_it(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    desk.does = "break"
    type_more(page, " van Amira")
    page.wait_for_timeout(1000)
    url, context = page.url, shut_the_lid(page)
    desk.does = "store"
    context.add_cookies([{"name": "rechtop_session", "value": session_of(people.bart), "url": url.replace("/kladblok/", "")}])
    barts = context.new_page()
    barts.goto(url)
    barts.wait_for_timeout(800)
    assert barts.locator(".note--life").count() == 0
    assert desk.text == "Eerst."
    assert len(kept_here(barts)) == 1  # still there for Amira, unreadable for Bart


def test_an_open_page_of_one_worker_never_saves_under_the_login_of_another(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    Session.objects.all().delete()
    type_more(page, " van Amira")
    expect(line(page)).to_have_text(re.compile("Je bent afgemeld"))
    page.context.add_cookies([{"name": "rechtop_session", "value": session_of(people.bart), "url": page.url.replace("/kladblok/", "")}])
    page.wait_for_timeout(5000)
    assert desk.text == "Eerst."


def test_when_somebody_else_saved_nothing_is_overwritten(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    desk.write("Van Karim.", "another-page", 1)
    type_more(page, " van mij")
    expect(line(page)).to_contain_text("Karim Gesteld bewaarde ook iets")
    expect(page.get_by_role("link", name="Allebei lezen")).to_be_visible()
    assert desk.text == "Van Karim."
    assert len(kept_here(page)) == 1


def test_leaving_the_page_hands_over_the_last_words(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira)
    type_more(page, " tot slot")
    page.wait_for_timeout(500)
    page.goto(page.url.replace("/kladblok/", "/toetsen/"))
    page.wait_for_timeout(500)
    assert desk.text == "Eerst. tot slot"


def test_logging_out_wipes_this_device(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, expect_complaints=True)
    desk.does = "break"
    type_more(page, " weg ermee")
    page.wait_for_timeout(1000)
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="Afmelden").click()
    expect(page.locator("#melding")).to_contain_text("Klik nog eens op Afmelden", timeout=10_000)
    assert len(kept_here(page)) == 1
    page.get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**/aanmelden/**")
    assert kept_here(page) == []


def test_without_script_a_button_saves(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, script=False)
    page.locator("#tekst").fill("Met de knop.")
    page.get_by_role("button", name="Bewaren").click()
    assert desk.text == "Met de knop."


def test_with_script_the_button_saves_at_once(open_page: OpenPage, desk: Desk, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira)
    page.locator("#tekst").fill("Met de knop, met script.")
    page.locator("#tekst").press("Control+Enter")
    page.wait_for_load_state()
    assert desk.text == "Met de knop, met script."
    page.wait_for_timeout(800)
    assert page.locator(".note--life").count() == 0
    assert kept_here(page) == []
