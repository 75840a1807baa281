"""My day, finding people, adding somebody, and the dossier itself."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.casework.builders import a_dossier, a_talk, an_appointment, the_cast
from tests.trust.builders import enter

from rechtop.casework import actions, queries
from rechtop.casework.models import Appointment, Conversation, Dossier
from rechtop.people.models import FactEntry, Person
from rechtop.trust.models import LogLine
from rechtop.trust.refusal import Refused

pytestmark = pytest.mark.django_db


# -- my day ----------------------------------------------------------------------------------------------------------------


def test_an_empty_day_says_so_and_offers_one_act(client: Client) -> None:
    page = enter(client, the_cast().amira).get(reverse("casework:day")).content.decode()
    assert "Vandaag staat er niemand in de agenda." in page
    assert reverse("casework:find") in page


def test_my_day_has_todays_people_unfinished_talks_and_contradictions(client: Client) -> None:
    talk = a_talk(wage_net_month="850")
    talk.tells("wage_net_month", "900", source="document", document="loonbrief")
    an_appointment(talk.dossier)
    an_appointment(talk.dossier, day=timezone.localdate() + timedelta(1), hour=14)
    page = enter(client, talk.worker).get(reverse("casework:day")).content.decode()
    assert "An Peeters" in page
    assert "9.00" in page
    assert "14.00" not in page
    assert "Nettoloon per maand" in page
    assert reverse("casework:talk", args=[talk.dossier.pk]) in page


def test_reception_sees_names_and_hours_of_everybody_and_nothing_else(client: Client) -> None:
    cast = the_cast()
    dossier = a_dossier(cast.amira)
    an_appointment(dossier)
    page = enter(client, cast.rik).get(reverse("casework:day")).content.decode()
    assert "An Peeters" in page
    assert "bij Amira" in page
    assert reverse("casework:talk", args=[dossier.pk]) not in page
    assert "Verder waar we waren" not in page


def test_of_another_ocmw_and_another_team_nobody_is_seen(client: Client) -> None:
    cast = the_cast()
    an_appointment(a_dossier(cast.amira))
    for worker in (cast.dirk, cast.chloe):
        assert "An Peeters" not in enter(client, worker).get(reverse("casework:day")).content.decode()


def test_the_menu_has_the_day_and_people_and_for_the_administrator_the_workers(client: Client) -> None:
    cast = the_cast()
    page = enter(client, cast.amira).get(reverse("casework:day")).content.decode()
    assert f'href="{reverse("casework:day")}" data-go="m" aria-current="page"' in page
    assert f'href="{reverse("casework:find")}" data-go="n"' in page
    page = enter(client, cast.ada).get(reverse("trust:workers")).content.decode()
    assert reverse("casework:find") not in page
    assert f'href="{reverse("trust:workers")}" data-go="w"' in page


# -- finding and adding --------------------------------------------------------------------------------------------------------


def looks_for(client: Client, typed: str) -> str:
    return client.post(reverse("casework:find"), {"zoek": typed}).content.decode()


def test_a_name_is_found_by_whoever_sees_the_dossier_and_the_words_are_not_logged(client: Client) -> None:
    cast = the_cast()
    a_dossier(cast.amira)
    assert "1 persoon gevonden" in looks_for(enter(client, cast.amira), "peters an")
    assert LogLine.objects.filter(act="casework.find").latest("number").detail == {"found": 1}
    assert "1 persoon gevonden" in looks_for(enter(client, cast.bart), "An Peeters")
    for stranger in (cast.dirk, cast.chloe):
        assert "Niemand gevonden" in looks_for(enter(client, stranger), "An Peeters")


def adds(client: Client, **data: str) -> Any:
    return client.post(reverse("casework:add"), data)


def test_somebody_new_with_a_name_alone_goes_straight_to_the_talk(client: Client) -> None:
    amira = the_cast().amira
    response = adds(enter(client, amira), name="Zeynep Yılmaz", born="")
    dossier = Dossier.objects.get()
    assert response["Location"] == reverse("casework:talk", args=[dossier.pk])
    assert (dossier.owner, dossier.teller.full_name, Conversation.objects.count()) == (amira, "Zeynep Yılmaz", 1)


def test_a_double_is_shown_with_the_reason_before_anything_is_made(client: Client) -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    response = adds(enter(client, amira), name="Ann Peeters", born="2/3/1990")
    page = response.content.decode()
    assert response.status_code == 422
    assert Person.objects.count() == 1
    assert reverse("casework:talk", args=[dossier.pk]) in page
    adds(client, name="Ann Peeters", born="2/3/1990", toch="1")
    assert Person.objects.count() == 2


def test_a_double_in_a_dossier_one_does_not_see_is_said_without_a_name(client: Client) -> None:
    cast = the_cast()
    a_dossier(cast.amira)
    page = adds(enter(client, cast.dirk), name="Ann Peeters", born="2/3/1990").content.decode()
    assert "in een dossier dat niet voor jou openstaat" in page
    assert "An Peeters" not in page


def test_a_name_that_was_looked_for_is_filled_in(client: Client) -> None:
    page = enter(client, the_cast().amira).post(reverse("casework:add"), {"zoek": "Mira Voorbeeld"}).content.decode()
    assert 'value="Mira Voorbeeld"' in page


def test_a_birth_date_that_cannot_be_read_is_explained(client: Client) -> None:
    response = adds(enter(client, the_cast().amira), name="Bo", born="31/2/1990")
    assert response.status_code == 422
    assert "31/2/1990" in response.content.decode()
    assert not Person.objects.exists()


def test_reception_begins_a_dossier_that_waits_for_a_worker(client: Client) -> None:
    cast = the_cast()
    response = adds(enter(client, cast.rik), name="Bo Claes", born="1988")
    dossier = Dossier.objects.get()
    assert response["Location"] == reverse("casework:card", args=[dossier.pk])
    assert (dossier.owner, dossier.teller.name) == (None, "Bo Claes")
    assert FactEntry.objects.filter(fact="birth_date").exists()


def test_beginning_with_somebody_known_opens_the_dossier_that_is_there(client: Client) -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    response = enter(client, amira).post(reverse("casework:start", args=[dossier.teller_id]))
    assert response["Location"] == reverse("casework:talk", args=[dossier.pk])
    assert Dossier.objects.count() == 1


def test_one_person_never_has_two_open_dossiers() -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    with pytest.raises(Refused):
        actions.start_dossier(dossier.teller, by=amira)
    actions.close_dossier(dossier, by=amira)
    again = actions.start_dossier(dossier.teller, by=amira)
    dossier.refresh_from_db()
    with pytest.raises(Refused):
        actions.reopen_dossier(dossier, by=amira)
    assert again.pk != dossier.pk


# -- the dossier ---------------------------------------------------------------------------------------------------------------


def test_closing_ends_the_talk_and_reopening_needs_nothing(client: Client) -> None:
    talk = a_talk()
    enter(client, talk.worker).post(reverse("casework:close", args=[talk.dossier.pk]))
    talk.conversation.refresh_from_db()
    assert talk.conversation.ended_at is not None
    page = client.get(reverse("casework:dossier", args=[talk.dossier.pk])).content.decode()
    assert "Dossier heropenen" in page
    assert reverse("casework:talk", args=[talk.dossier.pk]) not in page
    client.post(reverse("casework:reopen", args=[talk.dossier.pk]))
    assert Dossier.objects.get().closed_on is None


def test_a_dossier_given_to_a_colleague_is_the_colleagues(client: Client) -> None:
    cast = the_cast()
    dossier = a_dossier(cast.amira)
    enter(client, cast.amira).post(reverse("casework:hand_over", args=[dossier.pk]), {"to": cast.dirk.pk})
    dossier.refresh_from_db()
    assert (dossier.owner, dossier.team) == (cast.dirk, cast.dirk.team)
    with pytest.raises(Refused):
        actions.hand_over(dossier, to=cast.chloe, by=cast.dirk)


def test_the_dossier_shows_who_looked_and_why(client: Client) -> None:
    cast = the_cast()
    dossier = a_dossier(cast.amira)
    enter(client, cast.bart, dossier).get(reverse("casework:dossier", args=[dossier.pk]))
    page = enter(client, cast.amira).get(reverse("casework:dossier", args=[dossier.pk])).content.decode()
    assert "Bart" in page
    assert "ik vervang een collega" in page


def test_appointments_are_made_and_cancelled_and_never_two_at_once(client: Client) -> None:
    cast = the_cast()
    dossier = a_dossier(cast.amira)
    tomorrow = timezone.localdate() + timedelta(1)
    data = {"day": tomorrow.isoformat(), "at": "10:30", "worker": cast.amira.pk}
    url = reverse("casework:plan", args=[dossier.pk])
    assert enter(client, cast.rik).post(url, data).status_code == 302
    again = client.post(url, data)
    assert again.status_code == 422
    assert 'value="10:30"' in again.content.decode()
    assert client.post(url, data | {"day": "2020-01-01"}).status_code == 422
    (made,) = queries.upcoming(dossier)
    client.post(reverse("casework:cancel", args=[made.pk]))
    assert Appointment.objects.get().cancelled_on == timezone.localdate()
    assert list(queries.upcoming(dossier)) == []


def test_what_stays_off_the_sheet_is_kept_by_right_and_person() -> None:
    dossier = a_dossier(the_cast().amira)
    amira, subject = dossier.owner, str(dossier.teller_id)
    assert amira is not None
    actions.leave_off_sheet(dossier, right="leefloon", subject=subject, by=amira)
    assert queries.left_off_sheet(dossier) == {("leefloon", subject)}
    actions.put_on_sheet(dossier, right="leefloon", subject=subject, by=amira)
    assert queries.left_off_sheet(dossier) == set()
    for wrong in ({"right": "bestaat_niet"}, {"right": "leefloon", "subject": "x"}):
        with pytest.raises(Refused):
            actions.leave_off_sheet(dossier, by=amira, **wrong)
    with pytest.raises(Refused):
        actions.choose_sheet_language(dossier, "xx", by=amira)
    assert actions.choose_sheet_language(dossier, "fr", by=amira).sheet_language == "fr"
