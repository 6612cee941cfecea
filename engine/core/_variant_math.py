"""The values that consist of a few numbers, in the binary coding: which numbers, in which order.

Each type has an entry in `REALS` (32-bit floats, or 64-bit ones when the header says so), `WHOLE`
(32-bit whole numbers) or is `Color` (32-bit floats, always). Numbers that were read are rounded
already, so the values are put together without their constructors where those take time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from struct import Struct, pack, unpack
from typing import Any, NamedTuple

from engine.core import variant_type as t
from engine.core.aabb import AABB
from engine.core.basis import Basis
from engine.core.color import Color
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

WIDE = 0x10000  # the flag in a header: numbers of 64 bits follow

Writer = Callable[[Any], bytes]
# Of data, the place of the header, the header; the quick ones are for one header only.
Reader = Callable[[bytes, int, int], tuple[Any, int]]
QuickReader = Callable[[bytes, int], tuple[Any, int]]
_new = object.__new__


class Numbers(NamedTuple):
    """A type of values that consist of numbers.

    Attributes:
        kind: its `TYPE_*`.
        cls: its class.
        size: how many numbers there are.
        parts: the numbers of a value.
        made: the value of so many numbers.
    """

    kind: int
    cls: type[Any]
    size: int
    parts: Callable[[Any], Sequence[Any]]
    made: Callable[..., Any]


def vector2(x: float, y: float) -> Vector2:
    """The vector of components that are rounded already."""
    made = _new(Vector2)
    made._x = x
    made._y = y
    return made


def vector3(x: float, y: float, z: float) -> Vector3:
    """The vector of components that are rounded already."""
    made = _new(Vector3)
    made._x = x
    made._y = y
    made._z = z
    return made


def vector4(x: float, y: float, z: float, w: float) -> Vector4:
    """The vector of components that are rounded already."""
    made = _new(Vector4)
    made._x = x
    made._y = y
    made._z = z
    made._w = w
    return made


def color(r: float, g: float, b: float, a: float) -> Color:
    """The colour of components that are rounded already."""
    made = _new(Color)
    made._r = r
    made._g = g
    made._b = b
    made._a = a
    return made


def _transform2d(*numbers: float) -> Transform2D:
    made = _new(Transform2D)
    made._m = numbers
    return made


def _basis(*rows: float) -> Basis:
    made = _new(Basis)
    made._m = rows
    return made


def _projection(*columns: float) -> Projection:
    made = _new(Projection)
    made._m = columns
    return made


def _aabb(*numbers: float) -> AABB:
    return AABB(vector3(*numbers[:3]), vector3(*numbers[3:]))


def _transform3d(*numbers: float) -> Transform3D:
    return Transform3D(_basis(*numbers[:9]), vector3(*numbers[9:]))


def _corners(value: Any) -> tuple[Any, ...]:
    return (*value._position, *value._size)


_matrix = attrgetter("_m")
_xy, _xyz = attrgetter("_x", "_y"), attrgetter("_x", "_y", "_z")
_xyzw = attrgetter("_x", "_y", "_z", "_w")

REALS = (
    Numbers(t.TYPE_VECTOR2, Vector2, 2, _xy, vector2),
    Numbers(t.TYPE_RECT2, Rect2, 4, _corners, Rect2),
    Numbers(t.TYPE_VECTOR3, Vector3, 3, _xyz, vector3),
    Numbers(t.TYPE_TRANSFORM2D, Transform2D, 6, _matrix, _transform2d),
    Numbers(t.TYPE_VECTOR4, Vector4, 4, _xyzw, vector4),
    Numbers(t.TYPE_PLANE, Plane, 4, lambda v: (*v._normal, v._d), Plane),
    Numbers(t.TYPE_QUATERNION, Quaternion, 4, _xyzw, Quaternion),
    Numbers(t.TYPE_AABB, AABB, 6, _corners, _aabb),
    Numbers(t.TYPE_BASIS, Basis, 9, _matrix, _basis),
    Numbers(
        t.TYPE_TRANSFORM3D, Transform3D, 12, lambda v: (*v._basis._m, *v._origin), _transform3d
    ),
    Numbers(t.TYPE_PROJECTION, Projection, 16, _matrix, _projection),
)
WHOLE = (
    Numbers(t.TYPE_VECTOR2I, Vector2i, 2, _xy, Vector2i),
    Numbers(t.TYPE_RECT2I, Rect2i, 4, _corners, Rect2i),
    Numbers(t.TYPE_VECTOR3I, Vector3i, 3, _xyz, Vector3i),
    Numbers(t.TYPE_VECTOR4I, Vector4i, 4, _xyzw, Vector4i),
)
COLOR = Numbers(t.TYPE_COLOR, Color, 4, attrgetter("_r", "_g", "_b", "_a"), color)


def rounded(numbers: Sequence[float]) -> tuple[float, ...]:
    """Numbers as 32-bit floats; what is too large becomes infinite."""
    form = f"{len(numbers)}f"
    return unpack(form, pack(form, *numbers))


def _writer(numbers: Numbers, code: str) -> Writer:
    kind, parts = int(numbers.kind), numbers.parts
    packed = Struct(f"<I{numbers.size}{code}").pack
    return lambda value: packed(kind, *parts(value))


def _reader(numbers: Numbers, code: str) -> Reader:
    unpacked, size, made = (
        Struct(f"<{numbers.size}{code}").unpack_from,
        4 * numbers.size,
        numbers.made,
    )

    def read(data: bytes, at: int, header: int) -> tuple[Any, int]:
        at += 4
        return made(*unpacked(data, at)), at + size

    return read


def _reader_of_reals(numbers: Numbers) -> Reader:
    narrow, wide = (Struct(f"<{numbers.size}{code}").unpack_from for code in "fd")
    size, made = 4 * numbers.size, numbers.made

    def read(data: bytes, at: int, header: int) -> tuple[Any, int]:
        at += 4
        if header & WIDE:
            return made(*rounded(wide(data, at))), at + size + size
        return made(*narrow(data, at)), at + size

    return read


def _quick_reader(numbers: Numbers, code: str) -> QuickReader:
    unpacked = Struct(f"<4x{numbers.size}{code}").unpack_from
    size, made = 4 + 4 * numbers.size, numbers.made
    return lambda data, at: (made(*unpacked(data, at)), at + size)


# The most usual types, with no call that could be spared.

_PACK_2, _PACK_3 = (Struct(f"<I{size}f").pack for size in (2, 3))
_UNPACK_2, _UNPACK_3 = (Struct(f"<4x{size}f").unpack_from for size in (2, 3))


def _write_vector2(value: Vector2) -> bytes:
    return _PACK_2(5, value._x, value._y)


def _write_vector3(value: Vector3) -> bytes:
    return _PACK_3(9, value._x, value._y, value._z)


def _read_vector2(data: bytes, at: int) -> tuple[Vector2, int]:
    made = _new(Vector2)
    made._x, made._y = _UNPACK_2(data, at)
    return made, at + 12


def _read_vector3(data: bytes, at: int) -> tuple[Vector3, int]:
    made = _new(Vector3)
    made._x, made._y, made._z = _UNPACK_3(data, at)
    return made, at + 16


WRITERS: dict[type[Any], Writer] = {
    **{numbers.cls: _writer(numbers, "f") for numbers in (*REALS, COLOR)},
    **{numbers.cls: _writer(numbers, "i") for numbers in WHOLE},
    Vector2: _write_vector2,
    Vector3: _write_vector3,
}
READERS: dict[int, Reader] = {
    **{int(numbers.kind): _reader_of_reals(numbers) for numbers in REALS},
    **{int(numbers.kind): _reader(numbers, "i") for numbers in WHOLE},
    int(COLOR.kind): _reader(COLOR, "f"),
}
QUICK: dict[int, QuickReader] = {
    **{int(numbers.kind): _quick_reader(numbers, "f") for numbers in (*REALS, COLOR)},
    **{int(numbers.kind): _quick_reader(numbers, "i") for numbers in WHOLE},
    int(t.TYPE_VECTOR2): _read_vector2,
    int(t.TYPE_VECTOR3): _read_vector3,
}
# What is said when the numbers are not all there; of floats the size follows from the header.
TOO_SHORT: dict[int, str] = {
    **{int(n.kind): f"(size_t)len < sizeof({{real}}) * {n.size}" for n in REALS},
    **{int(n.kind): f"len < 4 * {n.size}" for n in (*WHOLE, COLOR)},
}
