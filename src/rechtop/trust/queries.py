"""Reading of trust: who looked at a dossier, whether the log is whole, who works here."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import QuerySet
from django.utils import timezone

from rechtop.trust import log, policy
from rechtop.trust.models import LogLine, Organisation, PasswordLink, Role, Worker


@dataclass(frozen=True)
class ChainReport:
    """What a walk along the log found. `broken_at`: the number of the first line that does not fit, None if all do."""

    length: int
    head: str
    broken_at: int | None = None
    why: str = ""

    @property
    def whole(self) -> bool:
        """Whether every line fits the one before it."""
        return self.broken_at is None


def lines_about(record: Any) -> QuerySet[LogLine]:
    """Everything that was done with or looked at in a dossier, newest first."""
    return LogLine.objects.filter(about=log.about_of(record)).select_related("who").order_by("-number")


def log_head() -> tuple[int, str]:
    """The number and hash of the last line: note it elsewhere, and no earlier line can be changed unseen."""
    return LogLine.objects.order_by("-number").values_list("number", "hash").first() or (0, log.FIRST)


def verify_chain(known: dict[int, str] | None = None) -> ChainReport:
    """Walk the whole log. `known`: number → hash as noted elsewhere, which shows a log that was rewritten as a whole."""
    previous, expected, head = log.FIRST, 1, log.FIRST
    for line in LogLine.objects.order_by("number").iterator(chunk_size=2000):
        if line.number != expected:
            return ChainReport(expected - 1, head, expected, f"line {expected} is missing")
        if line.previous != previous:
            return ChainReport(expected - 1, head, expected, f"line {expected} does not follow the line before it")
        if line.hash != log.hash_of(line):
            return ChainReport(expected - 1, head, expected, f"line {expected} was changed")
        if known and known.get(line.number, line.hash) != line.hash:
            return ChainReport(expected - 1, head, expected, f"line {expected} is not the one that was noted elsewhere")
        previous, head, expected = line.hash, line.hash, expected + 1
    missing = min((number for number in known or {} if number >= expected), default=None)
    if missing is not None:
        return ChainReport(expected - 1, head, expected, f"the log ends before line {missing}, which was noted elsewhere")
    return ChainReport(expected - 1, head)


def workers_of(organisation: Organisation) -> QuerySet[Worker]:
    """Everybody of an organisation, by name."""
    return Worker.objects.filter(organisation=organisation).select_related("team").order_by("name", "pk")


def second_eyes_for(worker: Worker, *, asked_by: Worker) -> QuerySet[Worker]:
    """Who can say that a link for this worker is right: a head of service or another administrator, who can log in herself."""
    return (
        workers_of(worker.organisation)
        .filter(role__in=(Role.HEAD_OF_SERVICE, Role.ADMINISTRATOR), is_active=True)
        .exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        .exclude(pk__in=(worker.pk, asked_by.pk))
    )


def link_of(worker: Worker) -> PasswordLink | None:
    """The last link that was made for a worker, as long as it lasts."""
    newest = PasswordLink.objects.filter(worker=worker).select_related("asked_by").order_by("-pk").first()
    return newest if newest is not None and newest.asked_at > _a_link_ago() else None


def links_waiting_for(worker: Worker) -> list[PasswordLink]:
    """Links of this OCMW of which this worker may say that they are right."""
    if not policy.may(worker, "trust.second_pair_of_eyes"):
        return []
    waiting = PasswordLink.objects.filter(
        worker__organisation=worker.organisation, needs_second=True, agreed=None, ended=False, asked_at__gt=_a_link_ago()
    )
    return list(waiting.exclude(worker=worker).exclude(asked_by=worker).select_related("worker", "asked_by").order_by("pk"))


def last_chosen(worker: Worker) -> PasswordLink | None:
    """The last link with which a password of this worker was chosen."""
    used = PasswordLink.objects.filter(worker=worker, chosen_at__isnull=False)
    return used.select_related("asked_by", "answered_by").order_by("-pk").first()


def _a_link_ago() -> Any:
    return timezone.now() - timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
