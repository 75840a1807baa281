"""The health page tells a machine how this installation does."""

from typing import Any

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from tests.trust.builders import the_cast

from rechtop.config import health
from rechtop.trust import log


@pytest.mark.django_db
def test_all_is_well(client: Client) -> None:
    answer = client.get("/gezond/")
    assert answer.status_code == 200
    said = answer.json()
    assert (said["well"], said["migrations_waiting"]) == (True, 0)
    assert said["log"] == f"0:{log.FIRST}"


@pytest.mark.django_db
def test_it_says_the_last_line_of_the_log_and_nothing_of_anybody(client: Client) -> None:
    cast = the_cast()
    line = log.append("look", "casework.read", who=cast.amira, about="dossier:1")
    answer = client.get("/gezond/")
    assert answer.json()["log"] == f"1:{line.hash}"
    assert set(answer.json()) == {"well", "database", "migrations_waiting", "log"}


@pytest.mark.django_db
def test_a_migration_that_waits_is_not_well(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="trust").latest("pk").delete()
    answer = client.get("/gezond/")
    assert (answer.status_code, answer.json()["well"], answer.json()["migrations_waiting"]) == (503, False, 1)


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_not_well(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_answer(*args: Any) -> None:
        raise OperationalError("password of user rechtop")

    monkeypatch.setattr(health, "MigrationExecutor", no_answer)
    answer = client.get("/gezond/")
    assert (answer.status_code, answer.json()["well"]) == (503, False)
    assert "password" not in answer.content.decode()
