"""Methods and constructors of value types, in Python's own words where those mean the same."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace

from engine.gdscript import _code as code
from engine.gdscript._api import MethodFacts, builtin_facts
from engine.gdscript._arguments import convert_argument, typed
from engine.gdscript._context import Context
from engine.gdscript._conversions import keyed
from engine.gdscript._syntax import Call
from engine.gdscript._type_rules import VECTORS, holds_exactly, may_assign, shown
from engine.gdscript._types import (
    ARRAY,
    BOOL,
    FLOAT,
    INT,
    STRING,
    VARIANT,
    StaticType,
    builtin,
)
from engine.gdscript._used import used
from engine.gdscript._values import COUNT_BITS, Value, of_constant, of_int

Arguments = list[Value]
Direct = Callable[[Value, Arguments], Value | None]
_NAMESPACES = frozenset(("String", "StringName", "Array", "Dictionary"))


def builtin_call(context: Context, call: Call, base: Value, facts: MethodFacts) -> Value:
    """A method of a value whose type is known."""
    pairs = typed(context, call, facts)
    name, kind = facts.name, base.type
    returns = _returned(kind, facts)
    direct = _DIRECT.get((kind.name, name))
    if direct is not None:
        found = direct(base, [value for value, _ in pairs])
        if found is not None:
            return replace(found, weak=base.weak)
    arguments = [convert_argument(value, target, context) for value, target in pairs]
    if kind.name in _NAMESPACES:
        itself = [] if facts.static else [base.node]
        node: ast.expr = code.call(f"@{kind.name}.{name}", *itself, *arguments)
    else:
        made = code.method(base.node, name, *arguments)
        node = code.quiet(made) if facts.const and kind.name != "Callable" else made
    bits = COUNT_BITS if name in _COUNTS else 64
    value = Value(node, returns, base.weak, bits=bits, natural=name in _COUNTS)
    value.null_object = returns.is_object or name in _SCRIPTS
    return value


_COUNTS = frozenset(("size", "length", "get_slice_count", "count"))
_SCRIPTS = frozenset(("get_typed_script", "get_typed_key_script", "get_typed_value_script"))
_SAME_TYPE = frozenset(("duplicate", "slice", "filter", "duplicate_deep"))
_ELEMENTS = frozenset(("front", "back", "pop_back", "pop_front", "pop_at", "pick_random", "get"))


def _returned(kind: StaticType, facts: MethodFacts) -> StaticType:
    """The type of the result; of typed containers often that of their elements."""
    if kind.name == "Array" and kind.element is not None and facts.name in _SAME_TYPE:
        return kind
    if kind.name == "Dictionary" and facts.name in ("duplicate", "duplicate_deep"):
        return kind
    if facts.name == "slice" and facts.returns == ARRAY and kind.name != "Array":
        return kind
    return facts.returns


# Strings, arrays, dictionaries --------------------------------------------------------------------


def _length(base: Value, arguments: Arguments) -> Value:
    return of_int(code.call("@len", base.node), COUNT_BITS, True)


def _is_empty(base: Value, arguments: Arguments) -> Value:
    return Value(code.unary("not", base.node), BOOL)


def _append(base: Value, arguments: Arguments) -> Value | None:
    usual = code.method(base.node, "append", arguments[0].node)
    if not holds_exactly(base.type, arguments[0].type) or not code.is_quiet(base.node):
        return Value(usual)
    quick = code.call("@list_append", base.node, arguments[0].node)
    return Value(code.either(code.attribute(base.node, "read_only"), usual, quick))


def _array_has(base: Value, arguments: Arguments) -> Value | None:
    element = base.type.element
    if element in (INT, STRING) and arguments[0].type == element:
        return Value(code.compare(arguments[0].node, "in", base.node), BOOL)
    return None


def _is_key(base: Value, key: Value) -> bool:
    """Whether a dictionary looks for a value as it is, without converting it."""
    return base.type.key is None or base.type.key == key.type


def _dictionary_has(base: Value, arguments: Arguments) -> Value | None:
    if not _is_key(base, arguments[0]):
        return None
    return Value(code.compare(keyed(arguments[0]), "in", base.node), BOOL)


def _dictionary_get(base: Value, arguments: Arguments) -> Value | None:
    if not _is_key(base, arguments[0]):
        return None
    nodes = [keyed(arguments[0]), *[one.node for one in arguments[1:]]]
    return Value(code.method(base.node, "get", *nodes), VARIANT)


def _dictionary_values(base: Value, arguments: Arguments) -> Value | None:
    return Value(code.call("@values", base.node), ARRAY)


def _dictionary_keys(base: Value, arguments: Arguments) -> Value | None:
    return Value(code.call("@keys", base.node), ARRAY)


def _pop_back(base: Value, arguments: Arguments) -> Value | None:
    if not isinstance(base.node, ast.Name):
        return None
    node = code.either(base.node, code.method(base.node, "pop"), code.constant(None))
    return Value(node, VARIANT)


def _begins_with(base: Value, arguments: Arguments) -> Value | None:
    return Value(code.method(base.node, "startswith", arguments[0].node), BOOL)


def _ends_with(base: Value, arguments: Arguments) -> Value | None:
    return Value(code.method(base.node, "endswith", arguments[0].node), BOOL)


def _contains(base: Value, arguments: Arguments) -> Value | None:
    text = arguments[0]
    if not text.is_constant or not text.constant:
        return None  # Python finds nothing in everything, Godot nowhere
    return Value(code.compare(text.node, "in", base.node), BOOL)


_DIRECT: dict[tuple[str, str], Direct] = {
    ("String", "length"): _length,
    ("String", "is_empty"): _is_empty,
    ("String", "begins_with"): _begins_with,
    ("String", "ends_with"): _ends_with,
    ("String", "contains"): _contains,
    ("Array", "size"): _length,
    ("Array", "is_empty"): _is_empty,
    ("Array", "append"): _append,
    ("Array", "push_back"): _append,
    ("Array", "has"): _array_has,
    ("Array", "pop_back"): _pop_back,
    ("Dictionary", "size"): _length,
    ("Dictionary", "is_empty"): _is_empty,
    ("Dictionary", "has"): _dictionary_has,
    ("Dictionary", "get"): _dictionary_get,
    ("Dictionary", "values"): _dictionary_values,
    ("Dictionary", "keys"): _dictionary_keys,
}


# Constructors -------------------------------------------------------------------------------------


def construct(context: Context, call: Call, name: str) -> Value:
    """`int(x)`, `Vector2(x, y)`, `Array()`, ..."""
    arguments = [used(context, one) for one in call.arguments]
    _check_constructor(context, call, name, arguments)
    kind = builtin(name)
    short = _SHORT.get(name)
    if short is not None:
        found = short(arguments)
        if found is not None:
            return replace(found, weak=False)
    if len(arguments) == 1 and arguments[0].type == kind and name not in _NAMESPACES:
        return replace(arguments[0], weak=False)
    nodes = [one.node for one in arguments]
    if name in _PLAIN and all(one.is_int or one.is_float for one in arguments):
        return Value(code.call(f"@engine:{name}", *nodes), kind)
    return Value(code.call("@construct", code.constant(name), *nodes), kind)


_PLAIN = VECTORS | {"Callable", "Signal", "RID"}


def _check_constructor(context: Context, call: Call, name: str, arguments: Arguments) -> None:
    facts = builtin_facts(name)
    if facts is None or any(one.weak for one in arguments):
        return
    for constructor in facts.constructors:
        if len(constructor) == len(arguments) and all(
            may_assign(wanted.type, one.type)
            for wanted, one in zip(constructor, arguments, strict=True)
        ):
            return
    if name in ("Array", "Dictionary", "Callable") and len(arguments) > 2:
        return
    given = ", ".join(shown(one.type) for one in arguments)
    context.fail(
        f'No constructor of "{name}" matches the signature "{name}({given})".', call.callee
    )


def _int(arguments: Arguments) -> Value | None:
    if len(arguments) != 1:
        return of_constant(0) if not arguments else None
    value = arguments[0]
    if value.is_int:
        return value
    if value.type == BOOL:
        return of_int(code.call("@int", value.node), 1, True)
    if not value.is_float:
        return None
    if value.is_constant and abs(value.constant) < 1e18:
        return of_constant(int(value.constant))
    # What no 64 bits hold, infinities and nan among it, is left to the helper.
    inner = code.walrus(code.SCRATCH, value.node)
    limits = [code.constant(-9.2e18), code.constant(9.2e18)]
    test = ast.Compare(limits[0], [ast.Lt(), ast.Lt()], [inner, limits[1]])
    scratch = code.load(code.SCRATCH)
    return of_int(code.either(test, code.call("@int", scratch), code.call("@to_int", scratch)))


def _float(arguments: Arguments) -> Value | None:
    if len(arguments) != 1:
        return of_constant(0.0) if not arguments else None
    value = arguments[0]
    if value.is_float:
        return value
    if value.is_constant and not isinstance(value.constant, str):
        return of_constant(float(value.constant))
    if value.is_int or value.type == BOOL:
        return Value(code.binary(value.node, "+", code.constant(0.0)), FLOAT)
    return None


def _bool(arguments: Arguments) -> Value | None:
    if len(arguments) != 1:
        return of_constant(False) if not arguments else None
    value = arguments[0]
    if value.is_int or value.is_float or value.type == BOOL:
        return Value(code.call("@bool", value.node), BOOL)
    return None


def _string(arguments: Arguments) -> Value | None:
    if not arguments:
        return of_constant("")
    return arguments[0] if arguments[0].type == STRING else None


def _array(arguments: Arguments) -> Value | None:
    return None if arguments else Value(code.list_of(), ARRAY)


def _dictionary(arguments: Arguments) -> Value | None:
    return None if arguments else Value(ast.Dict([], []), builtin("Dictionary"))


_SHORT: dict[str, Callable[[Arguments], Value | None]] = {
    "int": _int,
    "float": _float,
    "bool": _bool,
    "String": _string,
    "Array": _array,
    "Dictionary": _dictionary,
}
