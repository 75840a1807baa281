"""Noodkoopfonds: an interest-free loan of the OCMW to make a bad home good, for an owner who cannot borrow elsewhere (Energiebesluit)."""

from __future__ import annotations

from rechtop.rights.language import Dwelling, Household, Law, Number, Person, Rule, Truth, right, when
from rechtop.rights.law.shared.renting import registered_at

LAW = "Energiebesluit (Noodkoopfonds)"
HOME, LOAN = "Noodkoopfonds, noodkoopwoning", "Noodkoopfonds, lening"
"""The besluit was not read: parts of it, not articles."""

BAD = ("serious_defects_not_reported", "defects_in_technical_report", "declared_unfit_or_uninhabitable")


@right("noodkoopfonds", unit="household", since="2024-01-01", law=LAW)
def noodkoopfonds(rule: Rule, household: Household, law: Law) -> None:
    """An argued question: only an OCMW with a project lends, and it looks at whether an ordinary loan would bring trouble."""
    home = household.home
    bad = home.dwelling_quality.is_one_of(*BAD)
    rule.concerns((home.tenure == "owner_occupied") & bad)

    rule.require(bad, says="de woning heeft ernstige gebreken", article=HOME, key="serious_defects")
    rule.require(
        home.dwelling_municipality.begins_with(rule.law_of("groeipakket_basisbedrag").flemish_arrondissements),
        says="de woning ligt in het Vlaamse Gewest", article=HOME, key="in_flanders",
    )  # fmt: skip
    residents = household.members.where(registered_at)
    rule.require(
        residents.total(full_share) >= law.whole_percent,
        says="wie er woont, is samen volle eigenaar van de hele woning", article=HOME, key="whole_owner",
    )  # fmt: skip
    rule.require(
        residents.none(owns_something_else),
        says="heeft geen recht op een ander onroerend goed, ook geen deel",
        article=LOAN,
        key="only_property",
    )
    rule.step("hoogste lening, zonder rente", law.highest_loan, article=LOAN, key="highest_loan")

    rule.judged("doet uw OCMW mee met het Noodkoopfonds? Niet elk OCMW heeft een project", article=LOAN, key="local_project")
    rule.judged("het OCMW onderzoekt of een gewone lening tot betalingsproblemen zou leiden", article=HOME, key="solvency")
    rule.judged("een bouwkundige kijkt of de werken de energie en de gebreken samen aanpakken", article=HOME, key="works")
    rule.judged(
        "de lening komt terug bij verkoop, verhuis of een andere eigendom, en anders na twintig jaar", article=LOAN, key="paid_back"
    )
    rule.discretionary(article=LOAN)


def full_share(person: Person) -> Number:
    """Percent of the home in full ownership."""
    home = person.household.home
    return when(person.ownership_right(home) == "full_ownership", person.ownership_share_percent(home), otherwise=0)


def owns_something_else(person: Person) -> Truth:
    """Any right, in whole or in part, on property other than the home."""

    def other(estate: Dwelling) -> Truth:
        return estate.property_kind != "home_lived_in"

    return person.properties.any(other)
