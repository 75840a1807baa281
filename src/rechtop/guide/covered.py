"""What is covered: per right its articles, how sure its figures are, its examples and when it was last compared with the source."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponseBase
from django.utils import timezone

from rechtop.guide.words import certainty_words, confidence_words, domain_words, kind_words, language, level_words
from rechtop.rights.law.coverage import SURE, Coverage, coverage
from rechtop.rights.law.described import described
from rechtop.rights.law.texts import texts_of
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.web.show import show

WIDTH = 100
"""Of a bar, in drawing units."""


@dataclass(frozen=True)
class Piece:
    """A piece of a bar: how many figures are how sure, from where and how wide."""

    sure: str
    number: int
    x: float
    width: float


@dataclass(frozen=True)
class Row:
    """One computed right."""

    id: str
    name: str
    domain: str
    level: str
    kind: str
    confidence: str
    articles: int
    sentences: int
    figures: tuple[tuple[str, int], ...]
    pieces: tuple[Piece, ...]
    checked: date | None
    examples: int
    published: int
    unknown: str


@needs("guide.read")
def covered(request: WorkerRequest) -> HttpResponseBase:
    """The table of all computed rights, with how sure their figures are as a bar."""
    found = coverage(timezone.localdate())
    rows = [row_of(one) for one in found]
    totals: Counter[str] = Counter()
    for one in found:
        totals.update(one.figures)
    return show(
        request,
        "guide/covered.html",
        here="covered",
        rows=rows,
        computed=len(rows),
        described=len(described()),
        examples=sum(one.examples for one in found),
        published=sum(one.published for one in found),
        totals=[(sure, certainty_words(sure), totals[sure]) for sure in SURE],
        pieces=pieces_of(totals),
    )


def row_of(one: Coverage) -> Row:
    """A right in the language of the page."""
    texts = texts_of(one.right)
    return Row(
        one.right,
        texts.name.in_language(language()),
        domain_words(one.domain),
        level_words(one.level),
        kind_words(one.kind),
        confidence_words(one.confidence),
        len(one.articles),
        one.conditions + one.steps + one.judgements,
        tuple((certainty_words(sure), one.figures[sure]) for sure in SURE if one.figures[sure]),
        pieces_of(one.figures),
        one.last_confirmed,
        one.examples,
        one.published,
        texts.unknown.in_language(language()),
    )


def pieces_of(figures: Mapping[str, int]) -> tuple[Piece, ...]:
    """A bar of a fixed width, divided as the figures are."""
    total = sum(figures.values())
    found, x = [], 0.0
    for sure in SURE:
        if figures.get(sure):
            width = round(WIDTH * figures[sure] / total, 2)
            found.append(Piece(sure, figures[sure], round(x, 2), width))
            x += width
    return tuple(found)
