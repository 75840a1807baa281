"""Municipalities by name and by the code of Statbel."""

import pytest

from rechtop.people.municipalities import code_of, municipalities, name_of


def test_the_list_is_whole() -> None:
    assert len(municipalities()) == 565
    assert sum(one.flemish for one in municipalities().values()) == 285
    assert all(len(code) == 5 and code.isdecimal() for code in municipalities())


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Gent", "44021"), ("gand", "44021"), (" GENT ", "44021"), ("Gent (44021)", "44021"), ("44021", ""), ("Verzonnegem", ""), ("", "")],
)
def test_what_is_typed(typed: str, code: str) -> None:
    assert code_of(typed) == code


def test_every_name_with_its_code_leads_back_to_it() -> None:
    for code in municipalities():
        assert code_of(f"{name_of(code)} ({code})") == code


def test_a_code_of_before_a_merger_stays_to_be_read() -> None:
    assert name_of("11007") == "11007"
