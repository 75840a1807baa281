"""`@recorded`: an action that changes something checks the right again and leaves a line, or it does not happen."""

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from rechtop.trust import log, policy
from rechtop.trust.models import LogLine, Worker
from rechtop.trust.refusal import Refused

P = ParamSpec("P")
R = TypeVar("R")

_noted: ContextVar[dict[str, log.Detail] | None] = ContextVar("_noted", default=None)


def note(**detail: log.Detail) -> None:
    """Inside a recorded action: say more in its line. Ids and numbers alone, never what a person said."""
    noted = _noted.get()
    if noted is None:
        raise RuntimeError("note() only has a meaning inside an action that is @recorded.")
    log.refuse_personal_content(detail)
    noted.update(detail)


def recorded(act: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Guard an action: the right, the change and the history line, in one transaction.

    The action takes `by`, the worker, as a keyword. What is judged is the keyword `within` if the action has one (a
    dossier, for rooms that do not know dossiers), else its first argument.
    """
    policy.predicate_of(act)

    def decorate(action: Callable[P, R]) -> Callable[P, R]:
        signature = inspect.signature(action)
        by = signature.parameters.get("by")
        if by is None or by.kind is not inspect.Parameter.KEYWORD_ONLY:
            raise TypeError(f"{action.__qualname__} is recorded and so must take `by`, the worker, as a keyword.")

        @wraps(action)
        def with_history(*args: P.args, **kwargs: P.kwargs) -> R:
            given = signature.bind(*args, **kwargs).arguments
            worker, thing = given["by"], _judged(given)
            if not isinstance(worker, Worker) or not policy.may(worker, act, thing):
                raise Refused(_("Je mag dit niet doen."), to_do=_("Vraag het aan je hoofdmaatschappelijk werker."))
            detail: dict[str, log.Detail] = {}
            token = _noted.set(detail)
            try:
                with transaction.atomic():
                    _still_may(worker, act, thing)
                    result = action(*args, **kwargs)
                    log.append(LogLine.Kind.WRITE, act, who=worker, about=_about(thing, result), detail=detail)
            finally:
                _noted.reset(token)
            return result

        with_history.act = act  # type: ignore[attr-defined]  # read by the test that walks every actions.py
        return with_history

    return decorate


def _still_may(worker: Worker, act: str, thing: Any) -> None:
    """The dossier as it is now, held until the change is done: it may have been closed or handed over since it was read."""
    record: Any = policy.record_of(thing)
    if not isinstance(record, Model):
        return
    now = type(record)._base_manager.select_for_update().filter(pk=record.pk).first()
    if now is not None and not policy.may(worker, act, now):
        raise Refused(_("Dit dossier is intussen gesloten of aan iemand anders gegeven."), to_do=_("Laad de pagina opnieuw."))


def _judged(given: dict[str, Any]) -> Any:
    if "within" in given:
        return given["within"]
    first = next(iter(given), "by")
    return None if first == "by" else given[first]


def _about(thing: Any, result: Any) -> str:
    record = policy.record_of(thing)
    if record is not None:
        return log.about_of(record)
    for candidate in (policy.record_of(result), thing, result):
        if isinstance(candidate, Model):
            return log.about_of(candidate)
    return ""
