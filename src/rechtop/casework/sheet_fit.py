"""One page, always: what does not fit is said shorter or next time. The letters stay as large as they are.

The estimate counts lines as Andika sets them at 13 pt; it is a little too careful, so that every printer keeps one page. The
PDF is measured for real, and goes one step shorter when it must.
"""

from math import ceil

from rechtop.casework.sheet_content import MOST_RIGHTS, Sheet, shortened

STEPS = (
    {"sentences": 3, "bring": 8, "know": 4, "rights": MOST_RIGHTS, "next_time": 5},
    {"sentences": 2, "bring": 7, "know": 4, "rights": MOST_RIGHTS, "next_time": 4},
    {"sentences": 2, "bring": 6, "know": 3, "rights": MOST_RIGHTS, "next_time": 3},
    {"sentences": 1, "bring": 6, "know": 3, "rights": MOST_RIGHTS, "next_time": 3},
    {"sentences": 1, "bring": 5, "know": 2, "rights": MOST_RIGHTS, "next_time": 2},
    {"sentences": 1, "bring": 4, "know": 1, "rights": MOST_RIGHTS, "next_time": 1},
    {"sentences": 1, "bring": 4, "know": 1, "rights": 5, "next_time": 1},
    {"sentences": 1, "bring": 3, "know": 1, "rights": 4, "next_time": 1},
)
"""From whole to shortest."""

ROOM = 272.0
"""Millimetres between the margins of the page."""

LINE = 5.9
"""Millimetres of one line of text; smaller words (law, foot) take less and are counted as much."""

WIDE, MIDDLE, HALF, NARROW = 72, 47, 34, 24
"""Characters on a line: the whole width, beside an amount, in one of two columns, in the column of amounts (bold)."""


def steps_of(sheet: Sheet) -> list[Sheet]:
    """The sheet from the longest that is estimated to fit on one page, to the shortest there is."""
    every = [shortened(sheet, **step) for step in STEPS]
    fitting = next((place for place, one in enumerate(every) if height_of(one) <= ROOM), len(every) - 1)
    return every[fitting:]


def height_of(sheet: Sheet) -> float:
    """Millimetres, estimated."""
    head, title, heading, gap = 8.0, 12.0, 10.0, 3.0
    total = head + title + gap + LINE * 2
    total += heading + sum(_line_height(line.amount, f"{line.name} ({line.law}) {line.whom}", line.says) for line in sheet.lines)
    total += (_lines(", ".join(sheet.next_time), WIDE - 30) * LINE + gap) if sheet.next_time else 0
    total += LINE * 2 + gap
    agreed = [*sheet.agreed, sheet.appointment] if sheet.appointment else list(sheet.agreed)
    total += heading + (sum(_lines(one, WIDE - 4) for one in agreed) * LINE if agreed else 2 * 9.0) + gap
    bring, know = (sum(_lines(one, HALF) for one in column) for column in (sheet.bring, sheet.know))
    total += heading + max(bring, know) * LINE + gap
    foot = f"{sheet.caller} {sheet.ocmw} {sheet.phone} {sheet.address}"
    return total + (1 + _lines(foot, WIDE - 10)) * LINE + gap


def _line_height(amount: str, name: str, says: tuple[str, ...]) -> float:
    text = _lines(name, MIDDLE - 3) + _lines(" ".join(says), MIDDLE)
    return max(text, _lines(amount, NARROW)) * LINE + 3.0


def _lines(text: str, width: int) -> int:
    """Lines of a text that breaks between words."""
    lines, left = 1, width
    for word in text.split():
        if len(word) > left and left < width:
            lines, left = lines + 1, width
        lines += max(0, ceil(len(word) / width) - 1)
        left -= len(word) + 1
    return lines if text.strip() else 0
