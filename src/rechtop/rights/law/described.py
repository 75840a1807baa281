"""Rights that are described but not computed: a card for each, so that nobody forgets them. They stand in `described/<domain>.yaml`.

A card says for whom, what, where and how; `think_when` is the condition (language/conditions.py) under which one thinks of it. It opens
or closes nothing. `described/services.yaml` has the services and the ways of asking that many cards share.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from rechtop.rights.facts.vocabulary import LANGUAGES, Text
from rechtop.rights.language.conditions import Condition, Who, collect_condition
from rechtop.rights.language.data import Faults, from_yaml
from rechtop.rights.law.catalogue import load

FOLDER = Path(__file__).parent / "described"
Domain = Literal[
    "income", "work", "housing", "energy", "care", "children", "justice", "debts", "daily_life", "mobility", "leisure", "tax",
]  # fmt: skip
Level = Literal["federal", "flemish", "municipal", "provider"]
Form = Literal["monthly", "yearly", "one_off", "tariff", "service", "status"]
DOMAINS, FORMS, CARD_LEVELS = get_args(Domain), get_args(Form), get_args(Level)
TEXTS = ("name", "who", "what")
SHARED = ("where", "how")
NEEDED = ("id", "level", "form", "about", *TEXTS, *SHARED)
KNOWN = (*NEEDED, "link", "checked_on", "think_when", "ended")
DOMAIN_NAMES: Mapping[str, Text] = {
    "income": Text("inkomen", "revenu", "income"),
    "work": Text("werk", "travail", "work"),
    "housing": Text("wonen", "logement", "housing"),
    "energy": Text("energie en water", "énergie et eau", "energy and water"),
    "care": Text("gezondheid en zorg", "santé et soins", "health and care"),
    "children": Text("kinderen en gezin", "enfants et famille", "children and family"),
    "justice": Text("recht en bescherming", "droit et protection", "law and protection"),
    "debts": Text("schulden en geldzaken", "dettes et argent", "debts and money"),
    "daily_life": Text("dagelijks leven", "vie quotidienne", "daily life"),
    "mobility": Text("vervoer en communicatie", "mobilité et communication", "transport and communication"),
    "leisure": Text("onderwijs en vrije tijd", "enseignement et loisirs", "education and leisure"),
    "tax": Text("belastingen", "impôts", "taxes"),
}


@dataclass(frozen=True, slots=True)
class Ended:
    """Since when nobody new can get it, and what to know about that."""

    since: date
    says: Text


@dataclass(frozen=True, slots=True)
class DescribedRight:
    """A card. link and checked_on: the official page, and the day when the card was compared with it; empty when nobody did yet."""

    id: str
    domain: Domain
    level: Level
    form: Form
    about: Who
    name: Text
    who: Text
    what: Text
    where: Text
    how: Text
    link: str = ""
    checked_on: date | None = None
    think_when: Condition | None = None
    ended: Ended | None = None

    def in_force(self, on: date) -> bool:
        """Whether somebody new can still get it on a day."""
        return self.ended is None or on < self.ended.since


@lru_cache(maxsize=1)
def described() -> Mapping[str, DescribedRight]:
    """All cards by id, in the order of the domains. A right that became a rule is no card any more. Raises DataError with every fault."""
    faults, rules = Faults(), load()
    shared = _shared(from_yaml((FOLDER / "services.yaml").read_text("utf-8")), faults)
    found: dict[str, DescribedRight] = {}
    for domain in DOMAINS:
        file = FOLDER / f"{domain}.yaml"
        cards = from_yaml(file.read_text("utf-8")) if file.exists() else []
        for card in read_cards(cards, domain, shared, faults):
            if card.id in found:
                faults.add(f"{domain}.yaml", card.id, "stands here twice.", "Keep one.")
            found[card.id] = card
    faults.raise_if_any()
    return {id: card for id, card in found.items() if id not in rules}


@lru_cache(maxsize=1)
def same_as() -> Mapping[str, str]:
    """Other names under which a right goes: the name and the right that it is (or is a part of)."""
    return {str(name): str(right) for name, right in from_yaml((FOLDER / "same_as.yaml").read_text("utf-8")).items()}


Shared = Mapping[str, Mapping[str, Text]]


def _shared(raw: Any, faults: Faults) -> Shared:
    return {
        kind: {name: _text(value, f"services.yaml.{kind}.{name}", faults) for name, value in several.items()}
        for kind, several in faults.mapping(raw, "services.yaml", SHARED, SHARED).items()
    }


def read_cards(raw: Any, domain: Domain, shared: Shared, faults: Faults) -> list[DescribedRight]:
    """The sound cards of one domain; what is wrong goes to `faults`."""
    return [
        card
        for place, item in enumerate(faults.items(raw, f"{domain}.yaml", most=200))
        if (card := _card(item, f"{domain}.yaml[{place}]", domain, shared, faults)) is not None
    ]


def _card(item: Any, path: str, domain: Domain, shared: Shared, faults: Faults) -> DescribedRight | None:
    before = len(faults.found)
    id = item.get("id") if isinstance(item, dict) else None
    if isinstance(id, str):
        path = f"{domain}.yaml {id[:60]}"
    raw = faults.mapping(item, path, KNOWN, NEEDED)
    for field, known in (("level", CARD_LEVELS), ("form", FORMS), ("about", get_args(Who))):
        if raw.get(field) not in known:
            faults.add(f"{path}.{field}", raw.get(field), "is not known.", f"Use one of: {', '.join(known)}.")
    texts = {field: _text(raw.get(field), f"{path}.{field}", faults) for field in TEXTS}
    for field in SHARED:
        value = raw.get(field)
        if isinstance(value, str) and value not in shared[field]:
            faults.add(f"{path}.{field}", value, "is not in services.yaml.", f"Use one of: {', '.join(shared[field])}.")
        texts[field] = shared[field].get(value, Text("", "", "")) if isinstance(value, str) else _text(value, f"{path}.{field}", faults)
    link, checked = raw.get("link", ""), raw.get("checked_on")
    if not isinstance(link, str) or (link and not link.startswith("https://")):
        faults.add(f"{path}.link", link, "is not a link.", "Begin with https://, or leave it out.")
    if checked is not None and type(checked) is not date:
        faults.add(f"{path}.checked_on", checked, "is not a day.", "Write year-month-day: 2026-03-01.")
    if bool(link) != (checked is not None):
        faults.add(path, link, "has a link or a day, not both.", "checked_on is the day on which the card was compared with the link.")
    about = raw.get("about", "person")
    condition = collect_condition(raw["think_when"], f"{path}.think_when", about, faults) if "think_when" in raw else None
    ended = _ended(raw["ended"], f"{path}.ended", faults) if "ended" in raw else None
    if len(faults.found) > before:
        return None
    return DescribedRight(
        raw["id"], domain, raw["level"], raw["form"], about, texts["name"], texts["who"], texts["what"], texts["where"], texts["how"],
        link, checked, condition, ended,
    )  # fmt: skip


def _ended(data: Any, path: str, faults: Faults) -> Ended | None:
    raw = faults.mapping(data, path, ("since", *LANGUAGES), ("since", *LANGUAGES))
    if type(raw.get("since")) is not date:
        faults.add(f"{path}.since", raw.get("since"), "is not a day.", "Write year-month-day: 2026-03-01.")
        return None
    return Ended(raw["since"], _text({language: raw.get(language) for language in LANGUAGES}, path, faults))


def _text(data: Any, path: str, faults: Faults) -> Text:
    raw = faults.mapping(data, path, LANGUAGES, LANGUAGES)
    return Text(*(faults.text(raw[language], f"{path}.{language}", most=600) if language in raw else "" for language in LANGUAGES))


__all__ = ["DOMAINS", "DOMAIN_NAMES", "DescribedRight", "Ended", "described", "read_cards", "same_as"]
