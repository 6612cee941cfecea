"""Transform3D: turning, scaling, shearing and moving in space."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, final, overload

from engine.core._float32 import f32, is_number
from engine.core._value import Component, Value, family_of, wrong_arguments
from engine.core.aabb import AABB
from engine.core.basis import Basis
from engine.core.output import error
from engine.core.packed_vector_arrays import PackedVector3Array
from engine.core.plane import Plane
from engine.core.vector3 import Vector3, as_vector3

if TYPE_CHECKING:
    from engine.core.projection import Projection
    from engine.core.vector3i import Vector3i


@final
class Transform3D(Value):
    """A basis and an origin: where the axes and the origin are put.

    `Transform3D()` changes nothing; `Transform3D(basis, origin)` takes its parts, `Transform3D(x,
    y, z, origin)` vectors, `Transform3D(projection)` the upper rows of a projection, and
    `Transform3D(transform)` another one. A transform never changes: `t.replace(origin=...)` makes
    another one.

    `a * b` does what b does, then what a does. `t * v` moves a point, a box, a plane or an array of
    points; `v * t` moves it back, if the axes have length one and stand at right angles (use
    `t.affine_inverse() * v` otherwise).
    """

    __slots__ = ("_basis", "_origin")
    __match_args__ = ("basis", "origin")
    _family = "Transform3D"
    _basis: Basis
    _origin: Vector3

    basis = Component[Basis]("_basis", "Where the axes are put, as directions.")
    origin = Component[Vector3]("_origin", "Where the origin is put.")

    IDENTITY: ClassVar[Transform3D]
    FLIP_X: ClassVar[Transform3D]
    FLIP_Y: ClassVar[Transform3D]
    FLIP_Z: ClassVar[Transform3D]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Transform3D | Projection, /) -> None: ...
    @overload
    def __init__(self, basis: Basis, origin: Vector3 | Vector3i) -> None: ...
    @overload
    def __init__(
        self,
        x_axis: Vector3 | Vector3i,
        y_axis: Vector3 | Vector3i,
        z_axis: Vector3 | Vector3i,
        origin: Vector3 | Vector3i,
        /,
    ) -> None: ...
    def __init__(
        self, basis: object = None, origin: object = None, z: object = None, last: object = None
    ) -> None:
        if basis.__class__ is Basis and origin.__class__ is Vector3 and z is None:
            self._basis, self._origin = basis, origin
        else:
            self._basis, self._origin = _parts(basis, origin, z, last)

    def replace(self, *, basis: Basis | None = None, origin: Vector3 | None = None) -> Transform3D:
        """The same transform with another basis or origin."""
        return Transform3D(
            self._basis if basis is None else basis,
            self._origin if origin is None else origin,
        )

    __replace__ = replace

    def __iter__(self) -> Iterator[Basis | Vector3]:
        return iter((self._basis, self._origin))

    def __hash__(self) -> int:
        return hash((self._basis, self._origin))

    def __bool__(self) -> bool:
        return self != Transform3D.IDENTITY

    def __str__(self) -> str:
        x, y, z = self._basis
        return f"[X: {x}, Y: {y}, Z: {z}, O: {self._origin}]"

    # Operators.

    def __eq__(self, other: object) -> bool:
        if other.__class__ is Transform3D:
            return self._basis == other._basis and self._origin == other._origin
        return NotImplemented

    @overload
    def __mul__(self, other: Transform3D | float) -> Transform3D: ...
    @overload
    def __mul__(self, other: Vector3) -> Vector3: ...
    @overload
    def __mul__(self, other: AABB) -> AABB: ...
    @overload
    def __mul__(self, other: Plane) -> Plane: ...
    @overload
    def __mul__(self, other: PackedVector3Array) -> PackedVector3Array: ...
    def __mul__(self, other: Any) -> Any:
        if other.__class__ is Vector3:
            return self._moved(other)
        if other.__class__ is Transform3D:
            return Transform3D(self._basis * other._basis, self._moved(other._origin))
        if other.__class__ is AABB:
            return self._moved_box(other)
        if other.__class__ is Plane:
            return self._moved_plane(other)
        if other.__class__ is PackedVector3Array:
            return other._made(map(self._moved, other))
        if is_number(other):
            return Transform3D(self._basis * other, self._origin * other)
        return NotImplemented

    @overload
    def __rmul__(self, other: Vector3) -> Vector3: ...
    @overload
    def __rmul__(self, other: AABB) -> AABB: ...
    @overload
    def __rmul__(self, other: Plane) -> Plane: ...
    @overload
    def __rmul__(self, other: PackedVector3Array) -> PackedVector3Array: ...
    def __rmul__(self, other: Any) -> Any:
        if other.__class__ is Vector3:
            return self._moved_back(other)
        if other.__class__ is AABB:
            return self._box_moved_back(other)
        if other.__class__ is Plane:
            return self._plane_moved_back(other)
        if other.__class__ is PackedVector3Array:
            return other._made(map(self._moved_back, other))
        return NotImplemented

    def __truediv__(self, other: float) -> Transform3D:
        if not is_number(other):
            return NotImplemented
        return Transform3D(self._basis / other, self._origin / other)

    def _moved(self, v: Vector3) -> Vector3:
        return self._basis * v + self._origin

    def _moved_back(self, v: Vector3) -> Vector3:
        return (v - self._origin) * self._basis

    def _moved_box(self, box: AABB) -> AABB:
        low, high = list(self._origin), list(self._origin)
        start, end = tuple(box._position), tuple(box.end)
        for i in range(3):
            for j in range(3):
                number = self._basis._m[3 * i + j]
                one, other = f32(number * start[j]), f32(number * end[j])
                if not one < other:
                    one, other = other, one
                low[i] = f32(low[i] + one)
                high[i] = f32(high[i] + other)
        position = Vector3(*low)
        return AABB(position, Vector3(*high) - position)

    def _box_moved_back(self, box: AABB) -> AABB:
        start, end = box._position, box.end
        # The corners in Godot's order, which shows in the last digit of the size.
        far = (
            (1, 1, 1),
            (1, 1, 0),
            (1, 0, 1),
            (1, 0, 0),
            (0, 1, 1),
            (0, 1, 0),
            (0, 0, 1),
            (0, 0, 0),
        )
        moved = None
        for choice in far:
            corner = Vector3(*[(a, b)[k] for a, b, k in zip(start, end, choice, strict=True)])
            point = self._moved_back(corner)
            if moved is None:
                moved = AABB(point, Vector3.ZERO)
            else:
                low = moved._position.min(point)
                moved = AABB(low, moved.end.max(point) - low)
        return moved if moved is not None else AABB()

    def _moved_plane(self, plane: Plane) -> Plane:
        turn = self._basis.inverse().transposed()
        point = self._moved(plane._normal * plane._d)
        normal = (turn * plane._normal).normalized()
        return Plane(normal, normal.dot(point))

    def _plane_moved_back(self, plane: Plane) -> Plane:
        point = self.affine_inverse()._moved(plane._normal * plane._d)
        normal = (self._basis.transposed() * plane._normal).normalized()
        return Plane(normal, normal.dot(point))

    # Questions.

    def is_equal_approx(self, xform: Transform3D) -> bool:
        """Whether all numbers are nearly those of the other one."""
        same = self._basis.is_equal_approx(xform._basis)
        return same and self._origin.is_equal_approx(xform._origin)

    def is_finite(self) -> bool:
        """Whether no number in it is infinite or nan."""
        return self._basis.is_finite() and self._origin.is_finite()

    # Transforms made of this one.

    def inverse(self) -> Transform3D:
        """What takes it back, if the axes have length one and stand at right angles."""
        basis = self._basis.transposed()
        return Transform3D(basis, basis * -self._origin)

    def affine_inverse(self) -> Transform3D:
        """What takes it back; an error if nothing can."""
        basis = self._basis.inverse()
        return Transform3D(basis, basis * -self._origin)

    def orthonormalized(self) -> Transform3D:
        """The axes with length one and at right angles."""
        return Transform3D(self._basis.orthonormalized(), self._origin)

    def rotated(self, axis: Vector3, angle: float) -> Transform3D:
        """This transform, then turned around `axis` (of length one) by `angle` (radians)."""
        turn = Basis(as_vector3(axis), angle)
        return Transform3D(turn * self._basis, turn * self._origin)

    def rotated_local(self, axis: Vector3, angle: float) -> Transform3D:
        """This transform with its own axes turned."""
        return Transform3D(self._basis * Basis(as_vector3(axis), angle), self._origin)

    def scaled(self, scale: Vector3) -> Transform3D:
        """This transform, then scaled around the origin of space."""
        scale = as_vector3(scale)
        return Transform3D(self._basis.scaled(scale), self._origin * scale)

    def scaled_local(self, scale: Vector3) -> Transform3D:
        """This transform with its own axes scaled."""
        return Transform3D(self._basis.scaled_local(scale), self._origin)

    def translated(self, offset: Vector3) -> Transform3D:
        """This transform, then moved."""
        return Transform3D(self._basis, self._origin + as_vector3(offset))

    def translated_local(self, offset: Vector3) -> Transform3D:
        """This transform moved along its own axes."""
        return Transform3D(self._basis, self._origin + self._basis * as_vector3(offset))

    def looking_at(
        self, target: Vector3, up: Vector3 = Vector3.UP, use_model_front: bool = False
    ) -> Transform3D:
        """This transform without scale, turned so that it looks at a point.

        Args:
            target: the point.
            up: what is to be above, as far as possible.
            use_model_front: whether things look along z, as models do, and not against it.
        """
        target = as_vector3(target)
        if self._origin.is_equal_approx(target):
            error("The transform's origin and target can't be equal.")
            return Transform3D()
        way = target - self._origin
        return Transform3D(Basis.looking_at(way, up, use_model_front), self._origin)

    def interpolate_with(self, xform: Transform3D, weight: float) -> Transform3D:
        """The transform `weight` (0 to 1) of the way: rotation, scale and position evenly."""
        weight = f32(weight)
        start, end = self._basis, xform._basis
        turn = start.get_rotation_quaternion().slerp(end.get_rotation_quaternion(), weight)
        scale = start.get_scale().lerp(end.get_scale(), weight)
        basis = Basis(turn.normalized()) * Basis.from_scale(scale)
        return Transform3D(basis, self._origin.lerp(xform._origin, weight))


def _parts(*given: object) -> tuple[Basis, Vector3]:
    """What a constructor call means when it wasn't a basis and an origin."""
    a, b, c, d = given
    if a is b is c is d is None:
        return Basis.IDENTITY, Vector3.ZERO
    if b is c is d is None and isinstance(a, Transform3D):
        return a._basis, a._origin
    if b is c is d is None and family_of(a) == "Projection":
        x, y, z, w = (Vector3(v.x, v.y, v.z) for v in a)  # type: ignore[attr-defined]
        return Basis(x, y, z), w
    if c is d is None and isinstance(a, Basis) and family_of(b) == "Vector3":
        return a, as_vector3(b)
    if all(family_of(one) == "Vector3" for one in given):
        x, y, z, origin = map(as_vector3, given)
        return Basis(x, y, z), origin
    wanted = "a basis and an origin, three axes and an origin, a projection or a transform"
    raise wrong_arguments("Transform3D", wanted, *given)


Transform3D.IDENTITY = Transform3D()
Transform3D.FLIP_X = Transform3D(Basis.FLIP_X, Vector3.ZERO)
Transform3D.FLIP_Y = Transform3D(Basis.FLIP_Y, Vector3.ZERO)
Transform3D.FLIP_Z = Transform3D(Basis.FLIP_Z, Vector3.ZERO)
