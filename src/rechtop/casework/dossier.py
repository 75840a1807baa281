"""The dossier on one page; closing, reopening, handing over; appointments; the card that reception sees."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rechtop.casework import queries
from rechtop.casework.actions import (
    begin_conversation,
    cancel_appointment,
    close_dossier,
    hand_over,
    plan_appointment,
    reopen_dossier,
)
from rechtop.casework.doors import appointment_in_url, dossier_in_url
from rechtop.casework.drawing import drawn
from rechtop.casework.forms import AppointmentForm, HandOverForm, KindForm
from rechtop.casework.knots import Knot, knots_of, topic_words
from rechtop.casework.models import Appointment, Dossier, Story
from rechtop.casework.page import head, sheet_href
from rechtop.casework.rows import rights_of
from rechtop.casework.stands import Stands
from rechtop.rights.facts.vocabulary import TOPICS
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.models import LogLine, Role
from rechtop.trust.policy import may
from rechtop.trust.purpose import Purpose
from rechtop.trust.queries import lines_about
from rechtop.trust.refusal import Refused
from rechtop.web.pieces import Look
from rechtop.web.show import go_to, show

MOST_LOOKS = 20


@needs("casework.read", opens=dossier_in_url)
def dossier(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Who, the story, the household, what is known, the rights, the talks, who looked."""
    stands = Stands.of(dossier)
    return show(
        request,
        "casework/dossier.html",
        **head(request, dossier, stands, here="dossier"),
        story=Story.objects.filter(dossier=dossier).select_related("saved_by").first(),
        drawing=drawn(stands),
        topics=by_topic(knots_of(stands)),
        rights=rights_of(stands),
        talks=queries.talks_of(dossier)[:30],
        looks=looks_at(dossier),
        sheet=sheet_href(dossier),
        teller=stands.name(stands.teller_id),
        **appointment_context(request, dossier),
        **may_words(request, dossier),
    )


def by_topic(knots: list[Knot]) -> list[tuple[str, list[Knot]]]:
    """Facts in the order of a talk."""
    found = [(topic, [knot for knot in knots if knot.topic == topic]) for topic in TOPICS]
    return [(topic_words(topic), several) for topic, several in found if several]


def looks_at(dossier: Dossier) -> list[Look]:
    """Who looked, when and why; the newest first."""
    lines = lines_about(dossier).filter(kind__in=[LogLine.Kind.LOOK, LogLine.Kind.PRINT, LogLine.Kind.EXPORT])[:MOST_LOOKS]
    labels = dict(Purpose.choices)
    return [Look(line.when, line.who.name if line.who else "", str(labels.get(line.purpose, ""))) for line in lines]


def may_words(request: WorkerRequest, dossier: Dossier) -> dict[str, Any]:
    """What this worker may still do with the dossier itself."""
    worker = request.worker
    others = queries.planners(worker).exclude(pk=dossier.owner_id or 0)
    return {
        "may_close": may(worker, "casework.close", dossier),
        "may_reopen": may(worker, "casework.reopen", dossier),
        "may_write": may(worker, "casework.write", dossier),
        "hand_over_form": HandOverForm(workers=others) if may(worker, "casework.hand_over", dossier) else None,
    }


def appointment_context(request: WorkerRequest, dossier: Dossier, form: AppointmentForm | None = None) -> dict[str, Any]:
    """Appointments to come, and the form for a new one."""
    may_plan = may(request.worker, "appointments.plan", dossier)
    made = form or AppointmentForm(workers=queries.planners(request.worker), by=request.worker)
    return {"appointments": list(queries.upcoming(dossier)), "appointment_form": made if may_plan else None}


@needs("casework.close", opens=dossier_in_url)
@require_POST
def close(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Close it; it opens again without any condition."""
    close_dossier(dossier, by=request.worker)
    messages.info(request, _("Gesloten. Alles blijft bewaard; wie terugkomt, is welkom en begint niet opnieuw."))
    return go_to(request, dossier)


@needs("casework.reopen", opens=dossier_in_url)
@require_POST
def reopen(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Open it again."""
    try:
        reopen_dossier(dossier, by=request.worker)
    except Refused as wrong:
        messages.error(request, str(wrong))
    return go_to(request, dossier)


@needs("casework.hand_over", opens=dossier_in_url)
@require_POST
def give(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Another worker becomes the fixed face."""
    form = HandOverForm(request.POST, workers=queries.planners(request.worker))
    if form.is_valid():
        try:
            hand_over(dossier, to=form.cleaned_data["to"], by=request.worker)
            messages.info(request, _("%(name)s is nu het vaste gezicht.") % {"name": form.cleaned_data["to"].name})
            return go_to(request, "casework:day")
        except Refused as wrong:
            messages.error(request, str(wrong))
    return go_to(request, dossier)


@needs("casework.write", opens=dossier_in_url)
@require_POST
def begin(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Begin a talk: at the desk, at home, by telephone."""
    form = KindForm(request.POST)
    kind = form.cleaned_data["kind"] if form.is_valid() and form.cleaned_data["kind"] else "desk"
    begin_conversation(dossier, kind=kind, by=request.worker)
    return go_to(request, reverse("casework:talk", args=[dossier.pk]))


@needs("casework.names", opens=dossier_in_url)
def card(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Name and appointments: all that reception needs."""
    context = {**head(request, dossier, here="card"), **appointment_context(request, dossier)}
    return show(request, "casework/card.html", **context)


@needs("appointments.plan", opens=dossier_in_url)
@require_POST
def plan(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Make an appointment."""
    form = AppointmentForm(request.POST, workers=queries.planners(request.worker), by=request.worker)
    if form.is_valid():
        try:
            plan_appointment(dossier, **form.cleaned_data, by=request.worker)
            return go_to(request, reverse(_home_of(request), args=[dossier.pk]) + "#afspraken")
        except Refused as wrong:
            form.add_error(None, str(wrong))
    context = {**head(request, dossier, here="card"), **appointment_context(request, dossier, form)}
    return show(request, "casework/card.html", status=422, **context)


@needs("appointments.plan", opens=appointment_in_url)
@require_POST
def cancel(request: WorkerRequest, appointment: Appointment) -> HttpResponseBase:
    """The appointment does not go on."""
    cancel_appointment(appointment, by=request.worker)
    return go_to(request, reverse(_home_of(request), args=[appointment.dossier_id]) + "#afspraken")


def _home_of(request: WorkerRequest) -> str:
    return "casework:card" if request.worker.role == Role.RECEPTION else "casework:dossier"
