"""What the compiler knows of an expression: the Python of it, and its type."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from engine.gdscript import _code as code
from engine.gdscript._syntax import Expression
from engine.gdscript._types import (
    BOOL,
    ENUM_KIND,
    FLOAT,
    INT,
    NIL,
    STRING,
    VARIANT,
    StaticType,
)

FULL_BITS: Final = 64
COUNT_BITS: Final = 40  # of sizes and of what is counted one by one


class Unknown(Enum):
    """Marks values that are not known before the program runs."""

    UNKNOWN = 0


UNKNOWN: Final = Unknown.UNKNOWN


@dataclass(slots=True)
class Value:
    """A compiled expression.

    Attributes:
        node: the Python expression.
        type: what it gives.
        weak: whether the type is only observed, so that nothing may be refused because of it.
        bits: of an int: its absolute value is less than 2 to the power of this.
        natural: whether an int is known not to be negative.
        constant: the value, where it is known.
        null_object: whether a null in it prints as an object that is not there.
        read_only: whether it cannot be assigned.
        own: whether it is the result of a script's function that declares no type.
        dynamic: whether it is a call of an unknown function, which might be one that waits.
        fresh: whether it is an object that has just been made.
        of_engine: whether it is a property of an engine class, which converts what it is given.
        unbounded: of an int the expression before it is brought back into 64 bits, which does
            where too large a number has no other effect than the wrapped one.
        coroutine: the name of the waiting function whose call it is.
    """

    node: ast.expr
    type: StaticType = VARIANT
    weak: bool = False
    bits: int = FULL_BITS
    natural: bool = False
    constant: Any = UNKNOWN
    null_object: bool = False
    read_only: bool = False
    coroutine: str = ""
    own: bool = False
    dynamic: bool = False
    fresh: bool = False
    of_engine: bool = False
    unbounded: ast.expr | None = None

    @property
    def is_constant(self) -> bool:
        """Whether the value is known."""
        return self.constant is not UNKNOWN

    @property
    def is_int(self) -> bool:
        """Whether it is an int, of an enum or not."""
        return self.type == INT or self.type.kind == ENUM_KIND

    @property
    def is_float(self) -> bool:
        """Whether it is a float."""
        return self.type == FLOAT

    @property
    def as_index(self) -> ast.expr:
        """The expression for a place where too large an int is an error anyway."""
        return self.unbounded or self.node

    def with_node(self, node: ast.expr) -> Value:
        """The same of another expression."""
        return replace(self, node=node, unbounded=None)


_CONSTANT_TYPES = {type(None): NIL, bool: BOOL, int: INT, float: FLOAT, str: STRING}


def of_constant(value: Any, kind: StaticType | None = None, weak: bool = False) -> Value:
    """A value that is None, a bool, a number or a text."""
    if kind is None:
        kind = _CONSTANT_TYPES[type(value)]
    result = Value(code.constant(value), kind, weak, constant=value, read_only=True)
    if type(value) is int:
        result.bits = value.bit_length()
        result.natural = value >= 0
    return result


def of_int(node: ast.expr, bits: int = FULL_BITS, natural: bool = False) -> Value:
    """An int."""
    return Value(node, INT, bits=bits, natural=natural)


def written(value: Value) -> ast.expr:
    """A value that is made a text; a null that is no object yet is written in its own way."""
    return code.call("@object_text", value.node) if value.null_object else value.node


def strip(expression: Expression) -> Expression:
    """An expression without parentheses around it."""
    while hasattr(expression, "inner"):
        expression = expression.inner
    return expression
