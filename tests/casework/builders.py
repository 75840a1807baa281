"""Dossiers to test with: a person who tells, her dossier and her worker. What is not named is unknown."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone
from tests.trust.builders import Cast, the_cast

from rechtop.casework import actions
from rechtop.casework.kin_line import read_kin_line
from rechtop.casework.models import Appointment, Conversation, Dossier, StoryVersion
from rechtop.people import actions as people
from rechtop.people.about import About
from rechtop.people.models import FactEntry, Person
from rechtop.rights.facts.situation import HOME
from rechtop.trust.models import Worker
from rechtop.web.autosave import Sent


def a_dossier(worker: Worker, name: str = "An Peeters", *, birth_date: object = "2/3/1990") -> Dossier:
    """An open dossier that this worker owns, of somebody with a name and a birth date."""
    given, _space, family = name.partition(" ")
    person = people.add_person(given_name=given, family_name=family, birth_date=birth_date, by=worker)
    return actions.start_dossier(person, by=worker)


@dataclass
class Talk:
    """A dossier with an open talk."""

    dossier: Dossier
    conversation: Conversation
    worker: Worker

    @property
    def an(self) -> Person:
        """Who tells."""
        return self.dossier.teller

    @property
    def inside(self) -> dict[str, Any]:
        """What every content action wants."""
        return {"within": self.dossier, "by": self.worker, "in_conversation": self.conversation.pk}

    def tells(self, fact: str, answer: object, of: Person | None = None, **more: Any) -> FactEntry:
        """An (or somebody else) is told to have a fact."""
        return people.tell(fact, About.of_person(of or self.an), answer, **{**self.inside, **more})

    def home(self, fact: str, answer: object) -> FactEntry:
        """Something of the home is told."""
        return people.answer_question(self.dossier.household, (fact, (HOME,), None), answer, **self.inside)

    def household(self, fact: str, answer: object) -> FactEntry:
        """Something of the household is told."""
        return people.answer_question(self.dossier.household, (fact, (), None), answer, **self.inside)

    def joins(self, line: str) -> Person:
        """Somebody is added in one line: "dochter Noor 8"."""
        from rechtop.casework.household import join

        return join(self.dossier, read_kin_line(line, today=timezone.localdate()), self.conversation, by=self.worker)


def a_talk(worker: Worker | None = None, **facts: object) -> Talk:
    """An open talk with An; `facts` are hers: a_talk(wage_net_month="1.200")."""
    worker = worker or the_cast().amira
    dossier = a_dossier(worker)
    talk = Talk(dossier, actions.begin_conversation(dossier, by=worker), worker)
    for fact, answer in facts.items():
        talk.tells(fact, answer)
    return talk


def a_single_mother(worker: Worker | None = None) -> Talk:
    """An with two children, a rent and a small wage: something is open, something hangs."""
    talk = a_talk(worker, nationality="belgian", lives_in_belgium="ja", ready_to_work="yes", has_own_income="ja", wage_net_month="850")
    talk.joins("dochter Noor 8")
    talk.joins("zoon Mats 13")
    talk.household("someone_else_lives_here", "nee")
    talk.home("tenure", "rented")
    talk.home("rent_month", "750")
    return talk


def an_appointment(dossier: Dossier, *, day: date | None = None, hour: int = 9, by: Worker | None = None) -> Appointment:
    """An appointment with the worker of the dossier, today if not said otherwise."""
    worker = by or dossier.owner
    assert worker is not None
    return actions.plan_appointment(dossier, day=day or timezone.localdate(), at=time(hour, 0), worker=worker, by=worker)


def an_aside(dossier: Dossier) -> StoryVersion:
    """A text that was put aside, because somebody else had saved meanwhile."""
    worker = dossier.owner
    assert worker is not None
    actions.save_story(dossier, "Eerst.", sent=Sent("page-1", 1, 0), by=worker)
    kept = actions.save_story(dossier, "Tegelijk.", sent=Sent("page-2", 1, 0), by=worker).aside
    assert kept is not None
    return kept


__all__ = ["Cast", "Talk", "a_dossier", "a_single_mother", "a_talk", "an_appointment", "an_aside", "the_cast", "timedelta"]
