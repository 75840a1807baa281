"""Every word in three languages; and the tool that says so, says no when it should."""

from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from rechtop.web import translations


@pytest.mark.parametrize("room", translations.rooms())
def test_nothing_is_missing(room: str) -> None:
    assert translations.problems(room) == []


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A house of two rooms, web and gang, with a few words."""
    (tmp_path / "web" / "templates").mkdir(parents=True)
    (tmp_path / "gang" / "templates").mkdir(parents=True)
    (tmp_path / "web" / "templates" / "a.html").write_text('{% load i18n %}{% translate "Bewaren" %}', encoding="utf-8")
    (tmp_path / "gang" / "templates" / "b.html").write_text(
        '{% load i18n %}{% translate "Bewaren" %}{% translate "Kapstok" as hook %}{{ _("Jas") }}'
        "{% blocktranslate with name=who trimmed %}\n  Dag {{ name }}\n{% endblocktranslate %}"
        "{% blocktranslate count number=n %}{{ number }} jas{% plural %}{{ number }} jassen{% endblocktranslate %}",
        encoding="utf-8",
    )
    (tmp_path / "gang" / "hooks.py").write_text('from x import gettext as _\nWORDS = _("Sjaal")\nOTHER = _(WORDS)\n', encoding="utf-8")
    monkeypatch.setattr(translations, "PACKAGE", tmp_path)
    yield tmp_path


def translate_all(room: str) -> None:
    for language in translations.LANGUAGES:
        path = translations.catalogue_path(room, language)
        catalogue = polib.pofile(str(path))
        for entry in catalogue:
            if entry.msgid_plural:
                entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
            else:
                entry.msgstr = entry.msgid
        catalogue.save()
    translations.compile_(room)


def test_words_are_found_in_templates_and_python_once_for_the_whole_house(house: Path) -> None:
    translations.extract("gang")
    ids = {entry.msgid for entry in polib.pofile(str(translations.catalogue_path("gang", "fr")))}
    assert ids == {"Kapstok", "Jas", "Sjaal", "Dag %(name)s", "%(number)s jas"}


def test_a_complete_room_has_no_problems(house: Path) -> None:
    for room in ("web", "gang"):
        translations.extract(room)
        translate_all(room)
    assert translations.problems("web") == translations.problems("gang") == []
    assert translations.main(["check"]) == 0


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("empty", "no translation"),
        ("fuzzy", "uncertain"),
        ("gone", "missing"),
        ("extra", "left over"),
        ("names", "other names between brackets"),
        ("stale", "is not what django.po says"),
    ],
)
def test_what_is_wrong_is_told(house: Path, harm: str, told: str) -> None:
    translations.extract("gang")
    translate_all("gang")
    path = translations.catalogue_path("gang", "en")
    catalogue = polib.pofile(str(path))
    entry = catalogue.find("Dag %(name)s")
    assert entry is not None
    match harm:
        case "empty":
            entry.msgstr = ""
        case "fuzzy":
            entry.flags.append("fuzzy")
        case "gone":
            catalogue.remove(entry)
        case "extra":
            catalogue.append(polib.POEntry(msgid="Nergens", msgstr="Nowhere"))
        case "names":
            entry.msgstr = "Hello %(naam)s"
        case "stale":
            entry.msgstr = "Hello %(name)s"
    catalogue.save()
    if harm != "stale":
        translations.compile_("gang")
    found = translations.problems("gang")
    assert len(found) == 1
    assert told in found[0]
    assert translations.main(["check", "gang"]) == 1


def test_extracting_again_drops_what_no_screen_says_any_more(house: Path) -> None:
    translations.extract("gang")
    (house / "gang" / "hooks.py").write_text("", encoding="utf-8")
    assert translations.extract("gang") == ["gang fr: gone    'Sjaal'", "gang en: gone    'Sjaal'"]
