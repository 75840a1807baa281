"""Inkomensvervangende tegemoetkoming (IVT): replaces or tops up the income of an adult who can earn a third or less."""

from rechtop.rights.language import Law, Number, Person, Rule, any_of, at_most, hangs_while, no, not_below_zero, right, to_the_cent, when
from rechtop.rights.law.shared.disability import (
    family_category,
    figure_covers_both,
    has_child_at_charge,
    has_own_figure,
    household_partners,
    in_year,
    is_paid_out,
    is_registered,
    meets_nationality,
    reference_year,
    starts_after_long_inactivity,
    taxable_income,
    work_income,
)
from rechtop.rights.law.shared.pension import has_pension_age


@right(
    "inkomensvervangende_tegemoetkoming",
    unit="person",
    since="2020-08-01",
    law="Wet 27.02.1987 (personen met een handicap)",
    grants="has_ivt",
)
def inkomensvervangende_tegemoetkoming(rule: Rule, person: Person, law: Law) -> None:
    """From 18 years on (since 1 August 2020); own income and that of the household partner count, of the second year before."""
    on, pension = rule.on, rule.law_of("inkomensgarantie_voor_ouderen")
    partners = household_partners(person, on, law)
    has_it_already = person.has_ivt.recognised
    below_pension_age = no(has_pension_age(person, on, pension))
    rule.concerns((person.age(on) >= law.application_age) & any_of(below_pension_age, has_it_already))

    married_once = person.marital_status.is_one_of("married", "widowed", "divorced", "separated_from_bed_and_board")
    rule.require(
        any_of(person.age(on) >= law.minimum_age, married_once, has_child_at_charge(person, on, law)),
        says="is oud genoeg, of was gehuwd of heeft een kind ten laste", article="2, § 1", key="old_enough",
    )  # fmt: skip
    rule.require(
        below_pension_age,
        unless=has_it_already,
        says="vroeg aan vóór de wettelijke pensioenleeftijd",
        article="2, § 1",
        key="below_pension_age",
    )
    rule.require(meets_nationality(person), says="heeft de nationaliteit of het verblijf dat de wet vraagt", article="4", key="nationality")
    rule.require(is_registered(person), says="is ingeschreven in het bevolkings- of vreemdelingenregister", article="4", key="registered")
    rule.require(person.lives_in_belgium, says="verblijft werkelijk in België", article="4", key="lives_in_belgium")
    capacity = person.earning_capacity_one_third
    rule.require(
        hangs_while(capacity == "not_examined_but_hardly_able", any_of(has_it_already, capacity == "recognised")),
        says="kan door de handicap nog een derde of minder verdienen", article="2, § 1", key="earning_capacity",
    )  # fmt: skip
    rule.require(is_paid_out(person), says="zit niet in de gevangenis", article="12", key="not_detained")

    of_category = law.amount_year.at(family_category(person, on, law))
    shared = partners.any(lambda partner: partner.has_ivt.recognised) & (law.second_in_household_gets_less > 0)
    full = rule.step(
        "bedrag van de gezinscategorie", when(shared, at_most(law.amount_year.at("A"), of_category), otherwise=of_category),
        article="6, § 1", key="full_amount",
    )  # fmt: skip
    rule.require(
        has_own_figure(person, on, law), says="heeft een eigen cijfer op het aanslagbiljet", article="KB 6.07.1987, 8", key="own_figure"
    )
    counted = counted_income_year(rule, person, law)
    rule.require(counted < full, says="heeft minder inkomen dan de tegemoetkoming", article="7, § 1", key="income_below")
    rule.judged("een arts van de FOD stelt het verdienvermogen vast", article="2, § 1", key="doctor")
    rule.warn(
        "te veel dagen in het buitenland: de betaling kan stoppen",
        person.days_abroad_this_year > law.max_days_abroad,
        article="4",
        key="abroad",
    )
    rule.pays(to_the_cent(not_below_zero(full - counted) / 12), per="month", article="6, § 1; 7")


def counted_income_year(rule: Rule, person: Person, law: Law) -> Number:
    """Own income and income of the household partner that count in a year, each after its own exemption (KB 6.07.1987, art. 9bis)."""
    on = rule.on
    partners = household_partners(person, on, law)
    for_both = figure_covers_both(person, on, law)

    def own(year: int) -> Number:
        return taxable_income(person, year, law, for_both)

    def of_partners(year: int) -> Number:
        return partners.total(lambda partner: taxable_income(partner, year, law, for_both))

    year = reference_year(
        on,
        lambda day: any_of(person.income_changed_on >= day, partners.any(lambda partner: partner.income_changed_on >= day)),
        lambda year: own(year) + of_partners(year),
        law,
    )
    rule.provisional(year == "this_year")
    work = in_year(year, on, lambda year: work_income(person, year), law)
    total = in_year(year, on, own, law)
    of_partner = in_year(year, on, of_partners, law)

    left_out = when(
        starts_after_long_inactivity(person, on, law), law.starter_exemption_slices.of(work), otherwise=law.work_exemption_slices.of(work)
    )
    partner_exemption = to_the_cent(law.partner_exemption_share * law.amount_year.at("A"))
    return (
        rule.step("arbeidsinkomen na vrijstelling", not_below_zero(work - left_out), article="KB 6.07.1987, 9bis, § 1, 2°", key="work")
        + rule.step(
            "inkomen van de partner na vrijstelling",
            not_below_zero(of_partner - partner_exemption),
            article="KB 6.07.1987, 9bis, § 1, 1°",
            key="partner",
        )
        + rule.step(
            "uitkeringen en andere inkomens na vrijstelling",
            not_below_zero(not_below_zero(total - work) - law.other_income_exemption_year),
            article="KB 6.07.1987, 9bis, § 1",
            key="other",
        )  # fmt: skip
    )
