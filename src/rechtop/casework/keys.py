"""The key of a fact, as it stands in forms and addresses: of what, of whom, of which year, and which part of it."""

from rechtop.rights.evaluate import FactRef
from rechtop.rights.facts.situation import Key
from rechtop.rights.facts.vocabulary import vocabulary


def write_key(ref: FactRef | Key) -> str:
    """(fact, ids, year[, aspect]) as one word."""
    fact, ids, year = ref[0], ref[1], ref[2]
    aspect = ref[3] if len(ref) > 3 else "value"
    return "~".join((fact, ",".join(ids), str(year or ""), aspect))


def read_key(text: str) -> FactRef | None:
    """The way back; None for anything that is no key of a fact we know."""
    pieces = text[:400].split("~")
    if len(pieces) not in (3, 4) or pieces[0] not in vocabulary().facts:
        return None
    year = int(pieces[2]) if len(pieces[2]) == 4 and pieces[2].isascii() and pieces[2].isdecimal() else None
    ids = tuple(one for one in pieces[1].split(",") if one)
    return pieces[0], ids, year, (pieces[3] if len(pieces) > 3 else "") or "value"
