"""`manage.py serve`: answer requests, on a laptop and for real."""

from argparse import ArgumentParser
from threading import Thread
from typing import Any

import waitress
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from rechtop.config.wsgi import application
from rechtop.rights.evaluate.assessment import computable
from rechtop.rights.facts.search import find_facts
from rechtop.rights.facts.vocabulary import LANGUAGES


def read_the_law() -> None:
    """Read today's law and the words of the facts before the first worker asks: it takes about a second, once a day."""
    computable(timezone.localdate())
    for language in LANGUAGES:
        find_facts("loon", language)


class Command(BaseCommand):
    """On this machine only, unless told otherwise; a web server with https stands in front (docs/administration.md)."""

    help = "Serve Rechtop with waitress."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--threads", type=int, default=6)

    def handle(self, *args: Any, host: str, port: int, threads: int, **options: Any) -> None:
        """Serve until stopped."""
        Thread(target=read_the_law, daemon=True).start()
        self.stdout.write(f"Rechtop listens on http://{host}:{port}/")
        try:
            waitress.serve(
                application,
                listen=f"{host}:{port}",
                threads=threads,
                ident=None,
                _quiet=True,
                # What a proxy says of the client passes only if there is a proxy; the settings count how many to believe.
                clear_untrusted_proxy_headers=not settings.PROXIES,
            )
        except OSError as busy:
            raise CommandError(f"Port {port} of {host} cannot be used: {busy.strerror}. Take another one with --port.") from None
