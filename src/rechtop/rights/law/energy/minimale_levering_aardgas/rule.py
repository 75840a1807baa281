"""Minimale levering aardgas: in winter the OCMW tops up the prepaid meter for gas or night-only heating (Energiebesluit 5.4.6 e.v.)."""

from __future__ import annotations

from rechtop.rights.language import Choice, Dwelling, Household, Law, Number, Rule, any_of, choose, number, right, when
from rechtop.rights.law.shared.energy import PREPAID_FOR_HEATING, has_prepaid_meter

LAW = "Energiebesluit 19.11.2010 art. 5.4.6 tot 5.4.10; jaarlijkse bedragen bij ministerieel besluit"
NIGHT = "exclusive_night"
FLATS = ("apartment", "room_with_shared_facilities", "student_room")


@right("minimale_levering_aardgas", unit="household", since="2024-01-01", law=LAW)
def minimale_levering_aardgas(rule: Rule, household: Household, law: Law) -> None:
    """An argued question to the OCMW, which chooses itself to take part; Fluvius pays most of the fixed sum back."""
    home = household.home
    prepaid = has_prepaid_meter(home, PREPAID_FOR_HEATING)
    rule.concerns(prepaid)
    rule.require(
        prepaid, says="laadt vooraf op voor aardgas, of voor verwarming op nachttarief, bij Fluvius", article="5.4.6", key="prepaid_heating"
    )
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article="5.4.6", key="in_flanders",
    )  # fmt: skip
    month = number(rule.on.month)
    rule.require(
        any_of(month >= law.winter_months.at("from"), month <= law.winter_months.at("until")),
        says="het is winterperiode, van 1 november tot 31 maart", article="5.4.6", key="winter",
    )  # fmt: skip
    rule.step(
        "bedrag per halve maand dat Fluvius mee betaalt", half_month(home, law), article="5.4.8", key="half_month"
    )  # fmt: skip

    rule.judged("doet uw OCMW mee? De meeste wel, maar het mag kiezen", article="5.4.8", key="ocmw_takes_part")
    rule.judged("het OCMW onderzoekt of u niet genoeg kunt opladen", article="5.4.7", key="cannot_recharge")
    rule.judged(
        "het OCMW mag begeleiding, een energiescan of sparen in de zomer vragen, en een deel terugvragen",
        article="5.4.8",
        key="local_terms",
    )
    rule.discretionary(article="5.4.8")


def half_month(home: Dwelling, law: Law) -> Number:
    """By kind of home; who has the social tariff gets less, because his gas is cheaper."""
    kind: Choice = choose(
        ("apartment", home.dwelling_kind.is_one_of(*FLATS)), ("terraced", home.dwelling_kind == "terraced_or_corner"), otherwise="detached"
    )
    protected = home.has_social_tariff_energy.yes
    gas = when(protected, law.gas_protected.at(kind), otherwise=law.gas_ordinary.at(kind))
    night = when(protected, law.night_protected.at(kind), otherwise=law.night_ordinary.at(kind))
    return when(home.prepaid_meter == NIGHT, night, otherwise=gas)
