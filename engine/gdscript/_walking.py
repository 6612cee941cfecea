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
    While,
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


_LEAVES = frozenset((Literal, Name))


def walk(nodes: Iterable[Any], lambdas: bool = False) -> Iterator[Syntax]:
    """All syntax records below some, in no order; those inside lambdas only when asked for.

    Names and literals are left out.
    """
    stack = list(nodes)
    while stack:
        node = stack.pop()
        kind = node.__class__
        if kind is list or kind is tuple:
            stack += node
        elif kind not in _LEAVES and isinstance(node, Syntax):
            yield node
            if lambdas or kind is not Lambda:
                for name in _known_fields.get(kind) or _fields(kind):
                    value = getattr(node, name)
                    if value is not None and value.__class__ not in _LEAVES:
                        stack.append(value)


def awaits(function: Function) -> bool:
    """Whether a function waits somewhere in its body."""
    return any(node.__class__ is Await for node in walk(function.body or ()))


def _blocks(statement: Statement) -> Iterator[list[Statement]]:
    """The blocks of statements inside a statement."""
    if isinstance(statement, If):
        yield from (body for _, body in statement.branches)
        yield statement.otherwise or []
    elif isinstance(statement, (For, While)):
        yield statement.body
    elif isinstance(statement, Match):
        yield from (branch.body for branch in statement.branches)


def _all_statements(statements: list[Statement]) -> Iterator[Statement]:
    stack = [*statements]
    while stack:
        statement = stack.pop()
        yield statement
        if statement.__class__ in _WITH_BLOCKS:
            for block in _blocks(statement):
                stack += block


_WITH_BLOCKS = frozenset((If, For, While, Match))


def _is_small(value: Expression | None) -> bool:
    return isinstance(value, Literal) and type(value.value) is int and abs(value.value) < _SMALL


def counting_names(statements: list[Statement]) -> frozenset[str]:
    """Variables that are only set to, and moved by, small constants."""
    counting: set[str] = set()
    others: set[str] = set()
    for node in _all_statements(statements):
        if isinstance(node, LocalVariable):
            (counting if node.value is None or _is_small(node.value) else others).add(node.name)
        elif isinstance(node, Assign) and isinstance(node.target, Name):
            if node.operator not in ("=", "+=", "-=") or not _is_small(node.value):
                others.add(node.target.id)
        elif isinstance(node, For):
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
