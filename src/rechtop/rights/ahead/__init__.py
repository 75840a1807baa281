"""Looking ahead for one household: what a change would do, what the coming months bring, what work would bring in."""

from rechtop.rights.ahead.changes import Change, with_changes, with_newcomer
from rechtop.rights.ahead.compare import Difference, differences
from rechtop.rights.ahead.moments import Moment, moments
from rechtop.rights.ahead.wage import WageStep, wage_steps

__all__ = ["Change", "Difference", "Moment", "WageStep", "differences", "moments", "wage_steps", "with_changes", "with_newcomer"]
