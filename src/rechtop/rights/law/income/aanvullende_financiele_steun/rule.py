"""Aanvullende financiële steun: help the OCMW may give where income is too low for human dignity (OCMW-wet 1, 57, 60)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Number, Person, Rule, Truth, any_of, right, to_the_cent, when
from rechtop.rights.law.shared.family import lives_elsewhere, shares_household
from rechtop.rights.law.shared.income import maintenance_for_oneself_month, net_benefits_month, net_wage_month, wage_extras_year
from rechtop.rights.law.shared.residence import may_stay

CLOSE_KIN = (
    "spouse",
    "legal_cohabitant",
    "partner_without_papers",
    "child",
    "stepchild",
    "foster_child",
    "parent",
    "step_parent",
    "foster_parent",
)


@right("aanvullende_financiele_steun", unit="household", since="2017-06-01", law="Organieke wet OCMW 8.07.1976")
def aanvullende_financiele_steun(rule: Rule, household: Household, law: Law) -> None:
    """A question with arguments, never an amount: what comes in, what goes out before one can live, and what is left."""
    adults = household.members.where(lambda member: member.age(rule.on) >= law.adult_age)
    rule.require(
        adults.any(lambda member: member.lives_in_belgium),
        says="verblijft gewoonlijk in de gemeente",
        article="1; wet 2.04.1965, 1",
        key="stays_here",
    )
    rule.require(adults.any(may_stay), says="verblijft wettig in België", article="57, § 2", key="lawful_stay")

    income = rule.step(
        "wat er per maand netto binnenkomt",
        to_the_cent(household.members.where(in_the_budget).total(lambda member: net_income_month(member, rule))),
        article="60, § 1",
        key="income",
    )
    benefit = rule.step("kinderbijslag per maand", child_benefit_month(household), article="60, § 1", key="child_benefit")
    home = rule.step("huur of afbetaling per maand", housing_cost_month(household), article="60, § 1", key="housing")
    energy = rule.step("energie en water per maand", household.home.energy_water_cost_month, article="60, § 1", key="energy")
    health = rule.step("vaste extra kosten door ziekte of handicap", household.extra_health_cost_month, article="60, § 1", key="health")
    rule.step("wat overblijft om van te leven", income + benefit - home - energy - health, article="1; 57, § 1", key="left_over")
    rule.step("afbetaling van schulden, apart te bekijken", household.debt_repayment_month, article="60, § 1", key="debts")
    rule.discretionary(article="57, § 1; 60, § 3")

    rule.judged("is er genoeg om menswaardig te leven? Het sociaal onderzoek toont de nood", article="1; 60, § 1", key="need")
    rule.judged("eerst de andere rechten en de lagere vaste kosten die dit gezin mist", article="60, § 2", key="other_rights_first")
    rule.judged(
        "het comité kiest vorm, bedrag, duur en of iets terugbetaald wordt, en geeft reden voor dit gezin",
        article="57; 60, § 3",
        key="committee",
    )
    rule.judged(
        "voor steun met federale toelage: een traject op maat, behalve om gezondheid of billijkheid", article="KB 22.01.2023", key="path"
    )
    rule.warn(
        "schulden: spreek af dat steun niet ongemerkt naar schuldeisers gaat",
        household.debt_repayment_month > 0,
        article="60, § 1",
        key="debts_apart",
    )


def in_the_budget(member: Person) -> Truth:
    """Shares the household: a partner, parent or child here, or somebody who runs it together; who is alone is his own household."""
    together = member.housemates.any(lambda other: any_of(member.kinship(other).is_one_of(*CLOSE_KIN), shares_household(member, other)))
    return any_of(member.housemates.none(), together)


def net_income_month(member: Person, rule: Rule) -> Number:
    """Everything of one person, net per month (EUR cents): work, benefits, leefloon, allowances, maintenance, gifts."""
    leefloon = rule.law_of("leefloon")
    adult = member.age(rule.on) >= leefloon.equated_from_age
    work = net_wage_month(member) + (wage_extras_year(member) + member.self_employed_net_year + member.artistic_income_year) / 12
    benefits = net_benefits_month(member, rule.on, leefloon.pension_age) + member.has_it.amount
    aid = member.has_leefloon.amount + member.has_equivalent_leefloon.amount
    return when(adult, work + benefits + aid + maintenance_for_oneself_month(member) + member.gifts_month, otherwise=0)


def child_benefit_month(household: Household) -> Number:
    """Groeipakket that somebody here gets, and maintenance that is really paid for the children here (EUR cents per month)."""

    def of(child: Person) -> Number:
        here = child.housemates.any(lambda holder: holder.gets_child_benefit_for(child))
        payers = child.others.where(lambda payer: lives_elsewhere(payer) & (child.kinship(payer) == "parent"))
        return when(here, child.child_benefit_month, otherwise=0) + payers.total(lambda payer: payer.maintenance_paid_month(child))

    return household.members.where(lambda member: member.housemates.any(lambda other: member.kinship(other) == "parent")).total(of)


def housing_cost_month(household: Household) -> Number:
    """Rent, or what is paid off on the home loan (EUR cents per month); 0 where somebody lives for free or has no home."""
    home = household.home
    rented, owned = home.tenure == "rented", home.tenure == "owner_occupied"
    return when(rented, home.rent_month, otherwise=when(owned, home.mortgage_payment_month, otherwise=0))
