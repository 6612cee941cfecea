"""What `FileAccess` tells about files that are not open: the half of it with no instance."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable

from engine.core._system_paths import is_file, system_path
from engine.core.error import ERR_UNAVAILABLE, FAILED, OK, Error
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_string_array import PackedStringArray

_PERMISSIONS = 0o7777
_USER = "user."  # where Linux keeps the attributes that users may set
_HAS_ATTRIBUTES = hasattr(os, "getxattr")


def _time(path: str, which: str) -> int:
    try:
        return int(getattr(os.stat(system_path(path)), which))
    except OSError:
        return 0


def _digest(path: str, kind: str) -> str:
    try:
        with open(system_path(path), "rb") as file:
            return hashlib.file_digest(file, kind).hexdigest()
    except OSError:
        return ""


class FileFacts:
    """Times, sizes, digests, permissions and attributes of files by their paths."""

    __slots__ = ()

    @staticmethod
    def file_exists(path: str) -> bool:
        """Whether there is a file; a folder is none."""
        return is_file(str(path))

    @staticmethod
    def get_modified_time(file: str) -> int:
        """When a file was last written, in seconds since 1970; 0 for what is not there."""
        return _time(file, "st_mtime")

    @staticmethod
    def get_access_time(file: str) -> int:
        """When a file was last read, in seconds since 1970; 0 for what is not there."""
        return _time(file, "st_atime")

    @staticmethod
    def get_size(file: str) -> int:
        """How many bytes a file has; -1, after an error, for what is not there."""
        try:
            return os.stat(system_path(file)).st_size
        except OSError:
            error(f"Failed to get size for: {file}")
            return -1

    @staticmethod
    def get_md5(path: str) -> str:
        """The MD5 of a file in hexadecimal; empty for what cannot be read."""
        return _digest(path, "md5")

    @staticmethod
    def get_sha256(path: str) -> str:
        """The SHA-256 of a file in hexadecimal; empty for what cannot be read."""
        return _digest(path, "sha256")

    # Permissions ---------------------------------------------------------------------------------

    @staticmethod
    def get_unix_permissions(file: str) -> int:
        """The `UNIX_*` flags of a file; 0, after an error, for what is not there."""
        try:
            return os.stat(system_path(file)).st_mode & _PERMISSIONS
        except OSError:
            error(f"Failed to get unix permissions for: {file}.")
            return 0

    @staticmethod
    def set_unix_permissions(file: str, permissions: int) -> Error:
        """Sets the `UNIX_*` flags of a file."""
        try:
            os.chmod(system_path(file), int(permissions))
        except OSError:
            return FAILED
        return OK

    @staticmethod
    def get_hidden_attribute(file: str) -> bool:
        """False: only Windows and macOS have such an attribute, and it is not asked there."""
        return False

    @staticmethod
    def set_hidden_attribute(file: str, hidden: bool) -> Error:
        """Answers `ERR_UNAVAILABLE`; see `get_hidden_attribute`."""
        return ERR_UNAVAILABLE

    @staticmethod
    def get_read_only_attribute(file: str) -> bool:
        """False: only Windows and macOS have such an attribute, and it is not asked there."""
        return False

    @staticmethod
    def set_read_only_attribute(file: str, ro: bool) -> Error:
        """Answers `ERR_UNAVAILABLE`; see `get_read_only_attribute`."""
        return ERR_UNAVAILABLE

    # Extended attributes: Linux has them, on most of its file systems. --------------------------

    @staticmethod
    def get_extended_attribute(file: str, attribute_name: str) -> PackedByteArray:
        """The bytes that a file has under a name; none where there is no such attribute."""
        if not _HAS_ATTRIBUTES:
            return PackedByteArray()
        try:
            return PackedByteArray(os.getxattr(system_path(file), f"{_USER}{attribute_name}"))
        except OSError:
            return PackedByteArray()

    @staticmethod
    def get_extended_attribute_string(file: str, attribute_name: str) -> str:
        """The text that a file has under a name."""
        data = FileFacts.get_extended_attribute(file, attribute_name)
        return bytes(data).decode("utf-8", "replace")

    @staticmethod
    def set_extended_attribute(file: str, attribute_name: str, data: Iterable[int]) -> Error:
        """Gives a file bytes under a name."""
        if not _HAS_ATTRIBUTES:
            return ERR_UNAVAILABLE
        try:
            os.setxattr(system_path(file), f"{_USER}{attribute_name}", bytes(data))
        except OSError:
            return FAILED
        return OK

    @staticmethod
    def set_extended_attribute_string(file: str, attribute_name: str, data: str) -> Error:
        """Gives a file a text under a name."""
        return FileFacts.set_extended_attribute(file, attribute_name, str(data).encode())

    @staticmethod
    def remove_extended_attribute(file: str, attribute_name: str) -> Error:
        """Takes an attribute away from a file."""
        if not _HAS_ATTRIBUTES:
            return ERR_UNAVAILABLE
        try:
            os.removexattr(system_path(file), f"{_USER}{attribute_name}")
        except OSError:
            return FAILED
        return OK

    @staticmethod
    def get_extended_attributes_list(file: str) -> PackedStringArray:
        """The names of a file's attributes."""
        if not _HAS_ATTRIBUTES:
            return PackedStringArray()
        try:
            names = os.listxattr(system_path(file))
        except OSError:
            return PackedStringArray()
        return PackedStringArray([n.removeprefix(_USER) for n in names if n.startswith(_USER)])
