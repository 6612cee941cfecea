"""`Object`: the base of everything that has signals, notifications and a manual end.

The life of an object ends with `free()`. Nothing that still refers to it can then use it: its class
is exchanged for a twin in which every access raises `ReferenceError`, so that no check is needed on
any path while it lives. A freed object equals None, is false, and prints as `<Freed Object>`.
"""

from __future__ import annotations

import itertools
import weakref
from collections.abc import Callable as PyCallable
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import message_queue, output
from engine.core._calls import argument_count, class_and_file, text_of
from engine.core._class_setup import Export, set_up_class
from engine.core._freed import freed_twin
from engine.core._lazy import lazy
from engine.core.error import (
    ERR_CANT_ACQUIRE_RESOURCE,
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    OK,
    Error,
)
from engine.core.signal import Listener, Signal, is_locked
from engine.core.string_name import StringName
from engine.core.variant_type import TYPE_OBJECT

if TYPE_CHECKING:
    from engine.core import _reflection
    from engine.core._connection import Connection
    from engine.core.coroutine import Coroutine
    from engine.core.node_path import NodePath
else:
    _reflection = lazy("engine.core._reflection")

_new_ids = itertools.count(24_000_000_001)
_METADATA = "metadata/"  # how names of properties begin that stand for attached values
_known: weakref.WeakValueDictionary[int, Object] = weakref.WeakValueDictionary()


class Object:
    """The base class of the engine's classes and of scripts.

    A subclass may override `_notification`, `_to_string`, `_get`, `_set`, `_get_property_list`,
    `_validate_property`, `_property_can_revert` and `_property_get_revert`. Each class of a chain
    has its own `_notification` called, the base's first; do not call `super()._notification`.
    """

    __slots__ = (
        "__dict__",
        "__weakref__",
        "_coroutines",
        "_incoming",
        "_instance_id",
        "_rare",
        "_signals",
    )

    NOTIFICATION_POSTINITIALIZE = 0
    NOTIFICATION_PREDELETE = 1
    NOTIFICATION_EXTENSION_RELOADED = 2
    CONNECT_DEFERRED = 1
    CONNECT_PERSIST = 2
    CONNECT_ONE_SHOT = 4
    CONNECT_REFERENCE_COUNTED = 8
    CONNECT_APPEND_SOURCE_OBJECT = 16

    property_list_changed = Signal()
    script_changed = Signal()

    _variant_type: ClassVar[int] = TYPE_OBJECT
    _freed: ClassVar[bool] = False
    _ref_counted: ClassVar[bool] = False
    _class_name: ClassVar[str] = "Object"
    _exports: ClassVar[dict[str, Export]] = {}
    _onready: ClassVar[tuple[tuple[str, Any], ...]] = ()
    _stored: ClassVar[tuple[str, ...]] = ()  # properties that scenes store, of this class alone
    _own: ClassVar[tuple[str, ...]] = ()  # instance attributes that are no variables of a script
    _notification_chain: ClassVar[tuple[PyCallable[[Any, int], None], ...]] = ()

    _instance_id: int
    _signals: dict[str, Signal] | None
    _incoming: dict[int, weakref.ref[Connection]] | None
    _coroutines: dict[Coroutine, None] | None
    _rare: dict[str, Any] | None  # what few objects have: meta, user signals, flags

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        set_up_class(cls)

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, so that it is there whether or not `super().__init__()` is called."""
        self = object.__new__(cls)
        self._instance_id = 0
        self._signals = None
        self._incoming = None
        self._coroutines = None
        self._rare = None
        return self

    def __init__(self) -> None:
        pass

    # Ending --------------------------------------------------------------------------------------

    def free(self) -> None:
        """Ends the object at once; it cannot be used after that.

        Raises:
            RuntimeError: while one of its signals is being emitted, while a method of its script
                runs that is no callback of the engine, or when it is being freed already.
        """
        if self._is_locked():
            output.error("Object is locked and can't be freed.")
            raise RuntimeError(
                "Attempted to free a locked object (calling or emitting). Free it later, with "
                'queue_free() or call_deferred("free").'
            )
        self._free_now()

    def _is_locked(self) -> bool:
        return is_locked(self, Object._free_now.__code__)

    def _free_now(self) -> None:
        self.notification(1, True)
        self.notification(3, True)  # PREDELETE_CLEANUP, which scripts see without a name
        self._let_go()
        self.__class__ = freed_twin(type(self))

    def _let_go(self) -> None:
        """Cuts every tie: signals, connections, waiting coroutines, what the attributes hold."""
        signals, self._signals = self._signals, None
        for signal in (signals or {}).values():
            signal._end()
        incoming, self._incoming = self._incoming, None
        for ref in list((incoming or {}).values()):  # it shrinks as connections go
            connection = ref()
            if connection is not None:
                connection.retire()
        coroutines, self._coroutines = self._coroutines, None
        for coroutine in coroutines or ():
            coroutine._close()
        self._rare = None
        attributes = getattr(self, "__dict__", None)
        if attributes:
            attributes.clear()

    def is_queued_for_deletion(self) -> bool:
        """Whether the object is freed at the end of this frame."""
        return bool(self._rarely("queued", False))

    def cancel_free(self) -> None:
        """Has no effect here: what is being freed cannot be saved."""

    # Notifications -------------------------------------------------------------------------------

    def notification(self, what: int, reversed: bool = False) -> None:
        """Tells the object of an event, through every `_notification` of its classes.

        Args:
            what: a `NOTIFICATION_*` number.
            reversed: derived classes first, and the engine's own part last.
        """
        chain = self._notification_chain
        if reversed:
            for method in chain[::-1]:
                self._tell(method, what)
            self._engine_notification(what)
        else:
            self._engine_notification(what)
            for method in chain:
                self._tell(method, what)

    def _tell(self, method: PyCallable[[Any, int], None], what: int) -> None:
        try:
            method(self, what)
        except Exception as exception:
            output.script_error(exception)

    def _engine_notification(self, what: int) -> None:
        """What the engine's classes do at a notification."""

    def _notification(self, what: int) -> None:
        """Called at each notification, in every class of the chain that defines it."""

    # Properties ----------------------------------------------------------------------------------

    def get(self, property: str) -> Any:
        """The value of a property or variable; None when there is none.

        A script's `_get` is asked for what the script does not declare, before the engine is.
        """
        name = str(property)
        asks = type(self)._get is not Object._get
        if asks and _reflection.script_answers(self, self._get, name):
            value = self._get(name)
            if value is not None:
                return value
        if name.startswith(_METADATA):
            return self._rarely("meta", {}).get(name[len(_METADATA) :])
        try:
            return object.__getattribute__(self, name)  # which does not ask `_get` again
        except AttributeError:
            return None

    def set(self, property: str, value: Any) -> None:
        """Sets a property or variable that exists.

        A script's `_set` is asked for what the script does not declare, before the engine is.
        """
        name = str(property)
        asks = type(self)._set is not Object._set
        if asks and _reflection.script_answers(self, self._set, name) and self._set(name, value):
            return
        if hasattr(type(self), name) or name in getattr(self, "__dict__", ()):
            setattr(self, name, value)
        elif name.startswith(_METADATA):
            self.set_meta(name[len(_METADATA) :], value)
        elif asks and _reflection.is_engine_class_function(self._set):
            self._set(name, value)

    def get_indexed(self, property_path: NodePath | str) -> Any:
        """The value behind a property path such as `position:x`."""
        return _reflection.get_indexed(self, property_path)

    def set_indexed(self, property_path: NodePath | str, value: Any) -> None:
        """Sets the value behind a property path such as `position:x`."""
        _reflection.set_indexed(self, property_path, value)

    def set_deferred(self, property: str, value: Any) -> None:
        """Sets a property at the end of the frame's current step."""
        self._defer(self.set, (property, value))

    def get_property_list(self) -> list[dict[str, Any]]:
        """One dictionary for each property: `name`, `class_name`, `type`, `hint`, `usage`, ..."""
        return _reflection.property_list(self)

    def notify_property_list_changed(self) -> None:
        """Emits `property_list_changed`."""
        self._emit_if_heard("property_list_changed")

    def property_can_revert(self, property: str) -> bool:
        """Whether the property has a value of its own to go back to."""
        return bool(self._property_can_revert(property))

    def property_get_revert(self, property: str) -> Any:
        """The value that the property can go back to."""
        return self._property_get_revert(property)

    def _get(self, property: str) -> Any:
        """Gives the value of a property that is not declared, or None."""
        return None

    def _set(self, property: str, value: Any) -> bool:
        """Takes the value of a property that is not declared; True when it did."""
        return False

    def _get_property_list(self) -> list[dict[str, Any]]:
        """Lists properties that are not declared."""
        return []

    def _validate_property(self, property: dict[str, Any]) -> None:
        """May change an entry of the property list."""

    def _property_can_revert(self, property: str) -> bool:
        """Whether the property has a value to go back to."""
        return False

    def _property_get_revert(self, property: str) -> Any:
        """The value to go back to."""
        return None

    def _iter_init(self, iter: list[Any]) -> bool:
        """Begins a loop over the object, with `iter[0]` as its state; False when it is empty."""
        raise TypeError(f"'{type(self).__name__}' object is not iterable")

    def _iter_next(self, iter: list[Any]) -> bool:
        """Goes on with a loop over the object; False at its end."""
        return False

    def _iter_get(self, iter: Any) -> Any:
        """The element that a loop over the object has come to."""
        return None

    def __iter__(self) -> Iterator[Any]:
        state: list[Any] = [None]
        going = self._iter_init(state)
        while going:
            yield self._iter_get(state[0])
            going = self._iter_next(state)

    def __contains__(self, name: str) -> bool:
        return hasattr(self, name)

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)

    def __setitem__(self, name: str, value: Any) -> None:
        self.set(name, value)

    # Methods -------------------------------------------------------------------------------------

    def call(self, method: str, *args: Any) -> Any:
        """Calls a method by name.

        Raises:
            AttributeError: when there is no such method.
        """
        found = getattr(self, str(method), None)
        if not callable(found):
            raise AttributeError(
                f"Invalid call. Nonexistent function '{method}' in base '{self.get_class()}'."
            )
        return found(*args)

    def callv(self, method: str, arg_array: Sequence[Any]) -> Any:
        """Calls a method by name with the arguments of a list."""
        return self.call(method, *arg_array)

    def call_deferred(self, method: str, *args: Any) -> None:
        """Calls a method by name at the end of the frame's current step."""
        self._defer(_NamedMethod(self, str(method)), args)

    def _defer(self, function: PyCallable[..., Any], args: tuple[Any, ...]) -> None:
        message_queue.push(function, args)

    def has_method(self, method: str) -> bool:
        """Whether there is a method of that name; a callback counts where a script has it."""
        found = getattr(type(self), str(method), None)
        if str(method).startswith("_") and callable(found):
            return not _reflection.is_engine_class_function(found)
        return callable(found)

    def get_method_list(self) -> list[dict[str, Any]]:
        """One dictionary for each method: `name`, `args`, `default_args`, `flags` and so on."""
        return _reflection.method_list(type(self))

    def get_method_argument_count(self, method: str) -> int:
        """How many arguments a method takes; 0 when there is none."""
        return argument_count(getattr(self, str(method), None)) if self.has_method(method) else 0

    # Signals -------------------------------------------------------------------------------------

    def _find_signal(self, name: str) -> Signal | None:
        """The object's own signal of that name, made when it is first asked for."""
        signals = self._signals
        if signals is None:
            signals = self._signals = {}
        found = signals.get(name)
        if found is None:
            declared = getattr(type(self), name, None)
            if not isinstance(declared, Signal):
                return None
            found = signals[name] = declared._bind(self)
            if self._blocking():
                found._set_blocked(True)
            object.__setattr__(self, name, found)  # from now on a plain attribute
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
            from_class = self.get_class()
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
        names = _reflection.class_signals(type(self))
        added = [s for s in (self._signals or {}).values() if s._name not in names]
        return [_reflection.signal_info(s) for s in (*added, *names.values())]

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
            if isinstance(getattr(_engine_class(type(self)), name, None), Signal):
                output.error(
                    f"User signal's name conflicts with a built-in signal of '{self.get_class()}'."
                )
            else:
                output.error(f"Trying to add already existing signal '{name}'.")
            return
        declaration = Signal(**{str(a["name"]): a.get("type") for a in arguments})
        declaration._name = name
        assert self._signals is not None
        self._signals[name] = declaration._bind(self)
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

    # Meta ----------------------------------------------------------------------------------------

    def set_meta(self, name: str, value: Any) -> None:
        """Attaches a value under a name; None takes it away."""
        if value is None:
            self.remove_meta(name)
        elif not (name.isascii() and name.isidentifier()) and not self.has_meta(name):
            output.error(f"Invalid metadata identifier: '{name}'.")
        else:
            self._keep("meta", {**self._rarely("meta", {}), str(name): value})

    def get_meta(self, name: str, default: Any = None) -> Any:
        """An attached value, or the default; without either an error message and None."""
        meta = self._rarely("meta", {})
        if str(name) in meta:
            return meta[str(name)]
        if default is None:
            output.error(f"The object does not have any 'meta' values with the key '{name}'.")
        return default

    def has_meta(self, name: str) -> bool:
        """Whether a value is attached under that name."""
        return str(name) in self._rarely("meta", {})

    def remove_meta(self, name: str) -> None:
        """Takes an attached value away."""
        meta = dict(self._rarely("meta", {}))
        if meta.pop(str(name), None) is not None:
            self._keep("meta", meta)

    def get_meta_list(self) -> list[StringName]:
        """The names of all attached values."""
        return [StringName(name) for name in self._rarely("meta", {})]

    def _rarely(self, key: str, default: Any) -> Any:
        return default if self._rare is None else self._rare.get(key, default)

    def _keep(self, key: str, value: Any) -> None:
        if self._rare is None:
            self._rare = {}
        self._rare[key] = value

    # Identity ------------------------------------------------------------------------------------

    def get_instance_id(self) -> int:
        """A number that no other object of this process has; negative for a `RefCounted`."""
        if not self._instance_id:
            number = next(_new_ids)
            self._instance_id = number - (1 << 63) if self._ref_counted else number
            _known[self._instance_id] = self
        return self._instance_id

    def get_class(self) -> str:
        """The engine's class that this object is of."""
        return self._class_name

    def is_class(self, class_: str) -> bool:
        """Whether the engine's class, or one above it, has this name."""
        return any(vars(base).get("_class_name") == class_ for base in type(self).__mro__)

    def _class_and_file(self) -> str:
        return class_and_file(type(self))

    def get_script(self) -> Any:
        """The script of the object: its class when it is not one of the engine's, else None."""
        return None if type(self).__module__.startswith("engine.") else type(self)

    def set_script(self, script: Any) -> None:
        """Makes the object an instance of another class; None gives back the engine's class.

        Args:
            script: a subclass of the object's engine class. Its `__init__` is called without
                arguments.
        """
        target = script if script is not None else _engine_class(type(self))
        if target is type(self):
            return
        if not issubclass(target, _engine_class(type(self))):
            raise TypeError(f"{target.__name__} does not extend {self.get_class()}")
        self.__class__ = target
        if script is not None:
            target.__init__(self)
        self._emit_if_heard("script_changed")

    def to_string(self) -> str:
        """The text of the object, as printed."""
        return str(self)

    def _to_string(self) -> str:
        """The text of the object; override it to have another."""
        return f"<{self.get_class()}#{self.get_instance_id()}>"

    def __str__(self) -> str:
        return self._to_string()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}#{self.get_instance_id()}>"

    # Translation ---------------------------------------------------------------------------------

    def can_translate_messages(self) -> bool:
        """Whether `tr` looks translations up."""
        return bool(self._rarely("translate", True))

    def set_message_translation(self, enable: bool) -> None:
        """Whether `tr` looks translations up."""
        self._keep("translate", bool(enable))

    def tr(self, message: str, context: str = "") -> str:
        """The message itself: there are no translations."""
        return str(message)

    def tr_n(self, message: str, plural_message: str, n: int, context: str = "") -> str:
        """The message or its plural, by number: there are no translations."""
        return str(message if n == 1 else plural_message)

    def get_translation_domain(self) -> StringName:
        """The name of the translation domain."""
        return StringName(self._rarely("translation_domain", ""))

    def set_translation_domain(self, domain: str) -> None:
        """Sets the name of the translation domain."""
        self._keep("translation_domain", str(domain))


class _NamedMethod:
    """A deferred call by name: the method is looked for when its turn comes."""

    __slots__ = ("_name", "_owner")

    def __init__(self, owner: Object, name: str) -> None:
        self._owner: Any = weakref.ref(owner) if owner._ref_counted else owner
        self._name = name

    def _target(self) -> Any:
        return self._owner() if isinstance(self._owner, weakref.ref) else self._owner

    def _call_parts(self, args: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
        return getattr(self._target(), self._name, None), args

    def _text(self) -> str:
        return f"{self._target()._class_and_file()}::{self._name}"

    def __call__(self, *args: Any) -> Any:
        target = self._target()
        if target is None:
            return None
        method = getattr(target, self._name, None)
        if method is None:
            raise TypeError("Method not found.")
        return method(*args)


def _engine_class(cls: type[Object]) -> type[Object]:
    """The nearest class of the engine's own."""
    return next(base for base in cls.__mro__ if base.__module__.startswith("engine."))


def is_instance_valid(instance: Any) -> bool:
    """Whether it is an object that has not been freed."""
    return isinstance(instance, Object) and not type(instance)._freed


def instance_from_id(instance_id: int) -> Any:
    """The object with that id, or None."""
    found = _known.get(instance_id)
    return found if found is not None and not type(found)._freed else None


def is_instance_id_valid(id: int) -> bool:
    """Whether an object with that id lives."""
    return instance_from_id(id) is not None
