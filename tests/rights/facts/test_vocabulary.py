"""The vocabulary is complete, and whoever writes a fact wrongly is told where and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rechtop.rights.facts.household_file import HouseholdFileError, read_household
from rechtop.rights.facts.kinship import INVERSE
from rechtop.rights.facts.passport import FAR_AHEAD, LONG_AGO
from rechtop.rights.facts.vocabulary import (
    EVENT_KINDS,
    LANGUAGES,
    TOPICS,
    Fact,
    Text,
    UnknownFact,
    VocabularyError,
    read_vocabulary,
    vocabulary,
)

GOOD = """\
- id: wage_net_month
  of: person
  type: cents
  unit: EUR cents per month
  min: 0
  max: 10000.50
  moment: now
  label: {nl: nettoloon, fr: salaire net, en: net wage}
  question: {nl: Hoeveel loon krijgt u?, fr: Combien gagnez-vous ?, en: How much do you earn?}
  question_about: {nl: 'Hoeveel verdient {name}?', fr: 'Combien gagne {name} ?', en: 'How much does {name} earn?'}
  words: {nl: [loon], fr: [salaire], en: [wage]}
  topic: income
  sensitivity: money
  effort: 1
  fresh_months: 3
  proof: {nl: loonbrief, fr: fiche de paie, en: payslip}
"""

ALL = tuple(vocabulary())
EVERY_FACT = pytest.mark.parametrize("fact", ALL, ids=lambda fact: fact.id)


def texts_of(fact: Fact) -> list[Text]:
    about = [fact.question_about] if fact.question_about else []
    answers = [option.label for option in fact.values]
    parts = [part.label for part in fact.parts] + [option.label for part in fact.parts for option in part.values]
    return [fact.label, fact.question, fact.proof, *about, *answers, *parts]


def vocabulary_of(tmp_path: Path, text: str, file: str = "income.yaml") -> dict[str, Fact]:
    (tmp_path / file).write_text(text, "utf-8")
    return dict(read_vocabulary(tmp_path).facts)


@EVERY_FACT
def test_every_text_stands_in_three_languages(fact: Fact) -> None:
    for text in texts_of(fact):
        for language in LANGUAGES:
            assert text.in_language(language).strip()
    assert fact.question.nl != fact.question.fr != fact.question.en


@EVERY_FACT
def test_questions_end_with_a_question_mark_or_a_full_stop_and_can_be_read_aloud(fact: Fact) -> None:
    for text in (fact.question, *([fact.question_about] if fact.question_about else [])):
        for language in LANGUAGES:
            words = re.findall(r"[\w{}'’-]+", text.in_language(language))
            assert text.in_language(language)[-1] in "?."
            assert len(words) <= 22, text.in_language(language)


@EVERY_FACT
def test_a_question_about_somebody_does_not_address_that_person(fact: Fact) -> None:
    if fact.question_about:
        assert not re.search(r"\b(u|uw)\b", fact.question_about.nl)
        assert not re.search(r"\b(vous|votre|vos)\b", fact.question_about.fr)
        assert not re.search(r"\b(you|your)\b", fact.question_about.en)


@EVERY_FACT
def test_french_puts_a_space_before_a_question_mark(fact: Fact) -> None:
    assert not re.search(r"\S[?]", fact.question.fr.replace(" ?", ""))


@EVERY_FACT
def test_everyday_words_are_enough_to_find_it(fact: Fact) -> None:
    for language in LANGUAGES:
        assert len(set(fact.words[language])) >= 5, language


@EVERY_FACT
def test_labels_are_short_and_no_sentences(fact: Fact) -> None:
    for language in LANGUAGES:
        label = fact.label.in_language(language)
        assert len(label) <= 80
        assert label[-1] not in ".?!"


@EVERY_FACT
def test_numbers_have_a_unit_and_bounds_and_nothing_else_has(fact: Fact) -> None:
    number = fact.type in ("cents", "count", "decimal")
    assert bool(fact.unit) == number
    if number:
        assert fact.min is not None
        assert fact.max is not None
        assert fact.min < fact.max
        assert fact.min >= 0
    else:
        assert fact.min is None
        assert fact.max is None


@EVERY_FACT
def test_money_says_per_what_time_in_its_name_and_its_unit_alike(fact: Fact) -> None:
    if fact.unit.endswith("per month"):
        assert "month" in fact.id
    if fact.id.endswith("_year") and fact.type == "cents":
        assert fact.unit == "EUR cents per year"


@EVERY_FACT
def test_an_enum_has_answers_and_each_answer_once(fact: Fact) -> None:
    if fact.type == "enum":
        assert bool(fact.values) != bool(fact.codes)
        assert len(set(fact.option_ids)) == len(fact.option_ids)
        for language in LANGUAGES:
            labels = [option.label.in_language(language) for option in fact.values]
            assert len(set(labels)) == len(labels), "two answers read the same"


def test_every_status_has_the_six_states_and_a_since() -> None:
    for fact in ALL:
        if fact.type == "status":
            assert fact.option_ids == ("yes", "recognised_nil", "asked", "refused", "stopped", "never")
            assert [part.id for part in fact.parts[:2]] == ["since", "until"]


def test_recognised_without_pay_is_offered_only_where_a_body_does_that() -> None:
    offered = {fact.id for fact in ALL if fact.type == "status" and "recognised_nil" in [option.id for option in fact.offered]}
    assert offered == {"has_ivt", "has_it", "has_old_federal_allowance", "has_zorgbudget_ouderen"}
    assert all(set(fact.values) - set(fact.offered) <= {vocabulary().fact("has_ivt").option("recognised_nil")} for fact in ALL)


def test_a_date_that_need_not_exist_has_an_answer_for_that() -> None:
    not_pregnant = vocabulary().fact("expected_birth_date").no_date
    assert not_pregnant is not None
    assert not_pregnant.label.nl == "niet zwanger"
    assert not_pregnant.day == LONG_AGO, "a birth expected long ago is no pregnancy now"
    not_ill = vocabulary().fact("incapacity_since").no_date
    assert not_ill is not None
    assert not_ill.day == FAR_AHEAD, "who is unable to work from far ahead is able now"
    assert vocabulary().fact("birth_date").no_date is None


def test_a_household_file_may_say_that_there_is_no_such_day() -> None:
    household = read_household("persons: [{id: an, facts: {expected_birth_date: none, income_changed_on: no}}]")
    for fact in ("expected_birth_date", "income_changed_on"):
        told = household.told(fact, "an")
        assert told is not None
        assert told.value == LONG_AGO
    with pytest.raises(HouseholdFileError):
        read_household("persons: [{id: an, facts: {birth_date: none}}]")


def test_each_list_of_events_can_be_told_apart() -> None:
    kinds = {fact.event for fact in ALL if fact.of == "event"}
    assert kinds == set(EVENT_KINDS)


def test_five_facts_close_a_list() -> None:
    for name in (
        "someone_else_lives_here",
        "someone_elsewhere_matters",
        "has_more_real_estate",
        "has_more_disposals",
        "has_more_fuel_deliveries",
    ):
        assert vocabulary().fact(name).type == "bool"


def test_the_answers_of_kinship_are_those_that_have_an_inverse() -> None:
    assert set(vocabulary().fact("kinship").option_ids) == set(INVERSE)


def test_a_dependant_is_named_before_the_one_he_depends_on() -> None:
    for name in ("tax_dependant_of", "health_fund_dependant_of"):
        fact = vocabulary().fact(name)
        assert fact.you == "to", "the question asks the holder: 'is this person your dependant?'"
        assert fact.note.startswith("From the dependant to the ")
        assert fact.question_about is not None
        assert fact.question_about.en.index("{name}") < fact.question_about.en.index("{other}")


def test_topics_come_in_the_order_of_a_conversation() -> None:
    order = [TOPICS.index(fact.topic) for fact in ALL]
    assert order == sorted(order)


def test_an_unknown_fact_suggests_the_nearest() -> None:
    with pytest.raises(UnknownFact, match="There is no fact `wage_net_mont`.* Did you mean wage_net_month"):
        vocabulary().fact("wage_net_mont")


def test_an_unknown_answer_or_part_names_the_ones_there_are() -> None:
    with pytest.raises(LookupError, match="`castle` is no answer to `tenure`. There are: owner_occupied"):
        vocabulary().fact("tenure").option("castle")
    with pytest.raises(LookupError, match="has no part `size`. There are: since, until, amount"):
        vocabulary().fact("has_igo").part("size")


def test_money_bounds_stand_in_eur_in_the_file_and_in_cents_in_the_engine(tmp_path: Path) -> None:
    fact = vocabulary_of(tmp_path, GOOD)["wage_net_month"]
    assert (fact.min, fact.max) == (0, 1_000_050)


def test_an_answer_called_no_stays_a_word(tmp_path: Path) -> None:
    assert vocabulary().fact("child_placement").option("no").label.nl == "nee"


@pytest.mark.parametrize(
    ("instead_of", "written", "field", "why"),
    [
        ("unit: EUR cents per month", "unit: EUR", "unit", "is `EUR`; choose one of EUR cents"),
        ("  max: 10000.50\n", "", "max", "is missing"),
        ("max: 10000.50", "max: 10000.505", "max", "whole number"),
        ("max: 10000.50", "max: much", "max", "should be a number"),
        ("min: 0", "min: 20000", "max", "greater than min"),
        ("type: cents", "type: money", "type", "choose one of bool, cents"),
        ("type: cents", "type: bool", "unit", "a bool has none"),
        ("type: cents", "type: enum", "unit", "a enum has none"),
        ("of: person", "of: animal", "of", "choose one of person, relation"),
        ("moment: now", "moment: date", "moment", "only a date has it"),
        ("moment: now", "momment: now", "moment", "is missing; choose one of now"),
        ("topic: income", "topic: work", "topic", "stands in income.yaml"),
        ("effort: 1", "effort: 9", "effort", "choose one of 1, 2, 3"),
        ("fr: salaire net, ", "", "label", "has no text in `fr`"),
        ("'Combien gagne {name} ?'", "'Combien ?'", "question_about", r"has no \{name\} in `fr`"),
        ("words: {nl: [loon], ", "words: {", "words", "a list for nl, fr and en"),
        ("effort: 1", "effort: 1\n  colour: red", "colour", "is not a field of a fact"),
        ("effort: 1", "effort: 1\n  values: [{id: a}]", "values", "only an enum"),
        ("effort: 1", "effort: 1\n  parts: []", "parts", "only a status has parts"),
        ("effort: 1", "effort: 1\n  symmetric: yes", "symmetric", "choose one of true, false"),
        ("id: wage_net_month", "id: Wage", "id", "lower-case name"),
        ("effort: 1", "effort: 1\n  no_date: {nl: nee, fr: non, en: no}", "no_date", "only a date has it"),
    ],
)
def test_a_mistake_names_the_file_the_fact_and_the_field(tmp_path: Path, instead_of: str, written: str, field: str, why: str) -> None:
    assert instead_of in GOOD
    with pytest.raises(VocabularyError, match=why) as error:
        vocabulary_of(tmp_path, GOOD.replace(instead_of, written, 1))
    assert error.value.file == "income.yaml"
    assert error.value.field == field
    assert str(error.value).startswith("income.yaml, fact `")


def test_the_same_fact_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="field `id`: is already in income.yaml"):
        vocabulary_of(tmp_path, GOOD + GOOD)


def test_a_file_that_is_no_topic_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="there is no topic `wages`"):
        vocabulary_of(tmp_path, GOOD, file="wages.yaml")


def test_broken_yaml_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"income\.yaml.* is not valid YAML"):
        vocabulary_of(tmp_path, "- id: [")
    with pytest.raises(VocabularyError, match="should be a list of facts"):
        vocabulary_of(tmp_path, "id: wage")
