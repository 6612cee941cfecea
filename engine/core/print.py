"""Writing to standard output and standard error as Godot does.

The functions that Python has too end in an underscore, so that Python's own stay what they are.
Each call writes one whole text and flushes it: nothing is lost when the process is killed, and the
lines of both streams come in the order in which they were written. That costs about a microsecond.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import TYPE_CHECKING, Any, TextIO

from engine.core import output
from engine.core._lazy import lazy
from engine.core._text import joined

if TYPE_CHECKING:
    from engine.core import _rich_text
else:
    _rich_text = lazy("engine.core._rich_text")


__all__ = [
    "get_stack",
    "print_",
    "print_debug",
    "print_rich",
    "print_stack",
    "print_verbose",
    "printerr",
    "printraw",
    "prints",
    "printt",
    "push_error",
    "push_warning",
    "str_",
]


class Settings:
    """What decides whether something is written.

    Attributes:
        to_stdout: whether the functions for standard output write anything
            (`Engine.print_to_stdout`).
        to_stderr: whether `printerr` does (`Engine.print_error_messages`).
        verbose: whether `print_verbose` does (`--verbose`).
    """

    __slots__ = ("to_stderr", "to_stdout", "verbose")

    def __init__(self) -> None:
        self.to_stdout = True
        self.to_stderr = True
        self.verbose = False


settings = Settings()


def str_(*args: Any) -> str:
    """The texts of all values, joined: Godot's `str`."""
    return joined(args)


def print_(*args: Any) -> None:
    """Writes the texts of all values, joined, as a line: Godot's `print`."""
    _write_line(joined(args))


def prints(*args: Any) -> None:
    """Writes a line with a space between the values."""
    _write_line(joined(args, " "))


def printt(*args: Any) -> None:
    """Writes a line with a tab between the values."""
    _write_line(joined(args, "\t"))


def printraw(*args: Any) -> None:
    """Writes the values without ending the line."""
    if settings.to_stdout:
        _write(sys.stdout, joined(args))


def printerr(*args: Any) -> None:
    """Writes a line to standard error."""
    if settings.to_stderr:
        sys.stdout.flush()
        _write(sys.stderr, joined(args) + "\n")


def print_rich(*args: Any) -> None:
    """Writes a line with its BBCode as colours and styles of the terminal.

    The tags are `b`, `i`, `u`, `s`, `code`, `indent`, `center`, `right`, `url` and `color`,
    `bgcolor`, `fgcolor` with a colour behind `=`.
    """
    _write_line(_rich_text.rich_text(joined(args)))


def print_verbose(*args: Any) -> None:
    """Writes a line if the program was started with `--verbose`."""
    if settings.verbose:
        _write_line(joined(args))


def print_debug(*args: Any) -> None:
    """Writes a line and, under it, the place of the call."""
    frame = _script_frames()[0]
    code = frame.f_code
    place = f"   At: {code.co_filename}:{frame.f_lineno}:{code.co_name}()"
    _write_line(f"{joined(args)}\n{place}")


def print_stack() -> None:
    """Writes the functions that led here, the innermost first."""
    for number, frame in enumerate(_script_frames()):
        code = frame.f_code
        _write_line(
            f"Frame {number} - {code.co_filename}:{frame.f_lineno} in function '{code.co_name}'"
        )


def get_stack() -> list[dict[str, Any]]:
    """The functions that led here, the innermost first: `source`, `function` and `line` of each."""
    return [
        {
            "source": frame.f_code.co_filename,
            "function": frame.f_code.co_name,
            "line": frame.f_lineno,
        }
        for frame in _script_frames()
    ]


def push_error(*args: Any) -> None:
    """Reports an error at the place of the call: it goes to standard error, or fails a test."""
    output.error(joined(args))


def push_warning(*args: Any) -> None:
    """Reports a warning at the place of the call."""
    output.warning(joined(args))


def _script_frames() -> list[FrameType]:
    """The frames outside the engine, the innermost first."""
    frames: list[FrameType] = []
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if not frame.f_globals.get("__name__", "").startswith("engine."):
            frames.append(frame)
        frame = frame.f_back
    return frames or [sys._getframe(2)]


def _write_line(text: str) -> None:
    if settings.to_stdout:
        _write(sys.stdout, text + "\n")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
    except UnicodeEncodeError:
        # A stream with a narrow encoding shows what it cannot write as escapes.
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()
