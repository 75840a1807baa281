"""Writing: dossiers, talks, the story, appointments, what stays off the sheet. Each is one transaction with its line in the history.

What is told goes through `people.actions`, with the dossier as `within` and the talk as `in_conversation`.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from rechtop.casework.models import LANGUAGES, Appointment, Conversation, Dossier, SheetAgreements, SheetChoice, Story, StoryVersion
from rechtop.people.actions import add_household
from rechtop.people.models import Person
from rechtop.rights.law.catalogue import load
from rechtop.trust.history import note, recorded
from rechtop.trust.models import Role, Worker
from rechtop.trust.refusal import Refused
from rechtop.web.autosave import Sent, Stamp, Verdict, judge

LONGEST_STORY = 200_000
"""Characters; a story of more is a document."""

NEW_VERSION_AFTER = timedelta(minutes=2)
"""A page that goes on writing leaves a version behind after this time; what somebody else wrote is always kept."""

MOST_AGREEMENTS, LONGEST_AGREEMENT = 3, 120
"""Lines on the sheet, and characters of one: more does not fit on one page beside six rights."""

MOST_SET_ASIDE = 200
"""Questions kept aside in one talk; the oldest come back first."""

MUCH_GONE = 80
"""Characters: a text that loses this many at once is kept first, whoever wrote it."""


# -- dossiers ----------------------------------------------------------------------------------------------------------


@recorded("casework.start")
def start_dossier(teller: Person, *, by: Worker) -> Dossier:
    """Begin a dossier, with the household of the person who tells. Reception may do it; the dossier then waits for a worker of the team."""
    if teller.organisation_id != by.organisation_id:
        raise Refused(_("Deze persoon is hier niet bekend."), to_do=_("Zoek opnieuw, of voeg de persoon toe."))
    _one_at_a_time(Person.objects.filter(pk=teller.pk))
    if Dossier.objects.filter(teller=teller, closed_on=None).exists():
        raise Refused(_("Voor deze persoon is al een dossier open."), to_do=_("Open dat dossier."))
    household = add_household(teller=teller, by=by)
    owner = by if by.role in (Role.SOCIAL_WORKER, Role.HEAD_OF_SERVICE) else None
    return Dossier.objects.create(
        organisation=by.organisation,
        team=by.team,
        owner=owner,
        household=household,
        teller=teller,
        sheet_language=teller.language if teller.language in dict(LANGUAGES) else "nl",
    )


def _one_at_a_time(about: QuerySet[Any]) -> None:
    """Two who do the same for somebody in the same moment go one after the other, so that the second sees what the first did."""
    about.select_for_update().get()


@recorded("casework.close")
def close_dossier(dossier: Dossier, *, by: Worker) -> Dossier:
    """Close a dossier; what was told stays, and it opens again without any condition. Talks that were still open end."""
    dossier.conversations.filter(ended_at=None).update(ended_at=timezone.now())
    dossier.closed_on = timezone.localdate()
    dossier.save(update_fields=["closed_on"])
    return dossier


@recorded("casework.reopen")
def reopen_dossier(dossier: Dossier, *, by: Worker) -> Dossier:
    """Somebody is welcome again: everything is as it was."""
    _one_at_a_time(Person.objects.filter(pk=dossier.teller_id))
    if Dossier.objects.filter(teller=dossier.teller_id, closed_on=None).exists():
        raise Refused(_("Voor deze persoon is intussen een ander dossier open."), to_do=_("Werk verder in dat dossier."))
    dossier.closed_on = None
    dossier.save(update_fields=["closed_on"])
    return dossier


@recorded("casework.hand_over")
def hand_over(dossier: Dossier, *, to: Worker, by: Worker) -> Dossier:
    """Another worker of the same OCMW becomes the fixed face."""
    if to.organisation_id != dossier.organisation_id or to.role not in (Role.SOCIAL_WORKER, Role.HEAD_OF_SERVICE) or not to.is_active:
        raise Refused(
            _("Aan deze medewerker kan een dossier niet gegeven worden."), to_do=_("Kies een maatschappelijk werker van dit OCMW.")
        )
    dossier.owner, dossier.team = to, to.team
    dossier.save(update_fields=["owner", "team"])
    note(to=to.pk)
    return dossier


# -- talks and the story -----------------------------------------------------------------------------------------------


@recorded("casework.write")
def begin_conversation(dossier: Dossier, *, kind: str = Conversation.Kind.DESK, by: Worker) -> Conversation:
    """Begin to talk, or go on with the talk of this worker that never ended."""
    if kind not in Conversation.Kind.values:
        raise Refused(_("Zo'n gesprek bestaat hier niet."), to_do=_("Kies er een uit de lijst."))
    conversation, begun = Conversation.objects.get_or_create(dossier=dossier, worker=by, ended_at=None, defaults={"kind": kind})
    note(conversation=str(conversation.pk), begun=begun)
    return conversation


@recorded("casework.write")
def end_conversation(conversation: Conversation, *, by: Worker) -> Conversation:
    """The talk is over; one can always begin another."""
    if conversation.ended_at is None:
        conversation.ended_at = timezone.now()
        conversation.save(update_fields=["ended_at"])
    note(conversation=str(conversation.pk))
    return conversation


@recorded("casework.write")
def set_question_aside(conversation: Conversation, key: str, *, by: Worker) -> Conversation:
    """A question about something that is known already is left for now; what is known stays as it is."""
    if key not in conversation.set_aside:
        conversation.set_aside = [*conversation.set_aside, key][-MOST_SET_ASIDE:]
        conversation.save(update_fields=["set_aside"])
    note(conversation=str(conversation.pk))
    return conversation


@dataclass(frozen=True)
class StorySaved:
    """What became of a text. verdict: save, late or conflict (web.autosave); aside: where a conflicting text is kept."""

    verdict: Verdict
    story: Story
    aside: StoryVersion | None = None


@recorded("casework.write")
def save_story(dossier: Dossier, text: str, *, sent: Sent | None = None, by: Worker) -> StorySaved:
    """Keep the story. sent: the stamp of autosave, None for a button pressed without script (then it always saves).

    What is replaced is kept as a version when another page or worker wrote it, when it stood for two minutes, or when much of
    it would be gone. When somebody else saved meanwhile, both texts are kept and the one that stands stays.
    """
    text = _readable(text)
    story, _new = Story.objects.select_for_update().get_or_create(dossier=dossier, defaults={"saved_by": by})
    verdict: Verdict = "save" if sent is None else judge(Stamp(story.version, story.page, story.sequence), sent)
    note(verdict=verdict, version=story.version)
    if verdict == "late" or (verdict == "conflict" and text == story.text):
        return StorySaved("late", story)
    if verdict == "conflict":
        aside = _keep(story, text, by, number=sent.base if sent else story.version, aside=True)
        return StorySaved(verdict, story, aside)
    if text != story.text:
        if story.text and _worth_keeping(story, text, sent, by):
            _keep(story, story.text, story.saved_by, number=story.version)
        story.text, story.saved_by, story.saved_at, story.version = text, by, timezone.now(), story.version + 1
    if sent is not None:
        story.page, story.sequence = sent.page, sent.sequence
    story.save()
    return StorySaved(verdict, story)


@recorded("casework.write")
def choose_story(dossier: Dossier, aside: StoryVersion, *, keep: str, by: Worker) -> Story:
    """After two wrote at once: keep "theirs" (what stands), "mine" (what was put aside) or "both", one under the other."""
    story = Story.objects.select_for_update().get(dossier=dossier)
    if aside.story_id != story.pk or not aside.aside:
        raise Refused(_("Deze tekst hoort niet bij dit verhaal."), to_do=_("Laad de pagina opnieuw."))
    text = {"theirs": story.text, "mine": aside.text, "both": f"{story.text}\n\n{aside.text}".strip()}.get(keep)
    if text is None:
        raise Refused(_("Er is nog niets gekozen."), to_do=_("Kies een van de twee teksten, of allebei."))
    if text != story.text:
        _keep(story, story.text, story.saved_by, number=story.version)
        story.text, story.saved_by, story.saved_at, story.version = _readable(text), by, timezone.now(), story.version + 1
    story.page, story.sequence = "", 0
    story.save()
    return story


def _readable(text: str) -> str:
    """The text without characters that no screen shows (NUL and the like); lines, tabs and directions of writing stay."""
    kept = "".join(sign for sign in text.replace("\r\n", "\n") if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))
    if len(kept) > LONGEST_STORY:
        raise Refused(
            _("Dit verhaal is langer dan %(longest)s tekens.") % {"longest": LONGEST_STORY},
            to_do=_("Bewaar het als document, en schrijf hier het voornaamste."),
        )
    return kept


def _worth_keeping(story: Story, text: str, sent: Sent | None, by: Worker) -> bool:
    if sent is None or story.saved_by_id != by.pk or story.page != sent.page or len(story.text) - len(text) >= MUCH_GONE:
        return True
    last = story.versions.filter(aside=False).order_by("-pk").values_list("written_at", flat=True).first()
    return last is None or timezone.now() - last >= NEW_VERSION_AFTER


def _keep(story: Story, text: str, by: Worker, *, number: int, aside: bool = False) -> StoryVersion:
    return StoryVersion.objects.create(story=story, number=number, text=text, written_by=by, aside=aside)


# -- appointments ------------------------------------------------------------------------------------------------------


@recorded("appointments.plan")
def plan_appointment(dossier: Dossier, *, day: date, at: time, worker: Worker, by: Worker) -> Appointment:
    """Somebody comes on a day at an hour; a worker sees one person at a time."""
    if day < timezone.localdate():
        raise Refused(_("Deze dag is al voorbij."), to_do=_("Kies een dag vanaf vandaag."))
    if worker.organisation_id != dossier.organisation_id or worker.role not in (Role.SOCIAL_WORKER, Role.HEAD_OF_SERVICE):
        raise Refused(_("Met deze medewerker kan geen afspraak gemaakt worden."), to_do=_("Kies een maatschappelijk werker van dit OCMW."))
    _one_at_a_time(Worker.objects.filter(pk=worker.pk))
    if Appointment.objects.filter(worker=worker, day=day, at=at, cancelled_on=None).exists():
        raise Refused(_("%(name)s heeft op dat uur al een afspraak.") % {"name": worker.name}, to_do=_("Kies een ander uur."))
    return Appointment.objects.create(dossier=dossier, worker=worker, day=day, at=at, planned_by=by)


@recorded("appointments.plan")
def cancel_appointment(appointment: Appointment, *, by: Worker) -> Appointment:
    """The appointment does not go on; it stays to be read."""
    appointment.cancelled_on = timezone.localdate()
    appointment.save(update_fields=["cancelled_on"])
    return appointment


# -- the sheet to take home ----------------------------------------------------------------------------------------------


@recorded("casework.write")
def leave_off_sheet(dossier: Dossier, *, right: str, subject: str = "", by: Worker) -> SheetChoice:
    """The person does not want this right on paper. subject: id of the person it is for, "" for the household."""
    return _choose_for_sheet(dossier, right, subject, wanted=False, by=by)


@recorded("casework.write")
def put_on_sheet(dossier: Dossier, *, right: str, subject: str = "", by: Worker) -> SheetChoice:
    """The person does want it on paper, after all or although too little is known yet."""
    return _choose_for_sheet(dossier, right, subject, wanted=True, by=by)


def _choose_for_sheet(dossier: Dossier, right: str, subject: str, *, wanted: bool, by: Worker) -> SheetChoice:
    if right not in load() or not _is_id(subject):
        raise Refused(_("Dit recht staat niet op het blad."), to_do=_("Laad de pagina opnieuw."))
    choice, _new = SheetChoice.objects.update_or_create(
        dossier=dossier, right=right, subject=subject, defaults={"wanted": wanted, "chosen_by": by, "chosen_on": timezone.now()}
    )
    note(right=right, wanted=wanted)
    return choice


@recorded("casework.write")
def choose_sheet_language(dossier: Dossier, language: str, *, by: Worker) -> Dossier:
    """In which language the sheet is made: nl, fr or en."""
    if language not in dict(LANGUAGES):
        raise Refused(_("In deze taal kan het blad niet gemaakt worden."), to_do=_("Kies Nederlands, Frans of Engels."))
    dossier.sheet_language = language
    dossier.save(update_fields=["sheet_language"])
    return dossier


@recorded("casework.write")
def agree(dossier: Dossier, text: str, *, by: Worker) -> SheetAgreements:
    """Keep what was agreed, for the sheet: at most MOST_AGREEMENTS short lines, in plain text."""
    lines = [line for line in (" ".join(line.split()) for line in _readable(text).split("\n")) if line]
    if len(lines) > MOST_AGREEMENTS:
        raise Refused(
            _("Op het blad passen %(most)s afspraken.") % {"most": MOST_AGREEMENTS}, to_do=_("Houd de dringendste; de andere kunnen later.")
        )
    if any(len(line) > LONGEST_AGREEMENT for line in lines):
        raise Refused(
            _("Een afspraak is langer dan %(longest)s tekens.") % {"longest": LONGEST_AGREEMENT},
            to_do=_("Zeg het korter: wie, wat, wanneer."),
        )
    note(lines=len(lines))
    kept, _new = SheetAgreements.objects.update_or_create(
        dossier=dossier, defaults={"text": "\n".join(lines), "written_by": by, "written_on": timezone.now()}
    )
    return kept


def _is_id(subject: str) -> bool:
    if not subject:
        return True
    try:
        return str(UUID(subject)) == subject
    except ValueError:
        return False
