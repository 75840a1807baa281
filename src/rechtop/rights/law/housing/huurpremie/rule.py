"""Huurpremie: a monthly help with the rent for a low-income tenant who has waited long for a social dwelling."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Rule, all_of, no, right
from rechtop.rights.law.shared.renting import (
    dependants,
    household_income,
    income_ceiling,
    is_tenant,
    maximum_rent,
    monthly_amount,
    registered_at,
)

LAW = "Besluit Vlaamse Codex Wonen 2021, boek 5"
ARTICLE = "5.188 e.v."
"""The besluit was not read: articles by their place, not by sentence."""


@right("huurpremie", unit="household", since="2023-01-01", law=LAW, grants="has_huurpremie")
def huurpremie(rule: Rule, household: Household, law: Law) -> None:
    """Since 1 January 2023 a dwelling is taken to be in order unless it was declared unfit."""
    refused = ("declared_unfit_or_uninhabitable", "declared_overcrowded")
    not_declared_unfit = no(household.home.dwelling_quality.is_one_of(*refused))
    rule.require(
        not_declared_unfit, says="de woning is niet ongeschikt of overbewoond verklaard", article=ARTICLE, key="not_declared_unfit"
    )
    write(rule, household, law)


@right("huurpremie", unit="household", since="2019-05-01", law=LAW, grants="has_huurpremie")
def huurpremie_2019(rule: Rule, household: Household, law: Law) -> None:
    """From 1 May 2019 the income decides how much; the dwelling had to meet the standards."""
    in_order = household.home.dwelling_quality == "no_known_defect"
    rule.require(in_order, says="de woning voldoet aan de normen", article=ARTICLE, key="in_order")
    write(rule, household, law)


def write(rule: Rule, household: Household, law: Law) -> None:
    """What both versions share. The figures are those of the huursubsidie."""
    rent = rule.law_of("huursubsidie")
    on, home, waiting = rule.on, household.home, household.has_social_housing_registration
    rule.concerns(no(home.tenure == "owner_occupied"))

    rule.require(waiting.yes, says="staat ingeschreven voor een sociale woning", article=ARTICLE, key="on_the_register")
    rule.require(
        waiting.since.plus(years=law.waiting_years) <= on,
        says="wacht lang genoeg zonder onderbreking", article=ARTICLE, key="waits_long_enough",
    )  # fmt: skip
    rule.require(no(waiting.offer_refused), says="weigerde geen sociale woning", article=ARTICLE, key="no_offer_refused")
    rule.require(home.tenure == "rented", says="huurt de woning", article=ARTICLE, key="rents")
    rule.require(household.members.any(is_tenant), says="staat op het huurcontract", article=ARTICLE, key="on_contract")
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=ARTICLE, key="in_flanders",
    )  # fmt: skip
    rule.require(
        household.members.any(lambda member: all_of(is_tenant(member), registered_at(member))),
        says="heeft zijn officieel adres in de woning", article=ARTICLE, key="registered_here",
    )  # fmt: skip
    rule.require(
        no(home.landlord_type.is_one_of("woonmaatschappij_own", "woonmaatschappij_inhuur", "ocmw_or_municipality")),
        says="woont niet in een sociale of ingehuurde woning", article=ARTICLE, key="no_social_dwelling",
    )  # fmt: skip
    rule.require(
        no(home.landlord_type == "family_at_same_address"),
        says="huurt niet van naaste familie op hetzelfde adres", article=ARTICLE, key="no_family_landlord",
    )  # fmt: skip

    at_charge = rule.step("personen ten laste", dependants(household, on, rent), article=ARTICLE, key="dependants")
    income = rule.step(
        "inkomen van het gezin, naar dit jaar gebracht", household_income(household, rule, rent), article=ARTICLE, key="income"
    )
    ceiling = rule.step("inkomensgrens", income_ceiling(household, on, rent, at_charge), article=ARTICLE, key="ceiling")
    highest_rent = rule.step("maximale huurprijs", maximum_rent(household, rent, at_charge), article=ARTICLE, key="maximum_rent")
    rule.require(income <= ceiling, says="heeft een laag inkomen", article=ARTICLE, key="low_income")
    rule.require(home.rent_month <= highest_rent, says="huurt niet te duur", article=ARTICLE, key="rent_below_maximum")
    amount = monthly_amount(rule, household, rent, at_charge, income, ARTICLE)
    rule.require(amount > 0, says="de eigen bijdrage is lager dan de referentiehuurprijs", article=ARTICLE, key="own_share_below_reference")
    rule.warn(
        "de huurpremie komt in de plaats van de huursubsidie: vergelijk het bedrag en de looptijd, tel ze niet samen",
        household.has_huursubsidie.yes, article=ARTICLE, key="replaces_subsidy",
    )  # fmt: skip
    rule.judged("de inschrijving moet lopen in de gemeente waar u woont, ook na een verhuizing", article=ARTICLE, key="own_municipality")
    rule.judged("Wonen in Vlaanderen neemt het inkomen van het laatste aanslagbiljet dat er is", article=ARTICLE, key="latest_assessment")
    rule.pays(amount, per="month", article=ARTICLE)
