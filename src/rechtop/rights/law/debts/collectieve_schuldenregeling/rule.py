"""Collectieve schuldenregeling: the labour court settles all debts of a person together (Gerechtelijk Wetboek art. 1675/2 to 1675/27)."""

from __future__ import annotations

from rechtop.rights.language import Law, Number, Person, Rule, Truth, all_of, any_of, hangs_while, no, right, to_the_cent
from rechtop.rights.law.income.leefloon.household import category_of
from rechtop.rights.law.shared.income import child_benefit_received_by


@right("collectieve_schuldenregeling", unit="person", since="2024-01-01", law="Gerechtelijk Wetboek art. 1675/2-1675/27", grants="has_csr")
def collectieve_schuldenregeling(rule: Rule, person: Person, law: Law) -> None:
    """Who may ask it, and, for whoever has it, the money to live on below which nobody may go."""
    debts = person.household.debts_beyond_means
    rule.concerns(all_of(person.age(rule.on) >= law.adult_age, any_of(person.has_csr.yes, debts)))

    rule.require(debts, unless=person.has_csr.yes, says="kan de schulden blijvend niet betalen", article="1675/2", key="lasting_debts")
    rule.require(person.lives_in_belgium, says="leeft in België", article="1675/2", key="lives_in_belgium")
    rule.require(no(is_in_business(person)), says="is geen ondernemer", article="1675/2", key="no_business")
    recently = no(is_in_business(person)) & was_in_business(person, rule, law)
    rule.require(
        hangs_while(recently, no(recently)),
        says="is al zes maanden gestopt als zelfstandige, of het eigen faillissement is gesloten",
        article="1675/2",
        key="business_stopped",
    )
    rule.require(
        no(revoked_not_long_ago(person, rule, law)),
        says="de laatste vijf jaar is geen regeling herroepen",
        article="1675/2; 1675/15",
        key="not_revoked",
    )
    rule.gives("status", article="1675/6 en 1675/7")

    least = rule.step("leefgeld is altijd hoger dan", least_to_live_on(person, rule, law), article="1675/9, § 4; 1675/12", key="least")
    rule.warn(
        "het leefgeld ligt niet boven het leefloon met de kinderbijslag erbij: vraag de bemiddelaar of de rechter om herziening",
        all_of(person.has_csr.yes, person.has_csr.leefgeld_month <= least),
        article="1675/9, § 4",
        key="too_little",
    )
    rule.warn(
        "geen nieuwe schulden maken en alles melden: anders kan de rechter de regeling herroepen",
        person.has_csr.yes,
        article="1675/15",
        key="no_new_debts",
    )
    rule.judged("de rechter kijkt of iemand zijn onvermogen niet kennelijk zelf bewerkte", article="1675/2", key="good_faith")
    rule.judged(
        "probeer eerst schuldbemiddeling bij OCMW of CAW: niet verplicht, wel lichter", article="decreet 24.07.1996", key="amicable_first"
    )


def is_in_business(person: Person) -> Truth:
    """Self-employed, as main or side activity; nearly every self-employed person is an undertaking since 2018 (WER art. I.1)."""
    return any_of(person.main_activity == "self_employed_main", person.self_employed_net_year > 0)


def was_in_business(person: Person, rule: Rule, law: Law) -> Truth:
    """Self-employed until less than so many months ago: what somebody does now began since, and a business came just before it."""
    now = person.main_activity
    return all_of(now.since.plus(months=law.business_months.whole()) > rule.on, now.before(now.since) == "self_employed_main")


def revoked_not_long_ago(person: Person, rule: Rule, law: Law) -> Truth:
    """An earlier settlement that the court revoked within the term; a settlement that ended long ago cannot be."""
    barred = person.has_csr.revoked_on.plus(years=law.ban_years.whole()) > rule.on
    ended_lately = person.has_csr.since.plus(years=law.ban_years.whole()) > rule.on
    return all_of(person.has_csr.state == "stopped", ended_lately, barred)


def least_to_live_on(person: Person, rule: Rule, law: Law) -> Number:
    """The leefloon of the category and the child benefit one gets, per month (EUR cents): also with a written consent not less."""
    leefloon = rule.law_of("leefloon")
    benefit = person.others.total(lambda child: child_benefit_received_by(person, child, rule.on, law.child_benefit_age))
    return to_the_cent(leefloon.amount_year.at(category_of(person, leefloon, rule.on)) / 12) + benefit
