"""The talk: story, household, question, facts and rights on one page, where every answer moves the rights at once."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rechtop.casework import queries
from rechtop.casework.actions import begin_conversation, end_conversation
from rechtop.casework.answering import asked_of, others_asked, tell_answers
from rechtop.casework.asking import Ask, ask_about, ask_for, next_ask
from rechtop.casework.doors import dossier_in_url
from rechtop.casework.drawing import drawn
from rechtop.casework.facts import found_facts
from rechtop.casework.keys import read_key
from rechtop.casework.knots import newest_knots
from rechtop.casework.models import Conversation, Dossier, Story
from rechtop.casework.page import back_to, head, sheet_href
from rechtop.casework.rows import amount_of, group_of, rights_of
from rechtop.casework.stands import Stands, right_name
from rechtop.casework.why import left_words, why_words
from rechtop.casework.words import cents, joined, language
from rechtop.people.answers import NotAnAnswer
from rechtop.rights.evaluate import FactRef, Result
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.refusal import Refused
from rechtop.web import wording
from rechtop.web.show import go_to, show


@needs("casework.write", opens=dossier_in_url)
def talk(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """The page of the talk. ?vraag=key or ?feit=id puts that question in the card; htmx then gets the card alone."""
    stands = Stands.of(dossier)
    conversation = queries.open_talk(dossier, request.worker)
    ask = chosen_ask(stands, conversation, request.GET.get("vraag", ""), request.GET.get("feit", ""), request.GET.get("van", ""))
    if ask is not None and request.htmx:
        return show(request, "casework/talk.html", part="casework/_ask.html", dossier=dossier, ask=ask, focus=True)
    return show(request, "casework/talk.html", part="casework/_live.html", **talk_context(request, dossier, stands, conversation, ask=ask))


@needs("casework.write", opens=dossier_in_url)
@require_POST
def answer(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Keep one answer, and show what it changes."""
    stands = Stands.of(dossier)
    conversation = queries.open_talk(dossier, request.worker) or begin_conversation(dossier, by=request.worker)
    where = request.POST.get("terug", "")[:120]
    try:
        ref = asked_of(request.POST)
    except Refused as wrong:
        return _not_understood(request, dossier, stands, conversation, None, str(wrong))
    try:
        others = others_asked(request.POST, ref, stands)
        left = tell_answers(stands, ref, others, request.POST, conversation=conversation, dossier=dossier, by=request.worker)
    except Refused as wrong:
        ask = _asked_again(stands, conversation, ref, request, wrong)
        return _not_understood(request, dossier, stands, conversation, ask, str(wrong))
    now = Stands.of(dossier)
    said = " ".join(words for words in (kept_for_words(now, ref, others, left), changed_words(stands, now)) if words)
    if not request.htmx or where not in ("", "talk"):
        if said:
            messages.info(request, said)
        return back_to(request, dossier, where)
    context = talk_context(request, dossier, now, conversation)
    return show(request, "casework/talk.html", part="casework/_live.html", said=said or _("Bewaard."), **context)


@needs("casework.write", opens=dossier_in_url)
@require_POST
def look_up(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Find facts by everyday words. The words are posted, for they may say something of a person."""
    typed = request.POST.get("woorden", "")[:200]
    found = found_facts(typed)
    if request.htmx:
        return show(request, "casework/talk.html", part="casework/_found.html", dossier=dossier, found=found, typed=typed)
    stands = Stands.of(dossier)
    context = talk_context(request, dossier, stands, queries.open_talk(dossier, request.worker))
    return show(request, "casework/talk.html", found=found, typed=typed, **context)


@needs("casework.write", opens=dossier_in_url)
@require_POST
def end_talk(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """The talk is over for today; everything stays as it is."""
    conversation = queries.open_talk(dossier, request.worker)
    if conversation is not None:
        end_conversation(conversation, by=request.worker)
    return go_to(request, reverse("casework:dossier", args=[dossier.pk]))


# -- what the page shows ---------------------------------------------------------------------------------------------------


def talk_context(
    request: WorkerRequest,
    dossier: Dossier,
    stands: Stands,
    conversation: Conversation | None,
    *,
    ask: Ask | None = None,
) -> dict[str, Any]:
    """Everything on the page of the talk."""
    rights = rights_of(stands)
    questions = stands.questions(conversation)
    knots, more, told = newest_knots(stands, conversation)
    story = Story.objects.filter(dossier=dossier).select_related("saved_by").first()
    return {
        **head(request, dossier, stands, here="talk"),
        "ask": ask or next_ask(stands, questions),
        "left": left_words(len(questions)),
        "story": story,
        "conversation": conversation,
        "knots": knots,
        "knots_more": more,
        "knots_count": told,
        "rights": rights,
        "drawing": drawn(stands),
        "sheet": sheet_href(dossier),
        "teller": stands.name(stands.teller_id),
    }


def chosen_ask(stands: Stands, conversation: Conversation | None, key: str, fact_id: str, whom: str) -> Ask | None:
    """The question that the address asks for; None when it asks for none, or for something that is not here."""
    ref = read_key(key) if key else None
    if ref is not None and all(one in stands.persons or one in stands.homes or _is_event(stands, one) for one in ref[1]):
        fact = vocabulary().fact(ref[0])
        if ref[1] or fact.of == "household":
            question = next((one for one in stands.questions(conversation) if one.ref == ref), None)
            also = question.also if question else ()
            return ask_for(stands, ref, also=also, why=why_words(stands, question) if question else "")
    if fact_id in vocabulary().facts:
        return ask_about(stands, fact_id, ids=whom[:200])
    return None


def _is_event(stands: Stands, one: str) -> bool:
    return any(event.id == one for event in stands.situation.events)


def _asked_again(stands: Stands, conversation: Conversation, ref: FactRef, request: WorkerRequest, wrong: Refused) -> Ask:
    posted = {key: str(value) for key, value in request.POST.items()}
    kept = wrong if isinstance(wrong, NotAnAnswer) else str(wrong)
    if any(one not in stands.persons and one not in stands.homes and not _is_event(stands, one) for one in ref[1]):
        return ask_about(stands, ref[0], posted=posted, wrong=kept, ids=",".join(ref[1]))
    ticked = request.POST.getlist("ook")
    question = next((one for one in stands.questions(conversation) if one.ref == ref), None)
    return ask_for(stands, ref, also=question.also if question else (), ticked=ticked, posted=posted, wrong=kept)


def _not_understood(
    request: WorkerRequest, dossier: Dossier, stands: Stands, conversation: Conversation, ask: Ask | None, why: str
) -> HttpResponseBase:
    """Nothing was kept of this answer: what was typed stays, and what can be done stands beside it."""
    context = talk_context(request, dossier, stands, conversation, ask=ask)
    return show(request, "casework/talk.html", part="casework/_live.html", status=422, wrong=why, **context)


def kept_for_words(stands: Stands, ref: FactRef, others: Sequence[FactRef], left: Sequence[FactRef]) -> str:
    """Of whom the same answer was kept, and of whom something stood already; "" when only one person was meant."""
    if not others:
        return ""
    names = {other: next(them for mine, them in zip(ref[1], other[1], strict=True) if mine != them) for other in others}
    kept = [stands.name(names[other]) for other in others if other not in left]
    says = [_("Ook bewaard voor %(names)s.") % {"names": joined(kept)}] if kept else []
    if left:
        says.append(
            _("Voor %(names)s stond intussen al iets: dat blijft staan.") % {"names": joined([stands.name(names[one]) for one in left])}
        )
    return " ".join(says)


def changed_words(before: Stands, after: Stands) -> str:
    """One sentence for the live region: what an answer changed, what opened before what closed."""
    stood = {(result.right, result.subject): result for result in before.results}
    by_weight = sorted(after.results, key=lambda result: -(cents(result.high) or 0))
    for group in ("open", "closed", "running", "failed", "hangs"):
        for result in by_weight:
            was = stood.get((result.right, result.subject))
            if group_of(result) == group and was is not None and group_of(was) != group:
                return _change_words(result, after)
    for result in by_weight:
        was = stood.get((result.right, result.subject))
        if was is not None and group_of(result) in ("open", "hangs") and (was.low, was.high) != (result.low, result.high):
            amount, word, _note = amount_of(result, after)
            says = wording.amount_range(amount.low, amount.high, per=amount.per, language=language()) if amount else word
            return _("%(right)s: %(amount)s.") % {"right": right_name(result.right, language()), "amount": says}
    return ""


def _change_words(result: Result, stands: Stands) -> str:
    amount, _word, _note = amount_of(result, stands)
    says = f", {wording.amount_range(amount.low, amount.high, per=amount.per, language=language())}" if amount else ""
    words = {"right": right_name(result.right, language()), "amount": says}
    match group_of(result):
        case "open":
            return _("%(right)s ligt nu open%(amount)s.") % words
        case "closed":
            return _("%(right)s: nu niet.") % words
        case "running":
            return _("%(right)s loopt al.") % words
        case "failed":
            return _("%(right)s kon niet worden berekend. Dit is geen nee.") % words
    return _("%(right)s hangt nog van iets af.") % words
