"""Who belongs to a group of a rule: the people who live here, everybody told of, real estate, events.

A list that nobody called complete may hold somebody of whom nobody told (SOMEBODY_ELSE), about whom nothing is known.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeAlias

from rechtop.rights.evaluate.run import Run, place_of
from rechtop.rights.evaluate.told_values import SOMEBODY_ELSE
from rechtop.rights.evaluate.values import Kleene
from rechtop.rights.facts.situation import HOME
from rechtop.rights.facts.vocabulary import vocabulary
from rechtop.rights.language.people import CLOSED_BY

Env: TypeAlias = tuple[str, ...]
"""Who stands at each level: env[0] is whom the right is about, deeper levels are members of groups."""

_LIVING_HERE = ("always", "part_of_the_time", "temporarily_away")


def group(run: Run, base: str, owner: str, kind: str, mask: int) -> list[tuple[str, Kleene]]:
    """Who belongs to a group: (id, yes or unknown) each; at the end SOMEBODY_ELSE where there may be others of whom nobody told.

    owner: whose group it is ("" for the household); kind: of which events; mask: the facts that decide who belongs to it (GROUP_FACTS).
    """
    memo = run.memo if mask & run.changed else run.base
    key = (base, owner, kind)
    found: list[tuple[str, Kleene]] | None = memo.get(key)
    if found is None:
        members, more = _group(run, base, owner, kind)
        found = memo[key] = [*members, (SOMEBODY_ELSE, None)] if more else members
    return found


def group_of(data: tuple[Any, ...], env: Env) -> tuple[str, str, str]:
    """(base, owner, kind) of the group that a node runs over, for whoever stands at each level."""
    base, of = data[:2]
    owner = (env[of[0]] if isinstance(of[0], int) else str(of[0])) if of else ""
    return base, owner, str(of[1]) if len(of) > 1 else ""


def answer(run: Run, fact: str, *ids: str) -> Any:
    """The value of one told fact in a run."""
    table, unknown, _ = run.tables[place_of((fact, "value", None, None))]
    return table.get(ids, unknown)


def _group(run: Run, base: str, owner: str, kind: str) -> tuple[list[tuple[str, Kleene]], bool]:
    situation = run.told.situation
    if base in ("members", "housemates", "persons", "others"):
        more_here = answer(run, "someone_else_lives_here") is not False
        persons = [person for person in situation.persons if person != owner or base in ("members", "persons")]
        if base in ("persons", "others"):
            return [(person, True) for person in persons], more_here or answer(run, "someone_elsewhere_matters") is not False
        return [(person, here) for person in persons if (here := lives_here(run, person)) is not False], more_here
    more = (
        CLOSED_BY.get(base) is not None and answer(run, CLOSED_BY[base], *(() if base == "deliveries" else (owner,))) is not False
    ) or owner == SOMEBODY_ELSE
    if base == "properties":
        owned: list[tuple[str, Kleene]] = []
        told = run.tables[place_of(("ownership_share_percent", "value", None, None))][0]
        rights = run.tables[place_of(("ownership_right", "value", None, None))][0]
        with_owner = {item for _, item in told}
        for item in dict.fromkeys((*situation.properties, HOME)):
            share = told.get((owner, item))
            if share is not None and share[1] > 0:
                owned.append((item, True if share[0] > 0 else None))
            elif share is None and ((owner, item) in rights or (item not in with_owner and (item != HOME or home_is_owned(run)))):
                owned.append((item, None))
        return owned, more
    wanted = {"disposals": "disposal", "deliveries": "fuel_delivery"}.get(base, kind)
    return [(event.id, True) for event in situation.events if event.kind == wanted and event.of in (owner, "")], more


@lru_cache(maxsize=1)
def _owner_mask() -> int:
    return 1 << vocabulary().fact("tenure").option_ids.index("owner_occupied")


def home_is_owned(run: Run) -> bool:
    """Whether they told that they live in a home of their own; before that, the question about other property covers it."""
    return bool(answer(run, "tenure", HOME) == _owner_mask())


@lru_cache(maxsize=1)
def _here_mask() -> int:
    options = vocabulary().fact("lives_here").option_ids
    return sum(1 << options.index(option) for option in _LIVING_HERE)


def lives_here(run: Run, person: str) -> Kleene:
    """Whether a person lives in the household."""
    mask = answer(run, "lives_here", person)
    hit = mask & _here_mask()
    return False if not hit else True if hit == mask else None
