"""Godot's conversions between types, for `type_convert`.

What cannot be converted becomes the empty value of the type that is wanted. The classes of values
are loaded when one of them is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from engine.core import variant_type as t
from engine.core._lazy import lazy
from engine.core._scalar_math import whole
from engine.core._string_methods_numbers import to_float, to_int
from engine.core._text import text
from engine.core._type_functions import typeof
from engine.core.node_path import NodePath
from engine.core.string_name import StringName

_numbers = lazy("engine.core.packed_number_arrays")
_vectors = lazy("engine.core.packed_vector_arrays")

# The module of each class of values, and its name there.
_CLASSES: dict[int, tuple[Any, str]] = {
    t.TYPE_VECTOR2: (lazy("engine.core.vector2"), "Vector2"),
    t.TYPE_VECTOR2I: (lazy("engine.core.vector2i"), "Vector2i"),
    t.TYPE_RECT2: (lazy("engine.core.rect2"), "Rect2"),
    t.TYPE_RECT2I: (lazy("engine.core.rect2i"), "Rect2i"),
    t.TYPE_VECTOR3: (lazy("engine.core.vector3"), "Vector3"),
    t.TYPE_VECTOR3I: (lazy("engine.core.vector3i"), "Vector3i"),
    t.TYPE_TRANSFORM2D: (lazy("engine.core.transform2d"), "Transform2D"),
    t.TYPE_VECTOR4: (lazy("engine.core.vector4"), "Vector4"),
    t.TYPE_VECTOR4I: (lazy("engine.core.vector4i"), "Vector4i"),
    t.TYPE_PLANE: (lazy("engine.core.plane"), "Plane"),
    t.TYPE_QUATERNION: (lazy("engine.core.quaternion"), "Quaternion"),
    t.TYPE_AABB: (lazy("engine.core.aabb"), "AABB"),
    t.TYPE_BASIS: (lazy("engine.core.basis"), "Basis"),
    t.TYPE_TRANSFORM3D: (lazy("engine.core.transform3d"), "Transform3D"),
    t.TYPE_PROJECTION: (lazy("engine.core.projection"), "Projection"),
    t.TYPE_COLOR: (lazy("engine.core.color"), "Color"),
    t.TYPE_RID: (lazy("engine.core.rid"), "RID"),
    t.TYPE_CALLABLE: (lazy("engine.core.callable"), "Callable"),
    t.TYPE_SIGNAL: (lazy("engine.core.signal"), "Signal"),
    t.TYPE_PACKED_BYTE_ARRAY: (lazy("engine.core.packed_byte_array"), "PackedByteArray"),
    t.TYPE_PACKED_INT32_ARRAY: (_numbers, "PackedInt32Array"),
    t.TYPE_PACKED_INT64_ARRAY: (_numbers, "PackedInt64Array"),
    t.TYPE_PACKED_FLOAT32_ARRAY: (_numbers, "PackedFloat32Array"),
    t.TYPE_PACKED_FLOAT64_ARRAY: (_numbers, "PackedFloat64Array"),
    t.TYPE_PACKED_STRING_ARRAY: (lazy("engine.core.packed_string_array"), "PackedStringArray"),
    t.TYPE_PACKED_VECTOR2_ARRAY: (_vectors, "PackedVector2Array"),
    t.TYPE_PACKED_VECTOR3_ARRAY: (_vectors, "PackedVector3Array"),
    t.TYPE_PACKED_COLOR_ARRAY: (_vectors, "PackedColorArray"),
    t.TYPE_PACKED_VECTOR4_ARRAY: (_vectors, "PackedVector4Array"),
}

_VECTOR_SIZES: dict[int, int] = {
    t.TYPE_VECTOR2: 2, t.TYPE_VECTOR2I: 2, t.TYPE_VECTOR3: 3, t.TYPE_VECTOR3I: 3,
    t.TYPE_VECTOR4: 4, t.TYPE_VECTOR4I: 4,
}  # fmt: skip

# The type of the elements of each packed array.
_ELEMENTS: dict[int, int] = {
    t.TYPE_PACKED_BYTE_ARRAY: t.TYPE_INT,
    t.TYPE_PACKED_INT32_ARRAY: t.TYPE_INT,
    t.TYPE_PACKED_INT64_ARRAY: t.TYPE_INT,
    t.TYPE_PACKED_FLOAT32_ARRAY: t.TYPE_FLOAT,
    t.TYPE_PACKED_FLOAT64_ARRAY: t.TYPE_FLOAT,
    t.TYPE_PACKED_STRING_ARRAY: t.TYPE_STRING,
    t.TYPE_PACKED_VECTOR2_ARRAY: t.TYPE_VECTOR2,
    t.TYPE_PACKED_VECTOR3_ARRAY: t.TYPE_VECTOR3,
    t.TYPE_PACKED_COLOR_ARRAY: t.TYPE_COLOR,
    t.TYPE_PACKED_VECTOR4_ARRAY: t.TYPE_VECTOR4,
}

# What each kind of transform can become, always by way of a Transform3D.
_TRANSFORMS: dict[int, tuple[int, ...]] = {
    t.TYPE_QUATERNION: (t.TYPE_BASIS, t.TYPE_TRANSFORM3D, t.TYPE_PROJECTION),
    t.TYPE_BASIS: (t.TYPE_QUATERNION, t.TYPE_TRANSFORM3D, t.TYPE_PROJECTION),
    t.TYPE_TRANSFORM2D: (t.TYPE_TRANSFORM3D, t.TYPE_PROJECTION),
    t.TYPE_TRANSFORM3D: (
        t.TYPE_TRANSFORM2D, t.TYPE_QUATERNION, t.TYPE_BASIS, t.TYPE_PROJECTION,
    ),
    t.TYPE_PROJECTION: (t.TYPE_TRANSFORM3D,),
}  # fmt: skip


def type_convert(variant: Any, type_: int) -> Any:
    """A value as one of another type, or that type's empty value where there is no way."""
    kind = typeof(variant)
    if kind == type_ or not 0 <= type_ < t.TYPE_MAX:
        return variant
    if type_ in _VECTOR_SIZES:
        return _vector(variant, kind, type_)
    if type_ in _ELEMENTS:
        return _packed(variant, kind, type_)
    plain = _PLAIN.get(type_)
    if plain is not None:
        return plain(variant, kind)
    return _value(variant, kind, type_)


def convert(what: Any, type_: int) -> Any:
    """The same as `type_convert`, as GDScript once called it."""
    return type_convert(what, type_)


def _class(type_: int) -> Any:
    module, name = _CLASSES[type_]
    return getattr(module, name)


def _value(value: Any, kind: int, type_: int) -> Any:
    if type_ in _TRANSFORMS.get(kind, ()):
        return _from_transform(_as_transform(value, kind), type_)
    made = _class(type_)
    rectangles = (t.TYPE_RECT2, t.TYPE_RECT2I)
    return made(value) if kind in rectangles and type_ in rectangles else made()


def _as_transform(value: Any, kind: int) -> Any:
    """A value as a Transform3D."""
    made, basis, vector = map(_class, (t.TYPE_TRANSFORM3D, t.TYPE_BASIS, t.TYPE_VECTOR3))
    if kind in (t.TYPE_QUATERNION, t.TYPE_BASIS):
        return made(basis(value), vector())
    if kind == t.TYPE_TRANSFORM2D:
        x, y, origin = (vector(one.x, one.y, 0.0) for one in (value.x, value.y, value.origin))
        return made(basis(x, y, vector(0.0, 0.0, 1.0)), origin)
    return made(value)


def _from_transform(transform: Any, type_: int) -> Any:
    """A Transform3D as a value of another type."""
    made = _class(type_)
    if type_ in (t.TYPE_TRANSFORM3D, t.TYPE_PROJECTION):
        return made(transform)
    basis = transform.basis
    if type_ != t.TYPE_TRANSFORM2D:
        return made(basis)
    vector = _class(t.TYPE_VECTOR2)
    return made(*(vector(one.x, one.y) for one in (basis.x, basis.y, transform.origin)))


def _vector(value: Any, kind: int, type_: int) -> Any:
    made = _class(type_)
    if kind not in _VECTOR_SIZES:
        return made()
    parts = [*value, 0, 0][: _VECTOR_SIZES[type_]]
    return made(*parts)


def _packed(value: Any, kind: int, type_: int) -> Any:
    element = _ELEMENTS[type_]
    return _class(type_)([type_convert(one, element) for one in _elements(value, kind)])


def _elements(value: Any, kind: int) -> Iterator[Any]:
    return iter(value if kind == t.TYPE_ARRAY or kind in _ELEMENTS else ())


def _integer(value: Any, kind: int) -> int:
    if kind in (t.TYPE_BOOL, t.TYPE_FLOAT):
        return whole(value)
    return to_int(value) if kind == t.TYPE_STRING else 0


def _float(value: Any, kind: int) -> float:
    if kind in (t.TYPE_BOOL, t.TYPE_INT):
        return float(value)
    return to_float(value) if kind == t.TYPE_STRING else 0.0


def _color(value: Any, kind: int) -> Any:
    made = _class(t.TYPE_COLOR)
    if kind == t.TYPE_INT:
        return made.hex(value & 0xFFFFFFFF)
    return made(value) if kind == t.TYPE_STRING else made()


_PLAIN: dict[int, Callable[[Any, int], Any]] = {
    t.TYPE_NIL: lambda value, kind: None,
    t.TYPE_BOOL: lambda value, kind: bool(value),
    t.TYPE_INT: _integer,
    t.TYPE_FLOAT: _float,
    t.TYPE_STRING: lambda value, kind: text(value),
    t.TYPE_COLOR: _color,
    t.TYPE_STRING_NAME: lambda value, kind: StringName(value if kind == t.TYPE_STRING else ""),
    t.TYPE_NODE_PATH: lambda value, kind: NodePath(value if kind == t.TYPE_STRING else ""),
    t.TYPE_OBJECT: lambda value, kind: None,
    t.TYPE_DICTIONARY: lambda value, kind: {},
    t.TYPE_ARRAY: lambda value, kind: list(_elements(value, kind)),
}
