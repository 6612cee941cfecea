"""`MultiplayerAPI`: what nodes and the tree ask of a network, whichever it is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import _public_names, output
from engine.core.error import ERR_UNAVAILABLE, Error
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.ref_counted import RefCounted
from engine.core.signal import Signal
from engine.core.string_name import StringName

if TYPE_CHECKING:
    from engine.scene.multiplayer_peer import MultiplayerPeer


class MultiplayerAPI(RefCounted):
    """Calls between peers and news of them; `SceneMultiplayer` is the one that trees use.

    Signals: `peer_connected(id)`, `peer_disconnected(id)`, `connected_to_server`,
    `connection_failed`, `server_disconnected`.
    """

    class RPCMode(IntEnum):
        """Who may call a method from elsewhere."""

        RPC_MODE_DISABLED = 0
        RPC_MODE_ANY_PEER = 1
        RPC_MODE_AUTHORITY = 2

    RPC_MODE_DISABLED = RPCMode.RPC_MODE_DISABLED
    RPC_MODE_ANY_PEER = RPCMode.RPC_MODE_ANY_PEER
    RPC_MODE_AUTHORITY = RPCMode.RPC_MODE_AUTHORITY

    peer_connected = Signal("id")
    peer_disconnected = Signal("id")
    connected_to_server = Signal()
    connection_failed = Signal()
    server_disconnected = Signal()

    _tree: Any = None  # which it is polled by

    _default_interface: ClassVar[str] = "SceneMultiplayer"

    @staticmethod
    def set_default_interface(interface_name: str) -> None:
        """Sets the class of which a tree makes its own API, by name."""
        found = _public_names.public(str(interface_name))
        if not (isinstance(found, type) and issubclass(found, MultiplayerAPI)):
            output.error(
                f"Can't make {interface_name} the default multiplayer interface since it does not "
                "extend MultiplayerAPI."
            )
            return
        MultiplayerAPI._default_interface = str(interface_name)

    @staticmethod
    def get_default_interface() -> StringName:
        """The name of the class of which a tree makes its own API."""
        return StringName(MultiplayerAPI._default_interface)

    @staticmethod
    def create_default_interface() -> MultiplayerAPI | None:
        """A new API of that class."""
        cls = _public_names.public(MultiplayerAPI._default_interface)
        return None if cls is None else cls()

    # The peer ------------------------------------------------------------------------------------

    @property
    def multiplayer_peer(self) -> MultiplayerPeer | None:
        """The connection; a fresh API has an `OfflineMultiplayerPeer`."""
        return self.get_multiplayer_peer()

    @multiplayer_peer.setter
    def multiplayer_peer(self, peer: MultiplayerPeer | None) -> None:
        self.set_multiplayer_peer(peer)

    def get_multiplayer_peer(self) -> MultiplayerPeer | None:
        """The value of `multiplayer_peer`."""
        return None

    def set_multiplayer_peer(self, peer: MultiplayerPeer | None) -> None:
        """Sets `multiplayer_peer`."""

    def has_multiplayer_peer(self) -> bool:
        """Whether there is a `multiplayer_peer`."""
        return self.get_multiplayer_peer() is not None

    def get_unique_id(self) -> int:
        """One's own peer id: 1 for the server, 0 without a connection."""
        return 0

    def is_server(self) -> bool:
        """Whether one's own peer id is 1."""
        return self.get_unique_id() == 1

    def get_peers(self) -> PackedInt32Array:
        """The ids of all connected peers, oneself left out."""
        return PackedInt32Array()

    # Calls ---------------------------------------------------------------------------------------

    def get_remote_sender_id(self) -> int:
        """Within a remote call: who called; 0 at any other time."""
        return 0

    def rpc(self, peer: int, object: Any, method: str, arguments: Sequence[Any] = []) -> Error:
        """Calls a method of an object elsewhere.

        Args:
            peer: a peer's id; 0 for all, a negative one for all but that peer.
            object: the object at this end.
            method: the name of the method.
            arguments: what to call it with.
        """
        return ERR_UNAVAILABLE

    def poll(self) -> Error:
        """Handles what has come; trees do this each frame, see `SceneTree.multiplayer_poll`."""
        return ERR_UNAVAILABLE

    # Configuration -------------------------------------------------------------------------------

    def object_configuration_add(self, object: Any, configuration: Any) -> Error:
        """Tells of something to be replicated; for synchronizers, spawners, and root paths."""
        return ERR_UNAVAILABLE

    def object_configuration_remove(self, object: Any, configuration: Any) -> Error:
        """Takes back what `object_configuration_add` was told."""
        return ERR_UNAVAILABLE
