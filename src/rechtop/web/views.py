"""The few pages of the look itself: choosing language, theme and keys, covering the screen, the living style page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rechtop.web import stand_in
from rechtop.web.autosave import keeping_of
from rechtop.web.context import KEYS_COOKIE, THEME_COOKIE, THEMES
from rechtop.web.show import show

_A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class _Door:
    """What rechtop.trust reads off a view: this one is open to all, and why. The look stands below trust, so it says it itself."""

    public: str
    act: str = ""
    opens: None = None
    kind: str = "look"


def for_everybody(why: str) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """A page of the look: no login, nothing of anybody on it."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        public = login_not_required(view)
        public.door = _Door(public=why)  # type: ignore[attr-defined]  # read by trust's middleware and system check
        return public

    return decorate


@for_everybody("the login page is read in a language too")
@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Read on in another language, on the same page."""
    response = HttpResponseRedirect(_back(request))
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES) and check_for_language(language):
        _remember(response, settings.LANGUAGE_COOKIE_NAME, language)
        if request.user.is_authenticated and hasattr(request.user, "language"):
            request.user.language = language
            request.user.save(update_fields=["language"])
    return response


@for_everybody("the login page is read in light or dark too")
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponseBase:
    """Light, dark, or as the device says."""
    response = HttpResponseRedirect(_back(request))
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        _remember(response, THEME_COOKIE, theme)
    return response


@for_everybody("a list of keys, nothing of anybody")
@require_http_methods(["GET", "HEAD", "POST"])
def keys(request: HttpRequest) -> HttpResponseBase:
    """The list of keys, and a way to switch the single ones off."""
    if request.method == "POST":
        response = HttpResponseRedirect(_back(request))
        _remember(response, KEYS_COOKIE, "off" if request.POST.get("keys") == "off" else "on")
        return response
    return show(request, "web/keys.html")


@for_everybody("an empty screen")
@require_POST
def cover(request: HttpRequest) -> HttpResponse:
    """An empty screen for a browser without script; with script the screen is covered where it stands."""
    return show(request, "web/cover.html", back=_back(request))


@for_everybody("says only who is still logged in here, to the page of that very person")
@require_safe
def stay(request: HttpRequest) -> HttpResponse:
    """Somebody is still there: the request itself moves the end of the session (scripts/stay.js)."""
    return HttpResponse(status=204, headers={"X-Autosave-Who": keeping_of(request.user).get("who", "")})


@for_everybody("invented people, and only in demo or debug")
@require_http_methods(["GET", "HEAD"])
def style(request: HttpRequest) -> HttpResponse:
    """Every component in every state. Only where the people are invented (urls.py)."""
    return show(request, "web/style.html", **stand_in.everything())


def _back(request: HttpRequest) -> str:
    """The page the reader came from, if it is one of ours."""
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if ours else "/"


def _remember(response: HttpResponseBase, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=_A_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE, httponly=True)
