"""Verzekering gewaarborgd wonen: a free insurance that pays part of the home loan after loss of income (BVCW, boek 5)."""

from __future__ import annotations

from rechtop.rights.language import (
    Dwelling,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    at_most,
    hangs_while,
    months_between,
    no,
    not_below_zero,
    right,
    to_the_cent,
    when,
    whole_down,
)
from rechtop.rights.law.shared.renovating import owns_another_home, owns_the_home

LAW = "Besluit Vlaamse Codex Wonen van 2021, boek 5 (verzekering gewaarborgd wonen)"
ENTRY, CLAIM = "VGW, toetreding", "VGW, tegemoetkoming"
"""The besluit was not read: parts of it, not articles."""

WORKING = ("employee", "civil_servant", "self_employed_main")


@right("verzekering_gewaarborgd_wonen", unit="person", since="2024-01-01", law=LAW)
def verzekering_gewaarborgd_wonen(rule: Rule, person: Person, law: Law) -> None:
    """Two moments: asking for the insurance within a year of the loan, and calling on it when the income falls away."""
    on, home = rule.on, person.household.home
    insured = person.has_vgw_policy.yes
    in_time = home.mortgage_first_draw_date.plus(months=law.application_months) >= on
    rule.concerns(
        all_of(
            person.age(on) >= rule.law_of("huursubsidie").adult_age,
            home.tenure == "owner_occupied",
            home.mortgage_payment_month > 0,
            any_of(insured, in_time),
        )
    )

    rule.require(owns_the_home(person, rule), says="is eigenaar van de woning en woont er", article=ENTRY, key="owner_lives_here")
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=ENTRY, key="in_flanders",
    )  # fmt: skip
    rule.require(
        in_time, unless=insured,
        says="kreeg het eerste geld van de lening hoogstens een jaar geleden, of heeft de verzekering al", article=ENTRY, key="in_time",
    )  # fmt: skip
    rule.require(
        no(home.mortgage_purpose.is_one_of("refinance", "land_only")), unless=insured,
        says="leent om te kopen, te bouwen of te verbouwen", article=ENTRY, key="purpose",
    )  # fmt: skip
    rule.require(
        home.mortgage_amount >= law.least_loan.at(home.mortgage_purpose), unless=insured,
        says="leent genoeg", article=ENTRY, key="loan_large_enough",
    )  # fmt: skip
    rule.require(not_too_dear(home, law), unless=insured, says="de woning is niet te duur", article=ENTRY, key="value")
    rule.require(no(owns_another_home(person)), unless=insured, says="heeft geen andere woning", article=ENTRY, key="only_home")
    working = all_of(person.main_activity.is_one_of(*WORKING), person.main_activity.since.plus(months=law.work_months) <= on)
    rule.require(
        working, unless=insured, says="werkt al twaalf maanden zonder onderbreking", article=ENTRY, key="works_twelve_months"
    )  # fmt: skip
    rule.require(
        all_of(lost_income(person, rule, law), person.has_vgw_policy.since.plus(years=law.cover_years) > on), unless=no(insured),
        says="verloor het inkomen minstens drie maanden geleden, terwijl de verzekering loopt", article=CLAIM, key="lost_income",
    )  # fmt: skip

    year = whole_down(not_below_zero(months_without_income(person, rule) - law.waiting_months) / 12)
    share = to_the_cent(home.mortgage_payment_month * law.share_by_year.nth(year))
    rule.step(
        "hoogstens per maand aan de bank, bij dit inkomensverlies",
        when(insured, at_most(share, law.highest_amount), otherwise=law.highest_amount), article=CLAIM, key="highest_help",
    )  # fmt: skip
    rule.warn(
        "er is een verzekering en het inkomen viel weg: vraag de tegemoetkoming nu bij de verzekeraar van de polis",
        all_of(insured, any_of(is_ill(person), person.has_unemployment_benefit.yes)), article=CLAIM, key="claim_now",
    )  # fmt: skip
    rule.judged("de tegemoetkoming is nooit hoger dan het echte inkomensverlies", article=CLAIM, key="real_loss")
    rule.judged("tijdelijke werkloosheid telt niet; ook gedwongen stoppen als zelfstandige kan tellen", article=CLAIM, key="which_loss")
    rule.gives("service", article=ENTRY)


def not_too_dear(home: Dwelling, law: Law) -> Truth:
    """The value under its ceiling; around Brussels, between the two ceilings, it is not known which one holds."""
    near = all_of(home.dwelling_municipality.begins_with(law.around_brussels), home.dwelling_value <= law.highest_value_around_brussels)
    return hangs_while(near, home.dwelling_value <= law.highest_value)


def is_ill(person: Person) -> Truth:
    """Gets a benefit for illness or invalidity."""
    return person.has_sickness_benefit.yes


def months_without_income(person: Person, rule: Rule) -> Number:
    """Full months since the illness or the unemployment began."""
    ill, jobless = months_between(person.incapacity_since, rule.on), months_between(person.has_unemployment_benefit.since, rule.on)
    return when(is_ill(person), ill, otherwise=when(person.has_unemployment_benefit.yes, jobless, otherwise=0))


def lost_income(person: Person, rule: Rule, law: Law) -> Truth:
    """Ill or unemployed, past the waiting time and not yet through all months of help."""
    months = months_without_income(person, rule)
    return all_of(
        any_of(is_ill(person), person.has_unemployment_benefit.yes),
        months >= law.waiting_months,
        months < law.waiting_months + law.benefit_months,
    )
