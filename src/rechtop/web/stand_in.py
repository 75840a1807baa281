"""What the living style page shows: every part in every state, with invented people and amounts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django import forms

from rechtop.web.pieces import (
    Amount,
    Condition,
    ErrorLink,
    FactKnot,
    FactSource,
    Look,
    Question,
    RightRow,
    Step,
    SumLine,
    Tab,
    TogetherLine,
)

HERE = "/stijl/"
TOP = 100_000


class _Sample(forms.Form):
    loon = forms.CharField(label="Loon, netto per maand", help_text="Ongeveer mag.")
    woont = forms.ChoiceField(label="Hoe woont u?", choices=[("rented", "huurt"), ("owned", "eigenaar")], required=False)
    soort = forms.ChoiceField(
        label="Wat werd geleverd?",
        choices=[("oil", "stookolie"), ("pellets", "pellets")],
        widget=forms.RadioSelect,
        required=False,
    )
    mag = forms.BooleanField(label="Dit mag naar het ziekenfonds", required=False)
    nota = forms.CharField(label="Nota", widget=forms.Textarea(attrs={"rows": 2}), required=False)

    def clean_loon(self) -> str:
        raise forms.ValidationError("“duizend of zo” kan ik niet lezen als bedrag. Bedoel je rond € 1.000?")


class _Typed(forms.Form):
    answer = forms.CharField(
        label="Maand en jaar, bijvoorbeeld 3/2021",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 10, "placeholder": "mm/jjjj", "autocomplete": "off"}),
    )


def everything() -> dict[str, Any]:
    """The context of /stijl/."""
    return {
        "about": ["38 jaar", "alleen met Bas (13) en Loes (6)", "Verzonnegem", "liefst een sms, niet bellen"],
        "tabs": [
            Tab("Gesprek", HERE, here=True, key="g"),
            Tab("Dossier", "#feiten", key="d"),
            Tab("Rechten", "#rechten", key="r"),
            Tab("Plan", "#staten", key="p"),
        ],
        "acts": [Tab("Samen kijken", HERE), Tab("Doorverwijzen", HERE), Tab("Tandem", HERE), Tab("Signaal", HERE)],
        "typed": _typed_question(),
        "picked": _picked_question(),
        "facts": _facts(),
        "open_rights": _open_rights(),
        "hanging_rights": _hanging_rights(),
        "closed_rights": _closed_rights(),
        "failed_rights": _failed_rights(),
        "life_after": _life_after(),
        "together": [
            TogetherLine("Ligt open, per maand", Amount(72_812, 85_890)),
            TogetherLine("Kan erbij komen, per maand", Amount(0, 58_702)),
            TogetherLine("Kan erbij komen, eenmalig of per jaar", Amount(0, 236_048)),
        ],
        "conditions": _conditions(),
        "sum": _sum(),
        "looks": [
            Look(datetime(2027, 3, 16, 7, 52, tzinfo=UTC), "Lies Denkbeeld", "gesprek van vandaag"),
            Look(datetime(2027, 3, 12, 10, 5, tzinfo=UTC), "Jan Proefman", "tandem: afrekening"),
        ],
        "steps": [Step("Verhaal", "#verhaal"), Step("Vraag", "#vraag"), Step("Feiten", "#feiten"), Step("2 open, 3 hangen af", "#rechten")],
        "form": _Sample({"loon": "duizend of zo"}),
        "error_links": [ErrorLink("Loon, netto per maand", "#id_loon")],
        "shapes": ["open", "hangs", "closed", "failed", "running", "asked", "unwanted", "refused", "judged"],
        "ranges": [
            Amount(23_702, 23_702, "month", or_nothing=True),
            Amount(18_050, 41_920, "month"),
            Amount(0, 35_000, "month"),
            Amount(131_420, 131_420, "month"),
            Amount(74_800, None, "once"),
            Amount(None, None, "month"),
        ],
        "a_day": date(2026, 11, 24),
        "a_first": date(2027, 1, 1),
        "a_moment": datetime(2026, 11, 24, 8, 14, tzinfo=UTC),
        "two": [FactSource("€ 640", "verteld, vandaag"), FactSource("€ 655", "huurcontract, gezien vandaag")],
    }


def _typed_question() -> Question:
    return Question(
        text="Sinds wanneer staat u op de wachtlijst voor een sociale woning?",
        action=HERE,
        help="Een maand en jaar is genoeg. Ongeveer mag.",
        why="Vanaf vier jaar wachten ligt de huurpremie open: € 237,02 per maand, en tot zes maanden terug.",
        field=_Typed()["answer"],
        other_href=HERE,
        left="Nog 4 vragen die iets kunnen beslissen",
        key="waiting_since",
    )


def _picked_question() -> Question:
    return Question(
        text="Is uw gezinsinkomen hoger of lager dan € 40.701 per jaar?",
        action=HERE,
        help="U en uw partner samen, belastbaar. Ongeveer is goed.",
        choices=[("lower", "Lager"), ("higher", "Hoger")],
        label="Vraag met een keuze",
        key="income_threshold",
    )


def _facts() -> list[FactKnot]:
    return [
        FactKnot("alleen", "Gezin", "Alleen met 2 kinderen, sinds 14 juni 2026", "verteld door Mira, vandaag", serves=9, serves_href=HERE),
        FactKnot("loon", "Loon, netto per maand", "tussen € 950 en € 1.080", "verteld, ongeveer. Loonbrief nog te zien", serves=7),
        FactKnot(
            "huur",
            "Huur zonder kosten, per maand",
            "twee bronnen, allebei bewaard",
            sources=[FactSource("€ 640", "verteld, vandaag"), FactSource("€ 655", "huurcontract, gezien vandaag")],
            sources_note="Maakt nu voor geen enkel recht verschil.",
            sources_href=HERE,
        ),
        FactKnot(
            "tandarts",
            "Opgemerkt in het verhaal, nog te bevestigen",
            "Zorg uitgesteld om geld: tandarts, Loes",
            state="proposed",
            confirm_url=HERE,
            edit_url=HERE,
            reject_url=HERE,
        ),
        FactKnot(
            "wacht", "Jaren op de wachtlijst", "nog niet geweten", "“al lang”. Onbekend is geen nee en geen nul.", state="unknown", serves=1
        ),
    ]


def _open_rights() -> list[RightRow]:
    return [
        RightRow(
            "open",
            "Leefloon, als aanvulling op het loon",
            HERE,
            "Loon onder het bedrag voor een gezin. Eén voorwaarde vraagt jouw oordeel: werkbereid.",
            Amount(72_812, 85_890, "month"),
            certainty="derived",
            certainty_note="van de index van 1 september 2026. Wordt smaller met een loonbrief.",
            top=TOP,
            key="leefloon",
        ),
        RightRow(
            "open",
            "Verhoogde tegemoetkoming",
            HERE,
            "Alleenstaande ouder, inkomen ver onder de grens. Vraag bij het ziekenfonds.",
            amount_word="statuut",
            amount_note="opent 5 andere",
        ),
    ]


def _hanging_rights() -> list[RightRow]:
    return [
        RightRow(
            "hangs",
            "Huurpremie",
            HERE,
            "Hangt af van: jaren op de wachtlijst.",
            Amount(23_702, 23_702, "month", or_nothing=True),
            need="Dit is de volgende vraag.",
            need_href="#vraag",
            certainty="unconfirmed",
            top=TOP,
            key="huurpremie",
        ),
        RightRow(
            "hangs", "Voorschot op onderhoudsgeld", HERE, "Hangt af van: is er een vonnis of akte?", Amount(0, 35_000, "month"), top=TOP
        ),
        RightRow("hangs", "Sociaal tarief energie", HERE, "Volgt vanzelf zodra het leefloon is toegekend.", amount_word="tarief"),
    ]


def _closed_rights() -> list[RightRow]:
    return [
        RightRow(
            "closed",
            "Sociale toeslag bij het Groeipakket",
            HERE,
            "Vanaf 1 januari 2027: dan zijn er zes volle maanden met één inkomen.",
            Amount(14_377, 14_377, "month"),
        )
    ]


def _failed_rights() -> list[RightRow]:
    return [
        RightRow(
            "failed",
            "Sociaal tarief water",
            HERE,
            "De waterprijs van Verzonnegem staat nog niet in Rechtop. Dit is geen nee.",
            amount_note="vraag het na bij de watermaatschappij",
        )
    ]


def _life_after() -> list[RightRow]:
    return [
        RightRow("running", "Leefloon, aanvulling", HERE, "Sinds 24 november 2026, jaarlijks te herzien.", Amount(79_632, 79_632, "month")),
        RightRow("asked", "Huurpremie", HERE, "Formulier op 4 januari: 71 dagen geleden.", Amount(23_702, 23_702, "month")),
        RightRow(
            "unwanted",
            "Voorschot op onderhoudsgeld",
            HERE,
            "Haar keuze. We vragen het niet elke keer opnieuw.",
            amount_note="gekozen 8 dec 2026",
        ),
        RightRow("refused", "Schooltoeslag", HERE, "Geweigerd op 12 oktober. Beroep kan tot 12 januari 2027."),
    ]


def _conditions() -> list[Condition]:
    return [
        Condition(
            "hangs",
            "Vier jaar zonder onderbreking op de wachtlijst",
            "“Al lang, ik weet niet meer hoe lang”: verteld door Mira, 24 november.",
            "art. 5.188",
            HERE,
            deciding=True,
        ),
        Condition("open", "Huurt van een private eigenaar", "Huurcontract gezien door Lies Denkbeeld, 24 november.", "art. 5.188", HERE),
        Condition("closed", "Geen passend aanbod geweigerd", "Verteld door Mira, 24 november.", "art. 5.191", HERE),
        Condition("failed", "De woning is niet ongeschikt verklaard", "Het register antwoordt niet.", "art. 5.190", HERE),
        Condition(
            "judged",
            "Is werkbereid, of heeft een reden van billijkheid",
            "Dit weeg jij af, met haar. Het houdt niets tegen.",
            "art. 3, 5°",
            HERE,
        ),
    ]


def _sum() -> list[SumLine]:
    return [
        SumLine("Hoogste huur waarmee gerekend wordt", 71_825, "bedrag van 2023", certainty="unconfirmed"),
        SumLine("20 % voor elk van 2 personen ten laste", 28_730, "Bas en Loes: 40 %, mag tot 50 %", "art. 5.190", HERE, sign="+"),
        SumLine("Huurplafond van dit gezin", 100_555, kind="subtotal"),
        SumLine("Driekwart van dat plafond", 75_416),
        SumLine("het jaarinkomen gedeeld door 55", 30_000, "€ 16.500 : 55", sign="−"),
        SumLine("Verschil", 45_416),
        SumLine("Maar nooit meer dan € 177,76 + 2 × € 29,63", 23_702, "bedrag van 2024", "art. 5.192", HERE, "unconfirmed"),
        SumLine("Huurpremie per maand, als de wachttijd klopt", 23_702, kind="total"),
    ]
