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
from engine.core._calls import argument_count, class_and_file
from engine.core._class_setup import Export, set_up_class
from engine.core._freed import freed_twin
from engine.core._lazy import lazy
from engine.core._object_signals import ObjectSignals
from engine.core.signal import Signal, is_locked
from engine.core.string_name import StringName
from engine.core.variant_type import TYPE_OBJECT

if TYPE_CHECKING:
    from engine.core import _reflection
    from engine.core.node_path import NodePath
else:
    _reflection = lazy("engine.core._reflection")

_new_ids = itertools.count(24_000_000_001)
_METADATA = "metadata/"  # how names of properties begin that stand for attached values
_known: weakref.WeakValueDictionary[int, Object] = weakref.WeakValueDictionary()


class Object(ObjectSignals):
    """The base class of the engine's classes and of scripts.

    A subclass may override `_notification`, `_to_string`, `_get`, `_set`, `_get_property_list`,
    `_validate_property`, `_property_can_revert` and `_property_get_revert`. Each class of a chain
    has its own `_notification` called, the base's first; do not call `super()._notification`.
    """

    __slots__ = ()

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
            value = self._answer(name)
            if value is not None:
                return value
        if name.startswith(_METADATA):
            return self._rarely("meta", {}).get(name[len(_METADATA) :])
        try:
            # which does not ask `_get` again
            return object.__getattribute__(self, self._renamed.get(name, name))
        except AttributeError:
            return self.get_script() if name == "script" else None

    def set(self, property: str, value: Any) -> None:
        """Sets a property or variable that exists.

        A script's `_set` is asked for what the script does not declare, before the engine is.
        """
        name = str(property)
        asks = type(self)._set is not Object._set
        answers = asks and _reflection.script_answers(self, self._set, name)
        if answers and self._ask_set(name, value):
            return
        if self._gd_info is not None and self._gd_info.set_variable(self, name, value):
            return
        if hasattr(type(self), name) or name in getattr(self, "__dict__", ()):
            setattr(self, name, value)
        elif name.startswith(_METADATA):
            self.set_meta(name[len(_METADATA) :], value)
        elif name == "script":
            self.set_script(value)
        elif asks and _reflection.is_engine_class_function(self._set):
            self._set(name, value)

    def _answer(self, name: str) -> Any:
        """What `_get` says; in GDScript that of each class of the chain is asked."""
        facts = self._gd_info
        return self._get(name) if facts is None else facts.ask_get(self, name)

    def _ask_set(self, name: str, value: Any) -> bool:
        """Whether a `_set` takes a value; in GDScript that of each class of the chain is asked."""
        facts = self._gd_info
        return self._set(name, value) if facts is None else facts.ask_set(self, name, value)

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

    def _engine_validate(self, property: dict[str, Any]) -> None:
        """What the engine's classes change in an entry of the property list."""

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
        name = str(method)
        found = getattr(self, self._renamed.get(name, name), None)
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
        name = str(method)
        found = getattr(type(self), self._renamed.get(name, name), None)
        if name.startswith("_") and callable(found):
            return not _reflection.is_engine_class_function(found)
        return callable(found) and not isinstance(found, type)

    def get_method_list(self) -> list[dict[str, Any]]:
        """One dictionary for each method: `name`, `args`, `default_args`, `flags` and so on."""
        return _reflection.method_list(type(self))

    def get_method_argument_count(self, method: str) -> int:
        """How many arguments a method takes; 0 when there is none."""
        name = self._renamed.get(str(method), str(method))
        return argument_count(getattr(self, name, None)) if self.has_method(method) else 0

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
        return class_and_file(type(self), by_file=True)

    def get_script(self) -> Any:
        """The script of the object: its class when it is not one of the engine's, else None."""
        cls = type(self)
        if cls.__module__.startswith("engine."):
            return None
        facts = vars(cls).get("_gd_info")
        return cls if facts is None else facts.script

    def set_script(self, script: Any) -> None:
        """Makes the object an instance of another class; None gives back the engine's class.

        Args:
            script: a subclass of the object's engine class. Its `__init__` is called without
                arguments.
        """
        target = getattr(script, "_script_class", script)
        if target is None:
            target = _reflection.engine_class(type(self))
        if target is type(self) or not isinstance(target, type):
            return
        if not issubclass(target, _reflection.engine_class(type(self))):
            if _reflection.refuses_script(self, target):
                return
            raise TypeError(f"{target.__name__} does not extend {self.get_class()}")
        facts: Any = target._gd_info  # type: ignore[attr-defined]
        if facts is not None and script is not None and facts.refuses_instances():
            target, script = _reflection.engine_class(type(self)), None
        self._change_script(target)
        if script is not None:
            target.__init__(self)
        self._emit_if_heard("script_changed")

    def _change_script(self, target: type[Object]) -> None:
        """Makes the object an instance of another class, with nothing left of the script before."""
        if self._gd_info is not None:
            for name, value in list(self.__dict__.items()):
                if not (isinstance(value, Signal) or _reflection.is_engine_attribute(self, name)):
                    del self.__dict__[name]
        self.__class__ = target

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
        return _method(self._target(), self._name), args

    def _text(self) -> str:
        return f"{class_and_file(type(self._target()))}::{self._name}"

    def __call__(self, *args: Any) -> Any:
        target = self._target()
        if target is None:
            return None
        method = _method(target, self._name)
        if method is None:
            raise TypeError("Method not found.")
        return method(*args)


def _method(owner: Any, name: str) -> Any:
    return getattr(owner, owner._renamed.get(name, name), None) if owner is not None else None


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
