"""Two workers, or two clicks, at once. PostgreSQL only: SQLite lets one writer in at a time."""

from datetime import date, time

import pytest
from django.db import connection  # noqa: F401  read by skipif
from tests.casework.builders import a_dossier
from tests.people.builders import the_cast
from tests.people.test_at_once import at_once

from rechtop.casework import actions
from rechtop.casework.models import Appointment, Dossier
from rechtop.people.actions import add_person
from rechtop.trust.refusal import Refused

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs two writers at once"),
]


def test_a_person_has_one_open_dossier_however_often_it_is_begun_at_once() -> None:
    amira = the_cast().amira
    person = add_person(given_name="An", by=amira)
    done = at_once(*[lambda: actions.start_dossier(person, by=amira)] * 4)
    assert sorted(isinstance(one, Refused) for one in done) == [False, True, True, True]
    assert Dossier.objects.filter(teller=person).count() == 1


def test_a_worker_has_one_appointment_in_an_hour_however_many_plan_it_at_once() -> None:
    amira = the_cast().amira
    dossier = a_dossier(amira)
    done = at_once(*[lambda: actions.plan_appointment(dossier, day=date(2099, 12, 1), at=time(9), worker=amira, by=amira)] * 4)
    assert sorted(isinstance(one, Refused) for one in done) == [False, True, True, True]
    assert Appointment.objects.count() == 1
