"""Households at random: every fact answered, consistent in its kinship, and then some answers taken away again."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from rechtop.rights.facts.settles import OPENERS
from rechtop.rights.facts.situation import HOME, EventHere, Key, Situation, Spell, Value
from rechtop.rights.facts.vocabulary import Fact, Part, vocabulary

MONEY = (0, 1, 5_000, 40_000, 77_700, 90_000, 120_000, 131_420, 150_000, 175_500, 200_000, 260_000, 420_000)
YEARLY = tuple(12 * cents for cents in MONEY) + (1_900_000, 2_900_000, 5_193_374)
SAVINGS = (0, 100, 619_999, 620_000, 620_001, 1_250_000, 1_250_001, 4_000_000, 30_000_000)
DAYS_AGO = (0, 15, 45, 100, 200, 400, 800, 1500, 3000)
SHAPES: tuple[tuple[tuple[str, int], ...], ...] = (
    (),
    (("child", 7),),
    (("spouse", 40),),
    (("partner_without_papers", 38), ("child", 3)),
    (("spouse", 70),),
    (("child", 15), ("child", 2)),
    (("parent", 63),),
    (("friend_or_housemate", 30),),
    (("spouse", 44), ("child", 19), ("child", 11)),
    (("legal_cohabitant", 33), ("child", 24)),
)
"""Who lives with the teller: kinship to the teller and age."""


def full_household(seed: int, on: date) -> Situation:
    """A household about which everything is known."""
    chance = Random(seed)
    shape = chance.choice(SHAPES)
    persons = tuple(f"p{place}" for place in range(len(shape) + 1))
    ages = (chance.choice((17, 18, 22, 24, 25, 30, 45, 58, 64, 66, 67, 80)), *(age for _, age in shape))
    answers: dict[Key, tuple[Spell, ...]] = {}
    for fact in vocabulary():
        for ids in _entities(fact, persons):
            for year in range(on.year - 3, on.year + 1) if fact.by_year else (None,):
                answers[fact.id, ids, year] = (_spell(fact, chance, on),)
    for person, age in zip(persons, ages, strict=True):
        born = date(on.year - age, chance.choice((1, 6, 12)), chance.choice((1, 15)))
        answers["birth_date", (person,), None] = (Spell(min(born, on)),)
        answers["lives_here", (person,), None] = (Spell("always", since=on - timedelta(days=chance.choice(DAYS_AGO))),)
        for opener in OPENERS:
            answers[opener, (person,), None] = (Spell(True),)
        if chance.random() < 0.25:
            opener = chance.choice(tuple(OPENERS))
            answers[opener, (person,), None] = (Spell(False),)
            for name, value in OPENERS[opener].items():
                answers[name, (person,), None] = (Spell(value),)
        if answers["nationality", (person,), None][0].value == "belgian":
            answers["residence_right", (person,), None] = (Spell("not_needed"),)
        answers["domicile_kind", (person,), None] = (Spell("this_home", since=on - timedelta(days=900)),)
        answers["domicile_municipality", (person,), None] = answers["dwelling_municipality", (HOME,), None]
        answers["has_more_real_estate", (person,), None] = (Spell(False),)
        answers["has_more_disposals", (person,), None] = (Spell(False),)
    for one in persons:
        for other in persons:
            answers.pop(("kinship", (one, other), None), None)
    for place, (kinship, _) in enumerate(shape, start=1):
        answers["kinship", (persons[0], persons[place]), None] = (Spell(kinship),)
    for name in ("someone_else_lives_here", "someone_elsewhere_matters", "has_more_fuel_deliveries"):
        if name in vocabulary().facts:
            answers[name, (), None] = (Spell(False),)
    properties = ("house",) if chance.random() < 0.3 else ()
    if properties:
        answers["ownership_share_percent", (persons[0], "house"), None] = (Spell(chance.choice((50, 100))),)
        answers["ownership_right", (persons[0], "house"), None] = (Spell("full_ownership"),)
        for fact in vocabulary():
            if fact.of == "dwelling" and not fact.by_year:
                answers[fact.id, ("house",), None] = (_spell(fact, chance, on),)
    events = (EventHere("sale", "disposal", persons[0]),) if chance.random() < 0.2 else ()
    for event in events:
        for fact in vocabulary():
            if fact.of == "event" and fact.event == "disposal":
                answers[fact.id, (event.id,), None] = (_spell(fact, chance, on),)
    return Situation(on, persons, {}, properties, events, answers)


def _entities(fact: Fact, persons: tuple[str, ...]) -> list[tuple[str, ...]]:
    if fact.of == "person":
        return [(person,) for person in persons]
    if fact.of == "household":
        return [()]
    if fact.of == "dwelling":
        return [(HOME,)]
    if fact.of == "relation" and fact.to == "person":
        pairs = [(one, other) for one in persons for other in persons if one != other]
        return [pair for pair in pairs if pair[0] < pair[1]] if fact.symmetric else pairs
    return [(person, HOME) for person in persons] if fact.of == "relation" and fact.id == "on_rent_contract" else []


def _spell(fact: Fact, chance: Random, on: date) -> Spell:
    since = on - timedelta(days=chance.choice(DAYS_AGO)) if fact.dated or fact.type == "status" else None
    if fact.type == "status":
        state = chance.choice(("yes", "never", "never", "never", "asked", "refused", "stopped", "recognised_nil"))
        parts = {part.id: _value(part, chance, on) for part in fact.parts if part.id not in ("since", "until") and part.moment != "year"}
        if state == "never":
            return Spell("never")
        for part in fact.parts:
            if part.moment == "year":
                parts.update({f"{part.id}:{year}": _value(part, chance, on) for year in range(on.year - 3, on.year + 1)})
        return Spell(state, since=since, parts=parts)
    return Spell(_value(fact, chance, on), since=since)


def _value(source: Fact | Part, chance: Random, on: date) -> Value:
    if source.type == "bool":
        return chance.random() < 0.5
    if source.type in ("enum", "status"):
        return chance.choice(source.values).id if source.values else chance.choice(("44021", "11002", "23027"))
    if source.type == "date":
        return on - timedelta(days=chance.choice(DAYS_AGO))
    low, high = source.min or 0, source.max if source.max is not None else 1000
    if source.type == "cents":
        pool = MONEY if "month" in source.unit else YEARLY if "year" in source.unit else SAVINGS
        return int(min(max(chance.choice(pool), low), high))
    if source.type == "count":
        return chance.choice((int(low), int(low) + 1, int(low + high) // 2, int(high)))
    return chance.choice((Fraction(low), Fraction(low + high) / 2, Fraction(high)))


def forget(full: Situation, seed: int, share: float) -> Situation:
    """The same household with a share of its answers taken away (unknown again)."""
    chance = Random(seed)
    kept = {key: spells for key, spells in full.answers.items() if chance.random() >= share}
    return Situation(full.on, full.persons, full.names, full.properties, full.events, kept)
