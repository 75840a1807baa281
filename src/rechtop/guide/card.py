"""One right: for whom, what and how; of a computed one also its law sentence by sentence and its figures through time."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.http import Http404, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from rechtop.guide.words import certainty_words, confidence_words, domain_words, form_words, kind_words, language, level_words
from rechtop.rights.language.amounts import Dated, Series
from rechtop.rights.language.conditions import words_of
from rechtop.rights.language.rule import series_of, versions
from rechtop.rights.law.catalogue import folder_of, law_on, load
from rechtop.rights.law.coverage import examples_of, figures_by_certainty, last_confirmed
from rechtop.rights.law.described import DescribedRight, described, same_as
from rechtop.rights.law.texts import texts_of
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.web import wording
from rechtop.web.show import go_to, show

MOST_ITEMS = 24
"""Of a table of the law, so many values are shown; the rest stands in the source."""


@dataclass(frozen=True)
class Value:
    """One figure on one day, in words, with where it comes from."""

    since: str
    says: str
    certainty: str
    source: str
    href: str
    note: str


@dataclass(frozen=True)
class Figure:
    """A figure of the law through time, the newest first; now: its value today in words."""

    name: str
    now: str
    values: tuple[Value, ...]


@needs("guide.read")
def card(request: WorkerRequest, right_id: str) -> HttpResponseBase:
    """A computed right, a described one, or another name of one of them."""
    if right_id in load():
        return show(request, "guide/right.html", **right_context(right_id))
    if right_id in described():
        return show(request, "guide/described.html", **described_context(described()[right_id]))
    if right_id in same_as():
        return go_to(request, "guide:card", right_id=same_as()[right_id])
    raise Http404


def right_context(right: str) -> dict[str, Any]:
    """Everything that is said about a computed right, without anybody."""
    today, lang, texts = timezone.localdate(), language(), texts_of(right)
    read = next(one for one in law_on(today) if one.id == right)
    rule = read.rule
    examples, published = examples_of(right)

    def sentences(found: Any) -> list[tuple[str, str, str]]:
        return [(texts.sentence(one.key, one.says, lang), article_words(one.article), texts.link(one.article)) for one in found]

    names = ("summary", "plain", "authority", "apply_at", "automatic", "deadlines", "retroactivity", "does_not_solve", "explain", "unknown")
    return {
        "right": right,
        "name": texts.name.in_language(lang),
        "said": {name: getattr(texts, name).in_language(lang) for name in names},
        "documents": [one.in_language(lang) for one in texts.documents],
        "non_take_up": [one.in_language(lang) for one in texts.non_take_up],
        "unlocks": [(other, texts_of(other).name.in_language(lang)) for other in texts.unlocks if other in load()],
        "level": level_words(texts.level),
        "domain": domain_words(folder_of(right).parent.name),
        "kind": kind_words(rule.kind if rule is not None else None),
        "confidence": confidence_words(texts.confidence),
        "conditions": sentences(rule.conditions) if rule is not None else [],
        "steps": sentences({step.key: step for step in rule.steps}.values()) if rule is not None else [],
        "judgements": sentences(rule.judgements) if rule is not None else [],
        "not_in_force": rule is None,
        "figures": [figure(series, lang) for series in series_of(right).values()],
        "counts": [(certainty_words(sure), number) for sure, number in figures_by_certainty(right, today).items() if number],
        "checked": last_confirmed(right),
        "examples": examples,
        "published": published,
        "since": versions()[right][0].since,
        "legal_basis": texts.legal_basis,
    }


def described_context(one: DescribedRight) -> dict[str, Any]:
    """A card of a right that is not computed."""
    lang = language()
    return {
        "name": one.name.in_language(lang),
        "who": one.who.in_language(lang),
        "what": one.what.in_language(lang),
        "place": one.where.in_language(lang),
        "how": one.how.in_language(lang),
        "level": level_words(one.level),
        "domain": domain_words(one.domain),
        "form": form_words(one.form),
        "think_when": words_of(one.think_when, lang) if one.think_when is not None else "",
        "link": one.link,
        "checked": one.checked_on,
        "ended": one.ended.says.in_language(lang) if one.ended is not None else "",
    }


def article_words(article: str) -> str:
    """An article as one cites it."""
    return f"art. {article}" if article[:1].isdecimal() else article


# -- figures ---------------------------------------------------------------------------------------------------------------


def figure(series: Series, lang: str) -> Figure:
    """A series with all its values in words."""
    now = series.at(timezone.localdate())
    values = tuple(_value(dated, series, lang) for dated in reversed(series.values))
    name = series.says.get(lang) or series.name.replace("_", " ")
    return Figure(name[:1].upper() + name[1:], figure_words(now.value, series, lang) if now is not None else "", values)


def _value(dated: Dated, series: Series, lang: str) -> Value:
    href = next((word.rstrip(",;)") for word in dated.source.split() if word.startswith("https://")), "")
    certainty = certainty_words(dated.certainty if dated.value is not None else "missing")
    return Value(wording.day(dated.since, lang), figure_words(dated.value, series, lang), certainty, dated.source, href, dated.note or "")


def figure_words(value: Any, series: Series, lang: str) -> str:
    """A figure in its unit: euros, a number, or the rows of a table."""
    if value is None:
        return _("niet gevonden")
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        rows = [f"{key}: {_one(item, series, lang)}" for key, item in value.items()]
    elif isinstance(value, tuple) and value and isinstance(value[0], tuple):
        rows = [_("boven %(from)s: %(rate)s") % {"from": _one(above, series, lang), "rate": _number(rate, lang)} for above, rate in value]
    elif isinstance(value, tuple):
        rows = [item if isinstance(item, str) else _one(item, series, lang) for item in value]
    else:
        return _one(value, series, lang)
    more = [_("en nog %(more)s") % {"more": len(rows) - MOST_ITEMS}] if len(rows) > MOST_ITEMS else []
    return "; ".join([*rows[:MOST_ITEMS], *more])


def _one(value: Any, series: Series, lang: str) -> str:
    if isinstance(value, str):
        return value
    if series.kind == "cents":
        cents = Fraction(value)
        return wording.euros(int(cents), lang) if cents.denominator == 1 else f"{_number(cents / 100, lang)}\N{NO-BREAK SPACE}€"
    return _number(value, lang)


def _number(value: Any, lang: str) -> str:
    text = f"{float(value):.4f}".rstrip("0").rstrip(".")
    return text if lang == "en" else text.replace(".", ",")
