"""Operators on operands whose types are known: Python's own where they mean the same.

Ints must stay within 64 bits. A sum or product is tested for that, unless the operands are known
to be too small to leave them: `Value.bits` bounds each int. Sizes, counters of loops and constants
are small; so is what is made of them by a few operations.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from engine.gdscript import _code as code
from engine.gdscript._api import operator_result
from engine.gdscript._type_rules import VECTORS
from engine.gdscript._types import (
    BOOL,
    BUILTIN_KIND,
    FLOAT,
    INT,
    STRING,
    VARIANT,
    StaticType,
)
from engine.gdscript._values import FULL_BITS, Value, of_int, written

HELPERS = {
    "+": "@add",
    "-": "@sub",
    "*": "@mul",
    "/": "@div",
    "%": "@mod",
    "**": "@pow",
    "<<": "@shl",
    ">>": "@shr",
    "&": "@band",
    "|": "@bor",
    "^": "@bxor",
    "==": "@eq",
    "!=": "@ne",
    "<": "@lt",
    "<=": "@le",
    ">": "@gt",
    ">=": "@ge",
    "in": "@in",
}
COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))
_EXACT_POWER = 53  # powers of ints are those of floats
_FITS = 63  # an int of fewer bits than 64 needs no test


def binary(operator: str, left: Value, right: Value) -> Value | None:
    """The result of an operator; None when Godot has none for these types."""
    result = operator_result(operator, left.type, right.type)
    if result is None:
        return None
    weak = left.weak or right.weak
    if operator in COMPARISONS:
        unknown = left.type.is_variant or right.type.is_variant
        null = "Nil" in (left.type.name, right.type.name)
        return Value(comparison(operator, left, right), BOOL, weak or (unknown and not null))
    is_format = operator == "%" and left.type.name in ("String", "StringName")
    if is_format:
        known = not (left.weak or right.weak or right.type.is_variant)
        helper = "@format_known" if known else "@format"
        return Value(code.call(helper, left.node, written(right)), STRING)
    made = _arithmetic(operator, left, right, result)
    made.weak = weak
    return made


def _arithmetic(operator: str, left: Value, right: Value, result: StaticType) -> Value:
    if left.is_int and right.is_int:
        return _INT_OPERATORS[operator](left, right)
    if _is_number(left) and _is_number(right):
        return _float_operator(operator, left, right)
    if left.type.is_variant or right.type.is_variant:
        return _unknown(operator, left, right, result)
    if operator == "+" and left.type == STRING and right.type == STRING:
        return Value(code.binary(left.node, "+", right.node), STRING)
    names = left.type.name, right.type.name
    vectors = VECTORS.issuperset(names) or (operator == "*" and _scales(left, right))
    known = not (left.weak or right.weak)
    if known and operator == "/" and left.type.name in VECTORS and right.is_float:
        return Value(code.binary(left.node, "/", right.node), result)  # by zero it is no error
    if vectors and "Color" not in names and operator in ("+", "-", "*"):
        return Value(code.binary(left.node, operator, right.node), result)
    return Value(code.call(HELPERS[operator], left.node, right.node), result)


def _scales(left: Value, right: Value) -> bool:
    """Whether a float vector is multiplied by a number."""
    return (left.type.name in VECTORS and _is_number(right)) or (
        right.type.name in VECTORS and _is_number(left)
    )


def _is_number(value: Value) -> bool:
    return value.is_int or value.is_float


def _unknown(operator: str, left: Value, right: Value, result: StaticType) -> Value:
    """An operand of unknown type: if the other is a number, its type is tried first, in place."""
    slow = code.call(HELPERS[operator], left.node, right.node)
    found = _guessed(operator, left, right, slow) if operator in ("+", "-", "*") else None
    return Value(found or slow, result)


def _guessed(operator: str, left: Value, right: Value, slow: ast.Call) -> ast.expr | None:
    """An operator as it is on numbers, with the slow way for all else."""
    first = left.type.is_variant
    unknown, known = (left, right) if first else (right, left)
    if not _is_number(known) or not isinstance(known.node, (ast.Name, ast.Constant)):
        return None
    if not isinstance(unknown.node, (ast.Name, ast.Attribute)):
        return None
    node, tested = _twice(unknown.node)
    slow.args[0 if first else 1] = node
    kind = "@float" if known.is_float else "@int"
    test: ast.expr = code.compare(code.call("@type", tested), "is", code.load(kind))
    sides = (node, known.node) if first else (known.node, node)
    if operator in COMPARISONS:
        return code.either(test, code.compare(sides[0], operator, sides[1]), slow)
    usual: ast.expr = code.binary(sides[0], operator, sides[1])
    if known.is_int:
        low, high = (True, True) if not known.is_constant else _directions(operator, known)
        fits = code.within(code.walrus(_RESULT, usual), low, high)
        test, usual = code.both(test, fits), code.load(_RESULT)
    return code.either(test, usual, slow)


_RESULT = "@r"


def _directions(operator: str, known: Value) -> tuple[bool, bool]:
    """Whether a sum or difference with a constant may become too small, and too large."""
    if operator == "*" or known.constant == 0:
        return True, True
    up = (known.constant > 0) == (operator == "+")
    return not up, up


def _twice(node: ast.expr) -> tuple[ast.expr, ast.expr]:
    """What is used after a first time, and that first time: an attribute is read once."""
    if isinstance(node, ast.Name):
        return node, node
    return code.load(code.SCRATCH), code.walrus(code.SCRATCH, node)


# Ints ---------------------------------------------------------------------------------------------


def _bounded(node: ast.expr, bits: int, natural: bool) -> Value:
    if bits <= _FITS:
        return of_int(node, bits, natural)
    made = of_int(code.wrapped(node))
    made.unbounded = node
    return made


def _ring(operator: str, left: Value, right: Value, bits: int, natural: bool) -> Value:
    """A sum, difference or product: of several only the last is brought back into 64 bits."""
    node = code.binary(left.as_index, operator, right.as_index)
    if bits <= _FITS:
        return of_int(node, bits, natural)
    low, high = not natural, True
    if operator != "*" and not left.unbounded and right.is_constant:
        low, high = _directions(operator, right)
    if left.unbounded or right.unbounded:
        low = high = True
    made = of_int(code.wrapped(node, low, high))
    made.unbounded = node
    return made


def _int_sum(left: Value, right: Value) -> Value:
    bits = max(left.bits, right.bits) + 1
    return _ring("+", left, right, bits, left.natural and right.natural)


def _int_difference(left: Value, right: Value) -> Value:
    bits = max(left.bits, right.bits) + (0 if left.natural and right.natural else 1)
    return _ring("-", left, right, bits, False)


def _int_product(left: Value, right: Value) -> Value:
    return _ring("*", left, right, left.bits + right.bits, left.natural and right.natural)


def _is_positive_constant(value: Value) -> bool:
    return value.is_constant and type(value.constant) is int and value.constant > 0


def _int_quotient(left: Value, right: Value) -> Value:
    if not _is_positive_constant(right):
        return of_int(code.call("@idiv", left.node, right.node), left.bits, False)
    floor = code.binary(left.node, "//", right.node)
    if left.natural:
        return of_int(floor, left.bits, True)
    return _towards_zero(left, right, "//", "@idiv", left.bits)


def _int_remainder(left: Value, right: Value) -> Value:
    bits = min(left.bits, right.bits)
    if not _is_positive_constant(right):
        return of_int(code.call("@imod", left.node, right.node), bits, left.natural)
    if left.natural:
        return of_int(code.binary(left.node, "%", right.node), bits, True)
    return _towards_zero(left, right, "%", "@imod", bits)


def _towards_zero(left: Value, right: Value, operator: str, helper: str, bits: int) -> Value:
    """Division by a positive constant: of negative numbers as of positive ones, negated."""
    node, divisor = left.node, right.node
    first: ast.expr = node
    if not code.is_plain(node):
        first, node = code.walrus(code.SCRATCH, node), code.load(code.SCRATCH)
    usual = code.binary(node, operator, divisor)
    negative = code.unary("-", code.binary(code.unary("-", node), operator, divisor))
    test = code.compare(first, ">=", code.constant(0))
    return of_int(code.either(test, usual, negative), bits, False)


def _shift_left(left: Value, right: Value) -> Value:
    if right.is_constant and 0 <= right.constant < FULL_BITS:
        bits = left.bits + int(right.constant)
        return _bounded(code.binary(left.node, "<<", right.node), bits, left.natural)
    return of_int(code.call("@ishl", left.node, right.node))


def _shift_right(left: Value, right: Value) -> Value:
    if right.is_constant and 0 <= right.constant < FULL_BITS:
        bits = max(left.bits - int(right.constant), 1)
        return of_int(code.binary(left.node, ">>", right.node), bits, left.natural)
    return of_int(code.call("@ishr", left.node, right.node), left.bits, left.natural)


def _int_bits(operator: str) -> Callable[[Value, Value], Value]:
    def combine(left: Value, right: Value) -> Value:
        natural = left.natural and right.natural
        bits = max(left.bits, right.bits)
        if operator == "&":
            natural = left.natural or right.natural
            bits = min([v.bits for v in (left, right) if v.natural] or [bits])
        return of_int(code.binary(left.node, operator, right.node), bits, natural)

    return combine


def _int_power(left: Value, right: Value) -> Value:
    exponent = right.constant if right.is_constant else -1
    if exponent >= 0 and left.bits * exponent <= _EXACT_POWER:
        bits = left.bits * max(int(exponent), 1)
        return of_int(code.binary(left.node, "**", right.node), bits, left.natural)
    return of_int(code.call("@ipow", left.node, right.node))


_INT_OPERATORS: dict[str, Callable[[Value, Value], Value]] = {
    "+": _int_sum,
    "-": _int_difference,
    "*": _int_product,
    "/": _int_quotient,
    "%": _int_remainder,
    "**": _int_power,
    "<<": _shift_left,
    ">>": _shift_right,
    "&": _int_bits("&"),
    "|": _int_bits("|"),
    "^": _int_bits("^"),
}


# Floats -------------------------------------------------------------------------------------------


def _float_operator(operator: str, left: Value, right: Value) -> Value:
    """Numbers of which one is a float at least."""
    if operator in "+-*":
        return Value(code.binary(left.node, operator, right.node), FLOAT)
    if operator != "/":
        return Value(code.call(HELPERS[operator], left.node, right.node), FLOAT)
    usual = code.binary(left.node, "/", right.node)
    if right.is_constant and right.constant:
        return Value(usual, FLOAT)
    slow = code.call("@fdiv", left.node, right.node)
    if code.is_plain(left.node) and isinstance(right.node, ast.Name):
        return Value(code.either(right.node, usual, slow), FLOAT)
    return Value(slow, FLOAT)


# Comparing ----------------------------------------------------------------------------------------

_ALIKE = frozenset(("String", "StringName"))
# Equal in Python when they are in Godot.
_PLAIN_EQUALITY = VECTORS | {"bool", "int", "float", "Signal", "RID", "NodePath"}


def comparison(operator: str, left: Value, right: Value) -> ast.expr:
    """`==`, `<` and their kind, in place where Python compares alike."""
    if compares_in_python(operator, left.type, right.type):
        return code.compare(left.node, operator, right.node)
    slow = code.call(HELPERS[operator], left.node, right.node)
    if left.type.is_variant != right.type.is_variant:
        equality = operator in ("==", "!=")
        one, other = (left, right) if left.type.is_variant else (right, left)
        if equality and other.is_constant and isinstance(other.constant, str):
            return _text_comparison(operator, left, right, slow)
        if not equality or isinstance(one.node, ast.Name):  # others may be kept alive by it
            return _guessed(operator, left, right, slow) or slow
    return slow


def _text_comparison(operator: str, left: Value, right: Value, slow: ast.expr) -> ast.expr:
    """`==` or `!=` with a constant text."""
    unknown = left.node if left.type.is_variant else right.node
    if not isinstance(unknown, ast.Name):
        return slow
    test = code.compare(code.call("@type", unknown), "is", code.load("@str"))
    return code.either(test, code.compare(left.node, operator, right.node), slow)


def compares_in_python(operator: str, left: StaticType, right: StaticType) -> bool:
    """Whether Python's comparison gives what Godot's does."""
    if left.is_variant or right.is_variant:
        return operator in ("==", "!=") and "Nil" in (left.name, right.name)
    if left.is_number and right.is_number:
        return True
    names = {left.name, right.name}
    if names <= _ALIKE:
        return operator in ("==", "!=") or names == {"String"}
    if operator not in ("==", "!="):
        return False
    if "Nil" in names or (left.is_object and right.is_object):
        return True
    return left.kind == right.kind == BUILTIN_KIND and len(names) == 1 and names <= _PLAIN_EQUALITY


# Unary --------------------------------------------------------------------------------------------


def unary(operator: str, operand: Value) -> Value | None:
    """`-x`, `+x` and `~x`; None when Godot has none for the type."""
    result = operator_result(operator, operand.type)
    if result is None:
        return None
    weak = operand.weak
    if operand.is_int:
        if operator == "+":
            return operand
        node = code.unary(operator, operand.node)
        if operator == "-" and operand.bits > _FITS:
            return Value(code.wrapped(node), INT, weak)
        return Value(node, INT, weak, bits=min(operand.bits + 1, FULL_BITS))
    if operand.is_float:
        return operand if operator == "+" else Value(code.unary("-", operand.node), FLOAT, weak)
    if operator == "-" and operand.type.name in VECTORS and operand.type.name != "Color":
        return Value(code.unary("-", operand.node), result, weak)
    helper = {"-": "@neg", "+": "@pos", "~": "@inv"}[operator]
    kind = VARIANT if operand.type.is_variant else result
    return Value(code.call(helper, operand.node), kind, weak)
