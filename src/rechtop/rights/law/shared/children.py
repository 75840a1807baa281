"""Children in the Flemish rights: who gives right to the Groeipakket, who raises a child, and the family income of those rights.

The de facto family (feitelijk gezin) of a child is its parents or carer here, and the partner of that parent or carer. Brothers, sisters
and grandparents are never part of it. EUR cents; the figures come from the amounts of groeipakket_basisbedrag and
groeipakket_sociale_toeslag.
"""

from __future__ import annotations

from datetime import date, timedelta

from rechtop.rights.language import Dwelling, Group, Law, Number, Person, Truth, all_of, any_of, months_between, no, when
from rechtop.rights.law.shared.family import OWN_CHILDREN, PARTNERS
from rechtop.rights.law.shared.property import used_share

NEW_SCHEME = date(2019, 1, 1)
"""Children born from this day have the new amounts (Groeipakketdecreet art. 228)."""

AWARD_FROM_SEPTEMBER = date(2022, 9, 1)
"""From this day the award year of the social allowance begins on 1 September; before, on 1 October."""

SCHOOL_YEAR_STARTS = 9
"""The month in which the school year starts."""

HIGHER_EDUCATION_STARTS = 10
"""The month after which the right of a student runs on no more: 1 October."""

INCOME_YEARS_BACK = 2
"""The family income is that of the calendar year two years before the award year or school year begins."""

SUMMER_STARTS = 6
"""From June on, leaving school is leaving for the summer."""

TWO_PARENTS = 2
"""A child with two living parents is no orphan."""

PARENTAL = ("child", "foster_child")
"""What a child is to a parent or foster parent."""

NOT_NEAR_KIN = ("ex_partner", "cousin", "other_relative", "friend_or_housemate", "host", "lodger")
"""Not kin up to the third degree: with such a housemate somebody can form a de facto family."""

FOSTER_CARE = ("foster_short_term", "foster_long_term")
"""Placements in a foster family."""

OLD_RANKS = ("low", "middle", "high")
"""The ranks frozen on 31 December 2018, named by their amount (art. 210, § 2)."""

STAYS_THAT_DO_NOT_COUNT = ("student_stay", "au_pair_or_volunteer_stay", "short_stay_visa", "applicant_for_protection", "none")
"""Residence rights that open no child benefit (art. 8, § 1)."""

OTHER_PROPERTY = ("other_home", "other_building", "building_plot", "other_land")
"""Property that is neither the home nor used for the own profession (vreemd gebruik)."""

PROFESSIONAL_PROPERTY = ("building_for_own_profession", "land_for_own_profession")
"""Property used for the own profession."""

SCHOOL = (
    "nursery", "primary", "secondary_full_time", "secondary_third_stage_third_year", "special_secondary", "learning_and_working",
    "apprentice", "basic_nursing",
)  # fmt: skip
"""School or training that is no higher education and is full enough by itself."""

LEFT_SCHOOL = ("stopped_and_looking_for_work", "none")
"""No school any more."""


# Dates


def school_year_of(on: date) -> date:
    """The first day of the school year of a day: 1 September."""
    return date(on.year if on.month >= SCHOOL_YEAR_STARTS else on.year - 1, SCHOOL_YEAR_STARTS, 1)


def award_year_of(on: date) -> date:
    """The first day of the award year of the social allowance: 1 September, until 2022 1 October."""
    month = SCHOOL_YEAR_STARTS if on >= AWARD_FROM_SEPTEMBER else SCHOOL_YEAR_STARTS + 1
    return date(on.year if on.month >= month else on.year - 1, month, 1)


def income_year_of(start: date) -> int:
    """The income year of an award year or school year that begins on a day."""
    return start.year - INCOME_YEARS_BACK


def month_end(on: date) -> date:
    """The last day of the month: an event counts from the first day of its month (art. 5, § 1)."""
    return (on.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def not_older_than(person: Person, years: Number, on: date) -> Truth:
    """Under an age, up to the end of the month of that birthday (art. 8, § 2)."""
    return person.birth_date.plus(years=years).first_of_next_month() > on


# Whether a child gives right to the Groeipakket (art. 8)


def registered_in_flanders(person: Person, base: Law) -> Truth:
    """Registered in a municipality of the Dutch-language region."""
    return person.domicile_municipality.begins_with(base.flemish_arrondissements)


def may_stay(child: Person) -> Truth:
    """Belgian, or allowed to stay; a stay for study, au pair or a visit is not enough."""
    return any_of(child.nationality == "belgian", no(child.residence_right.is_one_of(*STAYS_THAT_DO_NOT_COUNT)))


def has_support_need(child: Person, base: Law) -> Truth:
    """A recognised specific support need (art. 16)."""
    points = base.support_points
    return any_of(
        child.has_zorgtoeslag.yes, child.child_points_pillar1 >= points.at("pillar_1"), child.child_points_total >= points.at("total")
    )


def is_unconditional(child: Person, on: date, base: Law) -> Truth:
    """Under 18, or under 21 with a support need: study and work do not matter (art. 8, § 2, 1° en 2°)."""
    age = base.age_limit
    return any_of(
        not_older_than(child, age.at("always"), on),
        all_of(not_older_than(child, age.at("support_need"), on), has_support_need(child, base)),
    )


def is_school_leaver(child: Person, on: date, base: Law) -> Truth:
    """Left school, within the months that the right runs on; being registered as a job seeker is not asked.

    They begin in the month after leaving; after a summer on 1 September, after a summer out of higher education on 1 October; and not
    before the unconditional right has ended.
    """
    age, term = base.age_limit, base.school_leaver_months
    left = child.education_now.since
    from_higher = child.education_now.before(left) == "higher_education"
    start, last = date(on.year, SCHOOL_YEAR_STARTS, 1), date(on.year - 1, SCHOOL_YEAR_STARTS, 1)
    summer = left >= date(last.year, SUMMER_STARTS, 1)
    ends = left.first_of_next_month().plus(months=term)
    ends = when(all_of(summer, left < last), start, otherwise=ends)
    ends = when(
        all_of(summer, left < last.replace(month=HIGHER_EDUCATION_STARTS), from_higher),
        start.replace(month=HIGHER_EDUCATION_STARTS),
        otherwise=ends,
    )
    after_eighteen = child.birth_date.plus(years=age.at("always")).first_of_next_month().plus(months=term)
    after_support = child.birth_date.plus(years=age.at("support_need")).first_of_next_month().plus(months=term)
    return all_of(
        child.education_now.is_one_of(*LEFT_SCHOOL),
        any_of(ends > on, after_eighteen > on, all_of(after_support > on, has_support_need(child, base))),
    )


def studies(child: Person, on: date, base: Law) -> Truth:
    """Pupil, student or trainee with enough hours or credits (BVR rechtgevend kind)."""
    year = school_year_of(on).year
    return any_of(
        child.education_now.is_one_of(*SCHOOL),
        all_of(child.education_now == "higher_education", child.student_credits_year(year) >= base.credits_year),
        all_of(child.education_now == "adult_or_evening", child.class_hours_week >= base.class_hours_week),
    )


def of_an_age_with_right(child: Person, on: date, base: Law) -> Truth:
    """Under 18; under 21 with a support need; under 25 as pupil, student, trainee or school leaver (art. 8, § 2)."""
    young = not_older_than(child, base.age_limit.at("studying"), on)
    return any_of(is_unconditional(child, on, base), all_of(young, any_of(studies(child, on, base), is_school_leaver(child, on, base))))


def works_few_hours(child: Person, on: date, base: Law) -> Truth:
    """No more hours under an ordinary contract than a student or school leaver may work in a month."""
    return any_of(is_unconditional(child, on, base), child.ordinary_work_hours_month <= base.ordinary_hours_month)


def is_no_main_self_employed(child: Person, on: date, base: Law) -> Truth:
    """Not self-employed in a main occupation."""
    return any_of(is_unconditional(child, on, base), child.main_activity != "self_employed_main")


def has_no_benefit_as_school_leaver(child: Person, on: date, base: Law) -> Truth:
    """A school leaver has no benefit of his own; leefloon is none."""
    leaver = all_of(no(is_unconditional(child, on, base)), is_school_leaver(child, on, base))
    return any_of(no(leaver), no(any_of(child.has_unemployment_benefit.yes, child.has_sickness_benefit.yes)))


def gives_right(child: Person, on: date, base: Law) -> Truth:
    """Everything that the basic amount asks of the child."""
    return all_of(
        registered_in_flanders(child, base),
        may_stay(child),
        of_an_age_with_right(child, on, base),
        works_few_hours(child, on, base),
        is_no_main_self_employed(child, on, base),
        has_no_benefit_as_school_leaver(child, on, base),
    )


def counts_as_child(child: Person, on: date, base: Law) -> Truth:
    """Counted among the entitled children of a family: under 18, or with child benefit up to 25."""
    age = base.age_limit
    return any_of(
        not_older_than(child, age.at("always"), on), all_of(not_older_than(child, age.at("studying"), on), child.has_groeipakket.yes)
    )


# Old and new amounts


def has_old_amount(child: Person) -> Truth:
    """Keeps the old basic amount of the rank frozen on 31 December 2018 (art. 210)."""
    return all_of(child.birth_date < NEW_SCHEME, child.child_old_rank.is_one_of(*OLD_RANKS))


def has_old_orphan_benefit(child: Person) -> Truth:
    """A parent died before 2019 and the surviving parent forms no couple: the raised orphan benefit stays (art. 214).

    Its letter names no rank. Two living parents who were told of settle it without asking.
    """
    died_before = all_of(child.deceased_parents >= 1, child.deceased_parents.on(date(NEW_SCHEME.year - 1, 12, 31)) >= 1)
    couple = child.household.members.any(lambda parent: all_of(is_parent(parent, child), lives_as_couple(parent)))
    return all_of(child.birth_date < NEW_SCHEME, child.child_old_rank == "none", no(has_two_living_parents(child)), died_before, no(couple))


# Who raises the child


def is_parent(person: Person, child: Person) -> Truth:
    """A parent or foster parent of the child."""
    return all_of(person.is_not(child), person.kinship(child).is_one_of(*PARENTAL))


def has_parent_here(child: Person) -> Truth:
    """Whether a parent or foster parent lives in the household."""
    return child.household.members.any(lambda person: is_parent(person, child))


def raises_here(person: Person, child: Person) -> Truth:
    """The parent here; without one, whoever gets the child benefit (a grandparent, the young adult himself)."""
    return any_of(is_parent(person, child), all_of(no(has_parent_here(child)), person.gets_child_benefit_for(child)))


def is_couple(person: Person, other: Person) -> Truth:
    """A couple, or people who run one household and are no kin up to the third degree (feitelijk gezin)."""
    joint = all_of(
        person.kinship(other).is_one_of(*NOT_NEAR_KIN),
        person.sharing(other) == "household_shared",
        no(person.can_show_no_joint_household(other)),
    )
    return all_of(person.is_not(other), any_of(person.kinship(other).is_one_of(*PARTNERS), joint))


def lives_as_couple(person: Person) -> Truth:
    """Forms a de facto family with somebody in the same home."""
    return person.housemates.any(lambda other: is_couple(person, other))


def in_family_of(person: Person, child: Person) -> Truth:
    """One of the one or two adults whose income counts for the child."""
    partner = child.household.members.any(lambda carer: all_of(is_couple(carer, person), raises_here(carer, child)))
    return any_of(raises_here(person, child), all_of(person.is_not(child), partner))


def family_adults(child: Person) -> Group[Person]:
    """The parents or carer of the child here, and a partner."""
    return child.household.members.where(lambda person: in_family_of(person, child))


def is_single_parent_family(child: Person) -> Truth:
    """One adult in the family of the child."""
    return family_adults(child).count() <= 1


def nights_here(child: Person) -> Number:
    """Nights out of fourteen that the child sleeps at the parent here."""
    return child.household.members.where(lambda person: raises_here(person, child)).highest(lambda parent: parent.nights_per_14_days(child))


def lives_here_whole_time(child: Person) -> Truth:
    """No second home with another parent; a placement does not count as one."""
    return child.lives_here.is_one_of("always", "temporarily_away")


def belongs_to_family_of(other: Person, child: Person) -> Truth:
    """A child that the adults of this family raise: brother, sister, step-sibling or foster child here."""
    raised = family_adults(child).any(
        lambda adult: all_of(
            adult.is_not(other), any_of(adult.kinship(other).is_one_of(*OWN_CHILDREN), adult.gets_child_benefit_for(other))
        )
    )
    return any_of(other.is_same(child), raised)


def is_placed(child: Person) -> Truth:
    """Placed in an institution, through or at the cost of a public authority (art. 68). A child that is always here is not."""
    return all_of(child.lives_here != "always", child.child_placement.is_one_of("institution", "disabled_care_full_time"))


def is_foster_child_here(child: Person) -> Truth:
    """A foster child of somebody in the household; whoever is an own child here is not asked."""
    foster = child.household.members.any(lambda person: all_of(person.is_not(child), person.kinship(child) == "foster_child"))
    return all_of(foster, child.child_placement.is_one_of(*FOSTER_CARE))


def has_two_living_parents(child: Person) -> Truth:
    """Two parents of the child were told of: it is no orphan, and nobody has to be asked."""
    parents = child.household.persons.count(lambda other: all_of(other.is_not(child), child.kinship(other) == "parent"))
    return parents >= TWO_PARENTS


# Family income (gezinsinkomen)


def income_of_year(person: Person, year: int, law: Law) -> Number:
    """What one adult earned in an income year: gross taxable, before work costs; a self-employed income divided by its share."""
    maintenance = person.tax_maintenance_received(year) * law.maintenance_share
    return (
        person.tax_wage_before_costs(year)
        + person.tax_self_employed_net(year) / law.self_employed_share
        + replacement_income(person, year)
        + person.tax_pension_income(year)
        + maintenance
        + person.foreign_exempt_income_year(year)
    )


def leefloon_of_year(person: Person, year: int) -> Number:
    """Leefloon and equivalent leefloon received in a calendar year."""
    return person.has_leefloon.in_year(year) + person.has_equivalent_leefloon.in_year(year)


def replacement_income(person: Person, year: int) -> Number:
    """Unemployment, sickness and other replacement income without pensions; leefloon, equivalent leefloon and IVT."""
    return person.tax_replacement_income(year) + leefloon_of_year(person, year) + person.has_ivt.in_year(year)


def income_now_year(person: Person, law: Law) -> Number:
    """What one adult earns now, counted over a year: the taxable wage with holiday pay and bonus, and all benefits (alarm procedure)."""
    pension = when(person.has_pension.yes, person.pension_gross_month, otherwise=0)
    benefits = (
        person.benefits_gross_month + pension + person.has_leefloon.amount + person.has_equivalent_leefloon.amount + person.has_ivt.amount
    )
    return (
        person.wage_taxable_month * law.wage_months_year
        + benefits * 12
        + person.self_employed_net_year / law.self_employed_share
        + maintenance_from_ex_month(person) * law.maintenance_share * 12
    )


def maintenance_from_ex_month(person: Person) -> Number:
    """Maintenance for oneself from a spouse or ex-partner who lives elsewhere; that for the children is none of it."""
    payers = person.others.where(
        lambda payer: all_of(no(payer.lives_here_now), person.kinship(payer).is_one_of("spouse", "legal_cohabitant", "ex_partner"))
    )
    return payers.total(lambda payer: payer.maintenance_paid_month(person))


def indexed_cadastral_income(person: Person, kinds: tuple[str, ...], year: int, law: Law) -> Number:
    """Own part of the indexed cadastral income of property of these kinds; the coefficient is that of the income year (art. 518 WIB 92)."""
    coefficient = law.on(date(year, 12, 31)).cadastral_index

    def of(estate: Dwelling) -> Number:
        return when(estate.property_kind.is_one_of(*kinds), estate.cadastral_income * used_share(person, estate) * coefficient, otherwise=0)

    return person.properties.total(of)


def cadastral_income(adults: Group[Person], kinds: tuple[str, ...], year: int, law: Law) -> Number:
    """The indexed cadastral income of these adults together."""
    return adults.total(lambda adult: indexed_cadastral_income(adult, kinds, year, law))


def counted_cadastral_income(adults: Group[Person], year: int, law: Law) -> Number:
    """Three times the cadastral income of other property and once that of professional property."""
    other, own = cadastral_income(adults, OTHER_PROPERTY, year, law), cadastral_income(adults, PROFESSIONAL_PROPERTY, year, law)
    return other * law.cadastral_factor_other + own


def family_income_of_year(adults: Group[Person], year: int, law: Law) -> Number:
    """Gezinsinkomen of an income year: what the one or two adults earned, with their property."""
    return adults.total(lambda adult: income_of_year(adult, year, law)) + counted_cadastral_income(adults, year, law)


def family_income_now(adults: Group[Person], year: int, law: Law) -> Number:
    """The same from what the adults earn now (alarm procedure)."""
    return adults.total(lambda adult: income_now_year(adult, law)) + counted_cadastral_income(adults, year, law)


def lives_of_benefits(adults: Group[Person], income: Number, year: int, law: Law) -> Truth:
    """At least the share of the income that the law names is maintenance for oneself, replacement income, IVT or a survivor's pension.

    The kind of a pension is not told; that of a widow or widower is taken for a survivor's pension.
    """

    def of(adult: Person) -> Number:
        survivor = when(adult.marital_status == "widowed", adult.tax_pension_income(year), otherwise=0)
        return replacement_income(adult, year) + adult.tax_maintenance_received(year) * law.maintenance_share + survivor

    return adults.total(of) >= income * law.replacement_share


def passes_cadastral_test(adults: Group[Person], income: Number, year: int, law: Law) -> Truth:
    """KI-test: other property may not be large beside the rest of the income. Not done up to a floor, nor with leefloon or benefits."""
    other, own = cadastral_income(adults, OTHER_PROPERTY, year, law), cadastral_income(adults, PROFESSIONAL_PROPERTY, year, law)
    thrice = other * law.cadastral_factor_other
    return any_of(
        other <= law.cadastral_test_floor,
        adults.any(lambda adult: leefloon_of_year(adult, year) > 0),
        lives_of_benefits(adults, income, year, law),
        thrice <= (income - thrice - own) * law.cadastral_test_share,
    )


def fell_long_enough_ago(person: Person, on: date, law: Law) -> Truth:
    """The income changed and the months that the alarm procedure asks for have passed."""
    return months_between(person.income_changed_on, on) >= law.alarm_months
