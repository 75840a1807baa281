"""The doors in the bar. Which doors there are is wired in config (setting MENU); here is only how one is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Door:
    """One entry of the menu. `key`: the letter after `g`. `shown_if`: hide it from whom it does not open for.

    `also`: names of pages that lie behind this door, so that the door is marked there too ("casework:" = all of them).
    """

    url_name: str
    label: str | Promise
    key: str = ""
    shown_if: Callable[[HttpRequest], bool] | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class DoorAsSeen:
    """A door as this reader sees it."""

    label: str
    href: str
    key: str
    here: bool


def doors_for(request: HttpRequest) -> list[DoorAsSeen]:
    """The doors that are open to this reader, the current one marked."""
    doors: list[Door] = getattr(settings, "MENU", [])
    page = request.resolver_match.view_name if request.resolver_match else ""
    here = _door_of(page, doors)
    return [
        DoorAsSeen(str(door.label), reverse(door.url_name), door.key, door is here)
        for door in doors
        if door.shown_if is None or door.shown_if(request)
    ]


def _door_of(page: str, doors: list[Door]) -> Door | None:
    """The door of this very page, or else the one that says the page lies behind it."""
    for door in doors:
        if door.url_name == page:
            return door
    for door in doors:
        if any(page == name or (name.endswith(":") and page.startswith(name)) for name in door.also):
            return door
    return None
