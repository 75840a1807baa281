"""The coming eighteen months: the days on which something changes, as a line with a table, and what the law then makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rechtop.ahead.drawing import time_line
from rechtop.ahead.effect import Move, moves
from rechtop.ahead.thought import Thought, as_it_goes_on
from rechtop.casework.doors import dossier_in_url
from rechtop.casework.models import Dossier
from rechtop.casework.page import head
from rechtop.casework.queries import upcoming
from rechtop.casework.stands import right_name
from rechtop.casework.words import joined, label_of, language
from rechtop.rights.ahead import Moment, moments
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.web import wording
from rechtop.web.show import show

MONTHS = 18
MOST_LOOKS = 10
"""Days on which the whole law is asked; a household with more is looked at on the first of them."""

FEW = 3


@dataclass
class Day:
    """One row of the table: a day, what happens, and which rights move by then."""

    day: date
    words: str
    says: list[str]
    moves: list[Move] = field(default_factory=list)
    looked: bool = False
    with_row: int = 0
    """The row that says what moves on the same first of the month; 0 when this one does."""


@needs("rights.read", opens=dossier_in_url)
def year(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """What the coming months bring when nothing else changes. The days come at once; asking the law on each of them (?rechten) may last."""
    now = as_it_goes_on(dossier, timezone.localdate())
    until = months_later(now.picture.on, MONTHS)
    days = days_ahead(now, until)
    looked = "rechten" in request.GET
    if looked:
        look_ahead(now, days)
    words = wording.short_months(language())
    return show(
        request,
        "ahead/year.html",
        part="ahead/_days.html",
        **head(request, dossier, now, here="ahead"),
        here="year",
        days=days,
        until=until,
        line=time_line(now.picture.on, MONTHS, [one.day for one in days], words),
        looked=looked,
    )


def months_later(start: date, months: int) -> date:
    """The first day of the month so many months on."""
    years, month = divmod(start.month - 1 + months, 12)
    return date(start.year + years, month + 1, 1)


def days_ahead(now: Thought, until: date) -> list[Day]:
    """Each day on which something changes, with what it is in words: of people, of answers, of appointments and of the law."""
    by_day: dict[date, list[Moment]] = {}
    for moment in moments(now.situation, now.results, until):
        by_day.setdefault(moment.day, []).append(moment)
    planned = [one for one in upcoming(now.dossier) if now.picture.on < one.day <= until]
    found = []
    for day in sorted({*by_day, *(one.day for one in planned)}):
        says = [_("Afspraak met %(name)s") % {"name": one.worker.name} for one in planned if one.day == day]
        says += said_of(by_day.get(day, []), now)
        found.append(Day(day, wording.day(day, language()), says))
    return found


def said_of(found: Sequence[Moment], now: Thought) -> list[str]:
    """The moments of one day in words; figures of several rights in one sentence."""
    says = []
    for one in found:
        match one.kind:
            case "age":
                says.append(_("%(name)s wordt %(age)s") % {"name": now.name(one.who), "age": one.age})
            case "ends" | "begins" if one.key is not None:
                words = {"fact": label_of(one.key, now)}
                says.append(_("Laatste dag: %(fact)s") % words if one.kind == "ends" else _("Begint: %(fact)s") % words)
    for kind, sentence in (
        ("rule", _("Andere regels voor %(rights)s")),
        ("rule_ends", _("Laatste dag van %(rights)s")),
        ("figure", _("Nieuwe bedragen staan al vast voor %(rights)s")),
        ("index", _("De wet past bedragen aan: %(rights)s")),
    ):
        rights = list(dict.fromkeys(right_name(one.right, language()) for one in found if one.kind == kind))
        if rights:
            says.append(sentence % {"rights": few(rights)})
    return says


def few(names: Sequence[str]) -> str:
    """The first names, and how many others."""
    if len(names) <= FEW:
        return joined(list(names))
    more = len(names) - FEW
    return ngettext("%(names)s en nog %(more)s recht", "%(names)s en nog %(more)s rechten", more) % {
        "names": ", ".join(names[:FEW]),
        "more": more,
    }


def look_ahead(now: Thought, days: Sequence[Day]) -> None:
    """Ask the law on the first of the month after each day (benefits follow the month), and put to the last day before it what moved."""
    before = now
    looks: dict[date, list[Day]] = {}
    for one in days:
        looks.setdefault(one.day if one.day.day == 1 else months_later(one.day, 1), []).append(one)
    for on, those in sorted(looks.items())[:MOST_LOOKS]:
        after = as_it_goes_on(now.dossier, on)
        those[-1].moves = [move for move in moves(before, after) if move.how not in ("possible", "no_longer_possible")]
        for one in those:
            one.looked = True
            one.with_row = days.index(those[-1]) + 1 if one is not those[-1] else 0
        before = after
