"""Implicit conversions: what happens to a value that is stored where a type is declared.

Where the static type already fits, nothing does. Otherwise the common case is tested in place and
the rest left to a helper, which converts as Godot does or raises its error.
"""

from __future__ import annotations

import ast

from engine.gdscript import _code as code
from engine.gdscript._class_info import ClassInfo
from engine.gdscript._context import Context
from engine.gdscript._syntax import (
    ArrayLiteral,
    DictionaryLiteral,
    Expression,
    Syntax,
)
from engine.gdscript._type_rules import (
    PYTHON_CLASSES,
    derives,
    may_assign,
    python_class,
    shown,
    specification,
)
from engine.gdscript._types import (
    ARRAY,
    BUILTIN_KIND,
    CLASS_REFERENCE_KIND,
    DICTIONARY,
    ENUM_KIND,
    ENUM_REFERENCE_KIND,
    FLOAT,
    INT,
    SCRIPT_REFERENCE_KIND,
    STRING,
    VARIANT,
    StaticType,
)
from engine.gdscript._used import used
from engine.gdscript._values import Value, of_constant, strip

_HELPERS = {
    "bool": "@to_bool",
    "int": "@to_int",
    "float": "@to_float",
    "String": "@to_string",
    "StringName": "@to_string_name",
    "NodePath": "@to_node_path",
    "Array": "@to_array",
    "Dictionary": "@to_dictionary",
}
_REFERENCES = (CLASS_REFERENCE_KIND, SCRIPT_REFERENCE_KIND)


def is_given(kind: StaticType, target: StaticType) -> bool:
    """Whether every value of a type can be stored as another as it is."""
    if target.is_variant or kind == target or target.kind == "void":
        return True
    if target.is_object:
        if kind.kind in _REFERENCES:
            return target.name == "Object"
        return kind.name == "Nil" or (kind.is_object and derives(kind, target))
    if target in (ARRAY, DICTIONARY):
        return kind.kind == BUILTIN_KIND and kind.name == target.name
    if target == DICTIONARY:
        return kind.kind == ENUM_REFERENCE_KIND
    if target == INT or target.kind == ENUM_KIND:
        return kind == INT or kind.kind == ENUM_KIND
    return False


def convert(value: Value, target: StaticType, inside: ClassInfo) -> ast.expr:
    """The expression of a value made to fit a declared type."""
    kind = value.type
    if is_given(kind, target):
        return value.node
    if target.is_object:
        return code.call("@to_object", value.node, python_class(target, inside))
    if target == FLOAT and value.is_int:
        if value.is_constant:
            return code.constant(float(value.constant))
        return code.binary(value.node, "+", code.constant(0.0))
    if target == STRING and kind.name == "StringName":
        return code.call("@str", value.node)
    if target.element is not None:
        helper = "@to_typed_dictionary" if target.key is not None else "@to_typed_array"
        return code.call(helper, value.node, specification(target, inside))
    return (
        _tested(value.node, target, inside) if kind.is_variant else _by_helper(value.node, target)
    )


def _by_helper(node: ast.expr, target: StaticType) -> ast.expr:
    name = "int" if target.kind == ENUM_KIND else target.name
    helper = _HELPERS.get(name)
    if helper is not None:
        return code.call(helper, node)
    return code.call("@to_builtin", node, code.constant(name))


def misfit(node: ast.expr, target: StaticType, inside: ClassInfo) -> ast.expr | None:
    """A test that is true when a value may need converting; None where there is no short one."""
    if target.is_object:
        fits = code.call("@isinstance", node, python_class(target, inside))
        freed = code.attribute(code.call("@type", node), "_freed")
        return code.any_of(code.unary("not", fits), freed)
    if target.element is not None:
        return None
    if target == DICTIONARY:
        test = code.call("@isinstance", node, code.load(PYTHON_CLASSES[target.name]))
        return code.unary("not", test)
    return code.compare(code.call("@type", node), "is not", python_class(target, inside))


def _tested(node: ast.expr, target: StaticType, inside: ClassInfo) -> ast.expr:
    """Tests the type in place where that keeps no object alive."""
    if not isinstance(node, ast.Name):
        return _by_helper(node, target)
    test = misfit(node, target, inside)
    converted = _by_helper(node, target)
    return converted if test is None else code.either(test, converted, node)


def convert_in_place(context: Context, name: str, kind: StaticType, target: StaticType) -> None:
    """Makes the value of a local variable fit its type, by a statement of its own."""
    value = Value(code.load(name), kind)
    converted = convert(value, target, context.inside)
    if converted is value.node:
        return
    change = code.assign(code.store(name), converted)
    test = misfit(value.node, target, context.inside) if kind.is_variant or kind.is_object else None
    if isinstance(converted, ast.IfExp):
        change = code.assign(code.store(name), converted.body)
    context.emit(change if test is None else code.when(test, [change]))


# With checks ----------------------------------------------------------------------------------


def expression_for(context: Context, syntax: Expression, target: StaticType | None) -> Value:
    """Compiles an expression that goes where a type is declared; literals take that type."""
    inner = strip(syntax)
    if target is not None and target.element is not None:
        if isinstance(inner, ArrayLiteral) and target.key is None:
            return _typed_array(context, inner, target)
        if isinstance(inner, DictionaryLiteral) and target.key is not None:
            return _typed_dictionary(context, inner, target)
    return used(context, syntax)


def check(context: Context, value: Value, target: StaticType, at: Syntax, message: str) -> None:
    """Refuses a value whose type can never fit; `{0}` and `{1}` stand for the two types."""
    if not value.weak and not may_assign(target, value.type):
        context.fail(message.format(shown(value.type), shown(target)), at)


def fitted(
    context: Context, syntax: Expression, target: StaticType, message: str, at: Syntax | None = None
) -> ast.expr:
    """Compiles, checks and converts an expression for a declared type."""
    value = expression_for(context, syntax, target)
    check(context, value, target, at or syntax, message)
    return convert(value, target, context.inside)


def _typed_array(context: Context, literal: ArrayLiteral, target: StaticType) -> Value:
    element = target.element or VARIANT
    message = f'Cannot have an element of type "{{0}}" in an array of type "{target}".'
    nodes = [fitted(context, one, element, message) for one in literal.elements]
    made = code.call("@typed_array", code.list_of(*nodes), specification(target, context.inside))
    return Value(made, target)


def _typed_dictionary(context: Context, literal: DictionaryLiteral, target: StaticType) -> Value:
    keys, values = [], []
    for key, value in literal.pairs:
        text = f'Cannot have a {{}} of type "{{{{0}}}}" in a dictionary of type "{target}".'
        key_type, value_type = target.key or VARIANT, target.element or VARIANT
        node = fitted(context, key, key_type, text.format("key"))
        keys.append(keyed(Value(node, key_type)))
        values.append(fitted(context, value, value_type, text.format("value")))
    made = ast.Dict(list(keys), values)
    spec = specification(target, context.inside)
    return Value(code.call("@typed_dictionary", made, spec), target)


_BOXED_KEYS = frozenset(("bool", "float", "Array", "Dictionary"))


def keyed(value: Value) -> ast.expr:
    """A value as the key of a dictionary: some must be told apart from others that are equal."""
    kind = value.type
    if kind.is_object or kind.kind == ENUM_KIND:
        return value.node
    if kind.kind == BUILTIN_KIND and kind.name not in _BOXED_KEYS and "Packed" not in kind.name:
        return value.node
    return code.call("@key", value.node)


def refit(value: Value, target: StaticType) -> Value:
    """A constant as a declared type has it: an int among floats is a float."""
    if value.is_constant and target == FLOAT and type(value.constant) is int:
        return of_constant(float(value.constant))
    return value
