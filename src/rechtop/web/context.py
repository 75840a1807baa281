"""What every page needs to draw itself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from rechtop.web.autosave import keeping_of
from rechtop.web.menu import doors_for

THEMES = ("system", "light", "dark")
THEME_COOKIE = "rechtop_theme"
KEYS_COOKIE = "rechtop_keys"


def look(request: HttpRequest) -> dict[str, Any]:
    """Theme, single keys on or off, the doors of the menu, and this reader's half of the key for kept text."""
    theme = request.COOKIES.get(THEME_COOKIE, "system")
    shown_if = getattr(settings, "SEARCH_SHOWN_IF", None)
    search = getattr(settings, "SEARCH_URL_NAME", "") if shown_if is None or shown_if(request) else ""
    return {
        "theme": theme if theme in THEMES else "system",
        "keys_on": request.COOKIES.get(KEYS_COOKIE) != "off",
        "session_seconds": settings.SESSION_COOKIE_AGE,
        "menu": SimpleLazyObject(lambda: doors_for(request)),
        "search_url": SimpleLazyObject(lambda: reverse(search) if search else ""),
        "keeping": SimpleLazyObject(lambda: keeping_of(getattr(request, "user", None))),
    }
