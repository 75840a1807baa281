"""The law of one day as functions: each right is written out as Python and compiled when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any, TypeAlias

from rechtop.rights.evaluate.groups import Env
from rechtop.rights.evaluate.run import Run
from rechtop.rights.evaluate.writing import Way, Writer, names_of_the_language
from rechtop.rights.language.graph import Node

Reading: TypeAlias = Callable[[Run, Env], Any]
"""The value of a node: True, False or None; a range (low, high); a choice as bits; a code."""

LOOPS = frozenset({"count", "any", "total", "highest", "lowest"})
"""Walks over people: remembered also where only one other node reads them, for what-if questions touch few of them."""


class Functions:
    """Turns nodes into functions, each node once. roots: everything that the rules of this day wrote down."""

    def __init__(self, roots: Iterable[Node] = ()) -> None:
        self.figures: list[tuple[Any, ...]] = []
        self.masks: dict[int, int] = {}
        self._figure_places: dict[tuple[Any, ...], int] = {}
        self._readers = _readers(roots)
        self._names: dict[str, Any] = names_of_the_language()
        self._together: dict[tuple[Way, int], tuple[Node, ...]] = {}
        self._entries: dict[tuple[Way, int], Callable[[Any, Env], Any]] = {}
        self._lock = RLock()

    def together(self, way: Way, nodes: Iterable[Node]) -> None:
        """These nodes are compiled in one go, when the first of them is read."""
        batch = tuple(nodes)
        for node in batch:
            self._together.setdefault((way, node.id), batch)

    def reading(self, node: Node) -> Reading:
        """The function that gives the value of a node. In a run with a trace, what the value rests on is worked out with it."""
        plain, traced, alone = self._entry("values", node), self._entry("rests", node), node.kind not in ("number", "date")

        def read(run: Run, env: Env) -> Any:
            if run.trace is None:
                return plain(run, env)
            found = traced(run.trace, env)
            return found[0] if alone else found[:2]

        return read

    def rests(self, node: Node) -> Callable[[Any, Env], tuple[Any, ...]]:
        """The function that gives the value of a node and what it rests on, for a `Trace`."""
        return self._entry("rests", node)

    def _entry(self, way: Way, node: Node) -> Callable[[Any, Env], Any]:
        found = self._entries.get((way, node.id))
        if found is None:
            found = self._entries[way, node.id] = self._made_when_called(way, node)
        return found

    def _made_when_called(self, way: Way, node: Node) -> Callable[[Any, Env], Any]:
        levels = node.levels
        only = levels[0] if len(levels) == 1 else None
        compiled: Callable[..., Any] | None = None

        def entry(of: Any, env: Env) -> Any:
            nonlocal compiled
            if compiled is None:
                compiled = self._function(way, node)
            if only is not None:
                return compiled(of, env[only])
            return compiled(of, *[env[level] for level in levels])

        return entry

    def _function(self, way: Way, node: Node) -> Callable[..., Any]:
        writer = Writer(way, self._is_own, self._names, self._figure, self.masks)
        name = writer.name(node)
        with self._lock:
            if name not in self._names:
                source = writer.write(node, *self._together.get((way, node.id), ()))
                exec(compile(source, f"<the law as functions: {way}>", "exec"), self._names)  # noqa: S102  our own graph, nothing told
            found: Callable[..., Any] = self._names[name]
            return found

    def _is_own(self, node: Node) -> bool:
        """Whether a node has a function of its own: more than one other node (or rule) reads it, or it walks over people."""
        return node.op in LOOPS or self._readers.get(node.id, 2) > 1

    def _figure(self, data: tuple[Any, ...]) -> int:
        """The number of a figure of the law."""
        place = self._figure_places.get(data)
        if place is None:
            place = self._figure_places[data] = len(self.figures)
            self.figures.append(data)
        return place


def _readers(roots: Iterable[Node]) -> dict[int, int]:
    """How many nodes read each node: only what is read more than once is worth remembering."""
    readers: dict[int, int] = {}
    stack = list(roots)
    for root in stack:
        readers[root.id] = readers.get(root.id, 0) + 1
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if node.id in seen:
            continue
        seen.add(node.id)
        for arg in node.args:
            readers[arg.id] = readers.get(arg.id, 0) + 1
            stack.append(arg)
    return readers
