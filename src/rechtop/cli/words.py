"""Short words of the command line in the three languages, and how it writes amounts and facts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from rechtop.rights.evaluate import FactRef
from rechtop.rights.evaluate.values import INFINITY
from rechtop.rights.facts.situation import HOME, Situation
from rechtop.rights.facts.vocabulary import vocabulary

WORDS = {
    "open": ("ligt open", "ouvert", "open"),
    "hangs": ("hangt af van", "dépend de", "hangs on"),
    "closed": ("nu niet", "pas maintenant", "not now"),
    "failed": (
        "kon niet worden berekend (dit is geen nee)",
        "n'a pas pu être calculé (ce n'est pas un non)",
        "could not be computed (this is not a no)",
    ),
    "month": ("per maand", "par mois", "per month"),
    "year": ("per jaar", "par an", "per year"),
    "once": ("eenmalig", "une fois", "once"),
    "or_nothing": ("of niets", "ou rien", "or nothing"),
    "at_least": ("minstens", "au moins", "at least"),
    "opens_after": ("gaat open na", "s'ouvre après", "opens after"),
    "already": ("loopt al", "en cours", "running already"),
    "ask": ("Volgende vragen", "Prochaines questions", "Next questions"),
    "decides": ("beslist over", "décide de", "decides"),
    "condition": {True: ("ja", "oui", "yes"), False: ("nee", "non", "no"), None: ("?", "?", "?")},
    "conditions": ("Voorwaarden", "Conditions", "Conditions"),
    "steps": ("Berekening", "Calcul", "Calculation"),
    "missing": ("Nog te weten", "À savoir encore", "Still to be known"),
    "amounts": ("Bedragen van de wet", "Montants de la loi", "Figures of the law"),
    "derived": ("afgeleid", "dérivé", "derived"),
    "unconfirmed": ("nog te bevestigen", "à confirmer", "to be confirmed"),
    "missing_amount": ("bedrag ontbreekt voor deze datum", "montant manquant à cette date", "no amount for this date"),
    "judged": ("Blijft een oordeel van mensen", "Reste un jugement humain", "Remains for people to judge"),
    "note": ("Let op", "Attention", "Note"),
    "discretionary": ("geen bedrag: het OCMW oordeelt", "pas de montant : le CPAS apprécie", "no amount: the OCMW judges"),
    "stale_no_value": (
        "Zonder waarde: een indexdatum ging voorbij, of het is bekend dat de waarde niet bekend is",
        "Sans valeur : une date d'indexation est passée, ou on sait que la valeur n'est pas connue",
        "Without a value: an index date passed, or it is known that the value is not known",
    ),
    "stale_not_confirmed": ("Nog te bevestigen", "À confirmer", "To be confirmed"),
    "stale_never_read": ("Door geen regel gelezen", "Lu par aucune règle", "Read by no rule"),
    "stale_no_link": ("Zonder vindplaats die opengaat", "Sans source à ouvrir", "Without a source that can be opened"),
    "since": ("sinds", "depuis", "since"),
    "reads": ("leest ook", "lit aussi", "also reads"),
    "rule_new": ("nieuw recht", "nouveau droit", "new right"),
    "rule_ended": ("recht bestaat niet meer", "droit supprimé", "right no longer exists"),
    "rule_other": ("andere regel", "autre règle", "another rule"),
    "nothing_changed": (
        "Tussen deze twee dagen verandert niets in de wet zoals ze hier staat.",
        "Entre ces deux jours, rien ne change dans la loi telle qu'elle est ici.",
        "Nothing changes between these two days in the law as it stands here.",
    ),
    "described": ("niet berekend", "non calculé", "not computed"),
    "ended": ("geen nieuwe aanvragen meer", "plus de nouvelles demandes", "no new requests any more"),
    "who": ("Voor wie", "Pour qui", "For whom"),
    "what": ("Wat", "Quoi", "What"),
    "where": ("Waar", "Où", "Where"),
    "how": ("Hoe", "Comment", "How"),
    "think_when": ("Denk eraan als", "Y penser si", "Think of it when"),
    "nothing": ("Geen recht gevonden op deze dag.", "Aucun droit trouvé à ce jour.", "No right found on this day."),
}  # fmt: skip
PLACE = {"nl": 0, "fr": 1, "en": 2}


def word(key: str, language: str) -> str:
    """A short word in a language."""
    found: Any = WORDS[key]
    return str(found[PLACE[language]])


def yes_no(holds: bool | None, language: str) -> str:
    """ja, nee or ?."""
    found: Any = WORDS["condition"]
    return str(found[holds][PLACE[language]])


def euros(cents: Any) -> str:
    """EUR with cents, half a cent up: 1180.00."""
    if cents == INFINITY:
        return "…"
    whole = (Fraction(cents) + Fraction(1, 2)).__floor__()
    return f"{'-' if whole < 0 else ''}{abs(whole) // 100}.{abs(whole) % 100:02d}"


def fact_words(ref: FactRef, situation: Situation, language: str) -> str:
    """ "nettoloon per maand (An)"."""
    fact, ids, year, aspect = ref
    label = vocabulary().fact(fact).label.in_language(language)
    about = ", ".join(situation.names.get(one, one) for one in ids if one != HOME)
    extra = f" {year}" if year else ""
    part = "" if aspect == "value" else f" [{aspect.removeprefix('part:')}]"
    return f"{label}{extra}{part}" + (f" ({about})" if about else "")
