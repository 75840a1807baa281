"""The living style page: every part in every state, seen by axe in light and dark, on a phone and a desk, in two languages."""

from itertools import product
from typing import Any

import pytest
from tests.browser import DESK, NARROW, PHONE, OpenPage, assert_accessible, assert_no_side_scroll, take

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.web.urls_with_style")]


@pytest.mark.parametrize(("width", "theme", "language"), list(product([PHONE, DESK], ["light", "dark"], ["nl", "fr"])))
def test_no_violation_on_any_part(open_page: OpenPage, width: int, theme: str, language: str) -> None:
    page = open_page("/stijl/", width=width, theme=theme, language=language)
    assert page.locator("h1").inner_text() == "Mira Voorbeeld"
    take(page, f"stijl-{width}-{theme}-{language}")
    assert_accessible(page)
    assert_no_side_scroll(page)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(open_page: OpenPage, language: str) -> None:
    page = open_page("/stijl/", width=NARROW, height=600, language=language)
    assert_no_side_scroll(page)


def test_the_page_reads_without_script(open_page: OpenPage) -> None:
    page = open_page("/stijl/", script=False)
    assert page.get_by_role("button", name="Antwoord bewaren").first.is_visible()


def test_marks_keep_their_shape_in_forced_colours(open_page: OpenPage) -> None:
    page = open_page("/stijl/", forced_colors="active")
    take(page, "stijl-forced", full=False)
    colours: Any = page.evaluate(
        """() => [...document.querySelectorAll('.mark')].map((mark) =>
            getComputedStyle(mark).fill + ' on ' + getComputedStyle(document.body).backgroundColor)"""
    )
    assert colours
    assert all(colour.split(" on ")[0] != colour.split(" on ")[1] for colour in colours)


def test_on_paper_there_is_only_what_one_reads(open_page: OpenPage) -> None:
    page = open_page("/stijl/")
    page.emulate_media(media="print")
    for gone in (".bar", ".foot", ".tabs", ".acts", ".dock", "button", ".question__next"):
        assert not any(element.is_visible() for element in page.locator(gone).all()), gone
    for stays in (".voice", ".right .mark", ".right .reach", ".amount", ".sum", ".fact__value"):
        assert page.locator(stays).first.is_visible(), stays
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_axe_would_tell(open_page: OpenPage) -> None:
    page = open_page("/stijl/")
    page.evaluate("document.querySelector('#verder').removeAttribute('id')")
    with pytest.raises(AssertionError, match="label"):
        assert_accessible(page)


def test_a_sheet_in_arabic_mirrors(open_page: OpenPage) -> None:
    page = open_page("/stijl/", width=PHONE)
    page.evaluate("document.documentElement.setAttribute('dir', 'rtl'); document.documentElement.setAttribute('lang', 'ar')")
    assert_no_side_scroll(page)
    mark, name = page.locator(".right .mark").first.bounding_box(), page.locator(".right__name").first.bounding_box()
    assert mark and name
    assert mark["x"] > name["x"]
