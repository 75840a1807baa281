"""Palliatief forfait: a lump sum for thirty days of medicines, material and aids, for a palliative patient cared for at home."""

from __future__ import annotations

from rechtop.rights.language import Law, Person, Rule, all_of, no, right

NOTICE, STAY, TWICE = "KB 2.12.1999, medische kennisgeving", "KB 2.12.1999, verzorging thuis", "KB 2.12.1999, tweede keer"
"""Pages of the health funds and the Wit-Gele Kruis were read, not the besluit: parts of it, not articles."""

NOT_AT_HOME = ("hospital", "nursing_home", "psychiatric_care_home", "centre_for_short_stay")
"""Places that the health insurance pays for itself."""


@right("palliatief_forfait", unit="person", since="2021-01-01", law="KB 2.12.1999 (tegemoetkoming voor palliatieve thuispatiënten)")
def palliatief_forfait(rule: Rule, person: Person, law: Law) -> None:
    """The form of the general practitioner decides; it must arrive in life. No look at the income; at most two times."""
    rule.concerns(all_of(person.long_illness_or_disability, person.palliative_at_home))

    rule.require(
        person.palliative_at_home,
        says="de huisarts bevestigt dat de patiënt thuis palliatief verzorgd wordt", article=NOTICE, key="doctor_confirms",
    )  # fmt: skip
    rule.require(no(person.stays_in.is_one_of(*NOT_AT_HOME)), says="verblijft thuis en wil er blijven", article=STAY, key="at_home")
    rule.require(no(person.palliative_lump_sum_twice), says="kreeg het forfait nog geen twee keer", article=TWICE, key="not_twice")
    rule.judged(
        "de huisarts oordeelt over de ziekte, de verwachting en de nood aan zorg, en vult het formulier in", article=NOTICE, key="doctor"
    )
    rule.judged("stuur het formulier meteen: het moet voor het overlijden bij het ziekenfonds zijn", article=NOTICE, key="in_time")
    rule.judged("na dertig dagen kan het een tweede keer, als de patiënt nog aan de voorwaarden voldoet", article=TWICE, key="second_time")
    rule.pays(law.amount, per="once", article="KB 2.12.1999")
