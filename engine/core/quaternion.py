"""Quaternion: a rotation in space, in four numbers."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING, Any, ClassVar, final, overload

from engine.core import _matrix as matrix
from engine.core._float32 import (
    EPSILON,
    StructError,
    clamp,
    cos,
    cubic_interpolate,
    cubic_interpolate_in_time,
    divide,
    f32,
    is_equal_approx,
    is_number,
    is_one_approx,
    pack_4,
    real_text,
    short_text,
    sin,
    sqrt,
    unpack_4,
)
from engine.core._matrix import Floats, acos, dot_4, round_3, round_4
from engine.core._value import Component, Indexed, family_of, wrong_arguments
from engine.core.geometry_enums import EulerOrder
from engine.core.output import error
from engine.core.vector3 import Vector3, as_vector3

if TYPE_CHECKING:
    from engine.core.basis import Basis

# Above this dot product, two directions count as the same.
_SAME = f32(0.9999)
_NEARLY_ONE = f32(1.0 - EPSILON)
_ALMOST_ONE = f32(0.99999975)


@final
class Quaternion(Indexed):
    """A rotation in space; most operations want one of length one.

    `Quaternion()` turns nothing; `Quaternion(x, y, z, w)` takes numbers, `Quaternion(axis, angle)`
    a direction of length one and an angle, `Quaternion(from, to)` turns one direction into another,
    `Quaternion(basis)` takes the rotation of a basis and `Quaternion(q)` another quaternion. A
    quaternion never changes: `q.replace(w=1.0)` makes another one.

    `a * b` turns by b, then by a; `q * v` turns a vector, `v * q` turns it back.
    """

    __slots__ = ("_w", "_x", "_y", "_z")
    __match_args__ = ("x", "y", "z", "w")
    _family = "Quaternion"
    _x: float
    _y: float
    _z: float
    _w: float

    x = Component[float]("_x", "The part of the axis to the right.")
    y = Component[float]("_y", "The part of the axis upwards.")
    z = Component[float]("_z", "The part of the axis towards the viewer.")
    w = Component[float]("_w", "The cosine of half the angle.")

    IDENTITY: ClassVar[Quaternion]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Quaternion | Basis, /) -> None: ...
    @overload
    def __init__(self, axis: Vector3, angle: float, /) -> None: ...
    @overload
    def __init__(self, arc_from: Vector3, arc_to: Vector3, /) -> None: ...
    @overload
    def __init__(self, x: float, y: float, z: float, w: float) -> None: ...
    def __init__(
        self, x: object = None, y: object = None, z: object = None, w: object = None
    ) -> None:
        try:
            packed = pack_4(x, y, z, w)  # type: ignore[arg-type]
            self._x, self._y, self._z, self._w = unpack_4(packed)
        except StructError:
            self._x, self._y, self._z, self._w = _components(x, y, z, w)

    def replace(
        self,
        *,
        x: float | None = None,
        y: float | None = None,
        z: float | None = None,
        w: float | None = None,
    ) -> Quaternion:
        """The same quaternion with other components in some places."""
        return Quaternion(
            self._x if x is None else x,
            self._y if y is None else y,
            self._z if z is None else z,
            self._w if w is None else w,
        )

    __replace__ = replace

    def _parts(self) -> tuple[float, float, float, float]:
        return self._x, self._y, self._z, self._w

    def __iter__(self) -> Iterator[float]:
        return iter((self._x, self._y, self._z, self._w))

    def __hash__(self) -> int:
        return hash(self._parts())

    def __bool__(self) -> bool:
        return self != Quaternion.IDENTITY

    def __str__(self) -> str:
        return f"({', '.join([real_text(part, trailing=False) for part in self])})"

    def __repr__(self) -> str:
        return f"Quaternion({', '.join(map(short_text, self))})"

    # Operators.

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Quaternion:
            return (
                self._x == other._x
                and self._y == other._y
                and self._z == other._z
                and self._w == other._w
            )
        return NotImplemented

    def __pos__(self) -> Quaternion:
        return self

    def __neg__(self) -> Quaternion:
        return Quaternion(-self._x, -self._y, -self._z, -self._w)

    def __add__(self, other: Quaternion) -> Quaternion:
        if other.__class__ is Quaternion:
            x, y, z, w = other._parts()
            return Quaternion(self._x + x, self._y + y, self._z + z, self._w + w)
        return NotImplemented

    def __sub__(self, other: Quaternion) -> Quaternion:
        if other.__class__ is Quaternion:
            x, y, z, w = other._parts()
            return Quaternion(self._x - x, self._y - y, self._z - z, self._w - w)
        return NotImplemented

    @overload
    def __mul__(self, other: Quaternion | float) -> Quaternion: ...
    @overload
    def __mul__(self, other: Vector3) -> Vector3: ...
    def __mul__(self, other: Quaternion | Vector3 | float) -> Quaternion | Vector3:
        if other.__class__ is Quaternion:
            return _product(self, other)
        if other.__class__ is Vector3:
            return self._turned(other)
        if is_number(other):
            factor = f32(other)
            return Quaternion(*[part * factor for part in self])
        return NotImplemented

    @overload
    def __rmul__(self, other: float) -> Quaternion: ...
    @overload
    def __rmul__(self, other: Vector3) -> Vector3: ...
    def __rmul__(self, other: Vector3 | float) -> Quaternion | Vector3:
        if other.__class__ is Vector3:
            return self.inverse()._turned(other)
        return self * other if is_number(other) else NotImplemented

    def __truediv__(self, other: float) -> Quaternion:
        return self * f32(divide(1.0, f32(other))) if is_number(other) else NotImplemented

    def _turned(self, v: Vector3) -> Vector3:
        if not self._is_normal("quaternion"):
            return v
        axis = Vector3(self._x, self._y, self._z)
        across = axis.cross(v)
        return v + (across * self._w + axis.cross(across)) * 2.0

    def _is_normal(self, what: str) -> bool:
        if self.is_normalized():
            return True
        error(f"The {what} {self} must be normalized.")
        return False

    # Measures.

    def length(self) -> float:
        """The length, which is one for a rotation."""
        return sqrt(self.length_squared())

    def length_squared(self) -> float:
        """The square of the length."""
        return dot_4(self._parts(), self._parts())

    def dot(self, with_: Quaternion) -> float:
        """The dot product."""
        return dot_4(self._parts(), with_._parts())

    def normalized(self) -> Quaternion:
        """The same rotation with the length one."""
        return self / self.length()

    def is_normalized(self) -> bool:
        """Whether the length is nearly one."""
        return is_one_approx(self.length_squared())

    def is_finite(self) -> bool:
        """Whether no component is infinite or nan."""
        return all(map(isfinite, self))

    def is_equal_approx(self, to: Quaternion) -> bool:
        """Whether all components are nearly those of `to`."""
        return all(map(is_equal_approx, self, to))

    # Angles, in radians.

    def get_angle(self) -> float:
        """The angle of the rotation."""
        return f32(2.0 * acos(self._w))

    def get_axis(self) -> Vector3:
        """The axis of the rotation."""
        x, y, z, w = self._parts()
        if abs(w) > _NEARLY_ONE:
            return Vector3(x, y, z)
        r = f32(divide(1.0, sqrt(f32(1.0 - f32(w * w)))))
        return Vector3(x * r, y * r, z * r)

    def angle_to(self, to: Quaternion) -> float:
        """The angle between two rotations."""
        d = self.dot(to)
        return acos(clamp(f32(f32(f32(d * d) * 2.0) - 1.0), -1.0, 1.0))

    def get_euler(self, order: int = EulerOrder.EULER_ORDER_YXZ) -> Vector3:
        """The rotation as three angles around the axes.

        Args:
            order: an `EulerOrder`; a wrong one is an error.
        """
        if not self._is_normal("quaternion"):
            return Vector3.ZERO
        angles = matrix.to_euler(matrix.of_quaternion(self._parts()), order)
        if angles is None:
            error("Invalid parameter for get_euler(order)")
            return Vector3.ZERO
        return Vector3(*angles)

    @staticmethod
    def from_euler(euler: Vector3) -> Quaternion:
        """The rotation by three angles, in the order YXZ."""
        pitch, yaw, roll = as_vector3(euler) * 0.5
        s1, s2, s3 = sin(yaw), sin(pitch), sin(roll)
        c1, c2, c3 = cos(yaw), cos(pitch), cos(roll)
        sc, cs, ss, cc = round_4(s1 * c2, c1 * s2, s1 * s2, c1 * c2)
        a, b, c, d = round_4(sc * s3, sc * c3, ss * c3, ss * s3)
        e, f, g, h = round_4(cs * c3, cs * s3, cc * s3, cc * c3)
        return Quaternion(a + e, b - f, -c + g, d + h)

    # Powers.

    def inverse(self) -> Quaternion:
        """The rotation that takes back this one."""
        if not self._is_normal("quaternion"):
            return Quaternion()
        return Quaternion(-self._x, -self._y, -self._z, self._w)

    def log(self) -> Quaternion:
        """Axis times angle, in x, y and z."""
        x, y, z = self.get_axis() * self.get_angle()
        return Quaternion(x, y, z, 0.0)

    def exp(self) -> Quaternion:
        """The rotation whose logarithm this is."""
        axis = Vector3(self._x, self._y, self._z)
        angle = axis.length()
        axis = axis.normalized()
        if angle < EPSILON or not axis.is_normalized():
            return Quaternion()
        return Quaternion(axis, angle)

    # Between rotations.

    def _are_normal(self, to: Quaternion) -> bool:
        return self._is_normal("start quaternion") and to._is_normal("end quaternion")

    def slerp(self, to: Quaternion, weight: float) -> Quaternion:
        """The rotation `weight` (0 to 1) of the way to `to`, the short way round."""
        if not self._are_normal(to):
            return Quaternion()
        weight, cosine = f32(weight), self.dot(to)
        if cosine < 0.0:
            cosine, to = -cosine, -to
        rest = f32(1.0 - weight)
        if f32(1.0 - cosine) > EPSILON:
            angle = acos(cosine)
            sine = sin(angle)
            rest = f32(sin(f32(rest * angle)) / sine)
            weight = f32(sin(f32(weight * angle)) / sine)
        return _mixed(self, rest, to, weight)

    def slerpni(self, to: Quaternion, weight: float) -> Quaternion:
        """Like `slerp`, but the long way round if the two are on opposite sides."""
        if not self._are_normal(to):
            return Quaternion()
        weight, cosine = f32(weight), self.dot(to)
        if abs(cosine) > _SAME:
            return self
        angle = acos(cosine)
        part = f32(divide(1.0, sin(angle)))
        rest = f32(sin(f32(f32(1.0 - weight) * angle)) * part)
        return _mixed(self, rest, to, f32(sin(f32(weight * angle)) * part))

    def spherical_cubic_interpolate(
        self, b: Quaternion, pre_a: Quaternion, post_b: Quaternion, weight: float
    ) -> Quaternion:
        """The rotation `weight` of the way to `b` on a smooth curve through four rotations."""
        if not self._are_normal(b):
            return Quaternion()
        return _on_curve(self, b, pre_a, post_b, f32(weight), ())

    def spherical_cubic_interpolate_in_time(
        self,
        b: Quaternion,
        pre_a: Quaternion,
        post_b: Quaternion,
        weight: float,
        b_t: float,
        pre_a_t: float,
        post_b_t: float,
    ) -> Quaternion:
        """Like `spherical_cubic_interpolate`, with the times of the rotations; this one has 0."""
        if not self._are_normal(b):
            return Quaternion()
        times = f32(b_t), f32(pre_a_t), f32(post_b_t)
        return _on_curve(self, b, pre_a, post_b, f32(weight), times)


def _product(a: Quaternion, b: Quaternion) -> Quaternion:
    x, y, z, w = a._parts()
    p, q, r, s = b._parts()
    wp, wq, wr, ws = round_4(w * p, w * q, w * r, w * s)
    xp, xq, xr, xs = round_4(x * p, x * q, x * r, x * s)
    yp, yq, yr, ys = round_4(y * p, y * q, y * r, y * s)
    zp, zq, zr, zs = round_4(z * p, z * q, z * r, z * s)
    first = round_4(wp + xs, wq + ys, wr + zs, ws - xp)
    second = round_4(first[0] + yr, first[1] + zp, first[2] + xq, first[3] - yq)
    return Quaternion(second[0] - zq, second[1] - xr, second[2] - yp, second[3] - zr)


def _mixed(a: Quaternion, a_part: float, b: Quaternion, b_part: float) -> Quaternion:
    first = round_4(*[part * a_part for part in a])
    second = round_4(*[part * b_part for part in b])
    return Quaternion(*[one + other for one, other in zip(first, second, strict=True)])


def _on_curve(
    a: Quaternion,
    b: Quaternion,
    pre: Quaternion,
    post: Quaternion,
    weight: float,
    times: tuple[float, ...],
) -> Quaternion:
    """The curve, computed from both ends and blended; each in the logarithms around that end."""
    a, b, pre, post = (_as_turned(q) for q in (a, b, pre, post))
    if _is_negative(a.dot(pre)):
        pre = -pre
    flip = _is_negative(a.dot(b))
    if flip:
        b = -b
    if b.dot(post) <= 0.0 if flip else _is_negative(b.dot(post)):
        post = -post
    from_a = _around(a, (a, b, pre, post), weight, times)
    from_b = _around(b, (a, b, pre, post), weight, times)
    return from_a.slerp(from_b, weight)


def _around(
    end: Quaternion, points: tuple[Quaternion, ...], weight: float, times: tuple[float, ...]
) -> Quaternion:
    back = end.inverse()
    zero = Quaternion(0.0, 0.0, 0.0, 0.0)
    logs = [zero if point is end else (back * point).log() for point in points]
    curve: Any = cubic_interpolate_in_time if times else cubic_interpolate
    parts = [curve(*four, weight, *times) for four in zip(*logs, strict=True)][:3]
    x, y, z = parts
    return end * Quaternion(x, y, z, 0.0).exp()


def _as_turned(q: Quaternion) -> Quaternion:
    """The same rotation, by way of a matrix, which settles its sign."""
    return Quaternion(*matrix.rotation_quaternion(matrix.of_quaternion(q._parts())))


def _is_negative(x: float) -> bool:
    return x < 0.0 or str(x) == "-0.0"


def _components(*given: object) -> tuple[float, float, float, float]:
    """What a constructor call means when it wasn't four numbers."""
    a, b, c, d = given
    if c is None and d is None:
        if a is None and b is None:
            return 0.0, 0.0, 0.0, 1.0
        if b is None and isinstance(a, Quaternion):
            return a._parts()
        if b is None and family_of(a) == "Basis":
            return _four(matrix.quaternion_of_rotation(a._m))  # type: ignore[attr-defined]
        if family_of(a) == "Vector3":
            if family_of(b) == "Vector3":
                return _of_arc(as_vector3(a), as_vector3(b))
            if is_number(b):
                return _of_axis_angle(as_vector3(a), f32(b))
    wanted = "four numbers, an axis and an angle, two directions, a basis or a quaternion"
    raise wrong_arguments("Quaternion", wanted, *given)


def _four(q: Floats) -> tuple[float, float, float, float]:
    x, y, z, w = q
    return x, y, z, w


def _of_axis_angle(axis: Vector3, angle: float) -> tuple[float, float, float, float]:
    if not axis._is_normal("axis"):
        return 0.0, 0.0, 0.0, 1.0
    half = f32(angle * 0.5)
    part = f32(sin(half) / axis.length())
    x, y, z = round_3(axis._x * part, axis._y * part, axis._z * part)
    return x, y, z, cos(half)


def _of_arc(start: Vector3, end: Vector3) -> tuple[float, float, float, float]:
    """The shortest turn from one direction to another."""
    if start.is_zero_approx() or end.is_zero_approx():
        error("The vectors must not be zero.")
        return 0.0, 0.0, 0.0, 1.0
    a, b = start.normalized(), end.normalized()
    d = a.dot(b)
    if abs(d) > _ALMOST_ONE:
        if d >= 0.0:
            return 0.0, 0.0, 0.0, 1.0
        return (*any_perpendicular(a), 0.0)
    across = a.cross(b)
    s = sqrt(f32(f32(1.0 + d) * 2.0))
    across = across * f32(1.0 / s)
    x, y, z = across
    return Quaternion(x, y, z, f32(s * 0.5)).normalized()._parts()


def any_perpendicular(v: Vector3) -> Vector3:
    """A direction at right angles to `v`."""
    x, y, z = map(abs, v)
    axis = Vector3.RIGHT if x <= y and x <= z else Vector3.UP
    return v.cross(axis).normalized()


Quaternion.IDENTITY = Quaternion(0.0, 0.0, 0.0, 1.0)
