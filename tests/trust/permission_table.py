"""THE table of who may open what: one row for each URL. A URL without a row fails test_permission_table.

To add a page: one row, with what the door promises (`content`, `names`, …) and, if its URL names something, `kwargs`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from tests.trust.builders import Cast

from rechtop.casework.models import Appointment

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

overseers = _always(_each("hilde ada", forbidden="amira bart dirk rik chloe"))

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


teller_of_the_dossier = Expected(
    _each("amira bart hilde rik", forbidden="ada", absent="dirk chloe"),
    _each("amira hilde rik", forbidden="ada", absent="bart dirk chloe"),
)


def dossier(case: Case) -> dict[str, Any]:
    """Amira's dossier."""
    return {"dossier_id": case.dossier.pk}


def appointment(case: Case) -> dict[str, Any]:
    """Somebody comes to Amira's dossier."""
    made = Appointment.objects.create(
        dossier=case.dossier, worker=case.cast.amira, day=date(2026, 12, 1), at=time(9, 0), planned_by=case.cast.amira
    )
    return {"appointment_id": made.pk}


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
    "trust:links": Row(overseers),
    "trust:answer_link": Row(overseers, good=405, kwargs=lambda case: {"link_id": 1}),
    "trust:add_team": Row(administrator),
    "trust:organisation": Row(administrator),
    "trust:choose_password": Row(everybody, kwargs=lambda case: {"uidb64": "MQ", "token": "not-a-token"}),
    # casework
    "casework:day": Row(anyone_but_administrator),
    "casework:find": Row(anyone_but_administrator),
    "casework:add": Row(anyone_but_administrator),
    "casework:start": Row(teller_of_the_dossier, good=302, kwargs=lambda case: {"person_id": case.dossier.teller_id}, method="post"),
    "casework:dossier": Row(content, kwargs=dossier),
    "casework:card": Row(names, kwargs=dossier),
    "casework:close": Row(steering_while_open, good=405, kwargs=dossier),
    "casework:reopen": Row(steering_once_closed, good=405, kwargs=dossier),
    "casework:hand_over": Row(steering_while_open, good=405, kwargs=dossier),
    "casework:plan": Row(names_while_open, good=405, kwargs=dossier),
    "casework:cancel": Row(names_while_open, good=405, kwargs=appointment),
    "casework:talk": Row(content_while_open, kwargs=dossier),
    "casework:begin": Row(content_while_open, good=405, kwargs=dossier),
    "casework:end_talk": Row(content_while_open, good=405, kwargs=dossier),
    "casework:answer": Row(content_while_open, good=405, kwargs=dossier),
    "casework:look_up": Row(content_while_open, good=405, kwargs=dossier),
    "casework:story": Row(content_while_open, good=405, kwargs=dossier),
    "casework:story_choice": Row(content_while_open, good=404, kwargs=lambda case: dossier(case) | {"version_id": 1}),
    "casework:add_member": Row(content_while_open, good=405, kwargs=dossier),
    "casework:member": Row(content_while_open, kwargs=lambda case: dossier(case) | {"person_id": case.dossier.teller_id}),
    "casework:all_facts": Row(content_while_open, kwargs=dossier),
    "casework:fact": Row(content_while_open, good=404, kwargs=dossier),  # without a fact; tests/casework/test_facts.py has the others
    "casework:take_back": Row(content_while_open, good=405, kwargs=dossier),
    "casework:settle": Row(content_while_open, good=405, kwargs=dossier),
    "guide:catalogue": Row(every_worker),
    "guide:covered": Row(every_worker),
    "guide:card": Row(every_worker, kwargs=lambda case: {"right_id": "leefloon"}),
    "ahead:what_if": Row(content, kwargs=dossier),
    "ahead:year": Row(content, kwargs=dossier),
    "ahead:work": Row(content, kwargs=dossier),
    "casework:right": Row(content, kwargs=lambda case: dossier(case) | {"right_id": "leefloon", "subject": str(case.dossier.teller_id)}),
    "casework:sheet": Row(content, kwargs=dossier),
    "casework:sheet_choose": Row(content_while_open, good=405, kwargs=dossier),
    "casework:sheet_paper": Row(content, kwargs=dossier),
    "casework:sheet_pdf": Row(content, kwargs=dossier),
}
