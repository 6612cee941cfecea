"""`MultiplayerPeer`: packets to and from numbered peers.

The server is peer 1. What is sent goes to the peer that was chosen last: one, all (0), or all but
one (negative). Scripts use the public methods; `SceneMultiplayer` uses `_next_packet`,
`_send_packet` and `_send_packets`, which by default do the same in the same order, and which a
transport may do in one step.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from engine.core.accessors import accessors
from engine.core.error import OK, Error
from engine.core.signal import Signal
from engine.net._bytes import BytesLike
from engine.net.packet_peer import PacketPeer

Received = tuple[int, BytesLike, int, int]
"""A packet that came: its sender, its bytes, its transfer mode and its channel."""


class MultiplayerPeer(PacketPeer):
    """The base of transports between peers: `WebSocketMultiplayerPeer`, or a script's own.

    Own transports extend `MultiplayerPeerExtension`.

    Signals:
        peer_connected(id): a peer came; at a client, 1 is the server.
        peer_disconnected(id): a peer went.
    """

    __slots__ = ("_peer_channel", "_peer_mode", "_peer_refuses", "_peer_target")

    class ConnectionStatus(IntEnum):
        """Where the connection to the server stands; a server is connected while it listens."""

        CONNECTION_DISCONNECTED = 0
        CONNECTION_CONNECTING = 1
        CONNECTION_CONNECTED = 2

    class TransferMode(IntEnum):
        """What may become of packets on their way."""

        TRANSFER_MODE_UNRELIABLE = 0
        TRANSFER_MODE_UNRELIABLE_ORDERED = 1
        TRANSFER_MODE_RELIABLE = 2

    CONNECTION_DISCONNECTED = ConnectionStatus.CONNECTION_DISCONNECTED
    CONNECTION_CONNECTING = ConnectionStatus.CONNECTION_CONNECTING
    CONNECTION_CONNECTED = ConnectionStatus.CONNECTION_CONNECTED
    TRANSFER_MODE_UNRELIABLE = TransferMode.TRANSFER_MODE_UNRELIABLE
    TRANSFER_MODE_UNRELIABLE_ORDERED = TransferMode.TRANSFER_MODE_UNRELIABLE_ORDERED
    TRANSFER_MODE_RELIABLE = TransferMode.TRANSFER_MODE_RELIABLE
    TARGET_PEER_BROADCAST = 0
    TARGET_PEER_SERVER = 1

    peer_connected = Signal(id=int)
    peer_disconnected = Signal(id=int)

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state, whether or not a script's `__init__` calls the one above it."""
        self = super().__new__(cls)
        PacketPeer.__init__(self)
        self._peer_refuses = False
        self._peer_target = 0
        self._peer_channel = 0
        self._peer_mode = cls.TRANSFER_MODE_RELIABLE
        return self

    # The connection ------------------------------------------------------------------------------

    def poll(self) -> None:
        """Brings everything up to date; packets and signals come of it."""

    def close(self) -> None:
        """Ends all connections at once."""

    def disconnect_peer(self, peer: int, force: bool = False) -> None:
        """Ends the connection to one peer.

        Args:
            peer: its id.
            force: at once, and without `peer_disconnected` here.
        """

    def get_connection_status(self) -> ConnectionStatus:
        """Where the connection stands."""
        return self.CONNECTION_DISCONNECTED

    def get_unique_id(self) -> int:
        """One's own id; 1 is the server, 0 nobody yet."""
        return 0

    def generate_unique_id(self) -> int:
        """A random id for a client: 2 to 2147483647."""
        while True:
            number = int.from_bytes(os.urandom(4), "little") & 0x7FFFFFFF
            if number > 1:
                return number

    def is_server_relay_supported(self) -> bool:
        """Whether clients know of one another, through the server."""
        return False

    def is_refusing_new_connections(self) -> bool:
        """The value of `refuse_new_connections`."""
        return self._peer_refuses

    def set_refuse_new_connections(self, enable: bool) -> None:
        """Sets `refuse_new_connections`."""
        self._peer_refuses = bool(enable)

    def _is_server(self) -> bool:
        return self.get_unique_id() == 1

    # Packets -------------------------------------------------------------------------------------

    def set_target_peer(self, id: int) -> None:
        """Chooses who gets what is sent from now on: a peer, 0 for all, -id for all but that."""
        self._peer_target = id

    def get_packet_peer(self) -> int:
        """Who sent the packet that is taken next."""
        return 0

    def get_packet_channel(self) -> int:
        """The channel of the packet that is taken next."""
        return 0

    def get_packet_mode(self) -> TransferMode:
        """The transfer mode of the packet that is taken next."""
        return self.TRANSFER_MODE_RELIABLE

    def get_transfer_channel(self) -> int:
        """The value of `transfer_channel`."""
        return self._peer_channel

    def set_transfer_channel(self, channel: int) -> None:
        """Sets `transfer_channel`."""
        self._peer_channel = channel

    def get_transfer_mode(self) -> TransferMode:
        """The value of `transfer_mode`."""
        return self._peer_mode

    def set_transfer_mode(self, mode: int) -> None:
        """Sets `transfer_mode`."""
        self._peer_mode = self.TransferMode(mode)

    # In one step, for SceneMultiplayer -----------------------------------------------------------

    def _next_packet(self) -> Received | Error | None:
        """Takes the packet that has waited longest; None when there is none."""
        if not self.get_available_packet_count():
            return None
        sender, channel = self.get_packet_peer(), self.get_packet_channel()
        mode = self.get_packet_mode()
        data = self.get_packet()
        problem = self.get_packet_error()
        return (sender, data, mode, channel) if problem is OK else problem

    def _send_packet(self, data: BytesLike, target: int, mode: int, channel: int) -> Error:
        """Sends to a peer, to all (0), or to all but one (negative)."""
        self.set_transfer_channel(channel)
        self.set_transfer_mode(mode)
        self.set_target_peer(target)
        return self.put_packet(data)

    def _send_packets(
        self, data: BytesLike, targets: Iterable[int], mode: int, channel: int
    ) -> None:
        """Sends the same to several peers, one after another."""
        for target in targets:
            self._send_packet(data, target, mode, channel)

    refuse_new_connections = accessors(is_refusing_new_connections, set_refuse_new_connections)
    transfer_channel = accessors(get_transfer_channel, set_transfer_channel)
    transfer_mode = accessors(get_transfer_mode, set_transfer_mode)
