"""The packed arrays of vectors and colours. They are `list`s of them; see `packed_array`.

Vectors never change, so a list can share them, and indexing makes no new ones.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar, final

from engine.core._packed_lists import ListArray
from engine.core.color import Color
from engine.core.packed_array import wrong_value
from engine.core.vector2 import Vector2
from engine.core.vector2i import Vector2i
from engine.core.vector3 import Vector3
from engine.core.vector3i import Vector3i
from engine.core.vector4 import Vector4
from engine.core.vector4i import Vector4i

if TYPE_CHECKING:
    from engine.core.packed_byte_array import PackedByteArray

Vector = TypeVar("Vector", Vector2, Vector3, Vector4, Color)


class _VectorArray(ListArray[Vector]):
    """Base of the arrays of vectors and colours."""

    __slots__ = ()
    _order = tuple

    def __init__(self, from_: Iterable[Any] = (), /) -> None:
        list.__init__(self, from_ if type(from_) is type(self) else map(self._one, from_))

    def to_byte_array(self) -> PackedByteArray:
        """The components as 32-bit floats, one after the other."""
        return self._bytes(array("f", chain.from_iterable(self)).tobytes())


@final
class PackedVector2Array(_VectorArray[Vector2]):
    """An array of `Vector2`.

    Args:
        from_: vectors, also `Vector2i`.
    """

    __slots__ = ()
    _filler = Vector2.ZERO

    @staticmethod
    def _one(value: Any) -> Vector2:
        if value.__class__ is Vector2:
            return value
        if value.__class__ is Vector2i:
            return Vector2(value)
        raise wrong_value("PackedVector2Array", "Vector2", value)


@final
class PackedVector3Array(_VectorArray[Vector3]):
    """An array of `Vector3`.

    Args:
        from_: vectors, also `Vector3i`.
    """

    __slots__ = ()
    _filler = Vector3.ZERO

    @staticmethod
    def _one(value: Any) -> Vector3:
        if value.__class__ is Vector3:
            return value
        if value.__class__ is Vector3i:
            return Vector3(value)
        raise wrong_value("PackedVector3Array", "Vector3", value)


@final
class PackedVector4Array(_VectorArray[Vector4]):
    """An array of `Vector4`.

    Args:
        from_: vectors, also `Vector4i`.
    """

    __slots__ = ()
    _filler = Vector4.ZERO

    @staticmethod
    def _one(value: Any) -> Vector4:
        if value.__class__ is Vector4:
            return value
        if value.__class__ is Vector4i:
            return Vector4(value)
        raise wrong_value("PackedVector4Array", "Vector4", value)


@final
class PackedColorArray(_VectorArray[Color]):
    """An array of `Color`.

    Args:
        from_: colours, also by name or in hexadecimal digits.
    """

    __slots__ = ()
    _filler = Color()

    @staticmethod
    def _one(value: Any) -> Color:
        if value.__class__ is Color:
            return value
        if isinstance(value, str):
            return Color(value)
        raise wrong_value("PackedColorArray", "colours", value)
