"""Writing Godot's text of values; see `_variant_text_reader` for reading it.

Floats are written with as few digits as tell them apart, those of vectors (of 32 bits) with fewer.
Keys of dictionaries are sorted. Whoever writes a file has resources written as references by
overriding `reference`.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Context
from functools import cmp_to_key
from typing import Any

from engine.core import _type_of, output
from engine.core import variant_type as t
from engine.core._element_type import ANYTHING, ElementType
from engine.core._keys import keys_of, unkey
from engine.core._script_attachment import script_class
from engine.core._stored_values import read
from engine.core._text import escaped as escaped_in_c
from engine.core._type_functions import type_string
from engine.core.property_info import PROPERTY_USAGE_SCRIPT_VARIABLE, PROPERTY_USAGE_STORAGE

_STORAGE, _SCRIPT_VARIABLE = int(PROPERTY_USAGE_STORAGE), int(PROPERTY_USAGE_SCRIPT_VARIABLE)
_SINGLE, _BITS = struct.Struct("<f"), struct.Struct("<I")
_SURELY_SHORT = 7  # a text of this length has no more digits than a float of 32 bits
_SURELY_EXACT = 15  # a text of this length says all that there is of a float
_DEEPEST = 100
_SHORTEST_EXPONENT = 16  # numbers from 1e15 on are written with an exponent, as those below 1e-4


class VariantTextWriter:
    """Writes values.

    Attributes:
        base64: whether arrays of bytes are written as one string.
    """

    base64 = False

    def text(self, value: Any) -> str:
        """The text of a value."""
        return self._text(value, 0)

    def reference(self, resource: Any) -> str | None:
        """What is written for a resource in place of its values; None to have those."""
        path = resource.resource_path
        return f'Resource("{path}")' if path and "::" not in path else None

    def _text(self, value: Any, depth: int) -> str:
        cls = type(value)
        writer = _PLAIN.get(cls)
        if writer is not None:
            return writer(value)
        value = unkey(value)
        kind = _type_of.type_of(value)
        if kind == t.TYPE_ARRAY:
            return self._array(value, depth)
        if kind == t.TYPE_DICTIONARY:
            return self._dictionary(value, depth)
        if kind == t.TYPE_OBJECT:
            return self._object(value, depth)
        return _BY_TYPE[kind](value)

    # Containers ----------------------------------------------------------------------------------

    def _array(self, values: Any, depth: int) -> str:
        if depth > _DEEPEST:
            output.error("Max recursion reached")
            return "[]"
        inner = f"[{', '.join([self._text(value, depth + 1) for value in values])}]"
        element = getattr(values, "element", ANYTHING)
        return inner if element is ANYTHING else f"Array[{self._type(element)}]({inner})"

    def _dictionary(self, values: Any, depth: int) -> str:
        if depth > _DEEPEST:
            output.error("Max recursion reached")
            return "{}"
        inner = "{}"
        if values:
            pairs = sorted(zip(keys_of(values), values.values(), strict=True), key=_ORDER)
            lines = [
                f"{self._text(key, depth + 1)}: {self._text(value, depth + 1)}"
                for key, value in pairs
            ]
            inner = "{\n" + ",\n".join(lines) + "\n}"
        key, element = (getattr(values, name, ANYTHING) for name in ("key_type", "value_type"))
        if key is ANYTHING and element is ANYTHING:
            return inner
        return f"Dictionary[{self._type(key)}, {self._type(element)}]({inner})"

    def _type(self, element: ElementType) -> str:
        if element is ANYTHING:
            return "Variant"
        if element.script is not None:
            return self.script_text(element.script) or str(element.class_name)
        return str(element.class_name) or type_string(element.builtin)

    # Objects -------------------------------------------------------------------------------------

    def _object(self, value: Any, depth: int) -> str:
        script = script_class(value)
        if script is not None:
            return self.script_text(script) or "null"
        if not value:  # freed
            return "null"
        if hasattr(type(value), "resource_local_to_scene"):
            found = self.reference(value)
            if found is not None:
                return found
        if not hasattr(type(value), "get_property_list"):
            return "null"
        if depth > _DEEPEST:
            output.error("Max recursion reached")
            return "null"
        pairs = [f'"{name}":{self._text(one, depth + 1)}' for name, one in _properties(value)]
        return f"Object({value.get_class()},{','.join(pairs)})\n"

    def script_text(self, script: Any) -> str | None:
        """What is written for a script, by its path; None for one that has none."""
        path = path_of_script(script)
        return f'Resource("{path}")' if path else None


def encoded_name(name: str) -> str:
    """The name of a property or setting as it is written before a value."""
    plain = all(33 <= ord(letter) <= 126 and letter not in '=";[]' for letter in name)
    return name if plain else quoted(name)


def path_of_script(script: Any) -> str:
    """The path of the file that has a class; nothing for classes inside of others."""
    facts = getattr(script, "_gd_info", None)
    path = str(vars(script).get("_script_path", "") if facts is None else facts.resource_path)
    return "" if "::" in path or path.startswith("gdscript:") else path


def _properties(value: Any) -> Iterable[tuple[str, Any]]:
    """Names and values of what is stored of an object, its script in between."""
    own = []
    scripted = []
    for entry in value.get_property_list():
        usage, name = int(entry["usage"]), str(entry["name"])
        if usage & _SCRIPT_VARIABLE:
            scripted.append(name)
        elif usage & _STORAGE and name != "script":
            own.append(name)
    for name in own:
        yield name, read(value, name)
    yield "script", value.get_script()
    for name in scripted:
        yield name, read(value, name)


# Numbers -----------------------------------------------------------------------------------------


def float_text(number: float) -> str:
    """A float on its own, which has a point or an exponent."""
    text = _number(number)
    return text if not text.lstrip("-").isdigit() else f"{text}.0"


def _number(number: float) -> str:
    """A float of 64 bits, without a fraction of zero."""
    return _formatted(number, _shortest)


def _single(number: float) -> str:
    """A float of 32 bits, with as many digits as it has."""
    return _formatted(number, _shortest_single)


def _shortest_single(number: float) -> str:
    """The shortest text that lies nearer to a positive float of 32 bits than to its neighbours."""
    text = repr(number)
    if len(text) <= _SURELY_SHORT:
        return text
    (bits,) = _BITS.unpack(_SINGLE.pack(number))
    below = (number + _SINGLE.unpack(_BITS.pack(bits - 1))[0]) / 2
    above = number + (number - below)
    for digits in range(1, 10):
        text = _rounded(number, digits)
        if below < float(text) < above:
            return text
    return text


def _shortest(number: float) -> str:
    """The shortest text of a positive float; of two that are as near the greater one."""
    text = repr(number)
    if len(text) > _SURELY_EXACT:
        greater = _rounded(number, len(_digits(text)[0]))
        if float(greater) == number:
            return greater
    return text


def _rounded(number: float, digits: int) -> str:
    """A number with so many digits; what lies half way is rounded up."""
    context = Context(prec=digits, rounding=ROUND_HALF_UP)
    return f"{context.create_decimal_from_float(number):e}"


def _formatted(number: float, shortest: Callable[[float], str]) -> str:
    if number == 0:
        return "0"
    if not math.isfinite(number):
        return "nan" if number != number else "inf" if number > 0 else "inf_neg"
    sign = "-" if number < 0 else ""
    digits, point = _digits(shortest(abs(number)))
    if len(digits) <= point < _SHORTEST_EXPONENT:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point < _SHORTEST_EXPONENT:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -4 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    exponent = point - 1
    fraction = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{fraction}e{'-' if exponent < 0 else '+'}{abs(exponent):02}"


def _digits(text: str) -> tuple[str, int]:
    """The digits of a number's text, and how many of them stand before the point."""
    mantissa, _, exponent = text.partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    point = len(whole) + int(exponent or 0)
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    return stripped.rstrip("0"), point


# Values ------------------------------------------------------------------------------------------


def quoted(text: str) -> str:
    """A string in quotes; line breaks stay as they are."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _escaped(text: str) -> str:
    """A string in quotes, on one line."""
    return f'"{escaped_in_c(text)}"'


def _made_of(name: str, numbers: Callable[[Any], Iterable[float]]) -> Callable[[Any], str]:
    return lambda value: f"{name}({', '.join(map(_single, numbers(value)))})"


def _made_of_ints(name: str, numbers: Callable[[Any], Iterable[int]]) -> Callable[[Any], str]:
    return lambda value: f"{name}({', '.join(map(str, numbers(value)))})"


def _parts(*names: str) -> Callable[[Any], Iterable[float]]:
    """The numbers of a value's parts, one part after the other."""
    return lambda value: [number for name in names for number in getattr(value, name)]


def _rows(basis: Any) -> list[float]:
    return [column[row] for row in range(3) for column in (basis.x, basis.y, basis.z)]


def _each(values: Any) -> list[float]:
    return [number for value in values for number in value]


_PLAIN: dict[type[Any], Callable[[Any], str]] = {
    type(None): lambda value: "null",
    bool: lambda value: "true" if value else "false",
    int: str,
    float: float_text,
    str: quoted,
}
_BY_TYPE: dict[int, Callable[[Any], str]] = {
    int(t.TYPE_NIL): lambda value: "null",
    int(t.TYPE_BOOL): lambda value: "true" if value else "false",
    int(t.TYPE_INT): lambda value: str(int(value)),
    int(t.TYPE_FLOAT): float_text,
    int(t.TYPE_STRING): lambda value: quoted(str(value)),
    int(t.TYPE_STRING_NAME): lambda value: "&" + _escaped(str(value)),
    int(t.TYPE_NODE_PATH): lambda value: f"NodePath({_escaped(str(value))})",
    int(t.TYPE_RID): lambda value: str(value) if value else "RID()",
    int(t.TYPE_CALLABLE): lambda value: "Callable()",
    int(t.TYPE_SIGNAL): lambda value: "Signal()",
    int(t.TYPE_VECTOR2): _made_of("Vector2", tuple),
    int(t.TYPE_VECTOR2I): _made_of_ints("Vector2i", tuple),
    int(t.TYPE_VECTOR3): _made_of("Vector3", tuple),
    int(t.TYPE_VECTOR3I): _made_of_ints("Vector3i", tuple),
    int(t.TYPE_VECTOR4): _made_of("Vector4", tuple),
    int(t.TYPE_VECTOR4I): _made_of_ints("Vector4i", tuple),
    int(t.TYPE_RECT2): _made_of("Rect2", _parts("position", "size")),
    int(t.TYPE_RECT2I): _made_of_ints("Rect2i", _parts("position", "size")),  # type: ignore[arg-type]
    int(t.TYPE_TRANSFORM2D): _made_of("Transform2D", _parts("x", "y", "origin")),
    int(t.TYPE_PLANE): _made_of("Plane", lambda value: (*value.normal, value.d)),
    int(t.TYPE_QUATERNION): _made_of("Quaternion", tuple),
    int(t.TYPE_AABB): _made_of("AABB", _parts("position", "size")),
    int(t.TYPE_BASIS): _made_of("Basis", _rows),
    int(t.TYPE_TRANSFORM3D): _made_of(
        "Transform3D", lambda value: (*_rows(value.basis), *value.origin)
    ),
    int(t.TYPE_PROJECTION): _made_of("Projection", _parts("x", "y", "z", "w")),
    int(t.TYPE_COLOR): _made_of("Color", lambda value: (value.r, value.g, value.b, value.a)),
    int(t.TYPE_PACKED_BYTE_ARRAY): _made_of_ints("PackedByteArray", list),
    int(t.TYPE_PACKED_INT32_ARRAY): _made_of_ints("PackedInt32Array", list),
    int(t.TYPE_PACKED_INT64_ARRAY): _made_of_ints("PackedInt64Array", list),
    int(t.TYPE_PACKED_FLOAT32_ARRAY): _made_of("PackedFloat32Array", list),
    int(t.TYPE_PACKED_FLOAT64_ARRAY): lambda value: (
        f"PackedFloat64Array({', '.join(map(_number, value))})"
    ),
    int(t.TYPE_PACKED_STRING_ARRAY): lambda value: (
        f"PackedStringArray({', '.join([_escaped(one) for one in value])})"
    ),
    int(t.TYPE_PACKED_VECTOR2_ARRAY): _made_of("PackedVector2Array", _each),
    int(t.TYPE_PACKED_VECTOR3_ARRAY): _made_of("PackedVector3Array", _each),
    int(t.TYPE_PACKED_VECTOR4_ARRAY): _made_of("PackedVector4Array", _each),
    int(t.TYPE_PACKED_COLOR_ARRAY): _made_of(
        "PackedColorArray",
        lambda values: [part for one in values for part in (one.r, one.g, one.b, one.a)],
    ),
}


# Order of keys -----------------------------------------------------------------------------------

_LIKE_STRINGS = (t.TYPE_STRING, t.TYPE_STRING_NAME)


def _compare(one: tuple[Any, Any], other: tuple[Any, Any]) -> int:
    """The order of keys: by type, then by value; all kinds of strings are one type."""
    kinds = [_type_of.type_of(pair[0]) for pair in (one, other)]
    if all(kind in _LIKE_STRINGS for kind in kinds):
        left, right = str(one[0]), str(other[0])
        return (left > right) - (left < right)
    if kinds[0] != kinds[1]:
        return -1 if kinds[0] < kinds[1] else 1
    try:
        return int(one[0] > other[0]) - int(one[0] < other[0])
    except TypeError:
        return 0


_ORDER = cmp_to_key(_compare)
