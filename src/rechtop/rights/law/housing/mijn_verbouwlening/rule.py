"""Mijn VerbouwLening: a cheap loan of the Energiehuis for renovation works, for owners with a low or middle income (Energiebesluit)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Rule, all_of, at_most, no, right, to_the_cent
from rechtop.rights.law.shared.renovating import ceiling, counted, income, old_enough, owns_another_home, owns_the_home

LAW = "Energiebesluit (Mijn VerbouwLening)"
WHO, LOAN = "Mijn VerbouwLening, voorwaarden", "Mijn VerbouwLening, bedrag"
"""The besluit was not read: parts of it, not articles."""


@right("mijn_verbouwlening", unit="household", since="2024-02-24", law=LAW)
def mijn_verbouwlening(rule: Rule, household: Household, law: Law) -> None:
    """For owners of categories 2, 3 and 4 of Mijn VerbouwPremie. The interest is set every year and not computed here."""
    home = household.home
    grant = rule.law_of("mijn_verbouwpremie")
    rule.concerns(all_of(home.tenure == "owner_occupied", no(home.renovation_kind == "none")))

    rule.require(
        household.members.any(lambda member: owns_the_home(member, rule)),
        says="is eigenaar van de woning en woont er", article=WHO, key="owner_lives_here",
    )  # fmt: skip
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=WHO, key="in_flanders",
    )  # fmt: skip
    rule.require(
        no(home.renovation_kind == "other"), says="het werk staat op de lijst van de premie, of zijn zonnepanelen",
        article=LOAN, key="work_on_the_list",
    )  # fmt: skip
    rule.require(
        old_enough(home), says="de woning is minstens 15 jaar oud, voor hernieuwbare energie 5 jaar", article=WHO, key="old_enough"
    )  # fmt: skip
    earned = rule.step("inkomen van eigenaar en wettelijke partner", income(household, rule), article=WHO, key="income")
    most = rule.step("inkomensgrens", ceiling(household, rule, "income_ceiling_2", grant), article=WHO, key="ceiling")
    rule.require(earned <= most, says="heeft geen hoog inkomen", article=WHO, key="no_high_income")
    rule.require(no(counted(household, rule).any(owns_another_home)), says="heeft geen andere woning", article=WHO, key="only_home")
    rule.require(no(household.loan_arrears), says="heeft geen achterstand op een lening", article=WHO, key="no_arrears")
    cost = home.renovation_cost
    rule.require(cost >= law.loan.at("least"), says="de werken kosten genoeg voor de kleinste lening", article=LOAN, key="large_enough")

    loan = at_most(cost, law.loan.at("most"))
    rule.step(
        "terug te betalen per maand over de langste looptijd, zonder de rente", to_the_cent(loan / (law.longest_years * 12)),
        article=LOAN, key="repayment_month",
    )  # fmt: skip
    rule.judged(
        "het Energiehuis onderzoekt of u de lening kunt afbetalen; kan dat niet, kijk dan naar het Noodkoopfonds",
        article=WHO,
        key="solvency",
    )
    rule.judged(
        "op de lening komt rente, die elk jaar opnieuw vastgelegd wordt: vraag ze aan het Energiehuis", article=LOAN, key="interest"
    )
    rule.judged("Mijn VerbouwPremie voor dezelfde werken gaat naar de lening, als vervroegde afbetaling", article=LOAN, key="grant_repays")
    rule.judged(
        "wie na 2022 een woning met label E of F kocht, gebruikt eerst de rentesubsidie van de bank", article=WHO, key="interest_subsidy"
    )
    rule.lends(loan, per="once", article=LOAN)
