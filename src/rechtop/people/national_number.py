"""The national number: optional, checked, never the key of a person."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from stdnum.be import bis, nn
from stdnum.exceptions import ValidationError

from rechtop.trust.refusal import Refused

LENGTH = 11  # digits, of which the last two are the check


@dataclass(frozen=True, slots=True)
class NationalNumber:
    """A rijksregisternummer, or a bisnummer for somebody who is not in the register."""

    digits: str

    def __str__(self) -> str:
        return nn.format(self.digits)

    @property
    def is_bis(self) -> bool:
        """Whether it is a bis number (its month is 20 or 40 higher)."""
        return not nn.is_valid(self.digits)

    @property
    def birth_date(self) -> date | None:
        """The date of birth it tells of; None when the register did not know it whole."""
        try:
            told: date | None = bis.get_birth_date(self.digits) if self.is_bis else nn.get_birth_date(self.digits)
        except ValidationError:
            return None
        return told


def digits_of(typed: str) -> str:
    """Only the digits of what was typed: points, dashes, slashes and blanks go."""
    return re.sub(r"[\s.\-/·]", "", typed)


def looks_like_one(typed: str) -> bool:
    """Whether somebody typed a national number, right or wrong."""
    digits = digits_of(typed)
    return len(digits) == LENGTH and digits.isascii() and digits.isdecimal()


def read_national_number(typed: str) -> NationalNumber:
    """The number as typed, or a refusal that says what is wrong with it."""
    digits = digits_of(typed)
    if not looks_like_one(typed):
        raise Refused(
            _("Een rijksregisternummer heeft elf cijfers."),
            to_do=_("Kijk het na op de identiteitskaart, of laat het leeg: het is niet nodig."),
        )
    if not (nn.is_valid(digits) or bis.is_valid(digits)):
        raise Refused(
            _("Dit rijksregisternummer klopt niet: de laatste twee cijfers passen niet bij de andere."),
            to_do=_("Kijk het na op de identiteitskaart, of laat het leeg: het is niet nodig."),
        )
    return NationalNumber(digits)
