"""`rechtop scan`: every right of one household file."""

from __future__ import annotations

import difflib
import json
import sys
from datetime import date

from rechtop.cli import as_json
from rechtop.cli.words import euros, fact_words, word, yes_no
from rechtop.rights.ask import next_questions, question_text
from rechtop.rights.evaluate import Assessment, Explanation, Result, assess, explain
from rechtop.rights.evaluate.explain import missing_in
from rechtop.rights.facts.household_file import HouseholdFileError, read_household
from rechtop.rights.law.catalogue import load
from rechtop.rights.law.texts import texts_of

ORDER = {"open": 0, "hangs": 1, "failed": 2, "closed": 3}


def scan_command(text: str, on: date | None, wants_json: bool, explained: str | None, ask: int, language: str) -> int:
    """Print all rights; returns 0, or 2 with every fault of the file on standard error."""
    if explained is not None and explained not in load():
        near = difflib.get_close_matches(explained, load(), 1)
        print(
            f"rechtop scan: there is no right `{explained}`." + (f" Did you mean {near[0]}?" if near else " `rechtop rights` lists them."),
            file=sys.stderr,
        )
        return 2
    try:
        situation = read_household(text, on=on)
    except HouseholdFileError as wrong:
        print(f"rechtop scan: {len(wrong.faults)} fault(s) in the household file; nothing was computed.", file=sys.stderr)
        print(wrong, file=sys.stderr)
        return 2
    assessment = assess(situation)
    results = sorted(assessment.results(), key=lambda result: (ORDER[result.status], result.right, result.subject))
    if wants_json:
        explanations = [explain(assessment, result) for result in results if explained in (None, result.right)]
        questions = next_questions(assessment, results, limit=ask) if ask > 0 else []
        print(json.dumps(as_json.household(assessment, explanations, questions, language), ensure_ascii=False, indent=1))
        return 0
    if explained is not None:
        for result in results:
            if result.right == explained:
                _print_explanation(assessment, explain(assessment, result), language)
        return 0
    _print_results(assessment, results, language)
    if ask > 0:
        _print_questions(assessment, results, ask, language)
    return 0


def amount_words(result: Result, language: str) -> str:
    """ "tussen … en … per maand", "237.02 of niets per maand", or what there is instead of an amount."""
    if result.kind == "discretionary":
        return word("discretionary", language)
    if result.per is None or result.low is None or result.high is None:
        return result.kind or ""
    low, high = euros(result.low), euros(result.high)
    text = f"{word('at_least', language)} EUR {low}" if high == "…" else f"EUR {low}" if low == high else f"EUR {low} - {high}"
    maybe = f" {word('or_nothing', language)}" if result.status == "hangs" and not result.opens_after else ""
    return f"{text}{maybe} {word(result.per, language)}"


def _print_results(assessment: Assessment, results: list[Result], language: str) -> None:
    names, shown = assessment.situation.names, ""
    if not any(result.status in ("open", "hangs") for result in results):
        print(word("nothing", language))
    for result in results:
        if result.status != shown:
            shown = result.status
            print(f"\n{word(shown, language).upper()}")
        name = texts_of(result.right).name.in_language(language)
        about = f" · {names.get(result.subject, result.subject)}" if result.subject else ""
        held = f" ({word('already', language)})" if result.held in ("yes", "recognised_nil") else ""
        print(f"  {name}{about}{held}" + (f": {amount_words(result, language)}" if result.status in ("open", "hangs") else ""))
        if result.status == "hangs":
            if result.opens_after:
                after = ", ".join(texts_of(right).name.in_language(language) for right in result.opens_after)
                print(f"      {word('opens_after', language)}: {after}")
            missing = missing_in(assessment, result)
            if missing:
                print(
                    "      ? "
                    + "; ".join(fact_words(ref, assessment.situation, language) for ref in missing[:4])
                    + (" …" if len(missing) > 4 else "")
                )
        if result.status == "failed":
            print(f"      {result.reason}")
        if result.status == "closed":
            texts = texts_of(result.right)
            shown_conditions = {c.key: c for c in explain(assessment, result).conditions}
            for key in result.because[:2]:
                condition = shown_conditions[key]
                print(f"      ≠ {texts.sentence(key, condition.says, language)} ({condition.article})")


def _print_questions(assessment: Assessment, results: list[Result], ask: int, language: str) -> None:
    print(f"\n{word('ask', language)}:")
    for question in next_questions(assessment, results, limit=ask):
        rights = ", ".join(dict.fromkeys(texts_of(one.right).name.in_language(language) for one in question.decides))
        print(
            f"  {question_text(question.ref, assessment.situation, language)}  [{fact_words(question.ref, assessment.situation, language)}]"
        )
        print(f"      {word('decides', language)}: {rights}")


def _print_explanation(assessment: Assessment, found: Explanation, language: str) -> None:
    result, texts, names = found.result, texts_of(found.result.right), assessment.situation.names
    about = f" · {names.get(result.subject, result.subject)}" if result.subject else ""
    print(
        f"\n{texts.name.in_language(language)}{about}: {word(result.status, language)}"
        + (f", {amount_words(result, language)}" if result.status in ("open", "hangs") else "")
    )
    print(f"{word('conditions', language)}:")
    for shown in found.conditions:
        print(f"  [{yes_no(shown.holds, language)}] {texts.sentence(shown.key, shown.says, language)} ({shown.article})")
        for ref in shown.missing:
            print(f"        ? {fact_words(ref, assessment.situation, language)}")
    for key, says, article in found.judgements:
        print(f"  {word('judged', language)}: {texts.sentence(key, says, language)} ({article})")
    for warning in found.warnings:
        print(f"  {word('note', language)}: {texts.sentence(warning.key, warning.says, language)} ({warning.article})")
    if found.steps and result.status != "closed":
        print(f"{word('steps', language)}:")
        for step in found.steps:
            value = (
                (euros(step.low) if step.low == step.high else f"{euros(step.low)} - {euros(step.high)}")
                if step.unit != "plain"
                else (f"{float(step.low):g}" if step.low == step.high else f"{float(step.low):g} - {float(step.high):g}")
            )
            who = f" ({', '.join(names.get(one, one) for one in step.about)})" if step.about else ""
            print(f"  {value:>14}  {texts.sentence(step.key, step.says, language)}{who} ({step.article})")
    if found.missing:
        print(f"{word('missing', language)}: " + "; ".join(fact_words(ref, assessment.situation, language) for ref in found.missing))
    doubtful = [used for used in found.amounts if used.certainty != "confirmed"]
    if doubtful:
        print(f"{word('amounts', language)}:")
        for used in doubtful:
            mark = word("missing_amount" if used.certainty == "missing" else used.certainty, language)
            print(f"  {used.right}.{used.name} {used.key} {used.since}: {mark}")
