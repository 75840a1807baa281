"""One reading of the graph: the value of each node for one household, unknowns included.

Each node becomes one small function `(run, env) -> value`, made once per day of law. `env` holds the id of who stands at each level:
env[0] is whom the right is about, deeper levels are members of groups. Shared nodes remember their value for the length of a run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from threading import Lock
from typing import Any, TypeAlias

from rechtop.rights.evaluate import values as v
from rechtop.rights.evaluate.told_values import SOMEBODY_ELSE, FactKey, ToldValues
from rechtop.rights.facts.situation import HOME
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.graph import Node
from rechtop.rights.language.people import Ref

Env: TypeAlias = tuple[str, ...]
Reading: TypeAlias = Callable[["Run", Env], Any]
MISSING = object()
_bits: dict[str, int] = {}
_new_bit = Lock()


def mask_of(facts: frozenset[str]) -> int:
    """A set of fact ids as bits."""
    mask = 0
    for fact in facts:
        bit = _bits.get(fact)
        if bit is None:
            with _new_bit:
                bit = _bits.get(fact) or 1 << len(_bits)
                _bits[fact] = bit
        mask |= bit
    return mask


Table: TypeAlias = tuple[dict[tuple[str, ...], Any], Any, dict[str, Any]]
"""({ids: value}, the value of everybody else, the same by the first id alone)."""


class Tables(dict[FactKey, Table]):
    """The tables of told facts of one run, each made when first read."""

    def __init__(self, told: ToldValues, known: Mapping[FactKey, Table] | None = None) -> None:
        super().__init__(known or {})
        self.told = told

    def __missing__(self, key: FactKey) -> Table:
        values, unknown = self.told.table(key)
        made = self[key] = as_table(values, unknown)
        return made


def as_table(values: dict[tuple[str, ...], Any], unknown: Any) -> Table:
    """A table in the form in which nodes read it."""
    return (values, unknown, {ids[0]: value for ids, value in values.items() if len(ids) == 1})


class Run:
    """One calculation over one household. An overlay (`what_if`) shares with its base everything that its changes do not touch."""

    __slots__ = ("told", "memo", "base", "changed", "opens", "tables", "below")

    def __init__(
        self,
        told: ToldValues,
        below: Run | None = None,
        changed: int = 0,
        replaced: dict[FactKey, tuple[dict[tuple[str, ...], Any], Any]] | None = None,
        opens: Callable[[str, str], v.Kleene] | None = None,
    ) -> None:
        self.told, self.below, self.changed = told, below, changed
        self.memo: dict[Any, Any] = {}
        self.base: dict[Any, Any] = below.memo if below is not None else self.memo
        self.tables: Tables = Tables(told, below.tables if below is not None else None)
        for key, (values, unknown) in (replaced or {}).items():
            self.tables[key] = as_table(values, unknown)
        inherited = below.opens if below is not None else None
        self.opens: Callable[[str, str], v.Kleene] | None = opens if opens is not None else inherited


class Interpreter:
    """Turns nodes into functions, each node once."""

    def __init__(self, roots: Iterable[Node] = ()) -> None:
        self._readings: dict[int, Reading] = {}
        self._parents = _parents(roots)

    def reading(self, node: Node) -> Reading:
        """The function that gives the value of a node."""
        found = self._readings.get(node.id)
        if found is None:
            make = getattr(self, f"_{node.op}", None)
            if make is None:
                raise RuleError(f"uses a table or list (`{node.data}`) as a number.", to_do="read it with .at(...), .of(...) or .nth(...).")
            found = make(node)
            if node.op in _REMEMBERED or (self.is_shared(node) and node.op not in _CHEAP):
                found = _remembered(found, node)
            self._readings[node.id] = found
        return found

    def is_shared(self, node: Node) -> bool:
        """Whether more than one node (or rule) reads this one, so that its value is worth remembering."""
        return self._parents.get(node.id, 2) > 1

    def _args(self, node: Node) -> tuple[Reading, ...]:
        return tuple(self.reading(arg) for arg in node.args)

    def _const(self, node: Node) -> Reading:
        value: Any = node.data if node.kind == "truth" else (node.data, node.data)
        return lambda run, env: value

    def _amount(self, node: Node) -> Reading:
        value = (node.data[-1], node.data[-1])
        return lambda run, env: value

    def _amount_missing(self, node: Node) -> Reading:
        value = (0, v.INFINITY)
        return lambda run, env: value

    def _from_here_up(self, node: Node) -> Reading:
        (one,) = self._args(node)
        return lambda run, env: (one(run, env)[0], v.INFINITY)

    def _fact(self, node: Node) -> Reading:
        fact, aspect, year, on, refs = node.data
        key: FactKey = (fact, aspect, year, on)
        if len(refs) == 1 and isinstance(refs[0], int):
            level = refs[0]

            def of_one(run: Run, env: Env) -> Any:
                _, unknown, by_id = run.tables[key]
                return by_id.get(env[level], unknown)

            return of_one
        ids = _ids(refs)

        def of_some(run: Run, env: Env) -> Any:
            table, unknown, _ = run.tables[key]
            return table.get(ids(env), unknown)

        return of_some

    def _fact_on(self, node: Node) -> Reading:
        fact, aspect, year, _, refs, before = node.data
        (moment,) = self._args(node)
        ids = _ids(refs)

        def read(run: Run, env: Env) -> Any:
            low, high = moment(run, env)
            if low != high or low <= v.FIRST_DAY:
                return run.tables[fact, aspect, year, None][1]
            table, unknown, _ = run.tables[fact, aspect, year, int(low) - before]
            return table.get(ids(env), unknown)

        return read

    def _same(self, node: Node) -> Reading:
        ids = _ids(node.data)

        def read(run: Run, env: Env) -> v.Kleene:
            one, two = ids(env)
            return False if SOMEBODY_ELSE in (one, two) and one != two else one == two

        return read

    def _held(self, node: Node) -> Reading:
        held, asked = self._args(node)

        def read(run: Run, env: Env) -> v.Kleene:
            found: v.Kleene = held(run, env)
            return None if found is False and asked(run, env) is not False else found

        return read

    def _held_or_opens(self, node: Node) -> Reading:
        (held,) = self._args(node)
        status, refs = node.data
        ids = _ids(refs)

        def read(run: Run, env: Env) -> v.Kleene:
            found: v.Kleene = held(run, env)
            if found is True or run.opens is None:
                return found
            opens = run.opens(status, *(ids(env) or ("",)))
            return True if opens is True else None if opens is None else found

        return read

    def _not(self, node: Node) -> Reading:
        (one,) = self._args(node)

        def read(run: Run, env: Env) -> v.Kleene:
            found = one(run, env)
            return None if found is None else not found

        return read

    def _and(self, node: Node) -> Reading:
        args = self._args(node)

        def read(run: Run, env: Env) -> v.Kleene:
            result: v.Kleene = True
            for arg in args:
                found = arg(run, env)
                if found is False:
                    return False
                if found is None:
                    result = None
            return result

        return read

    def _or(self, node: Node) -> Reading:
        args = self._args(node)

        def read(run: Run, env: Env) -> v.Kleene:
            result: v.Kleene = False
            for arg in args:
                found = arg(run, env)
                if found is True:
                    return True
                if found is None:
                    result = None
            return result

        return read

    def _is_one_of(self, node: Node) -> Reading:
        (one,) = self._args(node)
        mask = node.data

        def read(run: Run, env: Env) -> v.Kleene:
            found = one(run, env)
            hit = found & mask
            return False if not hit else True if hit == found else None

        return read

    def _code_in(self, node: Node) -> Reading:
        (one,) = self._args(node)
        codes = frozenset(node.data) if node.data is not None else None

        def read(run: Run, env: Env) -> v.Kleene:
            found = one(run, env)
            return None if found is None or codes is None else found in codes

        return read

    def _code_begins(self, node: Node) -> Reading:
        (one,) = self._args(node)
        beginnings: tuple[str, ...] | None = node.data

        def read(run: Run, env: Env) -> v.Kleene:
            found = one(run, env)
            return None if found is None or beginnings is None else str(found).startswith(beginnings)

        return read

    def _choose(self, node: Node) -> Reading:
        args = self._args(node)
        places, otherwise = node.data
        cases = tuple((arg, 1 << place) for arg, place in zip(args, places, strict=True))

        def read(run: Run, env: Env) -> Any:
            mask = 0
            for arg, bit in cases:
                found = arg(run, env)
                if found is not False:
                    mask |= bit
                if found is True:
                    return mask
            return mask | 1 << otherwise

        return read

    def _when(self, node: Node) -> Reading:
        cond, then, otherwise = self._args(node)
        kind = node.kind

        def read(run: Run, env: Env) -> Any:
            found = cond(run, env)
            if found is True:
                return then(run, env)
            if found is False:
                return otherwise(run, env)
            one, two = then(run, env), otherwise(run, env)
            if kind == "truth":
                return one if one is two else None
            return one | two if kind == "choice" else v.hull(one, two)

        return read

    def _pair(self, node: Node, combine: Callable[[Any, Any], Any]) -> Reading:
        one, two = self._args(node)
        return lambda run, env: combine(one(run, env), two(run, env))

    def _add(self, node: Node) -> Reading:
        one, two = self._args(node)

        def read(run: Run, env: Env) -> v.Interval:
            a, b = one(run, env)
            c, d = two(run, env)
            return (a + c, b + d)

        return read

    def _sub(self, node: Node) -> Reading:
        one, two = self._args(node)

        def read(run: Run, env: Env) -> v.Interval:
            a, b = one(run, env)
            c, d = two(run, env)
            return (a - d, b - c)

        return read

    def _mul(self, node: Node) -> Reading:
        return self._pair(node, v.multiply)

    def _div(self, node: Node) -> Reading:
        return self._pair(node, v.divide)

    def _le(self, node: Node) -> Reading:
        one, two = self._args(node)

        def read(run: Run, env: Env) -> v.Kleene:
            a, b = one(run, env)
            c, d = two(run, env)
            return True if b <= c else False if a > d else None

        return read

    def _lt(self, node: Node) -> Reading:
        one, two = self._args(node)

        def read(run: Run, env: Env) -> v.Kleene:
            a, b = one(run, env)
            c, d = two(run, env)
            return True if b < c else False if a >= d else None

        return read

    def _eq(self, node: Node) -> Reading:
        return self._pair(node, v.equal)

    def _min(self, node: Node) -> Reading:
        one, two = self._args(node)

        def read(run: Run, env: Env) -> v.Interval:
            a, b = one(run, env)
            c, d = two(run, env)
            return (a if a <= c else c, b if b <= d else d)

        return read

    def _max(self, node: Node) -> Reading:
        one, two = self._args(node)

        def read(run: Run, env: Env) -> v.Interval:
            a, b = one(run, env)
            c, d = two(run, env)
            return (a if a >= c else c, b if b >= d else d)

        return read

    def _neg(self, node: Node) -> Reading:
        (one,) = self._args(node)

        def read(run: Run, env: Env) -> v.Interval:
            low, high = one(run, env)
            return (-high, -low)

        return read

    def _rising(self, node: Node, change: Callable[[v.Num], v.Num]) -> Reading:
        (one,) = self._args(node)

        def read(run: Run, env: Env) -> v.Interval:
            low, high = one(run, env)
            first = change(low)
            return (first, first if low == high else change(high))

        return read

    def _round_cent(self, node: Node) -> Reading:
        return self._rising(node, lambda x: v.round_to(x, 1))

    def _floor_cent(self, node: Node) -> Reading:
        return self._rising(node, lambda x: v.floor_to(x, 1))

    def _ceil_cent(self, node: Node) -> Reading:
        return self._rising(node, lambda x: v.ceil_to(x, 1))

    def _round_euro(self, node: Node) -> Reading:
        return self._rising(node, lambda x: v.round_to(x, 100))

    def _floor_euro(self, node: Node) -> Reading:
        return self._rising(node, lambda x: v.floor_to(x, 100))

    def _ceil_euro(self, node: Node) -> Reading:
        return self._rising(node, lambda x: v.ceil_to(x, 100))

    def _first_of_next_month(self, node: Node) -> Reading:
        return self._rising(node, v.next_month)

    def _year_of(self, node: Node) -> Reading:
        return self._rising(node, v.year_of)

    def _slices(self, node: Node) -> Reading:
        slices: Any = node.data[2]
        return self._rising(node, lambda x: v.in_slices(x, slices))

    def _nth(self, node: Node) -> Reading:
        (one,) = self._args(node)
        listed: Any = node.data[2]
        last = len(listed) - 1

        def place(x: v.Num) -> int:
            return last if x >= last else max(0, int(x))

        def read(run: Run, env: Env) -> v.Interval:
            low, high = one(run, env)
            part = listed[place(low) : place(high) + 1]
            return (min(part), max(part))

        return read

    def _table(self, node: Node) -> Reading:
        (one,) = self._args(node)
        listed: Any = node.data[2]

        def read(run: Run, env: Env) -> v.Interval:
            mask = one(run, env)
            found = [value for place, value in enumerate(listed) if mask >> place & 1]
            return (min(found), max(found))

        return read

    def _span(self, node: Node, measure: Callable[[v.Num, v.Num], v.Num]) -> Reading:
        def between(start: v.Interval, end: v.Interval) -> v.Interval:
            first = measure(start[1], end[0])
            return (first, first if start[0] == start[1] and end[0] == end[1] else measure(start[0], end[1]))

        return self._pair(node, between)

    def _years_between(self, node: Node) -> Reading:
        return self._span(node, v.full_years)

    def _months_between(self, node: Node) -> Reading:
        return self._span(node, v.full_months)

    def _days_between(self, node: Node) -> Reading:
        return self._span(node, lambda start, end: end - start)

    def _date_plus(self, node: Node) -> Reading:
        start, years, months, days = self._args(node)

        def read(run: Run, env: Env) -> v.Interval:
            (a, b), (c, d), (e, f), (g, h) = start(run, env), years(run, env), months(run, env), days(run, env)
            return (v.later(a, c, e, g), v.later(b, d, f, h))

        return read

    # Groups: every member is (id, yes | unknown); `more` says that there may be others of whom nobody told.

    def _each(self, node: Node) -> Callable[[Run, Env], tuple[list[tuple[Env, v.Kleene, Any]], tuple[v.Kleene, Any] | None]]:
        """For each member that may count: (env, counts for sure or maybe, value); and the same for somebody nobody told of."""
        kept, value = self._args(node)
        base, of, level = node.data
        mask = mask_of(GROUP_FACTS[base])

        def each(run: Run, env: Env) -> tuple[list[tuple[Env, v.Kleene, Any]], tuple[v.Kleene, Any] | None]:
            members, more = group(run, env, base, of, mask)
            outer = env[:level] if len(env) >= level else env + ("",) * (level - len(env))
            found: list[tuple[Env, v.Kleene, Any]] = []
            for member, present in members:
                inner = (*outer, member)
                keep = kept(run, inner)
                if keep is not False:
                    found.append((inner, True if present and keep else None, value(run, inner)))
            if not more:
                return found, None
            inner = (*outer, SOMEBODY_ELSE)
            return found, None if kept(run, inner) is False else (None, value(run, inner))

        return each

    def _count(self, node: Node) -> Reading:
        each = self._each(node)

        def read(run: Run, env: Env) -> v.Interval:
            members, others = each(run, env)
            low, high = 0, 0
            for _, sure, counts in members:
                low += sure is True and counts is True
                high += counts is not False
            return (low, v.INFINITY if others and others[1] is not False else high)

        return read

    def _any(self, node: Node) -> Reading:
        each = self._each(node)

        def read(run: Run, env: Env) -> v.Kleene:
            members, others = each(run, env)
            result: v.Kleene = None if others and others[1] is not False else False
            for _, sure, holds in members:
                if sure is True and holds is True:
                    return True
                if holds is not False:
                    result = None
            return result

        return read

    def _total(self, node: Node) -> Reading:
        each = self._each(node)

        def read(run: Run, env: Env) -> v.Interval:
            members, others = each(run, env)
            low: v.Num = 0
            high: v.Num = 0
            for _, sure, (first, last) in members:
                low += first if sure is True else min(0, first)
                high += last if sure is True else max(0, last)
            if others:
                low = -v.INFINITY if others[1][0] < 0 else low
                high = v.INFINITY if others[1][1] > 0 else high
            return (low, high)

        return read

    def _highest(self, node: Node) -> Reading:
        each = self._each(node)

        def read(run: Run, env: Env) -> v.Interval:
            members, others = each(run, env)
            low: v.Num = 0
            high: v.Num = 0
            for _, sure, (first, last) in members:
                low = max(low, first) if sure is True else low
                high = max(high, last)
            return (low, max(high, others[1][1]) if others else high)

        return read

    def _lowest(self, node: Node) -> Reading:
        each = self._each(node)

        def read(run: Run, env: Env) -> v.Interval:
            members, others = each(run, env)
            sure_ones = [value for _, sure, value in members if sure is True]
            maybe = [value for _, sure, value in members if sure is not True] + ([others[1]] if others else [])
            if not sure_ones:
                return (min([0, *(value[0] for value in maybe)]), max([0, *(value[1] for value in maybe)]))
            return (min(value[0] for value in sure_ones + maybe), min(value[1] for value in sure_ones))

        return read


_CHEAP = frozenset({"const", "amount", "amount_missing", "fact", "not", "neg", "is_one_of", "code_in", "same"})
_REMEMBERED = frozenset({"and", "or", "when", "count", "any", "total", "highest", "lowest", "held_or_opens", "fact_on"})


def _parents(roots: Iterable[Node]) -> dict[int, int]:
    """How many nodes read each node: only what is read more than once is worth remembering."""
    parents: dict[int, int] = {}
    stack = list(roots)
    for root in stack:
        parents[root.id] = parents.get(root.id, 0) + 1
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if node.id in seen:
            continue
        seen.add(node.id)
        for arg in node.args:
            parents[arg.id] = parents.get(arg.id, 0) + 1
            stack.append(arg)
    return parents


def _ids(refs: tuple[Ref, ...]) -> Callable[[Env], tuple[str, ...]]:
    if len(refs) == 2 and all(isinstance(ref, int) for ref in refs):
        one, two = (ref for ref in refs if isinstance(ref, int))
        return lambda env: (env[one], env[two])
    if not any(isinstance(ref, int) for ref in refs):
        fixed: Any = refs
        return lambda env: fixed
    return lambda env: tuple(env[ref] if isinstance(ref, int) else ref for ref in refs)


def _remembered(read: Reading, node: Node) -> Reading:
    mask, key, slots = mask_of(node.facts), node.id, sorted(node.slots)
    if not slots:

        def without(run: Run, env: Env) -> Any:
            memo = run.memo if mask & run.changed else run.base
            found = memo.get(key, MISSING)
            if found is MISSING:
                found = memo[key] = read(run, env)
            return found

        return without
    if len(slots) == 1:
        level = slots[0]

        def for_one(run: Run, env: Env) -> Any:
            memo = run.memo if mask & run.changed else run.base
            full = (key, env[level])
            found = memo.get(full, MISSING)
            if found is MISSING:
                found = memo[full] = read(run, env)
            return found

        return for_one

    if len(slots) == 2:
        first, second = slots

        def for_two(run: Run, env: Env) -> Any:
            memo = run.memo if mask & run.changed else run.base
            full = (key, env[first], env[second])
            found = memo.get(full, MISSING)
            if found is MISSING:
                found = memo[full] = read(run, env)
            return found

        return for_two

    def for_some(run: Run, env: Env) -> Any:
        memo = run.memo if mask & run.changed else run.base
        full = (key, *(env[level] for level in slots))
        found = memo.get(full, MISSING)
        if found is MISSING:
            found = memo[full] = read(run, env)
        return found

    return for_some


_HERE = frozenset({"lives_here", "someone_else_lives_here"})
GROUP_FACTS: dict[str, frozenset[str]] = {
    "members": _HERE, "housemates": _HERE,
    "persons": _HERE | {"someone_elsewhere_matters"}, "others": _HERE | {"someone_elsewhere_matters"},
    "properties": frozenset({"ownership_share_percent", "ownership_right", "has_more_real_estate", "tenure"}),
    "disposals": frozenset({"has_more_disposals"}), "deliveries": frozenset({"has_more_fuel_deliveries"}), "events": frozenset(),
}  # fmt: skip
CLOSED_BY = {
    "members": "someone_else_lives_here",
    "housemates": "someone_else_lives_here",
    "persons": "someone_elsewhere_matters",
    "others": "someone_elsewhere_matters",
    "properties": "has_more_real_estate",
    "disposals": "has_more_disposals",
    "deliveries": "has_more_fuel_deliveries",
}
"""The question whose "no" closes the list."""
_LIVING_HERE = ("always", "part_of_the_time", "temporarily_away")


def group(run: Run, env: Env, base: str, of: tuple[Ref, ...], mask: int) -> tuple[list[tuple[str, v.Kleene]], bool]:
    """Who belongs to a group: (id, yes or unknown) each, and whether there may be others of whom nobody told."""
    owner = (env[of[0]] if isinstance(of[0], int) else str(of[0])) if of else ""
    memo = run.memo if mask & run.changed else run.base
    key = (base, owner, of[1] if len(of) > 1 else "")
    found = memo.get(key)
    if found is None:
        found = memo[key] = _group(run, base, owner, str(of[1]) if len(of) > 1 else "")
    return found


def answer(run: Run, fact: str, *ids: str) -> Any:
    """The value of one told fact in a run."""
    table, unknown, _ = run.tables[fact, "value", None, None]
    return table.get(ids, unknown)


def _group(run: Run, base: str, owner: str, kind: str) -> tuple[list[tuple[str, v.Kleene]], bool]:
    situation = run.told.situation
    if base in ("members", "housemates", "persons", "others"):
        more_here = answer(run, "someone_else_lives_here") is not False
        persons = [person for person in situation.persons if person != owner or base in ("members", "persons")]
        if base in ("persons", "others"):
            return [(person, True) for person in persons], more_here or answer(run, "someone_elsewhere_matters") is not False
        return [(person, here) for person in persons if (here := lives_here(run, person)) is not False], more_here
    more = (
        CLOSED_BY.get(base) is not None and answer(run, CLOSED_BY[base], *(() if base == "deliveries" else (owner,))) is not False
    ) or owner == SOMEBODY_ELSE
    if base == "properties":
        owned: list[tuple[str, v.Kleene]] = []
        told = run.tables["ownership_share_percent", "value", None, None][0]
        rights = run.tables["ownership_right", "value", None, None][0]
        with_owner = {item for _, item in told}
        for item in dict.fromkeys((*situation.properties, HOME)):
            share = told.get((owner, item))
            if share is not None and share[1] > 0:
                owned.append((item, True if share[0] > 0 else None))
            elif share is None and ((owner, item) in rights or (item not in with_owner and (item != HOME or home_is_owned(run)))):
                owned.append((item, None))
        return owned, more
    wanted = {"disposals": "disposal", "deliveries": "fuel_delivery"}.get(base, kind)
    return [(event.id, True) for event in situation.events if event.kind == wanted and event.of in (owner, "")], more


@lru_cache(maxsize=1)
def _owner_mask() -> int:
    return 1 << vocabulary().fact("tenure").option_ids.index("owner_occupied")


def home_is_owned(run: Run) -> bool:
    """Whether they told that they live in a home of their own; before that, the question about other property covers it."""
    return bool(answer(run, "tenure", HOME) == _owner_mask())


@lru_cache(maxsize=1)
def _here_mask() -> int:
    options = vocabulary().fact("lives_here").option_ids
    return sum(1 << options.index(option) for option in _LIVING_HERE)


def lives_here(run: Run, person: str) -> v.Kleene:
    """Whether a person lives in the household."""
    mask = answer(run, "lives_here", person)
    hit = mask & _here_mask()
    return False if not hit else True if hit == mask else None
