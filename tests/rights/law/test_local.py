"""A local right as JSON: read strictly, every fault named, written out again as it came in."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rechtop.rights.facts.vocabulary import LANGUAGES
from rechtop.rights.law.local import EXAMPLES, LocalError, LocalRight, export, local_examples, local_from_json, read_local, rule_from

ALL = list(local_examples())
RAW: list[dict[str, Any]] = [item for file in sorted(EXAMPLES.glob("*.json")) for item in json.loads(file.read_text("utf-8"))]
CARER = next(item for item in RAW if item["id"] == "mantelzorgpremie")
ON = date(2026, 5, 1)


@pytest.mark.parametrize("local", ALL, ids=lambda local: local.right)
def test_a_local_right_is_written_out_as_it_came_in(local: LocalRight) -> None:
    again = local_from_json(export(local))
    assert again == local
    assert hash(again) == hash(local)
    assert export(again) == export(local)
    assert json.loads(export(local)) in RAW


@pytest.mark.parametrize("local", ALL, ids=lambda local: local.right)
def test_its_rule_is_an_ordinary_one(local: LocalRight) -> None:
    rule = rule_from(local, ON)
    assert rule.right == local.right
    assert rule.conditions[0].key == "municipality"
    assert rule.kind == local.gives.kind
    for found in [*rule.conditions, *rule.steps, *rule.judgements]:
        assert found.article
        assert local.sentence(found.key, "nl") == found.says
        assert all(local.sentence(found.key, language) for language in LANGUAGES)


def test_the_examples_say_that_they_are_invented() -> None:
    assert len({local.code for local in ALL}) == 3
    assert all("verzonnen" in local.texts.name.nl and "invented" in local.texts.name.en for local in ALL)


def change(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Puts a value at a path ("conditions.0.key"); a value of ... takes it away."""

    def act(data: dict[str, Any]) -> None:
        *way, last = path.split(".")
        inside: Any = data
        for step in way:
            inside = inside[int(step)] if isinstance(inside, list) else inside[step]
        if value is ...:
            del inside[last]
        else:
            inside[int(last) if isinstance(inside, list) else last] = value

    return act


@pytest.mark.parametrize(
    ("path", "value", "where", "says"),
    [
        ("format", 2, "format", "Write 1"),
        ("id", "Mantelzorg!", "id", "small letters"),
        ("unit", "family", "unit", "person, household"),
        ("municipality.code", 41027, "municipality.code", "five digits"),
        ("municipality.name", ..., "municipality", "lacks `name`"),
        ("texts.name.fr", ..., "texts.name", "lacks `fr`"),
        ("texts.plain.nl", " ", "texts.plain.nl", "should be a text"),
        ("texts.documents", {}, "texts.documents", "should be a list"),
        ("regulation.link", "http://x", "regulation.link", "https"),
        ("regulation.date", "2026-02-30", "regulation.date", "not a day"),
        ("concerns", {"age": {"over": 3}}, "concerns.age", "not known here"),
        ("conditions.0.key", "municipality", "conditions[0].key", "used twice"),
        ("conditions.1.key", "cares", "conditions[1].key", "used twice"),
        ("conditions.0.article", "", "conditions[0].article", "should be a text"),
        ("conditions.0.when", {"fact": "ready_to_work", "is": ["carer"]}, "conditions[0].when.is[0]", "not an answer"),
        ("gives", {}, "gives", "one thing"),
        ("gives.tariff", {"article": "1"}, "gives", "one thing"),
        ("gives.amount.values", [], "gives.amount.values", "1 to"),
        ("gives.amount.values.0.value", 25.005, "gives.amount.values[0].value", "cent"),
        ("gives.amount.values.0.value", -1, "gives.amount.values[0].value", "lies between"),
        ("gives.amount.values.0.value", "25", "gives.amount.values[0].value", "without quotes"),
        ("gives.amount.values.0.source", ..., "gives.amount.values[0]", "lacks `source`"),
        ("gives.amount.values.0.per", "week", "gives.amount.values[0].per", "month, year, once"),
        ("gives.amount.values.0.per", "year", "gives.amount", "rhythm"),
        ("gives.amount.values.0.until", "2026-01-01", "gives.amount.values", "runs into"),
        ("gives.amount.values.1.from", "2024-01-01", "gives.amount.values", "runs into"),
        ("gives.amount.values.1.until", "2025-01-01", "gives.amount.values[1].until", "Swap"),
        ("gives.amount.variants.0.when", 5, "gives.amount.variants[0].when", "not a condition"),
        ("valid.until", "2020-01-01", "valid.until", "Swap"),
        ("examples.0.on", "today", "examples[0].on", "not a day"),
        ("examples.0.household", 3, "examples[0].household", "not a household"),
        ("examples.0.household.home.tenure", "castle", "examples[0].household.home.tenure", "not one of"),
        ("examples.0.expect.person", "zoe", "examples[0].expect.person", "nobody"),
        ("examples.0.expect.status", "maybe", "examples[0].expect.status", "open, closed, hangs"),
        ("examples.0.expect.shown", False, "examples[0].expect", "shown: false alone"),
        ("colour", "red", "", "not known here"),
    ],
)
def test_a_fault_has_its_path_and_remedy(path: str, value: Any, where: str, says: str) -> None:
    data = copy.deepcopy(CARER)
    change(path, value)(data)
    with pytest.raises(LocalError) as wrong:
        read_local(data)
    assert any(fault.path == where and says in str(fault) for fault in wrong.value.faults), str(wrong.value)


def test_all_faults_are_reported_at_once() -> None:
    data = copy.deepcopy(CARER)
    for path in ("format", "unit", "regulation.date", "gives.amount.article"):
        change(path, None)(data)
    with pytest.raises(LocalError) as wrong:
        read_local(data)
    assert {fault.path for fault in wrong.value.faults} >= {"format", "unit", "regulation.date", "gives.amount.article"}


def test_a_name_that_stands_twice_is_a_fault() -> None:
    text = json.dumps(CARER).replace('"format": 1', '"format": 1, "format": 1')
    with pytest.raises(LocalError, match="twice"):
        local_from_json(text)
    with pytest.raises(LocalError, match="twice"):
        local_from_json(
            json.dumps(CARER).replace('"tenure"', '"tenure": "rented", "tenure"').replace('"home": {', '"home": {"x": 1, "x": 1, ')
        )


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10), st.just([]), st.just({}), st.dates(), st.binary(max_size=3),
    st.just([{}]), st.just({"a": {"b": [1]}}), st.just({1, 2}), st.decimals(),
)  # fmt: skip


def paths(data: Any, before: str = "") -> list[str]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    found = [f"{before}.{key}".lstrip(".") for key, _ in inside]
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return found + [path for key, value in inside for path in paths(value, f"{before}.{key}".lstrip("."))]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(RAW), st.data(), JUNK)
def test_junk_anywhere_never_raises_anything_but_the_error(raw: dict[str, Any], draw: st.DataObject, junk: Any) -> None:
    data = copy.deepcopy(raw)
    change(draw.draw(st.sampled_from(paths(raw))), junk)(data)
    try:
        local = read_local(data)
    except LocalError as wrong:
        assert wrong.faults
    else:
        rule_from(local, ON)


@settings(max_examples=100, deadline=None)
@given(JUNK)
def test_junk_alone_never_raises_anything_but_the_error(junk: Any) -> None:
    with pytest.raises(LocalError):
        read_local(junk)
