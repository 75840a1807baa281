"""What goes wrong when a rule is read, said so that its writer can mend it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType


class RuleError(Exception):
    """A rule cannot be read: says where, what, why and what to write instead."""

    def __init__(self, what: str, *, why: str = "", to_do: str = "") -> None:
        lines = [f"{where()}: {what}"]
        if why:
            lines.append(f"Why:   {why}")
        if to_do:
            lines.append(f"To do: {to_do}")
        super().__init__("\n".join(lines))


def where() -> str:
    """File and line of the rule that is being read: the nearest caller outside this package."""
    here = str(Path(__file__).parent)
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        name = frame.f_code.co_filename
        if not name.startswith(here):
            path = Path(name)
            return f"{frame.f_code.co_name} ({path.parent.name}/{path.name}:{frame.f_lineno})"
        frame = frame.f_back
    return "a rule"
