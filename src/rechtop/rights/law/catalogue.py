"""All rights: finds their folders, and reads each for one day into conditions, steps and a result."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.graph import Node
from rechtop.rights.language.rule import RightVersion, Rule, read_rule, version_on, versions

FOLDER = Path(__file__).parent


@lru_cache(maxsize=1)
def load() -> tuple[str, ...]:
    """Imports every rule.py below this folder once. Returns the ids of the rights, in alphabetical order.

    Raises RuleError when a rule's module cannot be read or when rights wait for each other in a circle.
    """
    for path in sorted(FOLDER.glob("*/*/rule.py")):
        importlib.import_module(f"{__package__}.{path.parent.parent.name}.{path.parent.name}.rule")
    return tuple(sorted(versions()))


def folder_of(right: str) -> Path:
    """Where a right's rule, amounts, texts and cases stand."""
    load()
    found = versions().get(right)
    if not found:
        raise RuleError(f"there is no right `{right}`.", to_do=f"known: {', '.join(load())}.")
    return found[0].folder


@lru_cache(maxsize=1)
def granted_by() -> dict[str, str]:
    """Which right computes a status: `has_leefloon` → `leefloon`."""
    load()
    return {version.grants: id for id, all_versions in versions().items() for version in all_versions if version.grants}


@dataclass(frozen=True, slots=True)
class ReadRight:
    """One right as it reads on one day; `rule` is None when it could not be read, with the reason why."""

    id: str
    version: RightVersion | None
    rule: Rule | None
    reason: str = ""


@lru_cache(maxsize=256)
def law_on(on: date) -> tuple[ReadRight, ...]:
    """Every right as it reads on a day, those that wait for another's status after that other."""
    found = {id: _read(id, on) for id in load()}
    return tuple(found[id] for id in _in_order(found))


def _read(id: str, on: date) -> ReadRight:
    version = version_on(id, on)
    if version is None:
        return ReadRight(id, None, None, "not_modelled")
    try:
        return ReadRight(id, version, read_rule(version, on))
    except RuleError as wrong:
        return ReadRight(id, version, None, str(wrong))


def waits_for(rule: Rule) -> frozenset[str]:
    """The rights whose opening this rule reads (`yes_or_opens`)."""
    seen: set[int] = set()
    found: set[str] = set()
    roots = [
        *(c.node for c in rule.conditions),
        *(n for n in (rule.amount, rule.concerned) if n is not None),
        *(c.node for c in rule.warnings),
    ]
    stack: list[Node] = list(roots)
    while stack:
        node = stack.pop()
        if node.id in seen or "*opens" not in node.facts:
            continue
        seen.add(node.id)
        if node.op == "held_or_opens":
            right = granted_by().get(node.data[0])
            if right is not None:
                found.add(right)
        stack.extend(node.args)
    return frozenset(found)


def _in_order(found: dict[str, ReadRight]) -> list[str]:
    waits = {id: waits_for(read.rule) if read.rule else frozenset() for id, read in found.items()}
    ordered: list[str] = []
    under_way: list[str] = []

    def place(id: str) -> None:
        if id in ordered or id not in waits:
            return
        if id in under_way:
            circle = " → ".join([*under_way[under_way.index(id) :], id])
            raise RuleError(
                f"rights wait for each other in a circle: {circle}.", to_do="one of them must read the other as held only: `.yes`."
            )
        under_way.append(id)
        for other in sorted(waits[id]):
            place(other)
        under_way.pop()
        ordered.append(id)

    for id in sorted(found):
        place(id)
    return ordered
