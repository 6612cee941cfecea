"""What is typed into a `SpinBox`: a number, or something that can be worked out.

As much of Godot's expressions as makes numbers. What follows a whole expression is left out, so
that `10 px` and `10,5` are 10; a character that is part of no expression makes it none at all.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable
from typing import Any

from engine.core import global_scope

_TOKEN = re.compile(
    r"\s*(?:"
    r"(?P<hex>0x[0-9a-fA-F]*)|(?P<bin>0b[01]*)"
    r"|(?P<float>\d+\.\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)"
    r"|(?P<int>\d+)"
    r"|(?P<name>[A-Za-z_]\w*)"
    r"|(?P<text>\"[^\"]*\"|'[^']*')"
    r"|(?P<op>\*\*|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%<>&|^~!()\[\]{},:;.])"
    r"|(?P<end>\Z))"
)
_CONSTANTS: dict[str, Any] = {
    "PI": math.pi,
    "TAU": math.tau,
    "INF": math.inf,
    "NAN": math.nan,
    "true": True,
    "false": False,
}
_FUNCTION_NAMES = (
    "abs absf absi acos acosh asin asinh atan atan2 atanh ceil ceilf ceili clamp clampf clampi cos "
    "cosh deg_to_rad ease exp floor floorf floori fmod fposmod inverse_lerp is_equal_approx "
    "is_finite is_inf is_nan is_zero_approx lerp lerpf log max maxf maxi min minf mini nearest_po2 "
    "pingpong posmod pow rad_to_deg remap round roundf roundi sign signf signi sin sinh smoothstep "
    "snapped snappedf snappedi sqrt step_decimals tan tanh wrap wrapf wrapi int float bool str"
)
_FUNCTIONS = frozenset(_FUNCTION_NAMES.split())
_CASTS: dict[str, Callable[[Any], Any]] = {"int": int, "float": float, "bool": bool, "str": str}


class _NoExpressionError(Exception):
    """The text is no expression."""


def _divided(a: Any, b: Any) -> Any:
    if isinstance(a, int) and isinstance(b, int):
        return int(math.copysign(abs(a) // abs(b), a * b)) if a else 0 // b
    if b == 0:
        return math.nan if a == 0 or a != a else math.copysign(math.inf, a)
    return a / b


def _left_over(a: Any, b: Any) -> int:
    if not (isinstance(a, int) and isinstance(b, int)):
        raise TypeError
    return int(math.fmod(a, b))


# From those that bind least to those that bind most.
_LEVELS: tuple[dict[str, Callable[[Any, Any], Any]], ...] = (
    {"or": lambda a, b: bool(a) or bool(b), "||": lambda a, b: bool(a) or bool(b)},
    {"and": lambda a, b: bool(a) and bool(b), "&&": lambda a, b: bool(a) and bool(b)},
    {
        "<": operator.lt,
        ">": operator.gt,
        "<=": operator.le,
        ">=": operator.ge,
        "==": operator.eq,
        "!=": operator.ne,
    },
    {"|": operator.or_},
    {"^": operator.xor},
    {"&": operator.and_},
    {"<<": operator.lshift, ">>": operator.rshift},
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": _divided, "%": _left_over},
)
_NOT_LEVEL = 2


class _Reader:
    """Reads one expression and works it out on the way."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self.kind = self.word = ""
        self.next()

    def next(self) -> None:
        """Goes on to the next word."""
        found = _TOKEN.match(self._text, self._place)
        if found is None:
            raise _NoExpressionError
        self._place = found.end()
        self.kind = found.lastgroup or ""
        self.word = found.group(self.kind)

    def value(self, level: int = 0) -> Any:
        """The value of what begins here, with operators of that level and above."""
        if level == _NOT_LEVEL and self.word in ("not", "!"):
            self.next()
            return not self.value(level)
        if level == len(_LEVELS):
            return self._signed()
        operations = _LEVELS[level]
        value = self.value(level + 1)
        while self.word in operations and self.kind != "text":
            operation = operations[self.word]
            self.next()
            value = operation(value, self.value(level + 1))
        if self.word in ("!", "~"):
            raise _NoExpressionError
        return value

    def _signed(self) -> Any:
        if self.word == "-" and self.kind == "op":
            self.next()
            return -self._signed()
        if self.word == "!" and self.kind == "op":
            self.next()
            return not self._signed()
        value = self._plain()
        while self.word == "**":
            self.next()
            negative = self.word == "-"
            if negative:
                self.next()
            exponent = self._plain()
            value = global_scope.pow_(value, -exponent if negative else exponent)
        return value

    def _plain(self) -> Any:
        kind, word = self.kind, self.word
        if word == "(" and kind == "op":
            return self._inside()
        if kind in ("op", "end"):
            raise _NoExpressionError
        self.next()
        if kind == "name":
            return self._named(word)
        if kind == "text":
            return word[1:-1]
        if kind in ("hex", "bin"):
            return int(word[2:] or "0", 16 if kind == "hex" else 2)
        return float(word) if kind == "float" else int(word)

    def _inside(self) -> Any:
        self.next()
        value = self.value()
        if self.word != ")":
            raise _NoExpressionError
        self.next()
        return value

    def _named(self, name: str) -> Any:
        if name in _CONSTANTS:
            return _CONSTANTS[name]
        if name not in _FUNCTIONS or self.word != "(":
            raise _NoExpressionError
        arguments = []
        self.next()
        while self.word != ")":
            arguments.append(self.value())
            if self.word == ",":
                self.next()
            elif self.word != ")":
                raise _NoExpressionError
        self.next()
        return _function(name)(*arguments)


def _function(name: str) -> Callable[..., Any]:
    if name in _CASTS:
        return _CASTS[name]
    found: Any = getattr(global_scope, name, None) or getattr(global_scope, f"{name}_")
    function: Callable[..., Any] = found
    return function


def worked_out(text: str) -> float | None:
    """The number that a text stands for; None when it is no expression.

    An expression that cannot be worked out, such as `1/0`, is 0.
    """
    try:
        value = _Reader(text).value()
        return float(value)
    except _NoExpressionError:
        return None
    except (ArithmeticError, TypeError, ValueError):
        return 0.0
