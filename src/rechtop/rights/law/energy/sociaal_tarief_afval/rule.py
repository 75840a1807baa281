"""Sociale correctie op huisvuil: bags, a credit or a lower bill for residual waste, by the regulation of each municipality."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Rule, any_of, right
from rechtop.rights.law.shared.statuses import has_increased_reimbursement

LAW = "Gemeentelijk retributie- of belastingreglement op huisvuil"
GROUPS, HELP = "gemeentelijk reglement, groepen", "gemeentelijk reglement, tegemoetkoming"
"""Each municipality has its own regulation: no articles that hold everywhere."""


@right("sociaal_tarief_afval", unit="household", since="2024-01-01", law=LAW)
def sociaal_tarief_afval(rule: Rule, household: Household, law: Law) -> None:
    """Shown for a young child or the increased reimbursement; the medical groups are named and not asked for."""
    baby = household.members.any(lambda member: member.age(rule.on) < law.usual_baby_age)
    reduced = household.members.any(has_increased_reimbursement)
    rule.concerns(any_of(baby, reduced))
    rule.require(
        any_of(baby, reduced),
        says="heeft een kind jonger dan drie jaar, of iemand hier heeft de verhoogde tegemoetkoming", article=GROUPS, key="usual_group",
    )  # fmt: skip
    rule.require(
        household.home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=GROUPS, key="in_flanders",
    )  # fmt: skip
    rule.warn(
        "voor een jong kind geeft de gemeente het vaak vanzelf: kijk op de afvalfactuur of de diftarrekening",
        baby, article=HELP, key="by_itself",
    )  # fmt: skip
    rule.judged(
        "welke groepen de gemeente helpt en hoeveel, staat in haar reglement; niet elke gemeente heeft er een", article=GROUPS, key="local"
    )
    rule.judged(
        "incontinentie, een stoma of dialyse thuis is bijna overal een groep: vraag het met een attest van arts of ziekenfonds",
        article=GROUPS,
        key="medical_waste",
    )
    rule.discretionary(article=HELP)
