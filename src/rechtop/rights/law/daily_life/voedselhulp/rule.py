"""Voedselhulp: food parcels, social grocery and restaurant for whoever has too little (OCMW-wet art. 57; federal food aid, ESF+)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Person, Rule, Truth, all_of, any_of, no, right
from rechtop.rights.law.shared.residence import is_belgian, is_homeless

LOCAL = "OCMW-wet 57, § 1; plaatselijk reglement"


@right("voedselhulp", unit="household", since="2024-01-01", law="Organieke wet OCMW 8.07.1976; federaal voedselhulpprogramma (ESF+)")
def voedselhulp(rule: Rule, household: Household, law: Law) -> None:
    """Each partner has its own norm; some groups need no proof in most places. Need of food is also a sign of missing rights."""
    home = household.home
    adults = household.members.where(lambda member: member.age(rule.on) >= law.adult_age)
    needs_no_proof = adults.any(in_a_usual_group)
    behind_with_rent = all_of(home.tenure == "rented", home.rent_arrears_total > 0)
    without_income = all_of(adults.any(), adults.all(lambda member: no(member.has_own_income)))
    rule.concerns(any_of(needs_no_proof, household.debts_beyond_means, behind_with_rent, without_income))

    rule.require(adults.any(lambda member: member.lives_in_belgium), says="verblijft in de gemeente", article=LOCAL, key="stays_here")
    rule.discretionary(article=LOCAL)

    rule.judged(
        "de verdeler of het OCMW kijkt wat er overblijft om te eten; de grens verschilt van plaats tot plaats",
        article=LOCAL,
        key="local_norm",
    )
    rule.judged(
        "wie leefloon heeft of in schuldhulp zit, hoeft op veel plaatsen zijn inkomen niet te bewijzen", article=LOCAL, key="usual_groups"
    )
    rule.judged(
        "te weinig eten is een teken: kijk of leefloon, aanvullende steun of een ander recht ontbreekt",
        article="OCMW-wet 60, § 2",
        key="a_sign",
    )
    rule.warn(
        "vandaag niets te eten: vraag een noodpakket, dat wacht niet op een beslissing",
        without_income,
        article="OCMW-wet 57, § 1",
        key="today",
    )


def in_a_usual_group(member: Person) -> Truth:
    """Groups that local rules name first: leefloon, debt help, no home, no lawful stay."""
    return any_of(
        member.has_leefloon.yes,
        member.has_equivalent_leefloon.yes,
        member.has_csr.yes,
        member.has_debt_mediation.yes,
        is_homeless(member),
        all_of(no(is_belgian(member)), member.residence_right == "none"),
    )
