"""Referentieadres: an address on paper for whoever has no home for lack of means (wet 19.07.1991 art. 1, § 2; KB 16.07.1992 art. 20)."""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, Truth, all_of, any_of, no, right
from rechtop.rights.law.shared.residence import in_the_register, is_belgian, is_homeless

MAY_STAY_LONGER = (
    "eu_citizen",
    "eu_family_member",
    "recognised_refugee",
    "subsidiary_protection",
    "temporary_protection",
    "unlimited_stay",
    "limited_stay",
    "student_stay",
    "au_pair_or_volunteer_stay",
)
"""Admitted or authorised to stay longer than three months; an asylum seeker stands in the waiting register (omzendbrief 7.07.2023)."""

CIRCULAR = "omzendbrief 7.07.2023"
REGISTER_LAW = "wet 19.07.1991, 1, § 2"


@right("referentieadres", unit="person", since="2023-07-07", law="Wet 19.07.1991; KB 16.07.1992; omzendbrief 7.07.2023")
def referentieadres(rule: Rule, person: Person, law: Law) -> None:
    """A registration at the OCMW, or with somebody who agrees; it is no home and makes no household."""
    rule.concerns(
        all_of(
            person.age(rule.on) >= law.adult_age,
            is_homeless(person),
            no(person.domicile_kind == "reference_address"),
        )
    )

    rule.require(is_homeless(person), says="heeft geen eigen woonplaats", article=REGISTER_LAW, key="no_home")
    rule.require(
        may_be_registered(person),
        says="is Belg of mag langer dan drie maanden in België verblijven",
        article="wet 19.07.1991, 1, § 1, 1°; omzendbrief 7.07.2023",
        key="may_be_registered",
    )
    rule.require(person.lives_in_belgium, says="verblijft gewoonlijk in België", article=REGISTER_LAW, key="lives_in_belgium")

    rule.judged("het sociaal onderzoek toont dat de middelen voor een woning ontbreken", article=REGISTER_LAW, key="lack_of_means")
    rule.judged(
        "bevoegd is het OCMW waar iemand feitelijk verblijft, in een erkend opvanghuis dat van de inschrijving bij opname",
        article="wet 2.04.1965, 2, § 1 en § 7; omzendbrief 7.07.2023",
        key="which_ocmw",
    )
    rule.warn(
        "staat nog ingeschreven waar hij niet meer woont: het OCMW kan toch beslissen, de gemeente schrapt het oude adres",
        person.domicile_kind.is_one_of("this_home", "other_address"),
        article=CIRCULAR,
        key="old_address",
    )
    rule.warn(
        "verblijft al drie maanden in een opvanghuis: dan hoort de inschrijving in het opvanghuis zelf, nachtopvang telt niet",
        all_of(person.sleeping_place == "shelter", person.sleeping_place.since.plus(months=law.institution_months.whole()) <= rule.on),
        article=CIRCULAR,
        key="long_in_a_shelter",
    )
    rule.gives("service", article="wet 19.07.1991, 1, § 2; KB 16.07.1992, 20")


def may_be_registered(person: Person) -> Truth:
    """Whom the population registers take in: Belgians and foreigners who may stay longer than three months; not the waiting register."""
    return any_of(is_belgian(person), person.residence_right.is_one_of(*MAY_STAY_LONGER), in_the_register(person))
