"""The JSON schema of a condition, for editors: `python -m rechtop.rights.language.condition_schema`. The reader checks more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rechtop.rights.language.conditions import HOWS, MOST_MEMBERS, MOST_PARTS, OLDEST, ORDERS

TARGET = Path(__file__).parents[4] / "docs" / "condition.schema.json"


def schema() -> dict[str, Any]:
    """The whole schema (JSON Schema 2020-12). The facts themselves stand in `rechtop facts --json`."""
    again = {"$ref": "#/$defs/condition"}
    id = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
    several = {"type": "array", "items": again, "minItems": 1, "maxItems": MOST_PARTS}

    def closed(needed: str, properties: dict[str, Any]) -> dict[str, Any]:
        return {"type": "object", "required": [needed], "additionalProperties": False, "properties": properties}

    def orders(most: int, **more: Any) -> dict[str, Any]:
        numbers = {how: {"type": "integer", "minimum": 0, "maximum": most} for how in ORDERS}
        return {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": {**numbers, **more}}

    bound = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|today)$"}]}
    chosen = {"anyOf": [{"type": "boolean"}, {"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    tests: dict[str, Any] = {how: bound if how in ORDERS else chosen for how in HOWS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A condition of a right, written as data",
        "description": "Money is in EUR with at most two decimals. What is unknown of a household stays unknown: never no, never zero.",
        "$ref": "#/$defs/condition",
        "$defs": {
            "condition": {
                "oneOf": [
                    *(closed(word, {word: several}) for word in ("all", "any")),
                    *(closed(word, {word: again}) for word in ("not", "someone", "everyone", "nobody")),
                    closed("fact", {"fact": id, **tests}),
                    closed("status", {"status": id, "or_opens": {"type": "boolean"}}),
                    closed("age", {"age": orders(OLDEST)}),
                    closed("members", {"members": orders(MOST_MEMBERS, where=again)}),
                    closed("municipality", {"municipality": {"type": "array", "items": {"type": "string", "pattern": "^[0-9]{5}$"}}}),
                ]
            }
        },
    }


def written() -> str:
    """The text of docs/condition.schema.json."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), "utf-8")
    print(f"wrote {TARGET}")
