"""How a rule is written: yes/no, numbers, choices and dates that may be unknown; groups of people; dated figures; the rule itself."""

from rechtop.rights.language.amounts import Amount, Law
from rechtop.rights.language.errors import RuleError
from rechtop.rights.language.people import Group, Status
from rechtop.rights.language.rule import Rule, right
from rechtop.rights.language.symbols import (
    Choice,
    Date,
    Number,
    Truth,
    all_of,
    any_of,
    at_least,
    at_most,
    cents_down,
    choose,
    days_between,
    euro_down,
    euro_up,
    months_between,
    no,
    not_below_zero,
    number,
    to_decimals,
    to_the_cent,
    to_the_euro,
    truth,
    when,
    whole_down,
    whole_up,
    years_between,
)
from rechtop.rights.language.told import Dwelling, Event, Household, Person

__all__ = [
    "Amount", "Choice", "Date", "Dwelling", "Event", "Group", "Household", "Law", "Number", "Person", "Rule", "RuleError", "Status", "Truth",
    "all_of", "any_of", "at_least", "at_most", "cents_down", "choose", "days_between", "euro_down", "euro_up", "months_between", "no",
    "not_below_zero", "number", "right", "to_decimals", "to_the_cent", "to_the_euro", "truth", "when", "whole_down", "whole_up", "years_between",
]
