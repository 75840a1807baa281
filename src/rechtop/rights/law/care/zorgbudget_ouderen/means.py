"""Means test of the zorgbudget voor ouderen: BVR 30.11.2018 art. 194 to 210. EUR cents a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rechtop.rights.facts.kinship import kin_within
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
    hangs_while,
    months_between,
    no,
    not_below_zero,
    when,
)
from rechtop.rights.law.shared.family import is_partner
from rechtop.rights.law.shared.income import net_pension_month
from rechtop.rights.law.shared.pension import maintenance_owed_month
from rechtop.rights.law.shared.property import disposed_part, is_built, is_land, share_of_joint_account, used_share
from rechtop.rights.law.shared.residence import is_not_detained

BVR = "BVR 30.11.2018"

KIN_DEGREE = 3
"""Kin by blood or marriage up to the third degree never form a household (art. 194, § 3)."""

FOSTER = ("foster_parent", "foster_child")
"""Foster placement counts as kin of the first degree."""

WORK = ("employee", "civil_servant", "self_employed_main", "assisting_spouse")
"""Activities that bring in income from work."""


def registered_here(person: Person) -> Truth:
    """Has the main residence at this address."""
    return person.domicile_kind == "this_home"


def is_free(person: Person) -> Truth:
    """Not in prison or a comparable institution. Whoever always lives here is not asked."""
    return any_of(person.lives_here == "always", is_not_detained(person))


def may_be_partner(person: Person, other: Person) -> Truth:
    """Registered at the same address and no kin up to the third degree; friends may show that they share no household."""
    not_kin = no(person.kinship(other).is_one_of(*kin_within(KIN_DEGREE), *FOSTER))
    not_rebutted = any_of(is_partner(person, other), no(person.can_show_no_joint_household(other)))
    return all_of(not_kin, registered_here(person), registered_here(other), not_rebutted, is_free(person), is_free(other))


def partners(person: Person) -> Group[Person]:
    """The other member of the household (gezin) of two people, if there is one.

    The text knows only two: with more people who are no kin it is not known who the other one is, except that a couple is one.
    """

    def is_the_other(other: Person) -> Truth:
        several = person.housemates.count(lambda third: may_be_partner(person, third)) > 1
        return all_of(may_be_partner(person, other), any_of(is_partner(person, other), hangs_while(several, no(several))))

    return person.housemates.where(is_the_other)


def at_charge_of(holder: Person, child: Person) -> Truth:
    """Gets child benefit for the child, or pays maintenance for it by title."""
    pays = all_of(holder.maintenance_paid_month(child) > 0, holder.maintenance_in_title_month(child) > 0)
    return any_of(holder.gets_child_benefit_for(child), all_of(holder.kinship(child) == "child", pays))


def children_at_charge(person: Person, on: date, law: Law) -> Number:
    """Children under the age limit at charge of the person or the partner."""

    def counts(child: Person) -> Truth:
        of_partner = partners(person).any(lambda partner: at_charge_of(partner, child))
        return all_of(child.age(on) < law.child_age, any_of(at_charge_of(person, child), of_partner))

    return person.others.count(counts)


def has_child_at_charge(person: Person, on: date, law: Law) -> Truth:
    """At least one such child: exemption B."""
    return children_at_charge(person, on, law) > 0


def of_both(person: Person, figure: Callable[[Person], Number]) -> Number:
    """A figure of the person and of the partner together."""
    return figure(person) + partners(person).total(figure)


def family_income(rule: Rule, person: Person, law: Law) -> Number:
    """Everything that counts of the person and the partner in a year. Child benefit, IVT and IT, and other care budgets do not count."""
    year = rule.on.year - law.reference_years_back.whole()
    pensions = law.pension_share * of_both(person, lambda one: pension_year(one, law, rule))
    replaced = of_both(person, lambda one: one.tax_replacement_income(year))
    return (
        rule.step("deel van de pensioenen dat telt", pensions, article=f"{BVR}, 196-197", key="pensions")
        + rule.step("beroepsinkomen", of_both(person, lambda one: work_year(one, year)), article=f"{BVR}, 201", key="work")
        + rule.step("andere uitkeringen", replaced, article=f"{BVR}, 202", key="benefits")
        + rule.step("gebouwen", built_year(person, rule, law), article=f"{BVR}, 198 en 200", key="buildings")
        + rule.step("gronden", land_year(person, law), article=f"{BVR}, 199-200", key="land")
        + rule.step("spaargeld en beleggingen", law.capital_rate * savings(person), article=f"{BVR}, 204", key="savings")
        + rule.step("wat verkocht of weggegeven is", disposals_year(person, rule, law), article=f"{BVR}, 205-208", key="disposals")
    )


def pension_year(person: Person, law: Law, rule: Rule) -> Number:
    """Net pensions as paid, and the IGO of the pension service; less maintenance paid out of it by title."""
    igo = when(person.age(rule.on) >= law.minimum_age, person.has_igo.amount, otherwise=0)
    return 12 * not_below_zero(net_pension_month(person) + igo - maintenance_owed_month(person))


def work_year(person: Person, year: int) -> Number:
    """Taxable income from work two years ago; for whoever stopped for a pension or IGO only what is still earned now."""
    with_pension = all_of(no(person.main_activity.is_one_of(*WORK)), any_of(person.has_pension.yes, person.has_igo.yes))
    stopped = any_of(person.main_activity == "retired", with_pension)
    still_earned = 12 * person.wage_taxable_month + person.self_employed_net_year
    earned = person.tax_wage_before_costs(year) + person.tax_self_employed_net(year)
    return not_below_zero(when(stopped, still_earned, otherwise=earned))


def cadastral(person: Person, kind: Callable[[Dwelling], Truth]) -> Number:
    """Cadastral income, not indexed, of the shares that both own or have in usufruct."""
    return of_both(
        person, lambda one: one.properties.total(lambda it: when(kind(it), it.cadastral_income * used_share(one, it), otherwise=0))
    )


def built_year(person: Person, rule: Rule, law: Law) -> Number:
    """Buildings, the own home too: what is above the exemption, times a factor. Rent is not looked at."""
    free = law.built_exemption + law.built_exemption_per_child * children_at_charge(person, rule.on, law)
    return law.built_factor * not_below_zero(cadastral(person, is_built) - free)


def land_year(person: Person, law: Law) -> Number:
    """Land: the exemption is only for whoever has no building."""
    free = when(cadastral(person, is_built) <= 0, law.land_exemption, otherwise=0)
    return law.land_factor * not_below_zero(cadastral(person, is_land) - free)


def savings(person: Person) -> Number:
    """Accounts and investments of both: of a shared account each has his own part."""

    def own(one: Person) -> Number:
        return one.savings_own + when(one.savings_joint > 0, one.savings_joint * share_of_joint_account(one), otherwise=0)

    return of_both(person, own)


def disposals_year(person: Person, rule: Rule, law: Law) -> Number:
    """A yearly part of what was sold or given away in the last years (art. 205-208)."""
    return law.disposal_rate * of_both(person, lambda one: one.disposals.total(lambda event: disposal_counted(event, rule, law)))


def disposal_counted(event: Event, rule: Rule, law: Law) -> Number:
    """Market value of the own part. After a sale: less own debts paid with it, a yearly abatement, and what is among the savings now.

    The law gives the abatement once per period; here each sale has its own. The value of usufruct was not found.
    """
    value = disposed_part(event, law.usufruct_share)
    months = not_below_zero(months_between(event.disposal_date.first_of_next_month(), rule.on))
    abatement = law.disposal_abatement_year / 12 * months
    sold = not_below_zero(value - event.disposal_debts_paid - abatement - event.disposal_proceeds_saved)
    recent = event.disposal_date.plus(years=law.disposal_years) > rule.on
    return when(recent, when(event.disposal_kind == "sold", sold, otherwise=value), otherwise=0)


def warn_about_means(rule: Rule, person: Person, law: Law) -> None:
    """What the worker must look at."""
    on = rule.on
    several = person.housemates.count(lambda other: may_be_partner(person, other)) > 1
    rule.warn(
        "meer dan twee mensen zonder verwantschap op één adres: de zorgkas beslist wie het gezin is",
        several,
        article=f"{BVR}, 194, § 3",
        key="more_than_two",
    )
    friend = person.housemates.any(lambda other: all_of(may_be_partner(person, other), no(is_partner(person, other))))
    rule.warn(
        "een huisgenoot die geen familie is, geldt als partner; het tegendeel mag bewezen worden",
        friend,
        article=f"{BVR}, 194, § 3",
        key="housemate",
    )
    exes = person.others.any(lambda payer: all_of(person.kinship(payer) == "ex_partner", payer.maintenance_paid_month(person) > 0))
    rule.warn("onderhoudsgeld van een ex-partner: de zorgkas kijkt of het telt", exes, article=f"{BVR}, 195", key="maintenance")
    year = on.year - law.reference_years_back.whole()
    retired = all_of(person.main_activity == "retired", person.tax_replacement_income(year) > 0)
    rule.warn(
        "een uitkering van twee jaar geleden die intussen pensioen werd: vraag de zorgkas om het huidige inkomen te nemen", retired,
        article=f"{BVR}, 202", key="benefit_became_pension",
    )  # fmt: skip
