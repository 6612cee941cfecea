"""Matrices of 3 by 3 and rotations, as plain tuples of 32-bit floats.

A matrix is a tuple of nine numbers, row by row; a vector is one of three, and a quaternion one of
four (x, y, z, w). All arguments are rounded already, and every step is: see `_float32`. `Basis`,
`Quaternion` and `Transform3D` are made of these functions, and so do not need each other.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from operator import add, mul
from struct import Struct

from engine.core._float32 import (
    EPSILON,
    atan2,
    cos,
    divide,
    f32,
    is_equal_approx,
    is_one_approx,
    pack_3,
    pack_4,
    real_text,
    sin,
    sqrt,
    unpack_3,
    unpack_4,
)
from engine.core.output import error

Floats = tuple[float, ...]

pack_9: Callable[..., bytes] = Struct("9f").pack
unpack_9: Callable[[bytes], Floats] = Struct("9f").unpack
pack_27: Callable[..., bytes] = Struct("27f").pack
unpack_27: Callable[[bytes], Floats] = Struct("27f").unpack

IDENTITY: Floats = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)

PI = f32(math.pi)
HALF_PI = f32(math.pi / 2)
_NEARLY_ONE = f32(1.0 - EPSILON)


def round_3(a: float, b: float, c: float) -> tuple[float, float, float]:
    """Three numbers, rounded."""
    return unpack_3(pack_3(a, b, c))


def round_4(a: float, b: float, c: float, d: float) -> tuple[float, float, float, float]:
    """Four numbers, rounded."""
    return unpack_4(pack_4(a, b, c, d))


def acos(x: float) -> float:
    """Arc cosine, rounded; what lies outside of -1 to 1 counts as the end of that."""
    return PI if x < -1.0 else 0.0 if x > 1.0 else f32(math.acos(x))


def asin(x: float) -> float:
    """Arc sine, rounded; what lies outside of -1 to 1 counts as the end of that."""
    return -HALF_PI if x < -1.0 else HALF_PI if x > 1.0 else f32(math.asin(x))


# Products.


def product(a: Floats, b: Floats) -> Floats:
    """The matrix product."""
    rows = a[0:3] * 3 + a[3:6] * 3 + a[6:9] * 3
    columns = (b[0::3] + b[1::3] + b[2::3]) * 3
    parts = unpack_27(pack_27(*map(mul, rows, columns)))
    sums = unpack_9(pack_9(*map(add, parts[0::3], parts[1::3])))
    return unpack_9(pack_9(*map(add, sums, parts[2::3])))


def transform(m: Floats, v: Floats) -> tuple[float, float, float]:
    """The vector that the matrix makes of `v`."""
    parts = unpack_9(pack_9(*map(mul, m, v * 3)))
    sums = round_3(*map(add, parts[0::3], parts[1::3]))
    return round_3(*map(add, sums, parts[2::3]))


def dot(a: Floats, b: Floats) -> float:
    """The dot product of two vectors."""
    x, y, z = round_3(a[0] * b[0], a[1] * b[1], a[2] * b[2])
    return f32(f32(x + y) + z)


def transposed(m: Floats) -> Floats:
    """Rows and columns exchanged."""
    return m[0::3] + m[1::3] + m[2::3]


def scaled_rows(m: Floats, scale: Floats) -> Floats:
    """Each row times a number of its own."""
    x, y, z = scale
    return unpack_9(pack_9(*map(mul, m, (x, x, x, y, y, y, z, z, z))))


def times(m: Floats, factor: float) -> Floats:
    """Every number times `factor`."""
    return unpack_9(pack_9(*[x * factor for x in m]))


def diagonal(scale: Floats) -> Floats:
    """The matrix that scales by each axis."""
    x, y, z = scale
    return (x, 0.0, 0.0, 0.0, y, 0.0, 0.0, 0.0, z)


# Determinant and inverse.


def _difference(a: float, b: float, c: float, d: float) -> float:
    return f32(f32(a * b) - f32(c * d))


def determinant(m: Floats) -> float:
    """By how much the matrix stretches volumes; negative if it turns space inside out."""
    a, b, c, d, e, f, g, h, i = m
    first = f32(a * _difference(e, i, h, f))
    second = f32(d * _difference(b, i, h, c))
    third = f32(g * _difference(b, f, e, c))
    return f32(f32(first - second) + third)


def inverse(m: Floats) -> Floats | None:
    """The matrix that takes back what this one does; None if there is none."""
    a, b, c, d, e, f, g, h, i = m
    x = _difference(e, i, f, h)
    y = _difference(f, g, d, i)
    z = _difference(d, h, e, g)
    det = dot((a, b, c), (x, y, z))
    if det == 0.0:
        return None
    rest = (
        x, _difference(c, h, b, i), _difference(b, f, c, e),
        y, _difference(a, i, c, g), _difference(c, d, a, f),
        z, _difference(b, g, a, h), _difference(a, e, b, d),
    )  # fmt: skip
    return times(rest, f32(divide(1.0, det)))


# Lengths and directions of the columns.


def columns(m: Floats) -> tuple[Floats, Floats, Floats]:
    """The three columns, which are the axes."""
    return m[0::3], m[1::3], m[2::3]


def of_columns(x: Floats, y: Floats, z: Floats) -> Floats:
    """The matrix of three columns."""
    return tuple(number for row in zip(x, y, z, strict=True) for number in row)


def length(v: Floats) -> float:
    """The length of a vector or a quaternion."""
    return sqrt(dot(v, v) if len(v) == 3 else dot_4(v, v))


def normalized(v: Floats) -> Floats:
    """The same direction with the length one; zero stays zero."""
    square = dot(v, v)
    if square == 0.0:
        return (0.0, 0.0, 0.0)
    size = sqrt(square)
    return round_3(v[0] / size, v[1] / size, v[2] / size)


def _without(v: Floats, axis: Floats) -> Floats:
    """What is left of `v` without its part along `axis`."""
    size = dot(axis, v)
    x, y, z = round_3(axis[0] * size, axis[1] * size, axis[2] * size)
    return x, y, z


def orthonormalized(m: Floats) -> Floats:
    """The matrix with columns of length one that stand at right angles."""
    x, y, z = columns(m)
    x = normalized(x)
    y = normalized(_minus(y, _without(y, x)))
    z = normalized(_minus(_minus(z, _without(z, x)), _without(z, y)))
    return of_columns(x, y, z)


def _minus(a: Floats, b: Floats) -> Floats:
    return round_3(a[0] - b[0], a[1] - b[1], a[2] - b[2])


def get_scale(m: Floats) -> Floats:
    """The lengths of the columns, negative if the matrix turns space inside out."""
    det = determinant(m)
    sign = 1.0 if det > 0.0 else -1.0 if det < 0.0 else 0.0
    return tuple(sign * length(column) for column in columns(m))


def is_rotation(m: Floats) -> bool:
    """Whether the matrix only turns."""
    return is_conformal(m) and is_one_approx(determinant(m))


def is_conformal(m: Floats) -> bool:
    """Whether the columns are of the same length and stand at right angles, nearly."""
    x, y, z = columns(m)
    square = dot(x, x)
    return (
        is_equal_approx(square, dot(y, y))
        and is_equal_approx(square, dot(z, z))
        and all(abs(dot(a, b)) < EPSILON for a, b in ((x, y), (x, z), (y, z)))
    )


# Rotations: by axis and angle, by quaternion.


def of_axis_angle(axis: Floats, angle: float) -> Floats:
    """The matrix that turns by `angle` around `axis`, which has the length one."""
    x, y, z = axis
    sine, cosine = sin(angle), cos(angle)
    rest = f32(1.0 - cosine)
    xx, yy, zz = round_3(x * x, y * y, z * z)
    a, b, c = round_3(1.0 - xx, 1.0 - yy, 1.0 - zz)
    a, b, c = round_3(cosine * a, cosine * b, cosine * c)
    xy, xz, yz = round_3(x * y, x * z, y * z)
    xy, xz, yz = round_3(xy * rest, xz * rest, yz * rest)
    x, y, z = round_3(x * sine, y * sine, z * sine)
    numbers = (xx + a, xy - z, xz + y, xy + z, yy + b, yz - x, xz - y, yz + x, zz + c)
    return unpack_9(pack_9(*numbers))


def of_quaternion(q: Floats) -> Floats:
    """The matrix that turns as a quaternion does."""
    x, y, z, w = q
    s = f32(divide(2.0, dot_4(q, q)))
    xs, ys, zs = round_3(x * s, y * s, z * s)
    wx, wy, wz = round_3(w * xs, w * ys, w * zs)
    xx, xy, xz = round_3(x * xs, x * ys, x * zs)
    yy, yz, zz = round_3(y * ys, y * zs, z * zs)
    a, b, c = round_3(yy + zz, xx + zz, xx + yy)
    numbers = (1.0 - a, xy - wz, xz + wy, xy + wz, 1.0 - b, yz - wx, xz - wy, yz + wx, 1.0 - c)
    return unpack_9(pack_9(*numbers))


def quaternion_of(m: Floats) -> Floats:
    """The quaternion of a matrix that only turns."""
    trace = f32(f32(m[0] + m[4]) + m[8])
    q = [0.0] * 4
    if trace > 0.0:
        s = sqrt(f32(trace + 1.0))
        q[3] = f32(s * 0.5)
        s = f32(0.5 / s)
        q[0], q[1], q[2] = round_3(m[7] - m[5], m[2] - m[6], m[3] - m[1])
        q[0], q[1], q[2] = round_3(q[0] * s, q[1] * s, q[2] * s)
        return tuple(q)
    if m[0] < m[4]:
        i = 2 if m[4] < m[8] else 1
    else:
        i = 2 if m[0] < m[8] else 0
    j, k = (i + 1) % 3, (i + 2) % 3
    s = sqrt(f32(f32(f32(m[4 * i] - m[4 * j]) - m[4 * k]) + 1.0))
    q[i] = f32(s * 0.5)
    s = f32(divide(0.5, s))
    q[3] = f32(f32(m[3 * k + j] - m[3 * j + k]) * s)
    q[j] = f32(f32(m[3 * j + i] + m[3 * i + j]) * s)
    q[k] = f32(f32(m[3 * k + i] + m[3 * i + k]) * s)
    return tuple(q)


def quaternion_of_rotation(m: Floats) -> Floats:
    """As `quaternion_of`, for any matrix: an error, and no rotation, if it does more than turn."""
    if is_rotation(m):
        return quaternion_of(m)
    error(
        f"Basis {text_of(m)} must be normalized in order to be casted to a Quaternion. Use "
        "get_rotation_quaternion() or call orthonormalized() if the Basis contains linearly "
        "independent vectors."
    )
    return (0.0, 0.0, 0.0, 1.0)


def rotation_quaternion(m: Floats) -> Floats:
    """The quaternion of the turning in any matrix; scales and mirrors are left out."""
    m = orthonormalized(m)
    if determinant(m) < 0.0:
        m = tuple(-x for x in m)
    return quaternion_of_rotation(m)


def text_of(m: Floats) -> str:
    """What Godot prints for a basis."""
    x, y, z = (f"({', '.join(map(real_text, column))})" for column in columns(m))
    return f"[X: {x}, Y: {y}, Z: {z}]"


def dot_4(a: Floats, b: Floats) -> float:
    """The dot product of two quaternions."""
    x, y, z, w = round_4(a[0] * b[0], a[1] * b[1], a[2] * b[2], a[3] * b[3])
    return f32(f32(f32(x + y) + z) + w)


# Rotations by three angles, one after the other.


def of_euler(angles: Floats, order: int) -> Floats | None:
    """The matrix that turns by three angles; None for an order that does not exist."""
    if order not in _ORDERS:
        return None
    about = _turn_x(angles[0]), _turn_y(angles[1]), _turn_z(angles[2])
    first, second, third = (about[axis] for axis in _ORDERS[order])
    # For the very first order only, Godot multiplies from the back.
    if order == 0:
        return product(first, product(second, third))
    return product(product(first, second), third)


def _turn_x(angle: float) -> Floats:
    s, c = sin(angle), cos(angle)
    return (1.0, 0.0, 0.0, 0.0, c, -s, 0.0, s, c)


def _turn_y(angle: float) -> Floats:
    s, c = sin(angle), cos(angle)
    return (c, 0.0, s, 0.0, 1.0, 0.0, -s, 0.0, c)


def _turn_z(angle: float) -> Floats:
    s, c = sin(angle), cos(angle)
    return (c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0)


# EulerOrder: the axes in the order in which their matrices are multiplied.
_ORDERS = {0: (0, 1, 2), 1: (0, 2, 1), 2: (1, 0, 2), 3: (1, 2, 0), 4: (2, 0, 1), 5: (2, 1, 0)}


def to_euler(m: Floats, order: int) -> Floats | None:
    """The three angles of a matrix that only turns; None for an order that does not exist.

    One number of the matrix is the sine of the middle angle. Where that is 1 or -1, the other two
    turn around the same axis, and the last of them is taken as zero.
    """
    if order not in _ORDERS:
        return None
    pure = _single_turn(m, order)
    if pure is not None:
        return pure
    middle, place, sign = _MIDDLE[order]
    sine = m[place]
    angles = [0.0, 0.0, 0.0]
    if abs(sine) < _NEARLY_ONE:
        angles[middle] = asin(sign * sine)
        for axis, y_sign, y, x in _OTHERS[order]:
            angles[axis] = atan2(y_sign * m[y], m[x])
    else:
        high = sine > 0.0
        angles[middle] = sign * (HALF_PI if high else -HALF_PI)
        axis, low_sign, high_sign, y, x = _LOCKED[order]
        angles[axis] = (high_sign if high else low_sign) * atan2(m[y], m[x])
    return tuple(angles)


def _single_turn(m: Floats, order: int) -> Floats | None:
    """The two orders that tell a turn around their middle axis alone, up to half a circle."""
    if order == 0 and m[1] == m[3] == m[5] == m[7] == 0.0 and m[4] == 1.0:
        return (0.0, atan2(m[2], m[0]), 0.0)
    if order == 2 and m[1] == m[2] == m[3] == m[6] == 0.0 and m[0] == 1.0:
        return (atan2(-m[5], m[4]), 0.0, 0.0)
    return None


# For each order: the middle axis, the place of its sine in the matrix, and the sign of that.
_MIDDLE = {0: (1, 2, 1.0), 1: (2, 1, -1.0), 2: (0, 5, -1.0), 3: (2, 3, 1.0), 4: (0, 7, 1.0),
           5: (1, 6, -1.0)}  # fmt: skip
# The two other axes: the sign and place of the sine, and the place of the cosine of each.
_OTHERS = {
    0: ((0, -1.0, 5, 8), (2, -1.0, 1, 0)),
    1: ((0, 1.0, 7, 4), (1, 1.0, 2, 0)),
    2: ((1, 1.0, 2, 8), (2, 1.0, 3, 4)),
    3: ((0, -1.0, 5, 4), (1, -1.0, 6, 0)),
    4: ((1, -1.0, 6, 8), (2, -1.0, 1, 4)),
    5: ((0, 1.0, 7, 8), (2, 1.0, 3, 0)),
}
# The axis that is left where two are the same: the sign of its angle where the middle sine is -1
# and where it is 1, and the places of its sine and cosine.
_LOCKED = {
    0: (0, 1.0, 1.0, 7, 4),
    1: (0, -1.0, -1.0, 5, 8),
    2: (1, 1.0, -1.0, 1, 0),
    3: (0, 1.0, 1.0, 7, 8),
    4: (1, 1.0, 1.0, 2, 0),
    5: (2, -1.0, -1.0, 1, 4),
}
