"""The house stands: every migration is written and the settings are whole."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_model_change_is_left_without_a_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run")


def test_django_finds_nothing_wrong() -> None:
    call_command("check", "--fail-level", "WARNING")
