"""`manage.py add_administrator`: the first administrator of an organisation, who adds everybody else."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from rechtop.trust import log
from rechtop.trust.models import LogLine, Organisation, PasswordLink, Role, Worker


class Command(BaseCommand):
    """Prints a path where she chooses her password; no password ever stands on a command line."""

    help = "Add an organisation (if it is new) and an administrator for it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who and where."""
        parser.add_argument("email")
        parser.add_argument("--name", required=True)
        parser.add_argument("--organisation", required=True, help="the name of the OCMW, for example 'OCMW Lokeren'")
        parser.add_argument("--municipality", default="", help="its NIS code, five digits")

    def handle(self, *args: Any, email: str, name: str, organisation: str, municipality: str, **options: Any) -> None:
        """Add."""
        try:
            with transaction.atomic():
                ocmw, _ = Organisation.objects.get_or_create(name=organisation, defaults={"municipality": municipality})
                worker = Worker.objects.add(email, None, name=name, organisation=ocmw, role=Role.ADMINISTRATOR)
                PasswordLink.objects.create(worker=worker, asked_by=worker, needs_second=False)
                log.append(LogLine.Kind.WRITE, "trust.workers", who=None, organisation=ocmw, about=log.about_of(worker))
        except ValidationError as wrong:
            raise CommandError("; ".join(wrong.messages)) from None
        key = urlsafe_base64_encode(force_bytes(worker.pk))
        path = reverse("trust:choose_password", args=[key, default_token_generator.make_token(worker)])
        self.stdout.write(f"{name} is administrator of {ocmw}. She chooses a password here, once and within a day:\n{path}")
