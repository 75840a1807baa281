"""The dossier and what belongs to it: talks, the story, appointments, and what does not go on the sheet.

What a person tells stands in `people` as told facts; what the law makes of it is computed again each time. Neither is kept here.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rechtop.people.models import Household, Person
from rechtop.trust.models import Organisation, Team, Worker
from rechtop.trust.policy import VisibleTo

LANGUAGES = [("nl", _("Nederlands")), ("fr", _("Frans")), ("en", _("Engels"))]


class DossierQuerySet(VisibleTo["Dossier"]):
    """Dossiers, as far as they exist for a worker."""


class Dossier(models.Model):
    """The file in which an OCMW helps a household. Its people and what they told are in `people`; this says who works on it.

    It is the record by which the policy judges (trust.policy.Record): organisation, team, owner, closed_on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    owner = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="dossiers", null=True, blank=True)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="dossiers")
    teller = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="dossiers")
    opened_on = models.DateField(default=timezone.localdate)
    closed_on = models.DateField(null=True, blank=True)
    sheet_language = models.CharField(_("taal van het blad"), max_length=2, choices=LANGUAGES, default="nl")

    objects = DossierQuerySet.as_manager()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "owner", "closed_on"], name="casework_dossier_of"),
            models.Index(fields=["organisation", "team", "closed_on"], name="casework_dossier_team"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(closed_on=None) | Q(closed_on__gte=models.F("opened_on")), name="casework_dossier_period")
        ]

    def __str__(self) -> str:
        return f"dossier {self.pk}"

    def get_absolute_url(self) -> str:
        """The dossier page."""
        return reverse("casework:dossier", args=[self.pk])


class ConversationQuerySet(VisibleTo["Conversation"]):
    """Talks, as far as their dossier exists for a worker."""

    through = "dossier__"


class AppointmentQuerySet(VisibleTo["Appointment"]):
    """Appointments, as far as their dossier exists for a worker."""

    through = "dossier__"


class Conversation(models.Model):
    """One talk of a worker with a person. What was told in it carries its id (people.FactEntry.in_conversation)."""

    class Kind(models.TextChoices):
        DESK = "desk", _("aan het bureau")
        VISIT = "visit", _("huisbezoek")
        PHONE = "phone", _("telefoon")
        ELSEWHERE = "elsewhere", _("ergens anders")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="conversations")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="conversations")
    kind = models.CharField(_("waar"), max_length=10, choices=Kind.choices, default=Kind.DESK)
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    set_aside = models.JSONField(default=list, blank=True)
    """Keys of questions about something known (since when, an amount) that were answered "weet niet" or "later" in this talk."""

    objects = ConversationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-started_at"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["worker", "ended_at", "started_at"], name="casework_talk_of")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dossier", "worker"], condition=Q(ended_at=None), name="casework_talk_one_open")
        ]

    def __str__(self) -> str:
        return f"talk {self.pk}"


class Story(models.Model):
    """What a person tells, in her own words, as it stands now. `version`, `page` and `sequence` are the stamp of autosave.

    A text that is replaced is kept as a StoryVersion (actions.save_story says when).
    """

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="story", primary_key=True)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    page = models.CharField(max_length=64, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"story of {self.dossier_id}"


class StoryVersion(models.Model):
    """The story as it once stood, or as somebody else wrote it at the same time (`aside`). Added, never changed (migration 0002).

    number: the version that this text was, or for an aside the one it started from.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    written_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    aside = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"version {self.number} of the story of {self.story_id}"


class Appointment(models.Model):
    """A day and an hour at which somebody comes. It says nothing of why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="appointments")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="appointments")
    day = models.DateField()
    at = models.TimeField()
    planned_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    cancelled_on = models.DateField(null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["day", "at"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["worker", "day", "at"], name="casework_appointment_of")]

    def __str__(self) -> str:
        return f"appointment {self.pk}"


class SheetChoice(models.Model):
    """What the person decided about a right on the sheet to take home: not on it, or `wanted` although too little is known yet.

    subject: id of the person it is for, "" for the household.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="left_off_sheet")
    right = models.CharField(max_length=64)
    subject = models.CharField(max_length=36, blank=True)
    wanted = models.BooleanField(default=False)
    chosen_on = models.DateTimeField(default=timezone.now)
    chosen_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dossier", "right", "subject"], name="casework_sheet_choice_once")
        ]

    def __str__(self) -> str:
        return f"{self.right} {'' if self.wanted else 'not '}on the sheet of {self.dossier_id}"


class SheetAgreements(models.Model):
    """What person and worker agreed, for the sheet: who does what by when, one agreement a line. Kept for the next talk."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="sheet_agreements", primary_key=True)
    text = models.TextField(blank=True)
    written_on = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"agreements of {self.dossier_id}"
