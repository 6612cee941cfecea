"""Godot's global functions about types, lengths and characters."""

from __future__ import annotations

from enum import EnumMeta
from typing import TYPE_CHECKING, Any

from engine.core import variant_type as t
from engine.core._lazy import lazy
from engine.core._string_methods_numbers import char
from engine.core._type_of import type_of
from engine.core.object import Object
from engine.core.output import error

if TYPE_CHECKING:
    from engine.core import color
else:
    color = lazy("engine.core.color")

__all__ = [
    "Color8",
    "char",
    "error_string",
    "is_instance_of",
    "is_same",
    "len_",
    "ord_",
    "range_",
    "type_exists",
    "type_string",
    "typeof",
]

_NAMES = (
    "Nil", "bool", "int", "float", "String", "Vector2", "Vector2i", "Rect2", "Rect2i", "Vector3",
    "Vector3i", "Transform2D", "Vector4", "Vector4i", "Plane", "Quaternion", "AABB", "Basis",
    "Transform3D", "Projection", "Color", "StringName", "NodePath", "RID", "Object", "Callable",
    "Signal", "Dictionary", "Array", "PackedByteArray", "PackedInt32Array", "PackedInt64Array",
    "PackedFloat32Array", "PackedFloat64Array", "PackedStringArray", "PackedVector2Array",
    "PackedVector3Array", "PackedColorArray", "PackedVector4Array",
)  # fmt: skip

_ERRORS = (
    "OK", "Failed", "Unavailable", "Unconfigured", "Unauthorized", "Parameter out of range",
    "Out of memory", "File not found", "File: Bad drive", "File: Bad path",
    "File: Permission denied", "File already in use", "Can't open file", "Can't write file",
    "Can't read file", "File unrecognized", "File corrupt", "Missing dependencies for file",
    "End of file", "Can't open", "Can't create", "Query failed", "Already in use", "Locked",
    "Timeout", "Can't connect", "Can't resolve", "Connection error", "Can't acquire resource",
    "Can't fork", "Invalid data", "Invalid parameter", "Already exists", "Does not exist",
    "Can't read database", "Can't write database", "Compilation failed", "Method not found",
    "Link failed", "Script failed", "Cyclic link detected", "Invalid declaration",
    "Duplicate symbol", "Parse error", "Busy", "Skip", "Help", "Bug", "Printer on fire",
)  # fmt: skip

# Types whose values are the same when they are one and the same object.
_BY_REFERENCE = frozenset(
    (t.TYPE_OBJECT, t.TYPE_ARRAY, t.TYPE_DICTIONARY, *range(t.TYPE_PACKED_BYTE_ARRAY, t.TYPE_MAX))
)


def typeof(variable: Any) -> int:
    """The `TYPE_*` of a value; an enumeration is a dictionary."""
    return int(t.TYPE_DICTIONARY) if isinstance(variable, EnumMeta) else int(type_of(variable))


def type_string(type_: int) -> str:
    """The name of a `TYPE_*`."""
    if 0 <= type_ < len(_NAMES):
        return _NAMES[type_]
    error("Invalid type argument to type_string(), use the TYPE_* constants.")
    return "<invalid type>"


def error_string(error: int) -> str:
    """What an `Error` means, in words."""
    return _ERRORS[error] if 0 <= error < len(_ERRORS) else "(invalid error code)"


def is_instance_of(value: Any, type_: Any) -> bool:
    """Whether a value is of a `TYPE_*` or of a class."""
    if isinstance(type_, type):
        return isinstance(value, type_)
    if isinstance(type_, int):
        return typeof(value) == type_
    raise TypeError(
        f"Invalid type argument for is_instance_of(): a TYPE_* constant or a class is needed, "
        f"not {type_!r}"
    )


def is_same(a: Any, b: Any) -> bool:
    """Whether two values are equal and of the same type; arrays and objects must be one."""
    kind = typeof(a)
    if kind != typeof(b):
        return False
    if kind in _BY_REFERENCE:
        return a is b
    return bool(a == b) or (kind == t.TYPE_FLOAT and a != a and b != b)


def type_exists(type_: str) -> bool:
    """Whether there is a class of the engine with this name; only what is imported is known."""
    classes: list[type[Object]] = [Object]
    for known in classes:
        if known.__module__.startswith("engine.") and known.__name__ == type_:
            return True
        classes += known.__subclasses__()
    return False


def len_(var: Any) -> int:
    """How many elements or characters something has."""
    return len(var)


def ord_(char: str) -> int:
    """The code of a character."""
    return ord(char)


def range_(*args: int) -> list[int]:
    """The numbers from a first (0) to before a last one, in steps (of 1)."""
    return list(range(*args))


def Color8(r8: int, g8: int, b8: int, a8: int = 255) -> color.Color:
    """A colour from parts of 0 to 255."""
    return color.Color(r8 / 255.0, g8 / 255.0, b8 / 255.0, a8 / 255.0)
