"""`SceneMultiplayer`: calls and replication between the trees of several programs.

It sits on a `MultiplayerPeer`, which moves packets between numbered peers, and is polled by its
tree before each `process_frame`. A poll lets the peer work (peers come and go in it), handles all
packets that have come, in order, drops peers that take too long to authenticate, and has the
replicator send what has changed. Whatever is sent goes out at once.

What is in packets lies in `_wire`; who handles them:

    SYS                          here: peers, the relay between clients, authentication
    RAW                          here: `peer_packet`
    REMOTE_CALL                  `_rpc`
    SIMPLIFY_PATH, CONFIRM_PATH  `_path_cache`
    SPAWN, DESPAWN, SYNC         `_scene_replicator`

With `server_relay`, clients know of one another: a client wraps what is for another one in a RELAY
packet, which the server passes on without looking inside.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from engine.core import output
from engine.core._variant_codec import encode_all
from engine.core.engine_singleton import Engine
from engine.core.error import (
    ERR_BUG,
    ERR_INVALID_DATA,
    ERR_INVALID_PARAMETER,
    ERR_UNCONFIGURED,
    OK,
    Error,
)
from engine.core.node_path import NodePath
from engine.core.packed_byte_array import PackedByteArray
from engine.core.packed_number_arrays import PackedInt32Array
from engine.core.signal import Signal
from engine.multiplayer import _authentication, _wire
from engine.multiplayer._path_cache import PathCache
from engine.multiplayer._rpc import BYTES, NOT_ENCODED, RemoteCalls
from engine.multiplayer._scene_multiplayer_settings import SceneMultiplayerSettings
from engine.multiplayer._scene_replicator import SceneReplicator
from engine.net._bytes import BytesLike, bytes_of
from engine.net._time import engine_time
from engine.scene.node import Node
from engine.scene.offline_multiplayer_peer import OfflineMultiplayerPeer

if TYPE_CHECKING:
    from engine.scene.multiplayer_peer import MultiplayerPeer


DISCONNECTED, CONNECTING, CONNECTED = range(3)

_NO_RELAY = "!server_relay || !multiplayer_peer->is_server_relay_supported()"
_NOT_FROM_SERVER = f"{_NO_RELAY} || get_unique_id() == 1 || p_from != 1"
_NO_ROOT = (
    "Multiplayer root was not initialized. If you are using custom multiplayer, remember to set "
    "the root path via SceneMultiplayer.set_root_path before using it."
)


class SceneMultiplayer(SceneMultiplayerSettings):
    """The multiplayer API of trees: remote calls, spawners and synchronizers, raw packets.

    Besides Godot's settings it has limits for what a single peer may have it keep:
    `max_peer_paths`, `max_peer_nodes` and `max_pending_peers`.

    Signals: those of `MultiplayerAPI`, and `peer_authenticating(id)`,
    `peer_authentication_failed(id)`, `peer_packet(id, packet)`.
    """

    _own = (
        "_peers", "_connected", "_status", "_sender", "_sender_here", "_auth", "_cache", "_calls",
        "_replicator", "_handlers",
    )  # fmt: skip

    peer_authenticating = Signal("id")
    peer_authentication_failed = Signal("id")
    peer_packet = Signal("id", "packet")

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, whether or not a script's `__init__` calls the one above it."""
        self = super().__new__(cls)
        self._peers = []
        self._connected = set()
        self._status = DISCONNECTED
        self._sender = self._sender_here = 0
        self._auth = _authentication.Authentication(self)
        self._cache = PathCache(self)
        self._replicator = SceneReplicator(self)
        self._calls = RemoteCalls(self)
        self._handlers = (
            self._calls.receive,
            self._cache.receive_simplify_path,
            self._cache.receive_confirm_path,
            self._receive_raw,
            self._replicator.receive_spawn,
            self._replicator.receive_despawn,
            self._replicator.receive_sync,
            self._receive_system_inside,
        )
        self.set_multiplayer_peer(OfflineMultiplayerPeer())
        return self

    _peers: list[int]  # who is connected, in Godot's order
    _connected: set[int]  # the same
    _status: int  # of the connection, when it was last looked at
    _sender: int  # of the packet that is being handled
    _sender_here: int  # oneself, while a call runs here
    _auth: _authentication.Authentication
    _cache: PathCache
    _calls: RemoteCalls
    _replicator: SceneReplicator
    _handlers: tuple[PyCallable[[int, bytes], None], ...]  # by command

    # The connection ------------------------------------------------------------------------------

    def get_multiplayer_peer(self) -> MultiplayerPeer | None:
        """The value of `multiplayer_peer`."""
        return self._peer

    def set_multiplayer_peer(self, peer: MultiplayerPeer | None) -> None:
        """Sets `multiplayer_peer`; one that is not even connecting is refused with an error."""
        old = self._peer
        if peer is old:
            return
        if peer is not None and peer.get_connection_status() == DISCONNECTED:
            output.error("Supplied MultiplayerPeer must be connecting or connected.")
            return
        if old is not None:
            old.peer_connected.disconnect(self._peer_came)
            old.peer_disconnected.disconnect(self._peer_left)
            self.clear()
        self._peer = peer
        if peer is not None:
            peer.peer_connected.connect(self._peer_came)
            peer.peer_disconnected.connect(self._peer_left)
        self._update_status()

    def has_multiplayer_peer(self) -> bool:
        """Whether there is a `multiplayer_peer`."""
        return self._peer is not None

    def get_unique_id(self) -> int:
        """One's own peer id: 1 for the server, 0 without a connection."""
        if self._peer is None:
            output.error("No multiplayer peer is assigned. Unable to get unique ID.")
            return 0
        return self._peer.get_unique_id()

    def get_peers(self) -> PackedInt32Array:
        """The ids of all connected peers, oneself left out."""
        if self._peer is None:
            output.error("No multiplayer peer is assigned. Assume no peers are connected.")
        return PackedInt32Array(self._peers)

    def get_authenticating_peers(self) -> PackedInt32Array:
        """The ids of the peers that are authenticating."""
        return PackedInt32Array(list(self._auth.pending))

    def get_remote_sender_id(self) -> int:
        """Within a remote call: who called; 0 at any other time."""
        return self._sender_here or self._sender

    def clear(self) -> None:
        """Forgets all peers, and what is known of them."""
        self._status = DISCONNECTED
        self._auth.pending.clear()
        self._peers = []
        self._connected.clear()
        self._replicator.reset()
        self._cache.clear()

    def disconnect_peer(self, id: int) -> None:
        """Ends the connection to a peer, without `peer_disconnected` here."""
        connection = self._peer
        if connection is None or not self._is_connected():
            output.error(
                'Condition "multiplayer_peer.is_null() || '
                "multiplayer_peer->get_connection_status() != "
                'MultiplayerPeer::CONNECTION_CONNECTED" is true.'
            )
            return
        if self._auth.pending.pop(id, None) is None and id in self._connected:
            self._drop(id)
        connection.disconnect_peer(id)

    def _is_connected(self) -> bool:
        return self._peer is not None and self._peer.get_connection_status() == CONNECTED

    def _update_status(self) -> None:
        connection = self._peer
        status = DISCONNECTED if connection is None else connection.get_connection_status()
        if status == self._status:
            return
        if status == DISCONNECTED:
            was_connecting = self._status == CONNECTING
            self._emit_if_heard("connection_failed" if was_connecting else "server_disconnected")
            self.clear()
        self._status = int(status)

    # Peers ---------------------------------------------------------------------------------------

    def _peer_came(self, peer: int) -> None:
        if self._auth_callback.is_valid():
            self._auth.begin(peer)
        else:
            self._admit(peer)

    def _admit(self, peer: int) -> None:
        """Counts a peer as connected, and tells the others."""
        if self._tells_clients():
            for other in list(self._peers):
                self._send_directly(other, _wire.encode_add_peer(peer))
                self._send_directly(peer, _wire.encode_add_peer(other))
        if peer not in self._connected:
            self._connected.add(peer)
            self._peers.append(peer)
        self._cache.peer_came(peer)
        self._replicator.peer_came(peer)
        if peer == 1:
            self._emit_if_heard("connected_to_server")
        self._emit_if_heard("peer_connected", peer)

    def _peer_left(self, peer: int) -> None:
        if self._auth.pending.pop(peer, None) is not None:
            self._emit_if_heard("peer_authentication_failed", peer)
            return
        if peer in self._connected:
            self._drop(peer)
            self._emit_if_heard("peer_disconnected", peer)

    def _drop(self, peer: int) -> None:
        """Counts a peer as gone, and tells the others."""
        if self._tells_clients():
            packet = _wire.encode_del_peer(peer)
            for other in list(self._peers):
                if other != peer:
                    self._send_directly(other, packet)
        self._replicator.peer_left(peer)
        self._cache.peer_left(peer)
        if peer in self._connected:
            self._connected.discard(peer)
            peers = list(self._peers)
            at, last = peers.index(peer), peers.pop()
            if at < len(peers):
                peers[at] = last  # as in Godot
            self._peers = peers

    def _tells_clients(self) -> bool:
        """Whether this is a server whose clients know of one another."""
        connection = self._peer
        return (
            connection is not None
            and self._server_relay
            and connection.get_unique_id() == 1
            and connection.is_server_relay_supported()
        )

    # Authentication ------------------------------------------------------------------------------

    def send_auth(self, id: int, data: BytesLike) -> Error:
        """Sends bytes to the `auth_callback` of a peer that is authenticating."""
        return self._auth.send(id, _bytes(data, "send_auth"))

    def complete_auth(self, id: int) -> Error:
        """Accepts a peer that is authenticating; it is connected when it has accepted, too."""
        return self._auth.complete(id)

    # Sending -------------------------------------------------------------------------------------

    def send_bytes(self, bytes: BytesLike, id: int = 0, mode: int = 2, channel: int = 0) -> Error:
        """Sends bytes to the `peer_packet` signal of other peers.

        Args:
            bytes: what is sent, at least one byte.
            id: a peer's id; 0 for all, a negative one for all but that peer.
            mode: a `TRANSFER_MODE_*`.
            channel: the channel.
        """
        data = _bytes(bytes, "send_bytes")
        if not data:
            output.error("Trying to send an empty raw packet.")
            return ERR_INVALID_DATA
        if self._peer is None:
            output.error("Trying to send a raw packet while no multiplayer peer is active.")
            return ERR_UNCONFIGURED
        if not self._is_connected():
            output.error(
                "Trying to send a raw packet via a multiplayer peer which is not connected."
            )
            return ERR_UNCONFIGURED
        return self._send_command(id, _wire.encode_raw(data), mode, channel)

    def _send_command(self, peer: int, packet: bytes, mode: int = 2, channel: int = 0) -> Error:
        """Sends a packet to a peer, all (0) or all but one (negative); clients by the relay."""
        connection = self._peer
        if connection is None:
            return ERR_UNCONFIGURED
        if peer != 1 and self._relays(connection):
            return connection._send_packet(_wire.encode_relay(peer, packet), 1, mode, channel)
        if peer > 0:
            if peer not in self._connected:
                output.error('Condition "!connected_peers.has(p_to)" is true. Returning: ERR_BUG')
                return ERR_BUG
            return connection._send_packet(packet, peer, mode, channel)
        targets = [one for one in self._peers if one != -peer]
        connection._send_packets(packet, targets, mode, channel)
        return OK

    def _send_commands(
        self, peers: Sequence[int], packet: bytes, mode: int = 2, channel: int = 0
    ) -> None:
        """Sends a packet to several peers."""
        connection = self._peer
        if connection is None:
            return
        if len(peers) == 1 or self._relays(connection):
            for peer in peers:
                self._send_command(peer, packet, mode, channel)
        else:
            connection._send_packets(packet, peers, mode, channel)

    def _relays(self, connection: MultiplayerPeer) -> bool:
        """Whether packets for other clients have to go through the server."""
        return (
            self._server_relay
            and connection.get_unique_id() != 1
            and connection.is_server_relay_supported()
        )

    def _send_directly(self, peer: int, packet: bytes) -> Error:
        assert self._peer is not None
        return self._peer._send_packet(packet, peer, 2, 0)

    def rpc(self, peer: int, object: Any, method: str, arguments: Sequence[Any] = []) -> Error:
        """Calls a method of a node elsewhere; see `Node.rpc_id`."""
        # Nearly all calls are like one before, between the server and one client: they go out at
        # once if nothing has changed that matters. The rest, and all errors, are for `_rpc`.
        count = len(arguments)
        if (
            isinstance(object, Node)
            and (numbered := self._cache.nodes.get(object)) is not None
            and (head := numbered.heads.get((peer, method, count))) is not None
            and (connection := self._peer) is not None
            and connection.get_connection_status() == CONNECTED
            and (connection.get_unique_id() == 1) != (peer == 1)
            and object not in self._replicator.tracked
            and not type(object)._freed
            and object._tree is not None
            and (count > 1 or not isinstance(arguments[0], BYTES))
        ):
            begin, mode, channel = head
            problem, packet = encode_all(arguments, self.allow_object_decoding, begin)
            if problem is OK:
                connection._send_packet(packet, peer, mode, channel)
            else:
                output.error(NOT_ENCODED)
            return OK
        return self._calls.call(peer, object, str(method), arguments)

    # Receiving -----------------------------------------------------------------------------------

    def poll(self) -> Error:
        """Handles what has come, and sends the state that has changed."""
        self._update_status()
        connection = self._peer
        if connection is None or self._status == DISCONNECTED:
            return OK
        connection.poll()
        self._update_status()
        if self._status != CONNECTED or not self._handle_packets():
            return OK
        if self._auth.pending:
            self._auth.drop_late()
        self._update_status()
        if self._status == CONNECTED:
            self._replicator.process()
        return OK

    def _handle_packets(self) -> bool:
        """Handles all packets that have come; False when the connection went meanwhile."""
        connected, receive_call = self._connected, self._calls.receive
        while (connection := self._peer) is not None:
            received = connection._next_packet()
            if received is None:
                return True
            if not isinstance(received, tuple):
                output.error(f"Error getting packet! {int(received)}")
                return True
            sender, packet, mode, channel = received
            if type(packet) is not bytes:
                packet = bytes(packet)
            if sender not in connected:
                self._handle_stranger(sender, packet)
                continue
            command = packet[0] & 7 if packet else _wire.RAW
            if not command and self._root_path._names:  # nearly always: as `_handle` does it
                self._sender = sender
                try:
                    receive_call(sender, packet)
                finally:
                    self._sender = 0
            elif command == _wire.SYS:
                self._handle_system(sender, packet, mode, channel)
            else:
                self._handle(sender, packet)
            if self._peer is not connection or connection.get_connection_status() != CONNECTED:
                self._update_status()
                if self._status != CONNECTED:
                    return False
        return False

    def _handle_stranger(self, sender: int, packet: bytes) -> None:
        """Handles a packet from who is not connected, but perhaps authenticating."""
        if sender in self._auth.pending:
            self._auth.receive(sender, packet)
        else:
            output.error('Condition "!connected_peers.has(sender)" is true. Continuing.')

    def _handle(self, sender: int, packet: bytes) -> None:
        """Handles a packet from a peer, or one that was inside of a RELAY."""
        if not self._root_path._names:
            output.error(_NO_ROOT)
        elif not packet:
            output.error(_wire.TOO_SMALL)
        else:
            self._sender = sender
            try:
                self._handlers[packet[0] & 7](sender, packet)
            finally:
                self._sender = 0

    def _receive_raw(self, sender: int, packet: bytes) -> None:
        raw = _wire.decode_raw(packet)
        if isinstance(raw, _wire.Malformed):
            output.error(raw.text)
        else:
            self._emit_if_heard("peer_packet", sender, PackedByteArray(raw.data))

    def _receive_system_inside(self, sender: int, packet: bytes) -> None:
        output.error(f"Invalid network command from {sender}")

    # System packets ------------------------------------------------------------------------------

    def _handle_system(self, sender: int, packet: bytes, mode: int, channel: int) -> None:
        decoded = _wire.decode_system(packet)
        if isinstance(decoded, _wire.Relay):
            self._relay(sender, decoded, mode, channel)
        elif isinstance(decoded, _wire.Malformed):
            output.error(decoded.text)
        elif isinstance(decoded, _wire.Auth):
            if decoded.data:  # without, it confirms what both ends know
                output.error('Condition "len != 2" is true. Continuing.')
        elif sender != 1 or self.get_unique_id() == 1 or not self._takes_relays():
            output.error(f'Condition "{_NOT_FROM_SERVER}" is true.')
        elif isinstance(decoded, _wire.AddPeer):
            self._admit(decoded.peer)
        else:
            self._peer_left(decoded.peer)

    def _takes_relays(self) -> bool:
        connection = self._peer
        return (
            self._server_relay and connection is not None and connection.is_server_relay_supported()
        )

    def _relay(self, sender: int, relay: _wire.Relay, mode: int, channel: int) -> None:
        if not self._takes_relays():
            output.error(f'Condition "{_NO_RELAY}" is true.')
        elif not relay.packet:
            output.error('Condition "p_packet_len < SYS_CMD_SIZE + 1" is true.')
        elif self.get_unique_id() == 1:
            self._relay_on(sender, relay, mode, channel)
        elif sender != 1:
            output.error('Condition "p_from != 1" is true.')
        else:
            self._handle(relay.peer, relay.packet)

    def _relay_on(self, sender: int, relay: _wire.Relay, mode: int, channel: int) -> None:
        """Passes a client's packet on to others, and takes it if it is for the server, too."""
        peer, inside = relay
        if peer > 0:
            targets = [peer] if peer in self._connected else []
        else:
            targets = [one for one in self._peers if one not in (sender, -peer)]
        if targets and self._peer is not None:
            packet = _wire.encode_relay(sender, inside)
            self._peer._send_packets(packet, targets, mode, channel)
        if peer <= 0 and peer != -1:
            self._handle(sender, inside)

    # Configuration -------------------------------------------------------------------------------

    def object_configuration_add(self, object: Any, configuration: Any) -> Error:
        """Takes a spawner's node, a synchronizer's node, or (without an object) a root path."""
        if object is None and isinstance(configuration, NodePath):
            self.set_root_path(configuration)
            return OK
        return self._replicator.configuration_added(object, configuration)

    def object_configuration_remove(self, object: Any, configuration: Any) -> Error:
        """Takes back what `object_configuration_add` was told."""
        if object is None and isinstance(configuration, NodePath):
            if self._root_path != configuration:
                output.error(
                    'Condition "root_path != p_config.operator NodePath()" is true. '
                    "Returning: ERR_INVALID_PARAMETER"
                )
                return ERR_INVALID_PARAMETER
            self.set_root_path(NodePath(""))
            return OK
        return self._replicator.configuration_removed(object, configuration)

    # The tree ------------------------------------------------------------------------------------

    def _root(self) -> Any:
        """The node that paths are relative to; None when there is none."""
        tree = self._tree or Engine._main_loop
        root = getattr(tree, "root", None)
        if root is None or type(root)._freed:
            return None
        return root.get_node_or_null(self._root_path)

    def _node_at(self, path: str) -> Any:
        """The node at a path from the root; None, with an error, when there is none."""
        root = self._root()
        return None if root is None else root.get_node(path)

    def _path_of(self, node: Any) -> str:
        """The path of a node from the root."""
        root = self._root()
        return "" if root is None else str(root.get_path_to(node))

    def _now(self) -> float:
        """The time in seconds, by the clock of the tree."""
        tree = self._tree
        return engine_time.now() if tree is None else float(tree.clock.now())


def _bytes(data: object, call: str) -> bytes:
    return bytes(bytes_of(data, call))
