"""Reading: a worker's day, dossiers of persons, the open talk, and how a household stands today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from rechtop.casework.models import Appointment, Conversation, Dossier, SheetChoice
from rechtop.people.finding import FoundPerson
from rechtop.people.models import LIVES_HERE, FactEntry, Occupancy, Person, PersonQuerySet
from rechtop.people.queries import find_persons, possible_doubles
from rechtop.trust.models import Role, Worker
from rechtop.trust.queries import workers_of


def appointments_on(worker: Worker, day: date) -> QuerySet[Appointment]:
    """Who comes that day: to the worker herself, and for reception to everybody of the OCMW."""
    found = Appointment.objects.visible_to(worker).filter(day=day, cancelled_on=None)
    if worker.role != Role.RECEPTION:
        found = found.filter(worker=worker)
    return found.select_related("dossier__teller", "worker")


def unfinished_talks(worker: Worker, limit: int = 10) -> list[Conversation]:
    """Talks of this worker that never ended, the last one first."""
    talks = Conversation.objects.visible_to(worker).filter(worker=worker, ended_at=None, dossier__closed_on=None)
    return list(talks.select_related("dossier__teller")[:limit])


def own_dossiers(worker: Worker) -> QuerySet[Dossier]:
    """The open dossiers of which this worker is the fixed face, the newest first."""
    return Dossier.objects.visible_to(worker).filter(owner=worker, closed_on=None).select_related("teller").order_by("-opened_on", "pk")


def waiting_dossiers(worker: Worker) -> QuerySet[Dossier]:
    """Open dossiers of the worker's team that have no fixed face yet."""
    return Dossier.objects.visible_to(worker).filter(owner=None, closed_on=None).select_related("teller").order_by("opened_on", "pk")


def open_talk(dossier: Dossier, worker: Worker) -> Conversation | None:
    """The talk of this worker in this dossier that never ended."""
    return dossier.conversations.filter(worker=worker, ended_at=None).first()


def talks_of(dossier: Dossier) -> QuerySet[Conversation]:
    """All talks of a dossier, the last one first."""
    return dossier.conversations.select_related("worker").order_by("-started_at")


def upcoming(dossier: Dossier) -> QuerySet[Appointment]:
    """Appointments from today on."""
    return dossier.appointments.filter(day__gte=timezone.localdate(), cancelled_on=None).select_related("worker")


def planners(worker: Worker) -> QuerySet[Worker]:
    """With whom an appointment can be made."""
    return workers_of(worker.organisation).filter(is_active=True, role__in=[Role.SOCIAL_WORKER, Role.HEAD_OF_SERVICE])


def left_off_sheet(dossier: Dossier) -> set[tuple[str, str]]:
    """(right, subject) of what the person does not want on paper."""
    return {one for one, wanted in sheet_choices(dossier).items() if not wanted}


def sheet_choices(dossier: Dossier) -> dict[tuple[str, str], bool]:
    """What the person decided for the sheet: (right, subject) → wanted on it or not."""
    chosen = SheetChoice.objects.filter(dossier=dossier).values_list("right", "subject", "wanted")
    return {(right, subject): wanted for right, subject, wanted in chosen}


# -- persons -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Found:
    """A person who may be meant, why, and the dossiers of hers that the worker sees."""

    person: Person
    reasons: tuple[str, ...]
    dossiers: tuple[Dossier, ...]


def persons_seen_by(worker: Worker) -> PersonQuerySet:
    """Persons in the picture of a dossier that the worker sees, and persons of whom there is no dossier at all."""
    picture = FactEntry.objects.filter(fact=LIVES_HERE, person=OuterRef("pk"))
    seen = picture.filter(household__dossiers__in=Dossier.objects.visible_to(worker))
    in_a_dossier = picture.filter(household__dossiers__isnull=False)
    return Person.objects.filter(Q(Exists(seen)) | ~Exists(in_a_dossier))


def find(worker: Worker, text: str) -> list[Found]:
    """Persons whom the words can mean, among those the worker may know of."""
    return _with_dossiers(worker, find_persons(worker, text, among=persons_seen_by(worker), limit=20))


@dataclass(frozen=True)
class Doubles:
    """Who a new person may already be. elsewhere: there is one more, in a dossier this worker does not see."""

    seen: list[Found]
    elsewhere: bool


def doubles_of(worker: Worker, *, name: str, born: date | None) -> Doubles:
    """Persons of the OCMW who can be the same one."""
    found = possible_doubles(worker, given_name=name, birth_date=born)
    seen = set(persons_seen_by(worker).filter(pk__in=[one.person.pk for one in found]).values_list("pk", flat=True))
    return Doubles(_with_dossiers(worker, [one for one in found if one.person.pk in seen]), any(one.person.pk not in seen for one in found))


def _with_dossiers(worker: Worker, found: Iterable[FoundPerson]) -> list[Found]:
    found = list(found)
    by_person = dossiers_by_person(worker, [one.person.pk for one in found])
    return [Found(one.person, one.reasons, tuple(by_person.get(one.person.pk, ()))) for one in found]


def dossiers_by_person(worker: Worker, persons: Iterable[UUID]) -> dict[UUID, list[Dossier]]:
    """For each person the visible dossiers in whose picture she stands, open ones first."""
    told = FactEntry.objects.filter(fact=LIVES_HERE, person__in=list(persons)).values_list("household", "person").distinct()
    households: dict[UUID, list[UUID]] = {}
    for household, person in told:
        if household is not None and person is not None:
            households.setdefault(household, []).append(person)
    by_person: dict[UUID, list[Dossier]] = {}
    dossiers = Dossier.objects.visible_to(worker).filter(household__in=households).select_related("teller", "owner")
    for dossier in sorted(dossiers, key=lambda one: (one.closed_on is not None, one.opened_on)):
        for person in households[dossier.household_id]:
            by_person.setdefault(person, []).append(dossier)
    return by_person


# -- contradictions --------------------------------------------------------------------------------------------------------


def with_two_sources(dossiers: Sequence[Dossier]) -> list[Dossier]:
    """Those dossiers in which some fact was told by two kinds of source: the only ones that can hold a contradiction. Three queries."""
    households = {dossier.household_id for dossier in dossiers}
    persons: dict[UUID | None, set[UUID | None]] = {}
    for person, household in FactEntry.objects.filter(fact=LIVES_HERE, household__in=households).values_list("person", "household"):
        persons.setdefault(person, set()).add(household)
    homes: dict[UUID | None, set[UUID | None]] = {}
    for dwelling, household in Occupancy.objects.filter(household__in=households).values_list("dwelling", "household"):
        homes.setdefault(dwelling, set()).add(household)
    about = Q(person__in=[one for one in persons if one]) | Q(household__in=households) | Q(dwelling__in=[one for one in homes if one])
    columns = ("fact", "person", "to_person", "household", "dwelling", "event", "year")
    told = FactEntry.objects.filter(about, knowing=FactEntry.Knowing.KNOWN).order_by().values(*columns)
    doubtful: set[UUID | None] = set()
    for row in told.annotate(sources=Count("source", distinct=True)).filter(sources__gt=1):
        doubtful |= {row["household"]} | persons.get(row["person"], set()) | homes.get(row["dwelling"], set())
    return [dossier for dossier in dossiers if dossier.household_id in doubtful]
