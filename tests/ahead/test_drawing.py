"""The drawings: every day and wage has its place, and no number hides another."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rechtop.ahead.drawing import APART, DOT, WIDTH, curve, time_line

WORDS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
START = date(2026, 11, 26)


@given(st.lists(st.dates(START, date(2028, 5, 1)), max_size=40, unique=True).map(sorted))
def test_every_day_has_a_dot_of_its_own_inside_the_drawing(days: list[date]) -> None:
    line = time_line(START, 18, days, WORDS)
    assert [dot.number for dot in line.dots] == list(range(1, len(days) + 1))
    for one in line.dots:
        assert 0 <= one.x <= WIDTH + len(days)
        assert 0 < one.y < line.line < line.height
        assert all(abs(one.x - other.x) > 2 * DOT or one.y != other.y for other in line.dots if other is not one)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_words_under_the_line_do_not_touch(start: date) -> None:
    named = [month.x for month in time_line(start, 18, [], WORDS).months if month.word]
    assert all(later - earlier >= APART for earlier, later in zip(named, named[1:], strict=False))


def test_a_curve_goes_up_when_the_amounts_do() -> None:
    drawn = curve([(0, 100_00), (100_00, 50_00), (200_00, 0)], 100_00)
    heights = [int(point.split()[1]) for point in drawn.together.removeprefix("M").split(" L")]
    assert heights == sorted(heights, reverse=True)
    assert drawn.now is not None
    assert drawn.left <= drawn.now <= drawn.width
