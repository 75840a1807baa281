"""Finds facts by everyday words: "rekening leeg", "deurwaarder", "kot", "mazout".

Pure Python over a small index that is built once for each language: no accents, no capitals, the beginning of a word is
enough, and a slip of the finger is forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rechtop.rights.facts.vocabulary import Fact, Language, vocabulary

EXACT, PREFIX, INSIDE, SLIP, BEYOND = 100, 70, 35, 30, 15
"""How well a typed word meets a known word: the same, its beginning, a piece of it, one slip, or longer than it."""

FROM_WORDS, FROM_PHRASE, FROM_LABEL, FROM_ANSWERS, FROM_QUESTION = 80, 65, 60, 40, 20
"""Where the known word stands: an everyday word (the first ones named weigh a little more), a piece of an everyday phrase,
the label, an answer, the question."""

SHORTEST_INSIDE, SHORTEST_SLIP = 4, 5
"""Letters a typed word needs before it is looked for inside longer words, or with a slip."""

WEAKEST = 5
"""A fact with less than a fifth of the points of the best one is noise."""

STOP_WORDS: Mapping[Language, frozenset[str]] = {
    "nl": frozenset(
        "de het een en of van voor met op in is ik u uw mijn we bij aan te geen niet heb heeft ben bent naar per".split()  # noqa: SIM905
    ),
    "fr": frozenset(
        "le la les un une des de du et ou pour avec sur en est je j l d vous votre mon ma mes pas a au par suis ai".split()  # noqa: SIM905
    ),
    "en": frozenset("the a an and or of for with on in is i you your my we at to no not have has am per".split()),  # noqa: SIM905
}


def plain(text: str) -> str:
    """Lower case, without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def whole_words(text: str) -> list[str]:
    """The words of a text, plain, a hyphen left out: "Co-ouderschap" is "coouderschap"."""
    return [word for found in re.findall(r"[\w-]+", plain(text)) if (word := found.replace("-", ""))]


def halves(text: str) -> list[str]:
    """The halves of the words that have a hyphen."""
    return [half for word in re.findall(r"\w+(?:-\w+)+", plain(text)) for half in word.split("-")]


@dataclass(frozen=True, slots=True)
class _Index:
    """weights: word -> (number of the fact, how much a hit there weighs); phrases: everyday words of more than one word."""

    facts: tuple[Fact, ...]
    weights: Mapping[str, tuple[tuple[int, int], ...]]
    phrases: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=3)
def _index(language: Language) -> _Index:
    facts = tuple(vocabulary())
    weights: dict[str, dict[int, int]] = {}
    phrases: dict[str, list[int]] = {}

    def put(text: str, number: int, weight: int) -> None:
        for word in (*whole_words(text), *halves(text)):
            if word not in STOP_WORDS[language]:
                hits = weights.setdefault(word, {})
                hits[number] = max(hits.get(number, 0), weight)

    for number, fact in enumerate(facts):
        for position, word in enumerate(fact.words[language]):
            put(word, number, (FROM_PHRASE if " " in word else FROM_WORDS) - position)
            phrases.setdefault(" ".join(whole_words(word)), []).append(number)
        put(fact.label.in_language(language), number, FROM_LABEL)
        put(fact.question.in_language(language), number, FROM_QUESTION)
        for option in fact.values if fact.type == "enum" else ():
            put(option.label.in_language(language), number, FROM_ANSWERS)
    return _Index(
        facts,
        {word: tuple(hits.items()) for word, hits in weights.items()},
        {phrase: tuple(numbers) for phrase, numbers in phrases.items()},
    )


def find_facts(text: str, language: Language = "nl", limit: int = 8) -> tuple[Fact, ...]:
    """The facts that the typed words point to, the best first; none when no word is recognised.

    A fact that meets every typed word comes before one that meets only some; then an exact word counts more than the
    beginning of a word, that more than a piece inside one, and that more than a word with one slip. Equal facts stay in
    the order of the conversation.
    """
    typed = whole_words(text)
    wanted = [word for word in typed if word not in STOP_WORDS[language]] or typed
    index = _index(language)
    found = [_hits(word, index) for word in dict.fromkeys(wanted)]
    if not any(found):
        found = [_hits(word, index) for word in dict.fromkeys(halves(text))]
    met: dict[int, int] = {}
    points: dict[int, int] = {}
    for hits in found:
        for number, score in hits.items():
            met[number] = met.get(number, 0) + 1
            points[number] = points.get(number, 0) + score
    for number in index.phrases.get(" ".join(typed), ()):
        points[number] = points.get(number, 0) + EXACT * FROM_WORDS
    enough = max(points.values(), default=0) / WEAKEST
    strong = [number for number, score in points.items() if score >= enough]
    strong.sort(key=lambda number: (-met.get(number, 0), -points[number], number))
    return tuple(index.facts[number] for number in strong[:limit])


def _hits(word: str, index: _Index) -> dict[int, int]:
    """For each fact the best hit of one typed word."""
    hits: dict[int, int] = {}
    for known, places in index.weights.items():
        meets = _meets(word, known)
        if meets:
            for number, weight in places:
                hits[number] = max(hits.get(number, 0), meets * weight)
    return hits


def _meets(word: str, known: str) -> int:
    if word == known:
        return EXACT
    if known.startswith(word):
        return PREFIX if len(word) > 1 else 0
    if len(word) >= SHORTEST_INSIDE and word in known:
        return INSIDE
    if len(word) >= SHORTEST_SLIP and word[0] == known[0] and abs(len(word) - len(known)) <= 1 and one_slip(word, known):
        return SLIP
    return BEYOND if len(known) >= SHORTEST_INSIDE and word.startswith(known) else 0


def one_slip(word: str, known: str) -> bool:
    """Whether one letter too many, too few, wrong, or two neighbours swapped, is all that differs."""
    if len(word) > len(known):
        word, known = known, word
    start = 0
    while start < len(word) and word[start] == known[start]:
        start += 1
    rest, other = word[start:], known[start:]
    if len(rest) < len(other):
        return rest == other[1:]
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
