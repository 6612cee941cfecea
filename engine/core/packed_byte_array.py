"""PackedByteArray: an array of bytes, and what networking hands out and takes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import Any, SupportsIndex, final

from engine.core import _compression, _text_decoding
from engine.core._byte_coding import ByteCoding
from engine.core._packed_numbers import (
    PackedFloat32Array,
    PackedFloat64Array,
    PackedInt32Array,
    PackedInt64Array,
    whole_number,
)
from engine.core._packed_vectors import (
    PackedColorArray,
    PackedVector2Array,
    PackedVector3Array,
    PackedVector4Array,
)
from engine.core.color import Color
from engine.core.output import error
from engine.core.packed_array import PackedArray
from engine.core.vector2 import Vector2
from engine.core.vector3 import Vector3
from engine.core.vector4 import Vector4

_extend = bytearray.extend


@final
class PackedByteArray(ByteCoding, PackedArray[int], bytearray):  # type: ignore[misc]
    """An array of bytes. It is a `bytearray`, and goes wherever Python takes bytes.

    Compared with or added to `bytes`, it behaves as they do.

    Args:
        from_: bytes of any kind, or numbers, of which the lower eight bits are taken.
    """

    __slots__ = ()
    _filler = 0

    def __init__(self, from_: Iterable[Any] = b"", /) -> None:
        if from_.__class__ is bytes:
            # The cheapest way in.
            _extend(self, from_)
        else:
            _fill(self, from_)

    @staticmethod
    def _one(value: Any) -> int:
        if value.__class__ is int:
            return value & 0xFF
        return whole_number("PackedByteArray", value) & 0xFF

    # What `bytearray` does better.

    __eq__ = bytearray.__eq__
    __ne__ = bytearray.__ne__

    def __contains__(self, value: object, /) -> bool:
        if isinstance(value, (bytes, bytearray, memoryview)):
            return bytearray.__contains__(self, value)
        return super().__contains__(value)

    def __add__(self, other: Any) -> PackedByteArray:
        if isinstance(other, (bytes, bytearray, memoryview)):
            new = PackedByteArray(bytes(self))
            _extend(new, other)
            return new
        return super().__add__(other)

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> tuple[Any, ...]:
        return PackedByteArray, (bytes(self),)

    def _made(self, items: Any) -> PackedByteArray:
        return PackedByteArray(bytes(items))

    def append_array(self, array: Iterable[int]) -> None:
        """Adds all values of another array, or bytes of any kind, at the end."""
        if isinstance(array, (bytes, bytearray, memoryview)):
            _extend(self, array)
        else:
            super().append_array(array)

    # Bytes as texts. A text ends at its first zero.

    def get_string_from_utf8(self) -> str:
        """The text in UTF-8. What is none becomes U+FFFD, with an error."""
        return _text_decoding.utf8(bytes(self))

    def get_string_from_ascii(self) -> str:
        """The text with one byte for each character."""
        return _text_decoding.latin1(bytes(self))

    def get_string_from_utf16(self) -> str:
        """The text in UTF-16: little endian, or as its byte order mark says.

        Half of a pair becomes U+FFFD (Godot keeps it, but Python could not print it).
        """
        return _text_decoding.utf16(bytes(self))

    def get_string_from_utf32(self) -> str:
        """The text in UTF-32, little endian."""
        return _text_decoding.utf32(bytes(self))

    def get_string_from_wchar(self) -> str:
        """The text in the system's wide characters, which are UTF-32."""
        return _text_decoding.utf32(bytes(self))

    def get_string_from_multibyte_char(self, encoding: str = "") -> str:
        """The text in an encoding that is named, or the system's, which is UTF-8.

        Returns:
            An empty text, after an error, if the encoding isn't known or the bytes don't fit it.
        """
        return _text_decoding.multibyte(bytes(self), encoding)

    def hex_encode(self) -> str:
        """Two hexadecimal digits for each byte."""
        return self.hex()

    # Bytes as arrays of other things. None may be left.

    def _fits(self, size: int, what: str, kind: str) -> bool:
        if len(self) % size == 0:
            return True
        error(
            f"PackedByteArray size must be a multiple of {size} (size of {what}) "
            f"to convert to {kind}."
        )
        return False

    def _numbers(self, code: str) -> array[Any]:
        return array(code, bytes(self))

    def _floats(self) -> Iterator[float]:
        return iter(array("f", bytes(self)))

    def to_int32_array(self) -> PackedInt32Array:
        """Each four bytes as a number; an error, and nothing, if some are left."""
        fits = self._fits(4, "32-bit integer", "PackedInt32Array")
        return PackedInt32Array(self._numbers("i") if fits else ())

    def to_int64_array(self) -> PackedInt64Array:
        """Each eight bytes as a number; an error, and nothing, if some are left."""
        fits = self._fits(8, "64-bit integer", "PackedInt64Array")
        return PackedInt64Array(self._numbers("q") if fits else ())

    def to_float32_array(self) -> PackedFloat32Array:
        """Each four bytes as a float; an error, and nothing, if some are left."""
        fits = self._fits(4, "32-bit float", "PackedFloat32Array")
        return PackedFloat32Array(self._numbers("f") if fits else ())

    def to_float64_array(self) -> PackedFloat64Array:
        """Each eight bytes as a float; an error, and nothing, if some are left."""
        fits = self._fits(8, "64-bit double", "PackedFloat64Array")
        return PackedFloat64Array(self._numbers("d") if fits else ())

    def to_vector2_array(self) -> PackedVector2Array:
        """Each eight bytes as a vector; an error, and nothing, if some are left."""
        if not self._fits(8, "Vector2", "PackedVector2Array"):
            return PackedVector2Array()
        x = self._floats()
        return PackedVector2Array(map(Vector2, x, x))

    def to_vector3_array(self) -> PackedVector3Array:
        """Each twelve bytes as a vector; an error, and nothing, if some are left."""
        if not self._fits(12, "Vector3", "PackedVector3Array"):
            return PackedVector3Array()
        x = self._floats()
        return PackedVector3Array(map(Vector3, x, x, x))

    def to_vector4_array(self) -> PackedVector4Array:
        """Each sixteen bytes as a vector; an error, and nothing, if some are left."""
        if not self._fits(16, "Vector4", "PackedVector4Array"):
            return PackedVector4Array()
        x = self._floats()
        return PackedVector4Array(map(Vector4, x, x, x, x))

    def to_color_array(self) -> PackedColorArray:
        """Each sixteen bytes as a colour; an error, and nothing, if some are left."""
        if not self._fits(16, "Color variant", "PackedColorArray"):
            return PackedColorArray()
        x = self._floats()
        return PackedColorArray(map(Color, x, x, x, x))

    # Compression. The modes are those of `FileAccess`; FastLZ, which is the first, is the default.

    def compress(self, compression_mode: int = 0) -> PackedByteArray:
        """The bytes, compressed.

        Args:
            compression_mode: FastLZ (0), Deflate (1) or gzip (3). Godot's others are an error.
        """
        return PackedByteArray(_compression.compress(bytes(self), compression_mode))

    def decompress(self, buffer_size: int, compression_mode: int = 0) -> PackedByteArray:
        """What was compressed.

        Args:
            buffer_size: the size of that, or more.
            compression_mode: how it was compressed.

        Returns:
            Nothing, after an error, for bytes that cannot be decompressed.
        """
        if buffer_size <= 0:
            error("Decompression buffer size must be greater than zero.")
            return PackedByteArray()
        if not self:
            error("Compressed buffer size must be greater than zero.")
            return PackedByteArray()
        return PackedByteArray(_compression.decompress(bytes(self), buffer_size, compression_mode))

    def decompress_dynamic(
        self, max_output_size: int, compression_mode: int = 0
    ) -> PackedByteArray:
        """What was compressed with Deflate or gzip, of a size that is not known.

        Args:
            max_output_size: how much it may be; -1 for any size.
            compression_mode: how it was compressed.

        Returns:
            Nothing, after an error, for bytes that cannot be decompressed.
        """
        out = _compression.decompress_dynamic(bytes(self), max_output_size, compression_mode)
        if out is None:
            error("Decompression failed.")
        return PackedByteArray(out or b"")


def _fill(target: bytearray, values: Any) -> None:
    """Puts in whatever a constructor call may give."""
    if isinstance(values, (bytes, bytearray, memoryview)):
        _extend(target, values)
    elif isinstance(values, (str, int)):
        hint = "text.encode()" if isinstance(values, str) else "bytes(size)"
        raise TypeError(
            f"PackedByteArray({type(values).__name__}) does not exist: "
            f"write PackedByteArray({hint}), or b'...' for bytes as they are"
        )
    elif isinstance(values, array) and values.itemsize > 1:
        raise TypeError(
            f"PackedByteArray({type(values).__name__}) does not exist: "
            "write bytes(...) around its bytes, or list(...) around its numbers"
        )
    else:
        one = PackedByteArray._one
        _extend(target, bytes([one(value) for value in values]))


PackedArray._bytes = PackedByteArray
