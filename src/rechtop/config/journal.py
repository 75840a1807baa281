"""The technical journal: one JSON line per request or event, without personal data by construction.

A line holds the name of the view and the method, not the address: an address can carry what somebody typed. A worker
is her number. Of an error stay its kind and the places in the code it went through, not its message, which may repeat
what a person said. A message of a library stays only as the template it was written in, without what was filled in;
one that comes without its template is left out.
"""

import json
import logging
import time
import traceback
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponseBase

journal = logging.getLogger("rechtop.journal")


class JsonLines(logging.Formatter):
    """A record as one line of JSON, with only what is known to be free of personal data."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
        }
        if isinstance(record.msg, str) and (record.args or record.name.startswith("rechtop.")):
            line["says"] = record.msg
        line |= getattr(record, "ours", {})
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            line["error"] = kind.__name__
            line["went_through"] = [f"{step.filename}:{step.lineno} {step.name}" for step in traceback.extract_tb(trace)][-12:]
        return json.dumps(line, ensure_ascii=True)


class EveryRequestInTheJournal:
    """One line for each request: which view, how it ended, how long it took, and a number to find it by."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        number, began = uuid.uuid4().hex[:12], time.monotonic()
        request.journal_number = number  # type: ignore[attr-defined]  # read below when a view fails
        response = self.get_response(request)
        match = request.resolver_match
        view = match.view_name if match else ""
        if view or response.status_code >= 500:  # not each style sheet
            journal.info(
                "request",
                extra=_ours(
                    request=number,
                    view=view,
                    method=request.method,
                    status=response.status_code,
                    milliseconds=round(1000 * (time.monotonic() - began)),
                    worker=getattr(getattr(request, "worker", None), "pk", None),  # put there by the door; asks no database
                ),
            )
        response.headers["X-Request-Number"] = number
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> None:
        """A view failed: where, and with what kind of error."""
        journal.error(
            "a view failed",
            exc_info=(type(error), error, error.__traceback__),
            extra=_ours(request=getattr(request, "journal_number", ""), view=getattr(request.resolver_match, "view_name", "")),
        )


def _ours(**said: str | int | None) -> dict[str, dict[str, str | int | None]]:
    """What we say ourselves, apart from what libraries hang on a record (Django hangs the whole request on it)."""
    return {"ours": said}
