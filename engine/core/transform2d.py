"""Transform2D: turning, scaling, shearing and moving on the plane."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from math import isfinite
from operator import eq
from struct import Struct
from typing import ClassVar, final, overload

from engine.core import _float32 as m
from engine.core._float32 import (
    cos,
    divide,
    f32,
    is_number,
    pack_2,
    pack_4,
    sin,
    unpack_2,
    unpack_4,
)
from engine.core._matrix import HALF_PI, Floats, acos
from engine.core._value import Indexed, derived, family_of, wrong_arguments
from engine.core.output import error
from engine.core.packed_vector_arrays import PackedVector2Array
from engine.core.rect2 import Rect2
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i

pack_6: Callable[..., bytes] = Struct("6f").pack
unpack_6: Callable[[bytes], Floats] = Struct("6f").unpack

_TURN = f32(math.tau)


@final
class Transform2D(Indexed):
    """Two axes and an origin: where x, y and the origin are put.

    `Transform2D()` changes nothing; `Transform2D(x, y, origin)` takes vectors, `Transform2D(angle,
    position)` and `Transform2D(angle, scale, skew, position)` what it does, and
    `Transform2D(transform)` another one. A transform never changes: `t.replace(origin=...)` makes
    another one.

    `a * b` does what b does, then what a does. `t * v` moves a point, a rectangle or an array of
    points; `v * t` moves it back, if the axes have length one and stand at right angles (use
    `t.affine_inverse() * v` otherwise).
    """

    # The numbers of x, y and origin.
    __slots__ = ("_m",)
    __match_args__ = ("x", "y", "origin")
    _family = "Transform2D"
    _m: Floats

    IDENTITY: ClassVar[Transform2D]
    FLIP_X: ClassVar[Transform2D]
    FLIP_Y: ClassVar[Transform2D]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Transform2D, /) -> None: ...
    @overload
    def __init__(self, rotation: float, position: Vector2 | Vector2i, /) -> None: ...
    @overload
    def __init__(
        self,
        rotation: float,
        scale: Vector2 | Vector2i,
        skew: float,
        position: Vector2 | Vector2i,
        /,
    ) -> None: ...
    @overload
    def __init__(
        self, x: Vector2 | Vector2i, y: Vector2 | Vector2i, origin: Vector2 | Vector2i
    ) -> None: ...
    def __init__(
        self, x: object = None, y: object = None, origin: object = None, position: object = None
    ) -> None:
        if x.__class__ is y.__class__ is origin.__class__ is Vector2 and position is None:
            self._m = (*x, *y, *origin)
        else:
            self._m = _numbers_of(x, y, origin, position)

    def replace(
        self,
        *,
        x: Vector2 | None = None,
        y: Vector2 | None = None,
        origin: Vector2 | None = None,
    ) -> Transform2D:
        """The same transform with other vectors in some places."""
        return Transform2D(
            self.x if x is None else x,
            self.y if y is None else y,
            self.origin if origin is None else origin,
        )

    __replace__ = replace

    @derived
    def x(self) -> Vector2:
        """Where x is put, as a direction."""
        return Vector2(self._m[0], self._m[1])

    @derived
    def y(self) -> Vector2:
        """Where y is put, as a direction."""
        return Vector2(self._m[2], self._m[3])

    @derived
    def origin(self) -> Vector2:
        """Where the origin is put."""
        return Vector2(self._m[4], self._m[5])

    def __iter__(self) -> Iterator[Vector2]:
        return iter((self.x, self.y, self.origin))

    def __hash__(self) -> int:
        return hash(self._m)

    def __bool__(self) -> bool:
        return self != Transform2D.IDENTITY

    def __str__(self) -> str:
        return f"[X: {self.x}, Y: {self.y}, O: {self.origin}]"

    # Operators.

    def __eq__(self, other: object) -> bool:
        return all(map(eq, self._m, other._m)) if other.__class__ is Transform2D else NotImplemented

    @overload
    def __mul__(self, other: Transform2D | float) -> Transform2D: ...
    @overload
    def __mul__(self, other: Vector2) -> Vector2: ...
    @overload
    def __mul__(self, other: Rect2) -> Rect2: ...
    @overload
    def __mul__(self, other: PackedVector2Array) -> PackedVector2Array: ...
    def __mul__(
        self, other: Transform2D | Vector2 | Rect2 | PackedVector2Array | float
    ) -> Transform2D | Vector2 | Rect2 | PackedVector2Array:
        if other.__class__ is Vector2:
            return self._moved(other)
        if other.__class__ is Transform2D:
            return self._product(other)
        if other.__class__ is Rect2:
            return self._moved_rect(other)
        if other.__class__ is PackedVector2Array:
            return other._made(map(self._moved, other))
        if is_number(other):
            factor = f32(other)
            return made(unpack_6(pack_6(*[x * factor for x in self._m])))
        return NotImplemented

    @overload
    def __rmul__(self, other: Vector2) -> Vector2: ...
    @overload
    def __rmul__(self, other: Rect2) -> Rect2: ...
    @overload
    def __rmul__(self, other: PackedVector2Array) -> PackedVector2Array: ...
    def __rmul__(
        self, other: Vector2 | Rect2 | PackedVector2Array
    ) -> Vector2 | Rect2 | PackedVector2Array:
        if other.__class__ is Vector2:
            return self._moved_back(other)
        if other.__class__ is Rect2:
            return self._rect_moved_back(other)
        if other.__class__ is PackedVector2Array:
            return other._made(map(self._moved_back, other))
        return NotImplemented

    def __truediv__(self, other: float) -> Transform2D:
        if not is_number(other):
            return NotImplemented
        by = f32(other)
        return made(unpack_6(pack_6(*[divide(x, by) for x in self._m])))

    def _moved(self, v: Vector2) -> Vector2:
        a, b, c, d, e, f = self._m
        x, y = v._x, v._y
        a, b, c, d = unpack_4(pack_4(a * x, b * x, c * y, d * y))
        a, b = unpack_2(pack_2(a + c, b + d))
        return Vector2(a + e, b + f)

    def _moved_back(self, v: Vector2) -> Vector2:
        a, b, c, d, e, f = self._m
        x, y = unpack_2(pack_2(v._x - e, v._y - f))
        a, b, c, d = unpack_4(pack_4(a * x, b * y, c * x, d * y))
        return Vector2(a + b, c + d)

    def _product(self, other: Transform2D) -> Transform2D:
        a, b, c, d, e, f = self._m
        xx, xy, yx, yy, ox, oy = other._m
        one = unpack_6(pack_6(a * xx, b * xx, a * yx, b * yx, a * ox, b * ox))
        two = unpack_6(pack_6(c * xy, d * xy, c * yy, d * yy, c * oy, d * oy))
        t = unpack_6(pack_6(*[p + q for p, q in zip(one, two, strict=True)]))
        return made(t[:4] + unpack_2(pack_2(t[4] + e, t[5] + f)))

    def _moved_rect(self, rect: Rect2) -> Rect2:
        start = self._moved(rect._position)
        x, y = self.x * rect._size._x, self.y * rect._size._y
        return _around(start, start + x, start + y, start + x + y)

    def _rect_moved_back(self, rect: Rect2) -> Rect2:
        position, size = rect._position, rect._size
        return _around(
            self._moved_back(position),
            self._moved_back(Vector2(position._x, position._y + size._y)),
            self._moved_back(position + size),
            self._moved_back(Vector2(position._x + size._x, position._y)),
        )

    def basis_xform(self, v: Vector2) -> Vector2:
        """A direction, turned, scaled and sheared, but not moved."""
        if v.__class__ is not Vector2:
            v = Vector2(v)
        a, b, c, d = self._m[:4]
        a, b, c, d = unpack_4(pack_4(a * v._x, b * v._x, c * v._y, d * v._y))
        return Vector2(a + c, b + d)

    def basis_xform_inv(self, v: Vector2) -> Vector2:
        """A direction as it was, if the axes have length one and stand at right angles."""
        return Vector2(self.x.dot(v), self.y.dot(v))

    # Questions.

    def determinant(self) -> float:
        """By how much it stretches areas; negative if it mirrors."""
        a, b, c, d = self._m[:4]
        return f32(f32(a * d) - f32(b * c))

    def get_origin(self) -> Vector2:
        """Where the origin is put."""
        return self.origin

    def get_rotation(self) -> float:
        """The angle, in radians."""
        return m.atan2(self._m[1], self._m[0])

    def get_scale(self) -> Vector2:
        """The lengths of the axes; that of y is negative if it mirrors."""
        return Vector2(self.x.length(), m.sign(self.determinant()) * self.y.length())

    def get_skew(self) -> float:
        """The angle by which the axes are off the right angle."""
        y = self.y.normalized() * m.sign(self.determinant())
        return f32(acos(self.x.normalized().dot(y)) - HALF_PI)

    def is_conformal(self) -> bool:
        """Whether it keeps angles: its axes have one length and stand at right angles."""
        a, b, c, d = self._m[:4]
        same, opposite = m.is_equal_approx(a, d), m.is_equal_approx(a, -d)
        if same and m.is_equal_approx(b, -c):
            return True
        return opposite and m.is_equal_approx(b, c)

    def is_equal_approx(self, xform: Transform2D) -> bool:
        """Whether all numbers are nearly those of the other one."""
        return all(map(m.is_equal_approx, self._m, xform._m))

    def is_finite(self) -> bool:
        """Whether no number in it is infinite or nan."""
        return all(map(isfinite, self._m))

    # Transforms made of this one.

    def inverse(self) -> Transform2D:
        """What takes it back, if the axes have length one and stand at right angles."""
        a, b, c, d, e, f = self._m
        turned = made((a, c, b, d, 0.0, 0.0))
        return made((a, c, b, d, *turned.basis_xform(Vector2(-e, -f))))

    def affine_inverse(self) -> Transform2D:
        """What takes it back; an error, and itself, if nothing can."""
        det = self.determinant()
        if det == 0.0:
            error('Condition "det == 0" is true.')
            return self
        a, b, c, d, e, f = self._m
        part = f32(divide(1.0, det))
        a, b, c, d = unpack_4(pack_4(d * part, b * -part, c * -part, a * part))
        turned = made((a, b, c, d, 0.0, 0.0))
        return made((a, b, c, d, *turned.basis_xform(Vector2(-e, -f))))

    def orthonormalized(self) -> Transform2D:
        """The axes with length one and at right angles."""
        x = self.x.normalized()
        y = self.y
        return Transform2D(x, (y - x * x.dot(y)).normalized(), self.origin)

    def rotated(self, angle: float) -> Transform2D:
        """This transform, then turned by `angle` (radians) around the origin of the plane."""
        return Transform2D(angle, Vector2.ZERO) * self

    def rotated_local(self, angle: float) -> Transform2D:
        """This transform with its own axes turned."""
        return self * Transform2D(angle, Vector2.ZERO)

    def scaled(self, scale: Vector2) -> Transform2D:
        """This transform, then scaled around the origin of the plane."""
        x, y = Vector2(scale)
        a, b, c, d, e, f = self._m
        return made(unpack_6(pack_6(a * x, b * y, c * x, d * y, e * x, f * y)))

    def scaled_local(self, scale: Vector2) -> Transform2D:
        """This transform with its own axes scaled."""
        x, y = Vector2(scale)
        return Transform2D(self.x * x, self.y * y, self.origin)

    def translated(self, offset: Vector2) -> Transform2D:
        """This transform, then moved."""
        return self.replace(origin=self.origin + Vector2(offset))

    def translated_local(self, offset: Vector2) -> Transform2D:
        """This transform moved along its own axes."""
        return self.replace(origin=self.origin + self.basis_xform(offset))

    def interpolate_with(self, xform: Transform2D, weight: float) -> Transform2D:
        """The transform `weight` (0 to 1) of the way: angle, scale, skew and position evenly."""
        weight = f32(weight)
        return Transform2D(
            _lerp_angle(self.get_rotation(), xform.get_rotation(), weight),
            self.get_scale().lerp(xform.get_scale(), weight),
            _lerp_angle(self.get_skew(), xform.get_skew(), weight),
            self.origin.lerp(xform.origin, weight),
        )

    def looking_at(self, target: Vector2 = Vector2.ZERO) -> Transform2D:
        """This transform without scale, turned so that its x axis points at a point."""
        rotation = self.get_rotation()
        at = self.affine_inverse()._moved(Vector2(target)) * self.get_scale()
        return Transform2D(f32(rotation + at.angle()), self.origin)


def made(numbers: Floats) -> Transform2D:
    """The transform of the six numbers of its vectors."""
    transform = Transform2D.__new__(Transform2D)
    transform._m = numbers
    return transform


def _around(*points: Vector2) -> Rect2:
    """The smallest rectangle around some points, grown point by point as Godot does."""
    first, *others = points
    rect = Rect2(first, Vector2.ZERO)
    for point in others:
        start = rect._position.min(point)
        rect = Rect2(start, rect.end.max(point) - start)
    return rect


def _lerp_angle(from_: float, to: float, weight: float) -> float:
    way = m.fmod(f32(to - from_), _TURN)
    way = f32(m.fmod(f32(2.0 * way), _TURN) - way)
    return f32(from_ + f32(way * weight))


def _numbers_of(*given: object) -> Floats:
    """What a constructor call means when it wasn't three `Vector2`."""
    a, b, c, d = given
    vectors = [family_of(one) == "Vector2" for one in given]
    if all(one is None for one in given):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    if isinstance(a, Transform2D) and b is c is d is None:
        return a._m
    if vectors == [True, True, True, False] and d is None:
        return (*Vector2(a), *Vector2(b), *Vector2(c))  # type: ignore[call-overload]
    if is_number(a) and vectors == [False, True, False, False] and c is d is None:
        angle = f32(a)
        sine, cosine = sin(angle), cos(angle)
        return (cosine, sine, -sine, cosine, *Vector2(b))  # type: ignore[call-overload]
    if is_number(a) and is_number(c) and vectors == [False, True, False, True]:
        return _of_parts(f32(a), Vector2(b), f32(c), Vector2(d))  # type: ignore[call-overload]
    wanted = (
        "two axes and an origin, an angle and a position, "
        "an angle, a scale, a skew and a position, or a transform"
    )
    raise wrong_arguments("Transform2D", wanted, *given)


def _of_parts(angle: float, scale: Vector2, skew: float, position: Vector2) -> Floats:
    other = f32(angle + skew)
    return (
        *unpack_4(
            pack_4(
                cos(angle) * scale._x,
                sin(angle) * scale._x,
                -sin(other) * scale._y,
                cos(other) * scale._y,
            )
        ),
        *position,
    )


Transform2D.IDENTITY = Transform2D()
Transform2D.FLIP_X = made((-1.0, 0.0, 0.0, 1.0, 0.0, 0.0))
Transform2D.FLIP_Y = made((1.0, 0.0, 0.0, -1.0, 0.0, 0.0))
