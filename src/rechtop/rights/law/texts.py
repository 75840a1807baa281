"""What is said about a right, in Dutch, French and English: for the worker, and in plain words for the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from rechtop.rights.facts.vocabulary import LANGUAGES, Text
from rechtop.rights.law.catalogue import folder_of, load

Confidence = Literal["high", "medium", "low"]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LEVELS = ("federal", "flemish", "municipal")


class TextsError(ValueError):
    """A texts.yaml lacks something; says which right and field."""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One law, decree or decision a right rests on."""

    title: str
    articles: str
    url: str


@dataclass(frozen=True, slots=True)
class RightTexts:
    """All words about one right. `says` holds the translations of the sentences in rule.py, by key."""

    id: str
    name: Text
    summary: Text
    plain: Text
    authority: Text
    apply_at: Text
    automatic: Text
    deadlines: Text
    retroactivity: Text
    does_not_solve: Text
    explain: Text
    unknown: Text
    documents: tuple[Text, ...]
    non_take_up: tuple[Text, ...]
    unlocks: tuple[str, ...]
    legal_basis: tuple[LegalBasis, ...]
    articles: Mapping[str, str]
    says: Mapping[str, Mapping[str, str]]
    level: str
    confidence: Confidence
    gives: Text | None = None

    def sentence(self, key: str, dutch: str, language: str) -> str:
        """A sentence of the rule in a language; the Dutch stands in the rule itself."""
        return dutch if language == "nl" else self.says.get(key, {}).get(language, dutch)

    def link(self, article: str) -> str:
        """Where to read an article: its own link, or the first law of the right."""
        return self.articles.get(article) or (self.legal_basis[0].url if self.legal_basis else "")


@lru_cache(maxsize=256)
def texts_of(right: str) -> RightTexts:
    """The texts of a right. Raises TextsError when one is missing in one of the languages."""
    return read_texts(right, folder_of(right) / "texts.yaml")


def every_name() -> dict[str, Text]:
    """The names of all rights."""
    return {right: texts_of(right).name for right in load()}


def read_texts(right: str, path: Path) -> RightTexts:
    """Reads and checks one texts.yaml."""
    raw: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 (safe)

    def text(found: Any, field: str) -> Text:
        if not isinstance(found, dict) or any(not str(found.get(language) or "").strip() for language in LANGUAGES):
            raise TextsError(f"{right}/texts.yaml: `{field}` should have a text in nl, fr and en.")
        return Text(str(found["nl"]).strip(), str(found["fr"]).strip(), str(found["en"]).strip())

    def one(field: str) -> Text:
        return text(raw.get(field), field)

    def several(found: Any, field: str) -> tuple[Text, ...]:
        return tuple(text(item, field) for item in found or ())

    if raw.get("confidence") not in ("high", "medium", "low") or raw.get("level") not in LEVELS:
        raise TextsError(f"{right}/texts.yaml: confidence should be high, medium or low; level one of {', '.join(LEVELS)}.")
    reasons = raw.get("non_take_up", {}).get("reasons")
    return RightTexts(
        id=right, name=one("name"), summary=one("summary"), plain=one("plain"), authority=one("authority"), apply_at=one("apply_at"),
        automatic=one("automatic"), deadlines=one("deadlines"), retroactivity=one("retroactivity"), does_not_solve=one("does_not_solve"),
        explain=one("explain"), unknown=one("unknown"), documents=several(raw.get("documents"), "documents"),
        non_take_up=several(reasons, "non_take_up.reasons"), unlocks=tuple(raw.get("unlocks") or ()),
        legal_basis=tuple(
            LegalBasis(str(item["title"]), str(item.get("articles", "")), str(item["url"])) for item in raw.get("legal_basis", ())
        ),
        articles={str(key): str(value) for key, value in (raw.get("articles") or {}).items()},
        says={str(key): dict(value) for key, value in (raw.get("says") or {}).items()},
        level=str(raw["level"]), confidence=raw["confidence"], gives=text(raw["gives"], "gives") if raw.get("gives") else None,
    )  # fmt: skip
