"""An action that changes something leaves a line, or it does not happen."""

import importlib
import inspect
import pkgutil

import pytest
from tests.trust.builders import Cast
from tests.trust.paper.models import Paper
from tests.trust.paper.views import rename, start, tell

import rechtop
from rechtop.trust import history, log
from rechtop.trust.history import note, recorded
from rechtop.trust.models import LogLine
from rechtop.trust.refusal import Refused


def test_a_change_leaves_a_line(cast: Cast, paper: Paper) -> None:
    rename(paper, title="new", by=cast.amira)
    line = LogLine.objects.get()
    assert (line.kind, line.act, line.who, line.about) == ("write", "casework.write", cast.amira, f"paper:{paper.pk}")
    assert line.detail == {"length": 3}


def test_who_may_not_changes_nothing_and_is_told_so(cast: Cast, paper: Paper, closed_paper: Paper) -> None:
    for worker, thing in [(cast.dirk, paper), (cast.rik, paper), (cast.ada, paper), (cast.chloe, paper), (cast.amira, closed_paper)]:
        with pytest.raises(Refused, match="mag dit niet"):
            rename(thing, title="new", by=worker)
    assert not LogLine.objects.exists()


def test_an_action_that_breaks_leaves_neither_change_nor_line(cast: Cast, paper: Paper) -> None:
    with pytest.raises(RuntimeError):
        rename(paper, title="breaks", by=cast.amira)
    paper.refresh_from_db()
    assert paper.title == "Amira's"
    assert not LogLine.objects.exists()


def test_no_line_no_change(cast: Cast, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_order(*args: object, **kwargs: object) -> None:
        raise OSError("the log does not answer")

    monkeypatch.setattr(history.log, "append", out_of_order)
    with pytest.raises(OSError, match="does not answer"):
        rename(paper, title="new", by=cast.amira)
    paper.refresh_from_db()
    assert paper.title == "Amira's"


def test_what_is_new_is_what_the_line_is_about(cast: Cast) -> None:
    made = start(title="new", by=cast.rik)
    assert LogLine.objects.get().about == f"paper:{made.pk}"


def test_a_room_below_casework_is_judged_by_the_dossier_it_works_within(cast: Cast, paper: Paper) -> None:
    assert tell("wage_net_month", within=paper, by=cast.amira) == "wage_net_month"
    assert LogLine.objects.get().about == f"paper:{paper.pk}"
    with pytest.raises(Refused):
        tell("wage_net_month", within=paper, by=cast.dirk)


@pytest.mark.parametrize("said", ["An De Voorbeeld", "zij is ziek", "a" * 81, "é"])
def test_a_line_takes_no_text(cast: Cast, said: str) -> None:
    with pytest.raises(ValueError, match="ids and numbers"):
        log.append(LogLine.Kind.WRITE, "casework.write", who=cast.amira, detail={"said": said})


def test_a_line_takes_no_list_of_things(cast: Cast) -> None:
    with pytest.raises(ValueError, match="ids and numbers"):
        log.append(LogLine.Kind.WRITE, "casework.write", who=cast.amira, detail={"said": ["a"]})  # type: ignore[dict-item]  # the point


def test_note_outside_an_action_is_a_mistake() -> None:
    with pytest.raises(RuntimeError, match="@recorded"):
        note(count=1)


def test_a_recorded_action_must_say_who_does_it() -> None:
    with pytest.raises(TypeError, match="`by`"):

        @recorded("casework.write")
        def without_a_worker(paper: Paper) -> None: ...


def test_every_action_of_every_room_is_recorded() -> None:
    forgotten = []
    for module in pkgutil.walk_packages(rechtop.__path__, "rechtop."):
        if module.name.rpartition(".")[2] != "actions":
            continue
        room = importlib.import_module(module.name)
        for name, action in inspect.getmembers(room, inspect.isfunction):
            if action.__module__ == module.name and not name.startswith("_") and not hasattr(action, "act"):
                forgotten.append(f"{module.name}.{name}")
    assert forgotten == []


def test_the_test_above_finds_actions_at_all() -> None:
    from rechtop.trust import actions

    assert inspect.isfunction(actions.add_worker)
    assert actions.add_worker.act == "trust.workers"  # type: ignore[attr-defined]  # put there by @recorded


def test_an_action_by_nobody_is_refused(paper: Paper) -> None:
    with pytest.raises(Refused):
        rename(paper, title="new", by=None)  # type: ignore[arg-type]  # the point
