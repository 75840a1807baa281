"""What the Flemish renovation grant and loan share (Mijn VerbouwPremie, Mijn VerbouwLening): who owns, whose income counts, which category.

EUR cents. `grant` are the figures of mijn_verbouwpremie. The text of the besluit was not read.
"""

from __future__ import annotations

from rechtop.rights.language import (
    Choice,
    Dwelling,
    Group,
    Household,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    choose,
    hangs_while,
    no,
    when,
)
from rechtop.rights.law.shared.family import is_legal_partner
from rechtop.rights.law.shared.renting import OWNERS, dependants, income_of_year, income_year

WHOLE = 100
"""Percent: the whole of a property."""

HEAT_PUMPS = ("heat_pump_ground", "heat_pump_air_water", "heat_pump_air_air", "heat_pump_hybrid", "heat_pump_boiler")

RENEWABLE = (*HEAT_PUMPS, "solar_panels")
"""Works for which the home may be younger."""


def old_enough(home: Dwelling) -> Truth:
    """Fifteen years since the first connection, five for renewable energy."""
    renewable = home.renovation_kind.is_one_of(*RENEWABLE)
    return any_of(home.dwelling_age == "over_15_years", all_of(renewable, home.dwelling_age == "from_5_to_15_years"))


def owns_the_home(person: Person, rule: Rule) -> Truth:
    """Full ownership, usufruct, superficies or long lease of (a part of) the home; bare ownership is not enough."""

    def holds(estate: Dwelling) -> Truth:
        return all_of(estate.property_kind == "home_lived_in", person.ownership_right(estate).is_one_of(*OWNERS))

    # while nobody told whether the home is owned or rented, it does not stand among the properties: that is no "no"
    owned = person.household.home.tenure == "owner_occupied"
    not_told = no(any_of(owned, no(owned)))
    return all_of(person.age(rule.on) >= rule.law_of("huursubsidie").adult_age, any_of(person.properties.any(holds), not_told))


def counted(household: Household, rule: Rule) -> Group[Person]:
    """Whose income counts: owners who live in the home, and the legal partner of one; a partner without papers only as owner."""

    def counts(member: Person) -> Truth:
        partner = member.housemates.any(lambda other: is_legal_partner(member, other) & owns_the_home(other, rule))
        return any_of(owns_the_home(member, rule), partner)

    return household.members.where(counts)


def income(household: Household, rule: Rule) -> Number:
    """Taxable income, leefloon and IVT of the year of the last assessment note; not brought to this year, the ceilings follow the index."""
    return counted(household, rule).total(lambda member: income_of_year(member, income_year(rule.on)))


def ceiling(household: Household, rule: Rule, name: str, grant: Law) -> Number:
    """The ceiling of a category: single, or a couple; for somebody single the first dependant counts as a partner, each next one adds."""
    at_charge = dependants(household, rule.on, rule.law_of("huursubsidie"))
    alone = counted(household, rule).count() <= 1
    single = all_of(alone, at_charge <= 0)
    more = when(single, 0, otherwise=when(alone, at_charge - 1, otherwise=at_charge))
    table = getattr(grant, name)
    kind = choose(("single", single), otherwise="other")
    total: Number = table.at(kind) + more * grant.income_ceiling_per_dependant
    return total


def owns_another_home(person: Person) -> Truth:
    """Another dwelling or building plot in full ownership for the whole; of a part it is not known whether it counts."""

    def another(estate: Dwelling) -> Truth:
        return all_of(estate.property_kind.is_one_of("other_home", "building_plot"), person.ownership_right(estate) == "full_ownership")

    whole = person.properties.any(lambda estate: another(estate) & (person.ownership_share_percent(estate) >= WHOLE))
    part = person.properties.any(another)
    return hangs_while(part, whole)


def category(household: Household, rule: Rule, grant: Law) -> Choice:
    """c4 the lowest incomes, c1 the highest; who owns another home is always in c1."""
    amount = income(household, rule)
    another = counted(household, rule).any(owns_another_home)
    return choose(
        ("c1", another),
        ("c4", amount <= ceiling(household, rule, "income_ceiling_4", grant)),
        ("c3", amount <= ceiling(household, rule, "income_ceiling_3", grant)),
        ("c2", amount <= ceiling(household, rule, "income_ceiling_2", grant)),
        otherwise="c1",
    )
