"""`manage.py check_log`: walk the log and say whether it is whole."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from rechtop.trust.queries import verify_chain


class Command(BaseCommand):
    """Exits 1 if a line was changed, removed or slipped in."""

    help = "Walk the log from the first line to the last and say whether it is whole."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--noted 120:ab12…`: what the health page said earlier, kept outside this machine."""
        parser.add_argument("--noted", action="append", default=[], metavar="NUMBER:HASH", help="a line as noted elsewhere")

    def handle(self, *args: Any, noted: list[str], **options: Any) -> None:
        """Walk."""
        report = verify_chain(dict(_read(item) for item in noted))
        if not report.whole:
            raise CommandError(
                f"The log is broken: {report.why}. {report.length} lines before it are whole.\n"
                "To do: stop, keep a copy of the database as it is, and tell the data protection officer."
            )
        self.stdout.write(f"The log is whole: {report.length} lines, the last one is {report.head}.")


def _read(item: str) -> tuple[int, str]:
    number, _, line_hash = item.partition(":")
    if not number.isdecimal() or not line_hash:
        raise CommandError(f"{item!r} is not NUMBER:HASH, such as 120:ab12…")
    return int(number), line_hash
