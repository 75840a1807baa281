"""How a household stands on a day: its people, what is known of it, and what the law makes of that. Read once for a whole page."""

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from threading import Lock
from uuid import UUID

from django.utils import timezone

from rechtop.casework.keys import read_key
from rechtop.casework.models import Conversation, Dossier
from rechtop.people.models import Dwelling, Person
from rechtop.people.queries import Picture, Presence, StandingFact, picture_of
from rechtop.rights.ask import Behind, Question, asked_first, next_questions, rights_behind, unanswered_openers
from rechtop.rights.evaluate import Assessment, Explanation, FactRef, Result, assess, explain
from rechtop.rights.evaluate.explain import missing_in
from rechtop.rights.facts.situation import HOME, Between, Key, Situation
from rechtop.rights.law.texts import RightTexts, TextsError, texts_of

HERE = ("always", "part_of_the_time", "temporarily_away")
"""Ways of living here (fact lives_here)."""

NO_ANSWER = ("does_not_know", "rather_not_say", "later")


@dataclass
class Stands:
    """A household on a day. Everything on a page about it comes from here, so that a page reads the household once."""

    dossier: Dossier
    picture: Picture
    assessment: Assessment
    results: list[Result]
    _missing: dict[Result, tuple[FactRef, ...]] = field(default_factory=dict)
    _explained: dict[Result, Explanation] = field(default_factory=dict)
    _questions: dict[UUID | None, list[Question]] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier, on: date | None = None) -> "Stands":
        """The household of a dossier, today or on another day."""
        picture = picture_of(dossier.household, on or timezone.localdate())
        return cls(dossier, picture, *_assessed(dossier.household_id, picture.situation))

    # -- people ----------------------------------------------------------------------------------------------------------

    @property
    def situation(self) -> Situation:
        """The household as the engine reads it."""
        return self.picture.situation

    @property
    def presences(self) -> tuple[Presence, ...]:
        """Everybody told of, the teller first."""
        return self.picture.presences

    @cached_property
    def persons(self) -> dict[str, Person]:
        """Everybody told of, by id."""
        return {str(presence.person.pk): presence.person for presence in self.presences}

    @cached_property
    def teller_id(self) -> str:
        """The id of the person who tells."""
        return str(self.dossier.teller_id)

    @cached_property
    def short_names(self) -> dict[str, str]:
        """How each person is called in a sentence: the first name, and the whole name when two would be called the same."""
        short = {key: person.call_name or person.given_name or person.family_name for key, person in self.persons.items()}
        twice = {name for name in short.values() if list(short.values()).count(name) > 1}
        return {key: self.persons[key].name if name in twice else name for key, name in short.items()}

    def name(self, person_id: str) -> str:
        """How to call a person; "" for nobody here."""
        return self.short_names.get(person_id, "")

    def age(self, person_id: str) -> int | None:
        """Full years on the day; None while the birth date is not known well enough."""
        born = self.value("birth_date", person_id)
        if isinstance(born, Between):
            ends = {years_between(end, self.picture.on) for end in (born.low, born.high) if isinstance(end, date)}
            return ends.pop() if len(ends) == 1 and born.low is not None and born.high is not None else None
        return years_between(born, self.picture.on) if isinstance(born, date) else None

    # -- facts -----------------------------------------------------------------------------------------------------------

    def value(self, fact: str, *ids: str) -> object:
        """What is known of a fact on the day; None when it is not."""
        spell = self.situation.told(fact, *ids)
        return None if spell is None else spell.value

    @cached_property
    def by_key(self) -> dict[Key, StandingFact]:
        """What stands, by the engine's key (fact, ids, year)."""
        home = self.picture.home.pk if self.picture.home else None
        return {(found.fact.id, found.about.ids(home, HOME), found.year): found for found in self.picture.facts}

    @cached_property
    def homes(self) -> dict[str, Dwelling | None]:
        """Ids of real estate known here: the home first, even when nobody told of it yet."""
        return {HOME: self.picture.home, **{estate: None for estate in self.situation.properties if estate != HOME}}

    @cached_property
    def serves(self) -> dict[str, int]:
        """For how many rights each fact counts."""
        counted: dict[str, int] = {}
        for right in self.assessment.law.rights:
            rule = right.read.rule
            nodes = (
                [] if rule is None else [*(c.node for c in rule.conditions), *(n for n in (rule.amount, rule.concerned) if n is not None)]
            )
            for fact in frozenset().union(*(node.facts for node in nodes)) if nodes else ():
                counted[fact] = counted.get(fact, 0) + 1
        return counted

    # -- what the law makes of it ------------------------------------------------------------------------------------------

    def missing(self, result: Result) -> tuple[FactRef, ...]:
        """The facts on which a result still hangs."""
        if result not in self._missing:
            self._missing[result] = missing_in(self.assessment, result)
        return self._missing[result]

    def needs(self, result: Result) -> tuple[FactRef, ...]:
        """What one would ask for a result: an opening or easier question in place of the details that it answers."""
        first = self.behind.get((result.right, result.subject))
        easier = [asked_first(ref, self.situation, (), self.openers) for ref in self.missing(result)]
        return tuple(dict.fromkeys([first, *easier] if first else easier))

    @cached_property
    def openers(self) -> frozenset[FactRef]:
        """Opening questions that nobody answered with yes or no."""
        return unanswered_openers(self.situation)

    def explain(self, result: Result) -> Explanation:
        """Everything that can be said about one result."""
        if result not in self._explained:
            self._explained[result] = explain(self.assessment, result)
        return self._explained[result]

    def skipped(self, conversation: Conversation | None) -> frozenset[Key | FactRef]:
        """What need not be asked now: not known or later in this talk, rather not said in any."""
        talk = conversation.pk if conversation else None
        facts = {key for key, found in self.by_key.items() if _is_skipped(found, talk)}
        aside = {ref for key in (conversation.set_aside if conversation else ()) if (ref := read_key(key)) is not None}
        return frozenset(facts | aside)

    def topic(self, conversation: Conversation | None) -> str:
        """What the talk was last about; "" at its beginning."""
        if conversation is None:
            return ""
        told = [(answer.entry.pk, found.fact.topic) for found in self.picture.facts for answer in found.answers
                if answer.entry.in_conversation == conversation.pk]  # fmt: skip
        return max(told, default=(0, ""))[1]

    @cached_property
    def behind(self) -> Behind:
        """The rights that hang on an opening question about somebody ("an illness?") while nobody answered it."""
        return rights_behind(self.assessment, self.results)

    def questions(self, conversation: Conversation | None) -> list[Question]:
        """Everything that can still be asked, the best first."""
        talk = conversation.pk if conversation else None
        if talk not in self._questions:
            skip = self.skipped(conversation)
            self._questions[talk] = next_questions(
                self.assessment, self.results, limit=None, topic=self.topic(conversation), skip=skip, behind=self.behind
            )
        return self._questions[talk]


_KEPT = 64
"""Households whose results stay in memory for the next page of the same talk."""

_last: OrderedDict[UUID, tuple[Situation, Assessment, list[Result]]] = OrderedDict()
_turn = Lock()


def _assessed(household: UUID, situation: Situation) -> tuple[Assessment, list[Result]]:
    """What the law makes of a household. Nothing changed since the last page: then neither did that; and after one answer more, only what
    that answer touches is worked out again."""
    with _turn:
        found = _last.get(household)
        if found is not None and found[0] == situation:
            _last.move_to_end(household)
            return found[1], found[2]
    assessment = assess(situation, earlier=found[1] if found is not None else None)
    results = assessment.results()
    with _turn:
        _last[household] = (situation, assessment, results)
        while len(_last) > _KEPT:
            _last.popitem(last=False)
    return assessment, results


def _is_skipped(found: StandingFact, talk: UUID | None) -> bool:
    answer = found.answers[0] if found.answers else None
    if answer is None or answer.knowing not in NO_ANSWER:
        return False
    return answer.knowing == "rather_not_say" or (talk is not None and answer.entry.in_conversation == talk)


def years_between(start: date, end: date) -> int:
    """Full years from one day to another."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def right_texts(right: str) -> RightTexts | None:
    """The words of a right; None when it has none yet."""
    try:
        return texts_of(right)
    except (TextsError, OSError, LookupError, TypeError, ValueError):
        return None


def right_name(right: str, language: str) -> str:
    """How a right is called."""
    texts = right_texts(right)
    return texts.name.in_language(language) if texts else right.replace("_", " ").capitalize()


def only_of(results: Collection[Result], right: str, subject: str) -> Result | None:
    """The result of one right for one person ("" = the household)."""
    return next(
        (
            result
            for result in results
            if result.right == right and result.subject in (subject, "") and (result.subject == subject or result.status == "failed")
        ),
        None,
    )
