"""`Thread`: a function that runs beside the rest of the program.

It is started, and has to be waited for:

    thread = Thread()
    thread.start(work)          # with arguments: Callable(work).bind(1, 2), or a lambda
    ...
    result = thread.wait_to_finish()

The tree belongs to the main thread; a thread hands results over with `call_deferred`. Python's
threads take turns: they help where something is waited for, not where something is worked out.
"""

from __future__ import annotations

import threading
from collections.abc import Callable as PyCallable
from enum import IntEnum
from typing import Any, Final

from engine.core import output
from engine.core._blocking import about_to_block
from engine.core.error import ERR_ALREADY_IN_USE, ERR_INVALID_PARAMETER, OK, Error
from engine.core.ref_counted import RefCounted

__all__ = ["Thread"]


class _Priority(IntEnum):
    PRIORITY_LOW = 0
    PRIORITY_NORMAL = 1
    PRIORITY_HIGH = 2


class _Work:
    """What runs, apart from the `Thread`, so that the one does not keep the other."""

    __slots__ = ("function", "result")

    def __init__(self, function: PyCallable[[], Any]) -> None:
        self.function = function
        self.result: Any = None

    def run(self) -> None:
        try:
            self.result = self.function()
        except Exception as exception:
            output.script_error(exception)


class Thread(RefCounted):
    """A thread: `start` begins one, `wait_to_finish` must end it; then it can be started anew."""

    Priority = _Priority
    PRIORITY_LOW: Final = _Priority.PRIORITY_LOW
    PRIORITY_NORMAL: Final = _Priority.PRIORITY_NORMAL
    PRIORITY_HIGH: Final = _Priority.PRIORITY_HIGH

    _running: threading.Thread | None = None
    _work: _Work | None = None

    def start(self, callable: PyCallable[[], Any], priority: int = 1) -> Error:
        """Calls something in a thread of its own.

        Args:
            callable: what is called, without arguments.
            priority: means nothing here: the system decides.

        Returns:
            `OK`; `ERR_ALREADY_IN_USE` when the thread has been started and not been waited for;
            `ERR_INVALID_PARAMETER` for what cannot be called.
        """
        if not getattr(callable, "is_valid", lambda: True)():
            output.error(
                'Condition "!p_callable.is_valid()" is true. Returning: ERR_INVALID_PARAMETER'
            )
            return ERR_INVALID_PARAMETER
        if self._running is not None:
            output.error("Thread already started.")
            return ERR_ALREADY_IN_USE
        self._work = _Work(callable)
        self._running = threading.Thread(target=self._work.run, daemon=True)
        self._running.start()
        return OK

    def wait_to_finish(self) -> Any:
        """Waits for the end of what was called, and gives its result."""
        running, work = self._running, self._work
        if running is None or work is None:
            output.error("Thread must have been started to wait for its completion.")
            return None
        if running.is_alive():
            about_to_block()
        running.join()
        self._running = self._work = None
        return work.result

    def is_started(self) -> bool:
        """Whether it was started and has not been waited for."""
        return self._running is not None

    def is_alive(self) -> bool:
        """Whether what was called is still running."""
        return self._running is not None and self._running.is_alive()

    def get_id(self) -> str:
        """A number of its own while it is started, as a text; `0` otherwise."""
        return str((self._running and self._running.ident) or 0)

    @staticmethod
    def is_main_thread() -> bool:
        """Whether this is called from the thread that the program began with."""
        return threading.current_thread() is threading.main_thread()

    @staticmethod
    def set_thread_safety_checks_enabled(enabled: bool) -> None:
        """Refused in the main thread, and of no effect in others: nothing is checked."""
        if Thread.is_main_thread():
            output.error("This call is forbidden on the main thread.")

    def __del__(self) -> None:
        if self.is_alive():
            output.warning(
                "A Thread object is being destroyed without its completion having been realized. "
                "Please call wait_to_finish() on it to ensure correct cleanup."
            )
