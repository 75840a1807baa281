"""`rechtop rights` also shows the rights that are described and not computed, and says so."""

from __future__ import annotations

import json

import pytest

from rechtop.cli import main
from rechtop.rights.law.catalogue import load
from rechtop.rights.law.described import described


@pytest.mark.parametrize(("language", "marked"), [("nl", "niet berekend"), ("fr", "non calculé"), ("en", "not computed")])
def test_the_list_has_the_described_rights_too_and_marks_them(language: str, marked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "--on", "2026-11-22", "--language", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(load()) + len(described())
    assert sum(marked in line for line in lines) == len(described())
    leefloon = next(line for line in lines if line.startswith("leefloon "))
    assert marked not in leefloon


def test_the_list_for_a_machine_keeps_them_apart(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "--on", "2026-11-22", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["right"] for one in found["rights"]} == set(load())
    assert {one["right"] for one in found["described"]} == set(described())
    assert not any(one["computed"] for one in found["described"])


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("right", ["asbestfonds", "uitkering_gewaarborgd_inkomen", "woonkwaliteit_melding"])
def test_a_card_is_shown(right: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", right, "--on", "2026-11-22", "--language", language]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    card = described()[right]
    for text in (card.name, card.who, card.what, card.where, card.how):
        assert text.in_language(language) in shown
    assert card.link in shown
    assert ("2001-06-01" in shown) is (right == "uitkering_gewaarborgd_inkomen")


def test_a_card_for_a_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "woonkwaliteit_melding", "--json", "--language", "en"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["domain"] == "housing"
    assert found["think_when"].startswith("owner or tenant: tenant; and ")


def test_another_name_shows_the_right_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "spi_vrijstelling", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["right"] == "leefloon"


def test_a_wrong_name_near_a_card_is_answered_with_a_way_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rights", "asbestfond"]) == 2
    assert "asbestfonds" in capsys.readouterr().err
