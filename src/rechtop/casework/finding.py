"""Finding somebody, adding who is not known yet, and beginning a dossier."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_POST

from rechtop.casework import queries
from rechtop.casework.actions import begin_conversation, start_dossier
from rechtop.casework.forms import FindForm, PersonForm
from rechtop.casework.models import Dossier
from rechtop.people.actions import add_person
from rechtop.people.models import Person
from rechtop.trust import log
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.models import Role, Worker
from rechtop.trust.refusal import Refused
from rechtop.web.once import first_time, release
from rechtop.web.show import go_to, show


@needs("casework.find")
def find(request: WorkerRequest) -> HttpResponseBase:
    """Look for somebody. The words are posted, so that no name stands in an address."""
    form = FindForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"form": form, "found": None, "typed": ""}
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["zoek"]
        found = queries.find(request.worker, typed)
        log.searched(request, act="casework.find", found=len(found))
        context |= {"found": found, "typed": typed}
    return show(request, "casework/find.html", status=422 if form.errors else 200, **context)


@needs("casework.start")
def add(request: WorkerRequest) -> HttpResponseBase:
    """Somebody new. Who looks like somebody known is shown first, with the reason; "it is somebody else" goes on."""
    start = {"name": request.POST.get("zoek", "")[:120]} if "zoek" in request.POST else None
    form = PersonForm(request.POST if request.method == "POST" and start is None else None, initial=start or {})
    doubles = None
    if request.method == "POST" and start is None and form.is_valid():
        name, born = form.cleaned_data["name"], form.cleaned_data["born"]
        doubles = queries.doubles_of(request.worker, name=name, born=form.day())
        if request.POST.get("toch") == "1" or not (doubles.seen or doubles.elsewhere):
            if not first_time(request):
                return go_to(request, "casework:day")
            try:
                given, _space, family = name.partition(" ")
                with transaction.atomic():
                    person = add_person(given_name=given, family_name=family.strip(), birth_date=born or None, by=request.worker)
                    dossier = start_dossier(person, by=request.worker)
                return open_dossier(request, dossier)
            except Refused as wrong:
                release(request)
                form.add_error(None, str(wrong))
    status = 422 if form.errors or (doubles and (doubles.seen or doubles.elsewhere)) else 200
    return show(request, "casework/add.html", status=status, form=form, doubles=doubles)


@needs("casework.start")
@require_POST
def start(request: WorkerRequest, person_id: UUID) -> HttpResponseBase:
    """Begin with somebody who is known: in her open dossier, or in a new one."""
    person = found_person(request.worker, person_id)
    open_one = Dossier.objects.visible_to(request.worker).filter(teller=person, closed_on=None).first()
    if open_one is not None:
        return open_dossier(request, open_one)
    try:
        return open_dossier(request, start_dossier(person, by=request.worker))
    except Refused as wrong:
        messages.error(request, str(wrong))
        return go_to(request, "casework:find")


def found_person(worker: Worker, person_id: UUID) -> Person:
    """A person this worker may know of; 404 for any other."""
    person = queries.persons_seen_by(worker).visible_to(worker).filter(pk=person_id).first()
    if person is None or not isinstance(person, Person):
        raise Http404
    return person


def open_dossier(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """To the talk; for reception to the card with name and appointments."""
    if request.worker.role == Role.RECEPTION:
        return go_to(request, reverse("casework:card", args=[dossier.pk]))
    if dossier.owner_id == request.worker.pk:
        begin_conversation(dossier, by=request.worker)
    return go_to(request, reverse("casework:talk", args=[dossier.pk]))
