"""Looking ahead in a real browser: by keyboard, without script, on a phone; axe is silent on every page state."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.browser import DESK, PHONE, OpenPage, assert_accessible, assert_no_side_scroll
from tests.casework.builders import a_single_mother

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("width", "language"), [(DESK, "nl"), (PHONE, "fr")])
def test_every_page_is_readable(open_page: OpenPage, width: int, language: str) -> None:
    talk = a_single_mother()
    for name in ("what_if", "year", "work"):
        page = open_page(reverse(f"ahead:{name}", args=[talk.dossier.pk]), user=talk.worker, width=width, language=language)
        if name == "year":
            expect(page.locator("#dagen[hx-get]")).to_have_count(0, timeout=60_000)
        assert_accessible(page)
        assert_no_side_scroll(page)


@pytest.mark.parametrize("script", [True, False])
def test_a_thought_from_the_button_to_the_effect(open_page: OpenPage, script: bool) -> None:
    talk = a_single_mother()
    path = reverse("ahead:what_if", args=[talk.dossier.pk])
    page: Any = open_page(path, user=talk.worker, script=script, width=PHONE, expect_complaints=True)
    page.get_by_role("button", name="Nettoloon per maand").first.click()
    page.get_by_label("Wordt", exact=True).fill("geen idee hoeveel")
    page.get_by_label("Wordt", exact=True).press("Enter")
    assert page.get_by_role("alert").count() == 1
    assert page.get_by_label("Wordt", exact=True).input_value() == "geen idee hoeveel"
    if script:
        assert_accessible(page)
    page.get_by_label("Wordt", exact=True).fill("2400")
    page.get_by_label("Wordt", exact=True).press("Enter")
    assert page.get_by_role("heading", name="Wat er beweegt").count() == 1
    page.get_by_role("button", name="Een partner komt erbij wonen").click()
    page.get_by_label("Nettoloon per maand van die partner").press("Enter")
    assert page.get_by_text("Nieuwe partner").count() >= 1
    assert page.get_by_text("2.400").count() >= 1, "what was thought of before is still there"
    if script:
        assert_accessible(page)
        assert_no_side_scroll(page)


def test_without_script_the_year_has_a_way_to_the_rights(open_page: OpenPage) -> None:
    talk = a_single_mother()
    page = open_page(reverse("ahead:year", args=[talk.dossier.pk]), user=talk.worker, script=False)
    page.get_by_role("link", name="Toon wat het doet met de rechten").click()
    page.wait_for_url("**?rechten=ja")
    assert page.get_by_text("nog niet bekeken").count() == 0
