"""The legal pension age, which several laws follow, and what comes off a pension. The figures stand with the IGO."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Law, Number, Person, Truth, at_most, choose
from rechtop.rights.law.shared.family import lives_elsewhere

MAINTENANCE_CREDITORS = ("ex_partner", "spouse", "child")
"""To whom a judge can make a pensioner pay maintenance that comes off the pension."""


def legal_pension_age(person: Person, igo: Law) -> Number:
    """Years. It goes by the year of birth: whoever reached an older limit in time keeps it when the age rises."""
    born = person.birth_date.year()
    limit = choose(
        ("born_before_first_limit", born < igo.birth_year_first_limit),
        ("born_before_second_limit", born < igo.birth_year_second_limit),
        otherwise="later",
    )
    return igo.legal_pension_age.at(limit)


def has_pension_age(person: Person, on: date, igo: Law) -> Truth:
    """Has reached the legal pension age on a day."""
    return person.age(on) >= legal_pension_age(person, igo)


def maintenance_owed_month(pensioner: Person) -> Number:
    """Maintenance really paid to an ex-partner, spouse or child who lives elsewhere, as far as a title demands it (EUR cents a month)."""
    kin = pensioner.others.where(lambda other: lives_elsewhere(other) & pensioner.kinship(other).is_one_of(*MAINTENANCE_CREDITORS))
    return kin.total(lambda other: at_most(pensioner.maintenance_paid_month(other), pensioner.maintenance_in_title_month(other)))
