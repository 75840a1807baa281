"""The guide in a real browser: axe is silent on every page, at phone and desktop width, and a word narrows the list."""

from typing import Any

import pytest
from playwright.sync_api import expect
from tests.browser import DESK, PHONE, OpenPage, assert_accessible, assert_no_side_scroll
from tests.trust.builders import Cast, the_cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def people(transactional_db: Any) -> Cast:
    return the_cast()


@pytest.mark.parametrize("path", ["", "?woord=huur", "?woord=qqqq", "dekking/", "leefloon/", "dringende_steun/"])
@pytest.mark.parametrize(("width", "language", "theme"), [(DESK, "nl", "light"), (PHONE, "fr", "dark")])
def test_every_page_is_readable(open_page: OpenPage, people: Cast, path: str, width: int, language: str, theme: str) -> None:
    page = open_page(f"/rechten/{path}", user=people.amira, width=width, language=language, theme=theme)
    assert_accessible(page)
    assert_no_side_scroll(page)


def test_typing_a_word_narrows_the_list(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/rechten/", user=people.rik)
    page.get_by_label("Zoek een recht").press_sequentially("leefloon")
    expect(page.locator("#rechten [role=status]")).to_contain_text("gevonden")
    expect(page.get_by_role("link", name="Huursubsidie")).to_have_count(0)
    page.get_by_role("link", name="Leefloon", exact=True).click()
    expect(page.get_by_role("heading", name="Wat de wet vraagt")).to_be_visible()
