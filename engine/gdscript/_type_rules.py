"""What a static type means in Python: how values of it begin, are tested and are named."""

from __future__ import annotations

import ast

from engine.gdscript import _code as code
from engine.gdscript._api import is_subclass
from engine.gdscript._class_info import ClassInfo
from engine.gdscript._types import (
    BUILTIN_KIND,
    CLASS_KIND,
    CLASS_REFERENCE_KIND,
    ENUM_KIND,
    ENUM_REFERENCE_KIND,
    SCRIPT_KIND,
    SCRIPT_REFERENCE_KIND,
    StaticType,
)

# The Python classes of the value types that are Python's own.
PYTHON_CLASSES = {
    "bool": "@bool",
    "int": "@int",
    "float": "@float",
    "String": "@str",
    "Array": "@list",
    "Dictionary": "@dict",
}
# Value types that Godot keeps by value: what is changed in a copy must be stored back.
_FLAT = ("Vector2", "Vector2i", "Vector3", "Vector3i", "Vector4", "Vector4i", "Rect2", "Rect2i")
_MATRICES = ("Transform2D", "Transform3D", "Basis", "Quaternion", "Plane", "AABB", "Projection")
VECTORS = frozenset((*_FLAT, *_MATRICES, "Color"))
_PACKED = (
    "Byte",
    "Int32",
    "Int64",
    "Float32",
    "Float64",
    "String",
    "Vector2",
    "Vector3",
    "Vector4",
)
PACKED = frozenset(f"Packed{kind}Array" for kind in (*_PACKED, "Color"))
_BY_VALUE = VECTORS | {"bool", "int", "float", "String", "StringName", "NodePath", "RID"}
_DEFAULTS = {"bool": False, "int": 0, "float": 0.0, "String": ""}


def class_node(info: ClassInfo, inside: ClassInfo) -> ast.expr:
    """The Python class of a script's class, seen from a class."""
    root, names = info.root, info.qualified_name
    if root is inside.root:
        return code.load(f"@class:{names}")
    node: ast.expr = code.load(f"@script:{root.path}")
    for name in names.split(".") if names else ():
        node = code.attribute(node, name)
    return node


def python_class(kind: StaticType, inside: ClassInfo) -> ast.expr:
    """The Python class of a type's values."""
    if kind.kind == SCRIPT_KIND and kind.info is not None:
        return class_node(kind.info, inside)
    if kind.kind == ENUM_KIND:
        return code.load("@int")
    return code.load(PYTHON_CLASSES.get(kind.name) or f"@type:{kind.name}")


def specification(kind: StaticType | None, inside: ClassInfo) -> ast.expr:
    """A type as the helpers at run time take it.

    None for any value, a text for a value type, a class for objects; typed containers are tuples
    of the name and the types inside: `("Array", "int")`, `("Dictionary", "String", None)`.
    """
    if kind is None or kind.is_variant:
        return code.constant(None)
    if kind.is_object:
        return python_class(kind, inside)
    if kind.kind == ENUM_KIND:
        return code.constant("int")
    if kind.key is not None:
        inner = [specification(kind.key, inside), specification(kind.element, inside)]
        return code.tuple_of(code.constant("Dictionary"), *inner)
    if kind.element is not None:
        return code.tuple_of(code.constant("Array"), specification(kind.element, inside))
    return code.constant(kind.name)


def default_of(kind: StaticType, inside: ClassInfo) -> ast.expr:
    """The value that a variable of a type begins with."""
    if kind.kind == ENUM_KIND:
        return code.constant(0)
    if kind.kind != BUILTIN_KIND or kind.name == "Nil":
        return code.constant(None)
    if kind.name in _DEFAULTS:
        return code.constant(_DEFAULTS[kind.name])
    if kind.element is not None:
        empty: ast.expr = code.list_of() if kind.key is None else ast.Dict([], [])
        helper = "@typed_array" if kind.key is None else "@typed_dictionary"
        return code.call(helper, empty, specification(kind, inside))
    if kind.name == "Array":
        return code.list_of()
    if kind.name == "Dictionary":
        return ast.Dict([], [])
    return code.call(f"@engine:{kind.name}")


# Elements that a typed array takes without a look at anything but their class.
_EXACT_ELEMENTS = frozenset(("bool", "int", "float", "String", "Vector2", "Vector2i", "Vector3"))


def holds_exactly(array: StaticType, value: StaticType) -> bool:
    """Whether a value can go into a typed array as it is."""
    element = array.element
    if array.key is not None or element is None or element != value:
        return False
    return element.kind == BUILTIN_KIND and element.name in _EXACT_ELEMENTS


def is_shared(kind: StaticType) -> bool:
    """Whether values are references: what is changed through one is changed for all."""
    return kind.kind != ENUM_KIND and not (kind.kind == BUILTIN_KIND and kind.name in _BY_VALUE)


def derives(kind: StaticType, base: StaticType) -> bool:
    """Whether an object type is another, or derives from it."""
    if base.kind == SCRIPT_KIND:
        return (
            kind.kind == SCRIPT_KIND
            and kind.info is not None
            and base.info is not None
            and kind.info.extends(base.info)
        )
    native = kind.info.native if kind.kind == SCRIPT_KIND and kind.info else kind.name
    return is_subclass(native, base.name)


_NEVER_KEEP = VECTORS | {"bool", "int", "float", "String", "StringName", "NodePath", "RID"}


def keeps_objects(kind: StaticType) -> bool:
    """Whether values of a type can keep objects alive."""
    return kind.kind != ENUM_KIND and not (kind.kind == BUILTIN_KIND and kind.name in _NEVER_KEEP)


_TEXTS = frozenset(("String", "StringName"))
_CONVERSIONS: dict[str, frozenset[str]] = {
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
    "Array": PACKED,
    **{name: frozenset(("Array",)) for name in PACKED},
}


def may_assign(target: StaticType, source: StaticType) -> bool:
    """Whether Godot's analyzer lets a value of one type be stored in a variable of another."""
    if target.is_variant or source.is_variant or target == source:
        return True
    if source.kind in (CLASS_REFERENCE_KIND, SCRIPT_REFERENCE_KIND):
        return target.kind == CLASS_KIND
    if source.kind == ENUM_REFERENCE_KIND:
        return target.name == "Dictionary"
    if target.is_object:
        if source.is_object:
            return derives(source, target) or derives(target, source)
        return source.name == "Nil"
    if source.is_object:
        return target.name == "RID"
    if target.kind == ENUM_KIND:
        return source.name == "int" or source.kind == ENUM_KIND
    to, from_ = _scalar_name(target), _scalar_name(source)
    if to != from_:
        return from_ in _CONVERSIONS.get(to, ())
    if target.element is not None and source.element is not None:
        return target.element == source.element and target.key == source.key
    return True


def _scalar_name(kind: StaticType) -> str:
    return "int" if kind.kind == ENUM_KIND else kind.name


def shown(kind: StaticType) -> str:
    """A type as Godot's messages write it."""
    if kind.name == "Nil" and kind.kind == BUILTIN_KIND:
        return "null"
    if kind.kind == SCRIPT_KIND and kind.info is not None and not kind.info.name:
        return kind.info.path
    if kind.kind == ENUM_KIND and "://" in kind.name:
        return kind.name.rpartition("/")[2]
    return str(kind)
