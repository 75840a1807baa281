"""`manage.py demo`: fill the database with an invented municipality. Only on somebody's own machine."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from rechtop.casework.demo.load import load, plan_today
from rechtop.casework.demo.read import all_households
from rechtop.casework.demo.town import MUNICIPALITIES, OCMW, who_can_log_in
from rechtop.trust.models import Organisation


class Command(BaseCommand):
    """Done before: adds today's appointments and what is missing, and nothing else."""

    help = "Fill the database with an invented municipality: workers, about sixty households, and their talks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How much."""
        parser.add_argument("--households", type=int, default=0, metavar="N", help="multiply the households up to N, to measure with")

    def handle(self, *args: Any, households: int, **options: Any) -> None:
        """Fill, and say who can log in."""
        if not settings.AT_HOME:
            raise CommandError("This is an installation for real people: everybody knows the passwords of the demo. Set RECHTOP_DEMO=1.")
        if Organisation.objects.exclude(name__in=MUNICIPALITIES).exists():
            raise CommandError("There is an organisation in this database that is not of the demo. Give the demo a folder of its own.")
        began, invented = time.monotonic(), all_households()
        added = load(invented, households, self._tell)
        plan_today(invented)
        if added:
            self.stdout.write(f"{added} invented households added in {time.monotonic() - began:.0f} s.")
        self.stdout.write(
            f"{OCMW} does not exist, nor does anybody in it. It borrows the NIS code {MUNICIPALITIES[OCMW]}, for the law asks one."
        )
        self.stdout.write(who_can_log_in())

    def _tell(self, count: int) -> None:
        if count % 100 == 0:
            self.stderr.write(f"{count} households …")
