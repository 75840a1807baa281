"""Putting the invented households in the database, through the very actions that the pages use: so the history is real."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from rechtop.casework import actions
from rechtop.casework.demo.read import Appointment, DemoHousehold
from rechtop.casework.demo.town import MUNICIPALITIES, OCMW, settle_workers, workers_there
from rechtop.casework.models import Conversation, Dossier
from rechtop.people import actions as people
from rechtop.people.about import About
from rechtop.people.models import Dwelling, Event, Person
from rechtop.rights.facts.situation import HOME, Key, Spell
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.trust.models import Organisation, Role, Worker
from rechtop.trust.refusal import Refused

HOURS = (time(11, 0), time(14, 0), time(15, 30), time(16, 30), time(17, 0))
"""Where an appointment moves to when its hour is taken, as happens when the demo is opened for many days."""


def load(households: Sequence[DemoHousehold], total: int = 0, tell: Callable[[int], object] = lambda _count: None) -> int:
    """Add what is not there yet; gives how many households were added. total: multiply them, with numbered names, up to so many.

    tell is called with the number of households added so far.
    """
    added = 0
    with transaction.atomic():
        workers = workers_there() if Organisation.objects.filter(name=OCMW).exists() else settle_workers()
        there = set(Person.objects.filter(organisation__name__in=MUNICIPALITIES).values_list("given_name", "family_name"))
    for place in range(max(total, len(households))):
        household, copy = households[place % len(households)], place // len(households)
        if _name(household, household.teller, copy) not in there:
            with transaction.atomic():  # a household is there as a whole or not at all
                _add(household, copy, workers)
            added += 1
            tell(added)
    return added


def plan_today(households: Sequence[DemoHousehold]) -> int:
    """On each day that the demo is opened there are people to see; gives how many appointments were made."""
    workers, made = workers_there(), 0
    for household in households:
        given, family = _name(household, household.teller, 0)
        organisation = workers[household.worker].organisation
        dossier = Dossier.objects.filter(organisation=organisation, teller__given_name=given, teller__family_name=family, closed_on=None)
        for appointment in household.appointments if dossier else ():
            made += _plan(dossier[0], appointment, workers[appointment.worker or household.worker])
    return made


def _plan(dossier: Dossier, appointment: Appointment, worker: Worker) -> bool:
    day = timezone.localdate() + timedelta(appointment.in_days)
    if dossier.appointments.filter(day=day).exists():
        return False
    for hour in (appointment.at, *HOURS):
        try:
            actions.plan_appointment(dossier, day=day, at=hour, worker=worker, by=worker)
        except Refused:
            continue
        return True
    return False


def _name(household: DemoHousehold, person: str, copy: int) -> tuple[str, str]:
    """Given and family name; the copies of a household are numbered."""
    who = household.who[person]
    family = f"{who.get('family', '')} {copy + 1}" if copy else who.get("family", "")
    return who.get("given", ""), family.strip()


def _add(household: DemoHousehold, copy: int, workers: dict[str, Worker]) -> Dossier:
    worker = workers[household.worker]
    persons = {key: _person(household, key, copy, worker) for key in household.who}
    dossier = actions.start_dossier(persons[household.teller], by=worker)
    if worker.role != Role.RECEPTION:  # reception notes who came, and leaves the story for a social worker
        _Telling(household, persons, dossier, worker).tell_everything()
    return dossier


def _person(household: DemoHousehold, key: str, copy: int, worker: Worker) -> Person:
    who = household.who[key]
    given, family = _name(household, key, copy)
    return people.add_person(
        given_name=given,
        family_name=family,
        call_name=who.get("call", ""),
        language=who.get("language", "nl"),
        address_form=who.get("form", "u"),
        by=worker,
    )


class _Telling:
    """One talk in which one household tells everything that is in its file."""

    def __init__(self, household: DemoHousehold, persons: dict[str, Person], dossier: Dossier, worker: Worker) -> None:
        self.household, self.persons, self.dossier, self.worker = household, persons, dossier, worker
        self.talk = actions.begin_conversation(dossier, kind=household.kind, by=worker)
        self.told_on: datetime | None = None
        self.home: Dwelling | None = None
        self.estates: dict[str, Dwelling] = {}
        self.events: dict[str, Event] = {}

    def tell_everything(self) -> None:
        """The story, who lives here, the home, what is owned, what happened, and every fact."""
        household, situation = self.household, self.household.situation
        self._long_ago(household.days_ago)
        if household.story:
            actions.save_story(self.dossier, household.story, by=self.worker)
        inside: dict[str, Any] = {"within": self.dossier, "by": self.worker}
        if household.address or any(fact for fact, of, _year in situation.answers if HOME in of):
            self.home = people.add_dwelling(self.dossier.household, **{**household.address, **inside})
        for event in situation.events:
            person = self.persons[event.of] if event.of else None
            self.events[event.id] = people.add_event(event.kind, household=self.dossier.household, person=person, **inside)
        first = [key for key in situation.answers if key[0] in ("lives_here", "ownership_share_percent")]
        for key in (*first, *(key for key in situation.answers if key not in first)):
            for spell in reversed(situation.answers[key]):  # the oldest first, as a life goes
                self._tell(key, spell)
        for other in household.against:
            self._tell_against(other.of, other.answer, other.document)
        if household.finished:
            actions.end_conversation(self.talk, by=self.worker)
            if self.told_on:
                Conversation.objects.filter(pk=self.talk.pk).update(ended_at=self.told_on + timedelta(minutes=50))
        if household.closed:
            actions.close_dossier(self.dossier, by=self.worker)
            if self.told_on:
                Dossier.objects.filter(pk=self.dossier.pk).update(closed_on=timezone.localdate(self.told_on))

    def _long_ago(self, days: int) -> None:
        """An invented talk may lie in the past; a real one is always now, so there is no action for it."""
        if not days:
            return
        self.told_on = timezone.now() - timedelta(days)
        Dossier.objects.filter(pk=self.dossier.pk).update(opened_on=timezone.localdate(self.told_on))
        Conversation.objects.filter(pk=self.talk.pk).update(started_at=self.told_on)
        self.dossier.refresh_from_db()

    def _tell(self, key: Key, spell: Spell) -> None:
        fact, of, year = key
        document = self.household.seen.get(f"{of[0] if of else 'household'}.{fact}", "")
        dated: dict[str, Any] = {} if vocabulary().fact(fact).type == "status" else {"since": spell.since, "until": spell.until}
        people.tell(
            fact,
            self._about(fact, of),
            _answer(fact, spell),
            year=year,
            source="document" if document else "told",
            document=document,
            told_on=None if fact == "lives_here" else self.told_on,  # the teller lives here since the dossier began: now
            in_conversation=self.talk.pk,
            within=self.dossier,
            by=self.worker,
            **dated,
        )

    def _tell_against(self, named: str, answer: str, document: str) -> None:
        of, fact = named.split(".")
        about = self._about(fact, () if of == "household" else (of,))
        people.tell(fact, about, answer, source="document", document=document, told_on=self.told_on, in_conversation=self.talk.pk,
                    within=self.dossier, by=self.worker)  # fmt: skip

    def _about(self, fact: str, of: tuple[str, ...]) -> About:
        passport = vocabulary().fact(fact)
        if passport.of == "household":
            return About.of_household(self.dossier.household)
        if passport.of == "event":
            return About.of_event(self.events[of[0]])
        if passport.of == "dwelling":
            return About.of_dwelling(self._estate(of[0]))
        person = self.persons[of[0]]
        if fact == "lives_here":
            return About.of_presence(person, self.dossier.household)
        if passport.of == "person":
            return About.of_person(person)
        return About.of_relation(person, self.persons[of[1]] if passport.to == "person" else self._estate(of[1], owner=person))

    def _estate(self, name: str, owner: Person | None = None) -> Dwelling:
        """The home, or another property; that one is known from the moment its first owner tells of it."""
        if name == HOME and self.home is not None:
            return self.home
        if name not in self.estates and owner is not None:
            self.estates[name] = people.add_property(owner, within=self.dossier, by=self.worker)
        return self.estates[name]


def _answer(fact_id: str, spell: Spell) -> object:
    """What was said, as the action takes it."""
    fact = vocabulary().fact(fact_id)
    if spell.knowing != "known":
        return spell.knowing
    if fact.type == "status":
        said: dict[str, object] = {"state": spell.value, "since": spell.since, "until": spell.until}
        for name, value in spell.parts.items():
            part, _colon, year = name.partition(":")
            if year:
                by_year = said.setdefault(part, {})
                assert isinstance(by_year, dict)
                by_year[int(year)] = value
            else:
                said[part] = value
        return {name: value for name, value in said.items() if value is not None}
    return spell.value
