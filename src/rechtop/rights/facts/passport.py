"""The passport of a fact: who or what it is about, its type and unit, how it is asked, what proves it, how long it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal, TypeAlias, get_args

Language: TypeAlias = Literal["nl", "fr", "en"]
Of: TypeAlias = Literal["person", "relation", "household", "dwelling", "event"]
FactType: TypeAlias = Literal["bool", "cents", "count", "decimal", "date", "enum", "status"]
PartType: TypeAlias = Literal["bool", "cents", "count", "decimal", "date", "enum"]
Moment: TypeAlias = Literal["now", "year", "school_year", "date"]
EventKind: TypeAlias = Literal["disposal", "fuel_delivery", "application", "awaited_income"]
Sensitivity: TypeAlias = Literal["ordinary", "money", "health", "residence", "relations", "justice"]
Effort: TypeAlias = Literal[1, 2, 3]
Bound: TypeAlias = int | Fraction

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
TOPICS: Final = (
    "now",
    "who_you_are",
    "living_together",
    "children",
    "home",
    "energy_and_water",
    "work",
    "income",
    "costs_and_debts",
    "health_and_care",
    "school_and_childcare",
    "property_and_savings",
    "tax_years",
    "daily_life",
)
"""The topics in the order of a natural conversation."""

UNITS: Final[Mapping[str, tuple[str, ...]]] = {
    "cents": ("EUR cents", "EUR cents per month", "EUR cents per year"),
    "count": (
        "days", "nights", "months", "hours per week", "hours per month", "hours per year",
        "persons", "points", "percent", "credits",
    ),
    "decimal": ("litres", "EUR per litre", "points", "percent"),
}  # fmt: skip
"""The units a fact of each type may have. Only numbers have a unit."""

CODE_LISTS: Final = ("nis_municipality",)
"""Official lists of codes that are not written out in the vocabulary.

nis_municipality: the five digits of Statbel, as text ("44021" is Gent), and "abroad".
"""

EVENT_KINDS: Final[tuple[EventKind, ...]] = get_args(EventKind)


class VocabularyError(ValueError):
    """A fact in the vocabulary is not written as it should be; says which file, fact and field, and what to do."""

    def __init__(self, file: str, fact: str, field: str, why: str) -> None:
        self.file, self.fact, self.field = file, fact, field
        super().__init__(f"{file}, fact `{fact}`, field `{field}`: {why}")


class UnknownFact(LookupError):
    """Somebody named a fact that the vocabulary does not have."""

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        self.name, self.nearest = name, nearest
        hint = f" Did you mean {', '.join(nearest)}?" if nearest else " `rechtop facts` lists them all."
        super().__init__(f"There is no fact `{name}` in the vocabulary.{hint}")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in the three languages of the screens."""

    nl: str
    fr: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in that language ("nl", "fr", "en"); any other language reads Dutch."""
        return {"fr": self.fr, "en": self.en}.get(language, self.nl)


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer to a fact of type enum or status."""

    id: str
    label: Text


STATES: Final = (
    Option("yes", Text("ja, krijgt het", "oui, la reçoit", "yes, gets it")),
    Option(
        "recognised_nil",
        Text("erkend, maar het bedrag is nul", "reconnu, mais le montant est nul", "recognised, but the amount is nil"),
    ),
    Option("asked", Text("aangevraagd, nog niet beslist", "demandé, pas encore décidé", "asked, not decided yet")),
    Option("refused", Text("geweigerd", "refusé", "refused")),
    Option("stopped", Text("gehad, nu gestopt", "reçu auparavant, arrêté", "had it, now stopped")),
    Option("never", Text("nooit gevraagd", "jamais demandé", "never asked for")),
)
"""The states of every status fact. `recognised_nil`: the body recognised the person, but pays nothing. Where no body does that (the
fact does not say `recognised_at_nil`), nobody is offered it as an answer."""

NIL: Final = "recognised_nil"
"""The state that only some statuses can have."""


LONG_AGO: Final = date(1900, 1, 1)
FAR_AHEAD: Final = date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class NoDate:
    """The answer "there is no such day" to a question for a date: not pregnant, not changed, not ill.

    day: the day it counts as, chosen so that comparisons come out right. "Not changed" counts as changed long ago;
    "not unable to work" counts as unable from a day far ahead.
    """

    label: Text
    day: date


@dataclass(frozen=True, slots=True)
class Part:
    """Something more that belongs to a status: its amount, category, kind.

    min and max: whole EUR cents for cents, int for count, Fraction for decimal; both ends included.
    moment "year": one value for each calendar year.
    """

    id: str
    type: PartType
    label: Text
    unit: str = ""
    min: Bound | None = None
    max: Bound | None = None
    values: tuple[Option, ...] = ()
    codes: str = ""
    moment: Moment = "now"


SINCE: Final = Part("since", "date", Text("sinds", "depuis", "since"), moment="date")
UNTIL: Final = Part("until", "date", Text("tot en met", "jusqu'au", "until"), moment="date")


@dataclass(frozen=True, slots=True)
class Fact:
    """The passport of a fact.

    id: its name everywhere, in English; never reused for another meaning.
    of: of whom or what. A relation goes from a person to another person, or to a dwelling (`to`).
    you: which end of a relation is meant by "u" in `question` (from or to).
    event: the kind of event a fact of an event belongs to.
    unit, min, max: for numbers only; min and max are included, in the unit of the value (whole EUR cents, int, Fraction).
    values: the possible answers (enum), or the states (status). codes: an official list of codes instead of values.
    moment: now; date (the answer is a date itself); year or school_year (one value a year; a school year is named by
    the year in which it starts).
    no_date: for a date that need not exist, the answer that there is none.
    dated: the answer carries since and until and is kept as a history.
    symmetric: a relation that reads the same from both ends.
    parts: of a status; since and until stand first. recognised_at_nil: a status that one can have without being paid, because the body
    recognises the person first and looks at the means afterwards (the allowances for people with a disability).
    question: to the person, in the polite form; question_about: about {name} (and {other}, for a relation).
    words: everyday words under which one finds the fact.
    effort: 1 known by heart, 2 look it up, 3 needs a document or another service.
    fresh_months: ask again after so many months; None: until something happens.
    proof: the document that proves it. whom: "child" when only sensible for a minor or a young person.
    definition: what exactly is counted in and out. note: for rule-writers.
    """

    id: str
    of: Of
    type: FactType
    topic: str
    label: Text
    question: Text
    words: Mapping[Language, tuple[str, ...]]
    sensitivity: Sensitivity
    effort: Effort
    proof: Text
    moment: Moment = "now"
    unit: str = ""
    min: Bound | None = None
    max: Bound | None = None
    values: tuple[Option, ...] = ()
    codes: str = ""
    no_date: NoDate | None = None
    parts: tuple[Part, ...] = ()
    to: Literal["", "person", "dwelling"] = ""
    you: Literal["from", "to"] = "from"
    symmetric: bool = False
    dated: bool = False
    recognised_at_nil: bool = False
    event: EventKind | None = None
    question_about: Text | None = None
    fresh_months: Fraction | None = None
    whom: Literal["", "child"] = ""
    definition: str = ""
    note: str = ""

    @property
    def by_year(self) -> bool:
        """Whether there is one value for each (school) year."""
        return self.moment in ("year", "school_year")

    @property
    def offered(self) -> tuple[Option, ...]:
        """The answers to offer: those of `values` that this fact can really have."""
        return self.values if self.type != "status" or self.recognised_at_nil else tuple(one for one in self.values if one.id != NIL)

    @property
    def option_ids(self) -> tuple[str, ...]:
        """The ids of the possible answers; empty for numbers, dates, yes or no, and lists of codes."""
        return tuple(option.id for option in self.values)

    def option(self, option_id: str) -> Option:
        """The possible answer with that id; LookupError names the ones there are."""
        for option in self.values:
            if option.id == option_id:
                return option
        raise LookupError(f"`{option_id}` is no answer to `{self.id}`. There are: {', '.join(self.option_ids)}.")

    def part(self, part_id: str) -> Part:
        """The part of this status with that id; LookupError names the ones there are."""
        for part in self.parts:
            if part.id == part_id:
                return part
        names = ", ".join(part.id for part in self.parts) or "none, it is no status"
        raise LookupError(f"The fact `{self.id}` has no part `{part_id}`. There are: {names}.")
