"""Sociaal tarief voor water: four fifths off the whole water bill where somebody had a status on 1 January (Vlaams Gewest).

A status of one day counts for the whole year; there is no test of income, and the increased reimbursement does not open it.
"""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Household, Law, Person, Rule, Status, Truth, all_of, any_of, hangs_while, no, right
from rechtop.rights.law.shared.statuses import may_get_leefloon

LAW = "Waterwetboek (gecoördineerd 15.06.2018); BVR 8.04.2011 (Algemeen Waterverkoopreglement)"
SOCIAL, COMPENSATION = "Algemeen Waterverkoopreglement, sociaal tarief", "Algemeen Waterverkoopreglement, compensatie"
"""The besluit was not read: parts of it, not articles."""


@right("sociaal_tarief_water", unit="household", since="2024-01-01", law=LAW, grants="has_social_tariff_water")
def sociaal_tarief_water(rule: Rule, household: Household, law: Law) -> None:
    """The tariff on an own bill, or the compensation where the bill is shared or in another name."""
    home = household.home
    first_day = date(rule.on.year, 1, 1)
    ages = rule.law_of("sociaal_tarief_energie")
    registered = household.persons.where(lambda one: one.domicile_kind == "this_home")
    status = registered.any(lambda one: had_a_status(one, ages, first_day))

    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=SOCIAL, key="in_flanders",
    )  # fmt: skip
    rule.require(
        status,
        says="iemand die hier ingeschreven is, had op 1 januari een van de statussen die dit openen",
        article=SOCIAL, key="status_on_1_january",
    )  # fmt: skip
    rule.step("korting op elk deel van de factuur, in procent", law.discount_percent, article=SOCIAL, key="discount_percent")

    later = no(status) & registered.any(lambda one: has_a_status_now(one, ages, rule.on))
    rule.warn(
        "de status begon na 1 januari: het tarief kan dan pas volgend jaar, tenzij de beslissing teruggaat tot 1 januari",
        later, article=SOCIAL, key="next_year",
    )  # fmt: skip
    only_vt = no(status) & registered.any(lambda one: one.has_vt.yes)
    rule.warn("de verhoogde tegemoetkoming alleen geeft dit tarief niet", only_vt, article=SOCIAL, key="vt_does_not_count")
    rule.judged(
        "staat de factuur niet op naam van iemand die hier ingeschreven is, of is er één meter voor meer gezinnen? "
        "Dan betaalt het waterbedrijf een compensatie uit; antwoord op de brief met een rekeningnummer",
        article=COMPENSATION,
        key="compensation",
    )
    rule.gives("tariff", article=SOCIAL)


def had_a_status(person: Person, ages: Law, first_day: date) -> Truth:
    """Leefloon or equal help, IGO, IVT, IT or a care budget for older people on 1 January; while a request is pending it is not known."""

    def held(status: Status) -> Truth:
        return hangs_while(status.state == "asked", status.held_on(first_day))

    leefloon = all_of(
        may_get_leefloon(person, first_day, ages.adult_age), any_of(held(person.has_leefloon), held(person.has_equivalent_leefloon))
    )
    disability = all_of(person.age(first_day) >= ages.adult_age, any_of(held(person.has_ivt), held(person.has_it)))
    older = all_of(person.age(first_day) >= ages.older_age, any_of(held(person.has_igo), held(person.has_zorgbudget_ouderen)))
    return any_of(leefloon, disability, older)


def has_a_status_now(person: Person, ages: Law, on: date) -> Truth:
    """One of the same statuses today."""
    leefloon = any_of(person.has_leefloon.yes, person.has_equivalent_leefloon.yes)
    disability = all_of(person.age(on) >= ages.adult_age, any_of(person.has_ivt.yes, person.has_it.yes))
    older = all_of(person.age(on) >= ages.older_age, any_of(person.has_igo.yes, person.has_zorgbudget_ouderen.yes))
    return any_of(leefloon, disability, older)
