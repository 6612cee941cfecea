"""Looking through the syntax of a function before it is compiled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from engine.gdscript._syntax import (
    Assign,
    Await,
    BindPattern,
    Expression,
    For,
    Function,
    If,
    Lambda,
    Literal,
    LocalVariable,
    Match,
    Name,
    Return,
    Statement,
    Syntax,
    WildcardPattern,
)

_SMALL = 1 << 31  # what is moved by less than this cannot leave 64 bits while anyone waits


_known_fields: dict[type[Any], tuple[str, ...]] = {}


def _fields(kind: type[Any]) -> tuple[str, ...]:
    found = _known_fields.get(kind)
    if found is None:
        found = tuple(f.name for f in fields(kind) if f.name not in ("line", "column"))
        _known_fields[kind] = found
    return found


def walk(nodes: Iterable[Any], lambdas: bool = False) -> Iterator[Syntax]:
    """All syntax records below some, in no order; those inside lambdas only when asked for."""
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if isinstance(node, (list, tuple)):
            stack.extend(node)
        elif isinstance(node, Syntax):
            yield node
            if lambdas or not isinstance(node, Lambda):
                stack.extend([getattr(node, name) for name in _fields(type(node))])


def awaits(function: Function) -> bool:
    """Whether a function waits somewhere in its body."""
    return any(isinstance(node, Await) for node in walk(function.body or ()))


def _is_small(value: Expression | None) -> bool:
    return isinstance(value, Literal) and type(value.value) is int and abs(value.value) < _SMALL


def counting_names(statements: list[Statement]) -> frozenset[str]:
    """Variables that are only set to, and moved by, small constants."""
    counting: set[str] = set()
    others: set[str] = set()
    for node in walk(statements):
        if isinstance(node, LocalVariable):
            (counting if node.value is None or _is_small(node.value) else others).add(node.name)
        elif isinstance(node, Assign) and isinstance(node.target, Name):
            if node.operator not in ("=", "+=", "-=") or not _is_small(node.value):
                others.add(node.target.id)
        elif isinstance(node, (For, BindPattern)):
            others.add(node.name)
    return frozenset(counting - others)


def always_returns(statements: list[Statement]) -> bool:
    """Whether Godot sees that every way through some statements ends in `return`."""
    return any(_returns(one) for one in statements)


def _returns(statement: Statement) -> bool:
    if isinstance(statement, Return):
        return True
    if isinstance(statement, If):
        bodies = [body for _, body in statement.branches]
        if statement.otherwise is None:
            return False
        return all(always_returns(body) for body in [*bodies, statement.otherwise])
    if isinstance(statement, Match):
        catches_all = any(
            branch.guard is None
            and any(isinstance(one, (WildcardPattern, BindPattern)) for one in branch.patterns)
            for branch in statement.branches
        )
        return catches_all and all(always_returns(branch.body) for branch in statement.branches)
    return False
