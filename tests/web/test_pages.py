"""Choosing language and theme, error pages, the style page that production does not have."""

import re
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import NoReverseMatch, reverse

from rechtop.web import errors

pytestmark = pytest.mark.django_db


def test_the_language_is_remembered_and_the_reader_stays_on_the_page(client: Client) -> None:
    answer = client.post(reverse("web:language"), {"language": "fr", "next": "/toetsen/"})
    assert (answer.status_code, answer["Location"]) == (302, "/toetsen/")
    page = client.get("/toetsen/").content.decode()
    assert '<html lang="fr"' in page
    assert "Aller au contenu" in page


@pytest.mark.parametrize("elsewhere", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", ""])
def test_choosing_never_sends_the_reader_elsewhere(client: Client, elsewhere: str) -> None:
    for name, data in (("language", {"language": "fr"}), ("theme", {"theme": "dark"}), ("keys", {"keys": "off"})):
        assert client.post(reverse(f"web:{name}"), data | {"next": elsewhere})["Location"] == "/"
    assert 'href="/"' in client.post(reverse("web:cover"), {"next": elsewhere}).content.decode()


def test_an_unknown_language_or_theme_changes_nothing(client: Client) -> None:
    client.post(reverse("web:language"), {"language": "../../etc"})
    client.post(reverse("web:theme"), {"theme": '"><script>'})
    page = client.get("/toetsen/").content.decode()
    assert '<html lang="nl"' in page
    assert "data-theme" not in page


def test_a_theme_cookie_that_was_tampered_with_is_not_written_into_the_page(client: Client) -> None:
    client.cookies["rechtop_theme"] = '"><script>'
    assert "<script>" not in client.get("/toetsen/").content.decode()


def test_the_chosen_theme_stands_on_the_page(client: Client) -> None:
    client.post(reverse("web:theme"), {"theme": "dark"})
    assert 'data-theme="dark"' in client.get("/toetsen/").content.decode()


def test_the_style_page_is_not_there_in_production(client: Client) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("web:style")
    assert client.get("/stijl/").status_code == 404


def test_only_a_page_of_somebody_who_is_logged_in_carries_half_a_key(client: Client, django_user_model: Any) -> None:
    assert "rechtop-kept" not in client.get("/toetsen/").content.decode()
    from tests.trust.builders import the_cast

    people = the_cast()
    client.force_login(people.amira)
    of_amira = client.get("/toetsen/").content.decode()
    client.force_login(people.bart)
    of_bart = client.get("/toetsen/").content.decode()
    half = re.compile(r'data-who="([0-9a-f]+)" data-half="([0-9a-f]+)"')
    amiras, barts = half.search(of_amira), half.search(of_bart)
    assert amiras and barts
    assert amiras[1] != barts[1] and amiras[2] != barts[2]


ERRORS = [(errors.bad_request, 400), (errors.no_access, 403), (errors.stale_form, 403), (errors.not_found, 404), (errors.too_many, 429)]


@pytest.mark.parametrize(("view", "status"), ERRORS)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_an_error_page_says_what_is_kept_and_what_can_be_done(client: Client, view: Any, status: int, language: str) -> None:
    from django.utils.translation import override

    request = RequestFactory().get("/")
    request.user = None  # type: ignore[assignment]
    with override(language):
        answer = view(request)
    page = answer.content.decode()
    assert answer.status_code == status
    assert page.count("<h1>") == 1
    assert '<a class="button" href="/">' in page


def test_our_own_fault_is_told_without_session_database_or_context() -> None:
    request = RequestFactory().get("/", headers={"Accept-Language": "fr"})
    answer = errors.our_fault(request)
    assert answer.status_code == 500
    assert "Il y a eu un problème, de notre côté" in answer.content.decode()


def test_no_access_never_says_whether_somebody_exists() -> None:
    request = RequestFactory().get("/dossier/123/")
    request.user = None  # type: ignore[assignment]
    one = errors.no_access(request, PermissionDenied("Mira Voorbeeld")).content.decode()
    assert "Mira" not in one
    assert "zegt Rechtop niet" in one


def test_a_page_that_does_not_exist(client: Client) -> None:
    answer = client.get("/bestaat-niet/")
    assert answer.status_code == 404
    assert "Hier staat niets meer" in answer.content.decode()


def test_a_request_for_another_host_still_gets_words(client: Client) -> None:
    answer = client.get("/toetsen/", headers={"Host": "kwaad.example"})
    assert answer.status_code == 400
    assert "Dit kon ik niet lezen" in answer.content.decode()


def test_a_form_whose_token_is_gone_says_that_nothing_was_lost() -> None:
    answer = Client(enforce_csrf_checks=True).post(reverse("web:theme"), {"theme": "dark"})
    assert answer.status_code == 403
    assert "Dit formulier was te lang open" in answer.content.decode()
