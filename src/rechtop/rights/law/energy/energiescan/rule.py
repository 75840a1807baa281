"""Energiescan: a free home visit about energy, with small measures, for vulnerable households (Energiebesluit, sociale verplichtingen)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Rule, all_of, any_of, right
from rechtop.rights.law.shared.energy import has_prepaid_meter

LAW = "Energiebesluit 19.11.2010, titel VI (energiescans van de netbeheerder)"
GROUPS = "Energiebesluit, energiescan"
"""The besluit was not read, and its groups changed in October 2024: parts of it, not articles."""

SOCIAL_LANDLORDS = ("woonmaatschappij_own", "woonmaatschappij_inhuur", "ocmw_or_municipality")


@right("energiescan", unit="household", since="2024-10-01", law=LAW)
def energiescan(rule: Rule, household: Household, law: Law) -> None:
    """Shown for the groups of every older list; the lists since October 2024 were not found, so it stays a question."""
    home = household.home
    in_a_group = any_of(
        home.has_social_tariff_energy.yes_or_opens,
        has_prepaid_meter(home),
        home.lac_invitation_date >= rule.on,
        household.has_heating_allowance.yes,
        all_of(home.tenure == "rented", home.landlord_type.is_one_of(*SOCIAL_LANDLORDS)),
    )
    rule.concerns(in_a_group)
    rule.require(
        in_a_group,
        says="heeft sociaal tarief, een budgetmeter, een brief van de LAC of de verwarmingstoelage, of huurt sociaal",
        article=GROUPS, key="in_a_group",
    )  # fmt: skip
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=GROUPS, key="in_flanders",
    )  # fmt: skip
    rule.judged(
        "ook met een laag inkomen of een lage huur kan het: vraag Fluvius naar de grenzen van dit jaar", article=GROUPS, key="limits"
    )
    rule.judged("hoort u in geen groep, dan kan het OCMW de scan toch vragen", article=GROUPS, key="ocmw_estimate")
    rule.discretionary(article=GROUPS)
