"""Global functions as GDScript has them: those of the engine, and those that need its ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import global_scope
from engine.core._script_error import ScriptError
from engine.core._type_functions import is_same
from engine.core.packed_array import PackedArray
from engine.gdscript._iteration import range_values
from engine.gdscript._value_names import builtin_name


def length(value: Any) -> int:
    """`len(value)`."""
    if isinstance(value, (str, list, dict, tuple, PackedArray, bytes, bytearray)):
        return len(value)
    raise ScriptError(
        'Error calling GDScript utility function "len()": Value of type '
        f"'{builtin_name(value)}' can't provide a length."
    )


def character(code: int) -> str:
    """`char(code)`."""
    if not 0 <= code < 2**32:
        raise ScriptError(
            'Error calling GDScript utility function "char()": Expected an integer between 0 and '
            "2^32 - 1."
        )
    return global_scope.char(code)


def code_of(text: str) -> int:
    """`ord(text)`."""
    if len(text) != 1:
        raise ScriptError(
            'Error calling GDScript utility function "ord()": Expected a string of length 1 (a '
            "character)."
        )
    return ord(text)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "len": length,
    "char": character,
    "ord": code_of,
    "range": range_values,
    "is_same": is_same,
}


def global_function(name: str) -> Any:
    """The Python function behind a global function; None where there is none."""
    found = FUNCTIONS.get(name)
    if found is not None:
        return found
    return getattr(global_scope, name, None) or getattr(global_scope, f"{name}_", None)
