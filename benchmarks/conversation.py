"""How long the server takes for one answer in a talk, and for the main pages, with many households in an embedded database.

`python -m benchmarks.conversation [--households 1000] [--answers 120] [--data FOLDER]`

The invented households of the demo, multiplied; Django's test client, so the network and the web server are left out and everything else
is in: login, walls, log, evaluation of all rights, templates. The folder is kept and filled once. Answers are told in it, so give it a
folder of its own. Queries are counted in requests of their own, for counting costs time. Beside the time by the wall stands the
processor time: on a machine that does other work too, that is the one to compare.
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

TARGET = 150.0
"""Milliseconds within which an answer should be there."""

COUNTED = 4
"""One request of so many is counted in queries, and not timed."""


def main() -> int:
    """Fill the database if needed, measure, and print one line per page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--households", type=int, default=1000)
    parser.add_argument("--answers", type=int, default=120)
    parser.add_argument("--data", default=f"{os.getcwd()}/var/benchmark")
    asked = parser.parse_args()
    os.environ |= {"RECHTOP_DEMO": "1", "RECHTOP_DATA": asked.data, "DJANGO_SETTINGS_MODULE": "rechtop.config.settings"}
    import django

    django.setup()
    logging.disable(logging.INFO)  # a line per request would drown the figures
    fill(asked.households)

    from django.test import Client

    from rechtop.casework.demo.town import workers_there
    from rechtop.casework.models import Dossier
    from rechtop.people.models import FactEntry

    amira = workers_there()["amira"]
    client = Client(SERVER_NAME="localhost")
    client.force_login(amira)
    open_dossiers = list(Dossier.objects.visible_to(amira).filter(owner=amira, closed_on=None).order_by("teller__family_name", "pk"))
    step = max(1, len(open_dossiers) // 40)
    dossiers = open_dossiers[::step][:40]
    print(f"{Dossier.objects.count()} households, {FactEntry.objects.count()} told facts; Python {sys.version.split()[0]}, SQLite")
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{'':16}{'processor':>12}{'95 %':>9}{'by the wall':>12}{'95 %':>9}   queries")
    pages: dict[str, Callable[[Any], Any]] = {
        "Mijn dag": lambda _dossier: client.get(address("day")),
        "search by name": lambda _dossier: client.post(address("find"), {"zoek": "Lieve Voorbeeld"}),
        "dossier": lambda dossier: client.get(address("dossier", dossier.pk)),
        "talk": lambda dossier: client.get(address("talk", dossier.pk)),
        "all facts": lambda dossier: client.get(address("all_facts", dossier.pk)),
    }
    client.get(address("talk", dossiers[0].pk))  # the law is read and the templates are loaded, once a day
    for name, page in pages.items():
        measure(name, (partial(page, dossier) for dossier in dossiers))
    rounds = range(-(-asked.answers // len(dossiers)))
    answers = measure("one answer", (the_next_answer(client, dossier, amira) for _round in rounds for dossier in dossiers))
    print(f"An answer within {TARGET:.0f} ms of processor time: {'yes' if answers <= TARGET else 'no'} (median).")
    return 0


def fill(households: int) -> None:
    """Bring the database up to date and see that there are so many households in it."""
    from django.core.management import call_command

    begun = time.perf_counter()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        call_command("demo", households=households, stdout=nowhere)
    print(f"filled in {time.perf_counter() - begun:.0f} s")


def address(name: str, *of: object) -> str:
    """The address of a page of casework."""
    from django.urls import reverse

    return reverse(f"casework:{name}", args=of)


def the_next_answer(client: Any, dossier: Any, worker: Any) -> Callable[[], Any]:
    """Answer, as a talk does it, the question that is asked next: an ordinary answer of its kind. Choosing it is not measured."""
    from rechtop.casework import queries
    from rechtop.casework.stands import Stands
    from rechtop.rights.facts.vocabulary import vocabulary

    stands = Stands.of(dossier)
    fact_id, ids, year, part = stands.questions(queries.open_talk(dossier, worker))[0].ref
    fact = vocabulary().fact(fact_id)
    said = {"bool": "no", "cents": "640", "count": "2", "decimal": "2", "date": "1/3/2020", "status": "never"}.get(fact.type, "")
    answer = said or ("44021" if fact.codes else fact.values[0].id)
    posted = {"feit": fact_id, "van": ",".join(ids), "jaar": str(year or ""), "deel": part, "answer": answer}
    return partial(client.post, address("answer", dossier.pk), posted, headers={"HX-Request": "true"})


def measure(name: str, requests: Iterable[Callable[[], Any]]) -> float:
    """Time them one after the other and print what came of it; gives the median of the processor time, in milliseconds."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    took, worked, counts, refused = [], [], [], 0
    for number, request in enumerate(requests):
        if number % COUNTED == COUNTED - 1:
            with CaptureQueriesContext(connection) as seen:
                request()
            counts.append(len(seen))
            continue
        by_the_wall, by_the_processor = time.perf_counter(), time.process_time()
        response = request()
        took.append((time.perf_counter() - by_the_wall) * 1000)
        worked.append((time.process_time() - by_the_processor) * 1000)
        refused += response.status_code != 200
    note = f"   ({refused} of {len(took)} not answered with a page)" if refused else ""
    queries = f"{min(counts)} to {max(counts)}" if min(counts) != max(counts) else f"{counts[0]}"
    print(f"{name:16}{_median_and_edge(worked)}{_median_and_edge(took)}   {queries}{note}", flush=True)
    return statistics.median(worked)


def _median_and_edge(times: list[float]) -> str:
    return f"{statistics.median(times):9.0f} ms{statistics.quantiles(times, n=20)[-1]:6.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
