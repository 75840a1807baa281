"""A municipality's own right as one JSON object: read strictly, turned into an ordinary rule, written out again as it came in.

docs/local-rights.md tells an administrator how the JSON reads. An amount before its first day or past its last one is missing, so the
right hangs; the old amount is never used.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from rechtop.rights.facts.household_file import HouseholdFileError, household_from
from rechtop.rights.facts.situation import Situation
from rechtop.rights.facts.vocabulary import LANGUAGES, Text
from rechtop.rights.language.amounts import Dated, Law, Series
from rechtop.rights.language.conditions import Condition, Who, collect_condition, lives_in, truth_of
from rechtop.rights.language.data import DataError, DataFault, Faults, exactly, from_json
from rechtop.rights.language.rule import Per, RightVersion, Rule, keep_series, read_rule
from rechtop.rights.language.symbols import Number, when

FORMAT = 1
EXAMPLES = Path(__file__).parent / "local_examples"
TEXTS = ("name", "summary", "plain", "apply_at", "deadline", "does_not_solve")
PARTS = (
    "format", "id", "municipality", "unit", "texts", "regulation", "concerns", "conditions", "gives", "valid", "examples",
)  # fmt: skip
NEEDED = tuple(part for part in PARTS if part not in ("concerns", "examples"))
Kind = Literal["amount", "tariff", "service", "discretionary"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PERS: tuple[Per, ...] = get_args(Per)
EXPECTED = ("open", "closed", "hangs")
TAKEN = ("municipality", "amount")
"""Keys that every local right uses already."""
HIGHEST = 1_000_000
LocalError = DataError
"""A local right that cannot be read; holds every fault with its path, the value and the remedy."""


@dataclass(frozen=True, slots=True)
class LocalTexts:
    """What is said about a local right."""

    name: Text
    summary: Text
    plain: Text
    apply_at: Text
    deadline: Text
    does_not_solve: Text
    documents: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Regulation:
    """The decision of the council that it rests on."""

    title: str
    link: str
    date: date


@dataclass(frozen=True, slots=True)
class LocalCondition:
    """One sentence of the regulation, and when it holds."""

    key: str
    says: Text
    article: str
    when: Condition


@dataclass(frozen=True, slots=True)
class LocalAmount:
    """An amount with its days; `when` and `says` for a variant, which comes before the plain amount when its condition holds."""

    series: Series
    key: str = ""
    says: Text | None = None
    article: str = ""
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Gives:
    """What the right gives. amounts: the variants in their order, and last the amount for everybody else."""

    kind: Kind
    article: str
    per: Per | None = None
    amounts: tuple[LocalAmount, ...] = ()
    judged: tuple[tuple[str, Text, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LocalExample:
    """A worked example: a household on a day, and what must come out. person: for whom; "" for the household or its first person."""

    name: str
    on: date
    situation: Situation
    person: str
    status: str
    amount: int | None
    """EUR cents."""


@dataclass(frozen=True, slots=True, eq=False)
class LocalRight:
    """A local right that was read and is sound. Two are equal when they say the same."""

    id: str
    code: str
    place: str
    unit: Who
    texts: LocalTexts
    regulation: Regulation
    concerns: Condition | None
    conditions: tuple[LocalCondition, ...]
    gives: Gives
    since: date
    until: date | None
    examples: tuple[LocalExample, ...]
    data: Mapping[str, Any] = field(repr=False)
    fingerprint: str

    @property
    def right(self) -> str:
        """Its id among all rights."""
        return f"local.{self.code}.{self.id}"

    def in_force(self, on: date) -> bool:
        """Whether the regulation holds on a day."""
        return self.since <= on and (self.until is None or on <= self.until)

    def sentence(self, key: str, language: str) -> str:
        """A sentence of its rule in a language: of a condition, a line of the calculation or a judgement."""
        said: dict[str, Text] = {
            "municipality": Text(f"woont in {self.place}", f"habite à {self.place}", f"lives in {self.place}"),
            "amount": Text("bedrag", "montant", "amount"),
        }
        said |= {condition.key: condition.says for condition in self.conditions}
        said |= {amount.key: amount.says for amount in self.gives.amounts if amount.says is not None}
        said |= {name: says for name, says, _ in self.gives.judged}
        return said[key].in_language(language)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LocalRight) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)


def read_local(data: object) -> LocalRight:
    """The local right that data describes (what JSON or a database field gives). Raises LocalError with all faults, and nothing else."""
    reader = _Reader(Faults())
    found = reader.right(data)
    reader.faults.raise_if_any()
    assert found is not None
    return found


def local_from_json(text: str) -> LocalRight:
    """The same from a text: doubled names are faults too, and numbers are read exactly."""
    return read_local(from_json(text))


def export(local: LocalRight) -> str:
    """The JSON of a local right, as it came in."""
    return json.dumps(plain(local.data), ensure_ascii=False, indent=1) + "\n"


def plain(data: Any) -> Any:
    """Data as JSON writes it: no decimals, dates or mappings of its own."""
    if isinstance(data, Mapping):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(item) for item in data]
    if isinstance(data, date):
        return data.isoformat()
    if isinstance(data, (Decimal, float)) and (exact := exactly(data)) is not None:
        return exact.numerator if exact.denominator == 1 else float(exact)
    return data if data is None or isinstance(data, (str, bool, int, float)) else str(data)


def local_examples() -> Iterator[LocalRight]:
    """The invented rights of municipalities that do not exist (`local_examples/`)."""
    for file in sorted(EXAMPLES.glob("*.json")):
        for item in from_json(file.read_text("utf-8")):
            yield read_local(item)


# -- the rule -----------------------------------------------------------------------------------------------------------------


def rule_from(local: LocalRight, on: date) -> Rule:
    """The ordinary rule of a local right on a day: its first condition is that the household lives in the municipality.

    Raises RuleError as ordinary rules do.
    """
    version = version_of(local)
    keep_series(version.id, {amount.series.name: amount.series for amount in local.gives.amounts})
    rule = read_rule(version, on)
    rule.right = local.right
    return rule


def version_of(local: LocalRight) -> RightVersion:
    """A local right as the one version of an ordinary right. Its figures go by a name of their own for each wording."""

    def write(rule: Rule, subject: Any, law: Law) -> None:
        _write(local, rule, subject, law)

    owner = f"{local.right}@{local.fingerprint[:12]}"
    return RightVersion(owner, local.unit, local.since, local.until, local.regulation.title, write, EXAMPLES)


def _write(local: LocalRight, rule: Rule, subject: Any, law: Law) -> None:
    if local.concerns is not None:
        rule.concerns(truth_of(local.concerns, subject, rule.on))
    title = local.regulation.title
    rule.require(lives_in((local.code,), subject), says=local.sentence("municipality", "nl"), article=title, key="municipality")
    for condition in local.conditions:
        rule.require(truth_of(condition.when, subject, rule.on), says=condition.says.nl, article=condition.article, key=condition.key)
    gives = local.gives
    for key, says, article in gives.judged:
        rule.judged(says.nl, article=article, key=key)
    if gives.kind == "discretionary":
        rule.discretionary(article=gives.article)
    elif gives.kind == "amount":
        amount: Number = getattr(law, gives.amounts[-1].series.name)
        for variant in reversed(gives.amounts[:-1]):
            assert variant.when is not None
            amount = when(truth_of(variant.when, subject, rule.on), getattr(law, variant.series.name), otherwise=amount)
        rule.step(local.sentence("amount", "nl"), amount, article=gives.article, key="amount")
        assert gives.per is not None
        rule.pays(amount, per=gives.per, article=gives.article)
    else:
        rule.gives(gives.kind, article=gives.article)


# -- reading ------------------------------------------------------------------------------------------------------------------


class _Reader:
    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.keys: set[str] = set(TAKEN)
        self.pers: set[Per] = set()

    def right(self, data: object) -> LocalRight | None:
        faults = self.faults
        raw = faults.mapping(data, "", PARTS, NEEDED)
        if not raw:
            return None
        if raw.get("format") != FORMAT or isinstance(raw.get("format"), bool):
            faults.add("format", raw.get("format"), "is not a format that is known.", f"Write {FORMAT}.")
        unit = self.one_of(raw.get("unit"), "unit", get_args(Who))
        who: Who = "household" if unit == "household" else "person"
        place = faults.mapping(raw.get("municipality"), "municipality", ("code", "name"), ("code", "name"))
        code = place.get("code")
        if not isinstance(code, str) or not re.fullmatch(r"[0-9]{5}", code):
            faults.add("municipality.code", code, "is not a code of a municipality.", 'Write five digits in quotes: "44021".')
        valid = faults.mapping(raw.get("valid"), "valid", ("from", "until"), ("from",))
        since = self.day(valid.get("from"), "valid.from")
        until = self.day(valid["until"], "valid.until") if valid.get("until") is not None else None
        if since and until and until < since:
            faults.add("valid.until", until, "comes before valid.from.", "Swap the two.")
        concerns = collect_condition(raw["concerns"], "concerns", who, faults) if raw.get("concerns") is not None else None
        found = LocalRight(
            id=self.key(raw.get("id"), "id", unique=False),
            code=str(code),
            place=faults.text(place.get("name"), "municipality.name", most=100),
            unit=who,
            texts=self.texts(raw.get("texts")),
            regulation=self.regulation(raw.get("regulation")),
            concerns=concerns,
            conditions=tuple(self.conditions(raw.get("conditions"), who)),
            gives=self.gives(raw.get("gives"), who),
            since=since or date.min,
            until=until,
            examples=tuple(self.examples(raw.get("examples", []), who)),
            data=raw,
            fingerprint="",
        )
        return None if faults.found else self.sealed(found)

    @staticmethod
    def sealed(found: LocalRight) -> LocalRight:
        canonical = json.dumps(plain(found.data), sort_keys=True, ensure_ascii=True)
        object.__setattr__(found, "data", plain(found.data))
        object.__setattr__(found, "fingerprint", hashlib.sha256(canonical.encode()).hexdigest())
        return found

    def one_of(self, value: object, path: str, known: tuple[str, ...]) -> str:
        if not isinstance(value, str) or value not in known:
            self.faults.add(path, value, "is not known.", f"Use one of: {', '.join(known)}.")
            return known[0]
        return value

    def key(self, value: object, path: str, *, unique: bool = True) -> str:
        if not isinstance(value, str) or not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", value):
            self.faults.add(path, value, "is not a name.", "Write small letters, digits and _, beginning with a letter.")
            return ""
        if unique and value in self.keys:
            self.faults.add(path, value, "is used twice.", "Give each condition, variant and judgement its own key.")
        if unique:
            self.keys.add(value)
        return value

    def day(self, value: object, path: str) -> date | None:
        found = value
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            try:
                found = date.fromisoformat(value)
            except ValueError:
                found = None
        if type(found) is not date or not date(1990, 1, 1) <= found <= date(2100, 12, 31):
            self.faults.add(path, value, "is not a day.", "Write year-month-day: 2026-03-01.")
            return None
        return found

    def three(self, data: object, path: str) -> Text:
        raw = self.faults.mapping(data, path, LANGUAGES, LANGUAGES)
        return Text(*(self.faults.text(raw[one], f"{path}.{one}") if one in raw else "" for one in LANGUAGES))

    def texts(self, data: object) -> LocalTexts:
        raw = self.faults.mapping(data, "texts", (*TEXTS, "documents"), (*TEXTS, "documents"))
        said = {name: self.three(raw[name], f"texts.{name}") if name in raw else Text("", "", "") for name in TEXTS}
        listed = self.faults.items(raw.get("documents", []), "texts.documents", most=20)
        documents = tuple(self.three(item, f"texts.documents[{place}]") for place, item in enumerate(listed))
        return LocalTexts(**said, documents=documents)

    def link(self, value: object, path: str) -> str:
        if not isinstance(value, str) or (value and not re.fullmatch(r"https://[^\s<>\"']{3,500}", value)):
            self.faults.add(path, value, "is not a link.", "Begin with https://, or write an empty text when there is none.")
            return ""
        return value

    def regulation(self, data: object) -> Regulation:
        raw = self.faults.mapping(data, "regulation", ("title", "link", "date"), ("title", "link", "date"))
        return Regulation(
            self.faults.text(raw.get("title"), "regulation.title", most=300),
            self.link(raw.get("link"), "regulation.link"),
            self.day(raw.get("date"), "regulation.date") or date.min,
        )

    def conditions(self, data: object, who: Who) -> Iterator[LocalCondition]:
        for place, item in enumerate(self.faults.items(data, "conditions", most=40)):
            found = self.condition(item, f"conditions[{place}]", who)
            if found is not None:
                yield found

    def condition(self, item: object, path: str, who: Who, *more: str) -> LocalCondition | None:
        fields = ("key", "says", "article", "when")
        raw = self.faults.mapping(item, path, (*fields, *more), (*fields, *more))
        key = self.key(raw.get("key"), f"{path}.key")
        says = self.three(raw.get("says"), f"{path}.says")
        article = self.faults.text(raw.get("article"), f"{path}.article", most=100)
        found = collect_condition(raw.get("when"), f"{path}.when", who, self.faults)
        return LocalCondition(key, says, article, found) if found is not None else None

    def gives(self, data: object, who: Who) -> Gives:
        raw = self.faults.mapping(data, "gives", KINDS)
        kinds = [kind for kind in KINDS if kind in raw]
        if len(kinds) != 1:
            self.faults.add("gives", sorted(raw), "should say one thing.", f"Write one of: {', '.join(KINDS)}.")
            return Gives("service", "")
        kind, path = kinds[0], f"gives.{kinds[0]}"
        own = {"amount": ("values", "variants"), "discretionary": ("judged",)}.get(kind, ())
        inside = self.faults.mapping(raw[kind], path, ("article", *own), ("article", *own[:1]))
        article = self.faults.text(inside.get("article"), f"{path}.article", most=100)
        if kind == "discretionary":
            return Gives(kind, article, judged=tuple(self.judged(inside.get("judged"), f"{path}.judged")))
        if kind != "amount":
            return Gives(kind, article)
        amounts = [*self.variants(inside.get("variants", []), f"{path}.variants", who)]
        amounts.append(LocalAmount(self.series("amount", inside.get("values"), f"{path}.values")))
        if len(self.pers) > 1:
            self.faults.add(path, sorted(self.pers), "is paid in more than one rhythm.", "Use one `per`; write a second right for another.")
        return Gives(kind, article, next(iter(self.pers), None), tuple(amounts))

    def judged(self, data: object, path: str) -> Iterator[tuple[str, Text, str]]:
        for place, item in enumerate(self.faults.items(data, path, most=20, at_least=1)):
            here = f"{path}[{place}]"
            raw = self.faults.mapping(item, here, ("key", "says", "article"), ("key", "says", "article"))
            yield (
                self.key(raw.get("key"), f"{here}.key"),
                self.three(raw.get("says"), f"{here}.says"),
                self.faults.text(raw.get("article"), f"{here}.article", most=100),
            )

    def variants(self, data: object, path: str, who: Who) -> Iterator[LocalAmount]:
        for place, item in enumerate(self.faults.items(data, path, most=20)):
            here = f"{path}[{place}]"
            found = self.condition(item, here, who, "values")
            values = item.get("values") if isinstance(item, dict) else None
            series = self.series(f"amount_{found.key if found else place}", values, f"{here}.values")
            if found is not None:
                yield LocalAmount(series, found.key, found.says, found.article, found.when)

    def series(self, name: str, data: object, path: str) -> Series:
        spans = [
            found
            for place, item in enumerate(self.faults.items(data, path, most=60, at_least=1))
            if (found := self.dated(item, f"{path}[{place}]")) is not None
        ]
        spans.sort(key=lambda span: span[0].since)
        values: list[Dated] = []
        for place, (dated, until) in enumerate(spans):
            following = spans[place + 1][0] if place + 1 < len(spans) else None
            if following is not None and (following.since == dated.since or (until is not None and until >= following.since)):
                self.faults.add(path, dated.since, "runs into the next amount.", "End it before the next one begins.")
            values.append(dated)
            after = until + timedelta(days=1) if until is not None else None
            if after is not None and (following is None or after < following.since):
                values.append(Dated(after, None, dated.source, "confirmed"))
        return Series(name, "EUR", "one", "by_decision", tuple(values))

    def dated(self, item: object, path: str) -> tuple[Dated, date | None] | None:
        raw = self.faults.mapping(item, path, ("from", "value", "per", "source", "until"), ("from", "value", "per", "source"))
        since = self.day(raw.get("from"), f"{path}.from")
        until = self.day(raw["until"], f"{path}.until") if raw.get("until") is not None else None
        if since and until and until < since:
            self.faults.add(f"{path}.until", until, "comes before `from`.", "Swap the two.")
        value = self.faults.number(raw.get("value"), f"{path}.value", decimals=2, low=0, high=HIGHEST)
        per = raw.get("per")
        if per in PERS:
            self.pers.add(per)
        else:
            self.faults.add(f"{path}.per", per, "is not known.", f"Use one of: {', '.join(PERS)}.")
        source = self.faults.text(raw.get("source"), f"{path}.source", most=500)
        if since is None or value is None:
            return None
        return Dated(since, int(Fraction(value) * 100), source, "confirmed"), until

    def examples(self, data: object, who: Who) -> Iterator[LocalExample]:
        for place, item in enumerate(self.faults.items(data, "examples", most=40)):
            found = self.example(item, f"examples[{place}]", who)
            if found is not None:
                yield found

    def example(self, item: object, path: str, who: Who) -> LocalExample | None:
        fields = ("name", "on", "household", "expect")
        raw = self.faults.mapping(item, path, fields, fields)
        expect = self.faults.mapping(raw.get("expect"), f"{path}.expect", ("status", "amount", "person", "shown"))
        name, on = self.faults.text(raw.get("name"), f"{path}.name", most=200), self.day(raw.get("on"), f"{path}.on")
        shown = expect.get("shown", True)
        if not isinstance(shown, bool) or (shown is False and len(expect) > 1 + ("person" in expect)):
            self.faults.add(f"{path}.expect", expect, "says that nothing is shown, or should.", "Write shown: false alone, or a status.")
        status = "not_shown" if shown is False else self.one_of(expect.get("status"), f"{path}.expect.status", EXPECTED)
        amount: int | None = None
        if "amount" in expect:
            exact = self.faults.number(expect["amount"], f"{path}.expect.amount", decimals=2, low=0, high=HIGHEST)
            amount = int(exact * 100) if exact is not None else None
        situation = self.household(raw.get("household"), f"{path}.household", on)
        if situation is None or on is None:
            return None
        person = expect.get("person", situation.persons[0] if who == "person" else "")
        if who == "household" and "person" in expect:
            self.faults.add(f"{path}.expect.person", person, "is named, but the right is for a household.", "Leave it out.")
        if who == "person" and person not in situation.persons:
            self.faults.add(f"{path}.expect.person", person, "is nobody in this household.", f"Use: {', '.join(situation.persons)}.")
        return LocalExample(name, on, situation, str(person), status, amount)

    def household(self, data: object, path: str, on: date | None) -> Situation | None:
        if not isinstance(data, dict):
            self.faults.add(path, data, "is not a household.", "Write it as in a household file: persons, household, home.")
            return None
        for twice in _doubled(data):
            self.faults.add(path, twice, "stands there twice.", "Keep one.")
        try:
            text = json.dumps(plain(data), ensure_ascii=False)
            node = yaml.compose(text, Loader=yaml.SafeLoader)
            if node is not None:
                return household_from(node, on=on)
        except HouseholdFileError as wrong:
            self.faults.found += [DataFault(f"{path}.{fault.field}", "", fault.what, fault.to_do) for fault in wrong.faults]
        except (yaml.YAMLError, ValueError, TypeError, RecursionError, ArithmeticError) as wrong:
            self.faults.add(path, type(wrong).__name__, "cannot be read as a household.", str(wrong)[:200])
        return None


def _doubled(data: object, depth: int = 0) -> Iterator[str]:
    if depth > 20:
        return
    if isinstance(data, dict):
        yield from getattr(data, "doubled", ())
    for item in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _doubled(item, depth + 1)


__all__ = [
    "FORMAT",
    "LocalError",
    "LocalExample",
    "LocalRight",
    "export",
    "local_examples",
    "local_from_json",
    "read_local",
    "rule_from",
    "version_of",
]
