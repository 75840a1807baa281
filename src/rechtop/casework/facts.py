"""One fact with everything that was said about it; taking back, settling; and all facts, a topic at a time."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rechtop.casework import queries
from rechtop.casework.actions import begin_conversation
from rechtop.casework.answering import asked_of, tell_answer
from rechtop.casework.asking import Ask, ask_for
from rechtop.casework.doors import dossier_in_url
from rechtop.casework.forms import ReasonForm
from rechtop.casework.keys import read_key, write_key
from rechtop.casework.knots import topic_words
from rechtop.casework.models import Dossier
from rechtop.casework.page import head
from rechtop.casework.stands import HERE, Stands
from rechtop.casework.whom import Choice
from rechtop.casework.words import fact_label, language, source_words, value_words
from rechtop.people import actions, answers
from rechtop.people.models import FactEntry
from rechtop.people.municipalities import to_pick_from
from rechtop.people.queries import StandingFact, history_of
from rechtop.rights.evaluate import FactRef
from rechtop.rights.facts.search import find_facts
from rechtop.rights.facts.situation import HOME
from rechtop.rights.facts.vocabulary import Fact, vocabulary
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.refusal import Refused
from rechtop.web.show import go_to, show

YOUNG, OF_SCHOOL_AGE = 25, 15
OF_CHILDREN = ("who_you_are", "living_together", "children", "health_and_care", "school_and_childcare")
"""Topics in which something can be told of a child under OF_SCHOOL_AGE."""


@dataclass(frozen=True)
class Said:
    """One line of the history of a fact."""

    entry: FactEntry
    value: str
    where: str
    gone: bool
    can_go: bool


@needs("casework.write", opens=dossier_in_url)
def fact(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Everything that was said about one thing (?sleutel=…): who, when, what was taken back; two sources side by side."""
    stands = Stands.of(dossier)
    key, found = standing_of(stands, request.GET.get("sleutel", ""))
    return show(request, "casework/fact.html", **fact_context(request, dossier, stands, key, found))


def standing_of(stands: Stands, key: str) -> tuple[str, StandingFact]:
    """The fact of a key, as it stands here; 404 for a fact that is not in this household's picture."""
    ref = read_key(key)
    found = stands.by_key.get(ref[:3]) if ref else None
    if ref is None or found is None:
        raise Http404
    return write_key(ref), found


def fact_context(request: WorkerRequest, dossier: Dossier, stands: Stands, key: str, found: StandingFact, **more: Any) -> dict[str, Any]:
    """What the page of one fact shows."""
    home = stands.picture.home.pk if stands.picture.home else None
    ids = found.about.ids(home, HOME)
    history = history_of(found.fact.id, found.about, found.year)
    gone = {entry.replaces_id for entry in history if entry.knowing == "withdrawn"}
    differs = found.contradiction
    return {
        **head(request, dossier, stands, here="talk"),
        "key": key,
        "label": fact_label(found.fact, ids, found.year, stands),
        "said": [_said(entry, found.fact, stands, entry.pk in gone) for entry in reversed(history)],
        "differs": [_said(entry, found.fact, stands, False) for entry in differs.entries] if differs else [],
        "form": ReasonForm(),
        **more,
    }


def _said(entry: FactEntry, passport: Fact, stands: Stands, gone: bool) -> Said:
    value, _parts = answers.from_kept(passport, entry.value)
    says = value_words(passport, value) if entry.knowing == "known" else str(entry.get_knowing_display())
    where = source_words(entry.source, entry.document, entry.told_on, stands.name(stands.teller_id), entry.told_to.name)
    return Said(entry, says, where, gone, can_go=not gone and entry.knowing != "withdrawn")


@needs("casework.write", opens=dossier_in_url)
@require_POST
def take_back(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Told by mistake: what stood before stands again."""
    stands = Stands.of(dossier)
    key, found = standing_of(stands, request.POST.get("sleutel", ""))
    try:
        actions.take_back(_entry(found, request), why=request.POST.get("why", ""), within=dossier, by=request.worker)
    except Refused as wrong:
        return _fact_again(request, dossier, stands, key, found, str(wrong))
    messages.info(request, _("Teruggenomen. Wat er voordien stond, staat er weer."))
    return go_to(request, reverse("casework:talk", args=[dossier.pk]) + "#weten")


@needs("casework.write", opens=dossier_in_url)
@require_POST
def settle(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Two sources differ: one of them is right, and why."""
    stands = Stands.of(dossier)
    key, found = standing_of(stands, request.POST.get("sleutel", ""))
    try:
        actions.settle(_entry(found, request), why=request.POST.get("why", ""), within=dossier, by=request.worker)
    except Refused as wrong:
        return _fact_again(request, dossier, stands, key, found, str(wrong))
    messages.info(request, _("Uitgeklaard. De andere bron blijft te lezen in de geschiedenis."))
    return go_to(request, reverse("casework:talk", args=[dossier.pk]) + "#weten")


def _entry(found: StandingFact, request: WorkerRequest) -> FactEntry:
    """The entry that the form names, among those of this very fact."""
    number = request.POST.get("regel", "")
    for entry in history_of(found.fact.id, found.about, found.year):
        if str(entry.pk) == number:
            return entry
    raise Refused(_("Er is nog niets gekozen."), to_do=_("Kies over welke regel het gaat."))


def _fact_again(request: WorkerRequest, dossier: Dossier, stands: Stands, key: str, found: StandingFact, wrong: str) -> HttpResponseBase:
    typed = ReasonForm(initial={"why": request.POST.get("why", "")})
    picked = request.POST.get("regel", "")
    context = fact_context(request, dossier, stands, key, found, form=typed, wrong=wrong, picked=picked)
    return show(request, "casework/fact.html", status=422, **context)


# -- all facts -------------------------------------------------------------------------------------------------------------

EVERYTHING = "alles"
"""In the address instead of a topic: all of them on one page."""

FOUND = "gevonden"
"""The place of what a word found, among the topics."""

EVERYBODY = "iedereen"
"""In the address instead of a person: the open topic of everybody, however long."""

MOST_FORMS = 80
"""Fields on one page; a large household is shown a person at a time, the teller first."""

MOST_FOUND = 12
"""Facts shown for one word; who searches for more types another word."""


@dataclass(frozen=True)
class TopicPart:
    """The facts of one topic, or those found by a word, as forms."""

    topic: str
    title: str
    asks: list[Ask]
    persons: tuple[Choice, ...] = ()
    """Of whom the facts are shown, one at a time, when there are too many; empty: of everybody."""


@dataclass(frozen=True)
class TopicTab:
    """A topic that can be opened: how many of its facts were told, and whether it stands open."""

    topic: str
    title: str
    told: int
    here: bool


@needs("casework.write", opens=dossier_in_url)
def all_facts(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """Every fact of everybody, a topic at a time (?onderwerp=, or all of them). A POST keeps one fact, or finds facts by a word."""
    if request.method == "POST" and "woorden" not in request.POST:
        return _keep_one(request, dossier)
    stands = Stands.of(dossier)
    typed = request.POST.get("woorden", "")[:200]
    topic = "" if typed.strip() else opened_topic(request.GET.get("onderwerp", ""))
    context = facts_page(request, dossier, stands, topic, request.GET.get("van", ""), typed)
    return show(request, "casework/all_facts.html", part="casework/_topic.html", focus=bool(topic and request.htmx), **context)


def opened_topic(asked: str) -> str:
    """The topic that the address asks for; the first one when it asks for none, or for one that does not exist."""
    topics = topics_with_facts()
    return asked if asked in (*topics, EVERYTHING) else topics[0]


def facts_page(
    request: WorkerRequest, dossier: Dossier, stands: Stands, topic: str, whom: str = "", typed: str = "", **more: Any
) -> dict[str, Any]:
    """What the page shows: the topics with how much is told of each, and the forms of the open one or of what was found."""
    told = Counter(found.fact.topic for found in stands.picture.facts if found.answers)
    if typed.strip():
        parts = [found_part(stands, typed)]
    elif topic == EVERYTHING:
        parts = [topic_part(stands, one, EVERYBODY) for one in topics_with_facts()]
    else:
        parts = [topic_part(stands, topic, whom)]
    return {
        **head(request, dossier, stands, here="all_facts"),
        "tabs_of_facts": [TopicTab(one, topic_words(one), told[one], one == topic) for one in topics_with_facts()],
        "everything": topic == EVERYTHING,
        "parts": parts,
        "typed": typed,
        "places": to_pick_from(language()) if any(ask.kind == "code" for part in parts for ask in part.asks) else (),
        **more,
    }


def topics_with_facts() -> list[str]:
    """The topics of the vocabulary in the order of a talk, those without a fact left out."""
    return [topic for topic in vocabulary().topics if vocabulary().of_topic(topic)]


def topic_part(stands: Stands, topic: str, whom: str) -> TopicPart:
    """All facts of a topic that can be told of this household; of one person when it would be too many at once."""
    refs = [ref for fact in vocabulary().of_topic(topic) for ref in refs_of(stands, fact)]
    persons: tuple[Choice, ...] = ()
    if len(refs) > MOST_FORMS and whom != EVERYBODY:
        shown = whom if whom in stands.persons else stands.teller_id
        persons = tuple(Choice(one, stands.name(one), one == shown) for one in stands.persons)
        refs = [ref for ref in refs if shown in ref[1] or not set(ref[1]) & set(stands.persons)]
    return TopicPart(topic, topic_words(topic), [ask_for(stands, ref) for ref in refs], persons)


def found_part(stands: Stands, typed: str) -> TopicPart:
    """The facts that everyday words point to, each of everybody of whom it can be told."""
    refs = [ref for fact in found_facts(typed)[:MOST_FOUND] for ref in refs_of(stands, fact)]
    return TopicPart(FOUND, _("Gevonden"), [ask_for(stands, ref) for ref in refs[:MOST_FORMS]])


def found_facts(typed: str) -> list[Fact]:
    """Facts that everyday words point to, in the language of the page, and else in Dutch."""
    if not typed.strip():
        return []
    lang = language()
    found = find_facts(typed, lang)  # type: ignore[arg-type]
    return list(found or (find_facts(typed, "nl") if lang != "nl" else ()))


def refs_of(stands: Stands, fact: Fact) -> list[FactRef]:
    """Of whom and what a fact can be told here, without what was never begun (a sale, another property)."""
    members = [str(one.person.pk) for one in stands.presences if one.how in HERE]
    years: list[int | None] = [None]
    if fact.by_year:
        told = {year for (fact_id, _ids, year) in stands.by_key if fact_id == fact.id and year}
        asked = {ref[2] for result in stands.results for ref in stands.missing(result) if ref[0] == fact.id and ref[2]}
        years = [*sorted(told | asked)]
    ids: list[tuple[str, ...]] = []
    if fact.of == "household":
        ids = [()]
    elif fact.of == "person":
        ids = [(one,) for one in members if _makes_sense(stands, fact, one)]
    elif fact.of == "dwelling":
        ids = [(estate,) for estate in stands.homes]
    elif fact.of == "event":
        ids = [(event.id,) for event in stands.situation.events if event.kind == fact.event]
    elif fact.to == "dwelling":
        ids = [(one, estate) for estate in stands.homes for one in members]
    else:
        ids = [known for (fact_id, known, _year) in stands.by_key if fact_id == fact.id]
        ids += [ref[1] for result in stands.results for ref in stands.missing(result) if ref[0] == fact.id]
    return [(fact.id, one, year, "value") for one in dict.fromkeys(ids) for year in years]


def _makes_sense(stands: Stands, fact: Fact, person: str) -> bool:
    """A young child has no wage and a grown-up no school allowance; what was told anyway is always shown."""
    age = stands.age(person)
    if age is None or (fact.id, (person,), None) in stands.by_key:
        return True
    return age < YOUNG if fact.whom == "child" else age >= OF_SCHOOL_AGE or fact.topic in OF_CHILDREN


def _keep_one(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """One field of the page: by the script when one leaves the field, or by its button. Half a number is never kept."""
    stands = Stands.of(dossier)
    conversation = queries.open_talk(dossier, request.worker) or begin_conversation(dossier, by=request.worker)
    fact = vocabulary().facts.get(request.POST.get("feit", ""))
    topic = EVERYTHING if request.POST.get("onderwerp") == EVERYTHING else opened_topic(fact.topic if fact else "")
    try:
        ref = asked_of(request.POST)
        tell_answer(stands, ref, request.POST, conversation=conversation, dossier=dossier, by=request.worker)
    except Refused as wrong:
        typed = {key: str(value) for key, value in request.POST.items()}
        context = facts_page(request, dossier, stands, topic, request.GET.get("van", ""), wrong=str(wrong), posted=typed)
        return show(request, "casework/all_facts.html", part="casework/_kept_one.html", status=422, **context)
    label = fact_label(vocabulary().fact(ref[0]), ref[1], ref[2], stands, alone=True)
    if request.htmx:
        return show(request, "casework/all_facts.html", part="casework/_kept_one.html", kept=label)
    messages.info(request, _("%(fact)s: bewaard.") % {"fact": label})
    whom = request.GET.get("van") or next(iter(ref[1]), "")
    whom = whom if whom == EVERYBODY or whom in stands.persons else ""
    return go_to(request, reverse("casework:all_facts", args=[dossier.pk]) + f"?onderwerp={topic}&van={whom}#f-{write_key(ref)}")
