"""Remote calls of a node, and who decides about it.

A node knows only that its tree has a `MultiplayerAPI`. As long as nobody asks for that, there is
none, and this peer is the server: the id 1.
"""

from __future__ import annotations

from typing import Any, ClassVar

from engine.core import output
from engine.core.error import ERR_UNCONFIGURED, Error
from engine.core.string_name import StringName
from engine.scene._node_settings import NodeSettings
from engine.scene._remote_method import keep_marks
from engine.scene._remote_method import rpc as rpc


class NodeRpc(NodeSettings):
    """Remote calls of a node."""

    __rpc_methods__: ClassVar[dict[str, dict[str, Any]]] = {}  # what `@rpc` says, by name

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.__rpc_methods__:
            keep_marks(cls)

    @property
    def multiplayer(self) -> Any:
        """The multiplayer API of the node's branch; None outside a tree."""
        return self._tree._multiplayer_of(self) if self._tree is not None else None

    def get_multiplayer(self) -> Any:
        """The value of `multiplayer`."""
        return self.multiplayer

    def get_multiplayer_authority(self) -> int:
        """The peer id of the one who decides about this node; 1 is the server."""
        rare = self._rare
        return 1 if rare is None else int(rare.get("authority", 1))

    def set_multiplayer_authority(self, id: int, recursive: bool = True) -> None:
        """Sets who decides about this node, and about all below it."""
        self._keep("authority", int(id))
        if recursive:
            for child in self._listed_children():
                child.set_multiplayer_authority(id, True)

    def is_multiplayer_authority(self) -> bool:
        """Whether this peer decides about the node; an error outside a tree."""
        tree = self._tree
        if tree is None:
            output.error('Condition "!is_inside_tree()" is true. Returning: false')
            return False
        if tree._multiplayer_unused():
            return self.get_multiplayer_authority() == 1
        api = tree._multiplayer_of(self)
        return api is not None and api.get_unique_id() == self.get_multiplayer_authority()

    def rpc_config(self, method: str, config: Any) -> None:
        """Says of a method what `@rpc` would; None takes it back.

        Args:
            method: its name; the script need not know it.
            config: `rpc_mode` (an `RPC_MODE_*`), and if wanted `transfer_mode`, `call_local` and
                `channel`. It counts if it comes before the first remote call of the node.
        """
        configs = {k: v for k, v in self._rarely("rpc", {}).items() if k != str(method)}
        if config is not None:
            if not isinstance(config, dict):
                output.error('Condition "p_config.get_type() != Variant::DICTIONARY" is true.')
                return
            configs[StringName(method)] = config
        self._keep("rpc", configs)

    def get_node_rpc_config(self) -> Any:
        """What `rpc_config` was told, by method; None when it was told nothing."""
        configs = self._rarely("rpc", None)
        return None if configs is None else dict(configs)

    def rpc(self, method: str, *args: Any) -> Error:
        """Calls a method on all peers: see `rpc_id`."""
        return self.rpc_id(0, method, *args)

    def rpc_id(self, peer_id: int, method: str, *args: Any) -> Error:
        """Calls a method on other peers.

        Args:
            peer_id: a peer's id; 0 for all, a negative one for all but that peer.
            method: the name of the method, which has to be marked by `@rpc` at both ends.
            args: what to call it with.

        Returns:
            `OK` when it was sent; after an error `ERR_UNCONFIGURED` without a tree or peer,
            `ERR_CONNECTION_ERROR` while the peer is not connected, `ERR_INVALID_PARAMETER` for
            methods that are not marked, and for a call of one's own that does not run locally.
        """
        if self._tree is None:
            output.error('Condition "!is_inside_tree()" is true. Returning: ERR_UNCONFIGURED')
            return ERR_UNCONFIGURED
        api = self._tree._multiplayer_of(self)
        if api is None:
            return ERR_UNCONFIGURED
        return api.rpc(peer_id, self, method, args)
