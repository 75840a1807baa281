"""Dates as people write them: "12/3/1990", "12 maart 1990", "1er mars 1990", "maart 1990", "gisteren"."""

import calendar
import re
from datetime import date, timedelta

from django.utils.translation import gettext as _

from rechtop.people.spoken import Unclear, plain
from rechtop.rights.facts.situation import Between

EARLIEST = date(1890, 1, 1)
YEARS_AHEAD = 60
"""How far in the future a date can lie that somebody means (the end of a loan, a fixed end date on a letter)."""

AROUND = {1: 14, 31: 31, 366: 366}
"""Days added on both sides by "rond" or "ongeveer", by how many days the date without it can be."""

_MONTHS = {
    1: "januari jan janvier janv january",
    2: "februari feb fevrier fevr february febr",
    3: "maart mrt mars march mar",
    4: "april apr avril avr",
    5: "mei mai may",
    6: "juni jun juin june",
    7: "juli jul juillet juil july",
    8: "augustus aug aout august",
    9: "september sep sept septembre",
    10: "oktober okt oct octobre october",
    11: "november nov novembre",
    12: "december dec decembre",
}
MONTH_NAMED = {name: month for month, names in _MONTHS.items() for name in names.split()}

_DAYS_FROM_TODAY = {
    **dict.fromkeys(("vandaag", "aujourd'hui", "today", "nu", "now"), 0),
    **dict.fromkeys(("gisteren", "hier", "yesterday"), -1),
    **dict.fromkeys(("eergisteren", "avant-hier"), -2),
    **dict.fromkeys(("morgen", "demain", "tomorrow"), 1),
    **dict.fromkeys(("overmorgen", "apres-demain"), 2),
}

_NAME = "|".join(sorted(MONTH_NAMED, key=len, reverse=True))
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.\- ]\s?(\d{1,2})\s?[/.\- ]\s?(\d{4}|\d{2})")
_DAY_NAMED = re.compile(rf"(\d{{1,2}})(?:er|e|de|ste|st|nd|rd|th)?[\s.\-/]*(?:of |van )?({_NAME})\.?[\s,.\-/]*(\d{{4}}|'?\d{{2}})")
_NAMED_FIRST = re.compile(rf"({_NAME})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})")
_EIGHT = re.compile(r"(\d{2})(\d{2})(\d{4})")
_MONTH = re.compile(rf"(?:in |en |begin |eind )?(?:(\d{{1,2}})\s?[/.\-]\s?|({_NAME})\.? )(\d{{4}})")
_YEAR = re.compile(r"(?:in |en |het jaar |l'annee )?(\d{4})")

_AROUND = re.compile(r"(?:rond|omstreeks|ongeveer|circa|ca\.?|vers|environ|autour du|around|about) (?:de |het |le |the )?(.+)")
_BEFORE = re.compile(r"(?:voor|avant(?: le)?|before|<) ?(.+)")
_AFTER = re.compile(r"(?:na|apres(?: le)?|after|>) ?(.+)")
_FROM = re.compile(r"(?:vanaf|op zijn vroegst|a partir du|from|since|sinds|depuis(?: le)?|>=) ?(.+)")
_UNTIL = re.compile(r"(?:tot en met|ten laatste|uiterlijk|jusqu'au|until|<=) ?(.+)")
_FROM_TO = re.compile(r"(?:tussen|entre(?: le)?|between) (.+) (?:en|et(?: le)?|and) (.+)")


def read_date(text: str, *, today: date, latest: date | None = None) -> date | Between:
    """The day that the text tells, or the first and last possible day of it ("maart 1990"); Unclear if it is no date.

    latest: the last day that can be meant; a birth is not in the future.
    """
    last = latest or date(today.year + YEARS_AHEAD, 12, 31)
    words = _without_weekday(plain(text))
    if match := _FROM_TO.fullmatch(words):
        ends = [_days(part, today, last) for part in match.groups()]
        return _between(min(first for first, _last in ends), max(end for _first, end in ends))
    if match := _AROUND.fullmatch(words):
        first, end = _days(match[1], today, last)
        margin = timedelta(next(around for length, around in AROUND.items() if (end - first).days < length))
        return _between(max(first - margin, EARLIEST), min(end + margin, last))
    if match := _BEFORE.fullmatch(words):
        return Between(None, _days(match[1], today, last)[0] - timedelta(1))
    if match := _AFTER.fullmatch(words):
        return Between(_days(match[1], today, last)[1] + timedelta(1), latest)
    if match := _FROM.fullmatch(words):
        return Between(_days(match[1], today, last)[0], latest)
    if match := _UNTIL.fullmatch(words):
        return Between(None, _days(match[1], today, last)[1])
    return _between(*_days(words, today, last))


def read_start(text: str, *, today: date) -> date:
    """The day from which something holds; a month alone means its first day."""
    found = read_date(text, today=today)
    if isinstance(found, date):
        return found
    first, last = found.low, found.high
    if isinstance(first, date) and isinstance(last, date) and (last - first).days <= 31:
        return first
    raise Unclear(
        _("is geen dag of maand."),
        to_do=_("Schrijf een datum zoals 12/3/2025, of een maand zoals maart 2025."),
        guess=f"1/{first.year}" if isinstance(first, date) else "",
    )


def read_end(text: str, *, today: date) -> date:
    """The last day on which something holds; a month alone means its last day."""
    found = read_date(text, today=today)
    if isinstance(found, date):
        return found
    if isinstance(found.high, date) and isinstance(found.low, date) and (found.high - found.low).days <= 31:
        return found.high
    raise Unclear(_("is geen dag of maand."), to_do=_("Schrijf een datum zoals 12/3/2025, of een maand zoals maart 2025."))


def written(day: date) -> str:
    """A day as one types it here: 12/3/1990."""
    return f"{day.day}/{day.month}/{day.year}"


def _between(first: date, last: date) -> date | Between:
    return first if first == last else Between(first, last)


def _without_weekday(words: str) -> str:
    return re.sub(
        r"^(?:op |le |on )?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)?,? ?(?:de |le |the )?",
        "",
        words,
    ).strip(" .")


def _days(words: str, today: date, latest: date) -> tuple[date, date]:
    """The first and last day that these words can mean."""
    words = words.strip(" .")
    if words in _DAYS_FROM_TODAY:
        day = today + timedelta(_DAYS_FROM_TODAY[words])
        return _possible(day, latest), day
    if match := _ISO.fullmatch(words):
        return _one(_day(int(match[1]), int(match[2]), int(match[3])), latest)
    if match := _EIGHT.fullmatch(words) or _DAY_FIRST.fullmatch(words):
        return _one(_day(_year(match[3], int(match[1]), int(match[2]), today), int(match[2]), int(match[1])), latest)
    if match := _DAY_NAMED.fullmatch(words):
        month = MONTH_NAMED[match[2]]
        return _one(_day(_year(match[3].strip("'"), int(match[1]), month, today), month, int(match[1])), latest)
    if match := _NAMED_FIRST.fullmatch(words):
        return _one(_day(int(match[3]), MONTH_NAMED[match[1]], int(match[2])), latest)
    if match := _MONTH.fullmatch(words):
        month = int(match[1]) if match[1] else MONTH_NAMED[match[2]]
        first = _possible(_day(int(match[3]), month, 1), latest)
        return first, min(date(first.year, month, calendar.monthrange(first.year, month)[1]), latest)
    if match := _YEAR.fullmatch(words):
        first = _possible(_day(int(match[1]), 1, 1), latest)
        return first, min(date(first.year, 12, 31), latest)
    raise Unclear(_("is geen datum."), to_do=_("Schrijf een datum zoals 12/3/1990 of 12 maart 1990. Een maand of een jaar mag ook."))


def _one(day: date, latest: date) -> tuple[date, date]:
    return _possible(day, latest), day


def _possible(day: date, latest: date) -> date:
    """The same day if somebody can mean it."""
    if day < EARLIEST:
        raise Unclear(_("ligt te ver in het verleden."), to_do=_("Kijk het jaartal na."))
    if day > latest:
        raise Unclear(_("ligt te ver in de toekomst."), to_do=_("Kijk het jaartal na."))
    return day


def _year(digits: str, day: int, month: int, today: date) -> int:
    """The year of two or four digits; two digits that can be either century are asked back, never guessed in silence."""
    if len(digits) == 4:
        return int(digits)
    short = int(digits)
    if short > today.year % 100 + 10:
        return 1900 + short
    raise Unclear(
        _("kan in twee eeuwen liggen."),
        to_do=_("Schrijf het jaar met vier cijfers."),
        guess=f"{day}/{month}/{2000 + short}",
    )


def _day(year: int, month: int, day: int) -> date:
    """That day, or a refusal that says why there is no such day."""
    if not 1 <= year <= 9999:
        raise Unclear(_("is geen jaar."), to_do=_("Kijk het jaartal na."))
    if 1 <= month <= 12 and 1 <= day <= 31:
        last = calendar.monthrange(year, month)[1]
        if day <= last:
            return date(year, month, day)
        raise Unclear(
            _("bestaat niet: die maand had %(days)s dagen.") % {"days": last},
            to_do=_("Kijk de datum na."),
            guess=f"{last}/{month}/{year}",
        )
    swapped = f"{month}/{day}/{year}" if 1 <= day <= 12 and 1 <= month <= calendar.monthrange(year, day)[1] else ""
    raise Unclear(_("bestaat niet: schrijf eerst de dag, dan de maand."), to_do=_("Kijk de datum na."), guess=swapped)
