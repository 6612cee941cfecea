"""Values of Godot's types from the numbers in their text: `Vector2(1, 2)`.

Numbers come in the order of the text: matrices of Basis and Transform3D row by row, those of
Transform2D and Projection column by column.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from engine.core._int_vector import whole
from engine.core.aabb import AABB
from engine.core.basis import Basis
from engine.core.color import Color
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import (
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
)
from engine.core.packed_vector_arrays import (
    PackedColorArray,
    PackedVector2Array,
    PackedVector3Array,
    PackedVector4Array,
)
from engine.core.plane import Plane
from engine.core.projection import Projection
from engine.core.quaternion import Quaternion
from engine.core.rect2 import Rect2
from engine.core.rect2i import Rect2i
from engine.core.transform2d import Transform2D
from engine.core.transform3d import Transform3D
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i

Numbers = list[Any]


class Constructor(NamedTuple):
    """How a type is made: from how many numbers (-1: any), and by what."""

    size: int
    make: Callable[[Numbers], Any]


def _wrapped(number: float, bits: int) -> int:
    value = whole(number) if isinstance(number, float) else number
    half = 1 << (bits - 1)
    return (value + half) % (2 * half) - half


def _ints(numbers: Numbers) -> list[int]:
    return [_wrapped(number, 32) for number in numbers]


def _rect2(n: Numbers) -> Rect2:
    return Rect2(Vector2(n[0], n[1]), Vector2(n[2], n[3]))


def _rect2i(n: Numbers) -> Rect2i:
    i = _ints(n)
    return Rect2i(Vector2i(i[0], i[1]), Vector2i(i[2], i[3]))


def _aabb(n: Numbers) -> AABB:
    return AABB(Vector3(*n[:3]), Vector3(*n[3:]))


def _basis(n: Numbers) -> Basis:
    return Basis(Vector3(*n[0::3]), Vector3(*n[1::3]), Vector3(*n[2::3]))


def _transform2d(n: Numbers) -> Transform2D:
    return Transform2D(Vector2(n[0], n[1]), Vector2(n[2], n[3]), Vector2(n[4], n[5]))


def _transform3d(n: Numbers) -> Transform3D:
    return Transform3D(_basis(n[:9]), Vector3(*n[9:]))


def _projection(n: Numbers) -> Projection:
    return Projection(*(Vector4(*n[i : i + 4]) for i in (0, 4, 8, 12)))


def _packed_of(array: Callable[[Any], Any], item: Callable[..., Any], size: int) -> Constructor:
    def make(n: Numbers) -> Any:
        whole_items = len(n) // size
        return array([item(*n[i * size : i * size + size]) for i in range(whole_items)])

    return Constructor(-1, make)


def _floats(n: Numbers) -> list[float]:
    return [float(number) for number in n]


def _plain(count: int, cls: Callable[..., Any]) -> Constructor:
    return Constructor(count, lambda n: cls(*n))


def _plain_ints(count: int, cls: Callable[..., Any]) -> Constructor:
    return Constructor(count, lambda n: cls(*_ints(n)))


_BYTES = Constructor(-1, lambda n: PackedByteArray([_wrapped(x, 32) & 255 for x in n]))
_INT32 = Constructor(-1, lambda n: PackedInt32Array(_ints(n)))
_INT64 = Constructor(-1, lambda n: PackedInt64Array([_wrapped(x, 64) for x in n]))
_FLOAT32 = Constructor(-1, lambda n: PackedFloat32Array(_floats(n)))
_FLOAT64 = Constructor(-1, lambda n: PackedFloat64Array(_floats(n)))
_VECTOR2 = _packed_of(PackedVector2Array, Vector2, 2)
_VECTOR3 = _packed_of(PackedVector3Array, Vector3, 3)
_VECTOR4 = _packed_of(PackedVector4Array, Vector4, 4)
_COLOR = _packed_of(PackedColorArray, Color, 4)
_TRANSFORM2D = Constructor(6, _transform2d)
_TRANSFORM3D = Constructor(12, _transform3d)
_BASIS = Constructor(9, _basis)
_AABB = Constructor(6, _aabb)
_QUATERNION = _plain(4, Quaternion)

# By name; the second names are those of older versions of the format.
CONSTRUCTORS: dict[str, Constructor] = {
    "Vector2": _plain(2, Vector2),
    "Vector2i": _plain_ints(2, Vector2i),
    "Rect2": Constructor(4, _rect2),
    "Rect2i": Constructor(4, _rect2i),
    "Vector3": _plain(3, Vector3),
    "Vector3i": _plain_ints(3, Vector3i),
    "Vector4": _plain(4, Vector4),
    "Vector4i": _plain_ints(4, Vector4i),
    "Transform2D": _TRANSFORM2D,
    "Matrix32": _TRANSFORM2D,
    "Plane": _plain(4, Plane),
    "Quaternion": _QUATERNION,
    "Quat": _QUATERNION,
    "AABB": _AABB,
    "Rect3": _AABB,
    "Basis": _BASIS,
    "Matrix3": _BASIS,
    "Transform3D": _TRANSFORM3D,
    "Transform": _TRANSFORM3D,
    "Projection": Constructor(16, _projection),
    "Color": _plain(4, Color),
    "PackedByteArray": _BYTES,
    "PoolByteArray": _BYTES,
    "ByteArray": _BYTES,
    "PackedInt32Array": _INT32,
    "PackedIntArray": _INT32,
    "PoolIntArray": _INT32,
    "IntArray": _INT32,
    "PackedInt64Array": _INT64,
    "PackedFloat32Array": _FLOAT32,
    "PackedRealArray": _FLOAT32,
    "PoolRealArray": _FLOAT32,
    "FloatArray": _FLOAT32,
    "PackedFloat64Array": _FLOAT64,
    "PackedVector2Array": _VECTOR2,
    "PoolVector2Array": _VECTOR2,
    "Vector2Array": _VECTOR2,
    "PackedVector3Array": _VECTOR3,
    "PoolVector3Array": _VECTOR3,
    "Vector3Array": _VECTOR3,
    "PackedVector4Array": _VECTOR4,
    "PoolVector4Array": _VECTOR4,
    "Vector4Array": _VECTOR4,
    "PackedColorArray": _COLOR,
    "PoolColorArray": _COLOR,
    "ColorArray": _COLOR,
}
STRING_ARRAYS = ("PackedStringArray", "PoolStringArray", "StringArray")
BYTE_ARRAYS = ("PackedByteArray", "PoolByteArray", "ByteArray")
