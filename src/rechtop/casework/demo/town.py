"""Verzonnegem and Denkbeke: two municipalities that do not exist, and who works in their OCMW.

The law asks in which municipality somebody lives, so each borrows the NIS code of a Flemish municipality that does exist. Nothing else
of that municipality is meant.
"""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from rechtop.trust import actions, log
from rechtop.trust.models import LogLine, Organisation, Role, Worker

OCMW, OTHER_OCMW = "OCMW Verzonnegem (verzonnen)", "OCMW Denkbeke (verzonnen)"
"""On screen and on paper they say of themselves that they are invented."""

MUNICIPALITIES = {OCMW: "41027", OTHER_OCMW: "36011"}
PASSWORD = "rechtop-demo"  # noqa: S105  on purpose: it is printed, and opens invented dossiers only


@dataclass(frozen=True)
class Post:
    """A worker: who, where, in which role, and what `make demo` says of her."""

    key: str
    name: str
    role: Role
    organisation: str = OCMW
    team: str = ""
    sees: str = ""

    @property
    def email(self) -> str:
        """With what she logs in; `.example` is kept free for examples (RFC 2606)."""
        town = "verzonnegem" if self.organisation == OCMW else "denkbeke"
        return f"{self.key}@{town}.example"


NORTH, SOUTH = "Team Noord", "Team Zuid"
POSTS = (
    Post("ada", "Ada Beheerder", Role.ADMINISTRATOR, sees="adds workers, sees no dossier"),
    Post("amira", "Amira Denkbeeld", Role.SOCIAL_WORKER, team=NORTH, sees="most dossiers are hers: begin here"),
    Post("bart", "Bart Bedacht", Role.SOCIAL_WORKER, team=NORTH, sees="same team: opens Amira's dossiers and says why"),
    Post("dirk", "Dirk Gesteld", Role.SOCIAL_WORKER, team=SOUTH, sees="other team: does not see Amira's dossiers"),
    Post("hilde", "Hilde Zogezegd", Role.HEAD_OF_SERVICE, sees="head of service: sees all dossiers of this OCMW"),
    Post("rik", "Rik Ontvang", Role.RECEPTION, team=NORTH, sees="reception: names and appointments only"),
    Post("chloe", "Chloé Ailleurs", Role.SOCIAL_WORKER, OTHER_OCMW, "Team Denkbeke", sees="another OCMW: a wall between"),
    Post("otto", "Otto Beheerder", Role.ADMINISTRATOR, OTHER_OCMW, sees="administrator of that other OCMW"),
)


def settle_workers() -> dict[str, Worker]:
    """Both OCMWs with their teams and workers, by key."""
    password = make_password(PASSWORD)
    workers: dict[str, Worker] = {}
    for name, code in MUNICIPALITIES.items():
        ocmw = Organisation.objects.create(name=name, municipality=code)
        posts = [post for post in POSTS if post.organisation == name]
        first = next(post for post in posts if post.role == Role.ADMINISTRATOR)
        by = Worker.objects.add(first.email, None, name=first.name, role=first.role, organisation=ocmw)
        log.append(LogLine.Kind.WRITE, "trust.workers", who=None, organisation=ocmw, about=log.about_of(by))
        workers[first.key] = by
        teams = {team: actions.add_team(name=team, by=by) for team in dict.fromkeys(post.team for post in posts if post.team)}
        for post in posts:
            if post != first:
                team = teams.get(post.team)
                workers[post.key] = actions.add_worker(name=post.name, email=post.email, role=post.role, team=team, by=by)
    Worker.objects.filter(pk__in=[worker.pk for worker in workers.values()]).update(password=password)
    return workers


def workers_there() -> dict[str, Worker]:
    """The same workers, when they are there already."""
    found = {worker.email: worker for worker in Worker.objects.filter(organisation__name__in=MUNICIPALITIES)}
    return {post.key: found[post.email] for post in POSTS if post.email in found}


def who_can_log_in() -> str:
    """What to type, for a person who sees this for the first time."""
    width = max(len(post.email) for post in POSTS)
    lines = [f"  {post.email:{width}}  {post.name}: {post.sees}" for post in POSTS if post.key != "otto"]
    return "\n".join([f"Log in with one of these addresses and the password  {PASSWORD}", *lines])
