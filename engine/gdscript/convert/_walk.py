"""Walking through syntax trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from engine.gdscript._syntax import Await, Function, Lambda, Name, Syntax

_names_of: dict[Any, tuple[str, ...]] = {}


def _field_names(kind: type[Syntax]) -> tuple[str, ...]:
    found = _names_of.get(kind)
    if found is None:
        found = tuple(f.name for f in fields(kind) if f.name not in ("line", "column"))
        _names_of[kind] = found
    return found


def children(node: Syntax) -> Iterator[Syntax]:
    """The records directly inside one."""
    for name in _field_names(type(node)):
        yield from _records(getattr(node, name))


def _records(value: Any) -> Iterator[Syntax]:
    if isinstance(value, Syntax):
        yield value
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _records(part)


def walk(*nodes: Any, into_lambdas: bool = True) -> Iterator[Syntax]:
    """Records and all that is inside them, in the order of the file.

    Args:
        nodes: records, or lists of records.
        into_lambdas: whether what is inside lambdas is wanted, too.
    """
    waiting = list(_records(nodes))[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        if into_lambdas or not isinstance(node, Lambda):
            waiting.extend(reversed(list(children(node))))


def last_line(*nodes: Any) -> int:
    """The last line on which something of the records begins."""
    last = 0
    for node in walk(*nodes):
        last = max(last, node.line, node.last_line if isinstance(node, Function) else 0)
    return last


def awaits(body: Iterable[Syntax]) -> bool:
    """Whether a body waits somewhere, lambdas left out."""
    return any(isinstance(node, Await) for node in walk(list(body), into_lambdas=False))


def names_in(*nodes: Any) -> set[str]:
    """All names that are read or written."""
    return {node.id for node in walk(*nodes) if isinstance(node, Name)}
