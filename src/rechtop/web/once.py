"""A form that is sent twice (two clicks, a browser that sends again after a lost answer) does its work once.

The form carries `{% once %}`, a number of its own. A view asks `first_time`, and `release`s the number when nothing came of it.
"""

import hashlib
from uuid import uuid4

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

FIELD = "once"
KEPT = 24 * 60 * 60
"""Seconds that a number is remembered: a browser that was closed may send its form again in the morning."""


def once_field() -> SafeString:
    """A new number, as a hidden field."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid4().hex)


def first_time(request: HttpRequest) -> bool:
    """Whether this form was not sent before; a form without a number counts as the first."""
    key = _key(request)
    return not key or cache.add(key, 1, KEPT)


def release(request: HttpRequest) -> None:
    """Nothing came of it (a refusal): the same form may be sent again."""
    if key := _key(request):
        cache.delete(key)


def _key(request: HttpRequest) -> str:
    number = request.POST.get(FIELD, "")[:64]
    told = f"{request.session.session_key} {request.path} {number}"
    return f"once:{hashlib.sha256(told.encode()).hexdigest()}" if number else ""
