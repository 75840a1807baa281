"""Reads the arguments and hands over to one function for each command.

Exit codes: 0 done, 1 it ran and found something wrong (a broken log chain), 2 the input is not right (the message names line, field
and remedy).
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rechtop.cli.law_shown import facts_command, rights_command
from rechtop.cli.scan import scan_command
from rechtop.cli.upkeep_shown import diff_command, stale_command


class UsageFault(Exception):
    """The input of a command is not right; the message says what to do."""


def a_day(text: str) -> date:
    """A date argument; refused in words."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is not a date. Write year-month-day: 2026-03-01.") from None
    if not date(1990, 1, 1) <= found <= date(2100, 12, 31):
        raise argparse.ArgumentTypeError(f"{found} is outside 1990-2100.")
    return found


def parser() -> argparse.ArgumentParser:
    """All commands and options."""
    top = argparse.ArgumentParser(prog="rechtop", description="Rights as code: one household, every right, explained.")
    commands = top.add_subparsers(dest="command", required=True)
    scan = commands.add_parser("scan", help="all rights of one household file")
    scan.add_argument("household", help="a household file (YAML); - reads standard input")
    scan.add_argument("--explain", metavar="RIGHT", help="why: conditions, articles, calculation")
    scan.add_argument("--ask", metavar="N", type=int, default=0, help="the N questions that decide most")
    rights = commands.add_parser("rights", help="all rights, also those that are only described; or one whole")
    rights.add_argument("right", nargs="?", help="the id of a right")
    rights.add_argument("--stale", action="store_true", help="figures past their index date, not confirmed or never read; missing sources")
    rights.add_argument("--links", action="store_true", help="with --stale: also open every source on the network")
    rights.add_argument(
        "--diff", nargs=2, type=a_day, metavar="DATE", help="what changed in law between two days, and which invented households it touches"
    )
    facts = commands.add_parser("facts", help="the vocabulary of facts")
    for command in (scan, rights):
        command.add_argument("--on", type=a_day, metavar="DATE", help="the day of law (default: in the file, else today)")
    for command in (scan, rights, facts):
        command.add_argument("--json", action="store_true", help="machine-readable")
        command.add_argument("--language", choices=("nl", "fr", "en"), default="nl")
    commands.add_parser("check", help="verify the chain of the log")
    for name, about in (("demo", "fill the database with the invented municipality"), ("serve", "serve the application on 127.0.0.1")):
        command = commands.add_parser(name, help=about)
        if name == "serve":
            command.add_argument("--port", type=int, default=8000)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    asked = parser().parse_args(arguments)
    try:
        if asked.command == "scan":
            return scan_command(_text_of(asked.household), asked.on, asked.json, asked.explain, asked.ask, asked.language)
        if asked.command == "rights" and (asked.stale or asked.links or asked.diff):
            return _upkeep(asked)
        if asked.command == "rights":
            return rights_command(asked.right, asked.on or date.today(), asked.json, asked.language)  # noqa: DTZ011 (a day of law)
        if asked.command == "facts":
            return facts_command(asked.json, asked.language)
        return _django(asked)
    except UsageFault as fault:
        print(f"rechtop: {fault}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _upkeep(asked: argparse.Namespace) -> int:
    if asked.right or (asked.diff and asked.stale) or (asked.links and not asked.stale):
        raise UsageFault("--stale [--links] or --diff DATE DATE, one of them, and without the id of a right.")
    if asked.stale:
        return stale_command(asked.on or date.today(), asked.json, asked.language, asked.links)  # noqa: DTZ011 (a day of law)
    first, last = asked.diff
    if first >= last:
        raise UsageFault(f"--diff {first} {last}: the first day comes before the last. Swap them.")
    from rechtop.casework.demo.read import all_households

    situations = ((one.name, one.situation) for one in all_households(last))
    return diff_command(first, last, asked.json, asked.language, situations)


def _text_of(name: str) -> str:
    if name == "-":
        return sys.stdin.read()
    path = Path(name)
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageFault(f"there is no file {name}. Give the path of a household file; docs/household-file.md shows one.") from None
    except (OSError, UnicodeDecodeError) as wrong:
        raise UsageFault(f"{name} cannot be read ({wrong}). It should be a text file in UTF-8.") from None


def _django(asked: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rechtop.config.settings")
    if asked.command in ("demo", "serve") and not os.environ.get("RECHTOP_SECRET_KEY"):  # which only a real installation has
        os.environ.setdefault("RECHTOP_DEMO", "1")
    from django.core.management import execute_from_command_line

    words = {"check": ["check_log"], "demo": ["demo"], "serve": ["serve", "--port", str(getattr(asked, "port", 8000))]}[asked.command]
    try:
        execute_from_command_line(["rechtop", *words])
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0
