"""Values that may be unknown, as the interpreter holds them.

yes/no: True, False or None (not known). A number or a day: a pair (low, high), both ends included; days are ordinals. A choice: a bit
mask of the options it can still be. A code: its text, or None. Every operation is inclusion-isotonic: narrower inputs never give a
wider output. That is what makes "answering more never widens a range" true.
"""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction
from typing import TypeAlias

Num: TypeAlias = int | Fraction | float
"""Exact; float only for plus or minus infinity."""
Interval: TypeAlias = tuple[Num, Num]
Kleene: TypeAlias = bool | None

INFINITY = math.inf
FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()


def settled(value: object) -> bool:
    """Whether a value is known: a yes or no, a single number or day, one option."""
    if value is None:
        return False
    if isinstance(value, tuple):
        return bool(value[0] == value[1])
    if isinstance(value, bool) or not isinstance(value, int):
        return True
    return value & (value - 1) == 0


def hull(first: Interval, second: Interval) -> Interval:
    """The smallest range that holds both."""
    return (first[0] if first[0] <= second[0] else second[0], first[1] if first[1] >= second[1] else second[1])


def add(first: Interval, second: Interval) -> Interval:
    """Sum."""
    return (first[0] + second[0], first[1] + second[1])


def subtract(first: Interval, second: Interval) -> Interval:
    """Difference."""
    return (first[0] - second[1], first[1] - second[0])


def times(first: Num, second: Num) -> Num:
    """Product, with 0 × infinity = 0 (nobody times anything is nothing)."""
    if not first or not second:
        return 0
    if isinstance(first, int) and isinstance(second, Fraction):
        return ratio(first, second.numerator, second.denominator)
    return first * second


def multiply(first: Interval, second: Interval) -> Interval:
    """Product."""
    a, b = first
    c, d = second
    if a == b and c == d:
        value = times(a, c)
        return (value, value)
    if a >= 0 and c >= 0:
        return (times(a, c), times(b, d))
    ends = (times(a, c), times(a, d), times(b, c), times(b, d))
    return (min(ends), max(ends))


def ratio(value: Num, above: int, below: int) -> Num:
    """A value times a fraction that is not 0, whole where it comes out whole (whole numbers are far quicker to work on)."""
    if isinstance(value, int):
        whole, left = divmod(value * above, below)
        return Fraction(value * above, below) if left else whole
    if isinstance(value, float):
        return value
    found = value * Fraction(above, below)
    return found.numerator if found.denominator == 1 else found


def over(first: Num, second: Num) -> Num:
    """Quotient of two ends, exact unless infinite; the divisor is not 0."""
    if isinstance(second, float):
        return 0 if not isinstance(first, float) else (INFINITY if (first > 0) == (second > 0) else -INFINITY)
    if isinstance(first, float):
        return first if second > 0 else -first
    if isinstance(first, int) and isinstance(second, int):
        whole, left = divmod(first, second)
        return Fraction(first, second) if left else whole
    return Fraction(first) / second


def divide(first: Interval, second: Interval) -> Interval:
    """Quotient; nothing is known when the divisor can be 0."""
    c, d = second
    if c <= 0 <= d:
        return (-INFINITY, INFINITY)
    a, b = first
    if c == d and a == b:
        value = over(a, c)
        return (value, value)
    ends = (over(a, c), over(a, d), over(b, c), over(b, d))
    return (min(ends), max(ends))


def less_or_equal(first: Interval, second: Interval) -> Kleene:
    """first ≤ second."""
    return True if first[1] <= second[0] else False if first[0] > second[1] else None


def less(first: Interval, second: Interval) -> Kleene:
    """first < second."""
    return True if first[1] < second[0] else False if first[0] >= second[1] else None


def equal(first: Interval, second: Interval) -> Kleene:
    """first = second."""
    if first[0] == first[1] == second[0] == second[1]:
        return True
    return False if first[1] < second[0] or second[1] < first[0] else None


def floor_to(value: Num, grain: int) -> Num:
    """Cut down to a multiple of grain."""
    return value if isinstance(value, float) else value.numerator // (value.denominator * grain) * grain


def ceil_to(value: Num, grain: int) -> Num:
    """Raised to a multiple of grain."""
    return value if isinstance(value, float) else -(-value.numerator // (value.denominator * grain)) * grain


def round_to(value: Num, grain: int) -> Num:
    """The nearest multiple of grain, half up."""
    if isinstance(value, float):
        return value
    step = value.denominator * grain
    return (2 * value.numerator + step) // (2 * step) * grain


def _day(ordinal: Num) -> date:
    if isinstance(ordinal, int) and FIRST_DAY <= ordinal <= LAST_DAY:
        return date.fromordinal(ordinal)
    return date.fromordinal(int(min(max(ordinal, FIRST_DAY), LAST_DAY)))


def full_years(start: Num, end: Num) -> int:
    """Full years between two ordinals (born on 29 February: a year older on 1 March of a common year)."""
    first, last = _day(start), _day(end)
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def full_months(start: Num, end: Num) -> int:
    """Full months between two ordinals; the last day of a short month counts as the same day."""
    first, last = _day(start), _day(end)
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day and last.day < _days_in(last.year, last.month))


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if (year % 4 == 0 and year % 100 != 0) or year % 400 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31


def later(ordinal: Num, years: Num, months: Num, days: Num) -> int:
    """A day so many years, months and days later, kept inside the calendar."""
    if any(isinstance(part, float) for part in (ordinal, years, months, days)):
        return LAST_DAY if any(part == INFINITY for part in (ordinal, years, months, days)) else FIRST_DAY
    start = _day(ordinal)
    total = start.year * 12 + start.month - 1 + math.floor(years) * 12 + math.floor(months)
    year, month = divmod(total, 12)
    if year < 1:
        return FIRST_DAY
    if year > 9999:
        return LAST_DAY
    moved = date(year, month + 1, min(start.day, _days_in(year, month + 1))).toordinal() + math.floor(days)
    return min(max(moved, FIRST_DAY), LAST_DAY)


def next_month(ordinal: Num) -> int:
    """The first day of the month after."""
    start = _day(ordinal)
    if (start.year, start.month) >= (9999, 12):
        return LAST_DAY
    return (date(start.year + 1, 1, 1) if start.month == 12 else date(start.year, start.month + 1, 1)).toordinal()


def year_of(ordinal: Num) -> int:
    """The calendar year of an ordinal."""
    return _day(ordinal).year


def in_slices(value: Num, slices: tuple[tuple[Num, Num], ...]) -> Num:
    """The sum over slices: each part of the value above a limit at the rate of its slice."""
    total: Num = 0
    for place, (above, rate) in enumerate(slices):
        if value <= above:
            break
        end = slices[place + 1][0] if place + 1 < len(slices) else INFINITY
        total += times((value if value < end else end) - above, rate)
    return total
