"""What the Flemish rights of tenants share (Besluit Vlaamse Codex Wonen van 2021, boek 5, 6): dependants, income, property, rent, amount.

EUR cents. `rent` are the figures of huursubsidie: one set for all of them. The text of the besluit was not read; the pages of Wonen in
Vlaanderen were.
"""

from __future__ import annotations

from datetime import date

from rechtop.rights.facts.kinship import kin_within
from rechtop.rights.language import (
    Choice,
    Dwelling,
    Household,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    at_most,
    choose,
    hangs_while,
    no,
    not_below_zero,
    to_the_cent,
    when,
)

KIN_DEGREE = 3
"""Kin up to this degree of the tenant may have (part of) their income left out (since 2021)."""

ASSESSMENT_YEARS_BACK = 2
"""The income year of the latest assessment note that everybody has; in the second half of a year the next one may have come."""

HOMES = ("home_lived_in", "other_home", "building_plot")
"""Property that stands in the way."""

OWNERS = ("full_ownership", "usufruct", "superficies_or_long_lease")
"""Bare ownership alone is no obstacle on the pages of Wonen in Vlaanderen."""

RENTED_SOCIALLY = ("woonmaatschappij_own", "woonmaatschappij_inhuur")
"""A social dwelling: of the woonmaatschappij itself, or rented in by it (before 2023 by a social rental agency)."""

ROOMS = ("room_with_shared_facilities", "student_room")
"""A room: kitchen, toilet or bathroom are shared."""


def is_tenant(person: Person) -> Truth:
    """Named on the rent contract of the home: the applicant, or one of them."""
    return person.on_rent_contract(person.household.home)


def has_severe_disability(person: Person, on: date, rent: Law) -> Truth:
    """A recognised disability as the housing code takes it: 66 percent, or an attest that stands for it."""
    threshold = rent.disability_threshold
    as_child = all_of(person.age(on) < rent.child_points_age, person.child_points_pillar1 >= threshold.at("pillar_1"))
    as_adult = all_of(
        person.age(on) >= rent.adult_age,
        any_of(
            person.has_ivt.recognised,
            person.earning_capacity_one_third == "recognised",
            person.self_reliance_points_fod >= threshold.at("points"),
        ),
    )
    return any_of(as_child, as_adult, person.permanent_invalidity_percent >= threshold.at("percent"))


def is_child_at_charge(person: Person, on: date, rent: Law) -> Truth:
    """A minor, or an adult for whom child benefit is paid; also a child that lives here part of the time (co-ouderschap)."""
    paid_for = all_of(person.age(on) < rent.child_benefit_age, person.has_groeipakket.yes)
    return any_of(person.age(on) < rent.adult_age, paid_for)


def dependants(household: Household, on: date, rent: Law, disabled_child_counts_once_more: Number | None = None) -> Number:
    """Persons at charge: children, and every member with a recognised disability, the applicant too. A person counts once.

    In some rights a disabled child counts once more; for the rent subsidy that was not found: then it is one or two.
    """
    extra = rent.disabled_child_counts_once_more if disabled_child_counts_once_more is None else disabled_child_counts_once_more

    def counted(member: Person) -> Number:
        child = is_child_at_charge(member, on, rent)
        disabled = has_severe_disability(member, on, rent)
        once_more = at_most(1, extra)
        return any_of(child, disabled).as_number() + when(all_of(child, disabled), once_more, otherwise=0)

    return household.members.total(counted)


def household_type(household: Household, on: date, rent: Law) -> Choice:
    """Class of the income ceiling: alone, alone with a disability, or everybody else.

    Alone with a disability has a ceiling of its own, to which nothing is added: there the applicant does not count as a dependant.
    """
    alone = household.members.count() <= 1
    disabled = household.members.any(lambda member: has_severe_disability(member, on, rent))
    return choose(("single_disabled", all_of(alone, disabled)), ("single", alone), otherwise="other")


def income_ceiling(household: Household, on: date, rent: Law, at_charge: Number) -> Number:
    """The ceiling of the class; only in the class of everybody else each dependant raises it."""
    kind = household_type(household, on, rent)
    return rent.income_ceiling.at(kind) + when(kind == "other", at_charge, otherwise=0) * rent.income_ceiling_per_dependant


def income_year(on: date) -> int:
    """The calendar year whose income is looked at."""
    return on.year - ASSESSMENT_YEARS_BACK


def income_of_year(person: Person, year: int) -> Number:
    """Jointly and separately taxed income, leefloon, IVT and income exempt under a treaty. Child benefit and other aid do not count."""
    return (
        person.tax_joint_taxable_income(year)
        + person.tax_separately_taxed_income(year)
        + person.has_leefloon.in_year(year)
        + person.has_equivalent_leefloon.in_year(year)
        + person.has_ivt.in_year(year)
        + person.foreign_exempt_income_year(year)
    )


def owns_home_or_plot(person: Person) -> Truth:
    """A dwelling or building plot, in part or whole, here or abroad."""

    def counts(estate: Dwelling) -> Truth:
        return all_of(estate.property_kind.is_one_of(*HOMES), person.ownership_right(estate).is_one_of(*OWNERS))

    return person.properties.any(counts)


def index_to_today(on: date, rent: Law) -> Number:
    """Brings the income of the assessment note to this year by the health index of June."""
    return rent.health_index_june / rent.on(date(income_year(on) + 1, 1, 1)).health_index_june


def income_now_year(person: Person) -> Number:
    """The same kinds of income as they are now, a month times twelve (EUR cents a year)."""
    pension = when(person.has_pension.yes, person.pension_gross_month, otherwise=0)
    taxable = person.wage_taxable_month + person.benefits_gross_month + pension
    extras = when(person.wage_taxable_month > 0, person.wage_extras_taxable_year, otherwise=0)
    aid = person.has_leefloon.amount + person.has_equivalent_leefloon.amount + person.has_ivt.amount
    return 12 * (taxable + aid) + extras + person.self_employed_net_year


def may_be_left_out(person: Person, on: date, rent: Law) -> Truth:
    """Kin of the tenant whose income does not count in full: with a disability, or an unmarried child under 25 at home."""

    def kin_of_a_tenant(tenant: Person) -> Truth:
        kinship = tenant.kinship(person)
        young = all_of(kinship.is_one_of("child", "stepchild"), person.age(on) < rent.child_benefit_age)
        disabled = all_of(kinship.is_one_of(*kin_within(KIN_DEGREE)), has_severe_disability(person, on, rent))
        return all_of(is_tenant(tenant), any_of(young, disabled))

    return all_of(no(is_tenant(person)), person.housemates.any(kin_of_a_tenant))


def household_income(household: Household, rule: Rule, rent: Law) -> Number:
    """Income of all adults who live here, in the year of the assessment note, brought to this year by the health index of June.

    How much of the income of some kin is left out was not found: with such a member the sum is a range.
    """
    on = rule.on
    year = income_year(on)

    def counted(member: Person) -> Number:
        income = income_of_year(member, year)
        part = when(may_be_left_out(member, on, rent), at_most(1, rent.relative_income_counted), otherwise=1)
        return when(member.age(on) < rent.adult_age, 0, otherwise=when(income > 0, income * part, otherwise=0))

    return household.members.total(counted) * index_to_today(on, rent)


def is_raised_municipality(household: Household, rent: Law) -> Truth:
    """On the list of municipalities with higher rents. Of two municipalities merged in 2025 only a part was on it: not known."""
    place = household.home.dwelling_municipality
    return hangs_while(place.is_in(rent.merged_municipalities), place.is_in(rent.raised_rent_municipalities))


def maximum_rent(household: Household, rent: Law, at_charge: Number) -> Number:
    """The highest rent for this kind of home, place and family (EUR cents a month)."""
    room = household.home.dwelling_kind.is_one_of(*ROOMS)
    raised = is_raised_municipality(household, rent)
    kind = choose(
        ("raised_room", all_of(room, raised)), ("room", room), ("raised_dwelling", raised), otherwise="dwelling",
    )  # fmt: skip
    rise = at_most(rent.rent_rise_per_dependant * at_charge, rent.rent_rise_cap)
    return rent.max_rent.at(kind) * (1 + rise)


def monthly_amount(rule: Rule, household: Household, rent: Law, at_charge: Number, income: Number, article: str) -> Number:
    """A share of the maximum rent, less a share of the yearly income, within the highest amount. The real rent plays no part."""
    norm = rule.step(
        "referentiehuurprijs: deel van de maximale huurprijs",
        to_the_cent(rent.reference_share * maximum_rent(household, rent, at_charge)), article=article, key="reference_rent",
    )  # fmt: skip
    own_share = rule.step(
        "eigen bijdrage: deel van het jaarinkomen", to_the_cent(income / rent.own_share_divisor), article=article, key="own_share"
    )
    place = choose(("raised", is_raised_municipality(household, rent)), otherwise="ordinary")
    counted = at_most(at_charge, rent.dependants_counted)
    cap = rule.step(
        "hoogste bedrag voor dit gezin",
        rent.max_amount.at(place) + rent.max_amount_per_dependant.at(place) * counted, article=article, key="highest_amount",
    )  # fmt: skip
    return at_most(not_below_zero(norm - own_share), cap)


def registered_at(person: Person) -> Truth:
    """Has the official address in the rented home."""
    return person.domicile_kind == "this_home"
