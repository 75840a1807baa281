"""Juridische tweedelijnsbijstand (pro Deo): a lawyer for free or for a small contribution (Ger.W. art. 508/13 to 508/13/4).

The same test opens rechtsbijstand: no bailiff's or court costs (art. 667). Below a threshold the lawyer is free; "below" is strict
("inférieur à"), from the threshold up to the next one there is a contribution of the difference, within two bounds.
"""

from __future__ import annotations

from datetime import date

from rechtop.rights.facts.kinship import kin_within
from rechtop.rights.language import (
    Group,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    at_least,
    at_most,
    no,
    not_below_zero,
    right,
    to_the_cent,
    when,
)
from rechtop.rights.law.shared.family import OWN_CHILDREN, is_partner, shares_household
from rechtop.rights.law.shared.income import net_pension_month, net_wage_month, wage_extras_year
from rechtop.rights.law.shared.property import used_share
from rechtop.rights.law.shared.residence import is_detained
from rechtop.rights.law.shared.statuses import gets_igo, gets_leefloon_or_equivalent
from rechtop.rights.law.shared.taxable import maintenance_of_month

KIN_DEGREE = 3
"""Kin up to this degree who live here without an income are taken to be at charge."""

SOCIAL_LANDLORDS = ("woonmaatschappij_own", "ocmw_or_municipality")


@right("juridische_tweedelijnsbijstand", unit="person", since="2020-09-01", law="Gerechtelijk Wetboek art. 508/1-508/25; wet 31.07.2020")
def juridische_tweedelijnsbijstand(rule: Rule, person: Person, law: Law) -> None:
    """Presumed groups and minors are in without a calculation; all others by the net means of the household."""
    on = rule.on
    minor = person.age(on) < law.adult_age
    lives_with_parent = person.housemates.any(lambda other: person.kinship(other).is_one_of("parent", "step_parent", "foster_parent"))
    rule.concerns(any_of(no(minor), no(lives_with_parent)))

    rule.require(
        person.has_legal_problem,
        says="heeft een conflict of beslissing waarvoor een advocaat nodig is",
        article="508/1",
        key="legal_problem",
    )
    rule.require(
        no(person.legal_insurance_covers), says="heeft geen verzekering die de advocaat betaalt", article="508/13", key="no_third_payer"
    )

    presumed = is_presumed_without_means(person, law, on)
    single = is_alone(person, on, law)
    means = means_after_deductions(rule, person, law)
    full = rule.step(
        "grens voor een gratis advocaat",
        when(
            single, at_least(law.full_single, law.full_single_at_least), otherwise=at_least(law.full_household, law.full_household_at_least)
        ),
        article="508/13/1, § 1",
        key="full_threshold",
    )
    partial = rule.step(
        "grens voor een gedeeltelijk gratis advocaat",
        when(
            single,
            at_least(law.full_household, law.full_household_at_least),
            otherwise=at_least(law.partial_household, law.partial_household_at_least),
        ),
        article="508/13/2",
        key="partial_threshold",
    )
    rule.require(
        any_of(minor, presumed, means <= partial),
        says="is minderjarig, hoort bij een groep die het vermoeden heeft, of heeft een laag inkomen",
        article="508/13/1 en 508/13/2",
        key="insufficient_means",
    )

    free = any_of(minor, presumed, means < full)
    contribution = at_most(at_least(means - full, law.contribution_lowest), law.contribution_highest)
    rule.step("eigen bijdrage aan de advocaat", when(free, 0, otherwise=contribution), article="508/13/2", key="own_contribution")
    rule.warn("gedeeltelijk gratis: u betaalt de advocaat één keer een eigen bijdrage", no(free), article="508/13/2", key="partly_free")

    home = person.household.home
    social_tenant = (home.tenure == "rented") & home.landlord_type.is_one_of(*SOCIAL_LANDLORDS)
    rule.warn(
        "sociale huurder: met de laagste huurprijs geldt het vermoeden; neem de laatste huurberekening mee",
        social_tenant & no(free),
        article="508/13/1, § 2, 5°",
        key="social_tenant",
    )
    rule.warn(
        "er is ander vastgoed dan de eigen woning: het bureau houdt er rekening mee",
        no(presumed) & person.properties.any(lambda estate: estate.property_kind != "home_lived_in"),
        article="508/13/3",
        key="other_property",
    )
    rule.judged("het bureau kan weigeren als spaargeld of andere tekenen wijzen op meer middelen", article="508/13/3", key="signs_of_means")
    rule.judged(
        "het bureau beslist wie samen een huishouden vormt en of een partner zonder inkomen of een kind dat deels hier woont ten laste is",
        article="508/13/1, § 1",
        key="household_judged",
    )
    rule.judged("het bureau weigert wat kennelijk ongegrond is", article="508/14", key="not_unfounded")
    rule.gives("service", article="508/13")


def is_presumed_without_means(person: Person, law: Law, on: date) -> Truth:
    """Groups that need not show their income; the contrary may be proved (art. 508/13/1, § 2)."""
    of_age = person.age(on) >= law.adult_age
    return any_of(
        gets_leefloon_or_equivalent(person, on, law.adult_age),
        of_age & person.has_other_refunded_ocmw_aid.yes,
        gets_igo(person, on, law.older_age),
        of_age & person.has_ivt.paid_or_opens,
        is_detained(person),
        person.residence_right.is_one_of("applicant_for_protection", "temporary_protection"),
        of_age & (person.has_csr.state == "asked"),
    )


# Whose means count (art. 508/13/1, § 1)


def household_of(person: Person, on: date, law: Law) -> Group[Person]:
    """Who lives under one roof and runs the household in common; not the opponent in the case."""
    return person.housemates.where(lambda other: counts_with(person, other, on, law))


def is_raised_by(person: Person, other: Person, on: date, law: Law) -> Truth:
    """An own, step or foster child of any age; any other minor for whom the person gets the child benefit."""
    return any_of(person.kinship(other).is_one_of(*OWN_CHILDREN), (other.age(on) < law.adult_age) & person.gets_child_benefit_for(other))


def counts_with(person: Person, other: Person, on: date, law: Law) -> Truth:
    """Somebody of the household whose interests are not opposed.

    A child who lives here part of the time and for whom maintenance is paid does not make a household: its maintenance is a charge.
    """
    child_of_two_homes = all_of(other.lives_here == "part_of_the_time", person.maintenance_paid_month(other) > 0)
    child = is_raised_by(person, other, on, law) & no(child_of_two_homes)
    return all_of(any_of(shares_household(person, other), child), no(person.opponent_in_case(other)))


def is_at_charge(person: Person, other: Person, on: date, law: Law) -> Truth:
    """A child or relative in the home, all the time, without an income of his own."""
    related = any_of(is_raised_by(person, other, on, law), person.kinship(other).is_one_of(*kin_within(KIN_DEGREE)))
    without_income = any_of(other.age(on) < law.work_age, no(other.has_own_income))
    return all_of(
        related,
        no(is_partner(person, other)),
        other.lives_here.is_one_of("always", "temporarily_away"),
        without_income,
        no(person.opponent_in_case(other)),
    )


def partner_at_charge(person: Person, law: Law, on: date) -> Number:
    """A partner without any income: one office deducts for him, another does not, so nought or one until the office says so."""
    without_income = person.housemates.any(
        lambda other: all_of(is_partner(person, other), no(person.opponent_in_case(other)), net_means_month(other, law, on) <= 0)
    )
    return when(without_income, at_most(law.partner_without_income, 1), otherwise=0)


def is_alone(person: Person, on: date, law: Law) -> Truth:
    """Alone, with nobody at charge."""
    return person.housemates.none(lambda other: any_of(counts_with(person, other, on, law), is_at_charge(person, other, on, law)))


def means_after_deductions(rule: Rule, person: Person, law: Law) -> Number:
    """Net means of the household in a month, less exceptional debts, maintenance paid and a part of the leefloon for each dependant."""
    on = rule.on
    others = household_of(person, on, law)
    means = rule.step(
        "netto-inkomen van het huishouden per maand",
        net_means_month(person, law, on) + others.total(lambda other: net_means_month(other, law, on)),
        article="508/13/1, § 1",
        key="means",
    )
    elsewhere = person.others.where(lambda other: other.lives_here.is_one_of("part_of_the_time", "no_longer", "never"))
    maintenance = elsewhere.total(lambda other: person.maintenance_paid_month(other))
    charges = rule.step(
        "schulden en onderhoudsgeld die u betaalt",
        person.household.debt_repayment_month + maintenance,
        article="508/13/1, § 1",
        key="charges",
    )
    each = to_the_cent(law.dependant_rate * rule.law_of("leefloon").amount_year.at("3") / 12)
    dependants = person.housemates.count(lambda other: is_at_charge(person, other, on, law)) + partner_at_charge(person, law, on)
    deduction = rule.step("aftrek voor wie ten laste is", each * dependants, article="508/13/1, § 1", key="dependants")
    return rule.step("middelen na aftrek", not_below_zero(means - charges - deduction), article="508/13/1, § 1", key="means_after")


def net_means_month(member: Person, law: Law, on: date) -> Number:
    """Everything that comes in, except child benefit."""
    older = member.age(on) >= law.older_age
    wages = net_wage_month(member) + wage_extras_year(member) / 12 + (member.self_employed_net_year + member.artistic_income_year) / 12
    benefits = (
        member.benefits_net_month
        + net_pension_month(member)
        + member.has_leefloon.amount
        + member.has_equivalent_leefloon.amount
        + member.has_ivt.amount
        + member.has_it.amount
        + when(older, member.has_igo.amount + member.has_zorgbudget_ouderen.amount, otherwise=0)
    )
    rents = (
        member.properties.where(lambda estate: estate.property_kind != "home_lived_in").total(
            lambda estate: estate.rent_received_year * used_share(member, estate)
        )
        / 12
    )
    own = wages + benefits + member.gifts_month + rents
    return when(member.age(on) < law.work_age, 0, otherwise=own) + maintenance_of_month(member)
