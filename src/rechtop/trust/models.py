"""Organisations, teams and workers, and the log that nobody can edit."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Organisation(models.Model):
    """An OCMW. Nothing ever crosses from one organisation to another."""

    name = models.CharField(_("naam"), max_length=120)
    municipality = models.CharField(_("NIS-code van de gemeente"), max_length=5, validators=[RegexValidator(r"^\d{5}$")], blank=True)
    phone = models.CharField(_("telefoon van de sociale dienst"), max_length=40, blank=True)
    address = models.CharField(_("adres van de sociale dienst"), max_length=120, blank=True)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """Workers of one organisation who stand in for each other."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(_("naam"), max_length=120)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "name"], name="trust_team_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What a worker does here; `policy.WHO_MAY` says what follows from it."""

    RECEPTION = "reception", _("onthaal")
    SOCIAL_WORKER = "social_worker", _("maatschappelijk werker")
    HEAD_OF_SERVICE = "head_of_service", _("hoofdmaatschappelijk werker")
    ADMINISTRATOR = "administrator", _("beheerder")


class Workers(BaseUserManager["Worker"]):
    """All workers, found by e-mail address in whatever case it is typed."""

    def get_by_natural_key(self, username: str | None) -> "Worker":
        return self.get(email__iexact=username)

    def add(self, email: str, password: str | None, **fields: Any) -> "Worker":
        """Add a worker; without a password she cannot log in until one is set."""
        worker = self.model(email=email.strip().lower(), **fields)
        worker.set_password(password)
        worker.full_clean(exclude=["password"])
        worker.save()
        return worker


class Worker(AbstractBaseUser):
    """Somebody who works with Rechtop in one organisation. Never deleted, for the log speaks of her."""

    email = models.EmailField(_("e-mailadres"), unique=True)
    name = models.CharField(_("naam"), max_length=120)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="workers")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="workers", null=True, blank=True)
    role = models.CharField(_("rol"), max_length=20, choices=Role.choices)
    language = models.CharField(_("taal"), max_length=2, choices=[("nl", "nl"), ("fr", "fr"), ("en", "en")], blank=True)
    is_active = models.BooleanField(_("mag aanmelden"), default=True)

    objects: ClassVar[Workers] = Workers()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "organisation", "role"]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [models.UniqueConstraint(Lower("email"), name="trust_worker_email_once")]

    def __str__(self) -> str:
        return self.name


class PasswordLink(models.Model):
    """A link with which a worker chooses a password. A second person says that it is right, for whoever holds the link holds the account.

    answered_by: who said yes or no (`agreed`); needs_second: False where nobody else could (the first people of an OCMW). A newer link
    ends an older one (`ended`), and so does choosing the password (`chosen_at`).
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="password_links")
    asked_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    needs_second = models.BooleanField(default=True)
    answered_by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", null=True)
    agreed = models.BooleanField(null=True)
    ended = models.BooleanField(default=False)
    chosen_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.worker}, {self.asked_at:%Y-%m-%d}"

    @property
    def works(self) -> bool:
        """Whether a password may be chosen with it now."""
        return not self.ended and (self.agreed is True or not self.needs_second)

    @property
    def waits(self) -> bool:
        """Whether a second person still has to say that it is right."""
        return not self.ended and self.needs_second and self.agreed is None


class LogLine(models.Model):
    """One thing that somebody did or looked at. Appended, never changed: `log.append` is the only way in."""

    class Kind(models.TextChoices):
        LOOK = "look", _("bekeken")
        SEARCH = "search", _("gezocht")
        PRINT = "print", _("afgedrukt")
        EXPORT = "export", _("uitgevoerd naar een bestand")
        WRITE = "write", _("gewijzigd")
        LOGIN = "login", _("aangemeld")

    number = models.PositiveBigIntegerField(primary_key=True)
    when = models.DateTimeField(default=timezone.now)
    who = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+", null=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    act = models.CharField(max_length=80)
    about = models.CharField(max_length=80, blank=True)
    purpose = models.CharField(max_length=20, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["about", "when"], name="trust_log_about"),
            models.Index(fields=["who", "when"], name="trust_log_who"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.act}"
