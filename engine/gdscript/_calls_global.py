"""Global functions: `print`, `range`, `abs`, ... and what only looks like one (`preload`)."""

from __future__ import annotations

import ast
from collections.abc import Callable

from engine.gdscript import _code as code
from engine.gdscript._api import MethodFacts
from engine.gdscript._arguments import check_count, convert_argument, typed
from engine.gdscript._context import Context
from engine.gdscript._script_scan import whole_path
from engine.gdscript._syntax import Call, ParseError
from engine.gdscript._type_rules import PACKED, class_node
from engine.gdscript._types import (
    ARRAY,
    BUILTIN_KIND,
    FLOAT,
    INT,
    NIL,
    SCRIPT_REFERENCE_KIND,
    STRING,
    VOID,
    StaticType,
)
from engine.gdscript._used import used
from engine.gdscript._values import COUNT_BITS, FULL_BITS, Value, of_int, written

# Functions that write their arguments out.
_PRINTERS = ("print", "print_rich", "print_verbose", "printerr", "printraw", "prints", "printt")
_WRITERS = frozenset((*_PRINTERS, "push_error", "push_warning", "str"))


def special_call(context: Context, call: Call, name: str) -> Value | None:
    """`assert` and `preload`, which are words of the language."""
    if name == "assert":
        test, failed = assertion(context, call)
        return Value(code.either(test, code.constant(None), failed), VOID)
    if name == "preload":
        return _preload(context, call)
    return None


def assertion(context: Context, call: Call) -> tuple[ast.expr, ast.expr]:
    """What `assert` tests, and the call that reports that it does not hold."""
    if not call.arguments:
        context.fail("Expected expression to assert.", call)
    test = used(context, call.arguments[0]).node
    message: ast.expr = code.constant(None)
    if len(call.arguments) > 1:
        value = used(context, call.arguments[1])
        if value.type != STRING and not value.type.is_variant:
            context.fail("Expected string for assert error message.", call.arguments[1])
        message = value.node
    return test, code.call("@assert_failed", message)


def _preload(context: Context, call: Call) -> Value:
    argument = used(context, call.arguments[0]) if len(call.arguments) == 1 else None
    if argument is None or not isinstance(argument.constant, str):
        context.fail("Preloaded path must be a constant string.", call)
    path: str = argument.constant
    try:
        kind = context.resolver.preloaded(path, context.inside)
    except ParseError as error:
        context.fail(error.message, call.arguments[0])
    if kind.kind == SCRIPT_REFERENCE_KIND and kind.info is not None:
        return Value(class_node(kind.info, context.inside), kind, read_only=True)
    whole = whole_path(path, context.inside.path)
    return Value(code.call("@preload", code.constant(whole)), kind, read_only=True)


def utility_call(context: Context, call: Call, facts: MethodFacts) -> Value:
    """A global function."""
    name = facts.name
    if name in _WRITERS:
        return _written(context, call, facts)
    if name == "range":
        if not 1 <= len(call.arguments) <= 3:  # which Godot notices only when it gets there
            values = [used(context, one).node for one in call.arguments]
            return Value(code.call("@range_values", *values), ARRAY)
        nodes = range_arguments(context, call)
        return Value(code.call("@list", code.call("@range", *nodes)), ARRAY)
    pairs = typed(context, call, facts)
    short = _SHORT.get(name)
    if short is not None:
        _check_types(context, call, name, [value for value, _ in pairs])
        found = short([value for value, _ in pairs])
        if found is not None:
            found.weak = facts.returns.is_variant
            return found
    arguments = [convert_argument(value, kind, context) for value, kind in pairs]
    node = code.call(f"@global:{name}", *arguments)
    kind = _returned(facts, [value for value, _ in pairs])
    return Value(node, kind, weak=kind != facts.returns, null_object=kind.is_object)


def range_arguments(context: Context, call: Call) -> list[ast.expr]:
    """The arguments of `range`, which are ints."""
    nodes = []
    for one in call.arguments:
        value = used(context, one)
        nodes.append(value.as_index if value.is_int else code.call("@to_int", value.node))
    if len(nodes) == 3 and not (isinstance(nodes[2], ast.Constant) and nodes[2].value):
        nodes[2] = code.call("@step", nodes[2])
    return nodes


def _written(context: Context, call: Call, facts: MethodFacts) -> Value:
    check_count(context, call, facts.name, facts.least, -1)
    values = [used(context, one) for one in call.arguments]
    if facts.name == "str" and len(values) == 1:
        if values[0].type == STRING:
            return values[0]
        if values[0].is_int:
            return Value(code.call("@str", values[0].node), STRING)
    nodes = [written(value) for value in values]
    return Value(code.call(f"@global:{facts.name}", *nodes), facts.returns)


_SAME = frozenset(
    ("abs", "sign", "floor", "ceil", "round", "min", "max", "clamp", "snapped", "lerp", "wrap")
)


def _returned(facts: MethodFacts, values: list[Value]) -> StaticType:
    """The type of the result; some functions give the type of what they get."""
    if facts.name in _SAME and values and facts.returns.is_variant:
        kinds = {INT if value.is_int else value.type for value in values}
        if len(kinds) == 1:
            return kinds.pop()
    return facts.returns


def _check_types(context: Context, call: Call, name: str, values: list[Value]) -> None:
    if name == "len" and values and not values[0].weak:
        kind = values[0].type
        if kind.kind == BUILTIN_KIND and (kind.name in _NO_LENGTH or kind == NIL):
            context.fail(
                f"Invalid argument for \"len()\" function: Value of type '{kind.name}' can't "
                "provide a length.",
                call.arguments[0],
            )


_NO_LENGTH = frozenset(("int", "float", "bool"))
_HAVE_LENGTH = PACKED | {"String", "StringName", "Array", "Dictionary"}


# Short forms --------------------------------------------------------------------------------------

Short = Callable[[list[Value]], Value | None]


def _len(values: list[Value]) -> Value | None:
    kind = values[0].type
    if kind.kind == BUILTIN_KIND and kind.name in _HAVE_LENGTH:
        return of_int(code.call("@len", values[0].node), COUNT_BITS, True)
    return None


def _abs(values: list[Value]) -> Value | None:
    value = values[0]
    if value.is_int:
        node: ast.expr = code.call("@abs", value.node)
        small = value.bits < FULL_BITS
        return of_int(node if small else code.wrapped(node), value.bits, small)
    if value.is_float:
        return Value(code.call("@abs", value.node), FLOAT)
    return None


def _smaller(operator: str) -> Short:
    def short(values: list[Value]) -> Value | None:
        if len(values) != 2:
            return None
        one, other = values
        ints, floats = one.is_int and other.is_int, one.is_float and other.is_float
        if not ints and not floats:
            return None
        if code.is_plain(one.node) and code.is_plain(other.node):
            test = code.compare(one.node, operator, other.node)
            node: ast.expr = code.either(test, one.node, other.node)
        else:
            node = code.call("@min" if operator == "<" else "@max", one.node, other.node)
        if floats:
            return Value(node, FLOAT)
        return of_int(node, max(one.bits, other.bits), one.natural and other.natural)

    return short


def _clamp(values: list[Value]) -> Value | None:
    ints = all(value.is_int for value in values)
    if not ints and not all(value.is_float for value in values):
        return None
    if not all(code.is_plain(value.node) for value in values):
        return None
    value, low, high = values
    above = code.either(code.compare(value.node, ">", high.node), high.node, value.node)
    node = code.either(code.compare(value.node, "<", low.node), low.node, above)
    if not ints:
        return Value(node, FLOAT)
    bits = max(one.bits for one in (low, high)) if low.is_constant and high.is_constant else 64
    return of_int(node, bits, low.natural)


_SHORT: dict[str, Short] = {
    "len": _len,
    "abs": _abs,
    "absi": _abs,
    "absf": _abs,
    "min": _smaller("<"),
    "max": _smaller(">"),
    "mini": _smaller("<"),
    "maxi": _smaller(">"),
    "minf": _smaller("<"),
    "maxf": _smaller(">"),
    "clamp": _clamp,
    "clampi": _clamp,
    "clampf": _clamp,
}
__all__ = ["assertion", "range_arguments", "special_call", "utility_call"]
