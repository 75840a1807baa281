"""Statuut chronische aandoening: lasting high costs of care lower the ceiling of the maximum billing of the whole household."""

from __future__ import annotations

from datetime import date

from rechtop.rights.language import Law, Person, Rule, all_of, any_of, no, right

COSTS, LUMP_SUM, RARE = "KB 15.12.2013, hoge uitgaven", "KB 15.12.2013, forfait chronisch zieken", "KB 15.12.2013, zeldzame ziekte"
"""The pages of the RIZIV were read, not the besluit: parts of it, not articles."""


@right(
    "statuut_chronische_aandoening", unit="person", since="2024-01-01", law="ZIV-wet 14.07.1994, 37vicies/1; KB 15.12.2013",
    grants="has_chronic_status",
)  # fmt: skip
def statuut_chronische_aandoening(rule: Rule, person: Person, law: Law) -> None:
    """Eight quarters of two calendar years above the amount, or the yearly lump sum for the chronically ill; no look at the income."""
    rule.concerns(person.long_illness_or_disability)

    last_year = date(rule.on.year - 1, 12, 31)
    costs, lump_sum = person.high_care_costs_8_quarters, person.has_zorgforfait.yes_or_opens
    rule.require(
        any_of(costs, lump_sum),
        says="had twee kalenderjaren lang elk kwartaal hoge kosten van zorg, of krijgt het forfait voor chronisch zieken",
        article="KB 15.12.2013, hoge uitgaven of forfait chronisch zieken", key="costs_or_lump_sum",
    )  # fmt: skip
    rule.step("uitgaven per kwartaal in het vorige jaar", law.on(last_year).quarter, article=COSTS, key="quarter")
    rule.step("jaren dat het statuut loopt", law.years.at("ordinary"), article=COSTS, key="years")
    rule.warn(
        "het forfait van dit jaar geeft het statuut vanaf 1 januari van het volgende jaar",
        all_of(lump_sum, no(costs)),
        article=LUMP_SUM,
        key="next_january",
    )
    rule.judged(
        "een zeldzame ziekte met een attest van de specialist geeft het statuut voor vijf jaar",
        article=RARE,
        key="rare_disease",
    )
    rule.judged("wie zorg uitstelt, haalt de kosten niet: vraag wat er niet gebeurde", article=COSTS, key="postponed_care")
    rule.gives("status", article="KB 15.12.2013")
