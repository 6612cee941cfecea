"""Operators on constants, worked out while compiling."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

from engine.gdscript._types import BOOL, ENUM_KIND, FLOAT, INT, STRING, STRING_NAME
from engine.gdscript._values import Value, of_constant

_BITS = 1 << 64
_SIGN = 1 << 63
_EXACT = 53  # Godot's powers of ints are those of floats
_LONGEST = 1000  # a text longer than this is put together at run time


def wrap(value: int) -> int:
    """An int brought back into 64 bits."""
    return (value + _SIGN) % _BITS - _SIGN


def _divide(left: int, right: int) -> int:
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


def _remainder(left: int, right: int) -> int:
    return left - right * _divide(left, right)


_INTS: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divide,
    "%": _remainder,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "<<": operator.lshift,
    ">>": operator.rshift,
}
_FLOATS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def fold_binary(symbol: str, left: Value, right: Value) -> Value | None:
    """The constant that an operator on two constants gives; None when it must wait."""
    if not (left.is_constant and right.is_constant):
        return None
    one, other = left.constant, right.constant
    if type(one) is int and type(other) is int:
        return _fold_ints(symbol, one, other)
    numbers = _is_number(one) and _is_number(other)
    if numbers and symbol in _FLOATS and (symbol != "/" or other):
        return _float(_FLOATS[symbol](float(one), float(other)))
    if numbers and symbol == "**" and abs(one) < 1e6 and 0 <= other <= 16:
        return _float(float(one) ** float(other))
    alike = left.type == right.type and left.type in (STRING, BOOL)
    if (numbers or alike) and symbol in _COMPARISONS:
        return of_constant(_COMPARISONS[symbol](one, other))
    texts = left.type in (STRING, STRING_NAME) and right.type in (STRING, STRING_NAME)
    if texts and symbol == "+" and len(one) + len(other) < _LONGEST:
        return of_constant(one + other)
    return None


def _is_number(value: Any) -> bool:
    return type(value) is int or type(value) is float


def _fold_ints(symbol: str, one: int, other: int) -> Value | None:
    if symbol in _COMPARISONS:
        return of_constant(_COMPARISONS[symbol](one, other))
    if symbol in ("/", "%") and other == 0:
        return None
    if symbol in ("<<", ">>") and not 0 <= other < 64:
        return None
    if symbol == "**":
        exact = 0 <= other < _EXACT and abs(one) < _EXACT and abs(one**other) < 1 << _EXACT
        return of_constant(one**other) if exact else None
    function = _INTS.get(symbol)
    return None if function is None else of_constant(wrap(function(one, other)))


def _float(value: float) -> Value | None:
    return of_constant(value) if math.isfinite(value) else None


def fold_unary(symbol: str, operand: Value) -> Value | None:
    """The constant that a unary operator gives; None when it must wait."""
    if not operand.is_constant or not (
        operand.type in (INT, FLOAT) or operand.type.kind == ENUM_KIND
    ):
        return None
    value = operand.constant
    if symbol == "-":
        return of_constant(wrap(-value) if type(value) is int else -value)
    if symbol == "+":
        return of_constant(value)
    return of_constant(~value) if type(value) is int else None
