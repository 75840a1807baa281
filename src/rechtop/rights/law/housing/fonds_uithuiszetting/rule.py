"""Fonds ter bestrijding van de uithuiszettingen: the OCMW may pay half of the rent arrears so that a tenant can stay (BVR 3.05.2019)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Rule, all_of, at_most, no, right
from rechtop.rights.law.shared.renting import is_tenant

LAW = "BVR 3.05.2019; Besluit Vlaamse Codex Wonen van 2021"
AGREEMENT, FUND = "BVR 3.05.2019, begeleidingsovereenkomst", "BVR 3.05.2019, tegemoetkoming"
"""The besluit was not read: parts of it, not articles."""


@right("fonds_uithuiszetting", unit="household", since="2024-01-01", law=LAW)
def fonds_uithuiszetting(rule: Rule, household: Household, law: Law) -> None:
    """A tool of the OCMW, not a claim of the tenant: what the agreement would do with these arrears."""
    home = household.home
    arrears, rent = home.rent_arrears_total, home.rent_month
    rule.concerns(all_of(home.tenure == "rented", arrears > 0))
    adult = rule.law_of("huursubsidie").adult_age
    tenants = household.members.where(lambda member: all_of(member.age(rule.on) >= adult, is_tenant(member)))

    rule.require(
        arrears >= law.arrears_months.at("least") * rent,
        says="heeft minstens twee maanden huur achterstand", article=AGREEMENT, key="enough_arrears",
    )  # fmt: skip
    rule.require(
        arrears <= law.arrears_months.at("most") * rent,
        says="heeft hoogstens zes maanden huur achterstand", article=AGREEMENT, key="not_too_much_arrears",
    )  # fmt: skip
    rule.require(
        no(home.landlord_type.is_one_of("woonmaatschappij_own", "ocmw_or_municipality")),
        says="huurt privé, of een woning die een woonmaatschappij zelf huurt", article=AGREEMENT, key="private_or_rented_in",
    )  # fmt: skip
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=AGREEMENT, key="in_flanders",
    )  # fmt: skip
    rule.require(
        tenants.any(lambda tenant: tenant.accepts_guidance_plan),
        says="aanvaardt begeleiding en een afbetalingsplan", article=AGREEMENT, key="accepts_guidance",
    )  # fmt: skip
    rule.require(
        home.landlord_accepts_plan, says="de verhuurder tekent mee en vordert geen uithuiszetting", article=AGREEMENT, key="landlord_signs"
    )

    now = rule.step(
        "het OCMW betaalt meteen aan de verhuurder",
        at_most(law.paid_now_share * arrears, law.paid_now_cap), article=AGREEMENT, key="paid_now",
    )  # fmt: skip
    rule.step("de rest, in een afbetalingsplan", arrears - now, article=AGREEMENT, key="payment_plan")
    rule.step(
        "het fonds betaalt aan het OCMW na het indienen",
        law.fund_lump_sum + at_most(law.fund_first_share * arrears, law.fund_first_cap), article=FUND, key="fund_first",
    )  # fmt: skip
    rule.step(
        "het fonds betaalt aan het OCMW als het wonen stabiel wordt",
        at_most(law.fund_stable_share * arrears, law.fund_stable_cap), article=FUND, key="fund_stable",
    )  # fmt: skip

    rule.warn(
        "er loopt al een procedure: vraag de verhuurder om uitstel en ga naar de zitting van de vrederechter",
        home.eviction_procedure_started, article="Gerechtelijk Wetboek 1344ter e.v.", key="procedure_under_way",
    )  # fmt: skip
    rule.warn(
        "de achterstand is nog klein: zoek nu al een regeling met de verhuurder, want het fonds begint pas bij twee maanden huur",
        arrears < law.arrears_months.at("least") * rent, article=AGREEMENT, key="act_early",
    )  # fmt: skip
    rule.judged("het OCMW beslist zelf of het begeleidt en of het het fonds inschakelt", article=AGREEMENT, key="ocmw_decides")
    rule.judged(
        "wat de huurder van het deel van het OCMW terugbetaalt, bepaalt het OCMW; het fonds dekt een deel",
        article=FUND,
        key="what_is_recovered",
    )
    rule.discretionary(article=AGREEMENT)
