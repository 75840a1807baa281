"""The vocabulary as one JSON text, and back.

Money bounds are whole EUR cents, as everywhere in the engine. `sources` is a fingerprint of the topic files and of the code
that reads them: a text with another fingerprint is not read back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from rechtop.rights.facts.passport import STATES, TOPICS, Bound, Fact, NoDate, Option, Part, Text

HERE = Path(__file__).parent


def fingerprint(folder: Path) -> str:
    """Says whether the topic files, or the code that reads and writes them, changed."""
    digest = hashlib.blake2b(digest_size=16)
    for path in (HERE / "passport.py", HERE / "reading.py", HERE / "export.py", *sorted(folder.glob("*.yaml"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def facts_to_json(facts: Mapping[str, Fact], sources: str) -> str:
    """All facts, one a line, so that a change of one fact is a change of one line."""
    lines = ",\n".join(json.dumps(_fact_out(fact), ensure_ascii=False) for fact in facts.values())
    topics, states = json.dumps(TOPICS), json.dumps(_options_out(STATES), ensure_ascii=False)
    return f'{{"sources": "{sources}",\n"topics": {topics},\n"states": {states},\n"facts": [\n{lines}\n]}}\n'


def facts_from_json(text: str, *, only_if: str) -> dict[str, Fact] | None:
    """The facts of such a text; None when it was written from other topic files."""
    if not text.startswith(f'{{"sources": "{only_if}"'):
        return None
    return {entry["id"]: _fact_in(entry) for entry in json.loads(text)["facts"]}


def _text_out(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "fr": text.fr, "en": text.en}


def _number_out(number: Bound | None) -> int | float | None:
    if isinstance(number, Fraction):
        return int(number) if number.denominator == 1 else float(number)
    return number


def _options_out(options: tuple[Option, ...]) -> list[dict[str, Any]]:
    return [{"id": option.id, "label": _text_out(option.label)} for option in options]


def _part_out(part: Part) -> dict[str, Any]:
    whole = {
        "id": part.id,
        "type": part.type,
        "label": _text_out(part.label),
        "unit": part.unit,
        "min": _number_out(part.min),
        "max": _number_out(part.max),
        "values": _options_out(part.values),
        "codes": part.codes,
        "moment": part.moment,
    }
    return {name: value for name, value in whole.items() if value not in (None, "", [])}


def _no_date_out(no_date: NoDate) -> dict[str, Any]:
    return {"label": _text_out(no_date.label), "day": no_date.day.isoformat()}


def _fact_out(fact: Fact) -> dict[str, Any]:
    """What the fact says; fields that say nothing are left out, and the states of a status stand once at the top."""
    whole = {
        "id": fact.id,
        "of": fact.of,
        "type": fact.type,
        "topic": fact.topic,
        "moment": fact.moment,
        "to": fact.to,
        "you": fact.you if fact.of == "relation" else "",
        "event": fact.event,
        "unit": fact.unit,
        "min": _number_out(fact.min),
        "max": _number_out(fact.max),
        "values": [] if fact.type == "status" else _options_out(fact.values),
        "codes": fact.codes,
        "no_date": _no_date_out(fact.no_date) if fact.no_date else None,
        "parts": [_part_out(part) for part in fact.parts],
        "symmetric": fact.symmetric or None,
        "dated": fact.dated or None,
        "recognised_at_nil": fact.recognised_at_nil or None,
        "label": _text_out(fact.label),
        "question": _text_out(fact.question),
        "question_about": _text_out(fact.question_about) if fact.question_about else None,
        "words": {language: list(words) for language, words in fact.words.items()},
        "sensitivity": fact.sensitivity,
        "effort": fact.effort,
        "fresh_months": _number_out(fact.fresh_months),
        "proof": _text_out(fact.proof),
        "whom": fact.whom,
        "definition": fact.definition,
        "note": fact.note,
    }
    return {name: value for name, value in whole.items() if value not in (None, "", [])}


def _bound_in(number: float | None, of_type: str) -> Bound | None:
    if number is None:
        return None
    return Fraction(str(number)) if of_type == "decimal" else int(number)


def _options_in(options: list[dict[str, Any]]) -> tuple[Option, ...]:
    return tuple(Option(option["id"], Text(**option["label"])) for option in options)


def _part_in(entry: dict[str, Any]) -> Part:
    of_type = entry["type"]
    read = {
        "label": Text(**entry["label"]),
        "min": _bound_in(entry.get("min"), of_type),
        "max": _bound_in(entry.get("max"), of_type),
        "values": _options_in(entry.get("values", [])),
    }
    return Part(**{**entry, **read})


def _fact_in(entry: dict[str, Any]) -> Fact:
    of_type = entry["type"]
    fresh = entry.get("fresh_months")
    about = entry.get("question_about")
    no_date = entry.get("no_date")
    read = {
        "label": Text(**entry["label"]),
        "question": Text(**entry["question"]),
        "question_about": Text(**about) if about else None,
        "proof": Text(**entry["proof"]),
        "words": {language: tuple(words) for language, words in entry["words"].items()},
        "min": _bound_in(entry.get("min"), of_type),
        "max": _bound_in(entry.get("max"), of_type),
        "values": STATES if of_type == "status" else _options_in(entry.get("values", [])),
        "no_date": NoDate(Text(**no_date["label"]), date.fromisoformat(no_date["day"])) if no_date else None,
        "parts": tuple(_part_in(part) for part in entry.get("parts", [])),
        "fresh_months": None if fresh is None else Fraction(str(fresh)),
    }
    return Fact(**{**entry, **read})
