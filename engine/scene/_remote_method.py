"""`@rpc` of scripts in Python.

A method under `@rpc` is still a method, and where it is looked up in the class it is the function.
Looked up in a node it is a `Callable` that also calls it elsewhere: `self.say.rpc("hi")`,
`self.say.rpc_id(1, "hi")`. A class that overrides such a method without `@rpc` keeps what its base
says of it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable as PyCallable
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, overload

from engine.core._calls import is_async
from engine.core.callable import Callable
from engine.core.coroutine import starts_when_called

if TYPE_CHECKING:
    from engine.scene._node_rpc import NodeRpc

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

_new: PyCallable[[type[T]], T] = object.__new__
_MODES = {"authority": 2, "any_peer": 1}
_TRANSFERS = {"unreliable": 0, "unreliable_ordered": 1, "reliable": 2}


class BoundRemoteMethod(Callable, Generic[P, R]):
    """A method of a node that may be called from elsewhere.

    Nothing is ever bound to it: `bind` makes another `Callable`. One is made for each call, so that
    what is the same for all is kept in the class.
    """

    __slots__ = ("_code",)
    _function = None
    _bound = ()
    _unbound = 0
    _shape = ()

    _code: PyCallable[..., R]

    def is_custom(self) -> bool:
        """Always, as in Godot."""
        return True

    def _text(self) -> str:
        return f"{super()._text()} (rpc)"

    def _identity(self) -> tuple[Any, ...]:
        return (*super()._identity(), "rpc")  # it is not equal to `Callable(node, name)`

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Calls the method here."""
        return self._code(self._owner, *args, **kwargs)

    def _resolve(self) -> PyCallable[..., Any] | None:
        owner = self._owner
        return None if type(owner)._freed else MethodType(self._code, owner)

    def rpc(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Calls the method on all connected peers."""
        self._owner.rpc_id(0, self._name, *args, **kwargs)

    def rpc_id(self, peer_id: int, *args: Any) -> None:
        """Calls the method on one peer."""
        owner = self._owner
        tree = None if type(owner)._freed else owner._tree
        if tree is not None and (api := tree._sole_multiplayer) is not None:
            api.rpc(peer_id, owner, self._name, args)  # as `Node.rpc_id` does it, at once
        else:
            owner.rpc_id(peer_id, self._name, *args)


def remote_method(owner: Any, name: str, code: PyCallable[..., R]) -> BoundRemoteMethod[Any, R]:
    """A method of a node that may be called from elsewhere.

    Args:
        owner: the node.
        name: the method's name.
        code: the function of the node's class.
    """
    made: BoundRemoteMethod[Any, R] = _new(BoundRemoteMethod)  # `__init__` would take longer
    made._owner = owner
    made._name = name
    made._code = code
    return made


class RemoteMethod(Generic[P, R]):
    """A method under `@rpc`, in its class.

    Args:
        code: the function.
        config: what `@rpc` says of it.
    """

    def __init__(self, code: PyCallable[Concatenate[Any, P], R], config: dict[str, Any]) -> None:
        self._rpc_config = config
        self._code: PyCallable[..., Any] = starts_when_called(code) if is_async(code) else code
        functools.update_wrapper(self, self._code)

    def __set_name__(self, owner: type[NodeRpc], name: str) -> None:
        known = getattr(owner, "__rpc_methods__", {})
        owner.__rpc_methods__ = {**known, name: self._rpc_config}

    @overload
    def __get__(self, instance: None, owner: type | None = None) -> PyCallable[..., R]: ...
    @overload
    def __get__(self, instance: object, owner: type | None = None) -> BoundRemoteMethod[P, R]: ...
    def __get__(self, instance: object | None, owner: type | None = None) -> Any:
        code = self._code
        return code if instance is None else remote_method(instance, code.__name__, code)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Calls the function, with the node as its first argument."""
        return self._code(*args, **kwargs)


class _Marker(Protocol):
    def __call__(self, method: PyCallable[Concatenate[Any, P], R], /) -> RemoteMethod[P, R]: ...


@overload
def rpc(method: PyCallable[Concatenate[Any, P], R], /) -> RemoteMethod[P, R]: ...
@overload
def rpc(*settings: str | int) -> _Marker: ...
def rpc(*settings: Any) -> Any:
    """Marks a method that other peers may call: `@rpc("any_peer", "call_local", "reliable")`.

    `@rpc` alone has all defaults. Both ends have to mark the same names. Declared types of
    arguments are seen to: `int`, `float`, `bool`, `str`, `bytes`, `list`, `dict`, the engine's
    value types, and classes of objects.

    Args:
        settings: in any order `authority` (the default) or `any_peer`; `call_remote` (the default)
            or `call_local`; `unreliable`, `unreliable_ordered` or `reliable` (the default); a
            channel.

    Raises:
        ValueError: for any other word.
    """
    config: dict[str, Any] = {"rpc_mode": 2, "call_local": False, "transfer_mode": 2, "channel": 0}
    if len(settings) == 1 and callable(settings[0]):
        return RemoteMethod(settings[0], config)
    for setting in settings:
        if isinstance(setting, int):
            config["channel"] = setting
        elif not isinstance(setting, str):
            raise ValueError(f"@rpc() takes words and a channel, not {setting!r}.")
        elif setting in _MODES:
            config["rpc_mode"] = _MODES[setting]
        elif setting in ("call_local", "call_remote"):
            config["call_local"] = setting == "call_local"
        elif setting in _TRANSFERS:
            config["transfer_mode"] = _TRANSFERS[setting]
        else:
            raise ValueError(f'Invalid RPC argument "{setting}".')

    def mark(method: PyCallable[Concatenate[Any, P], R]) -> RemoteMethod[P, R]:
        return RemoteMethod(method, config)

    return mark


def keep_marks(cls: type[NodeRpc]) -> None:
    """Marks the methods of a fresh class whose bases mark them."""
    own = vars(cls)
    for name, config in cls.__rpc_methods__.items():
        method = own.get(name)
        if isinstance(method, FunctionType):
            setattr(cls, name, RemoteMethod(method, config))
