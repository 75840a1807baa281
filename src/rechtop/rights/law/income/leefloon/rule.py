"""Leefloon: the right to social integration by a living wage (RMI-wet of 26 May 2002; KB of 11 July 2002)."""

from __future__ import annotations

from collections.abc import Callable

from rechtop.rights.language import Choice, Law, Number, Person, Rule, Truth, all_of, any_of, no, not_below_zero, right, to_the_cent, when
from rechtop.rights.law.income.leefloon.household import (
    category_of,
    has_own_child,
    is_equated_minor,
    keeps_old_article_34,
    partner_gets_leefloon,
    partner_means,
    relatives_child_benefit,
    relatives_means,
    relatives_means_before_2026,
    relatives_of_two_degrees,
    warn_about_the_household,
)
from rechtop.rights.law.income.leefloon.means import own_means
from rechtop.rights.law.shared.residence import in_group_of_rmi, is_not_detained, may_stay

LAW = "RMI-wet 26.05.2002"

WorkExempt = Callable[[Person, Law], Number]
"""Which part of a month's wage is not counted."""

Relatives = Callable[[Rule, Person, Law, Choice], Number]
"""What counts of relatives who live in (article 34, § 2)."""


@right("leefloon", unit="person", since="2026-03-01", law=LAW, grants="has_leefloon")
def leefloon(rule: Rule, person: Person, law: Law) -> None:
    """Minimum income of last resort; since 1 March 2026 the means of every cohabiting maintenance debtor count."""
    conditions(rule, person, law)
    amount(rule, person, law, debtors_who_live_in, work_exempt_since_2024, student_has_one_exemption)


@right("leefloon", unit="person", since="2024-01-01", law=LAW, grants="has_leefloon")
def leefloon_2024(rule: Rule, person: Person, law: Law) -> None:
    """From 1 January 2024: a higher work exemption for three months in a shortage occupation."""
    conditions(rule, person, law)
    amount(rule, person, law, parents_and_children_if_the_ocmw_chooses, work_exempt_since_2024, student_has_one_exemption)


@right("leefloon", unit="person", since="2022-01-01", law=LAW, grants="has_leefloon")
def leefloon_2022(rule: Rule, person: Person, law: Law) -> None:
    """From 1 January 2022: one work exemption for all students, with or without a grant."""
    conditions(rule, person, law)
    amount(rule, person, law, parents_and_children_if_the_ocmw_chooses, work_exempt, student_has_one_exemption)


@right("leefloon", unit="person", since="2017-01-01", law=LAW, grants="has_leefloon")
def leefloon_2017(rule: Rule, person: Person, law: Law) -> None:
    """From 2017 (subsidiary protection counts since December 2016): a student with a grant has a small work exemption only."""
    conditions(rule, person, law)
    amount(rule, person, law, parents_and_children_if_the_ocmw_chooses, work_exempt, student_exemption_by_grant)


def conditions(rule: Rule, person: Person, law: Law) -> None:
    """Article 3: the six conditions, and what stays with the OCMW."""
    on = rule.on
    adult = person.age(on) >= law.adult_age
    equated = is_equated_minor(person, law, on)
    without_parents = person.housemates.none(lambda other: person.kinship(other) == "parent")
    young = (person.age(on) >= law.equated_from_age) & any_of(has_own_child(person, law, on), without_parents)
    rule.concerns(person.lives_here_now & any_of(adult, young))

    rule.require(person.lives_in_belgium, says="woont gewoonlijk in België", article="3, 1°; KB 2", key="lives_in_belgium")
    rule.require(may_stay(person), says="mag in België verblijven", article="3, 1°; KB 2", key="lawful_stay")
    rule.require(adult, unless=equated, says="is meerderjarig of daarmee gelijkgesteld", article="3, 2°; 7", key="adult_or_equated")
    rule.require(
        in_group_of_rmi(person, on, law.eu_months),
        says="is Belg, EU-burger met verblijfsrecht, vluchteling, beschermd, staatloos of ingeschreven in het bevolkingsregister",
        article="3, 3°",
        key="nationality_or_register",
    )
    rule.require(
        any_of(person.ready_to_work != "no", person.able_to_work == "not_now_for_health", person.age(on) >= law.pension_age),
        says="is bereid te werken, of gezondheid, leeftijd of billijkheid laat dat nu niet toe",
        article="3, 5°",
        key="ready_to_work",
    )
    rule.require(
        is_not_detained(person),
        says="zit niet in de gevangenis of in een instelling na een vonnis",
        article="KB 38 en 39",
        key="not_detained",
    )

    rule.judged("vraagt eerst de uitkeringen waarop elders recht is", article="3, 6°", key="claims_elsewhere")
    rule.judged(
        "zorg, studies of een andere drempel kan een reden van billijkheid zijn om nu niet te werken", article="3, 5°", key="equity_work"
    )
    rule.judged(
        "het OCMW kan vragen om onderhoudsgeld te eisen van partner, ex-partner, ouders of kinderen", article="4", key="asks_maintenance"
    )
    rule.judged("het OCMW sluit een project op maat (GPMI)", article="11 en 13", key="project")
    rule.claim_first("inkomensgarantie_voor_ouderen", (person.age(on) >= law.pension_age) & no(person.has_igo.recognised))
    rule.claim_first(
        "inkomensvervangende_tegemoetkoming",
        all_of(
            person.age(on) >= law.adult_age,
            person.age(on) < law.pension_age,
            person.able_to_work == "not_now_for_health",
            no(person.has_ivt.recognised),
        ),
    )


def amount(rule: Rule, person: Person, law: Law, relatives: Relatives, exempt: WorkExempt, student: WorkExempt) -> None:
    """Articles 14 and 16: the yearly amount of the category less the means that count, a twelfth of it each month."""
    on = rule.on
    category = category_of(person, law, on)

    def exempt_month(worker: Person) -> Number:
        return when(
            is_student(worker, law, rule),
            student(worker, law),
            otherwise=when(may_keep_part_of_wage(person, worker, law), exempt(worker, law), 0),
        )

    def exempt_art(worker: Person) -> Number:
        return when(any_of(is_student(worker, law, rule), may_keep_part_of_wage(person, worker, law)), law.spi_artistic_year, otherwise=0)

    full = rule.step("leefloon van de categorie", law.amount_year.at(category), article="14, § 1", key="category_amount")
    own = own_means(rule, person, law, category, exempt_month, exempt_art)
    partner = rule.step(
        "middelen van de partner", partner_means(person, law, category, on, exempt_month, exempt_art), article="KB 34, § 1", key="partner"
    )
    means = rule.step("alle middelen samen", own + partner + relatives(rule, person, law, category), article="16", key="means")
    exemption = law.general_exemption_year.at(category)
    counted = rule.step(
        "middelen die tellen, na de algemene vrijstelling",
        when(means < full, not_below_zero(means - exemption), otherwise=means),
        article="KB 22, § 2",
        key="counted",
    )
    rule.require(
        no(all_of(category == "3", partner_gets_leefloon(person))),
        says="de partner krijgt het bedrag voor het gezin nog niet",
        article="14, § 1, 3°",
        key="one_amount_for_the_couple",
    )
    rule.require(means < full, says="heeft minder middelen dan het leefloon", article="3, 4°", key="insufficient_means")
    year = rule.step("leefloon per jaar", to_the_cent(not_below_zero(full - counted)), article="14, § 2", key="year")
    rule.pays(to_the_cent(year / 12), per="month", article="14, § 2")
    warnings(rule, person, law, category)


def debtors_who_live_in(rule: Rule, person: Person, law: Law, category: Choice) -> Number:
    """Since 1 March 2026: all adults who live in and owe maintenance, and the child benefit they get for the applicant."""
    on = rule.on
    old_file = keeps_old_article_34(person)
    before, since = relatives_means_before_2026(person, law, category, on), relatives_means(person, law, category, on)
    alone = category == "2"
    rule.judged("het OCMW mag om redenen van billijkheid afwijken voor onderhoudsplichtigen", article="KB 34, § 2", key="equity_relatives")
    rule.warn(
        "onderhoudsplichtigen van verschillende graad wonen in: kijk in de omzendbrief naar hun volgorde",
        relatives_of_two_degrees(person, law, on),
        article="KB 34, § 2",
        key="relatives_of_two_degrees",
    )
    means = rule.step(
        "samenwonende onderhoudsplichtigen boven het bedrag van een samenwonende",
        when(alone, 0, otherwise=when(old_file, before, otherwise=since)),
        article="KB 34, § 2",
        key="relatives",
    )
    benefit = rule.step(
        "kinderbijslag die zij voor u krijgen",
        when(alone | old_file, 0, otherwise=relatives_child_benefit(person, law, on)),
        article="KB 34, § 2",
        key="relatives_child_benefit",
    )
    return means + benefit


def parents_and_children_if_the_ocmw_chooses(rule: Rule, person: Person, law: Law, category: Choice) -> Number:
    """Until 28 February 2026 the OCMW chose whether the means of parents and adult children counted."""
    rule.judged(
        "het OCMW mag het inkomen van inwonende ouders en volwassen kinderen geheel, deels of niet meetellen",
        article="KB 34, § 2",
        key="relatives_optional",
    )
    return rule.step(
        "inwonende ouders of kinderen boven het bedrag van een samenwonende",
        when(category == "2", 0, otherwise=relatives_means_before_2026(person, law, category, rule.on)),
        article="KB 34, § 2",
        key="relatives",
    )


def warnings(rule: Rule, person: Person, law: Law, category: Choice) -> None:
    """What the worker must know before going on."""
    warn_about_the_household(rule, person, law, category)
    rule.warn(
        "een lang verblijf in het buitenland: voor de dagen boven de grens wordt niet betaald, tenzij het OCMW anders beslist",
        person.days_abroad_this_year > law.abroad_days,
        article="23, § 5",
        key="abroad",
    )
    rule.warn(
        "loopt er nog een aanvraag voor een uitkering, dan is het leefloon een voorschot",
        any_of(
            person.has_unemployment_benefit.state == "asked",
            person.has_sickness_benefit.state == "asked",
            person.has_ivt.state == "asked",
            person.has_igo.state == "asked",
            person.has_pension.state == "asked",
        ),
        article="3, 6°; 26",
        key="advance_on_benefit",
    )
    rule.warn(
        "leefloon vragen kan het verblijfsrecht van een EU-burger raken: bespreek dat eerst",
        person.residence_right.is_one_of("eu_citizen", "eu_family_member"),
        article="3, 3°",
        key="eu_stay_at_risk",
    )


def is_student(person: Person, law: Law, rule: Rule) -> Truth:
    """Art. 11, § 2, a: full-time study begun before the age limit, with a project."""
    began_young = any_of(person.age(rule.on) < law.student_age, person.age(person.main_activity.since) < law.student_age)
    return all_of(person.main_activity == "student_or_pupil", person.full_time_study, began_young)


def may_keep_part_of_wage(applicant: Person, worker: Person, law: Law) -> Truth:
    """Art. 35, § 1: began to work while leefloon was paid, with months of exemption left. For a training the start does not matter."""
    began_meanwhile = (applicant.has_leefloon.state == "yes") & (worker.main_activity.since >= applicant.has_leefloon.since)
    months_used: Number = applicant.has_leefloon.spi_months_used
    return all_of(any_of(worker.main_activity == "in_training", began_meanwhile), months_used < law.spi_months)


def work_exempt(worker: Person, law: Law) -> Number:
    """Art. 35, § 1: the same amount for everybody."""
    return law.spi_month


def work_exempt_since_2024(worker: Person, law: Law) -> Number:
    """Art. 35, § 1: a higher amount for three months, once, in a shortage occupation with an attest."""
    in_shortage = worker.job_in_shortage_list & no(worker.has_leefloon.spi_shortage_used)
    return when(in_shortage, law.spi_shortage_month, otherwise=law.spi_month)


def student_has_one_exemption(worker: Person, law: Law) -> Number:
    """Art. 35, § 2 since 2022."""
    return law.spi_month


def student_exemption_by_grant(worker: Person, law: Law) -> Number:
    """Art. 35, § 2 until 2021: less for a student with a grant."""
    return when(worker.has_study_grant.yes, law.spi_student_with_grant_month, otherwise=law.spi_month)
