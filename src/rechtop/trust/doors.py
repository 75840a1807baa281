"""`@needs`: the door of a view. A view without one is closed (middleware) and is named by `manage.py check`.

A page for everybody says so with Django's own `login_not_required`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, Generic, Literal, ParamSpec, TypeVar, overload
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from rechtop.trust import log, policy, purpose
from rechtop.trust.models import LogLine, Worker

T = TypeVar("T", bound=Model)
P = ParamSpec("P")
Kind = Literal["look", "print", "export"]


def is_open_to_all(view: Callable[..., Any]) -> bool:
    """Whether a view says of itself that it needs no login (`django.contrib.auth.decorators.login_not_required`)."""
    return getattr(view, "login_required", True) is False


class WorkerRequest(HttpRequest):
    """A request behind a door: somebody is logged in. `purpose`: why she opened this dossier, an id of `purpose.Purpose`."""

    worker: Worker
    htmx: HtmxDetails
    purpose: str


@dataclass(frozen=True)
class Opens(Generic[T]):
    """How a view finds what its URL names, among what this worker may see."""

    among: Callable[[Worker], QuerySet[T]]
    kwarg: str = "dossier_id"

    def find(self, worker: Worker, kwargs: dict[str, Any]) -> T:
        """The thing itself; 404 for what does not exist and for what does not exist for her."""
        return get_object_or_404(self.among(worker), pk=kwargs[self.kwarg])


@dataclass(frozen=True)
class Door:
    """What a view asks of who enters."""

    act: str
    opens: Opens[Any] | None = None
    kind: Kind = "look"


View = Callable[..., HttpResponseBase]


@overload
def needs(act: str) -> Callable[[Callable[Concatenate[WorkerRequest, P], HttpResponseBase]], View]: ...
@overload
def needs(
    act: str, *, opens: Opens[T], kind: Kind = "look"
) -> Callable[[Callable[Concatenate[WorkerRequest, T, P], HttpResponseBase]], View]: ...
def needs(act: str, *, opens: Opens[Any] | None = None, kind: Kind = "look") -> Callable[[View], View]:
    """Let in who may do this act. With `opens`: find the thing (404), check the right (403), ask why, record, call."""
    policy.predicate_of(act)

    def decorate(view: View) -> View:
        @wraps(view)
        def behind_the_door(request: WorkerRequest, **kwargs: Any) -> HttpResponseBase:
            if opens is None:
                if not policy.may(request.worker, act):
                    raise PermissionDenied
                return view(request, **kwargs)
            thing = opens.find(request.worker, kwargs)
            if not policy.may(request.worker, act, thing):
                raise PermissionDenied
            record = policy.record_of(thing)
            if record is None:
                raise TypeError(f"{view.__qualname__} opens a {type(thing).__name__}, which is no dossier and has none.")
            request.purpose = purpose.stated(request, record)
            if not request.purpose:
                return _ask_why(request)
            kwargs.pop(opens.kwarg)
            token = log.current_purpose.set(request.purpose)
            try:
                _record(request, record, act, kind)
                return view(request, thing, **kwargs)
            finally:
                log.current_purpose.reset(token)

        behind_the_door.door = Door(act=act, opens=opens, kind=kind)  # type: ignore[attr-defined]  # as above
        return behind_the_door

    return decorate


def _record(request: WorkerRequest, record: policy.Record, act: str, kind: Kind) -> None:
    about = log.about_of(record)
    if kind == "look":
        log.looked(act, who=request.worker, about=about, purpose=request.purpose)
    else:
        log.append(LogLine.Kind(kind), act, who=request.worker, about=about, purpose=request.purpose)


def _ask_why(request: WorkerRequest) -> HttpResponseBase:
    """To the page that asks the purpose, and from there back to where she was going."""
    going_to = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    ask = f"{reverse('trust:purpose')}?{urlencode({'next': going_to})}"
    if request.htmx:
        return HttpResponseClientRedirect(ask)
    return HttpResponse(status=302, headers={"Location": ask})
