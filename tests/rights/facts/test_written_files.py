"""What follows from the vocabulary is written down, and is what the vocabulary says now."""

from __future__ import annotations

import json
import time
from pathlib import Path

import yaml

from rechtop.rights.facts import write_page
from rechtop.rights.facts.export import facts_from_json, facts_to_json, fingerprint
from rechtop.rights.facts.vocabulary import AS_JSON, FOLDER, read_vocabulary, vocabulary, vocabulary_as_json

BEHIND = "is behind; run `python -m rechtop.rights.facts`"


def test_the_json_is_what_the_topic_files_say() -> None:
    assert AS_JSON.read_text("utf-8") == vocabulary_as_json(), f"vocabulary.json {BEHIND}"


def test_out_to_json_and_back_nothing_is_lost() -> None:
    facts = dict(read_vocabulary(FOLDER).facts)
    assert facts_from_json(facts_to_json(facts, "x"), only_if="x") == facts


def test_json_of_other_topic_files_is_not_used() -> None:
    assert facts_from_json(vocabulary_as_json(), only_if="another fingerprint") is None
    assert facts_from_json("", only_if="x") is None


def test_a_changed_topic_file_has_another_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "income.yaml").write_text("[]")
    before = fingerprint(tmp_path)
    (tmp_path / "income.yaml").write_text("[ ]")
    assert fingerprint(tmp_path) != before


def test_other_programs_can_read_it() -> None:
    whole = json.loads(vocabulary_as_json())
    wage = next(fact for fact in whole["facts"] if fact["id"] == "wage_net_month")
    assert wage["unit"] == "EUR cents per month"
    assert wage["question"]["nl"].endswith("?")
    assert [state["id"] for state in whole["states"]][0] == "yes"
    assert len(whole["facts"]) == len(vocabulary())


def test_the_page_for_newcomers_has_the_present_table() -> None:
    page = write_page.PAGE.read_text("utf-8")
    assert write_page.page_with(write_page.old_names_table(), page) == page, f"docs/facts.md {BEHIND}"


def test_every_old_name_says_where_it_went() -> None:
    for row in yaml.safe_load(write_page.OLD_NAMES.read_text("utf-8")):
        assert row["facts"] or row["note"], row


def test_the_vocabulary_starts_quickly() -> None:
    vocabulary.cache_clear()
    quickest = float("inf")
    for _ in range(3):
        vocabulary.cache_clear()
        start = time.perf_counter()
        vocabulary()
        quickest = min(quickest, time.perf_counter() - start)
    assert quickest < 0.2, "about 0.02 s on an idle laptop; ten times that means the JSON was not used"
