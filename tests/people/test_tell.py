"""Telling a fact: it is kept, superseded, contradicted, settled, taken back; and never changed."""

from datetime import date

import pytest
from tests.people.builders import a_household, known

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def test_what_an_tells_reaches_the_engine():
    home = a_household(children=1, wage_net_month="1.200,50")
    found = known(home.household, TODAY)
    an, kid = str(home.an.pk), str(home.kid1.pk)
    assert found["wage_net_month", (an,), None] == 120050
    assert found["kinship", (an, kid), None] == "child"
    assert found["lives_here", (an,), None] == "always"
    assert found["lives_here", (kid,), None] == "always"
