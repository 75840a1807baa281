"""The vocabulary: every fact that can be told of a person, a relation, a household, a dwelling or an event.

The facts stand in `vocabulary/<topic>.yaml`, one file for each topic of the conversation; a newcomer edits those files
and nothing else (docs/facts.md). This module reads them, refuses what is not right, and names the file, the fact and
the field.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

import yaml

Language: TypeAlias = Literal["nl", "fr", "en"]
Of: TypeAlias = Literal["person", "relation", "household", "dwelling", "event"]
FactType: TypeAlias = Literal["bool", "cents", "count", "decimal", "date", "enum", "status"]
PartType: TypeAlias = Literal["bool", "cents", "count", "decimal", "date", "enum"]
Moment: TypeAlias = Literal["now", "year", "school_year", "date"]
EventKind: TypeAlias = Literal["disposal", "fuel_delivery", "application", "awaited_income"]
Sensitivity: TypeAlias = Literal["ordinary", "money", "health", "residence", "relations", "justice"]
Effort: TypeAlias = Literal[1, 2, 3]
Bound: TypeAlias = int | Fraction

FOLDER: Final = Path(__file__).parent / "vocabulary"
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
"""The states of every status fact. `recognised_nil`: the body recognised the person, but pays nothing."""


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
    dated: the answer carries since and until and is kept as a history.
    symmetric: a relation that reads the same from both ends.
    parts: of a status; since and until stand first.
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
    parts: tuple[Part, ...] = ()
    to: Literal["", "person", "dwelling"] = ""
    you: Literal["from", "to"] = "from"
    symmetric: bool = False
    dated: bool = False
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


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All facts, by id, in the order of the conversation."""

    facts: Mapping[str, Fact]
    topics: tuple[str, ...] = TOPICS

    def fact(self, fact_id: str) -> Fact:
        """The fact with that id; UnknownFact names the nearest ones."""
        found = self.facts.get(fact_id)
        if found is None:
            raise UnknownFact(fact_id, tuple(difflib.get_close_matches(fact_id, self.facts, n=3, cutoff=0.5)))
        return found

    def of_topic(self, topic: str) -> tuple[Fact, ...]:
        """The facts of one topic, in the order in which they are asked."""
        return tuple(fact for fact in self.facts.values() if fact.topic == topic)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts.values())

    def __len__(self) -> int:
        return len(self.facts)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of this installation, read once."""
    return read_vocabulary(FOLDER)


def read_vocabulary(folder: Path) -> Vocabulary:
    """Read and check every `<topic>.yaml` of a folder."""
    facts: dict[str, Fact] = {}
    files = {path.stem: path for path in folder.glob("*.yaml")}
    for stray in sorted(set(files) - set(TOPICS)):
        raise VocabularyError(files[stray].name, "-", "topic", f"there is no topic `{stray}`; TOPICS lists them.")
    for topic in TOPICS:
        if topic not in files:
            continue
        for fact in facts_in(files[topic].read_text("utf-8"), topic=topic, file=files[topic].name):
            if fact.id in facts:
                raise VocabularyError(files[topic].name, fact.id, "id", f"is already in {facts[fact.id].topic}.yaml.")
            facts[fact.id] = fact
    return Vocabulary(facts)


def facts_in(text: str, *, topic: str, file: str) -> Iterator[Fact]:
    """The facts of one file. Every scalar is read as text, so that `no`, `1.10` and `2024` mean what they say."""
    try:
        entries = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 (reads text only)
    except yaml.YAMLError as error:
        raise VocabularyError(file, "-", "-", f"is not valid YAML: {error}") from error
    if not isinstance(entries, list):
        raise VocabularyError(file, "-", "-", "should be a list of facts, each starting with `- id:`.")
    for number, entry in enumerate(entries, start=1):
        name = entry.get("id") if isinstance(entry, dict) else None
        yield _Reader(file, name or f"number {number}", entry).fact(topic)


class _Reader:
    """Reads one entry; every complaint names the file, the fact and the field."""

    def __init__(self, file: str, name: str, entry: Any) -> None:
        self.file, self.name = file, name
        if not isinstance(entry, dict):
            raise self.wrong("-", "should be a mapping with id, of, type, …")
        self.entry: dict[str, Any] = entry
        self.used: set[str] = set()

    def wrong(self, field: str, why: str) -> VocabularyError:
        return VocabularyError(self.file, self.name, field, why)

    def fact(self, topic: str) -> Fact:
        fact_id = self.identifier("id")
        of: Of = self.one_of("of", get_args(Of))
        fact_type: FactType = self.one_of("type", get_args(FactType))
        if self.one_of("topic", TOPICS) != topic:
            raise self.wrong("topic", f"stands in {self.file}; move the fact or correct its topic.")
        unit, low, high = self.number_range(fact_type)
        symmetric = self.flag("symmetric")
        effort: Effort = {"1": 1, "2": 2, "3": 3}[self.one_of("effort", ("1", "2", "3"))]  # type: ignore[assignment]
        fact = Fact(
            id=fact_id,
            of=of,
            type=fact_type,
            topic=topic,
            label=self.text("label"),
            question=self.text("question"),
            question_about=self.question_about(of),
            words=self.words(),
            sensitivity=self.one_of("sensitivity", get_args(Sensitivity)),
            effort=effort,
            proof=self.text("proof"),
            moment=self.one_of("moment", get_args(Moment)),
            unit=unit,
            min=low,
            max=high,
            values=STATES if fact_type == "status" else self.options(fact_type),
            codes=self.codes(fact_type),
            parts=self.parts(fact_type),
            to=self.one_of("to", ("person", "dwelling")) if of == "relation" else "",
            you=self.one_of("you", ("from", "to"), default="from") if of == "relation" else "from",
            symmetric=symmetric,
            dated=self.flag("dated"),
            event=self.one_of("event", EVENT_KINDS) if of == "event" else None,
            fresh_months=self.months("fresh_months"),
            whom=self.one_of("whom", ("child",)) if "whom" in self.entry else "",
            definition=self.words_of("definition"),
            note=self.words_of("note"),
        )
        if (fact.moment == "date") != (fact_type == "date"):
            raise self.wrong("moment", "a date has `moment: date`, and only a date has it.")
        if symmetric and fact.to != "person":
            raise self.wrong("symmetric", "only a relation between two persons reads the same from both ends.")
        self.nothing_left()
        return fact

    def required(self, field: str) -> Any:
        self.used.add(field)
        if field not in self.entry:
            raise self.wrong(field, "is missing.")
        return self.entry[field]

    def words_of(self, field: str) -> str:
        self.used.add(field)
        value = self.entry.get(field, "")
        if not isinstance(value, str):
            raise self.wrong(field, "should be text.")
        return value

    def identifier(self, field: str) -> str:
        value = self.required(field)
        if not isinstance(value, str) or not value.isidentifier() or value != value.lower():
            raise self.wrong(field, "should be a lower-case name with underscores, such as wage_net_month.")
        return value

    def one_of(self, field: str, allowed: tuple[str, ...], default: str | None = None) -> Any:
        self.used.add(field)
        value = self.entry.get(field, default)
        if value is None:
            raise self.wrong(field, f"is missing; choose one of {', '.join(allowed)}.")
        if value not in allowed:
            raise self.wrong(field, f"is `{value}`; choose one of {', '.join(allowed)}.")
        return value

    def flag(self, field: str) -> bool:
        return bool(self.one_of(field, ("true", "false"), default="false") == "true")

    def months(self, field: str) -> Fraction | None:
        return self.number(field) if field in self.entry else None

    def number(self, field: str) -> Fraction:
        value = self.required(field)
        try:
            return Fraction(value)
        except (ValueError, TypeError):
            raise self.wrong(field, f"is `{value}`; should be a number.") from None

    def number_range(self, of_type: str) -> tuple[str, Bound | None, Bound | None]:
        """Unit, min and max. In the file money is in EUR; here it is in whole cents, as everywhere in the engine."""
        if of_type not in UNITS:
            for field in ("unit", "min", "max"):
                if field in self.entry:
                    raise self.wrong(field, f"a {of_type} has none.")
            return "", None, None
        unit: str = self.one_of("unit", UNITS[of_type])
        low, high = self.number("min"), self.number("max")
        if low >= high:
            raise self.wrong("max", "should be greater than min.")
        if of_type == "decimal":
            return unit, low, high
        scale = 100 if of_type == "cents" else 1
        for field, bound in (("min", low * scale), ("max", high * scale)):
            if bound.denominator != 1:
                raise self.wrong(field, "should be a whole number (of cents, for money).")
        return unit, int(low * scale), int(high * scale)

    def text_from(self, field: str, value: Any) -> Text:
        if not isinstance(value, dict):
            raise self.wrong(field, "should have nl, fr and en.")
        for language in LANGUAGES:
            if not isinstance(value.get(language), str) or not value[language].strip():
                raise self.wrong(field, f"has no text in `{language}`.")
        for stray in set(value) - set(LANGUAGES):
            raise self.wrong(field, f"has `{stray}`, which is not a language of the screens.")
        return Text(value["nl"], value["fr"], value["en"])

    def text(self, field: str) -> Text:
        return self.text_from(field, self.required(field))

    def question_about(self, of: Of) -> Text | None:
        """Facts of a person or a relation are also asked about somebody else."""
        if of not in ("person", "relation"):
            if "question_about" in self.entry:
                raise self.wrong("question_about", "belongs to facts of a person or a relation.")
            return None
        text = self.text("question_about")
        places = ("{name}", "{other}") if of == "relation" and self.entry.get("to") == "person" else ("{name}",)
        for language in LANGUAGES:
            for place in places:
                if place not in text.in_language(language):
                    raise self.wrong("question_about", f"has no {place} in `{language}`.")
        return text

    def words(self) -> Mapping[Language, tuple[str, ...]]:
        value = self.required("words")
        if not isinstance(value, dict) or set(value) != set(LANGUAGES):
            raise self.wrong("words", "should have a list for nl, fr and en.")
        for language, words in value.items():
            if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
                raise self.wrong("words", f"should be a list of words in `{language}`.")
        return {language: tuple(value[language]) for language in LANGUAGES}

    def options(self, of_type: str) -> tuple[Option, ...]:
        if of_type != "enum" or "codes" in self.entry:
            if "values" in self.entry:
                raise self.wrong("values", "only an enum without a list of codes has values.")
            return ()
        listed = self.required("values")
        if not isinstance(listed, list) or len(listed) < 2:
            raise self.wrong("values", "should be a list of at least two answers.")
        options = tuple(self.answer(item) for item in listed)
        ids = [option.id for option in options]
        for twice in {name for name in ids if ids.count(name) > 1}:
            raise self.wrong("values", f"has `{twice}` twice.")
        return options

    def answer(self, item: Any) -> Option:
        if not isinstance(item, dict) or not isinstance(item.get("id"), str) or not item["id"].isidentifier():
            raise self.wrong("values", "each answer should have an id, nl, fr and en.")
        texts = {key: value for key, value in item.items() if key != "id"}
        return Option(item["id"], self.text_from(f"values.{item['id']}", texts))

    def codes(self, of_type: str) -> str:
        if "codes" not in self.entry:
            return ""
        if of_type != "enum":
            raise self.wrong("codes", "only an enum may have a list of codes.")
        return str(self.one_of("codes", CODE_LISTS))

    def parts(self, of_type: str) -> tuple[Part, ...]:
        if of_type != "status":
            if "parts" in self.entry:
                raise self.wrong("parts", "only a status has parts.")
            return ()
        self.used.add("parts")
        listed = self.entry.get("parts", [])
        if not isinstance(listed, list):
            raise self.wrong("parts", "should be a list.")
        return (SINCE, UNTIL, *(_Reader(self.file, f"{self.name}", item).part() for item in listed))

    def part(self) -> Part:
        part_id = self.identifier("id")
        self.name = f"{self.name}.{part_id}"
        part_type: PartType = self.one_of("type", get_args(PartType))
        unit, low, high = self.number_range(part_type)
        part = Part(
            id=part_id,
            type=part_type,
            label=self.text("label"),
            unit=unit,
            min=low,
            max=high,
            values=self.options(part_type),
            codes=self.codes(part_type),
            moment="date" if part_type == "date" else self.one_of("moment", ("now", "year"), default="now"),
        )
        self.nothing_left()
        return part

    def nothing_left(self) -> None:
        for field in self.entry:
            if field not in self.used:
                raise self.wrong(field, "is not a field of a fact; correct its spelling or take it out.")
