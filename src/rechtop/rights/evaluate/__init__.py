"""One household, facts may be unknown: status, amount range and explanation of every right."""

from rechtop.rights.evaluate.assessment import Assessment, assess
from rechtop.rights.evaluate.explain import explain
from rechtop.rights.evaluate.result import Explanation, FactRef, Result, StepShown

__all__ = ["Assessment", "Explanation", "FactRef", "Result", "StepShown", "assess", "explain"]
