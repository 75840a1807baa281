"""From a posted answer to a told fact."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from rechtop.casework.actions import set_question_aside
from rechtop.casework.keys import read_key, write_key
from rechtop.casework.models import Conversation, Dossier
from rechtop.casework.stands import Stands
from rechtop.casework.whom import NEW, same_of_another
from rechtop.casework.words import asked_day, language, part_of
from rechtop.people import actions
from rechtop.people.about import About
from rechtop.people.models import FactEntry, Person
from rechtop.people.municipalities import code_of
from rechtop.rights.evaluate import FactRef
from rechtop.rights.facts.vocabulary import Fact, vocabulary
from rechtop.trust.models import Worker
from rechtop.trust.refusal import Refused
from rechtop.web.pieces import NO_ANSWERS

MOST_AT_ONCE = 40
"""People for whom one answer is kept at once; a household is smaller."""

SAID_INSTEAD = {"unknown": "does_not_know", "rather_not_say": "rather_not_say", "later": "later"}


def asked_of(posted: Mapping[str, str]) -> FactRef:
    """Which fact, of whom, of which year a form is about. Refused when it is no fact we know."""
    fact = vocabulary().facts.get(posted.get("feit", "")[:80])
    if fact is None:
        raise Refused(_("Deze vraag bestaat niet (meer)."), to_do=_("Laad de pagina opnieuw."))
    ids = tuple(one for one in posted.get("van", "")[:200].split(",") if one)
    year = posted.get("jaar", "")
    whole = int(year) if len(year) == 4 and year.isascii() and year.isdecimal() else None
    return fact.id, ids, whole, posted.get("deel", "")[:80] or "value"


def others_asked(posted: QueryDict, ref: FactRef, stands: Stands) -> list[FactRef]:
    """Of whom else the same answer was ticked. Refused for anything but the same question about somebody of this household."""
    found = [read_key(key) for key in posted.getlist("ook")[:MOST_AT_ONCE]]
    refs = [other for other in found if other is not None and same_of_another(ref, other, stands.persons)]
    if len(refs) < len(found):
        raise Refused(_("Voor een van de anderen is dit geen vraag (meer)."), to_do=_("Laad de pagina opnieuw."))
    return refs


@transaction.atomic
def tell_answers(
    stands: Stands,
    ref: FactRef,
    others: Sequence[FactRef],
    posted: Mapping[str, str],
    *,
    conversation: Conversation | None,
    dossier: Dossier,
    by: Worker,
) -> list[FactRef]:
    """Keep one answer for one person and for those ticked beside her, each as a fact of their own: all of them, or none.

    Gives those for whom somebody told something meanwhile: that stays as it stands.
    """
    answered = [other for other in others if _stands_already(stands, other)]
    for one in (ref, *(other for other in others if other not in answered)):
        tell_answer(stands, one, posted, conversation=conversation, dossier=dossier, by=by)
    return answered


def _stands_already(stands: Stands, ref: FactRef) -> bool:
    standing = stands.by_key.get((ref[0], ref[1], ref[2] if vocabulary().fact(ref[0]).by_year else None))
    return bool(standing and standing.answers and standing.answers[0].knowing == "known")


@transaction.atomic
def tell_answer(
    stands: Stands, ref: FactRef, posted: Mapping[str, str], *, conversation: Conversation | None, dossier: Dossier, by: Worker
) -> FactEntry | None:
    """Keep an answer. Raises people.answers.NotAnAnswer or Refused, with nothing kept.

    None when the question was about something known (since when, an amount beside it) and was left for now: what is known stays.
    """
    fact = vocabulary().fact(ref[0])
    if _is_left_for_now(stands, ref, posted):
        if conversation is not None:
            set_question_aside(conversation, write_key(ref), by=by)
        return None
    inside: dict[str, Any] = {"within": dossier, "by": by}
    more: dict[str, Any] = {
        "in_conversation": conversation.pk if conversation else None,
        "language": language(),
        "source": "document" if posted.get("source") == "document" else "told",
        "document": posted.get("document", "") if posted.get("source") == "document" else "",
    }
    said = said_in(fact, ref, posted, stands)
    if fact.type != "status" and fact.dated and posted.get("since", "").strip():
        more["since"] = posted["since"]
    on = asked_day(ref)
    if on is not None:
        more |= _on_that_day(stands, ref, on)
    year = ref[2] if fact.by_year else None
    if ref[1] and ref[1][0].split(":")[0] == NEW:
        return actions.tell(fact.id, _something_new(stands, fact, ref, inside), said, year=year, **more, **inside)
    return actions.answer_question(dossier.household, (fact.id, ref[1], year), said, **more, **inside)


def _is_left_for_now(stands: Stands, ref: FactRef, posted: Mapping[str, str]) -> bool:
    """Whether "weet niet", "liever niet" or "later" is said of a part of an answer that stands: its beginning, its amount, another day."""
    if ref[3] == "value" or not {posted.get("instead", ""), posted.get("answer", "")} & set(NO_ANSWERS):
        return False
    return _stands_already(stands, ref)


def said_in(fact: Fact, ref: FactRef, posted: Mapping[str, str], stands: Stands) -> object:
    """The answer as `people.tell` takes it: text as typed, or a mapping for a status."""
    instead = posted.get("instead", "")
    answer = posted.get("guess") or posted.get("answer", "")
    if instead in NO_ANSWERS or answer in NO_ANSWERS:
        return SAID_INSTEAD[instead if instead in NO_ANSWERS else answer]
    if answer == "no_date" and fact.no_date is not None:
        return fact.no_date.day
    standing = stands.by_key.get((fact.id, ref[1], ref[2] if fact.by_year else None))
    stood = standing.answers[0] if standing and standing.answers else None
    if ref[3] in ("since", "until") and fact.type != "status" and "answer" not in posted and stood is not None and stood.knowing == "known":
        if not posted.get("since", "").strip():
            return ""
        return stood.value
    if fact.type != "status":
        return code_of(answer) or answer if fact.codes else answer
    said: dict[str, object] = {"state": answer, "since": posted.get("since", "").strip()}
    asked = part_of(ref)
    for part in fact.parts:
        typed = posted.get(f"part_{part.id}", "").strip()
        if part.moment in ("year", "school_year"):
            kept = stood.parts.get(part.id) if stood else None
            years: dict[int, object] = dict(kept) if isinstance(kept, Mapping) else {}
            if typed and ref[2] is not None and asked is not None and asked.id == part.id:
                years[ref[2]] = typed
            if years:
                said[part.id] = years
        elif typed:
            said[part.id] = code_of(typed) or typed if part.codes else typed
    if not answer:
        return ""
    return said


def _on_that_day(stands: Stands, ref: FactRef, asked: date) -> dict[str, date]:
    """From the day that a rule asks after until the day before the present answer began."""
    standing = stands.by_key.get((ref[0], ref[1], ref[2]))
    began = [answer.since for answer in standing.answers if answer.since is not None and answer.since > asked] if standing else []
    return {"since": asked, "until": min(began) - timedelta(days=1)} if began else {"since": asked}


def _something_new(stands: Stands, fact: Fact, ref: FactRef, inside: dict[str, Any]) -> About:
    """The delivery, sale, request or property that this answer is the first to tell of."""
    person = _person(stands, ref[1][0].partition(":")[2])
    if fact.event:
        event = actions.add_event(fact.event, household=stands.dossier.household, person=person, **inside)
        return About.of_event(event)
    if person is None:
        raise Refused(_("Er is nog niemand gekozen."), to_do=_("Kies van wie dit goed is."))
    estate = actions.add_property(person, **inside)
    return About.of_relation(person, estate) if fact.of == "relation" else About.of_dwelling(estate)


def _person(stands: Stands, person_id: str) -> Person | None:
    try:
        return stands.persons.get(str(UUID(person_id))) if person_id else None
    except ValueError:
        return None
