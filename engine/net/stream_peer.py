"""`StreamPeer`: typed reads and writes over a stream of bytes."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING, Any

from engine.core._byte_coding import half_bits
from engine.core._lazy import lazy
from engine.core._text_decoding import utf8
from engine.core.error import ERR_OUT_OF_MEMORY, ERR_UNAVAILABLE, OK, Error
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.ref_counted import RefCounted
from engine.net._bytes import BytesLike, bytes_of
from engine.net._channel import Channel
from engine.net._statistics import StreamStatistics

if TYPE_CHECKING:
    from engine.core import _variant_codec
else:
    _variant_codec = lazy("engine.core._variant_codec")

_NO_STRING = 'Condition "err != OK" is true. Returning: String()'
_NEGATIVE_STRING = 'Condition "p_bytes < 0" is true. Returning: String()'
_NEGATIVE_SIZE = 'Condition "p_size < 0" is true. Returning: ERR_INVALID_PARAMETER'


class StreamPeer(RefCounted):
    """The base of everything that bytes go through one after the other.

    The typed reads wait for their bytes; at the end of the stream they give 0 and "".
    """

    __slots__ = ("_big_endian",)

    def __init__(self) -> None:
        super().__init__()
        self._big_endian = False

    @property
    def big_endian(self) -> bool:
        """The order of bytes in numbers, and in the lengths of strings."""
        return self._big_endian

    @big_endian.setter
    def big_endian(self, enable: bool) -> None:
        self._big_endian = bool(enable)

    def is_big_endian_enabled(self) -> bool:
        """The value of `big_endian`."""
        return self._big_endian

    def set_big_endian(self, enable: bool) -> None:
        """Sets `big_endian`."""
        self._big_endian = bool(enable)

    # What a stream has to say for itself ---------------------------------------------------------

    def _take(self, count: int, wait: bool) -> tuple[Error, bytes]:
        """Reads `count` bytes, or without `wait` those that are there; a bare stream has none."""
        return ERR_UNAVAILABLE, b""

    def _give(self, data: BytesLike, wait: bool) -> tuple[Error, int]:
        """Writes `data`, or without `wait` as much as is taken now; a bare stream takes none."""
        return ERR_UNAVAILABLE, 0

    def statistics(self) -> StreamStatistics:
        """What a stream over a connection has carried; others count nothing."""
        return StreamStatistics()

    def _get_channel(self) -> Channel | None:
        """What a WebSocket can go over, if this stream has it."""
        return None

    def get_available_bytes(self) -> int:
        """Bytes that can be read without waiting."""
        return 0

    # Bytes ---------------------------------------------------------------------------------------

    def put_data(self, data: BytesLike) -> Error:
        """Writes all of `data`, waiting as long as that takes."""
        data = bytes_of(data, "put_data")
        return self._give(data, True)[0] if data else OK

    def put_partial_data(self, data: BytesLike) -> list[Error | int]:
        """Writes what can be written now.

        Returns:
            An `Error`, and how many bytes were taken.
        """
        data = bytes_of(data, "put_partial_data")
        return list(self._give(data, False) if data else (OK, 0))

    def get_data(self, bytes_: int) -> list[Error | PackedByteArray]:
        """Reads so many bytes, waiting until they are there.

        Returns:
            An `Error`, and the bytes; after an error they are filled up with zeros.
        """
        if bytes_ < 0:
            return _refused()
        problem, data = self._take(bytes_, True)
        return [problem, PackedByteArray(data.ljust(bytes_, b"\0"))]

    def get_partial_data(self, bytes_: int) -> list[Error | PackedByteArray]:
        """Reads what is there, at most so many bytes.

        Returns:
            An `Error` (`ERR_FILE_EOF` at the end of the stream), and the bytes.
        """
        if bytes_ < 0:
            return _refused()
        problem, data = self._take(bytes_, False)
        return [problem, PackedByteArray(data)]

    # Numbers -------------------------------------------------------------------------------------

    def _put_int(self, value: int, size: int) -> None:
        if isinstance(value, str):
            raise TypeError(f"a number of {8 * size} bits cannot be written from a str")
        data = (int(value) & ((1 << 8 * size) - 1)).to_bytes(size, "little")
        self._give(data[::-1] if self._big_endian else data, True)

    def _get_int(self, size: int, signed: bool) -> int:
        problem, data = self._take(size, True)
        if problem is not OK:
            return 0
        return int.from_bytes(data[::-1] if self._big_endian else data, "little", signed=signed)

    def _put_float(self, value: float, code: str) -> None:
        form = (">" if self._big_endian else "<") + code
        try:
            data = struct.pack(form, value)
        except OverflowError:
            data = struct.pack(form, math.copysign(math.inf, value))
        self._give(data, True)

    def _get_float(self, size: int, code: str) -> float:
        problem, data = self._take(size, True)
        if problem is not OK:
            return 0.0
        return float(struct.unpack((">" if self._big_endian else "<") + code, data)[0])

    def put_8(self, value: int) -> None:
        """Writes a signed byte."""
        self._put_int(value, 1)

    def put_u8(self, value: int) -> None:
        """Writes an unsigned byte."""
        self._put_int(value, 1)

    def put_16(self, value: int) -> None:
        """Writes a signed number of 16 bits."""
        self._put_int(value, 2)

    def put_u16(self, value: int) -> None:
        """Writes an unsigned number of 16 bits."""
        self._put_int(value, 2)

    def put_32(self, value: int) -> None:
        """Writes a signed number of 32 bits."""
        self._put_int(value, 4)

    def put_u32(self, value: int) -> None:
        """Writes an unsigned number of 32 bits."""
        self._put_int(value, 4)

    def put_64(self, value: int) -> None:
        """Writes a signed number of 64 bits."""
        self._put_int(value, 8)

    def put_u64(self, value: int) -> None:
        """Writes an unsigned number of 64 bits."""
        self._put_int(value, 8)

    def put_half(self, value: float) -> None:
        """Writes a float of half precision: cut, not rounded, and zero where it gets small."""
        self._put_int(half_bits(value), 2)

    def put_float(self, value: float) -> None:
        """Writes a float of single precision."""
        self._put_float(value, "f")

    def put_double(self, value: float) -> None:
        """Writes a float of double precision."""
        self._put_float(value, "d")

    def get_8(self) -> int:
        """Reads a signed byte."""
        return self._get_int(1, True)

    def get_u8(self) -> int:
        """Reads an unsigned byte."""
        return self._get_int(1, False)

    def get_16(self) -> int:
        """Reads a signed number of 16 bits."""
        return self._get_int(2, True)

    def get_u16(self) -> int:
        """Reads an unsigned number of 16 bits."""
        return self._get_int(2, False)

    def get_32(self) -> int:
        """Reads a signed number of 32 bits."""
        return self._get_int(4, True)

    def get_u32(self) -> int:
        """Reads an unsigned number of 32 bits."""
        return self._get_int(4, False)

    def get_64(self) -> int:
        """Reads a signed number of 64 bits."""
        return self._get_int(8, True)

    def get_u64(self) -> int:
        """Reads an unsigned number of 64 bits; beyond 2 ** 63 it is negative, as Godot's int is."""
        return self._get_int(8, True)

    def get_half(self) -> float:
        """Reads a float of half precision."""
        return self._get_float(2, "e")

    def get_float(self) -> float:
        """Reads a float of single precision."""
        return self._get_float(4, "f")

    def get_double(self) -> float:
        """Reads a float of double precision."""
        return self._get_float(8, "d")

    # Strings -------------------------------------------------------------------------------------

    def put_string(self, value: str) -> None:
        """Writes the length in 32 bits, then the text in ASCII; other characters become spaces."""
        for character in value:
            if not character.isascii():
                error(
                    f"Unicode parsing error: Invalid unicode codepoint ({ord(character):x}), "
                    "cannot represent as ASCII/Latin-1"
                )
        data = "".join(c if c.isascii() else " " for c in value).encode("ascii")
        self.put_u32(len(data))
        self.put_data(data)

    def put_utf8_string(self, value: str) -> None:
        """Writes the number of bytes in 32 bits, then the text in UTF-8."""
        data = value.encode("utf-8", "replace")
        self.put_u32(len(data))
        self.put_data(data)

    def get_string(self, bytes_: int = -1) -> str:
        """Reads text of one byte a character; it ends at the first NUL.

        Args:
            bytes_: how many; by default as the 32 bits in front say.
        """
        return self._get_text(bytes_).decode("latin-1")

    def get_utf8_string(self, bytes_: int = -1) -> str:
        """Reads text in UTF-8; what is none becomes U+FFFD.

        Args:
            bytes_: how many; by default as the 32 bits in front say.
        """
        return utf8(self._get_text(bytes_))

    # Values of any kind --------------------------------------------------------------------------

    def put_var(self, value: Any, full_objects: bool = False) -> None:
        """Writes the number of bytes in 32 bits, then a value as `var_to_bytes` does.

        Args:
            value: the value; one that cannot be encoded is not written.
            full_objects: whether objects are written with all that is stored of them.
        """
        problem, data = _variant_codec.encode(value, full_objects)
        if problem is OK:
            self.put_u32(len(data))
            self.put_data(data)

    def get_var(self, allow_objects: bool = False) -> Any:
        """Reads a value that `put_var` wrote; None, after an error, for anything else.

        Args:
            allow_objects: whether whole objects are allowed, which may contain code that is run.
        """
        problem, data = self._take(4, True)
        if problem is OK:
            size = int.from_bytes(data, "big" if self._big_endian else "little", signed=True)
            if size < 0:
                error(_NEGATIVE_SIZE)
                problem = ERR_OUT_OF_MEMORY
            else:
                problem, data = self._take(size, True)
        if problem is not OK:
            error('Condition "err != OK" is true. Returning: Variant()')
            return None
        problem, value, _ = _variant_codec.decode(bytes(data), 0, allow_objects)
        if problem is not OK:
            error("Error when trying to decode Variant.")
        return value

    def _get_text(self, size: int) -> bytes:
        if size < 0:
            size = self.get_32()
        if size < 0:
            error(_NEGATIVE_STRING)
            return b""
        problem, data = self._take(size, True)
        if problem is not OK:
            error(_NO_STRING)
            return b""
        return data.partition(b"\0")[0]


def _refused() -> list[Error | PackedByteArray]:
    error(_NEGATIVE_SIZE)
    return [ERR_OUT_OF_MEMORY, PackedByteArray()]
