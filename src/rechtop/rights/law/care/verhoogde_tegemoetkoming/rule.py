"""Verhoogde tegemoetkoming: a higher reimbursement of health care (ZIV-wet art. 37, § 19; KB of 15 January 2014).

Three doors: a status (no look at the income), the income of one month (for who has an indicator), the income of last year. What the
health funds do on their own motion since October 2024 opens no new right: it spares an isolated person with an indicator the request.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rechtop.rights.language import (
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    months_between,
    no,
    not_below_zero,
    right,
    to_the_cent,
    when,
)
from rechtop.rights.law.care.verhoogde_tegemoetkoming.unit import gives_status_to, in_unit, is_isolated, is_single_parent, size_of_unit
from rechtop.rights.law.shared.family import has_partner_here
from rechtop.rights.law.shared.statuses import (
    child_recognised_with_care_need,
    gets_care_budget_for_older_people,
    gets_disability_allowance,
    gets_igo,
    leefloon_for_full_months,
)
from rechtop.rights.law.shared.taxable import (
    cadastral_income_of_other_property,
    cadastral_income_of_the_home,
    taxable_income_now,
    taxable_income_of_year,
)

LAW = "ZIV-wet 14.07.1994 art. 37, § 19; KB 15.01.2014"


@right("verhoogde_tegemoetkoming", unit="person", since="2024-10-01", law=LAW, grants="has_vt")
def verhoogde_tegemoetkoming(rule: Rule, person: Person, law: Law) -> None:
    """Since October 2024 the fund looks by itself at isolated people who are unemployed, unfit for work or invalid."""
    by_status, by_income_of_month = doors(rule, person, law)
    out_of_work = is_out_of_work(person, rule.on, law)
    has_other_estate = person.properties.any(lambda estate: estate.property_kind != "home_lived_in")
    isolated = is_isolated(person, rule.on, law.adult_age)
    by_itself = all_of(no(by_status), by_income_of_month, out_of_work, isolated, no(person.has_pension.yes), no(has_other_estate))
    rule.warn(
        "het ziekenfonds kent dit zonder aanvraag toe; vraag na of dat gebeurd is",
        by_itself,
        article="KB 15.01.2014",
        key="fund_acts_by_itself",
    )


@right("verhoogde_tegemoetkoming", unit="person", since="2022-01-01", law=LAW, grants="has_vt")
def verhoogde_tegemoetkoming_2022(rule: Rule, person: Person, law: Law) -> None:
    """Before October 2024: by a status, or on request."""
    doors(rule, person, law)


def doors(rule: Rule, person: Person, law: Law) -> tuple[Truth, Truth]:
    """The three doors; hands back whether a status opens the right, and whether the income of one month does.

    A child at home shares in its parent's right; a row of its own it gets only by its own recognition.
    """
    on = rule.on
    adult = person.age(on) >= law.adult_age
    lives_with_parent = person.housemates.any(lambda other: person.kinship(other).is_one_of("parent", "step_parent", "foster_parent"))
    own_door_of_child = child_recognised_with_care_need(person, on, law.care_supplement_until_age, law.child_points)
    rule.concerns(any_of(adult, no(lives_with_parent), own_door_of_child))

    rule.require(person.health_fund_role != "not_insured", says="is aangesloten bij een ziekenfonds", article="37, § 19", key="insured")

    unaccompanied = no(adult) & person.unaccompanied_minor
    by_status = any_of(has_a_status(person, law, on), own_door_of_child, is_orphan(person, law, on), unaccompanied)
    by_month = income_of_month_is_low(rule, person, law)
    by_year = income_of_year_is_low(rule, person, law)
    through_parent = no(adult) & lives_with_parent
    rule.require(
        any_of(own_door_of_child, all_of(no(through_parent), any_of(by_status, by_month, by_year))),
        says="heeft een status die dit opent, of een laag inkomen als gezin",
        article="KB 15.01.2014, 8 en 18",
        key="a_door",
    )
    rule.warn("door een status: dit gebeurt vanzelf, zonder aanvraag", by_status, article="KB 15.01.2014, 8", key="automatic_by_status")
    rule.warn(
        "het inkomen veranderde sinds vorig jaar: het ziekenfonds vraagt of het laag blijft",
        all_of(no(by_status), no(by_month), person.income_changed_on >= date(on.year, 1, 1)),
        article="KB 15.01.2014, 18",
        key="income_changed",
    )
    rule.judged(
        "het ziekenfonds onderzoekt wie samen een gezin vormt en of het inkomen volledig is", article="KB 15.01.2014", key="fund_checks"
    )
    rule.gives("status", article="37, § 19")
    return by_status, by_month


# Door 1: a status


def has_a_status(person: Person, law: Law, on: date) -> Truth:
    """Somebody whose status reaches this person gets leefloon for three full months, IGO, a disability allowance or a care budget."""

    def opens(holder: Person) -> Truth:
        return any_of(
            leefloon_for_full_months(holder, on, law.adult_age, law.leefloon_months),
            gets_igo(holder, on, law.older_age),
            gets_disability_allowance(holder, on, law.adult_age),
            gets_care_budget_for_older_people(holder, on, law.older_age),
        )

    return any_of(opens(person), person.others.any(lambda other: gives_status_to(person, other, on, law.adult_age) & opens(other)))


def is_orphan(person: Person, law: Law, on: date) -> Truth:
    """Under 25, both parents dead, insured in own name."""
    young = person.age(on) < law.orphan_until_age
    return all_of(young, person.deceased_parents >= law.orphan_parents, person.health_fund_role == "titular")


# Door 3: the income of the unit


def income_of_month_is_low(rule: Rule, person: Person, law: Law) -> Truth:
    """For a unit with an indicator: the income of one month times twelve, against the ceiling of that month."""
    on = rule.on
    month = law.on(month_before(on))
    ceiling = rule.step(
        "inkomensgrens van het gezin, regeling van één maand",
        month.ceiling_month + month.supplement_month * more_than_one(person, law, on),
        article="KB 15.01.2014, 20",
        key="ceiling_month",
    )
    earned = of_unit(
        person,
        law,
        on,
        lambda other: taxable_income_now(
            other, on, work_age=law.work_age, self_employed_factor=law.self_employed_factor, maintenance_rate=law.maintenance_rate
        ),
    )
    income = rule.step(
        "bruto belastbaar inkomen van het gezin nu, op een jaar",
        earned + yields(person, law, on),
        article="KB 15.01.2014, 24",
        key="income_month",
    )
    indicator = any_of(
        is_single_parent(person, on, law.adult_age),
        has_indicator(person, law, on),
        person.others.any(lambda other: in_unit(person, other, on, law.adult_age) & has_indicator(other, law, on)),
    )
    return indicator & (income <= ceiling)


def income_of_year_is_low(rule: Rule, person: Person, law: Law) -> Truth:
    """For everybody: the income of the whole calendar year before, against the ceiling of this year."""
    on = rule.on
    year = on.year - 1
    rates = law.on(date(year, 12, 31))
    ceiling = rule.step(
        "inkomensgrens van het gezin, regeling van vorig jaar",
        law.ceiling_year + law.supplement_year * more_than_one(person, law, on),
        article="KB 15.01.2014, 20",
        key="ceiling_year",
    )
    earned = of_unit(
        person,
        law,
        on,
        lambda other: taxable_income_of_year(
            other, year, work_age=law.work_age, self_employed_factor=law.self_employed_factor, maintenance_rate=rates.maintenance_rate
        ),
    )
    income = rule.step(
        "bruto belastbaar inkomen van het gezin vorig jaar",
        earned + yields(person, law, on),
        article="KB 15.01.2014, 24",
        key="income_year",
    )
    return income <= ceiling


def has_indicator(person: Person, law: Law, on: date) -> Truth:
    """Pension, widow(er)hood, a recognised disability, or some months fully unemployed or unfit for work (art. 18)."""
    recognised = any_of(person.has_ivt.recognised, person.has_it.recognised, person.earning_capacity_one_third == "recognised")
    return any_of(
        person.has_pension.yes,
        (person.marital_status == "widowed") & no(has_partner_here(person)),
        is_out_of_work(person, on, law),
        (person.age(on) >= law.adult_age) & recognised,
    )


def is_out_of_work(person: Person, on: date, law: Law) -> Truth:
    """Fully unemployed or unfit for work for the months the law asks, without a break."""
    unemployed = person.has_unemployment_benefit.yes & (months_between(person.has_unemployment_benefit.since, on) >= law.indicator_months)
    unfit = person.has_sickness_benefit.yes & (months_between(person.incapacity_since, on) >= law.indicator_months)
    return any_of(unemployed, unfit)


def of_unit(person: Person, law: Law, on: date, amount: Callable[[Person], Number]) -> Number:
    """The sum over the unit."""
    return person.household.persons.total(lambda other: when(in_unit(person, other, on, law.adult_age), amount(other), otherwise=0))


def yields(person: Person, law: Law, on: date) -> Number:
    """What capital and real estate of the unit bring in a year: interest and dividends, and indexed cadastral income."""
    year = on.year - 1
    index = law.on(date(year, 12, 31)).cadastral_index

    def of_one(other: Person) -> Number:
        own_home = cadastral_income_of_the_home(other) * index
        home = when(own_home > 0, not_below_zero(own_home - law.home_deduction), otherwise=0)
        estate = cadastral_income_of_other_property(other) * index + home
        return when(other.age(on) < law.work_age, 0, otherwise=other.tax_movable_income(year) + to_the_cent(estate))

    return of_unit(person, law, on, of_one)


def more_than_one(person: Person, law: Law, on: date) -> Number:
    """How many members the unit has beside the first."""
    return size_of_unit(person, on, law.adult_age) - 1


def month_before(on: date) -> date:
    """The first day of the month before: its income is looked at, against the ceiling of that month."""
    return date(on.year - 1, 12, 1) if on.month == 1 else date(on.year, on.month - 1, 1)
