"""Conditions written as data: a closed vocabulary that becomes the same yes/no as a rule, so what is unknown stays unknown.

    all:
      - {fact: tenure, is: [rented]}                     one of the answers; of the person, the household or its home
      - {fact: rent_month, at_least: 400.00}             also more_than, at_most, under; money in EUR
      - {fact: car_needed, is: yes}
      - {fact: expected_birth_date, at_least: today}
      - {status: has_leefloon, or_opens: true}           gets it; or_opens: or the right to it opens
      - {age: {at_least: 65}}
      - {someone: {age: {under: 18}}}                    somebody who lives in the household; also everyone, nobody
      - {members: {where: {age: {under: 25}}, at_least: 2}}
      - {not: {any: [...]}}
      - {municipality: ["44021"]}

`read_condition` reads it, `truth_of` makes the symbols, `words_of` says it in a sentence. docs/condition.schema.json has the shape.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal, get_args

from rechtop.rights.facts.vocabulary import Fact, UnknownFact, vocabulary
from rechtop.rights.language.data import DataError, Faults
from rechtop.rights.language.people import Status
from rechtop.rights.language.symbols import Date, Number, Truth, all_of, any_of, day, no, number
from rechtop.rights.language.told import Household, Person

Who = Literal["person", "household"]
How = Literal["is", "is_not", "at_least", "more_than", "at_most", "under"]
Word = Literal["all", "any", "not", "fact", "status", "age", "someone", "everyone", "nobody", "members", "municipality"]
WORDS: tuple[Word, ...] = get_args(Word)
HOWS: tuple[How, ...] = get_args(How)
ORDERS: tuple[How, ...] = HOWS[2:]
MOST_PARTS, DEEPEST, MOST_IN_ALL = 30, 8, 200
OLDEST, MOST_MEMBERS = 130, 50
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
Value = bool | int | Fraction | date | tuple[str, ...] | Literal["today"]
ConditionError = DataError
"""A condition that cannot be read; holds every fault with its path, the value and the remedy."""


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison. value: yes or no; the ids of options; EUR cents or a plain number; a day, or "today"."""

    how: How
    value: Value


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was read and is sound. tests: each of them must hold. or_opens: of a status, the right to it counts too."""

    word: Word
    parts: tuple[Condition, ...] = ()
    name: str = ""
    tests: tuple[Test, ...] = ()
    codes: tuple[str, ...] = ()
    or_opens: bool = False

    @property
    def facts(self) -> frozenset[str]:
        """The facts that it names."""
        own = {"age": "birth_date", "municipality": "dwelling_municipality"}.get(self.word, self.name)
        return frozenset([own] if own else []).union(*(part.facts for part in self.parts))


def read_condition(data: object, who: Who = "person") -> Condition:
    """The condition that data describes; `who` is whom it is about. Raises ConditionError with all faults, and nothing else."""
    faults = Faults()
    found = collect_condition(data, "", who, faults)
    faults.raise_if_any()
    assert found is not None
    return found


def collect_condition(data: object, path: str, who: Who, faults: Faults) -> Condition | None:
    """The same as a part of something larger: what is wrong goes to `faults`, and then there is no condition."""
    reader = _Reader(faults)
    before = len(faults.found)
    found = reader.condition(data, path, who, 1)
    return found if len(faults.found) == before else None


class _Reader:
    def __init__(self, faults: Faults) -> None:
        self.faults, self.seen = faults, 0

    def condition(self, data: object, path: str, who: Who, depth: int) -> Condition | None:
        self.seen += 1
        if depth > DEEPEST or self.seen > MOST_IN_ALL:
            if self.seen <= MOST_IN_ALL + 1:
                why = "lies too deep." if depth > DEEPEST else "is one part too many."
                self.faults.add(path, data, why, f"Write at most {DEEPEST} levels and {MOST_IN_ALL} parts.")
            return None
        if not isinstance(data, dict):
            self.faults.add(path, data, "is not a condition.", f"Begin with one of: {', '.join(WORDS)}.")
            return None
        words = [word for word in WORDS if word in data]
        if len(words) != 1:
            what = "does not say which condition it is." if not words else f"says {' and '.join(words)} at once."
            self.faults.add(path, data, what, f"Begin with one of: {', '.join(WORDS)}." if not words else "Put them in all: [ … ].")
            return None
        return self._one(words[0], data, path, who, depth)

    def _one(self, word: Word, data: dict[Any, Any], path: str, who: Who, depth: int) -> Condition | None:
        here = f"{path}.{word}".lstrip(".")
        if word in ("fact", "status"):
            return self._told(word, data, path, who)
        self.faults.mapping(data, path, (word,))
        if word in ("all", "any"):
            items = self.faults.items(data[word], here, most=MOST_PARTS, at_least=1)
            parts = [self.condition(item, f"{here}[{place}]", who, depth + 1) for place, item in enumerate(items)]
            return Condition(word, tuple(part for part in parts if part is not None))
        if word in ("not", "someone", "everyone", "nobody"):
            part = self.condition(data[word], here, who if word == "not" else "person", depth + 1)
            return None if part is None else Condition(word, (part,))
        if word == "age":
            if who == "household":
                self.faults.add(here, data[word], "asks the age of a household.", "Put it in someone, everyone or nobody.")
            return Condition("age", tests=self._orders(data[word], here, OLDEST))
        if word == "members":
            return self._members(data[word], here, depth)
        return Condition("municipality", codes=self._codes(data[word], here))

    def _members(self, data: object, path: str, depth: int) -> Condition | None:
        raw = self.faults.mapping(data, path, ("where", *ORDERS))
        parts: tuple[Condition, ...] = ()
        if "where" in raw:
            part = self.condition(raw["where"], f"{path}.where", "person", depth + 1)
            parts = (part,) if part is not None else ()
        return Condition("members", parts, tests=self._orders({key: raw[key] for key in raw if key != "where"}, path, MOST_MEMBERS))

    def _orders(self, data: object, path: str, most: int) -> tuple[Test, ...]:
        raw = self.faults.mapping(data, path, ORDERS)
        if isinstance(data, dict) and not raw:
            self.faults.add(path, data, "compares with nothing.", f"Write one of: {', '.join(ORDERS)}.")
        found = [
            (how, self.faults.number(value, f"{path}.{how}", decimals=0, low=0, high=most)) for how, value in raw.items() if how in ORDERS
        ]
        return tuple(Test(how, int(value)) for how, value in found if value is not None)

    def _codes(self, data: object, path: str) -> tuple[str, ...]:
        items = self.faults.items(data, path, most=600, at_least=1)
        for place, item in enumerate(items):
            if not isinstance(item, str) or len(item) != 5 or not (item.isascii() and item.isdigit()):
                self.faults.add(f"{path}[{place}]", item, "is not a code of a municipality.", 'Write five digits in quotes: "44021".')
        return tuple(item for item in items if isinstance(item, str))

    def _told(self, word: Word, data: dict[Any, Any], path: str, who: Who) -> Condition | None:
        raw = self.faults.mapping(data, path, ("fact", *HOWS) if word == "fact" else ("status", "or_opens"))
        fact = self._fact(data[word], f"{path}.{word}".lstrip("."), who)
        if fact is None:
            return None
        if word == "status":
            opens = raw.get("or_opens", False)
            if fact.type != "status":
                self.faults.add(path, fact.id, "is not a status.", "Write fact: instead of status:.")
            if not isinstance(opens, bool):
                self.faults.add(f"{path}.or_opens".lstrip("."), opens, "is not true or false.", "Write or_opens: true, or leave it out.")
            return Condition("status", name=fact.id, or_opens=opens is True)
        asked = [how for how in HOWS if how in raw]
        if not asked:
            self.faults.add(path, fact.id, "is compared with nothing.", f"Add one of: {', '.join(HOWS)}.")
        tests = [self._test(how, raw[how], fact, f"{path}.{how}".lstrip(".")) for how in asked]
        return Condition("fact", name=fact.id, tests=tuple(test for test in tests if test is not None))

    def _fact(self, name: object, path: str, who: Who) -> Fact | None:
        if not isinstance(name, str):
            self.faults.add(path, name, "is not the id of a fact.", "`rechtop facts` lists them.")
            return None
        try:
            fact = vocabulary().fact(name[:100])
        except UnknownFact as unknown:
            near = f"Did you mean {', '.join(unknown.nearest)}?" if unknown.nearest else "`rechtop facts` lists them all."
            self.faults.add(path, name, "is not a fact of the vocabulary.", near)
            return None
        if fact.of in ("relation", "event"):
            self.faults.add(path, name, "is told of two together or of an event.", "Use a fact of the person, the household or the home.")
        elif fact.by_year:
            self.faults.add(path, name, "is told for each year.", "Use a fact of now.")
        elif fact.codes:
            self.faults.add(path, name, "is a municipality.", 'Write municipality: ["44021"].')
        elif fact.of == "person" and who == "household":
            self.faults.add(path, name, "is a fact of a person, and this is about a household.", "Put it in someone, everyone or nobody.")
        else:
            return fact
        return None

    def _test(self, how: How, value: object, fact: Fact, path: str) -> Test | None:
        if fact.type in ("bool", "enum", "status"):
            if how not in ("is", "is_not"):
                self.faults.add(path, value, f"orders {fact.id}, which is not a number.", "Write is: or is_not:.")
                return None
            found: Value | None = self._yes_no(value, path) if fact.type == "bool" else self._options(value, fact, path)
            return None if found is None else Test(how, found)
        if how not in ORDERS:
            self.faults.add(path, value, f"asks whether {fact.id} is exactly this.", f"Write one of: {', '.join(ORDERS)}.")
            return None
        if fact.type == "date":
            found = self._day(value, path)
            return None if found is None else Test(how, found)
        money = fact.type == "cents"
        scale = 100 if money else 1
        low, high = Fraction(fact.min or 0) / scale, Fraction(fact.max if fact.max is not None else 10**11) / scale
        exact = self.faults.number(value, path, decimals=2 if money else 0 if fact.type == "count" else 4, low=low, high=high)
        if exact is None:
            return None
        scaled = exact * scale
        return Test(how, scaled.numerator if scaled.denominator == 1 else scaled)

    def _yes_no(self, value: object, path: str) -> bool | None:
        found = {"yes": True, "no": False}.get(value) if isinstance(value, str) else value
        if not isinstance(found, bool):
            self.faults.add(path, value, "is not yes or no.", "Write yes or no.")
            return None
        return found

    def _options(self, value: object, fact: Fact, path: str) -> tuple[str, ...] | None:
        items = self.faults.items(value if isinstance(value, list) else [value], path, most=100, at_least=1)
        found: list[str] = []
        for place, item in enumerate(items):
            name = ("yes" if item else "no") if isinstance(item, bool) else item  # YAML reads the word yes as true
            if isinstance(name, str) and name in fact.option_ids:
                found.append(name)
            else:
                near = difflib.get_close_matches(name[:60], fact.option_ids, 1) if isinstance(name, str) else []
                hint = f"Did you mean {near[0]}? " if near else ""
                self.faults.add(
                    f"{path}[{place}]", item, f"is not an answer to {fact.id}.", f"{hint}There are: {', '.join(fact.option_ids)}."
                )
        return tuple(dict.fromkeys(found)) if len(found) == len(items) and found else None

    def _day(self, value: object, path: str) -> date | Literal["today"] | None:
        if value == "today" and isinstance(value, str):
            return "today"
        found = value
        if isinstance(value, str) and len(value) == len("2026-01-01"):
            try:
                found = date.fromisoformat(value)
            except ValueError:
                found = None
        if type(found) is not date or not EARLIEST <= found <= LATEST:
            self.faults.add(path, value, "is not a day.", "Write year-month-day (2026-03-01), or today.")
            return None
        return found


# -- the symbols --------------------------------------------------------------------------------------------------------------


def truth_of(condition: Condition, subject: Person | Household, on: date) -> Truth:
    """The yes/no of a condition about somebody on a day: the same symbols as a rule written by hand.

    Raises RuleError as those do; never for a condition that was read for this kind of subject.
    """
    household = subject if isinstance(subject, Household) else subject.household
    parts = condition.parts
    if condition.word in ("all", "any"):
        return (all_of if condition.word == "all" else any_of)(*(truth_of(part, subject, on) for part in parts))
    if condition.word == "not":
        return no(truth_of(parts[0], subject, on))
    if condition.word == "someone":
        return household.members.any(lambda member: truth_of(parts[0], member, on))
    if condition.word == "everyone":
        return household.members.all(lambda member: truth_of(parts[0], member, on))
    if condition.word == "nobody":
        return no(household.members.any(lambda member: truth_of(parts[0], member, on)))
    if condition.word == "members":
        counted = household.members.count((lambda member: truth_of(parts[0], member, on)) if parts else None)
        return all_of(*(_ordered(counted, test, on) for test in condition.tests))
    if condition.word == "municipality":
        return lives_in(condition.codes, subject)
    if condition.word == "age":
        assert isinstance(subject, Person)
        return all_of(*(_ordered(subject.age(on), test, on) for test in condition.tests))
    fact = vocabulary().fact(condition.name)
    told = {"person": subject, "household": household, "dwelling": household.home}[fact.of].told(fact.id)
    if condition.word == "status":
        return told.yes_or_opens if condition.or_opens else told.yes  # type: ignore[no-any-return]
    return all_of(*(_tested(told, test, on) for test in condition.tests))


def lives_in(codes: tuple[str, ...], subject: Person | Household) -> Truth:
    """The home lies in one of these municipalities; for a person without a home here, also the address of the domicile."""
    if isinstance(subject, Household):
        return subject.home.dwelling_municipality.is_one_of(*codes)
    home = subject.household.home.dwelling_municipality.is_one_of(*codes)
    elsewhere = subject.domicile_kind.is_one_of("other_address", "reference_address")
    return any_of(home, all_of(elsewhere, subject.domicile_municipality.is_one_of(*codes)))


def _tested(told: Any, test: Test, on: date) -> Truth:
    if test.how in ("is", "is_not"):
        if isinstance(told, Truth):
            found, wanted = told, test.value is True
            return found if wanted is (test.how == "is") else no(found)
        assert isinstance(test.value, tuple)
        choice = told.state if isinstance(told, Status) else told
        chosen: Truth = choice.is_one_of(*test.value)
        return chosen if test.how == "is" else no(chosen)
    return _ordered(told, test, on)


def _ordered(told: Number | Date, test: Test, on: date) -> Truth:
    bound: Any
    if isinstance(told, Date):
        bound = day(on if test.value == "today" else test.value)
    else:
        assert isinstance(test.value, (int, Fraction))
        bound = number(test.value, told.unit or "plain")
    if test.how == "at_least":
        return _sure(told >= bound)
    if test.how == "more_than":
        return _sure(told > bound)
    return _sure(told <= bound if test.how == "at_most" else told < bound)


def _sure(compared: Any) -> Truth:
    assert isinstance(compared, Truth)
    return compared


# -- the sentence -------------------------------------------------------------------------------------------------------------

SAYS: Mapping[str, tuple[str, str, str]] = {
    "all": ("; en ", " ; et ", "; and "),
    "any": ("; of ", " ; ou ", "; or "),
    "and": (" en ", " et ", " and "),
    "or": (" of ", " ou ", " or "),
    "not": ("het is niet zo dat {}", "il n'est pas vrai que {}", "it is not so that {}"),
    "someone": ("iemand in het huishouden: {}", "quelqu'un dans le ménage : {}", "somebody in the household: {}"),
    "everyone": ("iedereen in het huishouden: {}", "chacun dans le ménage : {}", "everybody in the household: {}"),
    "nobody": ("niemand in het huishouden: {}", "personne dans le ménage : {}", "nobody in the household: {}"),
    "members": ("aantal mensen in het huishouden", "nombre de personnes dans le ménage", "number of people in the household"),
    "members_where": (
        "aantal mensen in het huishouden voor wie geldt: {}",
        "nombre de personnes du ménage pour qui : {}",
        "number of people in the household for whom: {}",
    ),
    "municipality": ("woont in {}", "habite à {}", "lives in {}"),
    "age": ("leeftijd", "âge", "age"),
    "years": (" jaar", " ans", " years"),
    "status": ("heeft {}", "a {}", "has {}"),
    "or_opens": ("heeft {}, of heeft er recht op", "a {}, ou y a droit", "has {}, or is entitled to it"),
    "is": ("{}: {}", "{} : {}", "{}: {}"),
    "is_not": ("{}: niet {}", "{} : pas {}", "{}: not {}"),
    "at_least": ("minstens {}", "au moins {}", "at least {}"),
    "more_than": ("meer dan {}", "plus de {}", "more than {}"),
    "at_most": ("hoogstens {}", "au plus {}", "at most {}"),
    "under": ("minder dan {}", "moins de {}", "less than {}"),
    "at_least_day": ("vanaf {}", "à partir du {}", "from {}"),
    "more_than_day": ("na {}", "après le {}", "after {}"),
    "at_most_day": ("tot en met {}", "jusqu'au {}", "up to {}"),
    "under_day": ("voor {}", "avant le {}", "before {}"),
    "today": ("vandaag", "jour même", "today"),
    "yes": ("ja", "oui", "yes"),
    "no": ("nee", "non", "no"),
}  # fmt: skip


def words_of(condition: Condition, language: str, places: Mapping[str, str] | None = None) -> str:
    """A condition as a sentence for a screen, from the labels of its facts. places: names of municipalities by code."""
    place = {"fr": 1, "en": 2}.get(language, 0)

    def say(key: str) -> str:
        return SAYS[key][place]

    def inside(part: Condition) -> str:
        found = words_of(part, language, places)
        return f"({found})" if part.word in ("all", "any") and len(part.parts) > 1 else found

    if condition.word in ("all", "any"):
        return say(condition.word).join(inside(part) for part in condition.parts)
    if condition.word in ("not", "someone", "everyone", "nobody"):
        return say(condition.word).format(inside(condition.parts[0]))
    if condition.word == "municipality":
        return say("municipality").format(say("or").join((places or {}).get(code, code) for code in condition.codes))
    if condition.word == "members":
        about = say("members_where").format(inside(condition.parts[0])) if condition.parts else say("members")
        return say("is").format(about, say("and").join(_value(test, language, say) for test in condition.tests))
    if condition.word == "age":
        return say("is").format(say("age"), say("and").join(_value(test, language, say) + say("years") for test in condition.tests))
    fact = vocabulary().fact(condition.name)
    label = fact.label.in_language(language)
    if condition.word == "status":
        return say("or_opens" if condition.or_opens else "status").format(label)
    tests = [(test, _value(test, language, say, fact)) for test in condition.tests]
    return say("and").join(say(test.how if test.how == "is_not" else "is").format(label, words) for test, words in tests)


def _value(test: Test, language: str, say: Any, fact: Fact | None = None) -> str:
    value = test.value
    if isinstance(value, bool):
        return str(say("yes" if value else "no"))
    if isinstance(value, tuple):
        assert fact is not None
        return str(say("or").join(fact.option(option).label.in_language(language) for option in value))
    if value == "today" or isinstance(value, date):
        return str(say(f"{test.how}_day").format(say("today") if value == "today" else f"{value:%d/%m/%Y}"))
    exact = Fraction(value)
    if fact is not None and fact.type == "cents":
        whole, cents = divmod(int(exact), 100)
        grouped = f"{whole:,}".replace(",", "," if language == "en" else "\u00a0" if language == "fr" else ".")
        written = f"€ {grouped}{'.' if language == 'en' else ','}{cents:02d}"
    else:
        written = f"{float(exact):g}"
    return str(say(test.how).format(written))


__all__ = [
    "Condition",
    "ConditionError",
    "Test",
    "collect_condition",
    "lives_in",
    "read_condition",
    "truth_of",
    "words_of",
]
