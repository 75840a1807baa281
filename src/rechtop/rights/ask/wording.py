"""How a question sounds: to the person who tells, or about somebody else by name."""

from __future__ import annotations

from datetime import date

from rechtop.rights.evaluate.result import FactRef
from rechtop.rights.facts.situation import HOME, Situation
from rechtop.rights.facts.vocabulary import vocabulary


def question_text(ref: FactRef, situation: Situation, language: str = "nl") -> str:
    """The question for a fact, in u-form for the person who tells (the first of the household), by name for anybody else.

    A relation between two persons always names both, since a household may have several children. A year is added where the fact has
    one value for each year.
    """
    fact_id, ids, year, aspect = ref
    fact = vocabulary().fact(fact_id)
    teller = situation.persons[0] if situation.persons else ""
    names = [situation.names.get(one, one) for one in ids]
    if fact.question_about is not None and (ids and ids[0] != teller or fact.of == "relation" and fact.to == "person"):
        text = fact.question_about.in_language(language).replace("{name}", names[0]).replace("{other}", names[-1])
    else:
        text = fact.question.in_language(language)
    if year is not None:
        text = f"{text} ({year})"
    if aspect in ("since", "until"):
        text = f"{text} {SINCE[aspect][language]}"
    elif aspect.startswith("on:"):
        text = f"{text} ({ON[language]} {date.fromisoformat(aspect[3:]):%d/%m/%Y})"
    elif aspect.startswith("part:"):
        text = f"{text} {fact.part(aspect[5:]).label.in_language(language).capitalize()}?"
    return text


ON = {"nl": "op", "fr": "le", "en": "on"}
SINCE = {
    "since": {"nl": "Sinds wanneer?", "fr": "Depuis quand ?", "en": "Since when?"},
    "until": {"nl": "Tot wanneer?", "fr": "Jusqu'à quand ?", "en": "Until when?"},
}


def whose(ref: FactRef, situation: Situation) -> str:
    """The names of whom a fact is about ("Noor", "Lieve, Noor"); empty for the household and its home."""
    return ", ".join(situation.names.get(one, one) for one in dict.fromkeys(ref[1]) if one != HOME)
