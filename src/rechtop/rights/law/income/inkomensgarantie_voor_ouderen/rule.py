"""Inkomensgarantie voor ouderen (IGO): tops up the means of whoever reached the pension age; no career is needed."""

from collections.abc import Callable

from rechtop.rights.facts.kinship import direct_line
from rechtop.rights.language import (
    Dwelling,
    Event,
    Group,
    Law,
    Number,
    Person,
    Rule,
    Truth,
    all_of,
    any_of,
    at_most,
    choose,
    no,
    not_below_zero,
    right,
    to_the_cent,
    when,
)
from rechtop.rights.law.shared.family import is_legal_partner, lives_elsewhere
from rechtop.rights.law.shared.pension import has_pension_age, legal_pension_age
from rechtop.rights.law.shared.property import PERCENT, is_built, is_land, used_share
from rechtop.rights.law.shared.residence import is_belgian, is_protected, is_stateless

CARE_HOMES = ("nursing_home", "psychiatric_care_home")
"""Living there is living alone (IGO-wet, art. 6, § 2)."""

MAINTENANCE_CREDITORS = ("ex_partner", "spouse", "child")
"""To whom a judge can make a pensioner pay maintenance that comes off the pension."""

KB = "KB 23.05.2001"


@right("inkomensgarantie_voor_ouderen", unit="person", since="2019-07-01", law="IGO-wet 22.03.2001", grants="has_igo")
def inkomensgarantie_voor_ouderen(rule: Rule, person: Person, law: Law) -> None:
    """Base amount, or one and a half times that for whoever lives alone, less pensions and means divided by the persons who count."""
    on = rule.on
    rule.concerns(person.age(on) >= legal_pension_age(person, law) - 1)
    rule.require(has_pension_age(person, on, law), says="heeft de wettelijke pensioenleeftijd", article="3", key="pension_age")
    rule.require(meets_nationality(person), says="heeft de nationaliteit of het verblijf dat de wet vraagt", article="4", key="nationality")
    rule.require(
        person.lives_in_belgium, says="heeft de hoofdverblijfplaats in België en woont er echt", article=f"{KB}, 42", key="lives_in_belgium"
    )

    alone = lives_alone_for_igo(person, law, rule)
    category = choose(("increased", alone), otherwise="base")
    full = rule.step("basisbedrag per jaar", law.base_amount_year.at(category), article="6, § 1 en § 2", key="full_amount")
    persons = rule.step("personen die tellen", persons_counted(person, law, rule), article="7, § 2", key="persons")
    pensions = rule.step("deel van de pensioenen dat telt", pensions_year(person, law), article="12", key="pensions")
    means = means_year(rule, person, law)
    exemption = law.general_exemption_year.at(category)
    after_exemption = when(
        (law.general_exemption_for_each > 0) & (persons > 1),
        not_below_zero(means / persons - exemption), otherwise=not_below_zero(means - exemption) / persons,
    )  # fmt: skip
    rule.step("bestaansmiddelen per persoon na vrijstelling", after_exemption, article="7, § 2; 11", key="means_counted")
    counted = rule.step("wat per persoon telt", pensions / persons + after_exemption, article="7, § 2", key="counted")
    rule.require(counted < full, says="heeft minder bestaansmiddelen dan het basisbedrag", article="5; 7", key="means_below")
    warnings(rule, person, law)
    rule.pays(to_the_cent(not_below_zero(full - counted) / 12), per="month", article="6; 7")


def meets_nationality(person: Person) -> Truth:
    """Belgian, EU or EEA or family, protected, stateless, or with a Belgian pension (IGO-wet, art. 4)."""
    belgian_pension = person.has_pension.yes & person.has_pension.kind.is_one_of("belgian", "belgian_and_foreign")
    return any_of(
        is_belgian(person),
        person.nationality == "eu_eea_swiss",
        person.residence_right.is_one_of("eu_citizen", "eu_family_member"),
        is_protected(person),
        is_stateless(person),
        belgian_pension,
    )


def lives_in_care_home(person: Person) -> Truth:
    """Registered in a nursing home or psychiatric care home; a stay that leaves the registration at home does not count."""
    return person.stays_in.is_one_of(*CARE_HOMES) & (person.domicile_kind != "this_home")


def shares_the_home(person: Person, other: Person) -> Truth:
    """At the same main residence: neither of the two is registered in a care home."""
    moved_out = (other.lives_here == "temporarily_away") & lives_in_care_home(other)
    return no(any_of(lives_in_care_home(person), moved_out))


def is_child_for_igo(person: Person, child: Person, law: Law, rule: Rule) -> Truth:
    """A minor child, or an adult child for whom child benefit is still paid."""
    own = person.kinship(child).is_one_of("child", "stepchild")
    still_paid = any_of(child.has_groeipakket.yes, person.gets_child_benefit_for(child)) & (child.age(rule.on) < law.child_benefit_end_age)
    return all_of(own, any_of(child.age(rule.on) < law.adult_age, still_paid))


def lives_alone_for_igo(person: Person, law: Law, rule: Rule) -> Truth:
    """The increased amount (art. 6, § 2): nobody else, or only minors, children with child benefit, kin in the direct line; or a care home.

    A brother, a friend or a partner without papers ends it; somebody in a religious community never has it.
    """

    def may_live_in(other: Person) -> Truth:
        in_line = person.kinship(other).is_one_of(*direct_line(by_marriage=True))
        is_child = is_child_for_igo(person, other, law, rule)
        return any_of(other.age(rule.on) < law.adult_age, in_line, is_child, no(shares_the_home(person, other)))

    in_community = person.stays_in == "religious_community"
    return any_of(lives_in_care_home(person), all_of(person.housemates.all(may_live_in), no(in_community)))


def partners_counted(person: Person) -> Group[Person]:
    """The spouse or legal cohabitant at the same main residence: the only other person whose means count (art. 7, § 1)."""
    return person.housemates.where(lambda other: is_legal_partner(person, other) & shares_the_home(person, other))


def children_counted(person: Person, law: Law, rule: Rule) -> Number:
    """Own children who live in and are minors, or adults with child benefit."""
    return person.housemates.count(lambda child: is_child_for_igo(person, child, law, rule) & shares_the_home(person, child))


def persons_counted(person: Person, law: Law, rule: Rule) -> Number:
    """By how many persons pensions and means are divided: the applicant, the partner and the children who count (art. 7, § 2)."""
    return 1 + partners_counted(person).count() + children_counted(person, law, rule)


def of_the_couple(person: Person, figure: Callable[[Person], Number]) -> Number:
    """A figure of the person and of the partner together."""
    return figure(person) + partners_counted(person).total(figure)


def pensions_year(person: Person, law: Law) -> Number:
    """Nine tenths of the gross pensions of the couple in a year; maintenance that a judge made the pensioner pay comes off first."""

    def maintenance_owed_month(pensioner: Person) -> Number:
        kin = pensioner.others.where(lambda other: lives_elsewhere(other) & pensioner.kinship(other).is_one_of(*MAINTENANCE_CREDITORS))
        return kin.total(lambda other: at_most(pensioner.maintenance_paid_month(other), pensioner.maintenance_in_title_month(other)))

    def pension(pensioner: Person) -> Number:
        gross = 12 * not_below_zero(pensioner.pension_gross_month - maintenance_owed_month(pensioner))
        return when(pensioner.has_pension.yes, gross, otherwise=0)

    return law.pension_share_counted * of_the_couple(person, pension)


def means_year(rule: Rule, person: Person, law: Law) -> Number:
    """Everything but pensions that the couple has in a year, each kind after its own exemption (art. 7 to 10)."""
    benefits = of_the_couple(person, lambda one: 12 * one.benefits_gross_month)
    maintenance = of_the_couple(person, maintenance_of_ex_month) * 12
    return (
        rule.step("beroepsinkomen na vrijstelling", work_year(person, law), article=KB, key="work")
        + rule.step("uitkeringen", benefits, article="7, § 1", key="benefits")
        + rule.step("onderhoudsgeld van een ex-partner", maintenance, article="7, § 1", key="maintenance")
        + rule.step("gebouwen en gronden", real_estate_year(person, law, rule), article="8", key="real_estate")
        + capital_year(rule, person, law)
    )


def work_year(person: Person, law: Law) -> Number:
    """Three quarters of the gross wage and the net income of the self-employed, less the exemption."""

    def earned(one: Person) -> Number:
        wage = when(one.wage_net_month > 0, 12 * one.wage_gross_month, otherwise=0)
        return law.wage_share_counted * wage + one.self_employed_net_year

    once = not_below_zero(of_the_couple(person, earned) - law.work_exemption_year)
    for_each = of_the_couple(person, lambda one: not_below_zero(earned(one) - law.work_exemption_year))
    return when(law.work_exemption_for_each > 0, for_each, otherwise=once)


def maintenance_of_ex_month(person: Person) -> Number:
    """Maintenance from an ex-partner. What parents and children pay each other does not count (KB 23.05.2001, art. 19)."""
    exes = person.others.where(lambda payer: person.kinship(payer) == "ex_partner")
    return exes.total(lambda payer: payer.maintenance_paid_month(person))


def real_estate_year(person: Person, law: Law, rule: Rule) -> Number:
    """Cadastral income, not indexed, above the exemption, times a factor. Rent is not looked at; bare ownership does not count (art. 8)."""

    def owned(kind: Callable[[Dwelling], Truth]) -> Number:
        return of_the_couple(
            person, lambda one: one.properties.total(lambda it: when(kind(it), it.cadastral_income * used_share(one, it), otherwise=0))
        )

    children = children_counted(person, law, rule)
    built_free = law.built_exemption_year + law.built_exemption_per_child_year * children
    built = law.cadastral_factor * not_below_zero(owned(is_built) - built_free)
    land = law.cadastral_factor * not_below_zero(owned(is_land) - law.land_exemption_year)
    interest = of_the_couple(
        person, lambda one: one.properties.total(lambda it: it.home_loan_interest_or_annuity_year * used_share(one, it))
    )
    whole = built + land
    with_interest = when((law.mortgage_interest_counts > 0) & (interest > 0), not_below_zero(whole - interest), otherwise=whole)
    return when(whole > 0, with_interest, otherwise=0)


def savings(person: Person, law: Law) -> Number:
    """Accounts of the couple. An account that a couple shares counts in full; one that is shared with others for the couple's part."""
    couple = 1 + partners_counted(person).count()

    def own(one: Person) -> Number:
        joint = one.savings_joint * at_most(1, couple / one.joint_account_holders)
        return one.savings_own + when(one.savings_joint > 0, joint, otherwise=0)

    return of_the_couple(person, own)


def capital_year(rule: Rule, person: Person, law: Law) -> Number:
    """What savings are taken to yield, and what was sold or given away in the last ten years (art. 9 and 10).

    The amounts of two deductions after a sale, and whether both share one free slice, were not found: a sale gives a range.
    """
    saved = savings(person, law)
    disposed = of_the_couple(person, lambda one: one.disposals.total(lambda event: disposal_counted(rule, event, law)))
    of_savings = law.capital_slices.of(saved)
    together = not_below_zero(law.capital_slices.of(saved + disposed) - of_savings)
    apart = law.capital_slices.of(disposed)
    of_disposals = when(disposed > 0, when(law.disposals_in_slices_of_capital > 0, together, otherwise=apart), otherwise=0)
    return rule.step("spaargeld en beleggingen", of_savings, article="9", key="capital") + rule.step(
        "wat verkocht of weggegeven is", of_disposals, article=f"10; {KB}, 23 en 34", key="disposals"
    )


def disposal_counted(rule: Rule, event: Event, law: Law) -> Number:
    """Market value of the own part; after a sale less own debts paid with it and less the deductions of the KB."""
    value = event.disposal_value * event.disposal_share_percent / PERCENT
    real_estate = event.disposal_asset != "money_or_investments"
    only_one = event.disposal_asset.is_one_of("only_home", "only_unbuilt_plot")
    deductions = when(only_one, law.only_home_deduction, otherwise=0) + when(real_estate, law.disposal_deduction_year, otherwise=0)
    after_sale = not_below_zero(value - event.disposal_debts_paid - deductions)
    recent = event.disposal_date.plus(years=law.disposal_years) > rule.on
    return when(recent, when(event.disposal_kind == "sold", after_sale, otherwise=value), otherwise=0)


def warnings(rule: Rule, person: Person, law: Law) -> None:
    """What the pension service settles, or what stops the payment for a time."""
    third_country = (person.nationality == "other") & no(is_protected(person))
    rule.warn(
        "met een Belgisch pensioen van na juni 2012 vraagt de wet ook langdurig verblijf of een loopbaan", third_country,
        article="4", key="career_or_long_residence",
    )  # fmt: skip
    rule.warn(
        "te veel dagen in het buitenland: de betaling stopt een tijd",
        person.days_abroad_this_year > law.max_days_abroad,
        article=f"{KB}, 42",
        key="abroad",
    )
    rule.warn(
        "vergelijk met de inkomensvervangende tegemoetkoming die doorloopt",
        person.has_ivt.recognised,
        article=f"{KB}, 19",
        key="compare_ivt",
    )
    rule.judged("de Federale Pensioendienst onderzoekt de bestaansmiddelen", article="7, § 1", key="pension_service")
