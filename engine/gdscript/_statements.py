"""Statements: declarations, assignments, branches, loops, `return`."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from engine.gdscript import _code as code
from engine.gdscript._api import builtin_facts, operator_result
from engine.gdscript._calls_global import assertion, range_arguments
from engine.gdscript._constants import is_constant
from engine.gdscript._context import STATEMENTS, Context
from engine.gdscript._conversions import (
    check,
    convert,
    convert_in_place,
    expression_for,
    is_given,
    refit,
)
from engine.gdscript._expressions import condition, operate
from engine.gdscript._ordering import does_something
from engine.gdscript._references import (
    LocalReference,
    check_assigned,
    refer,
    store_local,
)
from engine.gdscript._scopes import Local
from engine.gdscript._syntax import (
    ArrayLiteral,
    Assign,
    Break,
    Breakpoint,
    Call,
    Continue,
    Expression,
    ExpressionStatement,
    For,
    If,
    LocalVariable,
    Name,
    Pass,
    Return,
    Statement,
    Ternary,
    While,
)
from engine.gdscript._type_rules import PACKED, default_of, may_assign, shown
from engine.gdscript._types import (
    BUILTIN_KIND,
    INT,
    NIL,
    SCRIPT_KIND,
    VARIANT,
    VOID,
    StaticType,
    array_of,
)
from engine.gdscript._used import used
from engine.gdscript._values import COUNT_BITS, Value, of_constant, strip


def _pass(context: Context, syntax: Pass | Breakpoint) -> None:
    context.emit(ast.Pass())


def _jump(context: Context, syntax: Break | Continue) -> None:
    word = "break" if isinstance(syntax, Break) else "continue"
    if not context.loops:
        context.fail(f'Cannot use "{word}" outside of a loop.', syntax)
    context.jumps = True
    context.emit(ast.Break() if word == "break" else ast.Continue())


def _expression(context: Context, syntax: ExpressionStatement) -> None:
    inner = strip(syntax.expression)
    if isinstance(inner, Call) and isinstance(inner.callee, Name) and inner.callee.id == "assert":
        test, failed = assertion(context, inner)
        context.emit(code.when(code.unary("not", test), [ast.Expr(failed)]))
        return
    node = _unused(context, inner)
    if not isinstance(node, (ast.Constant, ast.Name)):
        context.emit(ast.Expr(node))


def _unused(context: Context, syntax: Expression) -> ast.expr:
    """Compiles an expression whose value nobody wants: calls in it may give none."""
    inner = strip(syntax)
    if isinstance(inner, Ternary):
        test = condition(context, inner.condition)
        return code.either(test, _unused(context, inner.then), _unused(context, inner.otherwise))
    return context.expression(syntax).node


# Variables ----------------------------------------------------------------------------------------


def _local(context: Context, syntax: LocalVariable) -> None:
    if syntax.constant:
        _local_constant(context, syntax)
        return
    declared = None
    if syntax.type is not None:
        declared = context.resolver.type_of(syntax.type, context.inside)
        if declared == VOID:
            context.fail('"void" is only allowed for a function return type.', syntax.type)
    if syntax.value is None:
        kind = declared or VARIANT
        local = Local(syntax.name, "variable", kind, declaration=syntax)
        context.declare(local, syntax)
        node = default_of(kind, context.inside)
        context.emit(code.assign(code.store(local.variable), node))
        return
    value = expression_for(context, syntax.value, declared)
    if syntax.inferred:
        declared = inferred(context, value, syntax.name, "variable", syntax.value)
    elif declared is not None:
        check(
            context,
            value,
            declared,
            syntax.value,
            f'Cannot assign a value of type {{0}} to variable "{syntax.name}" with specified type '
            "{1}.",
        )
        value = refit(value, declared)
    local = Local(syntax.name, "variable", declared or VARIANT, declaration=syntax)
    _describe(context, local, value)
    store_local(context, local.variable, value, local.type)
    context.declare(local, syntax)


def _describe(context: Context, local: Local, value: Value) -> None:
    """Notes what is known of an initial value beyond the declared type."""
    local.null_object = value.null_object
    if local.type.is_variant and id(local.declaration) not in context.mixed:
        kind = INT if value.is_int else value.type
        references = kind.kind not in (BUILTIN_KIND, "class", SCRIPT_KIND)
        local.guess = None if references or kind == NIL else kind
    local.counts = local.name in context.counting and value.is_int and value.bits <= COUNT_BITS


def _local_constant(context: Context, syntax: LocalVariable) -> None:
    assert syntax.value is not None
    declared = None
    if syntax.type is not None:
        declared = context.resolver.type_of(syntax.type, context.inside)
    value = expression_for(context, syntax.value, declared)
    if not is_constant(context, syntax.value):
        context.fail(
            f'Assigned value for constant "{syntax.name}" isn\'t a constant expression.',
            syntax.value,
        )
    if declared is not None:
        check(
            context,
            value,
            declared,
            syntax.value,
            f'Cannot assign a value of type {{0}} to constant "{syntax.name}" with specified type '
            "{1}.",
        )
        value = refit(value, declared)
    local = Local(syntax.name, "constant", declared or value.type, declaration=syntax)
    if value.is_constant or value.type.kind.endswith("reference"):
        local.value = value
    else:
        node = convert(value, declared, context.inside) if declared is not None else value.node
        if value.type.name in ("Array", "Dictionary"):
            node = code.call("@read_only", node)
        context.emit(code.assign(code.store(local.variable), node))
        local.value = Value(code.load(local.variable), local.type, read_only=True)
    context.declare(local, syntax)


def inferred(context: Context, value: Value, name: str, kind: str, at: Expression) -> StaticType:
    """The type that `:=` takes from a value."""
    if value.type == NIL:
        context.fail(f'Cannot infer the type of "{name}" {kind} because the value is "null".', at)
    inner = strip(at)
    if (value.type.is_variant and isinstance(inner, Ternary)) or (
        isinstance(inner, Call) and (value.weak or value.type.is_variant) and not value.own
    ):
        context.fail(
            "The variable type is being inferred from a Variant value, so it will be typed as "
            "Variant. (Warning treated as error.)",
            at,
        )
    if value.weak or value.type.is_variant:
        context.fail(
            f'Cannot infer the type of "{name}" {kind} because the value doesn\'t have a set type.',
            at,
        )
    return value.type


def _assign(context: Context, syntax: Assign) -> None:
    if syntax.operator != "=":
        _compound(context, syntax)
        return
    early: list[Value] = []

    def work_out(kind: StaticType) -> None:
        value = expression_for(context, syntax.value, kind)
        early.append(value.with_node(context.held(value.node)))

    with context.apart() as before:
        reference = refer(context, syntax.target, before_index=work_out)
    assert reference is not None
    if early or does_something(syntax.target):
        context.body += before
        before = []
    value = early[0] if early else expression_for(context, syntax.value, reference.type)
    if before and not code.is_quiet(value.node):
        value = value.with_node(context.held(value.node))
    context.body += before
    check_assigned(context, value, reference.type, syntax.value)
    reference.write(context, refit(value, reference.type))


def _compound(context: Context, syntax: Assign) -> None:
    operator = syntax.operator[:-1]
    early: list[Value] = []

    def work_out(kind: StaticType) -> None:
        value = used(context, syntax.value)
        early.append(value.with_node(context.held(value.node)))

    with context.apart() as holding:
        reference = refer(context, syntax.target, reused=True, before_index=work_out)
    assert reference is not None
    if early or does_something(syntax.target):
        context.body += holding
        holding = []
    # What is changed is read after the value has been worked out.
    wanted = reference.type if operator == "+" else None
    value = early[0] if early else expression_for(context, syntax.value, wanted)
    if not code.is_quiet(value.node) and not isinstance(reference, LocalReference):
        value = value.with_node(context.held(value.node))
    context.body += holding
    before = reference.read()
    known = before.type.kind == BUILTIN_KIND and not before.weak and not value.weak
    if known and operator_result(operator, before.type, value.type) is None:
        names = f'"{shown(before.type)}" and "{shown(value.type)}"'
        context.fail(f"Invalid operands {names} for assignment operator.", syntax)
    result = operate(context, operator, before, value, syntax.value)
    if isinstance(reference, LocalReference) and reference.local.counts:
        result.bits = min(result.bits, COUNT_BITS)
    if not result.weak and not may_assign(reference.type, result.type):
        check_assigned(context, result, reference.type, syntax.value)
    reference.write(context, result)


# Branches and loops -------------------------------------------------------------------------------


def _if(context: Context, syntax: If) -> None:
    """A chain of branches: they are joined from the last one, each in the `else` before it."""
    joined: list[ast.stmt] = []
    compiled = []
    for index, (test_syntax, statements) in enumerate(syntax.branches):
        context.line = test_syntax.line if index else syntax.line
        with context.apart() as before:
            test = condition(context, test_syntax)
        with context.nested() as body:
            context.statements(statements)
        compiled.append((context.line, before, test, body))
    if syntax.otherwise is not None:
        with context.nested() as joined:
            context.statements(syntax.otherwise)
    for line, before, test, body in reversed(compiled):
        branch = code.when(test, body, joined)
        code.place([branch], line, context.column)
        joined = [*before, branch]
    context.line = syntax.line
    context.emit(*joined)


def _while(context: Context, syntax: While) -> None:
    with context.apart() as before:
        test = condition(context, syntax.condition)
    with _loop_body(context) as body:
        context.statements(syntax.body)
    if before:  # what the condition needs is done before each round
        leave = code.when(code.unary("not", test), [ast.Break()])
        code.place([leave], context.line, context.column)
        body[:0] = [*before, leave]
        test = code.constant(True)
    context.emit(ast.While(test, body or [ast.Pass()], []))


class _loop_body:  # noqa: N801  (a context manager)
    """The block of a loop."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.block = context.nested()
        self.jumps = False

    def __enter__(self) -> list[ast.stmt]:
        self.context.loops += 1
        self.jumps, self.context.jumps = self.context.jumps, False
        return self.block.__enter__()

    def __exit__(self, *error: Any) -> None:
        self.context.loops -= 1
        names = self.context.block.kept_names()
        self.block.__exit__(*error)
        # What `break` or `continue` left behind goes when the loop is over.
        self.context.after += names if self.context.jumps else ()
        self.context.jumps = self.jumps


def _for(context: Context, syntax: For) -> None:
    declared = None
    if syntax.type is not None:
        declared = context.resolver.type_of(syntax.type, context.inside)
    iterable, element = _iterable(context, syntax)
    kind = declared or element.type
    with _loop_body(context) as body:
        local = Local(syntax.name, "for loop iterator", kind, declaration=syntax)
        if element.is_int and kind == INT:
            local.bits, local.natural = element.bits, element.natural
        if element.weak:
            local.type = VARIANT
        context.declare(local, syntax)
        if declared is not None and not is_given(element.type, declared):
            variable = Value(code.load(local.variable), element.type)
            store_in_loop(context, local.variable, variable, declared)
        context.statements(syntax.body)
    target = code.store(local.variable)
    context.emit(ast.For(target, iterable, body or [ast.Pass()], []))


def store_in_loop(context: Context, name: str, value: Value, declared: StaticType) -> None:
    """Makes the variable of a loop fit its declared type."""
    node = convert(value, declared, context.inside)
    if isinstance(node, ast.IfExp):
        context.emit(code.when(node.test, [code.assign(code.store(name), node.body)]))
        return
    if not value.type.is_variant and not value.type.is_object:
        context.emit(code.assign(code.store(name), node))
        return
    convert_in_place(context, name, value.type, declared)


def _iterable(context: Context, syntax: For) -> tuple[ast.expr, Value]:
    """What Python loops over, and what is known of its elements."""
    inner = strip(syntax.iterable)
    ranged = (
        isinstance(inner, Call)
        and isinstance(inner.callee, Name)
        and inner.callee.id == "range"
        and 1 <= len(inner.arguments) <= 3
    )
    if ranged:
        return _range(context, inner)
    wanted = None
    if syntax.type is not None and isinstance(inner, ArrayLiteral):
        wanted = array_of(context.resolver.type_of(syntax.type, context.inside))
    value = expression_for(context, syntax.iterable, wanted)
    kind = value.type
    if value.is_int:
        element = Value(value.node, INT, value.weak, bits=COUNT_BITS, natural=True)
        return code.call("@range", value.node), element
    _check_iterable(context, value, syntax)
    if kind.kind != BUILTIN_KIND:
        return code.call("@iterate", value.node), Value(value.node)
    element = Value(value.node, _element(kind), value.weak)
    if kind.name == "Array" or kind.name == "String":
        return value.node, element
    if kind.name == "Dictionary" and _has_plain_keys(kind):
        return code.call("@list", value.node), element
    return code.call("@iterate", value.node), element


def _range(context: Context, call: Any) -> tuple[ast.expr, Value]:
    first = used(context, call.arguments[0]) if len(call.arguments) > 1 else of_constant(0)
    nodes = range_arguments(context, call)
    step = nodes[2] if len(nodes) == 3 else None
    upwards = step is None or (isinstance(step, ast.Constant) and _is_positive(step.value))
    bits = COUNT_BITS if first.bits <= COUNT_BITS else 64
    element = Value(nodes[0], INT, bits=bits, natural=upwards and first.natural)
    return code.call("@range", *nodes), element


def _is_positive(value: object) -> bool:
    return isinstance(value, int) and value > 0


def _has_plain_keys(kind: StaticType) -> bool:
    return kind.key is not None and kind.key.name in ("int", "String", "StringName", "Vector2i")


def _element(kind: StaticType) -> StaticType:
    """The type of what a loop over a type gives."""
    if kind.name == "Dictionary":
        return kind.key or VARIANT
    if kind.name == "Array":
        return kind.element or VARIANT
    if kind.name in PACKED or kind.name == "String":
        facts = builtin_facts(kind.name)
        return (facts.index if facts is not None else None) or VARIANT
    return VARIANT


_ITERABLE = PACKED | frozenset(
    ["int", "float", "String", "Array", "Dictionary", "Vector2", "Vector2i", "Vector3", "Vector3i"]
)


def _check_iterable(context: Context, value: Value, syntax: For) -> None:
    kind = value.type
    if value.weak or kind.kind != BUILTIN_KIND:
        return
    if kind.name not in _ITERABLE:
        text = f'Unable to iterate on value of type "{shown(kind)}".'
        context.fail(text, syntax.iterable)


# Ending -------------------------------------------------------------------------------------------


def _return(context: Context, syntax: Return) -> None:
    target = context.returns
    if syntax.value is None:
        if target is not None and target.kind == BUILTIN_KIND and target != NIL:
            context.fail(
                'Cannot return value of type "null" because the function return type is '
                f'"{shown(target)}".',
                syntax,
            )
        context.emit(ast.Return(None))
        return
    if target == VOID:
        value = context.expression(syntax.value)
        if value.type == VOID or (
            isinstance(strip(syntax.value), Call) and not value.type.is_variant
        ):
            if value.type != VOID:
                context.fail("A void function cannot return a value.", syntax)
            context.emit(ast.Expr(value.node), ast.Return(None))
            return
        context.fail("A void function cannot return a value.", syntax)
    value = expression_for(context, syntax.value, target)
    if target is None:
        context.emit(ast.Return(value.node))
        return
    text = 'Cannot return value of type "{0}" because the function return type is "{1}".'
    check(context, value, target, syntax, text)
    context.emit(ast.Return(_returned(context, refit(value, target), target)))


def _returned(context: Context, value: Value, target: StaticType) -> ast.expr:
    """The value converted to the declared type, by way of a variable where that is quicker."""
    if is_given(value.type, target) or not value.type.is_variant or target.is_object:
        return convert(value, target, context.inside)
    node = context.held(value.node, keeps=False)
    return convert(value.with_node(node), target, context.inside)


_ALL: dict[type[Statement], Callable[[Context, Any], None]] = {
    Pass: _pass,
    Breakpoint: _pass,
    Break: _jump,
    Continue: _jump,
    ExpressionStatement: _expression,
    LocalVariable: _local,
    Assign: _assign,
    If: _if,
    While: _while,
    For: _for,
    Return: _return,
}
STATEMENTS.update(_ALL)
