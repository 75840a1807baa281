"""A dossier of paper: the least that the policy must know, so that trust is tested without the casework room."""

import uuid
from typing import ClassVar

from django.db import models

from rechtop.trust.models import Organisation, Team, Worker
from rechtop.trust.policy import VisibleTo


class Paper(models.Model):
    """A dossier."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True)
    owner = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True)
    closed_on = models.DateField(null=True)
    title = models.CharField(max_length=80, default="")

    objects = VisibleTo["Paper"].as_manager()


class SheetList(VisibleTo["Sheet"]):
    """Sheets know their way to the dossier."""

    through = "dossier__"


class Sheet(models.Model):
    """Something in a dossier."""

    dossier = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="sheets")

    objects: ClassVar = SheetList.as_manager()
