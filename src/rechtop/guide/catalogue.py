"""All rights by domain of life, computed or described, and those that a word points to."""

from dataclasses import dataclass

from django.http import HttpResponseBase
from django.utils import timezone

from rechtop.guide.words import domain_words, form_words, kind_words, language, level_words
from rechtop.rights.facts.search import plain
from rechtop.rights.law.catalogue import folder_of, law_on
from rechtop.rights.law.described import DOMAINS, described
from rechtop.rights.law.texts import texts_of
from rechtop.trust.doors import WorkerRequest, needs
from rechtop.web.show import show

LONGEST = 100


@dataclass(frozen=True)
class Entry:
    """One right in the list. computed: whether Rechtop computes it; ended: whether nobody new can get it."""

    id: str
    domain: str
    name: str
    about: str
    level: str
    gives: str
    computed: bool
    ended: bool = False


@needs("guide.read")
def catalogue(request: WorkerRequest) -> HttpResponseBase:
    """The whole list, or what a word points to (?woord=)."""
    typed = request.GET.get("woord", "")[:LONGEST]
    every = entries()
    found = [one for one in every if matches(one, typed)] if typed.strip() else every
    groups = [(domain_words(domain), [one for one in found if one.domain == domain]) for domain in DOMAINS]
    return show(
        request,
        "guide/catalogue.html",
        part="guide/_list.html",
        here="catalogue",
        groups=[(name, some) for name, some in groups if some],
        typed=typed,
        number=len(found),
        computed=sum(1 for one in every if one.computed),
        described=sum(1 for one in every if not one.computed),
    )


def entries() -> list[Entry]:
    """Every right by name, in the language of the page."""
    today, lang = timezone.localdate(), language()
    found = []
    for read in law_on(today):
        texts = texts_of(read.id)
        kind = kind_words(read.rule.kind if read.rule is not None else None)
        found.append(
            Entry(
                read.id,
                folder_of(read.id).parent.name,
                texts.name.in_language(lang),
                texts.plain.in_language(lang),
                level_words(texts.level),
                kind,
                computed=True,
                ended=read.version is None,
            )  # fmt: skip
        )
    for card in described().values():
        found.append(
            Entry(
                card.id,
                card.domain,
                card.name.in_language(lang),
                card.who.in_language(lang),
                level_words(card.level),
                form_words(card.form),
                computed=False,
                ended=not card.in_force(today),
            )  # fmt: skip
        )
    return sorted(found, key=lambda one: one.name.casefold())


def matches(one: Entry, typed: str) -> bool:
    """Whether every word that was typed stands in the name or the line about it, accents and capitals aside."""
    text = plain(f"{one.name} {one.about} {one.id.replace('_', ' ')}")
    return all(word in text for word in plain(typed).split())
