"""Who may what, on one dossier and in lists; both always agree."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.trust.builders import Cast, a_team, a_worker, an_ocmw, the_cast
from tests.trust.paper.models import Paper, Sheet

from rechtop.trust import policy
from rechtop.trust.models import Role

SEES_OPEN = {"amira", "bart", "hilde", "rik"}
SEES_CLOSED = {"amira", "hilde", "rik"}


@pytest.mark.parametrize("name", ["amira", "bart", "dirk", "hilde", "rik", "ada", "chloe"])
def test_who_sees_an_open_and_a_closed_dossier(cast: Cast, paper: Paper, closed_paper: Paper, name: str) -> None:
    worker = getattr(cast, name)
    assert policy.sees(worker, paper) is (name in SEES_OPEN)
    assert policy.sees(worker, closed_paper) is (name in SEES_CLOSED)


@pytest.mark.parametrize(
    ("act", "when_open", "when_closed"),
    [
        ("casework.read", {"amira", "bart", "hilde"}, {"amira", "hilde"}),
        ("casework.write", {"amira", "bart", "hilde"}, set()),
        ("people.tell", {"amira", "bart", "hilde"}, set()),
        ("casework.names", {"amira", "bart", "hilde", "rik"}, {"amira", "hilde", "rik"}),
        ("appointments.plan", {"amira", "bart", "hilde", "rik"}, set()),
        ("casework.close", {"amira", "hilde"}, set()),
        ("casework.reopen", set(), {"amira", "hilde"}),
        ("casework.start", {"amira", "bart", "hilde", "rik"}, {"amira", "hilde", "rik"}),
        ("trust.workers", set(), set()),
    ],
)
def test_who_may_do_an_act(cast: Cast, paper: Paper, closed_paper: Paper, act: str, when_open: set[str], when_closed: set[str]) -> None:
    names = ["amira", "bart", "dirk", "hilde", "rik", "ada", "chloe"]
    assert {name for name in names if policy.may(getattr(cast, name), act, paper)} == when_open
    assert {name for name in names if policy.may(getattr(cast, name), act, closed_paper)} == when_closed


def test_content_is_never_open_without_a_dossier(cast: Cast) -> None:
    for act in ("casework.read", "casework.write", "people.tell", "rights.read", "casework.export"):
        assert not any(policy.may(worker, act) for worker in cast.everybody()), act


def test_an_administrator_sees_no_person_at_all(cast: Cast, paper: Paper) -> None:
    acts = [act for act in policy.WHO_MAY if not act.startswith(("trust.", "guide."))]  # the guide to the rights holds nobody
    assert not any(policy.may(cast.ada, act) or policy.may(cast.ada, act, paper) for act in acts)


def test_who_may_no_longer_log_in_may_nothing(cast: Cast, paper: Paper) -> None:
    cast.amira.is_active = False
    assert not policy.may(cast.amira, "casework.read", paper)
    assert not policy.may(cast.amira, "trust.own")
    assert not Paper.objects.visible_to(cast.amira).exists()


def test_a_dossier_without_a_team_is_not_every_teamless_workers(cast: Cast) -> None:
    alone = a_worker(cast.ocmw)
    nobodys = Paper.objects.create(organisation=cast.ocmw)
    assert not policy.sees(alone, nobodys)
    assert not Paper.objects.visible_to(alone).exists()


def test_a_thing_is_judged_by_its_dossier(cast: Cast, paper: Paper) -> None:
    sheet = Sheet.objects.create(dossier=paper)
    assert policy.may(cast.bart, "casework.read", sheet)
    assert not policy.may(cast.dirk, "casework.read", sheet)
    assert list(Sheet.objects.visible_to(cast.bart)) == [sheet]
    assert not Sheet.objects.visible_to(cast.dirk).exists()


def test_an_act_that_nobody_wrote_down_is_an_error(cast: Cast) -> None:
    with pytest.raises(policy.UnknownAct, match=r"casework\.raed.*WHO_MAY"):
        policy.may(cast.amira, "casework.raed")


class ListsAndObjectsAgree(TestCase):
    """`visible_to` and `sees` are one rule, written twice: for every worker and dossier they say the same."""

    cast: Cast
    teams: list[Any]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = the_cast()
        elsewhere = an_ocmw("OCMW Nergens")
        cls.teams = [None, cls.cast.team, cls.cast.dirk.team, cls.cast.chloe.team, a_team(elsewhere)]

    @given(data=st.data())
    def test_for_every_worker_and_dossier(self, data: st.DataObject) -> None:
        worker = data.draw(st.sampled_from(self.cast.everybody()))
        worker.role = data.draw(st.sampled_from(list(Role)))
        worker.team = data.draw(st.sampled_from(self.teams))
        worker.is_active = data.draw(st.booleans())
        organisation = data.draw(st.sampled_from([self.cast.ocmw, self.cast.chloe.organisation]))
        paper = Paper.objects.create(
            organisation=organisation,
            team=data.draw(st.sampled_from(self.teams)),
            owner=data.draw(st.sampled_from([None, *self.cast.everybody()])),
            closed_on=data.draw(st.sampled_from([None, date(2026, 5, 1)])),
        )
        sheet = Sheet.objects.create(dossier=paper)
        assert Paper.objects.visible_to(worker).filter(pk=paper.pk).exists() is policy.sees(worker, paper)
        assert Sheet.objects.visible_to(worker).filter(pk=sheet.pk).exists() is policy.sees(worker, paper)
