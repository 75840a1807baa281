"""Tags and filters of the look: amounts, dates, marks. All follow the language that is being read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from rechtop.web import wording
from rechtop.web.once import once_field
from rechtop.web.pieces import Amount
from rechtop.web.wording import Per

register = template.Library()
register.simple_tag(once_field, name="once")

WORDS = {
    "open": gettext_lazy("Ligt open"),
    "hangs": gettext_lazy("Hangt nog van iets af"),
    "closed": gettext_lazy("Nu niet"),
    "failed": gettext_lazy("Kon niet worden berekend"),
    "running": gettext_lazy("Loopt"),
    "asked": gettext_lazy("Gevraagd"),
    "unwanted": gettext_lazy("Niet gewild"),
    "refused": gettext_lazy("Geweigerd"),
    "judged": gettext_lazy("Jouw oordeel"),
}

CONDITION_WORDS = {
    "open": gettext_lazy("klopt"),
    "hangs": gettext_lazy("hangt af"),
    "closed": gettext_lazy("nu niet"),
    "failed": gettext_lazy("niet berekend"),
    "judged": gettext_lazy("jouw oordeel"),
}

# Uprights of 12 by 22: full, broken by a ring, hollow, dotted, double, and full with a gap for what a person judges.
_FULL = '<rect x="3.5" width="5" height="22"/>'
_HOLLOW = '<path fill="none" stroke="currentColor" stroke-width="1.5" d="M3.25.75h5.5v20.5h-5.5z"/>'
_SHAPES = {
    "open": _FULL,
    "asked": _FULL,
    "hangs": '<path d="M3.5 0h5v6h-5zM3.5 16h5v6h-5z"/><circle cx="6" cy="11" r="3.6" fill="none" stroke="currentColor" '
    'stroke-width="1.8"/>',
    "closed": _HOLLOW,
    "unwanted": _HOLLOW,
    "refused": _HOLLOW,
    "failed": "".join(f'<circle cx="6" cy="{y}" r="1.9"/>' for y in (2, 8, 14, 20)),
    "running": '<path d="M1.5 0h3v22h-3zM7.5 0h3v22h-3z"/>',
    "judged": '<path d="M3.5 0h5v8.5h-5zM3.5 13.5h5V22h-5z"/>',
}


def language() -> str:
    """The language of the page that is being drawn."""
    return get_language() or "nl"


@register.filter
def euros(cents: int | None) -> str:
    """€ 1.234,56; nothing at all when the amount is not known."""
    return "" if cents is None else wording.euros(cents, language())


@register.filter
def whole_euros_down(cents: int | None) -> str:
    return "" if cents is None else wording.whole_euros_down(cents, language())


@register.filter
def whole_euros_up(cents: int | None) -> str:
    return "" if cents is None else wording.whole_euros_up(cents, language())


@register.filter
def euros_short(cents: int | None) -> str:
    return "" if cents is None else wording.euros_short(cents, language())


@register.filter
def money(amount: int | str) -> str:
    """An amount in cents, or the words that stand in its place."""
    return amount if isinstance(amount, str) else wording.euros(amount, language())


@register.simple_tag
def amount_range(low: int | None, high: int | None, per: Per = "", or_nothing: bool = False, compact: bool = False) -> str:
    return wording.amount_range(low, high, per=per, or_nothing=or_nothing, compact=compact, language=language())


@register.filter
def in_words(amount: Amount) -> str:
    """An Amount as a sentence has it: tussen € 180 en € 420 per maand."""
    return wording.amount_range(amount.low, amount.high, per=amount.per, or_nothing=amount.or_nothing, language=language())


@register.filter
def in_list(amount: Amount) -> str:
    """An Amount as a list has it, without what it is per: € 180 tot € 420."""
    return wording.amount_range(amount.low, amount.high, or_nothing=amount.or_nothing, compact=True, language=language())


@register.filter
def per(amount: Amount) -> str:
    return wording.per_words(amount.per, language())


@register.filter
def day(value: date | None) -> str:
    return "" if value is None else wording.day(_here(value), language())


@register.filter
def day_short(value: date | None) -> str:
    return "" if value is None else wording.day_short(_here(value), language())


@register.filter
def weekday(value: date | None) -> str:
    return "" if value is None else wording.weekday(_here(value), language())


@register.filter
def month(value: date | None) -> str:
    return "" if value is None else wording.month(_here(value), language())


@register.filter
def clock(value: datetime | None) -> str:
    return "" if value is None else wording.clock(_here(value), language())


def _here(value: Any) -> Any:
    """A moment in the time of the place; a plain date stays as it is."""
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


@register.simple_tag
def mark(shape: str) -> SafeString:
    """The upright of a status. Never alone: its word stands beside it."""
    drawing = mark_safe(_SHAPES[shape])  # noqa: S308  our own drawings, nothing from outside
    return format_html('<svg class="mark mark--{}" viewBox="0 0 12 22" aria-hidden="true" focusable="false">{}</svg>', shape, drawing)


@register.simple_tag
def status(shape: str, word: str = "") -> SafeString:
    return format_html('<span class="status">{}<span>{}</span></span>', mark(shape), word or WORDS[shape])


@register.filter
def condition_word(state: str) -> str:
    return str(CONDITION_WORDS[state])


@register.simple_tag
def certainty(grade: str, note: str = "") -> str:
    """How sure a figure is. Confirmed figures say nothing, unless there is a note."""
    says = {"confirmed": "", "derived": _("bedrag afgeleid"), "unconfirmed": _("bedrag nog te bevestigen")}[grade]
    if not says:
        return note
    if not note:
        return format_html('<span class="sure sure--{}">{}</span>', grade, says)
    return format_html('<span class="sure sure--{}">{}</span> {}', grade, says, note)


@register.simple_tag
def hat(kind: str) -> SafeString:
    """Which hat somebody wore: the round one helps, the square one inquires."""
    says = {"help": _("hulp"), "inquiry": _("onderzoek")}[kind]
    return format_html('<span class="hat hat--{}"><span class="vh">{}</span>{}</span>', kind, _("Pet op: "), says)


@dataclass(frozen=True)
class _Reach:
    """Where the bar runs, in percent of the scale."""

    start: str
    width: str
    end: str
    maybe: bool


@register.inclusion_tag("web/parts/reach.html")
def reach(low: int | None, high: int | None, top: int, or_nothing: bool = False) -> dict[str, Any]:
    """The range drawn on a scale from nothing to `top` cents. It repeats the words, so it is hidden from readers."""
    if not top or high is None:
        return {"bar": None}
    scale = max(top, high)
    start, end = _percent(0 if or_nothing else (low or 0), scale), _percent(high, scale)
    bar = _Reach(f"{start:g}", f"{end - start:g}", f"{end:g}", or_nothing or not low)
    return {"bar": bar}


def _percent(cents: int, scale: int) -> float:
    return round(100 * max(cents, 0) / scale, 1)
