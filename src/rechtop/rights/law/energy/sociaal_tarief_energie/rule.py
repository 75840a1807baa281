"""Sociaal tarief voor energie: the regulated lowest price for a home where somebody holds a status.

A right that follows from a status alone; there is no test of income. The increased reimbursement opened it for a time (COVID and energy
crisis) and does not any more since 1 July 2023.
"""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Household, Law, Person, Rule, Truth, all_of, any_of, no, right
from rechtop.rights.law.shared.statuses import has_energy_status

LAW = "Programmawet 27.04.2007; wet 29.04.1999 art. 20, § 2; wet 12.04.1965 art. 15/10; KB 28.06.2009"
OWN_SUPPLY = ("own_contract", "own_contract_being_ended", "supplied_by_grid_operator")
SHARED_SOURCES = ("gas", "electricity", "heat_network")
SOCIAL_LANDLORDS = ("woonmaatschappij_own", "ocmw_or_municipality")


@right("sociaal_tarief_energie", unit="household", since="2023-07-01", law=LAW, grants="has_social_tariff_energy")
def sociaal_tarief_energie(rule: Rule, household: Household, law: Law) -> None:
    """The lasting categories: OCMW, disability, care budget, child with care needs, IGO, and some social flats."""
    status = somebody_has_a_status(household, law, rule.on)
    tariff(rule, household, status)
    only_vt = household.persons.any(lambda one: one.has_vt.yes) & no(status)
    rule.warn(
        "de verhoogde tegemoetkoming alleen geeft dit tarief niet", only_vt, article="wet 29.04.1999, 20, § 2", key="vt_does_not_count"
    )


@right("sociaal_tarief_energie", unit="household", since="2021-02-01", until="2023-06-30", law=LAW, grants="has_social_tariff_energy")
def sociaal_tarief_energie_extended(rule: Rule, household: Household, law: Law) -> None:
    """From 1 February 2021 to 30 June 2023 the increased reimbursement of whoever is registered in the home counted too."""
    extended = household.persons.any(lambda one: (one.domicile_kind == "this_home") & one.has_vt.paid_or_opens)
    tariff(rule, household, any_of(somebody_has_a_status(household, law, rule.on), extended))


def tariff(rule: Rule, household: Household, status: Truth) -> None:
    """The conditions, the same in both periods."""
    home = household.home
    social_flat = all_of(
        home.tenure == "rented",
        home.landlord_type.is_one_of(*SOCIAL_LANDLORDS),
        home.collective_heating.is_one_of("gas", "heat_network"),
    )
    own_supply = home.energy_contract.is_one_of(*OWN_SUPPLY)
    shared_supply = home.collective_heating.is_one_of(*SHARED_SOURCES)

    rule.require(
        any_of(status, social_flat),
        says="iemand ingeschreven op dit adres heeft een status die dit opent, of het is een sociaal appartement met collectieve warmte",
        article="KB 28.06.2009",
        key="status_at_the_address",
    )
    rule.require(
        any_of(own_supply, shared_supply),
        says="heeft een eigen contract, of energie uit een gemeenschappelijke installatie",
        article="wet 29.04.1999, 20, § 2",
        key="supply",
    )
    rule.warn(
        "geen eigen contract: vraag elk kwartaal de sociaaltariefpremie aan bij de FOD Economie",
        status & shared_supply & no(own_supply),
        article="wet sociaaltariefpremie 2024",
        key="premium_on_request",
    )
    rule.warn(
        "sociaal appartement met gemeenschappelijke verwarming: de beheerder van het gebouw vraagt het tarief",
        social_flat & no(status),
        article="KB 28.06.2009",
        key="manager_asks",
    )
    ended = no(status) & household.persons.any(lambda one: one_of_the_statuses_ended(one, rule.on))
    rule.warn(
        "een status eindigde dit jaar: het tarief kan nog doorlopen; kijk op de factuur tot wanneer",
        ended,
        article="KB 28.06.2009",
        key="runs_on",
    )
    rule.judged(
        "de FOD Economie vergelijkt elk kwartaal naam, adres en contract; lukt dat niet, dan helpt een attest",
        article="programmawet 27.04.2007, 6",
        key="data_match",
    )
    rule.gives("tariff", article="wet 29.04.1999, 20, § 2")


def somebody_has_a_status(household: Household, law: Law, on: date) -> Truth:
    """Somebody registered in the home holds a status of category 1, 2A, 2B, 2C or 3."""
    return household.persons.any(lambda one: (one.domicile_kind == "this_home") & has_energy_status(one, law, on))


def one_of_the_statuses_ended(person: Person, on: date) -> Truth:
    """A leefloon, equal help or IGO that stopped in this calendar year."""
    first_day = date(on.year, 1, 1)
    statuses = (person.has_leefloon, person.has_equivalent_leefloon, person.has_igo, person.has_ivt, person.has_it)
    return any_of(*(all_of(status.state == "stopped", status.since >= first_day) for status in statuses))
