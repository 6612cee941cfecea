"""The packed arrays of numbers. They are `array.array`s; see `packed_array`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from operator import index
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, final

from engine.core._float32 import f32, short_text
from engine.core._int_vector import whole, wrap_32, wrap_64
from engine.core._number_text import number_text
from engine.core.packed_array import PackedArray, wrong_value

if TYPE_CHECKING:
    from engine.core.packed_byte_array import PackedByteArray

    _Array = array[Any]
else:
    _Array = array

Number = TypeVar("Number", int, float)


def whole_number(kind: str, value: object) -> int:
    """A value for an array of whole numbers: floats lose their fraction."""
    if isinstance(value, float):
        return whole(value)
    try:
        return index(value)  # type: ignore[arg-type]
    except TypeError:
        raise wrong_value(kind, "whole numbers", value) from None


class _NumberArray(PackedArray[Number], _Array):  # type: ignore[misc]
    """Base of the arrays of numbers."""

    __slots__ = ()

    _code: ClassVar[str]

    def __new__(cls, from_: Iterable[Any] = (), /) -> Self:
        if isinstance(from_, (str, bytes, bytearray, memoryview)):
            raise _no_numbers(cls, from_)
        if not isinstance(from_, (list, tuple, array)):
            from_ = list(from_)
        try:
            return array.__new__(cls, cls._code, from_)
        except (TypeError, OverflowError):
            numbers = [cls._one(value) for value in from_]
        return array.__new__(cls, cls._code, numbers)

    def __eq__(self, other: object) -> bool:
        if type(other) is type(self):
            return bool(self.tobytes() == other.tobytes())
        # Otherwise an array would answer for itself.
        return False if isinstance(other, array) else NotImplemented

    def __ne__(self, other: object) -> bool:
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def to_byte_array(self) -> PackedByteArray:
        return self._bytes(self.tobytes())


def _no_numbers(kind: type[_NumberArray[Any]], given: object) -> TypeError:
    name = kind.__name__
    hint = f"write PackedByteArray(b).to_{name[6:-5].lower()}_array()"
    return TypeError(f"{name}({type(given).__name__}) does not exist: {name} takes numbers; {hint}")


@final
class PackedInt32Array(_NumberArray[int]):
    """An array of whole numbers of 32 bits with a sign; greater ones lose their upper bits.

    Args:
        from_: numbers; floats lose their fraction.
    """

    __slots__ = ()
    _code = "i"
    _filler = 0

    @staticmethod
    def _one(value: Any) -> int:
        if value.__class__ is int:
            return wrap_32(value)
        return wrap_32(whole_number("PackedInt32Array", value))


@final
class PackedInt64Array(_NumberArray[int]):
    """An array of whole numbers of 64 bits with a sign; greater ones lose their upper bits.

    Args:
        from_: numbers; floats lose their fraction.
    """

    __slots__ = ()
    _code = "q"
    _filler = 0

    @staticmethod
    def _one(value: Any) -> int:
        if value.__class__ is int:
            return wrap_64(value)
        return wrap_64(whole_number("PackedInt64Array", value))


class _FloatArray(_NumberArray[float]):
    """Base of the arrays of floats. Like Godot, they compare by their bits: nan equals nan."""

    __slots__ = ()
    _filler = 0.0

    def __str__(self) -> str:
        return f"[{', '.join(map(number_text, self))}]"


@final
class PackedFloat32Array(_FloatArray):
    """An array of floats of 32 bits: what is put in is rounded.

    Args:
        from_: numbers.
    """

    __slots__ = ()
    _code = "f"

    @staticmethod
    def _one(value: Any) -> float:
        try:
            return f32(value)
        except (TypeError, OverflowError):
            return f32(float_number("PackedFloat32Array", value))

    def __repr__(self) -> str:
        return f"PackedFloat32Array([{', '.join(map(short_text, self))}])"


@final
class PackedFloat64Array(_FloatArray):
    """An array of floats of 64 bits, which is what Python calls a float.

    Args:
        from_: numbers.
    """

    __slots__ = ()
    _code = "d"

    @staticmethod
    def _one(value: Any) -> float:
        if value.__class__ is float:
            return value
        return float_number("PackedFloat64Array", value)


def float_number(kind: str, value: object) -> float:
    """A value for an array of floats."""
    if isinstance(value, str):
        raise wrong_value(kind, "numbers", value)
    try:
        return float(value)  # type: ignore[arg-type]
    except TypeError:
        raise wrong_value(kind, "numbers", value) from None
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")  # type: ignore[operator]
