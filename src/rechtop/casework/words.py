"""Facts in words: how a question sounds, how a fact is called, who said it and when. All in the language of the reader."""

from datetime import date, datetime
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rechtop.casework.stands import Stands
from rechtop.people import answers
from rechtop.people.municipalities import name_of
from rechtop.people.queries import StandingFact
from rechtop.people.standing import Standing
from rechtop.rights.evaluate import FactRef
from rechtop.rights.evaluate.values import INFINITY
from rechtop.rights.facts.situation import HOME, Key, Spell, Value
from rechtop.rights.facts.vocabulary import Fact, Part, vocabulary
from rechtop.web import wording

PART = "part:"
ON = "on:"


def language() -> str:
    """The language of the page: nl, fr or en."""
    return (get_language() or "nl")[:2]


# -- questions and labels --------------------------------------------------------------------------------------------------


def part_of(ref: FactRef) -> Part | None:
    """The part of a status that a question is about, if it is about one."""
    if not ref[3].startswith(PART):
        return None
    fact = vocabulary().fact(ref[0])
    return next((part for part in fact.parts if part.id == ref[3].removeprefix(PART)), None)


def asked_day(ref: FactRef) -> date | None:
    """The day that a question is about, where a rule reads how it was on another day than today."""
    if not ref[3].startswith(ON):
        return None
    try:
        return date.fromisoformat(ref[3].removeprefix(ON))
    except ValueError:
        return None


def question_text(ref: FactRef, stands: Stands) -> str:
    """The question as one reads it aloud: to the teller herself, or about somebody else by name."""
    fact_id, ids, year, aspect = ref
    fact, lang = vocabulary().fact(fact_id), language()
    part = part_of(ref)
    standing = stands.by_key.get((fact_id, ids, None))
    if part is not None and (standing is None or not standing.answers):
        # Nobody said yet whether there is such a thing at all: that comes before how much of it, or which year.
        part, aspect = None, "value"
        if year is not None and not fact.by_year:
            return _("%(question)s Of was dat zo in %(year)s?") % {"question": _asked(fact, ids, stands), "year": year_words(fact, year)}
    if aspect in ("since", "until") or part is not None:
        word = part.label.in_language(lang) if part else _("sinds wanneer") if aspect == "since" else _("tot wanneer")
        about = label_of(ref, stands)
        says = f"{about}: {word}?" if year is None else f"{about}: {word} ({year})?"
        return says[:1].upper() + says[1:]
    says = _asked(fact, ids, stands)
    on = asked_day(ref)
    if on is not None:
        return f"{says} ({wording.day(on, lang)})"
    return says if year is None else _("%(question)s (%(year)s)") % {"question": says, "year": year_words(fact, year)}


def year_words(fact: Fact, year: int) -> str:
    """2024, or the school year 2024-2025."""
    return f"{year}-{year + 1}" if fact.moment == "school_year" else str(year)


def _asked(fact: Fact, ids: tuple[str, ...], stands: Stands) -> str:
    lang = language()
    own = fact.question.in_language(lang)
    about = fact.question_about
    if about is None or not ids:
        return own
    if fact.of == "relation" and fact.to == "person" and len(ids) == 2:
        return _filled(about.in_language(lang), stands.name(ids[0]), stands.name(ids[1]))
    asks_teller = ids[0] == stands.teller_id and fact.whom != "child"
    return own if asks_teller else _filled(about.in_language(lang), stands.name(ids[0]), "")


def _filled(text: str, name: str, other: str) -> str:
    return text.replace("{name}", name).replace("{other}", other)


def whose(ids: tuple[str, ...], stands: Stands) -> str:
    """Of whom a fact is, in a few words: "An", "An en Noor", "ander goed"; "" for the household and the home."""
    words = []
    for one in ids:
        if one == HOME:
            continue
        if one in stands.persons:
            words.append(stands.name(one))
        elif one in stands.homes:
            words.append(_("ander goed"))
        else:
            words.append(event_words(one, stands))
    return joined([word for word in words if word])


def event_words(event_id: str, stands: Stands) -> str:
    """Which delivery, sale or request is meant: its day, as far as it was told."""
    for fact in ("fuel_delivery_date", "disposal_date", "application_date"):
        day = stands.value(fact, event_id)
        if isinstance(day, date):
            return wording.day(day, language())
    return _("datum nog niet geweten")


def joined(words: list[str]) -> str:
    """One, two and three in a row, as one says it."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s en %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def fact_label(fact: Fact, ids: tuple[str, ...], year: int | None, stands: Stands, *, alone: bool = False) -> str:
    """How a fact is called in a list, with of whom it is when there is more than one person."""
    label = fact.label.in_language(language())
    label = label[:1].upper() + label[1:]
    if year is not None:
        label = f"{label} {year_words(fact, year)}"
    about = "" if alone or (len(stands.persons) < 2 and len(ids) < 2) else whose(ids, stands)
    return f"{label} · {about}" if about else label


def label_of(ref: FactRef | Key, stands: Stands) -> str:
    """How the fact of a key is called."""
    fact = vocabulary().fact(ref[0])
    return fact_label(fact, ref[1], ref[2] if fact.by_year else None, stands)


def need_words(ref: FactRef, stands: Stands) -> str:
    """What something hangs on, as it stands in a sentence: "huur per maand", "loon van Karim, sinds wanneer"."""
    fact, lang = vocabulary().fact(ref[0]), language()
    says = fact.label.in_language(lang)
    part = part_of(ref)
    standing = stands.by_key.get((ref[0], ref[1], None))
    if part is not None and standing is not None and standing.answers:  # else nobody said yet whether there is such a thing at all
        says = f"{says}, {part.label.in_language(lang)}"
    elif ref[3] == "since":
        says = f"{says}, {_('sinds wanneer')}"
    if ref[2] is not None:
        says = f"{says} {ref[2]}"
    about = whose(ref[1], stands) if len(stands.persons) > 1 else ""
    return f"{says} ({about})" if about else says


# -- values and where they come from ---------------------------------------------------------------------------------------


def value_words(fact: Fact | Part, value: Value) -> str:
    """A value as one says it."""
    if isinstance(fact, Fact) and fact.no_date is not None and value == fact.no_date.day:
        return fact.no_date.label.in_language(language())
    if fact.type == "enum" and fact.codes and isinstance(value, str):
        return _("in het buitenland") if value == "abroad" else name_of(value, language())
    return answers.show(fact, value, language=language())


def standing_words(found: StandingFact) -> str:
    """What stands of a fact, with its parts and its period."""
    answer = found.answers[0]
    if answer.knowing != "known":
        return knowing_words(answer.knowing)
    if answer.several:
        return _("twee bronnen, allebei bewaard")
    says = value_words(found.fact, answer.value)
    by_id = {part.id: part for part in found.fact.parts}
    for name, kept in answer.parts.items():
        if name in by_id and not isinstance(kept, dict) and kept is not None:
            part = by_id[name]
            says += f", {part.label.in_language(language())}: {value_words(part, kept)}"  # type: ignore[arg-type]
    return says + period_words(answer, found.fact)


def period_words(answer: Standing, fact: Fact) -> str:
    """Since and until when, as far as it was said."""
    if not fact.dated and fact.type != "status":
        return ""
    lang = language()
    says = ""
    if answer.since:
        says += ", " + _("sinds %(day)s") % {"day": wording.day(answer.since, lang)}
    if answer.until:
        says += ", " + _("tot en met %(day)s") % {"day": wording.day(answer.until, lang)}
    return says


def knowing_words(knowing: str) -> str:
    """What somebody said instead of an answer."""
    return {"does_not_know": _("weet het niet"), "rather_not_say": _("zegt het liever niet"), "later": _("later te vragen")}.get(
        knowing, ""
    )


def source_words(source: str, document: str, told_on: datetime | None, teller: str = "", worker: str = "") -> str:
    """Who told it, when; or on which document it was seen."""
    when = day_words(told_on)
    match source:
        case "document":
            says = _("%(document)s, gezien %(when)s") if document else _("op een document gezien %(when)s")
        case "register":
            says = _("uit een register, %(when)s")
        case "inferred":
            says = _("afgeleid door %(worker)s, %(when)s") if worker else _("volgt uit een ander antwoord")
        case _:
            says = _("verteld door %(teller)s, %(when)s") if teller else _("verteld, %(when)s")
    return says % {"document": document, "when": when, "worker": worker, "teller": teller}


def spell_source(spell: Spell, stands: Stands) -> str:
    """Where an answer comes from, as the engine carries it."""
    return source_words(spell.source, spell.document, spell.told_on, stands.name(stands.teller_id), spell.told_to)


def answer_source(answer: Standing, stands: Stands) -> str:
    """Where an answer comes from."""
    entry = answer.entry
    return source_words(entry.source, entry.document, entry.told_on, stands.name(stands.teller_id), entry.told_to.name)


def day_words(moment: datetime | None) -> str:
    """Vandaag, gisteren, or the day."""
    if moment is None:
        return ""
    day, today = timezone.localdate(moment), timezone.localdate()
    if day == today:
        return _("vandaag")
    return _("op %(day)s") % {"day": wording.day(day, language())}


def cents(number: int | float | Fraction | None) -> int | None:
    """An amount of the engine as whole cents; None where nothing bounds it."""
    if number is None or number in (INFINITY, -INFINITY):
        return None
    return round(number)
