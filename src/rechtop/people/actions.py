"""Writing: persons, who lives where, and what is told. Every action is one transaction with its line in the history.

What was told is never changed: telling again supersedes, `take_back` unsays, `settle` decides between two sources.
`within` is the dossier in which it happens; by it the right of the worker is judged.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from rechtop.people import answers, names, queries, sealing, spoken
from rechtop.people.about import About
from rechtop.people.models import (
    CONTACT_LANGUAGES,
    LIVES_HERE,
    AddressForm,
    Dwelling,
    Event,
    FactEntry,
    Household,
    NameKey,
    Occupancy,
    Person,
)
from rechtop.people.national_number import read_national_number
from rechtop.people.standing import stands
from rechtop.rights.facts.kinship import INVERSE, impossible
from rechtop.rights.facts.situation import Key
from rechtop.rights.facts.vocabulary import EVENT_KINDS, Fact, UnknownFact, vocabulary
from rechtop.trust.history import note, recorded
from rechtop.trust.models import Worker
from rechtop.trust.policy import Record
from rechtop.trust.refusal import Refused

KINSHIP, BIRTH_DATE = "kinship", "birth_date"
LONGEST_REASON = 500
GENERATIONS = 8
"""How many ties away relatives are looked at, when a new tie could make somebody his own ancestor."""


class Within(Record, Protocol):
    """The dossier in which something is told: a record of the policy that is about one household."""

    @property
    def household_id(self) -> UUID: ...


# -- persons -----------------------------------------------------------------------------------------------------------


@recorded("people.add")
def add_person(
    *,
    given_name: str = "",
    family_name: str = "",
    call_name: str = "",
    language: str = "nl",
    address_form: str = "u",
    national_number: str = "",
    birth_date: object = None,
    by: Worker,
) -> Person:
    """Write down a person whom nobody here knew yet. Search first: `queries.possible_doubles`."""
    person = Person(organisation=by.organisation, added_by=by)
    _name(person, given_name=given_name, family_name=family_name, call_name=call_name)
    _choose(person, language=language, address_form=address_form)
    born_by_number = _number(person, national_number)
    _save(person)
    about = About.of_person(person)
    if birth_date not in (None, ""):
        _tell(BIRTH_DATE, about, birth_date, by=by)
    elif born_by_number is not None:
        _tell(BIRTH_DATE, about, born_by_number, by=by, source=FactEntry.Source.INFERRED, document=_("rijksregisternummer"))
    else:
        _keep_keys(person)
    return person


@recorded("people.name")
def correct_person(
    person: Person,
    *,
    given_name: str | None = None,
    family_name: str | None = None,
    call_name: str | None = None,
    language: str | None = None,
    address_form: str | None = None,
    national_number: str | None = None,
    within: Within,
    by: Worker,
) -> Person:
    """Correct the name, the way of speaking to somebody, or the national number ("" takes it away). None leaves it."""
    _held_here(within, by, person)
    _name(
        person,
        given_name=person.given_name if given_name is None else given_name,
        family_name=person.family_name if family_name is None else family_name,
        call_name=person.call_name if call_name is None else call_name,
    )
    _choose(person, language=language or person.language, address_form=address_form or person.address_form)
    if national_number is not None:
        _number(person, national_number)
    _save(person)
    _keep_keys(person)
    note(person=str(person.pk))
    return person


def _name(person: Person, **typed: str) -> None:
    labels = {"given_name": _("Voornaam"), "family_name": _("Familienaam"), "call_name": _("Roepnaam")}
    for field, text in typed.items():
        setattr(person, field, _line(labels[field], text, names.LONGEST_NAME))
    if not names.has_letters(person.full_name):
        raise Refused(
            _("Er is nog geen naam."), to_do=_("Vul minstens een voornaam, familienaam of roepnaam in; een roepnaam alleen is genoeg.")
        )


def _choose(person: Person, *, language: str, address_form: str) -> None:
    if language not in dict(CONTACT_LANGUAGES) or address_form not in AddressForm.values:
        raise Refused(_("Deze taal of aanspreekvorm staat niet in de lijst."), to_do=_("Kies er een uit de lijst."))
    person.language, person.address_form = language, address_form


def _number(person: Person, typed: str) -> date | None:
    """Seal the national number into the person; gives the birth date that it tells of."""
    if not typed.strip():
        person.sealed_national_number, person.national_number_fingerprint = "", None
        return None
    number = read_national_number(spoken.clean(typed[: spoken.LONGEST]))
    if not sealing.ready():
        raise Refused(
            _("Rijksregisternummers kunnen hier niet veilig bewaard worden."),
            to_do=_("Laat het nummer leeg, of vraag de beheerder om de sleutels in te stellen."),
        )
    mark = sealing.fingerprint(number.digits)
    if person.national_number_fingerprint != mark:
        person.sealed_national_number, person.national_number_fingerprint = sealing.seal(number.digits), mark
    return number.birth_date


def _save(person: Person) -> None:
    """Keep a person; the database holds each national number once in an OCMW, also when two workers write it at once."""
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        raise Refused(
            _("Er staat hier al iemand met dit rijksregisternummer."), to_do=_("Zoek op dat nummer en neem die persoon.")
        ) from error


def _keep_keys(person: Person) -> None:
    """Under which forms the person is found, after a change of name or birth date."""
    forms = names.keys_of(person.given_name, person.family_name, person.call_name, f"{person.given_name} {person.family_name}")
    wanted = {(NameKey.Kind.NAME, key) for key in forms} | {(NameKey.Kind.SOUND, sound) for sound in names.sounds_of(forms)}
    born = FactEntry.objects.filter(fact=BIRTH_DATE, person=person).values_list("pk", "value", "knowing", "replaces")
    taken_back = {replaces for _pk, _day, knowing, replaces in born if knowing == FactEntry.Knowing.WITHDRAWN}
    days = (day for pk, day, _knowing, _replaces in born if pk not in taken_back)
    wanted |= {(NameKey.Kind.BIRTH, day) for day in days if isinstance(day, str)}
    have = {(NameKey.Kind(key.kind), key.key): key.pk for key in person.name_keys.all()}
    NameKey.objects.filter(pk__in=[pk for key, pk in have.items() if key not in wanted]).delete()
    held_by = person.organisation_id
    new = [NameKey(organisation_id=held_by, person=person, kind=kind, key=key) for kind, key in sorted(wanted - set(have))]
    NameKey.objects.bulk_create(new)


# -- households and homes ------------------------------------------------------------------------------------------------


@recorded("people.add")
def add_household(*, teller: Person | None = None, by: Worker) -> Household:
    """Begin the picture of a household, with the person who tells of it."""
    if teller is not None and teller.organisation_id != by.organisation_id:
        raise _nobody_there()
    household = Household.objects.create(organisation=by.organisation, added_by=by)
    if teller is not None:
        _tell(LIVES_HERE, About.of_presence(teller, household), "always", by=by, told_in=household.pk)
    return household


@recorded("people.tell")
def join_household(
    person: Person,
    household: Household,
    how: object = "always",
    *,
    since: object = None,
    until: object = None,
    source: str = FactEntry.Source.TOLD,
    in_conversation: UUID | None = None,
    within: Within,
    by: Worker,
) -> FactEntry:
    """Somebody is in the picture of a household: always, part_of_the_time, temporarily_away, or never (lives elsewhere, but matters)."""
    about = About.of_presence(person, household)
    return _told(LIVES_HERE, about, how, within, by, since=since, until=until, source=source, in_conversation=in_conversation)


@recorded("people.tell")
def leave_household(
    person: Person,
    household: Household,
    *,
    until: object,
    source: str = FactEntry.Source.TOLD,
    in_conversation: UUID | None = None,
    within: Within,
    by: Worker,
) -> FactEntry:
    """Somebody does not live in a household any more. until: the last day here."""
    _since, last = answers.read_period(vocabulary().fact(LIVES_HERE), None, until, today=timezone.localdate())
    if last is None:
        raise Refused(_("Er is nog geen laatste dag."), to_do=_("Zeg tot wanneer deze persoon hier woonde."))
    about = About.of_presence(person, household)
    gone = last + timedelta(1)
    return _told(LIVES_HERE, about, "no_longer", within, by, since=gone, source=source, in_conversation=in_conversation)


@recorded("people.tell")
def add_dwelling(
    household: Household, *, since: date | None = None, street: str = "", postcode: str = "", place: str = "", within: Within, by: Worker
) -> Dwelling:
    """The home of a household, from a day on or (None) already before anybody told."""
    _held_here(within, by, household)
    return _home(household, since, _address(Dwelling(), street, postcode, place), by)


@recorded("people.tell")
def move(
    household: Household,
    *,
    on: date,
    to: Dwelling | None = None,
    street: str = "",
    postcode: str = "",
    place: str = "",
    within: Within,
    by: Worker,
) -> Dwelling:
    """The household lives somewhere else from that day on. What was told of the old home stays with the old home."""
    _held_here(within, by, household, *([to] if to else []))
    return _home(household, on, to or _address(Dwelling(), street, postcode, place), by)


@recorded("people.tell")
def leave_home(household: Household, *, on: date, within: Within, by: Worker) -> Occupancy:
    """The household has no home from that day on."""
    _held_here(within, by, household)
    return Occupancy.objects.create(household=household, dwelling=None, since=on, told_to=by)


@recorded("people.tell")
def take_back_move(occupancy: Occupancy, *, why: str, within: Within, by: Worker) -> Occupancy:
    """A move or home that was told by mistake: the home before it stands again."""
    _held_here(within, by, occupancy.household)
    _unsay(occupancy, why, by)
    return occupancy


@recorded("people.name")
def set_address(dwelling: Dwelling, *, street: str, postcode: str, place: str, within: Within, by: Worker) -> Dwelling:
    """Where a home stands, as one writes it on a letter."""
    _held_here(within, by, dwelling)
    _address(dwelling, street, postcode, place).save()
    return dwelling


def _home(household: Household, since: date | None, dwelling: Dwelling, by: Worker) -> Dwelling:
    if dwelling._state.adding:
        dwelling.organisation_id, dwelling.added_by = household.organisation_id, by
        dwelling.save(force_insert=True)
    Occupancy.objects.create(household=household, dwelling=dwelling, since=since, told_to=by)
    return dwelling


def _address(dwelling: Dwelling, street: str, postcode: str, place: str) -> Dwelling:
    dwelling.street = _line(_("Straat en nummer"), street, 160)
    dwelling.postcode = _line(_("Postcode"), postcode, 12)
    dwelling.place = _line(_("Gemeente"), place, 80)
    return dwelling


@recorded("people.tell")
def add_property(
    owner: Person,
    *,
    share: object = None,
    kind: object = None,
    estate: Dwelling | None = None,
    in_conversation: UUID | None = None,
    within: Within,
    by: Worker,
) -> Dwelling:
    """Real estate of which somebody owns a part. share: percent, None while not told. estate: one that is known here, the home too."""
    _held_here(within, by, owner, *([estate] if estate else []))
    dwelling = estate or Dwelling.objects.create(organisation=by.organisation, added_by=by)
    share_said = "later" if share in (None, "") else share
    here: dict[str, Any] = {"by": by, "told_in": within.household_id, "in_conversation": in_conversation}
    _tell(queries.OWNERSHIP, About.of_relation(owner, dwelling), share_said, **here)
    if kind not in (None, ""):
        _tell("property_kind", About.of_dwelling(dwelling), kind, **here)
    return dwelling


@recorded("people.tell")
def add_event(kind: str, *, household: Household, person: Person | None = None, within: Within, by: Worker) -> Event:
    """Something with a date (disposal, fuel_delivery, application, awaited_income), of a person or else of the household."""
    _held_here(within, by, household, *([person] if person else []))
    if kind not in EVENT_KINDS:
        raise Refused(_("Zo'n gebeurtenis bestaat hier niet."), to_do=_("Kies er een uit de lijst."))
    return Event.objects.create(organisation=by.organisation, kind=kind, person=person, household=household, told_to=by)


@recorded("people.tell")
def take_back_event(event: Event, *, why: str, within: Within, by: Worker) -> Event:
    """An event that was told by mistake no longer counts."""
    _held_here(within, by, event)
    _unsay(event, why, by)
    return event


def _unsay(told: Event | Occupancy, why: str, by: Worker) -> None:
    if told.taken_back_on is not None:
        raise _taken_back_already()
    told.taken_back_why, told.taken_back_on, told.taken_back_by = _reason(why), timezone.now(), by
    told.save(update_fields=["taken_back_why", "taken_back_on", "taken_back_by"])


# -- what is told ----------------------------------------------------------------------------------------------------------


@recorded("people.tell")
def tell(
    fact: str,
    about: About,
    answer: object,
    *,
    year: object = None,
    since: object = None,
    until: object = None,
    source: str = FactEntry.Source.TOLD,
    document: str = "",
    told_on: datetime | None = None,
    in_conversation: UUID | None = None,
    language: str = "nl",
    within: Within,
    by: Worker,
) -> FactEntry:
    """Somebody tells a fact. `answer` is what was typed, or a typed value; `answers.NotAnAnswer` says what is wrong with it."""
    return _told(
        fact,
        about,
        answer,
        within,
        by,
        year=year,
        since=since,
        until=until,
        source=source,
        document=document,
        told_on=told_on,
        in_conversation=in_conversation,
        language=language,
    )


@recorded("people.tell")
def answer_question(household: Household, key: Key, answer: object, *, within: Within, by: Worker, **more: Any) -> FactEntry:
    """An answer to what the engine asks, by its key (fact, ids, year); `more` as for `tell`. The home is added when it is first told of."""
    fact, ids, year = key
    try:
        about = _about(household, fact, ids, within, by)
    except LookupError as error:
        raise _nobody_there() from error
    return _told(fact, about, answer, within, by, year=year, **more)


def _about(household: Household, fact: str, ids: Sequence[str], within: Within, by: Worker) -> About:
    _held_here(within, by, household)
    today = timezone.localdate()
    try:
        return queries.about(household, fact, ids, today)
    except queries.NoHome:
        pass
    Household.objects.select_for_update().get(pk=household.pk)  # two first answers about a home at once speak of one home
    try:
        return queries.about(household, fact, ids, today)
    except queries.NoHome:
        if Occupancy.objects.filter(household=household, taken_back_on=None).exists():
            raise Refused(_("Dit huishouden heeft nu geen woning."), to_do=_("Zeg eerst waar het woont.")) from None
        _home(household, None, Dwelling(), by)
        return queries.about(household, fact, ids, today)


@recorded("people.tell")
def tell_later(
    fact: str, about: About, *, year: object = None, in_conversation: UUID | None = None, within: Within, by: Worker
) -> FactEntry:
    """Not now: the question comes back another time. What was known stays known."""
    return _told(fact, about, "later", within, by, year=year, in_conversation=in_conversation)


@recorded("people.tell")
def does_not_know(
    fact: str, about: About, *, year: object = None, in_conversation: UUID | None = None, within: Within, by: Worker
) -> FactEntry:
    """The person does not know."""
    return _told(fact, about, "does_not_know", within, by, year=year, in_conversation=in_conversation)


@recorded("people.tell")
def rather_not_say(
    fact: str, about: About, *, year: object = None, in_conversation: UUID | None = None, within: Within, by: Worker
) -> FactEntry:
    """The person would rather not say; nobody asks again without reason."""
    return _told(fact, about, "rather_not_say", within, by, year=year, in_conversation=in_conversation)


@recorded("people.tell")
def relate(
    person: Person,
    other: Person,
    kinship: object,
    *,
    since: object = None,
    source: str = FactEntry.Source.TOLD,
    in_conversation: UUID | None = None,
    within: Within,
    by: Worker,
) -> FactEntry:
    """What `other` is to `person`: relate(an, kid, "child") means that kid is a child of an."""
    return _told(
        KINSHIP, About.of_relation(person, other), kinship, within, by, since=since, source=source, in_conversation=in_conversation
    )


@recorded("people.tell")
def take_back(entry: FactEntry, *, why: str, within: Within, by: Worker) -> FactEntry:
    """Told by mistake: it no longer counts, and what stood before it stands again. It stays in the history."""
    about = _about_of(entry, within)
    _held_by_own(within, by, about)
    if entry.knowing == FactEntry.Knowing.WITHDRAWN or entry.replaced_by.filter(knowing=FactEntry.Knowing.WITHDRAWN).exists():
        raise _taken_back_already()
    try:
        with transaction.atomic():
            unsaid = FactEntry.objects.create(
                fact=entry.fact,
                year=entry.year,
                knowing=FactEntry.Knowing.WITHDRAWN,
                source=entry.source,
                replaces=entry,
                why=_reason(why),
                told_to=by,
                told_in_id=entry.told_in_id,
                **about.columns,
            )
    except IntegrityError as error:  # somebody else took it back in the same moment
        raise _taken_back_already() from error
    _after(entry.fact, about)
    note(fact=entry.fact, entry=unsaid.pk)
    return unsaid


@recorded("people.tell")
def settle(entry: FactEntry, *, answer: object = None, why: str, language: str = "nl", within: Within, by: Worker) -> FactEntry:
    """Decide between two sources: `entry` is the one that is right; with `answer`, neither is and this stands instead."""
    about, passport = _about_of(entry, within), vocabulary().fact(entry.fact)
    _held_by_own(within, by, about)
    history = queries.history_of(entry.fact, about, entry.year)
    standing = next((one for one in stands(passport, history, on=timezone.localdate()) if one.several and entry in one.entries), None)
    if standing is None:
        raise Refused(_("Hierover is er geen verschil meer."), to_do=_("Bekijk eerst wat er nu staat."))
    others = [one for one in standing.entries if one != entry] if answer is None else list(standing.entries)
    settled = FactEntry(
        fact=entry.fact,
        year=entry.year,
        knowing=FactEntry.Knowing.KNOWN,
        value=entry.value,
        since=standing.since,
        until=standing.until,
        source=entry.source,
        document=entry.document,
        replaces=min(others, key=lambda one: (one.since or timezone.localdate(one.told_on), one.pk)),
        why=_reason(why),
        told_to=by,
        told_in_id=within.household_id,
        **about.columns,
    )
    if passport.type == "status":
        settled.since, settled.until = entry.since, entry.until
    if answer is not None:
        read = answers.read(passport, answer, language=language, today=timezone.localdate())
        settled.knowing, settled.value, settled.source, settled.document = read.knowing, answers.as_kept(passport, read), "told", ""
        settled.since, settled.until = (read.since, read.until) if passport.type == "status" else (settled.since, settled.until)
    settled.save(force_insert=True)
    _after(entry.fact, about)
    note(fact=entry.fact, entry=settled.pk)
    return settled


# -- the one way into the fact store ---------------------------------------------------------------------------------------


def _told(fact: str, about: About, answer: object, within: Within, by: Worker, **more: Any) -> FactEntry:
    """Tell a fact within a dossier: of people of the same OCMW only."""
    _held_by_own(within, by, about)
    return _tell(fact, about, answer, by=by, told_in=within.household_id, **more)


def _tell(
    fact: str,
    about: About,
    answer: object,
    *,
    by: Worker,
    year: object = None,
    since: object = None,
    until: object = None,
    source: str = FactEntry.Source.TOLD,
    document: str = "",
    told_on: datetime | None = None,
    told_in: UUID | None = None,
    in_conversation: UUID | None = None,
    language: str = "nl",
) -> FactEntry:
    passport = _passport(fact, about)
    today, now = timezone.localdate(), timezone.now()
    read = answers.read(passport, answer, language=language, today=today)
    from_day, to_day = answers.read_period(passport, since, until, language=language, today=today)
    if source not in FactEntry.Source.values:
        raise Refused(_("Zo'n bron bestaat hier niet."), to_do=_("Kies: verteld, document, register of afgeleid."))
    if told_on is not None and timezone.is_naive(told_on):
        told_on = timezone.make_aware(told_on)
    if told_on is not None and told_on > now:
        raise Refused(_("Dit gesprek ligt in de toekomst."), to_do=_("Kijk de datum van het gesprek na."))
    entry = FactEntry(
        fact=passport.id,
        year=answers.read_year(passport, year, today=today, language=language),
        knowing=read.knowing,
        value=answers.as_kept(passport, read),
        since=from_day or read.since,
        until=to_day or read.until,
        source=source,
        document=_line(_("Document"), document, 200),
        told_on=told_on or now,
        recorded_on=now,
        told_to=by,
        told_in_id=told_in,
        in_conversation=in_conversation,
    )
    if passport.id == KINSHIP or passport.symmetric:
        about = _seen_from_the_same_side(about, entry)
    if passport.id == KINSHIP and entry.value is not None:
        _refuse_own_ancestor(about.within(told_in) if told_in else about, entry.value)
    for column, value in about.columns.items():
        setattr(entry, column, value)
    entry.save(force_insert=True)
    _after(passport.id, about)
    note(fact=passport.id, entry=entry.pk)
    return entry


def _passport(fact: str, about: About) -> Fact:
    """The fact, if it can be told of such a thing."""
    try:
        passport = vocabulary().fact(fact)
    except UnknownFact as error:
        raise Refused(_("Deze vraag bestaat niet (meer)."), to_do=_("Laad de pagina opnieuw.")) from error
    fits = about.shape == ("presence" if passport.id == LIVES_HERE else passport.of)
    if passport.of == "relation":
        fits = fits and (about.to_person_id if passport.to == "person" else about.dwelling_id) is not None
        if about.person_id == about.to_person_id and (passport.symmetric or passport.id == KINSHIP):
            raise Refused(_("Dit is een band van iemand met zichzelf."), to_do=_("Kies twee verschillende mensen."))
    if about.shape == "event" and fits:
        fits = Event.objects.filter(pk__in=[about.event_id], kind=passport.event, taken_back_on=None).exists()
    if not fits:
        raise _nobody_there()
    return passport


def _seen_from_the_same_side(about: About, entry: FactEntry) -> About:
    """A tie that reads from both ends is kept from one: the end from which it was told first."""
    if not FactEntry.objects.filter(
        fact=entry.fact, told_in=entry.told_in_id, person=about.to_person_id, to_person=about.person_id
    ).exists():
        return about
    if entry.fact == KINSHIP and entry.value is not None:
        entry.value = INVERSE[entry.value]
    return about.turned


def _refuse_own_ancestor(about: About, kinship: str) -> None:
    """Nobody descends from himself; ties told earlier that would make it so are named by what they say."""
    told = {pair: tie for pair, tie in _ties_around(about) if pair != (str(about.person_id), str(about.to_person_id))}
    new = (str(about.person_id), str(about.to_person_id), kinship)
    told[new[0], new[1]] = kinship
    for wrong in impossible(told):
        if wrong.why == "own_ancestor" and new in wrong.ties:
            raise Refused(
                _("Volgens de banden die al verteld zijn, zou iemand zo van zichzelf afstammen."),
                to_do=_("Kijk na wie wiens ouder of kind is."),
            )


def _ties_around(about: About) -> Iterable[tuple[tuple[str, str], str]]:
    """The kinships that stand among relatives of these two, some generations around."""
    passport, today = vocabulary().fact(KINSHIP), timezone.localdate()
    seen: set[UUID | None] = set()
    reached: set[UUID | None] = {about.person_id, about.to_person_id}
    by_pair: dict[tuple[str, str], dict[int, FactEntry]] = {}
    for _generation in range(GENERATIONS):
        new, seen = reached - seen, seen | reached
        if not new:
            break
        for entry in FactEntry.objects.filter(Q(person__in=new) | Q(to_person__in=new), fact=KINSHIP, told_in=about.told_in):
            by_pair.setdefault((str(entry.person_id), str(entry.to_person_id)), {})[entry.pk] = entry
            reached |= {entry.person_id, entry.to_person_id}
    for pair, told in by_pair.items():
        for standing in stands(passport, told.values(), on=today)[:1]:
            if isinstance(standing.value, str):
                yield pair, standing.value


def _after(fact: str, about: About) -> None:
    """What must follow in the same transaction: a person is also found by the birth date that was told."""
    if fact == BIRTH_DATE and about.person_id is not None:
        _keep_keys(Person.objects.get(pk=about.person_id))


def _about_of(entry: FactEntry, within: Within) -> About:
    """Of whom an entry is, if it stands in the household of this dossier."""
    if entry.told_in_id in (None, within.household_id):
        for record in (entry.person, entry.household, entry.dwelling, entry.event):
            if record is not None:
                return About.of_entry(entry, record.organisation_id, within.household_id)
    raise _nobody_there()


def _held_here(within: Within, by: Worker, *records: Person | Household | Dwelling | Event) -> None:
    """The dossier, the worker and everything spoken of belong to one OCMW."""
    if any(record.organisation_id != by.organisation_id for record in records) or within.organisation_id != by.organisation_id:
        raise _nobody_there()


def _held_by_own(within: Within, by: Worker, about: About) -> None:
    if about.organisations != {by.organisation_id} or within.organisation_id != by.organisation_id:
        raise _nobody_there()


def _nobody_there() -> Refused:
    return Refused(_("Deze vraag past niet bij wie of wat gekozen is."), to_do=_("Laad de pagina opnieuw en kies opnieuw."))


def _taken_back_already() -> Refused:
    return Refused(_("Dit is al teruggenomen."), to_do=_("Laad de pagina opnieuw om te zien wat er nu staat."))


def _line(label: str, text: str, longest: int) -> str:
    """One line of plain text; a refusal that names the field when it is too long or cannot be read."""
    line = spoken.clean(text[: 4 * longest + 1])
    if len(line) > longest or len(text) > 4 * longest:
        raise Refused(
            _("%(label)s: dit is langer dan %(longest)s tekens.") % {"label": label, "longest": longest}, to_do=_("Schrijf het korter.")
        )
    if spoken.has_unreadable(line):
        raise Refused(
            _("%(label)s: dit bevat tekens die niet te lezen zijn.") % {"label": label},
            to_do=_("Typ het opnieuw in plaats van het te plakken."),
        )
    return line


def _reason(why: str) -> str:
    reason = _line(_("Reden"), why, LONGEST_REASON)
    if not reason:
        raise Refused(_("Er is nog geen reden."), to_do=_("Schrijf kort waarom: wie het later leest, moet het begrijpen."))
    return reason
