"""Of whom or what a fact is: one person, a person towards another person or a dwelling, a household, a dwelling, an event."""

from dataclasses import dataclass, field, replace
from typing import Any, Literal
from uuid import UUID

from rechtop.people.models import Dwelling, Event, FactEntry, Household, Person

Shape = Literal["person", "relation", "presence", "household", "dwelling", "event"]


@dataclass(frozen=True, slots=True)
class About:
    """Of whom or what. Two are equal when they speak of the same.

    organisations: those that hold the records named. told_in: the household in whose picture it stands, if it stands in one.
    """

    shape: Shape
    person_id: UUID | None = None
    to_person_id: UUID | None = None
    household_id: UUID | None = None
    dwelling_id: UUID | None = None
    event_id: UUID | None = None
    organisations: frozenset[int] = field(default=frozenset(), compare=False)
    told_in: UUID | None = field(default=None, compare=False)

    @classmethod
    def of_person(cls, person: Person) -> "About":
        """A fact of one person."""
        return cls("person", person_id=person.pk, organisations=_held_by(person))

    @classmethod
    def of_relation(cls, person: Person, other: Person | Dwelling) -> "About":
        """A fact from a person to another person or to a dwelling."""
        if isinstance(other, Person):
            return cls("relation", person_id=person.pk, to_person_id=other.pk, organisations=_held_by(person, other))
        return cls("relation", person_id=person.pk, dwelling_id=other.pk, organisations=_held_by(person, other))

    @classmethod
    def of_presence(cls, person: Person, household: Household) -> "About":
        """Whether and how a person lives in a household: the fact `lives_here`."""
        return cls("presence", person_id=person.pk, household_id=household.pk, organisations=_held_by(person, household))

    @classmethod
    def of_household(cls, household: Household) -> "About":
        """A fact of the people of a conversation together."""
        return cls("household", household_id=household.pk, organisations=_held_by(household))

    @classmethod
    def of_dwelling(cls, dwelling: Dwelling) -> "About":
        """A fact of a home or another piece of real estate."""
        return cls("dwelling", dwelling_id=dwelling.pk, organisations=_held_by(dwelling))

    @classmethod
    def of_event(cls, event: Event) -> "About":
        """A fact of something with a date."""
        return cls("event", event_id=event.pk, organisations=_held_by(event))

    @classmethod
    def of_entry(cls, entry: FactEntry, organisation_id: int, told_in: UUID | None) -> "About":
        """Of whom or what an entry was told, as it stands in the picture of a household."""
        shape: Shape
        if entry.event_id:
            shape = "event"
        elif entry.person_id and entry.household_id:
            shape = "presence"
        elif entry.person_id:
            shape = "relation" if entry.to_person_id or entry.dwelling_id else "person"
        else:
            shape = "household" if entry.household_id else "dwelling"
        ids = (entry.person_id, entry.to_person_id, entry.household_id, entry.dwelling_id, entry.event_id)
        return cls(shape, *ids, frozenset({organisation_id}), told_in)

    def within(self, household_id: UUID) -> "About":
        """The same, as it stands in the picture of a household."""
        return replace(self, told_in=household_id)

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of a fact entry about this, all five."""
        return {
            "person_id": self.person_id,
            "to_person_id": self.to_person_id,
            "household_id": self.household_id,
            "dwelling_id": self.dwelling_id,
            "event_id": self.event_id,
        }

    @property
    def turned(self) -> "About":
        """The same relation between two persons, seen from the other one."""
        return replace(self, person_id=self.to_person_id, to_person_id=self.person_id)

    def ids(self, home: UUID | None, home_id: str) -> tuple[str, ...]:
        """The ids under which the engine knows this; the home of the household bears the name `home_id`."""
        dwelling = home_id if self.dwelling_id is not None and self.dwelling_id == home else str(self.dwelling_id)
        if self.shape == "relation":
            return (str(self.person_id), str(self.to_person_id) if self.to_person_id else dwelling)
        if self.shape in ("person", "presence"):
            return (str(self.person_id),)
        if self.shape == "dwelling":
            return (dwelling,)
        return (str(self.event_id),) if self.shape == "event" else ()


def _held_by(*records: Person | Household | Dwelling | Event) -> frozenset[int]:
    return frozenset(record.organisation_id for record in records)
