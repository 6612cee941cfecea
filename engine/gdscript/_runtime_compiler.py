"""The methods of strings, arrays and dictionaries by name (`@String.to_upper`).

In Python `split` gives a list, and `to_utf8_buffer` bytes; in scripts they are packed arrays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import output
from engine.core._array_methods import ARRAY_METHODS
from engine.core._dictionary_methods import DICTIONARY_METHODS
from engine.core._script_error import ScriptError
from engine.core.callable import Callable as GodotCallable
from engine.core.coroutine import Coroutine
from engine.gdscript._native_methods import SCRIPT_NAME_METHODS, SCRIPT_STRING_METHODS
from engine.gdscript._operators import format_text

Method = Callable[..., Any]


def packed(value: Any, cls: type[Any]) -> Any:
    """What a function gives that has a packed array of some class as its result."""
    return value if type(value) is cls else cls(value)


def awaited(value: Any) -> Any:
    """The result of a call that is used at once: a function that waits would not have one yet."""
    if type(value) is Coroutine:
        raise ScriptError('Trying to call an async function without "await".')
    return value


def format_known(text: str, values: Any) -> str:
    """The operator `%` between a String and something of a known type.

    There an error does not end the function: it is said, and the text stays as it is.
    """
    try:
        return format_text(text, values)
    except ScriptError as error:
        problem = str(error).removesuffix(" in operator '%'.")
        output.error(f"String formatting error: {problem}.")
        return str(text)


def constructor(cls: type[Any]) -> GodotCallable:
    """`Class.new` as a value."""

    def new(*args: Any) -> Any:
        return cls(*args)

    return GodotCallable(new)


NATIVE_METHODS: dict[str, Any] = {
    "@constructor": constructor,
    "@format_known": format_known,
    "@list_append": list.append,
    "@list_set": list.__setitem__,
    "@packed": packed,
    "@result": awaited,
} | {
    f"@{kind}.{name}": function
    for kind, methods in (
        ("String", SCRIPT_STRING_METHODS),
        ("StringName", SCRIPT_NAME_METHODS),
        ("Array", ARRAY_METHODS),
        ("Dictionary", DICTIONARY_METHODS),
    )
    for name, function in methods.items()
}
