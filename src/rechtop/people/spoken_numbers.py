"""Amounts and numbers as people write them: "€ 1.234,56", "900,-", "ongeveer 900", "entre 800 et 900", "< 10.000"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from django.utils.translation import gettext as _

from rechtop.people.spoken import Unclear, plain
from rechtop.rights.facts.situation import Between

ABOUT = Fraction(1, 10)
"""How far "about" reaches on both sides: a tenth. "About 900" is kept as 810 to 990, never as 900."""

GREATEST = 10**15
"""Beyond this nothing that is told can be meant; it keeps every number within what a database holds."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What kind of number is asked for, in the unit of the value (whole EUR cents for money).

    fineness: how many values there are in one of what is typed: 100 (cents), 1 (whole things), 0 (any fraction).
    """

    fineness: int
    unit: str = ""
    low: int | Fraction | None = None
    high: int | Fraction | None = None
    language: str = "nl"

    @property
    def money(self) -> bool:
        return self.fineness == 100

    @property
    def per(self) -> str:
        """ "month", "year", "week" when the unit is an amount per period, else ""."""
        return self.unit.rpartition(" per ")[2] if " per " in self.unit else ""


def read_number(text: str, scale: Scale) -> int | Fraction | Between:
    """The number that the text tells, or the bounds it gives; Unclear if it does neither."""
    words = _without_unit(plain(text), scale)
    for pattern, bounds in _BOUNDED:
        match = pattern.fullmatch(words)
        if match:
            return _between(*bounds([_one(part, scale) for part in match.groups()], _step(scale)), scale)
    return within(_one(words, scale), scale)


# -- one number --------------------------------------------------------------------------------------------------------

_NOTHING = {"niets", "niks", "geen", "nul", "rien", "aucun", "aucune", "zero", "none", "nothing", "nil"}
_GROUPED = re.compile(r"([1-9]\d{0,2})(?:([ .,'])\d{3})(?:\2\d{3})*(?:([.,])\d+)?")
_DECIMAL = re.compile(r"\d*[.,]\d+")
_WHOLE = re.compile(r"\d+[.,]?")
_PRICE_DASH = re.compile(r"(?<=\d)[.,](?:-{1,2}|=)$")


def _one(text: str, scale: Scale) -> Fraction:
    """The exact value of one number, in the unit of the value, whatever its bounds."""
    words = _PRICE_DASH.sub("", text.strip(" .:"))
    if words in _NOTHING:
        return Fraction(0)
    sign, digits = (-1, words[1:].strip()) if words.startswith("-") else (1, words.removeprefix("+").strip())
    readings = [reading * sign for reading in _readings(digits, scale)]
    if not readings:
        raise _not_a_number(scale)
    possible = [reading for reading in readings if _fine(reading, scale)]
    if not possible:
        raise _too_fine(readings[0], scale)
    values = [reading * (scale.fineness or 1) for reading in possible]
    return next((value for value in values if _in_range(value, scale)), values[0])


def _readings(digits: str, scale: Scale) -> Iterator[Fraction]:
    """What these digits can mean, the likeliest first: "1.234" is 1234 to a Belgian and can be 1,234 on a pump."""
    if len(digits) > 40:
        return
    if _WHOLE.fullmatch(digits):
        yield Fraction(digits.rstrip(".,"))
        return
    found = []
    grouped = _GROUPED.fullmatch(digits)
    if grouped and grouped[2] != grouped[3]:
        whole, _mark, rest = digits.rpartition(grouped[3]) if grouped[3] else (digits, "", "")
        whole = re.sub("[ .,']", "", whole)
        found.append(Fraction(f"{whole}.{rest or 0}"))
    too_fine = scale.money and len(re.split("[.,]", digits)[-1]) > 2  # nobody writes money in tenths of a cent
    if _DECIMAL.fullmatch(digits) and not (too_fine and found):
        found.append(Fraction("0" + digits.replace(",", ".")))
    decimal_mark = "." if scale.language == "en" else ","
    yield from reversed(found) if decimal_mark in digits else found


def _fine(number: Fraction, scale: Scale) -> bool:
    return scale.fineness == 0 or (number * scale.fineness).denominator == 1


def _in_range(value: Fraction, scale: Scale) -> bool:
    return (scale.low is None or value >= scale.low) and (scale.high is None or value <= scale.high)


# -- bounds ------------------------------------------------------------------------------------------------------------

Ends = tuple[Fraction | None, Fraction | None]

_N = r"(.*\d.*?|niets|niks|nul|zero|rien|nothing)"


def _about(numbers: list[Fraction], step: Fraction) -> Ends:
    margin = abs(numbers[0]) * ABOUT
    return numbers[0] - max(margin, step), numbers[0] + max(margin, step)


def _pair(numbers: list[Fraction], step: Fraction) -> Ends:
    return min(numbers), max(numbers)


_ABOUT_WORDS = (
    r"ongeveer|ong\.?|circa|ca\.?|rond(?: de)?|zowat|zo'n|\+/?-|±|~|environ|env\.?|a peu pres|autour de|about|around|approximately|roughly"
)
_LESS_WORDS = r"minder dan|lager dan|onder(?: de)?|moins de|moins que|less than|under|below|<"
_MORE_WORDS = r"meer dan|hoger dan|boven(?: de)?|plus de|plus que|more than|over|above|>"
_MOST_WORDS = (
    r"hoogstens|ten hoogste|maximaal|maximum|max\.?|niet meer dan|tot|au plus|au maximum|jusqu'a|at most|up to|no more than|<=|≤|=<"
)
_LEAST_WORDS = (
    r"minstens|ten minste|tenminste|minimaal|minimum|min\.?|niet minder dan|vanaf|au moins|au minimum|at least|from|no less than|>=|≥|=>"
)
_BOUNDED: list[tuple[re.Pattern[str], Callable[[list[Fraction], Fraction], Ends]]] = [
    (re.compile(rf"(?:tussen|van|entre|de|between|from) {_N} (?:en|tot|a|et|and|to|-) {_N}"), _pair),
    (re.compile(rf"{_N} (?:a|tot|to) {_N}"), _pair),
    (re.compile(r"([\d.,' ]*\d)(?:,-)? ?- ?(\d[\d.,' ]*)"), _pair),
    (re.compile(rf"(?:{_ABOUT_WORDS}) ?{_N}"), _about),
    (re.compile(rf"(?:{_LESS_WORDS}) ?{_N}"), lambda numbers, step: (None, numbers[0] - step)),
    (re.compile(rf"(?:{_MORE_WORDS}) ?{_N}"), lambda numbers, step: (numbers[0] + step, None)),
    (re.compile(rf"(?:{_MOST_WORDS}) ?{_N}"), lambda numbers, step: (None, numbers[0])),
    (re.compile(rf"(?:{_LEAST_WORDS}) ?{_N}"), lambda numbers, step: (numbers[0], None)),
]


def _step(scale: Scale) -> Fraction:
    """The smallest difference between two values; "less than 900" ends one cent lower."""
    return Fraction(0) if scale.fineness == 0 else Fraction(1)


def _between(low: Fraction | None, high: Fraction | None, scale: Scale) -> int | Fraction | Between:
    """Bounds that hold for sure: rounded outwards where halves do not exist, and never beyond what is possible."""
    if scale.low is not None and (low is None or low < scale.low):
        if high is not None and high < scale.low:
            raise _out_of_range(high, scale)
        low = Fraction(scale.low)
    if scale.high is not None and high is not None and high > scale.high:
        if low is not None and low > scale.high:
            raise _out_of_range(low, scale)
        high = Fraction(scale.high)
    for end in (low, high):
        if end is not None:
            within(end if scale.fineness == 0 else Fraction(floor(end)), scale)
    if low is not None and low == high:
        return within(low, scale)
    if scale.fineness == 0:
        return Between(low, high)
    return Between(None if low is None else floor(low), None if high is None else ceil(high))


def within(value: Fraction, scale: Scale) -> int | Fraction:
    if abs(value) > GREATEST or not _in_range(value, scale):
        raise _out_of_range(value, scale)
    return value if scale.fineness == 0 else int(value)


# -- units -------------------------------------------------------------------------------------------------------------

_CURRENCY = re.compile(r"€|\b(?:euros?|eur)\b|(?<=\d)(?:euros?|eur)\b")
_UNIT_WORDS = {
    "days": "dag|dagen|d|jour|jours|day|days",
    "nights": "nacht|nachten|nuit|nuits|night|nights",
    "persons": "persoon|personen|mensen|personne|personnes|person|persons|people",
    "months": "maand|maanden|mnd|mois|month|months",
    "hours": "uur|uren|u|h|heure|heures|hour|hours",
    "points": "punt|punten|point|points|pt|ptn",
    "percent": "%|procent|percent|pct|pour cent|pourcent|per cent",
    "credits": "studiepunt|studiepunten|credit|credits|ects",
    "litres": "liter|liters|l|litre|litres",
}
_PERIODS = {"week": "week|weken|semaine|wk", "month": "maand|mnd|mois|month", "year": "jaar|an|annee|year|jr"}
_PERIOD = re.compile(
    r"(?:\bper|\bpar|/|\bp\.|\belke|\bde|\ba|\beach|\bevery|\bchaque)\s*(?:("
    + ")|(".join(_PERIODS.values())
    + r"))\b\.?$|\b(mensuel|maandelijks|monthly)$"
)
_IN_A_YEAR = {"week": 52, "month": 12, "year": 1}


def _without_unit(words: str, scale: Scale) -> str:
    """The text without euro sign, "nachten", "per maand"; Unclear when it speaks of another period than is asked."""
    if scale.money or scale.unit.startswith("EUR"):
        words = _CURRENCY.sub(" ", words)
    words = re.sub(r"(?:per|/) ?(?:liter|litre|l)\b", " ", words) if scale.unit == "EUR per litre" else words
    words = re.sub(r"\s+", " ", words).strip()
    period = _PERIOD.search(words)
    if period:
        words = words[: period.start()].strip()
        said = next((name for name, found in zip(_PERIODS, period.groups(), strict=False) if found), "month")
        if said != scale.per:
            raise _other_period(words, said, scale)
    thing = scale.unit.partition(" per ")[0]
    if thing in _UNIT_WORDS:
        words = re.sub(rf"(?<=[\d ])(?:{_UNIT_WORDS[thing]})\.?$", "", words).strip()
    return words


def _other_period(words: str, said: str, scale: Scale) -> Unclear:
    asked = {"month": _("per maand"), "year": _("per jaar"), "week": _("per week")}.get(scale.per)
    if asked is None:
        return Unclear(_("spreekt van een periode, maar hier telt het geheel."), to_do=_("Schrijf het getal zonder periode."))
    guess = ""
    try:
        amount = _one(words, scale) * _IN_A_YEAR[said] / _IN_A_YEAR[scale.per]
        guess = written(Fraction(round(amount)) if scale.fineness else amount, scale)
    except Unclear:
        pass
    return Unclear(_("is voor een andere periode: hier wordt het bedrag %(asked)s gevraagd.") % {"asked": asked}, guess=guess)


# -- what is said when it cannot be read -----------------------------------------------------------------------------------


def _not_a_number(scale: Scale) -> Unclear:
    if scale.money:
        return Unclear(
            _("is geen bedrag."), to_do=_("Schrijf een bedrag in euro zoals 900 of 1.234,56, een schatting zoals “ongeveer 900”, of ?.")
        )
    return Unclear(_("is geen getal."), to_do=_("Schrijf een getal zoals 7, een schatting zoals “tussen 5 en 10”, of ?."))


def _too_fine(number: Fraction, scale: Scale) -> Unclear:
    nearest = Fraction(round(number * scale.fineness))
    guess = written(nearest, scale)
    if scale.money:
        return Unclear(_("heeft meer dan twee cijfers na de komma."), to_do=_("Schrijf het bedrag tot op de cent."), guess=guess)
    return Unclear(_("is geen heel getal."), to_do=_("Schrijf een heel getal."), guess=guess)


def _out_of_range(value: Fraction, scale: Scale) -> Unclear:
    if scale.low is not None and value < scale.low:
        why = _("is minder dan %(least)s.") % {"least": written(Fraction(scale.low), scale)}
        to_do = _("Schrijf een bedrag van nul of meer.") if scale.money and scale.low == 0 else _("Kijk het getal na.")
        guess = written(-value, scale) if value < 0 and _in_range(-value, scale) and -value <= GREATEST else ""
        return Unclear(why, to_do=to_do, guess=guess)
    most = scale.high if scale.high is not None else GREATEST
    return Unclear(_("is meer dan %(most)s.") % {"most": written(Fraction(most), scale)}, to_do=_("Kijk het getal na."))


def written(value: int | Fraction, scale: Scale) -> str:
    """A value as one writes it here, and as it is read back: money as 1.234,56; other numbers without points, as 1234,5."""
    number = Fraction(value) / (scale.fineness or 1)
    sign, number = ("-", -number) if number < 0 else ("", number)
    decimals = 2 if scale.money and number.denominator != 1 else _decimals(number)
    digits = f"{round(number * 10**decimals):0{decimals + 1}d}"
    whole, rest = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    groups = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole) if scale.money else whole
    return f"{sign}{groups},{rest}" if rest else f"{sign}{groups}"


def _decimals(number: Fraction) -> int:
    """How many decimals it takes to write this number; four when it cannot be written exactly."""
    for decimals in range(9):
        if (number * 10**decimals).denominator == 1:
            return decimals
    return 4
