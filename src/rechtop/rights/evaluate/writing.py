"""Writes the graph of a rule out as Python: one small function for each node that several others read, everything else in line.

Two readings of the same graph are written. `values`: what a node comes to, unknowns as ranges. `rests`: the same, and beside it what the
value rests on and which facts it misses.

In a function, p0, p1, … are the ids of who stands at each level. A number or a day is two local variables (low, high), everything else one.
What is written here holds ids and figures of the law alone, never anything that was told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from rechtop.rights.evaluate import values as v
from rechtop.rights.evaluate.groups import group
from rechtop.rights.evaluate.run import mask_of, place_of
from rechtop.rights.evaluate.told_values import SOMEBODY_ELSE
from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.graph import Node
from rechtop.rights.language.people import CLOSED_BY, GROUP_FACTS

Way = Literal["values", "rests"]
Rest = Literal["u", "m"]
RESTS: tuple[Rest, ...] = ("u", "m")
"""What a value rests on (u) and which facts it misses (m), each a set of bits in steps of three: bit 3i is fact i, bit 3i + 1 is figure i
of the law, bit 3i + 2 is fact i as a status that waits for a decision. All in one number, so that a union is one operation."""

NOTHING: dict[Rest, str] = dict.fromkeys(RESTS, "0")
DEEPEST = 40
"""Levels of indentation after which a node gets a function of its own."""

ALWAYS_IN_LINE = frozenset({"const", "amount", "amount_missing", "fact", "not", "neg", "is_one_of", "code_in", "same"})
"""Cheaper to work out again than to look up."""

CAN_SETTLE = frozenset(
    {"min", "max", "mul", "when", "nth", "table", "choose", "count", "any", "total", "highest", "lowest",
     "le", "lt", "eq", "is_one_of", "and", "or", "held", "held_or_opens"}
)  # fmt: skip
"""What can be settled although a part of it is not: a sum or a quotient never is. Once settled, nothing is missing."""

_DIGITS = "-0123456789"
_MISSING = object()


def names_of_the_language() -> dict[str, Any]:
    """What the written functions call."""
    return {
        "group": group, "ratio": v.ratio, "multiply": v.multiply, "divide": v.divide, "equal": v.equal, "in_slices": v.in_slices,
        "floor_to": v.floor_to, "ceil_to": v.ceil_to, "round_to": v.round_to, "year_of": v.year_of, "next_month": v.next_month,
        "full_years": v.full_years, "full_months": v.full_months, "later": v.later, "nth_of": _nth_of, "in_table": _in_table,
        "lowest_of": _lowest_of, "place_of": place_of, "INF": v.INFINITY, "FIRST_DAY": v.FIRST_DAY, "OTHER": SOMEBODY_ELSE,
        "MISSING": _MISSING,
    }  # fmt: skip


def _nth_of(listed: tuple[v.Num, ...], low: v.Num, high: v.Num) -> v.Interval:
    """The range of a list between two places; beyond the last the last."""
    last = len(listed) - 1
    first, end = (last if place >= last else max(0, int(place)) for place in (low, high))
    part = listed[first : end + 1]
    return (min(part), max(part))


def _in_table(listed: tuple[v.Num, ...], mask: int) -> v.Interval:
    """The range of a table over the options that are still possible."""
    found = [value for place, value in enumerate(listed) if mask >> place & 1]
    return (min(found), max(found))


def _lowest_of(sure: list[v.Interval], maybe: list[v.Interval]) -> v.Interval:
    """The smallest among members, some of whom may not count."""
    if not sure:
        return (min([0, *(low for low, _ in maybe)]), max([0, *(high for _, high in maybe)]))
    return (min(low for low, _ in sure + maybe), min(high for _, high in sure))


@dataclass(frozen=True, slots=True)
class Value:
    """Where a value stands in the written code. high: "" for what is not a number or a day. rests: what it rests on; "0" is nothing."""

    low: str
    high: str = ""
    rests: dict[Rest, str] = field(default_factory=lambda: NOTHING)

    @property
    def parts(self) -> tuple[str, ...]:
        """The local variables (or literals) of the value itself."""
        return (self.low, self.high) if self.high else (self.low,)


class Writer:
    """Writes functions until nothing that they call is unwritten.

    own: whether a node has a function of its own because several others read it. known: names that the functions call (constants,
    functions written before); new ones are added. figure: the number of a figure of the law. masks: the facts below each node that has a
    function, as bits; filled in here.
    """

    def __init__(
        self,
        way: Way,
        own: Callable[[Node], bool],
        known: dict[str, Any],
        figure: Callable[[tuple[Any, ...]], int],
        masks: dict[int, int],
    ) -> None:
        self.way, self.own, self.known, self.figure, self.masks = way, own, known, figure, masks
        self.rests = way == "rests"
        self.wanted: list[Node] = []
        self.written: dict[str, Node] = {}
        self._lines: list[str] = []
        self._depth = 1
        self._variables = 0

    # -- functions -----------------------------------------------------------------------------------------------------

    def write(self, *roots: Node) -> str:
        """The source of the functions of these nodes, and of all that they call and that was not written before."""
        source: list[str] = []
        self.wanted = [root for root in roots if self.name(root) not in self.known]
        while self.wanted:
            node = self.wanted.pop()
            name = self.name(node)
            if name in self.known or name in self.written:
                continue
            self.written[name] = node
            source.append(self._function(node, name))
        return "\n".join(source)

    def name(self, node: Node) -> str:
        """The name of the function of a node."""
        return f"{self.way}_{node.id}"

    def _function(self, node: Node, name: str) -> str:
        self._lines, self._depth, self._variables = [], 1, 0
        who = "".join(f", p{level}" for level in node.levels)
        mask = self.masks[node.id] = mask_of(node.facts)
        value = self._in_line(node)
        given = _tuple(*value.parts, *([value.rests[rest] for rest in RESTS] if self.rests else []))
        self._say(f"memo[key] = found = {given}", "return found")
        body, self._lines = self._lines, []
        self._say(f"key = {f'({node.id}{who})' if who else node.id}")
        if self.rests:
            self._say(f"memo = trace.memo if trace.changed & {mask:#x} else trace.base")
            self._say("found = memo.get(key)", "if found is not None: return found")
            if any("run" in line or "tables[" in line for line in body):
                self._say("run = trace.run")
        else:
            known = f"found[:{len(value.parts)}]" if value.high else "found[0]"
            with self._inside(f"if run.changed & {mask:#x}:"):
                self._say("memo = run.memo")
            with self._inside("else:"):
                self._say("found = run.rests.get(key)", f"if found is not None: return {known}", "memo = run.base")
            self._say("found = memo.get(key, MISSING)", "if found is not MISSING: return found")
        if any("tables[" in line for line in body):
            self._say("tables = run.tables")
        return "\n".join([f"def {name}({'trace' if self.rests else 'run'}{who}):", *self._lines, *body])

    def _say(self, *lines: str) -> None:
        self._lines += [" " * self._depth + line for line in lines]

    @contextmanager
    def _inside(self, head: str) -> Iterator[None]:
        """An indented block."""
        self._say(head)
        self._depth += 1
        before = len(self._lines)
        yield
        if len(self._lines) == before:
            self._say("pass")
        self._depth -= 1

    def _new(self, letter: str = "x") -> str:
        self._variables += 1
        return f"{letter}{self._variables}"

    def _constant(self, value: Any) -> str:
        """A constant: short ones as they are, others by a name."""
        if value is None or value is True or value is False or (isinstance(value, int) and abs(value) < 10**12):
            return repr(value)
        name = f"K{hash((type(value), value)) & 0xFFFFFFFFFFFFFFFF:x}"
        if self.known.setdefault(name, value) != value:
            raise RuleError(f"two constants of the law meet under one name: {value!r}.")
        return name

    # -- a node --------------------------------------------------------------------------------------------------------

    def _of(self, node: Node) -> Value:
        """The value of a node: a call of its own function, or its code right here."""
        if (self.own(node) and node.op not in ALWAYS_IN_LINE) or self._depth > DEEPEST:
            return self._call(node)
        return self._in_line(node)

    def _call(self, node: Node) -> Value:
        self.wanted.append(node)
        parts = [self._new(), self._new()] if _is_range(node) else [self._new()]
        rests: dict[Rest, str] = NOTHING
        if self.rests:
            rests = {"u": self._new("u"), "m": self._new("m")}
            parts += rests.values()
        who = "".join(f", p{level}" for level in node.levels)
        self._say(f"{', '.join(parts)} = {self.name(node)}({'trace' if self.rests else 'run'}{who})")
        return Value(parts[0], parts[1] if _is_range(node) else "", _what_can_be(node, rests) if self.rests else NOTHING)

    def _in_line(self, node: Node) -> Value:
        make = getattr(self, "_count_of" if node.op == "count" else f"_{node.op}", None)
        if make is None:
            raise RuleError(f"uses a table or list (`{node.data}`) as a number.", to_do="read it with .at(...), .of(...) or .nth(...).")
        found: Value = make(node)
        if self.rests and found.rests["m"] != "0" and node.op in CAN_SETTLE and node.facts:
            settled = self._settled(node, found)
            missing = self._new("m")
            self._say(f"{missing} = 0 if {settled} else {found.rests['m']}")
            return Value(found.low, found.high, {**found.rests, "m": missing})
        return found

    def _settled(self, node: Node, found: Value) -> str:
        if found.high:
            return f"{found.low} == {found.high}"
        if node.kind == "truth" or not node.options:
            return f"{found.low} is not None"
        return f"{found.low} & ({found.low} - 1) == 0"

    def _union(self, *several: dict[Rest, str]) -> dict[Rest, str]:
        """What several values rest on together."""
        found: dict[Rest, str] = {}
        for rest in RESTS:
            parts = list(dict.fromkeys(one[rest] for one in several if one[rest] != "0"))
            if len(parts) < 2:
                found[rest] = parts[0] if parts else "0"
            else:
                found[rest] = self._new(rest)
                self._say(f"{found[rest]} = {' | '.join(parts)}")
        return found

    def _add_to(self, held: dict[Rest, str], more: dict[Rest, str]) -> None:
        """Adds to variables that are being gathered."""
        for rest in RESTS:
            if held[rest] != "0" and more[rest] != "0":
                self._say(f"{held[rest]} |= {more[rest]}")

    def _gathered(self, *nodes: Node) -> dict[Rest, str]:
        """Variables to gather what nodes rest on, at nothing."""
        if not self.rests:
            return NOTHING
        found: dict[Rest, str] = {rest: self._new(rest) if any(_can_rest(node, rest) for node in nodes) else "0" for rest in RESTS}
        names = [name for name in found.values() if name != "0"]
        if names:
            self._say(" = ".join(names) + " = 0")
        return found

    def _computed(self, first: str, second: str, *parts: Value) -> Value:
        """A range worked out from others."""
        low, high = self._named(first), self._named(second)
        return Value(low, high, self._union(*(part.rests for part in parts)) if self.rests else NOTHING)

    def _named(self, expression: str) -> str:
        """A variable that holds an expression; itself, when it is one already."""
        if expression.isidentifier():
            return expression
        name = self._new()
        self._say(f"{name} = {expression}")
        return name

    def _one(self, expression: str, *parts: Value) -> Value:
        """A yes, no or choice worked out from others."""
        low = self._new()
        self._say(f"{low} = {expression}")
        return Value(low, "", self._union(*(part.rests for part in parts)) if self.rests else NOTHING)

    # -- constants and figures -----------------------------------------------------------------------------------------

    def _const(self, node: Node) -> Value:
        constant = self._constant(node.data)
        return Value(constant) if node.kind == "truth" else Value(constant, constant)

    def _figures(self, data: tuple[Any, ...]) -> dict[Rest, str]:
        return {**NOTHING, "u": f"{1 << 3 * self.figure(data) + 1:#x}"} if self.rests else NOTHING

    def _amount(self, node: Node) -> Value:
        constant = self._constant(node.data[-1])
        return Value(constant, constant, self._figures(node.data))

    def _amount_missing(self, node: Node) -> Value:
        return Value("0", "INF", self._figures((*node.data, None)))

    def _from_here_up(self, node: Node) -> Value:
        (inner,) = node.args
        held = self._in_line(inner)
        if not self.rests:
            return Value(held.low, "INF")
        below = self._union(*(self._rests_alone(arg) for arg in inner.args))
        return Value(held.low, "INF", self._union(self._figures((*node.data, None)), below))

    def _rests_alone(self, node: Node) -> dict[Rest, str]:
        return self._of(node).rests

    # -- told facts ----------------------------------------------------------------------------------------------------

    def _fact(self, node: Node) -> Value:
        fact, aspect, year, on, refs = node.data
        place, ids = place_of((fact, aspect, year, on)), _ids(refs)
        alone = len(refs) == 1 and isinstance(refs[0], int)
        if self.rests:
            told, seen = self._new("t"), f"p{refs[0]}" if alone else ids
            self._say(f"{told} = trace.told[{place}].get({seen})", f"if {told} is None: {told} = trace.tell({place}, {ids}, {seen})")
            parts = [self._new(), self._new()] if _is_range(node) else [self._new()]
            used, missing = self._new("u"), self._new("m")
            self._say(f"{', '.join([*parts, used, missing])} = {told}")
            return Value(parts[0], parts[1] if _is_range(node) else "", {"u": used, "m": missing})
        table = self._new("t")
        self._say(f"{table} = tables[{place}]")
        return self._read(node, f"{table}[2].get(p{refs[0]}, {table}[1])" if alone else f"{table}[0].get({ids}, {table}[1])")

    def _read(self, node: Node, expression: str) -> Value:
        if _is_range(node):
            low, high = self._new(), self._new()
            self._say(f"{low}, {high} = {expression}")
            return Value(low, high)
        low = self._new()
        self._say(f"{low} = {expression}")
        return Value(low)

    def _fact_on(self, node: Node) -> Value:
        fact, aspect, year, _, refs, before = node.data
        moment = self._of(node.args[0])
        table, ids = self._new("t"), _ids(refs)
        with self._inside(f"if {moment.low} != {moment.high} or {moment.low} <= FIRST_DAY:"):
            self._say(f"{table} = (tables[{place_of((fact, aspect, year, None))}][1],)")
        with self._inside("else:"):
            day = f"int({moment.low}) - {int(before)}"
            held = self._new("t")
            self._say(f"{held} = tables[place_of(({fact!r}, {aspect!r}, {year!r}, {day}))]")
            self._say(f"{table} = ({held}[0].get({ids}, {held}[1]),)")
        value = self._read(node, f"{table}[0]")
        if not self.rests:
            return value
        used, missing = self._new("u"), self._new("m")
        place = place_of((fact, "value", year, None))
        self._say(f"{used} = trace.see({place}, {ids})")
        self._say(f"{missing} = 0")
        with self._inside(f"if {used} and not ({self._settled(node, value)}):"):
            self._say(f"{missing} = trace.asked_at({place}, {ids}, {moment.low}, {moment.high}, {int(before)})")
        return Value(value.low, value.high, self._union(moment.rests, {**NOTHING, "u": used, "m": missing}))

    def _same(self, node: Node) -> Value:
        one, two = (f"p{ref}" if isinstance(ref, int) else repr(ref) for ref in node.data)
        return self._one(f"{one} == {two}")

    def _held(self, node: Node) -> Value:
        state, asked = self._of(node.args[0]), self._of(node.args[1])
        found = self._one(f"None if {state.low} is False and {asked.low} is not False else {state.low}")
        if not self.rests:
            return found
        used = self._new("u")
        self._say(f"{used} = {state.rests['u']}")
        self._say(f"if {found.low} is None and {asked.low} is True: {used} |= ({used} & trace.facts()) << 2")
        return Value(found.low, "", {"u": used, "m": state.rests["m"]})

    def _held_or_opens(self, node: Node) -> Value:
        held, found = self._of(node.args[0]), self._new()
        status, refs = node.data
        who = ", ".join(f"p{ref}" if isinstance(ref, int) else repr(ref) for ref in refs) or "''"
        self._say(f"{found} = {held.low}")
        with self._inside(f"if {found} is not True and run.opens is not None:"):
            opens = self._new()
            self._say(f"{opens} = run.opens({status!r}, {who})")
            self._say(f"{found} = True if {opens} is True else None if {opens} is None else {found}")
        return Value(found, "", held.rests)

    # -- logic ---------------------------------------------------------------------------------------------------------

    def _not(self, node: Node) -> Value:
        one = self._of(node.args[0])
        return self._one(f"None if {one.low} is None else not {one.low}", one)

    def _and(self, node: Node) -> Value:
        return self._decided(node, by=False)

    def _or(self, node: Node) -> Value:
        return self._decided(node, by=True)

    def _decided(self, node: Node, by: bool) -> Value:
        """An "and" that is no rests on what is no; an "or" that is yes on what is yes; one that hangs on what hangs."""
        result = self._new()
        self._say(f"{result} = {not by}")
        settled, hanging = self._gathered(*node.args), self._gathered(*node.args)
        for place, arg in enumerate(node.args):
            with self._inside(f"if {result} is not {by}:" if place else "if True:"):
                part = self._of(arg)
                with self._inside(f"if {part.low} is {by}:"):
                    self._say(f"{result} = {by}")
                    for rest in RESTS:
                        if settled[rest] != "0":
                            self._say(f"{settled[rest]} = {part.rests[rest]}")
                with self._inside(f"elif {part.low} is None:"):
                    self._say(f"{result} = None")
                    self._add_to(hanging, part.rests)
                if self.rests:
                    with self._inside("else:"):
                        self._add_to(settled, part.rests)
        found: dict[Rest, str] = dict(NOTHING)
        for rest in RESTS:
            if settled[rest] != "0":
                found[rest] = self._new(rest)
                self._say(f"{found[rest]} = {hanging[rest]} if {result} is None else {settled[rest]}")
        return Value(result, "", found)

    def _is_one_of(self, node: Node) -> Value:
        one, hit = self._of(node.args[0]), self._new()
        self._say(f"{hit} = {one.low} & {node.data:#x}")
        return self._one(f"False if not {hit} else True if {hit} == {one.low} else None", one)

    def _code_in(self, node: Node) -> Value:
        one = self._of(node.args[0])
        if node.data is None:
            return self._one("None", one)
        return self._one(f"None if {one.low} is None else {one.low} in {self._constant(frozenset(node.data))}", one)

    def _code_begins(self, node: Node) -> Value:
        one = self._of(node.args[0])
        if node.data is None:
            return self._one("None", one)
        return self._one(f"None if {one.low} is None else str({one.low}).startswith({self._constant(tuple(node.data))})", one)

    def _choose(self, node: Node) -> Value:
        places, otherwise = node.data
        mask, done, rests = self._new(), self._new("d"), self._gathered(*node.args)
        self._say(f"{mask} = 0", f"{done} = False")
        for number, (arg, place) in enumerate(zip(node.args, places, strict=True)):
            with self._inside(f"if not {done}:" if number else "if True:"):
                part = self._of(arg)
                self._add_to(rests, part.rests)
                with self._inside(f"if {part.low} is not False:"):
                    self._say(f"{mask} |= {1 << place:#x}", f"{done} = {part.low} is True")
        with self._inside(f"if not {done}:"):
            self._say(f"{mask} |= {1 << otherwise:#x}")
        return Value(mask, "", rests)

    def _when(self, node: Node) -> Value:
        cond, then, otherwise = node.args
        holds = self._of(cond)
        rests = self._gathered(then, otherwise)
        low, high = self._new(), self._new() if _is_range(node) else ""
        with self._inside(f"if {holds.low} is not False:"):
            one = self._of(then)
            self._keep(one, low, high, rests)
        with self._inside(f"if {holds.low} is not True:"):
            two = self._of(otherwise)
            with self._inside(f"if {holds.low} is False:"):
                self._keep(two, low, high, rests)
            with self._inside("else:"):
                if high:
                    self._say(f"if {two.low} < {low}: {low} = {two.low}", f"if {two.high} > {high}: {high} = {two.high}")
                elif node.kind == "truth":
                    self._say(f"if {low} is not {two.low}: {low} = None")
                elif node.options:
                    self._say(f"{low} |= {two.low}")
                else:
                    self._say(f"if {low} != {two.low}: {low} = None")
                self._add_to(rests, two.rests)
        return Value(low, high, self._union(holds.rests, rests) if self.rests else NOTHING)

    def _keep(self, value: Value, low: str, high: str, rests: dict[Rest, str]) -> None:
        self._say(f"{low} = {value.low}")
        if high:
            self._say(f"{high} = {value.high}")
        for rest in RESTS:
            if rests[rest] != "0":
                self._say(f"{rests[rest]} = {value.rests[rest]}")

    # -- numbers and days ----------------------------------------------------------------------------------------------

    def _two(self, node: Node) -> tuple[Value, Value]:
        return self._of(node.args[0]), self._of(node.args[1])

    def _add(self, node: Node) -> Value:
        one, two = self._two(node)
        return self._computed(f"{one.low} + {two.low}", f"{one.high} + {two.high}", one, two)

    def _sub(self, node: Node) -> Value:
        one, two = self._two(node)
        return self._computed(f"{one.low} - {two.high}", f"{one.high} - {two.low}", one, two)

    def _neg(self, node: Node) -> Value:
        one = self._of(node.args[0])
        return self._computed(f"-{one.high}", f"-{one.low}", one)

    def _mul(self, node: Node) -> Value:
        one, two = self._two(node)
        for first, arg in ((one, node.args[1]), (two, node.args[0])):
            factor = Fraction(_constant_of(arg) or 0)
            if factor > 0:
                whole = factor.denominator == 1
                times = f"{{}} * {factor}" if whole else f"ratio({{}}, {factor.numerator}, {factor.denominator})"
                return self._changed(times, first, one, two)
        return self._pair_of(f"multiply(({one.low}, {one.high}), ({two.low}, {two.high}))", one, two)

    def _div(self, node: Node) -> Value:
        one, two = self._two(node)
        divisor = Fraction(_constant_of(node.args[1]) or 0)
        if divisor > 0:
            return self._changed(f"ratio({{}}, {divisor.denominator}, {divisor.numerator})", one, one, two)
        return self._pair_of(f"divide(({one.low}, {one.high}), ({two.low}, {two.high}))", one, two)

    def _changed(self, change: str, one: Value, *parts: Value) -> Value:
        """A function of one number that never falls; `change` says it of {}."""
        low = self._new()
        self._say(f"{low} = {change.format(one.low)}")
        high = low if _same(one) == "True" else f"{low} if {_same(one)} else {change.format(one.high)}"
        return self._computed(low, high, *parts)

    def _pair_of(self, expression: str, *parts: Value) -> Value:
        low, high = self._new(), self._new()
        self._say(f"{low}, {high} = {expression}")
        return Value(low, high, self._union(*(part.rests for part in parts)) if self.rests else NOTHING)

    def _le(self, node: Node) -> Value:
        one, two = self._two(node)
        return self._one(f"True if {one.high} <= {two.low} else False if {one.low} > {two.high} else None", one, two)

    def _lt(self, node: Node) -> Value:
        one, two = self._two(node)
        return self._one(f"True if {one.high} < {two.low} else False if {one.low} >= {two.high} else None", one, two)

    def _eq(self, node: Node) -> Value:
        one, two = self._two(node)
        return self._one(f"equal(({one.low}, {one.high}), ({two.low}, {two.high}))", one, two)

    def _min(self, node: Node) -> Value:
        one, two = self._two(node)
        return self._computed(
            f"{one.low} if {one.low} <= {two.low} else {two.low}", f"{one.high} if {one.high} <= {two.high} else {two.high}", one, two
        )

    def _max(self, node: Node) -> Value:
        one, two = self._two(node)
        return self._computed(
            f"{one.low} if {one.low} >= {two.low} else {two.low}", f"{one.high} if {one.high} >= {two.high} else {two.high}", one, two
        )

    def _rising(self, node: Node, change: str) -> Value:
        one = self._of(node.args[0])
        return self._changed(change, one, one)

    def _round_cent(self, node: Node) -> Value:
        return self._rising(node, "round_to({}, 1)")

    def _floor_cent(self, node: Node) -> Value:
        return self._rising(node, "floor_to({}, 1)")

    def _ceil_cent(self, node: Node) -> Value:
        return self._rising(node, "ceil_to({}, 1)")

    def _round_euro(self, node: Node) -> Value:
        return self._rising(node, "round_to({}, 100)")

    def _floor_euro(self, node: Node) -> Value:
        return self._rising(node, "floor_to({}, 100)")

    def _ceil_euro(self, node: Node) -> Value:
        return self._rising(node, "ceil_to({}, 100)")

    def _year_of(self, node: Node) -> Value:
        return self._rising(node, "year_of({})")

    def _first_of_next_month(self, node: Node) -> Value:
        return self._rising(node, "next_month({})")

    def _by_fact(self, node: Node) -> dict[Rest, str]:
        owner, name, _, day = node.data[:4]
        return self._figures((owner, name, "*", day, None))

    def _with_figure(self, found: Value, node: Node) -> Value:
        return Value(found.low, found.high, self._union(self._by_fact(node), found.rests)) if self.rests else found

    def _slices(self, node: Node) -> Value:
        one = self._of(node.args[0])
        return self._with_figure(self._changed(f"in_slices({{}}, {self._constant(node.data[2])})", one, one), node)

    def _nth(self, node: Node) -> Value:
        one = self._of(node.args[0])
        return self._with_figure(self._pair_of(f"nth_of({self._constant(node.data[2])}, {one.low}, {one.high})", one), node)

    def _table(self, node: Node) -> Value:
        one = self._of(node.args[0])
        return self._with_figure(self._pair_of(f"in_table({self._constant(node.data[2])}, {one.low})", one), node)

    def _span(self, node: Node, measure: str) -> Value:
        start, end = self._two(node)
        low = self._new()
        self._say(f"{low} = {measure.format(start.high, end.low)}")
        same = f"{start.low} == {start.high} and {end.low} == {end.high}"
        return self._computed(low, f"{low} if {same} else {measure.format(start.low, end.high)}", start, end)

    def _years_between(self, node: Node) -> Value:
        return self._span(node, "full_years({}, {})")

    def _months_between(self, node: Node) -> Value:
        return self._span(node, "full_months({}, {})")

    def _days_between(self, node: Node) -> Value:
        return self._span(node, "-({}) + {}")

    def _date_plus(self, node: Node) -> Value:
        parts = [self._of(arg) for arg in node.args]
        low, high = (f"later({', '.join(getattr(part, end) for part in parts)})" for end in ("low", "high"))
        return self._computed(low, high, *parts)

    # -- groups --------------------------------------------------------------------------------------------------------

    def _members(self, node: Node, begin: Callable[[], None], each: Callable[[Value, str], None]) -> dict[Rest, str]:
        """A walk over the members that may count. `each` is written for one member: her value, and how sure it is that she counts."""
        kept, value = node.args
        base, of, level = node.data
        owner = (f"p{of[0]}" if isinstance(of[0], int) else repr(str(of[0]))) if of else "''"
        kind = repr(str(of[1])) if len(of) > 1 else "''"
        rests = self._gathered(node)
        begin()
        present = self._new("s")
        with self._inside(f"for p{level}, {present} in group(run, {base!r}, {owner}, {kind}, {mask_of(GROUP_FACTS[base]):#x}):"):
            if self.rests:
                with self._inside(f"if {present} is None and p{level} is not OTHER:"):
                    asked = ("ownership_share_percent", f"({owner}, p{level})") if base == "properties" else ("lives_here", f"(p{level},)")
                    bit = self._new("b")
                    place = place_of((asked[0], "value", None, None))
                    self._say(f"{bit} = trace.see({place}, {asked[1]})")
                    self._add_to(rests, {**NOTHING, "u": bit, "m": bit})
            keeps = self._of(kept)
            if self.rests:
                with self._inside(f"if p{level} is not OTHER:"):
                    self._add_to(rests, keeps.rests)
            with self._inside(f"if {keeps.low} is not False:"):
                found = self._of(value)
                if self.rests:
                    with self._inside(f"if p{level} is not OTHER:"):
                        self._add_to(rests, found.rests)
                    if CLOSED_BY.get(base) is not None:
                        adds = f"({found.low} or {found.high})" if found.high else f"{found.low} is not False"
                        with self._inside(f"elif {adds}:"):
                            self._closing(base, of, owner, rests)
                sure = self._new("s")
                self._say(f"{sure} = {present} is True" if keeps.low == "True" else f"{sure} = {present} is True and {keeps.low} is True")
                each(found, sure)
        return rests

    def _closing(self, base: str, of: tuple[Any, ...], owner: str, rests: dict[Rest, str]) -> None:
        """Somebody of whom nobody told would matter: the question whose "no" closes the list is missing."""
        ids = f"({owner},)" if of and base in ("properties", "disposals") else "()"
        for question in (CLOSED_BY[base], *(("someone_else_lives_here",) if base in ("persons", "others") else ())):
            place, bit, table = place_of((question, "value", None, None)), self._new("b"), self._new("t")
            self._say(f"{table} = tables[{place}]")
            with self._inside(f"if {table}[0].get({ids}, {table}[1]) is not False:"):
                self._say(f"{bit} = trace.see({place}, {ids})")
                self._add_to(rests, {**NOTHING, "u": bit, "m": bit})

    def _count_of(self, node: Node) -> Value:
        low, high, level = self._new(), self._new(), node.data[2]

        def each(found: Value, sure: str) -> None:
            with self._inside(f"if {found.low} is True and {sure}:"):
                self._say(f"{low} += 1", f"{high} += 1")
            with self._inside(f"elif {found.low} is not False:"):
                self._say(f"{high} = {high} + 1 if p{level} is not OTHER else INF")

        rests = self._members(node, lambda: self._say(f"{low} = {high} = 0"), each)
        return Value(low, high, rests)

    def _any(self, node: Node) -> Value:
        result = self._new()

        def each(found: Value, sure: str) -> None:
            with self._inside(f"if {found.low} is True and {sure}:"):
                self._say(f"{result} = True", "break")
            with self._inside(f"elif {found.low} is not False and {result} is False:"):
                self._say(f"{result} = None")

        rests = self._members(node, lambda: self._say(f"{result} = False"), each)
        return Value(result, "", rests)

    def _total(self, node: Node) -> Value:
        low, high, level = self._new(), self._new(), node.data[2]

        def each(found: Value, sure: str) -> None:
            with self._inside(f"if {sure}:"):
                self._say(f"{low} += {found.low}", f"{high} += {found.high}")
            with self._inside("else:"):
                with self._inside(f"if {found.low} < 0:"):
                    self._say(f"{low} = {low} + {found.low} if p{level} is not OTHER else -INF")
                with self._inside(f"if {found.high} > 0:"):
                    self._say(f"{high} = {high} + {found.high} if p{level} is not OTHER else INF")

        rests = self._members(node, lambda: self._say(f"{low} = {high} = 0"), each)
        return Value(low, high, rests)

    def _highest(self, node: Node) -> Value:
        low, high = self._new(), self._new()

        def each(found: Value, sure: str) -> None:
            with self._inside(f"if {found.low} > {low} and {sure}:"):
                self._say(f"{low} = {found.low}")
            with self._inside(f"if {found.high} > {high}:"):
                self._say(f"{high} = {found.high}")

        rests = self._members(node, lambda: self._say(f"{low} = {high} = 0"), each)
        return Value(low, high, rests)

    def _lowest(self, node: Node) -> Value:
        certain, maybe = self._new("l"), self._new("l")

        def each(found: Value, sure: str) -> None:
            self._say(f"({certain} if {sure} else {maybe}).append(({found.low}, {found.high}))")

        rests = self._members(node, lambda: self._say(f"{certain}, {maybe} = [], []"), each)
        low, high = self._new(), self._new()
        self._say(f"{low}, {high} = lowest_of({certain}, {maybe})")
        return Value(low, high, rests)


def _same(one: Value) -> str:
    """Whether both ends of a range are one value, as far as can be seen without comparing numbers."""
    if one.low == one.high:
        return "True"
    return f"{one.low} {'==' if one.low[0] in _DIGITS or one.high[0] in _DIGITS else 'is'} {one.high}"


def _tuple(*parts: str) -> str:
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"


def _is_range(node: Node) -> bool:
    return node.kind in ("number", "date")


def _ids(refs: tuple[Any, ...]) -> str:
    return "(" + "".join(f"p{ref}, " if isinstance(ref, int) else f"{ref!r}, " for ref in refs) + ")"


def _constant_of(node: Node) -> int | Fraction | None:
    """The value of a node that is the same for every household."""
    if node.kind == "number" and node.op in ("const", "amount"):
        value: int | Fraction = node.data if node.op == "const" else node.data[-1]
        return value
    return None


_resting: dict[int, frozenset[Rest]] = {}


def _can_rest(node: Node, rest: Rest) -> bool:
    """Whether a value can rest on anything, or miss anything, at all: known from the graph alone."""
    return rest in _kinds(node)


def _kinds(node: Node) -> frozenset[Rest]:
    found = _resting.get(node.id)
    if found is None:
        kinds: set[Rest] = set().union(*(_kinds(arg) for arg in node.args)) if node.args else set()
        if node.facts - {"*opens"} or node.op in ("count", "any", "total", "highest", "lowest"):
            kinds |= {"u", "m"}
        if node.op in ("amount", "amount_missing", "from_here_up", "table", "slices", "nth"):
            kinds.add("u")
        found = _resting[node.id] = frozenset(kinds)
    return found


def _what_can_be(node: Node, rests: dict[Rest, str]) -> dict[Rest, str]:
    return {rest: name if _can_rest(node, rest) else "0" for rest, name in rests.items()}
