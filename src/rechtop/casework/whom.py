"""Of whom or what a question is: persons, pairs, homes, things with a date, and the year."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rechtop.casework.keys import write_key
from rechtop.casework.stands import Stands
from rechtop.casework.words import event_words, joined, language, year_words
from rechtop.rights.evaluate import FactRef
from rechtop.rights.facts.situation import HOME
from rechtop.rights.facts.vocabulary import Fact

NEW = "nieuw"
"""Instead of an id: something that was not told of before (a delivery, a sale, a property)."""


@dataclass(frozen=True)
class Choice:
    """One thing to pick."""

    value: str
    label: str
    picked: bool = False


def whom_choices(stands: Stands, fact: Fact) -> tuple[Choice, ...]:
    """Of whom or what a fact can be told, the likeliest first."""
    people = list(stands.persons)
    if fact.of == "person":
        ordered = sorted(people, key=lambda one: (_unlikely(stands, fact, one), people.index(one)))
        return tuple(Choice(one, stands.name(one)) for one in ordered)
    if fact.of == "relation" and fact.to == "person":
        return _pairs(stands, fact, people)
    if fact.of == "relation":
        return tuple(
            Choice(f"{one},{estate}", f"{stands.name(one)}: {_estate(stands, estate)}") for estate in stands.homes for one in people
        ) + tuple(
            Choice(f"{NEW}:{one}", _("%(name)s: een goed dat nog niet genoemd is") % {"name": stands.name(one)})
            for one in people
            if fact.id == "ownership_share_percent"
        )
    if fact.of == "dwelling":
        return tuple(Choice(estate, _estate(stands, estate)) for estate in stands.homes)
    if fact.of == "event":
        there = [Choice(event.id, _event(stands, event.id, event.of)) for event in stands.situation.events if event.kind == fact.event]
        owners = [""] if fact.event == "fuel_delivery" else people
        new = [
            Choice(f"{NEW}:{one}" if one else NEW, _("nieuw: %(name)s") % {"name": stands.name(one)} if one else _("een nieuwe"))
            for one in owners
        ]
        return (*there, *new)
    return ()


def also_choices(stands: Stands, ref: FactRef, others: Sequence[FactRef], ticked: Collection[str]) -> tuple[Choice, ...]:
    """Everybody else of whom the same is still open, none left out. Nobody is ticked beforehand: the program asserts nothing."""
    found = []
    for other in others:
        who = next(theirs for mine, theirs in zip(ref[1], other[1], strict=True) if mine != theirs)
        key = write_key(other)
        found.append(Choice(key, stands.name(who), key in ticked))
    return tuple(found)


def same_of_another(ref: FactRef, other: FactRef, persons: Collection[str]) -> bool:
    """Whether two questions ask the same of two people: one person differs and nothing else."""
    if other[0] != ref[0] or other[2:] != ref[2:] or len(other[1]) != len(ref[1]):
        return False
    differ = [pair for pair in zip(ref[1], other[1], strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and set(differ[0]) <= set(persons)


def _unlikely(stands: Stands, fact: Fact, person: str) -> bool:
    """Facts of a child concern children first, and the others do not."""
    age = stands.age(person)
    return (fact.whom == "child") != (age is not None and age < 25 and person != stands.teller_id)


def _pairs(stands: Stands, fact: Fact, people: Sequence[str]) -> tuple[Choice, ...]:
    about = fact.question_about
    found = []
    for one in people:
        for other in people:
            if one == other or (fact.symmetric and people.index(one) > people.index(other)):
                continue
            says = about.in_language(language()) if about else "{name} – {other}"
            found.append(Choice(f"{one},{other}", says.replace("{name}", stands.name(one)).replace("{other}", stands.name(other))))
    return tuple(found)


def _estate(stands: Stands, estate: str) -> str:
    if estate == HOME:
        return _("de woning waar jullie wonen")
    owners = [stands.name(ids[0]) for (fact, ids, _y) in stands.by_key if fact == "ownership_share_percent" and ids[1] == estate]
    return _("het goed van %(names)s") % {"names": joined(owners)} if owners else _("ander goed")


def _event(stands: Stands, event_id: str, owner: str) -> str:
    says = event_words(event_id, stands)
    return f"{says} · {stands.name(owner)}" if owner else says


def latest_year(stands: Stands, fact: Fact) -> int:
    """The year one most likely means: the one the law looks at, or last year."""
    asked = [ref[2] for result in stands.results for ref in stands.missing(result) if ref[0] == fact.id and ref[2] is not None]
    return min(asked, default=stands.picture.on.year - (1 if fact.moment == "year" else 0))


def year_choices(fact: Fact, picked: int | None) -> tuple[Choice, ...]:
    """The years one can answer for."""
    if picked is None:
        return ()
    last = max(picked, date.today().year)  # noqa: DTZ011  the list of years, not a date of anything
    return tuple(Choice(str(year), year_words(fact, year), year == picked) for year in range(last, last - 6, -1))
