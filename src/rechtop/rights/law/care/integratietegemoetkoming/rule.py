"""Integratietegemoetkoming (IT): for the extra costs of an adult who is less self-reliant, whatever the partner earns."""

from rechtop.rights.language import (
    Choice,
    Law,
    Number,
    Person,
    Rule,
    any_of,
    at_least,
    choose,
    no,
    not_below_zero,
    right,
    to_the_cent,
    when,
)
from rechtop.rights.law.shared.disability import (
    family_category,
    figure_covers_both,
    has_child_at_charge,
    has_own_figure,
    in_year,
    is_paid_out,
    is_registered,
    meets_nationality,
    reference_year,
    replacement_income,
    stays_long_in_institution,
    taxable_income,
    work_income,
)
from rechtop.rights.law.shared.pension import has_pension_age


@right("integratietegemoetkoming", unit="person", since="2021-10-01", law="Wet 27.02.1987 (personen met een handicap)", grants="has_it")
def integratietegemoetkoming(rule: Rule, person: Person, law: Law) -> None:
    """Own income alone (the partner's no longer since 1 January 2021); work only above a high limit (KB 1.02.2022)."""
    on, pension, ivt = rule.on, rule.law_of("inkomensgarantie_voor_ouderen"), rule.law_of("inkomensvervangende_tegemoetkoming")
    has_it_already = person.has_it.recognised
    below_pension_age = no(has_pension_age(person, on, pension))
    rule.concerns((person.age(on) >= ivt.application_age) & any_of(below_pension_age, has_it_already))

    married_once = person.marital_status.is_one_of("married", "widowed", "divorced", "separated_from_bed_and_board")
    rule.require(
        any_of(person.age(on) >= ivt.minimum_age, married_once, has_child_at_charge(person, on, ivt)),
        says="is oud genoeg, of was gehuwd of heeft een kind ten laste", article="2, § 2", key="old_enough",
    )  # fmt: skip
    rule.require(
        below_pension_age,
        unless=has_it_already,
        says="vroeg aan vóór de wettelijke pensioenleeftijd",
        article="2, § 2",
        key="below_pension_age",
    )
    rule.require(meets_nationality(person), says="heeft de nationaliteit of het verblijf dat de wet vraagt", article="4", key="nationality")
    rule.require(is_registered(person), says="is ingeschreven in het bevolkings- of vreemdelingenregister", article="4", key="registered")
    rule.require(person.lives_in_belgium, says="verblijft werkelijk in België", article="4", key="lives_in_belgium")
    points = person.self_reliance_points_fod
    rule.require(
        any_of(has_it_already, points >= law.first_points.at("1")),
        says="heeft genoeg punten voor zelfredzaamheid",
        article="6, § 2",
        key="points",
    )
    rule.require(is_paid_out(person), says="zit niet in de gevangenis", article="12", key="not_detained")

    full = rule.step("bedrag volgens de punten", law.amount_year.at(points_category(points, law)), article="6, § 2", key="full_amount")
    rule.require(
        has_own_figure(person, on, ivt), says="heeft een eigen cijfer op het aanslagbiljet", article="KB 6.07.1987, 8", key="own_figure"
    )
    counted = counted_income_year(rule, person, law, ivt)
    rule.require(counted < full, says="heeft niet te veel eigen inkomen", article="7, § 1", key="income_below")
    after_income = not_below_zero(full - counted)
    in_institution = stays_long_in_institution(person, on, ivt.institution_months)
    reduction = rule.step(
        "vermindering in een voorziening", when(in_institution, law.institution_reduction * after_income, otherwise=0),
        article="12, § 1", key="institution",
    )  # fmt: skip
    rule.judged("een arts van de FOD geeft de punten", article="6, § 2", key="doctor")
    rule.warn(
        "de eigen schatting haalt de drempel: een aanvraag heeft zin",
        (person.self_reliance_estimate >= law.first_points.at("1")) & (points < law.first_points.at("1")),
        article="6, § 2", key="worth_asking",
    )  # fmt: skip
    rule.warn(
        "te veel dagen in het buitenland: de betaling kan stoppen",
        person.days_abroad_this_year > ivt.max_days_abroad,
        article="4",
        key="abroad",
    )
    rule.pays(to_the_cent((after_income - reduction) / 12), per="month", article="6, § 2; 7; 12")


def points_category(points: Number, law: Law) -> Choice:
    """Category 1 to 5 by the points on the decision of the FOD."""
    return choose(
        ("5", points >= law.first_points.at("5")),
        ("4", points >= law.first_points.at("4")),
        ("3", points >= law.first_points.at("3")),
        ("2", points >= law.first_points.at("2")),
        otherwise="1",
    )


def counted_income_year(rule: Rule, person: Person, law: Law, ivt: Law) -> Number:
    """Own income that counts in a year (KB 6.07.1987, art. 9ter).

    Work counts in full above its own exemption. Benefits, pensions and other income count above theirs and above the category
    exemption, which is the amount of the inkomensvervangende tegemoetkoming. The later index steps of the two exemptions of 2021 were
    never seen: what lies under the figures of 2021 surely does not count, what lies above them gives a range.
    """
    on = rule.on
    for_both = figure_covers_both(person, on, ivt)

    def own(year: int) -> Number:
        return taxable_income(person, year, ivt, for_both)

    year = reference_year(on, lambda day: person.income_changed_on >= day, own, ivt)
    rule.provisional(year == "this_year")
    work = in_year(year, on, lambda year: work_income(person, year), ivt)
    benefits = in_year(year, on, lambda year: replacement_income(person, year), ivt)
    total = in_year(year, on, own, ivt)

    work_exemption = at_least(law.work_exemption_year, law.work_exemption_floor_year)
    benefits_exemption = at_least(law.replacement_exemption_year, law.replacement_exemption_floor_year)
    other = not_below_zero(total - work - benefits)
    category_exemption = ivt.amount_year.at(family_category(person, on, ivt))
    without_work = not_below_zero(benefits - benefits_exemption) + other
    return rule.step(
        "arbeidsinkomen na vrijstelling", not_below_zero(work - work_exemption), article="KB 6.07.1987, 9ter, § 3", key="work"
    ) + rule.step(
        "andere inkomens na vrijstelling en categorievrijstelling", not_below_zero(without_work - category_exemption),
        article="KB 6.07.1987, 9ter, § 4 en § 6, 5°", key="other",
    )  # fmt: skip
