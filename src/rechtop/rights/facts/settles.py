"""What one cheap answer settles at once: "no income at all" answers twenty questions about amounts.

These are told answers, not defaults: they come from what somebody said, and any later told fact overrules them openly.
"""

from __future__ import annotations

from collections.abc import Iterator

from rechtop.rights.facts.situation import HOME, Key, Situation, Spell, Value
from rechtop.rights.facts.vocabulary import vocabulary

INCOME_NOW = (
    "wage_net_month", "meal_and_eco_vouchers_month", "wage_extras_net_year", "wage_gross_month", "wage_taxable_month",
    "wage_extras_taxable_year", "self_employed_net_year", "artistic_income_year", "pension_net_month", "pension_gross_month",
    "gifts_month", "benefits_net_month", "benefits_gross_month",
)  # fmt: skip
PAYING_STATUSES = (
    "has_leefloon", "has_equivalent_leefloon", "has_igo", "has_ivt", "has_sickness_benefit", "has_unemployment_benefit", "has_pension",
    "has_old_federal_allowance",
)  # fmt: skip


def settled_by(situation: Situation) -> Iterator[tuple[Key, Value]]:
    """Each answer that follows from another answer, for every person; answers that were told themselves included."""
    known = vocabulary().facts
    for person in situation.persons:
        said = situation.told("has_own_income", person)
        if said is not None and said.value is False:
            for fact in INCOME_NOW:
                if fact in known:
                    yield (fact, (person,), None), 0
            for status in PAYING_STATUSES:
                if status in known:
                    yield (status, (person,), None), "never"
        nationality = situation.told("nationality", person)
        if nationality is not None and nationality.value == "belgian":
            yield ("residence_right", (person,), None), "not_needed"
        where = situation.told("domicile_kind", person)
        home = situation.told("dwelling_municipality", HOME)
        if where is not None and where.value == "this_home" and home is not None and home.value is not None:
            yield ("domicile_municipality", (person,), None), home.value


def with_settled(situation: Situation) -> Situation:
    """The situation with everything that its own answers settle; a told answer is never replaced."""
    answers = dict(situation.answers)
    added = False
    for key, value in settled_by(situation):
        if key not in answers:
            answers[key] = (Spell(value, source="inferred"),)
            added = True
    if not added:
        return situation
    return Situation(situation.on, situation.persons, situation.names, situation.properties, situation.events, answers)
