"""Leefloon voor studenten: what differs for a full-time student (RMI-wet art. 11, § 2, a; KB 11.07.2002 art. 21 and 35, § 2).

The amount is that of leefloon, where the wage of the student is already counted; here stand the study project and the duties around it.
"""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, Truth, all_of, any_of, no, not_below_zero, right
from rechtop.rights.law.shared.family import lives_elsewhere
from rechtop.rights.law.shared.income import net_wage_month


@right("leefloon_student", unit="person", since="2022-01-01", law="RMI-wet 26.05.2002; wet 2.04.1965; KB 11.07.2002")
def leefloon_student(rule: Rule, person: Person, law: Law) -> None:
    """Studies as a reason of equity not to be free for work, in exchange for a project that the OCMW and the student sign."""
    on, leefloon = rule.on, rule.law_of("leefloon")
    rule.concerns(all_of(person.age(on) >= leefloon.adult_age, person.main_activity == "student_or_pupil"))

    began_young = any_of(person.age(on) < leefloon.student_age, person.age(person.main_activity.since) < leefloon.student_age)
    rule.require(began_young, says="begon of hervatte de studie voor zijn 25 jaar", article="11, § 2, a", key="began_young")
    rule.require(
        person.full_time_study, says="studeert voltijds in een school die de Gemeenschap erkent", article="11, § 2, a", key="full_time"
    )
    rule.require(
        person.has_leefloon.yes_or_opens,
        says="heeft recht op leefloon, met de studie als reden van billijkheid",
        article="3",
        key="leefloon",
    )
    rule.gives("status", article="11, § 2, a")

    wage = rule.step("nettoloon uit studentenwerk per maand", net_wage_month(person), article="KB 35, § 2", key="wage")
    exempt = rule.step("daarvan telt niet mee", leefloon.spi_month, article="KB 35, § 2", key="exempt")
    rule.step("telt mee bij de middelen", not_below_zero(wage - exempt), article="KB 35, § 2", key="counted")

    rule.judged("het OCMW aanvaardt de studie als ze de kans op werk groter maakt", article="3, 5°; 11, § 2, a", key="equity")
    rule.judged(
        "een verplicht project (GPMI) voor de hele studie: lessen volgen, examens doen, resultaten tonen",
        article="11, § 2; KB 21",
        key="project",
    )
    rule.judged(
        "werken in de vakantie zover dat met de studie kan, behalve om gezondheid of billijkheid", article="KB 21", key="holiday_work"
    )
    warn_about_duties(rule, person, law)


def warn_about_duties(rule: Rule, person: Person, law: Law) -> None:
    """What the OCMW asks first of a student: the parents, the child benefit, the study grant; and what it weighs."""
    rule.warn(
        "de ouders kunnen helpen: het OCMW mag eerst naar hen verwijzen zolang de opleiding loopt",
        person.parents_can_support == "yes",
        article="4; oud BW 203; omzendbrief 3.08.2004",
        key="parents_first",
    )
    rule.warn(
        "breuk met de ouders: het OCMW hoort beide kanten, bemiddelt, en weegt of terugkeren menswaardig is",
        person.parents_can_support == "broken_relation",
        article="4; omzendbrief 3.08.2004",
        key="broken_relation",
    )
    rule.warn(
        "vraag eerst de studietoelage aan: ze telt niet mee als inkomen, ook niet voor een deel",
        person.has_study_grant.state == "never",
        article="3, 6°; KB 22, § 1; KB 21",
        key="ask_study_grant",
    )
    rule.warn(
        "iemand die elders woont krijgt de kinderbijslag: vraag dat ze naar de student gaat",
        child_benefit_goes_elsewhere(person, rule, law),
        article="3, 6°; KB 21",
        key="child_benefit",
    )
    rule.warn(
        "niet of deels geslaagd: het OCMW kijkt naar de redenen voor het de studie blijft aanvaarden",
        person.study_progress.is_one_of("failed", "partly_passed"),
        article="11, § 2; KB 21",
        key="progress",
    )
    rule.warn(
        "heeft al een diploma waarmee werk te vinden is: leg uit wat deze studie toevoegt",
        person.has_job_diploma,
        article="3, 5°; omzendbrief 3.08.2004",
        key="has_diploma",
    )
    rule.warn(
        "op kot maar in het weekend bij de ouders: de feiten zeggen of dat samenwonen is",
        person.student_housing == "room_but_home_at_weekends",
        article="14, § 1, 1°",
        key="room_and_parents",
    )


def child_benefit_goes_elsewhere(person: Person, rule: Rule, law: Law) -> Truth:
    """Somebody who lives elsewhere gets the child benefit for the student; money that is not passed on does not feed him."""
    elsewhere = person.others.any(lambda other: all_of(lives_elsewhere(other), other.gets_child_benefit_for(person)))
    return all_of(person.age(rule.on) < law.child_benefit_age, no(person.gets_child_benefit_for(person)), elsewhere)
