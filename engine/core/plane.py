"""Plane: an infinite plane in space, which has an upper side."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING, ClassVar, final, overload

from engine.core import _float32 as m
from engine.core._float32 import EPSILON, divide, f32, real_text, short_text
from engine.core._value import Component, Value, derived, family_of, wrong_arguments
from engine.core.vector3 import Vector3, as_vector3

if TYPE_CHECKING:
    from engine.core.vector3i import Vector3i


@final
class Plane(Value):
    """All points whose dot product with the normal is `d`.

    `Plane()` is all zeros; `Plane(normal, d)` takes the direction up from the plane and its
    distance from the origin along that; `Plane(normal)` goes through the origin, `Plane(normal,
    point)` through a point, and `Plane(point1, point2, point3)` through three, which are clockwise
    as seen from above; `Plane(a, b, c, d)` takes numbers and `Plane(plane)` another plane. A plane
    never changes: `plane.replace(d=1.0)` makes another one.
    """

    __slots__ = ("_d", "_normal")
    __match_args__ = ("normal", "d")
    _family = "Plane"
    _normal: Vector3
    _d: float

    normal = Component[Vector3]("_normal", "The direction up from the plane.")
    d = Component[float]("_d", "The distance of the origin, against the normal.")

    PLANE_YZ: ClassVar[Plane]
    PLANE_XZ: ClassVar[Plane]
    PLANE_XY: ClassVar[Plane]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Plane, /) -> None: ...
    @overload
    def __init__(self, normal: Vector3 | Vector3i, d: float = 0.0) -> None: ...
    @overload
    def __init__(self, normal: Vector3 | Vector3i, point: Vector3 | Vector3i, /) -> None: ...
    @overload
    def __init__(
        self,
        point1: Vector3 | Vector3i,
        point2: Vector3 | Vector3i,
        point3: Vector3 | Vector3i,
        /,
    ) -> None: ...
    @overload
    def __init__(self, a: float, b: float, c: float, d: float, /) -> None: ...
    def __init__(
        self, normal: object = None, d: object = None, c: object = None, last: object = None
    ) -> None:
        self._normal, self._d = _parts(normal, d, c, last)

    def replace(
        self,
        *,
        normal: Vector3 | None = None,
        d: float | None = None,
        x: float | None = None,
        y: float | None = None,
        z: float | None = None,
    ) -> Plane:
        """The same plane with another normal or distance; x, y and z are those of the normal."""
        up = self._normal if normal is None else as_vector3(normal)
        return Plane(up.replace(x=x, y=y, z=z), self._d if d is None else d)

    __replace__ = replace

    @derived
    def x(self) -> float:
        """The first component of the normal."""
        return self._normal._x

    @derived
    def y(self) -> float:
        """The second component of the normal."""
        return self._normal._y

    @derived
    def z(self) -> float:
        """The third component of the normal."""
        return self._normal._z

    def __iter__(self) -> Iterator[Vector3 | float]:
        return iter((self._normal, self._d))

    def __hash__(self) -> int:
        return hash((self._normal, self._d))

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Plane:
            return self._normal == other._normal and self._d == other._d
        return NotImplemented

    def __bool__(self) -> bool:
        return bool(self._normal) or bool(self._d)

    def __pos__(self) -> Plane:
        return self

    def __neg__(self) -> Plane:
        return Plane(-self._normal, -self._d)

    def __str__(self) -> str:
        return f"[N: {self._normal}, D: {real_text(self._d, trailing=False)}]"

    def __repr__(self) -> str:
        return f"Plane({', '.join(map(short_text, (*self._normal, self._d)))})"

    # The plane itself.

    def normalized(self) -> Plane:
        """The same plane with a normal of length one; all zeros if it has none."""
        length = self._normal.length()
        if length == 0.0:
            return Plane()
        return Plane(self._normal / length, self._d / length)

    def get_center(self) -> Vector3:
        """The point of the plane that is nearest to the origin."""
        return self._normal * self._d

    def is_finite(self) -> bool:
        """Whether no number in it is infinite or nan."""
        return self._normal.is_finite() and isfinite(self._d)

    def is_equal_approx(self, to_plane: Plane) -> bool:
        """Whether both have nearly the same normal and distance."""
        same = self._normal.is_equal_approx(to_plane.normal)
        return same and m.is_equal_approx(self._d, to_plane.d)

    # Against points.

    def distance_to(self, point: Vector3) -> float:
        """The distance of a point above the plane; negative below it."""
        return f32(self._normal.dot(point) - self._d)

    def is_point_over(self, point: Vector3) -> bool:
        """Whether a point lies above the plane."""
        return self._normal.dot(point) > self._d

    def has_point(self, point: Vector3, tolerance: float = 1e-05) -> bool:
        """Whether a point lies on the plane."""
        return abs(self.distance_to(point)) <= f32(tolerance)

    def project(self, point: Vector3) -> Vector3:
        """The point of the plane that is nearest to another one."""
        return as_vector3(point) - self._normal * self.distance_to(point)

    # Against other planes and lines.

    def intersect_3(self, b: Plane, c: Plane) -> Vector3 | None:
        """The point that three planes have in common; None if there is no single one."""
        across = self._normal.cross(b._normal)
        volume = across.dot(c._normal)
        if m.is_zero_approx(volume):
            return None
        first = b._normal.cross(c._normal) * self._d
        second = c._normal.cross(self._normal) * b._d
        return (first + second + across * c._d) / volume

    def intersects_ray(self, from_: Vector3, dir_: Vector3) -> Vector3 | None:
        """The point where a ray meets the plane, or None."""
        start, way = as_vector3(from_), as_vector3(dir_)
        steepness = self._normal.dot(way)
        if m.is_zero_approx(steepness):
            return None
        part = f32(divide(self.distance_to(start), steepness))
        return start + way * -part if not part > EPSILON else None

    def intersects_segment(self, from_: Vector3, to: Vector3) -> Vector3 | None:
        """The point where the line between two points meets the plane, or None."""
        start = as_vector3(from_)
        way = start - as_vector3(to)
        steepness = self._normal.dot(way)
        if m.is_zero_approx(steepness):
            return None
        part = f32(divide(self.distance_to(start), steepness))
        if part < -EPSILON or part > f32(1.0 + EPSILON):
            return None
        return start + way * -part


def _parts(*given: object) -> tuple[Vector3, float]:
    """What a constructor call means."""
    a, b, c, d = given
    vectors = [family_of(one) == "Vector3" for one in given]
    match sum(vectors), sum(one is not None for one in given):
        case 0, 0:
            return Vector3.ZERO, 0.0
        case 0, 1 if isinstance(a, Plane):
            return a._normal, a._d
        case 0, 4:
            return Vector3(a, b, c), f32(d)  # type: ignore[call-overload, arg-type]
        case 1, 1 if vectors[0]:
            return as_vector3(a), 0.0
        case 1, 2 if vectors[0] and d is None and c is None:
            return as_vector3(a), f32(b)  # type: ignore[arg-type]
        case 2, 2 if vectors[0] and vectors[1]:
            return as_vector3(a), as_vector3(a).dot(as_vector3(b))
        case 3, 3 if vectors[2]:
            one, two, three = as_vector3(a), as_vector3(b), as_vector3(c)
            normal = (one - three).cross(one - two).normalized()
            return normal, normal.dot(one)
    wanted = "a normal and a distance or point, three points, four numbers or a plane"
    raise wrong_arguments("Plane", wanted, *given)


Plane.PLANE_YZ = Plane(1.0, 0.0, 0.0, 0.0)
Plane.PLANE_XZ = Plane(0.0, 1.0, 0.0, 0.0)
Plane.PLANE_XY = Plane(0.0, 0.0, 1.0, 0.0)
