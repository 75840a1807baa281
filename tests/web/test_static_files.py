"""What stands in static/ and templates/: nothing inline, nothing from elsewhere, nothing changed behind our back."""

import gzip
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

import rechtop

PACKAGE = Path(rechtop.__file__).parent
STATIC = PACKAGE / "web" / "static" / "web"
PAPER = {"paper", "pdf"}  # a letter that becomes a PDF carries its own style; no browser reads it
TEMPLATES = sorted(path for path in PACKAGE.rglob("templates/**/*.html") if not PAPER & set(path.parts))
OURS = sorted([*STATIC.glob("*.css"), *STATIC.glob("scripts/*.js")])
_INLINE = [
    (re.compile(r"<[^>]*\sstyle\s*="), "a style attribute"),
    (re.compile(r"<[^>]*\son\w+\s*="), "an event attribute"),
    (re.compile(r"<[^>]*\s(?:data-)?hx-on"), "script in hx-on"),
    (re.compile(r"hx-[a-z]+\s*=\s*[\"']\s*(?:js|javascript):"), "script in an hx attribute"),
    (re.compile(r"javascript:"), "a javascript: address"),
    (re.compile(r"<style\b"), "a style element"),
    (re.compile(r"<script(?![^>]*\ssrc=)"), "a script element without src"),
    (re.compile(r"(?:src|href|url)\s*=\s*[\"'](?:https?:)?//[^\"']+\.(?:js|css|woff2?|svg|png)"), "a file from elsewhere"),
]


def inline_parts(html: str) -> list[str]:
    return [what for pattern, what in _INLINE if pattern.search(html)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_template_carries_style_or_script(path: Path) -> None:
    assert inline_parts(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "html",
    [
        '<p style="x">',
        '<a onclick="x">',
        "<script>x</script>",
        "<style>x</style>",
        '<p hx-on:click="x">',
        '<script src="https://x.y/z.js">',
    ],
)
def test_the_search_for_inline_parts_finds_them(html: str) -> None:
    assert inline_parts(html)


@pytest.mark.parametrize("notice", sorted(STATIC.glob("*/NOTICE.txt")), ids=lambda path: path.parent.name)
def test_what_others_made_is_as_it_came(notice: Path) -> None:
    told = notice.read_text(encoding="utf-8")
    files = [path for path in notice.parent.iterdir() if path.suffix in {".js", ".woff2"}]
    assert files
    for path in files:
        assert path.name in told, f"{path.name} is not named in {notice}"
        assert hashlib.sha256(path.read_bytes()).hexdigest() in told, f"{path.name} is not the file that {notice} names"


def test_every_font_has_its_licence() -> None:
    licences = " ".join(path.name for path in (STATIC / "fonts").glob("OFL-*.txt"))
    for font in (STATIC / "fonts").glob("*.woff2"):
        assert font.name.split("-")[0] in licences


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_own_files_ask_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://", text)
    assert not re.search(r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|localStorage|sessionStorage", text)


@pytest.mark.parametrize("path", sorted(STATIC.glob("scripts/*.js")), ids=lambda path: path.name)
def test_our_scripts_are_strict(path: Path) -> None:
    code = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("//")]
    assert code[0] == '"use strict";'


def style() -> str:
    """components.css without its comments."""
    return re.sub(r"/\*.*?\*/", "", (STATIC / "components.css").read_text(encoding="utf-8"), flags=re.S)


def test_layout_is_logical_so_that_a_sheet_in_arabic_mirrors() -> None:
    css = style()
    sides = re.findall(r"(?:^|[;{\s])((?:margin|padding|border)-(?:left|right)|left|right|text-align:\s*(?:left|right)|float)\s*:", css)
    assert sides == []


def test_nothing_leans_and_nothing_is_smaller_than_fourteen_pixels() -> None:
    css = style()
    assert "italic" not in css
    rem = [float(size) for size in re.findall(r"font-size:\s*([\d.]+)rem", css)]
    assert all(size * 16 >= 14 for size in rem)


def test_every_file_that_a_page_or_a_style_asks_for_is_there_when_names_are_hashed(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    for path in TEMPLATES:
        for name in re.findall(r"{% static [\"']([^\"']+)[\"'] %}", path.read_text(encoding="utf-8")):
            assert (tmp_path / staticfiles_storage.stored_name(name)).exists(), f"{path.name} asks for {name}"


def test_a_page_stays_light() -> None:
    """Bytes over the line, zipped: what an old laptop on a slow line waits for before it can draw."""
    zipped = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in [*OURS, STATIC / "vendor" / "htmx.min.js"]}
    styles = sum(size for name, size in zipped.items() if name.endswith(".css"))
    scripts = sum(size for name, size in zipped.items() if name.endswith(".js"))
    assert styles < 14_000
    assert scripts < 26_000
