"""Two workers at once: nothing is kept twice, nothing is lost. PostgreSQL only: SQLite lets one writer in at a time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.db import connection
from tests.people.builders import a_household, a_person, known, the_cast

from rechtop.people import actions
from rechtop.people.models import FactEntry, Occupancy, Person
from rechtop.trust.refusal import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs two writers at once"),
]


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Run each act in a thread of its own, all starting together; gives what each returned, or how it was refused."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            start.wait(timeout=10)
            return act()
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_two_workers_who_take_back_the_same_answer_take_it_back_once():
    home = a_household(wage_net_month="900")
    [entry] = home.history("wage_net_month", home.an)
    done = at_once(*[lambda: actions.take_back(entry, why="Slip.", **home.inside)] * 2)
    assert sorted(isinstance(one, Refused) for one in done) == [False, True]
    assert FactEntry.objects.filter(knowing="withdrawn").count() == 1


def test_two_workers_who_write_the_same_national_number_keep_it_once(settings):
    settings.FIELD_KEYS, settings.INDEX_KEY = [Fernet.generate_key().decode()], "a long random text"
    cast = the_cast()
    done = at_once(*[lambda: a_person(cast.amira, national_number="85.07.30-033.28")] * 2)
    assert sorted(isinstance(one, Refused) for one in done) == [False, True]
    assert Person.objects.count() == 1


def test_many_answers_at_once_are_all_kept_and_one_stands():
    home = a_household()
    done = at_once(*[lambda wage=wage: home.tells("wage_net_month", home.an, str(wage)) for wage in range(900, 908)])
    assert not [one for one in done if isinstance(one, Refused)]
    assert len(home.history("wage_net_month", home.an)) == 8
    assert known(home.household, date(2026, 11, 22))["wage_net_month", (str(home.an.pk),), None] in range(90000, 90800)


def test_two_first_answers_about_the_home_at_once_speak_of_one_home():
    home = a_household()
    keys = [("tenure", ("home",), None), ("rent_month", ("home",), None)]
    done = at_once(
        *[
            lambda key=key, said=said: actions.answer_question(home.household, key, said, **home.inside)
            for key, said in zip(keys, ("rented", "750"), strict=True)
        ]
    )
    assert not [one for one in done if isinstance(one, Refused)]
    assert Occupancy.objects.filter(household=home.household).count() == 1
    told = known(home.household, date(2026, 11, 22))
    assert [told[key] for key in keys] == ["rented", 75000]
