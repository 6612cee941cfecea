"""Which of Godot's types a Python value, or a type written in an annotation, stands for."""

from __future__ import annotations

from typing import Any

from engine.core import variant_type as t

_BY_NAME: dict[str, int] = {
    "NoneType": t.TYPE_NIL,
    "bool": t.TYPE_BOOL,
    "int": t.TYPE_INT,
    "float": t.TYPE_FLOAT,
    "str": t.TYPE_STRING,
    "StringName": t.TYPE_STRING_NAME,
    "NodePath": t.TYPE_NODE_PATH,
    "RID": t.TYPE_RID,
    "Callable": t.TYPE_CALLABLE,
    "function": t.TYPE_CALLABLE,
    "method": t.TYPE_CALLABLE,
    "builtin_function_or_method": t.TYPE_CALLABLE,
    "partial": t.TYPE_CALLABLE,
    "Signal": t.TYPE_SIGNAL,
    "dict": t.TYPE_DICTIONARY,
    "list": t.TYPE_ARRAY,
    "tuple": t.TYPE_ARRAY,
    "Vector2": t.TYPE_VECTOR2,
    "Vector2i": t.TYPE_VECTOR2I,
    "Vector3": t.TYPE_VECTOR3,
    "Vector3i": t.TYPE_VECTOR3I,
    "Vector4": t.TYPE_VECTOR4,
    "Vector4i": t.TYPE_VECTOR4I,
    "Rect2": t.TYPE_RECT2,
    "Rect2i": t.TYPE_RECT2I,
    "Transform2D": t.TYPE_TRANSFORM2D,
    "Transform3D": t.TYPE_TRANSFORM3D,
    "Plane": t.TYPE_PLANE,
    "Quaternion": t.TYPE_QUATERNION,
    "AABB": t.TYPE_AABB,
    "Basis": t.TYPE_BASIS,
    "Projection": t.TYPE_PROJECTION,
    "Color": t.TYPE_COLOR,
    "bytes": t.TYPE_PACKED_BYTE_ARRAY,
    "bytearray": t.TYPE_PACKED_BYTE_ARRAY,
    "PackedByteArray": t.TYPE_PACKED_BYTE_ARRAY,
    "PackedInt32Array": t.TYPE_PACKED_INT32_ARRAY,
    "PackedInt64Array": t.TYPE_PACKED_INT64_ARRAY,
    "PackedFloat32Array": t.TYPE_PACKED_FLOAT32_ARRAY,
    "PackedFloat64Array": t.TYPE_PACKED_FLOAT64_ARRAY,
    "PackedStringArray": t.TYPE_PACKED_STRING_ARRAY,
    "PackedVector2Array": t.TYPE_PACKED_VECTOR2_ARRAY,
    "PackedVector3Array": t.TYPE_PACKED_VECTOR3_ARRAY,
    "PackedVector4Array": t.TYPE_PACKED_VECTOR4_ARRAY,
    "PackedColorArray": t.TYPE_PACKED_COLOR_ARRAY,
    "Object": t.TYPE_OBJECT,
}
_known: dict[type[Any], int] = {}


def type_of(value: Any) -> int:
    """The `TYPE_*` of a value; `TYPE_OBJECT` for what Godot has no type for."""
    cls = type(value)
    found = _known.get(cls)
    if found is None:
        names = (base.__name__ for base in cls.__mro__)
        found = next((_BY_NAME[n] for n in names if n in _BY_NAME), int(t.TYPE_OBJECT))
        _known[cls] = found
    return found


def count_as(cls: type[Any], builtin: int) -> None:
    """Has `type_of` give a `TYPE_*` for the instances of a class."""
    _known[cls] = int(builtin)


def annotated_type(annotation: Any) -> int:
    """The `TYPE_*` that an annotation names; `TYPE_NIL` when it names none."""
    if annotation is None:
        return int(t.TYPE_NIL)
    if isinstance(annotation, int):
        return int(annotation)
    name = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
    name = name.partition("[")[0].strip()
    if name in _BY_NAME:
        return int(_BY_NAME[name])
    if isinstance(annotation, type) and hasattr(annotation, "_notification_chain"):
        return int(t.TYPE_OBJECT)
    return int(t.TYPE_NIL)
