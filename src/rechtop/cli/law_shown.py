"""`rechtop rights` and `rechtop facts`: the law and the vocabulary, as they are read on a day."""

from __future__ import annotations

import difflib
import json
import sys
import textwrap
from datetime import date
from fractions import Fraction
from typing import Any

from rechtop.cli.words import word
from rechtop.rights.facts.vocabulary import Fact, vocabulary
from rechtop.rights.language.amounts import Dated, Series
from rechtop.rights.language.conditions import words_of
from rechtop.rights.language.rule import Rule, series_of, versions
from rechtop.rights.law.catalogue import ReadRight, law_on, load
from rechtop.rights.law.described import DOMAIN_NAMES, DescribedRight, described, same_as
from rechtop.rights.law.texts import texts_of


def rights_command(right: str | None, on: date, wants_json: bool, language: str) -> int:
    """All rights in one line each, those that are only described too; or one right whole. Returns 2 when there is no such right."""
    if right is None:
        _list(on, wants_json, language)
        return 0
    right = same_as().get(right, right)
    if right in described():
        card = card_shown(described()[right], on, language)
        print(json.dumps(card, ensure_ascii=False, indent=1)) if wants_json else _print_card(card, language)
        return 0
    if right not in load():
        near = difflib.get_close_matches(right, (*load(), *described(), *same_as()), 1)
        print(f"rechtop rights: there is no right `{right}`." + (f" Did you mean {near[0]}?" if near else ""), file=sys.stderr)
        return 2
    whole = right_shown(next(read for read in law_on(on) if read.id == right), on, language)
    if wants_json:
        print(json.dumps(whole, ensure_ascii=False, indent=1))
    else:
        _print_right(whole)
    return 0


def _list(on: date, wants_json: bool, language: str) -> None:
    found = [_summary(read, language) for read in sorted(law_on(on), key=lambda read: read.id)]
    cards = [card_shown(card, on, language) for card in described().values()]
    if wants_json:
        print(json.dumps({"on": on.isoformat(), "rights": found, "described": cards}, ensure_ascii=False, indent=1))
        return
    for one in found:
        print(f"{one['right']:42} {one['name']}" + (f"  [{one['reason']}]" if one["reason"] else ""))
    for card in cards:
        ended = f", {card['ended']['since']}: {word('ended', language)}" if card["ended"] and not card["in_force"] else ""
        print(f"{card['right']:42} {card['name']}  [{word('described', language)}{ended}]")


def card_shown(card: DescribedRight, on: date, language: str) -> dict[str, Any]:
    """A right that is described and not computed, in one language."""
    return {
        "right": card.id,
        "name": card.name.in_language(language),
        "computed": False,
        "in_force": card.in_force(on),
        "domain": card.domain,
        "domain_name": DOMAIN_NAMES[card.domain].in_language(language),
        "level": card.level,
        "form": card.form,
        "who": card.who.in_language(language),
        "what": card.what.in_language(language),
        "where": card.where.in_language(language),
        "how": card.how.in_language(language),
        "think_when": words_of(card.think_when, language) if card.think_when is not None else "",
        "link": card.link,
        "checked_on": card.checked_on.isoformat() if card.checked_on is not None else None,
        "ended": {"since": card.ended.since.isoformat(), "says": card.ended.says.in_language(language)} if card.ended else None,
    }


def _print_card(card: dict[str, Any], language: str) -> None:
    print(f"{card['name']} ({card['right']})  [{word('described', language)}]\n{card['domain_name']}\n")
    if card["ended"]:
        print(f"! {card['ended']['since']}: {card['ended']['says']}\n")
    for field in ("who", "what", "where", "how", "think_when"):
        if card[field]:
            print(textwrap.fill(f"{word(field, language)}: {card[field]}", 110, subsequent_indent="  "))
    if card["link"]:
        print(f"{card['link']} ({card['checked_on']})")


def _summary(read: ReadRight, language: str) -> dict[str, Any]:
    texts = texts_of(read.id)
    return {
        "right": read.id,
        "name": texts.name.in_language(language),
        "unit": read.version.unit if read.version else None,
        "level": texts.level,
        "confidence": texts.confidence,
        "reason": read.reason,
    }


def right_shown(read: ReadRight, on: date, language: str) -> dict[str, Any]:
    """Texts, conditions, steps, figures with their whole history, and versions of one right."""
    texts, rule = texts_of(read.id), read.rule
    return {
        **_summary(read, language),
        "on": on.isoformat(),
        "summary": texts.summary.in_language(language),
        "authority": texts.authority.in_language(language),
        "apply_at": texts.apply_at.in_language(language),
        "automatic": texts.automatic.in_language(language),
        "documents": [one.in_language(language) for one in texts.documents],
        "deadlines": texts.deadlines.in_language(language),
        "retroactivity": texts.retroactivity.in_language(language),
        "does_not_solve": texts.does_not_solve.in_language(language),
        "unknown": texts.unknown.in_language(language),
        "unlocks": list(texts.unlocks),
        "legal_basis": [{"title": law.title, "articles": law.articles, "url": law.url} for law in texts.legal_basis],
        "versions": [{"since": one.since.isoformat(), "law": one.law} for one in versions()[read.id]],
        "conditions": _sentences(rule, "conditions", read.id, language),
        "steps": _sentences(rule, "steps", read.id, language),
        "judgements": _sentences(rule, "judgements", read.id, language),
        "parameters": [_series(series, on, language) for series in series_of(read.id).values()],
    }


def _sentences(rule: Rule | None, what: str, right: str, language: str) -> list[dict[str, str]]:
    found = getattr(rule, what) if rule is not None else []
    return [{"key": one.key, "says": texts_of(right).sentence(one.key, one.says, language), "article": one.article} for one in found]


def _series(series: Series, on: date, language: str) -> dict[str, Any]:
    now, stale = series.at(on), series.stale_since(on)
    return {
        "name": series.name,
        "says": series.says.get(language, ""),
        "unit": series.unit,
        "index": series.index,
        "now": _value(now.value, series) if now else None,
        "stale_since": stale.isoformat() if stale and now is None else None,
        "history": [dated_shown(dated, series) for dated in series.values],
    }


def dated_shown(dated: Dated, series: Series) -> dict[str, Any]:
    """One value of a series as JSON: EUR, not cents."""
    return {
        "from": dated.since.isoformat(),
        "value": _value(dated.value, series),
        "source": dated.source,
        "certainty": dated.certainty,
        "checked_on": dated.checked_on.isoformat() if dated.checked_on else None,
        "note": dated.note,
    }


def _value(value: Any, series: Series) -> Any:
    scale = 100 if series.kind == "cents" else 1
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {key: _number(item, scale) for key, item in value.items()}
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return [{"above": _number(above, scale), "rate": _number(rate, 1)} for above, rate in value]
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else _number(item, scale) for item in value]
    return _number(value, scale)


def _number(value: Any, scale: int) -> float | int:
    exact = Fraction(value) / scale
    return int(exact) if exact.denominator == 1 else float(exact)


def _print_right(whole: dict[str, Any]) -> None:
    print(f"{whole['name']} ({whole['right']}), {whole['on']}\n\n{whole['summary']}\n")
    if whole["reason"]:
        print(f"! {whole['reason']}\n")
    for title in ("conditions", "steps", "judgements"):
        if whole[title]:
            print(f"{title}:")
            for one in whole[title]:
                print(f"  {one['says']} ({one['article']})")
    print("parameters:")
    for series in whole["parameters"]:
        print(
            f"  {series['name']} [{series['unit']}] now: {series['now']}"
            + (f"  stale since {series['stale_since']}" if series["stale_since"] else "")
        )
        for dated in series["history"]:
            print(f"      {dated['from']}  {dated['value']}  {dated['certainty']}  {dated['source']}")
    print("law:")
    for law in whole["legal_basis"]:
        print(f"  {law['title']} {law['articles']} {law['url']}")


def facts_command(wants_json: bool, language: str) -> int:
    """The whole vocabulary."""
    if wants_json:
        print(json.dumps({"facts": [_fact(fact) for fact in vocabulary()]}, ensure_ascii=False, indent=1))
        return 0
    topic = ""
    for fact in vocabulary():
        if fact.topic != topic:
            topic = fact.topic
            print(f"\n{topic}")
        print(f"  {fact.id:36} {fact.of:10} {fact.type:8} {fact.unit:22} {fact.question.in_language(language)}")
    return 0


def _fact(fact: Fact) -> dict[str, Any]:
    def three(text: Any) -> dict[str, str] | None:
        return {"nl": text.nl, "fr": text.fr, "en": text.en} if text is not None else None

    return {
        "id": fact.id,
        "of": fact.of,
        "type": fact.type,
        "unit": fact.unit,
        "moment": fact.moment,
        "dated": fact.dated,
        "topic": fact.topic,
        "sensitivity": fact.sensitivity,
        "effort": fact.effort,
        "fresh_months": str(fact.fresh_months) if fact.fresh_months is not None else None,
        "label": three(fact.label),
        "question": three(fact.question),
        "proof": three(fact.proof),
        "values": [{"id": option.id, **(three(option.label) or {})} for option in fact.values],
        "parts": [{"id": part.id, "type": part.type, "unit": part.unit} for part in fact.parts],
    }
