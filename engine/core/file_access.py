r"""`FileAccess`: files, read and written in order or at any place.

One writes, the other reads:

    file = FileAccess.open("user://scores.txt", FileAccess.WRITE)
    file.store_line("Ada\t12")
    file.close()

    with FileAccess.open("user://scores.txt", FileAccess.READ) as file:
        while not file.eof_reached():
            print(file.get_line())

`res://` is the project's folder, `user://` the user's; other paths are the system's. A file is
closed by `close`, at the end of a `with`, and with the last reference to it.
"""

from __future__ import annotations

import builtins
import io
import os
import tempfile
from collections.abc import Iterable
from enum import IntEnum, IntFlag
from typing import Any, ClassVar, Final, Self

from engine.core import _compressed_file, _text_decoding
from engine.core._file_facts import FileFacts
from engine.core._file_values import FileValues
from engine.core._system_paths import opening_error, system_path
from engine.core.error import (
    ERR_FILE_CANT_OPEN,
    ERR_FILE_CANT_READ,
    ERR_FILE_CANT_WRITE,
    ERR_FILE_EOF,
    ERR_FILE_UNRECOGNIZED,
    ERR_UNAVAILABLE,
    FAILED,
    OK,
    Error,
)
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.ref_counted import RefCounted

__all__ = ["FileAccess"]


class _ModeFlags(IntFlag):
    READ = 1
    WRITE = 2
    READ_WRITE = 3
    WRITE_READ = 7


class _CompressionMode(IntEnum):
    COMPRESSION_FASTLZ = 0
    COMPRESSION_DEFLATE = 1
    COMPRESSION_ZSTD = 2
    COMPRESSION_GZIP = 3
    COMPRESSION_BROTLI = 4


class _UnixPermissionFlags(IntFlag):
    UNIX_EXECUTE_OTHER = 0o1
    UNIX_WRITE_OTHER = 0o2
    UNIX_READ_OTHER = 0o4
    UNIX_EXECUTE_GROUP = 0o10
    UNIX_WRITE_GROUP = 0o20
    UNIX_READ_GROUP = 0o40
    UNIX_EXECUTE_OWNER = 0o100
    UNIX_WRITE_OWNER = 0o200
    UNIX_READ_OWNER = 0o400
    UNIX_RESTRICTED_DELETE = 0o1000
    UNIX_SET_GROUP_ID = 0o2000
    UNIX_SET_USER_ID = 0o4000


_MODES = {1: "rb", 2: "wb", 3: "r+b", 7: "w+b"}


class FileAccess(FileValues, FileFacts, RefCounted):
    """An open file; made by `FileAccess.open` and its like.

    Attributes:
        big_endian: whether the bytes of numbers come in the order of the network.
    """

    ModeFlags = _ModeFlags
    CompressionMode = _CompressionMode
    UnixPermissionFlags = _UnixPermissionFlags
    READ: Final = _ModeFlags.READ
    WRITE: Final = _ModeFlags.WRITE
    READ_WRITE: Final = _ModeFlags.READ_WRITE
    WRITE_READ: Final = _ModeFlags.WRITE_READ
    COMPRESSION_FASTLZ: Final = _CompressionMode.COMPRESSION_FASTLZ
    COMPRESSION_DEFLATE: Final = _CompressionMode.COMPRESSION_DEFLATE
    COMPRESSION_ZSTD: Final = _CompressionMode.COMPRESSION_ZSTD
    COMPRESSION_GZIP: Final = _CompressionMode.COMPRESSION_GZIP
    COMPRESSION_BROTLI: Final = _CompressionMode.COMPRESSION_BROTLI
    UNIX_READ_OWNER: Final = _UnixPermissionFlags.UNIX_READ_OWNER
    UNIX_WRITE_OWNER: Final = _UnixPermissionFlags.UNIX_WRITE_OWNER
    UNIX_EXECUTE_OWNER: Final = _UnixPermissionFlags.UNIX_EXECUTE_OWNER
    UNIX_READ_GROUP: Final = _UnixPermissionFlags.UNIX_READ_GROUP
    UNIX_WRITE_GROUP: Final = _UnixPermissionFlags.UNIX_WRITE_GROUP
    UNIX_EXECUTE_GROUP: Final = _UnixPermissionFlags.UNIX_EXECUTE_GROUP
    UNIX_READ_OTHER: Final = _UnixPermissionFlags.UNIX_READ_OTHER
    UNIX_WRITE_OTHER: Final = _UnixPermissionFlags.UNIX_WRITE_OTHER
    UNIX_EXECUTE_OTHER: Final = _UnixPermissionFlags.UNIX_EXECUTE_OTHER
    UNIX_SET_USER_ID: Final = _UnixPermissionFlags.UNIX_SET_USER_ID
    UNIX_SET_GROUP_ID: Final = _UnixPermissionFlags.UNIX_SET_GROUP_ID
    UNIX_RESTRICTED_DELETE: Final = _UnixPermissionFlags.UNIX_RESTRICTED_DELETE

    _instantiable: ClassVar[bool] = False
    _open_error: ClassVar[Error] = OK

    _file: Any = None  # a file or buffer of Python's
    _path = ""
    _path_absolute = ""
    _error = OK
    _at_end = False
    _temporary = False  # whether it is removed in the end
    big_endian = False

    # Opening -------------------------------------------------------------------------------------

    @classmethod
    def _opened(cls, path: str, file: Any) -> FileAccess:
        made: FileAccess = cls.__new__(cls)
        made._file = file
        made._path = str(path)
        made._path_absolute = os.path.abspath(system_path(path)).replace("\\", "/")
        FileAccess._open_error = OK
        return made

    @classmethod
    def _failed(cls, problem: Error) -> None:
        FileAccess._open_error = problem

    @classmethod
    def _raw(cls, path: str, flags: int) -> Any:
        """The file of Python's; None, with the error noted, where it cannot be opened."""
        mode = _MODES.get(int(flags))
        if mode is None:
            error(f"There is no mode {flags} to open a file in.")
            return cls._failed(ERR_FILE_CANT_OPEN)
        try:
            return builtins.open(system_path(path), mode)
        except OSError as problem:
            return cls._failed(opening_error(problem))
        except ValueError:  # a zero in the path
            return cls._failed(ERR_FILE_CANT_OPEN)

    @staticmethod
    def open(path: str, flags: int) -> FileAccess | None:
        """Opens a file.

        Args:
            path: where it is.
            flags: `READ`; `WRITE`, which makes it or empties it; `READ_WRITE`, for one that is
                there; or `WRITE_READ`, which makes it or empties it and can read, too.

        Returns:
            None where it cannot be opened: see `get_open_error`.
        """
        file = FileAccess._raw(path, flags)
        return None if file is None else FileAccess._opened(path, file)

    @staticmethod
    def open_compressed(path: str, mode_flags: int, compression_mode: int = 0) -> FileAccess | None:
        """Opens a file that is compressed as a whole, to read or to write it.

        Args:
            path: where it is.
            mode_flags: `READ` or `WRITE`.
            compression_mode: how it will be compressed; a file that is read knows that itself.
        """
        flags = int(mode_flags)
        if flags == FileAccess.READ_WRITE:
            error('Condition "p_mode_flags == READ_WRITE" is true. Returning: ERR_UNAVAILABLE')
            return FileAccess._failed(ERR_UNAVAILABLE)
        if flags != FileAccess.READ:
            if not _compressed_file.compression_is_known(int(compression_mode)):
                return FileAccess._failed(ERR_UNAVAILABLE)
            file = FileAccess._raw(path, FileAccess.WRITE)
            if file is None:
                return None
            writer = _compressed_file.CompressedWriter(file, int(compression_mode))
            return FileAccess._opened(path, writer)
        file = FileAccess._raw(path, flags)
        if file is None:
            return None
        with file:
            data = _compressed_file.unpacked(file.read())
        if data is None:
            return FileAccess._failed(ERR_FILE_UNRECOGNIZED)
        return FileAccess._opened(path, io.BufferedReader(io.BytesIO(data)))

    @staticmethod
    def open_encrypted(
        path: str, mode_flags: int, key: Iterable[int], iv: Iterable[int] = ()
    ) -> FileAccess | None:
        """None, after an error: Python's library has no encryption."""
        error(f"'{path}' cannot be opened: encrypted files are not supported.")
        return FileAccess._failed(ERR_UNAVAILABLE)

    @staticmethod
    def open_encrypted_with_pass(path: str, mode_flags: int, pass_: str) -> FileAccess | None:
        """None, after an error: Python's library has no encryption."""
        return FileAccess.open_encrypted(path, mode_flags, b"")

    @staticmethod
    def create_temp(
        mode_flags: int, prefix: str = "", extension: str = "", keep: bool = False
    ) -> FileAccess | None:
        """Makes a file in the folder for what is not needed for long.

        Args:
            mode_flags: as for `open`.
            prefix: how its name begins.
            extension: how its name ends, without the dot.
            keep: whether it stays when it is closed.
        """
        for what, text in (("prefix", prefix), ("extension", extension)):
            if "/" in text or "\\" in text:
                error(f'Error while creating temporary file: "{text}" is not a valid {what}.')
                return FileAccess._failed(ERR_FILE_CANT_OPEN)
        try:
            handle, path = tempfile.mkstemp(f".{extension}" if extension else "", str(prefix))
        except OSError as problem:
            return FileAccess._failed(opening_error(problem))
        os.close(handle)
        made = FileAccess.open(path, mode_flags)
        if made is not None:
            made._temporary = not keep
        return made

    @staticmethod
    def get_open_error() -> Error:
        """Why the last file could not be opened, or `OK`."""
        return FileAccess._open_error

    @staticmethod
    def get_file_as_bytes(path: str) -> PackedByteArray:
        """All bytes of a file; none where it cannot be opened: see `get_open_error`."""
        file = FileAccess.open(path, FileAccess.READ)
        return PackedByteArray() if file is None else PackedByteArray(file._file.read())

    @staticmethod
    def get_file_as_string(path: str) -> str:
        """The text of a file; empty where it cannot be opened: see `get_open_error`."""
        return _text_decoding.utf8(bytes(FileAccess.get_file_as_bytes(path)))

    # Closing -------------------------------------------------------------------------------------

    def close(self) -> None:
        """Writes what is not written yet, and lets the file go."""
        file, self._file = self._file, None
        if file is None:
            return
        try:
            file.close()
        except OSError:
            self._error = ERR_FILE_CANT_WRITE
        if self._temporary and os.path.exists(self._path_absolute):
            os.remove(self._path_absolute)

    def __del__(self) -> None:
        self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()

    def is_open(self) -> bool:
        """Whether the file has not been closed."""
        return self._file is not None

    def _is_there(self) -> bool:
        if self._file is None:
            error("File must be opened before use.")
        return self._file is not None

    # Bytes ---------------------------------------------------------------------------------------

    def _read(self, size: int) -> bytes:
        if not self._is_there() or size == 0:
            return b""
        try:
            data: bytes = self._file.read(size)
        except (OSError, ValueError):
            self._error = ERR_FILE_CANT_READ
            return b""
        if len(data) < size:
            self._at_end = True
            self._error = ERR_FILE_EOF
        else:
            self._error = OK
        return data

    def _write(self, data: bytes) -> bool:
        if not self._is_there():
            return False
        if not data:
            return True
        try:
            self._file.write(data)
        except (OSError, ValueError):
            self._error = ERR_FILE_CANT_WRITE
            return False
        self._error = OK
        return True

    def _line(self) -> bytes:
        if not self._is_there():
            return b""
        try:
            data: bytes = self._file.readline()
        except (OSError, ValueError):
            self._error = ERR_FILE_CANT_READ
            self._at_end = True
            return b""
        if b"\r" in data or b"\0" in data:
            return self._cut_line(data)
        if data.endswith(b"\n"):
            self._error = OK
            return data[:-1]
        self._at_end = True
        self._error = ERR_FILE_EOF
        return data

    def _cut_line(self, data: bytes) -> bytes:
        """A line that ends in some other way, and the place set to what follows it."""
        ends = [at for at in (data.find(mark) for mark in (b"\r", b"\0", b"\n")) if at >= 0]
        end = min(ends)
        after = end + (2 if data[end : end + 2] == b"\r\n" else 1)
        self._file.seek(after - len(data), os.SEEK_CUR)
        self._error = OK
        return data[:end]

    def get_as_text(self) -> str:
        """The text of the whole file; the place in it stays."""
        if not self._is_there():
            return ""
        place = self._file.tell()
        self._file.seek(0)
        try:
            data: bytes = self._file.read()
        except (OSError, ValueError):
            self._error = ERR_FILE_CANT_READ
            data = b""
        self._file.seek(place)
        self._at_end = False
        return _text_decoding.utf8(data)

    # The place -----------------------------------------------------------------------------------

    def seek(self, position: int) -> None:
        """Goes on at a byte, counted from the beginning; it may be behind the end."""
        self._move(position, os.SEEK_SET)

    def seek_end(self, position: int = 0) -> None:
        """Goes on at a byte, counted from the end; those before it are below zero."""
        self._move(position, os.SEEK_END)

    def _move(self, position: int, origin: int) -> None:
        if not self._is_there():
            return
        try:
            self._file.seek(position, origin)
        except (OSError, ValueError):
            return
        self._at_end = False

    def get_position(self) -> int:
        """The byte that comes next."""
        return int(self._file.tell()) if self._is_there() else 0

    def get_length(self) -> int:
        """How many bytes the file has."""
        if not self._is_there():
            return 0
        place = self._file.tell()
        length = int(self._file.seek(0, os.SEEK_END))
        self._file.seek(place)
        return length

    def eof_reached(self) -> bool:
        """Whether something was to be read behind the end; `seek` forgets that."""
        return self._at_end

    def resize(self, length: int) -> Error:
        """Cuts the file off, or fills it up with zeros; the place in it stays."""
        if not self._is_there():
            return FAILED
        try:
            self._file.truncate(length)
        except (OSError, ValueError):
            return FAILED
        return OK

    def flush(self) -> None:
        """Writes what is not written yet, so that others see it."""
        if self._is_there():
            self._file.flush()

    # About it ------------------------------------------------------------------------------------

    def get_path(self) -> str:
        """The path of the file, as it was opened."""
        return self._path

    def get_path_absolute(self) -> str:
        """The path of the file for the operating system."""
        return self._path_absolute

    def get_error(self) -> Error:
        """What was wrong the last time something was read or written, or `OK`."""
        return self._error

    def is_big_endian(self) -> bool:
        """The same as `big_endian`."""
        return self.big_endian

    def set_big_endian(self, big_endian: bool) -> None:
        """The same as assigning `big_endian`."""
        self.big_endian = bool(big_endian)
