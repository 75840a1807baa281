"""Who counts together for the increased reimbursement: the insured person, the partner, and those at charge (KB 15.01.2014, art. 2).

Parents, adult children and other kin up to the third degree who are insured in their own name form a unit of their own, also at the
same address.
"""

from __future__ import annotations

from datetime import date

from rechtop.rights.facts.kinship import kin_within
from rechtop.rights.language import Group, Number, Person, Truth, all_of, any_of, no
from rechtop.rights.law.shared.family import OWN_CHILDREN, is_partner

KIN_DEGREE = 3
"""Kin by blood or marriage up to this degree are never presumed to be partners."""

CLOSE_KIN_DEGREE = 2
"""Isolated is also who lives with kin up to this degree who are insured in their own name."""

NOT_KIN = ("cousin", "other_relative", "friend_or_housemate", "host", "lodger", "ex_partner")
"""People who may be a partner although nobody said so."""


def same_domicile(person: Person, other: Person) -> Truth:
    """Both registered in the home of this household."""
    return (person.domicile_kind == "this_home") & (other.domicile_kind == "this_home")


def is_couple(person: Person, other: Person, on: date, adult_age: Number) -> Truth:
    """Husband and wife, legal cohabitants, or a factual couple at one address.

    An adult at the same address who is no kin up to the third degree is presumed to be the partner, unless the contrary is shown.
    """
    presumed = all_of(
        person.kinship(other).is_one_of(*NOT_KIN),
        other.age(on) >= adult_age,
        no(person.can_show_no_joint_household(other)),
    )
    return any_of(is_partner(person, other), presumed) & same_domicile(person, other)


def at_charge_of(dependant: Person, holder: Person) -> Truth:
    """At charge of somebody in the health insurance (persoon ten laste)."""
    return (dependant.health_fund_role == "dependent") & dependant.health_fund_dependant_of(holder)


def in_unit(person: Person, other: Person, on: date, adult_age: Number) -> Truth:
    """Whether somebody belongs to the same unit; a person belongs to his own."""
    partner_of_person = is_couple(person, other, on, adult_age)
    at_charge_of_partner = person.housemates.any(lambda partner: is_couple(person, partner, on, adult_age) & at_charge_of(other, partner))
    same_holder = holders(person).any(
        lambda holder: any_of(other.is_same(holder), is_couple(holder, other, on, adult_age), at_charge_of(other, holder))
    )
    return any_of(
        other.is_same(person),
        partner_of_person,
        at_charge_of(other, person),
        at_charge_of_partner,
        all_of(person.health_fund_role == "dependent", same_holder),
    )


def holders(person: Person) -> Group[Person]:
    """The insured person of whom somebody is at charge (at most one)."""
    return person.others.where(lambda holder: person.health_fund_dependant_of(holder))


def size_of_unit(person: Person, on: date, adult_age: Number) -> Number:
    """How many people the unit counts."""
    return person.household.persons.count(lambda other: in_unit(person, other, on, adult_age))


def gives_status_to(person: Person, other: Person, on: date, adult_age: Number) -> Truth:
    """Whose own status also opens the right for this person: himself, his partner, and whoever he is at charge of (with partner)."""
    holder_or_partner = holders(person).any(lambda holder: any_of(other.is_same(holder), is_couple(holder, other, on, adult_age)))
    return any_of(
        other.is_same(person),
        is_couple(person, other, on, adult_age),
        all_of(person.health_fund_role == "dependent", holder_or_partner),
    )


def is_single_parent(person: Person, on: date, adult_age: Number) -> Truth:
    """Lives with children only, of whom one at least is at charge (eenoudergezin, art. 18)."""
    only_children = person.housemates.all(lambda other: is_own_child(person, other))
    one_at_charge = person.housemates.any(
        lambda other: is_own_child(person, other) & any_of(other.age(on) < adult_age, other.health_fund_role == "dependent")
    )
    return only_children & one_at_charge


def is_own_child(person: Person, other: Person) -> Truth:
    """An own, step or foster child."""
    return person.kinship(other).is_one_of(*OWN_CHILDREN)


def is_isolated(person: Person, on: date, adult_age: Number) -> Truth:
    """Insured in own name; alone, with children at charge, or with close kin who are insured in their own name."""

    def leaves_isolated(other: Person) -> Truth:
        child_at_charge = is_own_child(person, other) & any_of(other.age(on) < adult_age, other.health_fund_role == "dependent")
        own_insured_kin = person.kinship(other).is_one_of(*kin_within(CLOSE_KIN_DEGREE)) & (other.health_fund_role == "titular")
        return any_of(child_at_charge, own_insured_kin)

    return (person.health_fund_role == "titular") & person.housemates.all(leaves_isolated)
