"""Vermindering van de onroerende voorheffing: for children, a disability or a modest home (Vlaamse Codex Fiscaliteit 2.1.5.0.1)."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import (
    Amount,
    Dwelling,
    Household,
    Law,
    Number,
    Person,
    Rule,
    all_of,
    any_of,
    at_least,
    at_most,
    no,
    right,
    to_the_cent,
    to_the_euro,
    when,
)
from rechtop.rights.law.shared.property import used_share
from rechtop.rights.law.shared.renting import registered_at

LAW = "Vlaamse Codex Fiscaliteit"
CHILDREN, DISABILITY, MODEST = "2.1.5.0.1, § 1, 2°", "2.1.5.0.1, § 1, 3°", "2.1.5.0.1, § 1, 1°"


@right(
    "vermindering_onroerende_voorheffing", unit="household", since="2024-01-01", law=LAW, grants="has_property_tax_reduction"
)  # fmt: skip
def vermindering_onroerende_voorheffing(rule: Rule, household: Household, law: Law) -> None:
    """Follows who lives in the home on 1 January, owner or tenant; an owner gets it by himself, a tenant must ask once."""
    home = household.home
    rented, owned = home.tenure == "rented", home.tenure == "owner_occupied"
    residents = household.members.where(registered_at)
    children = residents.total(lambda member: counts_as_child(member, rule, law))
    enough_children = children >= law.least_children
    disabled = residents.total(lambda member: counts_as_disabled(member, rule, law))
    rule.concerns(all_of(any_of(rented, owned), any_of(owned, enough_children, disabled > 0)))

    cadastral = residents.total(lambda member: cadastral_income_in_flanders(member, rule))
    modest = all_of(owned, residents.any(lambda member: used_share(member, home) > 0), cadastral <= law.modest_ceiling)
    rule.require(
        home.dwelling_municipality.begins_with(flemish(rule)),
        says="de woning ligt in het Vlaamse Gewest",
        article="2.1.1.0.1",
        key="in_flanders",
    )
    rule.require(
        any_of(enough_children, disabled > 0, modest),
        says="minstens twee kinderen met kinderbijslag, iemand met een handicap, of een bescheiden eigen woning",
        article="2.1.5.0.1, § 1", key="a_reason",
    )  # fmt: skip

    counted = rule.step("kinderen die tellen, met een handicap dubbel", children, article=CHILDREN, key="children")
    adults = rule.step("volwassenen met een handicap die tellen", disabled, article=DISABILITY, key="disabled_adults")
    for_children = law.per_child * when(enough_children, counted, otherwise=0)
    for_disabled = law.per_child * law.counts_for * adults
    regional = rule.step("gewestelijk deel voor kinderen en handicap", for_children + for_disabled, article=CHILDREN, key="regional_part")
    whole = to_the_euro(home.cadastral_income * law.cadastral_index)
    quarter = when(modest, law.modest_share * law.tax_rate * whole, otherwise=0)
    quarter = rule.step("gewestelijk deel voor een bescheiden woning", to_the_cent(quarter), article=MODEST, key="modest_part")

    rule.warn(
        "huurders moeten de vermindering één keer vragen; de verhuurder trekt ze daarna af van de huur",
        all_of(rented, no(home.landlord_type == "woonmaatschappij_own")), article=CHILDREN, key="tenant_asks",
    )  # fmt: skip
    rule.warn(
        "in een sociale woning verrekent de woonmaatschappij de vermindering: kijk ze na op de huurberekening",
        all_of(rented, home.landlord_type == "woonmaatschappij_own"), article=CHILDREN, key="social_tenant",
    )  # fmt: skip
    rule.judged(
        "de toestand van 1 januari telt: wie daarna verhuisde, kijkt naar het vorige adres", article=CHILDREN, key="first_of_january"
    )
    rule.judged("co-ouders kunnen de vermindering sinds 2023 samen verdelen, als zij dat vragen", article=CHILDREN, key="co_parents")
    rule.judged("gemeente en provincie vermenigvuldigen dit bedrag met hun opcentiemen", article="2.1.4.0.2", key="surcharges_on_top")
    rule.pays(to_the_cent((regional + quarter) * (1 + at_least(law.surcharges, 0))), per="year", article="2.1.5.0.1, § 1")


def flemish(rule: Rule) -> Amount:
    """The arrondissements of the Flemish Region."""
    return rule.law_of("groeipakket_basisbedrag").flemish_arrondissements


def first_of_january(rule: Rule) -> date:
    """The day on which the situation counts."""
    return date(rule.on.year, 1, 1)


def counts_as_child(member: Person, rule: Rule, law: Law) -> Number:
    """One for a child with child benefit, two where it has a disability; 0 for everybody else."""
    age = member.age(first_of_january(rule))
    child = all_of(age >= 0, age < law.child_benefit_age, member.has_groeipakket.yes)
    limits = law.disability
    points = any_of(
        member.child_points_total >= limits.at("child_total"),
        member.child_points_pillar1 >= limits.at("pillar_1"),
        member.permanent_invalidity_percent >= limits.at("percent"),
    )
    disabled = all_of(age < law.adult_attest_age, any_of(member.has_zorgtoeslag.recognised, points))
    return when(child, when(disabled, law.counts_for, otherwise=1), otherwise=0)


def counts_as_disabled(member: Person, rule: Rule, law: Law) -> Number:
    """One for an adult whose disability was established before the age limit; for somebody older without a federal allowance it is open."""
    first = first_of_january(rule)
    limits = law.disability
    invalid = all_of(member.has_sickness_benefit.yes, member.incapacity_since.plus(years=law.invalidity_years) <= first)
    federal = any_of(member.has_ivt.recognised, member.has_it.recognised, member.has_old_federal_allowance.yes)
    recognised = any_of(
        federal,
        invalid,
        member.permanent_invalidity_percent >= limits.at("percent"),
        member.earning_capacity_one_third == "recognised",
        member.self_reliance_points_fod >= limits.at("points"),
    )
    young = member.age(first) < law.established_before_age
    in_time = when(any_of(young, federal), 1, otherwise=at_most(1, law.established_in_time))
    return when(all_of(member.age(first) >= law.adult_attest_age, recognised), in_time, otherwise=0)


def cadastral_income_in_flanders(member: Person, rule: Rule) -> Number:
    """Not indexed, own share in full ownership or usufruct, of everything in the Flemish Region."""

    def of(estate: Dwelling) -> Number:
        here = estate.dwelling_municipality.begins_with(flemish(rule))
        return when(here, estate.cadastral_income * used_share(member, estate), otherwise=0)

    return member.properties.total(of)
