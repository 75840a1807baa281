"""Installatiepremie: one month of leefloon to furnish a home for whoever stops being homeless (RMI-wet 14, § 3; OCMW-wet 57bis)."""

from __future__ import annotations

from rechtop.rights.language import Law, Number, Person, Rule, Truth, all_of, any_of, no, right, to_the_cent, when
from rechtop.rights.law.income.leefloon.household import category_of
from rechtop.rights.law.shared.income import maintenance_for_oneself_month, net_benefits_month, net_wage_month, wage_extras_year
from rechtop.rights.law.shared.residence import HOMELESS_PLACES

LEFT_BEHIND = (*HOMELESS_PLACES, "prison_or_psychiatry", "reception_centre")
"""Where somebody without a home of his own stays; leaving prison or psychiatric care counts too (KB 21.09.2004; POD MI)."""

OWN_HOME = ("own_or_rented_home", "care_home", "supervised_independent_living", "student_room")


@right("installatiepremie", unit="person", since="2017-06-01", law="RMI-wet 26.05.2002; KB 21.09.2004", grants="has_installation_premium")
def installatiepremie(rule: Rule, person: Person, law: Law) -> None:
    """Once in a life, when the status of homeless ends in a home that becomes the main residence."""
    leefloon = rule.law_of("leefloon")
    rule.concerns(person.age(rule.on) >= leefloon.equated_from_age)

    moved = person.lives_here.since
    homeless_before = any_of(
        person.sleeping_place.before(moved).is_one_of(*LEFT_BEHIND),
        person.household.left_previous_home_because == "was_homeless",
    )
    in_a_home = all_of(person.lives_here_now, no(person.household.home.tenure == "none"), person.sleeping_place.is_one_of(*OWN_HOME))
    rule.require(in_a_home, says="betrekt een woning als hoofdverblijfplaats", article="14, § 3; KB 2004, 1", key="occupies_a_home")
    rule.require(homeless_before, says="was dakloos tot aan de verhuizing", article="14, § 3; KB 2004, 1", key="was_homeless")
    never_before = no(person.has_installation_premium.state.is_one_of("yes", "recognised_nil", "stopped"))
    rule.require(never_before, says="kreeg nog nooit een installatiepremie", article="14, § 3; OCMW-wet 57bis", key="never_before")

    gets_leefloon = any_of(person.has_leefloon.yes_or_opens, person.has_equivalent_leefloon.yes_or_opens)
    category = leefloon.amount_year.at(category_of(person, leefloon, rule.on))
    margin = rule.step("grens voor het inkomen per maand", law.income_margin * category / 12, article="KB 2004, 1", key="income_limit")
    income = rule.step("netto-inkomen per maand", net_income_month(person, rule), article="KB 2004, 1", key="income")
    rule.require(
        any_of(gets_leefloon, only_replacement_income(person, rule), income < margin),
        says="heeft leefloon, leeft alleen van een uitkering, of heeft een laag inkomen",
        article="14, § 3; KB 2004, 1",
        key="in_a_group",
    )
    rule.pays(
        rule.step("een maand leefloon categorie 3 op de dag van de verhuizing", premium(person, rule), article="14, § 3", key="premium"),
        per="once",
        article="14, § 3; OCMW-wet 57bis",
    )
    rule.judged("of iemand dakloos was en de verhuizing recent is, onderzoekt het OCMW", article="14, § 3; KB 2004, 1", key="inquiry")
    together = person.housemates.any(lambda other: other.sleeping_place.before(other.lives_here.since).is_one_of(*LEFT_BEHIND))
    rule.warn(
        "wie zonder leefloon samen verhuist, krijgt een premie voor het hele gezin; met leefloon is ze voor elk",
        together,
        article="KB 2004, 2",
        key="one_for_the_household",
    )


def premium(person: Person, rule: Rule) -> Number:
    """A twelfth of the leefloon of category 3 in force on the day the home became the main residence (EUR cents)."""
    leefloon = rule.law_of("leefloon")
    days = leefloon.changes("amount_year")
    amount = to_the_cent(leefloon.on(days[0]).amount_year.at(3) / 12)
    for day in days[1:]:
        amount = when(person.lives_here.since >= day, to_the_cent(leefloon.on(day).amount_year.at(3) / 12), otherwise=amount)
    return amount


def net_income_month(person: Person, rule: Rule) -> Number:
    """Everything that comes in, net per month (EUR cents)."""
    leefloon = rule.law_of("leefloon")
    work = net_wage_month(person) + (wage_extras_year(person) + person.self_employed_net_year + person.artistic_income_year) / 12
    benefits = net_benefits_month(person, rule.on, leefloon.pension_age)
    return work + benefits + person.gifts_month + maintenance_for_oneself_month(person)


def only_replacement_income(person: Person, rule: Rule) -> Truth:
    """Lives from a benefit of social security or social assistance alone."""
    leefloon = rule.law_of("leefloon")
    work = net_wage_month(person) + (person.self_employed_net_year + person.artistic_income_year) / 12
    return all_of(net_benefits_month(person, rule.on, leefloon.pension_age) > 0, work <= 0, maintenance_for_oneself_month(person) <= 0)
