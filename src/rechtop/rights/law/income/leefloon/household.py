"""Category and cohabitants for leefloon: RMI-wet article 14, KB of 11 July 2002 article 34."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import (
    Choice,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    choose,
    no,
    not_below_zero,
    when,
)
from rechtop.rights.law.income.leefloon.means import ExemptWage, means_year, nothing_exempt
from rechtop.rights.law.shared.family import (
    FIRST_DEGREE,
    has_partner_here,
    is_adult,
    is_partner,
    is_unmarried_minor,
    owes_maintenance,
    partners_here,
    raises,
    shares_household,
)
from rechtop.rights.law.shared.income import child_benefit_received_by
from rechtop.rights.law.shared.residence import sleeps_rough

NEW_ARTICLE_34 = date(2026, 3, 1)
"""KB of 7 January 2026: for applications from this day; an older file follows at its next review."""


def is_equated_minor(person: Person, law: Law, on: date) -> Truth:
    """Art. 7: a minor who is married, pregnant, or has a child at charge."""
    married = person.marital_status.is_one_of("married", "divorced", "widowed", "separated_from_bed_and_board")
    pregnant = person.expected_birth_date >= on
    return (person.age(on) < law.adult_age) & any_of(married, pregnant, has_own_child(person, law, on))


def has_own_child(person: Person, law: Law, on: date) -> Truth:
    """A young child of one's own that lives in."""
    return person.housemates.any(lambda child: (child.age(on) < law.equated_from_age) & (person.kinship(child) == "child"))


def has_minor_at_charge(person: Person, law: Law, on: date) -> Truth:
    """An unmarried minor child, at the person's or the couple's charge, lives in: also for a regular part of the time."""

    def at_charge(child: Person) -> Truth:
        raised = any_of(raises(person, child), partners_here(person).any(lambda partner: raises(partner, child)))
        return is_unmarried_minor(child, on, law.adult_age, law.equated_from_age) & raised

    return person.housemates.any(at_charge)


def lives_with_others(person: Person, law: Law, on: date) -> Truth:
    """Shares a household with at least one other adult; the kind of tie does not matter."""
    return person.housemates.any(lambda other: is_adult(other, on, law.adult_age) & shares_household(person, other))


def category_of(person: Person, law: Law, on: date) -> Choice:
    """1 living together, 2 alone (also whoever sleeps rough, with a project), 3 with a family at one's charge (art. 14, § 1).

    Whoever stays with a private person follows what is shared there; a stay for a short time is a warning, for the inquiry to judge.
    """
    together = any_of(has_partner_here(person), all_of(lives_with_others(person, law, on), no(sleeps_rough(person))))
    return choose(("3", has_minor_at_charge(person, law, on)), ("1", together), otherwise="2")


def partner_gets_leefloon(person: Person) -> Truth:
    """The partner who lives in gets a leefloon already."""
    return partners_here(person).any(lambda partner: partner.has_leefloon.state == "yes")


def partner_means(person: Person, law: Law, category: Choice, on: date, exempt_month: ExemptWage, exempt_art: ExemptWage) -> Number:
    """Art. 34, § 1: all means of the partner in category 3; otherwise the part above category 1, unless he claims a leefloon himself."""

    def counted(partner: Person) -> Number:
        means = means_year(partner, law, category, on, exempt_month, exempt_art)
        claims_too = partner.has_leefloon.state.is_one_of("yes", "asked")
        above = when(claims_too, 0, otherwise=not_below_zero(means - law.amount_year.at("1")))
        return when(category == "3", means, otherwise=above)

    return partners_here(person).total(counted)


def debtor_means(debtor: Person, law: Law, category: Choice, on: date) -> Number:
    """Means of a relative: as those of an applicant, but no work exemption, and his own leefloon counts."""
    return means_year(debtor, law, category, on, nothing_exempt, nothing_exempt) + 12 * debtor.has_leefloon.amount


def is_debtor_here(person: Person, other: Person, law: Law, on: date) -> Truth:
    """An adult who lives together with the person and owes maintenance (art. 34, § 2 since 1 March 2026)."""
    return all_of(
        is_adult(other, on, law.adult_age), no(is_partner(person, other)), owes_maintenance(person, other), shares_household(person, other)
    )


def relatives_means(person: Person, law: Law, category: Choice, on: date) -> Number:
    """Art. 34, § 2 since 1 March 2026: the means of all debtors together, less the amount of category 1 for each of them.

    The excess is divided over the applicants who have it in common: brothers and sisters who get or asked a leefloon in this household.
    """
    debtors = person.housemates.where(lambda other: is_debtor_here(person, other, law, on))
    excess = debtors.total(lambda debtor: debtor_means(debtor, law, category, on)) - debtors.count() * law.amount_year.at("1")
    also_apply = person.housemates.count(
        lambda other: all_of(
            person.kinship(other) == "sibling",
            is_adult(other, on, law.adult_age),
            shares_household(person, other),
            other.has_leefloon.state.is_one_of("yes", "asked"),
        )
    )
    return not_below_zero(excess) / (1 + also_apply)


def relatives_child_benefit(person: Person, law: Law, on: date) -> Number:
    """Art. 34, § 2 since 1 March 2026: the child benefit that such a relative gets for the applicant, supplements left out.

    Not at all when the applicant has the supplement for a recognised need of support.
    """
    debtors = person.housemates.where(lambda other: is_debtor_here(person, other, law, on))
    received = debtors.total(lambda debtor: child_benefit_received_by(debtor, person, on, law.child_benefit_age))
    return 12 * when(person.age(on) < law.child_benefit_age, when(person.has_zorgtoeslag.yes, 0, otherwise=received), otherwise=0)


def relatives_means_before_2026(person: Person, law: Law, category: Choice, on: date) -> Number:
    """Art. 34, § 2 until 28 February 2026: parents and adult children; the OCMW may count the part above category 1, in whole or in part.

    Whether it does stands in the decision (`relatives_counted`); as long as that is not known, both are possible.
    """
    relatives = person.housemates.where(
        lambda other: all_of(
            is_adult(other, on, law.adult_age), person.kinship(other).is_one_of(*FIRST_DEGREE), shares_household(person, other)
        )
    )
    excess = relatives.total(lambda other: means_year(other, law, category, on, nothing_exempt, nothing_exempt))
    above = not_below_zero(excess - relatives.count() * law.amount_year.at("1"))
    return when(person.has_leefloon.relatives_counted, above, otherwise=0)


def keeps_old_article_34(person: Person) -> Truth:
    """A leefloon from before 1 March 2026 keeps the old rule until its next review (KB of 7 January 2026)."""
    status = person.has_leefloon
    return all_of(status.yes, status.since < NEW_ARTICLE_34, status.reviewed_on < NEW_ARTICLE_34)


def warn_about_the_household(rule: Rule, person: Person, law: Law, category: Choice) -> None:
    """What the social inquiry must look at before the category is sure."""
    on = rule.on
    part_time = person.housemates.any(
        lambda child: all_of(
            raises(person, child),
            child.age(on) < law.adult_age,
            child.lives_here == "part_of_the_time",
            person.nights_per_14_days(child) < law.equal_residence_nights,
        )
    )
    rule.warn(
        "wie dakloos is en hier maar tijdelijk inwoont, krijgt met een project (GPMI) het bedrag van een alleenstaande",
        all_of(person.sleeping_place == "with_friends_or_family", category == "1", no(has_partner_here(person))),
        article="14, § 1, 2° en § 3",
        key="temporary_stay",
    )
    rule.warn(
        "een dakloze krijgt het bedrag van een alleenstaande als er een project (GPMI) komt",
        all_of(sleeps_rough(person), category == "2"),
        article="14, § 1, 2°",
        key="homeless_project",
    )
    rule.warn(
        "het bedrag met gezin ten laste is er één keer voor het koppel; ook de partner moet aan de voorwaarden voldoen",
        (category == "3") & partners_here(person).any(),
        article="14, § 1, 3°",
        key="couple",
    )
    rule.warn(
        "een kind dat minder dan de helft bij u is, maakt u niet altijd gezin ten laste",
        (category == "3") & part_time,
        article="14, § 1, 3°",
        key="child_less_than_half",
    )
    rule.warn(
        "er wonen nog andere volwassenen in: het OCMW kijkt of het kind echt te uwen laste is",
        (category == "3")
        & person.housemates.any(
            lambda other: all_of(is_adult(other, on, law.adult_age), no(is_partner(person, other)), shares_household(person, other))
        ),
        article="14, § 1, 3°",
        key="other_adults",
    )


def relatives_of_two_degrees(person: Person, law: Law, on: date) -> Truth:
    """Debtors of the first degree and further ones live in together: practice may take them one degree after the other."""
    debtors = person.housemates.where(lambda other: is_debtor_here(person, other, law, on))
    near = debtors.any(lambda debtor: person.kinship(debtor).is_one_of(*FIRST_DEGREE))
    further = debtors.any(lambda debtor: no(person.kinship(debtor).is_one_of(*FIRST_DEGREE)))
    return near & further
