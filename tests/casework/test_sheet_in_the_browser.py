"""The page of choices and the paper as a person sees them: every language, phone and desk, without script, on paper."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.browser import DESK, PHONE, OpenPage, assert_accessible, assert_no_side_scroll, take

from rechtop.casework.actions import agree, choose_sheet_language
from rechtop.casework.demo.load import load as load_demo
from rechtop.casework.demo.read import all_households
from rechtop.casework.models import Dossier, SheetChoice

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lieve(transactional_db: None) -> Dossier:
    """A single mother of whom much is known."""
    load_demo(all_households()[:1])
    return Dossier.objects.get(teller__given_name="Lieve")


@pytest.mark.parametrize(("width", "language", "theme"), [(DESK, "nl", "light"), (PHONE, "fr", "light"), (DESK, "en", "dark")])
def test_choosing(open_page: OpenPage, lieve: Dossier, width: int, language: str, theme: str) -> None:
    choose_sheet_language(lieve, language, by=lieve.owner)  # type: ignore[arg-type]
    page = open_page(reverse("casework:sheet", args=[lieve.pk]), width=width, language=language, theme=theme, user=lieve.owner)
    take(page, f"sheet-choices-{language}-{width}")
    assert_accessible(page)
    assert_no_side_scroll(page)


@pytest.mark.parametrize(("width", "language", "theme"), [(PHONE, "nl", "dark"), (DESK, "fr", "light"), (PHONE, "en", "light")])
def test_the_paper(open_page: OpenPage, lieve: Dossier, width: int, language: str, theme: str) -> None:
    choose_sheet_language(lieve, language, by=lieve.owner)  # type: ignore[arg-type]
    page = open_page(reverse("casework:sheet_paper", args=[lieve.pk]), width=width, language=language, theme=theme, user=lieve.owner)
    take(page, f"sheet-paper-{language}-{width}")
    assert_accessible(page)
    assert_no_side_scroll(page)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_browser_prints_one_page_in_letters_of_13_points(open_page: OpenPage, lieve: Dossier, language: str, tmp_path: Path) -> None:
    agree(lieve, "\n".join(["Amira belt vrijdag naar de school en vraagt er de rekening. " * 2] * 3), by=lieve.owner)  # type: ignore[arg-type]
    choose_sheet_language(lieve, language, by=lieve.owner)  # type: ignore[arg-type]
    page = open_page(reverse("casework:sheet_paper", args=[lieve.pk]), language=language, user=lieve.owner)
    page.evaluate("document.fonts.ready")
    pdf = page.pdf(prefer_css_page_size=True, print_background=True, path=tmp_path / "blad.pdf")
    assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) == 1
    page.emulate_media(media="print")
    letters = page.eval_on_selector_all(".blad p, .blad li", "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(letters) >= 12 * 96 / 72 - 0.1  # the date and the OCMW at the top are 12 points, all the rest 13
    expect(page.get_by_role("navigation")).to_have_count(0)


def test_a_pdf_says_that_it_is_being_made_and_comes(open_page: OpenPage, lieve: Dossier) -> None:
    page = open_page(reverse("casework:sheet", args=[lieve.pk]), user=lieve.owner)
    with page.expect_download() as download:
        page.get_by_role("link", name="Als PDF").click()
        expect(page.get_by_text("De PDF wordt gemaakt. Hij komt bij je downloads.")).to_be_visible()
        assert_accessible(page)
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")


def test_one_click_without_script(open_page: OpenPage, lieve: Dossier) -> None:
    page = open_page(reverse("casework:sheet", args=[lieve.pk]), user=lieve.owner, script=False, width=PHONE)
    preview = page.locator(".blad-preview")
    expect(preview).to_contain_text("Kindergeld")
    page.get_by_role("button", name="Laat weg: Kindergeld").click()
    expect(preview).not_to_contain_text("Kindergeld")
    assert SheetChoice.objects.filter(right="groeipakket_basisbedrag", wanted=False).count() == 2
    page.get_by_role("button", name="Zet erop: Kindergeld").click()
    expect(preview).to_contain_text("Kindergeld")
    page.get_by_label("Afspraken").fill("Amira belt vrijdag.")
    page.get_by_role("button", name="Bewaren en naar het papier").click()
    expect(page.locator(".blad")).to_contain_text("Amira belt vrijdag.")
    expect(page.get_by_text("Druk af met het menu van je browser")).to_be_visible()
