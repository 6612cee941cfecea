"""All methods of Godot's String by name, as plain functions that take the string first.

What Godot gives as a PackedStringArray or a PackedByteArray is a list or bytes here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from engine.core import (
    _string_methods_case,
    _string_methods_compare,
    _string_methods_edit,
    _string_methods_encoding,
    _string_methods_numbers,
    _string_methods_paths,
    _string_methods_search,
)

_MODULES = (
    _string_methods_case,
    _string_methods_compare,
    _string_methods_edit,
    _string_methods_encoding,
    _string_methods_numbers,
    _string_methods_paths,
    _string_methods_search,
)

# What `String.name(...)` is called with, without a string of its own.
STRING_STATICS: dict[str, Callable[..., str]] = {
    "chr": _string_methods_numbers.char,
    "humanize_size": _string_methods_numbers.humanize_size,
    "num": _string_methods_numbers.num,
    "num_int64": _string_methods_numbers.num_int64,
    "num_scientific": _string_methods_numbers.num_scientific,
    "num_uint64": _string_methods_numbers.num_uint64,
}


def _methods_of(module: ModuleType) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, value in vars(module).items():
        if getattr(value, "__module__", "") == module.__name__ and not name.startswith("_"):
            yield name, value


STRING_METHODS: dict[str, Callable[..., Any]] = {
    **{name: method for module in _MODULES for name, method in _methods_of(module)},
    "format": _string_methods_edit.format_string,
    "c_escape": _string_methods_encoding.c_escape,
    "hash": _string_methods_encoding.hash,
}
for _name in ("format_string", "lower_letter", "upper_letter", *STRING_STATICS, "char"):
    STRING_METHODS.pop(_name, None)
