"""Forfait voor chronisch zieken (zorgforfait): a yearly sum for who depends on care and paid much own share two years in a row."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Choice, Law, Number, Person, Rule, all_of, any_of, at_most, choose, hangs_while, no, right, when
from rechtop.rights.law.shared.statuses import has_increased_reimbursement

OWN_SHARE, DEPENDENCY = "KB 2.06.1998, voorwaarde van het remgeld", "KB 2.06.1998, afhankelijkheid"
"""The pages of the RIZIV were read, not the besluit: parts of it, not articles."""


@right(
    "zorgforfait_chronisch_zieken", unit="person", since="2024-01-01", law="ZIV-wet 14.07.1994, 37, § 16bis; KB 2.06.1998",
    grants="has_zorgforfait",
)  # fmt: skip
def zorgforfait_chronisch_zieken(rule: Rule, person: Person, law: Law) -> None:
    """The own share of this person alone counts, in this calendar year and in the one before; one sum, by the heaviest situation."""
    year = rule.on.year
    rule.concerns(person.long_illness_or_disability)

    before, so_far = person.own_share_health_year(year - 1), person.own_share_health_year(year)
    threshold = rule.step(
        "drempel van het eigen remgeld per jaar",
        when(has_increased_reimbursement(person), law.own_share_year.at("increased"), otherwise=law.own_share_year.at("ordinary")),
        article=OWN_SHARE, key="threshold",
    )  # fmt: skip
    lowest = rule.step("laagste remgeld van de twee jaren", at_most(before, so_far), article=OWN_SHARE, key="lowest")
    rule.require(
        lowest >= threshold,
        says="betaalde zelf genoeg remgeld, vorig jaar en dit jaar elk apart", article=OWN_SHARE, key="own_share",
    )  # fmt: skip
    situation = dependency(person, law, rule.on, rule.law_of("sociaal_tarief_energie").care_supplement_until_age)
    rule.require(situation != "none", says="zat dit jaar in een situatie van afhankelijkheid", article=DEPENDENCY, key="dependency")

    rule.warn(
        "vorig jaar was de drempel gehaald en dit jaar nog niet: remgeld telt tot en met 31 december",
        all_of(before >= threshold, so_far < threshold),
        article=OWN_SHARE,
        key="still_running",
    )
    rule.warn(
        "de oude tegemoetkoming van de FOD telt als het die voor hulp van derden is: kijk de beslissing na",
        all_of(person.has_old_federal_allowance.recognised, no(situation.is_one_of("high", "middle"))),
        article=DEPENDENCY,
        key="old_allowance",
    )
    rule.judged("het ziekenfonds telt het remgeld; supplementen tellen niet", article=OWN_SHARE, key="fund_counts")
    rule.pays(law.amount_year.at(situation), per="year", article="KB 2.06.1998, bedragen")


def dependency(person: Person, law: Law, on: date, child_until_age: Number) -> Choice:
    """The heaviest of the situations: home nursing; help of others or points; treatment, hospital, or a child with a care need."""
    child_with_care_need = all_of(person.age(on) < child_until_age, person.has_zorgtoeslag.yes_or_opens)
    helped = any_of(person.self_reliance_points_fod >= law.self_reliance_points, person.has_hulp_van_derden.yes)
    return choose(
        ("high", person.months_home_nursing_b_or_c >= law.nursing_months),
        ("middle", hangs_while(person.has_old_federal_allowance.recognised, helped)),
        ("low", any_of(person.heavy_physiotherapy, person.long_hospital_stays, child_with_care_need)),
        otherwise="none",
    )
