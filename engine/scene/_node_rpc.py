"""Remote calls, as far as a tree without a network has them.

What `@rpc` says about a method is kept with the function. Without a multiplayer peer a node is its
own authority with the id 1, as with Godot's offline peer.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from engine.core import output
from engine.core.error import ERR_INVALID_PARAMETER, OK, Error
from engine.scene._node_settings import NodeSettings

if TYPE_CHECKING:
    from engine.scene.node import Node

F = TypeVar("F", bound=PyCallable[..., Any])
_MODES = {"authority": 2, "any_peer": 1}
_TRANSFERS = {"unreliable": 0, "unreliable_ordered": 1, "reliable": 2}


def rpc(*settings: str | int) -> PyCallable[[F], F]:
    """Marks a method that other peers may call: `@rpc("any_peer", "call_local", "reliable")`.

    Args:
        settings: in any order `authority` (the default) or `any_peer`; `call_remote` (the default)
            or `call_local`; `unreliable`, `unreliable_ordered` or `reliable` (the default); a
            channel.

    Raises:
        ValueError: for any other word.
    """
    config: dict[str, Any] = {"rpc_mode": 2, "call_local": False, "transfer_mode": 2, "channel": 0}
    for setting in settings:
        if isinstance(setting, int):
            config["channel"] = setting
        elif setting in _MODES:
            config["rpc_mode"] = _MODES[setting]
        elif setting in ("call_local", "call_remote"):
            config["call_local"] = setting == "call_local"
        elif setting in _TRANSFERS:
            config["transfer_mode"] = _TRANSFERS[setting]
        else:
            raise ValueError(f'Invalid RPC argument "{setting}".')

    def mark(method: F) -> F:
        method._rpc_config = config  # type: ignore[attr-defined]
        return method

    return mark


class NodeRpc(NodeSettings):
    """Remote calls of a node."""

    @property
    def multiplayer(self) -> Any:
        """The multiplayer API of the node's branch; None in a tree without one."""
        return self._tree.get_multiplayer() if self._tree is not None else None

    def get_multiplayer_authority(self) -> int:
        """The peer id of the one who decides about this node; 1 is the server."""
        node: NodeRpc | None = self
        while node is not None:
            authority = node._rarely("authority", 0)
            if authority:
                return int(authority)
            node = node._parent
        return 1

    def set_multiplayer_authority(self, id: int, recursive: bool = True) -> None:
        """Sets who decides about this node, and about all below it."""
        self._keep("authority", int(id))
        if recursive:
            for child in self._list():
                child.set_multiplayer_authority(id, True)

    def is_multiplayer_authority(self) -> bool:
        """Whether this peer decides about the node."""
        api = self.multiplayer
        return self.get_multiplayer_authority() == (1 if api is None else api.get_unique_id())

    def rpc_config(self, method: str, config: Any) -> None:
        """Says of a method what `@rpc` would; None takes it back."""
        configs = {k: v for k, v in self._rarely("rpc", {}).items() if k != str(method)}
        if config is not None:
            configs[str(method)] = config
        self._keep("rpc", configs)

    def get_node_rpc_config(self) -> Any:
        """What `rpc_config` was told, by method."""
        return dict(self._rarely("rpc", {}))

    def rpc(self, method: str, *args: Any) -> Error:
        """Calls a method on all peers: see `rpc_id`."""
        return self.rpc_id(0, method, *args)

    def rpc_id(self, peer_id: int, method: str, *args: Any) -> Error:
        """Calls a method on one peer; without a network that can only be this one.

        Returns:
            `OK`, or `ERR_INVALID_PARAMETER` when the method is not marked for remote calls.
        """
        name = str(method)
        config = self._rarely("rpc", {}).get(name)
        config = config or getattr(getattr(type(self), name, None), "_rpc_config", None)
        if config is None:
            output.error(
                f'Unable to get the RPC configuration for the function "{name}" at path: '
                f'"{cast("Node", self).get_path()}". This happens when the method is missing or '
                "not marked for RPCs in the local script."
            )
            return ERR_INVALID_PARAMETER
        if peer_id in (0, 1) and config.get("call_local"):
            self.call(name, *args)
        elif peer_id == 1:
            output.error(f"RPC '{name}' on yourself is not allowed by selected mode.")
            return ERR_INVALID_PARAMETER
        return OK
