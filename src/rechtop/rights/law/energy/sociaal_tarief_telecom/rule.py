"""Sociaal internetaanbod: cheap fixed internet for a home where somebody holds a status of the social tariff for energy.

Since 1 March 2024; it followed the discount on phone and internet, which whoever had it may keep at the same operator.
"""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Household, Law, Rule, no, right
from rechtop.rights.law.shared.statuses import has_energy_status

LAW = "Wet 13.06.2005 (elektronische communicatie) art. 74 en bijlage, zoals van kracht sinds 1.03.2024"
WHO, PRICE = "wet 13.06.2005, bijlage, rechthebbenden", "wet 13.06.2005, 74"
"""The annex was not read: parts of it, not articles."""

NEW_OFFER = date(2024, 3, 1)


@right("sociaal_tarief_telecom", unit="household", since="2024-03-01", law=LAW, grants="has_social_tariff_telecom")
def sociaal_tarief_telecom(rule: Rule, household: Household, law: Law) -> None:
    """One offer for each household, on request at an operator; the state only checks the status."""
    energy = rule.law_of("sociaal_tarief_energie")
    registered = household.persons.where(lambda one: one.domicile_kind == "this_home")
    status = registered.any(lambda one: has_energy_status(one, energy, rule.on))

    rule.require(
        status, says="iemand die hier ingeschreven is, heeft een status van het sociaal tarief voor energie", article=WHO, key="status"
    )
    rule.step("hoogste prijs voor vast internet, per maand", law.highest_price.at("internet"), article=PRICE, key="internet")
    rule.step(
        "hoogste prijs voor internet met televisie of telefoon, per maand", law.highest_price.at("bundle"), article=PRICE, key="bundle"
    )

    only_vt = no(status) & registered.any(lambda one: one.has_vt.yes)
    rule.warn("de verhoogde tegemoetkoming alleen geeft dit aanbod niet", only_vt, article=WHO, key="vt_does_not_count")
    offer = household.has_social_tariff_telecom
    rule.warn(
        "u hebt nog de oude korting: vergelijk eerst de prijs, want teruggaan kan niet",
        offer.yes & (offer.since < NEW_OFFER), article=WHO, key="old_discount",
    )  # fmt: skip
    rule.judged(
        "alleen grote operatoren zijn verplicht het aan te bieden; vraag in de winkel het sociaal internetaanbod, niet een gewone formule",
        article=PRICE,
        key="operator",
    )
    rule.gives("tariff", article=PRICE)
