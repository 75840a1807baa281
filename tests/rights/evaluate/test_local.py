"""Local rights of a household: the ordinary conditions, amounts and explanations, beside the rights of the law."""

from __future__ import annotations

import copy
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.rights.random_households import forget, full_household

from rechtop.rights.evaluate import assess
from rechtop.rights.evaluate.local import assess_local, ready_for_review, run_examples
from rechtop.rights.evaluate.result import Explanation, Result
from rechtop.rights.facts.household_file import read_household
from rechtop.rights.law.local import LocalRight, local_examples, local_from_json, read_local

ALL = {local.id: local for local in local_examples()}
PAGE = Path(__file__).parents[3] / "docs" / "local-rights.md"
ON = date(2026, 5, 1)


def found_for(text: str, local: LocalRight, on: date = ON) -> list[tuple[Result, Explanation]]:
    return assess_local(assess(read_household(text, on=on)), [local])


def home(**facts: Any) -> str:
    told = {"dwelling_municipality": '"41027"', **facts}
    return "{" + ", ".join(f"{name}: {value}" for name, value in told.items()) + "}"


@pytest.mark.parametrize("local", ALL.values(), ids=lambda local: local.right)
def test_the_invented_rights_are_ready_for_review(local: LocalRight) -> None:
    assert not ready_for_review(local)


def test_the_example_on_the_page_runs() -> None:
    text = re.search(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert text is not None
    assert not ready_for_review(local_from_json(text[1]))


def changed(id: str, **parts: Any) -> LocalRight:
    data = copy.deepcopy(json.loads(json.dumps(ALL[id].data)))
    data.update(parts)
    return read_local(data)


def test_an_example_that_does_not_come_out_says_what_came_instead() -> None:
    examples = copy.deepcopy(list(ALL["energiecheque"].data["examples"]))
    examples[0]["expect"]["amount"] = 79.99
    examples[2]["expect"] = {"status": "open"}
    told = [str(fault) for fault in run_examples(changed("energiecheque", examples=examples))]
    assert "expects 79.99, but 80.00 comes out" in told[0]
    assert "expects open, but closed comes out because of municipality" in told[1]


def test_without_an_open_and_a_closed_example_it_is_not_ready() -> None:
    examples = list(ALL["energiecheque"].data["examples"])
    assert "closed" in str(ready_for_review(changed("energiecheque", examples=examples[:2]))[0])
    assert "open" in str(ready_for_review(changed("energiecheque", examples=examples[2:]))[0])
    assert len(ready_for_review(changed("energiecheque", examples=[]))) == 2


ALONE = "persons: [{id: an, facts: {lives_here: always, has_leefloon: yes}}]\nhousehold: {someone_else_lives_here: no}\n"


def test_a_local_right_is_explained_like_every_other() -> None:
    ((result, explanation),) = found_for(f"{ALONE}home: {home()}", ALL["energiecheque"])
    assert (result.status, result.low, result.high, result.per) == ("open", 8_000, 8_000, "once")
    assert [condition.key for condition in explanation.conditions] == ["municipality", "low_income"]
    assert {used.ref[0] for used in explanation.conditions[0].facts} == {"dwelling_municipality"}
    assert [(used.name, used.value, used.source) for used in explanation.amounts if used.name == "amount"] == [
        ("amount", 8_000, "verzonnen, bestaat niet")
    ]
    assert [(step.key, step.low) for step in explanation.steps] == [("amount", 8_000)]


def test_unknown_is_never_no() -> None:
    ((result, explanation),) = found_for("persons: [{id: an}]", ALL["energiecheque"])
    assert result.status == "hangs"
    assert "dwelling_municipality" in {ref[0] for ref in explanation.missing}


def test_a_variant_that_is_unknown_gives_a_range() -> None:
    people = "".join(f"  - {{id: p{place}, facts: {{lives_here: always, has_leefloon: yes}}}}\n" for place in range(3))
    ((result, _),) = found_for(f"persons:\n{people}home: {home()}", ALL["energiecheque"])
    assert (result.status, result.low, result.high) == ("open", 8_000, 12_000)


@pytest.mark.parametrize(
    ("on", "status", "amount"),
    [
        (date(2025, 12, 31), "open", 2_500),
        (date(2026, 1, 1), "open", 2_750),
        (date(2026, 12, 31), "open", 2_750),
        (date(2027, 1, 1), "hangs", None),
    ],
)
def test_past_its_last_day_an_amount_is_missing_and_never_the_old_one(on: date, status: str, amount: int | None) -> None:
    text = (
        "persons: [{id: an, facts: {birth_date: 1970-01-01, lives_here: always, ready_to_work: care_for_someone,"
        f" long_illness_or_disability: yes}}}}]\nhome: {home()}"
    )
    ((result, explanation),) = found_for(text, ALL["mantelzorgpremie"], on)
    assert result.status == status
    if amount is not None:
        assert result.low == result.high == amount
    else:
        assert explanation.certainty == "missing"


def test_before_its_first_amount_it_hangs() -> None:
    local = changed("energiecheque", valid={"from": "2024-01-01"}, examples=[])
    ((result, _),) = found_for(f"{ALONE}home: {home()}", local, date(2025, 1, 1))
    assert result.status == "hangs"


def test_outside_its_days_a_right_is_not_there() -> None:
    assert not found_for(f"{ALONE}home: {home()}", ALL["energiecheque"], date(2025, 9, 30))
    assert not found_for(f"{ALONE}home: {home()}", changed("energiecheque", valid={"from": "2025-10-01", "until": "2026-04-30"}))


def test_who_is_registered_at_an_address_of_the_municipality_counts_too() -> None:
    text = (
        "persons: [{id: an, facts: {birth_date: 1985-01-01, lives_here: always, has_leefloon: yes, domicile_kind: reference_address,"
        ' domicile_municipality: "36011"}}]\nhome: {tenure: none}'
    )
    ((result, _),) = found_for(text, ALL["medische_kaart"])
    assert (result.status, result.kind) == ("open", "discretionary")


def test_a_status_may_count_as_soon_as_the_right_to_it_opens() -> None:
    condition = {**ALL["medische_kaart"].data["conditions"][0], "when": {"status": "has_vt", "or_opens": True}}
    local = changed("medische_kaart", conditions=[condition], examples=[])
    text = (
        "persons: [{id: an, facts: {birth_date: 1985-01-01, lives_here: always, health_fund_role: titular, has_vt: never,"
        " has_leefloon: {state: yes, since: 2020-01-01}}}]\n"
        'household: {someone_else_lives_here: no}\nhome: {dwelling_municipality: "36011"}'
    )
    assessment = assess(read_household(text, on=ON))
    vt = next(result for result in assessment.results() if result.right == "verhoogde_tegemoetkoming")
    ((result, _),) = assess_local(assessment, [local])
    assert vt.status in ("open", "hangs")
    assert result.status == "hangs"
    assert result.opens_after == ("verhoogde_tegemoetkoming",)


def test_a_reworded_right_is_explained_with_its_own_source() -> None:
    before = ALL["energiecheque"]
    data = json.loads(json.dumps(before.data).replace("verzonnen, bestaat niet", "een ander verzonnen besluit"))
    for local, source in ((before, "verzonnen, bestaat niet"), (read_local(data), "een ander verzonnen besluit")):
        ((_, explanation),) = found_for(f"{ALONE}home: {home()}", local)
        assert {used.source for used in explanation.amounts} == {source}


@pytest.mark.parametrize("seed", range(15))
def test_local_rights_leave_the_law_alone_and_less_known_never_contradicts(seed: int) -> None:
    full = full_household(seed, ON)
    whole = assess(full)
    before = whole.results()
    known = {(result.right, result.subject): result for result, _ in assess_local(whole, ALL.values())}
    assert whole.results() == before
    for result, _ in assess_local(assess(forget(full, seed, 0.4)), ALL.values()):
        same = known.get((result.right, result.subject))
        if result.status in ("open", "closed"):
            assert same is None or same.status == result.status or same.opens_after or result.opens_after
        assert result.status != "failed"
