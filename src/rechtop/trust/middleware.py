"""What holds for every request: a door on every view, a session that ends, nothing kept by the browser, her language."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME, SESSION_KEY, logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone, translation
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from rechtop.trust.doors import is_open_to_all
from rechtop.trust.models import Worker

GetResponse = Callable[[HttpRequest], HttpResponseBase]
TOUCHED, STARTED = "touched", "started"


class EveryViewHasADoor:
    """403 for a view that has neither `@needs` nor Django's `login_not_required`; `request.worker` for who is logged in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Called by Django before each view."""
        if not hasattr(view, "door") and not is_open_to_all(view):
            raise PermissionDenied("This view has no door.")
        if request.user.is_authenticated:
            request.worker = request.user  # type: ignore[attr-defined]  # doors.WorkerRequest


class LoginFirst(LoginRequiredMiddleware):
    """Django's own: no view without login unless it says so. A part that htmx asks for leads the whole page there."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> Any:
        """To the login page, and after it back to the page that was open."""
        htmx = HtmxDetails(request)
        if not htmx:
            return super().handle_no_permission(request, view_func)
        back = urlencode({REDIRECT_FIELD_NAME: htmx.current_url_abs_path or "/"})
        return HttpResponseClientRedirect(f"{resolve_url(settings.LOGIN_URL)}?{back}")


class SessionsEnd:
    """Log out after a time without work, and after a working day in any case. Both times are settings, in seconds."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            now = int(timezone.now().timestamp())
            started = request.session.setdefault(STARTED, now)
            if now - started > settings.SESSION_LONGEST:
                logout(request)
            elif now - request.session.get(TOUCHED, 0) > 60:
                request.session[TOUCHED] = now  # saves the session, which moves its end; once a minute is enough
        elif SESSION_KEY in request.session:  # of somebody who may no longer log in: it does not wake when she may again
            request.session.flush()
        return self.get_response(request)


class NothingStaysBehind:
    """Pages are not kept by the browser nor by anything between: the next person at this desk must not find them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class WorkersLanguage:
    """Speak the language that the worker chose, on whatever machine she logs in; a new choice is kept with her account."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        worker = request.user
        if not isinstance(worker, Worker):
            return self.get_response(request)
        if worker.language:
            translation.activate(worker.language)
            request.LANGUAGE_CODE = worker.language
        response = self.get_response(request)
        chosen = response.cookies.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen is not None and chosen.value in dict(settings.LANGUAGES):
            Worker.objects.filter(pk=worker.pk).update(language=chosen.value)
        return response
