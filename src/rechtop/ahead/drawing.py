"""The line of time and the curve of the wage as drawings; each stands beside a table with the same figures."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 720, 300
"""Of a curve, in drawing units."""

LEFT, RIGHT, TOP, BOTTOM = 64, 24, 16, 40
"""Room around a curve for its words."""

LINE, STEP = 44, 26
"""Where the line of time lies, and how far apart dots above each other stand."""

EDGE = 16
APART = 74
"""Between two words under the line, so that they can be read."""

DOT = 11
"""Radius of a dot on the line of time: large enough for its number."""


@dataclass(frozen=True)
class Dot:
    """One day on the line: its place and the number of its row in the table."""

    x: int
    y: int
    number: int


@dataclass(frozen=True)
class Month:
    """The beginning of a month on the line; its letter is told for some only."""

    x: int
    word: str
    is_year: bool


@dataclass(frozen=True)
class TimeLine:
    """The months ahead with a numbered dot for each day on which something changes."""

    width: int
    height: int
    line: int
    months: tuple[Month, ...]
    dots: tuple[Dot, ...]


def time_line(start: date, months: int, days: Sequence[date], words: Sequence[str]) -> TimeLine:
    """words: how the twelve months are called, short. Days of one week stand above each other, so that each number can be read."""
    first = start.replace(day=1)
    marks = []
    for number in range(months + 1):
        year, month = divmod(first.month - 1 + number, 12)
        marks.append(date(first.year + year, month + 1, 1))
    whole = (marks[-1] - first).days or 1

    def place(day: date) -> int:
        return EDGE + round((WIDTH - 2 * EDGE) * (day - first).days / whole)

    taken: dict[int, int] = {}
    dots = []
    for number, day in enumerate(days, start=1):
        x = place(day)
        level = next(level for level in range(len(days) + 1) if all(abs(x - other) > 2 * DOT for other in taken if taken[other] == level))
        while x in taken:
            x += 1
        taken[x] = level
        dots.append((x, level, number))
    deepest = max((level for _x, level, _number in dots), default=0)
    line = DOT * 2 + deepest * STEP + 8
    return TimeLine(
        WIDTH,
        line + LINE,
        line,
        tuple(_months(marks, place, words)),
        tuple(Dot(x, line - DOT - 2 - level * STEP, number) for x, level, number in dots),
    )


def _months(marks: Sequence[date], place: Callable[[date], int], words: Sequence[str]) -> Iterator[Month]:
    """A word for the first month, each January and each third month; a word that would touch a January is left away."""
    januaries = [place(mark) for mark in marks if mark.month == 1]
    for number, mark in enumerate(marks):
        x, word = place(mark), words[mark.month - 1]
        if mark.month == 1:
            yield Month(x, f"{word} {mark.year}", True)
        elif number % 3 == 0 and all(abs(x - other) >= APART for other in januaries):
            yield Month(x, f"{word} {mark.year}" if not number else word, False)
        else:
            yield Month(x, "", False)


@dataclass(frozen=True)
class Tick:
    """One mark on an axis with its word."""

    at: int
    word: str


@dataclass(frozen=True)
class Curve:
    """Two lines over the wage: what stands open in rights, and rights and wage together. Paths in drawing units."""

    width: int
    height: int
    left: int
    bottom: int
    rights: str
    together: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    now: int | None


def curve(points: Sequence[tuple[int, int]], now: int | None) -> Curve:
    """points: (wage, rights), EUR cents per month, the wage rising; now: the wage as told."""
    most = max((wage + rights for wage, rights in points), default=1) or 1
    widest = points[-1][0] or 1
    step = next(size for size in (50_000, 100_000, 200_000, 500_000, 1_000_000, most) if most / size <= 8)

    def x(wage: int) -> int:
        return LEFT + round((WIDTH - LEFT - RIGHT) * wage / widest)

    def y(amount: int) -> int:
        return HEIGHT - BOTTOM - round((HEIGHT - TOP - BOTTOM) * amount / most)

    def path(amounts: Sequence[tuple[int, int]]) -> str:
        return "M" + " L".join(f"{x(wage)} {y(amount)}" for wage, amount in amounts)

    marks = points[:: max(1, len(points) // 6)]
    return Curve(
        WIDTH,
        HEIGHT,
        LEFT,
        HEIGHT - BOTTOM,
        path(points),
        path([(wage, wage + rights) for wage, rights in points]),
        tuple(Tick(x(wage), str(wage // 100)) for wage, _rights in marks),
        tuple(Tick(y(amount), str(amount // 100)) for amount in range(0, most + 1, step)),
        x(min(now, widest)) if now is not None else None,
    )
