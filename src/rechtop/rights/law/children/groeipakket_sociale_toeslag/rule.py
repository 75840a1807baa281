"""Sociale toeslag of the Groeipakket: a monthly supplement for a child in a family with a low or middle income."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rechtop.rights.language import Law, Number, Person, Rule, Truth, all_of, any_of, at_most, no, right, to_the_cent, when
from rechtop.rights.law.shared.children import (
    award_year_of,
    belongs_to_family_of,
    counts_as_child,
    family_adults,
    family_income_now,
    family_income_of_year,
    fell_long_enough_ago,
    gives_right,
    has_old_amount,
    has_old_orphan_benefit,
    income_year_of,
    is_placed,
    is_single_parent_family,
    lives_here_whole_time,
    nights_here,
    not_older_than,
    passes_cadastral_test,
)

MiddleBand = Callable[[Rule, Person, Law, Number, Number], Truth]
"""Whether the family is under the ceiling of the middle band: of rule, child, figures, income and number of children."""


@right("groeipakket_sociale_toeslag", unit="child", since="2019-01-01", until="2023-03-31", law="Groeipakketdecreet 27.04.2018")
def without_middle_band_for_small_families(rule: Rule, child: Person, law: Law) -> None:
    """Until March 2023 only families of three children and more had a middle band."""
    small = family_children(child, rule.on, rule.law_of("groeipakket_basisbedrag")) <= law.small_family_children
    amount = when(small, law.low_income_small_family, otherwise=law.middle_income_large_family)
    write(rule, child, law, under_middle_ceiling=middle_of_large_family, middle_amount=amount)


@right("groeipakket_sociale_toeslag", unit="child", since="2023-04-01", law="Groeipakketdecreet 27.04.2018")
def groeipakket_sociale_toeslag(rule: Rule, child: Person, law: Law) -> None:
    """Two bands of income, for small and for large families."""
    small = family_children(child, rule.on, rule.law_of("groeipakket_basisbedrag")) <= law.small_family_children
    amount = when(small, law.middle_income_small_family, otherwise=law.middle_income_large_family)
    write(rule, child, law, under_middle_ceiling=middle_of_any_family, middle_amount=amount)


def write(rule: Rule, child: Person, law: Law, *, under_middle_ceiling: MiddleBand, middle_amount: Number) -> None:
    """The conditions and the amount; the two versions of the law differ in the middle band alone."""
    base = rule.law_of("groeipakket_basisbedrag")
    year, adults = income_year_of(award_year_of(rule.on)), family_adults(child)
    rule.concerns(not_older_than(child, base.age_limit.at("studying"), rule.on))
    rule.concerns(child.lives_here_now)

    entitled = gives_right(child, rule.on, base)
    rule.require(any_of(child.has_groeipakket.yes, entitled), says="geeft recht op het basisbedrag", article="18", key="has_basic_amount")
    rule.require(
        no(has_old_orphan_benefit(child)),
        says="krijgt niet de oude verhoogde wezenbijslag",
        article="222, § 1",
        key="no_old_orphan_benefit",
    )
    share = share_of_family(child, law, base)
    rule.require(share > 0, says="woont minstens de helft van de tijd in dit gezin", article="18; 58", key="lives_here_half")

    children = rule.step("rechtgevende kinderen in het gezin", family_children(child, rule.on, base), article="18", key="children")
    of_year = rule.step(
        "gezinsinkomen van het inkomensjaar",
        family_income_of_year(adults, year, law),
        article="BVR sociale toeslag, 3-7",
        key="income_of_year",
    )
    long_ago = adults.any(lambda adult: fell_long_enough_ago(adult, rule.on, law))
    now = when(long_ago, family_income_now(adults, year, law), otherwise=of_year)
    income = rule.step("gezinsinkomen dat telt", at_most(of_year, now), article="BVR sociale toeslag, 7 en 12", key="family_income")

    minimum = lives_on_minimum_income(child)
    low = any_of(minimum, income <= law.income_ceiling_low)
    middle = under_middle_ceiling(rule, child, law, income, children)
    rule.require(
        any_of(low, middle), says="heeft een gezinsinkomen tot en met de inkomensgrens", article="18; 222", key="income_under_ceiling"
    )
    rule.require(
        passes_cadastral_test(adults, income, year, law),
        says="heeft naast de woning niet te veel onroerend bezit (KI-test)",
        article="BVR sociale toeslag, 5",
        key="cadastral_test",
        unless=minimum,
    )

    small = children <= law.small_family_children
    new = when(low, when(small, law.low_income_small_family, otherwise=law.low_income_large_family), otherwise=middle_amount)
    old_middle = when(small, middle_amount, otherwise=of_rank(child, law.old_low, law))
    old = when(low, old_amount(child, law), otherwise=old_middle)
    whole = rule.step(
        "sociale toeslag voor het kind", when(has_old_amount(child), old, otherwise=new), article="18; 222", key="whole_allowance"
    )
    mine = rule.step("deel van dit gezin", whole * share, article="18; 58", key="share_of_family")
    rule.pays(to_the_cent(when(is_placed(child), mine / base.placement_parts, otherwise=mine)), per="month", article="4, § 2; 58")

    over_low = no(of_year <= law.income_ceiling_low)
    rule.provisional(all_of(over_low, long_ago, no(minimum), income < of_year))
    rule.warn(
        "is het inkomen sindsdien gedaald, dan vraagt het gezin zelf en bewijst het zes maanden na elkaar (alarmbelprocedure)",
        all_of(over_low, no(minimum), adults.any(lambda adult: adult.income_changed_on > date(year, 12, 31))),
        article="BVR sociale toeslag, 12",
        key="ask_alarm",
    )
    part_time = child.lives_here == "part_of_the_time"
    rule.warn(
        "zonder vonnis gaat de uitbetaler uit van gelijk verdeelde huisvesting: elke ouder krijgt de helft",
        all_of(part_time, no(child.residence_set_by_court)),
        article="18, vijfde lid",
        key="halved_without_judgment",
    )
    rule.warn(
        "een toeslag voor een kind met oude bedragen blijft bij de ouder die het Groeipakket al kreeg, tot de opvoedingssituatie wijzigt",
        all_of(part_time, has_old_amount(child)),
        article="overgangsregeling",
        key="stays_with_one_parent",
    )
    rule.warn("bij een plaatsing gaat twee derde naar de instelling of naar Opgroeien", is_placed(child), article="68", key="placed")


def middle_of_large_family(rule: Rule, child: Person, law: Law, income: Number, children: Number) -> Truth:
    """Three children or more, at least one of them with new amounts, under the highest ceiling (art. 18, 3°; 222, § 1, tweede lid)."""
    base = rule.law_of("groeipakket_basisbedrag")
    one_new = child.household.members.any(lambda other: all_of(is_child_of_family(other, child, rule.on, base), no(has_old_amount(other))))
    return all_of(no(children <= law.small_family_children), one_new, income <= law.income_ceiling_large_family)


def middle_of_any_family(rule: Rule, child: Person, law: Law, income: Number, children: Number) -> Truth:
    """The same, and one or two children under their own ceiling (art. 18, 1/1°; 222, § 1, laatste lid)."""
    small = all_of(children <= law.small_family_children, income <= law.income_ceiling_small_family)
    return any_of(small, middle_of_large_family(rule, child, law, income, children))


def is_child_of_family(other: Person, child: Person, on: date, base: Law) -> Truth:
    """An entitled child that lives in this family, at least half of the time."""
    at_least_half = any_of(
        lives_here_whole_time(other), no(other.residence_set_by_court), nights_here(other) >= base.nights_of_equal_residence
    )
    return all_of(counts_as_child(other, on, base), at_least_half, belongs_to_family_of(other, child))


def family_children(child: Person, on: date, base: Law) -> Number:
    """Entitled children in the family: one who lives equally with both parents counts whole in both."""
    return child.household.members.count(lambda other: is_child_of_family(other, child, on, base))


def lives_on_minimum_income(child: Person) -> Truth:
    """The family lives of leefloon, IVT or IGO: the allowance follows for those months without a tax year (BVR art. 11)."""

    def minimum(adult: Person) -> Truth:
        return any_of(adult.has_leefloon.yes, adult.has_ivt.yes, adult.has_igo.yes)

    adults = family_adults(child)
    return all_of(adults.any(minimum), adults.all(lambda adult: any_of(minimum(adult), no(adult.has_own_income))))


def of_rank(child: Person, lowest: Number, law: Law) -> Number:
    """The old supplement that goes with the frozen rank (art. 222, § 1)."""
    rank = child.child_old_rank
    return when(rank == "low", lowest, otherwise=when(rank == "middle", law.old_middle, otherwise=law.old_high))


def old_amount(child: Person, law: Law) -> Number:
    """The old supplement at a low income; more for a long-term ill parent (lowest rank) or a single parent (highest rank) (art. 222)."""
    lowest = when(child.child_old_supplement == "long_ill_parent", law.old_low_long_ill, otherwise=law.old_low)
    single = all_of(child.child_old_rank == "high", is_single_parent_family(child))
    return when(single, law.old_high_single_parent, otherwise=of_rank(child, lowest, law))


def share_of_family(child: Person, law: Law, base: Law) -> Number:
    """The part of the allowance that comes to this family: all, half, or none (art. 18, derde tot vijfde lid; art. 58)."""
    nights, equal = nights_here(child), base.nights_of_equal_residence
    by_court = when(nights > equal, 1, otherwise=when(nights == equal, law.shared_residence_share, otherwise=0))
    shared = when(child.residence_set_by_court, by_court, otherwise=law.shared_residence_share)
    here = family_adults(child).any(lambda adult: adult.gets_child_benefit_for(child))
    elsewhere = child.others.any(lambda other: all_of(no(other.lives_here_now), other.gets_child_benefit_for(child)))
    of_old_child = when(all_of(here, elsewhere), shared, otherwise=here.as_number())
    return when(lives_here_whole_time(child), 1, otherwise=when(has_old_amount(child), of_old_child, otherwise=shared))
