"""What goes wrong in a script: Godot's words, and how they are reported.

Each compiled function catches what is raised in it and hands it to `failed`, which reports it and
gives the function's default result; the caller goes on. The helpers raise `ScriptError` with the
whole message. Where compiled code uses Python's own operations, Python's exceptions are put into
words here: `_diagnosis` finds out what was accessed, called or indexed.

A call whose arguments do not fit is the caller's error: functions convert their arguments before
they begin to catch, and raise `CallError`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Any

from engine.core._script_error import ScriptError
from engine.core.output import Message, report

# Godot allows 2048 calls inside each other. A call takes one frame here, or up to three by way of
# helpers.
_DEEPEST = 2048
_FRAMES = 3 * _DEEPEST
_ROOM_FOR_REPORT = 400
_SCRIPT_PATHS = ("res://", "user://", "gdscript://")
_ROOM_TO_RETURN = 5

STACK_OVERFLOW = "Stack overflow. Check for infinite recursion in your script."


class ScriptMessage(Message):
    """A script error with the functions that led to it, as Godot writes them."""

    __slots__ = ()

    def details(self) -> str:
        """The place, and the backtrace."""
        place, *calls = self.where.split("\n")
        lines = [f"          at: {place}", "          GDScript backtrace (most recent call first):"]
        lines += [f"              [{number}] {call}" for number, call in enumerate(calls)]
        return "".join(f"{line}\n" for line in lines)


_diagnose: list[Callable[[BaseException, TracebackType], str]] = []


def diagnose_with(function: Callable[[BaseException, TracebackType], str]) -> None:
    """Has Python's own exceptions put into words by a function."""
    _diagnose[:] = [function]


def failed(exception: BaseException, default: Any = None) -> Any:
    """Reports what was raised in a compiled function, and gives what that function returns."""
    if isinstance(exception, RecursionError):
        return _overflowed(exception, default)
    _report(exception)
    return default


def _overflowed(exception: RecursionError, default: Any) -> Any:
    _need_room(_ROOM_TO_RETURN)  # else the next function on the way out reports it
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(limit + _ROOM_FOR_REPORT)
    try:
        _report(exception)
    finally:
        sys.setrecursionlimit(limit)
    return default


def _need_room(calls: int) -> None:
    if calls:
        _need_room(calls - 1)


def _report(exception: BaseException) -> None:
    traceback = exception.__traceback__
    if traceback is None:
        report(ScriptMessage("SCRIPT ERROR", str(exception)))
        return
    text = text_of(exception, traceback)
    calls = list(_calls(traceback))
    # The exception stays out of the message where the traceback says nothing more.
    report(ScriptMessage("SCRIPT ERROR", text, "\n".join([calls[0], *calls[:_DEEPEST]])))
    exception.__traceback__ = None  # lets go of the frames, and of the objects in them


def text_of(exception: BaseException, traceback: TracebackType) -> str:
    """The message for what was raised."""
    if isinstance(exception, RecursionError):
        return STACK_OVERFLOW
    try:
        return _diagnose[0](exception, traceback)
    except Exception as problem:  # a message in other words is better than none
        return f"{exception} ({type(problem).__name__}: {problem})"


def _calls(traceback: TracebackType) -> Iterator[str]:
    """The compiled functions that led to an error, the innermost first."""
    frame: FrameType | None = traceback.tb_frame
    line = traceback.tb_lineno
    while frame is not None:
        code = frame.f_code
        if frame is traceback.tb_frame or code.co_filename.startswith(_SCRIPT_PATHS):
            yield f"{function_title(code.co_name)} ({code.co_filename}:{line})"
        frame = frame.f_back
        line = frame.f_lineno if frame is not None else 0


def function_title(name: str) -> str:
    """The name of a compiled function as messages show it."""
    return "<anonymous lambda>" if name in ("", "<lambda>") else name


def script_frames() -> list[FrameType]:
    """The compiled functions that are running, the innermost first."""
    found = []
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename.startswith(_SCRIPT_PATHS):
            found.append(frame)
        frame = frame.f_back
    return found


def assert_failed(message: Any = None) -> None:
    """Ends the function whose assertion does not hold.

    Raises:
        ScriptError: always.
    """
    raise ScriptError("Assertion failed." if message is None else f"Assertion failed: {message}")


def allow_deep_calls() -> None:
    """Lets scripts call as deeply as Godot lets them."""
    if sys.getrecursionlimit() < _FRAMES:
        sys.setrecursionlimit(_FRAMES)
