"""Reading: who is who, who lives where, and what is known of a household on a day, also as it was known on another day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeAlias, TypeVar, cast
from uuid import UUID

from django.db.models import Q, QuerySet

from rechtop.people.about import About
from rechtop.people.finding import FoundPerson, find_persons, possible_doubles
from rechtop.people.models import LIVES_HERE, Dwelling, Event, FactEntry, Household, Occupancy, Person
from rechtop.people.standing import Standing, stands
from rechtop.rights.facts.situation import HOME, EventHere, Knowing, Situation, Source, Spell, Value
from rechtop.rights.facts.vocabulary import Fact, vocabulary
from rechtop.trust.models import Worker

__all__ = [
    "Contradiction", "FoundPerson", "NoHome", "Picture", "Presence", "StandingFact", "about", "contradictions_of", "facts_of",
    "find_persons",
    "history_of", "home_of", "households_of", "persons_in", "picture_of", "possible_doubles", "situation_of", "stands_of",
]  # fmt: skip

OWNERSHIP = "ownership_share_percent"
"""The fact that makes a dwelling somebody's property."""


class NoHome(LookupError):
    """A fact of the home, of a household that has none, or of whose home nobody told yet."""


Told: TypeAlias = tuple[str, About, int | None]
"""(fact id, of whom, year): what one answer is about."""


# -- who lives where -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Presence:
    """A person in the picture of a household, and how she lives there.

    how: always, part_of_the_time, temporarily_away, no_longer or never (elsewhere); None while not known or contradicted.
    """

    person: Person
    how: str | None
    since: date | None
    until: date | None


def persons_in(household: Household, on: date, as_known_on: datetime | None = None) -> list[Presence]:
    """Everybody told of in this household on a day, those who live elsewhere included; the first added first."""
    return [presence for presence, _standing in _presences(household, on, as_known_on)]


def _presences(household: Household, on: date, as_known_on: datetime | None) -> list[tuple[Presence, tuple[Standing, ...]]]:
    entries = _known(FactEntry.objects.filter(household=household, fact=LIVES_HERE), as_known_on).select_related("person")
    by_person: dict[UUID, list[FactEntry]] = defaultdict(list)
    for entry in entries:
        if entry.person_id is not None:
            by_person[entry.person_id].append(entry)
    found = []
    for told in by_person.values():
        standings = stands(vocabulary().fact(LIVES_HERE), told, on=on)
        if standings and told[0].person is not None:
            found.append((_presence(told[0].person, standings, on), standings))
    return found


def _presence(person: Person, standings: tuple[Standing, ...], on: date) -> Presence:
    now = next((standing for standing in standings if standing.holds(on)), None)
    if now is None:  # the last thing told has ended and nothing was told since: she left
        last = standings[0]
        ended = last.until is not None and last.until < on
        return Presence(person, "no_longer" if ended else None, last.since, last.until)
    return Presence(person, now.value if isinstance(now.value, str) else None, now.since, now.until)


def households_of(person: Person, on: date) -> list[Household]:
    """The households in whose picture this person stands on a day; a child may live in two."""
    told = FactEntry.objects.filter(person=person, fact=LIVES_HERE).select_related("household")
    by_household: dict[Household, list[FactEntry]] = defaultdict(list)
    for entry in told:
        if entry.household is not None:
            by_household[entry.household].append(entry)
    return [household for household, entries in by_household.items() if stands(vocabulary().fact(LIVES_HERE), entries, on=on)]


def home_of(household: Household, on: date, as_known_on: datetime | None = None) -> Dwelling | None:
    """The dwelling in which the household lives on a day; None when it has none, or nobody told."""
    occupancies = _still_counting(Occupancy.objects.filter(household=household), as_known_on).select_related("dwelling")
    current = [occupancy for occupancy in occupancies if occupancy.since is None or occupancy.since <= on]
    return max(current, key=lambda occupancy: (occupancy.since or date.min, occupancy.told_on, occupancy.pk)).dwelling if current else None


# -- what is known ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StandingFact:
    """What stands of one fact about one thing: its answers, the one that holds on the day first."""

    fact: Fact
    about: About
    year: int | None
    answers: tuple[Standing, ...]

    @property
    def contradiction(self) -> "Contradiction | None":
        """The open contradiction, if two sources differ."""
        for answer in self.answers:
            if answer.several:
                return Contradiction(self.fact, self.about, self.year, answer)
        return None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Sources that differ about the same thing in the same time. Both stay visible until a worker settles it."""

    fact: Fact
    about: About
    year: int | None
    answer: Standing

    @property
    def entries(self) -> tuple[FactEntry, ...]:
        """The entries that differ."""
        return self.answer.entries


def facts_of(household: Household, on: date, as_known_on: datetime | None = None) -> list[StandingFact]:
    """Everything that stands about a household on a day. as_known_on: as the file knew it at that moment."""
    return list(picture_of(household, on, as_known_on).facts)


def contradictions_of(household: Household, on: date, as_known_on: datetime | None = None) -> list[Contradiction]:
    """What two sources say differently and nobody settled yet."""
    return [found for fact in facts_of(household, on, as_known_on) if (found := fact.contradiction) is not None]


def history_of(fact: str, about: About, year: int | None = None) -> list[FactEntry]:
    """Every entry about this in the picture of its household, the oldest first; what was settled or taken back too."""
    told = FactEntry.objects.filter(_told_in(about.told_in), fact=fact, year=year, **about.columns)
    return list(told.select_related("told_to", "replaces"))


def stands_of(fact: str, about: About, *, on: date, year: int | None = None) -> StandingFact:
    """What stands of one fact about one thing."""
    passport = vocabulary().fact(fact)
    return StandingFact(passport, about, year, stands(passport, history_of(fact, about, year), on=on))


def situation_of(household: Household, on: date, as_known_on: datetime | None = None) -> Situation:
    """The household on a day, as the engine reads it. An open contradiction gives every value that may be the true one."""
    return picture_of(household, on, as_known_on).situation


@dataclass(frozen=True)
class Picture:
    """A household on a day, read once: as people tell it (presences, home, facts, events) and as the engine reads it (situation)."""

    on: date
    presences: tuple[Presence, ...]
    home: Dwelling | None
    properties: tuple[UUID, ...]
    events: tuple[Event, ...]
    facts: tuple[StandingFact, ...]

    @cached_property
    def situation(self) -> Situation:
        """The household as the engine reads it."""
        home = self.home.pk if self.home else None
        names_of = {str(presence.person.pk): presence.person.name for presence in self.presences}
        return Situation(
            on=self.on,
            persons=tuple(names_of),
            names=names_of,
            properties=tuple(HOME if dwelling == home else str(dwelling) for dwelling in self.properties),
            events=tuple(EventHere(str(event.pk), event.kind, str(event.person_id) if event.person_id else "") for event in self.events),
            answers={
                (told.fact.id, told.about.ids(home, HOME), told.year): tuple(_spell(answer) for answer in told.answers)
                for told in self.facts
            },
        )


def _spell(standing: Standing) -> Spell:
    parts: dict[str, Value] = {}
    for name, part in standing.parts.items():
        if isinstance(part, Mapping):
            parts.update({f"{name}:{year}": value for year, value in part.items()})
        else:
            parts[name] = part
    entry = standing.entry
    return Spell(
        value=standing.value,
        knowing=cast(Knowing, standing.knowing),
        since=standing.since,
        until=standing.until,
        parts=parts,
        several=standing.several,
        source=cast(Source, entry.source),
        told_on=entry.told_on,
        told_to=entry.told_to.name,
        document=entry.document,
    )


def picture_of(household: Household, on: date, as_known_on: datetime | None = None) -> Picture:
    """Everything that a page about a household shows, in six queries whatever its size.

    Only what was told in this household, or with a person's name: what somebody confided in another dossier stays there.
    """
    presences = _presences(household, on, as_known_on)
    persons = {presence.person.pk for presence, _standings in presences}
    home = home_of(household, on, as_known_on)
    events = tuple(_still_counting(household.events.all(), as_known_on).order_by("told_on", "pk"))
    here = FactEntry.objects.filter(_told_in(household.pk))
    of_people = here.filter(Q(person__in=persons, household=None) | Q(household=household, person=None))
    facts = _standing(_by_told(_known(of_people, as_known_on), household), on)
    properties = _properties(facts)
    estates = {*properties, *([home.pk] if home else [])}
    of_things = here.filter(Q(dwelling__in=estates, person=None) | Q(event__in=[event.pk for event in events]))
    facts += _standing(_by_told(_known(of_things, as_known_on), household), on)
    facts = [fact for fact in facts if _belongs(fact.about, persons, estates)]
    for presence, standings in presences:
        about_presence = About.of_presence(presence.person, household).within(household.pk)
        facts.append(StandingFact(vocabulary().fact(LIVES_HERE), about_presence, None, standings))
    _name_the_workers(facts)
    return Picture(on, tuple(presence for presence, _standings in presences), home, properties, events, tuple(facts))


def _told_in(household_id: UUID | None) -> Q:
    """Told in the dossier of this household, or with a person's name."""
    return Q(told_in=household_id) | Q(told_in=None)


def _name_the_workers(facts: Iterable[StandingFact]) -> None:
    """Put to each entry the worker to whom it was told: one query, and one object for each worker."""
    entries = [entry for fact in facts for answer in fact.answers for entry in answer.entries]
    workers = Worker.objects.in_bulk({entry.told_to_id for entry in entries})
    for entry in entries:
        entry.told_to = workers[entry.told_to_id]


def _belongs(about: About, persons: set[UUID], estates: set[UUID]) -> bool:
    """Whether both ends of a relation are in this picture."""
    if about.to_person_id is not None:
        return about.to_person_id in persons
    return about.shape != "relation" or about.dwelling_id in estates


def _properties(facts: Iterable[StandingFact]) -> tuple[UUID, ...]:
    """Real estate of which somebody here owns, or may own, a part; in the order in which it was told."""
    owned = [fact.about.dwelling_id for fact in facts if fact.fact.id == OWNERSHIP and fact.about.dwelling_id is not None]
    return tuple(dict.fromkeys(owned))


def _by_told(entries: Iterable[FactEntry], household: Household) -> Mapping[Told, list[FactEntry]]:
    grouped: dict[Told, list[FactEntry]] = defaultdict(list)
    for entry in entries:
        grouped[entry.fact, About.of_entry(entry, household.organisation_id, household.pk), entry.year].append(entry)
    return grouped


def _standing(by_told: Mapping[Told, list[FactEntry]], on: date) -> list[StandingFact]:
    """What stands of each; facts that the vocabulary no longer has stay in the history and are not read."""
    found = []
    for (fact_id, about, year), entries in by_told.items():
        passport = vocabulary().facts.get(fact_id)
        if passport is None:
            continue
        answers = stands(passport, entries, on=on)
        if answers:
            found.append(StandingFact(passport, about, year, answers))
    return found


T = TypeVar("T", Occupancy, Event)


def _known(entries: QuerySet[FactEntry], as_known_on: datetime | None) -> QuerySet[FactEntry]:
    return entries if as_known_on is None else entries.filter(recorded_on__lte=as_known_on)


def _still_counting(told: QuerySet[T], as_known_on: datetime | None) -> QuerySet[T]:
    """What was told and not taken back, now or at that moment."""
    if as_known_on is None:
        return told.filter(taken_back_on=None)
    return told.filter(told_on__lte=as_known_on).filter(Q(taken_back_on=None) | Q(taken_back_on__gt=as_known_on))


# -- from the engine's ids to whom a fact is about ---------------------------------------------------------------------------


def about(household: Household, fact: str, ids: Sequence[str], on: date) -> About:
    """Of whom the engine asks. LookupError when it is nobody in the picture of this household, or the home is not there yet."""
    return _about(household, vocabulary().fact(fact), ids, on).within(household.pk)


def _about(household: Household, passport: Fact, ids: Sequence[str], on: date) -> About:
    if passport.of == "household":
        return About.of_household(household)
    if passport.of == "event":
        return About.of_event(_event(household, ids[0]))
    if passport.of == "dwelling":
        return About.of_dwelling(_dwelling(household, ids[0], on))
    here = {str(presence.person.pk): presence.person for presence in persons_in(household, on)}
    person = _one_of(here, ids[0])
    if passport.id == LIVES_HERE:
        return About.of_presence(person, household)
    if passport.of == "person":
        return About.of_person(person)
    other: Person | Dwelling = _one_of(here, ids[1]) if passport.to == "person" else _dwelling(household, ids[1], on)
    return About.of_relation(person, other)


def _one_of(here: Mapping[str, Person], person_id: str) -> Person:
    try:
        return here[person_id]
    except KeyError:
        raise LookupError("Nobody with that id is in the picture of this household.") from None


def _dwelling(household: Household, dwelling_id: str, on: date) -> Dwelling:
    if dwelling_id == HOME:
        home = home_of(household, on)
        if home is None:
            raise NoHome("This household has no home on that day, or nobody told of it yet.")
        return home
    picture = picture_of(household, on)
    for estate in Dwelling.objects.filter(pk__in=picture.properties):
        if str(estate.pk) == dwelling_id:
            return estate
    raise LookupError("No property with that id is in the picture of this household.")


def _event(household: Household, event_id: str) -> Event:
    for event in _still_counting(household.events.all(), None):
        if str(event.pk) == event_id:
            return event
    raise LookupError("No event with that id is in the picture of this household.")
