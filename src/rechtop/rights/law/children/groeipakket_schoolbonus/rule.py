"""Schoolbonus of the Groeipakket: each August an amount for every child that had child benefit in July (Groeipakketdecreet 19-22)."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Law, Person, Rule, choose, right

AFTER_AUGUST = 9
"""From September on the next bonus is that of the next calendar year."""


@right("groeipakket_schoolbonus", unit="child", since="2024-01-01", law="Groeipakketdecreet 27.04.2018")
def groeipakket_schoolbonus(rule: Rule, child: Person, law: Law) -> None:
    """The next bonus: by the age on 31 December of the year before the payment, whatever the income."""
    year = rule.on.year + (1 if rule.on.month >= AFTER_AUGUST else 0)
    age = child.age(date(year - 1, 12, 31))
    rule.concerns(age < law.age_from.at("none"))
    rule.concerns(child.lives_here_now)
    rule.require(
        child.has_groeipakket.yes_or_opens,
        says="heeft recht op het basisbedrag van het Groeipakket",
        article="19",
        key="has_basic_right",
    )
    band = choose(
        ("youngest", age < law.age_from.at("primary")),
        ("primary", age < law.age_from.at("secondary")),
        ("secondary", age < law.age_from.at("adult")),
        otherwise="adult",
    )
    rule.pays(rule.step("schoolbonus naar leeftijd", law.amount.at(band), article="20", key="amount"), per="year", article="19; 20")
    rule.judged("de uitbetaler kijkt of er in juli recht was", article="19", key="right_in_july")
