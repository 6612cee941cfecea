"""Pieces of Python source: expressions with how tightly they bind, and texts of literals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

# How tightly expressions bind, the loosest first.
WALRUS, LAMBDA, TERNARY, OR, AND, NOT, COMPARE = range(7)
BIT_OR, BIT_XOR, BIT_AND, SHIFT, ADD, MULTIPLY, SIGN, POWER, AWAIT, ATOM = range(7, 17)

LEVELS = {
    "or": OR,
    "and": AND,
    "in": COMPARE,
    "not in": COMPARE,
    "is": COMPARE,
    "is not": COMPARE,
    "==": COMPARE,
    "!=": COMPARE,
    "<": COMPARE,
    "<=": COMPARE,
    ">": COMPARE,
    ">=": COMPARE,
    "|": BIT_OR,
    "^": BIT_XOR,
    "&": BIT_AND,
    "<<": SHIFT,
    ">>": SHIFT,
    "+": ADD,
    "-": ADD,
    "*": MULTIPLY,
    "/": MULTIPLY,
    "//": MULTIPLY,
    "%": MULTIPLY,
    "**": POWER,
}


class Code(NamedTuple):
    """An expression in Python.

    Attributes:
        text: its source.
        level: how tightly its outermost operator binds.
        inverse: of `a in b` and `a is b` what says the contrary.
    """

    text: str
    level: int = ATOM
    inverse: str = ""

    def at(self, level: int) -> str:
        """The source, in parentheses where it binds less tightly than that."""
        return self.text if self.level >= level else f"({self.text})"

    @property
    def atom(self) -> str:
        """The source as something that a dot or bracket can follow."""
        number = self.text.isdigit()
        return f"({self.text})" if number else self.at(ATOM)


def binary(left: Code, operator: str, right: Code) -> Code:
    """Two operands and an operator."""
    level = LEVELS[operator]
    if level == COMPARE:  # Python chains comparisons
        one, other = left.at(level + 1), right.at(level + 1)
        inverse = _INVERSES.get(operator, "")
        inverse = f"{one} {inverse} {other}" if inverse else ""
        return Code(f"{one} {operator} {other}", level, inverse)
    if operator == "**":
        return Code(f"{left.at(level + 1)} ** {right.at(SIGN)}", level)
    return Code(f"{left.at(level)} {operator} {right.at(level + 1)}", level)


_INVERSES = {"in": "not in", "not in": "in", "is": "is not", "is not": "is"}


def negated(value: Code) -> Code:
    """`not value`."""
    if value.inverse:
        return Code(value.inverse, COMPARE, value.text)
    return Code(f"not {value.at(NOT)}", NOT)


def call(function: str, arguments: Iterable[Code]) -> Code:
    """A call with positional arguments."""
    return Code(f"{function}({', '.join(a.at(LAMBDA) for a in arguments)})")


_ESCAPES = {
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\v": "\\v",
}
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff]")
_BUT_TABS = re.compile(_UNPRINTED.pattern.replace("\\x00-\\x1f", "\\x00-\\x08\\x0b-\\x1f"))


def quoted(text: str) -> str:
    """A string literal, in double quotes unless that takes more backslashes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    return f"{quote}{escaped(text, quote)}{quote}"


def escaped(text: str, quote: str) -> str:
    """A text as it stands between quotes."""
    plain = "".join(_ESCAPES.get(c, c) for c in text).replace(quote, f"\\{quote}")
    return _UNPRINTED.sub(_as_number, plain)


def _as_number(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def block_string(text: str) -> str:
    """A literal of several lines, in three quotes, as it is written in the file."""
    lines = [_BUT_TABS.sub(_as_number, line.replace("\\", "\\\\")) for line in text.split("\n")]
    inner = "\n".join(lines)
    inner = inner.replace('"""', '\\"\\"\\"')
    if inner.endswith('"'):
        inner = f'{inner[:-1]}\\"'
    return f'"""{inner}"""'
