"""Verwarmingstoelage: help with the bill for heating oil, kerosene or bulk propane (programmawet of 22 December 2008, art. 249-264).

Asked from the OCMW after each delivery. One household, one heating period (a calendar year), a largest number of litres.
"""

from __future__ import annotations

from datetime import date, timedelta

from rechtop.rights.language import (
    Event,
    Household,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    at_least,
    at_most,
    days_between,
    not_below_zero,
    right,
    to_the_cent,
    when,
    whole_down,
)
from rechtop.rights.law.shared.family import raises
from rechtop.rights.law.shared.income import net_pension_month, net_wage_month, wage_extras_year
from rechtop.rights.law.shared.taxable import cadastral_income_of_other_property, taxable_income_of_year

IN_BULK = ("oil_in_bulk", "propane_in_bulk")
AT_THE_PUMP = ("oil_from_pump", "petroleum_from_pump")


@right("verwarmingstoelage", unit="household", since="2024-01-01", law="Programmawet 22.12.2008 art. 249-264; KB 27.03.2009")
def verwarmingstoelage(rule: Rule, household: Household, law: Law) -> None:
    """So many cents for each litre in bulk, or a lump sum for fuel from the pump."""
    fuel = household.home.heating_fuel
    in_bulk, at_the_pump = fuel.is_one_of(*IN_BULK), fuel.is_one_of(*AT_THE_PUMP)
    rule.require(in_bulk | at_the_pump, says="verwarmt met stookolie, lamppetroleum of propaan in bulk", article="249, 4°", key="fuel")
    rule.require(
        belongs_to_a_category(rule, household, law),
        says="heeft de verhoogde tegemoetkoming, een laag inkomen, of schulden met schuldhulp",
        article="251, § 1",
        key="category",
    )
    rule.require(
        household.fuel_deliveries.any(lambda delivery: asked_in_time(delivery, rule.on, law)),
        says="vraagt op tijd na de levering",
        article="255",
        key="in_time",
    )

    for_bulk = rule.step("toelage voor de geleverde liters", bulk(rule, household, law), article="253", key="bulk")
    for_pump = rule.step(
        "vast bedrag voor brandstof aan de pomp", lump_sum(household, rule.on, law), article="KB 27.03.2009, 2", key="pump"
    )
    rule.judged("het OCMW gaat na of de levering voor de eigen hoofdverblijfplaats is", article="256", key="own_home")
    rule.judged(
        "bij schulden: het OCMW stelt vast dat u de factuur niet kunt betalen, en betaalt zo nodig de leverancier",
        article="251, § 1, 3°",
        key="cannot_pay",
    )
    rule.warn(
        "veranderde het inkomen sinds het laatste aanslagbiljet, dan telt het inkomen van nu",
        household.members.any(lambda member: member.income_changed_on >= date(rule.on.year - 1, 1, 1)),
        article="251, § 1, 2°",
        key="income_changed",
    )
    rule.pays(when(at_the_pump, for_pump, otherwise=for_bulk), per="once", article="253")


# The three categories (art. 251)


def belongs_to_a_category(rule: Rule, household: Household, law: Law) -> Truth:
    """1: increased reimbursement. 2: low income. 3: debts with debt help."""
    limit = rule.step(
        "inkomensgrens van het huishouden",
        law.income_limit + law.income_limit_per_dependant * dependants(household, rule.on, law),
        article="251, § 1",
        key="income_limit",
    )
    year = rule.on.year - 1 - 1
    income = rule.step(
        "bruto belastbaar inkomen van het huishouden", income_of_household(household, year, law), article="251, § 1", key="income"
    )
    estate = household.members.total(cadastral_income_of_other_property)
    with_estate = rule.step(
        "met ander vastgoed dan de woning", income + law.property_factor * estate, article="251, § 2", key="income_with_estate"
    )

    somebody_has_vt = household.members.any(lambda member: member.has_vt.paid_or_opens)
    everybody_has_vt = household.members.all(lambda member: is_covered(member, rule.on, law))
    in_debt_help = household.members.any(lambda member: any_of(member.has_csr.yes, member.has_debt_mediation.yes))
    return any_of(somebody_has_vt & any_of(everybody_has_vt, income <= limit), with_estate <= limit, in_debt_help)


def is_covered(member: Person, on: date, law: Law) -> Truth:
    """Has the increased reimbursement, or is a child at charge of somebody here who has it."""
    parents = member.housemates.where(lambda parent: (parent.age(on) >= law.adult_age) & raises(parent, member))
    through_parent = parents.any(lambda parent: parent.has_vt.paid_or_opens)
    return any_of(member.has_vt.paid_or_opens, (member.age(on) < law.adult_age) & through_parent)


def income_of_household(household: Household, year: int, law: Law) -> Number:
    """Gross taxable income of everybody in the home, in the last year the tax service has assessed."""
    rate = law.on(date(year, 12, 1)).maintenance_rate
    return household.members.total(
        lambda member: taxable_income_of_year(
            member, year, work_age=law.work_age, self_employed_factor=law.self_employed_factor, maintenance_rate=rate
        )
    )


def dependants(household: Household, on: date, law: Law) -> Number:
    """Members with hardly any net income of their own (art. 249, 2°); whoever asks is not at charge of himself."""
    limit = at_most(at_least(law.dependant_limit, law.dependant_limit_at_least), law.dependant_limit_at_most)
    poor = household.members.count(lambda member: net_income_of_year(member, on, law) < limit)
    return at_most(poor, household.members.count() - 1)


def net_income_of_year(member: Person, on: date, law: Law) -> Number:
    """Own net income in a year, without child benefit, child maintenance and allowances for the cost of a disability."""
    months = (
        net_wage_month(member)
        + member.benefits_net_month
        + net_pension_month(member)
        + member.has_leefloon.amount
        + member.has_equivalent_leefloon.amount
        + member.has_ivt.amount
        + member.has_igo.amount
    )
    years = wage_extras_year(member) + member.self_employed_net_year + member.artistic_income_year
    return when(member.age(on) < law.work_age, 0, otherwise=12 * months + years)


# The deliveries (art. 250, 253 and 255)


def asked_in_time(delivery: Event, on: date, law: Law) -> Truth:
    """Delivered not longer ago than the days the law gives; not in the future."""
    return all_of(delivery.fuel_delivery_date <= on, days_between(delivery.fuel_delivery_date, on) <= law.request_days)


def bulk(rule: Rule, household: Household, law: Law) -> Number:
    """The litres that can still be asked, each at the contribution that goes with its price; this year and the end of last year apart."""
    litres = of_period(household, rule.on.year, rule.on, law)
    earliest = rule.on - timedelta(days=law.request_days.whole())
    if earliest.year < rule.on.year:
        litres = litres + of_period(household, earliest.year, rule.on, law)
    return to_the_cent(litres)


def of_period(household: Household, year: int, on: date, law: Law) -> Number:
    """The contribution for the deliveries of one heating period (a calendar year)."""
    first, last = date(year, 1, 1), date(year + 1, 1, 1) - timedelta(days=1)
    rates = law.on(min_day(last, on))
    helped = household.has_heating_allowance.part_in_year("litres_in_year", year)
    room = not_below_zero(rates.max_litres - helped)

    def in_period(delivery: Event) -> Truth:
        return all_of(delivery.fuel_delivery_date >= first, delivery.fuel_delivery_date <= last, asked_in_time(delivery, on, law))

    def contribution(delivery: Event) -> Number:
        earlier = household.fuel_deliveries.where(in_period).where(lambda other: other.fuel_delivery_date < delivery.fuel_delivery_date)
        left = not_below_zero(room - earlier.total(lambda other: other.fuel_litres))
        return at_most(delivery.fuel_litres, left) * per_litre(delivery, rates)

    return at_most(household.fuel_deliveries.where(in_period).total(contribution), room * highest_per_litre(rates))


def per_litre(delivery: Event, rates: Law) -> Number:
    """The lowest contribution, and one band more for each step of the price above the first."""
    steps = whole_down((delivery.fuel_price_per_litre - rates.first_band_price) / rates.band_width) + 1
    return rates.per_litre_lowest + rates.per_litre_band * at_most(not_below_zero(steps), rates.price_bands)


def highest_per_litre(rates: Law) -> Number:
    """The contribution for a litre of the dearest fuel."""
    return rates.per_litre_lowest + rates.per_litre_band * rates.price_bands


def lump_sum(household: Household, on: date, law: Law) -> Number:
    """Once a heating period; not for whoever got something in that period already."""
    helped = household.has_heating_allowance.held_on(on) & (household.has_heating_allowance.since >= date(on.year, 1, 1))
    return when(helped, 0, otherwise=law.lump_sum)


def min_day(one: date, two: date) -> date:
    """The earlier of two days."""
    return one if one <= two else two
