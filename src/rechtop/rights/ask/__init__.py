"""Which fact to ask next, and why."""

from rechtop.rights.ask.questions import Decides, Question, next_questions, open_facts

__all__ = ["Decides", "Question", "next_questions", "open_facts"]
