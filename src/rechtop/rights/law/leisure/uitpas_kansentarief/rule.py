"""UiTPAS met kansentarief: a leisure card with which poor families pay a small part of the price, by the list of each municipality."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Household, Law, Person, Rule, Truth, all_of, any_of, right
from rechtop.rights.law.shared.statuses import gets_igo, gets_leefloon_or_equivalent, has_increased_reimbursement

LAW = "Lokaal reglement van het UiTPAS-kaartsysteem"
LIST, PRICE = "lokaal reglement, wie", "lokaal reglement, korting"
"""Each card system has its own regulation: no articles that hold everywhere."""


@right("uitpas_kansentarief", unit="household", since="2024-01-01", law=LAW, grants="has_uitpas_social_tariff")
def uitpas_kansentarief(rule: Rule, household: Household, law: Law) -> None:
    """Shown for the statuses that nearly every list has; the municipality decides, and may take an income or a judgement too."""
    ages = rule.law_of("sociaal_tarief_energie")
    on_a_list = household.members.any(lambda member: on_most_lists(member, rule.on, ages))
    rule.concerns(on_a_list)
    rule.require(
        on_a_list,
        says="iemand hier heeft een statuut dat op de meeste lokale lijsten staat: verhoogde tegemoetkoming, hulp van het OCMW, IGO, "
        "IVT of IT, schuldbemiddeling of collectieve schuldenregeling",
        article=LIST, key="on_most_lists",
    )  # fmt: skip
    rule.step("gewone korting, in procent", law.usual_discount_percent, article=PRICE, key="discount")
    rule.judged("doet uw gemeente mee met UiTPAS? Kijk op uitpas.be", article=LIST, key="municipality_takes_part")
    rule.judged(
        "ieder lokaal reglement heeft zijn lijst; zonder statuut kijkt men vaak naar het inkomen of naar wat een hulpverlener zegt",
        article=LIST,
        key="local_list",
    )
    rule.judged("wie ten laste is op hetzelfde adres, krijgt het kansentarief meestal mee", article=LIST, key="dependants_too")
    rule.discretionary(article=LIST)


def on_most_lists(person: Person, on: date, ages: Law) -> Truth:
    """A status of the lists of Oostende, Pelt and Zonhoven alike, or of most of them."""
    debts = all_of(person.age(on) >= ages.adult_age, any_of(person.has_csr.yes, person.has_debt_mediation.yes))
    disability = all_of(person.age(on) >= ages.adult_age, any_of(person.has_ivt.yes, person.has_it.yes))
    return any_of(
        has_increased_reimbursement(person),
        gets_leefloon_or_equivalent(person, on, ages.adult_age),
        gets_igo(person, on, ages.older_age),
        disability,
        debts,
    )
