"""Constructors of value types: `int("12")`, `Vector2(1, 2)`, `Array(values, TYPE_INT, "", null)`.

Which arguments there are for a type is Godot's table; each argument may be of a type that Godot
converts without being asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from engine.core import _type_convert
from engine.core._element_type import element_type
from engine.core._scalar_math import whole
from engine.core._script_error import ScriptError
from engine.core._string_methods_numbers import to_float, to_int
from engine.core._text import text
from engine.core._type_functions import type_string
from engine.core.callable import Callable as GodotCallable
from engine.core.node_path import NodePath
from engine.core.rid import RID
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray
from engine.core.typed_dictionary import TypedDictionary
from engine.core.variant_type import TYPE_MAX, TYPE_OBJECT
from engine.gdscript._api import builtin_facts, engine_class
from engine.gdscript._value_names import builtin_name

_PACKED = (
    "PackedByteArray", "PackedInt32Array", "PackedInt64Array", "PackedFloat32Array",
    "PackedFloat64Array", "PackedStringArray", "PackedVector2Array", "PackedVector3Array",
    "PackedColorArray", "PackedVector4Array",
)  # fmt: skip

# Which types become others without being asked, at assignments and in calls.
STRICT: dict[str, frozenset[str]] = {
    "bool": frozenset(("int", "float")),
    "int": frozenset(("bool", "float")),
    "float": frozenset(("bool", "int")),
    "String": frozenset(("StringName", "NodePath")),
    "StringName": frozenset(("String",)),
    "NodePath": frozenset(("String",)),
    "Vector2": frozenset(("Vector2i",)),
    "Vector2i": frozenset(("Vector2",)),
    "Vector3": frozenset(("Vector3i",)),
    "Vector3i": frozenset(("Vector3",)),
    "Vector4": frozenset(("Vector4i",)),
    "Vector4i": frozenset(("Vector4",)),
    "Rect2": frozenset(("Rect2i",)),
    "Rect2i": frozenset(("Rect2",)),
    "Transform2D": frozenset(("Transform3D",)),
    "Transform3D": frozenset(("Transform2D", "Basis", "Quaternion", "Projection")),
    "Projection": frozenset(("Transform3D",)),
    "Basis": frozenset(("Quaternion",)),
    "Quaternion": frozenset(("Basis",)),
    "Color": frozenset(("String", "int")),
    "RID": frozenset(("Object",)),
    "Object": frozenset(("Nil",)),
    "Array": frozenset(_PACKED),
    **dict.fromkeys(_PACKED, frozenset(("Array",))),
}


def fits(wanted: str, given: str) -> bool:
    """Whether a value of one type is taken where another is wanted."""
    return wanted in (given, "Variant") or given in STRICT.get(wanted, ())


@cache
def _signature(name: str, given: tuple[str, ...]) -> tuple[str, ...] | None:
    """The types of the first constructor that takes these arguments."""
    facts = builtin_facts(name)
    for constructor in facts.constructors if facts is not None else ():
        wanted = tuple(argument.type.name for argument in constructor)
        if len(wanted) == len(given) and all(map(fits, wanted, given)):
            return wanted
    return None


def construct(name: str, *args: Any) -> Any:
    """A value of a value type.

    Args:
        name: the type.
        args: what is in the parentheses.

    Raises:
        ScriptError: there is no such constructor.
    """
    container = _CONTAINERS.get(name)
    if container is not None and len(args) > 1:
        return container(*args)
    given = tuple([builtin_name(one) for one in args])
    wanted = _signature(name, given)
    if wanted is None:
        raise ScriptError(f"Invalid call. Nonexistent '{name}' constructor.")
    if wanted == ("Array",) and name in _PACKED and given != wanted:
        raise ScriptError(
            f"Invalid type in '{name}' constructor. Cannot convert argument 1 from {given[0]} to "
            "Array."
        )
    return _make(name, wanted, given, args)


def construct_from(name: str, value: Any) -> Any:
    """A value of a type made of one of another type."""
    return construct(name, value)


def _make(name: str, wanted: tuple[str, ...], given: tuple[str, ...], args: Any) -> Any:
    if len(args) == 1:
        single = _SINGLE.get(name)
        if single is not None:
            return single(args[0], given[0])
    converted = [
        value if kind in (have, "Variant") else convert(value, kind, have)
        for value, kind, have in zip(args, wanted, given, strict=True)
    ]
    make = _MAKERS.get(name) or engine_class(name)
    assert make is not None
    return make(*converted)


def convert(value: Any, wanted: str, given: str) -> Any:
    """A value as one of a type that it can be converted to."""
    single = _SINGLE.get(wanted)
    if single is not None:
        return single(value, given)
    if wanted == "Object":
        return value
    return _type_convert.type_convert(value, _number(wanted))


@cache
def _number(name: str) -> int:
    return next(n for n in range(TYPE_MAX) if type_string(n) == name)


def _int(value: Any, given: str) -> int:
    return to_int(value) if given in ("String", "StringName") else whole(value)


def _float(value: Any, given: str) -> float:
    return to_float(value) if given in ("String", "StringName") else float(value)


def _color(value: Any, given: str) -> Any:
    cls: Any = engine_class("Color")
    return cls.hex(value & 0xFFFFFFFF) if given == "int" else cls(value)


def _rid(value: Any, given: str) -> Any:
    get = getattr(value, "get_rid", None)
    return get() if get is not None else value if given == "RID" else RID()


_SINGLE: dict[str, Callable[[Any, str], Any]] = {
    "bool": lambda value, given: bool(value),
    "int": _int,
    "float": _float,
    "String": lambda value, given: text(value),
    "StringName": lambda value, given: StringName(str(value)),
    "NodePath": lambda value, given: NodePath(str(value)),
    "Color": _color,
    "RID": _rid,
    "Array": lambda value, given: value if given == "Array" else list(value),
    "Dictionary": lambda value, given: value,
    "Callable": lambda value, given: value,
    "Signal": lambda value, given: value,
}
_MAKERS: dict[str, Callable[..., Any]] = {
    "String": str,
    "Callable": GodotCallable,
    "Signal": Signal,
}


def _array(base: Any, builtin: int = 0, class_name: str = "", script: Any = None) -> Any:
    """`Array(base, type, class_name, script)`."""
    made = TypedArray((), _element(builtin, class_name, script))
    made.assign(base)
    return made


def _dictionary(base: Any, *types: Any) -> Any:
    """`Dictionary(base, key_type, ..., value_type, ...)`."""
    made = TypedDictionary({}, _element(*types[:3]), _element(*types[3:6]))
    made.assign(base)
    return made


def _element(builtin: int = 0, class_name: str = "", script: Any = None) -> Any:
    if builtin != TYPE_OBJECT:
        return element_type(builtin)
    named = engine_class(str(class_name)) if class_name and class_name != "Object" else None
    return element_type(TYPE_OBJECT, script or named)


_CONTAINERS: dict[str, Callable[..., Any]] = {"Array": _array, "Dictionary": _dictionary}
