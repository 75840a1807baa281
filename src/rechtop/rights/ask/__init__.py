"""Which fact to ask next, and why."""

from rechtop.rights.ask.openers import Behind, Skipped, asked_first, is_skipped, rights_behind, unanswered_openers
from rechtop.rights.ask.questions import Decides, Question, next_questions, open_facts
from rechtop.rights.ask.wording import question_text, whose

__all__ = [
    "Behind",
    "Decides",
    "Question",
    "Skipped",
    "asked_first",
    "is_skipped",
    "next_questions",
    "open_facts",
    "question_text",
    "rights_behind",
    "unanswered_openers",
    "whose",
]
