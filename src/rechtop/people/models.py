"""Persons, the homes of a household through time, and what was told: told facts are added, never changed.

The database itself refuses UPDATE and DELETE on told facts (migration 0002). A household is not stored as a list of members:
who lives there, and how, is told like everything else (the fact `lives_here`), so that it has a source and a history.
"""

import uuid
from typing import ClassVar, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rechtop.people import sealing
from rechtop.rights.facts.vocabulary import EVENT_KINDS
from rechtop.trust.models import Organisation, Worker

LIVES_HERE = "lives_here"
"""The one fact about a person *in* a household: a child may live part of the time in two."""

M = TypeVar("M", bound=models.Model)


class OfOneOrganisation(models.QuerySet[M]):
    """What one OCMW holds, and no other ever sees."""

    def visible_to(self, worker: Worker) -> "OfOneOrganisation[M]":
        """What the worker's own OCMW holds. Which dossiers she may open is judged by the dossier, not here."""
        return self.filter(organisation=worker.organisation_id) if worker.is_active else self.none()


class PersonQuerySet(OfOneOrganisation["Person"]):
    """Persons, as far as one OCMW holds them."""


class HouseholdQuerySet(OfOneOrganisation["Household"]):
    """Households, as far as one OCMW holds them."""


class DwellingQuerySet(OfOneOrganisation["Dwelling"]):
    """Homes and other real estate, as far as one OCMW holds them."""


class EventQuerySet(OfOneOrganisation["Event"]):
    """Things with a date, as far as one OCMW holds them."""


class AddressForm(models.TextChoices):
    """How a person wants to be spoken to."""

    U = "u", _("u")
    JE = "je", _("je")


CONTACT_LANGUAGES = [
    ("nl", _("Nederlands")), ("fr", _("Frans")), ("en", _("Engels")), ("de", _("Duits")), ("ar", _("Arabisch")), ("tr", _("Turks")),
    ("ber", _("Tamazight")), ("uk", _("Oekraïens")), ("ru", _("Russisch")), ("pl", _("Pools")), ("ro", _("Roemeens")),
    ("bg", _("Bulgaars")), ("es", _("Spaans")), ("pt", _("Portugees")), ("it", _("Italiaans")), ("sq", _("Albanees")),
    ("fa", _("Farsi of Dari")), ("ps", _("Pasjtoe")), ("so", _("Somalisch")), ("ti", _("Tigrinya")), ("am", _("Amhaars")),
    ("ku", _("Koerdisch")), ("ur", _("Urdu")), ("pa", _("Punjabi")), ("ne", _("Nepalees")), ("bo", _("Tibetaans")),
    ("zh", _("Chinees")), ("vi", _("Vietnamees")), ("sw", _("Swahili")), ("ln", _("Lingala")), ("hy", _("Armeens")),
    ("vgt", _("Vlaamse Gebarentaal")),
]  # fmt: skip


class Person(models.Model):
    """Somebody whom an OCMW knows of: a client, a housemate, an ex-partner elsewhere. Never deleted, for told facts speak of her."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    given_name = models.CharField(_("voornaam"), max_length=120, blank=True)
    family_name = models.CharField(_("familienaam"), max_length=120, blank=True)
    call_name = models.CharField(_("roepnaam"), max_length=120, blank=True)
    language = models.CharField(_("taal van het contact"), max_length=8, choices=CONTACT_LANGUAGES, default="nl")
    address_form = models.CharField(_("aanspreekvorm"), max_length=2, choices=AddressForm.choices, default=AddressForm.U)
    sealed_national_number = models.TextField(blank=True, editable=False)
    national_number_fingerprint = models.CharField(max_length=64, null=True, blank=True, editable=False)
    added_on = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "national_number_fingerprint"], name="people_person_number_once"),
            models.CheckConstraint(condition=~Q(given_name="", family_name="", call_name=""), name="people_person_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name as one says it: call name if there is one, then family name."""
        return f"{self.call_name or self.given_name} {self.family_name}".strip()

    @property
    def full_name(self) -> str:
        """The name as it stands on a letter."""
        return f"{self.given_name or self.call_name} {self.family_name}".strip()

    @property
    def national_number(self) -> str:
        """The eleven digits, opened; "" when not known."""
        return sealing.unseal(self.sealed_national_number)


class NameKey(models.Model):
    """One form under which a person can be looked up: a word of the name, its sound, a birth date that was told."""

    class Kind(models.TextChoices):
        NAME = "name"
        SOUND = "sound"
        BIRTH = "birth"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="name_keys", db_index=False)
    kind = models.CharField(max_length=5, choices=Kind.choices)
    key = models.CharField(max_length=120)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organisation", "kind", "key", "person"], name="people_namekey_lookup")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "kind", "key"], name="people_namekey_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


class Household(models.Model):
    """People of whom one conversation speaks together; `lives_here` says who lives there and who elsewhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")

    objects = HouseholdQuerySet.as_manager()

    def __str__(self) -> str:
        return f"household {self.pk}"


class Dwelling(models.Model):
    """A home, or another piece of real estate that somebody owns. What is known of it is told in facts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    street = models.CharField(_("straat en nummer"), max_length=160, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    place = models.CharField(_("gemeente"), max_length=80, blank=True)
    added_on = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")

    objects = DwellingQuerySet.as_manager()

    def __str__(self) -> str:
        return self.address or f"dwelling {self.pk}"

    @property
    def address(self) -> str:
        """On one line; "" when nobody told it."""
        return ", ".join(part for part in (self.street, f"{self.postcode} {self.place}".strip()) if part)


class TakenBack(models.Model):
    """Something that was told and may be taken back: it then no longer counts, but it stays to be read."""

    told_on = models.DateTimeField(default=timezone.now, editable=False)
    told_to = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    taken_back_on = models.DateTimeField(null=True, editable=False)
    taken_back_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", null=True, editable=False)
    taken_back_why = models.CharField(max_length=500, blank=True, editable=False)

    class Meta:
        abstract = True


class Occupancy(TakenBack):
    """From `since` on, this household lives in this dwelling, or (no dwelling) has no home. The next one ends it.

    since None: already before anybody told when.
    """

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="occupancies")
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="occupancies", null=True)
    since = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.household_id} in {self.dwelling_id} since {self.since}"


class Event(TakenBack):
    """Something with a date, that may happen more than once: a gift or sale, a delivery of fuel, a request, awaited income.

    It was told in a household, and is of one person there or (no person) of the household; when and how is told in facts.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in EVENT_KINDS])
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="events")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="events", null=True)

    objects = EventQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


def _only(*of: str) -> Q:
    """Exactly these of the five columns that say of whom a fact is."""
    columns = ("person", "to_person", "household", "dwelling", "event")
    return Q(**{f"{column}__isnull": column not in of for column in columns})


class FactEntry(models.Model):
    """One thing that was told, shown or looked up. Added, never changed: a later entry says more, or takes it back.

    value: as the vocabulary types it (`answers.as_kept`): cents and counts as integers, decimals as text, dates in ISO form,
    {"at_least", "at_most"} for bounds, {"state", "parts"} for a status. None unless known.
    since, until: when the answer holds; both ends included; None is not said. year: for facts by (school) year.
    told_in: the household in whose dossier it was told; nothing that one household confided shows in another, even about the same
    person. None: told with the name, before there was a household (a birth date).
    told_on: when it was told; recorded_on: when it was written here. A file "as known on" a day is what was recorded by then.
    replaces: the entry that this one takes back, or against which it settles a contradiction; `why` says the reason.
    """

    class Knowing(models.TextChoices):
        KNOWN = "known", _("gezegd")
        DOES_NOT_KNOW = "does_not_know", _("weet het niet")
        RATHER_NOT_SAY = "rather_not_say", _("zegt het liever niet")
        LATER = "later", _("later")
        WITHDRAWN = "withdrawn", _("teruggenomen")

    class Source(models.TextChoices):
        TOLD = "told", _("verteld")
        DOCUMENT = "document", _("op een document gezien")
        REGISTER = "register", _("uit een register")
        INFERRED = "inferred", _("afgeleid door een medewerker")

    fact = models.CharField(max_length=64)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="facts", null=True, db_index=False)
    to_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="facts_towards", null=True)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="facts", null=True, db_index=False)
    dwelling = models.ForeignKey(Dwelling, on_delete=models.PROTECT, related_name="facts", null=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="facts", null=True)
    year = models.PositiveSmallIntegerField(null=True)
    knowing = models.CharField(max_length=16, choices=Knowing.choices, default=Knowing.KNOWN)
    value = models.JSONField(null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.TOLD)
    document = models.CharField(max_length=200, blank=True)
    told_on = models.DateTimeField(default=timezone.now)
    recorded_on = models.DateTimeField(default=timezone.now)
    told_to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    told_in = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="told_here", null=True)
    in_conversation = models.UUIDField(null=True, db_index=True)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, related_name="replaced_by", null=True)
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "fact"], name="people_fact_of_person"),
            models.Index(fields=["household", "fact"], name="people_fact_of_household"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=_only("person")
                | _only("person", "to_person")
                | _only("person", "dwelling")
                | _only("person", "household")
                | _only("household")
                | _only("dwelling")
                | _only("event"),
                name="people_fact_of_something",
            ),
            models.CheckConstraint(condition=Q(until__gte=models.F("since")) | Q(since=None) | Q(until=None), name="people_fact_period"),
            models.CheckConstraint(condition=Q(knowing="known") | Q(value=None), name="people_fact_value_is_known"),
            models.CheckConstraint(condition=~Q(knowing="withdrawn") | Q(replaces__isnull=False), name="people_fact_takes_back_one"),
            models.UniqueConstraint(fields=["replaces"], condition=Q(knowing="withdrawn"), name="people_fact_taken_back_once"),
        ]

    def __str__(self) -> str:
        return f"{self.fact}: {self.knowing} ({self.pk})"
