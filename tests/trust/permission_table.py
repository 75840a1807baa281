"""THE table of who may open what: one row for each URL. A URL without a row fails test_permission_table.

To add a page: one row, with what the door promises (`content`, `names`, …) and, if its URL names something, `kwargs`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.trust.builders import Cast

WHO = ("anonymous", "amira", "bart", "dirk", "hilde", "rik", "ada", "chloe")
"""amira: social worker, owner of the dossier; bart: her teammate; dirk: another team; hilde: head of service;
rik: reception; ada: administrator; chloe: social worker of another OCMW."""

TO_LOGIN = 302


@dataclass(frozen=True)
class Case:
    """What the URL of a row is made from: the cast, and Amira's dossier, open or closed."""

    cast: Cast
    dossier: Any


@dataclass(frozen=True)
class Expected:
    """The answer for each of WHO, with an open dossier and with a closed one. `good` stands for the row's own yes."""

    when_open: Mapping[str, int]
    when_closed: Mapping[str, int]


@dataclass(frozen=True)
class Row:
    """One URL. `good`: what who may gets (200, 302 after a form that goes on, 405 for another method)."""

    expected: Expected
    good: int = 200
    kwargs: Callable[[Case], dict[str, Any]] = field(default=lambda case: {})
    method: str = "get"
    data: Mapping[str, str] = field(default_factory=dict)


YES = 0  # stands for the row's `good`


def _each(yes: str, forbidden: str = "", absent: str = "", anonymous: int = TO_LOGIN) -> dict[str, int]:
    found = {"anonymous": anonymous}
    found |= dict.fromkeys(yes.split(), YES) | dict.fromkeys(forbidden.split(), 403) | dict.fromkeys(absent.split(), 404)
    assert set(found) == set(WHO), set(WHO) ^ set(found)
    return found


def _always(expected: dict[str, int]) -> Expected:
    return Expected(expected, expected)


# what a page without a dossier promises
everybody = _always(_each("amira bart dirk hilde rik ada chloe", anonymous=YES))
every_worker = _always(_each("amira bart dirk hilde rik ada chloe"))
administrator = _always(_each("ada", forbidden="amira bart dirk hilde rik chloe"))
anyone_but_administrator = _always(_each("amira bart dirk hilde rik chloe", forbidden="ada"))  # each sees her own only
caseworkers = _always(_each("amira bart dirk hilde chloe", forbidden="ada rik"))

# what a page of a dossier promises
content = Expected(
    _each("amira bart hilde", forbidden="rik", absent="dirk ada chloe"),
    _each("amira hilde", forbidden="rik", absent="bart dirk ada chloe"),
)
content_while_open = Expected(
    _each("amira bart hilde", forbidden="rik", absent="dirk ada chloe"),
    _each("", forbidden="amira hilde rik", absent="bart dirk ada chloe"),
)
names = Expected(
    _each("amira bart hilde rik", absent="dirk ada chloe"),
    _each("amira hilde rik", absent="bart dirk ada chloe"),
)
names_while_open = Expected(
    _each("amira bart hilde rik", absent="dirk ada chloe"),
    _each("", forbidden="amira hilde rik", absent="bart dirk ada chloe"),
)
steering_while_open = Expected(
    _each("amira hilde", forbidden="bart rik", absent="dirk ada chloe"),
    _each("", forbidden="amira hilde rik", absent="bart dirk ada chloe"),
)
steering_once_closed = Expected(
    _each("", forbidden="amira bart hilde rik", absent="dirk ada chloe"),
    _each("amira hilde", forbidden="rik", absent="bart dirk ada chloe"),
)


def colleague(case: Case) -> dict[str, Any]:
    """Bart, as a worker whom the administrator looks after."""
    return {"worker_id": case.cast.bart.pk}


TABLE: dict[str, Row] = {
    # config
    "health": Row(everybody),
    # web
    "web:language": Row(everybody, good=405),
    "web:theme": Row(everybody, good=405),
    "web:keys": Row(everybody),
    "web:cover": Row(everybody, good=405),
    "web:stay": Row(everybody, good=204),
    # trust
    "account_login": Row(_always(_each("amira bart dirk hilde rik ada chloe", anonymous=200)), good=302),  # goes on when logged in
    "account_logout": Row(_always(_each("amira bart dirk hilde rik ada chloe"))),
    "account_change_password": Row(every_worker),
    "trust:start": Row(every_worker, good=302),
    "trust:own": Row(every_worker),
    "trust:purpose": Row(every_worker, good=404),  # without a dossier behind it; tests/trust/test_doors.py has the others
    "trust:workers": Row(administrator),
    "trust:add_worker": Row(administrator),
    "trust:worker": Row(administrator, kwargs=colleague),
    "trust:password_link": Row(administrator, good=302, kwargs=colleague),
    "trust:add_team": Row(administrator),
    "trust:choose_password": Row(everybody, kwargs=lambda case: {"uidb64": "MQ", "token": "not-a-token"}),
}
