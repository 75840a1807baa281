"""Whole page or part, redirect or HX-Redirect."""

from typing import Any

import pytest
from django.test import RequestFactory

from rechtop.web.show import go_to, show

PAGE, PART = "errors/500.html", "web/parts/keys_list.html"  # any page and any part


def ask(**headers: str) -> Any:
    return RequestFactory().get("/", headers=headers)


def is_part(response: Any) -> bool:
    return b"<!doctype html>" not in response.content


@pytest.mark.parametrize(
    ("headers", "part"),
    [
        ({}, False),
        ({"HX-Request": "true"}, True),
        ({"HX-Request": "true", "HX-Request-Type": "partial"}, True),
        ({"HX-Request": "true", "HX-Request-Type": "full"}, False),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, False),
    ],
)
@pytest.mark.django_db
def test_htmx_gets_the_part_unless_it_needs_the_page(headers: dict[str, str], part: bool) -> None:
    response = show(ask(**headers), PAGE, part=PART)
    assert is_part(response) is part
    assert response["Vary"] == "HX-Request"


@pytest.mark.django_db
def test_a_view_without_a_part_always_gives_the_page() -> None:
    assert not is_part(show(ask(**{"HX-Request": "true"}), PAGE))


@pytest.mark.django_db
def test_the_status_of_a_form_with_errors_is_kept() -> None:
    assert show(ask(), PAGE, status=422).status_code == 422


def test_sending_on_is_a_redirect_or_a_header() -> None:
    plain, swapped = go_to(ask(), "/ergens/"), go_to(ask(**{"HX-Request": "true"}), "/ergens/")
    assert (plain.status_code, plain["Location"]) == (302, "/ergens/")
    assert (swapped.status_code, swapped["HX-Redirect"]) == (200, "/ergens/")
    assert plain["Vary"] == swapped["Vary"] == "HX-Request"
