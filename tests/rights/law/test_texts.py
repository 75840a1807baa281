"""Every right says everything in three languages, and each sentence of its rule is translated."""

from __future__ import annotations

from datetime import date

import pytest

from rechtop.rights.facts.vocabulary import LANGUAGES
from rechtop.rights.language.rule import read_rule, versions
from rechtop.rights.law.cases import cases_in
from rechtop.rights.law.catalogue import folder_of, load
from rechtop.rights.law.texts import texts_of

RIGHTS = load()
DAY = date(2026, 11, 22)
FIRST_RIGHTS = (
    "aanvullende_financiele_steun", "equivalent_leefloon", "groeipakket_basisbedrag", "groeipakket_sociale_toeslag", "huurpremie",
    "huursubsidie", "inkomensgarantie_voor_ouderen", "inkomensvervangende_tegemoetkoming", "installatiepremie",
    "integratietegemoetkoming", "juridische_tweedelijnsbijstand", "leefloon", "schooltoeslag", "sociaal_tarief_energie",
    "verhoogde_tegemoetkoming", "verwarmingstoelage", "zorgbudget_ouderen",
)  # fmt: skip
"""The widest rights: eight worked examples at least."""


def test_there_are_rights() -> None:
    assert len(RIGHTS) >= 1


@pytest.mark.parametrize("right", RIGHTS)
def test_texts_are_complete_in_three_languages(right: str) -> None:
    texts = texts_of(right)
    assert texts.documents, "says which papers to bring"
    assert texts.legal_basis, "names its law"
    assert texts.non_take_up, "says why people do not take it up"
    assert set(texts.unlocks) is not None


@pytest.mark.parametrize("right", RIGHTS)
def test_every_sentence_of_the_rule_is_translated(right: str) -> None:
    texts = texts_of(right)
    for version in versions()[right]:
        rule = read_rule(version, max(version.since, min(DAY, version.until or DAY)))
        sentences = [*rule.conditions, *rule.steps, *rule.warnings, *rule.judgements]
        lacking = sorted(
            {
                f"{found.key} ({language})"
                for found in sentences
                for language in LANGUAGES
                if language != "nl" and not str(texts.says.get(found.key, {}).get(language, "")).strip()
            }
        )
        assert not lacking, f"{right}/texts.yaml: says lacks {', '.join(lacking)}"


@pytest.mark.parametrize("right", RIGHTS)
def test_every_condition_and_step_bears_its_article(right: str) -> None:
    for version in versions()[right]:
        rule = read_rule(version, max(version.since, min(DAY, version.until or DAY)))
        assert rule.conditions, "a right has conditions"
        for found in [*rule.conditions, *rule.steps, *rule.warnings, *rule.judgements]:
            assert found.article.strip(), f"{right}: `{found.key}` has no article"
        assert rule.result_article.strip()


@pytest.mark.parametrize("right", RIGHTS)
def test_a_right_has_enough_worked_examples_on_more_than_one_day(right: str) -> None:
    cases = list(cases_in(folder_of(right) / "cases.yaml"))
    assert len(cases) >= (8 if right in FIRST_RIGHTS else 6)
    assert len({case.on for case in cases}) >= 2
