"""The methods of Python's own classes as scripts know them.

Python's text and bytes come from some of the engine's functions where Godot has packed arrays:
those that scripts call give packed arrays. Static functions of String can be called on a text, too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from engine.core._string_methods import STRING_METHODS, STRING_STATICS
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import PackedFloat64Array
from engine.core.packed_string_array import PackedStringArray

Method = Callable[..., Any]


def _packing(function: Method, cls: type[Any]) -> Method:
    @wraps(function)
    def method(*args: Any) -> Any:
        return cls(function(*args))

    return method


def _on_a_text(function: Method) -> Method:
    @wraps(function)
    def method(_text: str, *args: Any) -> Any:
        return function(*args)

    return method


def _of_name(function: Method) -> Method:
    @wraps(function)
    def method(name: str, *args: Any) -> Any:
        return function(str(name), *args)

    return method


_PACKED: dict[str, type[Any]] = {
    "bigrams": PackedStringArray,
    "hex_decode": PackedByteArray,
    "rsplit": PackedStringArray,
    "split": PackedStringArray,
    "split_floats": PackedFloat64Array,
}
SCRIPT_STRING_METHODS: dict[str, Method] = {
    **{name: _on_a_text(function) for name, function in STRING_STATICS.items()},
    **{
        name: _packing(function, _PACKED.get(name, PackedByteArray))
        if name in _PACKED or name.endswith("_buffer")
        else function
        for name, function in STRING_METHODS.items()
    },
}
# A StringName has methods of Python's str in another meaning: functions of a text want a plain one.
SCRIPT_NAME_METHODS = {name: _of_name(one) for name, one in SCRIPT_STRING_METHODS.items()}
# What stands for a packed array or an Array where Python code gives it.
STAND_INS: dict[type[Any], type[Any]] = {
    bytes: PackedByteArray,
    bytearray: PackedByteArray,
    tuple: list,
}
