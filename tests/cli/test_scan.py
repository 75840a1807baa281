"""`rechtop scan` as a person runs it: good files give rights, bad files name line, field and remedy and exit with 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rechtop.cli import main

TWO = "persons:\n  - id: an\n  - id: bo\n"
EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.yaml"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_each_example_is_scanned(example: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(example), "--language", language, "--ask", "3"]) == 0
    shown = capsys.readouterr().out
    assert shown.strip()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_json_holds_every_right_and_the_questions(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(example), "--json", "--ask", "3"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"open", "closed", "hangs"} >= {one["status"] for one in found["rights"]}, [
        one for one in found["rights"] if one["status"] == "failed"
    ]
    for one in found["rights"]:
        if one["status"] == "hangs":
            assert one["missing"] or one["opens_after"] or one["pending"] or any(p["certainty"] == "missing" for p in one["parameters"]), (
                one["right"]
            )
        for condition in one["conditions"]:
            assert condition["article"]


def test_there_are_six_examples() -> None:
    assert len(EXAMPLES) == 6


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("persons:\n  - id: an\n    facts: {wage_net_mnth: 5}\n", 3, "wage_net_month"),
        ("persons:\n  - id: an\n    facts: {birth_date: 2026-02-29}\n", 3, "not a date"),
        ("persons:\n  - id: an\n    facts: {birth_date: 0001-01-01}\n", 3, "1900"),
        ("persons:\n  - id: an\n    facts: {wage_net_month: -5}\n", 3, "between"),
        ("persons:\n  - id: an\n    facts: {wage_net_month: NaN}\n", 3, "not a number"),
        ("persons:\n  - id: an\n    facts: {wage_net_month: 1e309}\n", 3, "not a number"),
        ("persons:\n  - id: an\n    facts: {wage_net_month: [1, 2], lives_here: here}\n", 3, "always"),
        ("persons:\n  - id: an\n    facts: {wage_net_month: {at_least: 9, at_most: 2}}\n", 3, "Swap"),
        ("persons:\n  - id: an\n    facts: {birth_date: {at_least: {}, at_most: 1974-12-31}}\n", 3, "one value"),
        ("persons:\n  - id: an\n  - id: an\n", 3, "twice"),
        ("persons: {an: 1}\n", 1, "list"),
        ("household: {}\n", 1, "at least one person"),
        ("people:\n  - id: an\n", 1, "persons"),
        ("", 1, "empty"),
        ("persons: [", 1, "YAML"),
        (f"{TWO}relations:\n  - {{from: an, to: bo, kinship: child}}\n  - {{from: bo, to: an, kinship: child}}\n", 5, "one of these"),
        ("persons:\n  - id: an\nrelations:\n  - {from: an, to: cl, kinship: child}\n", 4, "no person `cl`"),
        ("persons:\n  - id: an\nrelations:\n  - {from: an, to: an, kinship: child}\n", 4, "itself"),
        ("on: 2026-13-01\npersons:\n  - id: an\n", 1, "not a date"),
        ("persons:\n  - id: an\n    facts: {rent_month: 700}\n", 3, "home"),
        ("persons:\n  - id: an\n    facts: {tax_wage_before_costs: 700}\n", 3, "each year"),
        ("persons:\n  - id: an\n    facts: {has_leefloon: {state: yes, colour: red}}\n", 3, "colour"),
    ],
)  # fmt: skip
def test_a_bad_file_names_line_and_remedy(text: str, line: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "household.yaml"
    path.write_text(text)
    assert main(["scan", str(path)]) == 2
    error = capsys.readouterr().err
    assert f"line {line}," in error, error
    assert says in error, error


@pytest.mark.parametrize(("arguments", "says"), [(["scan", "nowhere.yaml"], "no file"), (["rights", "leeflon"], "leefloon")])
def test_a_wrong_name_is_answered_with_a_way_on(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert says in capsys.readouterr().err


def test_a_wrong_date_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["rights", "--on", "2026-02-30"])
    assert ended.value.code == 2
    assert "2026-03-01" in capsys.readouterr().err


def test_a_right_is_shown_with_its_conditions_figures_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "leefloon", "--json", "--on", "2026-11-22"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["conditions"]
    assert all(dated["source"] for series in found["parameters"] for dated in series["history"])


def test_the_vocabulary_is_printed_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)["facts"]
    assert len(facts) > 150
    assert all(fact["question"]["fr"] for fact in facts)
