"""Functions that wait: `await` as Godot has it, without an event loop.

An `async def` method of an `Object` runs as soon as it is called, up to its first real wait, and
the call gives a `Coroutine`. Awaiting a signal parks the coroutine in that signal's list of
connections, between the callbacks, so that one emission resumes waiters and calls callbacks in the
order in which they came. A coroutine can await another one; it then sits in the other's list of
waiters.

A coroutine belongs to the object whose method it runs. When that object is freed the coroutine is
closed where it stands: what follows its `await` never runs.
"""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Generator, Sequence
from collections.abc import Callable as PyCallable
from types import CoroutineType
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output

if TYPE_CHECKING:
    from engine.core.object import Object
    from engine.core.signal import Signal

ONE_SHOT = 4  # CONNECT_ONE_SHOT: a waiter is a connection that fires once


class Coroutine:
    """A started function that waits, or has waited, for something.

    It can be awaited: that gives what the function returns, at once if it has already ended. An
    exception that the function raised after a wait is raised in the one who awaits it; with nobody
    awaiting, it is reported as a script error.
    """

    __slots__ = (
        "__weakref__",
        "_coroutine",
        "_cut_short",
        "_exception",
        "_owner",
        "_result",
        "_waiters",
        "_waiting_on",
    )

    flags: ClassVar[int] = ONE_SHOT
    _waiting: ClassVar[None] = None  # where a signal has its connections

    def __init__(self, coroutine: CoroutineType[Any, Any, Any], owner: Object | None) -> None:
        self._coroutine: CoroutineType[Any, Any, Any] | None = coroutine
        self._owner = owner
        self._waiters: list[Coroutine] | None = None
        self._waiting_on: Signal | Coroutine | None = None
        self._result: Any = None
        self._exception: BaseException | None = None
        self._cut_short: str = ""

    def __repr__(self) -> str:
        coroutine = self._coroutine
        return f"<Coroutine {'that has ended' if coroutine is None else coroutine.__qualname__}>"

    def is_valid(self) -> bool:
        """Whether the function still waits (`GDScriptFunctionState.is_valid`)."""
        return self._coroutine is not None

    def __await__(self) -> Generator[Any, Any, Any]:
        if self._coroutine is not None:
            return (yield self)
        if self._exception is not None:
            raise self._exception
        return self._result

    # Running -------------------------------------------------------------------------------------

    def _start(self) -> None:
        """Runs up to the first wait; what the function raises there goes to its caller."""
        coroutine = self._coroutine
        assert coroutine is not None
        try:
            awaited = coroutine.send(None)
            if not hasattr(awaited, "_waiting"):
                awaited = coroutine.throw(_not_awaitable(awaited))
        except StopIteration as stop:
            self._coroutine = None
            self._result = stop.value
            return
        except BaseException:
            self._coroutine = None
            raise
        owner = self._owner
        if owner is not None:
            if type(owner)._freed:
                self._close()
                return
            if owner._coroutines is None:
                owner._coroutines = {}
            owner._coroutines[self] = None
        self._park(awaited)

    def call(self, *args: Any) -> None:
        """What the awaited signal calls: goes on with its arguments as the value of `await`."""
        resume_all((self,), args)

    def _woken_too_late(self) -> None:
        if self._cut_short:
            output.error(self._cut_short)

    def failed(self, name: str, args: tuple[Any, ...], exception: Exception) -> None:
        """Reports what a resumed function could not keep to itself."""
        output.script_error(exception)

    def _throw(self, exception: BaseException, passed_on: bool = True) -> None:
        """Raises something where the function waits.

        What the function does not catch goes to the one who awaits it; if it is not to be passed
        on, it is reported, and the one who awaits goes on with None.
        """
        coroutine = self._coroutine
        if coroutine is None:
            return
        self._waiting_on = None
        try:
            awaited = coroutine.throw(exception)
        except StopIteration as stop:
            self._finish(stop.value, None)
        except Exception as raised:
            if passed_on or raised is not exception:
                self._finish(None, raised)
            else:
                output.script_error(raised)
                self._finish(None, None)
        else:
            self._park(awaited)

    def _park(self, awaited: Any) -> None:
        """Waits on a signal, or on another coroutine."""
        if not hasattr(awaited, "_waiting"):
            self._throw(_not_awaitable(awaited))
        elif awaited._add_waiter(self):
            self._waiting_on = awaited
        else:  # the signal cannot fire any more
            text = f"Error connecting to signal: {awaited._name} during await."
            self._throw(RuntimeError(text), passed_on=False)

    def _add_waiter(self, waiter: Coroutine) -> bool:
        if self._waiters is None:
            self._waiters = []
        self._waiters.append(waiter)
        return True

    def _remove_waiter(self, waiter: Coroutine) -> bool:
        if self._waiters is not None and waiter in self._waiters:
            self._waiters.remove(waiter)
        return True

    def _finish(self, result: Any, exception: BaseException | None) -> None:
        self._coroutine = None
        self._result = result
        self._exception = exception
        self._forget_owner()
        waiters, self._waiters = self._waiters, None
        if exception is not None and not waiters:
            output.script_error(exception)
        for waiter in waiters or ():
            if exception is None:
                resume_all((waiter,), (result,))
            else:
                waiter._throw(exception)

    # Ending early --------------------------------------------------------------------------------

    def _close(self) -> None:
        """Ends the function where it waits; who awaits it never goes on, either."""
        coroutine, self._coroutine = self._coroutine, None
        if coroutine is None:
            return
        waiting_on, self._waiting_on = self._waiting_on, None
        if waiting_on is not None and not waiting_on._remove_waiter(self):
            self._cut_short = _too_late(coroutine)  # an emission under way will call it
        self._forget_owner()
        try:
            if not coroutine.cr_running:  # else it ends at its next wait, with the last reference
                coroutine.close()
        except Exception as exception:
            output.script_error(exception)
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            waiter._waiting_on = None
            waiter._close()

    def _forget_owner(self) -> None:
        owner, self._owner = self._owner, None
        if owner is not None and not type(owner)._freed and owner._coroutines is not None:
            owner._coroutines.pop(self, None)


def _too_late(coroutine: CoroutineType[Any, Any, Any]) -> str:
    """What is said when a coroutine is resumed whose object has been freed."""
    text = f"Resumed function '{coroutine.__name__}()' after await, but class instance is gone."
    path = coroutine.cr_code.co_filename
    return f"{text} At script: {path}" if path.startswith("res://") else text


def _not_awaitable(awaited: object) -> TypeError:
    return TypeError(
        f"cannot await {awaited!r} in a script: await a Signal or an `async def` method"
    )


def resume_all(waiters: Sequence[Coroutine], args: tuple[Any, ...]) -> None:
    """Runs coroutines up to their next waits, in their order; this is the loop of `emit` for them.

    Args:
        waiters: what waits.
        args: the arguments of the emission, which become the value of `await`.
    """
    several = len(args) > 1
    value = args[0] if args else None
    for waiter in waiters:
        coroutine = waiter._coroutine
        if coroutine is None:
            waiter._woken_too_late()
            continue
        waiter._waiting_on = None
        try:
            awaited = coroutine.send(list(args) if several else value)
        except StopIteration as stop:
            waiter._finish(stop.value, None)
            continue
        except Exception as exception:
            waiter._finish(None, exception)
            continue
        try:
            waiting = awaited._waiting
        except AttributeError:
            waiting = None
        if waiting is None:
            waiter._park(awaited)
        else:  # a signal: what `_park` does, without a call
            waiter._waiting_on = awaited
            waiting.append(waiter)
            awaited._snapshot = None


def start(coroutine: Awaitable[Any], owner: Object | None = None) -> Coroutine:
    """Runs a coroutine up to its first wait; `owner` is the object whose end also ends it."""
    if isinstance(coroutine, Coroutine):
        return coroutine
    if not isinstance(coroutine, CoroutineType):
        raise TypeError(f"start() takes what an `async def` function gives, not {coroutine!r}")
    running = Coroutine(coroutine, owner)
    running._start()
    return running


def starts_when_called(function: PyCallable[..., Any]) -> PyCallable[..., Coroutine]:
    """Makes of an `async def` method one that runs when it is called, awaited or not."""

    @functools.wraps(function)
    def begin(self: Any, *args: Any, **kwargs: Any) -> Coroutine:
        running = Coroutine(function(self, *args, **kwargs), self)
        running._start()
        return running

    return begin


def static_starts_when_called(function: PyCallable[..., Any]) -> PyCallable[..., Coroutine]:
    """The same for a function without `self`."""

    @functools.wraps(function)
    def begin(*args: Any, **kwargs: Any) -> Coroutine:
        running = Coroutine(function(*args, **kwargs), None)
        running._start()
        return running

    return begin
