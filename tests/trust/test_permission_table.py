"""Every URL of the house, walked by everybody: the answer is the one in the table."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.casework.builders import a_dossier as made_for
from tests.trust.builders import Cast, enter
from tests.trust.permission_table import TABLE, WHO, YES, Case

from rechtop.casework.actions import close_dossier
from rechtop.trust.checks import every_pattern
from rechtop.trust.doors import is_open_to_all

ANSWERS = [
    (name, who, state)
    for name, row in TABLE.items()
    for who in WHO
    for state in (("open",) if row.expected.when_closed is row.expected.when_open else ("open", "closed"))
]


def test_every_url_has_a_row_and_every_row_a_url() -> None:
    urls = {name for name, _ in every_pattern()}
    assert urls - set(TABLE) == set(), "add a row to tests/trust/permission_table.py for each of these"
    assert set(TABLE) - urls == set(), "these rows have no URL any more"


def test_no_url_name_is_used_twice() -> None:
    names = [name for name, _ in every_pattern()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "who", "state"), ANSWERS)
def test_answer(client: Client, cast: Cast, name: str, who: str, state: str) -> None:
    row = TABLE[name]
    case = Case(cast, a_dossier(cast, closed=state == "closed"))
    worker = None if who == "anonymous" else getattr(cast, who)
    enter(client, worker, case.dossier)
    expected = (row.expected.when_closed if state == "closed" else row.expected.when_open)[who]
    response = getattr(client, row.method)(reverse(name, kwargs=row.kwargs(case)), row.data)
    assert response.status_code == (row.good if expected == YES else expected)


def test_the_public_pages_are_these_and_no_others() -> None:
    public = {name for name, pattern in every_pattern() if is_open_to_all(pattern.callback)}
    assert public == {name for name, row in TABLE.items() if row.expected.when_open["anonymous"] != 302 or name == "account_logout"}


def test_an_administrator_reaches_nobody_of_another_organisation(client: Client, cast: Cast) -> None:
    enter(client, cast.ada)
    for name in ("trust:worker", "trust:password_link"):
        assert client.get(reverse(name, kwargs={"worker_id": cast.chloe.pk})).status_code == 404
        assert client.post(reverse(name, kwargs={"worker_id": cast.chloe.pk})).status_code == 404


def a_dossier(cast: Cast, *, closed: bool) -> Any:
    """Amira's dossier."""
    made = made_for(cast.amira)
    if closed:
        close_dossier(made, by=cast.amira)
    return made
