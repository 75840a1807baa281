"""What one cheap answer settles at once: "no income at all" answers twenty questions about amounts.

These are told answers, not defaults: they come from what somebody said, and any later told fact overrules them openly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rechtop.rights.facts.situation import HOME, Between, Key, Situation, Spell, Value

OPENERS: Mapping[str, Mapping[str, Value]] = {
    "has_own_income": {
        **dict.fromkeys(
            (
                "wage_net_month", "meal_and_eco_vouchers_month", "wage_extras_net_year", "wage_gross_month", "wage_taxable_month",
                "wage_extras_taxable_year", "self_employed_net_year", "artistic_income_year", "pension_net_month", "pension_gross_month",
                "gifts_month", "benefits_net_month", "benefits_gross_month",
            ),
            0,
        ),
        **dict.fromkeys(
            (
                "has_leefloon", "has_equivalent_leefloon", "has_igo", "has_ivt", "has_sickness_benefit", "has_unemployment_benefit",
                "has_pension", "has_old_federal_allowance",
            ),
            "never",
        ),
    },
    "long_illness_or_disability": {
        "earning_capacity_one_third": "not_examined_and_able",
        "road_tax_ground": "none",
        **dict.fromkeys(("heavy_physiotherapy", "high_care_costs_8_quarters", "palliative_at_home"), False),
        **dict.fromkeys(
            (
                "self_reliance_points_fod", "self_reliance_estimate", "permanent_invalidity_percent", "child_points_pillar1",
                "child_points_total", "belrai_total", "belrai_iadl_adl_hierarchical", "belrai_cog_psy_behaviour_sum",
            ),
            0,
        ),
        **dict.fromkeys(
            (
                "has_ivt", "has_it", "has_old_federal_allowance", "has_zorgtoeslag", "has_vaph_recognition",
                "has_other_disability_recognition", "has_zorgbudget_ouderen", "has_chronic_status", "has_zorgforfait",
            ),
            "never",
        ),
    },
}  # fmt: skip
"""Opening questions about a person: a "no" answers all these facts of that person. They are proposed by `ask` when several hang."""


RARE = ("long_illness_or_disability",)
"""Opening questions about something that most people do not have. What a "no" to them would close does not stand in front for everybody."""

ASKED_FIRST: Mapping[str, str] = {"residence_right": "nationality", "domicile_municipality": "domicile_kind"}
"""Facts that an easier one mostly settles: a Belgian needs no residence card, and who is registered here is so in the municipality of the
home. `ask` proposes the easier one while it was not asked."""

OF_OLD_AGE = ("has_igo", "has_zorgbudget_ouderen")
"""What one can only have from the pension age or sixty-five on: never asked of somebody who is certainly younger than sixty."""

TOO_YOUNG = 60


def settled_by(situation: Situation) -> Iterator[tuple[Key, Value]]:
    """Each answer that follows from another answer, for every person; answers that were told themselves included."""
    for person in situation.persons:
        for opener, answers in OPENERS.items():
            said = situation.told(opener, person)
            if said is not None and said.value is False:
                yield from (((fact, (person,), None), value) for fact, value in answers.items())
        if _younger(situation, person, TOO_YOUNG):
            yield from (((fact, (person,), None), "never") for fact in OF_OLD_AGE)
        nationality = situation.told("nationality", person)
        if nationality is not None and nationality.value == "belgian":
            yield ("residence_right", (person,), None), "not_needed"
        where = situation.told("domicile_kind", person)
        home = situation.told("dwelling_municipality", HOME)
        if where is not None and where.value == "this_home" and home is not None and home.value is not None:
            yield ("domicile_municipality", (person,), None), home.value


def _younger(situation: Situation, person: str, age: int) -> bool:
    """Whether somebody is certainly younger than this on the day."""
    said = situation.told("birth_date", person)
    born = said.value if said is not None else None
    earliest = born.low if isinstance(born, Between) else born
    on = situation.on
    return isinstance(earliest, date) and (on.year - earliest.year - ((on.month, on.day) < (earliest.month, earliest.day))) < age


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
