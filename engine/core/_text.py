"""What `print` and `str` of Godot write for a value.

A value on its own is written plainly; inside an array or a dictionary strings get quotes. Which
function writes a value is looked up by its exact type; the few that are not found that way
(subclasses, enums, objects) take the slower path over `isinstance`. Values that know how to write
themselves (vectors, packed arrays, objects, signals) do it by their `__str__`.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from engine.core._calls import text_of
from engine.core._number_text import number_text
from engine.core.output import error

# Godot gives up on containers nested deeper than this; one that contains itself always is.
_DEEPEST = 100

_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        "\a": "\\a",
        "\b": "\\b",
        "\f": "\\f",
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
        "\v": "\\v",
        "'": "\\'",
        '"': '\\"',
    }
)
_needs_escape = re.compile(r"[\\\a\b\f\n\r\t\v'\"]").search
_Writer = Callable[[Any, int], str]


def escaped(text: str) -> str:
    """`text` with a backslash before what a C string cannot hold, and before quotes."""
    return text.translate(_ESCAPES) if _needs_escape(text) else text


def quoted(text: str) -> str:
    """`text` as it is written inside containers: escaped, in double quotes."""
    return f'"{escaped(text)}"'


def text(value: Any) -> str:
    """What `str(value)` gives in Godot."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]
    if kind is int:
        return repr(value)
    if kind is float:
        return number_text(value)
    writer = _writers.get(kind)
    if writer is not None and kind not in _marked:
        return writer(value, 0)
    if isinstance(value, enum.Enum):
        return text(value.value)
    return str(value) if isinstance(value, str) or kind in _marked else _other(value, 0)


def text_inside(value: Any) -> str:
    """What is written for `value` inside an array: as `text`, with quotes around strings."""
    return _writers.get(type(value), _other)(value, 0)


def joined(values: Iterable[Any], separator: str = "") -> str:
    """The texts of all values, one after the other."""
    return separator.join([v if type(v) is str else text(v) for v in values])


def _array(values: Iterable[Any], depth: int) -> str:
    if depth > _DEEPEST:
        error("Maximum array recursion reached!")
        return "[...]"
    deeper = depth + 1
    return f"[{', '.join([_writers.get(type(v), _other)(v, deeper) for v in values])}]"


def _dictionary(values: Mapping[Any, Any], depth: int) -> str:
    if depth > _DEEPEST:
        error("Maximum dictionary recursion reached!")
        return "{ ... }"
    deeper = depth + 1
    pairs = [
        f"{_writers.get(type(k), _other)(k, deeper)}: {_writers.get(type(v), _other)(v, deeper)}"
        for k, v in values.items()
    ]
    return f"{{ {', '.join(pairs)} }}"


def _bytes(values: Iterable[int], depth: int) -> str:
    return f"[{', '.join(map(str, values))}]"


def _enumeration(kind: type[enum.Enum], depth: int) -> str:
    return _dictionary({name: member.value for name, member in kind.__members__.items()}, depth)


_writers: dict[type[Any], _Writer] = {
    str: lambda value, _: quoted(value),
    int: lambda value, _: repr(value),
    float: lambda value, _: number_text(value),
    bool: lambda value, _: "true" if value else "false",
    type(None): lambda value, _: "<null>",
    list: _array,
    tuple: _array,
    dict: _dictionary,
    bytes: _bytes,
    bytearray: _bytes,
    memoryview: _bytes,
    enum.EnumMeta: _enumeration,
    FunctionType: lambda value, _: text_of(value),
    MethodType: lambda value, _: text_of(value),
    BuiltinFunctionType: lambda value, _: text_of(value),
    partial: lambda value, _: text_of(value),
}
# Types that are written plainly on their own and with a mark and quotes inside containers.
_marked: set[type[Any]] = set()


def mark_inside(kind: type[Any], mark: str) -> None:
    """Has values of `kind` written as `mark`, then in quotes, inside containers."""
    _marked.add(kind)
    _writers[kind] = lambda value, _: mark + quoted(str(value))


def write_as(kind: type[Any], plain: Callable[[Any], Any]) -> None:
    """Has values of `kind` written as what `plain` makes of them."""

    def write(value: Any, depth: int) -> str:
        inner = plain(value)
        return _writers.get(type(inner), _other)(inner, depth)

    _writers[kind] = write


def write_with(kind: type[Any], write: Callable[[Any], str]) -> None:
    """Has values of `kind` written by a function, alone and inside containers."""
    _writers[kind] = lambda value, _: write(value)


def write_like(kind: type[Any], known: type[Any]) -> None:
    """Has values of `kind` written like those of a type that is known."""
    _writers[kind] = _writers[known]


# What a subclass of one of these is written as, in the order in which they are tried.
_bases = (str, int, float, list, tuple, dict, bytes, bytearray, enum.EnumMeta)


def _other(value: Any, depth: int) -> str:
    """The text of a subclass of a plain type, and of everything that writes itself."""
    if isinstance(value, enum.Enum):
        value = value.value
        return _writers.get(type(value), _other)(value, depth)
    for base in _bases:
        if isinstance(value, base):
            if type(value).__str__ is not base.__str__:
                return str(value)
            return _writers[base](value, depth)
    return str(value)
