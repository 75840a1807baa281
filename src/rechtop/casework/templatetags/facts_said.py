"""Filters for words that come from the vocabulary."""

from django import template

from rechtop.casework.knots import topic_words
from rechtop.casework.words import language
from rechtop.rights.facts.vocabulary import Text

register = template.Library()


@register.filter
def said(text: Text) -> str:
    """A text of the vocabulary in the language of the page."""
    return text.in_language(language())


@register.filter
def topic(name: str) -> str:
    """How a topic of the talk is called."""
    return topic_words(name)
