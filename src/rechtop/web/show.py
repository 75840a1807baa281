"""Whole page or part, redirect or HX-Redirect: the only place that looks at how the browser asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails


def show(request: HttpRequest, template: str, part: str | None = None, *, status: int = 200, **context: Any) -> HttpResponse:
    """The page `template`, or only its `part` when htmx swaps a piece of a page that is already there."""
    response = render(request, part if part and _wants_part(request) else template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def go_to(request: HttpRequest, target: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Send the reader on to a url name, a path or an object with a page of its own."""
    if HtmxDetails(request):
        response: HttpResponseBase = HttpResponseClientRedirect(resolve_url(target, *args, **kwargs))
    else:
        response = redirect(target, *args, **kwargs)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _wants_part(request: HttpRequest) -> bool:
    """Going back in history and whole-body requests need the page, though htmx asks for them."""
    asks = HtmxDetails(request)
    return bool(asks) and not asks.history_restore_request and asks.request_type != "full"
