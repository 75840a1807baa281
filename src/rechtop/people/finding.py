"""Finding somebody who is already known: by a name in any order and spelling, a birth date, a national number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from rechtop.people import names, national_number, sealing, spoken, spoken_dates
from rechtop.people.models import NameKey, Person, PersonQuerySet
from rechtop.people.spoken import Unclear
from rechtop.trust.models import Worker

CANDIDATES = 150
"""Persons looked at more closely for one search, the likeliest first."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody who may be the one you look for, and why, in words."""

    person: Person
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a search speaks of: words of a name, a date of birth, a national number."""

    words: tuple[str, ...] = ()
    born: tuple[date, ...] = ()
    number: str = ""


def find_persons(worker: Worker, text: str, *, among: PersonQuerySet | None = None, limit: int = 20) -> list[FoundPerson]:
    """Persons of the worker's own OCMW whom these words can mean: a name in any order and spelling, a birth date, a national number.

    among: a narrower list, when not every person of the OCMW may be found.
    """
    return _found(worker, _asked(text), among)[:limit]


def possible_doubles(
    worker: Worker,
    *,
    given_name: str = "",
    family_name: str = "",
    birth_date: date | None = None,
    national_number: str = "",
    limit: int = 5,
) -> list[FoundPerson]:
    """Who this new person may already be: the same number, or a like name with no other birth date."""
    asked = _Asked(
        tuple(_words(f"{given_name} {family_name}")), () if birth_date is None else _also_meant(birth_date), _digits(national_number)
    )
    return _found(worker, asked, careful=True)[:limit]


def _asked(text: str) -> _Asked:
    """What was typed, taken apart: a national number, else a date wherever it stands, else words of a name."""
    typed = spoken.clean(text[: 5 * spoken.LONGEST])[: spoken.LONGEST]
    if national_number.looks_like_one(typed):
        return _Asked(number=_digits(typed))
    pieces = typed.replace(",", " ").split()
    for length in (3, 1):  # "12 maart 1990" before "12/3/1990"
        for start in range(len(pieces) - length + 1):
            words = " ".join(pieces[start : start + length])
            day = _day(words)
            if day is not None:
                rest = pieces[:start] + pieces[start + length :]
                return _Asked(tuple(_words(" ".join(rest))), _also_meant(day))
    for start, piece in enumerate(pieces):
        if national_number.looks_like_one(piece):
            return _Asked(tuple(_words(" ".join(pieces[:start] + pieces[start + 1 :]))), number=_digits(piece))
    return _Asked(tuple(_words(typed)))


def _words(text: str) -> list[str]:
    """The words of a name that count; if there are only small ones (Ali El), those."""
    words = [word for word in names.words_of(text) if not word.isdecimal()]
    return [word for word in words if word not in names.PARTICLES] or words


def _digits(typed: str) -> str:
    digits = national_number.digits_of(typed)
    return digits if national_number.looks_like_one(digits) else ""


def _day(words: str) -> date | None:
    if not any(sign.isdecimal() for sign in words):
        return None
    try:
        found = spoken_dates.read_date(words, today=timezone.localdate(), latest=timezone.localdate())
    except Unclear as unclear:
        return _day(unclear.guess) if unclear.guess else None
    return found if isinstance(found, date) else None


def _also_meant(day: date) -> tuple[date, ...]:
    """The day, and the day with day and month swapped: the slip made most."""
    return (day, date(day.year, day.day, day.month)) if day.day <= 12 and day.day != day.month else (day,)


def _found(worker: Worker, asked: _Asked, among: PersonQuerySet | None = None, *, careful: bool = False) -> list[FoundPerson]:
    """Who is meant, the likeliest first. careful: only who can be the very same person."""
    persons = Person.objects.visible_to(worker) if among is None else among.visible_to(worker)
    by_number = list(persons.filter(national_number_fingerprint=sealing.fingerprint(asked.number))) if _can_look_up(asked) else []
    found = [FoundPerson(person, (_("zelfde rijksregisternummer"),)) for person in by_number]
    candidates = [person for person in _candidates(persons, _keys(worker, asked, among)) if person not in by_number]
    birth_dates = _birth_dates(candidates) if asked.born else {}
    ranked = []
    for person in candidates:
        reasons = _reasons(person, asked, birth_dates.get(person.pk, set()), careful=careful)
        if reasons:
            order = (-sum(reason.weight for reason in reasons), names.words_of(person.full_name), str(person.pk))
            ranked.append((order, FoundPerson(person, tuple(reason.words for reason in reasons))))
    return found + [one for _order, one in sorted(ranked, key=lambda item: item[0])]


def _can_look_up(asked: _Asked) -> bool:
    return bool(asked.number) and sealing.ready()


def _keys(worker: Worker, asked: _Asked, among: PersonQuerySet | None) -> QuerySet[NameKey]:
    """The kept forms that speak for somebody: of the name, its sound, a birth date."""
    forms = names.keys_of(" ".join(asked.words))
    wanted: list[tuple[str, dict[str, object]]] = []
    if forms:
        wanted = [(NameKey.Kind.NAME, {"key__in": forms}), (NameKey.Kind.SOUND, {"key__in": names.sounds_of(forms)})]
        # Beginnings as a range of keys: every database can use its index for it.
        begun = [word for word in asked.words if len(word) >= 2 and word.isascii()]
        wanted += [(NameKey.Kind.NAME, {"key__gte": word, "key__lte": f"{word}zzzzzzzz"}) for word in begun]
    if asked.born:
        wanted.append((NameKey.Kind.BIRTH, {"key__in": [day.isoformat() for day in asked.born]}))
    any_of = Q(pk__in=[])
    for kind, key in wanted:  # the OCMW in each of them, so that each is a look-up in the index
        any_of |= Q(organisation=worker.organisation_id, kind=kind, **key)
    here = NameKey.objects.filter(any_of)
    return here if among is None else here.filter(person__in=among)


def _candidates(persons: QuerySet[Person], keys: QuerySet[NameKey]) -> list[Person]:
    """The persons of whom most forms are kept that were asked for."""
    nearest = keys.values("person").annotate(shared=Count("pk")).order_by("-shared", "person")[:CANDIDATES]
    return list(persons.filter(pk__in=[row["person"] for row in nearest]))


def _birth_dates(persons: Iterable[Person]) -> Mapping[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    told = NameKey.objects.filter(kind=NameKey.Kind.BIRTH, person__in=[person.pk for person in persons])
    for person_id, day in told.values_list("person", "key"):
        found[person_id].add(day)
    return found


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why somebody may be meant; the weight only puts the likeliest first and is never shown."""

    words: str
    weight: int


def _reasons(person: Person, asked: _Asked, born: set[str], *, careful: bool) -> list[_Reason]:
    """Why this person may be meant; nothing when too little speaks for it."""
    nearness = _nearness(person, asked.words)
    all_words, some_words = bool(nearness) and all(nearness), any(nearness)
    if not asked.born:
        return [_name_reason(nearness)] if all_words else []
    name = [_name_reason(nearness)] if some_words else []
    same_day = asked.born[0].isoformat() in born
    swapped = not same_day and any(day.isoformat() in born for day in asked.born[1:])
    if same_day or swapped:
        day = _Reason(_("zelfde geboortedatum"), 40) if same_day else _Reason(_("geboortedatum met dag en maand gewisseld"), 15)
        enough = all_words or not (careful or (asked.words and not some_words))
        return [*name, day] if enough else []
    if not all_words or (born and (careful or min(nearness) < 3)):
        return []
    return [*name, _Reason(_("andere geboortedatum"), -20) if born else _Reason(_("geboortedatum nog niet bekend"), 0)]


def _nearness(person: Person, words: tuple[str, ...]) -> list[int]:
    """For each word how near the nearest form of the name is; or one figure when they are only right glued together."""
    keys = names.keys_of(person.given_name, person.family_name, person.call_name, f"{person.given_name} {person.family_name}")
    nearness = [max(names.likeness(word, key) for key in keys) if keys else 0 for word in words]
    if len(words) > 1 and not all(nearness):
        glued = max((names.likeness("".join(words), key) for key in keys), default=0)
        return [glued] if glued else nearness
    return nearness


def _name_reason(nearness: list[int]) -> _Reason:
    words = {3: _("zelfde naam"), 2: _("naam begint zo"), 1: _("naam lijkt erop")}.get(min(nearness), _("een deel van de naam"))
    return _Reason(words, sum(nearness) * 10 // len(nearness))
