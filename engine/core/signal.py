"""Signals: declared in a class, connected and emitted on an instance.

    class Door(Node):
        opened = Signal()
        moved = Signal(int, by=str)

`door.moved` is a signal bound to that door. It is made when it is first asked for and then stays an
attribute of the instance, so that `self.moved.emit(3, "wind")` is two attribute reads and a loop.

The loop runs over a snapshot of the connections: what is connected during an emission waits for the
next one, what is disconnected is still called, and what is freed is not. The snapshot is kept until
the list changes; a list with one-shot connections (awaiting coroutines are such) has none that
lasts: they leave the list before the first call, as in Godot.

A signal holds its object weakly, and so does a connection to a method of a `RefCounted`.
"""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable as PyCallable
from collections.abc import Container, Generator, Sequence
from types import CodeType, FrameType
from typing import TYPE_CHECKING, Any, cast

from engine.core import output
from engine.core._connection import Connection
from engine.core.callable import Callable, base_of
from engine.core.coroutine import Coroutine, resume_all
from engine.core.error import ERR_INVALID_PARAMETER, ERR_UNCONFIGURED, OK, Error
from engine.core.string_name import StringName
from engine.core.variant_type import TYPE_SIGNAL

if TYPE_CHECKING:
    from engine.core.object import Object

Listener = PyCallable[..., Any]
_ONE_SHOT = 4
_REFERENCE_COUNTED = 8
_EMPTY: tuple[Any, ...] = ()
_NOTHING: Any = object()


class Signal:
    """A signal: a declaration in a class body, or one bound to an object.

    Args:
        arguments: in a declaration, the types of the arguments (`Signal(int, str)`) or their names
            (`Signal("damage", "kind")`); `Signal(object, "name")` gives the signal of that name.
        named: arguments by name and type: `Signal(damage=int)`.

    Awaiting a signal gives None, its argument, or the list of its arguments.
    """

    __slots__ = (
        "__weakref__",
        "_arguments",
        "_blocked",
        "_lasting",
        "_name",
        "_one_shots",
        "_owner",
        "_snapshot",
        "_waiting",
    )
    _variant_type = TYPE_SIGNAL

    def __new__(cls, *arguments: Any, **named: Any) -> Signal:
        """Makes a declaration, or finds the signal of an object."""
        if len(arguments) == 2 and hasattr(arguments[0], "_find_signal"):
            return _signal_of(arguments[0], str(arguments[1]))
        self = object.__new__(cls)
        self._arguments = tuple(_named_arguments(arguments)) + tuple(named.items())
        self._name = ""
        self._owner = None
        self._waiting = None
        self._snapshot = _EMPTY
        self._blocked = False
        self._lasting = self._one_shots = 0
        return self

    _arguments: tuple[tuple[str, Any], ...]
    _name: str
    _owner: weakref.ref[Object] | None
    _waiting: list[Connection | Coroutine] | None  # the connections; None: cannot fire
    _snapshot: Sequence[Connection | Coroutine] | None
    _lasting: int  # connections that stay after an emission
    _one_shots: int  # connections that do not; awaiting coroutines are not counted
    _blocked: bool

    # Declaring -----------------------------------------------------------------------------------

    def __set_name__(self, owner: type[Object], name: str) -> None:
        self._name = name

    def __get__(self, instance: Object | None, owner: type | None = None) -> Signal:
        if instance is None:
            return self
        return instance._find_signal(self._name) or self

    def _bind(self, owner: Object) -> Signal:
        """The signal of this declaration on one object."""
        bound = object.__new__(_SignalOfCounted if owner._ref_counted else Signal)
        bound._arguments = self._arguments
        bound._name = self._name
        bound._owner = weakref.ref(owner)
        bound._waiting = []
        bound._blocked = False
        bound._snapshot = None
        bound._lasting = bound._one_shots = 0
        return bound

    # Emitting ------------------------------------------------------------------------------------

    def emit(self, first: Any = _NOTHING, *more: Any) -> None:
        """Calls all listeners in the order of connection; one that fails does not stop the next.

        Args:
            first: the first argument of the signal, if it has any.
            more: the others.
        """
        snapshot = self._snapshot
        if more or first is _NOTHING or snapshot is None:
            self._emit((first, *more) if first is not _NOTHING else ())
            return
        for connection in snapshot:  # one argument, and the list as it was: no tuples are made
            try:
                connection.call(first)
            except Exception as exception:
                connection.failed(self._name, (first,), exception)

    def _emit(self, args: tuple[Any, ...]) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            snapshot = self._take_snapshot(args)
        for connection in snapshot:
            try:
                connection.call(*args)
            except Exception as exception:
                connection.failed(self._name, args, exception)

    def _take_snapshot(self, args: tuple[Any, ...]) -> Sequence[Connection | Coroutine]:
        """What an emission calls; where only coroutines wait it resumes them itself."""
        connections = self._waiting
        if self._blocked or not connections:
            owner = self.get_object() if connections is None else None
            if owner is not None and owner.get_script() is not None:
                output.error(f'Can\'t emit non-existing signal "{self._name}".')
            return _EMPTY
        if self._lasting == len(connections):
            self._snapshot = tuple(connections)
            return self._snapshot
        if not self._lasting:
            self._waiting = []
            if not self._one_shots:
                resume_all(cast("list[Coroutine]", connections), args)
                return _EMPTY
        else:
            self._waiting = [c for c in connections if not c.flags & _ONE_SHOT]
        if self._one_shots:
            self._one_shots = 0
            for connection in connections:
                if connection.flags & _ONE_SHOT and isinstance(connection, Connection):
                    connection.left()
        return connections

    # Waiting -------------------------------------------------------------------------------------

    def __await__(self) -> Generator[Any, Any, Any]:
        return (yield self)

    def _add_waiter(self, waiter: Coroutine) -> bool:
        """Whether the signal can still fire; if so, the coroutine is resumed when it does."""
        if self._waiting is None:
            self._refuse(self._not_connected_to("GDScriptFunctionState::_signal_callback"))
            return False
        self._waiting.append(waiter)
        self._snapshot = None
        return True

    def _remove_waiter(self, waiter: Coroutine) -> bool:
        if self._waiting is None or waiter not in self._waiting:
            return False
        self._waiting.remove(waiter)
        self._snapshot = None
        return True

    # Connecting ----------------------------------------------------------------------------------

    def connect(self, callable: Listener, flags: int = 0) -> Error:
        """Adds a listener: a method, a function, an `async def`, or a `Callable`.

        Args:
            callable: what is called with the arguments of each emission.
            flags: a sum of `Object.CONNECT_*`.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` with an error message when it is connected already or
            cannot be called; `ERR_UNCONFIGURED` when the signal's object is gone.
        """
        connections = self._waiting
        if connections is None or self.get_object() is None:
            return self._refuse(self._not_connected_to(base_of(callable)))
        if isinstance(callable, Callable) and (problem := callable._problem()):
            output.error(f"Cannot connect to '{self._name}'{problem}")
            return ERR_INVALID_PARAMETER
        base = base_of(callable)
        found = self._find(base)
        if isinstance(found, Connection):
            if flags & _REFERENCE_COUNTED:
                found.count += 1
                return OK
            output.error(
                f"Signal '{self._name}' is already connected to given callable '{base}' "
                "in that object."
            )
            return ERR_INVALID_PARAMETER
        connections.append(Connection(self, callable, base, flags))
        self._snapshot = None
        if flags & _ONE_SHOT:
            self._one_shots += 1
        else:
            self._lasting += 1
        return OK

    def disconnect(self, callable: Listener) -> None:
        """Takes a listener away; an error message when it is not connected."""
        base, owner = base_of(callable), self.get_object()
        found = self._find(base)
        if isinstance(found, Connection):
            found.count -= 1
            if found.count <= 0:
                self._drop(found)
        elif found is not None:
            found._close()
        elif self._waiting is None:
            self._refuse(f"Disconnecting nonexistent signal '{self._name}' in '{owner}'.")
        elif base.is_null():
            output.error(f"Cannot disconnect from '{self._name}': the provided callable is null.")
        else:
            output.error(
                f"Attempt to disconnect a nonexistent connection from '{owner}'. "
                f"Signal: '{self._name}', callable: '{base}'."
            )

    def is_connected(self, callable: Listener) -> bool:
        """Whether the listener is connected; binds do not matter."""
        if self._waiting is None:
            self._refuse(f"Nonexistent signal: '{self._name}'.")
            return False
        base = base_of(callable)
        if base.is_null():
            output.error(
                f"Cannot determine if connected to '{self._name}': the provided callable is null."
            )
        return self._find(base) is not None

    def has_connections(self) -> bool:
        """Whether anything listens or waits."""
        if self._waiting is None:
            self._refuse(f"Nonexistent signal: '{self._name}'.")
        return bool(self._waiting)

    def get_connections(self) -> list[dict[str, Any]]:
        """One dictionary for each connection or waiter: `signal`, `callable`, `flags`."""
        return [
            {"signal": self, "callable": Callable(c.call), "flags": _ONE_SHOT}
            if isinstance(c, Coroutine)
            else c.describe()
            for c in self._waiting or ()
        ]

    def _refuse(self, text: str) -> Error:
        """Says why nothing can be done: the object is gone, or it has no signal of this name."""
        if self.get_object() is None:
            output.error('Parameter "obj" is null.')
            return ERR_UNCONFIGURED
        output.error(text)
        return ERR_INVALID_PARAMETER

    def _not_connected_to(self, listener: object) -> str:
        owner = self.get_object()
        from_class = "" if owner is None else owner.get_class()
        return (
            f"In Object of type '{from_class}': Attempt to connect nonexistent signal "
            f"'{self._name}' to callable '{listener}'."
        )

    def _find(self, base: Callable) -> Connection | Coroutine | None:
        """The connection of a listener, or the coroutine whose `call` it is."""
        waiter = getattr(base._function, "__self__", None)
        for connection in self._waiting or ():
            if isinstance(connection, Coroutine):
                if connection is waiter:
                    return waiter
            elif connection.base == base:
                return connection
        return None

    def _drop(self, connection: Connection) -> None:
        """Takes a connection out of the list; emissions under way still call it."""
        if self._waiting is not None and connection in self._waiting:
            self._waiting.remove(connection)
            self._snapshot = None
            if connection.flags & 4:  # CONNECT_ONE_SHOT, told even when the interpreter ends
                self._one_shots -= 1
            else:
                self._lasting -= 1
        connection.left()

    # Asking --------------------------------------------------------------------------------------

    def get_name(self) -> StringName:
        """The signal's name."""
        return StringName(self._name)

    def get_object(self) -> Any:
        """The object that emits; None for a null signal, and when the object is gone."""
        owner = self._owner() if self._owner is not None else None
        return None if owner is None or type(owner)._freed else owner

    def get_object_id(self) -> int:
        """The instance id of the object, 0 without one."""
        owner = self.get_object()
        return 0 if owner is None else int(owner.get_instance_id())

    def is_null(self) -> bool:
        """Whether it was never bound to an object."""
        return self._owner is None

    def __bool__(self) -> bool:
        return not self.is_null()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Signal):
            return NotImplemented
        if self is other:
            return True
        return self._name == other._name and self._owner is not None and self._owner == other._owner

    def __hash__(self) -> int:
        return hash(self._name)

    def __str__(self) -> str:
        owner = self.get_object()
        if owner is None:
            return f"null::[signal]{self._name}"
        return f"{owner._class_and_file()}::[signal]{self._name}"

    def __repr__(self) -> str:
        return f"<Signal {self}>" if self._owner is not None else f"Signal{self._arguments!r}"

    # For the object ------------------------------------------------------------------------------

    def _set_blocked(self, blocked: bool) -> None:
        self._blocked = blocked
        self._snapshot = None

    def _end(self) -> None:
        """The object is being freed: nothing fires any more, and who waits is dropped."""
        connections, self._waiting = self._waiting, None
        self._snapshot = _EMPTY
        for connection in connections or ():
            if isinstance(connection, Connection):
                connection.left()
            else:
                connection._waiting_on = None
                connection._close()


class _SignalOfCounted(Signal):
    """A signal of a `RefCounted`, which does not go before its emission is over."""

    __slots__ = ()

    def emit(self, *args: Any) -> None:
        """Calls all listeners, with the object kept until then."""
        owner = self._owner() if self._owner is not None else None
        Signal.emit(self, *args)
        del owner


def _named_arguments(arguments: Sequence[Any]) -> list[tuple[str, Any]]:
    """Name and type of each declared argument; `str` objects are names, all else are types."""
    return [
        (argument, None) if isinstance(argument, str) else (f"arg{index}", argument)
        for index, argument in enumerate(arguments)
    ]


def _signal_of(owner: Object, name: str) -> Signal:
    found = owner._find_signal(name)
    if found is None:  # kept as Godot keeps it: a name that the object does not have
        found = object.__new__(Signal)
        found._arguments = ()
        found._name = name
        found._owner = weakref.ref(owner)
        found._waiting = None
        found._snapshot = None
        found._blocked = False
        found._lasting = found._one_shots = 0
    return found


def is_locked(owner: Object, ending: CodeType, walks: Container[CodeType] = ()) -> bool:
    """Whether the object is busy further up the stack.

    It is while one of its signals is emitted, while `ending` runs on it, and while a method of its
    script runs that something has called; the callbacks of the engine do not count.

    Args:
        owner: the object.
        ending: the method that frees objects.
        walks: methods of nodes during which neither the node nor any above it may go.
    """
    frame: FrameType | None = sys._getframe(1)
    emitting = Signal.emit.__code__
    while frame is not None:
        code = frame.f_code
        if code is emitting:
            if frame.f_locals["self"].get_object() is owner:
                return True
        elif code is ending:
            if frame.f_locals["self"] is owner:
                return True
        elif code in walks:
            at = frame.f_locals["self"]
            if at is owner or owner.is_ancestor_of(at):  # type: ignore[attr-defined]
                return True
        elif code.co_varnames[:1] == ("self",) and _is_called(frame, owner):
            return True
        frame = frame.f_back
    return False


def _is_called(frame: FrameType, owner: Object) -> bool:
    """Whether a frame is a method of the object's script that was called, and not resumed."""
    code, back = frame.f_code, frame.f_back
    if frame.f_globals.get("__name__", "").startswith("engine."):
        return False
    if frame.f_locals.get("self") is not owner:
        return False
    if back is not None and back.f_code is resume_all.__code__:
        return False
    for base in type(owner).__mro__:
        if base.__module__.startswith("engine."):
            if hasattr(base, code.co_name):
                return False  # a callback of the engine
            break
    method = getattr(type(owner), code.co_name, None)
    return getattr(getattr(method, "__wrapped__", method), "__code__", None) is code
