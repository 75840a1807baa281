"""Voorschot op uitkeringen: the OCMW bridges the time until a benefit, pension or wage comes (OCMW-wet art. 57, 60 and 99, § 2)."""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, Truth, all_of, any_of, no, right
from rechtop.rights.law.shared.residence import may_stay

PAID_BY_OTHERS = ("unemployment", "sickness", "pension", "ivt_it", "wage", "other")
"""Everything somebody may be waiting for, except the Groeipakket: there another law gives the OCMW its money back."""


@right("voorschot_op_uitkeringen", unit="person", since="2024-01-01", law="Organieke wet OCMW 8.07.1976; RMI-wet 26.05.2002")
def voorschot_op_uitkeringen(rule: Rule, person: Person, law: Law) -> None:
    """A question with arguments. Whoever has less than the leefloon has a right to leefloon itself while waiting: that comes first."""
    waits = any_of(waits_for_a_benefit(person), waits_for_groeipakket(person))
    rule.concerns(all_of(person.age(rule.on) >= law.adult_age, waits))

    rule.require(
        waits, says="wacht op een uitkering, pensioen, kinderbijslag of loon", article="99, § 2; decreet 27.04.2018, 78", key="waits"
    )
    rule.require(may_stay(person), says="verblijft wettig in België", article="57, § 2", key="lawful_stay")
    rule.claim_first("leefloon", no(any_of(person.has_leefloon.recognised, person.has_equivalent_leefloon.recognised)))
    rule.discretionary(article="57, § 1; 60, § 3; 99, § 2")

    rule.judged("er is recht op het geld, of dat is waarschijnlijk", article="99, § 2", key="probable_right")
    rule.judged("er is intussen te weinig om van te leven: het sociaal onderzoek toont dat", article="57, § 1; 60, § 1", key="need")
    rule.judged("het comité kiest hoeveel en hoe lang, en zegt vooraf wat teruggaat", article="60, § 3; 98 en 99", key="committee")
    rule.warn(
        "kinderbijslag: de uitbetaler stort terug aan het OCMW, nooit meer dan het Groeipakket van dezelfde maanden",
        waits_for_groeipakket(person),
        article="decreet 27.04.2018, 78",
        key="groeipakket",
    )
    rule.warn(
        "schrijf de uitbetaler aan voor de achterstallen betaald worden, en tel dezelfde maand later niet nog eens als inkomen",
        waits_for_a_benefit(person),
        article="99, § 2; RMI-wet 24, § 1, 2°",
        key="write_the_payer",
    )


def waits_for_a_benefit(person: Person) -> Truth:
    """A benefit or pension asked and not decided, or wages and other money told as still to come."""
    asked = (
        person.has_unemployment_benefit,
        person.has_sickness_benefit,
        person.has_pension,
        person.has_igo,
        person.has_ivt,
        person.has_it,
    )
    awaited = person.events("awaited_income").any(lambda money: money.awaited_income_kind.is_one_of(*PAID_BY_OTHERS))
    return any_of(awaited, *[status.state == "asked" for status in asked])


def waits_for_groeipakket(person: Person) -> Truth:
    """Child benefit that was asked and is not paid yet."""
    return person.events("awaited_income").any(lambda money: money.awaited_income_kind == "groeipakket")
