"""The sheet as PDF, made by WeasyPrint in a process of its own: it ends in time, and a missing system library stops only itself.

Run as a program it reads on standard input one JSON list of pages (HTML, from whole to shortest) and writes the first that
takes one A4 page; nothing is fetched but our own fonts and style.

Most of the time goes to starting: reading the libraries, unpacking the fonts. So one process is got ready while somebody still chooses
what goes on the sheet; it makes one sheet, and ends. One that nobody needs ends by itself.
"""

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

LONGEST = 20
"""Seconds that making one sheet may take."""

IDLE = 600
"""Seconds after which a process that waits for a sheet ends: nobody needed it."""

NO_LIBRARIES = 3
"""How the process says that WeasyPrint cannot start here."""

OUR_OWN = "rechtop:"
ROOMS = Path(__file__).resolve().parent.parent
STYLE = ROOMS / "casework" / "static" / "casework" / "sheet.css"
FONTS = ROOMS / "web" / "static" / "web" / "fonts"
FACES = {
    "andika-latin-400.woff2": ("Andika", "400"),
    "andika-latin-700.woff2": ("Andika", "700"),
    "atkinson-next-latin-ext.woff2": ("Atkinson Next", "200 800"),
}


PASSED_ON = (
    "PATH",
    "PYTHONPATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "LD_LIBRARY_PATH",
    "FONTCONFIG_PATH",
    "FONTCONFIG_FILE",
)
"""Of the environment only this goes along: no key, no address of a database."""


class NoPdf(Exception):
    """No PDF could be made. libraries: because this machine lacks what WeasyPrint needs."""

    def __init__(self, *, libraries: bool) -> None:
        super().__init__("WeasyPrint cannot start" if libraries else "the sheet was not ready in time")
        self.libraries = libraries


def pdf_of(pages: Sequence[str], *, seconds: float | None = None) -> bytes:
    """The first of the pages that is one A4, as PDF, within `seconds` (LONGEST unless told). Raises NoPdf."""
    sent = json.dumps(list(pages)).encode()
    done = _made(_taken(), sent, seconds or LONGEST)
    if done == (0, b""):  # it had waited too long and just ended
        done = _made(_started(), sent, seconds or LONGEST)
    returned, pdf = done
    if returned != 0 or not pdf.startswith(b"%PDF"):
        raise NoPdf(libraries=returned == NO_LIBRARIES)
    return pdf


_waiting: list[subprocess.Popen[bytes]] = []
_turn = Lock()


def get_ready() -> None:
    """Start a process that waits for a sheet, unless one does: somebody is about to ask for a PDF."""
    with _turn:
        if not (_waiting and _waiting[0].poll() is None):
            _waiting[:] = [_started()]


def _taken() -> subprocess.Popen[bytes]:
    """The process that waits, or a new one."""
    with _turn:
        process = _waiting.pop() if _waiting else None
    return process if process is not None and process.poll() is None else _started()


def _started() -> subprocess.Popen[bytes]:
    passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    command = [sys.executable, "-m", "rechtop.casework.sheet_pdf"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=passed_on)  # noqa: S603  our own module


def _made(process: subprocess.Popen[bytes], sent: bytes, seconds: float) -> tuple[int, bytes]:
    """What a process gave back, within so many seconds. Raises NoPdf when it takes longer."""
    with process:
        try:
            pdf, _nothing = process.communicate(sent, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            raise NoPdf(libraries=False) from None
    return process.returncode, pdf


def faces() -> str:
    """The fonts of the sheet, as a style that names only our own files."""
    return "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{OUR_OWN}{name}") format("woff2"); }}\n'
        for name, (family, weight) in FACES.items()
    )


def ready() -> Callable[[str], Any]:
    """Everything that comes before a page: libraries, fonts, style, and one empty page. Gives what lays out a page."""
    from weasyprint import CSS, HTML  # here: importing it is what fails where a library is missing
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class OurFilesOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """Gives the fonts of the sheet and what stands in the page itself (data:); whatever else is asked stops the work."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            name = url.removeprefix(OUR_OWN)
            if not url.startswith(OUR_OWN) or name not in FACES:
                raise FatalURLFetchingError(f"The sheet asks for {url[:80]}, which is not ours.")
            return URLFetcherResponse(url, (FONTS / name).read_bytes(), {"Content-Type": "font/woff2"})

    fetcher, fonts = OurFilesOnly(allowed_protocols=("data",), allow_redirects=False), FontConfiguration()
    styles = [CSS(string=text, font_config=fonts, url_fetcher=fetcher) for text in (faces(), STYLE.read_text(encoding="utf-8"))]

    def laid_out(page: str) -> Any:
        return HTML(string=page, url_fetcher=fetcher).render(font_config=fonts, stylesheets=styles, pdf_variant="pdf/ua-1")

    laid_out(
        '<!doctype html><html lang="nl"><title>-</title><body class="blad-page"><article class="blad"><p>-</p></article></body></html>'
    )
    return laid_out


def make(pages: Sequence[str], laid_out: Callable[[str], Any]) -> bytes:
    """Lay out page after page until one fits."""
    for page in pages:
        found = laid_out(page)
        if len(found.pages) == 1:
            break
    pdf: bytes = found.write_pdf()
    return pdf


def main() -> int:
    """Get ready, wait for the pages, make, write. Nothing came in time, or whoever asked is gone: end."""
    try:
        laid_out = ready()
    except (OSError, ImportError) as wrong:  # cffi cannot find pango
        sys.stderr.write(f"{type(wrong).__name__}\n")
        return NO_LIBRARIES
    if select.select([sys.stdin.buffer], [], [], IDLE)[0] and (sent := sys.stdin.buffer.read()):
        sys.stdout.buffer.write(make(json.loads(sent), laid_out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
