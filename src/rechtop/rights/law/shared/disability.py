"""What the two federal disability allowances share: family category, who the partner is, which income of which year (KB 6.07.1987)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from rechtop.rights.facts.kinship import kin_within
from rechtop.rights.language import (
    Choice,
    Group,
    Law,
    Number,
    Person,
    Truth,
    all_of,
    any_of,
    at_least,
    at_most,
    choose,
    hangs_while,
    months_between,
    no,
    not_below_zero,
    when,
)
from rechtop.rights.law.shared.family import is_partner
from rechtop.rights.law.shared.residence import is_belgian, is_not_detained, is_protected, is_stateless

YearFigure: TypeAlias = Callable[[int], Number]
"""EUR cents of one calendar year."""

KIN_DEGREE = 3
"""Kin by blood or marriage up to the third degree never form a household in this law (wet 27.02.1987, art. 7, § 3)."""

FOSTER = ("foster_parent", "foster_child")
"""Not kin, and yet a family."""

WORK = ("employee", "civil_servant", "self_employed_main", "assisting_spouse")
"""Activities that bring in income from work."""

NOT_AT_HOME = (
    "hospital", "nursing_home", "psychiatric_care_home", "centre_for_short_stay", "disability_facility", "institution_by_court_order",
    "other_institution",
)  # fmt: skip
"""A stay, day and night, in an institution that lives (in part) on public money."""


def meets_nationality(person: Person) -> Truth:
    """Belgian, EU or EEA, protected, stateless, or a foreigner in the population register (wet 27.02.1987, art. 4).

    Some foreigners in the foreigners register qualify too (Morocco, Algeria, Tunisia, Turkey with insurance; former zorgtoeslag): the fact
    that would settle it is not asked, so for them it is not known.
    """
    qualifies = any_of(
        is_belgian(person),
        person.nationality == "eu_eea_swiss",
        person.residence_right.is_one_of("eu_citizen", "eu_family_member"),
        is_protected(person),
        is_stateless(person),
        person.register == "population",
    )
    return hangs_while((person.nationality == "other") & (person.register == "foreigners"), qualifies)


def is_registered(person: Person) -> Truth:
    """Listed in the population register or the foreigners register; which of the two goes with the nationality."""
    return person.register.is_one_of("population", "foreigners")


def forms_household_with(person: Person, other: Person, on: date, ivt: Law) -> Truth:
    """Two people at one address who are not kin up to the third degree form a household (huishouden), unless the contrary is shown.

    A couple is one whatever its papers. Whoever is in prison does not count. Two friends are asked whether they can show that they do
    not share a household; the FOD decides. For foster kin the rule was not found: it stays open.
    """
    not_kin = no(person.kinship(other).is_one_of(*kin_within(KIN_DEGREE)))
    not_rebutted = any_of(is_partner(person, other), no(person.can_show_no_joint_household(other)))
    not_in_prison = any_of(other.lives_here != "temporarily_away", other.stays_in != "prison")
    not_foster = any_of(no(person.kinship(other).is_one_of(*FOSTER)), ivt.foster_family_is_household > 0)
    return all_of(other.age(on) >= ivt.minimum_age, not_kin, not_foster, not_rebutted, not_in_prison)


def household_partners(person: Person, on: date, ivt: Law) -> Group[Person]:
    """With whom the person forms a household: the partner, or people who are presumed so."""
    return person.housemates.where(lambda other: forms_household_with(person, other, on, ivt))


def has_child_at_charge(person: Person, on: date, ivt: Law) -> Truth:
    """A child under the age limit at charge of the person or the household partner (KB 6.07.1987, art. 1, 6°).

    For whom one of them gets child benefit, or gets or pays maintenance by title; or an own child in equal residence (co-ouderschap).
    """
    partners = household_partners(person, on, ivt)

    def at_charge_of(holder: Person, child: Person) -> Truth:
        own = holder.kinship(child) == "child"
        pays = all_of(holder.maintenance_paid_month(child) > 0, holder.maintenance_in_title_month(child) > 0)
        shares = all_of(own, child.lives_here == "part_of_the_time", holder.nights_per_14_days(child) >= ivt.equal_residence_nights)
        return any_of(holder.gets_child_benefit_for(child), own & pays, shares)

    return person.others.any(
        lambda child: (
            (child.age(on) < ivt.child_at_charge_age)
            & any_of(at_charge_of(person, child), partners.any(lambda partner: at_charge_of(partner, child)))
        )
    )


def is_paid_out(person: Person) -> Truth:
    """Not in prison or placed by a judge: there the payment stops. Whoever always lives here is not asked."""
    return any_of(person.lives_here == "always", is_not_detained(person))


def stays_long_in_institution(person: Person, on: date, months: Number) -> Truth:
    """Day and night in an institution for at least so many full months."""
    return person.stays_in.is_one_of(*NOT_AT_HOME) & (months_between(person.stays_in.since, on) >= months)


def lives_alone(person: Person, ivt: Law) -> Truth:
    """Nobody else has the main residence here. A child that comes part of the time counts only when registered here.

    Whether somebody who shares a house but shows that it is no household lives alone (B or A) was not found: that stays open.
    """

    def lives_in(other: Person) -> Truth:
        return any_of(other.lives_here.is_one_of("always", "temporarily_away"), other.domicile_kind == "this_home")

    def is_separate(other: Person) -> Truth:
        return person.can_show_no_joint_household(other) & no(person.kinship(other).is_one_of(*kin_within(KIN_DEGREE)))

    nobody = person.housemates.none(lives_in)
    only_separate = person.housemates.none(lambda other: lives_in(other) & no(is_separate(other)))
    return any_of(nobody, only_separate & (ivt.separate_housemate_is_alone > 0))


def family_category(person: Person, on: date, ivt: Law) -> Choice:
    """Category C, B or A (KB 6.07.1987, art. 4)."""
    forms_household = household_partners(person, on, ivt).any()
    return choose(
        ("C", any_of(forms_household, has_child_at_charge(person, on, ivt))),
        ("B", any_of(lives_alone(person, ivt), stays_long_in_institution(person, on, ivt.institution_months))),
        otherwise="A",
    )


def work_income(person: Person, year: int) -> Number:
    """Taxable income from work in a year, costs off: what is left of the professional income without benefits and pensions."""
    no_work = (person.tax_wage_before_costs(year) <= 0) & (person.tax_self_employed_net(year) <= 0)
    after_costs = person.tax_net_professional_income(year) - replacement_income(person, year)
    return when(no_work, 0, otherwise=not_below_zero(after_costs))


def replacement_income(person: Person, year: int) -> Number:
    """Taxable benefits and pensions of a year. The disability allowances themselves are not taxed and do not count."""
    return person.tax_replacement_income(year) + person.tax_pension_income(year)


def taxable_income(person: Person, year: int, ivt: Law, for_both: Truth) -> Number:
    """Everything that is taxed in a year, jointly and separately, own column of the assessment note.

    for_both: the figure told covers two partners; then the own part is anything up to it.
    """
    told = person.tax_joint_taxable_income(year) + person.tax_separately_taxed_income(year)
    return when(for_both, at_most(told, ivt.own_part_of_joint_figure), otherwise=told)


def figure_covers_both(person: Person, on: date, ivt: Law) -> Truth:
    """Whether one tax figure was told for the person and the household partner together."""
    return household_partners(person, on, ivt).any() & person.tax_figure_covers_both(on.year - ivt.reference_years_back.whole())


def has_own_figure(person: Person, on: date, ivt: Law) -> Truth:
    """Whether the tax figure told is the person's own. One figure for both partners cannot be divided: then it is not known."""
    for_both = figure_covers_both(person, on, ivt)
    return hangs_while(for_both, no(for_both))


def reference_year(on: date, changed_since: Callable[[date], Truth], total: YearFigure, ivt: Law) -> Choice:
    """Which year counts: the second before this one, or a later one when the income moved enough since (KB 6.07.1987, art. 8, § 1)."""
    usual = total(on.year - ivt.reference_years_back.whole())

    def moved(year: int) -> Truth:
        later = total(year)
        gap = at_least(later - usual, usual - later)
        return all_of(changed_since(date(year, 1, 1)), gap > 0, gap >= ivt.income_change_share * usual)

    return choose(("this_year", moved(on.year)), ("last_year", moved(on.year - 1)), otherwise="two_years_ago")


def in_year(chosen: Choice, on: date, figure: YearFigure, ivt: Law) -> Number:
    """A figure of the year that counts."""
    last_or_earlier = when(chosen == "last_year", figure(on.year - 1), otherwise=figure(on.year - ivt.reference_years_back.whole()))
    return when(chosen == "this_year", figure(on.year), otherwise=last_or_earlier)


def starts_after_long_inactivity(person: Person, on: date, ivt: Law) -> Truth:
    """Works, after so many months without income from work; holds until 31 December of the second calendar year after the start."""
    start = person.main_activity.since
    long_before = start.plus(months=-ivt.starter_inactive_months)
    return all_of(
        person.main_activity.is_one_of(*WORK),
        start.year() >= ivt.starter_first_year,
        start.year() + ivt.starter_years >= on.year,
        no(person.main_activity.before(start).is_one_of(*WORK)),
        no(person.main_activity.on(long_before).is_one_of(*WORK)),
    )
