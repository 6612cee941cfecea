"""How the messages of script errors name types, values' types and functions."""

from __future__ import annotations

from enum import EnumMeta
from typing import Any

from engine.core._reflection import is_engine_class
from engine.core._type_functions import type_string
from engine.core._type_of import type_of
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.core.variant_type import TYPE_NIL, TYPE_OBJECT


def builtin_name(value: Any) -> str:
    """The name of a value's type among Godot's own: `int`, `Array`, `Object`."""
    return "Dictionary" if isinstance(value, EnumMeta) else type_string(type_of(value))


def described(value: Any) -> str:
    """A value's type in errors about its use: `int`, `Array[int]`, `Node (door.gd)`."""
    if isinstance(value, TypedArray) and value.element.builtin != TYPE_NIL:
        return f"Array[{value.element}]"
    if isinstance(value, TypedDictionary) and not _is_untyped(value):
        return f"Dictionary[{_or_variant(value.key_type)}, {_or_variant(value.value_type)}]"
    if isinstance(value, type):
        return class_described(value)
    return _object_described(value) if type_of(value) == TYPE_OBJECT else builtin_name(value)


def _is_untyped(value: TypedDictionary) -> bool:
    return value.key_type.builtin == TYPE_NIL and value.value_type.builtin == TYPE_NIL


def _or_variant(element: Any) -> str:
    return "Variant" if element.builtin == TYPE_NIL else str(element)


def class_described(cls: type[Any]) -> str:
    """A class that is used as a value: that of a script, or one of the engine's."""
    if isinstance(cls, EnumMeta):
        return "Dictionary"
    return engine_name(cls) if is_engine_class(cls) else "GDScript"


def engine_name(cls: type[Any]) -> str:
    """The engine's name of a class, or of the engine's class that it extends."""
    return str(getattr(cls, "_class_name", cls.__name__))


def script_title(cls: type[Any]) -> str:
    """A script's class: its name, or that of its file."""
    named = getattr(cls, "_script_name", None)
    if named:
        return str(named)
    module = cls.__module__
    return module.rpartition("/")[2] if "/" in module else cls.__name__


def _object_described(value: Any) -> str:
    cls = type(value)
    if getattr(cls, "_freed", False):
        return "previously freed"
    if is_engine_class(cls):
        return engine_name(cls)
    return f"{engine_name(cls)} ({script_title(cls)})"


def assigned_name(value: Any) -> str:
    """A value's type in errors about assignments: of objects the engine's class alone."""
    if type_of(value) != TYPE_OBJECT:
        return builtin_name(value)
    cls = value if isinstance(value, type) else type(value)
    if isinstance(value, type) and not is_engine_class(cls):
        return "GDScript"
    return "Object" if getattr(cls, "_freed", False) else engine_name(cls)
