"""The worked examples of the rights: read from cases.yaml and compared with what the engine says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from rechtop.rights.facts.household_file import household_from
from rechtop.rights.facts.situation import Situation
from rechtop.rights.language.amounts import ExactLoader
from rechtop.rights.law.catalogue import FOLDER
from rechtop.rights.law.texts import LOADER


@dataclass(frozen=True, slots=True)
class Case:
    """One worked example. source: {published, by, url, says} or {article}; expect: a list of what must come out, amounts in EUR."""

    file: Path
    name: str
    on: date
    source: Mapping[str, Any]
    expect: tuple[Mapping[str, Any], ...]
    household: yaml.Node

    @property
    def published(self) -> bool:
        """Whether somebody else published this example, with its outcome."""
        return bool(self.source.get("published"))

    def situation(self) -> Situation:
        """The household of the example on its day. Raises HouseholdFileError."""
        return household_from(self.household, on=self.on)


def cases_in(file: Path) -> Iterator[Case]:
    """The examples of one cases.yaml; a fault names the file and the example."""
    root = yaml.compose(file.read_text(encoding="utf-8"), Loader=LOADER)
    if not isinstance(root, yaml.SequenceNode):
        raise ValueError(f"{file}: should be a list of examples.")
    loader = ExactLoader("")
    for node in root.value:
        fields = {key.value: value for key, value in node.value}
        plain = {key: loader.construct_object(value, deep=True) for key, value in fields.items() if key != "household"}
        lacking = {"name", "on", "source", "expect"} - set(plain)
        if lacking or "household" not in fields:
            raise ValueError(f"{file}, line {node.start_mark.line + 1}: the example lacks {', '.join(sorted(lacking)) or 'household'}.")
        source = plain["source"]
        if not isinstance(source, dict) or not (source.get("article") or (source.get("by") and source.get("url"))):
            raise ValueError(f"{file}, example {plain['name']!r}: source needs an article, or `by` and `url`.")
        yield Case(file, plain["name"], plain["on"], source, tuple(plain["expect"]), fields["household"])


def all_cases() -> Iterator[Case]:
    """The examples of every right."""
    for file in sorted(FOLDER.glob("*/*/cases.yaml")):
        yield from cases_in(file)


def cents(amount: Decimal | int) -> int:
    """EUR as written in an example, in cents."""
    return int(Decimal(amount) * 100)
