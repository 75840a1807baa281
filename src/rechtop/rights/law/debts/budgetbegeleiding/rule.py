"""Budgetbegeleiding, budgetbeheer en schuldbemiddeling: free help of OCMW or CAW with money and debts (decreet 24.07.1996)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Rule, all_of, any_of, no, right

DECREE = "decreet 24.07.1996"


@right("budgetbegeleiding", unit="household", since="2024-01-01", law="Decreet 24.07.1996; BVR 25.03.1997; OCMW-wet 57 en 60")
def budgetbegeleiding(rule: Rule, household: Household, law: Law) -> None:
    """Three degrees of one service: guidance, management of the budget, mediation with creditors. Always voluntary."""
    home = household.home
    adults = household.members.where(lambda member: member.age(rule.on) >= law.adult_age)
    behind_with_rent = all_of(home.tenure == "rented", home.rent_arrears_total > 0)
    trouble = any_of(household.debts_beyond_means, household.loan_arrears, behind_with_rent)
    in_settlement = adults.any(lambda member: any_of(member.has_csr.yes, member.has_debt_mediation.yes))
    rule.concerns(all_of(trouble, no(in_settlement)))

    rule.require(trouble, says="heeft schulden of betalingsproblemen", article=DECREE, key="trouble")
    rule.require(adults.any(lambda member: member.accepts_guidance_plan), says="wil zelf begeleid worden", article=DECREE, key="wants_help")
    rule.gives("service", article="decreet 24.07.1996; OCMW-wet 57 en 60, § 1")

    rule.judged(
        "de dienst en u kiezen samen: zelf beheren met raad, geld laten beheren, of ook bemiddelen bij schuldeisers",
        article=DECREE,
        key="which_degree",
    )
    rule.judged(
        "de dienst kijkt of elke schuld klopt: verjaard, te hoge kosten, dubbel gerekend", article="WER XIX.2 tot XIX.5", key="check_debts"
    )
    rule.judged("er kan een wachtlijst zijn; dringende stappen wachten daar niet op", article="OCMW-wet 57, § 1", key="waiting_list")
    rule.warn(
        "er loopt een procedure over de woning: vraag vandaag uitstel en kijk naar het fonds tegen uithuiszetting",
        all_of(home.tenure == "rented", home.eviction_procedure_started),
        article="Gerechtelijk Wetboek 1344ter e.v.",
        key="eviction",
    )
    rule.warn(
        "blijven de schulden ook met een plan te groot, denk dan aan de collectieve schuldenregeling",
        household.debts_beyond_means,
        article="Gerechtelijk Wetboek 1675/2",
        key="collective",
    )
