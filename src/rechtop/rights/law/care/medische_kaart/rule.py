"""Medische kaart: the OCMW may promise to pay care, medicine or co-payments of somebody in need (OCMW-wet art. 57 and 60). Local aid.

Whoever has no lawful stay has another right, of the State: see dringende_medische_hulp.
"""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, all_of, any_of, no, right
from rechtop.rights.law.shared.residence import may_stay


@right("medische_kaart", unit="person", since="2024-01-01", law="Organieke wet OCMW 8.07.1976; wet 2.04.1965")
def medische_kaart(rule: Rule, person: Person, law: Law) -> None:
    """A question with arguments: each OCMW has its own list of care, its own duration and its own co-payment."""
    not_insured = person.health_fund_role == "not_insured"
    aided = any_of(person.has_leefloon.yes, person.has_equivalent_leefloon.yes)
    costs = person.household.extra_health_cost_month > 0
    rule.concerns(all_of(person.age(rule.on) >= law.adult_age, any_of(aided, not_insured, costs)))

    rule.require(may_stay(person), says="verblijft wettig in België", article="57, § 1 en § 2", key="lawful_stay")
    rule.claim_first("verhoogde_tegemoetkoming", no(person.has_vt.recognised))
    rule.discretionary(article="57, § 1; 60, § 3")

    rule.judged("het sociaal onderzoek toont dat de zorg niet te betalen is uit het budget van het gezin", article="60, § 1", key="need")
    rule.judged(
        "het OCMW kiest welke zorg, hoe lang, hoeveel u zelf betaalt en of iets teruggaat", article="57, § 1; 60, § 3", key="local_rules"
    )
    rule.judged(
        "eerst wat elders kan: ziekenfonds, maximumfactuur, hospitalisatieverzekering, afbetaling bij het ziekenhuis",
        article="60, § 2",
        key="other_payers_first",
    )
    rule.warn(
        "niet in orde bij het ziekenfonds: breng dat eerst in orde, het OCMW kan helpen met de bijdragen",
        not_insured,
        article="60, § 5",
        key="health_fund_first",
    )
