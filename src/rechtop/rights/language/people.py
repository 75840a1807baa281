"""Who and what a rule speaks of: persons, the household, the home, real estate, events; and groups of them.

A lambda over a group is called once, on a symbol that stands for each member. Groups that nobody called complete contain one
member about whom nothing is known, so "none so far" never reads as "none".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from rechtop.rights.facts.vocabulary import Fact, Part, vocabulary
from rechtop.rights.language.amounts import Amount
from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.graph import Kind, Node, Unit, node
from rechtop.rights.language.symbols import Choice, Date, Number, Symbol, Truth, as_number, day, no, truth, when, years_between

if TYPE_CHECKING:
    from rechtop.rights.language.told import Dwelling, Event, Household, Person

_HERE = frozenset({"lives_here", "someone_else_lives_here"})
GROUP_FACTS: dict[str, frozenset[str]] = {
    "members": _HERE, "housemates": _HERE,
    "persons": _HERE | {"someone_elsewhere_matters"}, "others": _HERE | {"someone_elsewhere_matters"},
    "properties": frozenset({"ownership_share_percent", "ownership_right", "has_more_real_estate", "tenure"}),
    "disposals": frozenset({"has_more_disposals"}), "deliveries": frozenset({"has_more_fuel_deliveries"}), "events": frozenset(),
}  # fmt: skip
"""The facts that decide who belongs to a group."""
CLOSED_BY = {
    "members": "someone_else_lives_here",
    "housemates": "someone_else_lives_here",
    "persons": "someone_elsewhere_matters",
    "others": "someone_elsewhere_matters",
    "properties": "has_more_real_estate",
    "disposals": "has_more_disposals",
    "deliveries": "has_more_fuel_deliveries",
}
"""The question whose "no" closes the list of a group."""

Ref = int | str
"""An entity in a node: the level of a bound member, or the id of something there is one of ("home")."""

KINDS: dict[str, Kind] = {
    "bool": "truth",
    "cents": "number",
    "decimal": "number",
    "count": "number",
    "date": "date",
    "enum": "choice",
    "status": "choice",
}


def fact_node(fact: Fact, refs: tuple[Ref, ...], *, aspect: str = "value", year: int | None = None, on: date | None = None) -> Node:
    """The node that reads one told fact. aspect: value, since, until, or `part:` and the name of a part of a status."""
    source: Fact | Part = fact.part(aspect[5:]) if aspect.startswith("part:") else fact
    kind: Kind = "date" if aspect in ("since", "until") else KINDS[source.type]
    unit: Unit = "cents" if source.type == "cents" else "plain"
    options = tuple(option.id for option in source.values) if kind == "choice" else ()
    data = (fact.id, aspect, year, on.toordinal() if on else None, refs)
    return node(
        "fact",
        data=data,
        kind=kind,
        unit=unit if kind == "number" else "",
        options=options,
        slots=frozenset(ref for ref in refs if isinstance(ref, int)),
        facts=frozenset([fact.id]),
    )


class Told:
    """What a told fact has beyond its value: since when, and what it was on another day."""

    __slots__ = ()
    node: Node

    def _again(self, aspect: str | None = None, on: date | None = None) -> Node:
        fact, old_aspect, year, old_on, refs = self.node.data
        held = date.fromordinal(old_on) if old_on else None
        return fact_node(vocabulary().fact(fact), refs, aspect=aspect or old_aspect, year=year, on=on or held)

    @property
    def since(self) -> Date:
        """The day from which the present answer holds."""
        return Date(self._again("since"))

    @property
    def until(self) -> Date:
        """The last day on which the present answer holds."""
        return Date(self._again("until"))

    def _on(self, moment: date | Date, before: bool) -> Any:
        if not isinstance(moment, Date):
            return type(self)(self._again(on=date.fromordinal(moment.toordinal() - 1) if before else moment))  # type: ignore[call-arg]
        read = node(
            "fact_on",
            moment.node,
            data=(*self.node.data, before),
            kind=self.node.kind,
            unit=self.node.unit,
            options=self.node.options,
            slots=self.node.slots,
            facts=self.node.facts,
        )
        return type(self)(read)  # type: ignore[call-arg]


class ToldTruth(Truth, Told):
    """A told yes or no."""

    __slots__ = ()

    def on(self, moment: date | Date) -> Truth:
        """What it was on another day."""
        return self._on(moment, before=False)  # type: ignore[no-any-return]

    def before(self, moment: date | Date) -> Truth:
        """What it was just before a day."""
        return self._on(moment, before=True)  # type: ignore[no-any-return]


class ToldNumber(Number, Told):
    """A told amount (EUR cents) or count."""

    __slots__ = ()

    def on(self, moment: date | Date) -> Number:
        """What it was on another day."""
        return self._on(moment, before=False)  # type: ignore[no-any-return]

    def before(self, moment: date | Date) -> Number:
        """What it was just before a day."""
        return self._on(moment, before=True)  # type: ignore[no-any-return]


class ToldChoice(Choice, Told):
    """A told option."""

    __slots__ = ()

    def on(self, moment: date | Date) -> Choice:
        """What it was on another day."""
        return self._on(moment, before=False)  # type: ignore[no-any-return]

    def before(self, moment: date | Date) -> Choice:
        """What it was just before a day."""
        return self._on(moment, before=True)  # type: ignore[no-any-return]


class ToldDate(Date, Told):
    """A told day."""

    __slots__ = ()


class ToldCode(Symbol, Told):
    """A code of an official list (a municipality)."""

    __slots__ = ()

    def is_in(self, codes: Amount) -> Truth:
        """Whether the code stands in a list of amounts.yaml (`unit: codes`)."""
        return Truth(node("code_in", self.node, data=codes.codes(), kind="truth"))

    def is_one_of(self, *codes: str) -> Truth:
        """Whether it is one of these codes ("abroad")."""
        return Truth(node("code_in", self.node, data=codes, kind="truth"))

    def begins_with(self, codes: Amount) -> Truth:
        """Whether the code begins with one of a list of amounts.yaml (`unit: codes`): the arrondissement of a municipality."""
        return Truth(node("code_begins", self.node, data=codes.codes(), kind="truth"))

    def on(self, moment: date | Date) -> ToldCode:
        """What it was on another day."""
        return self._on(moment, before=False)  # type: ignore[no-any-return]


def symbol(made: Node) -> Any:
    """The symbol of a fact node, by what it is."""
    if made.kind == "choice" and not made.options:
        return ToldCode(made)
    return {"truth": ToldTruth, "number": ToldNumber, "choice": ToldChoice, "date": ToldDate}[made.kind](made)


class Status:
    """Whether somebody gets a right already, as told or seen; never what the engine computes."""

    __slots__ = ("_fact", "_refs")

    def __init__(self, fact: Fact, refs: tuple[Ref, ...]) -> None:
        self._fact, self._refs = fact, refs

    def __bool__(self) -> bool:
        raise RuleError(f"uses the status `{self._fact.id}` in a Python `if`.", to_do=f"write {self._fact.id}.yes.")

    @property
    def state(self) -> Choice:
        """yes, recognised_nil, asked, refused, stopped or never."""
        return ToldChoice(fact_node(self._fact, self._refs))

    @property
    def yes(self) -> Truth:
        """Held: gets it. Asked and not yet decided is unknown, not no."""
        return self._held("yes")

    @property
    def recognised(self) -> Truth:
        """Held, or recognised although nothing is paid."""
        return self._held("yes", "recognised_nil")

    def _held(self, *states: str) -> Truth:
        asked = self.state.is_one_of("asked")
        return Truth(node("held", self.state.is_one_of(*states).node, asked.node, kind="truth"))

    def held_on(self, moment: date) -> Truth:
        """Held on another day (the reference date of many rights)."""
        return self._state_on(moment).is_one_of("yes")

    def recognised_on(self, moment: date) -> Truth:
        """Held or recognised at nil on another day."""
        return self._state_on(moment).is_one_of("yes", "recognised_nil")

    def _state_on(self, moment: date) -> Choice:
        return Choice(fact_node(self._fact, self._refs, on=moment))

    @property
    def yes_or_opens(self) -> Truth:
        """Held, or the engine finds the right open for this person: then the right that reads it "opens after that one"."""
        data = (self._fact.id, self._refs)
        return Truth(
            node(
                "held_or_opens",
                self.recognised.node,
                data=data,
                kind="truth",
                slots=frozenset(ref for ref in self._refs if isinstance(ref, int)),
                facts=frozenset(["*opens"]),
            )
        )

    @property
    def paid_or_opens(self) -> Truth:
        """As `yes_or_opens`, for the laws in which a recognition without payment (recognised_nil) does not count."""
        data = (self._fact.id, self._refs)
        return Truth(
            node(
                "held_or_opens",
                self.yes.node,
                data=data,
                kind="truth",
                slots=frozenset(ref for ref in self._refs if isinstance(ref, int)),
                facts=frozenset(["*opens"]),
            )
        )

    @property
    def since(self) -> Date:
        """The first day of the present state."""
        return Date(fact_node(self._fact, self._refs, aspect="since"))

    @property
    def until(self) -> Date:
        """The last day of the present state."""
        return Date(fact_node(self._fact, self._refs, aspect="until"))

    @property
    def amount(self) -> Number:
        """EUR cents per month; 0 when it is known that nothing is paid."""
        return when(self.yes, Number(fact_node(self._fact, self._refs, aspect="part:amount")), otherwise=0)

    def in_year(self, year: int) -> Number:
        """EUR cents received in a calendar year (part amount_in_year)."""
        return Number(fact_node(self._fact, self._refs, aspect="part:amount_in_year", year=year))

    def part_in_year(self, name: str, year: int) -> Any:
        """A part that is told for each calendar year (`litres_in_year`)."""
        return symbol(fact_node(self._fact, self._refs, aspect=f"part:{name}", year=year))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return symbol(fact_node(self._fact, self._refs, aspect=f"part:{name}"))


class Entity:
    """Something facts are told of. ref: its level in the rule, or a fixed id."""

    __slots__ = ("ref",)

    def __init__(self, ref: Ref) -> None:
        self.ref = ref

    def _refs(self, *others: Entity) -> tuple[Ref, ...]:
        own = () if self.ref == "household" else (self.ref,)
        return (*own, *(other.ref for other in others))

    def told(self, fact: str, *others: Entity, year: int | None = None) -> Any:
        """The symbol of a told fact of this entity."""
        found = vocabulary().fact(fact)
        if found.type == "status":
            return Status(found, self._refs(*others))
        return symbol(fact_node(found, self._refs(*others), year=year))


class PersonBase(Entity):
    """One human being, child or adult, also one who lives elsewhere."""

    __slots__ = ()

    @property
    def household(self) -> Household:
        """The household of this conversation."""
        from rechtop.rights.language.told import Household

        return Household("household")

    def age(self, on: date | Date) -> Number:
        """Full years on a day."""
        return years_between(self.told("birth_date"), on)

    @property
    def lives_here_now(self) -> Truth:
        """Lives in the household: always, part of the time or temporarily away."""
        return self.told("lives_here").is_one_of("always", "part_of_the_time", "temporarily_away")  # type: ignore[no-any-return]

    @property
    def housemates(self) -> Group[Person]:
        """Everybody else who lives in the household."""
        return Group("housemates", (self.ref,))

    @property
    def others(self) -> Group[Person]:
        """Everybody else who was told of, also who lives elsewhere."""
        return Group("others", (self.ref,))

    @property
    def properties(self) -> Group[Dwelling]:
        """Real estate of which the person owns a part."""
        return Group("properties", (self.ref,))

    @property
    def disposals(self) -> Group[Event]:
        """What the person sold or gave away."""
        return Group("disposals", (self.ref,))

    def events(self, kind: str) -> Group[Event]:
        """Events of this person of one kind (application, awaited_income)."""
        return Group("events", (self.ref, kind))

    def is_same(self, other: PersonBase) -> Truth:
        """Whether two symbols stand for one person."""
        if self.ref == other.ref:
            return truth(True)
        slots = frozenset(ref for ref in (self.ref, other.ref) if isinstance(ref, int))
        return Truth(node("same", data=(self.ref, other.ref), kind="truth", slots=slots))

    def is_not(self, other: PersonBase) -> Truth:
        """Whether two symbols stand for two persons."""
        return no(self.is_same(other))


class HouseholdBase(Entity):
    """The people of one conversation taken together, and their home."""

    __slots__ = ()

    @property
    def persons(self) -> Group[Person]:
        """Everybody told of, also who lives elsewhere."""
        return Group("persons", ())

    @property
    def members(self) -> Group[Person]:
        """Who lives here: always, part of the time or temporarily away."""
        return Group("members", ())

    @property
    def home(self) -> Dwelling:
        """The dwelling in which the household lives."""
        from rechtop.rights.language.told import Dwelling

        return Dwelling("home")

    @property
    def fuel_deliveries(self) -> Group[Event]:
        """Deliveries of heating fuel."""
        return Group("deliveries", ())

    def events(self, kind: str) -> Group[Event]:
        """Events of the household of one kind."""
        return Group("events", ("", kind))


Member = TypeVar("Member", bound=Entity)


class _Reading:
    """How deep inside lambdas over groups the rule is being read, and which groups those are."""

    def __init__(self) -> None:
        self.around: list[tuple[int, str, tuple[Ref, ...], Node | None]] = []

    @property
    def next_level(self) -> int:
        return len(self.around) + 1


reading = _Reading()


class Group(Generic[Member]):
    """Some persons (or properties, or events) of the household. Its lambdas speak of one member at a time."""

    __slots__ = ("_base", "_of", "_filters")

    def __init__(self, base: str, of: tuple[Ref, ...], filters: tuple[Callable[[Any], Truth], ...] = ()) -> None:
        self._base, self._of, self._filters = base, of, filters

    def __bool__(self) -> bool:
        raise RuleError("uses a group of people in a Python `if`.", to_do="write group.any(lambda member: …) or group.count() >= …")

    def __iter__(self) -> Iterator[Any]:
        raise RuleError("loops over a group of people.", to_do="write group.total(lambda member: …), .any, .all or .count.")

    def _member(self, level: int) -> Any:
        from rechtop.rights.language import told

        if self._base == "properties":
            return told.Dwelling(level)
        return told.Event(level) if self._base in ("disposals", "deliveries", "events") else told.Person(level)

    @contextmanager
    def _each(self) -> Iterator[tuple[Any, int, Node | None]]:
        level = reading.next_level
        member = self._member(level)
        reading.around.append((level, self._base, self._of, None))
        try:
            kept: Truth | None = None
            for test in self._filters:
                found = test(member)
                kept = found if kept is None else kept & found
            reading.around[-1] = (level, self._base, self._of, kept.node if kept is not None else None)
            yield member, level, kept.node if kept is not None else None
        finally:
            reading.around.pop()

    def where(self, test: Callable[[Member], Truth]) -> Group[Member]:
        """Only the members for whom this holds."""
        return Group(self._base, self._of, (*self._filters, test))

    def _make(self, op: str, kept: Node | None, level: int, value: Node | None, kind: Any, unit: Unit = "") -> Node:
        always = truth(True).node
        slots = frozenset(ref for ref in self._of if isinstance(ref, int))
        return node(
            op,
            kept or always,
            value or always,
            data=(self._base, self._of, level),
            kind=kind,
            unit=unit,
            slots=slots,
            binds=level,
            facts=GROUP_FACTS[self._base],
        )

    def count(self, test: Callable[[Member], Truth] | None = None) -> Number:
        """How many members there are (for whom the test holds)."""
        with self._each() as (member, level, kept):
            value = test(member).node if test else None
            return Number(self._make("count", kept, level, value, "number", "plain"))

    def any(self, test: Callable[[Member], Truth] | None = None) -> Truth:
        """Whether there is a member (for whom the test holds)."""
        with self._each() as (member, level, kept):
            value = test(member).node if test else None
            return Truth(self._make("any", kept, level, value, "truth"))

    def none(self, test: Callable[[Member], Truth] | None = None) -> Truth:
        """Whether there is no member (for whom the test holds)."""
        return no(self.any(test))

    def all(self, test: Callable[[Member], Truth]) -> Truth:
        """Whether the test holds for every member; yes when there are none."""
        return no(self.any(lambda member: no(test(member))))

    def total(self, amount: Callable[[Member], Number]) -> Number:
        """The sum over the members."""
        with self._each() as (member, level, kept):
            value = as_number(amount(member))
            return Number(self._make("total", kept, level, value.node, "number", value.unit or "plain"))

    def highest(self, amount: Callable[[Member], Number]) -> Number:
        """The largest value among the members; 0 when there are none."""
        with self._each() as (member, level, kept):
            value = as_number(amount(member))
            return Number(self._make("highest", kept, level, value.node, "number", value.unit or "plain"))

    def lowest(self, amount: Callable[[Member], Number]) -> Number:
        """The smallest value among the members; 0 when there are none."""
        with self._each() as (member, level, kept):
            value = as_number(amount(member))
            return Number(self._make("lowest", kept, level, value.node, "number", value.unit or "plain"))


__all__ = [
    "CLOSED_BY",
    "Entity",
    "GROUP_FACTS",
    "Group",
    "HouseholdBase",
    "PersonBase",
    "Status",
    "Told",
    "ToldChoice",
    "ToldCode",
    "ToldDate",
    "ToldNumber",
    "ToldTruth",
    "day",
    "fact_node",
    "reading",
]
