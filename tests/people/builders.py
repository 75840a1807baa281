"""Households to test with: they state only what the test is about; everything else is unknown, not a friendly default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from tests.trust.builders import Cast, the_cast

from rechtop.people import actions, queries
from rechtop.people.about import About
from rechtop.people.models import FactEntry, Household, Person
from rechtop.trust.models import Worker


@dataclass
class PaperDossier:
    """The least that the policy must know of a dossier; the casework room is not needed to test this one."""

    organisation_id: int
    team_id: int | None
    owner_id: int | None
    household_id: UUID
    closed_on: date | None = None
    pk: int = 1
    _meta: Any = field(default=type("Meta", (), {"model_name": "dossier"}), repr=False)


def a_dossier(worker: Worker, household: Household | None = None) -> PaperDossier:
    """An open dossier that this worker owns, about a household."""
    about = household or actions.add_household(by=worker)
    return PaperDossier(worker.organisation_id, worker.team_id, worker.pk, about.pk)


def a_person(worker: Worker, given_name: str = "An", family_name: str = "Peeters", **known: Any) -> Person:
    """A person whom the worker's OCMW knows of."""
    return actions.add_person(given_name=given_name, family_name=family_name, by=worker, **known)


@dataclass
class Home:
    """A household with its people by name, its dossier and its worker."""

    household: Household
    worker: Worker
    dossier: PaperDossier
    people: dict[str, Person]

    def __getattr__(self, name: str) -> Person:
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def inside(self) -> dict[str, Any]:
        """What every content action wants: the dossier and the worker."""
        return {"within": self.dossier, "by": self.worker}

    def history(self, fact: str, person: Person) -> list[FactEntry]:
        """Everything that was told here of a fact of a person."""
        return queries.history_of(fact, About.of_person(person).within(self.household.pk))

    def tells(self, fact: str, of: Person | About, answer: object, **more: Any) -> FactEntry:
        """Somebody here tells a fact."""
        about = of if isinstance(of, About) else About.of_person(of)
        return actions.tell(fact, about, answer, **{**self.inside, **more})


def a_household(worker: Worker | None = None, children: int = 0, partner: bool = False, **facts: object) -> Home:
    """An, who tells; with a partner and children if asked for. `facts` are An's: a_household(wage_net_month="1.200")."""
    worker = worker or the_cast().amira
    people = {"an": a_person(worker)}
    household = actions.add_household(teller=people["an"], by=worker)
    home = Home(household, worker, a_dossier(worker, household), people)
    if partner:
        people["bo"] = a_person(worker, "Bo", "Claes")
        actions.join_household(people["bo"], home.household, **home.inside)
        actions.relate(people["an"], people["bo"], "partner_without_papers", **home.inside)
    for number in range(1, children + 1):
        kid = people[f"kid{number}"] = a_person(worker, f"Kind{number}", "Peeters")
        actions.join_household(kid, home.household, **home.inside)
        actions.relate(people["an"], kid, "child", **home.inside)
    for fact, answer in facts.items():
        home.tells(fact, people["an"], answer)
    return home


def known(household: Household, on: date, **more: Any) -> Mapping[Any, Any]:
    """What the engine would read, by (fact, ids, year): the value, the word for not knowing, or the tuple of a contradiction."""
    situation = queries.situation_of(household, on, **more)
    return {
        key: spells[0].several or (spells[0].value if spells[0].knowing == "known" else spells[0].knowing)
        for key, spells in situation.answers.items()
    }


__all__ = ["Cast", "Home", "a_dossier", "a_household", "a_person", "known", "the_cast"]
