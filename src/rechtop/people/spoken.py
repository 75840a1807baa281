"""What a worker types, made clean before it is read; and how to say that something cannot be read."""

import re
import unicodedata

LONGEST = 200
"""Signs in the longest answer that is read: no amount, date or choice needs more."""

SHOWN = 40
"""Signs of a refused answer that are repeated to the worker."""


class Unclear(Exception):
    """What was typed cannot be read. Says why and what to do; `guess` is an answer that would be read."""

    def __init__(self, why: str, *, to_do: str = "", guess: str = "") -> None:
        super().__init__(why)
        self.why, self.to_do, self.guess = why, to_do, guess


def clean(text: str) -> str:
    """The text on one line in its usual form: marks that show nothing are gone, other digits are 0 to 9.

    Signs for writing direction, zero-width signs and soft hyphens vanish: people paste them without knowing. Control
    characters and broken characters stay, for the caller to refuse (`has_unreadable`).
    """
    kept = "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Cf")
    return re.sub(r"\s+", " ", kept).strip()


def has_unreadable(text: str) -> bool:
    """Whether there are control characters, halves of characters or characters that do not exist in it."""
    return any(unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Co") and not sign.isspace() for sign in text)


def shortened(text: str) -> str:
    """The beginning of what was typed, fit to be shown back on one line."""
    visible = "".join(sign if sign.isprintable() else "·" for sign in text[: SHOWN + 1])
    return visible if len(visible) <= SHOWN else f"{visible[:SHOWN]}…"


def plain(text: str) -> str:
    """In small letters and without accents, with plain digits, dashes and apostrophes: the form in which words are compared."""
    letters = []
    for sign in unicodedata.normalize("NFKD", text.casefold()):
        if unicodedata.combining(sign):
            continue
        digit = unicodedata.decimal(sign, None)
        letters.append(str(digit) if digit is not None else _PLAIN.get(sign, sign))
    return re.sub(r"\s+", " ", "".join(letters)).strip()


_PLAIN = {
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("’‘ʼ`´′", "'"),
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ß": "ss",
    "ħ": "h",
}

NO_ANSWERS = {
    "does_not_know": (
        "?", "??", "???", "weet niet", "weet ik niet", "weet het niet", "ik weet het niet", "geen idee", "onbekend", "niet gekend",
        "unknown",
        "ne sait pas", "je ne sais pas", "sais pas", "inconnu", "aucune idee", "does not know", "do not know", "don't know", "dont know",
        "i don't know", "no idea", "not known", "does_not_know",
    ),
    "rather_not_say": (
        "liever niet", "zeg ik liever niet", "wil niet zeggen", "wil het niet zeggen", "wil ik niet zeggen", "prefere ne pas dire",
        "je prefere ne pas le dire", "ne veut pas dire", "plutot pas", "rather not say", "prefer not to say", "would rather not say",
        "rather_not_say",
    ),
    "later": ("later", "straks", "een andere keer", "plus tard", "une autre fois", "another time"),
}  # fmt: skip

_NO_ANSWER = {words: knowing for knowing, all_words in NO_ANSWERS.items() for words in all_words}


def no_answer(text: str) -> str | None:
    """ "does_not_know", "rather_not_say" or "later" if that is what these words say, whatever was asked."""
    return _NO_ANSWER.get(plain(text).rstrip(".!"))
