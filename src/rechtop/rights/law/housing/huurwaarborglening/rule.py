"""Huurwaarborglening: a loan without interest to pay the rent deposit (BVR 7.12.2018, now in the Besluit Vlaamse Codex Wonen, boek 5)."""

from __future__ import annotations

from rechtop.rights.language import (
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
    no,
    right,
    to_the_cent,
    when,
)
from rechtop.rights.law.shared.family import has_partner_here
from rechtop.rights.law.shared.renting import (
    dependants,
    has_severe_disability,
    income_of_year,
    income_year,
    index_to_today,
    is_child_at_charge,
    is_raised_municipality,
    is_tenant,
    owns_home_or_plot,
)
from rechtop.rights.law.shared.residence import in_the_register

LAW = "BVR 7.12.2018; Besluit Vlaamse Codex Wonen van 2021, boek 5"
WHO, LOAN = "BVR 7.12.2018, voorwaarden", "BVR 7.12.2018, bedrag en terugbetaling"
"""The besluit was not read: parts of it, not articles."""


@right("huurwaarborglening", unit="household", since="2024-01-01", law=LAW)
def huurwaarborglening(rule: Rule, household: Household, law: Law) -> None:
    """Everybody who signs the rent contract asks for it together and must meet the conditions; it is shown around a new contract."""
    rent, on, home = rule.law_of("huursubsidie"), rule.on, household.home
    tenants = household.members.where(lambda member: signs(member, rule))
    old_contract = all_of(home.tenure == "rented", home.rent_contract_start_date.plus(months=law.contract_age_months) < on)
    rule.concerns(all_of(no(home.tenure == "owner_occupied"), no(old_contract)))

    rule.require(tenants.any(), says="tekent het huurcontract", article=WHO, key="signs_the_contract")
    rule.require(
        home.rent_contract_signed_date.plus(months=law.contract_age_months) >= on,
        says="tekende het contract nog niet of pas", article=WHO, key="signed_lately",
    )  # fmt: skip
    rule.require(
        tenants.all(in_the_register),
        says="iedereen die tekent staat in het bevolkings- of vreemdelingenregister, ook met een referentieadres",
        article=WHO, key="in_the_register",
    )  # fmt: skip
    rule.require(no(home.landlord_type == "woonmaatschappij_own"), says="huurt geen sociale woning", article=WHO, key="no_social_dwelling")
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=WHO, key="in_flanders",
    )  # fmt: skip
    rule.require(tenants.none(owns_home_or_plot), says="heeft geen woning of bouwgrond", article=WHO, key="no_property")
    rule.require(no(household.loan_arrears), says="heeft geen achterstand op een lening", article=WHO, key="no_arrears")

    at_charge = rule.step(
        "personen ten laste", dependants(household, on, rent, law.disabled_child_counts_once_more), article=WHO, key="dependants"
    )
    ceiling = rule.step("inkomensgrens", ceiling_of(household, rule, law, at_charge), article=WHO, key="ceiling")
    income = rule.step(
        "inkomen van wie tekent, naar dit jaar gebracht",
        tenants.total(lambda tenant: income_of_year(tenant, income_year(on))) * index_to_today(on, rent), article=WHO, key="income",
    )  # fmt: skip
    rule.require(income <= ceiling, says="heeft een beperkt inkomen", article=WHO, key="low_income")

    highest = rule.step("hoogste lening", highest_loan(household, rule, law, at_charge), article=LOAN, key="highest_loan")
    loan = at_most(home.rent_deposit_amount, highest)
    rule.step("terug te betalen per maand", to_the_cent(loan / law.repayment_months), article=LOAN, key="repayment_month")
    rule.warn(
        "een waarborg op een rekening mag niet hoger zijn dan drie maanden huur: vraag de verhuurder om ze te verlagen",
        home.rent_deposit_amount > law.deposit_months * home.rent_month, article="Woninghuurdecreet 37", key="deposit_too_high",
    )  # fmt: skip
    rule.judged("het is een lening: kijk eerst of het budget de maandelijkse afbetaling draagt", article=LOAN, key="budget_first")
    rule.judged(
        "het OCMW kan ook zelf een waarborg geven; dat beslist het na een sociaal onderzoek", article="OCMW-wet 57", key="ocmw_guarantee"
    )
    rule.judged("wie hier gaat wonen, maakt er de hoofdverblijfplaats van", article=WHO, key="main_residence")
    rule.lends(loan, per="once", article=LOAN)


def signs(person: Person, rule: Rule) -> Truth:
    """Signs the rent contract: an adult named on it."""
    return all_of(person.age(rule.on) >= rule.law_of("huursubsidie").adult_age, is_tenant(person))


def is_disabled(person: Person, rule: Rule) -> Truth:
    """A severe disability as the housing code takes it."""
    return has_severe_disability(person, rule.on, rule.law_of("huursubsidie"))


def is_single(household: Household, rule: Rule) -> Truth:
    """One person signs, without a partner and without children or a housemate with a disability at charge."""
    rent, on = rule.law_of("huursubsidie"), rule.on
    tenants = household.members.where(lambda member: signs(member, rule))
    one_signs, no_partner = tenants.count() <= 1, tenants.none(has_partner_here)
    others = household.members.where(lambda member: no(signs(member, rule)))
    nobody_at_charge = others.none(lambda member: any_of(is_child_at_charge(member, on, rent), is_disabled(member, rule)))
    return all_of(one_signs, no_partner, nobody_at_charge)


def ceiling_of(household: Household, rule: Rule, law: Law, at_charge: Number) -> Number:
    """The ceiling of the class; only in the class of everybody else each dependant raises it."""
    single = is_single(household, rule)
    disabled = household.members.any(lambda member: signs(member, rule) & is_disabled(member, rule))
    kind = choose(("single_disabled", all_of(single, disabled)), ("single", single), otherwise="other")
    return law.income_ceiling.at(kind) + when(single, 0, otherwise=at_charge) * law.income_ceiling_per_dependant


def highest_loan(household: Household, rule: Rule, law: Law, at_charge: Number) -> Number:
    """The base, more for each dependant up to four, and a tenth more where rents are high."""
    size = 1 + law.rise_per_dependant * at_most(at_charge, law.dependants_counted)
    place = 1 + when(is_raised_municipality(household, rule.law_of("huursubsidie")), law.rise_in_listed_municipality, otherwise=0)
    return to_the_cent(law.max_loan * size * place)
