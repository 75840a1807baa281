"""The server's half: which save wins."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from rechtop.web.autosave import BadAutosave, Sent, Stamp, judge, keeping_of, read_sent

GOOD = {"autosave_page": "p", "autosave_sequence": "2", "autosave_base": "7"}


def sent(data: dict[str, str], **headers: str) -> Any:
    request = RequestFactory().post("/", data, headers=headers)
    request.user = AnonymousUser()
    return request


def test_the_three_numbers_are_read() -> None:
    assert read_sent(sent(GOOD)) == Sent("p", 2, 7)


@pytest.mark.parametrize(
    "change",
    [
        {"autosave_page": ""},
        {"autosave_page": "x" * 65},
        {"autosave_sequence": "0"},
        {"autosave_sequence": "twee"},
        {"autosave_base": "-1"},
        {"autosave_base": "1e3"},
        {"autosave_base": ""},
        {"autosave_sequence": "9" * 30},  # more than a database holds
        {"autosave_base": str(2**31)},
    ],
)
def test_a_save_that_does_not_say_where_it_comes_from_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(BadAutosave):
        read_sent(sent(GOOD | change))


def test_a_page_of_somebody_else_is_refused() -> None:
    with pytest.raises(PermissionDenied):
        read_sent(sent(GOOD, **{"X-Autosave": "1", "X-Autosave-Who": "somebody-else"}))


def test_nobody_gets_a_key_without_being_logged_in() -> None:
    assert keeping_of(AnonymousUser()) == {} == keeping_of(None)


def test_somebody_else_wrote_meanwhile() -> None:
    assert judge(Stamp(3, "other", 1), Sent("mine", 5, 2)) == "conflict"
    assert judge(Stamp(3, "other", 1), Sent("mine", 1, 3)) == "save"


@given(st.permutations(range(1, 7)))
def test_whatever_the_order_of_arrival_the_newest_of_a_page_stays(order: list[int]) -> None:
    stamp, text = Stamp(0), 0
    for sequence in order:
        if judge(stamp, Sent("p", sequence, 0)) == "save":
            stamp, text = Stamp(stamp.version + 1, "p", sequence), sequence
    assert text == 6
