"""Statuses that open other rights: who holds one, or will once the engine's own right opens.

A recognition without payment (erkend, 0 euro) does not count here. Each function asks only those who can have the status at all: an
age limit of the law of the status itself, handed over by the right that reads it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from rechtop.rights.language import Amount, Law, Number, Person, Truth, all_of, any_of, months_between
from rechtop.rights.law.shared.family import OWN_CHILDREN


def may_get_leefloon(person: Person, on: date, adult_age: Number) -> Truth:
    """Of age, married, or a parent: who can have a leefloon of his own (RMI-wet art. 3, 2° and 7)."""
    has_child = person.housemates.any(lambda child: person.kinship(child).is_one_of(*OWN_CHILDREN))
    return any_of(person.age(on) >= adult_age, person.marital_status == "married", has_child)


def gets_leefloon_or_equivalent(person: Person, on: date, adult_age: Number) -> Truth:
    """Leefloon, or financial help of the OCMW that is equal to it."""
    return all_of(
        may_get_leefloon(person, on, adult_age), any_of(person.has_leefloon.paid_or_opens, person.has_equivalent_leefloon.paid_or_opens)
    )


def leefloon_for_full_months(person: Person, on: date, adult_age: Number, months: Amount) -> Truth:
    """Leefloon or equal help of the OCMW without a break during so many full months before today; one may follow the other.

    When one followed the other, one of the two must have been held on this day in each of those months.
    """
    leefloon, equal = person.has_leefloon, person.has_equivalent_leefloon
    days = days_in_months_before(on, months.whole())
    one_or_other = [any_of(leefloon.held_on(day), equal.held_on(day)) for day in days]
    long_enough = any_of(
        all_of(leefloon.yes, months_between(leefloon.since, on) >= months),
        all_of(equal.yes, months_between(equal.since, on) >= months),
        all_of(leefloon.yes, equal.held_on(days[-1]), *one_or_other),
        all_of(equal.yes, leefloon.held_on(days[-1]), *one_or_other),
    )
    return all_of(may_get_leefloon(person, on, adult_age), long_enough)


def days_in_months_before(day: date, months: int) -> tuple[date, ...]:
    """The same day in each of so many months before a day, nearest first; a day that does not exist becomes the last of its month."""
    found = []
    for back in range(1, months + 1):
        year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
        found.append(date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])))
    return tuple(found)


def gets_disability_allowance(person: Person, on: date, adult_age: Number) -> Truth:
    """An allowance of the FOD for a disability: IVT, IT, or an old one (hulp van derden, erkenning van 65 procent)."""
    allowance = any_of(person.has_ivt.paid_or_opens, person.has_it.paid_or_opens, person.has_old_federal_allowance.yes)
    return all_of(person.age(on) >= adult_age, allowance)


def gets_igo(person: Person, on: date, older_age: Number) -> Truth:
    """Inkomensgarantie voor ouderen, or the old gewaarborgd inkomen."""
    return all_of(person.age(on) >= older_age, person.has_igo.paid_or_opens)


def gets_care_budget_for_older_people(person: Person, on: date, older_age: Number) -> Truth:
    """Zorgbudget voor ouderen met een zorgnood."""
    return all_of(person.age(on) >= older_age, person.has_zorgbudget_ouderen.paid_or_opens)


def child_recognised_with_care_need(child: Person, on: date, until_age: Number, points: Number) -> Truth:
    """A child with so many points in pillar 1 (medical), as the decision on its care supplement says."""
    return all_of(child.age(on) < until_age, child.has_zorgtoeslag.recognised, child.child_points_pillar1 >= points)


def has_increased_reimbursement(person: Person) -> Truth:
    """Verhoogde tegemoetkoming, of one's own or as a dependant at the health fund of a housemate who has it."""
    through = person.housemates.any(lambda holder: all_of(person.health_fund_dependant_of(holder), holder.has_vt.yes_or_opens))
    return any_of(person.has_vt.yes_or_opens, through)


def has_energy_status(person: Person, energy: Law, on: date) -> Truth:
    """The statuses of the social tariff for energy, which the social internet offer takes over. `energy` are the figures of that tariff.

    Categories 1 (OCMW), 2A (FOD, persons with a disability), 2B (zorgkas), 2C (child) and 3 (pension service).
    """
    other_aid = (person.age(on) >= energy.adult_age) & person.has_other_refunded_ocmw_aid.yes
    return any_of(
        gets_leefloon_or_equivalent(person, on, energy.adult_age),
        other_aid,
        gets_disability_allowance(person, on, energy.adult_age),
        gets_care_budget_for_older_people(person, on, energy.older_age),
        child_recognised_with_care_need(person, on, energy.care_supplement_until_age, energy.child_points),
        gets_igo(person, on, energy.older_age),
    )
