"""One line that adds somebody: "dochter Noor 8", "partner Karim 1988", "fille Lina 4 mois", "zoon"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from rechtop.people import answers, spoken
from rechtop.people.answers import NotAnAnswer
from rechtop.people.spoken import plain
from rechtop.rights.facts.situation import Between
from rechtop.trust.refusal import Refused

KIN_WORDS = {
    "spouse": "man vrouw echtgenoot echtgenote mari epoux epouse husband wife spouse",
    "legal_cohabitant": "wettelijk-samenwonende cohabitant-legal legal-cohabitant",
    "partner_without_papers": "partner lief compagnon compagne partenaire",
    "ex_partner": "ex ex-partner ex-man ex-vrouw expartner ex-mari ex-femme ex-husband ex-wife",
    "child": "kind zoon dochter baby zoontje dochtertje enfant fils fille bebe child son daughter",
    "stepchild": "stiefkind stiefzoon stiefdochter pluskind beau-fils belle-fille stepchild stepson stepdaughter",
    "foster_child": "pleegkind pleegzoon pleegdochter foster-child",
    "grandchild": "kleinkind kleinzoon kleindochter petit-fils petite-fille petit-enfant grandchild grandson granddaughter",
    "parent": "moeder vader mama papa ma pa ouder mere pere maman mother father mum mom dad parent",
    "step_parent": "stiefvader stiefmoeder plusouder beau-pere belle-mere stepfather stepmother",
    "grandparent": "oma opa grootmoeder grootvader mamie papy grand-mere grand-pere grandmother grandfather grandma grandpa",
    "parent_in_law": "schoonmoeder schoonvader schoonouder mother-in-law father-in-law",
    "sibling": "broer zus zuster halfbroer halfzus frere soeur brother sister",
    "sibling_in_law": "schoonbroer schoonzus beau-frere belle-soeur brother-in-law sister-in-law",
    "uncle_or_aunt": "oom tante nonkel oncle uncle aunt",
    "cousin": "cousin cousine",
    "friend_or_housemate": "huisgenoot kotgenoot medebewoner colocataire coloc housemate flatmate roommate",
    "lodger": "inwoner onderhuurder lodger",
}
"""A word for each tie. A word that can mean two ties ("vriend", "neef", "gendre") is left out: then the question is asked."""

ELSEWHERE = {"elders", "ailleurs", "elsewhere"}
LONGEST = 160

_KIN = {word: kinship for kinship, words in KIN_WORDS.items() for word in words.split()}
_MONTHS = re.compile(r"\b(\d{1,2})\s*(?:maanden|maand|mois|months|month|m)\b")
_YEARS = re.compile(r"\b(\d{1,3})\s*(?:jaar|j|ans|an|years|year|yo)\b\.?")


@dataclass(frozen=True)
class KinLine:
    """Somebody as told in one line. kinship: what this person is to the teller, "" when not said; word: the word that was used."""

    name: str
    kinship: str = ""
    word: str = ""
    born: date | Between | None = None
    elsewhere: bool = False


def read_kin_line(typed: str, *, today: date, language: str = "nl") -> KinLine:
    """Who is meant. Raises Refused with what to write instead."""
    if len(typed) > 4 * LONGEST or len(text := spoken.clean(typed)) > LONGEST:
        raise Refused(
            _("Dit is te lang voor één persoon."), to_do=_("Schrijf alleen wie het is, de naam en de leeftijd; de rest in het verhaal.")
        )
    if spoken.has_unreadable(text):
        raise Refused(_("Dit bevat tekens die niet te lezen zijn."), to_do=_("Typ het opnieuw in plaats van het te plakken."))
    if not text:
        raise Refused(_("Er is nog niemand genoemd."), to_do=_("Schrijf bijvoorbeeld “dochter Noor 8” of “partner Karim 1988”."))
    born, text = _birth(text, today, language)
    words = text.replace(",", " ").split()
    word = next((one for one in words[:1] if plain(one) in _KIN), "")
    rest = words[1:] if word else words
    elsewhere = any(plain(one) in ELSEWHERE for one in rest)
    name = " ".join(one for one in rest if plain(one) not in ELSEWHERE)
    kinship = _KIN.get(plain(word), "")
    if not name and not word:
        raise Refused(_("Er is nog geen naam."), to_do=_("Schrijf wie het is of hoe die heet: “zoon”, of “dochter Noor 8”."))
    return KinLine(name or word[:1].upper() + word[1:], kinship, word, born, elsewhere or kinship == "ex_partner")


def _birth(text: str, today: date, language: str) -> tuple[date | Between | None, str]:
    """The birth date, or the days between which it lies, and the text without it."""
    months = _MONTHS.search(text.casefold())
    if months and int(months[1]) <= 36:
        number = int(months[1])
        return Between(_months_back(today, number + 1) + timedelta(1), _months_back(today, number)), _without(text, months)
    years = _YEARS.search(text.casefold())
    if years and int(years[1]) <= 125:
        return _of_age(int(years[1]), today), _without(text, years)
    pieces = text.split()
    for length in (3, 1):
        for start in range(len(pieces) - length, -1, -1):
            words = " ".join(pieces[start : start + length]).strip(",()")
            found = _read(words, today, language, alone=length == 1)
            if found is not None:
                return found, " ".join(pieces[:start] + pieces[start + length :])
    return None, text


def _read(words: str, today: date, language: str, *, alone: bool) -> date | Between | None:
    if not any(sign.isdecimal() for sign in words):
        return None
    if alone and words.isascii() and words.isdecimal() and len(words) <= 3:
        if int(words) > 125:
            raise Refused(_("“%(age)s” is geen leeftijd.") % {"age": words}, to_do=_("Schrijf de leeftijd of het geboortejaar."))
        return _of_age(int(words), today)
    try:
        read = answers.read("birth_date", words, language=language, today=today).value
    except NotAnAnswer as wrong:
        if not alone or not words[:1].isdecimal():
            return None
        raise Refused(wrong.args[0] if wrong.args else str(wrong), to_do=wrong.to_do) from wrong
    return read if isinstance(read, date | Between) else None


def _of_age(age: int, today: date) -> Between:
    """Somebody of that age was born between these two days."""
    return Between(_years_back(today, age + 1) + timedelta(1), _years_back(today, age))


def _years_back(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return date(day.year - years, 2, 28)


def _months_back(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(day.day, last))


def _without(text: str, found: "re.Match[str]") -> str:
    return f"{text[: found.start()]} {text[found.end() :]}".strip()
