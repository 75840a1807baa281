"""A text that saves itself, for the tests of autosave: a page, its save address, and switches for what may go wrong."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template import engines
from django.urls import path, reverse
from django.utils import timezone

from rechtop.trust.doors import WorkerRequest, needs
from rechtop.web import autosave
from rechtop.web.autosave import Stamp
from rechtop.web.show import show

PAGE = """{% extends "web/base.html" %}{% block title %}Kladblok{% endblock %}{% block main_class %}one{% endblock %}
{% block content %}<form class="stack" method="post" action="/kladblok/">{% csrf_token %}<h1>Kladblok</h1>
<label for="tekst">Tekst</label><textarea class="story" id="tekst" name="tekst"
 data-autosave="/kladblok/bewaar/" data-version="{{ version }}">{{ text }}</textarea>
{% include "web/parts/kept.html" with for="tekst" %}<button class="button" data-save>Bewaren</button></form>
<div id="plek"><button class="button" hx-get="/kladblok/deel/" hx-target="#plek">Deel</button>
<button class="button" hx-get="/bestaat-niet/" hx-target="#plek">Weg</button></div>{% endblock %}"""
PART = """<section data-announce="Huurpremie ligt nu open."><p id="bedrag" data-changed="2">Nieuw deel</p></section>"""


@dataclass
class Desk:
    """The stored text, and what the server does with a save: store, break (500), deny (403), sleep seconds."""

    text: str = ""
    stamp: Stamp = field(default_factory=lambda: Stamp(0))
    saves: list[str] = field(default_factory=list)
    does: str = "store"
    sleeps: float = 0

    def write(self, text: str, page: str = "", sequence: int = 0) -> None:
        self.text, self.stamp = text, Stamp(self.stamp.version + 1, page, sequence)
        self.saves.append(text)


desk = Desk()


def fresh_desk(text: str = "") -> Desk:
    """Everything as on the first day."""
    desk.__init__(text)  # type: ignore[misc]  # the views hold on to this very object
    return desk


@needs("trust.own")
def page(request: WorkerRequest) -> HttpResponseBase:
    """The page; pressing its save button posts here."""
    if request.method == "POST":
        sent = autosave.read_sent(request) if autosave.has_stamp(request) else autosave.Sent("by-hand", 1, desk.stamp.version)
        desk.write(request.POST["tekst"], sent.page, sent.sequence)
        return redirect("kladblok")
    template = engines["django"].from_string(PAGE)
    return HttpResponse(template.render({"text": desk.text, "version": desk.stamp.version}, request))


@needs("trust.own")
def save(request: WorkerRequest) -> HttpResponseBase:
    """What a room does with a save."""
    time.sleep(desk.sleeps)
    if desk.does == "break":
        return HttpResponse("stuk", status=500)
    if desk.does == "deny":
        return HttpResponse("nee", status=403)
    try:
        sent = autosave.read_sent(request)
    except autosave.BadAutosave as bad:
        return HttpResponseBadRequest(str(bad))
    match autosave.judge(desk.stamp, sent):
        case "save":
            desk.write(request.POST["tekst"], sent.page, sent.sequence)
            return autosave.saved(version=desk.stamp.version, at=timezone.now())
        case "late":
            return autosave.late(version=desk.stamp.version, at=timezone.now())
        case _:
            return autosave.conflict(by="Karim Gesteld", at=timezone.now(), href=reverse("kladblok"))


@needs("trust.own")
def part(request: WorkerRequest) -> HttpResponseBase:
    """A part that htmx swaps in."""
    response = show(request, "web/keys.html", part="web/parts/keys_list.html")
    response.content = PART.encode()
    return response


urlpatterns = [
    path("kladblok/", page, name="kladblok"),
    path("kladblok/bewaar/", save, name="kladblok_save"),
    path("kladblok/deel/", part, name="kladblok_part"),
]
