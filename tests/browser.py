"""Pages in a real browser (Debian's Chromium), for every room. Loaded by tests/conftest.py; mark such tests `browser`.

open_page("/pad/", width=PHONE, theme="dark", language="fr", user=worker) gives a Playwright page of the live server.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NARROW, PHONE, DESK, WIDE = 320, 360, 1440, 1920
SHOTS = Path(os.environ.get("RECHTOP_SHOTS", "/tmp/shots"))
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    if not CHROMIUM:
        pytest.fail("Chromium is not on this machine. To do: apt-get install chromium, or set CHROMIUM to its path.")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own loop runs in this thread; our code does not use it
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, live_server: Any) -> Iterator[OpenPage]:
    """Open a path of the live server. Errors in the console and broken requests fail the test at the end."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_(
        path: str,
        *,
        width: int = DESK,
        height: int = 900,
        theme: str = "light",
        language: str = "nl",
        script: bool = True,
        user: Any = None,
        session: dict[str, Any] | None = None,
        forced_colors: str | None = None,
        expect_complaints: bool = False,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            locale={"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}[language],
            java_script_enabled=script,
            reduced_motion="reduce",
            forced_colors=forced_colors,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        cookies = {settings.LANGUAGE_COOKIE_NAME: language}
        if user is not None:
            cookies[settings.SESSION_COOKIE_NAME] = session_of(user, **(session or {}))
            if getattr(user, "language", language) != language:
                user.language = language
                user.save(update_fields=["language"])
        context.add_cookies([{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()])
        page = context.new_page()
        if not expect_complaints:
            page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
            page.on("console", lambda line: complaints.append(f"{page.url}: {line.text}") if line.type == "error" else None)
        page.goto(live_server.url + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not complaints, "The browser complains:\n" + "\n".join(complaints)


def session_of(user: Any, **values: Any) -> str:
    """A session of somebody who just logged in; `values` are put in it too."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.update(values)
    session.create()
    return str(session.session_key)


def assert_accessible(page: Page) -> None:
    """No violation that axe can see."""
    results = Axe().run(page)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def assert_no_side_scroll(page: Page) -> None:
    """Nothing sticks out: one never has to scroll sideways to read."""
    wide = page.evaluate(
        """() => {
            const edge = document.documentElement.clientWidth;
            const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > edge + 1
                && getComputedStyle(e).position !== 'absolute' && !e.closest('.vh'));
            return {scroll: document.documentElement.scrollWidth, edge,
                    out: out.slice(0, 5).map((e) => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40))};
        }"""
    )
    assert wide["scroll"] <= wide["edge"], f"{page.url} is {wide['scroll']} px wide on {wide['edge']}: {wide['out']}"


def take(page: Page, name: str, *, full: bool = True) -> Path:
    """A picture for a person to look at."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    path = SHOTS / f"{name}.png"
    page.screenshot(path=path, full_page=full)
    return path
