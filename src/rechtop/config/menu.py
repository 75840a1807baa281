"""The doors in the bar, and for whom each is shown. The words are translated in the rooms behind the doors."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from rechtop.web.menu import Door


def works_with_people(request: HttpRequest) -> bool:
    """Everybody but the administrator, who opens no dossiers."""
    return _role(request) in ("reception", "social_worker", "head_of_service")


def somebody(request: HttpRequest) -> bool:
    """Everybody who is logged in: the guide to the rights holds nobody's data."""
    return bool(_role(request))


def administers(request: HttpRequest) -> bool:
    """The administrator, who looks after the workers."""
    return _role(request) == "administrator"


def oversees(request: HttpRequest) -> bool:
    """Who says that a link to choose a password is right, while there is one to look at."""
    if _role(request) not in ("head_of_service", "administrator"):
        return False
    from rechtop.trust.queries import links_waiting_for  # not above: the settings read this module before there are models

    return bool(links_waiting_for(request.user))  # type: ignore[arg-type]


def _role(request: HttpRequest) -> str:
    """The role of who reads; empty for nobody, and on an error page of a request that never got as far as a login."""
    return str(getattr(getattr(request, "user", None), "role", ""))


MENU: list[Door] = [
    Door("casework:day", _("Mijn dag"), key="m", shown_if=works_with_people),
    Door("casework:find", _("Mensen"), key="n", shown_if=works_with_people, also=("casework:",)),
    Door("guide:catalogue", _("Rechten"), key="r", shown_if=somebody, also=("guide:",)),
    Door("trust:links", _("Wachtwoorden"), key="k", shown_if=oversees),
    Door("trust:workers", _("Medewerkers"), key="w", shown_if=administers, also=("trust:worker", "trust:add_worker", "trust:add_team")),
]
