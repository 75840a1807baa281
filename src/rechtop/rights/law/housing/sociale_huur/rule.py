"""Sociale huur: a place on the register for a social dwelling, of which the rent follows the income (Vlaamse Codex Wonen, boek 6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rechtop.rights.language import (
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
    hangs_while,
    no,
    right,
    when,
)
from rechtop.rights.law.shared.family import OWN_CHILDREN, is_partner, partners_here
from rechtop.rights.law.shared.renting import (
    RENTED_SOCIALLY,
    has_severe_disability,
    income_now_year,
    income_of_year,
    income_year,
    index_to_today,
    is_child_at_charge,
    owns_home_or_plot,
)
from rechtop.rights.law.shared.residence import in_the_register

LAW = "Vlaamse Codex Wonen van 2021, boek 6; Besluit Vlaamse Codex Wonen van 2021, boek 6"
REGISTER, INCOME, PROPERTY, MEANS = "VCW 6.8", "Besluit 6.13 e.v.", "Besluit 6.12", "VCW 6.8; middelentoets"
"""The besluit was not read: articles by their place, not by sentence."""


@right("sociale_huur", unit="person", since="2024-01-01", law=LAW, grants="has_social_housing_registration")
def sociale_huur(rule: Rule, person: Person, law: Law) -> None:
    """Since 1 January 2024 savings count too. Only the future tenant and the partner are looked at, not the others who move along.

    A couple registers once: it is shown with the elder of the two.
    """
    rent, on, home = rule.law_of("huursubsidie"), rule.on, person.household.home
    leaves_the_parents = person.housemates.any(lambda other: person.kinship(other).is_one_of("parent", "step_parent", "foster_parent"))
    partner_asks = partners_here(person).any(lambda partner: partner.birth_date < person.birth_date)
    rule.concerns(
        all_of(
            person.age(on) >= rent.adult_age,
            no(partner_asks),
            any_of(no(home.tenure == "owner_occupied"), leaves_the_parents),
            any_of(no(all_of(home.tenure == "rented", home.landlord_type.is_one_of(*RENTED_SOCIALLY))), leaves_the_parents),
        )
    )

    rule.require(
        for_both(person, lambda one: one.age(on) >= rent.adult_age),
        says="is meerderjarig, en de partner ook", article=REGISTER, key="of_age",
    )  # fmt: skip
    rule.require(
        for_both(person, in_the_register),
        says="staat in het bevolkings- of vreemdelingenregister, ook met een referentieadres", article=REGISTER, key="in_the_register",
    )  # fmt: skip
    rule.require(
        for_both(person, lambda one: no(owns_home_or_plot(one))), says="heeft geen woning of bouwgrond", article=PROPERTY, key="no_property"
    )

    at_charge = rule.step("personen ten laste", dependants(person, rule, law), article=INCOME, key="dependants")
    ceiling = rule.step("inkomensgrens", ceiling_of(person, rule, at_charge), article=INCOME, key="ceiling")
    income = rule.step(
        "inkomen van u en uw partner, naar dit jaar gebracht",
        of_both(person, lambda one: income_of_year(one, income_year(on))) * index_to_today(on, rent), article=INCOME, key="income",
    )  # fmt: skip
    now = rule.step("het inkomen van nu, over een jaar gerekend", of_both(person, income_now_year), article=INCOME, key="income_now")
    changed = any_of(income <= 0, for_one(person, lambda one: one.income_changed_on > date(income_year(on), 12, 31)))
    debt_help = for_one(person, lambda one: any_of(one.has_csr.yes, one.has_debt_mediation.yes))
    rule.require(
        hangs_while(debt_help, all_of(income > 0, income <= ceiling)),
        unless=all_of(changed, now <= ceiling),
        says="heeft een laag inkomen, op het aanslagbiljet of nu", article=INCOME, key="low_income",
    )  # fmt: skip
    means = rule.step(
        "geld op rekeningen van u en uw partner", of_both(person, lambda one: on_accounts(one, law)), article=MEANS, key="means"
    )
    rule.require(means <= ceiling, says="heeft niet te veel geld op rekeningen", article=MEANS, key="means_below_ceiling")

    rule.warn(
        "met schuldhulp telt wat overblijft na de schulden, ook als het aanslagbiljet te hoog is: vraag het aan de woonmaatschappij",
        debt_help, article=INCOME, key="income_after_debts",
    )  # fmt: skip
    rule.warn(
        "er zijn uitzonderingen voor een eigendom, zoals bij een scheiding of een onbewoonbare woning; meestal met een jaar om te verkopen",
        for_one(person, owns_home_or_plot), article=PROPERTY, key="property_exceptions",
    )  # fmt: skip
    rule.judged(
        "toewijzen volgt plaatselijke regels en de wachttijd; voor dakloosheid kan het OCMW een versnelde toewijzing vragen",
        article="VCW 6.12", key="allocation",
    )  # fmt: skip
    rule.judged("ouders of andere volwassenen die mee verhuizen, tellen pas mee voor de huurprijs", article=INCOME, key="others_move_along")
    rule.gives("service", article=REGISTER)


def for_both(person: Person, test: Callable[[Person], Truth]) -> Truth:
    """Whether something holds for the future tenant and for the partner who moves along."""
    return all_of(test(person), partners_here(person).all(test))


def for_one(person: Person, test: Callable[[Person], Truth]) -> Truth:
    """Whether something holds for the future tenant or for the partner."""
    return any_of(test(person), partners_here(person).any(test))


def of_both(person: Person, amount: Callable[[Person], Number]) -> Number:
    """The sum over the future tenant and the partner."""
    return amount(person) + partners_here(person).total(amount)


def goes_along(person: Person, other: Person) -> Truth:
    """The household that would move: partner and children; not the parents with whom somebody still lives."""
    return any_of(is_partner(person, other), person.kinship(other).is_one_of(*OWN_CHILDREN))


def dependants(person: Person, rule: Rule, law: Law) -> Number:
    """Children at charge, and everybody of the household with a severe disability; a disabled child counts twice."""
    rent, on = rule.law_of("huursubsidie"), rule.on

    def counted(other: Person) -> Number:
        child, disabled = is_child_at_charge(other, on, rent), has_severe_disability(other, on, rent)
        twice = when(all_of(child, disabled), law.disabled_child_counts_once_more, otherwise=0)
        return any_of(child, disabled).as_number() + twice

    others = person.housemates.where(lambda other: goes_along(person, other))
    return has_severe_disability(person, on, rent).as_number() + others.total(counted)


def ceiling_of(person: Person, rule: Rule, at_charge: Number) -> Number:
    """The ceiling of the class; alone with a disability has one of its own, and only in the last class each dependant raises it."""
    rent = rule.law_of("huursubsidie")
    alone = person.housemates.none(lambda other: goes_along(person, other))
    disabled = has_severe_disability(person, rule.on, rent)
    kind = choose(("single_disabled", all_of(alone, disabled)), ("single", alone), otherwise="other")
    return rent.income_ceiling.at(kind) + when(alone, 0, otherwise=at_charge) * rent.income_ceiling_per_dependant


def on_accounts(person: Person, law: Law) -> Number:
    """What stands on payment, savings, term and securities accounts. Of a joint account at least the own part counts."""
    own_part = person.savings_joint / person.joint_account_holders
    joint = at_least(own_part, person.savings_joint * at_most(1, law.joint_account_counted))
    return person.savings_own + when(person.savings_joint > 0, joint, otherwise=0)
