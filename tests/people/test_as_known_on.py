"""A file as it was known on a day is what it was then, whatever was told, settled or taken back afterwards; in few queries."""

from datetime import UTC, date, datetime, timedelta
from itertools import count, permutations

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.people.builders import a_household, a_person, known

from rechtop.people import actions, queries
from rechtop.people.about import About
from rechtop.people.answers import Answer, as_kept
from rechtop.people.models import FactEntry
from rechtop.people.standing import overlap, stands
from rechtop.rights.facts.situation import Between
from rechtop.rights.facts.vocabulary import vocabulary

TODAY = date(2026, 11, 22)


@pytest.mark.django_db
def test_a_file_as_known_on_a_day_stays_as_it_was():
    home = a_household(children=1, wage_net_month="900")
    moments, pictures = [], []

    def remember():
        moments.append(timezone.now())
        pictures.append((queries.situation_of(home.household, TODAY), [fact.answers for fact in queries.facts_of(home.household, TODAY)]))

    remember()
    shown = home.tells("wage_net_month", home.an, "1000", source="document")
    remember()
    settled = actions.settle(shown, why="Loonfiche.", **home.inside)
    remember()
    actions.take_back(settled, why="Van haar broer.", **home.inside)
    remember()
    bo = a_person(home.worker, "Bo")
    joined = actions.join_household(bo, home.household, **home.inside)
    dwelling = actions.add_dwelling(home.household, **home.inside)
    home.tells("rent_month", About.of_dwelling(dwelling), "700")
    sale = actions.add_event("disposal", household=home.household, person=home.an, **home.inside)
    remember()
    actions.take_back_event(sale, why="Niet verkocht.", **home.inside)
    actions.take_back(joined, why="Woont hiernaast.", **home.inside)
    actions.move(home.household, on=date(2026, 1, 1), **home.inside)
    remember()
    actions.leave_household(home.kid1, home.household, until="1/6/2026", **home.inside)
    actions.does_not_know("wage_net_month", About.of_person(home.an), **home.inside)
    remember()
    assert len({repr(situation) for situation, _facts in pictures}) == 5  # seven, of which two are the second again: all was taken back
    for moment, (situation, facts) in zip(moments, pictures, strict=True):
        assert queries.situation_of(home.household, TODAY, as_known_on=moment) == situation
        assert [fact.answers for fact in queries.facts_of(home.household, TODAY, as_known_on=moment)] == facts


@pytest.mark.django_db
def test_what_was_told_on_a_visit_but_written_later_was_not_yet_known_here():
    home = a_household()
    before = timezone.now()
    home.tells("wage_net_month", home.an, "900", told_on=before - timedelta(days=3))
    key = ("wage_net_month", (str(home.an.pk),), None)
    assert key not in known(home.household, TODAY, as_known_on=before)
    assert known(home.household, TODAY)[key] == 90000


# -- few queries -------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("size", [0, 9])
def test_a_situation_takes_six_queries_whatever_the_size_of_the_household(size, django_assert_num_queries):
    home = a_household(children=size, partner=bool(size), wage_net_month="900")
    home.tells("rent_month", About.of_dwelling(actions.add_dwelling(home.household, **home.inside)), "700")
    for person in list(home.people.values()):
        home.tells("birth_date", person, "12/3/1990")
        flat = actions.add_property(person, share="10", **home.inside)
        home.tells("cadastral_income", About.of_dwelling(flat), "800")
        sale = actions.add_event("disposal", household=home.household, person=person, **home.inside)
        home.tells("disposal_value", About.of_event(sale), "100")
    for read in (queries.situation_of, queries.facts_of, queries.contradictions_of):
        with django_assert_num_queries(6):
            read(home.household, TODAY)
    with django_assert_num_queries(1):
        queries.persons_in(home.household, TODAY)


# -- what stands, whatever was told --------------------------------------------------------------------------------------

ACTIVITIES = ("employee", "job_seeker", "retired")
MORNINGS = [datetime(2026, month, 1, 9, tzinfo=UTC) for month in range(1, 7)]
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


def entry(pk, knowing="known", value=None, source="told", since=None, until=None, told_on=MORNINGS[0], replaces=None):
    """An entry as far as its standing is concerned; no database is needed for that."""
    return FactEntry(pk=pk, knowing=knowing, value=value, source=source, since=since, until=until, told_on=told_on, replaces_id=replaces)


@st.composite
def tellings(draw, fact="main_activity", sources=("told", "document", "register")):
    numbers, found = count(1), []
    for _number in range(draw(st.integers(1, 6))):
        first, last = draw(st.none() | DAYS), draw(st.none() | DAYS)
        if first and last and last < first:
            first, last = last, first
        knowing = draw(st.sampled_from(["known", "known", "known", "does_not_know", "later"]))
        value = draw(st.sampled_from(ACTIVITIES if fact == "main_activity" else (90000, 100000, {"at_least": 85000, "at_most": 95000})))
        found.append(
            entry(
                next(numbers),
                knowing,
                value if knowing == "known" else None,
                draw(st.sampled_from(sources)),
                first,
                last,
                draw(st.sampled_from(MORNINGS)),
            )
        )
    return found


def values_on(fact, entries, day):
    """What may be true on a day, by what stands."""
    holding = [standing for standing in stands(vocabulary().fact(fact), entries, on=day) if standing.holds(day)]
    return set(holding[0].several or [holding[0].value]) if holding else set()


@settings(max_examples=150, deadline=None)
@given(entries=tellings(), day=DAYS)
def test_nothing_stands_that_nobody_told(entries, day):
    told = {one.value for one in entries}
    assert values_on("main_activity", entries, day) <= told | {None}


@settings(max_examples=100, deadline=None)
@given(entries=tellings(), day=DAYS)
def test_the_order_in_which_the_database_gives_entries_does_not_matter(entries, day):
    expected = values_on("main_activity", entries, day)
    for order in list(permutations(entries))[1:720:90]:
        assert values_on("main_activity", list(order), day) == expected


@settings(max_examples=100, deadline=None)
@given(entries=tellings(sources=("told",)), day=DAYS)
def test_one_source_never_contradicts_itself(entries, day):
    assert not any(standing.several for standing in stands(vocabulary().fact("main_activity"), entries, on=day))


@settings(max_examples=100, deadline=None)
@given(entries=tellings(), source=st.sampled_from(["told", "document", "register"]), day=DAYS)
def test_the_last_thing_a_source_says_of_a_day_stands_or_is_contradicted(entries, source, day):
    last = entry(99, "known", "child_below_school_age", source, day, day, datetime(2026, 7, 1, 9, tzinfo=UTC))
    assert "child_below_school_age" in values_on("main_activity", [*entries, last], day)


@settings(max_examples=100, deadline=None)
@given(entries=tellings(), day=DAYS)
def test_taking_back_the_newest_gives_what_stood_before_it(entries, day):
    newest = max(entries, key=lambda one: one.pk)
    unsaid = entry(99, "withdrawn", None, newest.source, told_on=datetime(2026, 7, 1, 9, tzinfo=UTC), replaces=newest.pk)
    before = [one for one in entries if one is not newest]
    assert values_on("main_activity", [*entries, unsaid], day) == values_on("main_activity", before, day)


@settings(max_examples=100, deadline=None)
@given(entries=tellings("wage_net_month"), day=DAYS)
def test_answers_of_one_thing_never_overlap_in_time(entries, day):
    for fact in ("wage_net_month", "main_activity"):
        chosen = entries if fact == "wage_net_month" else [one for one in entries if one.knowing != "known"]
        spoken = stands(vocabulary().fact(fact), chosen, on=day)
        begun = [standing for standing in spoken if standing.since is not None]
        for one in begun:
            for other in begun:
                if one is not other:
                    assert (one.until is not None and one.until < other.since) or (other.until is not None and other.until < one.since)


ENDS = st.none() | st.integers(0, 20)
BOUNDS = st.one_of(st.integers(0, 20), st.builds(Between, ENDS, ENDS).filter(lambda b: None in (b.low, b.high) or b.low <= b.high))


def allows(value, number):
    if isinstance(value, Between):
        return (value.low is None or value.low <= number) and (value.high is None or number <= value.high)
    return value == number


@given(one=BOUNDS, other=BOUNDS)
def test_what_two_answers_leave_possible_together_is_what_both_allow(one, other):
    both = overlap(one, other)
    common = {number for number in range(-1, 22) if allows(one, number) and allows(other, number)}
    assert common == ({number for number in range(-1, 22) if allows(both, number)} if both is not None else set())


def test_statuses_keep_their_dates_as_parts_of_the_answer():
    fact = vocabulary().fact("has_leefloon")

    def status(pk, state, **more):
        return entry(pk, value=as_kept(fact, Answer("known", state)), **more)

    held = status(1, "yes", since=date(2024, 1, 1))
    stopped = status(2, "stopped", until=date(2025, 12, 31), told_on=MORNINGS[1])
    [standing] = stands(fact, [held, stopped], on=TODAY)
    assert (standing.value, standing.since, standing.until) == ("stopped", None, date(2025, 12, 31))


def test_what_was_announced_gives_way_to_what_is_told_on_the_day_itself():
    announced = entry(1, "known", "job_seeker", "told", date(2026, 2, 1), None, datetime(2026, 1, 1, 9, tzinfo=UTC))
    now = entry(2, "known", "employee", "told", None, None, datetime(2026, 2, 1, 9, tzinfo=UTC))
    assert values_on("main_activity", [announced, now], date(2026, 2, 1)) == {"employee"}
