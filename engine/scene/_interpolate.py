"""Adding, subtracting and mixing values of any type that can be tweened.

What is done depends on the type alone; three tables hold it, keyed by `TYPE_*`. Numbers and vectors
are mixed by components, rotations and transforms along the shortest turn, whole numbers are
rounded, and a bool changes halfway. A text changes letter by letter, its length along with it.
Lists are mixed item by item; where one is longer, its items meet the last one of the other. All
else stays what it is until the tween is over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite
from typing import Any

from engine.core import variant_type as t
from engine.core._float32 import EPSILON
from engine.core._type_of import type_of

Mix = Callable[[Any, Any, float], Any]
_Combine = Callable[[Any, Any], Any]


def mix(a: Any, b: Any, weight: float) -> Any:
    """The value `weight` of the way from `a` to `b`."""
    return mix_for(a, b)(a, b, weight)


def mix_for(a: Any, b: Any) -> Mix:
    """The function that mixes values like these two."""
    kind = type_of(a)
    if kind == type_of(b):
        return _MIXES.get(kind, _halfway)
    return _mix_float if _are_numbers(a, b) else _first


def add(a: Any, b: Any) -> Any:
    """`a` moved by `b`; `a` itself where that cannot be done."""
    kind = type_of(a)
    if kind == type_of(b):
        return _ADD.get(kind, _keep)(a, b)
    return float(a) + float(b) if _are_numbers(a, b) else a


def reached(a: Any, b: Any) -> Any:
    """What to mix `a` with on the way from `a` to `b`: `a` plus the difference.

    It has the rounding errors that Godot has, and is `a` where there is no difference to add.
    """
    kind = type_of(a)
    if kind != type_of(b):
        return add(a, float(b) - float(a)) if _are_numbers(a, b) else a
    if kind in _REPLACED:
        return b
    subtract = _SUBTRACT.get(kind)
    return a if subtract is None else add(a, subtract(b, a))


def matched(like: Any, value: Any) -> Any:
    """A number as an int or as a float, as `like` is one; other values as they are."""
    kind, own = type_of(like), type_of(value)
    if kind == t.TYPE_FLOAT and own == t.TYPE_INT:
        return float(value)
    if kind == t.TYPE_INT and own == t.TYPE_FLOAT and isfinite(value):
        return int(value)
    return value


def type_name(value: Any) -> str:
    """The name of the type of a value, as messages write it."""
    return _NAMES.get(type_of(value)) or type(value).__name__


def _are_numbers(a: Any, b: Any) -> bool:
    return type_of(a) in _NUMBERS and type_of(b) in _NUMBERS


# Mixing ------------------------------------------------------------------------------------------


def _first(a: Any, b: Any, weight: float) -> Any:
    return a


def _halfway(a: Any, b: Any, weight: float) -> Any:
    return a if weight < 0.5 else b


def _mix_bool(a: bool, b: bool, weight: float) -> bool:
    return a + (b - a) * weight >= 0.5


def _mix_int(a: int, b: int, weight: float) -> int:
    value = _mix_float(float(a), float(b), weight)
    whole = _whole(value)
    rest = value - whole
    return whole + (0.5 <= rest < 1.0) - (-1.0 < rest <= -0.5)  # halves go away from zero


def _mix_float(a: float, b: float, weight: float) -> float:
    return a + (b - a) * weight


def _mix_vector(a: Any, b: Any, weight: float) -> Any:
    return a.lerp(b, weight)


def _mix_whole_vector(a: Any, b: Any, weight: float) -> Any:
    return type(a)(*[_mix_int(x, y, weight) for x, y in zip(a, b, strict=True)])


def _mix_parts(a: Any, b: Any, weight: float) -> Any:
    return type(a)(*[mix(x, y, weight) for x, y in zip(a, b, strict=True)])


def _mix_plane(a: Any, b: Any, weight: float) -> Any:
    return type(a)(a.normal.lerp(b.normal, weight), _mix_float(a.d, b.d, weight))


def _mix_basis(a: Any, b: Any, weight: float) -> Any:
    columns = ((a.x, b.x), (a.y, b.y), (a.z, b.z))
    return type(a)(*[x.lerp(y, weight) for x, y in columns])


def _mix_turns(a: Any, b: Any, weight: float) -> Any:
    return a.slerp(b, weight)


def _mix_transforms(a: Any, b: Any, weight: float) -> Any:
    return a.interpolate_with(b, weight)


def _mix_text(a: str, b: str, weight: float) -> str:
    size = max(0, _mix_int(len(a), len(b), weight))
    both = min(len(a), len(b))
    codes = [_mix_int(ord(x), ord(y), weight) for x, y in zip(a, b, strict=False)]
    rest = (a if len(a) > len(b) else b)[both:]
    text = "".join([chr(code) if _is_letter(code) else " " for code in codes[:size]]) + rest
    return type(a)(text[:size].ljust(size, a[-1:] or " "))


def _is_letter(code: int) -> bool:
    return 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF


def _mix_lists(a: Sequence[Any], b: Sequence[Any], weight: float) -> Any:
    size = min(len(a), len(b))
    if (len(a) > size and abs(weight - 1.0) >= EPSILON) or (
        len(b) > size and abs(weight) >= EPSILON
    ):
        size = max(len(a), len(b))
    pairs = zip(_stretched(a, b, size), _stretched(b, a, size), strict=True)
    return type(a)([mix(x, y, weight) for x, y in pairs])  # type: ignore[call-arg]


def _stretched(items: Sequence[Any], other: Sequence[Any], size: int) -> list[Any]:
    """The items, with the last one repeated up to a size; zeros where there is none."""
    missing = range(len(items), size)
    padding = [items[-1] if items else _zero(other[index]) for index in missing]
    return [*items, *padding][:size]


def _zero(value: Any) -> Any:
    subtract = _SUBTRACT.get(type_of(value))
    if subtract is not None:
        return subtract(value, value)
    return type(value)() if isinstance(value, (str, bool)) else value


# Sums and differences ----------------------------------------------------------------------------


def _keep(a: Any, b: Any) -> Any:
    return a


def _other(a: Any, b: Any) -> Any:
    return b


def _plus(a: Any, b: Any) -> Any:
    return a + b


def _minus(a: Any, b: Any) -> Any:
    return a - b


def _plus_int(a: int, b: int) -> int:
    return _whole(float(a) + float(b))


def _minus_int(a: int, b: int) -> int:
    return _whole(float(a) - float(b))


def _whole(value: float) -> int:
    """As an int of 64 bits; what does not fit is the lowest one."""
    return int(value) if -_HALF_RANGE <= value < _HALF_RANGE else -_HALF_RANGE


def _plus_parts(a: Any, b: Any) -> Any:
    return type(a)(*[x + y for x, y in zip(a, b, strict=True)])


def _minus_parts(a: Any, b: Any) -> Any:
    return type(a)(*[x - y for x, y in zip(a, b, strict=True)])


def _plus_plane(a: Any, b: Any) -> Any:
    return type(a)(a.normal + b.normal, a.d + b.d)


def _minus_plane(a: Any, b: Any) -> Any:
    return type(a)(a.normal - b.normal, a.d - b.d)


def _after(a: Any, b: Any) -> Any:
    return a * b


def _turn_between(a: Any, b: Any) -> Any:
    return b.inverse() * a


def _way_between(a: Any, b: Any) -> Any:
    return b.affine_inverse() * a


def _plus_lists(a: Sequence[Any], b: Sequence[Any]) -> Any:
    size = max(len(a), len(b))
    pairs = zip(_stretched(a, b, size), _stretched(b, a, size), strict=True)
    return type(a)([add(x, y) for x, y in pairs])  # type: ignore[call-arg]


# Tables ------------------------------------------------------------------------------------------

_HALF_RANGE = 1 << 63
_NUMBERS = (t.TYPE_INT, t.TYPE_FLOAT)
_VECTORS = (t.TYPE_VECTOR2, t.TYPE_VECTOR3, t.TYPE_VECTOR4, t.TYPE_COLOR)
_WHOLE_VECTORS = (t.TYPE_VECTOR2I, t.TYPE_VECTOR3I, t.TYPE_VECTOR4I)
_BOXES = (t.TYPE_RECT2, t.TYPE_RECT2I, t.TYPE_AABB)
_TEXTS = (t.TYPE_STRING, t.TYPE_STRING_NAME)
_TURNS = (t.TYPE_QUATERNION, t.TYPE_BASIS)
_TRANSFORMS = (t.TYPE_TRANSFORM2D, t.TYPE_TRANSFORM3D)
_LISTS = tuple(
    kind
    for kind in t.VariantType
    if kind.name.endswith("ARRAY") and kind != t.TYPE_PACKED_BYTE_ARRAY
)
# Types that have no difference to add: these are mixed with the final value itself.
_REPLACED = frozenset((t.TYPE_BOOL, *_TEXTS, *_LISTS))

_MIXES: dict[int, Mix] = {
    t.TYPE_NIL: _first,
    t.TYPE_BOOL: _mix_bool,
    t.TYPE_INT: _mix_int,
    t.TYPE_FLOAT: _mix_float,
    **dict.fromkeys(_VECTORS, _mix_vector),
    **dict.fromkeys(_WHOLE_VECTORS, _mix_whole_vector),
    **dict.fromkeys(_BOXES, _mix_parts),
    **dict.fromkeys(_TEXTS, _mix_text),
    t.TYPE_PLANE: _mix_plane,
    t.TYPE_QUATERNION: _mix_turns,
    t.TYPE_BASIS: _mix_basis,
    **dict.fromkeys(_TRANSFORMS, _mix_transforms),
    **dict.fromkeys(_LISTS, _mix_lists),
}
_ADD: dict[int, _Combine] = {
    t.TYPE_INT: _plus_int,
    **dict.fromkeys((t.TYPE_FLOAT, *_VECTORS, *_WHOLE_VECTORS), _plus),
    t.TYPE_PACKED_BYTE_ARRAY: _plus,
    **dict.fromkeys(_BOXES, _plus_parts),
    t.TYPE_PLANE: _plus_plane,
    **dict.fromkeys((*_TURNS, *_TRANSFORMS), _after),
    **dict.fromkeys((t.TYPE_BOOL, *_TEXTS), _other),
    **dict.fromkeys(_LISTS, _plus_lists),
}
_SUBTRACT: dict[int, _Combine] = {
    t.TYPE_INT: _minus_int,
    **dict.fromkeys((t.TYPE_FLOAT, *_VECTORS, *_WHOLE_VECTORS), _minus),
    **dict.fromkeys(_BOXES, _minus_parts),
    t.TYPE_PLANE: _minus_plane,
    **dict.fromkeys(_TURNS, _turn_between),
    **dict.fromkeys(_TRANSFORMS, _way_between),
}
_NAMES: dict[int, str] = {
    t.TYPE_NIL: "Nil",
    t.TYPE_BOOL: "bool",
    t.TYPE_INT: "int",
    t.TYPE_FLOAT: "float",
    t.TYPE_STRING: "String",
    t.TYPE_CALLABLE: "Callable",
    t.TYPE_DICTIONARY: "Dictionary",
    t.TYPE_ARRAY: "Array",
    t.TYPE_PACKED_BYTE_ARRAY: "PackedByteArray",
    t.TYPE_OBJECT: "Object",
}
