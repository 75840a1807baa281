"""The sheet as PDF, made by WeasyPrint in a process of its own: it ends in time, and a missing system library stops only itself.

Run as a program it reads on standard input one JSON list of pages (HTML, from whole to shortest) and writes the first that
takes one A4 page; nothing is fetched but our own fonts and style.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LONGEST = 20
"""Seconds that making one sheet may take."""

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
    command = [sys.executable, "-m", "rechtop.casework.sheet_pdf"]
    passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603  our own module
            command, input=json.dumps(list(pages)).encode(), capture_output=True, timeout=seconds or LONGEST, check=False, env=passed_on
        )
    except subprocess.TimeoutExpired:
        raise NoPdf(libraries=False) from None
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF"):
        raise NoPdf(libraries=done.returncode == NO_LIBRARIES)
    return done.stdout


def faces() -> str:
    """The fonts of the sheet, as a style that names only our own files."""
    return "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{OUR_OWN}{name}") format("woff2"); }}\n'
        for name, (family, weight) in FACES.items()
    )


def make(pages: Sequence[str]) -> bytes:
    """What the process does: lay out page after page until one fits."""
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
    for page in pages:
        laid_out = HTML(string=page, url_fetcher=fetcher).render(font_config=fonts, stylesheets=styles, pdf_variant="pdf/ua-1")
        if len(laid_out.pages) == 1:
            break
    pdf: bytes = laid_out.write_pdf()
    return pdf


def main() -> int:
    """Read, make, write."""
    pages = json.loads(sys.stdin.buffer.read())
    try:
        sys.stdout.buffer.write(make(pages))
    except (OSError, ImportError) as wrong:  # cffi cannot find pango
        sys.stderr.write(f"{type(wrong).__name__}\n")
        return NO_LIBRARIES
    return 0


if __name__ == "__main__":
    sys.exit(main())
