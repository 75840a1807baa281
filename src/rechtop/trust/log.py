"""The log: who did or looked at what, when and why. Lines are appended and chained; nothing here changes one.

A line never holds personal content. It speaks of a dossier by its opaque id, of acts by their name in the policy, and
its detail takes ids and numbers alone. Each line carries the hash of the line before it, so that a line that was
changed, removed or slipped in breaks the chain (`queries.verify_chain`). The database itself refuses UPDATE and DELETE
(migration 0002).
"""

import hashlib
import json
import re
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from rechtop.trust.models import LogLine, Organisation, Worker

FIRST = "0" * 64  # what the first line has for a previous hash
ONE_LOOK = timedelta(minutes=5)  # looks by one worker at one dossier through one act within this time are one line
LOCK = 5_246_801  # the number of the advisory lock that appends take on PostgreSQL; it means nothing but "the log"

Detail = str | int | bool | None
_OPAQUE = re.compile(r"[A-Za-z0-9_.:-]{0,80}")

current_purpose: ContextVar[str] = ContextVar("current_purpose", default="")


def append(
    kind: str,
    act: str,
    *,
    who: Worker | None,
    about: str = "",
    purpose: str = "",
    organisation: Organisation | None = None,
    detail: Mapping[str, Detail] | None = None,
) -> LogLine:
    """Add one line at the end of the log. Two that come at once wait for each other."""
    said = dict(detail or {})
    refuse_personal_content(said)
    with transaction.atomic():
        _wait_for_my_turn()
        last = LogLine.objects.order_by("-number").values_list("number", "hash").first() or (0, FIRST)
        line = LogLine(
            number=last[0] + 1,
            when=timezone.now(),
            who=who,
            organisation_id=organisation.pk if organisation else who.organisation_id if who else None,
            kind=kind,
            act=act,
            about=about,
            purpose=purpose or current_purpose.get(),
            detail=said,
            previous=last[1],
        )
        line.hash = hash_of(line)
        line.save(force_insert=True)
    return line


def looked(act: str, *, who: Worker, about: str, purpose: str = "") -> None:
    """A worker opened a dossier. Opening it again through the same act within five minutes is the same look."""
    since = timezone.now() - ONE_LOOK
    same = LogLine.objects.filter(kind=LogLine.Kind.LOOK, act=act, who=who, about=about, purpose=purpose, when__gte=since)
    if not same.exists():
        append(LogLine.Kind.LOOK, act, who=who, about=about, purpose=purpose)


def searched(request: Any, *, act: str, found: int) -> None:
    """A worker searched. How many were found is kept; the words she searched for are not."""
    append(LogLine.Kind.SEARCH, act, who=request.worker, detail={"found": found})


def about_of(record: Any) -> str:
    """How a line names a record: its kind and its opaque id."""
    return f"{record._meta.model_name}:{record.pk}"


def refuse_personal_content(detail: Mapping[str, Detail]) -> None:
    """Only ids and numbers go into a line; a sentence or a name with a blank in it is a mistake of the caller."""
    for key, value in detail.items():
        if isinstance(value, str) and not _OPAQUE.fullmatch(value):
            raise ValueError(f"The log takes ids and numbers, no text: {key} holds something else.")
        if not isinstance(value, str | int | bool | None):
            raise ValueError(f"The log takes ids and numbers: {key} holds a {type(value).__name__}.")


def hash_of(line: LogLine) -> str:
    """The hash of everything a line says and of the line before it."""
    said = [
        line.number,
        _moment(line.when),
        line.who_id,
        line.organisation_id,
        str(line.kind),
        line.act,
        line.about,
        line.purpose,
        line.detail,
        line.previous,
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def _wait_for_my_turn() -> None:
    """Let one transaction at a time append, until it ends.

    PostgreSQL: an advisory lock, because the row to lock does not exist yet. SQLite: our transactions take the write
    lock when they begin (`transaction_mode` IMMEDIATE in the settings).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
