"""Zorgbudget voor ouderen met een zorgnood: a monthly amount for older people with a care need and a modest income."""

from __future__ import annotations

from collections.abc import Callable

from rechtop.rights.language import (
    Choice,
    Law,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    choose,
    hangs_while,
    no,
    not_below_zero,
    right,
    to_the_euro,
    truth,
    when,
)
from rechtop.rights.law.care.zorgbudget_ouderen.means import family_income, has_child_at_charge, partners, warn_about_means
from rechtop.rights.law.shared.pension import has_pension_age

LAW = "Decreet Vlaamse sociale bescherming 18.05.2018"
BVR = "BVR 30.11.2018"
CATEGORIES = ("5", "4", "3", "2", "1")

CategoryOf = Callable[[Person, Law], Choice]
"""The care category of somebody: 1 to 5, or none."""


@right("zorgbudget_ouderen", unit="person", since="2026-03-01", law=LAW, grants="has_zorgbudget_ouderen")
def zorgbudget_ouderen(rule: Rule, person: Person, law: Law) -> None:
    """Since 1 March 2026 the BelRAI Screener sets the category."""
    has_age = has_pension_age(person, rule.on, rule.law_of("inkomensgarantie_voor_ouderen"))
    write(rule, person, law, has_age, category_by_belrai)


@right("zorgbudget_ouderen", unit="person", since="2026-01-09", law=LAW, grants="has_zorgbudget_ouderen")
def zorgbudget_ouderen_pension_age(rule: Rule, person: Person, law: Law) -> None:
    """Since 9 January 2026 from the age at which IVT and IT can no longer be asked: the legal pension age."""
    has_age = has_pension_age(person, rule.on, rule.law_of("inkomensgarantie_voor_ouderen"))
    write(rule, person, law, has_age, category_by_decision)


@right("zorgbudget_ouderen", unit="person", since="2023-04-01", law=LAW, grants="has_zorgbudget_ouderen")
def zorgbudget_ouderen_2023(rule: Rule, person: Person, law: Law) -> None:
    """From 1 April 2023 residents of a nursing home are placed in category 4 or 5 by law; for others a doctor gave 7 to 18 points."""
    write(rule, person, law, person.age(rule.on) >= law.minimum_age, category_by_decision)


def write(rule: Rule, person: Person, law: Law, has_age: Truth, category_of: CategoryOf) -> None:
    """What all versions share."""
    on = rule.on
    rule.concerns(person.age(on) >= law.minimum_age)
    rule.require(
        has_age,
        says="heeft de leeftijd waarop een federale tegemoetkoming niet meer kan worden gevraagd",
        article="84, § 1",
        key="old_enough",
    )
    base = rule.law_of("groeipakket_basisbedrag")
    in_flanders = person.domicile_municipality.begins_with(base.flemish_arrondissements)
    rule.require(
        any_of(in_flanders, person.domicile_municipality.begins_with(law.brussels_arrondissement)),
        says="is ingeschreven in Vlaanderen of Brussel", article="41, § 1, 2°", key="lives_in_flanders_or_brussels",
    )  # fmt: skip
    rule.require(
        person.zorgkas_member, says="is aangesloten bij een zorgkas", article="41-42", key="care_fund", unless=in_flanders,
    )  # fmt: skip
    rule.require(
        any_of(person.flemish_residence_since.plus(years=law.residence_years) <= on, person.eu_insured_last_5_years),
        says="woont hier lang genoeg zonder onderbreking, of was sociaal verzekerd in Europa", article="41, § 1, 4°", key="residence",
    )  # fmt: skip
    category = category_of(person, law)
    rule.require(category != "none", says="heeft een zorgcategorie", article=f"{BVR}, 193-193/4", key="care_category")

    both = partners(person).any(lambda partner: partner_has_category(partner, rule, law, category_of))
    together, members = family_income(rule, person, law), 1 + partners(person).count()
    income = rule.step(
        "inkomen dat telt", when(both, together / members, otherwise=together), article=f"{BVR}, 194-210", key="income",
    )  # fmt: skip
    family = choose(("B", any_of(partners(person).any(), has_child_at_charge(person, on, law))), otherwise="A")
    exemption = rule.step(
        "vrijstelling", when(both, law.exemption_year.at("B") / members, otherwise=law.exemption_year.at(family)),
        article=f"{BVR}, 194", key="exemption",
    )  # fmt: skip
    maximum = rule.step("maximum van de zorgcategorie per jaar", law.maximum_year.at(category), article="86", key="maximum")
    above = rule.step("inkomen boven de vrijstelling", not_below_zero(income - exemption), article="85", key="above_exemption")
    month = to_the_euro(not_below_zero(maximum - above) / 12)
    rule.require(month > 0, says="het inkomen boven de vrijstelling is lager dan het maximum", article="85", key="low_income")
    federal = any_of(person.has_ivt.yes, person.has_it.yes)
    old = person.has_old_federal_allowance.yes
    better = any_of(no(federal), month > person.has_ivt.amount + person.has_it.amount)
    rule.require(
        hangs_while(old, all_of(no(old), better)),
        says="krijgt geen federale tegemoetkoming, of het zorgbudget is hoger", article=f"84, § 2; {BVR}, 218", key="better_than_federal",
    )  # fmt: skip
    rule.claim_first("inkomensgarantie_voor_ouderen", no(person.has_igo.recognised))
    rule.judged("de zorgkas onderzoekt het inkomen en de zorgcategorie", article=f"{BVR}, 193 en 217", key="care_fund_decides")
    rule.judged(
        "andere rechten (pensioen, ziekte, ongeval) moeten eerst gevraagd zijn; intussen kan een voorschot",
        article="85, § 3; 90",
        key="claim_others",
    )
    warn_about_means(rule, person, law)
    rule.pays(month, per="month", article=f"85; {BVR}, 228")


def partner_has_category(partner: Person, rule: Rule, law: Law, category_of: CategoryOf) -> Truth:
    """The partner has a care category of this budget too: then each gets half of the income and half of exemption B."""
    by_score = all_of(partner.age(rule.on) >= law.minimum_age, category_of(partner, law) != "none")
    return any_of(partner.has_zorgbudget_ouderen.recognised, by_score)


def told_category(person: Person, number: str) -> Truth:
    """The category of the decision that somebody already has."""
    status = person.has_zorgbudget_ouderen
    category: Choice = status.category
    return all_of(status.yes, category == f"category_{number}")


def in_nursing_home(person: Person) -> Truth:
    """Lives in a nursing home (woonzorgcentrum)."""
    return person.stays_in == "nursing_home"


def by_law(person: Person, number: str) -> Truth:
    """In a nursing home: 5 with an IGO or when it was 5 already, otherwise 4 (BVR art. 193/4)."""
    highest = any_of(person.has_igo.yes, told_category(person, "5"))
    return {"5": highest, "4": no(highest)}.get(number, truth(False))


def category_by_decision(person: Person, law: Law) -> Choice:
    """Until 28 February 2026: by law in a nursing home, otherwise as the decision says.

    Without a decision the category of somebody who is ill or disabled is not known: the points of the care fund's doctor are not asked, and
    those of the FOD are others.
    """
    not_scaled = all_of(no(person.has_zorgbudget_ouderen.yes), person.long_illness_or_disability)

    def has(number: str) -> Truth:
        return when(in_nursing_home(person), by_law(person, number), otherwise=hangs_while(not_scaled, told_category(person, number)))

    return choose(*((number, has(number)) for number in CATEGORIES), otherwise="none")


def category_by_belrai(person: Person, law: Law) -> Choice:
    """Since 1 March 2026: by law in a nursing home; the category of a running decision stays; otherwise by the BelRAI Screener."""
    held = person.has_zorgbudget_ouderen.yes

    def has(number: str) -> Truth:
        at_home = any_of(told_category(person, number), all_of(no(held), by_score(person, law, number)))
        return when(in_nursing_home(person), by_law(person, number), otherwise=at_home)

    return choose(*((number, has(number)) for number in CATEGORIES), otherwise="none")


def by_score(person: Person, law: Law, number: str) -> Truth:
    """Thresholds of the BelRAI Screener (BVR art. 193/1 to 193/3)."""
    limit = law.belrai_threshold
    total, daily = person.belrai_total, person.belrai_iadl_adl_hierarchical
    mind = person.belrai_cog_psy_behaviour_sum
    low, high = total < limit.at("moderate"), total >= limit.at("severe")
    tests = {
        "5": all_of(high, mind >= limit.at("mind")),
        "4": all_of(high, mind < limit.at("mind")),
        "3": all_of(no(low), no(high)),
        "2": all_of(low, daily >= limit.at("daily_high")),
        "1": all_of(low, daily >= limit.at("daily_low"), daily < limit.at("daily_high")),
    }
    return tests[number]
