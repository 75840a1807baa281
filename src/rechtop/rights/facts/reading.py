"""Reads `vocabulary/<topic>.yaml` strictly: what is not right is refused, by file, fact and field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import yaml

from rechtop.rights.facts.passport import (
    CODE_LISTS,
    EVENT_KINDS,
    FAR_AHEAD,
    LANGUAGES,
    LONG_AGO,
    SINCE,
    STATES,
    TOPICS,
    UNITS,
    UNTIL,
    Bound,
    Effort,
    Fact,
    FactType,
    Language,
    Moment,
    NoDate,
    Of,
    Option,
    Part,
    PartType,
    Sensitivity,
    Text,
    VocabularyError,
)


def read_facts(folder: Path) -> dict[str, Fact]:
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
    return facts


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
            no_date=self.no_date(fact_type),
            parts=self.parts(fact_type),
            to=self.one_of("to", ("person", "dwelling")) if of == "relation" else "",
            you=self.one_of("you", ("from", "to"), default="from") if of == "relation" else "from",
            symmetric=symmetric,
            dated=self.flag("dated"),
            recognised_at_nil=self.flag("recognised_at_nil"),
            event=self.one_of("event", EVENT_KINDS) if of == "event" else None,
            fresh_months=self.months("fresh_months"),
            whom=self.one_of("whom", ("child",)) if "whom" in self.entry else "",
            definition=self.words_of("definition"),
            note=self.words_of("note"),
        )
        if (fact.moment == "date") != (fact_type == "date"):
            raise self.wrong("moment", "a date has `moment: date`, and only a date has it.")
        if fact.recognised_at_nil and fact_type != "status":
            raise self.wrong("recognised_at_nil", "only a status can be recognised without being paid.")
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

    def no_date(self, of_type: str) -> NoDate | None:
        if "no_date" not in self.entry:
            return None
        value = self.required("no_date")
        if of_type != "date":
            raise self.wrong("no_date", "only a date has it.")
        days = {"long_ago": LONG_AGO, "far_ahead": FAR_AHEAD}
        if not isinstance(value, dict) or value.get("counts_as") not in days:
            raise self.wrong("no_date", "should have counts_as (long_ago or far_ahead), nl, fr and en.")
        texts = {key: text for key, text in value.items() if key != "counts_as"}
        return NoDate(self.text_from("no_date", texts), days[value["counts_as"]])

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
