"""The compiler of functions and expressions, as the compiler of classes uses it."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

from engine.gdscript import (
    _access,
    _calls,
    _expressions,
    _identifiers,
    _lambdas,
    _match,
    _statements,
)
from engine.gdscript import _code as code
from engine.gdscript._class_info import (
    ClassInfo,
    ConstantInfo,
    ParameterInfo,
    VariableInfo,
)
from engine.gdscript._context import Context
from engine.gdscript._conversions import check, convert, expression_for, refit
from engine.gdscript._functions import FunctionBody
from engine.gdscript._members import attribute_of
from engine.gdscript._resolver import Resolver
from engine.gdscript._scopes import Local
from engine.gdscript._syntax import Constant, Expression, Function, ParseError
from engine.gdscript._type_rules import class_node, default_of
from engine.gdscript._types import VARIANT, StaticType
from engine.gdscript._used import used
from engine.gdscript._walking import awaits

_PASSES = 4
# Each of these enters its compilers into the tables of `_context`.
_PARTS = (_access, _calls, _expressions, _identifiers, _lambdas, _match, _statements)


def compile_function(
    function: Function,
    inside: ClassInfo,
    resolver: Resolver,
    kind: str = "method",
    *,
    raw_variable: str = "",
    raw_access: tuple[bool, bool] = (True, True),
) -> ast.FunctionDef | ast.AsyncFunctionDef:
    """Compiles a function of a class.

    Untyped variables are first taken to keep the type of their first value; where one does not, the
    function is compiled again without that.

    Args:
        function: its syntax.
        inside: the class.
        resolver: what knows other names.
        kind: "method", "static", "setter" or "getter".
        raw_variable: of setters and getters the variable, which they see without themselves.
        raw_access: whether they do when they read it, and when they write it.

    Raises:
        ParseError: it is no GDScript, or Godot would refuse it.
    """
    mixed: set[int] = set()
    accessor = kind if kind in ("setter", "getter") else ""
    for _ in range(_PASSES):
        context = Context(
            inside,
            resolver,
            static=kind == "static" or function.static,
            name=f"@{raw_variable}_{kind}" if accessor else function.name,
            raw_variable=raw_variable,
        )
        before = len(mixed)
        context.mixed = mixed
        context.raw_access = raw_access
        made = FunctionBody(context, function, accessor).compile()
        if len(mixed) == before:
            break
    return made


def compile_expression(
    expression: Expression, inside: ClassInfo, resolver: Resolver, static: bool = False
) -> tuple[ast.expr, StaticType]:
    """Compiles an expression outside of functions, one without lambdas."""
    context = _outside(expression, inside, resolver, static)
    value = used(context, expression)
    return value.node, VARIANT if value.weak else value.type


def infer_type(
    expression: Expression,
    inside: ClassInfo,
    resolver: Resolver,
    parameters: Sequence[ParameterInfo] = (),
) -> StaticType:
    """The type of an expression, as `:=` takes it; VARIANT where it has none.

    Args:
        expression: of the default of a parameter, or of a variable.
        inside: the class.
        resolver: what knows other names.
        parameters: those that stand before it.
    """
    context = _outside(expression, inside, resolver, False)
    for parameter in parameters:
        local = Local(parameter.name, "parameter", parameter.type)
        context.block.names[parameter.name] = local
    value = used(context, expression)
    return VARIANT if value.weak else value.type


def fold_constant(
    expression: Expression, inside: ClassInfo, resolver: Resolver
) -> tuple[bool, Any, StaticType]:
    """Whether the value of an expression is known, the value (None, number, text), its type."""
    value = used(_outside(expression, inside, resolver, False), expression)
    known = value.is_constant and isinstance(value.node, ast.Constant)
    return known, value.constant if known else None, VARIANT if value.weak else value.type


def compile_constant(constant: ConstantInfo, inside: ClassInfo, resolver: Resolver) -> ast.expr:
    """The expression of a constant that is no plain value; containers become read-only."""
    syntax: Constant | None = getattr(constant, "syntax", None)
    if syntax is None:
        return code.constant(constant.value)
    context = _outside(syntax.value, inside, resolver, True)
    declared = None
    if syntax.type is not None:
        declared = resolver.type_of(syntax.type, inside)
    value = expression_for(context, syntax.value, declared)
    node = value.node
    if declared is not None:
        check(context, value, declared, syntax.value, _wrong_type("constant", syntax.name))
        node = convert(refit(value, declared), declared, inside)
    if value.type.name in ("Array", "Dictionary") or value.type.is_variant:
        node = code.call("@read_only", node)
    return node


def compile_initializer(
    name: str, variables: list[VariableInfo], inside: ClassInfo, resolver: Resolver
) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, list[ParseError]]:
    """The function that gives variables their first values, in order; setters are not called.

    Returns:
        The function, without `self` for static variables; and what is wrong with the values.
    """
    static = any(variable.static for variable in variables)
    context = Context(inside, resolver, static=static, name=name)
    errors: list[ParseError] = []
    for variable in variables:
        context.line = variable.syntax.line
        try:
            _initialize(context, variable)
        except ParseError as error:
            errors.append(error)
        context.forget_temporaries()
    line = variables[0].syntax.line
    failed = code.call("@failed", code.load("@error"), code.constant(None))
    handler = ast.ExceptHandler(code.load("@Exception"), "@error", [ast.Return(failed)])
    arguments = ast.arguments([], [] if static else [ast.arg("self")], None, [], [], None, [])
    body = ast.Try(context.body or [ast.Pass()], [handler], [], [])
    kind = ast.AsyncFunctionDef if context.awaits else ast.FunctionDef
    made = kind(name, arguments, [body], [])
    code.place([made.args, body], line, 0)
    made.lineno = made.end_lineno = line
    made.col_offset = made.end_col_offset = 0
    return made, errors


def _initialize(context: Context, variable: VariableInfo) -> None:
    inside, syntax = context.inside, variable.syntax
    kind = variable.type
    attribute = attribute_of(variable.name, inside)
    if variable.has_setter or variable.has_getter:
        attribute = f"@value:{variable.name}"
    owner = class_node(inside, inside) if variable.static else code.load("self")
    if syntax.value is None:
        node = default_of(kind, inside)
    else:
        value = expression_for(context, syntax.value, kind if syntax.type is not None else None)
        if syntax.type is not None:
            check(context, value, kind, syntax.value, _wrong_type("variable", syntax.name))
        node = convert(refit(value, kind), kind, inside)
    context.emit(code.assign(code.attribute_target(owner, attribute), node))


def _wrong_type(what: str, name: str) -> str:
    return f'Cannot assign a value of type {{0}} to {what} "{name}" with specified type {{1}}.'


def _outside(
    expression: Expression, inside: ClassInfo, resolver: Resolver, static: bool
) -> Context:
    context = Context(inside, resolver, static=static)
    context.line, context.column = expression.line, expression.column - 1
    return context


__all__ = [
    "awaits",
    "compile_constant",
    "compile_expression",
    "compile_function",
    "compile_initializer",
    "default_of",
    "fold_constant",
    "infer_type",
]
