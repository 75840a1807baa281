"""Does working pay: what stands open in rights at one wage after another, as a curve with its table."""

from dataclasses import dataclass

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from rechtop.ahead.drawing import curve
from rechtop.ahead.effect import open_per_month
from rechtop.ahead.thought import Thought, adults_here, as_it_goes_on, seen_as_thought
from rechtop.casework.doors import dossier_in_url
from rechtop.casework.models import Dossier
from rechtop.casework.page import head
from rechtop.casework.stands import right_name
from rechtop.casework.whom import Choice
from rechtop.casework.words import joined, language
from rechtop.rights.ahead import wage_steps
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.web import wording
from rechtop.web.show import show

WAGES = tuple(range(0, 300_001, 10_000))
"""EUR cents net per month: from nothing to well above what ends most rights that look at a wage."""

EACH = 5
"""Of the wages where nothing moves, each fifth stands in the table."""


@dataclass(frozen=True)
class Row:
    """One wage: what stands open in rights beside it, together, and which rights come or go at it. Words, with the cents to draw."""

    wage: str
    rights: str
    together: str
    moves: str
    less: bool = False
    """Whether less is left over than at the wage before it."""


@needs("rights.read", opens=dossier_in_url)
def work(request: WorkerRequest, dossier: Dossier) -> HttpResponseBase:
    """The curve for one grown-up of the household (?van=), the teller first."""
    now = as_it_goes_on(dossier, timezone.localdate())
    people = adults_here(now)
    who = request.GET.get("van", "")
    who = who if who in people else (now.teller_id if now.teller_id in people else next(iter(people), ""))
    points, rows = points_of(now, who) if who else ([], [])
    spell = now.situation.told("wage_net_month", who) if who else None
    told = spell.value if spell is not None and isinstance(spell.value, int) and not isinstance(spell.value, bool) else None
    return show(
        request,
        "ahead/work.html",
        **head(request, dossier, now, here="ahead"),
        here="work",
        who=now.name(who),
        people=[Choice(one, now.name(one), one == who) for one in people],
        drawing=curve(points, told) if points else None,
        rows=worth_reading(rows),
        told=wording.euros(told, language()) if told is not None else "",
        hanging=sum(1 for result in now.results if result.status == "hangs" and result.per == "month"),
    )


def worth_reading(rows: list[Row]) -> list[Row]:
    """The rows of the table: a round wage now and then, and each wage at which something comes, goes or leaves less over."""
    return [row for number, row in enumerate(rows) if not number % EACH or row.moves or row.less]


def points_of(now: Thought, who: str) -> tuple[list[tuple[int, int]], list[Row]]:
    """(wage, rights) in EUR cents per month, and the rows of the table."""
    points: list[tuple[int, int]] = []
    rows: list[Row] = []
    before: set[str] = set()
    for step in wage_steps(now.assessment, who, WAGES):
        stands = seen_as_thought(now, step.assessment, step.results)
        rights = open_per_month(stands)
        there = {result.right for result in step.results if result.status == "open"}
        left_over = step.wage + rights
        rows.append(
            Row(
                wording.euros_short(step.wage, language()),
                wording.euros(rights, language()),
                wording.euros(left_over, language()),
                _moves(there, before) if points else "",
                less=bool(points) and left_over < sum(points[-1]),
            )
        )
        points.append((step.wage, rights))
        before = there
    return points, rows


def _moves(there: set[str], before: set[str]) -> str:
    says = []
    if there - before:
        says.append(_("erbij: %(rights)s") % {"rights": joined(sorted(right_name(one, language()) for one in there - before))})
    if before - there:
        says.append(_("weg: %(rights)s") % {"rights": joined(sorted(right_name(one, language()) for one in before - there))})
    return "; ".join(says)
