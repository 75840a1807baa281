"""Amounts, dates and times in words, the same on every screen, sheet and letter.

Pure functions: the language is always an argument ("nl", "fr" or "en"; anything else reads as Dutch). Amounts are int
cents. `None` means "not known" and never becomes zero. Spaces that may not break are U+00A0.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal

Per = Literal["month", "year", "once", ""]

NBSP = "\u00a0"

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
_SHORT_MONTHS = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "fr": "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
_WEEKDAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_PER = {
    "nl": {"month": "per maand", "year": "per jaar", "once": "eenmalig", "": ""},
    "fr": {"month": "par mois", "year": "par an", "once": "une seule fois", "": ""},
    "en": {"month": "a month", "year": "a year", "once": "once", "": ""},
}
_RANGE = {
    "nl": {
        "between": "tussen {low} en {high}",
        "compact": "{low} tot {high}",
        "up_to": "tot {high}",
        "from": "minstens {low}",
        "or_nothing": "{amount} of niets",
        "range_or_nothing": "{amount}, of niets",
        "unknown": "nog niet te zeggen",
    },
    "fr": {
        "between": "entre {low} et {high}",
        "compact": "{low} à {high}",
        "up_to": "jusqu’à {high}",
        "from": "au moins {low}",
        "or_nothing": "{amount} ou rien",
        "range_or_nothing": "{amount}, ou rien",
        "unknown": "impossible à dire pour l’instant",
    },
    "en": {
        "between": "between {low} and {high}",
        "compact": "{low} to {high}",
        "up_to": "up to {high}",
        "from": "at least {low}",
        "or_nothing": "{amount} or nothing",
        "range_or_nothing": "{amount}, or nothing",
        "unknown": "cannot be said yet",
    },
}


def euros(cents: int, language: str = "nl") -> str:
    """An exact amount: "€ 1.234,56", "1.234,56 €", "€1,234.56"."""
    whole, rest = divmod(abs(cents), 100)
    decimal, group = (".", ",") if _known(language) == "en" else (",", ".")
    return _with_sign(f"{whole:,}".replace(",", group) + f"{decimal}{rest:02d}", cents, language)


def whole_euros_down(cents: int, language: str = "nl") -> str:
    """The low end of a range, and what the person may count on: never more than is certain."""
    return _whole(cents // 100, language)


def whole_euros_up(cents: int, language: str = "nl") -> str:
    """The high end of a range."""
    return _whole(-(-cents // 100), language)


def euros_short(cents: int, language: str = "nl") -> str:
    """Cents only when there are any: "€ 640", "€ 237,02"."""
    return whole_euros_down(cents, language) if cents % 100 == 0 else euros(cents, language)


def amount_range(
    low: int | None,
    high: int | None,
    *,
    per: Per = "",
    or_nothing: bool = False,
    compact: bool = False,
    language: str = "nl",
) -> str:
    """A range in words, with what it is per.

    `or_nothing`: the amount is as given or it is nothing at all ("€ 237,02 of niets"). A range is rounded outwards to
    whole euros; an exact amount keeps its cents.
    """
    says = _RANGE[_known(language)]
    if low is None and high is None:
        return says["unknown"]
    if high is None:
        text = says["from"].format(low=whole_euros_down(low or 0, language))
    elif low == high:
        text = euros_short(high, language)
        if or_nothing:
            text = says["or_nothing"].format(amount=text)
    elif not low:
        text = says["up_to"].format(high=whole_euros_up(high, language))
    else:
        text = says["compact" if compact else "between"].format(low=whole_euros_down(low, language), high=whole_euros_up(high, language))
        if or_nothing:  # what it is per comes before the comma
            return says["range_or_nothing"].format(amount=f"{text} {per_words(per, language)}".rstrip())
    return f"{text} {per_words(per, language)}".rstrip()


def per_words(per: Per, language: str = "nl") -> str:
    """What an amount is per: "per maand", "par an", "once"."""
    return _PER[_known(language)][per]


def short_months(language: str = "nl") -> tuple[str, ...]:
    """The twelve months, short."""
    return tuple(_SHORT_MONTHS[_known(language)].split())


def day(value: date, language: str = "nl") -> str:
    """24 november 2026; in French the first is "1er"."""
    return f"{_day_number(value, language)} {_month_name(value, language)} {value.year}"


def day_short(value: date, language: str = "nl") -> str:
    """24 nov, where the year is plain from the page."""
    return f"{_day_number(value, language)} {_SHORT_MONTHS[_known(language)].split()[value.month - 1]}"


def weekday(value: date, language: str = "nl") -> str:
    """Dinsdag 24 november, without a capital, without the year."""
    name = _WEEKDAYS[_known(language)].split()[value.weekday()]
    return f"{name} {_day_number(value, language)} {_month_name(value, language)}"


def month(value: date, language: str = "nl") -> str:
    """November 2026, without a capital in Dutch and French."""
    return f"{_month_name(value, language)} {value.year}"


def clock(value: datetime, language: str = "nl") -> str:
    """9.14 u., 9 h 14, 9:14. The moment must already be in the time of the place."""
    shapes: dict[str, Callable[[], str]] = {
        "nl": lambda: f"{value.hour}.{value.minute:02d}{NBSP}u.",
        "fr": lambda: f"{value.hour}{NBSP}h{NBSP}{value.minute:02d}",
        "en": lambda: f"{value.hour}:{value.minute:02d}",
    }
    return shapes[_known(language)]()


def _known(language: str) -> str:
    short = language[:2]
    return short if short in _MONTHS else "nl"


def _whole(amount: int, language: str) -> str:
    group = "," if _known(language) == "en" else "."
    return _with_sign(f"{abs(amount):,}".replace(",", group), amount, language)


def _with_sign(digits: str, amount: int, language: str) -> str:
    minus = "\u2212" if amount < 0 else ""
    match _known(language):
        case "fr":
            return f"{minus}{digits}{NBSP}€"
        case "en":
            return f"{minus}€{digits}"
        case _:
            return f"{minus}€{NBSP}{digits}"


def _day_number(value: date, language: str) -> str:
    return "1er" if value.day == 1 and _known(language) == "fr" else str(value.day)


def _month_name(value: date, language: str) -> str:
    return _MONTHS[_known(language)].split()[value.month - 1]
