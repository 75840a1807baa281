"""Names as people say, hear and misspell them: the forms in which one is kept for look-up, and how near two of them are.

"Fatima El Idrissi", "elidrissi fatima" and "Fatma Idrisi" should find the same person; so should "Van den Berghe" and
"Vandenberghe", "Janssens" and "Jansen", "Yousef" and "Joesoef".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rechtop.people.spoken import plain

_PARTICLES = (
    "van vande vanden vander von de den der des du da das do dos di del della d t ter ten te la le les lo el al ul as ash "
    "ben bin bint ibn abu abou oum umm ould st sint saint o mac mc en y e und zu"
)
PARTICLES = frozenset(_PARTICLES.split())
"""Small words of a name that people leave out, move or glue to the next word."""

_GLUED = re.compile(r"(?:van ?(?:de[nr]?|het|t)?|de[nr]?|el|al|ben|bou|d)(?=\w{4,})")

LONGEST_NAME = 120
RUN = 4
"""How many words in a row are also kept glued together."""


def words_of(name: str) -> list[str]:
    """The words of a name in small letters without accents; apostrophes glue ("d'hondt" is dhondt), dashes part."""
    apart = re.sub(r"[^\w]+", " ", re.sub(r"['’]", "", plain(name[: 2 * LONGEST_NAME])))
    return [word for word in apart.replace("_", " ").split() if word]


def keys_of(*names: str) -> set[str]:
    """Every form under which somebody with these names can be looked up."""
    keys: set[str] = set()
    for name in names:
        words = words_of(name)
        keys.update(_glued_forms(words))
        keys.update(word[len(glued[0]) :] for word in words if (glued := _GLUED.match(word)))
    return {key[:LONGEST_NAME] for key in keys}


def _glued_forms(words: list[str]) -> Iterator[str]:
    for start, word in enumerate(words):
        if word not in PARTICLES or len(words) == 1:
            yield word
        for end in range(start + 2, min(start + RUN, len(words)) + 1):
            yield "".join(words[start:end])


def sounds_of(keys: set[str]) -> set[str]:
    """How these forms sound, and how they sound with one consonant left out: two names that share one sound alike."""
    sounds: set[str] = set()
    for key in keys:
        sound = sound_of(key)
        if len(sound) >= 2:
            sounds.add(sound)
        if len(sound) >= 4:
            sounds.update(sound[:place] + sound[place + 1 :] for place in range(1, len(sound)))
    return sounds


_SPELLINGS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("sch|sj|sh", "s"), ("tch|tsj|tj", "tj"), ("dzj|dj|dz", "j"), ("ck|cq", "k"), ("x", "ks"), ("qu|kw", "k"), ("ph", "f"), ("th", "t"),
        ("c(?=[eiy])|ç|z", "s"), ("[ckg]h|gh|ch", "g"), ("[cq]", "k"), ("v", "f"), ("dt\\b|d\\b", "t"), ("b\\b", "p"), ("ou(?=[aei])", "w"),
        ("(?<=[aeiou])[yij](?=[aeiou])|^[yi](?=[aeou])", "j"), ("h", ""), ("y", "i"),
    )
]  # fmt: skip


@lru_cache(maxsize=4096)
def sound_of(word: str) -> str:
    """How a word sounds to a Dutch ear: consonants only, spelling twins made equal, the first vowel kept as "a"."""
    for pattern, sound in _SPELLINGS:
        word = pattern.sub(sound, word)
    if not word:
        return ""
    first = "a" if word[0] in "aeiou" else word[0]
    rest = first + re.sub(r"[aeiou]", "", word[1:])
    return "".join(sign for before, sign in pairwise(" " + rest) if sign != before)[:20]


def likeness(asked: str, kept: str) -> int:
    """How near a typed word is to a kept form: 3 the same, 2 its beginning, 1 a slip of the pen or sounds alike, 0 not."""
    if asked == kept:
        return 3
    if len(asked) >= 2 and kept.startswith(asked):
        return 2
    if abs(len(asked) - len(kept)) > 2:
        return int(len(asked) >= 4 and _sounds_like(asked, kept))
    slips = 0 if min(len(asked), len(kept)) < 4 else 1 if max(len(asked), len(kept)) < 8 else 2
    if slips and differs_at_most(slips, asked, kept):
        return 1
    return int(_sounds_like(asked, kept))


def _sounds_like(asked: str, kept: str) -> bool:
    sound = sound_of(asked)
    return len(sound) >= 3 and sound == sound_of(kept)


def differs_at_most(slips: int, one: str, other: str) -> bool:
    """Whether one becomes the other by so many letters added, left out, changed, or swapped with the next."""
    if abs(len(one) - len(other)) > slips:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, start=1):
        two_before, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != against))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == against:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
        if min(row) > slips:
            return False
    return row[-1] <= slips


def has_letters(name: str) -> bool:
    """Whether there is at least one letter in it, of whatever script."""
    return any(unicodedata.category(sign).startswith("L") for sign in name)
