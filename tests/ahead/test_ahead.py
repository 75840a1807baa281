"""Looking ahead with somebody: nothing is kept, bad input is explained and keeps what was typed, and the law moves as it should."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.casework.builders import Talk, a_single_mother, a_talk
from tests.trust.builders import enter

from rechtop.casework.keys import write_key
from rechtop.people.models import FactEntry, Person
from rechtop.trust.models import LogLine

pytestmark = pytest.mark.django_db


def page(client: Client, talk: Talk, name: str = "what_if", posted: dict[str, Any] | None = None, query: str = "") -> Any:
    url = reverse(f"ahead:{name}", args=[talk.dossier.pk]) + query
    enter(client, talk.worker)
    return client.get(url) if posted is None else client.post(url, posted)


def wage_of(talk: Talk) -> str:
    return write_key(("wage_net_month", (str(talk.an.pk),), None, "value"))


def test_a_changed_wage_shows_what_moves_and_tells_nothing(client: Client) -> None:
    talk = a_single_mother()
    before = FactEntry.objects.count()
    response = page(client, talk, posted={"sleutel": wage_of(talk), "answer": "2.400", "vanaf": ""})
    assert response.status_code == 200
    says = response.content.decode()
    assert "2.400" in says
    assert "+€\N{NO-BREAK SPACE}1.550,00" in says, "from 850 to 2.400 net"
    assert FactEntry.objects.count() == before
    assert LogLine.objects.filter(who=talk.worker, kind="look", about__contains=str(talk.dossier.pk)).exists()


def test_what_was_thought_of_stays_in_the_form_and_can_be_taken_away(client: Client) -> None:
    talk = a_single_mother()
    kept = f"{wage_of(talk)}=2.400"
    with_child = page(client, talk, posted={"w": [kept], "nieuw": "child", "vanaf": ""}).content.decode()
    assert kept in with_child
    assert "Nieuw kind" in with_child
    gone = page(client, talk, posted={"w": [kept], "erbij": ["child="], "weg": "0", "vanaf": ""}).content.decode()
    assert kept not in gone
    assert 'value="child="' in gone
    assert Person.objects.count() == 3, "a child one thinks of is nobody"


@pytest.mark.parametrize(
    ("posted", "says"),
    [
        ({"answer": "veel"}, "veel"),
        ({"answer": "-5"}, "-5"),
        ({"answer": "9" * 190}, "9"),
        ({"answer": "\x00"}, ""),
        ({"answer": "1e309"}, "1e309"),
        ({"answer": "1.000", "vanaf": "gisteren"}, "voorbij"),
        ({"answer": "1.000", "vanaf": "1/1/2099"}, "te ver"),
        ({"answer": "1.000", "vanaf": "31 februari 2027"}, "31 februari"),
        ({"nieuw": "partner", "inkomen": "heel veel"}, "heel veel"),
        ({"woorden": "qqqqzz"}, "Geen feit gevonden"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_lost(client: Client, posted: dict[str, str], says: str) -> None:
    talk = a_single_mother()
    kept = write_key(("rent_month", ("home",), None, "value")) + "=900"
    sent = {"w": [kept], **({"sleutel": wage_of(talk)} if "answer" in posted else {}), **posted}
    response = page(client, talk, posted=sent)
    assert response.status_code == 422
    text = response.content.decode()
    assert says in text
    assert 'role="alert"' in text
    assert kept in text


@pytest.mark.parametrize(
    "posted",
    [
        {
            "w": [
                "wage_net_month~someone-else~~value=100",
                "nonsense",
                "=",
                "kinship~home~~value=child",
                "~~~~~~",
                "wage_net_month~" + "x" * 5000,
            ]
        },
        {"erbij": ["dragon=1", "partner=-1", "partner=" + "9" * 400, "child=x"]},
        {"kies": "wage_net_month~00000000-0000-0000-0000-000000000000~~value"},
        {"weg": "999", "weg_erbij": "x", "nieuw": "dragon"},
        {"vanaf": "\u202e" + "9" * 100000},
        {"woorden": "%" * 1000},
    ],
)
def test_a_forged_form_never_breaks_and_never_reaches_anybody_else(client: Client, posted: dict[str, Any]) -> None:
    other = a_talk(wage_net_month="4.321")
    talk = a_single_mother(other.worker)
    forged = {key: [str(one).replace("someone-else", str(other.an.pk)) for one in value] if isinstance(value, list) else value
              for key, value in posted.items()}  # fmt: skip
    response = page(client, talk, posted=forged)
    assert response.status_code in (200, 422)
    assert str(other.an.pk) not in response.content.decode()
    assert "4.321" not in response.content.decode()


def test_a_later_day_alone_compares_today_with_that_day(client: Client) -> None:
    talk = a_single_mother()
    year = timezone.localdate().year + 1
    says = page(client, talk, posted={"vanaf": f"1/9/{year}"}).content.decode()
    assert "Wat er beweegt" in says
    assert "Kies wat er zou veranderen" not in says
    assert "Kies wat er zou veranderen" in page(client, talk).content.decode()


def test_the_year_ahead_comes_at_once_and_the_law_after_it(client: Client) -> None:
    talk = a_single_mother()
    born = timezone.localdate().replace(day=1)
    talk.tells("birth_date", date(born.year - 17, born.month, 1), talk.joins("zoon Wout 17"))
    first = page(client, talk, "year").content.decode()
    assert "Wout wordt 18" in first
    assert "hx-get" in first
    assert "nog niet bekeken" in first
    looked = page(client, talk, "year", query="?rechten=ja").content.decode()
    assert "nog niet bekeken" not in looked
    assert "Wout wordt 18" in looked


def test_nobody_with_a_birth_date_gives_an_empty_year_that_says_what_to_do(client: Client) -> None:
    from tests.casework.builders import a_dossier, the_cast

    dossier = a_dossier(the_cast().amira, birth_date=None)
    enter(client, dossier.owner)
    says = client.get(reverse("ahead:year", args=[dossier.pk])).content.decode()
    assert "geboortedatum" in says or "De wet past bedragen aan" in says


def test_the_curve_stands_beside_its_table_and_a_child_has_none(client: Client) -> None:
    talk = a_single_mother()
    says = page(client, talk, "work").content.decode()
    assert "<svg" in says
    assert "€\N{NO-BREAK SPACE}3.000" in says
    assert "Noor</a>" not in says, "who is eight does not work"
    assert page(client, talk, "work", query="?van=nobody").status_code == 200


def test_leefloon_goes_down_as_the_wage_goes_up(client: Client) -> None:
    from rechtop.ahead.thought import as_it_goes_on
    from rechtop.ahead.work import points_of

    talk = a_talk(nationality="belgian", lives_in_belgium="ja", ready_to_work="yes", has_own_income="nee", able_to_work="full_time",
                  marital_status="unmarried", stays_in="at_home", savings_own="0", savings_joint="0", has_more_real_estate="nee",
                  has_more_disposals="nee", third_party_pays_housing_month="0", full_time_study="nee", register="population")  # fmt: skip
    talk.household("someone_else_lives_here", "nee")
    talk.household("someone_elsewhere_matters", "nee")
    talk.home("tenure", "rented")
    now = as_it_goes_on(talk.dossier, timezone.localdate())
    points, rows = points_of(now, str(talk.an.pk))
    rights = dict(points)
    assert rights[0] > 1300_00, "a single person's leefloon"
    assert rights[0] > rights[1000_00] > 0
    assert rights[3000_00] < rights[1000_00]
    assert [wage for wage, _rights in points] == sorted(rights)
    assert len(rows) == len(points)
