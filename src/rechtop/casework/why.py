"""Why a question is asked: what its answer decides; and how many questions are left."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rechtop.casework.rows import amount_of
from rechtop.casework.stands import Stands, only_of, right_name
from rechtop.casework.words import joined, language
from rechtop.rights.ask import Question
from rechtop.web import wording

MANY_QUESTIONS = 20
"""Above this number one no longer says how many questions are left: it would weigh on the talk."""


def why_words(stands: Stands, question: Question) -> str:
    """What the answer decides: rights by name with the euros at stake; what it only makes more exact."""
    settled: dict[str, str] = {}
    narrowed: dict[str, None] = {}
    for decides in question.decides:
        result = only_of(stands.results, decides.right, decides.subject)
        if result is None:
            continue
        name = right_name(decides.right, language())
        if decides.settles:
            amount, _word, _note = amount_of(result, stands)
            at_stake = wording.amount_range(amount.low, amount.high, per=amount.per, language=language()) if amount and amount.high else ""
            settled.setdefault(name, f"{name} ({at_stake})" if at_stake else name)
        else:
            narrowed.setdefault(name)
    says = []
    if settled:
        number = len(settled)
        names = list(settled.values())
        shown = _shortened(names)
        says.append(
            ngettext("Dit beslist mee over %(number)s recht: %(rights)s.", "Dit beslist mee over %(number)s rechten: %(rights)s.", number)
            % {"number": number, "rights": shown}
        )
    rest = [name for name in narrowed if name not in settled]
    if rest:
        shown = _shortened(rest)
        says.append(_("Het maakt duidelijker hoe het staat met: %(rights)s.") % {"rights": shown})
    return " ".join(says)


def left_words(left: int) -> str:
    """How many questions can still decide something; a great many is no number."""
    if left <= 0:
        return _("Dit is de laatste vraag die iets kan beslissen.")
    if left > MANY_QUESTIONS:
        return _("Er blijven vragen die iets kunnen beslissen. Niets moet.")
    return ngettext("Nog %(left)s vraag die iets kan beslissen.", "Nog %(left)s vragen die iets kunnen beslissen.", left) % {"left": left}


def _shortened(names: list[str]) -> str:
    """At most three names, and how many more there are."""
    if len(names) <= 3:
        return joined(names)
    return ", ".join(names[:3]) + _(" en nog %(more)s") % {"more": len(names) - 3}
