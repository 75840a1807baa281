"""Schooltoeslag: a yearly allowance for pupils in nursery, primary and secondary school whose family has a limited income."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import (
    Choice,
    Group,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    at_least,
    at_most,
    choose,
    no,
    not_below_zero,
    right,
    to_the_cent,
    when,
)
from rechtop.rights.law.shared.children import (
    SCHOOL,
    belongs_to_family_of,
    family_income_of_year,
    in_family_of,
    income_year_of,
    is_couple,
    is_foster_child_here,
    leefloon_of_year,
    lives_here_whole_time,
    may_stay,
    passes_cadastral_test,
    school_year_of,
)
from rechtop.rights.law.shared.family import OWN_CHILDREN

PART_TIME = ("learning_and_working", "apprentice")
NO_AGE_LIMIT = ("nursery", "primary", "special_secondary", "basic_nursing")
PUPILS_AND_STUDENTS = (*SCHOOL, "higher_education")


@right("schooltoeslag", unit="child", since="2020-09-01", law="Groeipakketdecreet 27.04.2018, boek 2, deel 2")
def schooltoeslag(rule: Rule, pupil: Person, law: Law) -> None:
    """Full at or under the minimum income of the family's points, a part up to the maximum, nothing above it."""
    start = school_year_of(rule.on)
    year, figures, gp = income_year_of(start), law.on(start), rule.law_of("groeipakket_sociale_toeslag")
    rule.concerns((pupil.age(rule.on) >= law.shown_from_age) & (pupil.age(rule.on) < law.shown_until_age))
    rule.concerns(pupil.lives_here_now)
    a_year = pupil.child_placement.since.plus(months=law.foster_months) < rule.on
    foster = all_of(is_foster_child_here(pupil), a_year)
    own = is_own_unit(pupil, start, law)

    rule.require(
        pupil.education_now.is_one_of(*SCHOOL),
        says="volgt kleuter-, lager of secundair onderwijs of verpleegkunde",
        article="24",
        key="at_school",
    )
    rule.require(pupil.school_dutch_recognised, says="gaat naar een door Vlaanderen erkende school", article="24", key="recognised_school")
    last_day = date(start.year + 1, start.month - 1, 31)
    rule.require(
        pupil.age(last_day) <= law.age_limit_secondary,
        says="is niet te oud voor het secundair onderwijs",
        article="35",
        key="age",
        unless=pupil.education_now.is_one_of(*NO_AGE_LIMIT),
    )
    rule.require(may_stay(pupil), says="is Belg of mag hier verblijven", article="24; BVR 17.05.2019, 2", key="may_stay", unless=foster)
    rule.require(
        no(pupil.unexcused_absences_two_years),
        says="was niet twee schooljaren na elkaar te veel afwezig",
        article="28-33",
        key="attendance",
    )
    rule.require(pupil.domicile_kind == "this_home", says="is bij dit gezin ingeschreven", article="38", key="registered_here", unless=own)

    unit = pupil.household.members.where(lambda person: earns_for(person, pupil, own))
    points = rule.step("punten van het gezin", points_of(rule, pupil, own, start, law), article="42", key="points")
    income = rule.step(
        "gezinsinkomen van het inkomensjaar", family_income_of_year(unit, year, gp), article="39; BVR 17.05.2019", key="family_income"
    )
    most = rule.step("maximumgrens voor die punten", figures.income_maximum.nth(points), article="43", key="income_maximum")
    least = rule.step("minimumgrens voor die punten", figures.income_minimum.nth(points), article="43", key="income_minimum")
    rule.require(
        income <= most,
        says="heeft een gezinsinkomen tot en met de maximumgrens",
        article="39; 40",
        key="income_under_maximum",
        unless=foster,
    )
    rule.require(
        passes_cadastral_test(unit, income, year, gp),
        says="heeft naast de woning niet te veel onroerend bezit (KI-test)",
        article="BVR 17.05.2019",
        key="cadastral_test",
        unless=foster | lives_single(pupil, start, law),
    )

    kind = kind_of_grant(pupil, own)
    full = rule.step("volledige toeslag", figures.full_grant.at(kind), article="47; 48", key="full_grant")
    part = full * ((most - income) / (most - least))
    sliding = at_least(figures.minimum_grant.at(kind), at_most(full, part))
    exceptional = all_of(income <= most * law.exceptional_income_share, lives_of_one_benefit(unit, income, year, law, gp))
    by_income = when(foster | (income <= least), full, otherwise=sliding)
    raised = when(exceptional & no(foster), at_least(full, figures.exceptional_grant.at(kind)), otherwise=by_income)
    rule.pays(to_the_cent(when(pupil.education_now == "nursery", figures.nursery_grant, otherwise=raised)), per="year", article="46-48")

    rule.warn(
        "is het inkomen sindsdien gedaald, vraag dan om met het vermoedelijke inkomen van dit jaar te rekenen",
        no(foster) & no(income <= least) & unit.any(lambda adult: adult.income_changed_on > date(year, 12, 31)),
        article="BVR 17.05.2019",
        key="ask_presumed_income",
    )
    rule.warn(
        "wie in de loop van het jaar van richting verandert, krijgt het hoogste bedrag van de gevolgde richtingen",
        pupil.education_now.since > start,
        article="45",
        key="change_of_course",
    )


def is_married(pupil: Person) -> Truth:
    """Married or in legal cohabitation."""
    return pupil.marital_status.is_one_of("married", "legally_cohabiting")


def lives_single(pupil: Person, start: date, law: Law) -> Truth:
    """Alleenstaande leerling: of age, on his own with an income of his own, neither married nor self-supporting."""
    alone = all_of(pupil.student_housing == "on_own", pupil.has_own_income)
    return all_of(pupil.age(start) >= law.adult_age, no(is_married(pupil)), no(pupil.lived_on_own_income_12_months), alone)


def is_own_unit(pupil: Person, start: date, law: Law) -> Truth:
    """A pupil of age who is married, self-supporting or single: his own income counts, and that of a partner (art. 38, § 1, 3°-5°)."""
    of_age = pupil.age(start) >= law.adult_age
    return any_of(all_of(of_age, any_of(is_married(pupil), pupil.lived_on_own_income_12_months)), lives_single(pupil, start, law))


def earns_for(person: Person, pupil: Person, own: Truth) -> Truth:
    """Whose income counts: the parents or carer here and a partner; of an own unit the pupil and his partner."""
    in_own_unit = any_of(person.is_same(pupil), is_couple(pupil, person))
    return any_of(all_of(own, in_own_unit), all_of(no(own), in_family_of(person, pupil)))


def points_of(rule: Rule, pupil: Person, own: Truth, start: date, law: Law) -> Number:
    """The family in points (art. 42): a starting point, dependants and pupils, every student but one, and people with a disability."""
    everybody = pupil.household.members
    weighs = everybody.where(lambda person: weighs_in(person, pupil, own, start, law))
    in_unit = everybody.where(lambda person: earns_for(person, pupil, own) | weighs_in(person, pupil, own, start, law))
    dependants = rule.step(
        "personen ten laste, leerlingen en studenten", weighs.count(), article="42, § 1, 1° en 2°", key="points_dependants"
    )
    students = in_unit.count(lambda person: person.education_now == "higher_education")
    disabled = rule.step(
        "personen met een handicap",
        in_unit.count(lambda person: is_disabled(person, start, law)),
        article="42, § 1, 3° en § 2",
        key="points_disabled",
    )
    extra_students = rule.step(
        "studenten hoger onderwijs, op één na", not_below_zero(students - 1), article="42, § 3", key="points_students"
    )
    first = when(all_of(own, no(is_married(pupil))), (dependants >= 1).as_number(), otherwise=1)
    return first + dependants + extra_students + disabled


def weighs_in(person: Person, pupil: Person, own: Truth, start: date, law: Law) -> Truth:
    """A minor of the family, a pupil or student of the family who is no unit of his own, or a dependant for tax; registered here."""
    registered = any_of(lives_here_whole_time(person), person.domicile_kind == "this_home")
    of_family = any_of(
        belongs_to_family_of(person, pupil), all_of(own, person.is_not(pupil), pupil.kinship(person).is_one_of(*OWN_CHILDREN))
    )
    studies = all_of(person.education_now.is_one_of(*PUPILS_AND_STUDENTS), no(is_own_unit(person, start, law)))
    young = any_of(person.age(start) < law.adult_age, studies)
    dependant = pupil.household.members.any(lambda adult: all_of(earns_for(adult, pupil, own), person.tax_dependant_of(adult, start.year)))
    return all_of(no(earns_for(person, pupil, own)), registered, any_of(all_of(of_family, young), dependant))


def is_disabled(person: Person, start: date, law: Law) -> Truth:
    """Disabled for tax: of a child four points in pillar 1; of an adult 66 percent, nine points or a third of the earning capacity."""
    needed = law.disability
    child = all_of(no(person.has_zorgtoeslag.state == "never"), person.child_points_pillar1 >= needed.at("points_pillar_1"))
    adult = any_of(
        person.permanent_invalidity_percent >= needed.at("percent"),
        person.self_reliance_points_fod >= needed.at("points_fod"),
        person.earning_capacity_one_third == "recognised",
    )
    of_age = person.age(start) >= law.adult_age
    return any_of(all_of(no(of_age), child), all_of(of_age, adult))


def kind_of_grant(pupil: Person, own: Truth) -> Choice:
    """The row of the table, in the order of the decree."""
    course = pupil.education_now
    boards = pupil.student_housing == "boarding_school"
    nursing, third_year = course == "basic_nursing", course == "secondary_third_stage_third_year"
    return choose(
        ("primary", course.is_one_of("nursery", "primary")),
        ("learning_and_working", course.is_one_of(*PART_TIME)),
        ("nursing_boarding", nursing & boards),
        ("nursing_external", nursing),
        ("own_unit", own),
        ("third_year_boarding", third_year & boards),
        ("third_year_external", third_year),
        ("full_time_boarding", boards),
        otherwise="full_time_external",
    )


def lives_of_one_benefit(unit: Group[Person], income: Number, year: int, law: Law, gp: Law) -> Truth:
    """The income comes for the larger part from one kind: replacement income, maintenance, leefloon or IVT."""
    enough = income * law.exceptional_source_share
    return all_of(
        income > 0,
        any_of(
            unit.total(lambda adult: adult.tax_replacement_income(year)) >= enough,
            unit.total(lambda adult: adult.tax_maintenance_received(year) * gp.maintenance_share) >= enough,
            unit.total(lambda adult: leefloon_of_year(adult, year)) >= enough,
            unit.total(lambda adult: adult.has_ivt.in_year(year)) >= enough,
        ),
    )
