"""`Callable`: a method or function as a value, with bound arguments.

Any Python callable can be connected or deferred as it is. `Callable` is for what Python's own lack:
the method of a name (`Callable(node, "open")`), `bind` (which appends, where `functools.partial`
prepends), `unbind`, `call_deferred`, and questions.

A chain of binds and unbinds has a normal form, which is what calls go by: drop the last `unbound`
of the arguments, then append the `bound` ones. Two callables are equal when their chains have the
same shape: as many arguments bound or unbound in each of their steps, whichever they are.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable as PyCallable
from collections.abc import Sequence
from types import CoroutineType, MethodType
from typing import TYPE_CHECKING, Any

from engine.core import message_queue, output
from engine.core._calls import (
    argument_count,
    is_async,
    method_place,
    problem_of_unbinding,
    target_of,
    text_of,
)
from engine.core._lazy import lazy
from engine.core._script_error import ScriptError
from engine.core._type_of import type_of
from engine.core.coroutine import start
from engine.core.string_name import StringName
from engine.core.variant_type import (
    TYPE_ARRAY,
    TYPE_CALLABLE,
    TYPE_DICTIONARY,
    TYPE_STRING,
    TYPE_STRING_NAME,
)

if TYPE_CHECKING:
    from engine.core import _builtin_methods
else:
    _builtin_methods = lazy("engine.core._builtin_methods")

# The types of values whose methods are not those that Python gives them.
_KINDS: dict[int, str] = {
    TYPE_ARRAY: "Array",
    TYPE_DICTIONARY: "Dictionary",
    TYPE_STRING: "String",
    TYPE_STRING_NAME: "StringName",
}


class Callable:
    """A method of an object, or a function, that can be called later.

    Args:
        target: any Python callable, or an object when `method` is given; nothing makes a null
            callable.
        method: the name of a method of `target`.

    A method of a `RefCounted` is held weakly, as in Godot.
    """

    __slots__ = ("_bound", "_function", "_name", "_owner", "_shape", "_unbound")
    _variant_type = TYPE_CALLABLE

    def __init__(self, target: Any = None, method: str | None = None) -> None:
        self._owner: Any = None  # the object, or a weak reference to a RefCounted
        self._name = ""
        self._function: PyCallable[..., Any] | None = None
        self._bound: tuple[Any, ...] = ()
        self._unbound = 0
        self._shape: tuple[tuple[str, int], ...] = ()  # the steps of the chain
        if method is not None:
            self._set_method(target, str(method))
        elif isinstance(target, Callable):
            self._owner, self._name, self._function = target._owner, target._name, target._function
            self._bound, self._unbound = target._bound, target._unbound
            self._shape = target._shape
        elif target is not None:
            self._set_function(target)

    def _set_method(self, owner: Any, name: str) -> None:
        self._name = name
        self._owner = weakref.ref(owner) if getattr(owner, "_ref_counted", False) else owner

    def _set_function(self, function: Any) -> None:
        if not callable(function):
            raise TypeError(f"Callable() takes a method or a function, not {function!r}")
        if isinstance(function, MethodType):
            owner, name = function.__self__, function.__name__
            if hasattr(type(owner), "_notification_chain") and (
                getattr(type(owner), _attribute(owner, name), None) is function.__func__
                or getattr(type(owner), "_freed", False)
            ):
                self._set_method(owner, name)
                return
        self._function = function
        self._name = getattr(function, "__name__", type(function).__name__)

    @staticmethod
    def create(variant: Any, method: str) -> Callable:
        """The method of an object, or of a built-in value."""
        return Callable(variant, method)

    # Calling -------------------------------------------------------------------------------------

    def __call__(self, *args: Any) -> Any:
        """Calls it, with the bound arguments behind those given here."""
        function = self._resolve()
        if function is None:
            raise RuntimeError(f"cannot call '{self._text()}': {self._what_is_missing()}")
        return function(*self._arguments_for(args))

    def call(self, *args: Any) -> Any:
        """Calls it, with the bound arguments behind those given here."""
        result = self(*args)
        return start(result, self._target()) if isinstance(result, CoroutineType) else result

    def callv(self, arguments: Sequence[Any]) -> Any:
        """Calls it with the arguments of a list."""
        return self.call(*arguments)

    def call_deferred(self, *args: Any) -> None:
        """Calls it at the end of the frame's current step."""
        message_queue.push(self, args)

    def rpc(self, *args: Any) -> None:
        """Calls the method on all connected peers."""
        self._remote_target("rpc").rpc(self._name, *self._arguments_for(args))

    def rpc_id(self, peer_id: int, *args: Any) -> None:
        """Calls the method on one peer."""
        self._remote_target("rpc_id").rpc_id(peer_id, self._name, *self._arguments_for(args))

    def _remote_target(self, call: str) -> Any:
        """The node of which a method is called elsewhere; a function has none."""
        if self._function is not None:
            raise ScriptError(f"Invalid call. Nonexistent function '{call}' in base 'Callable'.")
        target = self._target()
        if isinstance(target, type) or not hasattr(target, "rpc_id"):
            raise ScriptError(
                f"Attempt to call function '{call}' in base 'Callable' on a null instance."
            )
        return target

    def _arguments_for(self, args: tuple[Any, ...]) -> tuple[Any, ...]:
        if self._unbound:
            if len(args) < self._unbound:
                raise TypeError(problem_of_unbinding(self, args))
            args = args[: len(args) - self._unbound]
        return args + self._bound

    def _call_parts(self, args: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
        return self._resolve(), self._arguments_for(args)

    def _resolve(self) -> PyCallable[..., Any] | None:
        """The Python callable behind it, or None when its object or method is missing."""
        if self._function is not None:
            return self._function
        owner = self._holder()
        if owner is None or getattr(type(owner), "_freed", False):
            return None
        if _is_plain(owner):
            return _builtin_methods.method_of(owner, self._name)
        found = getattr(owner, _attribute(owner, self._name), None)
        return found if callable(found) else None

    def _what_is_missing(self) -> str:
        if self.is_null():
            return "it is a null Callable"
        return "its object is gone" if self.get_object() is None else "there is no such method"

    def _flat(self) -> PyCallable[..., Any] | None:
        """A plain function for this callable where that is possible, for lists that are hot."""
        if isinstance(self._owner, weakref.ref):
            return None
        function = self._resolve()
        if function is None or is_async(function):
            return None
        bound, unbound = self._bound, self._unbound
        if unbound:
            return None
        return (lambda *args: function(*args, *bound)) if bound else function

    # Binding -------------------------------------------------------------------------------------

    def bind(self, *args: Any) -> Callable:
        """A copy that appends `args` to the arguments of each call."""
        copy = Callable(self)
        kept = args[: max(0, len(args) - self._unbound)]
        copy._bound = kept + self._bound
        copy._unbound = max(0, self._unbound - len(args))
        copy._shape = (*self._shape, ("bind", len(args)))
        return copy

    def bindv(self, arguments: Sequence[Any]) -> Callable:
        """A copy that appends the arguments of a list."""
        return self.bind(*arguments)

    def unbind(self, argcount: int) -> Callable:
        """A copy that drops the last `argcount` arguments of each call."""
        if argcount <= 0:
            output.error("Amount of unbind() arguments must be 1 or greater.")
            return Callable(self)
        copy = Callable(self)
        copy._unbound += argcount
        copy._shape = (*self._shape, ("unbind", argcount))
        return copy

    def _base(self) -> Callable:
        """The same without binds: what makes two connections the same."""
        if not self._shape:
            return self
        copy = Callable(self)
        copy._bound, copy._unbound, copy._shape = (), 0, ()
        return copy

    def get_bound_arguments(self) -> list[Any]:
        """The arguments that are appended."""
        return list(self._bound)

    def get_bound_arguments_count(self) -> int:
        """How many arguments are appended."""
        return len(self._bound)

    def get_unbound_arguments_count(self) -> int:
        """How many arguments are dropped."""
        return self._unbound

    def get_argument_count(self) -> int:
        """How many arguments a call takes, binds counted in."""
        function = self._resolve()
        return (
            0 if function is None else argument_count(function) - len(self._bound) + self._unbound
        )

    # Asking --------------------------------------------------------------------------------------

    def _holder(self) -> Any:
        """What the method is of: an object, a class, or a value."""
        return self._owner() if isinstance(self._owner, weakref.ref) else self._owner

    def _target(self) -> Any:
        """The object that it belongs to, which may have been freed."""
        holder = self._holder()
        if holder is not None:
            return holder if hasattr(type(holder), "_notification_chain") else None
        return target_of(self._function) if self._function is not None else None

    def get_object(self) -> Any:
        """The object it belongs to; None for a null callable and when the object is gone."""
        target = self._holder() if isinstance(self._owner, type) else self._target()
        return None if target is None or getattr(type(target), "_freed", False) else target

    def get_object_id(self) -> int:
        """The instance id of the object, 0 without one."""
        target = self.get_object()
        return 0 if target is None else int(target.get_instance_id())

    def get_method(self) -> StringName:
        """The name of the method or function."""
        return StringName("<anonymous lambda>" if self._name == "<lambda>" else self._name)

    def is_null(self) -> bool:
        """Whether there is nothing to call and never was."""
        return self._owner is None and self._function is None and not self._name

    def is_valid(self) -> bool:
        """Whether its object lives and has the method."""
        if self._function is None:
            return self._resolve() is not None
        target = self._target()
        return target is None or not type(target)._freed

    def is_custom(self) -> bool:
        """Whether it is a function, or has binds."""
        return self._function is not None or bool(self._shape)

    def is_standard(self) -> bool:
        """Whether it is just a method of an object."""
        return not self.is_custom() and not self.is_null()

    def hash(self) -> int:
        """A number that is equal for equal callables."""
        return hash(self)

    def __bool__(self) -> bool:
        return not self.is_null()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Callable):
            return self._shape == other._shape and self._identity() == other._identity()
        return self == Callable(other) if callable(other) else NotImplemented

    def _identity(self) -> tuple[Any, ...]:
        owner = self._owner() if isinstance(self._owner, weakref.ref) else self._owner
        return (id(owner) if owner is not None else None, self._name, self._function)

    def __hash__(self) -> int:
        return hash(self._name)

    def _problem(self) -> str:
        """Why it cannot be connected, as the rest of Godot's sentence; nothing when it can."""
        if self.is_null():
            return ": the provided callable is null."
        holder = self._holder()
        is_value = holder is not None and not hasattr(type(holder), "_notification_chain")
        if self._function is None and self.get_object() is None and not is_value:
            return f" to callable '{self._text()}': the callable object is null."
        if (self._bound or self._unbound) and not self.is_valid():
            return f": the provided callable is not valid: '{self._text()}'."
        return ""

    def _text(self) -> str:
        if self._function is not None:
            return text_of(self._function)
        owner = self.get_object()
        holder = self._holder()
        if _is_plain(holder):
            return f"{_KINDS[type_of(holder)]}::{self._name}"
        if owner is None and holder is not None and not hasattr(type(holder), "_freed"):
            return f"{type(holder).__name__}::{self._name}"
        if owner is None:
            return f"null::{self._name or 'null'}"
        return f"{method_place(owner, self._name)}::{self._name}"

    def __str__(self) -> str:
        return self._text()

    def __repr__(self) -> str:
        return f"<Callable {self._text()}>"


def _attribute(owner: Any, name: str) -> str:
    """The attribute that a method is; some of GDScript's go by another name."""
    renamed: dict[str, str] | None = getattr(type(owner), "_renamed", None)
    return renamed.get(name, name) if renamed else name


def _is_plain(value: Any) -> bool:
    return isinstance(value, (list, dict, str)) and type_of(value) in _KINDS


def base_of(function: Any) -> Callable:
    """The callable without binds."""
    return function._base() if isinstance(function, Callable) else Callable(function)
