"""What every page about a dossier has: the head with the person, the tabs, where one goes back to."""

from typing import Any

from django.http import HttpResponseBase
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from rechtop.casework.drawing import age_words
from rechtop.casework.models import Dossier
from rechtop.casework.stands import HERE, Stands
from rechtop.casework.words import joined
from rechtop.trust.doors import WorkerRequest
from rechtop.trust.models import Role
from rechtop.trust.purpose import Purpose
from rechtop.web.pieces import Tab
from rechtop.web.show import go_to


def head(request: WorkerRequest, dossier: Dossier, stands: Stands | None = None, *, here: str = "") -> dict[str, Any]:
    """Name, a few words about the person, tabs and acts."""
    return {
        "dossier": dossier,
        "person_name": dossier.teller.name,
        "about": about_words(dossier, stands) if stands else [],
        "tabs": tabs(request, dossier, here),
        "acts": acts(dossier),
        "purpose": purpose_words(request),
    }


def tabs(request: WorkerRequest, dossier: Dossier, here: str) -> list[Tab]:
    """The pages of this person that this worker can open."""
    if request.worker.role == Role.RECEPTION:
        return [Tab(_("Kaart"), reverse("casework:card", args=[dossier.pk]), here == "card")]
    found = [Tab(_("Dossier"), reverse("casework:dossier", args=[dossier.pk]), here == "dossier", "d")]
    ahead = _href("ahead:what_if", dossier)
    if ahead:
        found.append(Tab(_("Vooruit"), ahead, here == "ahead", "v"))
    if dossier.closed_on is None:
        found = [
            Tab(_("Gesprek"), reverse("casework:talk", args=[dossier.pk]), here == "talk", "g"),
            Tab(_("Alle feiten"), reverse("casework:all_facts", args=[dossier.pk]), here == "all_facts", "f"),
            *found,
        ]
    return found


def acts(dossier: Dossier) -> list[dict[str, str]]:
    """What one can do for this person from every page."""
    sheet = sheet_href(dossier)
    return [{"label": _("Maak het blad"), "href": sheet}] if sheet else []


def sheet_href(dossier: Dossier) -> str:
    """The sheet to take home, where it exists."""
    return _href("casework:sheet", dossier)


def _href(name: str, dossier: Dossier) -> str:
    """A page of this dossier, also one of a room above; "" where it does not exist."""
    try:
        return reverse(name, args=[dossier.pk])
    except NoReverseMatch:
        return ""


def about_words(dossier: Dossier, stands: Stands) -> list[str]:
    """Age, with whom, where: as far as it was told."""
    others = [presence for presence in stands.presences if str(presence.person.pk) != stands.teller_id and presence.how in HERE]
    words = [age_words(stands, stands.teller_id)]
    if others:
        names = [_named(stands, str(presence.person.pk)) for presence in others]
        words.append(_("met %(names)s") % {"names": joined(names)})
    if stands.picture.home and stands.picture.home.place:
        words.append(stands.picture.home.place)
    if dossier.closed_on is not None:
        words.append(_("dossier gesloten"))
    return [word for word in words if word]


def _named(stands: Stands, person_id: str) -> str:
    age = stands.age(person_id)
    return stands.name(person_id) if age is None else f"{stands.name(person_id)} ({age})"


def purpose_words(request: WorkerRequest) -> str:
    """Why somebody who is not the fixed face has this open."""
    if request.purpose in ("", Purpose.OWN_CLIENT.value, Purpose.RECEPTION.value):
        return ""
    return _("Geopend: %(why)s") % {"why": Purpose(request.purpose).label}


def back_to(request: WorkerRequest, dossier: Dossier, where: str) -> HttpResponseBase:
    """After a form: back to the page and the place it came from. where: talk, facts, dossier, or right.<id>.<subject>."""
    if where.startswith("right."):
        right, _dot, subject = where.removeprefix("right.").partition(".")
        try:
            return go_to(request, reverse("casework:right", args=[dossier.pk, right, subject]))
        except NoReverseMatch:
            pass
    pages = {"facts": ("casework:all_facts", ""), "dossier": ("casework:dossier", ""), "day": ("casework:day", "")}
    name, anchor = pages.get(where, ("casework:talk", "#vraag"))
    return go_to(request, reverse(name, args=[] if name == "casework:day" else [dossier.pk]) + anchor)
