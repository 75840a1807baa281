"""The card with one question: what is asked, of whom, in which form one answers, and why it is asked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from rechtop.casework.keys import write_key
from rechtop.casework.stands import Stands
from rechtop.casework.whom import NEW, Choice, also_choices, latest_year, whom_choices, year_choices
from rechtop.casework.why import left_words, why_words
from rechtop.casework.words import (
    asked_day,
    fact_label,
    language,
    part_of,
    question_text,
    value_words,
)
from rechtop.people import answers
from rechtop.people.answers import NotAnAnswer
from rechtop.people.municipalities import name_of, to_pick_from
from rechtop.people.standing import Standing
from rechtop.rights.ask import Question
from rechtop.rights.evaluate import FactRef
from rechtop.rights.facts.situation import Value
from rechtop.rights.facts.vocabulary import Fact, Part, vocabulary
from rechtop.web import wording

Kind = Literal["bool", "choice", "cents", "number", "date", "code", "status", "since"]
MOST_BUTTONS = 8
"""A longer list of answers is a drop-down."""

FEW_TO_COUNT = 6
"""A number up to so many is picked and not typed: how many parents died, how many points."""


@dataclass(frozen=True)
class PartField:
    """A further part of a status: its amount, category, kind."""

    name: str
    label: str
    kind: Literal["typed", "choice"]
    typed: str = ""
    choices: tuple[Choice, ...] = ()
    money: bool = False


@dataclass(frozen=True)
class Ask:
    """One question as a form. key: what is asked of whom; whom: persons or things to pick from, when that is still open; also: others of
    whom the same is still open, by the key of their question, for whom the answer can be told at once."""

    key: str
    fact: str
    text: str
    label: str
    kind: Kind
    aspect: str = "value"
    ids: str = ""
    whom: tuple[Choice, ...] = ()
    also: tuple[Choice, ...] = ()
    years: tuple[Choice, ...] = ()
    year: str = ""
    choices: tuple[Choice, ...] = ()
    many: bool = False
    typed: str = ""
    unit: str = ""
    since: str = ""
    asks_since: bool = False
    parts: tuple[PartField, ...] = ()
    proof: str = ""
    document: str = ""
    seen: bool = False
    help: str = ""
    why: str = ""
    left: str = ""
    other_key: str = ""
    instead: str = ""
    error: str = ""
    guess: str = ""
    is_next: bool = False

    @property
    def places(self) -> tuple[str, ...]:
        """The municipalities one can pick, those of Flanders first."""
        return to_pick_from(language()) if self.kind == "code" else ()

    @property
    def picks(self) -> bool:
        """Whether one picks the answer instead of typing it."""
        return bool(self.choices) and not self.many

    @property
    def many_whom(self) -> bool:
        """Whether the persons to pick from are a drop-down."""
        return len(self.whom) > 4


def next_ask(stands: Stands, questions: Sequence[Question]) -> Ask | None:
    """The question that decides most now; None when nothing is left that could decide anything."""
    if not questions:
        return None
    question, other = questions[0], questions[1] if len(questions) > 1 else None
    return ask_for(
        stands,
        question.ref,
        also=question.also,
        why=why_words(stands, question),
        left=left_words(len(questions) - 1),
        other_key=write_key(other.ref) if other else "",
        is_next=True,
    )


def ask_about(stands: Stands, fact_id: str, **more: object) -> Ask:
    """A question that somebody looked up: about the person it most likely concerns, with everybody else to pick."""
    fact = vocabulary().fact(fact_id)
    whom = whom_choices(stands, fact)
    wanted = str(more.pop("ids", "") or "")
    picked = next((one.value for one in whom if one.value == wanted), whom[0].value if whom else "")
    year = latest_year(stands, fact) if fact.by_year else None
    asked = more.pop("year", None)
    year = asked if isinstance(asked, int) and fact.by_year else year
    ids = () if picked.startswith(NEW) else tuple(one for one in picked.split(",") if one)
    return ask_for(stands, (fact_id, ids, year, "value"), whom=tuple(Choice(c.value, c.label, c.value == picked) for c in whom), **more)  # type: ignore[arg-type]


def ask_for(
    stands: Stands,
    ref: FactRef,
    *,
    whom: tuple[Choice, ...] = (),
    also: Sequence[FactRef] = (),
    ticked: Collection[str] = (),
    why: str = "",
    left: str = "",
    other_key: str = "",
    is_next: bool = False,
    posted: Mapping[str, str] | None = None,
    wrong: NotAnAnswer | str | None = None,
) -> Ask:
    """The form for one fact, filled with what stands, or with what was just typed. also: the same question about others; ticked: keys."""
    fact, lang = vocabulary().fact(ref[0]), language()
    standing = stands.by_key.get((ref[0], ref[1], ref[2] if fact.by_year else None))
    answer = standing.answers[0] if standing and standing.answers else None
    another_day = asked_day(ref) is not None
    if another_day or len(whom) > 1 or (answer is not None and (answer.knowing != "known" or answer.several)):
        answer = None  # somebody else may be picked: what stands of the first one must not slip into her answer
    since_only = ref[3] in ("since", "until") and fact.type != "status" and answer is not None
    kind = "since" if since_only else kind_of(fact)
    typed = as_typed(fact, answer.value) if answer else ""
    chosen = _option_id(answer.value) if answer else ""
    since = _day_typed(answer.since) if answer else ""
    parts = _parts(fact, ref, answer, posted)
    if posted is not None:
        typed, chosen, since = posted.get("answer", ""), posted.get("answer", ""), posted.get("since", "")
    text = question_text(ref, stands)
    if since_only and answer is not None:
        text = _("%(fact)s: %(value)s. Sinds wanneer is dat zo?") % {
            "fact": fact_label(fact, ref[1], None, stands),
            "value": value_words(fact, answer.value),
        }
    ids = ",".join(ref[1])
    return Ask(
        key=write_key(ref),
        fact=fact.id,
        text=text,
        label=fact_label(fact, ref[1], ref[2] if fact.by_year else None, stands),
        kind=kind,
        aspect=ref[3],
        ids=ids,
        whom=whom if len(whom) > 1 or (whom and whom[0].value.startswith(NEW)) else (),
        also=() if whom else also_choices(stands, ref, also, ticked),
        years=year_choices(fact, ref[2]) if fact.by_year and whom else (),
        year=str(ref[2] or ""),
        choices=() if since_only else option_choices(fact, chosen),
        many=fact.type == "enum" and len(fact.values) > MOST_BUTTONS,
        typed=typed,
        unit=unit_words(fact),
        since=since,
        asks_since=not another_day and (since_only or fact.dated or fact.type == "status"),
        parts=parts,
        proof=fact.proof.in_language(lang),
        document=posted.get("document", "") if posted else "",
        seen=bool(posted and posted.get("source") == "document"),
        help=help_words(fact),
        why=why,
        left=left,
        other_key=other_key,
        instead=posted.get("instead", "") if posted else "",
        error=str(wrong) if wrong else "",
        guess=wrong.guess if isinstance(wrong, NotAnAnswer) else "",
        is_next=is_next,
    )


# -- the form of an answer ---------------------------------------------------------------------------------------------------


def kind_of(fact: Fact | Part) -> Kind:
    """How one answers a fact of this type."""
    if fact.type == "enum" and fact.codes:
        return "code"
    kinds: dict[str, Kind] = {"bool": "bool", "enum": "choice", "status": "status", "cents": "cents", "date": "date"}
    return kinds.get(fact.type, "number")


def option_choices(fact: Fact, chosen: str) -> tuple[Choice, ...]:
    """The answers one can pick; for a date that need not exist, the answer that there is none."""
    lang = language()
    if fact.type == "bool":
        return (Choice("yes", _("Ja"), chosen == "yes"), Choice("no", _("Nee"), chosen == "no"))
    if fact.type == "count" and fact.min is not None and fact.max is not None and fact.max - fact.min <= FEW_TO_COUNT:
        numbers = range(int(fact.min), int(fact.max) + 1)
        return tuple(Choice(str(number), str(number) if number else _("0 (geen)"), chosen == str(number)) for number in numbers)
    if fact.no_date is not None:
        label = fact.no_date.label.in_language(lang)
        return (Choice("no_date", label[:1].upper() + label[1:], chosen == "no_date"),)
    return tuple(
        Choice(option.id, option.label.in_language(lang)[:1].upper() + option.label.in_language(lang)[1:], chosen == option.id)
        for option in fact.values
        if option in fact.offered or option.id == chosen
    )


def unit_words(fact: Fact | Part) -> str:
    """What a number counts, as it stands behind the field."""
    words = {
        "EUR cents per month": _("euro per maand"),
        "EUR cents per year": _("euro per jaar"),
        "EUR cents": _("euro"),
        "EUR per litre": _("euro per liter"),
        "days": _("dagen"),
        "nights": _("nachten op veertien"),
        "months": _("maanden"),
        "hours per week": _("uren per week"),
        "hours per month": _("uren per maand"),
        "hours per year": _("uren per jaar"),
        "persons": _("personen"),
        "points": _("punten"),
        "percent": _("procent"),
        "credits": _("studiepunten"),
        "litres": _("liter"),
    }
    return words.get(fact.unit, "")


def help_words(fact: Fact) -> str:
    """A hint under the question: about is good enough."""
    if fact.codes:
        return _("De naam van de gemeente, of “buitenland”.")
    return {
        "cents": _("Ongeveer mag: “rond 900”, “tussen 800 en 900”."),
        "date": _("Een maand en een jaar is genoeg, bijvoorbeeld 3/2021."),
    }.get(fact.type, "")


def as_typed(asked: Fact | Part, value: Value) -> str:
    """A value as one would have typed it."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(asked, Fact) and asked.codes:
        return name_of(str(value), language())
    return answers.show(asked, value, language=language()).replace("€\N{NO-BREAK SPACE}", "")


def _option_id(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int) else ""


def _day_typed(day: date | None) -> str:
    return wording.day(day, language()) if day else ""


def _parts(fact: Fact, ref: FactRef, answer: Standing | None, posted: Mapping[str, str] | None) -> tuple[PartField, ...]:
    """The further parts of a status: its amount and kind, and the part by year that is asked for."""
    asked, lang, found = part_of(ref), language(), []
    for part in fact.parts:
        by_year = part.moment in ("year", "school_year")
        if part.id in ("since", "until") or (by_year and (asked is None or asked.id != part.id or ref[2] is None)):
            continue
        kept = answer.parts.get(part.id) if answer else None
        if isinstance(kept, Mapping):
            kept = kept.get(ref[2] or 0)
        name = f"part_{part.id}"
        label = part.label.in_language(lang)
        typed = posted.get(name, "") if posted is not None else ""
        if part.type in ("bool", "enum") and not part.codes:
            chosen = typed if posted is not None else _option_id(kept)
            found.append(PartField(name, label, "choice", choices=_part_choices(part, chosen)))
        else:
            label = f"{label} ({ref[2]})" if by_year else label
            found.append(PartField(name, label, "typed", typed if posted is not None else as_typed(part, kept), money=part.type == "cents"))
    return tuple(found)


def _part_choices(part: Part, chosen: str) -> tuple[Choice, ...]:
    nothing = Choice("", _("niet gezegd"), chosen == "")
    if part.type == "bool":
        return (nothing, Choice("yes", _("ja"), chosen == "yes"), Choice("no", _("nee"), chosen == "no"))
    return (nothing, *(Choice(option.id, option.label.in_language(language()), chosen == option.id) for option in part.values))
