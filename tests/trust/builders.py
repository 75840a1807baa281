"""The standing cast: who is who in every test that needs workers."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from django.test import Client

from rechtop.trust import purpose
from rechtop.trust.log import about_of
from rechtop.trust.models import Organisation, Role, Team, Worker

PASSWORD = "een lang wachtwoord voor de proef"
_number = count(1)


def an_ocmw(name: str = "OCMW Verzonnegem") -> Organisation:
    """An OCMW."""
    return Organisation.objects.create(name=name, municipality="44021")


def a_team(ocmw: Organisation, name: str = "") -> Team:
    """A team of an OCMW."""
    return Team.objects.create(organisation=ocmw, name=name or f"Team {next(_number)}")


def a_worker(ocmw: Organisation, role: Role = Role.SOCIAL_WORKER, team: Team | None = None, name: str = "", **fields: Any) -> Worker:
    """A worker; by default a social worker."""
    number = next(_number)
    return Worker.objects.add(
        f"{(name or 'worker').lower().replace(' ', '.').replace('é', 'e')}.{number}@voorbeeld.be",
        PASSWORD,
        name=name or f"Worker {number}",
        organisation=ocmw,
        role=role,
        team=team,
        **fields,
    )


@dataclass(frozen=True)
class Cast:
    """Amira owns the dossier, Bart is on her team, Dirk is on another; Hilde leads, Rik is at the desk, Ada administers.
    Chloé is a social worker of another OCMW."""

    ocmw: Organisation
    team: Team
    amira: Worker
    bart: Worker
    dirk: Worker
    hilde: Worker
    rik: Worker
    ada: Worker
    chloe: Worker

    def everybody(self) -> list[Worker]:
        """All seven."""
        return [self.amira, self.bart, self.dirk, self.hilde, self.rik, self.ada, self.chloe]


def the_cast() -> Cast:
    """All of them, new in the database."""
    ocmw = an_ocmw()
    team, other_team = a_team(ocmw), a_team(ocmw)
    elsewhere = an_ocmw("OCMW Elders")
    return Cast(
        ocmw=ocmw,
        team=team,
        amira=a_worker(ocmw, team=team, name="Amira"),
        bart=a_worker(ocmw, team=team, name="Bart"),
        dirk=a_worker(ocmw, team=other_team, name="Dirk"),
        hilde=a_worker(ocmw, Role.HEAD_OF_SERVICE, team=team, name="Hilde"),
        rik=a_worker(ocmw, Role.RECEPTION, name="Rik"),
        ada=a_worker(ocmw, Role.ADMINISTRATOR, name="Ada"),
        chloe=a_worker(elsewhere, team=a_team(elsewhere), name="Chloé"),
    )


def enter(client: Client, worker: Worker | None, dossier: Any = None) -> Client:
    """Log in; with a dossier, say at once why it is opened, so that the page itself answers."""
    if worker is None:
        client.logout()
        return client
    client.force_login(worker)
    if dossier is not None:
        session = client.session
        session[purpose.SESSION_KEY] = {about_of(dossier): purpose.Purpose.STANDING_IN.value}
        session.save()
    return client
