"""Which methods of a node may be called from elsewhere, and by which numbers.

The methods that a script marks with `@rpc`, its own and those of the scripts that it extends, are
sorted by name and numbered from 0; so are those configured with `node.rpc_config`, which have bit
15 set. Both ends number their own: the MD5 of all names tells whether they agree.

The list of a node is made when it is first needed, and kept for as long as the node lives. Nodes of
one class that were not configured by themselves share theirs.
"""

from __future__ import annotations

import functools
import hashlib
import inspect
import weakref
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.multiplayer import _rpc_arguments

if TYPE_CHECKING:
    from engine.scene.node import Node

OF_NODE = 0x8000  # in the numbers of methods that are configured on the node

DISABLED, ANY_PEER, AUTHORITY = range(3)
MODE_NAMES = ('"disabled"', '"any_peer"', '"authority"')


@dataclass(frozen=True, slots=True)
class Method:
    """A method that may be called from elsewhere.

    Attributes:
        name: its name.
        number: its number.
        mode: who may call it, an `RPC_MODE_*`.
        call_local: whether it also runs at the caller.
        transfer_mode: how calls are sent.
        channel: in which channel.
        function: the class's function; None when there is no such method.
        arguments: what its declared types make of arguments; None when it declares none.
    """

    name: str
    number: int
    mode: int = AUTHORITY
    call_local: bool = False
    transfer_mode: int = 2
    channel: int = 0
    function: Callable[..., Any] | None = None
    arguments: _rpc_arguments.Declared | None = None


class Methods:
    """The methods of a node that may be called from elsewhere.

    Attributes:
        by_name: the methods by name.
        by_number: and by number, those of the node first.
        md5: the MD5 of their names, as hexadecimal text.
    """

    __slots__ = ("by_name", "by_number", "md5")

    def __init__(self, methods: Iterable[Method]) -> None:
        self.by_number = {method.number: method for method in methods}
        self.by_name = {method.name: method for method in self.by_number.values()}
        self.md5 = md5_of(method.name for method in self.by_number.values())


def md5_of(names: Iterable[str]) -> str:
    """The MD5 of names one after another, as hexadecimal text."""
    text = "".join(names).encode("utf-8", "replace")
    return hashlib.md5(text, usedforsecurity=False).hexdigest()


_of_classes: weakref.WeakKeyDictionary[type[Any], Methods] = weakref.WeakKeyDictionary()


def methods_of(node: Node) -> Methods:
    """The methods of a node."""
    rare = node._rare
    found = None if rare is None else rare.get("rpc_methods")
    if found is None:
        found = _methods_of(node)
        node._keep("rpc_methods", found)
    return found


def _methods_of(node: Node) -> Methods:
    cls = type(node)
    own = node._rarely("rpc", None)
    if own:
        configs = script_configs(cls)
        return Methods([*_listed(cls, own, OF_NODE), *_listed(cls, configs, 0)])
    found = _of_classes.get(cls)
    if found is None:
        found = _of_classes[cls] = Methods(_listed(cls, script_configs(cls), 0))
    return found


def script_configs(cls: type[Any]) -> dict[str, Mapping[str, Any]]:
    """What `@rpc` says of methods, by name; a class that overrides one keeps what its base says."""
    configs: dict[str, Mapping[str, Any]] = {}
    for base in reversed(cls.__mro__):
        if base.__module__.startswith("engine."):
            continue
        facts = vars(base).get("_gd_info")
        if facts is not None:
            configs.update(facts.data["rpc"])
            continue
        for name, value in vars(base).items():
            config = getattr(value, "_rpc_config", None)
            if config is not None:
                configs[name] = config
    return configs


def _listed(cls: type[Any], configs: Mapping[str, Any], bit: int) -> list[Method]:
    methods = []
    for index, name in enumerate(sorted(configs)):
        config = configs[name]
        if not isinstance(config, dict):
            problem = "config[name].get_type() != Variant::DICTIONARY"
        elif "rpc_mode" not in config:
            problem = '!config[name].operator Dictionary().has(\\"rpc_mode\\")'
        else:
            methods.append(_method(cls, name, index | bit, config))
            continue
        output.error(f'Condition "{problem}" is true. Continuing.')
    return methods


def _function(cls: type[Any], name: str) -> Callable[..., Any] | None:
    """A method of a class, as a function that takes the node first."""
    renamed: dict[str, str] = getattr(cls, "_renamed", None) or {}
    name = renamed.get(name, name)
    found = getattr(cls, name, None)
    if not callable(found):
        return None
    if isinstance(inspect.getattr_static(cls, name), staticmethod):
        return functools.wraps(found)(lambda node, *arguments: found(*arguments))
    return found  # type: ignore[no-any-return]


def _method(cls: type[Any], name: str, number: int, config: Mapping[str, Any]) -> Method:
    function = _function(cls, name)
    return Method(
        name,
        number,
        int(config["rpc_mode"]),
        bool(config.get("call_local", False)),
        int(config.get("transfer_mode", 2)),
        int(config.get("channel", 0)),
        function,
        _rpc_arguments.declared(function),
    )
