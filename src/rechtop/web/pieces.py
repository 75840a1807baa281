"""What the parts of a page are made of: one small dataclass per part in templates/web/parts/.

A room fills them in; a part only draws. Amounts are int cents; `None` is "not known". Texts are for the reader, in the
reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.forms import BoundField

from rechtop.web.wording import Per

Shape = Literal["open", "hangs", "closed", "failed", "running", "asked", "unwanted", "refused", "judged"]
Certainty = Literal["confirmed", "derived", "unconfirmed"]

NO_ANSWERS = ("unknown", "rather_not_say", "later")


@dataclass(frozen=True)
class Amount:
    """Between `low` and `high` cents; `or_nothing` when it is that or nothing at all."""

    low: int | None
    high: int | None
    per: Per = ""
    or_nothing: bool = False


@dataclass(frozen=True)
class RightRow:
    """One right in a list. `top`: right end of the bar in cents (0 = no bar); `amount_word` instead of an amount."""

    shape: Shape
    name: str
    href: str
    why: str = ""
    amount: Amount | None = None
    amount_word: str = ""
    amount_note: str = ""
    need: str = ""
    need_href: str = ""
    certainty: Certainty = "confirmed"
    certainty_note: str = ""
    top: int = 0
    key: str = ""


@dataclass(frozen=True)
class FactSource:
    """One of two sources for the same fact: what it says, and where that comes from."""

    value: str
    words: str


@dataclass(frozen=True)
class FactKnot:
    """A fact on the line. `serves`: how many rights it counts for. The three urls are asked for by POST."""

    key: str
    label: str
    value: str
    source: str = ""
    state: Literal["told", "proposed", "unknown"] = "told"
    serves: int = 0
    serves_href: str = ""
    sources: Sequence[FactSource] = ()
    sources_note: str = ""
    sources_href: str = ""
    confirm_url: str = ""
    edit_url: str = ""
    reject_url: str = ""


@dataclass(frozen=True)
class Question:
    """The next question: typed (`field`) or picked (`choices`). `left`: the sentence on what still can decide."""

    text: str
    action: str
    help: str = ""
    why: str = ""
    label: str = ""
    field: BoundField | None = None
    choices: Sequence[tuple[str, str]] = ()
    other_href: str = ""
    left: str = ""
    key: str = ""
    version: str = ""


@dataclass(frozen=True)
class SumLine:
    """One line of a paper sum: what, how much (cents, or words when there is no amount), and on what ground."""

    says: str
    amount: int | str
    small: str = ""
    article: str = ""
    href: str = ""
    certainty: Certainty = "confirmed"
    kind: Literal["plain", "subtotal", "total"] = "plain"
    sign: Literal["", "+", "−"] = ""


@dataclass(frozen=True)
class Condition:
    """One condition of a right, in the order of the law. `deciding` tints the one that everything hangs on."""

    state: Literal["open", "hangs", "closed", "failed", "judged"]
    says: str
    from_words: str = ""
    article: str = ""
    href: str = ""
    deciding: bool = False


@dataclass(frozen=True)
class TogetherLine:
    """One line of a total: an amount, or words."""

    label: str
    amount: Amount | None = None
    text: str = ""


@dataclass(frozen=True)
class Look:
    """One look at a person: when, by whom, why."""

    at: datetime
    who: str
    why: str


@dataclass(frozen=True)
class ErrorLink:
    """One thing to look at again; `href` jumps to the field ("#id_loon")."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Step:
    """One jump in the dock at the foot of a phone."""

    word: str
    href: str


@dataclass(frozen=True)
class Tab:
    """One page of the same person."""

    label: str
    href: str
    here: bool = False
    key: str = ""


def read_answer(posted: Mapping[str, str]) -> str:
    """What the question card sent: one of NO_ANSWERS, or the answer as typed or picked."""
    instead = posted.get("instead", "")
    return instead if instead in NO_ANSWERS else posted.get("answer", "").strip()
