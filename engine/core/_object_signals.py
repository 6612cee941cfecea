"""The signals of an object: found by name, connected, emitted, added."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core._calls import text_of
from engine.core._lazy import lazy
from engine.core._object_state import ObjectState
from engine.core.error import (
    ERR_CANT_ACQUIRE_RESOURCE,
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    OK,
    Error,
)
from engine.core.signal import Listener, Signal

if TYPE_CHECKING:
    from engine.core import _reflection
    from engine.core._connection import Connection
else:
    _reflection = lazy("engine.core._reflection")


class ObjectSignals(ObjectState):
    """An object as the owner of signals."""

    __slots__ = ()

    _class_name: ClassVar[str]
    _gd_info: ClassVar[Any] = None  # what is known of a class that GDScript has made
    _renamed: ClassVar[dict[str, str]] = {}  # members of scripts that go by another name here

    def get_script(self) -> Any:
        """The script of the object, or None."""
        return None

    # Signals -------------------------------------------------------------------------------------

    def _find_signal(self, name: str) -> Signal | None:
        """The object's own signal of that name, made when it is first asked for."""
        signals = self._signals
        if signals is None:
            signals = self._signals = {}
        found = signals.get(name)
        if found is None:
            attribute = self._renamed.get(name, name)
            declared = getattr(type(self), attribute, None)
            if not isinstance(declared, Signal):
                return None
            found = signals[name] = declared._bind(self)  # type: ignore[arg-type]
            if self._blocking():
                found._set_blocked(True)
            object.__setattr__(self, attribute, found)  # from now on a plain attribute
        return found

    def _emit_if_heard(self, name: str, *args: Any) -> None:
        """Emits a signal of the engine's own, at no cost while nobody has asked for it."""
        signals = self._signals
        if signals is not None:
            found = signals.get(name)
            if found is not None:
                found.emit(*args)

    def connect(self, signal: str, callable: Listener, flags: int = 0) -> Error:
        """Connects a listener to the signal of that name; see `Signal.connect`."""
        found = self._find_signal(str(signal))
        if found is None:
            from_class = self._class_name
            output.error(
                f"In Object of type '{from_class}': Attempt to connect nonexistent signal "
                f"'{signal}' to callable '{text_of(callable)}'."
            )
            return ERR_INVALID_PARAMETER
        return found.connect(callable, flags)

    def disconnect(self, signal: str, callable: Listener) -> None:
        """Takes a listener away; see `Signal.disconnect`."""
        found = self._find_signal(str(signal))
        if found is None:
            output.error(f"Disconnecting nonexistent signal '{signal}' in '{self}'.")
        else:
            found.disconnect(callable)

    def is_connected(self, signal: str, callable: Listener) -> bool:
        """Whether a listener is connected to the signal of that name."""
        found = self._find_signal(str(signal))
        if found is None:
            output.error(f"Nonexistent signal: '{signal}'.")
            return False
        return found.is_connected(callable)

    def emit_signal(self, signal: str, *args: Any) -> Error:
        """Emits the signal of that name.

        Returns:
            `OK`, `ERR_UNAVAILABLE` when there is no such signal, `ERR_CANT_ACQUIRE_RESOURCE` while
            signals are blocked.
        """
        found = self._find_signal(str(signal))
        if found is None:
            if self.get_script() is not None:  # nothing is said about objects without one
                output.error(f'Can\'t emit non-existing signal "{signal}".')
            return ERR_UNAVAILABLE
        if self._blocking():
            return ERR_CANT_ACQUIRE_RESOURCE
        found.emit(*args)
        return OK

    def has_signal(self, signal: str) -> bool:
        """Whether there is a signal of that name, declared or added."""
        return self._find_signal(str(signal)) is not None

    def has_connections(self, signal: str) -> bool:
        """Whether anything is connected to the signal of that name."""
        found = self._find_signal(str(signal))
        if found is None:
            output.error(f"Nonexistent signal: '{signal}'.")
        return found is not None and found.has_connections()

    def get_signal_connection_list(self, signal: str) -> list[dict[str, Any]]:
        """The connections of the signal of that name."""
        found = self._find_signal(str(signal))
        return [] if found is None else found.get_connections()

    def get_signal_list(self) -> list[dict[str, Any]]:
        """One dictionary for each signal; those of derived classes come first."""
        declared = _reflection.class_signals(type(self)).values()
        names = [s._name for s in declared]
        added = [s for s in (self._signals or {}).values() if s._name not in names]
        facts = self._gd_info
        entries = {} if facts is None else facts.signal_entries()
        return [entries.get(s._name) or _reflection.signal_info(s) for s in (*added, *declared)]

    def get_incoming_connections(self) -> list[dict[str, Any]]:
        """The connections by which this object listens to others."""
        connections = [ref() for ref in list((self._incoming or {}).values())]
        return [c.describe() for c in connections if c is not None]

    def add_user_signal(
        self,
        signal: str,
        arguments: Sequence[dict[str, Any]] = [],
    ) -> None:
        """Adds a signal to this object alone.

        Args:
            signal: its name.
            arguments: dictionaries with `name` and `type`.
        """
        name = str(signal)
        if not name:
            output.error("Signal name cannot be empty.")
            return
        if self._find_signal(name) is not None:
            if isinstance(getattr(_reflection.engine_class(type(self)), name, None), Signal):
                output.error(
                    f"User signal's name conflicts with a built-in signal of '{self._class_name}'."
                )
            else:
                output.error(f"Trying to add already existing signal '{name}'.")
            return
        declaration = Signal(**{str(a["name"]): a.get("type") for a in arguments})
        declaration._name = name
        assert self._signals is not None
        self._signals[name] = declaration._bind(self)  # type: ignore[arg-type]
        object.__setattr__(self, name, self._signals[name])
        self._keep("user_signals", (*self._rarely("user_signals", ()), name))

    def has_user_signal(self, signal: str) -> bool:
        """Whether the signal was added by `add_user_signal`."""
        return str(signal) in self._rarely("user_signals", ())

    def remove_user_signal(self, signal: str) -> None:
        """Takes a signal away that was added by `add_user_signal`."""
        name = str(signal)
        added = self._rarely("user_signals", ())
        if name not in added or self._signals is None:
            output.error("Provided signal does not exist.")
            return
        self._keep("user_signals", tuple(n for n in added if n != name))
        self._signals.pop(name)._end()
        object.__delattr__(self, name)

    def set_block_signals(self, enable: bool) -> None:
        """While it is on, nothing that this object emits is heard."""
        self._keep("blocking", bool(enable))
        for signal in (self._signals or {}).values():
            signal._set_blocked(bool(enable))

    def is_blocking_signals(self) -> bool:
        """Whether signals are blocked."""
        return self._blocking()

    def _blocking(self) -> bool:
        return bool(self._rarely("blocking", False))

    def _listens(self, connection: Connection) -> None:
        if self._incoming is None:
            self._incoming = {}
        incoming, key = self._incoming, id(connection)
        incoming[key] = weakref.ref(connection, lambda _: incoming.pop(key, None) and None)

    def _listens_no_more(self, connection: Connection) -> None:
        if self._incoming is not None:
            self._incoming.pop(id(connection), None)
