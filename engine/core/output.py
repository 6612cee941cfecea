"""Where messages go: standard output for what scripts print, standard error for everything else.

Every error, warning and script error of the engine goes through `report`, which hands a `Message`
to the installed handlers (a test collects them) or, without any, writes it to standard error as
Godot does: a line `KIND: text`, then an indented line that says where.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Literal, NamedTuple

from engine.core._lazy import lazy

if TYPE_CHECKING:
    import traceback
else:
    traceback = lazy("traceback")

Kind = Literal["ERROR", "WARNING", "SCRIPT ERROR"]
Handler = Callable[["Message"], None]


class Message(NamedTuple):
    """One line for standard error, with its place.

    Attributes:
        kind: `ERROR` (also `push_error`), `WARNING`, or `SCRIPT ERROR` for an exception of a
            script.
        text: the message itself.
        where: function, file and line, ready to print; may be empty.
        exception: what the script raised, if it did.
    """

    kind: Kind
    text: str
    where: str = ""
    exception: BaseException | None = None

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"

    def details(self) -> str:
        """The lines under the message: the traceback, or the place."""
        if self.exception is not None and self.exception.__traceback__ is not None:
            lines = traceback.format_exception(self.exception)
            return "".join(f"   {line}\n" for part in lines[:-1] for line in part.splitlines())
        return f"   at: {self.where}\n" if self.where else ""


_handlers: list[Handler] = []
_on_script_error: list[Handler] = []


def write_to_stderr(message: Message) -> None:
    """Writes a message and its place to standard error, at once."""
    sys.stdout.flush()
    sys.stderr.write(f"{message}\n{message.details()}")
    sys.stderr.flush()


def report(message: Message) -> None:
    """Hands a message to the innermost handler, or writes it to standard error."""
    if _handlers:
        _handlers[-1](message)
    else:
        write_to_stderr(message)
    if message.kind == "SCRIPT ERROR":
        for observer in tuple(_on_script_error):
            observer(message)


@contextmanager
def handler(handle: Handler) -> Iterator[None]:
    """While it is open, messages go to `handle` instead of standard error."""
    _handlers.append(handle)
    try:
        yield
    finally:
        _handlers.remove(handle)


@contextmanager
def script_error_observer(observe: Handler) -> Iterator[None]:
    """While it is open, `observe` is told of each script error, besides its report."""
    _on_script_error.append(observe)
    try:
        yield
    finally:
        _on_script_error.remove(observe)


def _caller() -> str:
    """The nearest frame outside the engine, as `function (file:line)`."""
    frame: FrameType | None = sys._getframe(2)
    inner = frame
    while frame is not None and frame.f_globals.get("__name__", "").startswith("engine."):
        frame = frame.f_back
    frame = frame or inner
    if frame is None:
        return ""
    code = frame.f_code
    return f"{code.co_name} ({code.co_filename}:{frame.f_lineno})"


def error(text: str) -> None:
    """Reports an error of the engine's own, at the script's line that led to it."""
    report(Message("ERROR", text, _caller()))


def warning(text: str) -> None:
    """Reports a warning of the engine's own."""
    report(Message("WARNING", text, _caller()))


def script_error(exception: BaseException) -> None:
    """Reports what a script raised, with its traceback."""
    name = type(exception).__name__
    text = str(exception)
    report(Message("SCRIPT ERROR", f"{name}: {text}" if text else name, exception=exception))
