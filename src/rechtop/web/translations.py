"""Words in three languages: gather what screens say, compile what is translated, and check that nothing is missing.

    python -m rechtop.web.translations extract [room …]     new words into locale/{fr,en}/LC_MESSAGES/django.po of each room
    python -m rechtop.web.translations compile [room …]     django.po → django.mo
    python -m rechtop.web.translations check [room …]       fails on a word that is missing, uncertain, left over or not compiled

The source is Dutch. Each room has a catalogue of its own; what web says already is not asked again of the rooms above.
No gettext tools are needed on the machine.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent
SHARED = "web"
LANGUAGES = ("fr", "en")
PLURALS = {"fr": "nplurals=2; plural=(n > 1);", "en": "nplurals=2; plural=(n != 1);"}
FUNCTIONS = {
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop", "_"), ("id",)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), ("id", "plural")),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ("context", "id")),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ("context", "id", "plural")),
}
_LITERAL = r"""u?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_CALL = re.compile(rf"(?<![\w.])(gettext|ngettext|pgettext|npgettext|_)\(\s*({_LITERAL}(?:\s*,\s*{_LITERAL})*)")
_FIELDS = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")


@dataclass(frozen=True)
class Word:
    """One thing a screen says. `plural` and `context` as gettext has them."""

    id: str
    plural: str = ""
    context: str = ""


@dataclass
class Found:
    """All words of a room and where they stand (path from the package, line)."""

    places: dict[Word, list[tuple[str, int]]] = field(default_factory=dict)

    def add(self, word: Word, path: Path, line: int) -> None:
        self.places.setdefault(word, []).append((path.relative_to(PACKAGE).as_posix(), line))


def rooms() -> list[str]:
    """Every room that says something, web first."""
    said = [folder.name for folder in sorted(PACKAGE.iterdir()) if folder.is_dir() and words_of(folder.name).places]
    return sorted(said, key=lambda room: (room != SHARED, room))


def words_of(room: str) -> Found:
    """What the Python and the templates of a room say."""
    found = Found()
    for path in sorted((PACKAGE / room).rglob("*.py")):
        for word, line in _in_python(path.read_text(encoding="utf-8")):
            found.add(word, path, line)
    for path in sorted((PACKAGE / room).rglob("templates/**/*")):
        if path.suffix in {".html", ".txt", ".svg"}:
            for word, line in _in_template(path.read_text(encoding="utf-8"), path.name):
                found.add(word, path, line)
    return found


def _in_python(text: str) -> Iterator[tuple[Word, int]]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        shape = FUNCTIONS.get(name)
        if shape is None or len(node.args) < len(shape):
            continue
        literals = [argument.value for argument in node.args[: len(shape)] if isinstance(argument, ast.Constant)]
        if len(literals) == len(shape) and all(isinstance(literal, str) and literal for literal in literals):
            yield Word(**{key: str(value) for key, value in zip(shape, literals, strict=True)}), node.lineno


def _in_template(text: str, name: str) -> Iterator[tuple[Word, int]]:
    """Django turns a template into calls; we read those calls."""
    calls = templatize(text, origin=name)
    for call in _CALL.finditer(calls):
        shape = FUNCTIONS[call[1]]
        literals = [ast.literal_eval(literal) for literal in re.findall(_LITERAL, call[2])]
        if len(literals) >= len(shape) and literals[0]:
            yield Word(**dict(zip(shape, literals, strict=False))), calls.count("\n", 0, call.start()) + 1


def catalogue_path(room: str, language: str) -> Path:
    """Where the words of a room stand in a language."""
    return PACKAGE / room / "locale" / language / "LC_MESSAGES" / "django.po"


def _catalogue(room: str, language: str) -> polib.POFile:
    path = catalogue_path(room, language)
    if path.exists():
        return polib.pofile(str(path), wrapwidth=110)
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Project-Id-Version": "Rechtop",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    return catalogue


def _wanted(room: str) -> Found:
    """What this room's own catalogue must hold."""
    found = words_of(room)
    if room != SHARED:
        for word in words_of(SHARED).places:
            found.places.pop(word, None)
    return found


def _word(entry: polib.POEntry) -> Word:
    return Word(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def extract(room: str) -> list[str]:
    """Add new words without a translation, drop those that no screen says any more. Returns what changed."""
    wanted, changes = _wanted(room), []
    for language in LANGUAGES:
        catalogue = _catalogue(room, language)
        known = {_word(entry): entry for entry in catalogue}
        for word, entry in known.items():
            if word not in wanted.places:
                catalogue.remove(entry)
                changes.append(f"{room} {language}: gone    {word.id!r}")
        for word, places in wanted.places.items():
            known_entry = known.get(word)
            if known_entry is None:
                known_entry = polib.POEntry(msgid=word.id, msgid_plural=word.plural, msgctxt=word.context or None)
                if word.plural:
                    known_entry.msgstr_plural = {0: "", 1: ""}
                catalogue.append(known_entry)
                changes.append(f"{room} {language}: new     {word.id!r}")
            known_entry.occurrences = [(path, "") for path in sorted({path for path, _line in places})]
        catalogue.sort(key=lambda entry: (entry.occurrences[0][0], entry.msgid))
        path = catalogue_path(room, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
    return changes


def compile_(room: str) -> None:
    """Write django.mo beside each django.po."""
    for language in LANGUAGES:
        path = catalogue_path(room, language)
        if path.exists():
            polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def problems(room: str) -> list[str]:
    """What a reader in French or English would miss, in sentences."""
    wanted = _wanted(room)
    found: list[str] = []
    for language in LANGUAGES:
        where = f"{room} {language}"
        path = catalogue_path(room, language)
        if not path.exists():
            found += [f"{where}: there is no {path.relative_to(PACKAGE)}"] if wanted.places else []
            continue
        catalogue = polib.pofile(str(path))
        entries = {_word(entry): entry for entry in catalogue if not entry.obsolete}
        found += [f"{where}: missing    {word.id!r} ({places[0][0]})" for word, places in wanted.places.items() if word not in entries]
        found += [f"{where}: left over  {word.id!r}" for word in entries if word not in wanted.places]
        found += [f"{where}: left over  {entry.msgid!r} (obsolete)" for entry in catalogue.obsolete_entries()]
        for word, entry in entries.items():
            found += [f"{where}: {problem} {word.id!r}" for problem in _entry_problems(entry)]
        found += _not_compiled(where, path, catalogue)
    return found


def _entry_problems(entry: polib.POEntry) -> Iterator[str]:
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if not all(texts):
        yield "no translation"
        return
    if entry.fuzzy:
        yield "uncertain "
    sources = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
    allowed = {name for source in sources for name in _FIELDS.findall(source)}
    for text in texts:
        unknown = set(_FIELDS.findall(text)) - allowed
        lost = set() if entry.msgid_plural else allowed - set(_FIELDS.findall(text))
        if unknown or lost:
            yield "other names between brackets in"
            return


def _not_compiled(where: str, path: Path, catalogue: polib.POFile) -> list[str]:
    compiled = path.with_suffix(".mo")
    told = f"{where}: django.mo is not what django.po says; run: python -m rechtop.web.translations compile"
    if not compiled.exists() or compiled.read_bytes() != catalogue.to_binary():
        return [told]
    return []


def main(arguments: Iterable[str]) -> int:
    """Run one of the three acts; for `check` the number of problems decides the exit code."""
    act, *named = [*arguments] or ["help"]
    chosen = named or rooms()
    match act:
        case "extract":
            print("\n".join(line for room in chosen for line in extract(room)) or "Nothing new.")
        case "compile":
            for room in chosen:
                compile_(room)
        case "check":
            found = [line for room in chosen for line in problems(room)]
            print("\n".join(found) or f"Every word of {', '.join(chosen)} stands in {' and '.join(LANGUAGES)}.")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
