"""The pages of trust in a real browser: readable, reachable by keyboard, and a login that works without script."""

from typing import Any

import pytest
from tests.browser import DESK, PHONE, OpenPage, assert_accessible, assert_no_side_scroll
from tests.trust.builders import PASSWORD, Cast, the_cast
from tests.trust.paper.models import Paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def people(transactional_db: Any) -> Cast:
    return the_cast()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_login_page(open_page: OpenPage, people: Cast, language: str, width: int) -> None:
    page = open_page("/aanmelden/", width=width, language=language)
    assert_accessible(page)
    assert_no_side_scroll(page)


def test_logging_in_and_out_without_script(open_page: OpenPage, people: Cast) -> None:
    page = open_page("/ik/", script=False)
    page.fill("input[name=login]", people.amira.email)
    page.fill("input[name=password]", "helemaal fout")
    page.press("input[name=password]", "Enter")
    assert page.locator("[aria-invalid], [role=alert], .errorlist, .wrong").count() > 0
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    assert page.url.endswith("/ik/")
    page.get_by_role("main").get_by_role("button", name="Afmelden").click()
    assert page.url.endswith("/aanmelden/")


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("path", ["/ik/", "/ik/wachtwoord/", "/afmelden/"])
def test_the_pages_of_every_worker(open_page: OpenPage, people: Cast, path: str, width: int) -> None:
    people.amira.email = "amira-met-een-lange-dubbele-naam@sociaal-huis-verzonnegem.be"
    people.amira.save()
    page = open_page(path, user=people.amira, width=width)
    assert_accessible(page)
    assert_no_side_scroll(page)


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("path", ["", "toevoegen/", "{bart}/"])
def test_the_pages_of_the_administrator(open_page: OpenPage, people: Cast, path: str, width: int) -> None:
    page = open_page(f"/beheer/medewerkers/{path.format(bart=people.bart.pk)}", user=people.ada, width=width)
    assert_accessible(page)
    assert_no_side_scroll(page)


def test_a_link_to_choose_a_password_is_shown_to_the_administrator(open_page: OpenPage, people: Cast) -> None:
    page = open_page(f"/beheer/medewerkers/{people.bart.pk}/", user=people.ada, width=PHONE)
    page.get_by_role("button", name="Link om een wachtwoord te kiezen").click()
    assert_accessible(page)
    assert_no_side_scroll(page)
    link = "/wachtwoord/" + page.locator("code").inner_text().partition("/wachtwoord/")[2]
    waits = open_page(link)
    assert waits.locator("input[type=password]").count() == 0
    assert_accessible(waits)
    second = open_page("/beheer/wachtwoorden/", user=people.hilde, width=PHONE)
    assert_accessible(second)
    assert_no_side_scroll(second)
    second.get_by_role("button", name=f"Dit klopt, {people.bart.name}").first.click()
    assert_accessible(second)
    hers = open_page(link)
    assert hers.locator("input[type=password]").count() == 2
    assert_accessible(hers)


@pytest.mark.urls("tests.trust.paper.views")
def test_the_question_why(open_page: OpenPage, people: Cast) -> None:
    paper = Paper.objects.create(organisation=people.ocmw, team=people.team, owner=people.amira)
    page = open_page(f"/dossier/{paper.pk}/", user=people.bart, width=PHONE)
    assert_accessible(page)
    assert_no_side_scroll(page)
    page.get_by_label("ik vervang een collega").check()
    page.get_by_role("button", name="Dossier openen").click()
    assert page.url.endswith(f"/dossier/{paper.pk}/")
