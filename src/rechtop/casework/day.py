"""My day: who comes, what was not finished, where two sources differ."""

from dataclasses import dataclass

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import get_language

from rechtop.casework import queries
from rechtop.casework.models import Dossier
from rechtop.people.queries import picture_of
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.models import Role
from rechtop.web.show import show

MOST_READ = 3
"""Dossiers of which the facts are read for this page, so that it stays as quick with a thousand."""


@dataclass(frozen=True)
class Waiting:
    """A contradiction that nobody settled yet."""

    dossier: Dossier
    fact: str


@needs("casework.day")
def day(request: WorkerRequest) -> HttpResponseBase:
    """Where the day begins; reception sees names and hours of everybody, a worker her own people."""
    worker, today = request.worker, timezone.localdate()
    reception = worker.role == Role.RECEPTION
    own = [] if reception else list(queries.own_dossiers(worker)[:12])
    return show(
        request,
        "casework/day.html",
        today=today,
        reception=reception,
        appointments=queries.appointments_on(worker, today),
        unfinished=[] if reception else queries.unfinished_talks(worker),
        waiting=list(queries.waiting_dossiers(worker)[:12]),
        own=own,
        differ=[] if reception else contradictions(queries.with_two_sources(own)[:MOST_READ]),
    )


def contradictions(dossiers: list[Dossier]) -> list[Waiting]:
    """Where two sources differ in these dossiers."""
    return [waiting for dossier in dossiers for waiting in _of_one(dossier)]


def _of_one(dossier: Dossier) -> list[Waiting]:
    picture = picture_of(dossier.household, timezone.localdate())
    differ = [found for found in picture.facts if found.contradiction is not None]
    return [Waiting(dossier, found.fact.label.in_language(get_language() or "nl")) for found in differ]
