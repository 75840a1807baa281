"""Which fact to ask next, and why."""

from rechtop.rights.ask.questions import Decides, Question, next_questions, open_facts
from rechtop.rights.ask.wording import question_text, whose

__all__ = ["Decides", "Question", "next_questions", "open_facts", "question_text", "whose"]
