"""Writing of trust: workers come, change and may no longer log in."""

from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from rechtop.trust import queries
from rechtop.trust.history import note, recorded
from rechtop.trust.models import Organisation, PasswordLink, Role, Team, Worker
from rechtop.trust.refusal import Refused


@recorded("trust.workers")
def add_worker(*, name: str, email: str, role: str, team: Team | None, by: Worker) -> Worker:
    """Add a worker to the organisation of the administrator. She chooses her own password through a link."""
    _refuse_other_organisation(team, by)
    return Worker.objects.add(email, None, name=name, role=role, team=team, organisation=by.organisation)


@recorded("trust.workers")
def change_worker(worker: Worker, *, name: str, email: str, role: str, team: Team | None, is_active: bool, by: Worker) -> Worker:
    """Change who a worker is here, or whether she may log in. A lesser right works from her next click."""
    _refuse_other_organisation(worker, by)
    _refuse_other_organisation(team, by)
    if worker.pk == by.pk and not (is_active and role == Role.ADMINISTRATOR):
        raise Refused(_("Je kunt je eigen beheer niet afsluiten."), to_do=_("Vraag het aan een andere beheerder."))
    note(role=role, is_active=is_active)
    worker.name, worker.email, worker.role, worker.team, worker.is_active = name, email.lower(), role, team, is_active
    worker.full_clean(exclude=["password"])
    worker.save()
    return worker


@recorded("trust.workers")
def add_team(*, name: str, by: Worker) -> Team:
    """Add a team to the organisation of the administrator."""
    team = Team(organisation=by.organisation, name=name.strip())
    team.full_clean()
    team.save()
    return team


@recorded("trust.workers")
def change_organisation(*, phone: str, address: str, by: Worker) -> Organisation:
    """Where the social service is found, as it stands on paper that people take home."""
    organisation = by.organisation
    organisation.phone, organisation.address = phone.strip(), address.strip()
    organisation.full_clean()
    organisation.save(update_fields=["phone", "address"])
    return organisation


@recorded("trust.workers")
def password_link(worker: Worker, *, by: Worker) -> str:
    """A path where this worker chooses a password, once, within a day. The administrator hands it to her.

    It works once a second person has said that it is right (`answer_link`), unless there is nobody else yet.
    """
    _refuse_other_organisation(worker, by)
    PasswordLink.objects.filter(worker=worker, ended=False).update(ended=True)
    second = queries.second_eyes_for(worker, asked_by=by).exists()
    PasswordLink.objects.create(worker=worker, asked_by=by, needs_second=second)
    note(needs_second=second)
    key = urlsafe_base64_encode(force_bytes(worker.pk))
    return reverse("trust:choose_password", args=[key, default_token_generator.make_token(worker)])


@recorded("trust.second_pair_of_eyes")
def answer_link(link: PasswordLink, *, agreed: bool, by: Worker) -> PasswordLink:
    """Say whether a link for a colleague is right. Whoever asked for it, and the colleague herself, cannot."""
    _refuse_other_organisation(link.worker, by)
    if by.pk in (link.asked_by_id, link.worker_id):
        raise Refused(_("Wie de link maakte of krijgt, kan niet zelf zeggen dat het klopt."), to_do=_("Vraag het aan een ander."))
    link = PasswordLink.objects.select_for_update().get(pk=link.pk)
    if not link.waits:
        raise Refused(_("Hierop is al geantwoord, of de link werkt niet meer."), to_do=_("Laat zo nodig een nieuwe link maken."))
    note(agreed=agreed, worker=link.worker_id)
    link.answered_by, link.agreed = by, agreed
    link.ended = not agreed
    link.save(update_fields=["answered_by", "agreed", "ended"])
    return link


def _refuse_other_organisation(other: Worker | Team | None, by: Worker) -> None:
    if other is not None and other.organisation_id != by.organisation_id:
        raise Refused(_("Dit hoort bij een andere organisatie."))
