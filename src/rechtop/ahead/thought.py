"""A household as it would be: nothing of it is told or kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from django.utils.translation import gettext as _

from rechtop.casework.models import Dossier
from rechtop.casework.stands import HERE, Stands
from rechtop.people.queries import Picture, picture_of
from rechtop.rights.ahead import Change, with_changes, with_newcomer
from rechtop.rights.evaluate import Assessment, Result, assess
from rechtop.rights.facts.situation import Key, Situation, Value

NewcomerKind = Literal["partner", "child"]
NEWCOMER = "erbij"
"""The beginning of the id of somebody who would join; no person's id begins like that."""


@dataclass(frozen=True)
class Newcomer:
    """Somebody who would join. income: net per month in EUR cents, None while nobody knows; a child is born on the day itself."""

    kind: NewcomerKind
    income: int | None = None


class Thought(Stands):
    """A household as it would be on a day. What was told of it stands in `picture`; what is thought stands in `situation`."""

    thought: Situation
    newcomers: Sequence[Newcomer] = ()

    @property
    def situation(self) -> Situation:
        """The household as the engine reads it, with what is thought."""
        return self.thought

    def with_results(self, results: list[Result]) -> "Thought":
        """The same look with other results."""
        return _thought(self.dossier, self.picture, self.thought, self.assessment, results, self.newcomers)

    @cached_property
    def short_names(self) -> dict[str, str]:
        """How each person is called, those who would join too."""
        return {**super().short_names, **newcomer_names(self.newcomers)}


def newcomer_names(newcomers: Sequence[Newcomer]) -> dict[str, str]:
    """How those who would join are called, by their id."""
    words = {"partner": _("nieuwe partner"), "child": _("nieuw kind")}
    return {f"{NEWCOMER}{number}": words[one.kind] for number, one in enumerate(newcomers)}


def as_it_goes_on(dossier: Dossier, on: date) -> Thought:
    """The household on a later day, when nothing is told any more."""
    picture = picture_of(dossier.household, on)
    assessment = assess(picture.situation)
    return _thought(dossier, picture, picture.situation, assessment, assessment.results())


def with_thoughts(now: Stands, changes: Iterable[Change], newcomers: Sequence[Newcomer] = ()) -> Thought:
    """The household of a look, with other answers and with somebody more, from the day of that look."""
    situation, on = now.situation, now.picture.on
    for number, one in enumerate(newcomers):
        id = f"{NEWCOMER}{number}"
        situation = with_newcomer(situation, id, newcomer_names(newcomers)[id], _known_of(one, id, now, on), on)
    situation = with_changes(situation, changes)
    assessment = assess(situation, earlier=None if newcomers else now.assessment)
    return _thought(now.dossier, now.picture, situation, assessment, assessment.results(), newcomers)


def _thought(
    dossier: Dossier,
    picture: Picture,
    situation: Situation,
    assessment: Assessment,
    results: list[Result],
    newcomers: Sequence[Newcomer] = (),
) -> Thought:
    made = Thought(dossier, picture, assessment, [_as_if_asked_anew(result) for result in results])
    made.thought, made.newcomers = situation, newcomers
    return made


def seen_as_thought(now: Thought, assessment: Assessment, results: list[Result]) -> Thought:
    """Another assessment of the same people, to be read as a look of its own."""
    return _thought(now.dossier, now.picture, assessment.situation, assessment, results)


def _as_if_asked_anew(result: Result) -> Result:
    """What runs already counts here as what the law makes of it now: else nothing that runs could ever move."""
    return replace(result, held="") if result.held in ("yes", "recognised_nil") else result


def _known_of(one: Newcomer, id: str, now: Stands, on: date) -> dict[Key, Value]:
    known: dict[Key, Value] = {("lives_here", (id,), None): "always", ("stays_in", (id,), None): "at_home"}
    if one.kind == "child":
        known |= {("birth_date", (id,), None): on, ("kinship", (now.teller_id, id), None): "child"}
        known[("gets_child_benefit_for", (now.teller_id, id), None)] = True
        return known
    known[("kinship", (now.teller_id, id), None)] = "partner_without_papers"
    if one.income is not None:
        known |= {("wage_net_month", (id,), None): one.income, ("has_own_income", (id,), None): one.income > 0}
    return known


def adults_here(stands: Stands, *, from_age: int = 15) -> list[str]:
    """Ids of those who live here and may work; who gave no age is among them."""
    here = [str(one.person.pk) for one in stands.presences if one.how in HERE or one.how is None]
    return [one for one in here if (age := stands.age(one)) is None or age >= from_age]
