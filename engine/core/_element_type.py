"""What a typed array or dictionary takes: the type of its elements, keys or values.

Godot converts between ints and floats and between String and StringName on the way into a typed
container, and refuses everything else.
"""

from __future__ import annotations

from typing import Any, Final

from engine.core import variant_type as t
from engine.core._reflection import is_engine_class
from engine.core._scalar_math import whole
from engine.core._type_convert import type_convert
from engine.core._type_functions import type_string
from engine.core._type_of import type_of
from engine.core.output import error
from engine.core.string_name import StringName

REFUSED: Final = object()  # what `fit` gives for a value that cannot be kept


class ElementType:
    """A type of elements; the same type is always the same object.

    Attributes:
        builtin: its `TYPE_*`; `TYPE_NIL` takes everything.
        cls: of `TYPE_OBJECT` the class, None for any object.
        exact: the Python class whose instances need no check.
    """

    __slots__ = ("builtin", "cls", "exact")

    def __init__(self, builtin: int, cls: type[Any] | None) -> None:
        self.builtin = builtin
        self.cls = cls
        self.exact = cls or _EXACT.get(builtin)

    @property
    def class_name(self) -> StringName:
        """The engine's class, or nothing for value types."""
        return StringName("" if self.cls is None else self.cls._class_name)

    @property
    def script(self) -> Any:
        """The script's class, or None."""
        cls = self.cls
        return None if cls is None or is_engine_class(cls) else cls

    def __str__(self) -> str:
        return type_string(self.builtin) if self.cls is None else class_title(self.cls)

    def fit(self, value: Any) -> Any:
        """The value as it is kept, or REFUSED."""
        builtin = self.builtin
        if builtin == t.TYPE_NIL:
            return value
        if builtin == t.TYPE_OBJECT:
            return self._fit_object(value)
        kind = type_of(value)
        if kind == builtin:
            return value
        if builtin == t.TYPE_INT and kind == t.TYPE_FLOAT:
            return whole(value)
        if builtin == t.TYPE_FLOAT and kind == t.TYPE_INT:
            return float(value)
        if builtin == t.TYPE_STRING and kind == t.TYPE_STRING_NAME:
            return str(value)
        if builtin == t.TYPE_STRING_NAME and kind == t.TYPE_STRING:
            return StringName(value)
        return REFUSED

    def converted(self, value: Any) -> Any:
        """The value as `assign` converts it, which does more than others; or REFUSED."""
        fitted = self.fit(value)
        if fitted is REFUSED and type_of(value) in _CONVERTED.get(self.builtin, ()):
            return type_convert(value, self.builtin)
        return fitted

    def filler(self) -> Any:
        """What new places hold."""
        empty = self.builtin in (t.TYPE_NIL, t.TYPE_OBJECT)
        if self.builtin == t.TYPE_STRING:
            return ""
        return None if empty else type_convert(None, self.builtin)

    def _fit_object(self, value: Any) -> Any:
        if value is None:
            return value
        if type_of(value) != t.TYPE_OBJECT:
            return REFUSED
        return value if self.cls is None or isinstance(value, self.cls) else REFUSED

    def checked(self, value: Any, operation: str, container: str = "TypedArray") -> Any:
        """The value as it is kept, or REFUSED after an error message."""
        fitted = self.fit(value)
        if fitted is REFUSED:
            error(self._refusal(value, operation, container))
        return fitted

    def _refusal(self, value: Any, operation: str, container: str) -> str:
        if self.cls is not None and type_of(value) == t.TYPE_OBJECT:
            if getattr(type(value), "_freed", False):
                return (
                    f"Attempted to {operation} an invalid (previously freed?) object instance "
                    f"into a '{container}'."
                )
            given = getattr(type(value), "_class_name", "Object")
            script = self.script
            if script is not None and isinstance(value, _engine_class(script)):
                kind = "GDScript" if script.__module__.startswith("res://") else script.__name__
                return (
                    f"Attempted to {operation} an object into a {container}, that does not "
                    f"inherit from '{kind}'."
                )
            return (
                f"Attempted to {operation} an object of type '{given}' into a {container}, which "
                f"does not inherit from '{self.class_name}'."
            )
        given = type_string(type_of(value))
        return (
            f"Attempted to {operation} a variable of type '{given}' into a {container} of type "
            f"'{type_string(self.builtin)}'."
        )


def class_title(cls: type[Any]) -> str:
    """How messages name a class: as its script does, or the engine."""
    if is_engine_class(cls):
        return str(getattr(cls, "_class_name", cls.__name__))
    return str(getattr(cls, "_script_name", cls.__name__))


def _engine_class(cls: type[Any]) -> type[Any]:
    return next(base for base in cls.__mro__ if is_engine_class(base))


_EXACT: dict[int, type[Any]] = {
    t.TYPE_BOOL: bool,
    t.TYPE_INT: int,
    t.TYPE_FLOAT: float,
    t.TYPE_STRING: str,
    t.TYPE_STRING_NAME: StringName,
    t.TYPE_ARRAY: list,
    t.TYPE_DICTIONARY: dict,
}
_PACKED = tuple(range(t.TYPE_PACKED_BYTE_ARRAY, t.TYPE_PACKED_VECTOR4_ARRAY + 1))
_CONVERTED: dict[int, tuple[int, ...]] = {
    t.TYPE_BOOL: (t.TYPE_INT, t.TYPE_FLOAT),
    t.TYPE_INT: (t.TYPE_BOOL,),
    t.TYPE_FLOAT: (t.TYPE_BOOL,),
    t.TYPE_STRING: (t.TYPE_NODE_PATH,),
    t.TYPE_VECTOR2: (t.TYPE_VECTOR2I,),
    t.TYPE_VECTOR2I: (t.TYPE_VECTOR2,),
    t.TYPE_RECT2: (t.TYPE_RECT2I,),
    t.TYPE_RECT2I: (t.TYPE_RECT2,),
    t.TYPE_VECTOR3: (t.TYPE_VECTOR3I,),
    t.TYPE_VECTOR3I: (t.TYPE_VECTOR3,),
    t.TYPE_VECTOR4: (t.TYPE_VECTOR4I,),
    t.TYPE_VECTOR4I: (t.TYPE_VECTOR4,),
    t.TYPE_QUATERNION: (t.TYPE_BASIS,),
    t.TYPE_BASIS: (t.TYPE_QUATERNION,),
    t.TYPE_TRANSFORM2D: (t.TYPE_TRANSFORM3D,),
    t.TYPE_TRANSFORM3D: (t.TYPE_TRANSFORM2D, t.TYPE_QUATERNION, t.TYPE_BASIS, t.TYPE_PROJECTION),
    t.TYPE_PROJECTION: (t.TYPE_TRANSFORM3D,),
    t.TYPE_COLOR: (t.TYPE_STRING, t.TYPE_INT),
    t.TYPE_NODE_PATH: (t.TYPE_STRING,),
    t.TYPE_ARRAY: _PACKED,
    **dict.fromkeys(_PACKED, (t.TYPE_ARRAY,)),
}
_known: dict[tuple[int, Any], ElementType] = {}


def element_type(builtin: int, cls: type[Any] | None = None) -> ElementType:
    """The type of a `TYPE_*`, or of a class."""
    mark = int(builtin), cls
    found = _known.get(mark)
    if found is None:
        found = _known[mark] = ElementType(*mark)
    return found


ANYTHING: Final = element_type(t.TYPE_NIL)
