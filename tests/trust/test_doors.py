"""Every view has a door, and a door asks, records and only then opens."""

import uuid
from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import Client
from django.urls import reverse
from tests.trust.builders import Cast, enter
from tests.trust.paper.models import Paper, Sheet

from rechtop.trust import log
from rechtop.trust.doors import needs
from rechtop.trust.models import LogLine
from rechtop.trust.policy import UnknownAct

pytestmark = pytest.mark.urls("tests.trust.paper.views")


def test_a_view_without_a_door_answers_403_to_everybody(client: Client, cast: Cast) -> None:
    for worker in cast.everybody():
        assert enter(client, worker).get("/forgotten/").status_code == 403


def test_a_view_without_a_door_is_named_by_the_check() -> None:
    found = [error for error in run_checks() if error.id == "trust.E001"]
    assert ["'forgotten'" in error.msg for error in found] == [True]


def test_a_public_view_needs_no_login(client: Client, db: Any) -> None:
    assert client.get("/for-all/").status_code == 200


def test_without_login_a_door_leads_to_the_login_page(client: Client, paper: Paper) -> None:
    response = client.get(reverse("page", args=[paper.pk]))
    assert response.status_code == 302
    assert response.headers["Location"].startswith(reverse("account_login"))


def test_another_ocmw_gets_the_same_404_as_for_nothing(client: Client, cast: Cast, paper: Paper) -> None:
    enter(client, cast.chloe)
    theirs = client.get(reverse("page", args=[paper.pk]))
    nothing = client.get(reverse("page", args=[uuid.uuid4()]))
    assert (theirs.status_code, nothing.status_code) == (404, 404)
    assert _without_numbers(theirs) == _without_numbers(nothing)


def test_reception_sees_that_a_dossier_is_there_but_not_its_content(client: Client, cast: Cast, paper: Paper) -> None:
    assert enter(client, cast.rik).get(reverse("page", args=[paper.pk])).status_code == 403


def test_the_owner_is_not_asked_why(client: Client, cast: Cast, paper: Paper) -> None:
    response = enter(client, cast.amira).get(reverse("page", args=[paper.pk]))
    assert b"Amira's own_client" in response.content


def test_a_teammate_says_once_why_she_opens_it(client: Client, cast: Cast, paper: Paper) -> None:
    page = reverse("page", args=[paper.pk])
    enter(client, cast.bart)
    asked = client.get(page)
    assert asked.status_code == 302
    assert not LogLine.objects.filter(kind="look").exists()
    said = client.post(asked.headers["Location"], {"purpose": "standing_in"})
    assert said.headers["Location"] == page
    assert b"standing_in" in client.get(page).content
    assert b"standing_in" in client.get(reverse("print", args=[paper.pk])).content or LogLine.objects.filter(kind="print").exists()
    look = LogLine.objects.get(kind="look")
    assert (look.who, look.about, look.purpose) == (cast.bart, f"paper:{paper.pk}", "standing_in")


def test_a_purpose_that_is_not_offered_is_not_taken(client: Client, cast: Cast, paper: Paper) -> None:
    asked = enter(client, cast.bart).get(reverse("page", args=[paper.pk])).headers["Location"]
    for purpose in ("", "curious", "own_client", "supervision"):
        assert client.post(asked, {"purpose": purpose}).status_code == 200
    assert client.get(reverse("page", args=[paper.pk])).status_code == 302


def test_the_purpose_of_one_dossier_does_not_open_another(client: Client, cast: Cast, paper: Paper) -> None:
    other = Paper.objects.create(organisation=cast.ocmw, team=cast.team, owner=cast.amira)
    enter(client, cast.bart, paper)
    assert client.get(reverse("page", args=[paper.pk])).status_code == 200
    assert client.get(reverse("page", args=[other.pk])).status_code == 302


@pytest.mark.parametrize("going_to", ["", "/day/", "https://elsewhere.example/", "//elsewhere.example/", "/nowhere/", "/dossier/x/"])
def test_the_question_why_leads_only_to_a_dossier_of_ours(client: Client, cast: Cast, going_to: str) -> None:
    enter(client, cast.bart)
    assert client.get(reverse("trust:purpose"), {"next": going_to}).status_code == 404


def test_the_question_why_does_not_tell_that_a_dossier_exists(client: Client, cast: Cast, paper: Paper) -> None:
    for worker in (cast.chloe, cast.dirk, cast.ada, cast.rik):
        enter(client, worker)
        assert client.get(reverse("trust:purpose"), {"next": reverse("page", args=[paper.pk])}).status_code == 404


def test_with_htmx_the_question_why_becomes_the_whole_page(client: Client, cast: Cast, paper: Paper) -> None:
    response = enter(client, cast.bart).get(reverse("page", args=[paper.pk]), headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"].startswith(reverse("trust:purpose"))


def test_a_look_is_one_line_however_often_within_five_minutes(client: Client, cast: Cast, paper: Paper) -> None:
    enter(client, cast.amira)
    for _ in range(3):
        client.get(reverse("page", args=[paper.pk]))
    assert LogLine.objects.filter(kind="look", who=cast.amira).count() == 1


def test_a_look_later_is_a_line_of_its_own(client: Client, cast: Cast, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(client, cast.amira)
    client.get(reverse("page", args=[paper.pk]))
    monkeypatch.setattr(log, "ONE_LOOK", -log.ONE_LOOK)
    client.get(reverse("page", args=[paper.pk]))
    assert LogLine.objects.filter(kind="look", who=cast.amira).count() == 2


def test_every_print_is_a_line(client: Client, cast: Cast, paper: Paper) -> None:
    enter(client, cast.amira)
    for _ in range(2):
        client.get(reverse("print", args=[paper.pk]))
    assert LogLine.objects.filter(kind="print", who=cast.amira).count() == 2


def test_opening_a_dossier_asks_the_database_little_and_no_more_when_there_are_many(
    client: Client, cast: Cast, paper: Paper, django_assert_max_num_queries: Any
) -> None:
    Paper.objects.bulk_create(Paper(organisation=cast.ocmw, team=cast.team, owner=cast.amira) for _ in range(50))
    enter(client, cast.amira)
    client.get(reverse("page", args=[paper.pk]))
    with django_assert_max_num_queries(4):  # session, worker, dossier, whether this look is in the log
        client.get(reverse("page", args=[paper.pk]))


def test_a_sheet_opens_with_the_door_of_its_dossier(client: Client, cast: Cast, paper: Paper) -> None:
    sheet = Sheet.objects.create(dossier=paper)
    assert enter(client, cast.amira).get(reverse("sheet", args=[sheet.pk])).status_code == 200
    assert LogLine.objects.filter(kind="look", about=f"paper:{paper.pk}").exists()
    assert enter(client, cast.dirk).get(reverse("sheet", args=[sheet.pk])).status_code == 404


def test_a_lesser_right_works_at_once(client: Client, cast: Cast, paper: Paper) -> None:
    enter(client, cast.bart, paper)
    assert client.get(reverse("page", args=[paper.pk])).status_code == 200
    cast.bart.team = cast.dirk.team
    cast.bart.save()
    assert client.get(reverse("page", args=[paper.pk])).status_code == 404


def test_who_may_no_longer_log_in_is_out_at_once(client: Client, cast: Cast) -> None:
    assert enter(client, cast.amira).get("/day/").status_code == 200
    cast.amira.is_active = False
    cast.amira.save()
    assert client.get("/day/").status_code == 302


def test_a_door_with_an_unknown_act_cannot_be_written() -> None:
    with pytest.raises(UnknownAct):
        needs("casework.raed")


def test_pages_are_not_kept_by_the_browser(client: Client, cast: Cast, paper: Paper) -> None:
    response = enter(client, cast.amira).get(reverse("page", args=[paper.pk]))
    assert response.headers["Cache-Control"] == "no-store"


def _without_numbers(response: Any) -> bytes:
    """The page without what differs every time: tokens and nonces."""
    import re

    return re.sub(rb'(nonce|value|content)="[^"]*"', b"", response.content)
