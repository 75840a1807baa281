"""Every worked example of every right, as a jurist wrote it in cases.yaml."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from rechtop.rights.evaluate import assess, explain
from rechtop.rights.law.cases import Case, all_cases, cents

CASES = list(all_cases())


def names(case: Case) -> str:
    return f"{case.file.parent.name}: {case.name} ({case.on})"


@pytest.mark.parametrize("case", CASES, ids=names)
def test_worked_example(case: Case) -> None:
    situation = case.situation()
    assessment = assess(situation, {expected["right"] for expected in case.expect})
    results = assessment.results()
    for expected in case.expect:
        _compare(expected, results, assessment, case)


def _compare(expected: dict[str, Any], results: list[Any], assessment: Any, case: Case) -> None:
    right, person = expected["right"], expected.get("person")
    found = [result for result in results if result.right == right and (person is None or result.subject == person)]
    if expected.get("shown") is False:
        assert not found, f"{right} should not be shown for {person}: {found}"
        return
    assert found, f"no result for {right} ({person}); there are {[(r.right, r.subject, r.reason) for r in results]}"
    if person is None and len(found) > 1:
        open_first = sorted(found, key=lambda r: ["open", "hangs", "failed", "closed"].index(r.status))
        found = open_first
    result = found[0]
    explanation = explain(assessment, result)
    told = f"{result}\n" + "\n".join(f"  {c.key}: {c.holds} missing {[m[:2] for m in c.missing]}" for c in explanation.conditions)
    told += "\n" + "\n".join(f"  {s.key}: {s.low} .. {s.high} {s.about}" for s in explanation.steps)
    if "status" in expected:
        assert result.status == expected["status"], told
    if "amount" in expected:
        assert _cent(result.low) == _cent(result.high) == cents(expected["amount"]), told
    for end in ("low", "high"):
        if end in expected:
            assert _cent(getattr(result, end)) == (cents(expected[end]) if expected[end] is not None else float("inf")), told
    if "per" in expected:
        assert result.per == expected["per"], told
    if "because" in expected:
        wanted = expected["because"]
        assert set([wanted] if isinstance(wanted, str) else wanted) <= set(result.because), told
    if "hangs_on" in expected:
        wanted = expected["hangs_on"]
        assert set([wanted] if isinstance(wanted, str) else wanted) <= set(result.hangs_on), told
    if "missing" in expected:
        assert set(expected["missing"]) <= {ref[0] for ref in explanation.missing}, f"{told}\nmissing: {explanation.missing}"
    if "opens_after" in expected:
        assert set(expected["opens_after"]) <= set(result.opens_after), told
    if "provisional" in expected:
        assert result.provisional is expected["provisional"], told
    if "warns" in expected:
        wanted = expected["warns"]
        assert set([wanted] if isinstance(wanted, str) else wanted) <= {warning.key for warning in explanation.warnings}, told
    for key, amount in expected.get("steps", {}).items():
        lines = [step for step in explanation.steps if step.key == key]
        assert lines, f"no step {key}\n{told}"
        scale = 100 if lines[0].unit == "cents" else 1
        assert lines[0].low == lines[0].high == Fraction(amount) * scale or (
            scale == 100 and _cent(lines[0].low) == _cent(lines[0].high) == cents(amount)
        ), f"{key}: expected {amount}\n{told}"


def _cent(value: Any) -> Any:
    """Rounded to the cent, half up, as amounts are shown."""
    return value if value is None or isinstance(value, float) else (Fraction(value) + Fraction(1, 2)).__floor__()
