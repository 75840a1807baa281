"""NMBS, verhoogde tegemoetkoming: cheaper train tickets in second class since the tariffs of 15 October 2025.

Young people and seniors get the same reduction by their age alone; the status adds something only for who is between those ages.
"""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, right
from rechtop.rights.law.shared.statuses import has_increased_reimbursement

LAW = "Openbaredienstcontract Belgische Staat – NMBS 2023-2032; vervoersvoorwaarden en tarieven van de NMBS sinds 15.10.2025"
TICKETS, CARD = "tarieven NMBS, tickets", "tarieven NMBS, Train+"
"""A tariff list, not a law with articles."""


@right("nmbs_verhoogde_tegemoetkoming", unit="person", since="2025-10-15", law=LAW)
def nmbs_verhoogde_tegemoetkoming(rule: Rule, person: Person, law: Law) -> None:
    """A percentage off at all hours, and with the Train+ card a ceiling for each trip."""
    age = person.age(rule.on)
    rule.concerns((age >= law.full_fare_age.at("from")) & (age < law.full_fare_age.at("until")))

    rule.require(
        has_increased_reimbursement(person),
        says="heeft de verhoogde tegemoetkoming, of is ten laste van iemand die ze heeft", article=TICKETS, key="vt",
    )  # fmt: skip
    rule.step("korting op elk ticket in tweede klasse, in procent", law.reduction_percent, article=TICKETS, key="reduction")
    rule.step("met Train+: hoogste prijs van een enkele rit", law.highest_trip_price, article=CARD, key="highest_trip")
    rule.step("Train+ voor een jaar", law.card_price_year, article=CARD, key="card_year")
    rule.judged("Train+ loont pas bij genoeg ritten: reken het samen uit, ook voor een maand", article=CARD, key="card_worth_it")
    rule.gives("tariff", article=TICKETS)
