"""What a rule is written with: yes/no, numbers, choices and dates that are not known yet.

A rule runs once, on symbols; every operator adds a node to the graph. Python's own `if`, `and`, `or`, `not`, `in`, `min`, `max` would
have to know the answer at once, so each of them raises and says what to write instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn, TypeVar, overload

from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.graph import Node, Unit, node

Exact = int | Fraction


class Symbol:
    """Something that is known only when there is a household."""

    __slots__ = ("node",)

    def __init__(self, made: Node) -> None:
        self.node = made

    def __bool__(self) -> NoReturn:
        raise RuleError(
            f"uses {describe(self.node)} in a Python `if`, `and`, `or`, `not`, `in` or chained comparison.",
            why="a rule is read before there is a household; this value stands for yes, no and unknown at once.",
            to_do="rule.require(...) for a condition, when(cond, amount, otherwise=other) for an amount, "
            "& | no() any_of() all_of() for logic, "
            "at_most() and at_least() for min() and max().",
        )

    def __hash__(self) -> int:
        return hash(self.node.id)

    def __iter__(self) -> NoReturn:
        raise RuleError(f"loops over {describe(self.node)}.", to_do="use .count, .any, .all or .total of a group of people.")


def describe(made: Node) -> str:
    """A short name of a node for an error message."""
    if made.op == "fact" and isinstance(made.data, tuple):
        return f"the fact `{made.data[0]}`"
    return f"a {made.kind} ({made.op})"


class Truth(Symbol):
    """Yes, no or not known (Kleene logic)."""

    def __and__(self, other: Truth) -> Truth:
        return all_of(self, other)

    def __or__(self, other: Truth) -> Truth:
        return any_of(self, other)

    def __invert__(self) -> Truth:
        return no(self)

    def __eq__(self, other: object) -> NoReturn:
        raise RuleError("compares a yes/no with ==.", to_do="use the yes/no itself, or no(it).")

    __hash__ = Symbol.__hash__

    def as_number(self) -> Number:
        """1 for yes, 0 for no."""
        return when(self, number(1), otherwise=number(0))


def truth(value: bool) -> Truth:
    """A yes or no that is sure from the start."""
    return Truth(node("const", data=value, kind="truth"))


def _truths(items: Iterable[object], word: str) -> tuple[Node, ...]:
    found: list[Node] = []
    for item in items:
        if isinstance(item, bool):
            item = truth(item)
        if not isinstance(item, Truth):
            raise RuleError(
                f"{word} takes yes/no values, not {item!r}.",
                why="`a & b >= c` reads as `(a & b) >= c`.",
                to_do="put brackets around each comparison: (a >= b) & (c <= d).",
            )
        found.append(item.node)
    return tuple(found)


def all_of(*conditions: Truth) -> Truth:
    """Yes when each one is yes; no as soon as one is no."""
    nodes = _truths(conditions, "all_of / &")
    return Truth(nodes[0] if len(nodes) == 1 else node("and", *nodes, kind="truth"))


def any_of(*conditions: Truth) -> Truth:
    """Yes as soon as one is yes; no when each one is no."""
    nodes = _truths(conditions, "any_of / |")
    return Truth(nodes[0] if len(nodes) == 1 else node("or", *nodes, kind="truth"))


def no(condition: Truth) -> Truth:
    """The opposite; unknown stays unknown."""
    return Truth(node("not", *_truths([condition], "no()"), kind="truth"))


def hangs_while(pending: Truth, decided: Truth) -> Truth:
    """`decided`; but where that is no while somebody still has to decide (`pending`), it is not known instead of no."""
    first, second = _truths([decided, pending], "hangs_while()")
    return Truth(node("held", first, second, kind="truth"))


class Number(Symbol):
    """An amount in EUR cents or a plain number; a range while something is not known."""

    @property
    def unit(self) -> Unit:
        """`cents` or `plain`; 0 goes with both."""
        return self.node.unit

    def __add__(self, other: Number | Exact) -> Number:
        return _same_unit("add", self, other)

    def __radd__(self, other: Number | Exact) -> Number:
        return _same_unit("add", other, self)

    def __sub__(self, other: Number | Exact) -> Number:
        return _same_unit("sub", self, other)

    def __rsub__(self, other: Number | Exact) -> Number:
        return _same_unit("sub", other, self)

    def __mul__(self, other: Number | Exact) -> Number:
        second = as_number(other)
        if self.unit == "cents" and second.unit == "cents":
            raise RuleError(
                "multiplies an amount of money by an amount of money.", to_do="one of the two must be a plain number or a rate."
            )
        return Number(node("mul", self.node, second.node, kind="number", unit="cents" if "cents" in (self.unit, second.unit) else "plain"))

    __rmul__ = __mul__

    def __truediv__(self, other: Number | Exact) -> Number:
        second = as_number(other)
        if second.unit == "cents" and self.unit != "cents":
            raise RuleError("divides a plain number by an amount of money.")
        return Number(node("div", self.node, second.node, kind="number", unit="plain" if self.unit == second.unit else "cents"))

    def __neg__(self) -> Number:
        return Number(node("neg", self.node, kind="number", unit=self.unit))

    def __le__(self, other: Number | Exact) -> Truth:
        return _compare("le", self, other)

    def __lt__(self, other: Number | Exact) -> Truth:
        return _compare("lt", self, other)

    def __ge__(self, other: Number | Exact) -> Truth:
        return _compare("le", other, self)

    def __gt__(self, other: Number | Exact) -> Truth:
        return _compare("lt", other, self)

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        return _compare("eq", self, other)

    def __ne__(self, other: object) -> Truth:  # type: ignore[override]
        return no(_compare("eq", self, other))

    __hash__ = Symbol.__hash__


def number(value: Exact | Decimal, unit: Unit = "plain") -> Number:
    """A number that is sure from the start; 0 fits both units. Floats are refused: money is exact."""
    if isinstance(value, (bool, float)):
        raise RuleError(f"writes {value!r} as a number.", to_do="write it in amounts.yaml; numbers there are read exactly.")
    exact = Fraction(value)
    plain: Exact = exact.numerator if exact.denominator == 1 else exact
    return Number(node("const", data=plain, kind="number", unit="" if exact == 0 else unit))


def as_number(value: object) -> Number:
    """A Number as it is; an int or Fraction as a plain number."""
    if isinstance(value, Number):
        return value
    if isinstance(value, (int, Fraction)) and not isinstance(value, bool):
        return number(value)
    raise RuleError(
        f"expects a number and got {value!r}.", to_do="for a yes/no write truth.as_number(); for a choice law.table.at(choice)."
    )


def _units(first: Number, second: Number, doing: str) -> Unit:
    if first.unit and second.unit and first.unit != second.unit:
        raise RuleError(
            f"{doing} money (cents) and a plain number.",
            why=f"{describe(first.node)} is in {first.unit}, {describe(second.node)} in {second.unit}.",
            to_do="check the unit in amounts.yaml (EUR…) or multiply instead of adding.",
        )
    return first.unit or second.unit


def _same_unit(op: str, one: object, two: object) -> Number:
    first, second = as_number(one), as_number(two)
    return Number(node(op, first.node, second.node, kind="number", unit=_units(first, second, "adds or subtracts")))


def _compare(op: str, one: object, two: object) -> Truth:
    first, second = as_number(one), as_number(two)
    _units(first, second, "compares")
    return Truth(node(op, first.node, second.node, kind="truth"))


def _extreme(op: str, values: tuple[Number | Exact, ...]) -> Number:
    found = [as_number(value) for value in values]
    result = found[0]
    for other in found[1:]:
        result = Number(node(op, result.node, other.node, kind="number", unit=_units(result, other, "takes the smallest or largest of")))
    return result


def at_most(*values: Number | Exact) -> Number:
    """The smallest of the values."""
    return _extreme("min", values)


def at_least(*values: Number | Exact) -> Number:
    """The largest of the values."""
    return _extreme("max", values)


def not_below_zero(value: Number) -> Number:
    """The value, or 0 where it is negative."""
    return at_least(value, 0)


def _round(op: str, value: Number, unit: Unit) -> Number:
    if value.unit not in (unit, ""):
        raise RuleError(f"rounds {describe(value.node)} as {unit}.")
    return Number(node(op, value.node, kind="number", unit=unit))


def to_the_cent(value: Number) -> Number:
    """Rounded to whole cents, half a cent up. Only where the law rounds."""
    return _round("round_cent", value, "cents")


def cents_down(value: Number) -> Number:
    """Cut down to whole cents."""
    return _round("floor_cent", value, "cents")


def to_the_euro(value: Number) -> Number:
    """Rounded to whole euros, half a euro up."""
    return _round("round_euro", value, "cents")


def euro_down(value: Number) -> Number:
    """Cut down to whole euros."""
    return _round("floor_euro", value, "cents")


def euro_up(value: Number) -> Number:
    """Raised to whole euros."""
    return _round("ceil_euro", value, "cents")


def whole_down(value: Number) -> Number:
    """A plain number cut down to a whole one."""
    return _round("floor_cent", value, "plain")


def whole_up(value: Number) -> Number:
    """A plain number raised to a whole one."""
    return _round("ceil_cent", value, "plain")


def to_decimals(value: Number, digits: int) -> Number:
    """A plain number (a coefficient) rounded to so many decimals, half up."""
    scale = number(10**digits)
    return Number(node("round_cent", (value * scale).node, kind="number", unit="plain")) / scale


class Choice(Symbol):
    """One of a list of options; a set of them while not known."""

    @property
    def options(self) -> tuple[str, ...]:
        """The ids it can take."""
        return self.node.options

    def is_one_of(self, *options: str) -> Truth:
        """Yes when it is one of these options."""
        for option in options:
            if option not in self.options:
                raise RuleError(f"asks whether {describe(self.node)} is {option!r}.", why=f"it can only be: {', '.join(self.options)}.")
        mask = sum(1 << self.options.index(option) for option in set(options))
        return Truth(node("is_one_of", self.node, data=mask, kind="truth"))

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        if not isinstance(other, str):
            raise RuleError(f"compares {describe(self.node)} with {other!r}.", to_do="compare with the id of an option.")
        return self.is_one_of(other)

    def __ne__(self, other: object) -> Truth:  # type: ignore[override]
        return no(self == other)

    __hash__ = Symbol.__hash__


def choose(*cases: tuple[str, Truth], otherwise: str) -> Choice:
    """The option of the first case that holds: `choose(("single", alone), ("couple", pair), otherwise="family")`."""
    options = tuple(dict.fromkeys([name for name, _ in cases] + [otherwise]))
    names = tuple(options.index(name) for name, _ in cases)
    conditions = _truths([cond for _, cond in cases], "choose()")
    return Choice(node("choose", *conditions, data=(names, options.index(otherwise)), kind="choice", options=options))


class Date(Symbol):
    """A day; a span of days while not exactly known."""

    def plus(self, *, years: int | Number = 0, months: int | Number = 0, days: int | Number = 0) -> Date:
        """So much later (negative: earlier). A day that does not exist becomes the last of its month."""
        parts = [as_number(part) for part in (years, months, days)]
        if any(part.unit == "cents" for part in parts):
            raise RuleError("adds an amount of money to a date.")
        return Date(node("date_plus", self.node, *(part.node for part in parts), kind="date"))

    def __le__(self, other: Date | date) -> Truth:
        return _dates("le", self, other)

    def __lt__(self, other: Date | date) -> Truth:
        return _dates("lt", self, other)

    def __ge__(self, other: Date | date) -> Truth:
        return _dates("le", other, self)

    def __gt__(self, other: Date | date) -> Truth:
        return _dates("lt", other, self)

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        return _dates("eq", self, other)

    def __ne__(self, other: object) -> Truth:  # type: ignore[override]
        return no(_dates("eq", self, other))

    __hash__ = Symbol.__hash__

    def first_of_next_month(self) -> Date:
        """The first day of the month after this one."""
        return Date(node("first_of_next_month", self.node, kind="date"))

    def year(self) -> Number:
        """The calendar year as a plain number."""
        return Number(node("year_of", self.node, kind="number", unit="plain"))


def day(value: object) -> Date:
    """A date that is sure from the start (or the symbol as it is)."""
    if isinstance(value, Date):
        return value
    if isinstance(value, date):
        return Date(node("const", data=value.toordinal(), kind="date"))
    raise RuleError(f"expects a date and got {value!r}.")


def _dates(op: str, one: object, two: object) -> Truth:
    first, second = day(one), day(two)
    return Truth(node(op, first.node, second.node, kind="truth"))


def _span(op: str, start: Date | date, end: Date | date) -> Number:
    return Number(node(op, day(start).node, day(end).node, kind="number", unit="plain"))


def years_between(start: Date | date, end: Date | date) -> Number:
    """Full years from start to end (an age); negative when end comes first."""
    return _span("years_between", start, end)


def months_between(start: Date | date, end: Date | date) -> Number:
    """Full months from start to end."""
    return _span("months_between", start, end)


def days_between(start: Date | date, end: Date | date) -> Number:
    """Days from start to end."""
    return _span("days_between", start, end)


Any_ = TypeVar("Any_", Choice, Truth)


@overload
def when(condition: Truth, then: Number | Exact, otherwise: Number | Exact) -> Number: ...
@overload
def when(condition: Truth, then: Date | date, otherwise: Date | date) -> Date: ...
@overload
def when(condition: Truth, then: Any_, otherwise: Any_) -> Any_: ...
def when(condition: Truth, then: Any, otherwise: Any) -> Any:
    """`then` where the condition holds, `otherwise` where it does not; both possible while it is not known."""
    (cond,) = _truths([condition], "when()")
    if isinstance(then, Date) or isinstance(otherwise, Date):
        return Date(node("when", cond, day(then).node, day(otherwise).node, kind="date"))
    if isinstance(then, Choice):
        if not isinstance(otherwise, Choice) or then.options != otherwise.options:
            raise RuleError("when() mixes two different lists of options.", to_do="use choose().")
        return Choice(node("when", cond, then.node, otherwise.node, kind="choice", options=then.options))
    if isinstance(then, (Truth, bool)):
        return Truth(node("when", cond, *_truths([then, otherwise], "when()"), kind="truth"))
    first, second = as_number(then), as_number(otherwise)
    return Number(node("when", cond, first.node, second.node, kind="number", unit=_units(first, second, "chooses between")))
