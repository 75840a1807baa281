"""What the administrator says through environment variables, read once; docs/administration.md lists them all."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on", "ja"}
NO = {"", "0", "false", "no", "off", "nee"}


def text(name: str, default: str = "") -> str:
    """The value of a variable without blanks around it."""
    return os.environ.get(name, default).strip()


def yes(name: str, default: bool = False) -> bool:
    """A variable that says yes or no; anything else is refused, not guessed."""
    value = os.environ.get(name)
    if value is None:
        return default
    word = value.strip().lower()
    if word in YES:
        return True
    if word in NO:
        return False
    raise ImproperlyConfigured(f"{name}={value!r} is neither yes nor no. Write 1 or 0.")


def whole(name: str, default: int) -> int:
    """A variable that holds a whole number."""
    value = text(name)
    if not value:
        return default
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name}={value!r} is not a whole number.")
    return int(value)


def words(name: str) -> list[str]:
    """A variable that holds words with commas between them."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def database(url: str, data: Path) -> dict[str, Any]:
    """Django's description of the database behind a DATABASE_URL; without one, SQLite in the data folder."""
    if not url:
        return _sqlite(data / "rechtop.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(data / (unquote(parts.path)[1:] or "rechtop.sqlite3"))  # sqlite:////an/absolute/path or sqlite:///in-data
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"DATABASE_URL starts with {parts.scheme!r}. Rechtop knows postgresql://… and sqlite:///…")
    options: dict[str, str] = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            # A write takes its lock when its transaction starts, so that two writers wait instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
