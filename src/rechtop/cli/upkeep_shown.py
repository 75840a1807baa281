"""`rechtop rights --stale` and `--diff`: what the law as code needs from its keeper, and what changed between two days."""

from __future__ import annotations

import json
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

from rechtop.cli.law_shown import dated_shown
from rechtop.cli.words import euros, word
from rechtop.rights.evaluate import Result, assess
from rechtop.rights.facts.situation import Situation
from rechtop.rights.language.amounts import Dated, Series
from rechtop.rights.law.texts import texts_of
from rechtop.rights.law.upkeep import LawChange, changes, links, stale

PATIENCE = 15
"""Seconds to wait for one address."""


def stale_command(on: date, wants_json: bool, language: str, with_links: bool) -> int:
    """Everything that waits for its keeper; with_links also opens every source. Returns 1 when a link is dead."""
    found = stale(on)
    dead = dict(_dead(links())) if with_links else {}
    if wants_json:
        whole = {
            "on": on.isoformat(),
            "stale": [
                {"right": one.right, "series": one.series, "why": one.why, "since": _iso(one.since), "certainty": one.certainty,
                 "source": one.says}
                for one in found
            ],
            "dead_links": [{"url": url, "why": why, "rights": rights} for url, (why, rights) in dead.items()],
        }  # fmt: skip
        print(json.dumps(whole, ensure_ascii=False, indent=1))
    else:
        why = ""
        for one in found:
            if one.why != why:
                why = one.why
                print(f"\n{word(f'stale_{why}', language)}")
            since = f" {word('since', language)} {one.since.isoformat()}" if one.since else ""
            print(f"  {one.right:34} {one.series:44}{since}" + (f"  {word(one.certainty, language)}" if one.certainty else ""))
        for url, (reason, rights) in dead.items():
            print(f"\n{url}\n  {reason}  ({', '.join(rights)})")
    return 1 if dead else 0


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _dead(addresses: dict[str, list[str]]) -> Iterator[tuple[str, tuple[str, list[str]]]]:
    """Addresses that do not open, with the reason; a line of progress on the error stream, for this takes minutes."""
    with ThreadPoolExecutor(max_workers=8) as several:
        answers = several.map(why_dead, addresses)
        for number, (url, reason) in enumerate(zip(addresses, answers, strict=True), 1):
            print(f"\r{number}/{len(addresses)}", end="" if number < len(addresses) else "\n", file=sys.stderr, flush=True)
            if reason:
                yield url, (reason, addresses[url])


def why_dead(url: str) -> str:
    """Why a page does not open; "" when it does. A page that refuses a program but exists is not dead."""
    asked = urllib.request.Request(url, headers={"User-Agent": "Mozilla/5.0 (source check)"})  # noqa: S310  http(s) alone: upkeep.LINK
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE):  # noqa: S310
            return ""
    except urllib.error.HTTPError as refused:
        return "" if refused.code in (401, 403, 405, 406, 429) else f"HTTP {refused.code}"
    except (urllib.error.URLError, OSError, ValueError) as wrong:
        return str(getattr(wrong, "reason", wrong))


def diff_command(first: date, last: date, wants_json: bool, language: str, households: Iterable[tuple[str, Situation]]) -> int:
    """What changed in law between two days, and which of the invented households it touches."""
    changed = changes(first, last)
    touched = {name: found for name, situation in households if (found := _touched(situation, first, last, changed))}
    if wants_json:
        whole = {
            "from": first.isoformat(),
            "to": last.isoformat(),
            "rights": [_change_shown(one) for one in changed],
            "households": [{"household": name, "rights": found} for name, found in touched.items()],
        }
        print(json.dumps(whole, ensure_ascii=False, indent=1))
        return 0
    for one in changed:
        rule = f"  {word(f'rule_{one.rule}', language)}" if one.rule else ""
        print(f"\n{texts_of(one.right).name.in_language(language)} ({one.right}){rule}")
        for owner in one.through:
            print(f"  {word('reads', language)} {owner}")
        for figure in one.figures:
            says = figure.series.says.get(language, figure.series.name)
            print(f"  {says} [{figure.series.unit}]: {_shown(figure.before, figure.series)} → {_shown(figure.after, figure.series)}")
    if not changed:
        print(word("nothing_changed", language))
    for name, found in touched.items():
        print(f"\n{name}")
        for row in found:
            print(f"  {row['right']} {row['subject']}: {row['before']} → {row['after']}")
    return 0


def _change_shown(one: LawChange) -> dict[str, Any]:
    figures = [
        {"series": figure.series.name, "unit": figure.series.unit,
         "before": dated_shown(figure.before, figure.series) if figure.before else None,
         "after": dated_shown(figure.after, figure.series) if figure.after else None}
        for figure in one.figures
    ]  # fmt: skip
    return {"right": one.right, "rule": one.rule or "same", "law": one.law, "reads": list(one.through), "figures": figures}


def _shown(dated: Dated | None, series: Series) -> str:
    return "?" if dated is None else str(dated_shown(dated, series)["value"])


def _touched(situation: Situation, first: date, last: date, changed: list[LawChange]) -> list[dict[str, str]]:
    """The rights, among those whose law changed, that come out differently for a household on the two days."""
    rights = {one.right for one in changed}
    if not rights:
        return []
    one, two = (
        {(result.right, result.subject): result for result in assess(replace(situation, on=day), rights).results()} for day in (first, last)
    )
    rows = []
    for key in dict.fromkeys((*one, *two)):
        before, after = _outcome(one.get(key)), _outcome(two.get(key))
        if before != after:
            rows.append({"right": key[0], "subject": situation.names.get(key[1], key[1]), "before": before, "after": after})
    return rows


def _outcome(result: Result | None) -> str:
    if result is None:
        return "-"
    if result.low is None or result.high is None:
        return result.status
    return f"{result.status} {' .. '.join(dict.fromkeys((euros(result.low), euros(result.high))))}"
