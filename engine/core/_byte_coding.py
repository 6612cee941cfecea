"""Numbers written into bytes and read out of them: the half of `PackedByteArray` for that.

All numbers are little endian, and all offsets are in bytes. A place that isn't wholly inside of the
array is an error; reading there gives zero, writing does nothing.
"""

from __future__ import annotations

import sys
from array import array
from struct import Struct
from typing import TYPE_CHECKING, Any

from engine.core._float32 import f32, pack_1
from engine.core._lazy import lazy
from engine.core._packed_numbers import float_number, whole_number
from engine.core.error import OK
from engine.core.output import error

if TYPE_CHECKING:
    from engine.core import _variant_codec
else:
    _variant_codec = lazy("engine.core._variant_codec")

_U8 = Struct("<B")
_S8 = Struct("<b")
_U16 = Struct("<H")
_S16 = Struct("<h")
_U32 = Struct("<I")
_S32 = Struct("<i")
_U64 = Struct("<Q")
_S64 = Struct("<q")
_HALF = Struct("<e")
_FLOAT = Struct("<f")
_DOUBLE = Struct("<d")

# Bits of 32-bit floats: 2 to the power of -14 and of 16, and where the infinite ones begin.
_SMALLEST_HALF = 0x38800000
_TOO_LARGE_FOR_HALF = 0x47800000
_INFINITY = 0x7F800000
# How far apart the exponents of the two formats are.
_HALF_BIAS = 0x38000000

if TYPE_CHECKING:
    _Bytes = bytearray
else:
    _Bytes = object


def _whole(value: Any) -> int:
    return value if value.__class__ is int else whole_number("PackedByteArray", value)


def half_bits(x: float) -> int:
    """A float as two bytes, as Godot does it: cut, not rounded, and zero where it gets small."""
    bits = int.from_bytes(pack_1(x), sys.byteorder)
    sign, rest = bits >> 16 & 0x8000, bits & 0x7FFFFFFF
    if rest < _SMALLEST_HALF:
        return 0
    if rest >= _TOO_LARGE_FOR_HALF:
        return sign | (0x7FFF if rest > _INFINITY else 0x7C00)
    return sign | (rest - _HALF_BIAS) >> 13


class ByteCoding(_Bytes):
    """The methods of `PackedByteArray` that read, write and turn round numbers."""

    __slots__ = ()

    def _decode(self, coder: Struct, offset: int) -> Any:
        last = len(self) - coder.size
        if 0 <= offset <= last:
            return coder.unpack_from(self, offset)[0]
        limit = "int64_t(size) - 1" if coder.size == 1 else f"(int64_t(size) - {coder.size})"
        error(f'Condition "p_offset < 0 || p_offset > {limit}" is true. Returning: 0')
        return 0

    def _encode(self, coder: Struct, offset: int, value: Any) -> None:
        if 0 <= offset <= len(self) - coder.size:
            coder.pack_into(self, offset, value)
            return
        limit = f"int64_t(size) - {coder.size}"
        error(f'Condition "p_offset < 0 || p_offset > {limit}" is true.')

    def decode_u8(self, byte_offset: int) -> int:
        """The byte at an offset; outside of the array an error, and 0."""
        return self._decode(_U8, byte_offset)  # type: ignore[no-any-return]

    def decode_s8(self, byte_offset: int) -> int:
        """The byte at an offset as a number with a sign."""
        return self._decode(_S8, byte_offset)  # type: ignore[no-any-return]

    def decode_u16(self, byte_offset: int) -> int:
        """Two bytes as a number; an error, and 0, if they are not there."""
        return self._decode(_U16, byte_offset)  # type: ignore[no-any-return]

    def decode_s16(self, byte_offset: int) -> int:
        """Two bytes as a number with a sign."""
        return self._decode(_S16, byte_offset)  # type: ignore[no-any-return]

    def decode_u32(self, byte_offset: int) -> int:
        """Four bytes as a number; an error, and 0, if they are not there."""
        return self._decode(_U32, byte_offset)  # type: ignore[no-any-return]

    def decode_s32(self, byte_offset: int) -> int:
        """Four bytes as a number with a sign."""
        return self._decode(_S32, byte_offset)  # type: ignore[no-any-return]

    def decode_u64(self, byte_offset: int) -> int:
        """Eight bytes as a number. As Godot has no greater ones, it has a sign after all."""
        return self._decode(_S64, byte_offset)  # type: ignore[no-any-return]

    def decode_s64(self, byte_offset: int) -> int:
        """Eight bytes as a number with a sign."""
        return self._decode(_S64, byte_offset)  # type: ignore[no-any-return]

    def decode_half(self, byte_offset: int) -> float:
        """Two bytes as a float; an error, and 0.0, if they are not there."""
        return float(self._decode(_HALF, byte_offset))

    def decode_float(self, byte_offset: int) -> float:
        """Four bytes as a float; an error, and 0.0, if they are not there."""
        return float(self._decode(_FLOAT, byte_offset))

    def decode_double(self, byte_offset: int) -> float:
        """Eight bytes as a float; an error, and 0.0, if they are not there."""
        return float(self._decode(_DOUBLE, byte_offset))

    def encode_u8(self, byte_offset: int, value: int) -> None:
        """Writes the lowest byte of a number; outside of the array an error."""
        self._encode(_U8, byte_offset, _whole(value) & 0xFF)

    def encode_s8(self, byte_offset: int, value: int) -> None:
        """Writes the lowest byte of a number; outside of the array an error."""
        self._encode(_U8, byte_offset, _whole(value) & 0xFF)

    def encode_u16(self, byte_offset: int, value: int) -> None:
        """Writes two bytes of a number; outside of the array an error."""
        self._encode(_U16, byte_offset, _whole(value) & 0xFFFF)

    def encode_s16(self, byte_offset: int, value: int) -> None:
        """Writes two bytes of a number; outside of the array an error."""
        self._encode(_U16, byte_offset, _whole(value) & 0xFFFF)

    def encode_u32(self, byte_offset: int, value: int) -> None:
        """Writes four bytes of a number; outside of the array an error."""
        self._encode(_U32, byte_offset, _whole(value) & 0xFFFFFFFF)

    def encode_s32(self, byte_offset: int, value: int) -> None:
        """Writes four bytes of a number; outside of the array an error."""
        self._encode(_U32, byte_offset, _whole(value) & 0xFFFFFFFF)

    def encode_u64(self, byte_offset: int, value: int) -> None:
        """Writes eight bytes of a number; outside of the array an error."""
        self._encode(_U64, byte_offset, _whole(value) & 0xFFFFFFFFFFFFFFFF)

    def encode_s64(self, byte_offset: int, value: int) -> None:
        """Writes eight bytes of a number; outside of the array an error."""
        self._encode(_U64, byte_offset, _whole(value) & 0xFFFFFFFFFFFFFFFF)

    def encode_half(self, byte_offset: int, value: float) -> None:
        """Writes a float of two bytes; outside of the array an error."""
        self._encode(_U16, byte_offset, half_bits(float_number("PackedByteArray", value)))

    def encode_float(self, byte_offset: int, value: float) -> None:
        """Writes a float of four bytes; outside of the array an error."""
        self._encode(_FLOAT, byte_offset, f32(float_number("PackedByteArray", value)))

    def encode_double(self, byte_offset: int, value: float) -> None:
        """Writes a float of eight bytes; outside of the array an error."""
        self._encode(_DOUBLE, byte_offset, float_number("PackedByteArray", value))

    # Values of any kind. Whole objects may contain code that is run, and have to be allowed.

    def encode_var(self, byte_offset: int, value: Any, allow_objects: bool = False) -> int:
        """Writes a value as `var_to_bytes` does.

        Args:
            byte_offset: where.
            value: the value.
            allow_objects: whether objects are written with all that is stored of them.

        Returns:
            How many bytes that takes; -1 when there is not so much room.
        """
        if byte_offset < 0:
            error('Condition "p_offset < 0" is true. Returning: -1')
            return -1
        problem, data = _variant_codec.encode(value, allow_objects)
        if problem is not OK or byte_offset + len(data) > len(self):
            return -1
        memoryview(self)[byte_offset : byte_offset + len(data)] = data
        return len(data)

    def decode_var(self, byte_offset: int, allow_objects: bool = False) -> Any:
        """The value at an offset; None, after an error, when there is none."""
        if byte_offset < 0:
            error('Condition "p_offset < 0" is true. Returning: Variant()')
            return None
        return _variant_codec.decode(self._from(byte_offset), 0, allow_objects)[1]

    def decode_var_size(self, byte_offset: int, allow_objects: bool = False) -> int:
        """How many bytes the value at an offset takes; 0, after an error, when there is none."""
        if byte_offset < 0:
            error('Condition "p_offset < 0" is true. Returning: 0')
            return 0
        return _variant_codec.decode(self._from(byte_offset), 0, allow_objects)[2]

    def has_encoded_var(self, byte_offset: int, allow_objects: bool = False) -> bool:
        """Whether there is a value at an offset; if not, an error says why."""
        if byte_offset < 0:
            error('Condition "p_offset < 0" is true. Returning: false')
            return False
        return _variant_codec.decode(self._from(byte_offset), 0, allow_objects)[0] is OK

    def _from(self, offset: int) -> bytes:
        return bytes(memoryview(self)[offset:])

    def bswap16(self, offset: int = 0, count: int = -1) -> None:
        """Turns numbers of two bytes round, from one order of bytes to the other.

        Args:
            offset: the byte at which to start.
            count: how many numbers; below zero all that there are.
        """
        self._swap(2, "H", offset, count)

    def bswap32(self, offset: int = 0, count: int = -1) -> None:
        """Turns numbers of four bytes round; see `bswap16`."""
        self._swap(4, "I", offset, count)

    def bswap64(self, offset: int = 0, count: int = -1) -> None:
        """Turns numbers of eight bytes round; see `bswap16`."""
        self._swap(8, "Q", offset, count)

    def _swap(self, size: int, code: str, offset: int, count: int) -> None:
        if count == 0:
            return
        if not 0 <= offset <= len(self) - size:
            error(f'Condition "p_offset < 0 || p_offset > int64_t(sz) - {size}" is true.')
            return
        there = (len(self) - offset) // size
        if count > there:
            error(f'Condition "p_count > floor((sz - p_offset) / {size})" is true.')
            return
        end = offset + (there if count < 0 else count) * size
        numbers = array(code, bytes(memoryview(self)[offset:end]))
        numbers.byteswap()
        memoryview(self)[offset:end] = numbers.tobytes()
