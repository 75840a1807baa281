"""The server's half of scripts/autosave.js: a text that saves itself, where a late request never undoes a newer one.

Every save says which open page it comes from, its number within that page, and the version that page started from.
The room keeps those three beside the text (`Stamp`) and asks `judge` what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rechtop.web.wording import clock

Verdict = Literal["save", "late", "conflict"]
_LONGEST_PAGE_ID = 64
_GREATEST = 2**31 - 1  # what a database keeps in a whole number


class BadAutosave(ValueError):
    """The request does not say where it comes from; answer 400."""


@dataclass(frozen=True)
class Stamp:
    """What is kept beside a text: its version, and the open page and number that wrote that version."""

    version: int
    page: str = ""
    sequence: int = 0


@dataclass(frozen=True)
class Sent:
    """What a save says of itself."""

    page: str
    sequence: int
    base: int


def keeping_of(user: AbstractBaseUser | AnonymousUser | None) -> dict[str, str]:
    """Whose kept text a browser may read (`who`), and the server's half of its key (`half`); docs/decisions, kept text.

    Only a page of somebody who is logged in carries them; without, what lies in the browser cannot be read.
    """
    if user is None or not user.is_authenticated:
        return {}
    return {
        "who": salted_hmac("rechtop.web.kept.who", str(user.pk), algorithm="sha256").hexdigest()[:24],
        "half": salted_hmac("rechtop.web.kept.half", str(user.pk), algorithm="sha256").hexdigest(),
    }


def is_autosave(request: HttpRequest) -> bool:
    """Whether the script sent this, rather than somebody who pressed the save button."""
    return request.headers.get("X-Autosave") == "1"


def has_stamp(request: HttpRequest) -> bool:
    """Whether a save says where it comes from; a save button pressed without script does not."""
    return "autosave_page" in request.POST


def read_sent(request: HttpRequest) -> Sent:
    """The three numbers of a save, checked. A page that somebody else left open may not save under this login: 403."""
    who = keeping_of(request.user).get("who", "")
    if is_autosave(request) and not constant_time_compare(request.headers.get("X-Autosave-Who", ""), who):
        raise PermissionDenied("This page was opened by somebody else.")
    page = request.POST.get("autosave_page", "")
    try:
        sequence, base = int(request.POST["autosave_sequence"]), int(request.POST["autosave_base"])
    except (KeyError, ValueError):
        raise BadAutosave("autosave_sequence and autosave_base must be whole numbers") from None
    if not page or len(page) > _LONGEST_PAGE_ID or not 1 <= sequence <= _GREATEST or not 0 <= base <= _GREATEST:
        raise BadAutosave("autosave_page, autosave_sequence or autosave_base is out of range")
    return Sent(page, sequence, base)


def judge(stored: Stamp, sent: Sent) -> Verdict:
    """Save it, leave it because the same page already sent something newer, or keep both because somebody else wrote."""
    if sent.page == stored.page:
        return "save" if sent.sequence > stored.sequence else "late"
    return "save" if sent.base == stored.version else "conflict"


def saved(*, version: int, at: datetime) -> JsonResponse:
    """It stands; `at` is when."""
    return JsonResponse({"state": "saved", "version": version, "at": _clock(at)})


def late(*, version: int, at: datetime) -> JsonResponse:
    """Something newer of the same page already stands."""
    return JsonResponse({"state": "late", "version": version, "at": _clock(at)})


def conflict(*, by: str, at: datetime, href: str) -> JsonResponse:
    """Somebody else saved meanwhile. Both versions are kept; `href` shows them side by side."""
    says = _("%(name)s bewaarde ook iets, om %(time)s Er is niets overschreven.") % {"name": by, "time": _clock(at)}
    return JsonResponse({"state": "conflict", "says": says, "href": href}, status=409)


def _clock(at: datetime) -> str:
    return clock(timezone.localtime(at), get_language() or "nl")
