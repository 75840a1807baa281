"""Safe unless told otherwise: what each environment makes of the settings, asked of a Python of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from rechtop.config import environment

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {"RECHTOP_SECRET_KEY": "k" * 30 + "0123456789abcdefghijklmnopqrstuvwxyz", "RECHTOP_HOSTS": "rechtop.example"}


def django(tmp_path: Path, *command: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RECHTOP_", "DATABASE_URL", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *command],
        env=kept | {"RECHTOP_DATA": str(tmp_path)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def settings_with(tmp_path: Path, *names: str, **variables: str) -> Any:
    code = f"import json; from django.conf import settings; print(json.dumps([getattr(settings, n, None) for n in {names!r}]))"
    ran = django(tmp_path, "shell", "--no-imports", "-c", code, **variables)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.strip().splitlines()[-1])


def test_without_any_variable_it_refuses_to_start_and_says_what_to_do(tmp_path: Path) -> None:
    ran = django(tmp_path, "check")
    assert ran.returncode != 0
    assert "RECHTOP_SECRET_KEY is not set" in ran.stderr
    assert "RECHTOP_DEMO=1" in ran.stderr


def test_in_production_the_data_folder_never_depends_on_where_one_stands(tmp_path: Path) -> None:
    ran = django(tmp_path, "check", **(PRODUCTION | {"RECHTOP_DATA": ""}))
    assert ran.returncode != 0
    assert "RECHTOP_DATA is not set" in ran.stderr


def test_production_is_strict(tmp_path: Path) -> None:
    names = ("DEBUG", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_NAME", "ALLOWED_HOSTS", "DEMO")
    assert settings_with(tmp_path, *names, **PRODUCTION) == [False, True, True, "__Host-rechtop_session", ["rechtop.example"], False]


def test_django_finds_nothing_to_say_about_production(tmp_path: Path) -> None:
    ran = django(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert ran.returncode == 0, ran.stderr


def test_a_demo_needs_nothing_and_listens_to_this_machine_only(tmp_path: Path) -> None:
    hosts, debug = settings_with(tmp_path, "ALLOWED_HOSTS", "DEBUG", RECHTOP_DEMO="1")
    assert (hosts, debug) == (["localhost", "127.0.0.1", "[::1]"], False)


def test_the_address_of_a_client_is_believed_only_from_a_proxy_we_were_told_of(tmp_path: Path) -> None:
    names = ("ALLAUTH_TRUSTED_PROXY_COUNT", "SECURE_PROXY_SSL_HEADER")
    assert settings_with(tmp_path, *names, **PRODUCTION) == [0, None]
    assert settings_with(tmp_path, *names, **PRODUCTION, RECHTOP_PROXIES="1") == [1, ["HTTP_X_FORWARDED_PROTO", "https"]]


@pytest.mark.parametrize(("word", "meant"), [("1", True), ("ja", True), ("TRUE", True), ("0", False), ("nee", False), ("", False)])
def test_yes_and_no(monkeypatch: pytest.MonkeyPatch, word: str, meant: bool) -> None:
    monkeypatch.setenv("RECHTOP_DEMO", word)
    assert environment.yes("RECHTOP_DEMO") is meant


def test_a_word_that_is_neither_yes_nor_no_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTOP_DEMO", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="neither yes nor no"):
        environment.yes("RECHTOP_DEMO")


def test_a_number_that_is_none_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECHTOP_PROXIES", "one")
    with pytest.raises(ImproperlyConfigured, match="not a whole number"):
        environment.whole("RECHTOP_PROXIES", 0)


def test_the_database_of_a_url() -> None:
    here = Path("/data")
    found = environment.database("postgresql://re%40ch:p%2Fw@db.example:5433/rechtop?sslmode=require", here)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("re@ch", "p/w", "db.example", "5433")
    assert (found["NAME"], found["OPTIONS"]) == ("rechtop", {"sslmode": "require"})
    assert environment.database("postgresql:///rechtop?host=/run/pg", here)["HOST"] == "/run/pg"
    assert environment.database("", here)["NAME"] == "/data/rechtop.sqlite3"
    assert environment.database("sqlite:////elsewhere/my.db", here)["NAME"] == "/elsewhere/my.db"
    assert environment.database("sqlite:///my.db", here)["NAME"] == "/data/my.db"


def test_a_database_we_do_not_know_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="mysql"):
        environment.database("mysql://x/y", Path("/data"))


@pytest.mark.django_db
def test_headers_of_a_page(client: Client) -> None:
    headers = client.get("/aanmelden/").headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "unsafe-eval" not in policy
    for directive in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"):
        assert directive in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store" or "no-store" in headers["Cache-Control"]


@pytest.mark.django_db
def test_a_body_that_is_too_large_is_refused(client: Client) -> None:
    assert client.post("/aanmelden/", {"login": "x" * 3_000_000, "password": "x"}).status_code in (400, 413)


def test_every_environment_variable_is_explained() -> None:
    code = "\n".join(path.read_text() for path in (ROOT / "src" / "rechtop").rglob("*.py"))
    asked = set(re.findall(r'environment\.(?:yes|text|whole|words)\(\s*"([A-Z_]+)"', code))
    explained = set(re.findall(r"`((?:RECHTOP_|DATABASE_)[A-Z_]+)`", (ROOT / "docs" / "administration.md").read_text()))
    assert "RECHTOP_SECRET_KEY" in asked
    assert asked == explained
