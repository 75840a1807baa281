"""The same household with something changed from a day on. Nothing here is ever told or kept: it is only thought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rechtop.rights.facts.kinship import INVERSE
from rechtop.rights.facts.settles import OPENERS, with_settled
from rechtop.rights.facts.situation import Key, Situation, Spell, Value
from rechtop.rights.facts.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that would be another from a day on. value None: it would no longer be known (a wage that depends on the new one)."""

    key: Key
    value: Value
    since: date
    parts: Mapping[str, Value] | None = None


FOLLOWS: Mapping[str, tuple[str, ...]] = {
    "wage_net_month": ("wage_gross_month", "wage_taxable_month", "ordinary_work_hours_month"),
    "wage_gross_month": ("wage_net_month", "wage_taxable_month", "ordinary_work_hours_month"),
    "benefits_net_month": ("benefits_gross_month",),
    "benefits_gross_month": ("benefits_net_month",),
    "pension_net_month": ("pension_gross_month",),
    "pension_gross_month": ("pension_net_month",),
}
"""Other names of the same money: when one changes and the other is not given, the other is not known any more, rather than wrong."""


def with_changes(situation: Situation, changes: Iterable[Change]) -> Situation:
    """The household as it would be on the day of the situation; what held before a change stays in its history.

    A figure that goes with a changed one (gross with net) becomes unknown, unless it is changed too or was nothing and stays nothing.
    """
    made = list(changes)
    situation, opened = _opened(situation, made)
    made += opened
    given = {change.key for change in made}
    for change in list(made):
        fact, ids, year = change.key
        for other in FOLLOWS.get(fact, ()):
            key = (other, ids, year)
            if key not in given and (key in situation.answers or change.value == 0):
                made.append(Change(key, 0 if change.value == 0 else None, change.since))
                given.add(key)
    answers = dict(situation.answers)
    for change in made:
        answers |= _answered(answers, change)
    return replace(situation, answers=answers)


def _opened(situation: Situation, changes: list[Change]) -> tuple[Situation, list[Change]]:
    """What a "no" to an opening question said at once ("no income at all") is said piece by piece, so that only the changed piece moves."""
    opened = []
    for change in changes:
        fact, ids, _year = change.key
        for opener, answers in OPENERS.items():
            said = situation.told(opener, *ids) if fact in answers and len(ids) == 1 else None
            if said is not None and said.value is False and change.value != answers[fact]:
                situation = with_settled(situation)
                opened.append(Change((opener, ids, None), True, change.since))
    return situation, opened


def _answered(answers: Mapping[Key, tuple[Spell, ...]], change: Change) -> dict[Key, tuple[Spell, ...]]:
    fact, ids, year = change.key
    known = vocabulary().fact(fact)
    found = {change.key: change.value}
    if fact == "kinship" and len(ids) == 2 and isinstance(change.value, str):
        found[fact, (ids[1], ids[0]), year] = INVERSE[change.value]
    elif known.symmetric and len(ids) == 2:
        found[fact, (ids[1], ids[0]), year] = change.value
    has_moment = known.dated or known.type == "status"
    spell = {key: Spell(value, since=change.since if has_moment else None, parts=change.parts or {}) for key, value in found.items()}
    return {key: (one, *(_ended(before, change.since) for before in answers.get(key, ()) if has_moment)) for key, one in spell.items()}


def _ended(before: Spell, since: date) -> Spell:
    """What held until the change; a spell that would begin after it is left where it is."""
    last = since - timedelta(days=1)
    if before.until is not None and before.until <= last:
        return before
    return replace(before, until=last) if before.since is None or before.since <= last else replace(before, until=before.since)


def with_newcomer(situation: Situation, id: str, name: str, answers: Mapping[Key, Value], since: date) -> Situation:
    """The household with somebody more in it: a partner who moves in, a child who is born.

    answers: what is known of her, relations to the others included (`("kinship", (teller, id), None)`).
    Raises ValueError for an id that is taken.
    """
    if id in situation.persons:
        raise ValueError(f"there is somebody with the id {id!r} already.")
    grown = replace(situation, persons=(*situation.persons, id), names={**situation.names, id: name})
    return with_changes(grown, [Change(key, value, since) for key, value in answers.items()])
