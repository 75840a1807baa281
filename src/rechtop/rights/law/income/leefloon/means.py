"""Own means for leefloon: KB of 11 July 2002, articles 22 to 33. All figures in EUR cents a year unless the name says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rechtop.rights.language import (
    Choice,
    Dwelling,
    Event,
    Group,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    at_least,
    months_between,
    not_below_zero,
    number,
    when,
    years_between,
)
from rechtop.rights.law.shared.family import children_with_child_benefit, partners_here
from rechtop.rights.law.shared.income import (
    child_benefit_for_oneself_month,
    maintenance_for_oneself_month,
    net_benefits_month,
    net_wage_month,
    wage_extras_year,
)
from rechtop.rights.law.shared.property import PERCENT, disposed_part, is_built, is_land, is_let, share_of_joint_account, used_share

ExemptWage = Callable[[Person], Number]
"""Wage per month that is not counted for somebody (article 35); none at all for relatives."""


def nothing_exempt(person: Person) -> Number:
    """No work exemption: the relatives of article 34 have none."""
    return number(0)


def work_year(person: Person, exempt_month: ExemptWage) -> Number:
    """Work as employee or self-employed: each month less the exemption, never below zero; holiday pay and bonus on top (art. 23-24, 35)."""
    each_month = net_wage_month(person) + person.self_employed_net_year / 12
    return 12 * not_below_zero(each_month - exempt_month(person)) + wage_extras_year(person)


def art_year(person: Person, exempt_year: ExemptWage) -> Number:
    """Irregular income as an artist, less its own yearly exemption (art. 35, § 1, third paragraph)."""
    return when(person.artistic_income_year > 0, not_below_zero(person.artistic_income_year - exempt_year(person)), otherwise=0)


def benefits_year(person: Person, law: Law, on: date) -> Number:
    """Every benefit of Belgian or foreign law as really paid, unless article 22, § 1 leaves it out (RMI-wet art. 16, § 1)."""
    return 12 * net_benefits_month(person, on, law.pension_age)


def family_money_year(person: Person) -> Number:
    """Maintenance received for oneself and regular gifts (art. 22, § 1 leaves out irregular gifts only)."""
    return 12 * (maintenance_for_oneself_month(person) + person.gifts_month)


def own_child_benefit_year(person: Person, law: Law, on: date) -> Number:
    """Child benefit that a young person gets himself, without the care supplement (art. 22, § 1, b)."""
    return 12 * child_benefit_for_oneself_month(person, on, law.child_benefit_age)


def housing_paid_year(person: Person) -> Number:
    """Housing costs that a third party who does not live in pays (art. 33)."""
    return 12 * person.third_party_pays_housing_month


def real_estate_year(person: Person, law: Law, on: date) -> Number:
    """Real estate in full ownership or usufruct (art. 25 and 26).

    What is not let counts together: cadastral income above the exempt amount, times three, less interest up to half of it. A property
    that is let counts at its rent where that is more than its own result of article 25; interest is deducted inside article 25 only, once.
    Income, exempt amount, rent and interest all count at the owned fraction; with several properties the exempt amount is spread over them.
    """
    estates = person.properties
    buildings, plots = estates.where(is_built), estates.where(is_land)
    built_exempt = law.built_exemption + law.built_exemption_child * children_with_child_benefit(person, on, law.child_benefit_age)
    for_each_building = built_exempt / at_least(buildings.count(), 1)
    for_each_plot = law.land_exemption / at_least(plots.count(), 1)

    def above_exempt(group: Group[Dwelling], exempt: Number) -> Number:
        return (
            not_below_zero(group.total(lambda estate: (estate.cadastral_income - exempt) * used_share(person, estate)))
            * law.cadastral_factor
        )

    def after_interest(result: Number, interest: Number) -> Number:
        return at_least(result - interest, result * (1 - law.interest_limit))

    def own_interest(estate: Dwelling) -> Number:
        return estate.home_loan_interest_or_annuity_year * used_share(person, estate)

    def of_a_let_property(estate: Dwelling) -> Number:
        exempt = when(is_built(estate), for_each_building, otherwise=for_each_plot)
        own = used_share(person, estate)
        result = not_below_zero(estate.cadastral_income - exempt) * own * law.cadastral_factor
        return at_least(estate.rent_received_year * own, after_interest(result, own_interest(estate)))

    def not_let(estate: Dwelling) -> Truth:
        return ~is_let(estate)

    result = above_exempt(buildings.where(not_let), for_each_building) + above_exempt(plots.where(not_let), for_each_plot)
    kept = when(result > 0, after_interest(result, estates.where(not_let).total(own_interest)), otherwise=0)
    return kept + estates.where(is_let).total(of_a_let_property)


def savings_year(person: Person, law: Law) -> Number:
    """Money and investments in slices (art. 27). Of a shared account the own part, and the limits of the slices shrink by the same part.

    A shared account is told once, by one of its holders. Of an account that somebody's partner told, the same part counts for him too.
    """

    def own_part(holder: Person) -> Number:
        return law.capital_slices.of(holder.savings_joint) * share_of_joint_account(holder)

    def part_in(holder: Person) -> Number:
        return when(holder.savings_joint > 0, own_part(holder), otherwise=0)

    return law.capital_slices.of(person.savings_own) + part_in(person) + partners_here(person).total(part_in)


def disposals_year(person: Person, law: Law, category: Choice, on: date) -> Number:
    """What was sold or given away in the ten years before the application counts as if it were savings (art. 28 to 31).

    Only after a sale do debts paid from the proceeds go off; only for the sole home or plot also a first slice and an abatement: by the
    month from the month after the sale to the start of the right, and a full year at each anniversary of that start. For reasons of
    equity the OCMW may instead count what is left of the proceeds (art. 32).
    """
    starts = when(person.has_leefloon.state == "yes", person.has_leefloon.since, otherwise=on)
    abatement = law.disposal_abatement_year.at(category)

    def counted(event: Event) -> Number:
        value = disposed_part(event, law.usufruct_share)
        share = event.disposal_share_percent / PERCENT
        months = not_below_zero(months_between(event.disposal_date.first_of_next_month(), starts))
        years = not_below_zero(years_between(starts, on))
        sole_home = law.only_home_exemption * share + abatement * (months / 12 + years)
        sold_sole_home = event.disposal_asset.is_one_of("only_home", "only_unbuilt_plot")
        after_debts = not_below_zero(value - event.disposal_debts_paid)
        after_sale = not_below_zero(after_debts - when(sold_sole_home, sole_home, otherwise=0))
        return when(event.disposal_kind == "sold", after_sale, otherwise=value)

    recent = person.disposals.where(lambda event: event.disposal_date.plus(years=law.disposal_years) > on)
    return law.capital_slices.of(recent.total(counted))


def means_year(person: Person, law: Law, category: Choice, on: date, exempt_month: ExemptWage, exempt_art: ExemptWage) -> Number:
    """All means of one person, before the general exemption: for a partner or a relative of article 34."""
    return (
        work_year(person, exempt_month)
        + art_year(person, exempt_art)
        + benefits_year(person, law, on)
        + family_money_year(person)
        + own_child_benefit_year(person, law, on)
        + housing_paid_year(person)
        + real_estate_year(person, law, on)
        + savings_year(person, law)
        + disposals_year(person, law, category, on)
    )


def own_means(rule: Rule, person: Person, law: Law, category: Choice, exempt_month: ExemptWage, exempt_art: ExemptWage) -> Number:
    """All means of the applicant, line by line as in a social report."""
    on = rule.on
    return (
        rule.step("inkomen uit werk na vrijstelling", work_year(person, exempt_month), article="KB 23, 24 en 35", key="work")
        + rule.step("inkomen uit kunst na vrijstelling", art_year(person, exempt_art), article="KB 35, § 1", key="art")
        + rule.step("uitkeringen en pensioen", benefits_year(person, law, on), article="16, § 1", key="benefits")
        + rule.step("onderhoudsgeld voor uzelf en vaste giften", family_money_year(person), article="KB 22, § 1", key="family_money")
        + rule.step("kinderbijslag voor uzelf", own_child_benefit_year(person, law, on), article="KB 22, § 1, b", key="own_child_benefit")
        + rule.step("woonkosten die een ander betaalt", housing_paid_year(person), article="KB 33", key="housing_paid")
        + rule.step("huizen en gronden", real_estate_year(person, law, on), article="KB 25 en 26", key="real_estate")
        + rule.step("spaargeld", savings_year(person, law), article="KB 27", key="savings")
        + rule.step("verkocht of weggegeven", disposals_year(person, law, category, on), article="KB 28 tot 32", key="disposals")
    )
