"""The legal pension age, which several laws follow. The figures stand with the inkomensgarantie voor ouderen."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Law, Number, Person, Truth, choose


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
