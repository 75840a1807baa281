"""Startbedrag of the Groeipakket: once for every child that is born or adopted (Groeipakketdecreet 9-12)."""

from __future__ import annotations

from rechtop.rights.language import Law, Number, Person, Rule, no, right, when
from rechtop.rights.language.amounts import index_dates
from rechtop.rights.law.shared.children import may_stay, registered_in_flanders

INDEXED = "1-september"
"""The amount of a birth is the one since the last index day before it."""


@right("groeipakket_startbedrag", unit="child", since="2024-01-01", law="Groeipakketdecreet 27.04.2018", grants="has_startbedrag")
def groeipakket_startbedrag(rule: Rule, child: Person, law: Law) -> None:
    """The same amount for each child, whatever its rank and the income; asked up to five years after the birth."""
    rule.concerns(child.age(rule.on) < law.claim_years)
    rule.concerns(child.lives_here_now)
    base = rule.law_of("groeipakket_basisbedrag")
    rule.require(
        registered_in_flanders(child, base), says="is ingeschreven in een Vlaamse gemeente", article="8, § 1; 9", key="in_flanders"
    )
    rule.require(may_stay(child), says="is Belg of mag hier verblijven", article="8, § 1; 9", key="may_stay")
    not_before = no(child.has_startbedrag.state.is_one_of("yes", "recognised_nil", "stopped"))
    rule.require(not_before, says="kreeg nog geen startbedrag of geboortepremie, ook niet elders in België", article="10", key="not_before")
    rule.pays(
        rule.step("startbedrag op de dag van de geboorte", amount_at_birth(rule, child, law), article="9", key="amount"),
        per="once",
        article="9; 11",
    )
    rule.warn(
        "bij een adoptie telt de dag waarop het kind in het gezin komt, en niet de geboorte: dan kan het bedrag hoger zijn",
        child.child_placement != "no",
        article="11",
        key="adoption",
    )


def amount_at_birth(rule: Rule, child: Person, law: Law) -> Number:
    """The amount in force on the day of birth (EUR cents); after an index day without a known amount, at least the last one."""
    days = list(law.changes("amount"))
    days += [day for day in index_dates(INDEXED, rule.on) if day > days[-1]]
    amount: Number = 1 * law.on(days[0]).amount
    for day in days[1:]:
        amount = when(child.birth_date >= day, law.on(day).amount, otherwise=amount)
    return amount
