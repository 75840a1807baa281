"""Verhoogde belastingvrije som: less income is taxed with a disability of the taxpayer, of a child or of somebody else at charge.

Read for the return of this year, on the income of last year; what was forgotten can be put right for five years (WIB 92 art. 376).
"""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import (
    Group,
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
    when,
)
from rechtop.rights.law.shared.family import OWN_CHILDREN, is_partner

CHILDREN = (*OWN_CHILDREN, "grandchild", "great_grandchild")
"""Descendants, and children whom the taxpayer raises (art. 136, 1° and 4°)."""

ASCENDANTS_AND_SIBLINGS = ("parent", "grandparent", "great_grandparent", "sibling")
"""Ascendants and collateral relatives up to the second degree (art. 136, 2° and 3°)."""


@right("belastingvrije_som_handicap", unit="person", since="2025-01-01", law="WIB 92, 131 tot 145")
def belastingvrije_som_handicap(rule: Rule, person: Person, law: Law) -> None:
    """What a disability adds to the tax-free sum, and the sums for children in which a disabled child counts for two."""
    first = date(rule.on.year, 1, 1)
    sums = law.on(date(rule.on.year - 1, 12, 31))
    at_home = person.housemates.where(lambda other: no(is_partner(person, other)))
    rule.concerns(
        (person.age(rule.on) >= sums.adult_age)
        & any_of(person.long_illness_or_disability, at_home.any(lambda other: other.long_illness_or_disability))
    )

    at_charge = at_home.where(lambda other: other.tax_dependant_of(person, rule.on.year))
    own = is_disabled(person, first, sums)
    rule.require(
        any_of(own, at_charge.any(lambda other: any_of(is_disabled(other, first, sums), needs_care(other, person, first, sums)))),
        says="heeft zelf een erkende handicap, of heeft iemand met een handicap of een zorgbehoevend familielid fiscaal ten laste",
        article="131, 132 en 135", key="disability",
    )  # fmt: skip
    mine = rule.step("toeslag voor de eigen handicap", when(own, sums.disabled_taxpayer, otherwise=0), article="131", key="own")
    children = rule.step("toeslag voor kinderen", for_children(person, at_charge, first, sums), article="132, 1° tot 6°", key="children")
    others = rule.step(
        "toeslag voor andere personen ten laste", for_others(person, at_charge, first, sums), article="132, 7° en 8°", key="others"
    )
    rule.step("samen meer belastingvrij", mine + children + others, article="131 en 132", key="together")

    rule.judged("kinderen in verblijfsco-ouderschap: elke ouder krijgt de helft", article="132bis", key="co_parents")
    rule.judged("de toeslag tot drie jaar gaat niet samen met de aftrek voor kinderopvang", article="132, 6°", key="childcare")
    rule.judged(
        "wie te weinig belasting betaalt, krijgt een deel voor de kinderen terug als belastingkrediet: daarvoor is een aangifte nodig",
        article="134, § 3", key="credit",
    )  # fmt: skip
    rule.judged("vergeten jaren: vraag ambtshalve ontheffing, tot vijf jaar terug", article="376", key="five_years")
    rule.gives("tariff", article="131 tot 135")


def is_disabled(person: Person, first: date, law: Law) -> Truth:
    """Disabled for tax on 1 January of the assessment year (art. 135), found before the age of 65; a child by its points in pillar 1."""
    limit = law.found_before_age

    def found_in_time(found_before: Truth) -> Truth:
        return any_of(person.age(first) < limit, found_before)

    percent, points, capacity = person.permanent_invalidity_percent, person.self_reliance_points_fod, person.earning_capacity_one_third
    invalid = all_of(person.has_sickness_benefit.yes, months_between(person.incapacity_since, first) >= 12)
    grown_up = any_of(
        all_of(percent >= law.disability.at("percent"), found_in_time(person.age(percent.since) < limit)),
        all_of(points >= law.disability.at("points_fod"), found_in_time(person.age(points.since) < limit)),
        all_of(capacity == "recognised", found_in_time(person.age(capacity.since) < limit)),
        all_of(invalid, found_in_time(person.age(person.incapacity_since) < limit)),
    )
    child = all_of(no(person.has_zorgtoeslag.state == "never"), person.child_points_pillar1 >= law.disability.at("points_pillar_1"))
    return any_of(all_of(person.age(first) >= law.adult_age, grown_up), all_of(person.age(first) < law.child_points_until_age, child))


def needs_care(other: Person, person: Person, first: date, law: Law) -> Truth:
    """An ascendant, brother or sister of 66 or more with nine points for self-reliance, at whatever age they were found."""
    family = person.kinship(other).is_one_of(*ASCENDANTS_AND_SIBLINGS)
    return all_of(family, other.age(first) >= law.care_age, other.self_reliance_points_fod >= law.disability.at("points_fod"))


def for_children(person: Person, at_charge: Group[Person], first: date, law: Law) -> Number:
    """The scale by number of children, a disabled child counted for two; more for each child under three."""
    children = at_charge.where(lambda other: person.kinship(other).is_one_of(*CHILDREN))
    counted = children.count() + children.count(lambda child: is_disabled(child, first, law))
    beyond = not_below_zero(counted - (law.children.size() - 1))
    small = children.count(lambda child: child.age(first) < law.small_child_age)
    return law.children.nth(counted) + beyond * law.each_further_child + small * law.small_child


def for_others(person: Person, at_charge: Group[Person], first: date, law: Law) -> Number:
    """A higher sum for a care-dependent relative; the common one for anybody else, twice with a disability."""
    others = at_charge.where(lambda other: no(person.kinship(other).is_one_of(*CHILDREN)))
    cared_for = others.where(lambda other: needs_care(other, person, first, law))
    rest = others.where(lambda other: no(needs_care(other, person, first, law)))
    counted = rest.count() + rest.count(lambda other: is_disabled(other, first, law))
    return cared_for.count() * law.care_relative + counted * law.other_dependant
