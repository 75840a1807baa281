"""What if: change something from a day on, and see beside each other what the law makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponseBase, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from rechtop.ahead.effect import balance, moves
from rechtop.ahead.thought import Newcomer, adults_here, as_it_goes_on, newcomer_names, with_thoughts
from rechtop.casework.asking import Ask, ask_for
from rechtop.casework.doors import dossier_in_url
from rechtop.casework.facts import found_facts, refs_of
from rechtop.casework.keys import read_key, write_key
from rechtop.casework.models import Dossier
from rechtop.casework.page import head
from rechtop.casework.stands import Stands
from rechtop.casework.words import label_of, language, value_words
from rechtop.people import answers
from rechtop.people.municipalities import code_of, to_pick_from
from rechtop.people.spoken import Unclear
from rechtop.people.spoken_dates import read_start
from rechtop.rights.ahead import Change
from rechtop.rights.evaluate import FactRef
from rechtop.rights.facts.situation import HOME
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.trust.refusal import Refused
from rechtop.web import wording
from rechtop.web.show import show

MOST_CHANGES = 12
MOST_NEWCOMERS = 4
LONGEST = 200
"""Characters of one answer; what is longer was not typed by hand."""

MOST_YEARS = 3
"""So far ahead the law is asked; beyond it, nothing that stands in the law today is likely to hold."""

MOST_FOUND = 8

OFTEN = ("wage_net_month", "benefits_net_month", "lives_here", "stays_in", "main_activity")
"""What changes most in a life, asked of each grown-up here; with the rent. Everything else is found by a word."""


@dataclass(frozen=True)
class ThoughtOf:
    """One answer that would change: its key and what was typed, to carry along; label and value to read."""

    key: str
    typed: str
    label: str
    value: str


@dataclass(frozen=True)
class Pick:
    """Something that can be changed."""

    key: str
    label: str


@dataclass
class Form:
    """What stands in the form. `asked` is the fact for which an answer is being typed."""

    day: date
    day_typed: str
    changes: list[Change]
    shown: list[ThoughtOf]
    newcomers: list[Newcomer]
    asked: Ask | None = None
    newcomer_asked: str = ""
    income_typed: str = ""
    wrong: str = ""
    words: str = ""
    found: Sequence[Pick] = ()


@needs("rights.read", opens=dossier_in_url)
def what_if(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """A GET shows what can be changed; a POST carries what one thinks of along and shows what it does. Nothing is kept."""
    now = Stands.of(dossier)
    form = read_form(request.POST, now)
    thought_of = bool(form.changes or form.newcomers)
    context: dict[str, Any] = {}
    if thought_of or (request.method == "POST" and not form.wrong and not form.asked and not form.newcomer_asked and not form.words):
        context = effect_of(dossier, form)
    return show(
        request,
        "ahead/what_if.html",
        status=422 if form.wrong else 200,
        **head(request, dossier, now, here="ahead"),
        here="what_if",
        form=form,
        newcomers=[(number, name) for number, name in enumerate(newcomer_names(form.newcomers).values())],
        newcomers_kept=[f"{one.kind}={'' if one.income is None else one.income}" for one in form.newcomers],
        picks=picks(now),
        places=to_pick_from(language()) if form.asked is not None and form.asked.kind == "code" else (),
        thought_of=thought_of,
        **context,
    )


def effect_of(dossier: Dossier, form: Form) -> dict[str, Any]:
    """The household as it goes on beside the household with what one thinks of; without a thought, today beside that day."""
    later = as_it_goes_on(dossier, form.day)
    if form.changes or form.newcomers:
        before, after = later, with_thoughts(later, form.changes, form.newcomers)
    else:
        before, after = as_it_goes_on(dossier, timezone.localdate()), later
    found = moves(before, after, form.changes)
    return {
        "moves": [move for move in found if move.how in FIRST],
        "may_move": [move for move in found if move.how not in FIRST],
        "balance": balance(before, after),
        "before_word": _("zoals het loopt") if form.changes or form.newcomers else _("vandaag"),
        "after_word": _("als dit verandert") if form.changes or form.newcomers else wording.day(form.day, language()),
        "looked": True,
    }


FIRST = ("gained", "more", "changed", "less", "lost", "unsure")
"""Moves of what is or becomes open; what only may come or can come no more is folded."""


# -- the form --------------------------------------------------------------------------------------------------------------


def first_of_next_month(today: date) -> date:
    """The day from which most changes count."""
    return date(today.year + today.month // 12, today.month % 12 + 1, 1)


def read_form(posted: QueryDict, now: Stands) -> Form:
    """What was posted, with what cannot be read said in `wrong` and left as it was typed."""
    today = timezone.localdate()
    typed = posted.get("vanaf", "")[:LONGEST]
    form = Form(first_of_next_month(today), typed, [], [], [])
    problems: list[str] = []
    try:
        form.day = read_day(typed, today) if typed.strip() else form.day
    except Refused as wrong:
        problems.append(str(wrong))
    form.day_typed = typed or wording.day(form.day, language())
    _carry_along(posted, now, form)
    _add_newcomer(posted, form, problems)
    _add_change(posted, now, form, problems)
    form.words = "" if form.asked or form.newcomer_asked else posted.get("woorden", "")[:LONGEST].strip()
    form.found = found_picks(now, form.words) if form.words else ()
    if form.words and not form.found:
        problems.append(_("Geen feit gevonden met dit woord. Probeer een ander woord."))
    form.wrong = " ".join(problems)
    return form


def read_day(typed: str, today: date) -> date:
    """The day from which the change counts. Refused for a day that passed, lies too far ahead, or cannot be read."""
    label = _("Vanaf wanneer")
    try:
        day = read_start(typed, today=today)
    except Unclear as unclear:
        raise Refused(f"{label}: “{typed}” {unclear.why}", to_do=unclear.to_do) from None
    if day < today:
        raise Refused(_("%(label)s: “%(typed)s” is voorbij.") % {"label": label, "typed": typed}, to_do=_("Kies vandaag of later."))
    if day > date(today.year + MOST_YEARS, today.month, 1):
        raise Refused(
            _("%(label)s: “%(typed)s” is te ver vooruit.") % {"label": label, "typed": typed},
            to_do=_("Kies een dag in de volgende drie jaar: verder staat er nog niets in de wet."),
        )
    return day


def _carry_along(posted: QueryDict, now: Stands, form: Form) -> None:
    away = {posted.get("weg", "")}
    for number, kept in enumerate(posted.getlist("w")[:MOST_CHANGES]):
        key, _equals, typed = kept.partition("=")
        ref = read_key(key)
        if str(number) not in away and ref is not None and is_here(now, ref):
            try:
                _think(form, now, ref, typed[:LONGEST])
            except Refused:
                continue  # it was read before; what cannot be read now was made by hand
    gone = posted.get("weg_erbij", "")
    for number, kept in enumerate(posted.getlist("erbij")[:MOST_NEWCOMERS]):
        kind, _equals, income = kept.partition("=")
        if str(number) != gone and kind in ("partner", "child"):
            whole = int(income) if income.isascii() and income.isdecimal() and len(income) <= 8 else None
            form.newcomers.append(Newcomer(kind, whole))  # type: ignore[arg-type]


def _add_newcomer(posted: QueryDict, form: Form, problems: list[str]) -> None:
    kind = posted.get("nieuw", "")
    if "kies" in posted or kind not in ("partner", "child") or len(form.newcomers) >= MOST_NEWCOMERS:
        return
    if kind == "child":
        form.newcomers.append(Newcomer("child"))
        return
    if "inkomen" not in posted:
        form.newcomer_asked = kind
        return
    typed = posted.get("inkomen", "")[:LONGEST]
    try:
        income = read_value(("wage_net_month", ("x",), None, "value"), typed) if typed.strip() else None
    except Refused as wrong:
        form.newcomer_asked, form.income_typed = kind, typed
        problems.append(str(wrong))
        return
    form.newcomers.append(Newcomer("partner", income if isinstance(income, int) else None))


def _add_change(posted: QueryDict, now: Stands, form: Form, problems: list[str]) -> None:
    ref = read_key(posted.get("kies", "") or posted.get("sleutel", ""))
    if ref is None or not is_here(now, ref):
        return
    typed = posted.get("answer", "")[:LONGEST] if not posted.get("kies") else ""
    if not typed.strip():
        form.asked = ask_for(now, ref) if posted.get("kies") else None
        return
    try:
        form.shown = [one for one in form.shown if one.key != write_key(ref)]
        form.changes = [one for one in form.changes if one.key != _key(ref)]
        _think(form, now, ref, typed)
    except Refused as wrong:
        form.asked = ask_for(now, ref, posted={"answer": typed}, wrong=str(wrong))
        problems.append(str(wrong))


def _key(ref: FactRef) -> tuple[str, tuple[str, ...], int | None]:
    return ref[0], ref[1], ref[2] if vocabulary().fact(ref[0]).by_year else None


def _think(form: Form, now: Stands, ref: FactRef, typed: str) -> None:
    if len(form.changes) >= MOST_CHANGES:
        raise Refused(_("Er staan al %(most)s wijzigingen.") % {"most": MOST_CHANGES}, to_do=_("Haal er eerst een weg."))
    fact = vocabulary().fact(ref[0])
    value = read_value(ref, typed)
    form.changes.append(Change(_key(ref), value, form.day))  # type: ignore[arg-type]
    says = value_words(fact, value) if value is not None else _("niet geweten")  # type: ignore[arg-type]
    form.shown.append(ThoughtOf(write_key(ref), typed, label_of(ref, now), says))


def read_value(ref: FactRef, typed: str) -> object:
    """What was typed, read as everywhere; None for "weet niet". Refused (NotAnAnswer) with what to write instead."""
    fact = vocabulary().fact(ref[0])
    said: object = typed
    if fact.no_date is not None and typed == "no_date":
        said = fact.no_date.day
    elif fact.type == "status":
        said = {"state": typed, "since": ""}
    elif fact.codes:
        said = code_of(typed) or typed
    found = answers.read(fact, said, language=language(), today=timezone.localdate())
    return found.value if found.knowing == "known" else None


def is_here(stands: Stands, ref: FactRef) -> bool:
    """Whether a fact can be thought of somebody or something of this household."""
    fact = vocabulary().fact(ref[0])
    people, homes = set(stands.persons), {HOME, *stands.homes}
    places: dict[str, list[set[str]]] = {
        "household": [],
        "person": [people],
        "dwelling": [homes],
        "event": [{event.id for event in stands.situation.events}],
        "relation": [people, people if fact.to == "person" else homes],
    }
    wanted = places[fact.of]
    return len(ref[1]) == len(wanted) and all(one in place for one, place in zip(ref[1], wanted, strict=True)) and ref[3] == "value"


# -- what can be changed ---------------------------------------------------------------------------------------------------


def picks(now: Stands) -> list[Pick]:
    """What changes most in a life, of everybody grown up here."""
    refs: list[FactRef] = [(fact, (one,), None, "value") for one in adults_here(now) for fact in OFTEN]
    refs.append(("rent_month", (HOME,), None, "value"))
    return [Pick(write_key(ref), label_of(ref, now)) for ref in refs if ref[0] in vocabulary().facts]


def found_picks(now: Stands, words: str) -> list[Pick]:
    """What everyday words point to."""
    refs = [ref for fact in found_facts(words)[:MOST_FOUND] for ref in refs_of(now, fact)]
    return [Pick(write_key(ref), label_of(ref, now)) for ref in refs[: 3 * MOST_FOUND] if is_here(now, ref)]
