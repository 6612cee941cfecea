"""Any value in a form that JSON can hold, and back.

Numbers and strings get a letter in front (`i:1`, `f:1.5`, `s:text`), since JSON does not tell whole
numbers from others; what JSON has no form for becomes a dictionary with `type` and `args`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from engine.core import output
from engine.core import variant_type as t
from engine.core._class_names import class_named
from engine.core._element_type import ANYTHING, ElementType, element_type
from engine.core._keys import dictionary_of, unkey
from engine.core._string_methods_numbers import num, to_float, to_int
from engine.core._type_functions import type_string
from engine.core._type_of import type_of
from engine.core._variant_constructors import CONSTRUCTORS
from engine.core.callable import Callable as GodotCallable
from engine.core.node_path import NodePath
from engine.core.packed_string_array import PackedStringArray
from engine.core.rid import RID
from engine.core.signal import Signal
from engine.core.string_name import StringName
from engine.core.typed_array import TypedArray, element_of
from engine.core.typed_dictionary import TypedDictionary, types_of

_Numbers = Callable[[Any], Iterable[Any]]
_TYPES = {type_string(kind): kind for kind in range(t.TYPE_MAX)}
_EMPTY: dict[str, Callable[[], Any]] = {"RID": RID, "Callable": GodotCallable, "Signal": Signal}
_LETTERS: dict[str, Callable[[str], Any]] = {
    "i": to_int,
    "f": lambda text: float(text) if text in ("nan", "inf", "-inf") else to_float(text),
    "s": str,
    "sn": StringName,
    "np": NodePath,
}


def _parts(*names: str) -> _Numbers:
    return lambda value: [number for name in names for number in getattr(value, name)]


def _columns(basis: Any) -> list[float]:
    return [*basis.x, *basis.y, *basis.z]


def _rgba(color: Any) -> list[float]:
    return [color.r, color.g, color.b, color.a]


# The numbers that a value is made of; with no entry, those it gives when looped over.
_NUMBERS: dict[str, _Numbers] = {
    "Rect2": _parts("position", "size"),
    "Rect2i": _parts("position", "size"),
    "AABB": _parts("position", "size"),
    "Transform2D": _parts("x", "y", "origin"),
    "Transform3D": lambda value: [*_columns(value.basis), *value.origin],
    "Projection": _parts("x", "y", "z", "w"),
    "Basis": _columns,
    "Plane": lambda value: [*value.normal, value.d],
    "Color": _rgba,
    "PackedVector2Array": lambda values: [number for one in values for number in one],
    "PackedVector3Array": lambda values: [number for one in values for number in one],
    "PackedVector4Array": lambda values: [number for one in values for number in one],
    "PackedColorArray": lambda values: [number for one in values for number in _rgba(one)],
}


def from_native(value: Any) -> Any:
    """A value in the form that `JSON.stringify` keeps whole; None, with an error, for objects."""
    kind = type_of(value)
    if kind in (t.TYPE_NIL, t.TYPE_BOOL):
        return value
    if kind == t.TYPE_INT:
        return f"i:{value}"
    if kind == t.TYPE_FLOAT:
        return f"f:{num(value)}" if value else "f:0.0"
    if kind == t.TYPE_STRING_NAME:
        return f"sn:{value}"
    if kind == t.TYPE_STRING:
        return f"s:{value}"
    if kind == t.TYPE_NODE_PATH:
        return f"np:{value}"
    if kind == t.TYPE_ARRAY:
        return _array(value)
    if kind == t.TYPE_DICTIONARY:
        return _dictionary(value)
    if kind == t.TYPE_OBJECT:
        output.error('Condition "!p_full_objects" is true. Returning: Variant()')
        return None
    name = type_string(kind)
    if name in _EMPTY:
        return {"type": name}
    return {"type": name, "args": list(_NUMBERS.get(name, list)(value))}


def _array(values: Any) -> Any:
    elements = [from_native(value) for value in values]
    element = element_of(values)
    if element is ANYTHING:
        return elements
    return {"type": "Array", "elem_type": str(element), "args": elements}


def _dictionary(values: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "Dictionary"}
    for name, kind in zip(("key_type", "value_type"), types_of(values), strict=True):
        if kind is not ANYTHING:
            made[name] = str(kind)
    pairs = values.items()
    made["args"] = [from_native(part) for key, value in pairs for part in (unkey(key), value)]
    return made


def to_native(json: Any) -> Any:
    """The value that `from_native` gave this form; None, with an error, for any other form."""
    kind = type_of(json)
    if kind in (t.TYPE_NIL, t.TYPE_BOOL):
        return json
    if kind == t.TYPE_ARRAY:
        return [to_native(element) for element in json]
    if kind == t.TYPE_STRING:
        letter, colon, text = str(json).partition(":")
        if colon and letter in _LETTERS:
            return _LETTERS[letter](text)
        output.error("Invalid string, the type prefix is not recognized.")
        return None
    if kind == t.TYPE_DICTIONARY:
        return _made(json)
    output.error(f'Variant type "{type_string(kind)}" is not JSON-compliant.')
    return None


def _made(form: dict[str, Any]) -> Any:
    if "type" not in form:
        return _refuse('!dict.has("type")')
    name = str(form["type"])
    if name in _EMPTY:
        return _EMPTY[name]()
    if class_named(name) is not None:
        return _refuse("!p_allow_objects")
    if name not in CONSTRUCTORS and name not in ("Array", "Dictionary", "PackedStringArray"):
        output.error(f'Invalid type "{name}".')
        return None
    if "args" not in form:
        return _refuse('!dict.has("args")')
    args = form["args"] if isinstance(form["args"], list) else []
    if name == "Array":
        return _typed_array(form, args)
    if name == "Dictionary":
        return _typed_dictionary(form, args)
    if name == "PackedStringArray":
        return PackedStringArray([str(one) for one in args])
    return _of_numbers(name, [one if isinstance(one, int | float) else 0 for one in args])


def _of_numbers(name: str, numbers: list[Any]) -> Any:
    constructor = CONSTRUCTORS[name]
    if constructor.size not in (-1, len(numbers)):
        return _refuse(f"args.size() != ({constructor.size})")
    if name in ("Basis", "Transform3D"):  # texts have them by rows
        numbers[:9] = numbers[0:9:3] + numbers[1:9:3] + numbers[2:9:3]
    return constructor.make(numbers)


def _type_of(form: dict[str, Any], name: str) -> ElementType:
    return element_type(_TYPES.get(str(form.get(name, "Nil")), t.TYPE_NIL))


def _typed_array(form: dict[str, Any], args: list[Any]) -> Any:
    elements = [to_native(one) for one in args]
    element = _type_of(form, "elem_type")
    return elements if element is ANYTHING else TypedArray(elements, element)


def _typed_dictionary(form: dict[str, Any], args: list[Any]) -> Any:
    if len(args) % 2:
        return _refuse("args.size() % (2) != 0")
    parts = [to_native(one) for one in args]
    made = dictionary_of(zip(parts[::2], parts[1::2], strict=True))
    kinds = _type_of(form, "key_type"), _type_of(form, "value_type")
    return made if kinds == (ANYTHING, ANYTHING) else TypedDictionary(made, *kinds)


def _refuse(condition: str) -> None:
    output.error(f'Condition "{condition}" is true. Returning: Variant()')
