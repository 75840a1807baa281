"""Each way of writing a rule that would lose the unknown is refused, and the message says what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rechtop.rights.language import Household, Person, RuleError, all_of, at_most, choose, number, truth, when

AN = Person(0)
HOUSEHOLD = Household("household")


@pytest.mark.parametrize(
    ("misuse", "says"),
    [
        (lambda: 1 if AN.ready_to_work == "yes" else 2, "Python `if`"),
        (lambda: AN.lives_in_belgium and AN.has_own_income, "& |"),
        (lambda: not AN.lives_in_belgium, "no()"),
        (lambda: 0 < AN.wage_net_month < number(5, "cents"), "chained comparison"),
        (lambda: min(AN.wage_net_month, AN.gifts_month), "at_most"),
        (lambda: AN.lives_in_belgium in (True, False), "=="),
        (lambda: AN.lives_in_belgium == True, "=="),  # noqa: E712
        (lambda: [member for member in HOUSEHOLD.members], "total"),  # noqa: C416
        (lambda: 1 if HOUSEHOLD.members else 0, "any"),
        (lambda: 1 if AN.has_leefloon else 0, "has_leefloon.yes"),
        (lambda: AN.wage_net_month + 1, "plain"),
        (lambda: AN.wage_net_month * AN.gifts_month, "money"),
        (lambda: AN.wage_net_month >= number(3), "compares money"),
        (lambda: AN.kinship(Person(1)) == "chlid", "can only be"),
        (lambda: AN.wage_net_month * 0.5, "number"),
        (lambda: number(0.5), "amounts.yaml"),  # type: ignore[arg-type]
        (lambda: AN.lives_in_belgium & (AN.wage_net_month), "brackets"),
        (lambda: when(AN.wage_net_month, 1, 2), "brackets"),  # type: ignore[call-overload]
        (lambda: AN.birth_date < "2026-01-01", "date"),  # type: ignore[operator]
    ],
)
def test_misuse_is_refused_with_a_way_out(misuse: Callable[[], Any], says: str) -> None:
    with pytest.raises(RuleError) as refused:
        misuse()
    assert says in str(refused.value)


def test_equal_expressions_are_one_node() -> None:
    one = HOUSEHOLD.members.total(lambda member: member.wage_net_month)
    two = HOUSEHOLD.members.total(lambda somebody: somebody.wage_net_month)
    assert one.node is two.node


def test_a_group_inside_a_group_keeps_its_members_apart() -> None:
    pairs = HOUSEHOLD.members.count(
        lambda one: HOUSEHOLD.members.any(lambda other: one.is_not(other) & (one.birth_date < other.birth_date))
    )
    assert pairs.node.slots == frozenset()


def test_logic_of_constants() -> None:
    assert all_of(truth(True)).node.op == "const"
    assert choose(("a", truth(True)), otherwise="b").options == ("a", "b")
    assert at_most(number(3), 4).unit == "plain"
    assert AN.age(date(2026, 1, 1)).unit == "plain"
