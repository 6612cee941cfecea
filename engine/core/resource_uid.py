"""`ResourceUID`: files by numbers that stay when a file is moved.

Which file has which number is known from the list that Godot's editor keeps in a project. Where
there is none, the files themselves are asked when a `uid://` has to be resolved: scenes and
resources say their number in the first line, other files have another one beside them that does.
"""

from __future__ import annotations

import os
import re
import secrets
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from engine.core import output
from engine.core.object import Object
from engine.core.project_settings import ProjectSettings

__all__ = ["ResourceUID"]

_PREFIX = "uid://"
_INVALID = "uid://<invalid>"
_DIGITS = "abcdefghijklmnopqrstuvwxy012345678"
_VALUES = {letter: place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
_VALUES |= {str(digit): digit + 25 for digit in range(10)}
_CACHE = "res://.godot/uid_cache.bin"
_FIRST_LINE = re.compile(rb'^\[gd_\w+ [^\n]*?\buid="(uid://\w+)"')
_IMPORTED = re.compile(rb'^uid="(uid://\w+)"', re.MULTILINE)
_MASK = (1 << 63) - 1


class _ResourceUID(Object):
    """The numbers of files, and the texts `uid://...` for them. There is one, `ResourceUID`."""

    _class_name = "ResourceUID"
    INVALID_ID = -1

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[int, str] | None = None
        self._searched = False

    @property
    def _paths(self) -> dict[int, str]:
        if self._known is None:
            self._known = {}
            with suppress(OSError, struct.error, UnicodeDecodeError):
                data = Path(ProjectSettings.globalize_path(_CACHE)).read_bytes()
                self._known.update(_cached(data))
        return self._known

    def _search(self) -> None:
        """Asks the project's files for their numbers, once."""
        if not self._searched:
            self._searched = True
            for path, uid in _numbered(ProjectSettings.globalize_path("res://")):
                self._paths.setdefault(self.text_to_id(uid), path)

    def id_to_text(self, id: int) -> str:
        """The `uid://` text of a number."""
        if id < 0:
            return _INVALID
        text, rest = "", int(id)
        while True:
            rest, digit = divmod(rest, len(_DIGITS))
            text = _DIGITS[digit] + text
            if not rest:
                return _PREFIX + text

    def text_to_id(self, text_id: str) -> int:
        """The number of a `uid://` text; -1 for what is none."""
        text = str(text_id)
        if not text.startswith(_PREFIX) or text == _INVALID:
            return self.INVALID_ID
        number = 0
        for letter in text[len(_PREFIX) :]:
            if letter not in _VALUES:
                return self.INVALID_ID
            number = number * len(_DIGITS) + _VALUES[letter]
        return number & _MASK

    def create_id(self) -> int:
        """A number by chance that no file has."""
        while True:
            number = secrets.randbits(63)
            if number and number not in self._paths:
                return number

    def create_id_for_path(self, path: str) -> int:
        """A number that is made from a path, and that no file has."""
        number = zlib.crc32(str(path).encode()) << 31 | zlib.adler32(str(path).encode()) >> 1
        while number in self._paths:
            number = (number + 1) & _MASK
        return number

    def has_id(self, id: int) -> bool:
        """Whether a file has a number."""
        return int(id) in self._paths

    def add_id(self, id: int, path: str) -> None:
        """Gives a file a number that no other has."""
        if int(id) in self._paths:
            output.error('Condition "unique_ids.has(p_id)" is true.')
            return
        self._paths[int(id)] = str(path)

    def set_id(self, id: int, path: str) -> None:
        """Changes the file that a number stands for."""
        if int(id) not in self._paths:
            output.error('Condition "!unique_ids.has(p_id)" is true.')
            return
        self._paths[int(id)] = str(path)

    def get_id_path(self, id: int) -> str:
        """The path of the file with a number; nothing, with an error, without one."""
        found = self._paths.get(int(id))
        if found is None:
            output.error(f'Unrecognized UID: "{self.id_to_text(int(id))}".')
            return ""
        return found

    def remove_id(self, id: int) -> None:
        """Takes a number from its file."""
        if self._paths.pop(int(id), None) is None:
            output.error('Condition "!unique_ids.has(p_id)" is true.')

    def uid_to_path(self, uid: str) -> str:
        """The path of the file with a `uid://` text; nothing for an unknown one."""
        return self.ensure_path(uid) if str(uid).startswith(_PREFIX) else ""

    def path_to_uid(self, path: str) -> str:
        """The `uid://` text of a file, or the path itself for one without a number."""
        number = self._id_of(str(path))
        return str(path) if number < 0 else self.id_to_text(number)

    def ensure_path(self, path_or_uid: str) -> str:
        """The path, also of a `uid://` text; nothing for an unknown one."""
        text = str(path_or_uid)
        if not text.startswith(_PREFIX):
            return text
        number = self.text_to_id(text)
        if number not in self._paths:
            self._search()
        return self._paths.get(number, "")

    def _id_of(self, path: str) -> int:
        for number, known in self._paths.items():
            if known == path:
                return number
        return self.INVALID_ID


def _cached(data: bytes) -> Iterator[tuple[int, str]]:
    """The numbers and paths in the list that the editor keeps."""
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(count):
        number, size = struct.unpack_from("<qI", data, at)
        at += 12 + size
        yield number, data[at - size : at].decode()


def _numbered(folder: str) -> Iterator[tuple[str, str]]:
    """The files below a folder that have a number: their paths, and that number as a text."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        place = os.path.relpath(here, folder).replace(os.sep, "/")
        start = "res://" if place == "." else f"res://{place}/"
        for name in sorted(files):
            uid = _number_in(os.path.join(here, name))
            if uid:
                yield start + name.removesuffix(".uid").removesuffix(".import"), uid


def _number_in(file: str) -> str:
    suffix = file.rpartition(".")[2]
    if suffix not in ("uid", "import", "tscn", "tres"):
        return ""
    with suppress(OSError), open(file, "rb") as opened:
        if suffix == "uid":
            return opened.read(100).decode("ascii", "replace").strip()
        found = (_IMPORTED if suffix == "import" else _FIRST_LINE).search(opened.read(2000))
        return found[1].decode() if found else ""
    return ""


ResourceUID = _ResourceUID()
