"""The rights of a household as rows in groups: what is open, what hangs, what runs, what could not be computed, what is not now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rechtop.casework.keys import write_key
from rechtop.casework.stands import Stands, right_name, right_texts
from rechtop.casework.sums import Together, together
from rechtop.casework.words import cents, joined, language, need_words
from rechtop.rights.evaluate import Result
from rechtop.rights.evaluate.reminders import reminders
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.rights.law.catalogue import folder_of
from rechtop.rights.law.described import DOMAIN_NAMES
from rechtop.web import wording
from rechtop.web.pieces import Amount, Certainty, Shape, TogetherLine

TOGETHER = "samen"
"""How the household is named in an address, where a person's id stands otherwise."""

FEW = 2
"""Up to so many facts more than one are named; a long list would weigh on the talk."""

SHOWN_AT_ONCE = 8
"""Rights that hang on something and stand open in the list; the others are folded with their number, by domain."""

SHOWN_BEHIND = 3
"""The same of those that hang on an opening question nobody answered."""

GROUPS = ("open", "hangs", "running", "failed", "closed")


@dataclass(frozen=True)
class Row:
    """One right, for one person or for several who stand the same. whom: names; others: (name, address) of the other pages."""

    key: str
    right: str
    shape: Shape
    name: str
    href: str
    whom: str = ""
    others: tuple[tuple[str, str], ...] = ()
    why: str = ""
    amount: Amount | None = None
    amount_word: str = ""
    amount_note: str = ""
    need: str = ""
    need_key: str = ""
    certainty: Certainty = "confirmed"
    note: str = ""
    top: int = 0
    is_loan: bool = False


@dataclass(frozen=True)
class Domain:
    """Rights of one domain of life, below each other in a folded list."""

    name: str
    rows: list[Row]


def by_domain(rows: Sequence[Row]) -> list[Domain]:
    """Rows under the domain of their right, in the order in which the domains come up."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(folder_of(row.right).parent.name, []).append(row)
    return [Domain(domain_words(name), below) for name, below in found.items()]


def domain_words(folder: str) -> str:
    """How the domain of a right is called; rights stand in a folder for each domain."""
    name = DOMAIN_NAMES[folder].in_language(language())
    return name[:1].upper() + name[1:]


@dataclass(frozen=True)
class Hidden:
    """The rights that hang on one opening question which nobody answered: shown with their amounts, after what was told of."""

    opener: str
    label: str
    rows: list[Row]
    count: int

    @property
    def first(self) -> list[Row]:
        """Those that stand open in the list."""
        return self.rows[:SHOWN_BEHIND]

    @property
    def folded(self) -> list[Domain]:
        """The others."""
        return by_domain(self.rows[SHOWN_BEHIND:])

    @property
    def folded_count(self) -> int:
        """How many others."""
        return max(0, len(self.rows) - SHOWN_BEHIND)


@dataclass(frozen=True)
class ThinkOf:
    """A right that is only described, of which what was told makes one think; href: its card in the guide."""

    name: str
    what: str
    whom: str
    href: str


@dataclass(frozen=True)
class Rights:
    """All rights of a household, in the groups of GROUPS, with their sums."""

    groups: dict[str, list[Row]]
    lines: list[TogetherLine]
    not_twice: str
    looked_at: int
    counts: dict[str, int] = field(default_factory=dict)
    think_of: list[ThinkOf] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)

    @property
    def first_hanging(self) -> list[Row]:
        """Those that stand open in the list: the ones with most at stake."""
        return self.groups["hangs"][:SHOWN_AT_ONCE]

    @property
    def more_hanging(self) -> list[Domain]:
        """The others that hang on something, by domain."""
        return by_domain(self.groups["hangs"][SHOWN_AT_ONCE:])

    @property
    def more_hanging_count(self) -> int:
        """How many others hang on something."""
        return max(0, len(self.groups["hangs"]) - SHOWN_AT_ONCE)

    @property
    def closed(self) -> list[Domain]:
        """What does not fit now, by domain."""
        return by_domain(self.groups["closed"])

    @property
    def found_nothing(self) -> bool:
        """Nothing open and nothing hanging: never the end of a talk."""
        return not self.groups["open"] and not self.groups["hangs"] and not self.hidden


def rights_of(stands: Stands) -> Rights:
    """Everything that is shown of the rights of a household."""
    by_group: dict[str, list[Result]] = {group: [] for group in GROUPS}
    by_opener: dict[str, list[Result]] = {}
    for result in stands.results:
        opener = stands.behind.get((result.right, result.subject)) if group_of(result) == "hangs" else None
        (by_opener.setdefault(opener[0], []) if opener else by_group[group_of(result)]).append(result)
    tops = _tops(stands.results)
    groups = {group: _rows(stands, results, group, tops) for group, results in by_group.items()}
    groups["open"].sort(key=_by_worth)
    groups["hangs"].sort(key=_by_worth)
    sums = together(stands)
    counts = {group: len({result.right for result in results}) for group, results in by_group.items()}
    hidden = [_hidden(stands, opener, results, tops) for opener, results in by_opener.items()]
    return Rights(
        groups, sum_lines(sums), not_twice_words(sums, stands), len(stands.assessment.law.rights), counts, think_of(stands), hidden
    )


def think_of(stands: Stands) -> list[ThinkOf]:
    """The described rights whose condition surely holds for somebody here, each once with everybody for whom it does."""
    of: dict[str, list[str]] = {}
    cards = {}
    for found in reminders(stands.assessment):
        cards[found.right.id] = found.right
        of.setdefault(found.right.id, []).extend([stands.name(found.person)] if found.person else [])
    lang, several = language(), len(stands.presences) > 1
    return [
        ThinkOf(
            card.name.in_language(lang),
            card.what.in_language(lang),
            joined(of[id]) if several else "",
            reverse("guide:card", args=[id]),
        )
        for id, card in cards.items()
    ]


def _hidden(stands: Stands, opener: str, results: Sequence[Result], tops: dict[str, int]) -> Hidden:
    rows = sorted(_rows(stands, results, "hangs", tops), key=_by_worth)
    return Hidden(opener, opener_words(opener), rows, len({result.right for result in results}))


def opener_words(opener: str) -> str:
    """What an opening question is about, as it stands in a sentence: "langdurige ziekte of beperking"."""
    return vocabulary().fact(opener).label.in_language(language())


def group_of(result: Result) -> str:
    """In which group a result is shown; a right that runs stays there, whatever the law makes of what was told."""
    return "running" if result.held in ("yes", "recognised_nil") else result.status


def _rows(stands: Stands, results: Sequence[Result], group: str, tops: dict[str, int]) -> list[Row]:
    """One row for each right and each way it stands; persons for whom it stands the same share a row."""
    shared: dict[tuple[object, ...], list[Result]] = {}
    for result in results:
        how = () if group in ("closed", "failed") else (amount_of(result, stands), result.opens_after, _first_need(stands, result))
        shared.setdefault((result.right, *how), []).append(result)
    return [_row(stands, same, group, tops) for same in shared.values()]


def _first_need(stands: Stands, result: Result) -> str:
    needs = stands.needs(result)
    return needs[0][0] if needs else ""


def _row(stands: Stands, same: Sequence[Result], group: str, tops: dict[str, int]) -> Row:
    first, lang = same[0], language()
    people = [stands.name(result.subject) for result in same if result.subject]
    need, need_key = _need(stands, first) if group in ("open", "hangs") else ("", "")
    amount, word, note = amount_of(first, stands)
    certainty = stands.explain(first).certainty if amount is not None and group in ("open", "hangs") else "confirmed"
    if amount is not None and len(same) > 1:
        note = _("%(per)s, elk") % {"per": wording.per_words(amount.per, lang)}
    return Row(
        key=f"{first.right}-{first.subject or TOGETHER}",
        right=first.right,
        shape=shape_of(first),
        name=right_name(first.right, lang),
        href=right_href(stands, first),
        whom=joined(people) if len(stands.presences) > 1 else "",
        others=tuple((stands.name(result.subject), right_href(stands, result)) for result in same[1:]),
        why=why_of(stands, first),
        amount=amount,
        amount_word=word,
        amount_note=note,
        need=need,
        need_key=need_key,
        certainty="unconfirmed" if certainty == "missing" else certainty,
        top=tops.get(first.per or "", 0) if amount is not None and first.kind != "loan" else 0,
        is_loan=first.kind == "loan",
    )


def right_href(stands: Stands, result: Result) -> str:
    """The page of one right for one person or for the household."""
    return reverse("casework:right", args=[stands.dossier.pk, result.right, result.subject or TOGETHER])


def shape_of(result: Result) -> Shape:
    """The upright of a right: what is asked, refused or runs shows that first."""
    if result.held in ("yes", "recognised_nil"):
        return "running"
    if result.held == "asked" and result.status != "failed":
        return "asked"
    return result.status


def amount_of(result: Result, stands: Stands) -> tuple[Amount | None, str, str]:
    """(amount, word instead of an amount, note under it)."""
    if group_of(result) == "running":
        return _running_amount(result, stands)
    if result.status in ("closed", "failed"):
        return None, "", ""
    if result.kind == "discretionary":
        return None, _("het OCMW oordeelt"), _("geen bedrag vooraf")
    if result.per is None:
        return None, kind_word(result), _("opent andere rechten") if result.kind == "status" else ""
    low, high = cents(result.low), cents(result.high)
    or_nothing = result.status == "hangs"
    if high is None and (or_nothing or not low):
        return None, _("nog niet te zeggen"), wording.per_words(result.per, language())
    note = _("een lening: terug te betalen") if result.kind == "loan" else ""
    return Amount(0 if or_nothing and low != high else low, high, result.per, or_nothing), "", note


def kind_word(result: Result) -> str:
    """What a right gives when it gives no amount."""
    return {"tariff": _("tarief"), "status": _("statuut"), "service": _("dienst")}.get(result.kind or "", "")


def _running_amount(result: Result, stands: Stands) -> tuple[Amount | None, str, str]:
    right = stands.assessment.by_id[result.right]
    ids = (result.subject,) if result.subject else _ids_of_status(right.grants)
    spell = stands.situation.told(right.grants, *ids)
    told = spell.parts.get("amount") if spell else None
    if isinstance(told, int) and not isinstance(told, bool):
        return Amount(told, told, "month"), "", ""
    return None, _("loopt"), ""


def _ids_of_status(status: str) -> tuple[str, ...]:
    fact = vocabulary().facts.get(status)
    return ("home",) if fact is not None and fact.of == "dwelling" else ()


def why_of(stands: Stands, result: Result) -> str:
    """One sentence: why it stands as it does."""
    group = group_of(result)
    if group == "running":
        if result.status == "closed":
            return _("Loopt. Volgens wat nu verteld is, past het niet meer: kijk het samen na.")
        return _("Wordt al ontvangen.")
    if group == "failed":
        return _("Dit is geen nee. Vraag het na bij de dienst die het betaalt.")
    if group == "open":
        return _why_open(stands, result)
    if group == "hangs":
        if result.opens_after:
            names = joined([right_name(right, language()) for right in result.opens_after])
            return _("Volgt zodra dit er is: %(rights)s.") % {"rights": names}
        missing = stands.needs(result)
        if not missing:
            return _("Hangt af van iets dat nog niemand weet.")
        more = len(missing) - 1
        if more > FEW:
            return _("Hangt af van: %(fact)s, en van nog andere dingen.") % {"fact": need_words(missing[0], stands)}
        return _("Hangt af van: %(facts)s.") % {"facts": joined([need_words(ref, stands) for ref in missing])}
    return closing_words(stands, result)


def _why_open(stands: Stands, result: Result) -> str:
    rule = stands.assessment.by_id[result.right].read.rule
    judged = len(rule.judgements) if rule else 0
    says = _("Elke voorwaarde die te berekenen is, klopt.")
    if result.held == "refused":
        says = _("Was geweigerd; nu kloppen de voorwaarden. Kijk of beroep of een nieuwe vraag kan.")
    if judged:
        says += " " + ngettext("Eén punt vraagt een oordeel.", "%(number)s punten vragen een oordeel.", judged) % {"number": judged}
    return says


def closing_words(stands: Stands, result: Result) -> str:
    """The condition that closes a right, in its own words, as what would have to be."""
    rule = stands.assessment.by_id[result.right].read.rule
    texts = right_texts(result.right)
    says = {condition.key: condition.says for condition in rule.conditions} if rule else {}
    for key in result.because:
        if key in says:
            return _("Nodig is: %(condition)s.") % {"condition": texts.sentence(key, says[key], language()) if texts else says[key]}
    return _("Het bedrag is nu nul.")


def _need(stands: Stands, result: Result) -> tuple[str, str]:
    missing = stands.needs(result)
    if not missing:
        return "", ""
    says = need_words(missing[0], stands)
    if result.status == "open":
        return _("Wordt nauwkeuriger met: %(fact)s") % {"fact": says}, write_key(missing[0])
    return _("Vraag nu: %(fact)s") % {"fact": says}, write_key(missing[0])


def _tops(results: Iterable[Result]) -> dict[str, int]:
    """For each period the right end of the bars: the highest amount that is bounded."""
    tops: dict[str, int] = {}
    for result in results:
        if result.status in ("open", "hangs") and result.per and result.kind != "loan":
            tops[result.per] = max(tops.get(result.per, 0), cents(result.high) or 0)
    return tops


def _by_worth(row: Row) -> tuple[int, int]:
    if row.amount is None:
        return (1, 0)
    if row.is_loan:
        return (0, 0)
    per_year = {"month": 12, "year": 1, "once": 1, "": 1}[row.amount.per]
    return (0, -per_year * (row.amount.high if row.amount.high is not None else row.amount.low or 0))


# -- the sums in words -----------------------------------------------------------------------------------------------------


def sum_lines(sums: Together) -> list[TogetherLine]:
    """The lines of the one filled box: what is open and what may come, apart; month, year and once apart."""
    lines = []
    labels_open = {"month": _("Ligt open, per maand"), "year": _("Ligt open, per jaar"), "once": _("Ligt open, eenmalig")}
    labels_maybe = {
        "month": _("Kan erbij komen, per maand"),
        "year": _("Kan erbij komen, per jaar"),
        "once": _("Kan erbij komen, eenmalig"),
    }
    for per, (low, high) in sums.open.items():
        text = _("nog niet te zeggen") if high is None and not low else ""
        lines.append(TogetherLine(labels_open[per], None if text else Amount(low, high), text))
    for per, most in sums.maybe.items():
        if most is not None:
            lines.append(TogetherLine(labels_maybe[per], Amount(0, most)))
        elif sums.bounded[per]:
            bounded = wording.amount_range(0, sums.bounded[per], language=language())
            lines.append(TogetherLine(labels_maybe[per], None, _("%(bounded)s, en misschien meer") % {"bounded": bounded}))
        else:
            lines.append(TogetherLine(labels_maybe[per], None, _("nog niet te zeggen")))
    for (opener, per), most in sums.behind.items():
        label = {
            "month": _("Hangt eerst af van %(fact)s, per maand"),
            "year": _("Hangt eerst af van %(fact)s, per jaar"),
            "once": _("Hangt eerst af van %(fact)s, eenmalig"),
        }[per] % {"fact": opener_words(opener)}
        lines.append(TogetherLine(label, None if most is None else Amount(0, most), _("nog niet te zeggen") if most is None else ""))
    return lines


def not_twice_words(sums: Together, stands: Stands) -> str:
    """Which rights are not in the sums, and why."""
    says = []
    for left in sums.left_out:
        name, other, whom = right_name(left.right, language()), right_name(left.because, language()), stands.name(left.subject)
        words = {"right": name, "other": other, "whom": whom}
        match left.why:
            case "one_for_the_couple":
                says.append(_("%(right)s is één bedrag voor beide partners") % words)
            case "claimed_first":
                says.append(_("%(right)s vult alleen aan wat %(other)s overlaat") % words)
            case _:
                says.append(_("%(right)s gaat niet samen met %(other)s") % words)
    if sums.tariffs:
        says.append(_("tarieven, statuten en diensten staan er niet in"))
    running = any(group_of(result) == "running" for result in stands.results)
    if running:
        says.append(_("wat al loopt ook niet") if sums.tariffs else _("wat al loopt staat er niet in"))
    if sums.behind:
        says.append(_("wat eerst van een andere vraag afhangt, staat apart"))
    if not says:
        return ""
    return _("Niet dubbel geteld: %(reasons)s.") % {"reasons": "; ".join(dict.fromkeys(says))}
