"""`match`: each branch becomes an `if` whose test says whether its patterns fit.

A pattern fits a value of its own type only (`1` does not fit `1.0`; texts and names of the same
letters do). What a pattern binds is assigned when all else of it fits, before the guard is asked.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from engine.gdscript import _code as code
from engine.gdscript._context import STATEMENTS, Context
from engine.gdscript._conversions import keyed
from engine.gdscript._expressions import condition
from engine.gdscript._scopes import Local, python_name
from engine.gdscript._syntax import (
    ArrayPattern,
    BindPattern,
    DictionaryPattern,
    ExpressionPattern,
    Match,
    MatchBranch,
    Pattern,
    Syntax,
    WildcardPattern,
)
from engine.gdscript._type_rules import keeps_objects
from engine.gdscript._types import (
    ENUM_KIND,
    INT,
    NIL,
    STRING,
    STRING_NAME,
    VARIANT,
    StaticType,
)
from engine.gdscript._used import used
from engine.gdscript._values import Value

_TEXTS = (STRING, STRING_NAME)


@dataclass(slots=True)
class _Fit:
    """What a pattern asks of a value: tests, and then what is bound."""

    tests: list[ast.expr] = field(default_factory=list)
    bound: list[tuple[BindPattern, Value]] = field(default_factory=list)


def _match(context: Context, syntax: Match) -> None:
    subject = used(context, syntax.subject)
    held = subject.node
    if not isinstance(held, ast.Name):
        held = code.load(context.temporary(keeps_objects(subject.type)))
        context.emit(code.assign(code.store(held.id), subject.node))
    subject = subject.with_node(held)
    compiled = []
    for branch in syntax.branches:
        context.line = branch.line
        with context.apart() as before:
            test, body = _branch(context, subject, branch)
        compiled.append((branch.line, before, test, body))
    joined: list[ast.stmt] = []
    for line, before, test, body in reversed(compiled):
        branches = body or [ast.Pass()] if _is_true(test) else [code.when(test, body, joined)]
        code.place(branches, line, context.column)
        joined = [*before, *branches]
    context.line = syntax.line
    context.emit(*joined)


def _branch(
    context: Context, subject: Value, branch: MatchBranch
) -> tuple[ast.expr, list[ast.stmt]]:
    """The test and the body of a branch."""
    fits = [_fit(context, pattern, subject) for pattern in branch.patterns]
    if len(fits) > 1 and any(fit.bound for fit in fits):
        context.fail("Cannot use a variable bind with multiple patterns.", branch)
    with context.nested() as body:
        guard, before = _bind(context, fits[0].bound, branch)
        context.statements(branch.body)
    context.body += before
    test = code.any_of(*(_joined(fit.tests) for fit in fits))
    if guard is not None:
        test = guard if _is_true(test) else code.both(test, guard)
    return test, body


def _joined(tests: list[ast.expr]) -> ast.expr:
    return code.both(*tests) if tests else code.constant(True)


def _is_true(test: ast.expr) -> bool:
    if isinstance(test, ast.BoolOp):
        return isinstance(test.op, ast.Or) and any(map(_is_true, test.values))
    return isinstance(test, ast.Constant) and test.value is True


def _bind(
    context: Context, bound: list[tuple[BindPattern, Value]], branch: MatchBranch
) -> tuple[ast.expr | None, list[ast.stmt]]:
    """Declares what is bound.

    Returns:
        The guard, which assigns that first, where there is one; and what it needs before it.
    """
    for pattern, value in bound:
        if context.block.find(pattern.name) is not None:
            context.fail(
                f'There\'s already a variable named "{pattern.name}" in this scope.', pattern
            )
        kind = VARIANT if value.weak else value.type
        context.declare(Local(pattern.name, "pattern bind", kind, declaration=pattern), pattern)
    names = [(python_name(pattern.name), value.node) for pattern, value in bound]
    if branch.guard is None:
        for name, node in names:
            context.emit(code.assign(code.store(name), node))
        return None, []
    assigned = [_assigning(name, node) for name, node in names]
    with context.apart() as before:
        guard = condition(context, branch.guard)
    if before and assigned:
        context.fail("Lambdas cannot be made of what the pattern binds.", branch.guard)
    return code.both(*assigned, guard), before


def _assigning(name: str, value: ast.expr) -> ast.expr:
    """A test that is true and assigns a variable."""
    return ast.Compare(code.walrus(name, value), [ast.Is()], [code.load(name)])


def _fit(context: Context, pattern: Pattern, subject: Value) -> _Fit:
    fit = _Fit()
    _ask(context, pattern, subject, fit)
    return fit


def _ask(context: Context, pattern: Pattern, subject: Value, fit: _Fit) -> None:
    if isinstance(pattern, ExpressionPattern):
        fit.tests.append(_equal(context, subject, used(context, pattern.expression), pattern))
    elif isinstance(pattern, BindPattern):
        fit.bound.append((pattern, subject))
    elif isinstance(pattern, ArrayPattern):
        _ask_array(context, pattern, subject, fit)
    elif isinstance(pattern, DictionaryPattern):
        _ask_dictionary(context, pattern, subject, fit)
    else:
        assert isinstance(pattern, WildcardPattern)


def _equal(context: Context, subject: Value, value: Value, at: Syntax) -> ast.expr:
    """Whether a value is another, of the same type."""
    one, other = _kind(subject.type), _kind(value.type)
    equal = code.compare(subject.node, "==", value.node)
    if other == NIL:
        return code.compare(subject.node, "is", value.node)
    if other in _TEXTS and (one in _TEXTS or (one == VARIANT and value.is_constant)):
        return equal
    if one == other and other in (INT, STRING) and not subject.weak:
        return equal
    if other == INT and value.is_constant and one == VARIANT:
        is_int = code.compare(code.call("@type", subject.node), "is", code.load("@int"))
        return code.both(is_int, equal)
    return code.call("@match_equal", subject.node, value.node)


def _kind(kind: StaticType) -> StaticType:
    return INT if kind.kind == ENUM_KIND else kind


def _ask_array(context: Context, pattern: ArrayPattern, subject: Value, fit: _Fit) -> None:
    count = code.constant(len(pattern.items))
    fit.tests.append(
        code.call("@match_array", subject.node, count, code.constant(pattern.open_ended))
    )
    for index, item in enumerate(pattern.items):
        element = Value(code.item(subject.node, code.constant(index)))
        _ask(context, item, element, fit)


def _ask_dictionary(
    context: Context, pattern: DictionaryPattern, subject: Value, fit: _Fit
) -> None:
    count = code.constant(len(pattern.pairs))
    fit.tests.append(
        code.call("@match_dictionary", subject.node, count, code.constant(pattern.open_ended))
    )
    for key, inner in pattern.pairs:
        node = keyed(used(context, key))
        fit.tests.append(code.compare(node, "in", subject.node))
        if inner is not None:
            _ask(context, inner, Value(code.item(subject.node, node)), fit)


STATEMENTS[Match] = _match
