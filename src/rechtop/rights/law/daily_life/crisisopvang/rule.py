"""Crisisopvang: shelter for whoever has no safe place to sleep (decreet 8.05.2009 on general welfare work; OCMW-wet art. 57 and 60)."""

from __future__ import annotations

from rechtop.rights.language import Household, Law, Person, Rule, Truth, all_of, any_of, no, right
from rechtop.rights.law.shared.residence import is_belgian, is_homeless

WELFARE_WORK = "decreet 8.05.2009; OCMW-wet 57, § 1"


@right("crisisopvang", unit="household", since="2024-01-01", law="Decreet 8.05.2009 (algemeen welzijnswerk); Organieke wet OCMW 8.07.1976")
def crisisopvang(rule: Rule, household: Household, law: Law) -> None:
    """Night shelter, crisis shelter, safe house or emergency dwelling: a place at once if there is one, and help to find it if not."""
    home = household.home
    adults = household.members.where(lambda member: member.age(rule.on) >= law.adult_age)
    in_danger = adults.any(lambda member: member.unsafe_at_home)
    no_home = adults.any(is_homeless)
    losing_it = any_of(
        all_of(home.tenure == "rented", home.eviction_procedure_started), home.dwelling_quality == "declared_unfit_or_uninhabitable"
    )
    rule.concerns(any_of(no_home, in_danger, losing_it))

    rule.require(any_of(no_home, in_danger), says="heeft geen veilige plek om te slapen", article=WELFARE_WORK, key="no_safe_place")
    rule.gives("service", article=WELFARE_WORK)

    rule.judged("of er plaats is, en waar: CAW en OCMW zoeken samen, ook buiten de gemeente", article=WELFARE_WORK, key="room")
    rule.judged("er is vaak een dagprijs volgens inkomen; het OCMW kan die betalen", article="OCMW-wet 57, § 1; 60, § 3", key="day_price")
    rule.judged(
        "in een erkend opvanghuis blijft het OCMW van de inschrijving bij opname bevoegd, anders dat van het feitelijk verblijf",
        article="wet 2.04.1965, 2, § 1 en § 7",
        key="which_ocmw",
    )
    rule.warn(
        "niet veilig thuis: bel 112 bij gevaar en 1712 voor raad; spreek hem alleen, het adres van een vluchthuis blijft geheim",
        in_danger,
        article="decreet 8.05.2009",
        key="violence",
    )
    rule.warn(
        "verliest de woning nog niet vandaag: handel voor de datum, de deurwaarder of griffie verwittigt het OCMW",
        losing_it,
        article="Gerechtelijk Wetboek 1344ter tot 1344sexies",
        key="before_the_date",
    )
    rule.warn(
        "zonder wettig verblijf: nachtopvang kan, het OCMW zelf geeft alleen dringende medische hulp; met kinderen kan Fedasil opvangen",
        adults.any(without_lawful_stay),
        article="OCMW-wet 57, § 2; wet 12.01.2007, 60",
        key="no_lawful_stay",
    )


def without_lawful_stay(member: Person) -> Truth:
    """Not Belgian and no document of stay."""
    return all_of(no(is_belgian(member)), member.residence_right == "none")
