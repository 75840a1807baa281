"""Logging in: by e-mail, telling nothing, limited per account and per address, and in the log."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from tests.trust.builders import PASSWORD, Cast, a_worker, an_ocmw, enter

from rechtop.trust import actions, queries
from rechtop.trust.adapter import NOT_KNOWN, TOO_OFTEN
from rechtop.trust.middleware import STARTED
from rechtop.trust.models import LogLine, PasswordLink, Role, Worker
from rechtop.trust.refusal import Refused

LOGIN = "/aanmelden/"


def log_in(client: Client, email: str, password: str = PASSWORD, **extra: Any) -> Any:
    return client.post(LOGIN, {"login": email, "password": password}, **extra)


def test_the_page_asks_an_address_and_a_password_and_nothing_else(client: Client, db: Any) -> None:
    page = client.get(LOGIN)
    assert list(page.context["form"].fields) == ["login", "password"]
    assert "web/base.html" in [template.name for template in page.templates]


def test_a_worker_logs_in_with_her_address_in_any_case(client: Client, cast: Cast) -> None:
    response = log_in(client, cast.amira.email.upper())
    assert (response.status_code, response.headers["Location"]) == (302, "/")
    line = LogLine.objects.get()
    assert (line.kind, line.act, line.who, line.detail) == ("login", "trust.logged_in", cast.amira, {})


def test_after_login_she_goes_where_she_was_going_but_never_to_another_site(client: Client, cast: Cast) -> None:
    assert log_in(client, cast.amira.email, QUERY_STRING="next=/ik/").headers["Location"] == "/ik/"
    client.logout()
    assert log_in(client, cast.amira.email, QUERY_STRING="next=https://elsewhere.example/").headers["Location"] == "/"


def test_a_wrong_password_an_unknown_address_and_a_stopped_worker_get_the_same_answer(client: Client, cast: Cast) -> None:
    cast.bart.is_active = False
    cast.bart.save()
    answers = [
        log_in(client, cast.amira.email, "een heel ander wachtwoord"),
        log_in(client, "niemand@voorbeeld.be", PASSWORD),
        log_in(client, cast.bart.email, PASSWORD),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert {tuple(answer.context["form"].non_field_errors()) for answer in answers} == {(str(NOT_KNOWN),)}


def test_a_failed_login_is_in_the_log_without_what_was_typed(client: Client, cast: Cast) -> None:
    log_in(client, cast.amira.email, "een heel ander wachtwoord")
    log_in(client, "niemand@voorbeeld.be", "geheim123456")
    known, unknown = LogLine.objects.order_by("number")
    assert (known.act, known.who, known.detail) == ("trust.login_failed", cast.amira, {"known_worker": True})
    assert (unknown.act, unknown.who, unknown.detail) == ("trust.login_failed", None, {"known_worker": False})


@pytest.mark.parametrize("whose", ["amira", "nobody"])
def test_an_account_is_tried_five_times_whether_it_exists_or_not(client: Client, cast: Cast, whose: str) -> None:
    email = cast.amira.email if whose == "amira" else "niemand@voorbeeld.be"
    for number in range(5):
        # from ever another address of the network, so that only the account counts
        answer = log_in(client, email, "fout wachtwoord", REMOTE_ADDR=f"10.0.0.{number}")
        assert answer.context["form"].non_field_errors() == [str(NOT_KNOWN)]
    answer = log_in(client, email, PASSWORD, REMOTE_ADDR="10.0.0.99")
    assert answer.context["form"].non_field_errors() == [str(TOO_OFTEN)]
    assert log_in(client, cast.bart.email, REMOTE_ADDR="10.0.0.99").status_code == 302


def test_an_address_of_the_network_is_limited_over_all_accounts(client: Client, cast: Cast) -> None:
    for number in range(30):
        log_in(client, f"niemand{number}@voorbeeld.be", "fout wachtwoord")
    answer = log_in(client, cast.amira.email)
    assert answer.context["form"].non_field_errors() == [str(TOO_OFTEN)]
    assert log_in(client, cast.amira.email, REMOTE_ADDR="10.9.9.9").status_code == 302


def test_many_tries_in_a_minute_get_429(client: Client, db: Any) -> None:
    answers = [log_in(client, f"niemand{number}@voorbeeld.be", "x").status_code for number in range(61)]
    assert answers[-1] == 429


def test_a_client_cannot_pretend_to_be_at_another_address(client: Client, cast: Cast) -> None:
    for number in range(30):
        log_in(client, f"niemand{number}@voorbeeld.be", "x", headers={"X-Forwarded-For": f"10.0.0.{number}"})
    answer = log_in(client, cast.amira.email, headers={"X-Forwarded-For": "10.0.1.1"})
    assert answer.context["form"].non_field_errors() == [str(TOO_OFTEN)]


def test_nobody_signs_up(client: Client, db: Any) -> None:
    for name in ("account_signup", "account_email", "account_reset_password"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_logging_out_needs_a_button_and_is_in_the_log(client: Client, cast: Cast) -> None:
    enter(client, cast.amira)
    assert client.get("/afmelden/").status_code == 200
    assert client.get("/ik/").status_code == 200
    assert client.post("/afmelden/").headers["Location"] == LOGIN
    assert client.get("/ik/").status_code == 302
    assert LogLine.objects.filter(act="trust.logged_out", who=cast.amira).count() == 1


def test_a_login_gets_a_session_with_a_new_key(client: Client, cast: Cast) -> None:
    client.session.save()
    before = client.session.session_key
    log_in(client, cast.amira.email)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_after_a_working_day_she_logs_in_again_even_if_she_never_paused(client: Client, cast: Cast) -> None:
    enter(client, cast.amira)
    client.get("/ik/")
    session = client.session
    session[STARTED] = int((timezone.now() - timedelta(hours=10, seconds=1)).timestamp())
    session.save()
    assert client.get("/ik/").status_code == 302


def test_a_session_of_somebody_who_was_stopped_does_not_wake_when_she_may_log_in_again(client: Client, cast: Cast) -> None:
    enter(client, cast.amira)
    assert client.get("/ik/").status_code == 200
    Worker.objects.filter(pk=cast.amira.pk).update(is_active=False)
    assert client.get("/ik/").status_code == 302
    Worker.objects.filter(pk=cast.amira.pk).update(is_active=True)
    assert client.get("/ik/").status_code == 302


def test_a_session_without_work_ends_after_an_hour(client: Client, cast: Cast) -> None:
    enter(client, cast.amira)
    client.get("/ik/")
    left = Session.objects.get().expire_date - timezone.now()
    assert timedelta(minutes=59) < left <= timedelta(minutes=60)


def test_the_language_she_chose_follows_her_to_another_machine(client: Client, cast: Cast) -> None:
    enter(client, cast.amira)
    client.post("/taal/", {"language": "fr", "next": "/ik/"})
    elsewhere = enter(Client(), cast.amira)
    assert elsewhere.get("/ik/").headers["Content-Language"] == "fr"
    assert enter(Client(), cast.bart).get("/ik/").headers["Content-Language"] == "nl"


def test_the_administrator_adds_somebody_who_chooses_her_own_password(client: Client, cast: Cast) -> None:
    enter(client, cast.ada)
    client.post(
        "/beheer/medewerkers/toevoegen/",
        {"name": "Els Nieuw", "email": "Els@voorbeeld.be", "role": "social_worker", "team": cast.team.pk, "is_active": "on"},
    )
    els = Worker.objects.get(email="els@voorbeeld.be")
    assert (els.organisation, els.team, els.has_usable_password()) == (cast.ocmw, cast.team, False)
    page = client.post(reverse("trust:password_link", args=[els.pk]))
    link = page.context["link"]
    the_second_says_yes(els, by=cast.hilde)
    hers = Client()
    form = hers.get(link).headers["Location"]
    chosen = "een heel nieuw lang wachtwoord"
    assert hers.post(form, {"new_password1": chosen, "new_password2": chosen}).headers["Location"] == LOGIN
    assert LogLine.objects.get(act="trust.password_chosen").who == els
    assert log_in(hers, els.email, chosen).status_code == 302
    used = Client().get(link, follow=True)
    assert b"new_password1" not in used.content
    assert mail.outbox == []


def the_second_says_yes(worker: Worker, *, by: Worker) -> None:
    """Somebody else than who made the link says that it is right."""
    actions.answer_link(PasswordLink.objects.filter(worker=worker).latest("pk"), agreed=True, by=by)


def test_a_link_waits_until_a_second_person_says_that_it_is_right(client: Client, cast: Cast) -> None:
    link = actions.password_link(cast.bart, by=cast.ada)
    waits = client.get(link)
    assert b"new_password1" not in waits.content
    assert cast.hilde.name in waits.content.decode()
    head = Client()
    enter(head, cast.hilde)
    listed = head.get(reverse("trust:links")).content.decode()
    assert cast.bart.name in listed and cast.ada.name in listed
    waiting = PasswordLink.objects.get(worker=cast.bart)
    assert head.post(reverse("trust:answer_link", args=[waiting.pk]), {"klopt": "ja"}).status_code == 302
    form = client.get(link).headers["Location"]
    chosen = "nog een heel lang wachtwoord"
    assert client.post(form, {"new_password1": chosen, "new_password2": chosen}).headers["Location"] == LOGIN
    hers = Client()
    log_in(hers, cast.bart.email, chosen)
    told = hers.get(reverse("trust:own")).content.decode()
    assert cast.ada.name in told and cast.hilde.name in told


def test_whoever_made_the_link_cannot_say_herself_that_it_is_right(cast: Cast) -> None:
    actions.password_link(cast.bart, by=cast.ada)
    link = PasswordLink.objects.get(worker=cast.bart)
    assert queries.links_waiting_for(cast.ada) == []
    for other in (cast.ada, cast.bart, cast.amira, cast.rik):
        with pytest.raises(Refused):
            actions.answer_link(link, agreed=True, by=other)
    assert not PasswordLink.objects.get(pk=link.pk).works


def test_a_colleague_made_for_the_purpose_gets_no_further_than_a_link_that_waits(client: Client, cast: Cast) -> None:
    enter(client, cast.ada)
    client.post(
        "/beheer/medewerkers/toevoegen/", {"name": "Ook Ada", "email": "ada2@voorbeeld.be", "role": "head_of_service", "is_active": "on"}
    )
    other_self = Worker.objects.get(email="ada2@voorbeeld.be")
    link = client.post(reverse("trust:password_link", args=[other_self.pk])).context["link"]
    assert b"new_password1" not in Client().get(link, follow=True).content


def test_a_no_ends_the_link_and_so_does_a_newer_one(client: Client, cast: Cast) -> None:
    first = actions.password_link(cast.bart, by=cast.ada)
    actions.answer_link(PasswordLink.objects.get(worker=cast.bart), agreed=False, by=cast.hilde)
    assert client.get(first).status_code == 410
    second = actions.password_link(cast.bart, by=cast.ada)
    the_second_says_yes(cast.bart, by=cast.hilde)
    actions.password_link(cast.bart, by=cast.ada)
    assert b"new_password1" not in Client().get(second, follow=True).content


def test_a_guessed_link_is_told_nothing(client: Client, cast: Cast) -> None:
    link = actions.password_link(cast.bart, by=cast.ada)
    guessed = client.get(link.rsplit("/", 2)[0] + "/abc-0123456789/")
    assert cast.hilde.name not in guessed.content.decode()


def test_the_first_people_of_an_ocmw_need_no_second_person(client: Client, db: Any) -> None:
    ocmw = an_ocmw("OCMW Nieuw")
    ada = a_worker(ocmw, role=Role.ADMINISTRATOR)
    hilde = Worker.objects.add("hilde.nieuw@voorbeeld.be", None, name="Hilde", organisation=ocmw, role=Role.HEAD_OF_SERVICE)
    assert b"new_password1" in client.get(actions.password_link(hilde, by=ada), follow=True).content


def test_an_answer_reaches_no_link_of_another_ocmw(cast: Cast) -> None:
    elsewhere = a_worker(cast.chloe.organisation, role=Role.HEAD_OF_SERVICE)
    actions.password_link(cast.bart, by=cast.ada)
    head = Client()
    enter(head, elsewhere)
    link = PasswordLink.objects.get(worker=cast.bart)
    assert head.post(reverse("trust:answer_link", args=[link.pk]), {"klopt": "ja"}).status_code == 404


def test_a_link_to_choose_a_password_works_for_a_day(client: Client, cast: Cast, settings: Any) -> None:
    link = actions.password_link(cast.bart, by=cast.ada)
    the_second_says_yes(cast.bart, by=cast.hilde)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert b"new_password1" not in client.get(link, follow=True).content


def test_a_short_or_common_password_is_refused(cast: Cast) -> None:
    client = Client()
    link = actions.password_link(cast.bart, by=cast.ada)
    the_second_says_yes(cast.bart, by=cast.hilde)
    form = client.get(link).headers["Location"]
    for weak in ("kort", "password1234", cast.bart.email):
        assert client.post(form, {"new_password1": weak, "new_password2": weak}).status_code == 200


@pytest.mark.parametrize("name", ["Am\u202eari", "\u200bAmira", "A\u2066mira\u2069"])
def test_a_name_holds_no_sign_that_shows_nothing(client: Client, cast: Cast, name: str) -> None:
    enter(client, cast.ada)
    client.post("/beheer/medewerkers/toevoegen/", {"name": name, "email": "a@voorbeeld.be", "role": "reception", "is_active": "on"})
    kept = Worker.objects.get(email="a@voorbeeld.be").name
    assert kept in ("Amari", "Amira")
    hidden = {"name": "\u200b\u202e", "email": "b@voorbeeld.be", "role": "reception", "is_active": "on"}
    assert client.post("/beheer/medewerkers/toevoegen/", hidden).status_code == 200
    assert not Worker.objects.filter(email="b@voorbeeld.be").exists()


def test_an_administrator_cannot_lock_herself_out(client: Client, cast: Cast) -> None:
    enter(client, cast.ada)
    said = {"name": "Ada", "email": cast.ada.email, "role": "administrator"}
    assert client.post(reverse("trust:worker", args=[cast.ada.pk]), said).status_code == 200
    cast.ada.refresh_from_db()
    assert cast.ada.is_active
    with pytest.raises(Refused):
        actions.change_worker(cast.ada, name="Ada", email=cast.ada.email, role="reception", team=None, is_active=True, by=cast.ada)


def test_an_administrator_cannot_put_somebody_in_a_team_of_another_ocmw(client: Client, cast: Cast) -> None:
    enter(client, cast.ada)
    said = {"name": "Bart", "email": cast.bart.email, "role": "social_worker", "is_active": "on", "team": cast.chloe.team_id}
    assert client.post(reverse("trust:worker", args=[cast.bart.pk]), said).status_code == 200
    cast.bart.refresh_from_db()
    assert cast.bart.team == cast.team
    with pytest.raises(Refused):
        actions.add_worker(name="X", email="x@voorbeeld.be", role="reception", team=cast.chloe.team, by=cast.ada)


def test_fields_that_the_form_does_not_have_are_not_taken(client: Client, cast: Cast) -> None:
    enter(client, cast.ada)
    said = {"name": "Bart", "email": cast.bart.email, "role": "social_worker", "is_active": "on", "team": cast.team.pk}
    client.post(reverse("trust:worker", args=[cast.bart.pk]), said | {"organisation": cast.chloe.organisation_id, "password": "x"})
    cast.bart.refresh_from_db()
    assert cast.bart.organisation == cast.ocmw
    assert cast.bart.check_password(PASSWORD)


def test_the_first_administrator_is_added_from_the_command_line(client: Client, db: Any, capsys: Any) -> None:
    call_command("add_administrator", "ada@voorbeeld.be", "--name", "Ada", "--organisation", "OCMW Nieuw", "--municipality", "44021")
    path = capsys.readouterr().out.strip().splitlines()[-1]
    assert b"new_password1" in client.get(path, follow=True).content
    assert Worker.objects.get().role == "administrator"


def test_changing_her_password_is_in_the_log_and_logs_out_everywhere_else(client: Client, cast: Cast) -> None:
    elsewhere = enter(Client(), cast.amira)
    enter(client, cast.amira)
    chosen = "een heel nieuw lang wachtwoord"
    client.post("/ik/wachtwoord/", {"oldpassword": PASSWORD, "password1": chosen, "password2": chosen})
    assert LogLine.objects.filter(act="trust.password_changed", who=cast.amira).exists()
    assert elsewhere.get("/ik/").status_code == 302


def test_a_part_of_a_page_leads_the_whole_page_to_the_login(client: Client, db: Any) -> None:
    asks = {"HX-Request": "true", "HX-Current-URL": "http://testserver/ik/?tab=2"}
    response = client.get("/ik/", headers=asks)
    assert (response.status_code, response.headers["HX-Redirect"]) == (200, "/aanmelden/?next=%2Fik%2F%3Ftab%3D2")


@pytest.mark.parametrize("typed", ["\x00", "a\x00@b.be", "x" * 100_000, "@", "\u202e@b.be", "🙂@b.be", "' OR 1=1 --"])
def test_whatever_is_typed_a_login_answers(client: Client, db: Any, typed: str) -> None:
    assert log_in(client, typed, typed).status_code == 200
    assert client.post(LOGIN, {"login": [typed, typed], "password": ""}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/beheer/medewerkers/99999999999999999999999999/",
        "/wachtwoord/%00/x/",
        "/wachtwoord/MQ/%F0%9F%99%82/",
        "/waarom/?next=/dossier/%00/",
        "/waarom/?next=%00",
        "/waarom/?next=http://[",
        "/aanmelden/?next=http://[",
    ],
)
def test_whatever_stands_in_an_address_a_page_answers(client: Client, cast: Cast, path: str) -> None:
    assert enter(client, cast.ada).get(path, follow=True).status_code in (200, 404)
