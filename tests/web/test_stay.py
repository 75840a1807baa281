"""Before a session ends the page asks; when nobody answers the screen is cleared."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.browser import PHONE, OpenPage, assert_accessible, take
from tests.trust.builders import Cast, the_cast
from tests.web.desk import desk, fresh_desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.web.urls_with_style")]


@pytest.fixture
def people(settings: Any) -> Cast:
    fresh_desk("Eerst.")
    settings.SESSION_COOKIE_AGE = 6
    return the_cast()


def test_it_asks_in_time_and_staying_is_one_click(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira, width=PHONE)
    question = page.get_by_role("alertdialog", name="Ben je er nog?")
    expect(question).to_be_visible()
    expect(question).to_contain_text(re.compile(r"Om \d{1,2}\.\d\d\su\. sluit ik af, zodat niemand meeleest"))
    assert_accessible(page)
    take(page, "ben-je-er-nog", full=False)
    page.get_by_role("button", name="Ik ben er nog").click()
    expect(question).to_be_hidden()
    expect(page.locator("#tekst")).to_be_visible()


def test_saving_counts_as_being_there(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/kladblok/", user=people.amira)
    for _ in range(3):
        page.locator("#tekst").press_sequentially("x")
        page.wait_for_timeout(2000)
        assert page.locator("#ben-je-er-nog[open]").count() == 0
    assert desk.saves


def test_when_nobody_answers_the_login_page_comes(open_page: OpenPage, people: Cast, settings: Any) -> None:
    settings.SESSION_COOKIE_AGE = 2
    page = open_page("/kladblok/", user=people.amira)
    page.context.clear_cookies()  # the session ended on the server
    page.wait_for_url("**/aanmelden/**", timeout=15_000)
    assert page.locator("#tekst").count() == 0


def test_a_public_page_is_never_interrupted(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/toetsen/")
    page.wait_for_timeout(3500)
    assert page.locator("#ben-je-er-nog").count() == 0
