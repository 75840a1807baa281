"""De Lijn, sociale abonnementen: free with a recognised disability, cheap with leefloon or IGO (vervoergarantie), less cheap with VT."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Law, Person, Rule, Truth, all_of, any_of, no, right
from rechtop.rights.law.shared.children import SCHOOL
from rechtop.rights.law.shared.family import is_partner
from rechtop.rights.law.shared.statuses import (
    gets_care_budget_for_older_people,
    gets_disability_allowance,
    gets_igo,
    gets_leefloon_or_equivalent,
    has_increased_reimbursement,
    may_get_leefloon,
)

LAW = "Tarievenkader en tarieven van De Lijn (decreet basisbereikbaarheid 26.04.2019)"
FREE, VG, VT = (
    "tarieven De Lijn, personen met een handicap",
    "tarieven De Lijn, vervoergarantie",
    "tarieven De Lijn, verhoogde tegemoetkoming",
)
"""A tariff list, not a law with articles."""

STUDIES = (*SCHOOL, "higher_education")
"""A grown-up child that still goes to school or college."""


@right("de_lijn_verhoogde_tegemoetkoming", unit="person", since="2024-01-01", law=LAW, grants="has_de_lijn_social_pass")
def de_lijn_verhoogde_tegemoetkoming(rule: Rule, person: Person, law: Law) -> None:
    """Three ladders; the best one counts. Each person needs a pass of his own."""
    ages = rule.law_of("sociaal_tarief_energie")
    rule.concerns(person.age(rule.on) >= law.pays_from_age)
    free = rides_free(person, rule, law, ages)
    guaranteed = has_vervoergarantie(person, rule.on, ages)
    rule.require(
        any_of(free, guaranteed, has_increased_reimbursement(person)),
        says="heeft een erkende handicap, een leefloon, een IGO of de verhoogde tegemoetkoming",
        article=VT, key="one_of_the_ladders",
    )  # fmt: skip
    rule.warn("gratis abonnement: het komt per post; komt het niet, bel De Lijn", free, article=FREE, key="free_pass")
    rule.warn(
        "vervoergarantie is goedkoper dan het abonnement voor de verhoogde tegemoetkoming: wacht op de brief van De Lijn",
        guaranteed & no(free), article=VG, key="vg_is_cheaper",
    )  # fmt: skip
    rule.judged(
        "jongeren in begeleid zelfstandig wonen en asielzoekers vragen vervoergarantie via hun dienst", article=VG, key="through_a_service"
    )
    rule.judged("kijk of uw gemeente een deel van het abonnement terugbetaalt", article=VT, key="municipality_pays_a_part")
    rule.gives("tariff", article=VT)


def rides_free(person: Person, rule: Rule, law: Law, ages: Law) -> Truth:
    """Lives in the Flemish Region and has a recognition of the VAPH or VDAB, an IVT or IT, or a care budget for older people."""
    allowance = all_of(person.age(rule.on) >= law.free_with_allowance_from_age, gets_disability_allowance(person, rule.on, ages.adult_age))
    vdab = all_of(person.age(rule.on) >= ages.adult_age, person.has_vdab_work_disability.yes)
    recognised = any_of(
        person.has_vaph_recognition.yes, allowance, vdab, gets_care_budget_for_older_people(person, rule.on, ages.older_age)
    )
    flemish = rule.law_of("groeipakket_basisbedrag").flemish_arrondissements
    return all_of(person.household.home.dwelling_municipality.begins_with(flemish), recognised)


def has_vervoergarantie(person: Person, on: date, ages: Law) -> Truth:
    """Leefloon or equal help, IGO, a reception place, or living with somebody on leefloon as partner, parent or child at school."""

    def brings_along(holder: Person) -> Truth:
        leefloon = all_of(may_get_leefloon(holder, on, ages.adult_age), holder.has_leefloon.paid_or_opens)
        tie = person.kinship(holder)
        child_at_school = (tie == "parent") & any_of(person.age(on) < ages.adult_age, person.education_now.is_one_of(*STUDIES))
        return all_of(leefloon, any_of(child_at_school, tie == "child", is_partner(person, holder)))

    own = gets_leefloon_or_equivalent(person, on, ages.adult_age)
    return any_of(own, gets_igo(person, on, ages.older_age), person.has_fedasil_reception.yes, person.housemates.any(brings_along))
