"""What stops the coding of a value: an `Error`, and the lines in which Godot says so."""

from __future__ import annotations

from engine.core.error import ERR_INVALID_DATA, Error
from engine.core.output import error


class CodingError(Exception):
    """A value that cannot be encoded, or bytes that are none.

    Args:
        text: the message.
        code: what the caller is answered.

    Attributes:
        lines: the message, and what each container around the place adds to it.
    """

    def __init__(self, text: str, code: Error = ERR_INVALID_DATA) -> None:
        super().__init__(text)
        self.code = code
        self.lines = [text]

    def report(self) -> None:
        """Prints all lines."""
        for line in self.lines:
            error(line)


def failed(condition: str, code: Error = ERR_INVALID_DATA) -> CodingError:
    """A check that went wrong, in Godot's words."""
    return CodingError(f'Condition "{condition}" is true. Returning: {code.name}', code)
