"""The cast and a dossier of Amira's, for the tests of trust."""

from datetime import date
from typing import Any

import pytest
from tests.trust.builders import Cast, the_cast
from tests.trust.paper.models import Paper


@pytest.fixture
def cast(db: Any) -> Cast:
    return the_cast()


@pytest.fixture
def paper(cast: Cast) -> Paper:
    return Paper.objects.create(organisation=cast.ocmw, team=cast.team, owner=cast.amira, title="Amira's")


@pytest.fixture
def closed_paper(cast: Cast) -> Paper:
    return Paper.objects.create(organisation=cast.ocmw, team=cast.team, owner=cast.amira, closed_on=date(2026, 1, 31))
