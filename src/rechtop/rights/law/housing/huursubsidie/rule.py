"""Huursubsidie: a monthly help with the rent for whoever moves from a bad home, or from no home, to a good one."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Person, Rule, Truth, all_of, any_of, no, right, when
from rechtop.rights.law.shared.renting import (
    dependants,
    has_severe_disability,
    household_income,
    income_ceiling,
    is_tenant,
    maximum_rent,
    monthly_amount,
    owns_home_or_plot,
    registered_at,
)

LAW = "Besluit Vlaamse Codex Wonen 2021, boek 5, deel 5"
ARTICLE = "5.163 e.v."
"""The besluit was not read: articles by their place, not by sentence."""

BAD_HOME = ("was_homeless", "unfit_uninhabitable_or_overcrowded", "campsite_or_not_meant_for_living")
"""Reasons to move that count for everybody."""

UNFIT = ("declared_unfit_or_uninhabitable", "declared_overcrowded", "defects_in_technical_report")


@right("huursubsidie", unit="household", since="2023-11-01", law=LAW, grants="has_huursubsidie")
def huursubsidie(rule: Rule, household: Household, law: Law) -> None:
    """Since November 2023 registration for social housing is no longer asked."""
    write(rule, household, law)


@right("huursubsidie", unit="household", since="2019-05-01", law=LAW, grants="has_huursubsidie")
def huursubsidie_2019(rule: Rule, household: Household, law: Law) -> None:
    """From 1 May 2019 the income decides how much; the tenant also had to register for social housing."""
    registered = household.has_social_housing_registration.yes
    not_adapted = household.left_previous_home_because == "not_adapted_for_age_or_disability"
    rule.require(
        any_of(registered, not_adapted),
        says="is ingeschreven voor een sociale woning",
        article=ARTICLE,
        key="registered_for_social_housing",
    )
    write(rule, household, law)


def write(rule: Rule, household: Household, law: Law) -> None:
    """What both versions share."""
    conditions(rule, household, law)
    on = rule.on
    at_charge = rule.step("personen ten laste", dependants(household, on, law), article=ARTICLE, key="dependants")
    income = rule.step(
        "inkomen van het gezin, naar dit jaar gebracht", household_income(household, rule, law), article=ARTICLE, key="income"
    )
    ceiling = rule.step("inkomensgrens", income_ceiling(household, on, law, at_charge), article=ARTICLE, key="ceiling")
    highest_rent = rule.step("maximale huurprijs", maximum_rent(household, law, at_charge), article=ARTICLE, key="maximum_rent")
    rule.require(income <= ceiling, says="heeft een laag inkomen", article=ARTICLE, key="low_income")
    rule.require(household.home.rent_month <= highest_rent, says="huurt niet te duur", article=ARTICLE, key="rent_below_maximum")
    amount = monthly_amount(rule, household, law, at_charge, income, ARTICLE)
    rule.require(amount > 0, says="de eigen bijdrage is lager dan de referentiehuurprijs", article=ARTICLE, key="own_share_below_reference")
    got_premium = household.members.any(lambda member: member.has_installation_premium.yes)
    also_premium = all_of(no(household.has_huursubsidie.yes), no(got_premium))
    rule.warn(
        "er komt eenmalig een installatiepremie bij, niet voor wie er als dakloze al een van het OCMW kreeg",
        also_premium, article=ARTICLE, key="installation_premium",
    )  # fmt: skip
    premium = when(also_premium, law.installation_premium_months * amount, otherwise=0)
    rule.step("installatiepremie, eenmalig bovenop de subsidie", premium, article=ARTICLE, key="premium_once")
    warnings(rule, household)
    rule.pays(amount, per="month", article=ARTICLE)


def conditions(rule: Rule, household: Household, law: Law) -> None:
    """Who, which home, why and when."""
    on, home = rule.on, household.home
    held = household.has_huursubsidie.yes
    rented_in = home.landlord_type == "woonmaatschappij_inhuur"
    rule.concerns(no(home.tenure == "owner_occupied"))

    rule.require(home.tenure == "rented", says="huurt de woning", article=ARTICLE, key="rents")
    rule.require(
        household.members.any(is_tenant), says="staat op het huurcontract", article=ARTICLE, key="on_contract",
    )  # fmt: skip
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=ARTICLE, key="in_flanders",
    )  # fmt: skip
    rule.require(
        household.members.any(lambda member: all_of(is_tenant(member), registered_at(member))),
        says="heeft zijn officieel adres in de woning", article=ARTICLE, key="registered_here",
    )  # fmt: skip
    rule.require(
        home.landlord_type.is_one_of("private", "other", "woonmaatschappij_inhuur"),
        says="huurt van een private eigenaar, of een woning die een woonmaatschappij zelf huurt", article=ARTICLE, key="no_social_dwelling",
    )  # fmt: skip
    rule.require(no(home.dwelling_quality.is_one_of(*UNFIT)), says="de woning is in orde", article=ARTICLE, key="decent_home")
    rule.require(
        household.members.none(lambda member: owns_home_or_plot(member)),
        says="heeft geen woning of bouwgrond", article=ARTICLE, key="no_property",
    )  # fmt: skip
    rule.require(
        any_of(rented_in, moved_for_a_reason(household, rule, law)),
        says="verhuisde van een slechte of onaangepaste woning, was dakloos, of huurt een ingehuurde woning",
        article=ARTICLE, key="reason_to_move", unless=held,
    )  # fmt: skip
    start = home.rent_contract_start_date
    rule.require(
        all_of(start.plus(months=law.application_months) >= on, start.plus(months=-law.application_months) <= on),
        says="vraagt op tijd, gerekend van het begin van het huurcontract", article=ARTICLE, key="in_time", unless=held,
    )  # fmt: skip
    older_or_disabled = household.members.any(lambda member: all_of(is_tenant(member), is_older_or_disabled(member, rule, law)))
    rule.require(
        any_of(no(held), household.has_huursubsidie.since.plus(years=law.duration_years) > on, older_or_disabled),
        says="krijgt de subsidie nog niet de hele looptijd", article=ARTICLE, key="within_duration",
    )  # fmt: skip
    rule.require(no(household.has_huurpremie.yes), says="krijgt geen huurpremie", article=ARTICLE, key="no_rent_premium")


def is_older_or_disabled(member: Person, rule: Rule, law: Law) -> Truth:
    """From the age limit on, or with a recognised disability."""
    return any_of(member.age(rule.on) >= law.older_age, has_severe_disability(member, rule.on, law))


def moved_for_a_reason(household: Household, rule: Rule, law: Law) -> Truth:
    """What was wrong with the former home; not adapted counts only for somebody older or with a disability."""
    reason = household.left_previous_home_because
    somebody = household.members.any(lambda member: is_older_or_disabled(member, rule, law))
    return any_of(reason.is_one_of(*BAD_HOME), all_of(reason == "not_adapted_for_age_or_disability", somebody))


def warnings(rule: Rule, household: Household) -> None:
    """What the worker must look at."""
    law = rule.law_of("huursubsidie")
    waiting = household.has_social_housing_registration
    waits_long = all_of(
        waiting.yes, waiting.since.plus(years=rule.law_of("huurpremie").waiting_years) <= rule.on, no(waiting.offer_refused)
    )
    rule.warn(
        "wie ook recht heeft op de huurpremie krijgt alleen de huurpremie: tel ze niet samen",
        all_of(waits_long, no(household.home.landlord_type == "woonmaatschappij_inhuur")), article=ARTICLE, key="only_one_of_two",
    )  # fmt: skip
    rule.warn(
        "de vorige woning moet ongeschikt, onbewoonbaar of overbewoond verklaard zijn, of er moet een technisch verslag zijn",
        household.left_previous_home_because == "unfit_uninhabitable_or_overcrowded", article=ARTICLE, key="proof_of_former_home",
    )  # fmt: skip
    rule.warn(
        "wie nog zo jong is, toont een eigen inkomen om de rest van de huur te betalen",
        household.members.any(lambda member: all_of(is_tenant(member), member.age(rule.on) < law.young_age)),
        article=ARTICLE, key="young_tenant",
    )  # fmt: skip
    rule.warn(
        "er zijn uitzonderingen voor een eigendom: onteigend, onbewoonbaar verklaard en verlaten, onaangepast voor een handicap",
        household.members.any(lambda member: owns_home_or_plot(member)), article=ARTICLE, key="property_exceptions",
    )  # fmt: skip
    rule.judged("Wonen in Vlaanderen neemt het inkomen van het laatste aanslagbiljet dat er is", article=ARTICLE, key="latest_assessment")
    rule.judged("de woning moet voldoen aan de normen en passen bij het gezin", article=ARTICLE, key="quality_and_size")
