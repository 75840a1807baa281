"""Levels, forms and grades of certainty as one says them."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rechtop.rights.law.described import DOMAIN_NAMES


def language() -> str:
    """The language of the page: nl, fr or en."""
    return (get_language() or "nl")[:2]


def domain_words(domain: str) -> str:
    """A domain of life, as a title."""
    name = DOMAIN_NAMES[domain].in_language(language())
    return name[:1].upper() + name[1:]


def level_words(level: str) -> str:
    """Who makes the rules."""
    return {
        "federal": _("federaal"),
        "flemish": _("Vlaams"),
        "municipal": _("gemeente of OCMW"),
        "provider": _("aanbieder"),
    }.get(level, level)


def kind_words(kind: str | None) -> str:
    """What a computed right gives."""
    return {
        "amount": _("bedrag"),
        "advance": _("voorschot"),
        "loan": _("lening"),
        "tariff": _("tarief"),
        "status": _("statuut"),
        "service": _("dienst"),
        "discretionary": _("het OCMW oordeelt"),
    }.get(kind or "", "")


def form_words(form: str) -> str:
    """What a described right gives."""
    return {
        "monthly": _("bedrag per maand"),
        "yearly": _("bedrag per jaar"),
        "one_off": _("eenmalig"),
        "tariff": _("tarief"),
        "service": _("dienst"),
        "status": _("statuut"),
    }.get(form, form)


def confidence_words(confidence: str) -> str:
    """How far the rules of a right were checked."""
    return {"high": _("hoog"), "medium": _("middelmatig"), "low": _("laag")}[confidence]


def certainty_words(certainty: str) -> str:
    """How sure a figure is."""
    return {
        "confirmed": _("bevestigd"),
        "derived": _("afgeleid van de index"),
        "unconfirmed": _("nog te bevestigen"),
        "missing": _("ontbreekt"),
    }[certainty]
