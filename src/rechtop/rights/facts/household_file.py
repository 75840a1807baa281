"""A household written down in YAML: read strictly, every fault named with its line, field and remedy.

Money is in EUR with cents (1180.00); a fact that is not named is unknown. The same shape serves `rechtop scan`, the worked examples
of the rights and the examples in docs/.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

import yaml

from rechtop.rights.facts.kinship import impossible
from rechtop.rights.facts.situation import HOME, Between, EventHere, Key, Knowing, Situation, Spell, Value
from rechtop.rights.facts.vocabulary import EVENT_KINDS, Fact, Part, UnknownFact, vocabulary

YES, NO = ("yes", "true", "ja", "oui"), ("no", "false", "nee", "non")
NOT_KNOWN: dict[str, Knowing] = {
    "?": "does_not_know",
    "does_not_know": "does_not_know",
    "rather_not_say": "rather_not_say",
    "later": "later",
}
PLACES = ("on", "household", "persons", "relations", "home", "properties", "events")
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
LONGEST = 200_000
"""Characters in a household file: far more than any household needs."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a household file."""

    line: int
    field: str
    what: str
    to_do: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.field}: {self.what} {self.to_do}".rstrip()


class HouseholdFileError(ValueError):
    """A household file that cannot be read; holds every fault found."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in faults))


def read_household(text: str, *, on: date | None = None) -> Situation:
    """The situation that a household file describes. `on` overrules the date in the file; without either: today.

    Raises HouseholdFileError with all faults at once.
    """
    return _Reader().read(text, on)


def household_from(data: yaml.Node, *, on: date | None = None) -> Situation:
    """The same, from a part of a larger YAML document (a worked example)."""
    return _Reader().situation(data, on)


@dataclass
class _Reader:
    faults: list[Fault] = field(default_factory=list)
    answers: dict[Key, tuple[Spell, ...]] = field(default_factory=dict)
    lines: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self, text: str, on: date | None) -> Situation:
        if len(text) > LONGEST:
            raise HouseholdFileError([Fault(1, "file", f"has {len(text)} characters.", f"A household needs fewer than {LONGEST}.")])
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)  # slower than libyaml, but it names the right line
        except yaml.YAMLError as wrong:
            mark = getattr(wrong, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            raise HouseholdFileError([Fault(line, "file", "is not valid YAML.", f"{getattr(wrong, 'problem', '') or wrong}")]) from wrong
        except (RecursionError, ValueError) as wrong:
            raise HouseholdFileError([Fault(1, "file", "cannot be read.", str(wrong)[:200])]) from wrong
        if root is None:
            raise HouseholdFileError([Fault(1, "file", "is empty.", "Start with `persons:`.")])
        return self.situation(root, on)

    def fault(self, node: yaml.Node, name: str, what: str, to_do: str = "") -> None:
        self.faults.append(Fault(node.start_mark.line + 1, name, what, to_do))

    def situation(self, root: yaml.Node, on: date | None) -> Situation:
        top = self.mapping(root, "file")
        for key, (node, _) in top.items():
            if key not in PLACES:
                self.fault(node, key, "is not a part of a household file.", f"Use one of: {', '.join(PLACES)}.")
        day = on or (self.day(top["on"][1], "on") if "on" in top else None) or date.today()  # noqa: DTZ011 (a day of law, not a moment)
        ids, names = self.persons(top, day)
        properties, events = self.properties(top, ids, day), self.events(top, ids, day)
        self.relations(top, ids, day)
        for place, of, entity in (("household", "household", ()), ("home", "dwelling", (HOME,))):
            if place in top:
                self.facts(top[place][1], of, entity, place, day)
        self.check_kinship()
        if self.faults:
            raise HouseholdFileError(sorted(self.faults, key=lambda fault: fault.line))
        return Situation(day, tuple(ids), names, properties, events, self.answers)

    def mapping(self, node: yaml.Node, name: str) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """{key: (node of the key, node of the value)}."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, name, "should be a mapping (name: value).")
            return {}
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key, value in node.value:
            text = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if text in found:
                self.fault(key, text, "stands here twice.", "Keep one, or write a list of values with since and until.")
            found[text] = (key, value)
        return found

    def items(
        self, top: dict[str, tuple[yaml.Node, yaml.Node]], name: str
    ) -> Iterator[tuple[yaml.Node, dict[str, tuple[yaml.Node, yaml.Node]]]]:
        if name not in top:
            return
        node = top[name][1]
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, name, "should be a list.", "Start each with `- `.")
            return
        for item in node.value:
            yield item, self.mapping(item, name)

    def text(self, node: yaml.Node, name: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self.fault(node, name, "should be one word or number, not a list or mapping.")
            return ""
        return str(node.value).strip()

    def identifier(self, node: yaml.Node, item: dict[str, tuple[yaml.Node, yaml.Node]], place: str, taken: list[str]) -> str:
        if "id" not in item:
            self.fault(node, f"{place}.id", "is missing.", "Give each a short name of its own: `id: an`.")
            return ""
        found = self.text(item["id"][1], f"{place}.id")
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,60}", found) or found in (HOME,):
            self.fault(item["id"][1], f"{place}.id", f"`{found[:40]}` cannot be an id.", "Use letters, digits, - and _.")
        elif found in taken:
            self.fault(item["id"][1], f"{place}.id", f"`{found}` is used twice.", "Give each its own.")
        return found

    def only(self, item: dict[str, tuple[yaml.Node, yaml.Node]], place: str, *allowed: str) -> None:
        for key, (node, _) in item.items():
            if key not in allowed:
                self.fault(node, f"{place}.{key}", "is not known here.", f"Use: {', '.join(allowed)}; facts stand under `facts:`.")

    def persons(self, top: dict[str, tuple[yaml.Node, yaml.Node]], day: date) -> tuple[list[str], dict[str, str]]:
        ids: list[str] = []
        names: dict[str, str] = {}
        for node, item in self.items(top, "persons"):
            self.only(item, "persons", "id", "name", "facts")
            person = self.identifier(node, item, "persons", ids)
            ids.append(person)
            names[person] = self.text(item["name"][1], "name")[:200] if "name" in item else person
            if "facts" in item:
                self.facts(item["facts"][1], "person", (person,), person, day)
        if not ids and not self.faults:
            self.faults.append(Fault(1, "persons", "is missing or empty.", "Name at least one person."))
        return ids, names

    def relations(self, top: dict[str, tuple[yaml.Node, yaml.Node]], ids: list[str], day: date) -> None:
        for node, item in self.items(top, "relations"):
            ends = []
            for end in ("from", "to"):
                if end not in item:
                    self.fault(node, f"relations.{end}", "is missing.", "A relation goes from one person to another.")
                    continue
                found = self.text(item[end][1], f"relations.{end}")
                if found not in ids and not (end == "to" and found == HOME):
                    self.fault(item[end][1], f"relations.{end}", f"there is no person `{found}`.", f"There are: {', '.join(ids)}.")
                ends.append(found)
            to_himself = set(item) - {"from", "to"} <= {"gets_child_benefit_for"}
            if len(ends) == 2 and ends[0] == ends[1] and not to_himself:
                self.fault(node, "relations", f"`{ends[0]}` has a relation to itself.", "Name two different persons.")
            elif len(ends) == 2:
                rest = {key: value for key, value in item.items() if key not in ("from", "to")}
                if "kinship" in rest:
                    self.lines[ends[0], ends[1]] = node.start_mark.line + 1
                self.each_fact(rest, "relation", (ends[0], ends[1]), f"{ends[0]} → {ends[1]}", day)

    def properties(self, top: dict[str, tuple[yaml.Node, yaml.Node]], ids: list[str], day: date) -> tuple[str, ...]:
        found: list[str] = []
        for node, item in self.items(top, "properties"):
            self.only(item, "properties", "id", "facts", "owners")
            name = self.identifier(node, item, "properties", found)
            found.append(name)
            if "facts" in item:
                self.facts(item["facts"][1], "dwelling", (name,), name, day)
            owners = self.mapping(item["owners"][1], f"{name}.owners") if "owners" in item else {}
            for owner, (key, facts) in owners.items():
                if owner not in ids:
                    self.fault(key, f"{name}.owners", f"there is no person `{owner}`.", f"There are: {', '.join(ids)}.")
                else:
                    self.facts(facts, "relation", (owner, name), f"{name}.owners.{owner}", day)
            if not owners:
                self.fault(node, f"{name}.owners", "is missing.", "Say who owns it: owners: {an: {ownership_share_percent: 50}}.")
        return tuple(found)

    def events(self, top: dict[str, tuple[yaml.Node, yaml.Node]], ids: list[str], day: date) -> tuple[EventHere, ...]:
        found: list[EventHere] = []
        for node, item in self.items(top, "events"):
            self.only(item, "events", "id", "kind", "of", "facts")
            name = self.identifier(node, item, "events", [event.id for event in found])
            kind = self.text(item["kind"][1], "events.kind") if "kind" in item else ""
            if kind not in EVENT_KINDS:
                self.fault(node, "events.kind", f"`{kind}` is not a kind of event.", f"Use one of: {', '.join(EVENT_KINDS)}.")
            of = self.text(item["of"][1], "events.of") if "of" in item else ""
            if of and of not in ids:
                self.fault(item["of"][1], "events.of", f"there is no person `{of}`.", f"There are: {', '.join(ids)}.")
            found.append(EventHere(name, kind, of))
            if "facts" in item:
                self.facts(item["facts"][1], "event", (name,), name, day)
        return tuple(found)

    def facts(self, node: yaml.Node, of: str, ids: tuple[str, ...], place: str, day: date) -> None:
        self.each_fact(self.mapping(node, place), of, ids, place, day)

    def each_fact(self, facts: dict[str, tuple[yaml.Node, yaml.Node]], of: str, ids: tuple[str, ...], place: str, day: date) -> None:
        for name, (key, value) in facts.items():
            try:
                fact = vocabulary().fact(name)
            except UnknownFact as wrong:
                self.fault(key, f"{place}.{name}", "is not a known fact.", str(wrong))
                continue
            if fact.of != of:
                self.fault(key, f"{place}.{name}", f"is a fact of a {fact.of}, not of a {of}.", _where(fact))
            elif fact.by_year and not isinstance(value, yaml.MappingNode):
                self.fault(value, f"{place}.{name}", "has one value for each year.", f"Write {name}: {{{day.year - 2}: …}}.")
            elif fact.by_year:
                for year, (year_key, year_value) in self.mapping(value, f"{place}.{name}").items():
                    if not re.fullmatch(r"(19|20|21)\d\d", year):
                        self.fault(year_key, f"{place}.{name}", f"`{year}` is not a year.", "Write {2024: 18000.00}.")
                    else:
                        self.answers[name, ids, int(year)] = self.spells(year_value, fact, f"{place}.{name}.{year}", day)
            else:
                self.answers[name, ids, None] = self.spells(value, fact, f"{place}.{name}", day)

    def spells(self, node: yaml.Node, fact: Fact, name: str, day: date) -> tuple[Spell, ...]:
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found = [self.spell(item, fact, name) for item in nodes]
        return tuple(sorted(found, key=lambda spell: spell.since or day, reverse=True))

    def spell(self, node: yaml.Node, fact: Fact, name: str) -> Spell:
        if not isinstance(node, yaml.MappingNode):
            return self.scalar_spell(node, fact, name)
        parts = self.mapping(node, name)
        if set(parts) & {"at_least", "at_most"} and not set(parts) & {"value", "state"}:
            return Spell(self.between(parts, fact, name))
        said = parts.get("state") or parts.get("value")
        if said is None:
            self.fault(
                node, name, "has no value.", "Write {value: …, since: 2026-01-01}" + (" or {state: yes}." if fact.type == "status" else ".")
            )
            return Spell()
        first = self.spell(said[1], fact, name) if isinstance(said[1], yaml.MappingNode) else self.scalar_spell(said[1], fact, name)
        since = self.day(parts["since"][1], f"{name}.since") if "since" in parts else None
        until = self.day(parts["until"][1], f"{name}.until") if "until" in parts else None
        if since and until and until < since:
            self.fault(parts["until"][1], f"{name}.until", f"{until} comes before {since}.", "Swap the two.")
        extra: dict[str, Value] = {}
        for key, (key_node, value) in parts.items():
            if key in ("state", "value", "since", "until"):
                continue
            try:
                part = fact.part(key)
            except LookupError as wrong:
                self.fault(key_node, f"{name}.{key}", "is not known here.", str(wrong))
                continue
            if part.moment == "year":
                for year, (_, year_value) in self.mapping(value, f"{name}.{key}").items():
                    extra[f"{key}:{year}"] = self.value(year_value, part, f"{name}.{key}.{year}")[0]
            else:
                extra[key] = self.value(value, part, f"{name}.{key}")[0]
        return Spell(first.value, first.knowing, since, until, extra)

    def scalar_spell(self, node: yaml.Node, fact: Fact, name: str) -> Spell:
        value, knowing = self.value(node, fact, name)
        return Spell(value, knowing)

    def between(self, parts: dict[str, tuple[yaml.Node, yaml.Node]], source: Fact | Part, name: str) -> Between | None:
        ends: dict[str, Any] = {}
        for end in ("at_least", "at_most"):
            if end in parts and isinstance(parts[end][1], yaml.MappingNode):
                self.fault(parts[end][1], f"{name}.{end}", "should be one value.", f"Write {end}: and the value after it.")
            elif end in parts:
                ends[end] = self.value(parts[end][1], source, f"{name}.{end}")[0]
        low, high = ends.get("at_least"), ends.get("at_most")
        if low is not None and high is not None and high < low:
            self.fault(parts["at_most"][1], f"{name}.at_most", "is below at_least.", "Swap the two.")
        return Between(low, high)

    def value(self, node: yaml.Node, source: Fact | Part, name: str) -> tuple[Value, Knowing]:
        if isinstance(node, yaml.MappingNode) and source.type in ("cents", "count", "decimal", "date"):
            return self.between(self.mapping(node, name), source, name), "known"
        text = self.text(node, name)
        if text.lower() in NOT_KNOWN:
            return None, NOT_KNOWN[text.lower()]
        if source.type == "bool":
            if text.lower() in YES + NO:
                return text.lower() in YES, "known"
            self.fault(node, name, f"`{text[:60]}` is not yes or no.", "Write yes, no or ?.")
        elif source.type in ("enum", "status"):
            return self.option(node, source, text, name), "known"
        elif source.type == "date":
            if text.lower() in ("none", *NO) and isinstance(source, Fact) and source.no_date:
                return source.no_date.day, "known"
            return self.day(node, name), "known"
        else:
            return self.number(node, source, text, name), "known"
        return None, "known"

    def option(self, node: yaml.Node, source: Fact | Part, text: str, name: str) -> str | None:
        if source.codes:
            if re.fullmatch(r"\d{5}|abroad", text):
                return text
            self.fault(
                node,
                name,
                f"`{text[:60]}` is not a code of a municipality.",
                'Write the five digits of Statbel in quotes ("44021") or abroad.',
            )
            return None
        if source.type == "status" and text.lower() in YES + NO:
            return "yes" if text.lower() in YES else "never"
        options = [option.id for option in source.values]
        if text in options:
            return text
        near = difflib.get_close_matches(text, options, 1)
        self.fault(
            node,
            name,
            f"`{text[:60]}` is not one of the answers.",
            (f"Did you mean {near[0]}? " if near else "") + f"Use one of: {', '.join(options)}.",
        )
        return None

    def number(self, node: yaml.Node, source: Fact | Part, text: str, name: str) -> int | Fraction | None:
        try:
            if len(text) > 30 or not re.fullmatch(r"[-+]?\d[\d_]*(\.\d+)?", text):
                raise InvalidOperation
            exact = Fraction(Decimal(text.replace("_", "")))
        except (InvalidOperation, ValueError):
            self.fault(
                node,
                name,
                f"`{text[:60]}` is not a number.",
                "Write 1180.00 (a point, no thousands sign), ?, or {at_least: 900, at_most: 1200}.",
            )
            return None
        scaled = exact * 100 if source.type == "cents" else exact
        if source.type in ("cents", "count") and scaled.denominator != 1:
            self.fault(node, name, f"{text} is finer than a {'cent' if source.type == 'cents' else 'whole number'}.", "Round it.")
            return None
        low, high = source.min, source.max
        if (low is not None and scaled < low) or (high is not None and scaled > high):
            scale = 100 if source.type == "cents" else 1
            ends = f"{float((low or 0) / scale):g} and {float((high or 0) / scale):g}"
            self.fault(node, name, f"{text} cannot be.", f"It lies between {ends}.")
            return None
        return scaled.numerator if scaled.denominator == 1 else scaled

    def day(self, node: yaml.Node, name: str) -> date | None:
        text = self.text(node, name)
        if text in NOT_KNOWN:
            return None
        try:
            found = date.fromisoformat(text)
        except ValueError:
            self.fault(node, name, f"`{text[:60]}` is not a date.", "Write year-month-day: 2026-03-01.")
            return None
        if not EARLIEST <= found <= LATEST:
            self.fault(node, name, f"{found} cannot be.", f"Dates lie between {EARLIEST} and {LATEST}.")
            return None
        return found

    def check_kinship(self) -> None:
        told = {
            (of[0], of[1]): spells[0].value
            for (fact, of, _), spells in self.answers.items()
            if fact == "kinship" and spells and isinstance(spells[0].value, str)
        }
        for found in impossible(told):
            lines = [self.lines.get((tie[0], tie[1]), 1) for tie in found.ties]
            self.faults.append(Fault(min(lines, default=1), "relations.kinship", found.says.en, "Correct one of these relations."))


def _where(fact: Fact) -> str:
    places = {
        "person": "Write it under a person's facts.",
        "relation": "Write it under relations (or owners of a property).",
        "household": "Write it under household.",
        "dwelling": "Write it under home or a property's facts.",
        "event": "Write it under an event's facts.",
    }
    return places[fact.of]
