"""One page, always: what does not fit is said shorter or next time. The letters stay as large as they are.

The lines are counted with the widths of Andika itself, so the page in the browser is one page as well; the PDF is laid out for
real and goes one step shorter when it must.
"""

from collections.abc import Sequence
from typing import TypedDict

from rechtop.casework.sheet_content import MOST_RIGHTS, Sheet, sentences_of, shortened


class Step(TypedDict):
    """How much is kept at least: sentences of each right, rights, papers to bring, things to know, names for next time."""

    sentences: int
    rights: int
    bring: int
    know: int
    next_time: int


STEPS: Sequence[Step] = (
    {"sentences": 2, "rights": MOST_RIGHTS, "bring": 8, "know": 5, "next_time": 5},
    {"sentences": 2, "rights": MOST_RIGHTS, "bring": 6, "know": 4, "next_time": 4},
    {"sentences": 2, "rights": MOST_RIGHTS, "bring": 6, "know": 3, "next_time": 3},
    {"sentences": 1, "rights": MOST_RIGHTS, "bring": 6, "know": 4, "next_time": 3},
    {"sentences": 1, "rights": MOST_RIGHTS, "bring": 5, "know": 3, "next_time": 2},
    {"sentences": 1, "rights": MOST_RIGHTS, "bring": 4, "know": 2, "next_time": 2},
    {"sentences": 0, "rights": MOST_RIGHTS, "bring": 4, "know": 2, "next_time": 2},
    {"sentences": 0, "rights": MOST_RIGHTS, "bring": 3, "know": 1, "next_time": 1},
    {"sentences": 0, "rights": MOST_RIGHTS, "bring": 2, "know": 1, "next_time": 1},
    {"sentences": 0, "rights": 5, "bring": 2, "know": 1, "next_time": 1},
    {"sentences": 0, "rights": 4, "bring": 2, "know": 1, "next_time": 1},
)
"""From whole to shortest. "U mag altijd nee zeggen" is what one knows first, and always stays."""

MOST_SENTENCES = 4
"""Of one right, when there is room."""

ROOM = 268.0
"""Millimetres that may be filled, of the 273 between the margins: some printers break a line differently."""

POINT = 0.3528
TEXT = 13 * POINT
"""Millimetres of one em at 13 pt."""

LINE = TEXT * 1.28
"""Millimetres of one line, as in sheet.css."""

WHOLE, LAW, AMOUNT = 175.0, 110.0, 60.0
"""Millimetres: the whole width, beside an amount, the column of amounts (sheet.css)."""

BESIDE = (WHOLE - 8) / 2
"""One of the two columns below."""

WIDTHS = {
    28: "`il´ìíîïı", 30: "j'’.:", 32: ",;", 37: "!|f¡-", 40: "()[]", 43: "tr", 48: "JsIÎÏ/", 51: '"*ckzç?', 53: "vyLexèéêë",
    56: "Fabogqàáâäôóö“”", 58: "EShpdnuùúûüñÉÈ", 60: "$+0123456789€&Z=", 63: "T_BKRY«»", 67: "XCVAÀÁÂÄ", 71: "GDUOÖÜ", 74: "HQN",
    77: "%w", 83: "m@", 89: "Mœæ", 103: "W",
}  # fmt: skip
"""Hundredths of an em that a letter of Andika takes (regular, its own metrics)."""

EM = {letter: width / 100 for width, letters in WIDTHS.items() for letter in letters} | {" ": 0.27, "\u00a0": 0.27}
OTHER, BOLD = 0.72, 1.06
"""A letter that is not in the table; how much wider bold is."""


def steps_of(sheet: Sheet) -> list[Sheet]:
    """The sheet from the longest that is estimated to fit on one page, to the shortest there is."""
    every = [_shortened(sheet, step) for step in STEPS]
    fitting = next((place for place, one in enumerate(every) if height_of(one) <= ROOM), len(every) - 1)
    return [_filled(sheet, STEPS[fitting]), *every[fitting:]]


def _shortened(sheet: Sheet, step: Step, sentences: Sequence[int] = ()) -> Sheet:
    said = sentences or [step["sentences"]] * min(step["rights"], len(sheet.lines))
    return shortened(sheet, sentences=said, bring=step["bring"], know=step["know"], next_time=step["next_time"])


def _filled(sheet: Sheet, step: Step) -> Sheet:
    """One sentence more for each right in turn, as long as there is room."""
    said = [step["sentences"]] * min(step["rights"], len(sheet.lines))
    for most in range(step["sentences"] + 1, MOST_SENTENCES + 1):
        for place, line in enumerate(sheet.lines[: len(said)]):
            more = [*said[:place], most, *said[place + 1 :]]
            if len(sentences_of(line)) >= most and height_of(_shortened(sheet, step, more)) <= ROOM:
                said = more
    return _shortened(sheet, step, said)


def height_of(sheet: Sheet) -> float:
    """Millimetres from the first line to the last."""
    heading = 3.4 + 0.5 + 2.0 + 15 * POINT * 1.2
    total = LINE + 2 + 21 * POINT * 1.15 * lines_of(sheet.person, WHOLE * 0.6) + 1.4 + LINE
    if sheet.lines:
        total += heading + sum(_height_of_right(line.amount, f"{line.name} ({line.law}, {line.whom})", line.says) for line in sheet.lines)
    total += (1.4 + LINE * lines_of("; ".join(sheet.next_time) + " " * 16, WHOLE, start=90.0)) if sheet.next_time else 0
    total += 1.4 + LINE * (1 if sheet.lines else 3)
    agreed = [*sheet.agreed, sheet.appointment] if sheet.appointment else list(sheet.agreed)
    total += heading + (sum(lines_of(one, WHOLE - 7) for one in agreed) * LINE if agreed else 2 * 8.5)
    bring = sum(lines_of(one, BESIDE - 7) for one in sheet.bring)
    know = sum(lines_of(one, BESIDE - 4.5) for one in sheet.know)
    total += heading + max(bring, know) * LINE
    foot = f"{sheet.caller}. {sheet.phone}. {sheet.address}."
    return total + 5.1 + LINE * lines_of(foot, WHOLE, start=125.0)


def _height_of_right(amount: str, name: str, says: Sequence[str]) -> float:
    text = lines_of(name, LAW, bold=True) + (lines_of(" ".join(says), LAW) if says else 0)
    return max(text, lines_of(amount, AMOUNT, bold=True)) * LINE + 2.4


def lines_of(text: str, width: float, *, bold: bool = False, start: float = 0.0) -> int:
    """How many lines a text takes in `width` millimetres; `start`: what already stands on the first one."""
    space, lines, used = EM[" "] * TEXT, 1, start
    for word in text.split(" "):
        long = sum(EM.get(letter, OTHER) for letter in word) * TEXT * (BOLD if bold else 1)
        if used and used + long > width:
            lines, used = lines + 1, 0.0
        while long > width:
            lines, long = lines + 1, long - width
        used += long + space
    return lines
