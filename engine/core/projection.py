"""Projection: a matrix of 4 by 4, which is how a camera puts space on a screen."""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import IntEnum
from operator import eq
from typing import TYPE_CHECKING, ClassVar, Final, final, overload

from engine.core import _matrix4 as matrix
from engine.core._float32 import atan2, cos, divide, f32, sin
from engine.core._int_vector import whole
from engine.core._matrix import PI, Floats
from engine.core._value import Indexed, derived, family_of, wrong_arguments
from engine.core.aabb import AABB
from engine.core.output import error
from engine.core.plane import Plane
from engine.core.rect2 import Rect2
from engine.core.transform3d import Transform3D
from engine.core.vector2 import Vector2
from engine.core.vector3 import Vector3
from engine.core.vector4 import Vector4

if TYPE_CHECKING:
    from engine.core.vector4i import Vector4i


class _Planes(IntEnum):
    PLANE_NEAR = 0
    PLANE_FAR = 1
    PLANE_LEFT = 2
    PLANE_TOP = 3
    PLANE_RIGHT = 4
    PLANE_BOTTOM = 5


# Which row is taken from or added to the last one for each plane.
_ROWS = {0: (2, 1.0), 1: (2, -1.0), 2: (0, 1.0), 3: (1, -1.0), 4: (0, -1.0), 5: (1, 1.0)}


@final
class Projection(Indexed):
    """Four columns of four 32-bit floats.

    `Projection()` changes nothing; `Projection(x, y, z, w)` takes the columns,
    `Projection(transform)` a `Transform3D`, and `Projection(projection)` another one; cameras are
    made by `create_perspective` and its like. A projection never changes: `p.replace(w=...)` makes
    another one.

    `a * b` does what b does, then what a does; `p * v` is the matrix times a `Vector4`, and `v * p`
    its transpose times the vector.
    """

    # The numbers, column by column; see `_matrix4`.
    __slots__ = ("_m",)
    __match_args__ = ("x", "y", "z", "w")
    _family = "Projection"
    _m: Floats

    Planes = _Planes
    PLANE_NEAR: Final = _Planes.PLANE_NEAR
    PLANE_FAR: Final = _Planes.PLANE_FAR
    PLANE_LEFT: Final = _Planes.PLANE_LEFT
    PLANE_TOP: Final = _Planes.PLANE_TOP
    PLANE_RIGHT: Final = _Planes.PLANE_RIGHT
    PLANE_BOTTOM: Final = _Planes.PLANE_BOTTOM
    IDENTITY: ClassVar[Projection]
    ZERO: ClassVar[Projection]

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self, from_: Projection | Transform3D, /) -> None: ...
    @overload
    def __init__(
        self,
        x: Vector4 | Vector4i,
        y: Vector4 | Vector4i,
        z: Vector4 | Vector4i,
        w: Vector4 | Vector4i,
    ) -> None: ...
    def __init__(
        self, x: object = None, y: object = None, z: object = None, w: object = None
    ) -> None:
        self._m = _matrix_of(x, y, z, w)

    def replace(
        self,
        *,
        x: Vector4 | None = None,
        y: Vector4 | None = None,
        z: Vector4 | None = None,
        w: Vector4 | None = None,
    ) -> Projection:
        """The same projection with other columns in some places."""
        return Projection(
            self.x if x is None else x,
            self.y if y is None else y,
            self.z if z is None else z,
            self.w if w is None else w,
        )

    __replace__ = replace

    @derived
    def x(self) -> Vector4:
        """The first column."""
        return Vector4(*self._m[0:4])

    @derived
    def y(self) -> Vector4:
        """The second column."""
        return Vector4(*self._m[4:8])

    @derived
    def z(self) -> Vector4:
        """The third column."""
        return Vector4(*self._m[8:12])

    @derived
    def w(self) -> Vector4:
        """The fourth column."""
        return Vector4(*self._m[12:16])

    def __iter__(self) -> Iterator[Vector4]:
        return iter((self.x, self.y, self.z, self.w))

    def __hash__(self) -> int:
        return hash(self._m)

    def __bool__(self) -> bool:
        return self != Projection.IDENTITY

    def __str__(self) -> str:
        return f"[X: {self.x}, Y: {self.y}, Z: {self.z}, W: {self.w}]"

    # Operators.

    def __eq__(self, other: object) -> bool:
        return all(map(eq, self._m, other._m)) if isinstance(other, Projection) else NotImplemented

    @overload
    def __mul__(self, other: Projection) -> Projection: ...
    @overload
    def __mul__(self, other: Vector4) -> Vector4: ...
    def __mul__(self, other: Projection | Vector4) -> Projection | Vector4:
        if other.__class__ is Vector4:
            return Vector4(*matrix.transform(self._m, tuple(other)))
        if other.__class__ is Projection:
            return _made(matrix.product(self._m, other._m))
        return NotImplemented

    def __rmul__(self, other: Vector4) -> Vector4:
        if other.__class__ is Vector4:
            return Vector4(*matrix.transform(matrix.transposed(self._m), tuple(other)))
        return NotImplemented

    # The matrix.

    def determinant(self) -> float:
        """By how much it stretches volumes."""
        return matrix.determinant(self._m)

    def inverse(self) -> Projection:
        """What takes it back; an error, and itself, if nothing can."""
        inverse = matrix.inverse(self._m)
        return self if inverse is None else _made(inverse)

    def flipped_y(self) -> Projection:
        """The same projection, upside down."""
        return self.replace(y=-self.y)

    def jitter_offseted(self, offset: Vector2) -> Projection:
        """The same projection, moved on the screen."""
        offset = Vector2(offset)
        return self.replace(w=self.w + Vector4(offset.x, offset.y, 0.0, 0.0))

    def perspective_znear_adjusted(self, new_znear: float) -> Projection:
        """The same perspective with another near distance."""
        far, near = self.get_z_far(), f32(new_znear)
        return _made(_with_depth(self._m, near, far))

    # What it shows.

    def is_orthogonal(self) -> bool:
        """Whether far things are shown as large as near ones."""
        return self._m[11] == 0.0

    def get_projection_plane(self, plane: int) -> Plane:
        """One of the six planes (`PLANE_*`) that bound what is seen, facing outwards."""
        if plane not in _ROWS:
            return Plane()
        row, sign = _ROWS[plane]
        m = self._m
        a, b, c, d = (f32(m[4 * i + 3] + sign * m[4 * i + row]) for i in range(4))
        return Plane(-Vector3(a, b, c), d).normalized()

    def get_z_far(self) -> float:
        """The distance beyond which nothing is seen."""
        m = self._m
        return f32(divide(f32(m[15] - m[14]), f32(m[11] - m[10])))

    def get_z_near(self) -> float:
        """The distance below which nothing is seen."""
        m = self._m
        return f32(divide(f32(m[15] + m[14]), f32(m[11] + m[10])))

    def get_fov(self) -> float:
        """The horizontal angle of view, in degrees."""
        middle, scale = self._m[8], self._m[0]
        if middle == 0.0:
            return _degrees(f32(2.0 * atan2(1.0, scale)))
        right, left = atan2(f32(middle + 1.0), scale), atan2(f32(middle - 1.0), scale)
        return _degrees(f32(right - left))

    def get_aspect(self) -> float:
        """Width divided by height of what is shown."""
        return f32(divide(self._m[5], self._m[0]))

    def get_viewport_half_extents(self) -> Vector2:
        """Half of width and height of what is seen at the near distance."""
        return self._half_extents(self.get_z_near())

    def get_far_plane_half_extents(self) -> Vector2:
        """Half of width and height of what is seen at the far distance."""
        return self._half_extents(self.get_z_far())

    def _half_extents(self, distance: float) -> Vector2:
        w = f32(f32(-distance * self._m[11]) + self._m[15])
        return Vector2(divide(w, self._m[0]), divide(w, self._m[5]))

    def get_lod_multiplier(self) -> float:
        """By how much the distance counts for the detail of things."""
        return f32(divide(2.0, self._m[0]))

    def get_pixels_per_meter(self, for_pixel_width: int) -> int:
        """How many pixels one meter has at the near distance, on a screen of some width."""
        width = f32(self.get_viewport_half_extents().x * 2.0)
        return whole(f32(divide(for_pixel_width, width)), -(1 << 31))

    @staticmethod
    def get_fovy(fovx: float, aspect: float) -> float:
        """The vertical angle of view for a horizontal one, both in degrees."""
        half = _radians(f32(fovx)) * 0.5
        return f32(math.degrees(math.atan(f32(aspect) * math.tan(half)) * 2.0))

    # Making projections.

    @staticmethod
    def create_depth_correction(flip_y: bool) -> Projection:
        """From depths between -1 and 1 to those between 1 and 0, and upside down if asked for."""
        y = -1.0 if flip_y else 1.0
        return _of_places({0: 1.0, 5: y, 10: -0.5, 14: 0.5, 15: 1.0})

    @staticmethod
    def create_light_atlas_rect(rect: Rect2) -> Projection:
        """Onto a part of a texture."""
        (x, y), (width, height) = rect
        return _of_places({0: width, 5: height, 10: 1.0, 12: x, 13: y, 15: 1.0})

    @staticmethod
    def create_fit_aabb(aabb: AABB) -> Projection:
        """From the inside of a box to coordinates between -1 and 1."""
        start, end = aabb.position, aabb.end
        places = {15: 1.0}
        for axis, (low, high) in enumerate(zip(start, end, strict=True)):
            size = f32(high - low)
            places[5 * axis] = divide(2.0, size)
            places[12 + axis] = divide(-f32(high + low), size)
        return _of_places(places)

    @staticmethod
    def create_perspective(
        fovy: float, aspect: float, z_near: float, z_far: float, flip_fov: bool = False
    ) -> Projection:
        """A camera: far things look smaller.

        Args:
            fovy: the vertical angle of view in degrees.
            aspect: width divided by height.
            z_near: where it starts to see.
            z_far: where it ends to see.
            flip_fov: whether `fovy` is the horizontal angle instead.
        """
        fovy, aspect, near, far = f32(fovy), f32(aspect), f32(z_near), f32(z_far)
        if flip_fov:
            fovy = Projection.get_fovy(fovy, f32(divide(1.0, aspect)))
        half = f32(math.radians(fovy / 2.0))
        sine = sin(half)
        if far == near or sine == 0.0 or aspect == 0.0:
            return Projection()
        cotangent = f32(cos(half) / sine)
        places = {0: cotangent / aspect, 5: cotangent, 11: -1.0}
        return _made(_with_depth(_of_places(places)._m, near, far))

    @staticmethod
    def create_perspective_hmd(
        fovy: float,
        aspect: float,
        z_near: float,
        z_far: float,
        flip_fov: bool,
        eye: int,
        intraocular_dist: float,
        convergence_dist: float,
    ) -> Projection:
        """A perspective for one eye (1 left, 2 right) of a headset."""
        fovy, aspect, near = f32(fovy), f32(aspect), f32(z_near)
        if flip_fov:
            fovy = Projection.get_fovy(fovy, f32(divide(1.0, aspect)))
        top = f32(near * math.tan(math.radians(fovy / 2.0)))
        right = f32(top * aspect)
        half = f32(intraocular_dist) / 2.0
        shift = f32(divide(half * near, f32(convergence_dist)))
        shift, half = {1: (shift, half), 2: (-shift, -half)}.get(eye, (0.0, 0.0))
        frustum = Projection.create_frustum(
            f32(-right + shift), f32(right + shift), -top, top, near, z_far
        )
        return frustum * Projection(Transform3D().translated(Vector3(half, 0.0, 0.0)))

    @staticmethod
    def create_for_hmd(
        eye: int,
        aspect: float,
        intraocular_dist: float,
        display_width: float,
        display_to_lens: float,
        oversample: float,
        z_near: float,
        z_far: float,
    ) -> Projection:
        """A perspective for one eye (1 left, 2 right) of a headset with lenses."""
        apart, width, lens = f32(intraocular_dist), f32(display_width), f32(display_to_lens)
        over, near = f32(oversample), f32(z_near)
        inner = f32(divide(apart * 0.5, lens))
        outer = f32(divide(f32(width - apart) * 0.5, lens))
        top = f32(divide(width / 4.0, lens))
        more = f32(f32(inner + outer) * (over - 1.0) / 2.0)
        inner, outer = f32(inner + more), f32(outer + more)
        top = f32(f32(divide(f32(top * over), f32(aspect))) * near)
        inner, outer = f32(inner * near), f32(outer * near)
        if eye == 1:
            return Projection.create_frustum(-outer, inner, -top, top, near, z_far)
        if eye == 2:
            return Projection.create_frustum(-inner, outer, -top, top, near, z_far)
        return Projection()

    @staticmethod
    def create_orthogonal(
        left: float, right: float, bottom: float, top: float, z_near: float, z_far: float
    ) -> Projection:
        """A camera without perspective, which shows a box."""
        sides = (f32(left), f32(right)), (f32(bottom), f32(top)), (f32(z_near), f32(z_far))
        places = {15: 1.0}
        for axis, (low, high) in enumerate(sides):
            size = f32(high - low)
            places[5 * axis] = divide(-2.0 if axis == 2 else 2.0, size)
            places[12 + axis] = -f32(divide(f32(high + low), size))
        return _of_places(places)

    @staticmethod
    def create_orthogonal_aspect(
        size: float, aspect: float, z_near: float, z_far: float, flip_fov: bool = False
    ) -> Projection:
        """A camera without perspective; `size` is the height, or the width if `flip_fov` is set."""
        right, top = _half_sizes(size, aspect, flip_fov)
        return Projection.create_orthogonal(-right, right, -top, top, z_near, z_far)

    @staticmethod
    def create_frustum(
        left: float, right: float, bottom: float, top: float, z_near: float, z_far: float
    ) -> Projection:
        """A camera that shows what is behind a window at the near distance."""
        left, right, bottom, top = f32(left), f32(right), f32(bottom), f32(top)
        near, far = f32(z_near), f32(z_far)
        for wrong, condition in (
            (right <= left, "p_right <= p_left"),
            (top <= bottom, "p_top <= p_bottom"),
            (far <= near, "p_far <= p_near"),
        ):
            if wrong:
                error(f'Condition "{condition}" is true.')
                return Projection()
        width, height = f32(right - left), f32(top - bottom)
        places = {
            0: divide(f32(2.0 * near), width),
            5: divide(f32(2.0 * near), height),
            8: divide(f32(right + left), width),
            9: divide(f32(top + bottom), height),
            11: -1.0,
        }
        return _made(_with_depth(_of_places(places)._m, near, far))

    @staticmethod
    def create_frustum_aspect(
        size: float,
        aspect: float,
        offset: Vector2,
        z_near: float,
        z_far: float,
        flip_fov: bool = False,
    ) -> Projection:
        """A camera that shows what is behind a window, which is moved by `offset`.

        Args:
            size: the height of the window at the near distance.
            aspect: width divided by height.
            offset: by how much the window is off the middle.
            z_near: where it starts to see.
            z_far: where it ends to see.
            flip_fov: whether `size` is the width instead.
        """
        right, top = _half_sizes(size, aspect, flip_fov)
        x, y = Vector2(offset)
        return Projection.create_frustum(
            f32(-right + x), f32(right + x), f32(-top + y), f32(top + y), z_near, z_far
        )


def _made(m: Floats) -> Projection:
    projection = Projection.__new__(Projection)
    projection._m = m
    return projection


def _of_places(places: dict[int, float]) -> Projection:
    """The projection with some numbers that are not zero."""
    return _made(matrix.rounded(*[places.get(i, 0.0) for i in range(16)]))


def _with_depth(m: Floats, near: float, far: float) -> Floats:
    """A perspective with other distances."""
    depth = f32(far - near)
    a = divide(-f32(far + near), depth)
    b = divide(f32(f32(-2.0 * near) * far), depth)
    return matrix.rounded(*m[:10], a, *m[11:14], b, m[15])


def _half_sizes(size: float, aspect: float, flip: bool) -> tuple[float, float]:
    width, aspect = f32(size), f32(aspect)
    if not flip:
        width = f32(width * aspect)
    return f32(width / 2.0), f32(f32(divide(width, aspect)) / 2.0)


def _radians(degrees: float) -> float:
    return f32(degrees * f32(PI / 180.0))


def _degrees(radians: float) -> float:
    return f32(radians * f32(180.0 / PI))


def _matrix_of(*given: object) -> Floats:
    """What a constructor call means."""
    a, b, c, d = given
    if all(family_of(one) == "Vector4" for one in given):
        return tuple(x for one in given for x in Vector4(one))  # type: ignore[call-overload]
    if b is c is d is None:
        if a is None:
            return matrix.IDENTITY
        if isinstance(a, Projection):
            return a._m
        if isinstance(a, Transform3D):
            columns = [(*axis, 0.0) for axis in a._basis] + [(*a._origin, 1.0)]
            return tuple(x for column in columns for x in column)
    raise wrong_arguments("Projection", "four columns, a transform or a projection", *given)


Projection.IDENTITY = Projection()
Projection.ZERO = _made(matrix.ZERO)
