"""The JSON schema of a household file, written from the vocabulary: `python -m rechtop.rights.facts.household_schema`.

Editors use it to complete names; the reader itself (household_file.py) checks more than a schema can say.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rechtop.rights.facts.vocabulary import EVENT_KINDS, Fact, Part, vocabulary

TARGET = Path(__file__).parents[4] / "docs" / "household-file.schema.json"
NOT_KNOWN = ["?", "does_not_know", "rather_not_say", "later"]


def schema() -> dict[str, Any]:
    """The whole schema (JSON Schema 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A household, as rechtop scan reads it",
        "description": "A fact that is not named is unknown: never no, never zero. Money is in EUR with cents.",
        "type": "object",
        "required": ["persons"],
        "additionalProperties": False,
        "$defs": {
            "yes_no": {"anyOf": [{"type": "boolean"}, {"$ref": "#/$defs/not_known"}]},
            "not_known": {"enum": NOT_KNOWN},
            "day": {"anyOf": [{"type": "string", "format": "date"}, {"$ref": "#/$defs/not_known"}]},
            "code": {"anyOf": [{"type": "string", "pattern": "^([0-9]{5}|abroad)$"}, {"$ref": "#/$defs/not_known"}]},
            **{f"facts_{of}": _facts(of) for of in ("household", "dwelling", "person", "event")},
        },
        "properties": {
            "on": {"type": "string", "format": "date", "description": "The day of law; today when left out."},
            "household": {"$ref": "#/$defs/facts_household"},
            "home": {"$ref": "#/$defs/facts_dwelling"},
            "persons": {
                "type": "array",
                "minItems": 1,
                "items": _item({"id": _ID, "name": {"type": "string"}, "facts": {"$ref": "#/$defs/facts_person"}}, "id"),
            },
            "relations": {"type": "array", "items": _relation()},
            "properties": {
                "type": "array",
                "items": _item(
                    {
                        "id": _ID,
                        "facts": {"$ref": "#/$defs/facts_dwelling"},
                        "owners": {"type": "object", "additionalProperties": _facts("relation", "dwelling")},
                    },
                    "id",
                    "owners",
                ),
            },
            "events": {
                "type": "array",
                "items": _item(
                    {"id": _ID, "kind": {"enum": list(EVENT_KINDS)}, "of": _ID, "facts": {"$ref": "#/$defs/facts_event"}}, "id", "kind"
                ),
            },
        },
    }


_ID = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,60}$"}


def _item(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "additionalProperties": False, "properties": properties}


def _relation() -> dict[str, Any]:
    return {**_facts("relation"), "required": ["from", "to"], "properties": {"from": _ID, "to": _ID, **_facts("relation")["properties"]}}


def _facts(of: str, to: str = "") -> dict[str, Any]:
    found = [fact for fact in vocabulary() if fact.of == of and (not to or fact.to == to)]
    return {"type": "object", "additionalProperties": False, "properties": {fact.id: _fact(fact) for fact in found}}


def _fact(fact: Fact) -> dict[str, Any]:
    one = _answer(fact)
    shown = {"description": f"{fact.question.en}{f' ({fact.unit})' if fact.unit else ''}"}
    if fact.by_year:
        return {**shown, "type": "object", "patternProperties": {"^(19|20|21)[0-9]{2}$": one}, "additionalProperties": False}
    return {**shown, "anyOf": [one, {"type": "array", "items": one}]}


def _answer(fact: Fact) -> dict[str, Any]:
    said = _scalar(fact)
    since = {"since": {"$ref": "#/$defs/day"}, "until": {"$ref": "#/$defs/day"}}
    if fact.type == "status":
        parts = {part.id: _part(part) for part in fact.parts}
        return {"anyOf": [said, _item({"state": said, **parts, **since}, "state")]}
    return {"anyOf": [said, _item({"value": said, **since}, "value")]}


def _part(part: Part) -> dict[str, Any]:
    said = _scalar(part)
    return {"type": "object", "additionalProperties": said} if part.moment == "year" else said


def _scalar(source: Fact | Part) -> dict[str, Any]:
    if source.type in ("bool", "date"):
        return {"$ref": "#/$defs/yes_no" if source.type == "bool" else "#/$defs/day"}
    if source.type in ("enum", "status"):
        if not source.values:
            return {"$ref": "#/$defs/code"}
        plain: list[Any] = [option.id for option in source.values]
        return {"enum": plain + NOT_KNOWN + ([True, False, "no"] if source.type == "status" else [])}
    scale = 100 if source.type == "cents" else 1
    number: dict[str, Any] = {"type": "integer" if source.type == "count" else "number"}
    if source.min is not None and source.max is not None:
        number |= {"minimum": float(source.min / scale), "maximum": float(source.max / scale)}
    bounds = {"type": "object", "properties": {"at_least": number, "at_most": number}, "additionalProperties": False}
    return {"anyOf": [number, {"$ref": "#/$defs/not_known"}, bounds]}


def written() -> str:
    """The schema as it stands in docs/."""
    return json.dumps(schema(), indent=None, separators=(",", ":"), ensure_ascii=False).replace('"},"', '"},\n"') + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
