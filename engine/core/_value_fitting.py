"""Values from files on their way into properties: as Godot's setters take them.

An engine's property has a type, and what a file says is converted to it, however far-fetched; a
file may be older than the property. Arrays and dictionaries for typed variables of scripts become
typed ones.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import variant_type as t
from engine.core._reflection import is_engine_class, stored_properties
from engine.core._stored_values import NO_DEFAULT, default_of, read, write
from engine.core._type_convert import type_convert
from engine.core._type_of import type_of
from engine.core.signal import Signal
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary

_AS_THEY_ARE = (t.TYPE_NIL, t.TYPE_OBJECT, t.TYPE_CALLABLE, t.TYPE_SIGNAL)
# Whoever knows which properties Godot's classes have adds one that is missing.
add_missing: Callable[[type[Any], str], None] | None = None
_looked_for: set[tuple[type[Any], str]] = set()
_taken: dict[tuple[type[Any], str], bool] = {}
_types: dict[tuple[type[Any], str], int] = {}


def set_fitting(instance: Any, name: str, value: Any) -> None:
    """Sets a stored property of an object to a value from a file; what is none is passed over."""
    cls = type(instance)
    if not _is_taken(cls, name):
        if add_missing is not None and not hasattr(cls, name) and "/" not in name:
            _add(instance, cls, name)
        write(instance, name, fitting(instance, name, value))


def _add(instance: Any, cls: type[Any], name: str) -> None:
    """Lets a property be added that the engine's class lacks, once."""
    if (cls, name) not in _looked_for and name not in getattr(instance, "__dict__", ()):
        _looked_for.add((cls, name))
        assert add_missing is not None
        add_missing(cls, name)


def _is_taken(cls: type[Any], name: str) -> bool:
    """Whether a name is that of something that cannot be set: a method, a signal, or ours."""
    found = _taken.get((cls, name))
    if found is None:
        found = _taken[cls, name] = (
            name not in cls._exports
            and name not in stored_properties(cls)
            and (
                callable(own := getattr(cls, name, None))
                or isinstance(own, Signal)
                or _is_ours(cls, name)
            )
        )
    return found


def _is_ours(cls: type[Any], name: str) -> bool:
    """Whether a name is one of the engine's that scripts have no business with."""
    if name.startswith("__"):
        return True
    return name.startswith("_") and any(name in vars(c) for c in cls.__mro__ if is_engine_class(c))


def fitting(instance: Any, name: str, value: Any) -> Any:
    """A value as a property of an object takes it."""
    cls = type(instance)
    if name.startswith("metadata/"):
        return value
    if name in cls._exports or "/" in name:
        return _typed(instance, name, value)
    kind = _types.get((cls, name))
    if kind is None:
        default = default_of(cls, name)
        kind = int(t.TYPE_NIL if default is NO_DEFAULT else type_of(default))
        _types[cls, name] = kind
    if kind in _AS_THEY_ARE:
        return _typed(instance, name, value)
    return value if kind == type_of(value) else type_convert(value, kind)


def _typed(instance: Any, name: str, value: Any) -> Any:
    """A container with the types of the one that a variable has, and a number of its type."""
    if type(value) is int and type(instance)._gd_info is None:
        return float(value) if type(default_of(type(instance), name)) is float else value
    if type(value) is list or type(value) is dict:
        present = read(instance, name)
        if isinstance(present, TypedArray) and type(value) is list:
            return TypedArray(value, present.element)
        if isinstance(present, TypedDictionary) and type(value) is dict:
            return TypedDictionary(value, present.key_type, present.value_type)
    return value
