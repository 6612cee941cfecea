"""Godot's mathematical functions that take numbers and vectors alike.

Vectors bring these operations themselves, as methods of the same name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core import variant_type as t
from engine.core._scalar_math import (
    ceilf,
    floorf,
    lerpf,
    roundf,
    signf,
    snappedf,
    snappedi,
    wrapf,
    wrapi,
)
from engine.core._type_of import type_of

_NUMBERS = (int, float)
_VECTORS = frozenset(
    (
        t.TYPE_VECTOR2, t.TYPE_VECTOR2I, t.TYPE_VECTOR3, t.TYPE_VECTOR3I, t.TYPE_VECTOR4,
        t.TYPE_VECTOR4I,
    )
)  # fmt: skip
_LERPED = frozenset((t.TYPE_VECTOR2, t.TYPE_VECTOR3, t.TYPE_VECTOR4, t.TYPE_COLOR))


def abs_(x: Any) -> Any:
    """A number without its sign, or a vector of such numbers."""
    if isinstance(x, _NUMBERS) and x is not True and x is not False:
        return abs(x)
    return _of_vector("abs", x)


def ceil(x: Any) -> Any:
    """The whole number above, of the type it was, or a vector of such numbers."""
    return _rounded("ceil", ceilf, x)


def floor(x: Any) -> Any:
    """The whole number below, of the type it was, or a vector of such numbers."""
    return _rounded("floor", floorf, x)


def round_(x: Any) -> Any:
    """The nearest whole number, halves away from zero, or a vector of such numbers."""
    return _rounded("round", roundf, x)


def _rounded(name: str, function: Callable[[float], float], x: Any) -> Any:
    if isinstance(x, int) and x is not True and x is not False:
        return x
    return function(x) if isinstance(x, float) else _of_vector(name, x)


def sign(x: Any) -> Any:
    """1, -1 or 0, of the type it was, or a vector of such numbers."""
    if isinstance(x, int) and x is not True and x is not False:
        return (x > 0) - (x < 0)
    return signf(x) if isinstance(x, float) else _of_vector("sign", x)


def snapped(x: Any, step: Any) -> Any:
    """The multiple of `step` that is nearest to `x`; with vectors, of each component.

    The result is an int if `step` is one.
    """
    if isinstance(x, _NUMBERS):
        return snappedi(x, step) if isinstance(step, int) else snappedf(x, step)
    return _of_vector("snapped", x, step)


def wrap(value: Any, min_: Any, max_: Any) -> Any:
    """`value` put between `min_` and `max_` as on a clock: an int, of 32 bits, if all are."""
    if isinstance(value, int) and isinstance(min_, int) and isinstance(max_, int):
        return wrapi(*((one + 2**31) % 2**32 - 2**31 for one in (value, min_, max_)))
    return wrapf(value, min_, max_)


def clamp(value: Any, min_: Any, max_: Any) -> Any:
    """`value`, held between `min_` and `max_`, which all keep their types."""
    if type_of(value) in _VECTORS:
        return value.clamp(min_, max_)
    value = min_ if value < min_ else value
    return max_ if value > max_ else value


def lerp(from_: Any, to: Any, weight: Any) -> Any:
    """The value between two others: `from_` at weight 0, `to` at 1.

    Quaternions and bases turn on the shortest way, transforms interpolate each of their parts.
    """
    if isinstance(from_, _NUMBERS):
        return float(lerpf(from_, to, weight))
    kind = type_of(from_)
    if kind in _LERPED:
        return from_.lerp(to, weight)
    if kind in (t.TYPE_QUATERNION, t.TYPE_BASIS):
        return from_.slerp(to, weight)
    if kind in (t.TYPE_TRANSFORM2D, t.TYPE_TRANSFORM3D):
        return from_.interpolate_with(to, weight)
    raise TypeError(
        'Argument "from" must be "int", "float", "Vector2", "Vector3", "Vector4", "Color", '
        f'"Quaternion", "Basis", "Transform2D", or "Transform3D", not {type(from_).__name__}.'
    )


def max_(*args: Any) -> Any:
    """The largest of at least two numbers, of the type it was."""
    return _extreme("max", max, args)


def min_(*args: Any) -> Any:
    """The smallest of at least two numbers, of the type it was."""
    return _extreme("min", min, args)


def _extreme(name: str, choose: Callable[[Any], Any], args: tuple[Any, ...]) -> Any:
    if len(args) < 2:
        raise TypeError(f'"{name}_" takes at least 2 values, not {len(args)}')
    for number, value in enumerate(args, 1):
        if not isinstance(value, _NUMBERS):
            kind = type(value).__name__
            raise TypeError(f'"{name}_" takes numbers, argument {number} is of type {kind}')
    return choose(args)


def _of_vector(name: str, x: Any, *args: Any) -> Any:
    if type_of(x) not in _VECTORS:
        raise TypeError(
            f'Argument "x" must be "int", "float", "Vector2", "Vector2i", "Vector3", "Vector3i", '
            f'"Vector4", or "Vector4i", not {type(x).__name__}.'
        )
    return getattr(x, name)(*args)
