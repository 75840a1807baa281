"""Gas- en elektriciteitsfonds: federal money with which the OCMW guides and helps who cannot pay energy bills (wet 4.09.2002)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Rule, any_of, no, right
from rechtop.rights.law.shared.energy import has_prepaid_meter
from rechtop.rights.law.shared.statuses import has_energy_status

LAW = "Wet 4.09.2002 (opdracht van de OCMW's inzake energielevering) art. 2, 4 en 6; OCMW-wet 8.07.1976 art. 57, 60, 71"


@right("gas_en_elektriciteitsfonds", unit="household", since="2024-01-01", law=LAW)
def gas_en_elektriciteitsfonds(rule: Rule, household: Household, law: Law) -> None:
    """An argued question: the OCMW chooses between a plan, unpaid bills and prevention, within its envelope."""
    home = household.home
    behind = household.energy_arrears > 0
    in_trouble = any_of(behind, has_prepaid_meter(home))
    rule.concerns(in_trouble)
    rule.require(in_trouble, says="heeft schuld voor gas of elektriciteit, of moet vooraf opladen", article="2", key="in_trouble")
    rule.step("onbetaald voor gas en elektriciteit", household.energy_arrears, article="6", key="unpaid")

    energy = rule.law_of("sociaal_tarief_energie")
    registered = household.persons.where(lambda one: one.domicile_kind == "this_home")
    status = registered.any(lambda one: has_energy_status(one, energy, rule.on))
    missing_tariff = status & no(home.has_social_tariff_energy.yes)
    rule.warn(
        "het sociaal tarief staat nog niet op de factuur: regel dat eerst, dat maakt de schuld soms kleiner",
        missing_tariff, article="6", key="tariff_first",
    )  # fmt: skip
    rule.judged("het OCMW onderzoekt of u ondanks eigen inspanning de rekeningen niet meer kunt betalen", article="2", key="own_effort")
    rule.judged(
        "het OCMW kiest: een afbetalingsplan, een deel van de facturen, of voorkomen (ketel, toestel, kleine werken)",
        article="6",
        key="form_of_help",
    )
    rule.judged("elk OCMW heeft eigen regels en een beperkt budget per jaar", article="6", key="local_budget")
    rule.discretionary(article="6")
