"""The settings of a `SceneMultiplayer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.core import output
from engine.core.accessors import accessors
from engine.core.callable import Callable
from engine.core.node_path import NodePath
from engine.scene.multiplayer_api import MultiplayerAPI

if TYPE_CHECKING:
    from engine.scene.multiplayer_peer import MultiplayerPeer

_LEAST_PACKET = 128


class SceneMultiplayerSettings(MultiplayerAPI):
    """What can be set of a `SceneMultiplayer`."""

    _own: ClassVar[tuple[str, ...]] = (
        "_peer", "_root_path", "_auth_callback", "_auth_timeout", "_server_relay",
        "_max_sync_packet_size", "_max_delta_packet_size",
    )  # fmt: skip

    # What one peer may make this end keep; nothing of Godot's, where there is no limit.
    max_peer_paths: int = 65_536
    """How many numbers for nodes are kept for each peer; one with more has to send paths."""

    max_peer_nodes: int = 65_536
    """How many nodes each peer may have spawned here at a time."""

    max_pending_peers: int = 4_096
    """How many peers may be authenticating at a time; further ones are disconnected."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, whether or not a script's `__init__` calls the one above it."""
        self = super().__new__(cls)
        self._peer = None
        self._root_path = NodePath("")
        self._auth_callback = Callable()
        self._auth_timeout = 3.0
        self._server_relay = True
        self._max_sync_packet_size = 1350
        self._max_delta_packet_size = 65_535
        return self

    _peer: MultiplayerPeer | None
    _root_path: NodePath
    _auth_callback: Callable
    _auth_timeout: float
    _server_relay: bool
    _max_sync_packet_size: int
    _max_delta_packet_size: int

    allow_object_decoding: bool = False
    """Whether whole objects may be in what is sent and received.

    Who can send one can have code run here: only for peers that are trusted.
    """

    def set_allow_object_decoding(self, enable: bool) -> None:
        """Sets `allow_object_decoding`."""
        self.allow_object_decoding = bool(enable)

    def is_object_decoding_allowed(self) -> bool:
        """The value of `allow_object_decoding`."""
        return self.allow_object_decoding

    def set_root_path(self, path: str | NodePath) -> None:
        """Sets `root_path`."""
        wanted = NodePath(str(path))
        if not wanted.is_absolute() and not wanted.is_empty():
            output.error("SceneMultiplayer root path must be absolute.")
            return
        self._root_path = wanted

    def get_root_path(self) -> NodePath:
        """The value of `root_path`."""
        return self._root_path

    def set_auth_callback(self, callback: Any) -> None:
        """Sets `auth_callback`."""
        self._auth_callback = Callable(callback)

    def get_auth_callback(self) -> Callable:
        """The value of `auth_callback`."""
        return self._auth_callback

    def set_auth_timeout(self, timeout: float) -> None:
        """Sets `auth_timeout`."""
        if timeout < 0:
            output.error("Timeout must be greater or equal to 0 (where 0 means no timeout)")
            return
        self._auth_timeout = float(timeout)

    def get_auth_timeout(self) -> float:
        """The value of `auth_timeout`."""
        return self._auth_timeout

    def set_refuse_new_connections(self, refuse: bool) -> None:
        """Sets `refuse_new_connections`."""
        if self._peer is None:
            output.error("No multiplayer peer is assigned. Unable to set 'refuse_new_connections'.")
        else:
            self._peer.set_refuse_new_connections(refuse)

    def is_refusing_new_connections(self) -> bool:
        """The value of `refuse_new_connections`."""
        if self._peer is None:
            output.error("No multiplayer peer is assigned. Unable to get 'refuse_new_connections'.")
            return False
        return self._peer.is_refusing_new_connections()

    def set_server_relay_enabled(self, enabled: bool) -> None:
        """Sets `server_relay`."""
        self._server_relay = bool(enabled)

    def is_server_relay_enabled(self) -> bool:
        """The value of `server_relay`."""
        return self._server_relay

    def set_max_sync_packet_size(self, size: int) -> None:
        """Sets `max_sync_packet_size`."""
        if size < _LEAST_PACKET:
            output.error("Sync maximum packet size must be at least 128 bytes.")
            return
        self._max_sync_packet_size = int(size)

    def get_max_sync_packet_size(self) -> int:
        """The value of `max_sync_packet_size`."""
        return self._max_sync_packet_size

    def set_max_delta_packet_size(self, size: int) -> None:
        """Sets `max_delta_packet_size`."""
        if size < _LEAST_PACKET:
            output.error("Sync maximum packet size must be at least 128 bytes.")
            return
        self._max_delta_packet_size = int(size)

    def get_max_delta_packet_size(self) -> int:
        """The value of `max_delta_packet_size`."""
        return self._max_delta_packet_size

    root_path = accessors(get_root_path, set_root_path)
    auth_callback = accessors(get_auth_callback, set_auth_callback)
    auth_timeout = accessors(get_auth_timeout, set_auth_timeout)
    refuse_new_connections = accessors(is_refusing_new_connections, set_refuse_new_connections)
    server_relay = accessors(is_server_relay_enabled, set_server_relay_enabled)
    max_sync_packet_size = accessors(get_max_sync_packet_size, set_max_sync_packet_size)
    max_delta_packet_size = accessors(get_max_delta_packet_size, set_max_delta_packet_size)
