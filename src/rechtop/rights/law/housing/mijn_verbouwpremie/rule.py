"""Mijn VerbouwPremie: a share of the invoice of renovation works, the highest for the lowest incomes (Energiebesluit)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Rule, all_of, any_of, at_most, no, right, to_the_cent, when
from rechtop.rights.law.shared.renovating import HEAT_PUMPS, category, ceiling, income, old_enough, owns_the_home
from rechtop.rights.law.shared.renting import registered_at

LAW = "Energiebesluit; Besluit Vlaamse Codex Wonen van 2021 (Mijn VerbouwPremie)"
WHO, AMOUNT = "Mijn VerbouwPremie, voorwaarden", "Mijn VerbouwPremie, bedragen"
"""The text was not read: parts of it, not articles."""


@right("mijn_verbouwpremie", unit="household", since="2026-03-01", law=LAW)
def mijn_verbouwpremie(rule: Rule, household: Household, law: Law) -> None:
    """Since 1 March 2026 all grants are for categories 3 and 4; categories 1 and 2 keep only heat pumps. One kind of work at a time."""
    home, on = household.home, rule.on
    work = home.renovation_kind
    rule.concerns(all_of(home.tenure == "owner_occupied", no(work == "none")))

    rule.require(
        household.members.any(lambda member: owns_the_home(member, rule) & registered_at(member)),
        says="is eigenaar van de woning en woont er", article=WHO, key="owner_lives_here",
    )  # fmt: skip
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=WHO, key="in_flanders",
    )  # fmt: skip
    rule.require(
        no(work.is_one_of("other", "solar_panels")), says="het werk staat op de lijst van de premie", article=AMOUNT, key="work_on_the_list"
    )
    heat_pump = work.is_one_of(*HEAT_PUMPS)
    rule.require(old_enough(home), says="de woning is minstens 15 jaar oud, voor een warmtepomp 5 jaar", article=WHO, key="old_enough")
    rule.require(
        home.renovation_invoice_date.plus(months=law.invoice_months) >= on,
        says="de factuur is hoogstens twee jaar oud", article=WHO, key="invoice_in_time",
    )  # fmt: skip
    kind = category(household, rule, law)
    lowest = kind.is_one_of("c3", "c4")
    rule.require(
        any_of(lowest, heat_pump),
        says="heeft een laag inkomen en geen andere woning, of plaatst een warmtepomp", article=WHO, key="low_category_or_heat_pump",
    )  # fmt: skip

    rule.step("inkomen van eigenaar en wettelijke partner", income(household, rule), article=WHO, key="income")
    rule.step("grens van categorie 4", ceiling(household, rule, "income_ceiling_4", law), article=WHO, key="ceiling_4")
    rule.step("grens van categorie 3", ceiling(household, rule, "income_ceiling_3", law), article=WHO, key="ceiling_3")
    table = when(kind == "c4", law.highest_4.at(work), otherwise=law.highest_3.at(work))
    highest = rule.step(
        "hoogste premie voor dit werk", when(lowest, table, otherwise=law.highest_1_and_2.at(work)), article=AMOUNT, key="highest_grant"
    )
    part = rule.step("deel van de factuur", to_the_cent(law.share.at(kind) * home.renovation_cost), article=AMOUNT, key="share_of_invoice")

    rule.warn(
        "dak, muur of vloer vernieuwen telt alleen samen met isoleren",
        work.is_one_of("roof", "outer_wall", "floor"), article=AMOUNT, key="only_with_insulation",
    )  # fmt: skip
    rule.warn(
        "nieuwe ramen vragen ook goede verluchting", work == "windows_doors", article=AMOUNT, key="ventilation_too",
    )  # fmt: skip
    rule.judged("een aannemer doet de werken en de isolatie haalt de technische eisen", article=WHO, key="technical_demands")
    rule.judged("de premie komt na de werken: kijk samen hoe ze voorgeschoten worden", article=AMOUNT, key="who_pays_first")
    rule.pays(at_most(part, highest), per="once", article=AMOUNT)
