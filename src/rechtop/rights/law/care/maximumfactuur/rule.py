"""Maximumfactuur (MAF): above a ceiling of own share in a calendar year the health fund pays the rest of that year back.

Three ceilings stand beside each other: by the income of the household, for who has the increased reimbursement, and for each child. The
health fund takes what is best; a member with a chronic condition lowers all of them.
"""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import (
    Group,
    Household,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    at_least,
    choose,
    not_below_zero,
    right,
    to_the_cent,
    when,
)
from rechtop.rights.law.shared.statuses import has_increased_reimbursement

LAW = "ZIV-wet 14.07.1994, 37quinquies tot 37vicies/1; KB 15.07.2002"
INCOME, SOCIAL, CHILD, CHRONIC = (
    "ZIV-wet, inkomens-MAF",
    "ZIV-wet, sociale MAF",
    "ZIV-wet, MAF voor een kind jonger dan 19 jaar",
    "ZIV-wet, 37vicies/1",
)
"""The pages of the RIZIV and the health funds were read, not the articles one by one."""


@right("maximumfactuur", unit="household", since="2023-01-01", law=LAW)
def maximumfactuur(rule: Rule, household: Household, law: Law) -> None:
    """Who is registered at one address counts together, family or not; the counter runs until 31 December.

    The law looks at 1 January. Nobody tells since when each member is registered, so who is registered now is taken, and it is said.
    """
    year = rule.on.year
    members = household.persons.where(lambda one: one.domicile_kind == "this_home")
    rule.concerns(household.persons.any(lambda one: any_of(one.long_illness_or_disability, one.has_chronic_status.yes)))

    chronic = members.any(lambda one: any_of(one.has_chronic_status.yes_or_opens, paid_much_two_years(one, year, law)))
    less = rule.step(
        "vermindering van het plafond voor een chronisch zieke", when(chronic, law.chronic_reduction, otherwise=0),
        article=CHRONIC, key="reduction",
    )  # fmt: skip
    income = rule.step(
        "netto belastbaar inkomen van iedereen op het adres, twee jaar geleden", income_of(members, year - law.years_back.whole(), law),
        article=INCOME, key="income",
    )  # fmt: skip
    ceiling = rule.step("plafond volgens het inkomen", ceiling_by(income, law), article=INCOME, key="ceiling")
    paid = rule.step(
        "remgeld van het gezin dit jaar", members.total(lambda one: one.own_share_health_year(year)), article=INCOME, key="paid"
    )
    by_income = not_below_zero(paid - (ceiling - less))

    with_status = members.where(has_increased_reimbursement)
    social = rule.step(
        "terug door de sociale MAF",
        not_below_zero(with_status.total(lambda one: one.own_share_health_year(year)) - (law.social_ceiling - less)),
        article=SOCIAL, key="social",
    )  # fmt: skip
    children = members.where(lambda one: one.age(date(year, 1, 1)) < law.child_until_age)
    by_child = rule.step(
        "terug voor kinderen jonger dan 19 jaar",
        children.total(lambda child: not_below_zero(child.own_share_health_year(year) - (law.child_ceiling - less))),
        article=CHILD, key="by_child",
    )  # fmt: skip
    refund = at_least(by_income, social, by_child)
    rule.require(refund > 0, says="betaalde dit jaar meer remgeld dan een van de plafonds", article=LAW, key="above_ceiling")

    rule.warn(
        "het inkomen is veranderd: vraag het ziekenfonds een herziening met het inkomen van nu, voor de laagste schijven",
        members.any(lambda one: one.income_changed_on >= date(year - law.years_back.whole(), 1, 1)),
        article=INCOME, key="review",
    )  # fmt: skip
    rule.judged(
        "een zorgafhankelijke persoon kan als een apart gezin tellen: vraag het ziekenfonds", article=INCOME, key="separate_household"
    )
    rule.judged(
        "komt de verhoogde tegemoetkoming van een integratietegemoetkoming en heeft de partner een inkomen, dan geldt de sociale MAF niet",
        article=SOCIAL, key="partner_with_income",
    )  # fmt: skip
    rule.pays(to_the_cent(refund), per="year", article=LAW)


def paid_much_two_years(person: Person, year: int, law: Law) -> Truth:
    """Own share at or above the lowest ordinary ceiling in each of the two calendar years before."""
    before, earlier = year - 1, year - 1 - 1
    return all_of(
        person.own_share_health_year(before) >= law.on(date(before, 12, 31)).social_ceiling,
        person.own_share_health_year(earlier) >= law.on(date(earlier, 12, 31)).social_ceiling,
    )


def income_of(members: Group[Person], year: int, law: Law) -> Number:
    """Net taxable income, own column of each assessment note; a child too young to work then has none."""
    return members.total(lambda one: when(one.age(date(year, 12, 31)) < law.work_age, 0, otherwise=one.tax_joint_taxable_income(year)))


def ceiling_by(income: Number, law: Law) -> Number:
    """The ceiling of the slice in which the income falls; the last slice has no upper limit."""
    slices = ("1", "2", "3", "4", "5")
    slice_of_income = choose(*((name, income <= law.income_limit.at(name)) for name in slices), otherwise="6")
    return law.ceiling.at(slice_of_income)
