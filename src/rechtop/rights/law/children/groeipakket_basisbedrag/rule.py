"""Basisbedrag of the Groeipakket: the monthly amount of every child in Flanders."""

from __future__ import annotations

from rechtop.rights.language import Law, Number, Person, Rule, all_of, any_of, choose, no, right, to_the_cent, when
from rechtop.rights.law.shared.children import (
    FOSTER_CARE,
    has_no_benefit_as_school_leaver,
    has_old_amount,
    has_old_orphan_benefit,
    has_two_living_parents,
    is_no_main_self_employed,
    is_placed,
    is_unconditional,
    may_stay,
    month_end,
    not_older_than,
    of_an_age_with_right,
    registered_in_flanders,
    works_few_hours,
)


@right("groeipakket_basisbedrag", unit="child", since="2019-01-01", law="Groeipakketdecreet 27.04.2018", grants="has_groeipakket")
def groeipakket_basisbedrag(rule: Rule, child: Person, law: Law) -> None:
    """Child benefit: one flat amount for children born since 2019, the frozen rank and an age supplement for the older ones."""
    rule.concerns(not_older_than(child, law.age_limit.at("studying"), rule.on))
    rule.concerns(any_of(child.lives_here_now, child.child_placement != "no"))
    rule.require(registered_in_flanders(child, law), says="is ingeschreven in een Vlaamse gemeente", article="8, § 1", key="in_flanders")
    rule.require(may_stay(child), says="is Belg of mag hier verblijven", article="8, § 1", key="may_stay")
    rule.require(
        of_an_age_with_right(child, rule.on, law),
        says="is minderjarig, heeft een ondersteuningsnood, of is leerling, student of schoolverlater",
        article="8, § 2",
        key="age_or_study",
    )
    few_hours = works_few_hours(child, rule.on, law)
    rule.require(few_hours, says="werkt niet te veel uren met een gewoon contract", article="BVR rechtgevend kind", key="ordinary_work")
    no_main = is_no_main_self_employed(child, rule.on, law)
    rule.require(no_main, says="is niet zelfstandig in hoofdberoep", article="BVR rechtgevend kind", key="not_self_employed")
    no_benefit = has_no_benefit_as_school_leaver(child, rule.on, law)
    rule.require(no_benefit, says="krijgt als schoolverlater zelf geen uitkering", article="BVR rechtgevend kind", key="no_own_benefit")

    month = rule.step("basisbedrag", basic_amount(child, law), article="13; 210, § 2; 214", key="basic_amount")
    supplement = rule.step("leeftijdsbijslag", age_supplement(rule, child, law), article="212", key="age_supplement")
    whole = rule.step("bedrag voor het kind", month + supplement, article="13; 210", key="whole_amount")
    placed = is_placed(child)
    rule.pays(to_the_cent(when(placed, whole / law.placement_parts, otherwise=whole)), per="month", article="4, § 2; 5, § 1")

    rule.warn(
        "bij plaatsing gaat twee derde naar de instelling of Opgroeien; het derde van het gezin kan op een geblokkeerde rekening komen",
        placed,
        article="68",
        key="placed",
    )
    rule.warn(
        "bij pleegzorg gaat het hele bedrag naar het pleeggezin",
        all_of(child.lives_here != "always", child.child_placement.is_one_of(*FOSTER_CARE)),
        article="68",
        key="foster",
    )
    rule.warn(
        "een kind dat een ouder verloor, krijgt bovenop een wezentoeslag",
        all_of(no(has_two_living_parents(child)), child.deceased_parents >= 1),
        article="14; 15",
        key="orphan",
    )
    rule.warn(
        "gescheiden ouders kiezen samen één rekening; zonder akkoord kiest de jongste ouder; de familierechtbank kan verdelen",
        child.lives_here == "part_of_the_time",
        article="boek 2, deel 4",
        key="one_account",
    )
    rule.warn(
        "elk uur studentenarbeid boven de jaargrens telt mee als gewoon werk in die maand",
        no(is_unconditional(child, rule.on, law)) & (child.student_job_hours_year(rule.on.year) > law.student_hours_year),
        article="BVR rechtgevend kind",
        key="student_hours",
    )


def basic_amount(child: Person, law: Law) -> Number:
    """The flat amount, the amount of the frozen rank, or the raised orphan benefit of before 2019."""
    rank = child.child_old_rank
    of_rank = when(
        rank == "low", law.old_amount_low, otherwise=when(rank == "middle", law.old_amount_middle, otherwise=law.old_amount_high)
    )
    other = when(has_old_orphan_benefit(child), law.old_orphan_amount, otherwise=law.basic_amount)
    return when(has_old_amount(child), of_rank, otherwise=other)


def age_supplement(rule: Rule, child: Person, law: Law) -> Number:
    """From the month in which the child turns 6, 12 and 18, with old amounts; the lowest rank without a supplement gets the reduced one."""
    age, step = child.age(month_end(rule.on)), law.age_step
    band = choose(
        ("under_6", age < step.at("first")), ("from_6", age < step.at("second")), ("from_12", age < step.at("third")), otherwise="from_18"
    )
    reduced = all_of(child.child_old_rank == "low", child.child_old_supplement == "none")
    amount = when(reduced, law.age_supplement_reduced.at(band), otherwise=law.age_supplement.at(band))
    return when(any_of(has_old_amount(child), has_old_orphan_benefit(child)), amount, otherwise=0)
