"""The arguments of calls whose signature is known."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from engine.gdscript import _code as code
from engine.gdscript._api import ArgumentFacts, MethodFacts
from engine.gdscript._class_info import FunctionInfo, ParameterInfo
from engine.gdscript._context import Context
from engine.gdscript._conversions import convert, expression_for, refit
from engine.gdscript._syntax import Call, Expression
from engine.gdscript._type_rules import PACKED, VECTORS, may_assign, shown
from engine.gdscript._types import BUILTIN_KIND, FLOAT, VARIANT, StaticType
from engine.gdscript._used import used
from engine.gdscript._values import Value

# Python's own classes stand for these, or the engine takes what converts to them.
_TEXTS = ("String", "StringName", "NodePath")
_TAKEN_AS_GIVEN = frozenset(
    (*_TEXTS, "bool", "Callable", "Signal", "Array", "Dictionary", "RID", "Variant")
)


def plain_arguments(context: Context, call: Call) -> list[ast.expr]:
    """The arguments of a call of something unknown."""
    return [used(context, one).node for one in call.arguments]


def check_count(context: Context, call: Call, name: str, least: int, most: int) -> None:
    """Refuses too few or too many arguments; `most` is -1 for any number."""
    given = len(call.arguments)
    if given < least:
        message = f'Too few arguments for "{name}()" call. Expected at least {least}'
        context.fail(f"{message} but received {given}.", call)
    if -1 < most < given:
        message = f'Too many arguments for "{name}()" call. Expected at most {most}'
        context.fail(f"{message} but received {given}.", call.arguments[most])


def _argument(
    context: Context, syntax: Expression, target: StaticType, name: str, number: int
) -> Value:
    value = expression_for(context, syntax, target)
    if not value.weak and not may_assign(target, value.type):
        context.fail(
            f'Invalid argument for "{name}()" function: argument {number} should be '
            f'"{shown(target)}" but is "{shown(value.type)}".',
            syntax,
        )
    return refit(value, target)


def script_arguments(context: Context, call: Call, function: FunctionInfo) -> list[ast.expr]:
    """The arguments of a script's function, which converts them itself."""
    return parameter_arguments(
        context, call, function.name, function.parameters, function.least, function.most
    )


def parameter_arguments(
    context: Context,
    call: Call,
    name: str,
    parameters: Sequence[ParameterInfo],
    least: int,
    most: int,
) -> list[ast.expr]:
    """The arguments for declared parameters."""
    check_count(context, call, name, least, most)
    nodes = []
    for index, syntax in enumerate(call.arguments):
        declared = parameters[index] if index < len(parameters) else None
        kind = VARIANT if declared is None or declared.variadic else declared.type
        value = _argument(context, syntax, kind, name, index + 1)
        # As in Godot the caller keeps what it has just made until the call is over.
        node = code.walrus(context.temporary(), value.node) if value.fresh else value.node
        nodes.append(node)
    return nodes


def engine_arguments(context: Context, call: Call, facts: MethodFacts) -> list[ast.expr]:
    """The arguments of an engine's function, made to fit where they don't."""
    return [convert_argument(value, kind, context) for value, kind in typed(context, call, facts)]


def typed(context: Context, call: Call, facts: MethodFacts) -> list[tuple[Value, StaticType]]:
    """The arguments of an engine's function with the types that it wants."""
    check_count(context, call, facts.name, facts.least, facts.most)
    found = []
    for index, syntax in enumerate(call.arguments):
        kind = _type_at(facts.arguments, index)
        found.append((_argument(context, syntax, kind, facts.name, index + 1), kind))
    return found


def _type_at(arguments: Sequence[ArgumentFacts], index: int) -> StaticType:
    return arguments[index].type if index < len(arguments) else VARIANT


def convert_argument(value: Value, target: StaticType, context: Context) -> ast.expr:
    """A value as an argument of the engine's functions, which take Python's values."""
    if target.is_object or target.is_variant or target.name in _TAKEN_AS_GIVEN:
        packed = value.type.kind == BUILTIN_KIND and value.type.name in PACKED
        if packed and target.name == "Array":
            return convert(value, target, context.inside)
        return value.node
    if value.type.is_variant and (target.name in VECTORS or target.name in PACKED):
        return value.node
    if target == FLOAT and value.type == FLOAT:
        return value.node
    return convert(value, target, context.inside)
