"""Gross taxable income (bruto belastbaar inkomen) before costs, as the increased reimbursement and the heating fund read it.

Leefloon, IGO, allowances for a disability, care budgets and child benefit are not taxable and never counted here. EUR cents.
"""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Number, Person, number, when
from rechtop.rights.law.shared.family import lives_elsewhere
from rechtop.rights.law.shared.income import MAINTENANCE_PAYERS
from rechtop.rights.law.shared.property import used_share

MONTHS_OF_YEAR = range(1, 12 + 1)


def taxable_income_of_year(
    person: Person, year: int, *, work_age: Number, self_employed_factor: Number, maintenance_rate: Number
) -> Number:
    """All lines of one tax year of one person.

    Whoever was too young to work at the end of that year has only maintenance: what his savings yield is his parents' (WIB 92 art. 126).
    """
    lines = (
        person.tax_wage_before_costs(year)
        + person.tax_replacement_income(year)
        + person.tax_pension_income(year)
        + as_gross(person.tax_self_employed_net(year), self_employed_factor)
        + person.tax_other_income(year)
    )
    earned = when(person.age(date(year, 12, 31)) < work_age, 0, otherwise=lines)
    return earned + maintenance_of_year(person, year) * maintenance_rate


def taxable_income_now(person: Person, on: date, *, work_age: Number, self_employed_factor: Number, maintenance_rate: Number) -> Number:
    """The income of one month times twelve, with what comes once a year (holiday pay, bonuses)."""
    extras = when(person.wage_taxable_month > 0, person.wage_extras_taxable_year, otherwise=0)
    pension = when(person.has_pension.yes, person.pension_gross_month, otherwise=0)
    months = person.wage_taxable_month + person.benefits_gross_month + pension
    lines = 12 * months + extras + as_gross(person.self_employed_net_year, self_employed_factor)
    earned = when(person.age(on) < work_age, 0, otherwise=lines)
    return earned + 12 * maintenance_of_month(person) * maintenance_rate


def as_gross(net: Number, factor: Number) -> Number:
    """Net income of the self-employed, brought to the level of a gross wage."""
    return when(net > 0, net * factor, otherwise=net)


def maintenance_of_month(person: Person) -> Number:
    """Maintenance really received for oneself, from those who live elsewhere."""
    payers = person.others.where(lambda payer: lives_elsewhere(payer) & person.kinship(payer).is_one_of(*MAINTENANCE_PAYERS))
    return payers.total(lambda payer: payer.maintenance_paid_month(person))


def maintenance_of_year(person: Person, year: int) -> Number:
    """The same over a calendar year, as it was on the first of each month."""
    payers = person.others.where(lambda payer: lives_elsewhere(payer) & person.kinship(payer).is_one_of(*MAINTENANCE_PAYERS))

    def paid(payer: Person) -> Number:
        total = number(0)
        for month in MONTHS_OF_YEAR:
            total = total + payer.maintenance_paid_month(person).on(date(year, month, 1))
        return total

    return payers.total(paid)


def cadastral_income_of_other_property(person: Person) -> Number:
    """Cadastral income, not indexed, of the own share (full ownership or usufruct) of everything but the family home."""
    others = person.properties.where(lambda estate: estate.property_kind != "home_lived_in")
    return others.total(lambda estate: estate.cadastral_income * used_share(person, estate))


def cadastral_income_of_the_home(person: Person) -> Number:
    """The same for the family home."""
    homes = person.properties.where(lambda estate: estate.property_kind == "home_lived_in")
    return homes.total(lambda estate: estate.cadastral_income * used_share(person, estate))
