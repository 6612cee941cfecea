"""Numbers, texts and values in files: the half of `FileAccess` that makes them of bytes.

All of it goes through `_read` and `_write`. What is not there any more reads as zeros: a number of
which only some bytes are left has zeros for the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct
from typing import Any

from engine.core import _text_decoding, _variant_codec
from engine.core._int_vector import wrap_64
from engine.core.error import OK
from engine.core.output import error, warning
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_string_array import PackedStringArray

_HALF, _FLOAT, _DOUBLE = (
    {False: Struct(f"<{code}"), True: Struct(f">{code}")} for code in ("e", "f", "d")
)


class FileValues:
    """Reads and writes one thing after the other.

    Attributes:
        big_endian: whether the bytes of numbers come in the order of the network.
    """

    __slots__ = ()

    big_endian: bool

    def _read(self, size: int) -> bytes:
        """The next bytes, as many as there are; sets the error and the mark of the end."""
        return b""

    def _write(self, data: bytes) -> bool:
        """Writes bytes; False, with the error set, where that fails."""
        return False

    # Numbers -------------------------------------------------------------------------------------

    def _number(self, size: int) -> int:
        data = self._read(size).ljust(size, b"\0")
        return int.from_bytes(data, "big" if self.big_endian else "little")

    def _store_number(self, value: int, size: int) -> bool:
        low = int(value) & ((1 << size * 8) - 1)
        return self._write(low.to_bytes(size, "big" if self.big_endian else "little"))

    def _float(self, coders: dict[bool, Struct]) -> float:
        coder = coders[bool(self.big_endian)]
        return float(coder.unpack(self._read(coder.size).ljust(coder.size, b"\0"))[0])

    def get_8(self) -> int:
        """The next byte."""
        return self._number(1)

    def get_16(self) -> int:
        """The next two bytes as a number without a sign."""
        return self._number(2)

    def get_32(self) -> int:
        """The next four bytes as a number without a sign."""
        return self._number(4)

    def get_64(self) -> int:
        """The next eight bytes as a number. As Godot has no greater ones, it has a sign."""
        return wrap_64(self._number(8))

    def get_half(self) -> float:
        """The next two bytes as a float."""
        return self._float(_HALF)

    def get_float(self) -> float:
        """The next four bytes as a float."""
        return self._float(_FLOAT)

    def get_double(self) -> float:
        """The next eight bytes as a float."""
        return self._float(_DOUBLE)

    def get_real(self) -> float:
        """The next float of the size that vectors have: four bytes."""
        return self._float(_FLOAT)

    def store_8(self, value: int) -> bool:
        """Writes the lowest byte of a number. All `store_*` tell whether that went well."""
        return self._store_number(value, 1)

    def store_16(self, value: int) -> bool:
        """Writes the lowest two bytes of a number."""
        return self._store_number(value, 2)

    def store_32(self, value: int) -> bool:
        """Writes the lowest four bytes of a number."""
        return self._store_number(value, 4)

    def store_64(self, value: int) -> bool:
        """Writes eight bytes of a number."""
        return self._store_number(value, 8)

    def _store_float(self, data: PackedByteArray) -> bool:
        return self._write(bytes(data)[::-1] if self.big_endian else bytes(data))

    def store_half(self, value: float) -> bool:
        """Writes a float of two bytes."""
        data = PackedByteArray(bytes(2))
        data.encode_half(0, value)
        return self._store_float(data)

    def store_float(self, value: float) -> bool:
        """Writes a float of four bytes."""
        data = PackedByteArray(bytes(4))
        data.encode_float(0, value)
        return self._store_float(data)

    def store_double(self, value: float) -> bool:
        """Writes a float of eight bytes."""
        data = PackedByteArray(bytes(8))
        data.encode_double(0, value)
        return self._store_float(data)

    def store_real(self, value: float) -> bool:
        """Writes a float of the size that vectors have: four bytes."""
        return self.store_float(value)

    # Bytes and values ----------------------------------------------------------------------------

    def get_buffer(self, length: int) -> PackedByteArray:
        """The next bytes: as many as are there, and no more than so many."""
        if length < 0:
            error("Length of buffer cannot be smaller than 0.")
            return PackedByteArray()
        return PackedByteArray(self._read(length))

    def store_buffer(self, buffer: Iterable[int]) -> bool:
        """Writes bytes."""
        return self._write(bytes(buffer))

    def get_var(self, allow_objects: bool = False) -> Any:
        """The value that `store_var` wrote; None, after an error, where there is none.

        Args:
            allow_objects: whether whole objects are allowed, which may contain code that is run.
        """
        size = self.get_32()
        data = self._read(size)
        if len(data) != size:
            error('Condition "(uint32_t)buff.size() != len" is true. Returning: Variant()')
            return None
        problem, value, _ = _variant_codec.decode(data, 0, allow_objects)
        if problem is not OK:
            error("Error when trying to encode Variant.")
            return None
        return value

    def store_var(self, value: Any, full_objects: bool = False) -> bool:
        """Writes a value of any kind, with its size in front.

        Args:
            value: the value.
            full_objects: whether objects are written with all that is stored of them.
        """
        problem, data = _variant_codec.encode(value, full_objects)
        if problem is not OK:
            error("Error when trying to encode Variant.")
            return False
        return self.store_32(len(data)) and self._write(data)

    # Texts ---------------------------------------------------------------------------------------

    def get_pascal_string(self) -> str:
        """The text that `store_pascal_string` wrote."""
        return _text_decoding.utf8(self._read(self.get_32()))

    def store_pascal_string(self, string: str) -> bool:
        """Writes a text in UTF-8 with its size in front."""
        data = str(string).encode("utf-8", "replace")
        return self.store_32(len(data)) and self._write(data)

    def store_string(self, string: str) -> bool:
        """Writes a text in UTF-8, and nothing behind it."""
        return self._write(str(string).encode("utf-8", "replace"))

    def store_line(self, line: str) -> bool:
        """Writes a text in UTF-8, and the end of a line."""
        return self.store_string(line) and self._write(b"\n")

    def _line(self) -> bytes:
        """The bytes up to the end of the line, which is read, too."""
        return b""

    def get_line(self) -> str:
        r"""The text up to the end of the line (`\n`, `\r`, both, or a zero) or of the file."""
        return _text_decoding.utf8(self._line())

    def eof_reached(self) -> bool:
        """Whether something was to be read behind the end; `seek` forgets that."""
        return False

    def get_csv_line(self, delim: str = ",") -> PackedStringArray:
        """The next line of a table, as its fields.

        A field in quotes may contain the delimiter, ends of lines, and quotes written twice.
        """
        if len(delim) != 1 or delim == '"':
            error("Only single character delimiters are supported to parse CSV lines.")
            return PackedStringArray()
        line = self.get_line()
        while line.count('"') % 2 and not self.eof_reached():
            line += "\n" + self.get_line()
        if line.count('"') % 2:
            path = self.get_path()
            warning(f"Reached end of file before closing '\"' in CSV file '{path}'.")
        return PackedStringArray(_fields(line, delim))

    def get_path(self) -> str:
        """The path of the file, as it was opened."""
        return ""

    def store_csv_line(self, values: Sequence[str], delim: str = ",") -> bool:
        """Writes texts as one line of a table, in quotes where they need them."""
        if len(delim) != 1:
            error('Condition "p_delim.length() != 1" is true. Returning: false')
            return False
        special = ('"', "\n", delim)
        return self.store_line(delim.join(_field(str(value), special) for value in values))


def _field(text: str, special: Sequence[str]) -> str:
    if any(mark in text for mark in special):
        return '"' + text.replace('"', '""') + '"'
    return text


def _fields(line: str, delim: str) -> list[str]:
    fields, current, quoted, at = [], "", False, 0
    while at < len(line):
        char = line[at]
        if char == delim and not quoted:
            fields.append(current)
            current = ""
        elif char != '"':
            current += char
        elif quoted and line[at + 1 : at + 2] == '"':
            current += char
            at += 1
        else:
            quoted = not quoted
        at += 1
    return [*fields, current]
