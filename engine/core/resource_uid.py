"""`ResourceUID`: files by numbers that stay when a file is moved."""

from __future__ import annotations

import secrets
import zlib

from engine.core import output
from engine.core.object import Object

__all__ = ["ResourceUID"]

_PREFIX = "uid://"
_INVALID = "uid://<invalid>"
_DIGITS = "abcdefghijklmnopqrstuvwxy012345678"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_MASK = (1 << 63) - 1


class _ResourceUID(Object):
    """The numbers of files, and the texts `uid://...` for them. There is one, `ResourceUID`."""

    _class_name = "ResourceUID"
    INVALID_ID = -1

    def __init__(self) -> None:
        super().__init__()
        self._paths: dict[int, str] = {}

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
            output.error(f"Unrecognized UID: {self.id_to_text(int(id))}.")
            return ""
        return found

    def remove_id(self, id: int) -> None:
        """Takes a number from its file."""
        if self._paths.pop(int(id), None) is None:
            output.error('Condition "!unique_ids.has(p_id)" is true.')

    def uid_to_path(self, uid: str) -> str:
        """The path of the file with a `uid://` text."""
        return self.get_id_path(self.text_to_id(uid))

    def path_to_uid(self, path: str) -> str:
        """The `uid://` text of a file, or the path itself for one without a number."""
        number = self._id_of(str(path))
        return str(path) if number < 0 else self.id_to_text(number)

    def ensure_path(self, path_or_uid: str) -> str:
        """The path, also of a `uid://` text; nothing for an unknown one."""
        text = str(path_or_uid)
        return self._paths.get(self.text_to_id(text), "") if text.startswith(_PREFIX) else text

    def _id_of(self, path: str) -> int:
        return next((id for id, known in self._paths.items() if known == path), self.INVALID_ID)


ResourceUID = _ResourceUID()
