"""Data that people write or send (JSON, YAML), read strictly: every fault is collected with its path, the value and the remedy."""

from __future__ import annotations

import json
import math
import reprlib
from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

import yaml

from rechtop.rights.language.amounts import ExactLoader

LARGEST = 10**12
"""No number in a condition or a local right comes near this one."""
LONGEST = 400_000
"""Characters in one file of data: far more than a right needs."""
_short = reprlib.Repr()
_short.maxstring = _short.maxother = 60
_short.maxdict = _short.maxlist = 3


@dataclass(frozen=True, slots=True)
class DataFault:
    """One thing wrong: where, what stands there, what is wrong with it and what to do."""

    path: str
    value: str
    what: str
    to_do: str

    def __str__(self) -> str:
        return f"{self.path or 'the whole'}: {self.value} {self.what} {self.to_do}".rstrip()


class DataError(ValueError):
    """Data that cannot be read; holds every fault found."""

    def __init__(self, faults: Collection[DataFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Doubled(dict[Any, Any]):
    """A mapping as it was written, which remembers the keys that stood in it twice."""

    doubled: tuple[str, ...] = ()


def shown(value: object) -> str:
    """A value in a fault, never longer than a line."""
    try:
        return _short.repr(value)[:120]
    except Exception:  # somebody else's __repr__; a fault is reported all the same
        return f"a {type(value).__name__}"


@dataclass(slots=True)
class Faults:
    """Collects what is wrong while data is read."""

    found: list[DataFault] = field(default_factory=list)

    def add(self, path: str, value: object, what: str, to_do: str = "") -> None:
        """One fault more."""
        self.found.append(DataFault(path, shown(value), what, to_do))

    def raise_if_any(self) -> None:
        """Raises DataError when anything was wrong."""
        if self.found:
            raise DataError(self.found)

    def mapping(self, data: object, path: str, known: Collection[str], needed: Collection[str] = ()) -> dict[str, Any]:
        """The data as a mapping with these keys and no others; what is wrong with it is noted, and the sound part returned."""
        if not isinstance(data, dict):
            self.add(path, data, "should be a mapping (name: value).", f"Use: {', '.join(known)}.")
            return {}
        for twice in getattr(data, "doubled", ()):
            self.add(f"{path}.{twice}".lstrip("."), twice, "stands here twice.", "Keep one.")
        sound: dict[str, Any] = {}
        for key, value in data.items():
            if not isinstance(key, str) or key not in known:
                self.add(path, key, "is not known here.", f"Use: {', '.join(known)}.")
            else:
                sound[key] = value
        for key in needed:
            if key not in sound:
                self.add(path, sorted(sound), f"lacks `{key}`.", f"Add {key}: and its value.")
        return sound

    def items(self, data: object, path: str, *, most: int, at_least: int = 0) -> list[Any]:
        """The data as a list of a reasonable length."""
        if not isinstance(data, list):
            self.add(path, data, "should be a list.", "Write [ … ].")
            return []
        if not at_least <= len(data) <= most:
            self.add(path, f"{len(data)} items", "is not a possible length.", f"Write {at_least} to {most} of them.")
            return []
        return data

    def text(self, data: object, path: str, *, most: int = 4_000) -> str:
        """The data as a text that says something."""
        if not isinstance(data, str) or not data.strip() or len(data) > most:
            self.add(path, data, "should be a text.", f"Write 1 to {most} characters.")
            return ""
        return data.strip()

    def number(self, data: object, path: str, *, decimals: int, low: Fraction | int, high: Fraction | int) -> Fraction | None:
        """The data as an exact number between two ends, with so many decimals at most. A float counts as it is written."""
        exact = exactly(data)
        if exact is None:
            self.add(path, data, "is not a number.", "Write it as 400 or 400.00, without quotes.")
            return None
        if (exact * 10**decimals).denominator != 1:
            what = "is finer than a cent." if decimals == 2 else "should be a whole number." if decimals == 0 else "has too many decimals."
            self.add(path, data, what, f"Write at most {decimals} decimals." if decimals else "Round it.")
            return None
        if not low <= exact <= high:
            self.add(path, data, "cannot be.", f"It lies between {float(low):g} and {float(high):g}.")
            return None
        return exact


def exactly(data: object) -> Fraction | None:
    """A number as it is written, exactly; None when it is none (a yes/no, a text, not finite, absurdly large or fine)."""
    if isinstance(data, bool):
        return None
    if isinstance(data, float):
        return Fraction(repr(data)) if math.isfinite(data) and (data == 0 or 1e-9 < abs(data) <= LARGEST) else None
    if isinstance(data, Decimal):
        if not data.is_finite() or abs(data.adjusted()) > 12 or int(data.as_tuple().exponent) < -12:
            return None
        return Fraction(data)
    return Fraction(data) if isinstance(data, int) and abs(data) <= LARGEST else None


def _doubled(pairs: list[tuple[Any, Any]]) -> Doubled:
    made = Doubled()
    twice = tuple(str(key)[:60] for place, (key, _) in enumerate(pairs) if any(key == other for other, _ in pairs[:place]))
    for key, value in pairs:
        made.setdefault(key, value)
    made.doubled = twice
    return made


def from_json(text: str) -> Any:
    """JSON with numbers read exactly and doubled keys remembered. Raises DataError."""
    faults = Faults()
    if len(text) > LONGEST:
        faults.add("", f"{len(text)} characters", "is too long.", f"Write at most {LONGEST}.")
        faults.raise_if_any()
    try:
        return json.loads(text, parse_float=Decimal, object_pairs_hook=_doubled)
    except (ValueError, RecursionError, ArithmeticError) as wrong:
        faults.add("", text[:60], "is not valid JSON.", str(wrong)[:200])
    raise DataError(faults.found)


class _StrictLoader(ExactLoader):
    """YAML that remembers doubled keys."""


def _construct(loader: Any, node: yaml.MappingNode) -> Doubled:
    loader.flatten_mapping(node)
    pairs = [(loader.construct_object(key, deep=True), loader.construct_object(value, deep=True)) for key, value in node.value]
    for key, _ in pairs:
        if not isinstance(key, Hashable):
            raise yaml.YAMLError(f"{shown(key)} cannot be a name")
    return _doubled(pairs)


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _construct)


def from_yaml(text: str) -> Any:
    """YAML with numbers read exactly and doubled keys remembered. Raises DataError."""
    faults = Faults()
    try:
        return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 (a SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError, ArithmeticError) as wrong:
        faults.add("", text[:60], "is not valid YAML.", str(wrong)[:300])
    raise DataError(faults.found)


__all__ = ["DataError", "DataFault", "Doubled", "Faults", "exactly", "from_json", "from_yaml", "shown"]
