"""Real estate and savings, as the means tests read them: the part that is somebody's own. EUR cents."""

from __future__ import annotations

from rechtop.rights.language import Dwelling, Event, Number, Person, Truth, number, when

BUILT = ("home_lived_in", "other_home", "other_building", "building_for_own_profession")
"""Kinds of built property (bebouwd onroerend goed)."""

LAND = ("building_plot", "other_land", "land_for_own_profession")
"""Kinds of unbuilt property (onbebouwd onroerend goed)."""

PERCENT = 100


def is_built(estate: Dwelling) -> Truth:
    """A house, flat, garage or other building."""
    return estate.property_kind.is_one_of(*BUILT)


def is_land(estate: Dwelling) -> Truth:
    """A plot or other land."""
    return estate.property_kind.is_one_of(*LAND)


def has_the_use(person: Person, estate: Dwelling) -> Truth:
    """Full owner or usufructuary; bare ownership gives no income."""
    return person.ownership_right(estate).is_one_of("full_ownership", "usufruct")


def used_share(person: Person, estate: Dwelling) -> Number:
    """The fraction of a property that somebody owns or has in usufruct (0 to 1); 0 for bare ownership."""
    return when(has_the_use(person, estate), person.ownership_share_percent(estate) / PERCENT, otherwise=0)


def is_let(estate: Dwelling) -> Truth:
    """Let to somebody else. The home one lives in is not asked about."""
    return (estate.property_kind != "home_lived_in") & (estate.rent_received_year > 0)


def share_of_joint_account(person: Person) -> Number:
    """The part of a shared account that is one's own: one over the number of holders."""
    return number(1) / person.joint_account_holders


def disposed_part(event: Event, usufruct_share: Number) -> Number:
    """Value of what somebody sold or gave away: market value times the own share; usufruct at its share, bare ownership at the rest."""
    whole = event.disposal_value * event.disposal_share_percent / PERCENT
    bare = when(event.disposal_right == "bare_ownership", whole * (1 - usufruct_share), otherwise=whole)
    return when(event.disposal_right == "usufruct", whole * usufruct_share, otherwise=bare)
