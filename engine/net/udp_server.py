"""`UDPServer`: one port, and a `PacketPeerUDP` for everybody who sends to it."""

from __future__ import annotations

import weakref
from collections import deque

from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_CANT_CREATE,
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    OK,
    Error,
)
from engine.core.output import error
from engine.core.ref_counted import RefCounted
from engine.net._addresses import parse_address, read_address
from engine.net._statistics import PacketServerStatistics
from engine.net._udp_socket import UdpSocket
from engine.net.packet_peer_udp import PacketPeerUDP

_OPEN = 'Condition "_sock->is_open()" is true. Returning: ERR_ALREADY_IN_USE'
_BAD_ADDRESS = (
    'Condition "!p_bind_address.is_valid() && !p_bind_address.is_wildcard()" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)
_BAD_PENDING = (
    "Max pending connections value must be a positive number (0 means refuse new connections)."
)


class UDPServer(RefCounted):
    """Listens on a port; `poll` hands the packets to those whom they are for."""

    __slots__ = (
        "_max_pending",
        "_peers",
        "_pending",
        "_received",
        "_socket",
        "_taken",
        "_unwanted",
    )

    def __init__(self) -> None:
        super().__init__()
        self._socket: UdpSocket | None = None
        self._max_pending = 16
        self._taken = self._received = self._unwanted = 0
        # Those who wait are held here; those who were taken, by whoever took them.
        self._pending: deque[PacketPeerUDP] = deque()
        self._peers: dict[tuple[str, int], weakref.ref[PacketPeerUDP]] = {}

    def __del__(self) -> None:
        self.stop()

    @property
    def max_pending_connections(self) -> int:
        """How many may wait to be taken; packets of others are dropped."""
        return self._max_pending

    @max_pending_connections.setter
    def max_pending_connections(self, count: int) -> None:
        if count < 0:
            error(_BAD_PENDING)
        else:
            self._max_pending = int(count)

    def get_max_pending_connections(self) -> int:
        """The value of `max_pending_connections`."""
        return self._max_pending

    def set_max_pending_connections(self, max_pending_connections: int) -> None:
        """Sets `max_pending_connections`."""
        self.max_pending_connections = max_pending_connections

    def listen(self, port: int, bind_address: str = "*") -> Error:
        """Begins to listen.

        Args:
            port: cut to 16 bits; 0 is any free one.
            bind_address: `*` for all of this machine's, by IPv4 and IPv6; or an address.

        Returns:
            `OK`; `ERR_INVALID_PARAMETER` for what is no address; `ERR_UNAVAILABLE` when the port is
            taken or the address not this machine's; `ERR_ALREADY_IN_USE` when it listens already;
            `ERR_CANT_CREATE` when the system gives no socket.
        """
        address = read_address(bind_address)
        if self._socket is not None:
            error(_OPEN)
            return ERR_ALREADY_IN_USE
        if address is None:
            error(_BAD_ADDRESS)
            return ERR_INVALID_PARAMETER
        try:
            opened = UdpSocket(address.ipv6, bind_address == "*")
        except OSError:  # no such family here, or no more files
            return ERR_CANT_CREATE
        if not opened.bind(address, int(port) & 0xFFFF):
            opened.close()
            return ERR_UNAVAILABLE
        self._socket = opened
        return OK

    def poll(self) -> Error:
        """Reads what has come; to be called regularly."""
        if self._socket is None:
            return ERR_UNCONFIGURED
        if self._socket.ready():
            for packet in self._socket.receive():
                peer = self._peer_for(packet[1], packet[2])
                self._received += 1
                if peer is not None:
                    peer._inbox.put(packet)
                else:
                    self._unwanted += 1
        return OK

    def _peer_for(self, host: str, port: int) -> PacketPeerUDP | None:
        known = self._peers.get((host, port))
        peer = known() if known is not None else None
        if peer is not None:
            return peer
        address = parse_address(host)
        if address is None or len(self._pending) >= self._max_pending:
            return None
        peer = PacketPeerUDP._of_server(self, address, port)
        self._pending.append(peer)
        self._peers[host, port] = weakref.ref(peer)
        return peer

    def _forget(self, host: str, port: int) -> None:
        """Somebody has gone; the next packet from there is from somebody new."""
        self._peers.pop((host, port), None)

    def is_connection_available(self) -> bool:
        """Whether somebody waits to be taken."""
        return bool(self._pending)

    def take_connection(self) -> PacketPeerUDP | None:
        """Whoever has waited longest, or None; the packets are there already."""
        if not self._pending:
            return None
        self._taken += 1
        return self._pending.popleft()

    def is_listening(self) -> bool:
        """Whether packets can come."""
        return self._socket is not None

    def get_local_port(self) -> int:
        """The port it listens on; 0 when it does not."""
        if self._socket is None:
            error('Condition "!is_open()" is true. Returning: FAILED')
            return 0
        return self._socket.port

    def statistics(self) -> PacketServerStatistics:
        """What the server has done since it was made."""
        return PacketServerStatistics(
            self.is_listening(),
            self._taken,
            len(self._pending),
            self._received,
            self._unwanted,
        )

    def stop(self) -> None:
        """Listens no longer; all those who were taken are closed."""
        peers = [peer for known in self._peers.values() if (peer := known()) is not None]
        self._pending.clear()
        for peer in peers:
            peer.close()
        self._peers.clear()
        if self._socket is not None:
            self._socket.close()
            self._socket = None
