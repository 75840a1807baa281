"""Kinship: what one told tie says about the others.

`kinship(an, kid) = child` means that kid is a child of an. One told tie for each pair of persons is enough: the inverse and
the ties that follow with certainty are derived here; no rule builds them again. Told always beats derived.

What is derived must hold in law, not only in daily speech:

- Half-siblings are siblings: one parent in common is enough. A sibling of my sibling need not be mine (A and B share a
  mother, B and C a father), and a parent of my half-sibling need not be my parent: neither is derived.
- The child of my spouse is my child or my stepchild: both stay possible, until the child has two other parents (a child has
  at most two) and only stepchild is left.
- Kin by marriage comes from a marriage. Kin of a legal cohabitant are in-laws only where a law says so, kin of a partner
  without papers hardly anywhere: through them, and through an ex-partner, nothing is derived, and the question stays open.
  Somebody may still *tell* "stepchild" or "parent_in_law" of an unmarried partner's kin, for that is how people speak: a
  rule that needs a marriage also looks whether the couple is married.
- My spouse's brother's wife is no in-law of mine: in-law ties are not chained.
- `uncle_or_aunt` and `nephew_or_niece` include those by marriage (third degree both); only a parent's own sibling passes
  on cousins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from rechtop.rights.facts.vocabulary import Text

Pair: TypeAlias = tuple[str, str]
"""(from, to): ids of two persons."""

INVERSE: Final[Mapping[str, str]] = {
    "spouse": "spouse",
    "legal_cohabitant": "legal_cohabitant",
    "partner_without_papers": "partner_without_papers",
    "ex_partner": "ex_partner",
    "child": "parent",
    "stepchild": "step_parent",
    "foster_child": "foster_parent",
    "grandchild": "grandparent",
    "great_grandchild": "great_grandparent",
    "child_in_law": "parent_in_law",
    "grandchild_in_law": "grandparent_in_law",
    "parent": "child",
    "step_parent": "stepchild",
    "foster_parent": "foster_child",
    "grandparent": "grandchild",
    "great_grandparent": "great_grandchild",
    "parent_in_law": "child_in_law",
    "grandparent_in_law": "grandchild_in_law",
    "sibling": "sibling",
    "sibling_in_law": "sibling_in_law",
    "uncle_or_aunt": "nephew_or_niece",
    "nephew_or_niece": "uncle_or_aunt",
    "cousin": "cousin",
    "other_relative": "other_relative",
    "friend_or_housemate": "friend_or_housemate",
    "host": "lodger",
    "lodger": "host",
}
"""What `from` is to `to`, when `to` is this to `from`."""

PARTNERS: Final = ("spouse", "legal_cohabitant", "partner_without_papers")


@dataclass(frozen=True, slots=True)
class Degree:
    """How near two kin are: by blood, by marriage, or (uncles, aunts, nephews and nieces) one of the two.

    direct: one descends from the other, or from the other's spouse.
    """

    number: int
    by: Literal["blood", "marriage", "either"]
    direct: bool


DEGREES: Final[Mapping[str, Degree]] = {
    "child": Degree(1, "blood", direct=True),
    "parent": Degree(1, "blood", direct=True),
    "grandchild": Degree(2, "blood", direct=True),
    "grandparent": Degree(2, "blood", direct=True),
    "great_grandchild": Degree(3, "blood", direct=True),
    "great_grandparent": Degree(3, "blood", direct=True),
    "stepchild": Degree(1, "marriage", direct=True),
    "step_parent": Degree(1, "marriage", direct=True),
    "child_in_law": Degree(1, "marriage", direct=True),
    "parent_in_law": Degree(1, "marriage", direct=True),
    "grandchild_in_law": Degree(2, "marriage", direct=True),
    "grandparent_in_law": Degree(2, "marriage", direct=True),
    "sibling": Degree(2, "blood", direct=False),
    "sibling_in_law": Degree(2, "marriage", direct=False),
    "uncle_or_aunt": Degree(3, "either", direct=False),
    "nephew_or_niece": Degree(3, "either", direct=False),
    "cousin": Degree(4, "blood", direct=False),
}
"""Kin up to the fourth degree. Partners, foster children and `other_relative` (further away) have no degree here."""


def degree(kinship: str) -> Degree | None:
    """The degree of a kinship; None for partners, foster ties, further relatives and people who are no kin."""
    return DEGREES.get(kinship)


def kin_within(number: int, *, by_marriage: bool = True) -> tuple[str, ...]:
    """The kinships up to and including that degree, for `is_one_of(*kin_within(3))`.

    Without by_marriage only those that are surely by blood.
    """
    return tuple(kinship for kinship, kin in DEGREES.items() if kin.number <= number and (by_marriage or kin.by == "blood"))


def direct_line(*, by_marriage: bool = False) -> tuple[str, ...]:
    """The kinships in the direct line: ancestors and descendants, and on request those of the spouse."""
    return tuple(kinship for kinship, kin in DEGREES.items() if kin.direct and (by_marriage or kin.by == "blood"))


# A chain of two ties: (what b is to a, what c is to b) -> what c is to a. Only chains that are certain stand here.
# "blood_uncle" and "blood_nephew" are an uncle or aunt, a nephew or niece by blood; they are told as uncle_or_aunt and
# nephew_or_niece, which may also be by marriage.
_CHAINS: Final[Mapping[Pair, str]] = {
    ("parent", "parent"): "grandparent",
    ("parent", "grandparent"): "great_grandparent",
    ("grandparent", "parent"): "great_grandparent",
    ("child", "child"): "grandchild",
    ("child", "grandchild"): "great_grandchild",
    ("grandchild", "child"): "great_grandchild",
    ("parent", "child"): "sibling",
    ("parent", "sibling"): "blood_uncle",
    ("sibling", "child"): "blood_nephew",
    ("blood_uncle", "child"): "cousin",
    ("parent", "blood_nephew"): "cousin",
    ("grandparent", "sibling"): "other_relative",
    ("parent", "blood_uncle"): "other_relative",
    ("sibling", "grandchild"): "other_relative",
    ("blood_nephew", "child"): "other_relative",
    ("spouse", "parent"): "parent_in_law",
    ("spouse", "grandparent"): "grandparent_in_law",
    ("spouse", "sibling"): "sibling_in_law",
    ("spouse", "blood_uncle"): "uncle_or_aunt",
    ("spouse", "blood_nephew"): "nephew_or_niece",
    ("child", "spouse"): "child_in_law",
    ("grandchild", "spouse"): "grandchild_in_law",
    ("sibling", "spouse"): "sibling_in_law",
    ("blood_uncle", "spouse"): "uncle_or_aunt",
    ("blood_nephew", "spouse"): "nephew_or_niece",
}

# Chains that leave two possibilities.
_EITHER: Final[Mapping[Pair, frozenset[str]]] = {
    ("spouse", "child"): frozenset({"child", "stepchild"}),
    ("parent", "spouse"): frozenset({"parent", "step_parent"}),
}

_TOLD_AS: Final[Mapping[str, str]] = {"blood_uncle": "uncle_or_aunt", "blood_nephew": "nephew_or_niece"}


def kinships(told: Mapping[Pair, str]) -> dict[Pair, frozenset[str]]:
    """Everything that follows from the told kinships, told ones included, in both directions.

    One value: certain. Several: it is one of them (a spouse's child is a child or a stepchild), or the telling holds more
    than one tie between the two. A pair that is absent is unknown. Told beats derived; a tie told in one direction decides
    the other direction too, unless that one was told as well.
    """
    known = dict(told)
    for (a, b), kinship in told.items():
        known.setdefault((b, a), INVERSE[kinship])
    persons = sorted({person for pair in known for person in pair})
    certain: dict[Pair, set[str]] = {pair: {kinship} for pair, kinship in known.items()}
    _follow_chains(persons, certain, frozenset(known))

    found = {pair: frozenset(_TOLD_AS.get(kinship, kinship) for kinship in ties) for pair, ties in certain.items()}
    for a, c, possible in _possibilities(persons, certain):
        if (a, c) not in found:
            found[a, c] = possible
    return found


def _follow_chains(persons: list[str], certain: dict[Pair, set[str]], told: frozenset[Pair]) -> None:
    """Add to `certain` what chains of two ties give, until nothing new follows. Told pairs stay as they were told."""
    growing = True
    while growing:
        growing = False
        for a, b, c in _triples(persons, certain):
            if (a, c) in told:
                continue
            for first in tuple(certain[a, b]):
                for second in tuple(certain[b, c]):
                    follows = _CHAINS.get((first, second))
                    if follows is not None and follows not in certain.setdefault((a, c), set()):
                        certain[a, c].add(follows)
                        growing = True
            if not certain.get((a, c), {""}):
                del certain[a, c]


def _possibilities(persons: list[str], certain: Mapping[Pair, set[str]]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Pairs that have two possibilities left; one, when the child has two other parents."""
    for a, b, c in _triples(persons, certain):
        for first in certain[a, b]:
            for second in certain[b, c]:
                possible = _EITHER.get((first, second))
                if possible is None:
                    continue
                child, adult = (c, a) if "child" in possible else (a, c)
                other_parents = sum(1 for p in persons if p != adult and "parent" in certain.get((child, p), ()))
                yield a, c, possible - {"child", "parent"} if other_parents >= 2 else possible


def _triples(persons: list[str], certain: Mapping[Pair, set[str]]) -> Iterator[tuple[str, str, str]]:
    """All a, b, c (three different persons) where something is known of a and b, and of b and c."""
    for a in persons:
        for b in persons:
            if a == b or (a, b) not in certain:
                continue
            for c in persons:
                if c not in (a, b) and (b, c) in certain:
                    yield a, b, c


@dataclass(frozen=True, slots=True)
class Impossible:
    """Told kinships that cannot all be true. `ties` are the told ones that clash, in order: (from, to, kinship)."""

    why: Literal["own_ancestor", "both_ways", "oneself", "three_parents"]
    ties: tuple[tuple[str, str, str], ...]

    @property
    def says(self) -> Text:
        """What is wrong, for the worker; the ties are named beside it."""
        return _SAYS[self.why]


_SAYS: Final[Mapping[str, Text]] = {
    "own_ancestor": Text(
        "Volgens deze banden stamt iemand van zichzelf af. Eén ervan klopt niet.",
        "D'après ces liens, une personne descend d'elle-même. L'un d'eux n'est pas exact.",
        "By these ties somebody descends from himself. One of them is not right.",
    ),
    "both_ways": Text(
        "Deze twee antwoorden over dezelfde twee mensen passen niet samen.",
        "Ces deux réponses sur les deux mêmes personnes ne vont pas ensemble.",
        "These two answers about the same two people do not go together.",
    ),
    "oneself": Text(
        "Dit is een band van iemand met zichzelf.",
        "C'est un lien d'une personne avec elle-même.",
        "This is a tie of somebody with himself.",
    ),
    "three_parents": Text(
        "Een kind heeft in de wet hoogstens twee ouders. Is een van hen een plusouder of pleegouder?",
        "Dans la loi, un enfant a au plus deux parents. L'un d'eux est-il un beau-parent ou un parent d'accueil ?",
        "In law a child has at most two parents. Is one of them a step-parent or a foster parent?",
    ),
}

_GENERATIONS_UP: Final[Mapping[str, bool]] = {
    "parent": True,
    "grandparent": True,
    "great_grandparent": True,
    "child": False,
    "grandchild": False,
    "great_grandchild": False,
}


def impossible(told: Mapping[Pair, str]) -> tuple[Impossible, ...]:
    """What cannot be true in the told kinships: somebody his own ancestor, two answers that clash, three parents."""
    ties = {(a, b): (a, b, kinship) for (a, b), kinship in told.items()}
    found = [Impossible("oneself", (tie,)) for (a, b), tie in ties.items() if a == b]
    clashing = {(a, b) for (a, b), kinship in told.items() if a < b and told.get((b, a), INVERSE[kinship]) != INVERSE[kinship]}
    up: dict[str, dict[str, tuple[str, str, str]]] = {}
    for (a, b), tie in ties.items():
        if a == b or tie[2] not in _GENERATIONS_UP:
            continue
        young, old = (a, b) if _GENERATIONS_UP[tie[2]] else (b, a)
        up.setdefault(young, {}).setdefault(old, tie)
    circles = list(_circles(up))
    in_circle = {frozenset(tie[:2]) for circle in circles for tie in circle}
    found += [Impossible("both_ways", (ties[a, b], ties[b, a])) for a, b in sorted(clashing) if {a, b} not in in_circle]
    found += [Impossible("own_ancestor", circle) for circle in circles]
    for olders in up.values():
        parents = tuple(tie for _, tie in sorted(olders.items()) if tie[2] in ("parent", "child"))
        if len(parents) > 2:
            found.append(Impossible("three_parents", parents))
    return tuple(found)


def _circles(up: Mapping[str, Mapping[str, tuple[str, str, str]]]) -> Iterable[tuple[tuple[str, str, str], ...]]:
    """Circles of descent, each once: from every person the shortest way back to himself."""
    seen: set[frozenset[tuple[str, str, str]]] = set()
    for start in sorted(up):
        ways: list[tuple[str, tuple[tuple[str, str, str], ...]]] = [(start, ())]
        reached = {start}
        circle: tuple[tuple[str, str, str], ...] = ()
        while ways and not circle:
            person, way = ways.pop(0)
            for old, tie in sorted(up.get(person, {}).items()):
                if old == start:
                    circle = (*way, tie)
                    break
                if old not in reached:
                    reached.add(old)
                    ways.append((old, (*way, tie)))
        if circle and frozenset(circle) not in seen:
            seen.add(frozenset(circle))
            yield circle
