"""What stands on the sheet to take home: found rights in plain words, of this person and her children only, and nothing private.

The figures are those of `stands`, `rows` and `sums`; here they only become fewer words. An amount is rounded down; what is not
known says so and is never zero. Everything is said in the active language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _

from rechtop.casework import queries
from rechtop.casework.models import Dossier
from rechtop.casework.rows import group_of
from rechtop.casework.sheet_words import RightWords, sheet_words
from rechtop.casework.stands import Stands, right_name, right_texts
from rechtop.casework.sums import LeftOut, Together, together
from rechtop.casework.words import cents, joined, language
from rechtop.rights.evaluate import FactRef, Result
from rechtop.rights.facts.situation import HOME
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.trust.models import Worker
from rechtop.web import wording
from rechtop.web.wording import NBSP, Per

MOST_RIGHTS = 6
"""Rights on one page; of the others one talks the next time."""

MONEY = ("amount", "advance", "tariff", "status")
"""What a right gives that may stand on the sheet while it still hangs on little."""

NEAR = 3
"""Facts: a right that hangs on more than these is a possibility, not yet a finding to put on paper unasked."""

ADULT = 18
"""Years; what an adult other than the teller may get is hers to know, and not on this paper."""

PRIVATE = ("health", "residence", "relations", "justice")
"""Sensitivities of facts that are never named on paper."""

MOST_NEEDS = MOST_NAMES = 2
YEARLY: Mapping[str, int] = {"month": 12}


@dataclass(frozen=True)
class Candidate:
    """A right that can stand on the sheet. results: what stands on it, the open ones where there are any; every: all that may be chosen.

    wanted: it goes on the sheet, because it was found (open, follows once another is there, or hangs on little) or was asked for.
    """

    right: str
    results: tuple[Result, ...]
    every: tuple[Result, ...]
    wanted: bool

    @property
    def subjects(self) -> tuple[str, ...]:
        """For whom it is; "" is the household."""
        return tuple(result.subject for result in self.results)

    @property
    def open(self) -> tuple[Result, ...]:
        """The results that are open; the others hang."""
        return tuple(result for result in self.results if result.status == "open")

    @property
    def words(self) -> RightWords | None:
        """Its plain words, if somebody wrote them."""
        return sheet_words().rights.get(self.right)

    @property
    def careful(self) -> str:
        """Why somebody may not want it on a paper that lies around; "" for no reason."""
        return self.words.careful if self.words else ""


@dataclass(frozen=True)
class Line:
    """One right on the sheet. says: sentences, the most needed first."""

    right: str
    name: str
    law: str
    amount: str
    says: tuple[str, ...]
    whom: str = ""


@dataclass(frozen=True)
class Sheet:
    """Everything on the page, in the order in which it is read."""

    language: str
    person: str
    ocmw: str
    day: str
    lines: tuple[Line, ...]
    next_time: tuple[str, ...]
    agreed: tuple[str, ...]
    appointment: str
    bring: tuple[str, ...]
    know: tuple[str, ...]
    caller: str
    phone: str
    address: str
    next_time_more: int = 0


# -- which rights ----------------------------------------------------------------------------------------------------------


def candidates_of(stands: Stands) -> list[Candidate]:
    """Every right that could go on the sheet, the surest and largest first, with what the person decided about it."""
    chosen = queries.sheet_choices(stands.dossier)
    grouped: dict[str, list[Result]] = {}
    for result in stands.results:
        if group_of(result) in ("open", "hangs") and is_of_teller(stands, result):
            grouped.setdefault(result.right, []).append(result)
    found = [_candidate(stands, right, results, chosen) for right, results in grouped.items()]
    return sorted(found, key=lambda one: _order(stands, one))


def is_of_teller(stands: Stands, result: Result) -> bool:
    """Whether a result is of the teller, of the household, or of a child here: never of another adult."""
    if result.subject in ("", stands.teller_id):
        return True
    if stands.assessment.by_id[result.right].unit == "child":
        return True
    age = stands.age(result.subject)
    return age is not None and age < ADULT


def _candidate(stands: Stands, right: str, results: Sequence[Result], chosen: Mapping[tuple[str, str], bool]) -> Candidate:
    kept = [result for result in results if chosen.get((right, result.subject), True)]
    on_paper = [result for result in kept if chosen.get((right, result.subject)) or _is_found(stands, result)]
    shown = on_paper or kept or list(results)
    opened = [result for result in shown if result.status == "open"]
    return Candidate(right, tuple(opened or shown), every=tuple(results), wanted=bool(on_paper))


def _is_found(stands: Stands, result: Result) -> bool:
    if result.status == "open" or result.opens_after:
        return True
    if result.kind not in MONEY:
        return False  # what others decide, or a service that may never be needed, stands on a paper only when it is open or wanted
    words = sheet_words().rights.get(result.right)
    return not (words and words.careful) and len({ref[0] for ref in stands.missing(result)}) <= NEAR


def _order(stands: Stands, one: Candidate) -> tuple[int, bool, int, int]:
    status = 0 if one.open else 1 if any(result.opens_after for result in one.results) else 2
    worth = sum((cents(result.low) or 0) * YEARLY.get(result.per or "", 1) for result in one.results)
    decided_later = any(result.kind == "discretionary" for result in one.results)
    return status, decided_later, -worth, _place(one.right)


def _place(right: str) -> int:
    order = list(sheet_words().rights)
    return order.index(right) if right in order else len(order)


# -- the sheet -------------------------------------------------------------------------------------------------------------


def sheet_of(stands: Stands, by: Worker) -> Sheet:
    """The whole sheet in the active language, as long as it can be; `sheet_fit` makes it fit."""
    dossier, lang = stands.dossier, language()
    wanted = [one for one in candidates_of(stands) if one.wanted]
    first = wanted[:MOST_RIGHTS]
    sums = together(stands)
    worker = dossier.owner or by
    return Sheet(
        language=lang,
        person=dossier.teller.name,
        ocmw=dossier.organisation.name,
        day=wording.day(stands.picture.on, lang),
        lines=tuple(line_of(stands, one, first, sums) for one in first),
        next_time=tuple(dict.fromkeys(plain_name(one.right) for one in wanted[MOST_RIGHTS:])),
        agreed=agreed_on(dossier),
        appointment=appointment_words(dossier),
        bring=papers_for(first),
        know=(
            _("U mag altijd nee zeggen. Ook later."),
            _("U mag iemand meebrengen."),
            _("Niet akkoord met een beslissing? Wij helpen u ook dan."),
            _("Een brief mag dicht blijven. We openen hem samen."),
            _("U mag lezen wat wij schreven, en wie het las."),
        ),
        caller=worker.name,
        phone=dossier.organisation.phone,
        address=dossier.organisation.address,
    )


def agreed_on(dossier: Dossier) -> tuple[str, ...]:
    """The agreements, one a line."""
    kept = getattr(dossier, "sheet_agreements", None)
    return tuple(kept.text.split("\n")) if kept and kept.text else ()


def appointment_words(dossier: Dossier) -> str:
    """When the person is expected after today; "" while nothing is planned."""
    coming = queries.upcoming(dossier).filter(day__gt=timezone.localdate()).first()
    if coming is None:
        return ""
    lang = language()
    when = {
        "day": wording.weekday(coming.day, lang),
        "hour": hour_words(coming.at.hour, coming.at.minute, lang),
        "worker": coming.worker.name,
    }
    return _("U komt terug op %(day)s om %(hour)s, bij %(worker)s. Lukt dat niet? Laat het weten.") % when


def hour_words(hour: int, minute: int, lang: str) -> str:
    """An hour as one says it: 10 uur, 10 heures, 10:00."""
    match lang:
        case "fr":
            return f"{hour}{NBSP}h" + (f"{NBSP}{minute:02d}" if minute else "")
        case "en":
            return f"{hour}:{minute:02d}"
        case _:
            return f"{hour}{f'.{minute:02d}' if minute else ''}{NBSP}uur"


def papers_for(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """What to bring, each paper once, what serves most rights first; of a right without plain words its own documents."""
    lang, words = language(), sheet_words()
    count: dict[str, int] = {}
    others: list[str] = []
    for one in candidates:
        if one.words is None:
            texts = right_texts(one.right)
            others += [said.in_language(lang) for said in (texts.documents[:2] if texts else ())]
            continue
        for key in one.words.bring:
            count[key] = count.get(key, 0) + 1
    order = list(words.papers)
    known = sorted(count, key=lambda key: (-count[key], order.index(key)))
    return tuple(dict.fromkeys([*(words.papers[key].in_language(lang) for key in known), *others]))


# -- one right -------------------------------------------------------------------------------------------------------------


def line_of(stands: Stands, one: Candidate, on_sheet: Sequence[Candidate], sums: Together) -> Line:
    """One right as it stands on the sheet."""
    lang, words = language(), one.words
    instead = _instead(stands, one, sums)
    says: list[str] = []
    if instead is not None and instead.why != "one_for_the_couple":
        amount = _("Het juiste bedrag volgt") if one.open else _("Misschien. Het juiste bedrag volgt")
        says += [_("Dit komt niet boven op %(other)s.") % {"other": other}] if (other := _name_if_shown(instead.because, on_sheet)) else []
    else:
        amount = amount_words(stands, one)
        says += [_("Dit is één bedrag voor u en uw partner samen.")] if instead is not None else []
    says += hanging_words(stands, one, on_sheet)
    if any(result.held == "asked" for result in one.results):
        says.append(_("U vroeg dit al. U wacht op een antwoord."))
    elif words is not None:
        says.append(words.next.in_language(lang))
    else:
        says.append(_first_sentence(one.right))
    return Line(
        right=one.right,
        name=plain_name(one.right),
        law=law_name(one.right),
        amount=amount,
        says=tuple(says),
        whom=children_words(stands, one),
    )


def children_words(stands: Stands, one: Candidate) -> str:
    """For which children it is: by name, or how many when their names would fill the page. "" for the teller and the household."""
    children = list(dict.fromkeys(stands.name(subject) for subject in one.subjects if subject not in ("", stands.teller_id)))
    if not children:
        return ""
    if len(children) > MOST_NAMES:
        return _("voor %(number)s kinderen") % {"number": len(children)}
    return _("voor %(people)s") % {"people": joined(children)}


def plain_name(right: str) -> str:
    """What it is, as one says it at the table."""
    words = sheet_words().rights.get(right)
    return words.name.in_language(language()) if words else right_name(right, language())


def law_name(right: str) -> str:
    """How others call it, when that is not what we say."""
    words = sheet_words().rights.get(right)
    return words.law.in_language(language()) if words else ""


def _first_sentence(right: str) -> str:
    texts = right_texts(right)
    plain = texts.plain.in_language(language()) if texts else ""
    asked, mark, rest = plain.partition("? ")
    return asked + mark + rest.partition(". ")[0].rstrip(".") + "." if plain else _("We bekijken dit samen.")


def amount_words(stands: Stands, one: Candidate) -> str:
    """What it brings: one figure rounded down, what it gives instead of money, or that the figure follows. Never zero."""
    first, opened = one.results[0], bool(one.open)
    if first.per is None:
        gives = one.words.gives if one.words else None
        says = gives.in_language(language()) if gives else _without_amount(first)
        return says if opened else _("Misschien: %(what)s") % {"what": says[:1].lower() + says[1:]}
    figure = _figure(stands, one)
    if figure is None:
        return _("Het juiste bedrag volgt") if opened else _("Misschien. Het juiste bedrag volgt")
    low, exact = figure
    amount = wording.whole_euros_down(low, language())
    said = {"amount": _per(amount, first.per)}
    if opened:
        says = _per(amount, first.per) if exact and low % 100 == 0 else (_("ruim %(amount)s") if exact else _("minstens %(amount)s")) % said
    elif exact:
        says = _("misschien %(amount)s") % said
    else:
        says = _("misschien %(amount)s") % {"amount": _per(_("%(amount)s of meer") % {"amount": amount}, first.per)}
    says = _("%(amount)s, als lening") % {"amount": says} if first.kind == "loan" else says
    return says[:1].upper() + says[1:]


def _figure(stands: Stands, one: Candidate) -> tuple[int, bool] | None:
    """(cents, whether that is the amount itself), together for all subjects; None while no figure can be promised."""
    lows = [cents(result.low) for result in one.results]
    unsure = any(used.certainty == "unconfirmed" for result in one.results for used in stands.explain(result).amounts)
    total = sum(low or 0 for low in lows)
    if unsure or total < 100 or len({result.per for result in one.results}) > 1:
        return None
    return total, all(result.low == result.high for result in one.results) and not any(result.provisional for result in one.results)


def _per(amount: str, per: Per) -> str:
    if per == "once":
        return _("%(amount)s, één keer") % {"amount": amount}
    return f"{amount} {wording.per_words(per, language())}"


def _without_amount(result: Result) -> str:
    return {
        "tariff": _("U betaalt minder"),
        "service": _("U krijgt hulp"),
        "discretionary": _("Het OCMW beslist hoeveel"),
    }.get(result.kind or "", _("Dit opent andere hulp"))


def hanging_words(stands: Stands, one: Candidate, on_sheet: Sequence[Candidate]) -> list[str]:
    """What is needed before it opens, in plain words; nothing for what is open."""
    if one.open:
        return []
    first = {right for result in one.results for right in result.opens_after}
    if first:
        after = [_name_if_shown(other.right, on_sheet) for other in on_sheet if other.right in first]
        return [_("Eerst nodig: %(right)s.") % {"right": after[0]} if after else _("Eerst is een andere beslissing nodig.")]
    needs: dict[str, None] = {}
    for result in one.results:
        for ref in stands.missing(result):
            needs.setdefault(need_words(stands, ref))
    named = [need for need in needs if need][:MOST_NEEDS]
    if not named:
        return [_("We moeten hierover nog iets samen bekijken.")]
    return [_("We moeten nog weten: %(facts)s.") % {"facts": joined(named)}]


def need_words(stands: Stands, ref: FactRef) -> str:
    """What is still to be known, as far as it is the teller's own, her home's or household's, and not private; else ""."""
    fact = vocabulary().fact(ref[0])
    if fact.sensitivity in PRIVATE or not all(one == HOME or one == stands.teller_id for one in ref[1]):
        return ""
    said = sheet_words().need(fact.id)
    return said.in_language(language()) if said else ""


def _name_if_shown(right: str, on_sheet: Sequence[Candidate]) -> str:
    """The name of another right in a sentence, only when it stands on this sheet as well."""
    name = plain_name(right) if any(other.right == right for other in on_sheet) else ""
    return _("“%(name)s”") % {"name": name} if name else ""


def _instead(stands: Stands, one: Candidate, sums: Together) -> LeftOut | None:
    """Why this right is not counted beside another, if it is not; one amount for a couple is so for both of them."""
    for left in sums.left_out:
        if left.right == one.right and (
            left.subject in one.subjects or (left.why == "one_for_the_couple" and stands.teller_id in one.subjects)
        ):
            return left
    return None


def shortened(sheet: Sheet, *, sentences: Sequence[int], bring: int, know: int, next_time: int) -> Sheet:
    """The same with fewer words. sentences: how many each right keeps; rights beyond those go to the next time."""
    rights = len(sentences)
    moved = tuple(line.name for line in sheet.lines[rights:])
    later = tuple(dict.fromkeys((*moved, *sheet.next_time)))
    return replace(
        sheet,
        lines=tuple(
            replace(line, says=tuple(sentences_of(line)[:most])) for line, most in zip(sheet.lines[:rights], sentences, strict=False)
        ),
        next_time=later[:next_time],
        next_time_more=max(0, len(later) - next_time),
        bring=sheet.bring[:bring],
        know=sheet.know[:know],
    )


def sentences_of(line: Line) -> list[str]:
    """What is said of a right by sentence: what is needed first, then what happens next. A question stays with its answer."""
    found: list[str] = []
    for text in line.says:
        current = ""
        for word in text.split(" "):
            current = f"{current} {word}".strip()
            if word.endswith("."):
                found.append(current)
                current = ""
        found += [current] if current else []
    return found
