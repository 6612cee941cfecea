"""One entry in a signal's list of listeners."""

from __future__ import annotations

import weakref
from collections.abc import Callable as PyCallable
from typing import TYPE_CHECKING, Any

from engine.core import message_queue, output
from engine.core._calls import is_async, problem_of, target_of
from engine.core._script_error import CallError
from engine.core.callable import Callable
from engine.core.coroutine import start

if TYPE_CHECKING:
    from engine.core.object import Object
    from engine.core.signal import Signal

_DEFERRED = 1
_ONE_SHOT = 4
_REFERENCE_COUNTED = 8
_APPEND_SOURCE = 16


class Connection:
    """A listener and how it is called.

    Attributes:
        call: what an emission calls; becomes `nobody` when the listener is freed, so that an
            emission under way passes it over.
        callable: the listener as it was given (weakly, when it is a method of a `RefCounted`).
        base: the listener without its binds; connections are the same when their bases are equal.
        flags: `Object.CONNECT_*`.
        count: how often it was connected with `CONNECT_REFERENCE_COUNTED`.
    """

    __slots__ = ("__weakref__", "_signal", "_target", "base", "call", "callable", "count", "flags")

    def __init__(
        self, signal: Signal, callable: PyCallable[..., Any], base: Callable, flags: int
    ) -> None:
        self._signal = weakref.ref(signal)
        self.flags = flags
        self.count = 1 if flags & _REFERENCE_COUNTED else 0
        self.base = base
        self.callable = callable
        self._target: weakref.ref[Object] | None = None
        target = target_of(base)
        if target is not None:
            target._listens(self)
            if target._ref_counted and base.is_standard():
                self._target = weakref.ref(target, self._target_gone)
                self.callable = Callable(callable)
            else:
                self._target = weakref.ref(target)
        self.call: PyCallable[..., Any] = self._caller()
        if flags & _ONE_SHOT and self._target is not None:
            self.call = _unless_freed(self._target, self.call)

    def _caller(self) -> PyCallable[..., Any]:
        """The flattest function that does what a call of this connection has to do."""
        if self.flags & _APPEND_SOURCE:
            return self._call_with_source
        if self.flags & _DEFERRED:
            return self._call_later
        function = self.callable
        if isinstance(function, Callable):
            return function._flat() or self._call_if_there
        if is_async(function):
            return self._start
        return function

    def _call_later(self, *args: Any) -> None:
        message_queue.push(self.callable, args)

    def _call_with_source(self, *args: Any) -> None:
        signal, function = self._signal(), self.callable
        args = (*args, signal.get_object() if signal is not None else None)
        if self.flags & _DEFERRED:
            message_queue.push(function, args)
        elif isinstance(function, Callable):
            self._call_if_there(*args)
        elif is_async(function):
            self._start(*args)
        else:
            function(*args)

    def _call_if_there(self, *args: Any) -> None:
        function = self.callable
        assert isinstance(function, Callable)
        if function.is_valid():
            function.call(*args)

    def _start(self, *args: Any) -> None:
        owner = self._target() if self._target is not None else None
        start(self.callable(*args), owner)

    def _target_gone(self, _: object) -> None:
        self.retire()

    def retire(self) -> None:
        """The listener's object is gone: leave the list, and let running emissions pass over us."""
        self.call = nobody
        signal = self._signal()
        if signal is not None:
            signal._drop(self)

    def left(self) -> None:
        """The connection is not in its signal's list any more."""
        target = self._target() if self._target is not None else None
        if target is not None and not type(target)._freed:
            target._listens_no_more(self)

    def describe(self) -> dict[str, Any]:
        """The entry of `Signal.get_connections`."""
        return {"signal": self._signal(), "callable": Callable(self.callable), "flags": self.flags}

    def failed(self, name: str, args: tuple[Any, ...], exception: Exception) -> None:
        """Reports what the listener raised; a call that did not fit gets Godot's words."""
        if isinstance(exception, (TypeError, CallError)):
            problem = problem_of(self.callable, args, self.base, exception)
            if problem:
                output.error(f"Error calling from signal '{name}' to callable: {problem}")
                return
        output.script_error(exception)


def _unless_freed(target: weakref.ref[Object], call: PyCallable[..., Any]) -> PyCallable[..., Any]:
    """A call for one that has left its signal's list, and will not be told of its object's end."""

    def call_if_there(*args: Any) -> Any:
        owner = target()
        return None if owner is None or type(owner)._freed else call(*args)

    return call_if_there


def nobody(*args: Any) -> None:
    """Stands in for a listener that has been freed."""
