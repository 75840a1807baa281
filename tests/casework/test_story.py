"""The story saves itself, keeps its versions, and loses nothing when two write at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.casework.builders import a_dossier, an_aside, the_cast
from tests.trust.builders import enter

from rechtop.casework import actions
from rechtop.casework.actions import LONGEST_STORY, save_story
from rechtop.casework.models import Dossier, Story, StoryVersion
from rechtop.trust.models import Worker
from rechtop.trust.refusal import Refused
from rechtop.web.autosave import Sent, keeping_of

pytestmark = pytest.mark.django_db


def sent_by_script(
    client: Client, worker: Worker, dossier: Dossier, text: str, *, page: str = "p1", sequence: int = 1, base: int = 0
) -> Any:
    data = {"verhaal": text, "autosave_page": page, "autosave_sequence": sequence, "autosave_base": base}
    headers = {"X-Autosave": "1", "X-Autosave-Who": keeping_of(worker)["who"]}
    return client.post(reverse("casework:story", args=[dossier.pk]), data, headers=headers)


def test_it_is_kept_as_one_types_and_a_late_request_never_undoes_a_newer_one(client: Client) -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    enter(client, amira)
    assert sent_by_script(client, amira, dossier, "Sinds juni", sequence=2).json() | {"at": ""} == {
        "state": "saved",
        "version": 1,
        "at": "",
    }
    assert sent_by_script(client, amira, dossier, "Sinds", sequence=1).json()["state"] == "late"
    assert Story.objects.get().text == "Sinds juni"


def test_two_who_write_at_once_both_keep_their_words_and_choose(client: Client) -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    enter(client, amira)
    sent_by_script(client, amira, dossier, "van de ene", page="p1")
    answer = sent_by_script(client, amira, dossier, "van de andere", page="p2", base=0)
    assert answer.status_code == 409
    both = answer.json()["href"]
    page = client.get(both).content.decode()
    assert "van de ene" in page
    assert "van de andere" in page
    assert client.post(both, {}).status_code == 422
    client.post(both, {"welke": "both"})
    assert Story.objects.get().text == "van de ene\n\nvan de andere"
    assert set(StoryVersion.objects.values_list("text", flat=True)) == {"van de andere", "van de ene"}


@pytest.mark.parametrize(("keep", "text"), [("theirs", "Eerst."), ("mine", "Tegelijk.")])
def test_choosing_one_keeps_the_other_to_read(keep: str, text: str) -> None:
    dossier = a_dossier(the_cast().amira)
    aside = an_aside(dossier)
    actions.choose_story(dossier, aside, keep=keep, by=aside.written_by)
    assert Story.objects.get().text == text


def test_the_button_without_script_saves_and_comes_back(client: Client) -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    response = enter(client, amira).post(reverse("casework:story", args=[dossier.pk]), {"verhaal": "Eén\r\nTwee"})
    assert (response.status_code, Story.objects.get().text) == (302, "Eén\nTwee")


def test_a_version_stays_when_another_page_or_time_or_much_text_goes() -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)

    def writes(text: str, page: str, sequence: int) -> None:
        base = Story.objects.filter(dossier=dossier).values_list("version", flat=True).first() or 0
        save_story(dossier, text, sent=Sent(page, sequence, base), by=amira)

    writes("a" * 100, "p1", 1)
    writes("a" * 101, "p1", 2)
    first = StoryVersion.objects.count()
    writes("a" * 102, "p1", 3)
    assert StoryVersion.objects.count() == first  # the same page, a moment later
    writes("weg", "p1", 4)
    assert StoryVersion.objects.filter(text="a" * 102).exists()
    writes("weg en weer", "p2", 1)
    assert StoryVersion.objects.filter(text="weg").exists()


def test_after_two_minutes_the_same_page_leaves_a_version(monkeypatch: pytest.MonkeyPatch) -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    save_story(dossier, "een", sent=Sent("p1", 1, 0), by=amira)
    save_story(dossier, "een twee", sent=Sent("p1", 2, 1), by=amira)
    count = StoryVersion.objects.count()
    later = timezone.now() + timedelta(minutes=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    save_story(dossier, "een twee drie", sent=Sent("p1", 3, 2), by=amira)
    assert StoryVersion.objects.count() == count + 1


def test_the_database_refuses_to_change_or_remove_a_version() -> None:
    aside = an_aside(a_dossier(the_cast().amira))
    for change in (lambda: StoryVersion.objects.update(text="anders"), lambda: StoryVersion.objects.filter(pk=aside.pk).delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    assert StoryVersion.objects.get(pk=aside.pk).text == "Tegelijk."
    assert connection.vendor


def test_what_no_screen_shows_is_left_out_and_what_is_too_long_is_refused(client: Client) -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    save_story(dossier, "a\x00b\x07c \u202egoed\u202c é\n\tja", by=amira)
    assert Story.objects.get().text == "abc \u202egoed\u202c é\n\tja"
    with pytest.raises(Refused):
        save_story(dossier, "x" * (LONGEST_STORY + 1), by=amira)
    response = enter(client, amira).post(reverse("casework:story", args=[dossier.pk]), {"verhaal": "y" * 1_000_000})
    assert response.status_code == 422
    assert "yyyyyyyyyy" in response.content.decode()
    assert sent_by_script(client, amira, dossier, "z" * 300_000, base=1).status_code == 422


def test_a_version_of_another_dossier_is_nobodys(client: Client) -> None:
    amira = the_cast().amira
    aside = an_aside(a_dossier(amira))
    other = a_dossier(amira, "Bo Claes")
    assert enter(client, amira).get(reverse("casework:story_choice", args=[other.pk, aside.pk])).status_code == 404


def test_a_stamp_that_makes_no_sense_is_refused(client: Client) -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    enter(client, amira)
    headers = {"X-Autosave": "1", "X-Autosave-Who": keeping_of(amira)["who"]}
    assert client.post(reverse("casework:story", args=[dossier.pk]), {"verhaal": "x"}, headers=headers).status_code == 400
