"""What the law as code covers, per right: sentences with their article, figures and how sure they are, worked examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rechtop.rights.language.rule import ResultKind, series_of, version_on, versions
from rechtop.rights.law.cases import cases_in
from rechtop.rights.law.catalogue import folder_of, law_on
from rechtop.rights.law.texts import Confidence, texts_of

SURE = ("confirmed", "derived", "unconfirmed", "missing")
"""How sure a figure is on a day, the surest first; missing: an index date passed, or the value could not be found."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One right on one day.

    conditions, steps, judgements: sentences of the rule, each with an article. articles: the different ones they name. figures: by how sure
    they are (keys of SURE). last_confirmed: the latest day on which a figure was compared with its source, None when none was.
    examples, published: worked examples, and those that others published. since: the first day that is modelled.
    """

    right: str
    domain: str
    level: str
    kind: ResultKind | None
    confidence: Confidence
    conditions: int
    steps: int
    judgements: int
    articles: tuple[str, ...]
    figures: Mapping[str, int]
    last_confirmed: date | None
    examples: int
    published: int
    since: date


def coverage(on: date) -> list[Coverage]:
    """Every computed right, by domain and name of the folder."""
    found = []
    for read in law_on(on):
        rule, texts = read.rule, texts_of(read.id)
        cited = [one.article for group in (rule.conditions, rule.steps, rule.judgements) for one in group] if rule is not None else []
        examples, published = examples_of(read.id)
        found.append(
            Coverage(
                right=read.id,
                domain=folder_of(read.id).parent.name,
                level=texts.level,
                kind=rule.kind if rule is not None else None,
                confidence=texts.confidence,
                conditions=len(rule.conditions) if rule is not None else 0,
                steps=len(rule.steps) if rule is not None else 0,
                judgements=len(rule.judgements) if rule is not None else 0,
                articles=tuple(dict.fromkeys(article for article in cited if article)),
                figures=figures_by_certainty(read.id, on),
                last_confirmed=last_confirmed(read.id),
                examples=examples,
                published=published,
                since=versions()[read.id][0].since,
            )
        )
    return sorted(found, key=lambda one: (one.domain, one.right))


def figures_by_certainty(right: str, on: date) -> Mapping[str, int]:
    """How many of its figures are how sure on a day; those of a version that is not in force are left out."""
    if version_on(right, on) is None:
        return dict.fromkeys(SURE, 0)
    counted: Counter[str] = Counter()
    for series in series_of(right).values():
        if not series.values or (series.until is not None and on > series.until):
            continue
        now = series.at(on)
        counted[now.certainty if now is not None else "missing"] += 1
    return {sure: counted[sure] for sure in SURE}


def last_confirmed(right: str) -> date | None:
    """The latest day on which one of its confirmed figures was compared with its source."""
    days = [
        dated.checked_on
        for series in series_of(right).values()
        for dated in series.values
        if dated.certainty == "confirmed" and dated.checked_on is not None
    ]
    return max(days, default=None)


@lru_cache(maxsize=512)
def examples_of(right: str) -> tuple[int, int]:
    """(worked examples, those that others published)."""
    found = [case.published for case in cases_in(folder_of(right) / "cases.yaml")]
    return len(found), sum(found)
