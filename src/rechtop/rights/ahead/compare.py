"""Two looks at the same household side by side: which rights it would gain, lose, or get more or less of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rechtop.rights.evaluate.result import Result

How = Literal["gained", "more", "changed", "less", "lost", "unsure", "possible", "no_longer_possible"]
"""gained: opens. lost: closes. more, less: both ends of the amount move that way, or one of them; changed: a range moves both ways.
unsure: was open and now hangs. possible: was closed and now hangs. no_longer_possible: hung and is closed now."""

HOWS: tuple[How, ...] = ("gained", "more", "changed", "less", "lost", "unsure", "possible", "no_longer_possible")


@dataclass(frozen=True, slots=True)
class Difference:
    """One right for one person ("" the household) that stands otherwise. before, after: None where the right did not concern them."""

    right: str
    subject: str
    how: How
    before: Result | None
    after: Result | None


def differences(before: Iterable[Result], after: Iterable[Result]) -> list[Difference]:
    """What is otherwise, what is gained first and what only may come last. A right that cannot be computed is never a loss."""
    old = {(result.right, result.subject): result for result in before}
    new = {(result.right, result.subject): result for result in after}
    found = []
    for key in dict.fromkeys([*old, *new]):
        one, other = old.get(key), new.get(key)
        how = _how(one, other)
        if how is not None:
            found.append(Difference(*key, how, one, other))
    return sorted(found, key=lambda difference: HOWS.index(difference.how))


def _how(before: Result | None, after: Result | None) -> How | None:
    was, now = (result.status if result is not None else "closed" for result in (before, after))
    if "failed" in (was, now):
        return None
    match (was, now):
        case ("open", "open"):
            assert before is not None
            assert after is not None
            return _moved(before, after)
        case ("open", "hangs"):
            return "unsure"
        case ("open", "closed"):
            return "lost"
        case ("hangs" | "closed", "open"):
            return "gained"
        case ("closed", "hangs"):
            return "possible"
        case ("hangs", "closed"):
            return "no_longer_possible"
    return None


def _moved(before: Result, after: Result) -> How | None:
    if before.low is None or after.low is None or before.high is None or after.high is None:
        return None
    low, high = after.low - before.low, 0 if after.high == before.high else after.high - before.high
    if low == 0 and high == 0:
        return None
    if low >= 0 and high >= 0:
        return "more"
    return "less" if low <= 0 and high <= 0 else "changed"
