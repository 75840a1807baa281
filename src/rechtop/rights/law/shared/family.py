"""Who is family, and who lives as one household: words that several laws share. Each law still decides whose means it counts."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Group, Number, Person, Truth, all_of, any_of, no

PARTNERS = ("spouse", "legal_cohabitant", "partner_without_papers")
"""A couple, married or not (feitelijk gezin)."""

LEGAL_PARTNERS = ("spouse", "legal_cohabitant")
"""A couple with papers: marriage or legal cohabitation (oud BW art. 1475)."""

OWN_CHILDREN = ("child", "stepchild", "foster_child")
"""A child that somebody raises: an own child, the partner's, or a foster child."""

FIRST_DEGREE = ("child", "parent")
"""Blood relatives (or by adoption) of the first degree in the direct line (oud BW art. 205)."""

DEBTORS_IN_DIRECT_LINE = (
    "child", "grandchild", "great_grandchild", "parent", "grandparent", "great_grandparent", "parent_in_law", "child_in_law",
)  # fmt: skip
"""Who owes maintenance by law: the direct line in all degrees, parents-in-law and children-in-law (oud BW art. 205-207)."""


def is_partner(person: Person, other: Person) -> Truth:
    """Whether two people are a couple, married or not."""
    return person.kinship(other).is_one_of(*PARTNERS)


def is_legal_partner(person: Person, other: Person) -> Truth:
    """Whether two people are married or legally cohabiting."""
    return person.kinship(other).is_one_of(*LEGAL_PARTNERS)


def partners_here(person: Person) -> Group[Person]:
    """The partner who lives in the same home (at most one, but it is a group: there may be none)."""
    return person.housemates.where(lambda other: is_partner(person, other))


def has_partner_here(person: Person) -> Truth:
    """Whether a partner lives in the same home."""
    return partners_here(person).any()


def shares_household(person: Person, other: Person) -> Truth:
    """Living together (samenwonen): under one roof and running the household mainly in common (RMI-wet art. 14, § 1, 1°).

    A couple is taken to do so; of all others it is asked. What the person tells, the social inquiry may find otherwise.
    """
    return any_of(is_partner(person, other), person.sharing(other) == "household_shared")


def is_adult(person: Person, on: date, adult_age: Number) -> Truth:
    """Of full age on a day."""
    return person.age(on) >= adult_age


def is_unmarried_minor(person: Person, on: date, adult_age: Number, marriage_from: Number) -> Truth:
    """Under age and not married (RMI-wet art. 14, § 1, 3°: minderjarig ongehuwd kind). A child too young to marry is not asked."""
    not_married = any_of(person.age(on) < marriage_from, no(person.marital_status.is_one_of("married", "separated_from_bed_and_board")))
    return all_of(person.age(on) < adult_age, not_married)


def raises(person: Person, child: Person) -> Truth:
    """Whether a child is at somebody's charge: an own, step or foster child, or one for whom the person gets the child benefit."""
    return any_of(person.kinship(child).is_one_of(*OWN_CHILDREN), person.gets_child_benefit_for(child))


def children_with_child_benefit(person: Person, on: date, until_age: Number) -> Number:
    """For how many children the person gets child benefit (himself left out)."""
    return person.others.count(lambda child: (child.age(on) < until_age) & person.gets_child_benefit_for(child))


def owes_maintenance(person: Person, other: Person) -> Truth:
    """Whether `other` owes the person maintenance by law: the direct line, in-laws of that line, an ex-partner with a title.

    Not: brothers, sisters, uncles, friends, step-parents and stepchildren (they are kin by marriage of another kind).
    """
    ex_with_title = (person.kinship(other) == "ex_partner") & (other.maintenance_in_title_month(person) > 0)
    return any_of(person.kinship(other).is_one_of(*DEBTORS_IN_DIRECT_LINE), ex_with_title)


def lives_elsewhere(person: Person) -> Truth:
    """Somebody told of who does not live in the household."""
    return no(person.lives_here_now)
