"""Nationality and residence right, as the federal social laws group them. A document is asked for only where it decides."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Number, Person, Truth, all_of, any_of, no

HOMELESS_PLACES = ("with_friends_or_family", "shelter", "street", "squat", "campsite_or_weekend_home", "garage_or_caravan")
"""No home of one's own: outdoors, or for a time in a shelter or with a private person (RMI-wet art. 14, § 3)."""

ROUGH_PLACES = HOMELESS_PLACES[1:]
"""The same without the private person: a place where nobody else runs a household."""


DOMICILES = ("this_home", "other_address", "reference_address")
"""Entered in a register of a municipality, also with a reference address."""


def may_stay(person: Person) -> Truth:
    """Lawful stay, short visits included."""
    return any_of(person.nationality == "belgian", person.residence_right != "none")


def is_belgian(person: Person) -> Truth:
    """Has the Belgian nationality."""
    return person.nationality == "belgian"


def is_stateless(person: Person) -> Truth:
    """Stateless, as told or recognised."""
    return any_of(person.nationality == "stateless", person.residence_right == "recognised_stateless")


def is_protected(person: Person) -> Truth:
    """Recognised refugee or holder of subsidiary protection."""
    return person.residence_right.is_one_of("recognised_refugee", "subsidiary_protection")


def in_population_register(person: Person) -> Truth:
    """A foreigner in the population register (usually card B, K or L); the register counts, not the colour of the card."""
    return person.register == "population"


def in_the_register(person: Person) -> Truth:
    """In the population or foreigners register; the waiting register is not enough. A Belgian with an official address is in it."""
    belgian_here = all_of(is_belgian(person), person.domicile_kind.is_one_of(*DOMICILES))
    return any_of(belgian_here, person.register.is_one_of("population", "foreigners"))


def is_eu_citizen_or_family(person: Person) -> Truth:
    """An EU citizen, or a family member who came with or joined one, staying by that right."""
    return person.residence_right.is_one_of("eu_citizen", "eu_family_member")


def eu_stay_longer_than(person: Person, on: date, months: Number) -> Truth:
    """More than so many full months of residence right as EU citizen or family member; at exactly so many not yet.

    Counted from the day of the residence right (the application), which is never later than the registration: an old registration
    settles it too.
    """
    right_is_old = person.residence_right.since.plus(months=months) < on
    registration_is_old = all_of(person.register.is_one_of("foreigners", "population"), person.register.since.plus(months=months) < on)
    return is_eu_citizen_or_family(person) & any_of(right_is_old, registration_is_old)


def in_group_of_rmi(person: Person, on: date, eu_months: Number) -> Truth:
    """The groups of RMI-wet art. 3, 3°: Belgian, EU citizen with a lasting right, population register, stateless, refugee, protected."""
    return any_of(
        is_belgian(person),
        is_stateless(person),
        is_protected(person),
        in_population_register(person),
        eu_stay_longer_than(person, on, eu_months),
    )


def is_homeless(person: Person) -> Truth:
    """Without a home of one's own (RMI-wet art. 14, § 3); whether the means to find one are lacking is for the social inquiry."""
    return person.sleeping_place.is_one_of(*HOMELESS_PLACES)


def sleeps_rough(person: Person) -> Truth:
    """Homeless in a place where nobody else runs a household: outdoors, a shelter, a squat, a campsite, a garage."""
    return person.sleeping_place.is_one_of(*ROUGH_PLACES)


def is_a_visitor(person: Person) -> Truth:
    """Here on a short stay only."""
    return person.residence_right == "short_stay_visa"


def is_detained(person: Person) -> Truth:
    """In prison, or placed by a judge in an institution at public cost. An ankle bracelet as a penalty of its own is not detention."""
    return person.stays_in.is_one_of("prison", "institution_by_court_order")


def is_not_detained(person: Person) -> Truth:
    """Free, or in a place where the right goes on."""
    return no(is_detained(person))
