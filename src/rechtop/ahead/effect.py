"""Two looks at a household side by side, in words: which rights move and why, and what is left over each month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from rechtop.ahead.thought import Thought
from rechtop.casework.rows import amount_of, closing_words, domain_words
from rechtop.casework.stands import Stands, right_name
from rechtop.casework.sums import PERS, Per, Together, together
from rechtop.casework.words import cents, joined, label_of, language
from rechtop.rights.ahead import Change, Difference, differences
from rechtop.rights.ahead.compare import How
from rechtop.rights.evaluate import Result
from rechtop.rights.evaluate.run import mask_of
from rechtop.rights.law.catalogue import folder_of
from rechtop.web import wording
from rechtop.web.pieces import Amount

COMES_IN = ("wage_net_month", "benefits_net_month", "pension_net_month", "gifts_month")
"""Money of their own that comes in net each month (EUR cents); a change of it counts beside the rights."""

GOES_OUT = ("rent_month", "mortgage_payment_month", "maintenance_paid_month", "debt_repayment_month")
"""Money that goes out each month (EUR cents)."""


@dataclass(frozen=True)
class Move:
    """One right that stands otherwise: in words, before and after, with why."""

    right: str
    name: str
    whom: str
    how: How
    word: str
    before: str
    after: str
    why: str
    domain: str = ""


@dataclass(frozen=True)
class Balance:
    """One line of what is left over: before and after in words, and the difference."""

    label: str
    before: str
    after: str
    difference: str
    total: bool = False


def word_of(how: How) -> str:
    """How a right moves, as one says it."""
    return {
        "gained": _("komt erbij"),
        "more": _("wordt meer"),
        "changed": _("verandert"),
        "less": _("wordt minder"),
        "lost": _("valt weg"),
        "unsure": _("wordt onzeker"),
        "possible": _("wordt misschien mogelijk"),
        "no_longer_possible": _("kan niet meer"),
    }[how]


def moves(before: Thought, after: Thought, changes: Iterable[Change] = ()) -> list[Move]:
    """Every right that moves between two looks, what is gained first."""
    changed = list(changes)
    return [_move(difference, before, after, changed) for difference in differences(before.results, after.results)]


def _move(one: Difference, before: Thought, after: Thought, changed: Sequence[Change]) -> Move:
    return Move(
        one.right,
        right_name(one.right, language()),
        (after.name(one.subject) or before.name(one.subject)) if len(after.situation.persons) > 1 else "",
        one.how,
        word_of(one.how),
        said(one.before, before),
        said(one.after, after),
        _why(one, after, changed),
        domain_words(folder_of(one.right).parent.name),
    )


def said(result: Result | None, stands: Stands) -> str:
    """What a right is worth, in words; a dash where there is none."""
    if result is None or result.status == "closed":
        return _("geen")
    if result.status == "failed":
        return _("kon niet worden berekend")
    amount, word, _note = amount_of(result, stands)
    if amount is None:
        return word if result.status == "open" else _("misschien: %(what)s") % {"what": word}
    return amount_words(amount)


def amount_words(amount: Amount) -> str:
    """An amount with its period."""
    return wording.amount_range(amount.low, amount.high, per=amount.per, or_nothing=amount.or_nothing, language=language())


def _why(one: Difference, after: Thought, changed: Sequence[Change]) -> str:
    if one.how in ("lost", "no_longer_possible") and one.after is not None:
        return closing_words(after, one.after)
    reads = after.assessment.by_id[one.right].facts
    touched = [change.key for change in changed if reads & mask_of(frozenset([change.key[0]]))]
    if one.how in ("unsure", "possible") and one.after is not None and after.explain(one.after).certainty == "missing":
        return _("De cijfers van die dag zijn nog niet bekend.")
    labels = list(dict.fromkeys(label_of(key, after) for key in touched))
    if labels:
        return _("Kijkt naar: %(facts)s.") % {"facts": joined(labels[:3])}
    if one.after is not None and one.after.opens_after:
        return _("Volgt op: %(rights)s.") % {"rights": joined([right_name(right, language()) for right in one.after.opens_after])}
    return ""


# -- what is left over -----------------------------------------------------------------------------------------------------


def balance(before: Thought, after: Thought) -> list[Balance]:
    """What stands open in rights, what comes in and goes out of their own, and the net effect. Only what surely is open counts."""
    one, other = together(before), together(after)
    was, now = (together(look) for look in _what_stays_is_no_doubt(before, after))
    lines = [_rights_line(per, one, other, _gap(was, now, per)) for per in PERS if per in one.open or per in other.open]
    own = [_own_line(fact, before, after, 1) for fact in COMES_IN] + [_own_line(fact, before, after, -1) for fact in GOES_OUT]
    shifts = [line for line in own if line is not None]
    lines += [line for line, _shift in shifts]
    if lines:
        lines.append(Balance(_("Samen, per maand"), "", "", _gap(was, now, "month", sum(shift for _line, shift in shifts)), total=True))
    return lines


def _what_stays_is_no_doubt(before: Thought, after: Thought) -> tuple[Thought, Thought]:
    """The same two looks, in which an amount that is equal in both is one figure: what it is exactly does not touch the difference."""
    same = {(result.right, result.subject): result for result in before.results}
    equal = {key for result in after.results if same.get(key := (result.right, result.subject)) == result}
    found = []
    for look in (before, after):
        results = [replace(one, high=one.low) if (one.right, one.subject) in equal and one.low is not None else one for one in look.results]
        found.append(look.with_results(results))
    return found[0], found[1]


def _rights_line(per: Per, one: Together, other: Together, difference: str) -> Balance:
    label = {"month": _("Rechten, per maand"), "year": _("Rechten, per jaar"), "once": _("Rechten, eenmalig")}[per]
    return Balance(label, _range(one.open.get(per, (0, 0))), _range(other.open.get(per, (0, 0))), difference)


def _own_line(fact: str, before: Thought, after: Thought, sign: int) -> tuple[Balance, int] | None:
    was, now = _of_everybody(fact, before), _of_everybody(fact, after)
    if was == now:
        return None
    label = {
        "wage_net_month": _("Loon, netto"),
        "benefits_net_month": _("Uitkeringen, netto"),
        "pension_net_month": _("Pensioen, netto"),
        "gifts_month": _("Hulp van anderen"),
        "rent_month": _("Huur"),
        "mortgage_payment_month": _("Afbetaling van de woning"),
        "maintenance_paid_month": _("Betaald onderhoudsgeld"),
        "debt_repayment_month": _("Afbetaling van schulden"),
    }[fact]
    shift = sign * (now - was)
    return Balance(label, wording.euros(was, language()), wording.euros(now, language()), _signed(shift)), shift


def _of_everybody(fact: str, stands: Thought) -> int:
    """What is known of a monthly amount, of everybody together (EUR cents); the low end of what is bounded."""
    total = 0
    for (one, ids, _year), _spells in stands.situation.answers.items():
        if one == fact:
            spell = stands.situation.told(fact, *ids)
            value = getattr(spell.value, "low", spell.value) if spell is not None else None
            total += value if isinstance(value, int) and not isinstance(value, bool) else 0
    return total


def _range(found: tuple[int, int | None]) -> str:
    return wording.amount_range(found[0], found[1], compact=True, language=language())


def _gap(one: Together, other: Together, per: Per, own: int = 0) -> str:
    """The difference per period in words; own: what else moves (EUR cents)."""
    was, now = one.open.get(per, (0, 0)), other.open.get(per, (0, 0))
    if was == now:
        return _signed(own) if own else _("gelijk")
    if was[1] is None or now[1] is None:
        return _("nog niet te zeggen: een bedrag is nog niet begrensd")
    return _between(now[0] - was[1] + own, now[1] - was[0] + own)


def _between(low: int, high: int) -> str:
    """A difference: one figure when the amounts are exact, else between which two."""
    if low == high:
        return _signed(low)
    return _("tussen %(low)s en %(high)s") % {"low": _signed(low), "high": _signed(high)}


def _signed(shift: int) -> str:
    """A difference with its sign, so that one need not look at a colour."""
    if not shift:
        return wording.euros(0, language())
    sign = "+" if shift > 0 else "−"
    return f"{sign}{wording.euros(abs(shift), language())}"


def open_per_month(stands: Stands) -> int:
    """What surely stands open each month (EUR cents): the low ends, nothing counted twice."""
    return cents(together(stands).open.get("month", (0, 0))[0]) or 0
