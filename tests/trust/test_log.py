"""The log only grows, and tells when somebody touched it."""

import threading
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, close_old_connections, connection, transaction
from tests.trust.builders import Cast, the_cast
from tests.trust.paper.models import Paper

from rechtop.trust import log
from rechtop.trust.append_only import LOG
from rechtop.trust.models import LogLine
from rechtop.trust.queries import lines_about, log_head, verify_chain


def write(lines: int, cast: Cast) -> None:
    for number in range(lines):
        log.append(LogLine.Kind.WRITE, "casework.write", who=cast.amira, about=f"paper:{number}", detail={"count": number})


@pytest.fixture
def without_triggers(db: Any) -> Iterator[None]:
    """Somebody who owns the whole database and takes the triggers down first."""
    LOG.take_down(connection)
    yield
    LOG.put_up(connection)


def test_an_empty_log_is_whole(db: Any) -> None:
    assert verify_chain().whole
    assert log_head() == (0, log.FIRST)


def test_lines_follow_each_other(cast: Cast) -> None:
    write(3, cast)
    first, second, third = LogLine.objects.all()
    assert (first.previous, second.previous, third.previous) == (log.FIRST, first.hash, second.hash)
    report = verify_chain()
    assert (report.whole, report.length, report.head) == (True, 3, third.hash)


@pytest.mark.parametrize(
    "touch",
    [
        lambda lines: lines.update(act="casework.read"),
        lambda lines: lines.delete(),
        lambda lines: lines.filter(number=2)._raw_delete(lines.db),
        lambda lines: LogLine(number=2, kind="look", act="x", previous="", hash="y").save(force_update=True),
    ],
    ids=["update", "delete", "raw delete", "save over"],
)
def test_the_database_refuses_to_change_or_remove_a_line(cast: Cast, touch: Any) -> None:
    write(3, cast)
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        touch(LogLine.objects.all())
    assert verify_chain().whole


@pytest.mark.parametrize("column", ["act", "about", "purpose", "kind"])
def test_a_changed_line_is_found(cast: Cast, without_triggers: None, column: str) -> None:
    write(3, cast)
    LogLine.objects.filter(number=2).update(**{column: "export"})
    report = verify_chain()
    assert (report.broken_at, report.length) == (2, 1)
    assert "was changed" in report.why


def test_a_line_put_on_another_workers_name_is_found(cast: Cast, without_triggers: None) -> None:
    write(2, cast)
    LogLine.objects.filter(number=1).update(who=cast.bart)
    assert verify_chain().broken_at == 1


def test_a_removed_line_is_found(cast: Cast, without_triggers: None) -> None:
    write(3, cast)
    LogLine.objects.filter(number=2).delete()
    assert "line 2 is missing" in verify_chain().why


def test_two_lines_that_changed_places_are_found(cast: Cast, without_triggers: None) -> None:
    write(3, cast)
    LogLine.objects.filter(number=2).update(number=99)
    LogLine.objects.filter(number=3).update(number=2)
    LogLine.objects.filter(number=99).update(number=3)
    assert verify_chain().broken_at == 2


def test_a_log_cut_at_its_end_is_found_by_what_was_noted_elsewhere(cast: Cast, without_triggers: None) -> None:
    write(3, cast)
    noted = dict([log_head()])
    LogLine.objects.filter(number=3).delete()
    assert verify_chain().whole
    assert "ends before line 3" in verify_chain(noted).why


def test_a_log_rewritten_as_a_whole_is_found_by_what_was_noted_elsewhere(cast: Cast, without_triggers: None) -> None:
    write(3, cast)
    noted = dict([log_head()])
    LogLine.objects.all().delete()
    write(3, cast)
    assert verify_chain().whole
    assert verify_chain(noted).broken_at == 3


def test_the_command_says_whole_or_broken(cast: Cast, without_triggers: None) -> None:
    write(2, cast)
    out = StringIO()
    call_command("check_log", stdout=out)
    assert "whole: 2 lines" in out.getvalue()
    LogLine.objects.filter(number=1).update(act="other")
    with pytest.raises(CommandError, match="line 1 was changed"):
        call_command("check_log")


def test_the_command_refuses_a_note_it_cannot_read(db: Any) -> None:
    with pytest.raises(CommandError, match="NUMBER:HASH"):
        call_command("check_log", noted=["yesterday"])


def test_lines_about_a_dossier_newest_first(cast: Cast, paper: Paper) -> None:
    log.append(LogLine.Kind.LOOK, "casework.read", who=cast.amira, about=log.about_of(paper))
    log.append(LogLine.Kind.LOOK, "casework.read", who=cast.bart, about=log.about_of(paper))
    write(1, cast)
    assert [line.who for line in lines_about(paper)] == [cast.bart, cast.amira]


@pytest.mark.django_db(transaction=True)
def test_lines_written_at_once_still_form_one_chain() -> None:
    cast = the_cast()
    went_wrong: list[Exception] = []

    def worker() -> None:
        try:
            write(10, cast)
        except Exception as error:  # what goes wrong in a thread is told in the test
            went_wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=worker) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    close_old_connections()
    assert went_wrong == []
    report = verify_chain()
    assert (report.whole, report.length) == (True, 60)
