"""Who may do what. The only module that decides it; every list, page, action and export asks here.

Two questions are asked, always in this order. Does this dossier exist for this worker (`sees`; if not: 404)?
May she do this act (`may`; if not: 403)? `visible_to` is the first question for lists; a test holds both equal.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol, TypeVar, runtime_checkable

from django.db.models import Model, Q, QuerySet

from rechtop.trust.models import Role, Worker


@runtime_checkable
class Record(Protocol):
    """What the policy must know of a dossier. Opening and closing is the casework room's; this is all we read of it."""

    @property
    def pk(self) -> Any: ...
    @property
    def organisation_id(self) -> int: ...
    @property
    def team_id(self) -> int | None: ...
    @property
    def owner_id(self) -> int | None: ...
    @property
    def closed_on(self) -> date | None: ...


M = TypeVar("M", bound=Model)
Predicate = Callable[[Worker, Record | None], bool]


class UnknownAct(Exception):
    """An act that the table `WHO_MAY` does not have."""


# -- does it exist for this worker? ------------------------------------------------------------------------------------


def sees(worker: Worker, record: Record) -> bool:
    """Whether this dossier exists for this worker. Another organisation's never does."""
    if not worker.is_active or record.organisation_id != worker.organisation_id:
        return False
    if worker.role in (Role.HEAD_OF_SERVICE, Role.RECEPTION):
        return True
    if worker.role == Role.SOCIAL_WORKER:
        own = record.owner_id == worker.pk
        of_the_team = worker.team_id is not None and record.team_id == worker.team_id and record.closed_on is None
        return own or of_the_team
    return False


def _seen_by(worker: Worker, through: str) -> Q:
    """`sees`, written for the database."""
    nothing = Q(pk__in=[])
    if not worker.is_active:
        return nothing
    here = Q(**{f"{through}organisation": worker.organisation_id})
    if worker.role in (Role.HEAD_OF_SERVICE, Role.RECEPTION):
        return here
    if worker.role == Role.SOCIAL_WORKER:
        own = Q(**{f"{through}owner": worker.pk})
        if worker.team_id is None:
            return here & own
        return here & (own | Q(**{f"{through}team": worker.team_id, f"{through}closed_on__isnull": True}))
    return nothing


def visible_to(queryset: QuerySet[M], worker: Worker, *, through: str = "") -> QuerySet[M]:
    """What of this list exists for this worker. `through`: the look-up path to the dossier, such as `dossier__`."""
    if not through:
        return queryset.filter(_seen_by(worker, ""))
    # A subquery, so that a path over many dossiers neither repeats rows nor takes the caller's ordering away.
    ids = queryset.model._base_manager.filter(_seen_by(worker, through)).values("pk")
    return queryset.filter(pk__in=ids)


class VisibleTo(QuerySet[M]):
    """A list that knows its way to the dossier: `Appointment.objects.visible_to(worker)`."""

    through = ""

    def visible_to(self, worker: Worker) -> QuerySet[M]:
        """What of this list exists for this worker."""
        return visible_to(self, worker, through=self.through)


# -- may she do this? --------------------------------------------------------------------------------------------------


def has_role(*roles: Role) -> Predicate:
    """Whatever the dossier: only the role counts."""

    def predicate(worker: Worker, record: Record | None) -> bool:
        return worker.role in roles and (record is None or sees(worker, record))

    return predicate


def content(worker: Worker, record: Record | None) -> bool:
    """What a person confided: social workers who see the dossier, and their head. Never without a dossier."""
    return record is not None and worker.role in (Role.SOCIAL_WORKER, Role.HEAD_OF_SERVICE) and sees(worker, record)


def steers(worker: Worker, record: Record | None) -> bool:
    """The owner of the dossier, or the head of service."""
    if record is None or not content(worker, record):
        return False
    return worker.role == Role.HEAD_OF_SERVICE or record.owner_id == worker.pk


def still_open(predicate: Predicate) -> Predicate:
    """As long as the dossier is not closed."""

    def also_open(worker: Worker, record: Record | None) -> bool:
        return predicate(worker, record) and (record is None or record.closed_on is None)

    return also_open


def closed(predicate: Predicate) -> Predicate:
    """Once the dossier is closed."""

    def also_closed(worker: Worker, record: Record | None) -> bool:
        return predicate(worker, record) and record is not None and record.closed_on is not None

    return also_closed


def on_a_dossier(predicate: Predicate) -> Predicate:
    """Never without a dossier."""

    def only_on_one(worker: Worker, record: Record | None) -> bool:
        return record is not None and predicate(worker, record)

    return only_on_one


everyone = has_role(*Role)
names = has_role(Role.RECEPTION, Role.SOCIAL_WORKER, Role.HEAD_OF_SERVICE)
caseworkers = has_role(Role.SOCIAL_WORKER, Role.HEAD_OF_SERVICE)
administrators = has_role(Role.ADMINISTRATOR)
overseers = has_role(Role.HEAD_OF_SERVICE, Role.ADMINISTRATOR)

WHO_MAY: dict[str, Predicate] = {
    # the dossier
    "casework.day": names,
    "casework.find": names,
    "casework.start": names,
    "casework.names": on_a_dossier(names),
    "casework.read": content,
    "casework.print": content,
    "casework.export": content,
    "casework.looked": content,
    "casework.write": still_open(content),
    "casework.hand_over": still_open(steers),
    "casework.close": still_open(steers),
    "casework.reopen": closed(steers),
    "appointments.plan": still_open(on_a_dossier(names)),
    # persons and what they told
    "people.add": still_open(names),
    "people.name": still_open(on_a_dossier(names)),
    "people.tell": still_open(content),
    # what the law makes of it
    "rights.read": content,
    # the house itself
    "trust.own": everyone,
    "guide.read": everyone,
    "trust.workers": administrators,
    "trust.second_pair_of_eyes": overseers,
}


def predicate_of(act: str) -> Predicate:
    """The predicate of an act; an act that nobody wrote down is an error, never a yes."""
    try:
        return WHO_MAY[act]
    except KeyError:
        raise UnknownAct(f"The act {act!r} is not in rechtop.trust.policy.WHO_MAY. Add it there, with who may.") from None


def record_of(thing: Any) -> Record | None:
    """The dossier by which a thing is judged: its `.dossier`, or itself if it is one."""
    record = getattr(thing, "dossier", thing)
    return record if isinstance(record, Record) else None


def may(worker: Worker, act: str, thing: Any = None) -> bool:
    """Whether this worker may do this act, on this thing if there is one."""
    predicate = predicate_of(act)
    return worker.is_active and predicate(worker, record_of(thing))
