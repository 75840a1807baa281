"""Incontinentieforfait: a yearly sum for material, large for who depends on a nurse, small with untreatable urinary incontinence."""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, all_of, any_of, no, right, when

LARGE, SMALL = "KB 2.06.1998, afhankelijke personen", "KB 15.05.2009, onbehandelbare urinaire incontinentie"
"""Pages of the RIZIV, health funds and municipalities were read, not the besluiten: parts of them, not articles."""

IN_INSURED_CARE = ("hospital", "nursing_home", "psychiatric_care_home", "centre_for_short_stay")
"""Places that the health insurance pays for itself. A facility for people with a disability is none."""


@right("incontinentieforfait", unit="person", since="2024-01-01", law="ZIV-wet 14.07.1994, 34, 14°; KB 2.06.1998; KB 15.05.2009")
def incontinentieforfait(rule: Rule, person: Person, law: Law) -> None:
    """Either sum, never both; no look at the income, and at least twelve months between two decisions."""
    rule.concerns(person.long_illness_or_disability)

    scored = person.incontinence_proof.is_one_of("nurse_score_3_or_4", "both")
    untreatable = person.incontinence_proof.is_one_of("untreatable", "both")
    large = all_of(scored, person.months_home_nursing_b_or_c >= law.nursing_months)
    rule.require(
        any_of(large, untreatable),
        says="had vier maanden thuisverpleging B of C met score 3 of 4, of heeft een attest van onbehandelbare urine-incontinentie",
        article="KB 2.06.1998; KB 15.05.2009", key="proof",
    )  # fmt: skip
    elsewhere = person.stays_in.is_one_of("institution_by_court_order", "other_institution", "prison")
    rule.require(
        no(person.stays_in.is_one_of(*IN_INSURED_CARE)),
        says="verblijft thuis of in een voorziening die de ziekteverzekering niet betaalt", article=LARGE, key="at_home",
    )  # fmt: skip
    rule.warn("vraag of het ziekenfonds deze voorziening betaalt: dan is er geen forfait", elsewhere, article=LARGE, key="which_facility")
    rule.warn(
        "het grote forfait vraagt de thuisverpleegkundige; zonder verpleging kan één komen scoren",
        all_of(scored, person.months_home_nursing_b_or_c < law.nursing_months), article=LARGE, key="nurse_asks",
    )  # fmt: skip
    rule.judged("tussen twee beslissingen liggen minstens twaalf maanden", article=LARGE, key="once_in_12_months")
    rule.judged("wie al een tegemoetkoming voor autosondage kreeg, krijgt het kleine forfait niet", article=SMALL, key="self_catheter")
    rule.pays(when(large, law.large_year, otherwise=law.small_year), per="year", article="KB 2.06.1998; KB 15.05.2009")
