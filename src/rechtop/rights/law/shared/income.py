"""What comes in, net, as the means tests of the social laws read it. EUR cents; the period stands in the name."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Number, Person, all_of, no, when
from rechtop.rights.law.shared.family import lives_elsewhere

MAINTENANCE_PAYERS = (
    "spouse",
    "legal_cohabitant",
    "ex_partner",
    "parent",
    "child",
    "grandparent",
    "grandchild",
    "parent_in_law",
    "child_in_law",
)
"""From whom somebody can get maintenance for himself (RMI-wet art. 4; oud BW art. 203-213, 301)."""


def net_wage_month(person: Person) -> Number:
    """Net wage with meal and eco vouchers, as paid each month; without holiday pay and year-end bonus.

    Vouchers are wage for leefloon (POD MI, FAQ). Whoever has no wage is not asked for vouchers.
    """
    return person.wage_net_month + when(person.wage_net_month > 0, person.meal_and_eco_vouchers_month, otherwise=0)


def wage_extras_year(person: Person) -> Number:
    """Net holiday pay and year-end bonus in a year; 0 for whoever has no wage."""
    return when(person.wage_net_month > 0, person.wage_extras_net_year, otherwise=0)


def net_pension_month(person: Person) -> Number:
    """Net pensions; 0 when it is known that there is no pension."""
    return when(person.has_pension.yes, person.pension_net_month, otherwise=0)


def net_benefits_month(person: Person, on: date, pension_age: Number) -> Number:
    """Replacement income as paid: benefits, pensions, IVT and (from pension age) IGO.

    Left out on purpose: integratietegemoetkoming, care budgets, child benefit for own children and help from the OCMW.
    """
    igo = when(person.age(on) >= pension_age, person.has_igo.amount, otherwise=0)
    return person.benefits_net_month + net_pension_month(person) + person.has_ivt.amount + igo


def maintenance_for_oneself_month(person: Person) -> Number:
    """Maintenance really received for oneself, from an ex-partner or kin who live elsewhere. What is due but not paid is no means."""
    payers = person.others.where(lambda payer: lives_elsewhere(payer) & person.kinship(payer).is_one_of(*MAINTENANCE_PAYERS))
    return payers.total(lambda payer: payer.maintenance_paid_month(person))


def child_benefit_for_oneself_month(person: Person, on: date, until_age: Number) -> Number:
    """Child benefit that a young adult gets himself (without care, orphan and foster supplement); not when a parent gets it."""
    parents = person.others.where(lambda other: person.kinship(other) == "parent")
    at_a_parent = parents.any(lambda parent: parent.gets_child_benefit_for(person))
    receives = all_of(person.age(on) < until_age, person.gets_child_benefit_for(person), no(at_a_parent))
    return when(receives, person.child_benefit_month, otherwise=0)


def child_benefit_received_by(receiver: Person, child: Person, on: date, until_age: Number) -> Number:
    """Child benefit per month that one person gets for another (without care, orphan and foster supplement)."""
    receives = (child.age(on) < until_age) & receiver.gets_child_benefit_for(child)
    return when(receives, child.child_benefit_month, otherwise=0)
