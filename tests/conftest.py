"""What every test stands on."""

from typing import Any

from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase

from rechtop.casework.append_only import STORIES
from rechtop.people.append_only import FACTS
from rechtop.trust.append_only import LOG

_empty_the_database = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]  # Django's own, not in the stubs


def _empty_it_with_its_log(self: Any) -> None:
    """Tests that commit empty the database afterwards; what only grows would refuse, so its triggers rest for that moment."""
    for only_grows in (LOG, FACTS, STORIES):
        only_grows.take_down(connection)
    try:
        _empty_the_database(self)
        cache.clear()
    finally:
        for only_grows in (LOG, FACTS, STORIES):
            only_grows.put_up(connection)


TransactionTestCase._fixture_teardown = _empty_it_with_its_log  # type: ignore[attr-defined]  # as above

pytest_plugins = ["tests.browser"]
