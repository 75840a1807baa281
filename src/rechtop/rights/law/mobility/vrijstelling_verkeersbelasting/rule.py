"""Vrijstelling van verkeersbelasting en BIV: no tax on one car that is the personal transport of a person with a certain disability."""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, all_of, no, right

ROAD_TAX = "VCF 2.2.6.0.1, § 1, 4°"
REGISTRATION_TAX = "VCF 2.3.6.0.1"
PERSONAL_USE = "VCF 2.2.6.0.1, § 1, 4°; standpunt VLABEL 19072"


@right("vrijstelling_verkeersbelasting", unit="person", since="2024-01-01", law="Vlaamse Codex Fiscaliteit 13.12.2013")
def vrijstelling_verkeersbelasting(rule: Rule, person: Person, law: Law) -> None:
    """The words on the certificate decide, never a general percentage, points or a parking card. No look at the income."""
    rule.concerns(all_of(person.long_illness_or_disability, person.road_tax_ground != "none"))

    rule.require(
        person.domicile_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="woont officieel in het Vlaamse Gewest", article="VCF, titel 2, hoofdstuk 2", key="in_flanders",
    )  # fmt: skip
    rule.require(
        person.road_tax_ground != "none",
        says="heeft een attest: volledig blind, armen verlamd of geamputeerd, 50 procent door de benen, of oorlogsinvalide",
        article=ROAD_TAX, key="certificate",
    )  # fmt: skip
    rule.require(
        person.car_in_own_name,
        says="de auto staat op naam van de persoon zelf, van een ouder van een minderjarige, of van de bewindvoerder",
        article=PERSONAL_USE, key="own_name",
    )  # fmt: skip
    rule.warn(
        "zet de auto eerst op naam van de persoon met de handicap: dan kan de vrijstelling",
        all_of(person.road_tax_ground != "none", no(person.car_in_own_name)),
        article=PERSONAL_USE,
        key="change_name",
    )
    rule.judged("de auto dient als persoonlijk vervoer: gezinsleden mogen ermee rijden", article=PERSONAL_USE, key="personal_use")
    rule.judged("hetzelfde attest geeft 6 procent btw bij aankoop en onderhoud van de auto", article="KB nr. 20, 20.07.1970", key="vat")
    rule.step("maanden na het aanslagbiljet om bezwaar te maken", law.objection_months, article="VCF, bezwaar", key="objection")
    rule.gives("tariff", article=f"{ROAD_TAX}; {REGISTRATION_TAX}")
