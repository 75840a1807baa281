"""The journal tells how the machine does and nothing of a person."""

import json
import logging
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path
from tests.trust.builders import enter, the_cast

from rechtop.config.journal import JsonLines
from rechtop.trust.doors import WorkerRequest, needs

SECRET = "An De Voorbeeld, 02.03.90-123.45"


@needs("trust.own")
def breaks(request: WorkerRequest, name: str) -> HttpResponse:
    raise ValueError(f"cannot read {SECRET}")


urlpatterns = [path("breaks/<name>/", breaks, name="breaks"), path("", include("rechtop.config.urls"))]
handler500 = "rechtop.web.errors.our_fault"


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    return [json.loads(JsonLines().format(record)) for record in caplog.records]


def a_record(name: str, msg: Any, *args: Any) -> logging.LogRecord:
    return logging.LogRecord(name, logging.INFO, "file.py", 1, msg, args, None)


@pytest.mark.django_db
def test_a_request_is_a_line_with_the_view_and_the_number_of_the_worker(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    amira = the_cast().amira
    response = enter(client, amira).post(f"/ik/?zoek={SECRET}", {"naam": SECRET}, headers={"User-Agent": SECRET, "Referer": SECRET})
    line = next(line for line in lines(caplog) if line["from"] == "rechtop.journal")
    assert (line["view"], line["method"], line["status"], line["worker"]) == ("trust:own", "POST", 200, amira.pk)
    assert line["request"] == response.headers["X-Request-Number"]
    assert "Voorbeeld" not in json.dumps(lines(caplog))
    assert amira.email not in json.dumps(lines(caplog))


@pytest.mark.django_db
@pytest.mark.urls("tests.config.test_journal")
def test_an_error_is_told_by_its_kind_and_place_not_by_its_words(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    client.raise_request_exception = False
    response = enter(client, the_cast().amira).get("/breaks/An/")
    assert response.status_code == 500
    assert "Voorbeeld" not in response.content.decode()
    error = next(line for line in lines(caplog) if "error" in line and line["from"] == "rechtop.journal")
    assert (error["error"], error["view"]) == ("ValueError", "breaks")
    assert error["went_through"][-1].endswith(" breaks")
    assert "Voorbeeld" not in json.dumps(lines(caplog))
    assert "/breaks/An/" not in json.dumps([line for line in lines(caplog) if line["from"].startswith("rechtop")])


def test_of_a_message_only_the_template_stays() -> None:
    line = json.loads(JsonLines().format(a_record("some.library", "no answer from %s", SECRET)))
    assert line["says"] == "no answer from %s"


def test_a_message_of_a_library_that_comes_without_its_template_is_left_out() -> None:
    assert "says" not in json.loads(JsonLines().format(a_record("some.library", f"no answer from {SECRET}")))
    assert "says" not in json.loads(JsonLines().format(a_record("some.library", ValueError(SECRET))))


@pytest.mark.django_db
def test_what_django_hangs_on_a_record_stays_out(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    """Django puts the whole request on its own records; a host it does not know makes it write one."""
    caplog.set_level(logging.INFO)
    assert client.get("/aanmelden/", headers={"Host": "evil.example"}).status_code == 400
    written = [line for line in lines(caplog) if line["from"].startswith("django.security")]
    assert [line["error"] for line in written] == ["DisallowedHost"]
    assert "evil" not in json.dumps(written)
