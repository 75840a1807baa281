"""Dringende medische hulp: care without lawful stay and without means (OCMW-wet art. 57, § 2; KB 12.12.1996). A right; the State pays."""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, all_of, no, right
from rechtop.rights.law.shared.residence import is_belgian

DECREE = "KB 12.12.1996"


@right("dringende_medische_hulp", unit="person", since="2024-01-01", law="Organieke wet OCMW 8.07.1976, art. 57, § 2; KB 12.12.1996")
def dringende_medische_hulp(rule: Rule, person: Person, law: Law) -> None:
    """Three conditions and no more: no lawful stay, need, an attest. The OCMW may add none; urgent is what the doctor calls urgent."""
    no_stay = all_of(no(is_belgian(person)), person.residence_right == "none")
    rule.concerns(no_stay)

    rule.require(no_stay, says="heeft geen wettig verblijf in België", article="57, § 2", key="no_lawful_stay")
    rule.require(
        no(person.has_fedasil_reception.recognised),
        says="heeft geen opvangplaats: daar betaalt Fedasil de zorg",
        article="wet 12.01.2007, 23 tot 25",
        key="no_reception_place",
    )
    rule.require(
        no(person.health_fund_role.is_one_of("titular", "dependent")),
        says="is in België niet meer in orde bij een ziekenfonds",
        article="57, § 2; sociaal onderzoek",
        key="not_insured",
    )
    rule.gives("service", article="57, § 2; KB 12.12.1996; MediPrima")

    rule.judged("het sociaal onderzoek toont de nood", article="57, § 2; 60, § 1", key="need")
    rule.judged(
        "een arts of tandarts schrijft een attest: dringend kan ook gewone, preventieve of nazorg zijn", article=DECREE, key="attest"
    )
    rule.judged(
        "wie korter dan een jaar hier is en uit de EU of een verdragsland komt: het OCMW vraagt de HZIV naar een verzekering daar",
        article="omzendbrieven POD MI",
        key="insurance_abroad",
    )
    rule.judged(
        "bevoegd is het OCMW van de gewoonlijke verblijfplaats; de hulpverlener zwijgt over het verblijf",
        article="wet 2.04.1965, 1; KB 12.12.1996, 4",
        key="which_ocmw",
    )
    rule.warn(
        "alleen aangekomen minderjarige: na drie maanden school is er een eigen recht op ziekteverzekering",
        all_of(person.age(rule.on) < law.adult_age, person.unaccompanied_minor),
        article="GVU-wet 14.07.1994, 32, 22°",
        key="minor_alone",
    )
