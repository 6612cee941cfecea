"""Operators on operands of unknown types.

Ints and floats are tried first. Everything else goes by the table of Godot's operators: what it
lacks is a script error, what it has is done by Python's operator, or by a function of ours where
Python's means something else.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from functools import cache
from typing import Any

from engine.core._equality import equal, index_of
from engine.core._keys import key
from engine.core._scalar_math import whole
from engine.core._script_error import ScriptError
from engine.core._type_of import type_of
from engine.core._variant_order import compare_arrays
from engine.core.format import format_
from engine.core.packed_array import PackedArray
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import PackedInt32Array, PackedInt64Array
from engine.core.typed_array import TypedArray
from engine.core.variant_type import TYPE_INT, TYPE_STRING, TYPE_STRING_NAME
from engine.gdscript._api import builtin_facts
from engine.gdscript._value_names import builtin_name

_MIN, _MAX = -(2**63), 2**63 - 1
_SPAN = 2**64
Binary = Callable[[Any, Any], Any]


def wrap(number: int) -> int:
    """An int brought back into 64 bits."""
    return (number - _MIN) % _SPAN + _MIN


# Ints and floats ----------------------------------------------------------------------------------


def idiv(x: int, y: int) -> int:
    """Division of ints, towards zero."""
    if x >= 0 and y > 0:
        return x // y
    if y == 0:
        raise ScriptError("Division by zero error in operator '/'.")
    quotient = abs(x) // abs(y)
    return wrap(quotient if (x < 0) == (y < 0) else -quotient)


def imod(x: int, y: int) -> int:
    """Remainder of a division towards zero: it has the sign of `x`."""
    if x >= 0 and y > 0:
        return x % y
    if y == 0:
        raise ScriptError("Modulo by zero error in operator '%'.")
    rest = abs(x) % abs(y)
    return -rest if x < 0 else rest


def fdiv(x: float, y: float) -> float:
    """Division of floats, which knows infinity."""
    if y:
        return x / y
    if x == 0 or x != x:
        return math.nan
    return math.copysign(math.inf, x) * math.copysign(1.0, y)


def ipow(x: int, y: int) -> int:
    """A power of ints, computed with floats as Godot does."""
    return whole(fpow(float(x), float(y)))


def fpow(x: float, y: float) -> float:
    """A power of floats, which knows infinity."""
    try:
        return math.pow(x, y)
    except OverflowError:
        return -math.inf if x < 0 and float(y) % 2 == 1 else math.inf
    except ValueError:
        if x == 0:
            return math.copysign(math.inf, x) if float(y) % 2 == 1 else math.inf
        return math.nan


def ishl(x: int, y: int) -> int:
    """Shift to the left; the distance counts modulo 64."""
    return wrap(x << (y & 63))


def ishr(x: int, y: int) -> int:
    """Shift to the right; the distance counts modulo 64."""
    return x >> (y & 63)


# The common cases ---------------------------------------------------------------------------------


def add(x: Any, y: Any) -> Any:
    """`x + y`."""
    kind, other = type(x), type(y)
    if kind is int:
        if other is int:
            z = x + y
            return z if _MIN <= z <= _MAX else wrap(z)
        if other is float:
            return x + y
    elif (kind is float and (other is float or other is int)) or (kind is str and other is str):
        return x + y
    return _operate("+", x, y)


def sub(x: Any, y: Any) -> Any:
    """`x - y`."""
    kind, other = type(x), type(y)
    if kind is int:
        if other is int:
            z = x - y
            return z if _MIN <= z <= _MAX else wrap(z)
        if other is float:
            return x - y
    elif kind is float and (other is float or other is int):
        return x - y
    return _operate("-", x, y)


def mul(x: Any, y: Any) -> Any:
    """`x * y`."""
    kind, other = type(x), type(y)
    if kind is int:
        if other is int:
            z = x * y
            return z if _MIN <= z <= _MAX else wrap(z)
        if other is float:
            return x * y
    elif kind is float and (other is float or other is int):
        return x * y
    return _operate("*", x, y)


def div(x: Any, y: Any) -> Any:
    """`x / y`."""
    kind, other = type(x), type(y)
    if kind is int:
        if other is int:
            return x // y if x >= 0 and y > 0 else idiv(x, y)
        if other is float:
            return x / y if y else fdiv(x, y)
    elif kind is float and (other is float or other is int):
        return x / y if y else fdiv(x, y)
    return _operate("/", x, y)


def mod(x: Any, y: Any) -> Any:
    """`x % y`."""
    kind = type(x)
    if kind is int and type(y) is int:
        return x % y if x >= 0 and y > 0 else imod(x, y)
    if kind is str:
        return format_text(x, y)
    return _operate("%", x, y)


def pow_(x: Any, y: Any) -> Any:
    """`x ** y`."""
    return _operate("**", x, y)


def shl(x: Any, y: Any) -> Any:
    """`x << y`."""
    return _operate("<<", x, y)


def shr(x: Any, y: Any) -> Any:
    """`x >> y`."""
    return _operate(">>", x, y)


def band(x: Any, y: Any) -> Any:
    """`x & y`."""
    return x & y if type(x) is int and type(y) is int else _operate("&", x, y)


def bor(x: Any, y: Any) -> Any:
    """`x | y`."""
    return x | y if type(x) is int and type(y) is int else _operate("|", x, y)


def bxor(x: Any, y: Any) -> Any:
    """`x ^ y`."""
    return x ^ y if type(x) is int and type(y) is int else _operate("^", x, y)


_NUMBERS = frozenset((int, float))
_ALIKE = frozenset((int, float, str))  # equal in Python when they are in Godot


def eq(x: Any, y: Any) -> Any:
    """`x == y`."""
    kind, other = type(x), type(y)
    if kind is other and kind in _ALIKE:
        return x == y
    if x is None or y is None:
        return _is_null(x) and _is_null(y)
    if kind in _NUMBERS and other in _NUMBERS:
        return x == y
    return _operate("==", x, y)


def ne(x: Any, y: Any) -> Any:
    """`x != y`."""
    kind, other = type(x), type(y)
    if kind is other and kind in _ALIKE:
        return x != y
    if x is None or y is None:
        return not (_is_null(x) and _is_null(y))
    if kind in _NUMBERS and other in _NUMBERS:
        return x != y
    return _operate("!=", x, y)


def _is_null(x: Any) -> bool:
    return x is None or getattr(type(x), "_freed", False)


def lt(x: Any, y: Any) -> Any:
    """`x < y`."""
    if type(x) in _NUMBERS and type(y) in _NUMBERS:
        return x < y
    return _operate("<", x, y)


def le(x: Any, y: Any) -> Any:
    """`x <= y`."""
    if type(x) in _NUMBERS and type(y) in _NUMBERS:
        return x <= y
    return _operate("<=", x, y)


def gt(x: Any, y: Any) -> Any:
    """`x > y`."""
    if type(x) in _NUMBERS and type(y) in _NUMBERS:
        return x > y
    return _operate(">", x, y)


def ge(x: Any, y: Any) -> Any:
    """`x >= y`."""
    if type(x) in _NUMBERS and type(y) in _NUMBERS:
        return x >= y
    return _operate(">=", x, y)


def contains(x: Any, y: Any) -> bool:
    """`x in y`."""
    kind = type(y)
    if kind is dict:
        return key(x) in y
    if kind is list:
        return index_of(y, x) >= 0
    if isinstance(y, str) and isinstance(x, str):
        return x != "" and x in y  # nothing is nowhere
    return bool(_operate("in", x, y))


def neg(x: Any) -> Any:
    """`-x`."""
    if type(x) is int:
        return -x if x != _MIN else x
    return -x if type(x) is float else _operate_unary("unary-", operator.neg, x)


def pos(x: Any) -> Any:
    """`+x`."""
    return x if type(x) in _NUMBERS else _operate_unary("unary+", operator.pos, x)


def inv(x: Any) -> Any:
    """`~x`."""
    return ~x if type(x) is int else _operate_unary("~", operator.invert, x)


def format_text(template: str, values: Any) -> str:
    """`template % values`."""
    try:
        return format_(template, values)
    except (ValueError, TypeError) as exception:
        raise ScriptError(str(exception)) from None


# By the table -------------------------------------------------------------------------------------


def _operate(sign: str, x: Any, y: Any) -> Any:
    left, right = builtin_name(x), builtin_name(y)
    if not _exists(sign, left, right):
        raise ScriptError(f"Invalid operands '{left}' and '{right}' in operator '{sign}'.")
    try:
        return _function(sign, left, right)(_plain(x), _plain(y))
    except ZeroDivisionError:
        what = "Modulo" if sign == "%" else "Division"
        raise ScriptError(f"{what} by zero error in operator '{sign}'.") from None


def _operate_unary(sign: str, function: Callable[[Any], Any], x: Any) -> Any:
    name = builtin_name(x)
    if not _exists(sign, name, ""):
        raise ScriptError(f"Invalid operands '{name}' and 'Nil' in operator '{sign}'.")
    return function(_plain(x))


def exists(sign: str, x: Any, y: Any) -> bool:
    """Whether Godot has the operator for these two values."""
    return _exists(sign, builtin_name(x), builtin_name(y))


@cache
def _exists(sign: str, left: str, right: str) -> bool:
    if right == "Nil":
        right = "Variant"
    if left == "Object":
        if sign == "in":
            return right in ("Array", "Dictionary")
        return sign in ("==", "!=") and right in ("Object", "Variant")
    facts = builtin_facts(left)
    return facts is not None and facts.operator(sign, right) is not None


def _plain(x: Any) -> Any:
    """A value without what Python adds to it: enums are ints, names are texts."""
    kind = type(x)
    if kind is int or kind is float or kind is str:
        return x
    known = type_of(x)
    if known == TYPE_INT:
        return int(x)
    return str(x) if known in (TYPE_STRING, TYPE_STRING_NAME) else x


@cache
def _function(sign: str, left: str, right: str) -> Binary:
    """What does the work for operands of these types."""
    if left in ("int", "float", "bool") and right in ("int", "float", "bool"):
        return (
            _float_functions.get(sign, _PYTHON[sign])
            if "float" in (left, right)
            else _of_ints(sign)
        )
    if sign == "%" and left in ("String", "StringName"):
        return format_text
    if sign in ("==", "!="):
        return equal if sign == "==" else _unequal
    if sign == "in":
        return _contains_in(right)
    if left == "Array" and right == "Array":
        return _array_functions[sign]
    if sign == "/" and right == "float" and left in ("Vector2i", "Vector3i", "Vector4i"):
        return _divided
    return _PYTHON[sign]


def _of_ints(sign: str) -> Binary:
    return _int_functions.get(sign, _PYTHON[sign])


def _unequal(x: Any, y: Any) -> bool:
    return not equal(x, y)


def _contains_in(right: str) -> Binary:
    if right == "Dictionary":
        return _in_dictionary
    if right == "Object":
        return _in_object
    return _in_text if right in ("String", "StringName") else _in_array


def _in_dictionary(x: Any, y: Any) -> bool:
    return key(x) in y


def _in_text(x: Any, y: Any) -> bool:
    return x in y


def _in_array(x: Any, y: Any) -> bool:
    bits = _INT_BITS.get(type(y))
    if bits is not None:
        half = 1 << bits - 1
        x = (whole(x) + half) % (2 * half) - half if bits > 8 else whole(x) % 256
    elif type(x) is int and isinstance(y, PackedArray):
        x = float(x)
    return index_of(y, x) >= 0


_INT_BITS: dict[type[Any], int] = {PackedByteArray: 8, PackedInt32Array: 32, PackedInt64Array: 64}


def _divided(x: Any, y: float) -> Any:
    if not y:
        raise ZeroDivisionError
    return x / y


def _in_object(x: Any, y: Any) -> bool:
    return bool(y is not None and hasattr(y, x))


def _added_arrays(x: list[Any], y: list[Any]) -> list[Any]:
    if isinstance(x, TypedArray) and isinstance(y, TypedArray) and x.element is y.element:
        return x.like([*x, *y])
    return [*x, *y]


_array_functions: dict[str, Binary] = {
    "+": _added_arrays,
    "<": lambda x, y: compare_arrays(x, y) < 0,
    "<=": lambda x, y: compare_arrays(x, y) <= 0,
    ">": lambda x, y: compare_arrays(x, y) > 0,
    ">=": lambda x, y: compare_arrays(x, y) >= 0,
}
_int_functions: dict[str, Binary] = {
    "+": lambda x, y: wrap(x + y),
    "-": lambda x, y: wrap(x - y),
    "*": lambda x, y: wrap(x * y),
    "/": idiv,
    "%": imod,
    "**": ipow,
    "<<": ishl,
    ">>": ishr,
}
_float_functions: dict[str, Binary] = {"/": fdiv, "**": fpow}
_PYTHON: dict[str, Binary] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "%": operator.mod,
    "**": operator.pow,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
