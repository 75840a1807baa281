"""Zorgtoeslag of the Groeipakket for a child with a specific support need, by points in three pillars (Groeipakketdecreet 16)."""

from __future__ import annotations

from rechtop.rights.language import Choice, Law, Person, Rule, all_of, any_of, choose, right, to_the_cent, when
from rechtop.rights.law.shared.children import not_older_than


@right("groeipakket_zorgtoeslag", unit="child", since="2024-09-01", law="Groeipakketdecreet 27.04.2018", grants="has_zorgtoeslag")
def groeipakket_zorgtoeslag(rule: Rule, child: Person, law: Law) -> None:
    """Up to and with the month of the twenty-first birthday; from twelve points on with the support allowance on top."""
    rule.concerns(not_older_than(child, law.age_until, rule.on))
    rule.concerns(child.lives_here_now)
    pillar_1, total = child.child_points_pillar1, child.child_points_total
    basic_right = child.has_groeipakket.yes_or_opens
    rule.require(basic_right, says="heeft recht op het basisbedrag van het Groeipakket", article="8; 16", key="has_basic_right")
    rule.require(
        any_of(pillar_1 >= law.points_from.at("pillar_1"), total >= law.points_from.at("from_6")),
        says="kreeg genoeg punten bij de evaluatie: in pijler 1, of in totaal",
        article="16, § 1",
        key="points",
    )
    supplement = rule.step("zorgtoeslag naar punten", law.amount.at(level_of(child, law)), article="16, § 2", key="supplement")
    allowance = rule.step(
        "ondersteuningstoeslag",
        when(total >= law.points_from.at("from_12"), law.support_allowance, otherwise=0),
        article="besluit ondersteuningstoeslag 2023",
        key="support_allowance",
    )
    rule.pays(to_the_cent(supplement + allowance), per="month", article="16")
    rule.judged("de arts van Opgroeien geeft de punten; daartegen is beroep mogelijk", article="16, § 3", key="evaluation")
    rule.warn(
        "vanaf vier punten in pijler 1 volgen ook andere rechten: belasting, sociaal tarief, verhoogde tegemoetkoming",
        pillar_1 >= law.points_from.at("pillar_1"),
        article="16, § 1",
        key="opens_more",
    )
    rule.warn(
        "vraag tijdig de tegemoetkomingen voor volwassenen: de zorgtoeslag stopt na de maand van 21 jaar",
        child.age(rule.on) >= law.ask_adult_from,
        article="16, § 1",
        key="adult_next",
    )


def level_of(child: Person, law: Law) -> Choice:
    """Which of the seven amounts: four points in pillar 1 lift a total of six to eleven to the level of twelve (art. 16, § 2)."""
    pillar_1, total, points = child.child_points_pillar1, child.child_points_total, law.points_from
    lifted = all_of(pillar_1 >= points.at("pillar_1"), total >= points.at("from_6"))
    return choose(
        ("above_20", total >= points.at("above_20")),
        ("from_18", total >= points.at("from_18")),
        ("from_15", total >= points.at("from_15")),
        ("from_12", any_of(total >= points.at("from_12"), lifted)),
        ("from_9", total >= points.at("from_9")),
        ("from_6", total >= points.at("from_6")),
        otherwise="pillar_1",
    )
