"""The pages of trust: why you open a dossier, your account, and for the administrator who works here."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import INTERNAL_RESET_SESSION_TOKEN, PasswordResetConfirmView
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve, reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rechtop.trust import actions, log, policy, purpose, queries
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.forms import OrganisationForm, PurposeForm, TeamForm, WorkerForm
from rechtop.trust.models import LogLine, PasswordLink, Role, Worker
from rechtop.trust.refusal import Refused
from rechtop.web.show import go_to, show


@needs("trust.own")
def start(request: WorkerRequest) -> HttpResponseBase:
    """Where the day begins: the administrator among the workers, everybody else where HOME_PAGE says."""
    return go_to(request, "trust:workers" if request.worker.role == Role.ADMINISTRATOR else settings.HOME_PAGE)


@needs("trust.own")
def state_purpose(request: WorkerRequest) -> HttpResponseBase:
    """Say why you open a dossier that is not yours; then go on to where you were going."""
    going_to, record = _dossier_behind(request)
    form = PurposeForm(request.POST or None, worker=request.worker)
    if request.method == "POST" and form.is_valid():
        purpose.state(request, record, form.cleaned_data["purpose"])
        return go_to(request, going_to)
    return show(request, "trust/purpose.html", form=form, going_to=going_to)


@needs("trust.own")
def own(request: WorkerRequest) -> HttpResponseBase:
    """Your own account: name, role, team, password."""
    return show(request, "trust/own.html", worker=request.worker, chosen=queries.last_chosen(request.worker))


@needs("trust.workers")
def workers(request: WorkerRequest) -> HttpResponseBase:
    """Who works here."""
    return show(request, "trust/workers.html", workers=queries.workers_of(request.worker.organisation))


@needs("trust.workers")
def add_worker(request: WorkerRequest) -> HttpResponseBase:
    """Add somebody who works here."""
    form = WorkerForm(request.POST or None, by=request.worker)
    if request.method == "POST" and form.is_valid():
        worker = actions.add_worker(**form.cleaned_data, by=request.worker)
        return go_to(request, "trust:worker", worker.pk)
    return show(request, "trust/worker_form.html", form=form, title=_("Iemand toevoegen"))


@needs("trust.workers")
def change_worker(request: WorkerRequest, worker_id: int) -> HttpResponseBase:
    """Change somebody who works here, or stop her from logging in."""
    worker = _colleague(request, worker_id)
    form = WorkerForm(request.POST or None, instance=worker, by=request.worker)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_worker(_colleague(request, worker_id), **form.cleaned_data, by=request.worker)
            return go_to(request, "trust:workers")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return show(request, "trust/worker_form.html", form=form, title=worker.name, worker=worker)


@needs("trust.workers")
def password_link(request: WorkerRequest, worker_id: int) -> HttpResponseBase:
    """Make a link with which this worker chooses a password, to hand over in person."""
    worker = _colleague(request, worker_id)
    if request.method != "POST":
        return go_to(request, "trust:worker", worker.pk)
    link = request.build_absolute_uri(actions.password_link(worker, by=request.worker))
    second = queries.second_eyes_for(worker, asked_by=request.worker)
    return show(request, "trust/password_link.html", worker=worker, link=link, second=second)


@needs("trust.second_pair_of_eyes")
def links(request: WorkerRequest) -> HttpResponseBase:
    """Links to choose a password that somebody else made: a second person says whether they are right."""
    return show(request, "trust/links.html", links=queries.links_waiting_for(request.worker))


@needs("trust.second_pair_of_eyes")
@require_POST
def answer_link(request: WorkerRequest, link_id: int) -> HttpResponseBase:
    """Say whether one of those is right."""
    link = next((one for one in queries.links_waiting_for(request.worker) if one.pk == link_id), None)
    if link is None:
        raise Http404
    try:
        actions.answer_link(link, agreed=request.POST.get("klopt") == "ja", by=request.worker)
    except Refused as refusal:
        return show(request, "trust/links.html", status=422, links=queries.links_waiting_for(request.worker), wrong=str(refusal))
    return go_to(request, "trust:links")


@needs("trust.workers")
def add_team(request: WorkerRequest) -> HttpResponseBase:
    """Add a team."""
    form = TeamForm(request.POST or None, by=request.worker)
    if request.method == "POST" and form.is_valid():
        actions.add_team(name=form.cleaned_data["name"], by=request.worker)
        return go_to(request, "trust:workers")
    return show(request, "trust/worker_form.html", form=form, title=_("Team toevoegen"))


@needs("trust.workers")
def organisation(request: WorkerRequest) -> HttpResponseBase:
    """Telephone and address of the social service, for the sheet that people take home."""
    form = OrganisationForm(request.POST or None, instance=request.worker.organisation)
    if request.method == "POST" and form.is_valid():
        actions.change_organisation(**form.cleaned_data, by=request.worker)
        return go_to(request, "trust:workers")
    return show(request, "trust/worker_form.html", form=form, title=_("Telefoon en adres"))


@method_decorator(login_not_required, name="dispatch")
class ChoosePassword(PasswordResetConfirmView):
    """Choose a password through a link. Django's own view: it keeps the token out of the address of the form, and lets
    it work once and for a day. Ours is the line in the log."""

    template_name = "trust/choose_password.html"
    success_url = reverse_lazy("account_login")

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A link that is real but waits for a second person says so; one that was refused or replaced works no more."""
        worker = self.get_user(kwargs["uidb64"])
        link = queries.link_of(worker) if worker is not None else None
        if worker is not None and self._is_real(worker, kwargs["token"]) and (link is None or not link.works):
            waits = link is not None and link.waits
            second = queries.second_eyes_for(worker, asked_by=link.asked_by) if link is not None and waits else ()
            return show(self.request, "trust/link_waits.html", status=200 if waits else 410, waits=waits, second=second)
        return super().dispatch(*args, **kwargs)

    def _is_real(self, worker: Any, token: str) -> bool:
        """Whether this token was made for this worker: a guessed one is told nothing."""
        if token == self.reset_url_token:
            token = self.request.session.get(INTERNAL_RESET_SESSION_TOKEN, "")
        return bool(self.token_generator.check_token(worker, token))

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the password and write down that it was chosen."""
        with transaction.atomic():
            response = super().form_valid(form)
            PasswordLink.objects.filter(worker=self.user, ended=False).update(ended=True, chosen_at=timezone.now())
            log.append(LogLine.Kind.LOGIN, "trust.password_chosen", who=self.user)
        return response


choose_password = ChoosePassword.as_view()


def _colleague(request: WorkerRequest, worker_id: int) -> Worker:
    return get_object_or_404(queries.workers_of(request.worker.organisation), pk=worker_id)


def _dossier_behind(request: WorkerRequest) -> tuple[str, policy.Record]:
    """Where she was going and the dossier behind that door; 404 for anything that is no dossier of hers."""
    going_to = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(going_to, allowed_hosts=None):
        raise Http404
    try:
        match = resolve(urlsplit(going_to).path)
    except Resolver404:
        raise Http404 from None
    door: Any = getattr(match.func, "door", None)
    if door is None or door.opens is None:
        raise Http404
    record = policy.record_of(door.opens.find(request.worker, match.kwargs))
    if record is None or not policy.may(request.worker, door.act, record):
        raise Http404
    return going_to, record
