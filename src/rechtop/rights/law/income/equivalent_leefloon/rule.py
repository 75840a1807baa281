"""Equivalent leefloon: help in money from the OCMW for whoever has no leefloon by nationality, register or age (wet 8.07.1976)."""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, all_of, any_of, no, not_below_zero, right, to_the_cent
from rechtop.rights.law.income.leefloon.household import category_of, is_equated_minor, partner_means
from rechtop.rights.law.income.leefloon.means import nothing_exempt, own_means
from rechtop.rights.law.shared.residence import (
    eu_stay_longer_than,
    in_group_of_rmi,
    is_a_visitor,
    is_belgian,
    is_eu_citizen_or_family,
    is_not_detained,
    may_stay,
)


@right(
    "equivalent_leefloon",
    unit="person",
    since="2017-01-01",
    law="Organieke wet OCMW 8.07.1976; wet 2.04.1965",
    grants="has_equivalent_leefloon",
)
def equivalent_leefloon(rule: Rule, person: Person, law: Law) -> None:
    """The OCMW decides from human dignity; the leefloon of the same category is the yardstick, never a promise."""
    on, leefloon = rule.on, rule.law_of("leefloon")
    adult = person.age(on) >= leefloon.adult_age
    without_parents = person.housemates.none(lambda other: person.kinship(other) == "parent")
    young_alone = (person.age(on) >= leefloon.equated_from_age) & without_parents
    rule.concerns(person.lives_here_now & any_of(all_of(adult, no(is_belgian(person))), all_of(no(adult), young_alone)))

    rule.require(person.lives_in_belgium, says="woont gewoonlijk in België", article="wet 2.04.1965, 1", key="lives_in_belgium")
    rule.require(no(is_a_visitor(person)), says="is hier niet voor een kort bezoek", article="57, § 1", key="not_a_visitor")
    rule.require(may_stay(person), says="verblijft wettig in België", article="57, § 2", key="lawful_stay")
    entitled = all_of(any_of(adult, is_equated_minor(person, leefloon, on)), in_group_of_rmi(person, on, leefloon.eu_months))
    rule.require(
        no(entitled), says="kan geen leefloon krijgen door nationaliteit, register of leeftijd", article="1; RMI-wet 3", key="no_leefloon"
    )
    rule.require(
        any_of(no(is_eu_citizen_or_family(person)), eu_stay_longer_than(person, on, leefloon.eu_months)),
        says="is geen EU-burger of familielid in de eerste maanden van het verblijf",
        article="57quinquies",
        key="not_eu_first_months",
    )
    rule.require(
        any_of(person.residence_right != "applicant_for_protection", no(person.has_fedasil_reception.yes)),
        says="heeft geen opvangplaats als verzoeker om bescherming",
        article="57ter",
        key="no_reception_place",
    )
    rule.require(is_not_detained(person), says="zit niet in de gevangenis", article="57, § 1", key="not_detained")

    category = category_of(person, leefloon, on)
    yardstick = rule.step(
        "maatstaf: leefloon van dezelfde categorie",
        leefloon.amount_year.at(category),
        article="wet 2.04.1965, 11, § 2",
        key="category_amount",
    )
    own = own_means(rule, person, leefloon, category, nothing_exempt, nothing_exempt)
    partner = rule.step(
        "middelen van de partner",
        partner_means(person, leefloon, category, on, nothing_exempt, nothing_exempt),
        article="60, § 1",
        key="partner",
    )
    means = rule.step("alle middelen samen", own + partner, article="60, § 1", key="means")
    rule.require(means < yardstick, says="heeft minder middelen dan die maatstaf", article="1", key="below_yardstick")
    rule.step("verschil per maand, als argument", to_the_cent(not_below_zero(yardstick - means) / 12), article="57, § 1", key="gap_month")
    rule.discretionary(article="57, § 1")

    rule.judged("het OCMW onderzoekt of u zonder hulp geen menswaardig leven kunt leiden", article="1; 57, § 1", key="need")
    rule.judged(
        "het OCMW mag meer, minder of hulp in natura geven, en weegt wat huisgenoten echt bijdragen",
        article="57, § 1",
        key="amount_is_free",
    )
    rule.judged(
        "het OCMW mag werkbereidheid, andere rechten, onderhoudsgeld en een project vragen", article="60, § 3", key="may_ask_conditions"
    )
    rule.judged("een deel van het loon niet meetellen is hier een keuze van het OCMW", article="57, § 1", key="work_exemption_is_free")
    rule.warn(
        "hulp vragen kan dit verblijf raken: bespreek dat eerst met iemand die het vreemdelingenrecht kent",
        person.residence_right.is_one_of("student_stay", "limited_stay", "au_pair_or_volunteer_stay", "eu_citizen", "eu_family_member"),
        article="57, § 2",
        key="stay_at_risk",
    )
    rule.warn(
        "iemand tekende een tenlasteneming: dat alleen mag geen weigering zijn", person.guarantor_signed, article="57, § 1", key="guarantor"
    )
    rule.warn(
        "een verzoeker om bescherming heeft eerst recht op opvang, geen geld: kijk naar de plaats van inschrijving (code 207)",
        person.residence_right == "applicant_for_protection",
        article="57ter",
        key="applicant_for_protection",
    )
    rule.warn(
        "tijdelijke bescherming loopt af op een datum van de Europese Unie: controleer de kaart",
        person.residence_right == "temporary_protection",
        article="57, § 1",
        key="temporary_protection",
    )
    rule.warn(
        "een niet-begeleide minderjarige heeft een voogd: vraag de hulp samen met de voogd",
        person.unaccompanied_minor,
        article="57, § 1",
        key="unaccompanied_minor",
    )
