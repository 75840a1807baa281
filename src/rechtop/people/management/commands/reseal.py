"""`manage.py reseal`: seal every national number anew with the first key, so that older keys can go."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from rechtop.people import sealing
from rechtop.people.models import Person


class Command(BaseCommand):
    """Run it after putting a new key in front in RECHTOP_FIELD_KEYS; it may be stopped and run again."""

    help = "Seal every national number anew with the first key of RECHTOP_FIELD_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        """Each person in a transaction of its own."""
        done = 0
        for pk in Person.objects.exclude(sealed_national_number="").values_list("pk", flat=True).iterator():
            with transaction.atomic():
                person = Person.objects.select_for_update().get(pk=pk)
                if person.sealed_national_number and not sealing.sealed_with_first_key(person.sealed_national_number):
                    person.sealed_national_number = sealing.seal(person.national_number)
                    person.save(update_fields=["sealed_national_number"])
                    done += 1
        if options["verbosity"]:
            self.stdout.write(f"{done} national numbers sealed anew; the other keys are no longer needed.")
