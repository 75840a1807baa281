"""What is known, as knots on the line: a fact, who said it and when, whether it is a contradiction, for how many rights it counts."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.utils.translation import gettext as _

from rechtop.casework.keys import write_key
from rechtop.casework.models import Conversation
from rechtop.casework.stands import NO_ANSWER, Stands
from rechtop.casework.words import answer_source, fact_label, source_words, standing_words, value_words
from rechtop.people import answers
from rechtop.people.models import FactEntry
from rechtop.people.queries import StandingFact
from rechtop.rights.facts.situation import HOME
from rechtop.web.pieces import FactSource

IN_THE_DRAWING = ("lives_here", "kinship", "birth_date")
"""Facts that the drawing of the household shows already."""

NEWEST = 8
"""Facts shown at once; the others are one click away."""


@dataclass(frozen=True)
class Knot:
    """One fact. state: told, unknown (asked, no answer) or differs (two sources)."""

    key: str
    anchor: str
    label: str
    value: str
    source: str
    state: Literal["told", "unknown", "differs"]
    topic: str
    serves: int = 0
    sources: tuple[FactSource, ...] = ()
    newest: int = 0
    here: bool = False


def knots_of(stands: Stands, conversation: Conversation | None = None) -> list[Knot]:
    """Every fact that stands: contradictions first, then the newest."""
    return [_knot(stands, standing, conversation.pk if conversation else None) for standing in _standing(stands)]


def newest_knots(stands: Stands, conversation: Conversation | None) -> tuple[list[Knot], int, int]:
    """(the contradictions and the newest facts that the drawing does not show, how many more such facts there are, how many in all)."""
    every = _standing(stands)
    beside = [found for found in every if found.answers[0].several or found.fact.id not in IN_THE_DRAWING]
    differ = sum(1 for found in beside if found.answers[0].several)
    shown = beside[: differ + NEWEST]
    talk = conversation.pk if conversation else None
    return [_knot(stands, found, talk) for found in shown], len(beside) - len(shown), len(every)


def _standing(stands: Stands) -> list[StandingFact]:
    told = [found for found in stands.picture.facts if found.answers]
    return sorted(told, key=lambda found: (not found.answers[0].several, -found.answers[0].entry.pk))


def _knot(stands: Stands, found: StandingFact, talk: UUID | None) -> Knot:
    home = stands.picture.home.pk if stands.picture.home else None
    ids = found.about.ids(home, HOME)
    answer = found.answers[0]
    return Knot(
        key=write_key((found.fact.id, ids, found.year)),
        anchor="-".join((found.fact.id, *ids, str(found.year or ""))).rstrip("-"),
        label=fact_label(found.fact, ids, found.year, stands),
        value=standing_words(found),
        source=answer_source(answer, stands),
        state="differs" if answer.several else "unknown" if answer.knowing in NO_ANSWER else "told",
        topic=found.fact.topic,
        serves=stands.serves.get(found.fact.id, 0),
        sources=tuple(entry_source(entry, stands) for entry in answer.entries) if answer.several else (),
        newest=answer.entry.pk,
        here=talk is not None and answer.entry.in_conversation == talk,
    )


def entry_source(entry: FactEntry, stands: Stands) -> FactSource:
    """One of two sources: what it says, and where it comes from."""
    fact = next(found.fact for found in stands.picture.facts if found.fact.id == entry.fact)
    value, _parts = answers.from_kept(fact, entry.value)
    where = source_words(entry.source, entry.document, entry.told_on, stands.name(stands.teller_id), entry.told_to.name)
    return FactSource(value_words(fact, value), where)


def topic_words(topic: str) -> str:
    """How a topic of the talk is called."""
    names = {
        "now": _("Nu"),
        "who_you_are": _("Wie u bent"),
        "living_together": _("Samen wonen"),
        "children": _("Kinderen"),
        "home": _("Wonen"),
        "energy_and_water": _("Energie en water"),
        "work": _("Werk"),
        "income": _("Inkomen"),
        "costs_and_debts": _("Kosten en schulden"),
        "health_and_care": _("Gezondheid en zorg"),
        "school_and_childcare": _("School en opvang"),
        "property_and_savings": _("Bezit en spaargeld"),
        "tax_years": _("Belastingjaren"),
        "daily_life": _("Dagelijks leven"),
    }
    return names.get(topic, topic)
