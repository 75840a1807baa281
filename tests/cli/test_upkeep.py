"""`rechtop rights --stale` and `--diff` as the keeper of the law runs them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rechtop.cli import main, upkeep_shown


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_what_waits_is_listed_in_words(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "--stale", "--on", "2026-11-22", "--language", language]) == 0
    shown = capsys.readouterr().out
    assert "schooltoeslag" in shown
    assert "full_grant" in shown


def test_what_waits_is_the_same_for_a_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "--stale", "--on", "2026-11-22", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    waiting = {(one["right"], one["series"]): one for one in found["stale"] if one["why"] == "no_value"}
    assert waiting["schooltoeslag", "full_grant"]["since"] == "2025-09-01"


def test_a_change_of_law_names_figures_and_the_households_it_touches(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "--diff", "2026-02-28", "2026-03-01", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    leefloon = next(one for one in found["rights"] if one["right"] == "leefloon")
    amounts = next(one for one in leefloon["figures"] if one["series"] == "amount_year")
    assert (amounts["before"]["value"]["3"], amounts["after"]["value"]["3"]) == (21312.87, 21738.88)
    touched = {row["right"] for one in found["households"] for row in one["rights"]}
    assert "leefloon" in touched
    assert touched <= {one["right"] for one in found["rights"]}


def test_two_days_with_the_same_law_touch_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "--diff", "2026-11-21", "2026-11-22", "--language", "en"]) == 0
    assert capsys.readouterr().out.strip().startswith("Nothing changes")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--diff", "2026-03-01", "2026-02-28"], "Swap"),
        (["--diff", "2026-03-01", "2026-03-01"], "before"),
        (["leefloon", "--stale"], "without the id"),
        (["--links"], "--stale"),
        (["--stale", "--diff", "2026-01-01", "2026-03-01"], "one of them"),
    ],
)
def test_a_question_that_makes_no_sense_is_answered_with_what_to_do(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rights", *arguments]) == 2
    assert says in capsys.readouterr().err


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response({"/there": 200, "/refuses": 403}.get(self.path, 404))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def pages() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_only_sources_that_are_gone_are_called_dead(
    pages: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {f"{pages}/{page}": ["leefloon"] for page in ("there", "refuses")}
    told |= {f"{pages}/gone": ["huurpremie"], "http://127.0.0.1:9/": ["igo"]}
    monkeypatch.setattr(upkeep_shown, "links", lambda: told)
    assert main(["rights", "--stale", "--links", "--json"]) == 1
    dead = {one["url"]: one for one in json.loads(capsys.readouterr().out)["dead_links"]}
    assert set(dead) == {f"{pages}/gone", "http://127.0.0.1:9/"}
    assert dead[f"{pages}/gone"]["why"] == "HTTP 404"
    assert dead[f"{pages}/gone"]["rights"] == ["huurpremie"]
