"""Lokale adviescommissie (LAC): nobody is cut off from gas, electricity or water for debts without its advice (Vlaams Gewest)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Rule, all_of, any_of, number, right

LAW = "Decreet 20.12.1996 (rol van de LAC); Energiedecreet 8.05.2009 art. 6.1.1 en 6.1.2; BVR 16.09.1997; Energiebesluit 19.11.2010"
HEARING, CUT_OFF = "decreet 20.12.1996", "Energiedecreet 6.1.2"
IN_DANGER = ("own_contract_being_ended", "supplied_by_grid_operator", "none")
"""Contracts after which the grid operator delivers, or nobody any more."""


@right("lokale_adviescommissie", unit="household", since="2024-01-01", law=LAW)
def lokale_adviescommissie(rule: Rule, household: Household, law: Law) -> None:
    """A hearing in which one can explain: before a cut-off, or to be connected again."""
    home = household.home
    invited = home.lac_invitation_date >= rule.on
    cut_off = home.energy_contract == "none"
    rule.concerns(any_of(home.energy_contract.is_one_of(*IN_DANGER), invited))

    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=HEARING, key="in_flanders",
    )  # fmt: skip
    rule.require(
        any_of(invited, cut_off),
        says="is uitgenodigd door de LAC, of is afgesloten en kan heraansluiting vragen", article=HEARING, key="hearing_ahead",
    )  # fmt: skip
    rule.warn(
        "nog geen uitnodiging: bel nu Fluvius of het waterbedrijf voor een afbetalingsplan, dan komt het niet tot een zitting",
        home.energy_contract.is_one_of("own_contract_being_ended", "supplied_by_grid_operator"),
        article=CUT_OFF, key="act_before",
    )  # fmt: skip
    debt = household.energy_arrears
    rule.warn(
        "een schuld tot 500 euro bij Fluvius is geen reden om de LAC een afsluiting te vragen: vraag waarom het toch gebeurt",
        all_of(invited, debt > 0, debt <= law.debt_threshold), article=CUT_OFF, key="small_debt",
    )  # fmt: skip
    month = number(rule.on.month)
    rule.warn(
        "winterperiode: gas en elektriciteit mogen niet afgesloten worden voor schulden",
        any_of(month >= law.winter_months.at("from"), month <= law.winter_months.at("until")), article=CUT_OFF, key="winter",
    )  # fmt: skip
    rule.judged(
        "de LAC weegt: afbetalingsplan, budgetmeter, begeleiding of afsluiten. Ga naar de zitting of geef een nota mee",
        article=HEARING,
        key="what_the_committee_weighs",
    )
    rule.judged("kinderen, ziekte of een toestel dat stroom nodig heeft: zeg het op de zitting", article=HEARING, key="vulnerable")
    rule.gives("service", article=HEARING)
