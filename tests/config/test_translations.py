"""Every sentence that the program says in Dutch, it says in French and in English too."""

import ast
import gettext
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "rechtop"
CATALOGUES = sorted(SOURCE.glob("*/locale/*/LC_MESSAGES/django*.po"))
ROOMS = sorted(room.parent for room in SOURCE.glob("*/__init__.py") if room.parent.name != "rights")  # the law has its own texts.yaml
ENTRY = re.compile(
    r'^(?P<notes>(?:#[^\n]*\n)*)(?:msgctxt "(?P<context>[^"]*)"\n)?msgid (?P<id>(?:".*"\n)+)'
    r'(?:msgid_plural (?P<plural>(?:".*"\n)+))?(?P<said>(?:msgstr.*\n(?:".*"\n)*)+)',
    re.M,
)
NAMED = re.compile(r"%\((\w+)\)[sd]")


def name_of(path: Path) -> str:
    return "/".join(path.parts[-5:])


def text(quoted: str) -> str:
    """The text that the quoted lines of a catalogue stand for."""
    return "".join(ast.literal_eval(one) for one in re.findall(r'".*"', quoted))


def entries(path: Path) -> list[tuple[str, str, list[str]]]:
    """Notes, source (with its context) and translations of each sentence that is in use."""
    found = []
    for match in ENTRY.finditer(path.read_text("utf-8") + "\n"):
        source = text(match["id"])
        said = [text(one) for one in re.split(r"^msgstr(?:\[\d\])? ", match["said"], flags=re.M)[1:]]
        if source:
            found.append((match["notes"], f"{match['context']}\x04{source}" if match["context"] else source, said))
    return found


def test_each_room_has_both_languages() -> None:
    rooms = {path.parents[2] for path in CATALOGUES}
    for room in rooms:
        assert {path.parents[1].name for path in CATALOGUES if path.parents[2] == room} == {"fr", "en"}, room


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_complete(path: Path) -> None:
    found = entries(path)
    assert found, f"{name_of(path)} holds no sentence that this test can read"
    assert [source for notes, source, _ in found if "fuzzy" in notes] == []
    assert [source for _, source, said in found if not all(said)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_what_is_filled_in_stays_the_same(path: Path) -> None:
    for _, source, said in entries(path):
        for one in said:
            assert set(NAMED.findall(one)) == set(NAMED.findall(source)), source


@pytest.mark.parametrize("path", CATALOGUES, ids=name_of)
def test_the_compiled_catalogue_is_the_one_we_read(path: Path) -> None:
    """Machines read the .mo beside the .po; it is kept in the repository because not every machine has gettext."""
    with path.with_suffix(".mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    for _, source, said in entries(path):
        assert catalogue._catalog.get(source, catalogue._catalog.get((source, 0))) == said[0], source  # type: ignore[attr-defined]  # the table


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="gettext is not installed")
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_no_sentence_of_a_room_is_missing_from_its_catalogues(room: Path, tmp_path: Path) -> None:
    """Collect the sentences of a copy of the room anew, and compare."""
    copy = tmp_path / room.name
    shutil.copytree(room, copy, ignore=shutil.ignore_patterns("locale", "static"))
    (copy / "locale").mkdir()
    collect = [sys.executable, "-m", "django", "makemessages", "--locale", "fr", "--extension", "html,txt,py", "--verbosity", "0"]
    without_settings = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(collect, cwd=copy, env=without_settings, check=True, capture_output=True)
    collected = copy / "locale" / "fr" / "LC_MESSAGES" / "django.po"
    spoken = {source for _, source, _ in entries(collected)} if collected.exists() else set()
    for language in ("fr", "en"):
        kept = room / "locale" / language / "LC_MESSAGES" / "django.po"
        known = {source for _, source, _ in entries(kept)} if kept.exists() else set()
        assert spoken - known == set(), f"not in {kept}"
