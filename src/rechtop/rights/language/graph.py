"""The graph that a rule becomes: small typed nodes, shared by structure.

A node is pure data: what it does (`op`), its inputs (`args`), what it carries (`data`), and which people it speaks of (`slots`).
Evaluation, explanation, the next question, screening and the browser are all readings of this one graph.
"""

from __future__ import annotations

from typing import Any, Literal

Kind = Literal["truth", "number", "choice", "date"]
Unit = Literal["cents", "plain", ""]

_known: dict[tuple[object, ...], Node] = {}


class Node:
    """One step of a rule. Equal nodes are one object, so what two rights share is computed once.

    kind: truth, number, choice or date. unit: cents or plain (numbers only). options: the ids a choice can take.
    slots: the levels of the people (or properties, events) this node depends on; level 0 is the person a right is about, deeper levels
    are bound by a group. facts: ids of all facts below it.
    """

    __slots__ = ("op", "args", "data", "kind", "unit", "options", "slots", "levels", "facts", "id")

    def __init__(
        self,
        id: int,
        op: str,
        args: tuple[Node, ...],
        data: Any,
        kind: Kind,
        unit: Unit,
        options: tuple[str, ...],
        slots: frozenset[int],
        facts: frozenset[str],
    ) -> None:
        self.id, self.op, self.args, self.data = id, op, args, data
        self.kind, self.unit, self.options, self.slots, self.facts = kind, unit, options, slots, facts
        self.levels = tuple(sorted(slots))

    def __repr__(self) -> str:
        return f"<{self.op} {self.data!r} {list(self.args)!r}>" if self.args else f"<{self.op} {self.data!r}>"


def node(
    op: str,
    *args: Node,
    data: Any = None,
    kind: Kind,
    unit: Unit = "",
    options: tuple[str, ...] = (),
    slots: frozenset[int] | None = None,
    binds: int | None = None,
    facts: frozenset[str] = frozenset(),
) -> Node:
    """The node with this meaning; made only if it is new. `binds` is the level that a group fills in for its inputs."""
    key = (op, tuple(a.id for a in args), data, kind, unit, options, slots)
    found = _known.get(key)
    if found is None:
        free = frozenset().union(slots or (), *(a.slots for a in args))
        if binds is not None:
            free -= {binds}
        found = _known[key] = Node(len(_known), op, args, data, kind, unit, options, free, facts.union(*(a.facts for a in args)))
    return found
