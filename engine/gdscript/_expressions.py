"""Literals, operators, tests, casts and `await`."""

from __future__ import annotations

import ast
import math

from engine.gdscript import _code as code
from engine.gdscript._api import operator_result
from engine.gdscript._context import EXPRESSIONS, Context
from engine.gdscript._conversions import expression_for, is_given, keyed
from engine.gdscript._folding import fold_binary, fold_unary
from engine.gdscript._formatting import formatted, is_single
from engine.gdscript._ordering import after, in_order, is_late, keep_loud
from engine.gdscript._static_operators import HELPERS, binary, unary
from engine.gdscript._syntax import (
    ArrayLiteral,
    Await,
    Binary,
    Cast,
    DictionaryLiteral,
    Expression,
    GetNode,
    Literal,
    NodePathLiteral,
    Parenthesized,
    StringNameLiteral,
    Ternary,
    TypeTest,
    Unary,
)
from engine.gdscript._type_rules import (
    PYTHON_CLASSES,
    derives,
    may_assign,
    shown,
    specification,
)
from engine.gdscript._types import (
    ARRAY,
    BOOL,
    BUILTIN_KIND,
    CALLABLE,
    DICTIONARY,
    FLOAT,
    NIL,
    NODE_PATH,
    SIGNAL,
    STRING,
    STRING_NAME,
    VARIANT,
    StaticType,
    instance_of,
)
from engine.gdscript._used import used
from engine.gdscript._values import UNKNOWN, Value, of_constant, strip, written


def _literal(context: Context, syntax: Literal) -> Value:
    return of_constant(syntax.value)


def _string_name(context: Context, syntax: StringNameLiteral) -> Value:
    return _named(syntax.text)


def _named(text: str) -> Value:
    node = code.call("@engine:StringName", code.constant(text))
    return Value(node, STRING_NAME, constant=text, read_only=True)


def _node_path(context: Context, syntax: NodePathLiteral) -> Value:
    return Value(code.call("@engine:NodePath", code.constant(syntax.text)), NODE_PATH)


def _get_node(context: Context, syntax: GetNode) -> Value:
    if context.static:
        message = 'Cannot use shorthand "get_node()" notation ("$") in a static function.'
        context.fail(message, syntax)
    node = code.method(context.self_node(), "get_node", code.constant(syntax.path))
    return Value(node, instance_of("Node"), null_object=True)


def _parenthesized(context: Context, syntax: Parenthesized) -> Value:
    return context.expression(syntax.inner)


def _array(context: Context, syntax: ArrayLiteral) -> Value:
    first, nodes = in_order(context, [used(context, one).node for one in syntax.elements])
    made: ast.expr = code.list_of(*nodes)
    if context.inside.root.freezes:
        made = code.call("@untyped_array", made)
    return Value(after(first, made), ARRAY)


def _dictionary(context: Context, syntax: DictionaryLiteral) -> Value:
    seen: dict[tuple[type, object], int] = {}
    keys: list[ast.expr] = []
    values = []
    for key, value in syntax.pairs:
        made = used(context, key)
        if syntax.lua_style and isinstance(made.constant, str):
            made = _named(made.constant)
        if made.is_constant:
            mark = type(made.constant), made.constant
            if mark in seen:
                line = f" in this dictionary (at line {seen[mark]})."
                text = f'"{made.constant}"'
                context.fail(f"Key {text} was already used{line}", key)
            seen[mark] = key.line
        keys.append(keyed(made))
        values.append(used(context, value).node)
    parts = [part for pair in zip(keys, values, strict=True) for part in pair]
    first, nodes = in_order(context, parts)
    node: ast.expr = ast.Dict(list(nodes[::2]), nodes[1::2])
    if context.inside.root.freezes:
        node = code.call("@untyped_dictionary", node)
    return Value(after(first, node), DICTIONARY)


# Operators ----------------------------------------------------------------------------------------


def _unary(context: Context, syntax: Unary) -> Value:
    operand = used(context, syntax.operand)
    if syntax.operator == "not":
        if operand.is_constant:
            return of_constant(not operand.constant)
        return Value(code.unary("not", operand.node), BOOL, operand.weak or operand.type.is_variant)
    folded = fold_unary(syntax.operator, operand)
    if folded is not None:
        return folded
    result = unary(syntax.operator, operand)
    if result is not None:
        return result
    name = {"-": "unary-", "+": "unary+"}.get(syntax.operator, syntax.operator)
    if operand.weak:
        helper = {"-": "@neg", "+": "@pos", "~": "@inv"}[syntax.operator]
        return Value(code.call(helper, operand.node))
    kind = shown(operand.type)
    text = f'Invalid operand of type "{kind}" for unary operator "{name}".'
    return context.fail(text, syntax)


def _binary(context: Context, syntax: Binary) -> Value:
    operator = syntax.operator
    if operator in ("and", "or"):
        return _logical(context, syntax)
    left = used(context, syntax.left)
    values = strip(syntax.right)
    if operator == "%" and left.type == STRING and isinstance(values, ArrayLiteral):
        elements = [used(context, one) for one in values.elements]
        made = formatted(left.constant, elements) if isinstance(left.constant, str) else None
        if made is not None:
            return Value(made, STRING)
        nodes = [written(one) for one in elements]
        helper = "@format" if left.weak else "@format_known"
        return Value(code.call(helper, left.node, code.list_of(*nodes)), STRING)
    right = used(context, syntax.right)
    if operator == "%" and isinstance(left.constant, str) and is_single(right):
        made = formatted(left.constant, [right])
        if made is not None:
            return Value(made, STRING)
    if is_late(left.node) and not code.is_quiet(right.node):
        first, nodes = keep_loud(context, [right.node])
        result = operate(context, operator, left, right.with_node(nodes[0]), syntax)
        result.node, result.unbounded = after(first, result.node), None
        return result
    return operate(context, operator, left, right, syntax)


def operate(
    context: Context, operator: str, left: Value, right: Value, syntax: Binary | Expression
) -> Value:
    """The value of an operator on two compiled operands."""
    if operator in ("in", "not in"):
        return _membership(context, operator, left, right, syntax)
    folded = fold_binary(operator, left, right)
    if folded is not None:
        return folded
    result = binary(operator, left, right)
    if result is not None:
        return result
    if left.weak or right.weak or "Object" in (left.type.name, right.type.name):
        kind = BOOL if operator in ("==", "!=") else VARIANT
        return Value(code.call(HELPERS[operator], left.node, right.node), kind)
    names = f'"{shown(left.type)}" and "{shown(right.type)}"'
    if left.is_constant and right.is_constant:
        plain = f"{shown(left.type)} and {shown(right.type)}"
        context.fail(f"Invalid operands to operator {operator}, {plain}.", syntax)
    return context.fail(f'Invalid operands {names} for "{operator}" operator.', syntax)


def _logical(context: Context, syntax: Binary) -> Value:
    left = used(context, syntax.left)
    right = used(context, syntax.right)
    if left.is_constant and right.is_constant:
        if syntax.operator == "and":
            return of_constant(bool(left.constant and right.constant))
        return of_constant(bool(left.constant or right.constant))
    join = code.both if syntax.operator == "and" else code.any_of
    node = join(left.node, right.node)
    if left.type == BOOL and right.type == BOOL:
        return Value(node, BOOL, left.weak or right.weak)
    weak = any(one.weak or one.type.is_variant for one in (left, right))
    return Value(code.either(node, code.constant(True), code.constant(False)), BOOL, weak)


def condition(context: Context, syntax: Expression) -> ast.expr:
    """An expression of which only the truth matters."""
    inner = strip(syntax)
    if isinstance(inner, Binary) and inner.operator in ("and", "or"):
        join = code.both if inner.operator == "and" else code.any_of
        return join(condition(context, inner.left), condition(context, inner.right))
    if isinstance(inner, Unary) and inner.operator == "not":
        return code.unary("not", condition(context, inner.operand))
    return used(context, syntax).node


def _membership(
    context: Context, operator: str, left: Value, right: Value, syntax: Expression
) -> Value:
    weak = any(one.weak or one.type.is_variant for one in (left, right))
    known = BUILTIN_KIND == left.type.kind == right.type.kind and not weak
    if known and operator_result("in", left.type, right.type) is None:
        names = f'"{shown(left.type)}" and "{shown(right.type)}"'
        context.fail(f'Invalid operands {names} for "in" operator.', syntax)
    node = _contains(left, right)
    if node is not None:
        return Value(code.compare(left.node, operator, node), BOOL, weak)
    made: ast.expr = code.call("@in", left.node, right.node)
    if operator == "not in":
        made = code.unary("not", made)
    return Value(made, BOOL, weak)


_TEXTS = frozenset(("String", "StringName"))


def _contains(left: Value, right: Value) -> ast.expr | None:
    """What Python's `in` may be asked; None where it would not give what Godot's gives."""
    kind = right.type
    if kind.name in _TEXTS and left.type.name in _TEXTS:
        return right.node if left.is_constant and left.constant else None  # not so for ""
    if kind.kind != BUILTIN_KIND:
        return None
    if kind.name == "Dictionary" and not left.type.is_variant and left.type != FLOAT:
        return right.node if keyed(left) is left.node else None
    if kind.name == "Array":
        same = kind.element is not None and kind.element == left.type and left.type != ARRAY
        if left.type.name in _TEXTS or (same and left.type.name in ("int", "float", "Vector2i")):
            return right.node
    return None


def _ternary(context: Context, syntax: Ternary) -> Value:
    test = condition(context, syntax.condition)
    then, otherwise = used(context, syntax.then), used(context, syntax.otherwise)
    kind, weak = common_type(then, otherwise)
    value = Value(code.either(test, then.node, otherwise.node), kind, weak)
    value.bits = max(then.bits, otherwise.bits)
    value.natural = then.natural and otherwise.natural
    value.null_object = then.null_object and otherwise.null_object
    return value


def common_type(one: Value, other: Value) -> tuple[StaticType, bool]:
    """The type that two values share, and whether it is only observed."""
    weak = one.weak or other.weak
    if one.type == other.type:
        return one.type, weak
    for a, b in ((one.type, other.type), (other.type, one.type)):
        if a.is_object and (b == NIL or (b.is_object and derives(b, a))):
            return a, weak
    return VARIANT, weak


# Types --------------------------------------------------------------------------------------------


def _type_test(context: Context, syntax: TypeTest) -> Value:
    operand = used(context, syntax.operand)
    target = context.resolver.type_of(syntax.type, context.inside)
    kind = operand.type
    if not operand.weak and not kind.is_variant and _never(kind, target):
        message = (
            f'Expression is of type "{shown(kind)}" so it can\'t be of type "{shown(target)}".'
        )
        context.fail(message, syntax)
    test = _test(context, operand, target)
    return Value(code.unary("not", test) if syntax.negated else test, BOOL)


def _never(kind: StaticType, target: StaticType) -> bool:
    if target.is_variant or kind.kind not in (BUILTIN_KIND, "class", "script"):
        return False
    if kind.is_object and target.is_object:
        return not (derives(kind, target) or derives(target, kind))
    if kind == NIL or kind.is_object != target.is_object:
        return kind != NIL
    return kind.name != ("int" if target.kind == "enum" else target.name)


def _test(context: Context, operand: Value, target: StaticType) -> ast.expr:
    name = "int" if target.kind == "enum" else target.name
    if target.kind in (BUILTIN_KIND, "enum") and target.element is None:
        if name == "Dictionary":
            return code.call("@isinstance", operand.node, code.load(PYTHON_CLASSES[name]))
        if name == "Array":
            return code.call("@is_array", operand.node)
        if name in PYTHON_CLASSES:
            return code.compare(
                code.call("@type", operand.node), "is", code.load(PYTHON_CLASSES[name])
            )
    return code.call("@is_type", operand.node, specification(target, context.inside))


def _cast(context: Context, syntax: Cast) -> Value:
    target = context.resolver.type_of(syntax.type, context.inside)
    operand = expression_for(context, syntax.operand, target)
    kind = operand.type
    _check_cast(context, operand, target, syntax)
    if is_given(kind, target) and kind != NIL:
        return Value(operand.node, kind if target.is_variant else target)
    if target == FLOAT and operand.is_int:
        return Value(code.binary(operand.node, "+", code.constant(0.0)), FLOAT)
    node = code.call("@cast", operand.node, specification(target, context.inside))
    return Value(node, target, null_object=operand.null_object)


def _check_cast(context: Context, operand: Value, target: StaticType, syntax: Cast) -> None:
    kind = operand.type
    if operand.weak or kind.is_variant or target.is_variant:
        return
    if kind.is_object or target.is_object:
        if not may_assign(target, kind) or kind == NIL:
            text = f'Invalid cast. Cannot convert from "{shown(kind)}" to "{shown(target)}".'
            context.fail(text, syntax)
    elif operand.is_constant and not may_assign(target, kind):
        message = f'Cannot cast a value of type "{shown(kind)}" as "{shown(target)}".'
        context.fail(message, syntax)


# Waiting ------------------------------------------------------------------------------------------


def _await(context: Context, syntax: Await) -> Value:
    operand = context.expression(syntax.operand)
    context.awaits = True
    if operand.type == SIGNAL and not operand.weak:
        return Value(ast.Await(operand.node), VARIANT)
    node = ast.Await(code.call("@awaitable", operand.node))
    kind = VARIANT if operand.type in (SIGNAL, CALLABLE) else operand.type
    return Value(node, kind, operand.weak, null_object=operand.null_object)


def constant_or_none(value: Value) -> object:
    """The known value, or None."""
    return None if value.constant is UNKNOWN else value.constant


def is_finite(value: object) -> bool:
    """Whether a number is one."""
    return isinstance(value, (int, float)) and math.isfinite(value)


EXPRESSIONS.update(
    {
        Literal: _literal,
        StringNameLiteral: _string_name,
        NodePathLiteral: _node_path,
        GetNode: _get_node,
        Parenthesized: _parenthesized,
        ArrayLiteral: _array,
        DictionaryLiteral: _dictionary,
        Unary: _unary,
        Binary: _binary,
        Ternary: _ternary,
        TypeTest: _type_test,
        Cast: _cast,
        Await: _await,
    }
)
