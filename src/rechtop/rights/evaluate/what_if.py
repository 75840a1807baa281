"""What an answer would change: the same household with one fact filled in, sharing everything that fact does not touch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rechtop.rights.evaluate.assessment import Assessment, after_run
from rechtop.rights.evaluate.result import FactRef
from rechtop.rights.evaluate.run import Run, key_at, mask_of
from rechtop.rights.evaluate.told_values import FactKey, typed
from rechtop.rights.facts.kinship import INVERSE
from rechtop.rights.facts.settles import OPENERS
from rechtop.rights.facts.situation import Value
from rechtop.rights.facts.vocabulary import Fact, Part, vocabulary

MONTHLY = (0, 80_000, 150_000, 220_000, 400_000)
"""EUR cents a month: nothing, a small part-time wage, the low benefits, the minimum wage, the median, well above every ceiling."""
ONCE = (0, 400_000, 1_500_000, 10_000_000)
"""EUR cents of savings or a price."""
YEARLY_INCOME = tuple(12 * cents for cents in MONTHLY)
AGES = (2, 10, 17, 23, 40, 68)
AGO_IN_DAYS = (20, 150, 600, 4000)
MOST_OPTIONS = 6


def with_answer(assessment: Assessment, ref: FactRef, value: Any) -> tuple[Run, Run]:
    """(run, run in which opening statuses count) with one fact set to a value in the interpreter's form."""
    fact, ids, year, aspect = ref
    if fact in OPENERS and value is False:
        return _with_opener(assessment, ids, OPENERS[fact], fact)
    key = table_of(ref)
    table, unknown = assessment.told.table(key)
    filled = {**table, ids: value}
    known = vocabulary().fact(fact)
    if fact == "kinship" and len(ids) == 2:
        option = known.option_ids[int(value).bit_length() - 1]
        filled[ids[1], ids[0]] = 1 << known.option_ids.index(INVERSE[option])
    elif known.symmetric and len(ids) == 2:
        filled[ids[1], ids[0]] = value
    replaced = {key: (filled, unknown)}
    if aspect == "since":
        replaced |= _held_since(assessment, ref, int(value[0]))
    run = Run(assessment.told, assessment.run, mask_of(frozenset([fact])), replaced)
    return run, after_run(run, assessment.law)


def _held_since(assessment: Assessment, ref: FactRef, first: int) -> dict[FactKey, tuple[dict[tuple[str, ...], Any], Any]]:
    """Today's answer on every other day that rules read, from the first day it holds."""
    fact, ids, year, _ = ref
    table, unknown = assessment.told.table((fact, "value", year, None))
    now = table.get(ids, unknown)
    read = (key_at(place) for place in list(assessment.run.tables))
    days = [key for key in read if key[:3] == (fact, "value", year) and key[3] is not None and first <= key[3]]
    return {key: ({**assessment.told.table(key)[0], ids: now}, unknown) for key in days}


def table_of(ref: FactRef) -> FactKey:
    """The table of told values that an answer to this question fills."""
    fact, _, year, aspect = ref
    if aspect.startswith("on:"):
        return (fact, "value", year, date.fromisoformat(aspect[3:]).toordinal())
    return (fact, aspect, year, None)


def _with_opener(assessment: Assessment, ids: tuple[str, ...], answers: Mapping[str, Value], opener: str) -> tuple[Run, Run]:
    """The "no" to an opening question: everything it answers that was not told yet."""
    replaced: dict[FactKey, tuple[dict[tuple[str, ...], Any], Any]] = {}
    for fact, value in ((opener, False), *answers.items()):
        key: FactKey = (fact, "value", None, None)
        table, unknown = assessment.told.table(key)
        if ids not in table:
            replaced[key] = ({**table, ids: typed(vocabulary().fact(fact), value, unknown)}, unknown)
    run = Run(assessment.told, assessment.run, mask_of(frozenset([opener, *answers])), replaced)
    return run, after_run(run, assessment.law)


def probes(assessment: Assessment, ref: FactRef) -> list[Any]:
    """Answers worth trying for a fact: every option, or amounts and days spread over what is common, within what is still possible."""
    fact_id, ids, year, aspect = ref
    fact = vocabulary().fact(fact_id)
    table, unknown = assessment.told.table(table_of(ref))
    now = table.get(ids, unknown)
    source: Fact | Part = fact.part(aspect[5:]) if aspect.startswith("part:") else fact
    today = assessment.situation.on
    if aspect in ("since", "until") or source.type == "date":
        days = (
            [date(today.year - age, today.month, 1).toordinal() for age in AGES]
            if fact_id == "birth_date"
            else [today.toordinal() - ago for ago in AGO_IN_DAYS]
        )
        return [(day, day) for day in days if now[0] <= day <= now[1]]
    if source.type == "bool":
        return [True, False]
    if source.type in ("enum", "status"):
        if not source.values:
            return []
        bits = [1 << place for place in range(len(source.values)) if now >> place & 1]
        return bits if len(bits) <= MOST_OPTIONS else bits[:: -(-len(bits) // MOST_OPTIONS)]
    tried: tuple[int, ...]
    if source.type == "cents":
        tried = MONTHLY if "month" in source.unit else YEARLY_INCOME if "year" in source.unit else ONCE
    else:
        low, high = int(source.min or 0), int(source.max if source.max is not None else 100)
        tried = tuple(sorted({low, low + 1, (low + high) // 4, (low + high) // 2, 3 * (low + high) // 4, high}))
    return [(cents, cents) for cents in tried if now[0] <= cents <= now[1]]
