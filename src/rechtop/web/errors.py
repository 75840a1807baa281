"""When something does not work: say what happened, what is kept, and what can be done now."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from rechtop.web.show import show


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be read."""
    return show(request, "errors/400.html", status=400)


def no_access(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: never says whether the person exists."""
    return show(request, "errors/403.html", status=403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose safety token is gone (setting CSRF_FAILURE_VIEW)."""
    return show(request, "errors/403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, and nothing lost by looking."""
    return show(request, "errors/404.html", status=404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too many tries in a short time."""
    return show(request, "errors/429.html", status=429)


def our_fault(request: HttpRequest) -> HttpResponse:
    """500: without any context, since the database or the session may be what broke."""
    with translation.override(translation.get_language_from_request(request)):
        return HttpResponse(render_to_string("errors/500.html"), status=500)
