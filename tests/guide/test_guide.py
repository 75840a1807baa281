"""The guide to the rights: every right of the map is there, says what is not known, and opens for everybody who is logged in."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from tests.trust.builders import enter, the_cast

from rechtop.rights.law.catalogue import load
from rechtop.rights.law.described import described, same_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client: Client) -> Client:
    return enter(client, the_cast().rik)


def says(client: Client, name: str, *args: str, query: str = "") -> str:
    response: Any = client.get(reverse(f"guide:{name}", args=args) + query)
    assert response.status_code == 200
    return response.content.decode()


def test_every_right_stands_in_the_list_with_a_page_of_its_own(reader: Client) -> None:
    page = says(reader, "catalogue")
    for right in (*load(), *described()):
        assert reverse("guide:card", args=[right]) in page, right
    assert page.count("niet berekend") >= len(described())


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_computed_right_reads_in_three_languages(reader: Client, language: str) -> None:
    with translation.override(language):
        reader.cookies["django_language"] = language
        for right in load():
            page = says(reader, "card", right)
            assert not re.search(r">\s*None\s*<", page), right


def test_every_described_right_says_that_it_is_not_computed_and_that_this_is_no_no(reader: Client) -> None:
    for right in described():
        page = says(reader, "card", right)
        assert "niet berekend" in page
        assert "geen nee" in page


def test_another_name_of_a_right_leads_to_it(reader: Client) -> None:
    for name, right in same_as().items():
        assert reader.get(reverse("guide:card", args=[name])).headers["Location"] == reverse("guide:card", args=[right])


@pytest.mark.parametrize(
    ("typed", "found"), [("LEEFLOON", "leefloon"), ("sociaal tarief", "sociaal_tarief_energie"), ("huur premie", "huurpremie")]
)
def test_a_word_or_a_part_of_one_finds_a_right(reader: Client, typed: str, found: str) -> None:
    assert reverse("guide:card", args=[found]) in says(reader, "catalogue", query=f"?woord={typed}")


@pytest.mark.parametrize("typed", ["qqqq", "%00", "<script>", "x" * 10000, "\u202e", "' OR 1=1"])
def test_a_strange_word_finds_nothing_and_breaks_nothing(reader: Client, typed: str) -> None:
    response = reader.get(reverse("guide:catalogue"), {"woord": typed})
    assert response.status_code == 200
    assert b"<script>" not in response.content.split(b"<main", 1)[-1]


def test_a_right_that_does_not_exist_is_not_found(reader: Client) -> None:
    assert reader.get(reverse("guide:card", args=["bestaat_niet"])).status_code == 404


def test_the_figures_stand_with_their_first_day_their_source_and_how_sure_they_are(reader: Client) -> None:
    page = says(reader, "card", "leefloon")
    assert "1 september 2026" in page
    assert "afgeleid van de index" in page
    assert "https://" in page


def test_what_is_covered_counts_each_right_once_and_says_what_is_not_known(reader: Client) -> None:
    page = says(reader, "covered")
    for right in load():
        assert page.count(f'href="{reverse("guide:card", args=[right])}"') == 1
    assert page.count("Wat Rechtop niet weet") == len(load())


def test_nobody_without_a_login_reads_it(client: Client) -> None:
    assert client.get(reverse("guide:catalogue")).status_code == 302
