"""AABB: a box in space with upright sides (an axis-aligned bounding box)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, final, overload

from engine.core._float32 import divide, f32
from engine.core._value import Component, Value, derived, family_of, wrong_arguments
from engine.core.output import error
from engine.core.vector3 import Vector3, as_vector3

if TYPE_CHECKING:
    from engine.core.plane import Plane
    from engine.core.vector3i import Vector3i

_AXES = (Vector3.RIGHT, Vector3.UP, Vector3.BACK)


@final
class AABB(Value):
    """A position and a size in space, in 32-bit floats.

    `AABB()` is empty and at zero; `AABB(position, size)` takes vectors, `AABB(box)` another box.
    A box never changes: `box.replace(size=...)` makes another one, and so does
    `box.replace(end=...)`.

    Most questions make sense for sizes above zero only, and report an error for others: see `abs`.
    """

    __slots__ = ("_position", "_size")
    __match_args__ = ("position", "size")
    _family = "AABB"
    _position: Vector3
    _size: Vector3

    position = Component[Vector3]("_position", "The corner with the smallest coordinates.")
    size = Component[Vector3]("_size", "Width, height and depth.")

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: AABB, /) -> None: ...
    @overload
    def __init__(self, position: Vector3 | Vector3i, size: Vector3 | Vector3i) -> None: ...
    def __init__(self, position: object = None, size: object = None) -> None:
        if position.__class__ is Vector3 and size.__class__ is Vector3:
            self._position, self._size = position, size
        else:
            self._position, self._size = _parts(position, size)

    def replace(
        self,
        *,
        position: Vector3 | None = None,
        size: Vector3 | None = None,
        end: Vector3 | None = None,
    ) -> AABB:
        """The same box with another position, size or end; a new end keeps the position."""
        start = self._position if position is None else as_vector3(position)
        if end is not None:
            return AABB(start, as_vector3(end) - start)
        return AABB(start, self._size if size is None else size)

    __replace__ = replace

    @derived
    def end(self) -> Vector3:
        """The corner opposite to `position`."""
        return self._position + self._size

    def __iter__(self) -> Iterator[Vector3]:
        return iter((self._position, self._size))

    def __hash__(self) -> int:
        return hash((self._position, self._size))

    def __eq__(self, other: object) -> bool:
        if other.__class__ is AABB:
            return self._position == other._position and self._size == other._size
        return NotImplemented

    def __bool__(self) -> bool:
        return bool(self._position) or bool(self._size)

    def __str__(self) -> str:
        return f"[P: {self._position}, S: {self._size}]"

    # Measures.

    def get_volume(self) -> float:
        """Width times height times depth."""
        width, height, depth = self._size
        return f32(f32(width * height) * depth)

    def has_volume(self) -> bool:
        """Whether width, height and depth are all above zero."""
        return all(part > 0.0 for part in self._size)

    def has_surface(self) -> bool:
        """Whether width, height or depth is above zero."""
        return any(part > 0.0 for part in self._size)

    def get_center(self) -> Vector3:
        """The point in the middle."""
        return self._position + self._size * 0.5

    def get_endpoint(self, idx: int) -> Vector3:
        """One of the eight corners: bit 2 of `idx` is the far one in x, bit 1 in y, bit 0 in z."""
        if not 0 <= idx < 8:
            error("Method/function failed. Returning: Vector3()")
            return Vector3.ZERO
        far = (idx & 4, idx & 2, idx & 1)
        return self._corner(far)

    def _corner(self, far: tuple[object, object, object]) -> Vector3:
        parts = [part if chosen else 0.0 for part, chosen in zip(self._size, far, strict=True)]
        return self._position + Vector3(*parts)

    def get_support(self, direction: Vector3) -> Vector3:
        """The corner that lies farthest in a direction."""
        x, y, z = as_vector3(direction)
        return self._corner((x > 0.0, y > 0.0, z > 0.0))

    def get_longest_axis_index(self) -> int:
        """The axis along which the box is longest, the first one of equals."""
        best = 0
        for axis in (1, 2):
            if self._size[axis] > self._size[best]:
                best = axis
        return best

    def get_shortest_axis_index(self) -> int:
        """The axis along which the box is shortest, the first one of equals."""
        best = 0
        for axis in (1, 2):
            if self._size[axis] < self._size[best]:
                best = axis
        return best

    def get_longest_axis(self) -> Vector3:
        """The direction in which the box is longest."""
        return _AXES[self.get_longest_axis_index()]

    def get_shortest_axis(self) -> Vector3:
        """The direction in which the box is shortest."""
        return _AXES[self.get_shortest_axis_index()]

    def get_longest_axis_size(self) -> float:
        """How long the box is where it is longest."""
        size: float = self._size[self.get_longest_axis_index()]
        return size

    def get_shortest_axis_size(self) -> float:
        """How long the box is where it is shortest."""
        size: float = self._size[self.get_shortest_axis_index()]
        return size

    def is_finite(self) -> bool:
        """Whether no number in it is infinite or nan."""
        return self._position.is_finite() and self._size.is_finite()

    def is_equal_approx(self, aabb: AABB) -> bool:
        """Whether both have nearly the same position and size."""
        same = self._position.is_equal_approx(aabb.position)
        return same and self._size.is_equal_approx(aabb.size)

    # Boxes made of this one.

    def abs(self) -> AABB:
        """The same volume with a size that isn't negative."""
        return AABB(self._position + self._size.minf(0.0), self._size.abs())

    def grow(self, by: float) -> AABB:
        """This box with every side moved outwards."""
        by = f32(by)
        twice = by * 2.0
        return AABB(self._position - Vector3(by, by, by), self._size + Vector3(twice, twice, twice))

    def expand(self, to_point: Vector3) -> AABB:
        """This box made larger, so that a point lies inside or on its side."""
        point = as_vector3(to_point)
        _complain_if_negative(self)
        start = point.min(self._position)
        return AABB(start, point.max(self.end) - start)

    def merge(self, with_: AABB) -> AABB:
        """The smallest box around both."""
        _complain_if_negative(self, with_)
        start = self._position.min(with_.position)
        return AABB(start, self.end.max(with_.end) - start)

    def intersection(self, with_: AABB) -> AABB:
        """The part that both have in common, `AABB()` if there is none."""
        _complain_if_negative(self, with_)
        start, end = self._position, self.end
        other_start, other_end = with_.position, with_.end
        for a, b, c, d in zip(start, end, other_start, other_end, strict=True):
            if a > d or b < c:
                return AABB()
        start = start.max(other_start)
        return AABB(start, end.min(other_end) - start)

    # Against points, boxes, planes and lines.

    def has_point(self, point: Vector3) -> bool:
        """Whether a point lies inside or on a side."""
        _complain_if_negative(self)
        sides = zip(as_vector3(point), self._position, self.end, strict=True)
        return not any(x < low or x > high for x, low, high in sides)

    def intersects(self, with_: AABB) -> bool:
        """Whether the two overlap; touching isn't enough."""
        _complain_if_negative(self, with_)
        sides = zip(self._position, self.end, with_.position, with_.end, strict=True)
        return not any(a >= d or b <= c for a, b, c, d in sides)

    def encloses(self, with_: AABB) -> bool:
        """Whether the other one lies wholly inside."""
        _complain_if_negative(self, with_)
        sides = zip(self._position, self.end, with_.position, with_.end, strict=True)
        return all(a <= c and b >= d for a, b, c, d in sides)

    def intersects_plane(self, plane: Plane) -> bool:
        """Whether the box lies on both sides of a plane."""
        over = [plane.distance_to(self.get_endpoint(idx)) > 0.0 for idx in range(8)]
        return any(over) and not all(over)

    def intersects_ray(self, from_: Vector3, dir_: Vector3) -> Vector3 | None:
        """The point where a ray meets the box, `from_` itself if that is inside, or None."""
        _complain_if_negative(self)
        start, way = as_vector3(from_), as_vector3(dir_)
        enter, leave, entered = -_FAR, _FAR, 0
        sides = zip(start, way, self._position, self.end, strict=True)
        for axis, (at, speed, low, high) in enumerate(sides):
            if speed == 0.0:
                if at < low or at > high:
                    return None
                continue
            first, last = f32(f32(low - at) / speed), f32(f32(high - at) / speed)
            if first > last:
                first, last = last, first
            if first >= enter:
                enter, entered = first, axis
            if last < leave:
                if last < 0.0:
                    return None
                leave = last
            if enter > leave:
                return None
        if enter < 0.0:
            return start
        # The rounding is undone on the axis where the ray comes in: it meets the very side there.
        side = self._position if way[entered] >= 0.0 else self.end
        return (start + way * enter).replace(**{"xyz"[entered]: side[entered]})

    def intersects_segment(self, from_: Vector3, to: Vector3) -> Vector3 | None:
        """The first point of the line between two points that is in the box, or None."""
        _complain_if_negative(self)
        start, goal = as_vector3(from_), as_vector3(to)
        enter, leave = 0.0, 1.0
        for a, b, low, high in zip(start, goal, self._position, self.end, strict=True):
            left, right = (a, b) if a < b else (b, a)
            if left > high or right < low:
                return None
            near, far = (low, high) if a < b else (high, low)
            length = f32(b - a)
            outside, through = (a < near, b > far) if a < b else (a > near, b < far)
            if outside:
                enter = max(enter, f32(divide(f32(near - a), length)))
            if through:
                leave = min(leave, f32(divide(f32(far - a), length)))
            if leave < enter:
                return None
        return start + (goal - start) * enter


_FAR = f32(1e20)


def _parts(*given: object) -> tuple[Vector3, Vector3]:
    """What a constructor call means when it wasn't two `Vector3`."""
    a, b = given
    if a is None and b is None:
        return Vector3.ZERO, Vector3.ZERO
    if isinstance(a, AABB) and b is None:
        return a._position, a._size
    if family_of(a) == family_of(b) == "Vector3":
        return Vector3(a), Vector3(b)  # type: ignore[call-overload]
    raise wrong_arguments("AABB", "two vectors or a box", *given)


def _complain_if_negative(*boxes: AABB) -> None:
    if any(part < 0.0 for box in boxes for part in box.size):
        error(
            "AABB size is negative, this is not supported. "
            "Use AABB.abs() to get an AABB with a positive size."
        )
