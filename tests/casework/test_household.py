"""Who belongs to the household: in one line, changed later, drawn and told in words."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.casework.builders import a_single_mother, a_talk
from tests.trust.builders import enter

from rechtop.casework.drawing import drawn
from rechtop.casework.stands import Stands
from rechtop.people.models import Dwelling, Event, FactEntry, Person

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_daughter_in_one_line(client: Client, headers: dict[str, str]) -> None:
    talk = a_talk()
    url = reverse("casework:add_member", args=[talk.dossier.pk])
    response = enter(client, talk.worker).post(url, {"wie": "dochter Noor 8"}, headers=headers)
    assert response.status_code == (200 if headers else 302)
    noor = Person.objects.get(given_name="Noor")
    stands = Stands.of(talk.dossier)
    assert stands.age(str(noor.pk)) == 8
    assert stands.value("lives_here", str(noor.pk)) == "always"
    assert stands.value("kinship", str(talk.an.pk), str(noor.pk)) == "child"
    page = client.get(reverse("casework:talk", args=[talk.dossier.pk])).content.decode()
    assert "met Noor (8)" in page
    if headers:
        assert "kind, woont hier altijd" in response.content.decode()


def number_on(page: str) -> str:
    """The number of the form that adds somebody."""
    found = re.search(r'name="once" value="(\w+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_two_clicks_on_one_form_add_one_person(client: Client, headers: dict[str, str]) -> None:
    talk = a_talk()
    url = reverse("casework:add_member", args=[talk.dossier.pk])
    page = enter(client, talk.worker).get(reverse("casework:talk", args=[talk.dossier.pk])).content.decode()
    form = {"wie": "dochter Noor 8", "once": number_on(page)}
    answers = [client.post(url, form, headers=headers) for _click in range(2)]
    assert [answer.status_code for answer in answers] == [200 if headers else 302] * 2
    assert Person.objects.filter(given_name="Noor").count() == 1
    again = number_on(client.get(reverse("casework:talk", args=[talk.dossier.pk])).content.decode())
    client.post(url, {"wie": "dochter Noor 8", "once": again}, headers=headers)
    assert Person.objects.filter(given_name="Noor").count() == 2  # a form of its own: two girls may have one name


def test_a_form_that_was_refused_may_be_sent_again(client: Client) -> None:
    talk = a_talk()
    url = reverse("casework:add_member", args=[talk.dossier.pk])
    enter(client, talk.worker)
    assert client.post(url, {"wie": "zoon Tom 31/2/2010", "once": "abc"}).status_code == 422
    assert client.post(url, {"wie": "zoon Tom 28/2/2010", "once": "abc"}).status_code == 302
    assert Person.objects.filter(given_name="Tom").count() == 1


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_line_that_is_not_understood_stays(client: Client, headers: dict[str, str]) -> None:
    talk = a_talk()
    url = reverse("casework:add_member", args=[talk.dossier.pk])
    response = enter(client, talk.worker).post(url, {"wie": "zoon Tom 31/2/2010"}, headers=headers)
    assert response.status_code == 422
    assert 'value="zoon Tom 31/2/2010"' in response.content.decode()
    assert Person.objects.count() == 1


def test_moving_out_part_time_and_another_name(client: Client) -> None:
    talk = a_single_mother()
    noor = Person.objects.get(given_name="Noor")
    url = reverse("casework:member", args=[talk.dossier.pk, noor.pk])
    enter(client, talk.worker)
    start = client.get(url).context["form"].initial
    assert client.post(url, start | {"call_name": "Noortje", "how": "part_of_the_time", "nights": "7"}).status_code == 302
    stands = Stands.of(talk.dossier)
    assert stands.name(str(noor.pk)) == "Noortje"
    assert stands.value("lives_here", str(noor.pk)) == "part_of_the_time"
    assert stands.value("nights_per_14_days", str(talk.an.pk), str(noor.pk)) == 7
    start = client.get(url).context["form"].initial
    assert client.post(url, start | {"last_day": "14/6/2026"}).status_code == 302
    assert Stands.of(talk.dossier).value("lives_here", str(noor.pk)) == "no_longer"


def test_of_a_form_that_is_refused_nothing_is_kept(client: Client) -> None:
    talk = a_single_mother()
    noor = Person.objects.get(given_name="Noor")
    url = reverse("casework:member", args=[talk.dossier.pk, noor.pk])
    told = FactEntry.objects.count()
    start = enter(client, talk.worker).get(url).context["form"].initial
    assert client.post(url, start | {"call_name": "Noortje", "nights": "7", "born": "31/2/2018"}).status_code == 422
    noor.refresh_from_db()
    assert (noor.call_name, FactEntry.objects.count()) == ("", told)


@pytest.mark.parametrize(
    ("fact", "whose"), [("fuel_delivery_date", "nieuw"), ("ownership_share_percent", "nieuw:teller"), ("wage_net_month", "nieuw:teller")]
)
def test_an_answer_that_is_refused_leaves_no_delivery_or_property_behind(client: Client, fact: str, whose: str) -> None:
    talk = a_single_mother()
    had = (Event.objects.count(), Dwelling.objects.count(), FactEntry.objects.count())
    url = reverse("casework:answer", args=[talk.dossier.pk])
    van = whose.replace("teller", str(talk.an.pk))
    assert enter(client, talk.worker).post(url, {"feit": fact, "van": van, "answer": "onzin"}).status_code == 422
    assert (Event.objects.count(), Dwelling.objects.count(), FactEntry.objects.count()) == had


def test_somebody_is_written_down_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = a_talk()

    def stops(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the machine stops here")

    monkeypatch.setattr("rechtop.casework.household.actions.relate", stops)
    with pytest.raises(RuntimeError):
        talk.joins("dochter Noor 8")
    assert not Person.objects.filter(given_name="Noor").exists()


def test_what_a_message_says_of_somebody_stays_on_the_server_and_ends_with_the_session(client: Client) -> None:
    talk = a_talk()
    response = enter(client, talk.worker).post(reverse("casework:add_member", args=[talk.dossier.pk]), {"wie": "dochter Noor 8"})
    assert response.status_code == 302
    assert "messages" not in client.cookies
    client.post(reverse("account_logout"))
    client.force_login(talk.worker)
    assert "Noor" not in client.get(reverse("trust:own")).content.decode()


def test_saving_without_a_change_tells_nothing(client: Client) -> None:
    talk = a_single_mother()
    noor = Person.objects.get(given_name="Noor")
    url = reverse("casework:member", args=[talk.dossier.pk, noor.pk])
    before = FactEntry.objects.count()
    enter(client, talk.worker).post(url, client.get(url).context["form"].initial)
    assert FactEntry.objects.count() == before


def test_what_is_wrong_in_the_form_is_said_and_stays(client: Client) -> None:
    talk = a_single_mother()
    noor = Person.objects.get(given_name="Noor")
    url = reverse("casework:member", args=[talk.dossier.pk, noor.pk])
    enter(client, talk.worker)
    response = client.post(url, client.get(url).context["form"].initial | {"nights": "veel"})
    assert response.status_code == 422
    assert 'value="veel"' in response.content.decode()


def test_somebody_of_another_household_is_nobody_here(client: Client) -> None:
    talk, other = a_talk(), a_talk()
    url = reverse("casework:member", args=[talk.dossier.pk, other.an.pk])
    assert enter(client, talk.worker).get(url).status_code == 404


def test_the_drawing_says_in_words_what_it_shows() -> None:
    talk = a_single_mother()
    talk.joins("ex Bert 41")
    drawing = drawn(Stands.of(talk.dossier))
    assert "An (36 jaar)" in drawing.title
    assert "Noor (kind, 8 jaar)" in drawing.title
    assert "Buiten het huis Bert (ex-partner, 41 jaar)" in drawing.title
    assert len(drawing.figures) == 4
    assert len({(figure.x, figure.top) for figure in drawing.figures}) == 4


@pytest.mark.parametrize("number", [0, 1, 7, 12])
def test_nobody_is_drawn_outside_the_picture(number: int) -> None:
    talk = a_talk()
    for one in range(number):
        talk.joins(f"zoon Kind{one} {one}")
        talk.joins(f"oom Ver{one} elders")
    drawing = drawn(Stands.of(talk.dossier))
    assert all(0 < figure.x < drawing.width and 0 < figure.top < figure.foot <= drawing.height for figure in drawing.figures)
