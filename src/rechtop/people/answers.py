"""From what a worker types to a typed answer, or to one clear sentence about what to write instead.

`read` is the only way in: typed text ("1.234,56", "ongeveer 900", "12 maart 1990", "oui", "?") and typed values go through the
same gate, so that nothing reaches the fact store which the vocabulary does not allow. It never guesses in silence: where two
readings are possible it asks, with the likelier one ready to be taken over (`NotAnAnswer.guess`).
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, TypeAlias, cast

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rechtop.people import spoken, spoken_dates, spoken_numbers
from rechtop.people.spoken import Unclear, plain
from rechtop.people.spoken_numbers import Scale
from rechtop.rights.facts.situation import Between, Value
from rechtop.rights.facts.vocabulary import Fact, NoDate, Option, Part, vocabulary
from rechtop.trust.refusal import Refused

Knowing: TypeAlias = Literal["known", "does_not_know", "rather_not_say", "later"]
PartValue: TypeAlias = Value | Mapping[int, Value]
"""A part of a status; by calendar year where the vocabulary says so."""

NEVER_IN_THE_FUTURE = frozenset({"birth_date", "disposal_date", "fuel_delivery_date"})
"""Dates of what has happened: a day after today is a slip of the pen."""


class NotAnAnswer(Refused):
    """What was typed is no answer to this question. Names the question, what was typed and what to write.

    fact: id of the fact. typed: what was typed, shortened. guess: an answer that would be read, or "".
    """

    def __init__(self, fact: str, label: str, typed: str, why: str, *, to_do: str = "", guess: str = "") -> None:
        what = f"{label}: “{typed}” {why}" if typed else f"{label}: {why}"
        meant = _("Bedoel je “%(guess)s”?") % {"guess": guess} if guess else ""
        super().__init__(what, to_do=f"{to_do} {meant}".strip())
        self.fact, self.label, self.typed, self.why, self.guess = fact, label, typed, why, guess


@dataclass(frozen=True, slots=True)
class Answer:
    """A typed answer. `value` None unless known; for a status it is the state, with `parts` (amount, category, …)."""

    knowing: Knowing = "known"
    value: Value = None
    parts: Mapping[str, PartValue] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None


def read(fact: Fact | str, said: object, *, language: str = "nl", today: date) -> Answer:
    """The answer in what was said: text as typed, or a typed value (bool, whole cents, Fraction, date, option id, Between).

    A status may be said as a mapping: {"state": "yes", "since": "1/1/2026", "amount": "1.314,20"}.
    """
    passport = vocabulary().fact(fact) if isinstance(fact, str) else fact
    label = passport.label.in_language(language)
    if isinstance(said, Answer):
        said = _said_again(passport, said)
    whole = said.get("state") if passport.type == "status" and isinstance(said, Mapping) else said
    if isinstance(whole, str):
        text = _text(passport.id, label, whole)
        knowing = _knowing(passport, text)
        if knowing:
            return Answer(knowing)
    try:
        if passport.type == "status":
            return _status(passport, said, language, today)
        return Answer("known", _value(passport, said, language, today))
    except Unclear as unclear:
        guess = unclear.guess if unclear.guess and _can_be_said(passport, unclear.guess, language, today) else ""
        raise NotAnAnswer(passport.id, label, _shown(said), unclear.why, to_do=unclear.to_do, guess=guess) from None


def _can_be_said(passport: Fact, guess: str, language: str, today: date) -> bool:
    """Whether a guess would itself be an answer: one outside the bounds of the fact is not offered."""
    try:
        read(passport, guess, language=language, today=today)
    except NotAnAnswer:
        return False
    return True


def read_period(fact: Fact, since: object, until: object, *, language: str = "nl", today: date) -> tuple[date | None, date | None]:
    """From and until when an answer holds; a month alone means from its first, or to its last day."""
    ends = []
    for word, said, reader in ((_("sinds"), since, spoken_dates.read_start), (_("tot en met"), until, spoken_dates.read_end)):
        label = f"{fact.label.in_language(language)}, {word}"
        try:
            ends.append(_end(said, reader, today, label, fact.id))
        except Unclear as unclear:
            # a guess would be taken for the answer itself, and this is only about when it holds
            meant = _("Bedoel je “%(guess)s”?") % {"guess": unclear.guess} if unclear.guess else ""
            raise NotAnAnswer(fact.id, label, _shown(said), unclear.why, to_do=f"{unclear.to_do} {meant}".strip()) from None
    first, last = ends
    if first and last and last < first:
        raise NotAnAnswer(
            fact.id,
            fact.label.in_language(language),
            f"{spoken_dates.written(first)} – {spoken_dates.written(last)}",
            _("eindigt voor het begint."),
            to_do=_("Kijk de twee datums na."),
        )
    return first, last


def _end(said: object, reader: Any, today: date, label: str, fact_id: str) -> date | None:
    if said is None or said == "":
        return None
    if type(said) is date:
        said = said.isoformat()
    if not isinstance(said, str):
        raise _not_one_answer()
    found: date = reader(_text(fact_id, label, said), today=today)
    return found


# -- reading -----------------------------------------------------------------------------------------------------------


def _text(fact_id: str, label: str, said: str) -> str:
    """What was typed, clean; a refusal when it is empty, endless or unreadable."""
    text = spoken.clean(said[: 5 * spoken.LONGEST])
    if len(said) > 5 * spoken.LONGEST:
        text = text.ljust(spoken.LONGEST + 1)
    if spoken.has_unreadable(text):
        raise NotAnAnswer(
            fact_id,
            label,
            spoken.shortened(text),
            _("bevat tekens die niet te lezen zijn."),
            to_do=_("Typ het antwoord opnieuw in plaats van het te plakken."),
        )
    if len(text) > spoken.LONGEST:
        raise NotAnAnswer(
            fact_id,
            label,
            spoken.shortened(text),
            _("is te lang voor een antwoord."),
            to_do=_("Schrijf alleen het antwoord hier, en de rest in het verhaal."),
        )
    if not text:
        raise NotAnAnswer(
            fact_id, label, "", _("er is niets ingevuld."), to_do=_("Schrijf een antwoord, of ? als de persoon het niet weet.")
        )
    return text


def _knowing(fact: Fact, text: str) -> Knowing | None:
    """What kind of no-answer the words are, unless they are one of the possible answers of this fact ("onbekend")."""
    knowing = spoken.no_answer(text)
    if knowing is None or any(plain(text) in _names(option) for option in fact.values):
        return None
    return cast(Knowing, knowing)


def _value(asked: Fact | Part, said: object, language: str, today: date) -> Value:
    """One typed value of a fact or of a part of a status."""
    if asked.type == "bool":
        return _yes_or_no(said)
    if asked.type == "date":
        return _date(asked, said, today)
    if asked.type == "enum":
        return _option(asked, said, language)
    return _number(asked, said, language)


_YES = {"ja", "j", "jawel", "zeker", "klopt", "waar", "oui", "o", "si", "vrai", "yes", "y", "yep", "true", "1", "x"}
_NO = {"nee", "neen", "n", "non", "no", "nope", "niet", "onwaar", "faux", "false", "0"}


def _yes_or_no(said: object) -> bool:
    if isinstance(said, bool):
        return said
    if isinstance(said, str):
        word = plain(spoken.clean(said)).rstrip(".!")
        if word in _YES | _NO:
            return word in _YES
        maybe = word in {"misschien", "peut-etre", "maybe", "perhaps", "soms", "parfois", "sometimes"}
        raise Unclear(_("is geen ja of nee."), to_do=_("Schrijf ja, nee of ?."), guess="?" if maybe else "")
    raise _not_one_answer()


def _date(asked: Fact | Part, said: object, today: date) -> date | Between:
    no_date = asked.no_date if isinstance(asked, Fact) else None
    if no_date is not None and _says_no_such_day(no_date, said):
        return no_date.day
    latest = today if asked.id in NEVER_IN_THE_FUTURE else None
    if type(said) is date:
        said = said.isoformat()
    if isinstance(said, Between):
        return cast("date | Between", _ends(said, lambda end: _date(asked, end, today)))
    if isinstance(said, str):
        return spoken_dates.read_date(spoken.clean(said), today=today, latest=latest)
    raise _not_one_answer()


def _says_no_such_day(no_date: NoDate, said: object) -> bool:
    """Whether the answer is that there is no such day: "niet zwanger", "nee"."""
    if isinstance(said, str):
        word = plain(spoken.clean(said)).rstrip(".!")
        return word in _NO or word in {plain(no_date.label.nl), plain(no_date.label.fr), plain(no_date.label.en)}
    return type(said) is date and said == no_date.day


def _number(asked: Fact | Part, said: object, language: str) -> int | Fraction | Between:
    scale = scale_of(asked, language)
    if isinstance(said, Between):
        return cast("int | Fraction | Between", _ends(said, lambda end: _number(asked, end, language)))
    if isinstance(said, int | Fraction | Decimal) and not isinstance(said, bool):
        if isinstance(said, Decimal) and not said.is_finite():
            raise Unclear(_("is geen getal."))
        if isinstance(said, Decimal) and not -12 <= said.adjusted() <= 15:  # opened out, it would fill the memory
            said = 0 if said.is_zero() else spoken_numbers.GREATEST + 1
        value = Fraction(said)
        if value.denominator != 1 and scale.fineness:
            raise Unclear(_("is geen heel getal."), to_do=_("Schrijf een heel getal, bij geld in cent."))
        return spoken_numbers.within(value, scale)
    if isinstance(said, str):
        return spoken_numbers.read_number(spoken.clean(said), scale)
    raise _not_one_answer()


def scale_of(asked: Fact | Part, language: str = "nl") -> Scale:
    """How the numbers of this fact are typed and kept."""
    fineness = {"cents": 100, "count": 1, "decimal": 0}[asked.type]
    low = 0 if asked.type == "cents" and asked.min is None else asked.min
    return Scale(fineness, asked.unit, low, asked.max, language)


def _ends(said: Between, read_one: Callable[[Any], Any]) -> Any:
    """Bounds whose ends went through the same gate; equal ends are a value."""
    ends: list[Any] = [None if end is None else read_one(end) for end in (said.low, said.high)]
    if any(isinstance(end, Between) for end in ends) or ends == [None, None]:
        raise _not_one_answer()
    if None not in ends and ends[1] < ends[0]:
        raise Unclear(_("heeft een ondergrens die boven de bovengrens ligt."), to_do=_("Wissel de twee om."))
    return ends[0] if ends[0] == ends[1] else Between(*ends)


def _option(asked: Fact | Part, said: object, language: str) -> str:
    if not isinstance(said, str):
        raise _not_one_answer()
    word = plain(spoken.clean(said)).rstrip(".")
    if asked.codes:
        return _code(word)
    found = [option.id for option in asked.values if word in _names(option)]
    if len(found) == 1:
        return found[0]
    begun = [option for option in asked.values if len(word) >= 3 and any(name.startswith(word) for name in _names(option))]
    near = begun if len(begun) == 1 else _nearest(word, asked.values)
    some = "; ".join(option.label.in_language(language) for option in asked.values[:6])
    raise Unclear(
        _("is geen van de antwoorden."),
        to_do=_("Kies er een: %(options)s%(more)s") % {"options": some, "more": "…" if len(asked.values) > 6 else "."},
        guess=near[0].label.in_language(language) if near else "",
    )


def _names(option: Option) -> Iterator[str]:
    yield option.id
    yield option.id.replace("_", " ")
    for text in (option.label.nl, option.label.fr, option.label.en):
        yield plain(text).rstrip(".")


def _nearest(word: str, options: tuple[Option, ...]) -> list[Option]:
    by_name = {name: option for option in options for name in _names(option)}
    return [by_name[name] for name in difflib.get_close_matches(word, by_name, n=1, cutoff=0.75)]


_ABROAD = {"abroad", "buitenland", "in het buitenland", "a l'etranger", "etranger"}


def _code(word: str) -> str:
    """A municipality by its NIS code; the lists behind it belong to the rules that read them."""
    if word in _ABROAD:
        return "abroad"
    if re.fullmatch(r"[1-9]\d{4}", word):
        return word
    raise Unclear(
        _("is geen code van een gemeente."),
        to_do=_("Kies de gemeente, of schrijf haar NIS-code van vijf cijfers (Gent is 44021), of “buitenland”."),
    )


def _status(fact: Fact, said: object, language: str, today: date) -> Answer:
    """The state of a status, with the parts that were said."""
    if isinstance(said, bool):
        said = "yes" if said else "never"
    if isinstance(said, str):
        said = {"state": said}
    if not isinstance(said, Mapping) or not all(isinstance(key, str) for key in said):
        raise _not_one_answer()
    known = {"state", *(part.id for part in fact.parts)}
    unknown = [key for key in said if key not in known]
    if unknown:
        raise Unclear(_("heeft een deel dat hier niet bestaat: %(part)s.") % {"part": spoken.shortened(unknown[0])})
    state = _state(fact, said.get("state", "yes"), language)
    since, until = read_period(fact, said.get("since"), said.get("until"), language=language, today=today)
    parts = {
        part.id: _part(fact, part, said[part.id], language, today)
        for part in fact.parts
        if part.id not in ("since", "until") and said.get(part.id) not in (None, "")
    }
    return Answer("known", state, parts, since, until)


def _state(fact: Fact, said: object, language: str) -> str:
    if isinstance(said, bool):
        return "yes" if said else "never"
    if isinstance(said, str):
        word = plain(spoken.clean(said)).rstrip(".!")
        if word in _YES:
            return "yes"
        if word in _NO:
            return "never"
    return _option(fact, said, language)


def _part(fact: Fact, part: Part, said: object, language: str, today: date) -> PartValue:
    """One part of a status; a no-answer to a part is kept as None: not known, whatever was told before."""
    if part.moment in ("year", "school_year"):
        if not isinstance(said, Mapping):
            raise Unclear(_("mist een jaartal."), to_do=_("Zeg voor welk jaar het is."))
        return {_year(fact, year, today): _value(part, value, language, today) for year, value in said.items()}
    if isinstance(said, str) and spoken.no_answer(_text(fact.id, part.label.in_language(language), said)):
        return None
    return _value(part, said, language, today)


def read_year(fact: Fact, said: object, *, today: date, language: str = "nl") -> int | None:
    """The year for which a fact by year is told; None for the other facts."""
    label = fact.label.in_language(language)
    if said is None or said == "":
        if fact.by_year:
            raise NotAnAnswer(fact.id, label, "", _("hier hoort een jaartal bij."), to_do=_("Zeg voor welk jaar het antwoord is."))
        return None
    if not fact.by_year:
        raise NotAnAnswer(fact.id, label, _shown(said), _("hier hoort geen jaartal bij."), to_do=_("Laat het jaartal weg."))
    return _year(fact, said, today, language)


def _year(fact: Fact, said: object, today: date, language: str = "nl") -> int:
    label = fact.label.in_language(language)
    year = int(said) if isinstance(said, str) and re.fullmatch(r"\d{4}", said, re.ASCII) else said
    if not isinstance(year, int) or isinstance(year, bool) or not spoken_dates.EARLIEST.year <= year <= today.year + 1:
        raise NotAnAnswer(
            fact.id, label, _shown(said), _("is geen jaar dat hier kan."), to_do=_("Schrijf het jaar met vier cijfers, zoals 2024.")
        )
    return year


def _not_one_answer() -> Unclear:
    return Unclear(_("is niet één antwoord dat hier past."), to_do=_("Vul één antwoord in."))


def _shown(said: object) -> str:
    if isinstance(said, str):
        return spoken.shortened(spoken.clean(said[: 5 * spoken.LONGEST]))
    if isinstance(said, date) or (isinstance(said, int | Fraction) and abs(said) < 10**spoken.SHOWN):
        return str(said)
    return "…"


def _said_again(fact: Fact, answer: Answer) -> object:
    """An answer that was read before, in the form in which it goes through the gate once more."""
    if answer.knowing != "known":
        return answer.knowing
    if fact.type != "status":
        return answer.value
    return {"state": answer.value, "since": answer.since, "until": answer.until, **answer.parts}


# -- keeping -----------------------------------------------------------------------------------------------------------


def as_kept(fact: Fact, answer: Answer) -> Any:
    """The answer as JSON, exactly: cents and counts as integers, decimals as text, dates in ISO form, bounds by name."""
    if answer.knowing != "known":
        return None
    if fact.type == "status":
        return {"state": answer.value, "parts": {name: _part_kept(value) for name, value in answer.parts.items()}}
    return _kept(answer.value)


def _part_kept(value: PartValue) -> Any:
    if isinstance(value, Mapping):
        return {str(year): _kept(one) for year, one in value.items()}
    return _kept(value)


def _kept(value: Value) -> Any:
    if isinstance(value, Between):
        ends = {"at_least": value.low, "at_most": value.high}
        return {name: _kept(end) for name, end in ends.items() if end is not None}
    if isinstance(value, Fraction):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def from_kept(fact: Fact, kept: Any) -> tuple[Value, Mapping[str, PartValue]]:
    """The value and the parts that were kept as JSON."""
    if kept is None:
        return None, {}
    if fact.type != "status":
        return _from(fact.type, kept), {}
    by_id = {part.id: part for part in fact.parts}
    parts = {name: _part_from(by_id[name], value) for name, value in kept["parts"].items() if name in by_id}
    return kept["state"], parts


def _part_from(part: Part, kept: Any) -> PartValue:
    if part.moment in ("year", "school_year"):
        return {int(year): _from(part.type, value) for year, value in kept.items()}
    return _from(part.type, kept)


def _from(kind: str, kept: Any) -> Value:
    if isinstance(kept, dict):
        return Between(_from_end(kind, kept.get("at_least")), _from_end(kind, kept.get("at_most")))
    if kind == "decimal":
        return Fraction(kept)
    if kind == "date":
        return date.fromisoformat(kept)
    return cast(Value, kept)


def _from_end(kind: str, kept: Any) -> int | Fraction | date | None:
    return None if kept is None else cast("int | Fraction | date", _from(kind, kept))


# -- showing -----------------------------------------------------------------------------------------------------------


def show(fact: Fact | Part | str, value: Value, *, language: str = "nl") -> str:
    """A value as one says it: "€ 1.234,56", "tussen € 800 en € 900", "12 maart 1990", "ja", the words of an option."""
    asked = vocabulary().fact(fact) if isinstance(fact, str) else fact
    with translation.override(language):
        if value is None:
            return _("niet bekend")
        if isinstance(value, Between):
            return _show_bounds(asked, value)
        return _show_one(asked, value, language)


def _show_bounds(asked: Fact | Part, value: Between) -> str:
    low, high = (None if end is None else _show_one(asked, end, "") for end in (value.low, value.high))
    if low is None:
        return _("ten laatste %(most)s") % {"most": high} if asked.type == "date" else _("hoogstens %(most)s") % {"most": high}
    if high is None:
        return _("vanaf %(least)s") % {"least": low} if asked.type == "date" else _("minstens %(least)s") % {"least": low}
    return _("tussen %(least)s en %(most)s") % {"least": low, "most": high}


def _show_one(asked: Fact | Part, value: Value, language: str) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(asked, Fact) and asked.no_date is not None and value == asked.no_date.day:
        return asked.no_date.label.in_language(language)
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, int | Fraction):
        number = spoken_numbers.written(value, scale_of(asked))
        return f"€\N{NO-BREAK SPACE}{number}" if asked.type == "cents" else number
    option = next((option for option in asked.values if option.id == value), None)
    return option.label.in_language(language) if option else str(value)
