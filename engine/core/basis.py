"""Basis: turning, scaling and shearing in space, as a matrix of 3 by 3."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from operator import eq, mul
from typing import TYPE_CHECKING, ClassVar, final, overload

from engine.core import _matrix as matrix
from engine.core._float32 import divide, f32, is_equal_approx, is_number
from engine.core._float32 import lerp as lerp_number
from engine.core._matrix import Floats, pack_9, unpack_9
from engine.core._value import Indexed, derived, family_of, wrong_arguments
from engine.core.geometry_enums import EulerOrder
from engine.core.output import error, warning
from engine.core.quaternion import Quaternion, any_perpendicular
from engine.core.vector3 import Vector3, as_vector3

if TYPE_CHECKING:
    from engine.core.vector3i import Vector3i


@final
class Basis(Indexed):
    """Three axes: where a transform puts the directions x, y and z.

    `Basis()` changes nothing; `Basis(x, y, z)` takes the axes, `Basis(axis, angle)` and
    `Basis(quaternion)` rotations, and `Basis(basis)` another one. A basis never changes:
    `basis.replace(x=...)` makes another one.

    `a * b` does what b does, then what a does; `basis * v` moves a vector, and `v * basis` moves it
    back if the axes are of length one and at right angles.
    """

    # The matrix, row by row; see `_matrix`.
    __slots__ = ("_m",)
    __match_args__ = ("x", "y", "z")
    _family = "Basis"
    _m: Floats

    IDENTITY: ClassVar[Basis]
    FLIP_X: ClassVar[Basis]
    FLIP_Y: ClassVar[Basis]
    FLIP_Z: ClassVar[Basis]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Basis | Quaternion, /) -> None: ...
    @overload
    def __init__(self, axis: Vector3 | Vector3i, angle: float, /) -> None: ...
    @overload
    def __init__(
        self, x: Vector3 | Vector3i, y: Vector3 | Vector3i, z: Vector3 | Vector3i
    ) -> None: ...
    def __init__(self, x: object = None, y: object = None, z: object = None) -> None:
        if x.__class__ is y.__class__ is z.__class__ is Vector3:
            self._m = matrix.of_columns(tuple(x), tuple(y), tuple(z))
        else:
            self._m = _matrix_of(x, y, z)

    def replace(
        self, *, x: Vector3 | None = None, y: Vector3 | None = None, z: Vector3 | None = None
    ) -> Basis:
        """The same basis with other axes in some places."""
        return Basis(
            self.x if x is None else x, self.y if y is None else y, self.z if z is None else z
        )

    __replace__ = replace

    @derived
    def x(self) -> Vector3:
        """Where x is put."""
        return Vector3(self._m[0], self._m[3], self._m[6])

    @derived
    def y(self) -> Vector3:
        """Where y is put."""
        return Vector3(self._m[1], self._m[4], self._m[7])

    @derived
    def z(self) -> Vector3:
        """Where z is put."""
        return Vector3(self._m[2], self._m[5], self._m[8])

    def __iter__(self) -> Iterator[Vector3]:
        return iter((self.x, self.y, self.z))

    def __hash__(self) -> int:
        return hash(self._m)

    def __bool__(self) -> bool:
        return self != Basis.IDENTITY

    def __str__(self) -> str:
        return matrix.text_of(self._m)

    # Operators.

    def __eq__(self, other: object) -> bool:
        return all(map(eq, self._m, other._m)) if isinstance(other, Basis) else NotImplemented

    @overload
    def __mul__(self, other: Basis | float) -> Basis: ...
    @overload
    def __mul__(self, other: Vector3) -> Vector3: ...
    def __mul__(self, other: Basis | Vector3 | float) -> Basis | Vector3:
        if other.__class__ is Vector3:
            return Vector3(*matrix.transform(self._m, tuple(other)))
        if other.__class__ is Basis:
            return made(matrix.product(self._m, other._m))
        if is_number(other):
            return made(matrix.times(self._m, f32(other)))
        return NotImplemented

    def __rmul__(self, other: Vector3) -> Vector3:
        if other.__class__ is Vector3:
            return Vector3(*matrix.transform(matrix.transposed(self._m), tuple(other)))
        return NotImplemented

    def __truediv__(self, other: float) -> Basis:
        if not is_number(other):
            return NotImplemented
        by = f32(other)
        return made(unpack_9(pack_9(*[divide(x, by) for x in self._m])))

    # Questions.

    def determinant(self) -> float:
        """By how much it stretches volumes; negative if it turns space inside out."""
        return matrix.determinant(self._m)

    def is_conformal(self) -> bool:
        """Whether it keeps angles: its axes have one length and stand at right angles."""
        return matrix.is_conformal(self._m)

    def is_finite(self) -> bool:
        """Whether no number in it is infinite or nan."""
        return all(map(isfinite, self._m))

    def is_equal_approx(self, b: Basis) -> bool:
        """Whether all numbers are nearly those of `b`."""
        return all(map(is_equal_approx, self._m, b._m))

    def tdotx(self, with_: Vector3) -> float:
        """The dot product with the x axis."""
        return self.x.dot(with_)

    def tdoty(self, with_: Vector3) -> float:
        """The dot product with the y axis."""
        return self.y.dot(with_)

    def tdotz(self, with_: Vector3) -> float:
        """The dot product with the z axis."""
        return self.z.dot(with_)

    def get_scale(self) -> Vector3:
        """The lengths of the axes, negative if it turns space inside out."""
        return Vector3(*matrix.get_scale(self._m))

    def get_rotation_quaternion(self) -> Quaternion:
        """The rotation in it, without scale and shear."""
        return Quaternion(*matrix.rotation_quaternion(self._m))

    def get_euler(self, order: int = EulerOrder.EULER_ORDER_YXZ) -> Vector3:
        """The rotation as three angles around the axes; it must have no scale and shear.

        Args:
            order: an `EulerOrder`; a wrong one is an error.
        """
        angles = matrix.to_euler(self._m, order)
        if angles is None:
            error("Invalid parameter for get_euler(order)")
            return Vector3.ZERO
        return Vector3(*angles)

    # Bases made of this one.

    def inverse(self) -> Basis:
        """The basis that takes back what this one does; an error, and itself, if there is none."""
        inverse = matrix.inverse(self._m)
        if inverse is None:
            error('Condition "det == 0" is true.')
            return self
        return made(inverse)

    def transposed(self) -> Basis:
        """Rows and columns of the matrix exchanged; the inverse, if it only turns."""
        return made(matrix.transposed(self._m))

    def orthonormalized(self) -> Basis:
        """The axes with length one and at right angles."""
        return made(matrix.orthonormalized(self._m))

    def rotated(self, axis: Vector3, angle: float) -> Basis:
        """This basis, then turned by `angle` (radians) around `axis`, of length one."""
        return Basis(as_vector3(axis), angle) * self

    def scaled(self, scale: Vector3) -> Basis:
        """This basis, then scaled along the axes of space."""
        return made(matrix.scaled_rows(self._m, tuple(as_vector3(scale))))

    def scaled_local(self, scale: Vector3) -> Basis:
        """This basis with its own axes scaled."""
        return made(unpack_9(pack_9(*map(mul, self._m, tuple(as_vector3(scale)) * 3))))

    def slerp(self, to: Basis, weight: float) -> Basis:
        """The basis `weight` (0 to 1) of the way to `to`, turning evenly."""
        weight = f32(weight)
        turned = matrix.of_quaternion(tuple(Quaternion(self).slerp(Quaternion(to), weight)))
        lengths = [
            lerp_number(matrix.length(self._m[i : i + 3]), matrix.length(to._m[i : i + 3]), weight)
            for i in (0, 3, 6)
        ]
        return made(matrix.scaled_rows(turned, tuple(lengths)))

    # Bases made of other things.

    @staticmethod
    def from_euler(euler: Vector3, order: int = EulerOrder.EULER_ORDER_YXZ) -> Basis:
        """The rotation by three angles (radians) around the axes.

        Args:
            euler: the angles.
            order: an `EulerOrder`; a wrong one is an error.
        """
        turned = matrix.of_euler(tuple(as_vector3(euler)), order)
        if turned is None:
            error("Invalid Euler order parameter.")
            return Basis()
        return made(turned)

    @staticmethod
    def from_scale(scale: Vector3) -> Basis:
        """The basis that scales along the axes."""
        return made(matrix.diagonal(tuple(as_vector3(scale))))

    @staticmethod
    def looking_at(
        target: Vector3,
        up: Vector3 = Vector3.UP,
        use_model_front: bool = False,
    ) -> Basis:
        """The rotation that makes something at the origin look at `target`.

        Args:
            target: where to look.
            up: what is to be above, as far as possible.
            use_model_front: whether things look along z, as models do, and not against it.
        """
        target, up = as_vector3(target), as_vector3(up)
        if target.is_zero_approx():
            error("The target vector can't be zero.")
            return Basis()
        if up.is_zero_approx():
            error("The up vector can't be zero.")
            return Basis()
        z = target.normalized()
        if not use_model_front:
            z = -z
        x = up.cross(z)
        if x.is_zero_approx():
            warning(
                "Target and up vectors are colinear. This is not advised as it may cause unwanted "
                "rotation around local Z axis."
            )
            x = any_perpendicular(up)
        x = x.normalized()
        return Basis(x, z.cross(x), z)


def made(m: Floats) -> Basis:
    """The basis of a matrix."""
    basis = Basis.__new__(Basis)
    basis._m = m
    return basis


def _matrix_of(*given: object) -> Floats:
    """What a constructor call means when it wasn't three `Vector3`."""
    a, b, c = given
    if b is None and c is None:
        if a is None:
            return matrix.IDENTITY
        if isinstance(a, Basis):
            return a._m
        if isinstance(a, Quaternion):
            return matrix.of_quaternion(a._parts())
    if family_of(a) == "Vector3":
        if c is None and is_number(b):
            axis = as_vector3(a)
            usable = axis._is_normal("axis")
            return matrix.of_axis_angle(tuple(axis), f32(b)) if usable else matrix.IDENTITY
        if family_of(b) == family_of(c) == "Vector3":
            return matrix.of_columns(*[tuple(as_vector3(one)) for one in given])
    wanted = "three axes, an axis and an angle, a quaternion or a basis"
    raise wrong_arguments("Basis", wanted, *given)


Basis.IDENTITY = Basis()
Basis.FLIP_X = Basis.from_scale(Vector3(-1.0, 1.0, 1.0))
Basis.FLIP_Y = Basis.from_scale(Vector3(1.0, -1.0, 1.0))
Basis.FLIP_Z = Basis.from_scale(Vector3(1.0, 1.0, -1.0))
