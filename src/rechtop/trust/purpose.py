"""Why a worker opens a dossier. The owner need not say; others say it once per dossier and per session."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from rechtop.trust import log
from rechtop.trust.models import Role, Worker
from rechtop.trust.policy import Record

SESSION_KEY = "purposes"


class Purpose(models.TextChoices):
    """The reasons that a worker can have to open a dossier that is not hers, and the two that speak for themselves."""

    OWN_CLIENT = "own_client", _("ik begeleid deze persoon")
    RECEPTION = "reception", _("onthaal en afspraken")
    STANDING_IN = "standing_in", _("ik vervang een collega")
    SHARED_WORK = "shared_work", _("ik werk mee aan dit dossier")
    TEAM_DIALOGUE = "team_dialogue", _("wij bespreken dit dossier in het team")
    ASKED_BY_PERSON = "asked_by_person", _("de persoon zelf vraagt het")
    SUPERVISION = "supervision", _("ik volg het op als leidinggevende")


def choices_for(worker: Worker) -> list[tuple[str, Any]]:
    """The reasons this worker can choose from, for a dossier that is not hers."""
    offered = [Purpose.STANDING_IN, Purpose.SHARED_WORK, Purpose.TEAM_DIALOGUE, Purpose.ASKED_BY_PERSON]
    if worker.role == Role.HEAD_OF_SERVICE:
        offered.append(Purpose.SUPERVISION)
    return [(purpose.value, purpose.label) for purpose in offered]


def stated(request: HttpRequest, record: Record) -> str:
    """The purpose that speaks for itself, or the one stated in this session, or an empty text: then it must be asked."""
    worker = request.worker  # type: ignore[attr-defined]  # set by the middleware on every request behind a door
    if record.owner_id == worker.pk:
        return str(Purpose.OWN_CLIENT)
    if worker.role == Role.RECEPTION:
        return str(Purpose.RECEPTION)
    return str(request.session.get(SESSION_KEY, {}).get(log.about_of(record), ""))


def state(request: HttpRequest, record: Record, purpose: str) -> None:
    """Keep the purpose of this dossier until the session ends."""
    request.session[SESSION_KEY] = {**request.session.get(SESSION_KEY, {}), log.about_of(record): purpose}
