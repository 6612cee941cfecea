"""`WebSocketMultiplayerPeer`: a server with its clients, or a client, over WebSockets.

One binary message is one packet. The first message of the server to each client is that client's
id, 4 bytes; there is nothing else of this layer on the wire.

A server's poll takes at most one connection that waits, brings the pending ones forward (they may
be doing TLS or the WebSocket handshake), and then reads from every client. A client is pending
until its handshake is done; then it gets its id and `peer_connected` is emitted. A client's poll
waits for the id, and then reads.

What has been read lies in `_received` until it is taken, however many peers it came from. What a
server sends goes through `_outgoing`, which encodes it once for all and saves writes.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from engine.core.clock import Clock
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_INVALID_PARAMETER,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    OK,
    Error,
)
from engine.core.output import error
from engine.core.packed_byte_array import PackedByteArray
from engine.multiplayer._outgoing import Client, Outgoing
from engine.multiplayer._pending_peer import ID_SIZE, PendingPeer, link_of
from engine.multiplayer._websocket_peer_options import WebSocketPeerOptions
from engine.net._bytes import BytesLike, bytes_of
from engine.net._farewell import forget
from engine.net._poller import poller
from engine.net._time import EngineTime, time_of
from engine.net._websocket_frames import Buffer
from engine.net._websocket_reader import Reader
from engine.net._websocket_states import Phase
from engine.net.tcp_server import TCPServer
from engine.net.tls_options import TLSOptions
from engine.net.websocket_peer import WebSocketPeer
from engine.scene.multiplayer_peer import MultiplayerPeer, Received

_IN_USE = (
    'Condition "get_connection_status() != CONNECTION_DISCONNECTED" is true. '
    "Returning: ERR_ALREADY_IN_USE"
)
_NOT_SERVER = (
    'Condition "p_options.is_valid() && !p_options->is_server()" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)
_NOT_CLIENT = (
    'Condition "p_options.is_valid() && p_options->is_server()" is true. '
    "Returning: ERR_INVALID_PARAMETER"
)
_NOT_CONNECTED = (
    'Condition "get_connection_status() != CONNECTION_CONNECTED" is true. '
    "Returning: ERR_UNCONFIGURED"
)
_NO_PACKET = 'Condition "incoming_packets.is_empty()" is true. Returning: '
_EMPTY_PACKET = 'Condition "size <= 0" is true.'


@dataclass(frozen=True, slots=True)
class MultiplayerPeerStatistics:
    """What the connections of a peer have carried, as far as they are still there.

    Attributes:
        peers: connections; at a client the one to the server.
        pending: clients that are not let in yet.
        bytes_in: bytes that came, with handshakes and frame heads.
        bytes_out: bytes that went.
        packets_in: packets that came.
        packets_out: packets that were taken for sending.
        packets_unread: packets that wait to be taken.
    """

    peers: int = 0
    pending: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    packets_in: int = 0
    packets_out: int = 0
    packets_unread: int = 0


_net = poller()
_MODES = tuple(MultiplayerPeer.TransferMode)
_RELIABLE = MultiplayerPeer.TRANSFER_MODE_RELIABLE
_CARRYING = (Phase.OPEN, Phase.ENDING)


class WebSocketMultiplayerPeer(WebSocketPeerOptions):
    """Multiplayer over WebSockets, for a server or a client.

    Everything arrives, in order: transfer modes and channels have no effect. Packets that arrived
    together with the end of the connection can still be taken, where Godot loses them.

    Args:
        clock: what `handshake_timeout` goes by; by default the engine's.
    """

    __slots__ = (
        "_asked",
        "_deadline",
        "_lent",
        "_outgoing",
        "_peers",
        "_pending",
        "_received",
        "_server",
        "_status",
        "_time",
        "_tls_options",
        "_unique_id",
    )
    _server: TCPServer | None
    _time: EngineTime
    _tls_options: TLSOptions | None

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        """Sets up the state."""
        self = super().__new__(cls)
        self._time = time_of(kwargs.get("clock"))
        self._server = None
        self._tls_options = None
        self._reset()
        return self

    def __init__(self, *, clock: Clock | None = None) -> None:
        super().__init__()

    def _reset(self) -> None:
        self._status = self.CONNECTION_DISCONNECTED
        self._unique_id = 0
        self._asked = -1  # the tick of the last poll
        self._lent = False  # a script has one of the connections, and may do with it what it likes
        self._deadline = 0.0
        self._outgoing = Outgoing()
        self._peers: dict[int, WebSocketPeer] = {}
        self._pending: dict[int, PendingPeer] = {}
        self._received: deque[Received] = deque()

    # Beginning and ending ------------------------------------------------------------------------

    def create_server(
        self, port: int, bind_address: str = "*", tls_server_options: TLSOptions | None = None
    ) -> Error:
        """Becomes a server, with the id 1, that clients can connect to at once.

        Args:
            port: 0 is any free one.
            bind_address: `*` for all of this machine's addresses, or one of them.
            tls_server_options: for `wss://`: made by `TLSOptions.server`.

        Returns:
            `OK`; `ERR_ALREADY_IN_USE` when the port is taken, or this is a server or client
            already; `ERR_INVALID_PARAMETER` for bad options, or what is no address.
        """
        if self._status is not self.CONNECTION_DISCONNECTED:
            error(_IN_USE)
            return ERR_ALREADY_IN_USE
        if tls_server_options is not None and not tls_server_options.is_server():
            error(_NOT_SERVER)
            return ERR_INVALID_PARAMETER
        self._end()
        server = TCPServer()
        problem = server.listen(port, bind_address)
        if problem is not OK:
            return problem
        self._server, self._tls_options = server, tls_server_options
        self._status, self._unique_id = self.CONNECTION_CONNECTED, self.TARGET_PEER_SERVER
        return OK

    def create_client(self, url: str, tls_client_options: TLSOptions | None = None) -> Error:
        """Begins to connect to a server.

        Args:
            url: `ws://host[:port][/path]` or `wss://...`.
            tls_client_options: for `wss://`; by default `TLSOptions.client()`.

        Returns:
            `OK` when it is under way; `ERR_ALREADY_IN_USE` when this is a server or client already;
            otherwise as `WebSocketPeer.connect_to_url`.
        """
        if self._status is not self.CONNECTION_DISCONNECTED:
            error(_IN_USE)
            return ERR_ALREADY_IN_USE
        if tls_client_options is not None and tls_client_options.is_server():
            error(_NOT_CLIENT)
            return ERR_INVALID_PARAMETER
        self._end()
        peer = self._new_websocket()
        problem = peer.connect_to_url(url, tls_client_options)
        if problem is not OK:
            return problem
        forget(link_of(peer))
        self._peers[self.TARGET_PEER_SERVER] = peer
        self._deadline = self._time.now() + self._handshake_timeout
        self._status = self.CONNECTION_CONNECTING
        return OK

    def close(self) -> None:
        """Ends everything at once, without a word to the other side and without signals."""
        self._end()

    def _end(self) -> None:
        self._outgoing.flush()
        dropped = [*self._peers.values(), *(one.websocket for one in self._pending.values())]
        if self._server is not None:
            self._server.stop()
        self._server = self._tls_options = None
        self._reset()
        for peer in dropped:
            peer.close(-1)

    def disconnect_peer(self, peer: int, force: bool = False) -> None:
        """Says goodbye to a peer; with the next polls it is gone, and `peer_disconnected` tells.

        Args:
            peer: its id; at a client, 1.
            force: the connection ends at once, and `peer_disconnected` is not emitted.
        """
        websocket = self._peers.get(peer)
        if websocket is None:
            error('Condition "!peers_map.has(p_peer_id)" is true.')
            return
        self._flush_to(peer)
        websocket.close()
        if force:
            self._forget_client(peer)
            websocket.close(-1)
            if not self._is_server():
                self._end()

    # Polling -------------------------------------------------------------------------------------

    def poll(self) -> None:
        """Reads what has come, lets clients in and notices who has gone."""
        server = self._server
        if server is not None:
            if not self._peer_refuses and server.is_connection_available():
                self._take_connection(server)
            if self._pending:
                self._advance_pending(server)
            if self._peers:
                self._poll_clients(server)
        elif self._status is not self.CONNECTION_DISCONNECTED:
            self._poll_server()

    def _take_connection(self, server: TCPServer) -> None:
        tcp = server.take_connection()
        if tcp is None:
            return
        while (number := self.generate_unique_id()) in self._peers or number in self._pending:
            pass
        websocket, deadline = self._new_websocket(), self._time.now() + self._handshake_timeout
        self._pending[number] = PendingPeer(number, tcp, self._tls_options, websocket, deadline)

    def _advance_pending(self, server: TCPServer) -> None:
        now = self._time.now()
        for number, pending in list(self._pending.items()):
            welcome = not self._peer_refuses
            alive = now <= pending.deadline and pending.advance(welcome)
            admitted = pending.is_admitted()
            if alive and not admitted:
                continue
            del self._pending[number]
            if not (alive and welcome) or pending.has_left():
                pending.drop()
                continue
            self._peers[number] = pending.websocket
            self._outgoing.add(number, pending.websocket, link_of(pending.websocket))
            self.peer_connected.emit(number)
            if self._server is not server:  # a script has closed us
                return

    def _poll_clients(self, server: TCPServer) -> None:
        received, gone = self._received, []
        limit = self._max_queued_packets
        most = limit * (len(self._peers) + 1) if limit >= 0 else sys.maxsize
        for client in self._restless_clients():
            client.websocket.poll()
            packets, link = client.packets, client.link
            if packets and len(received) < most:  # else they wait where there are limits
                number, size = client.number, 0
                while packets:
                    data = packets.popleft()[0]
                    if data:
                        received.append((number, data, _RELIABLE, 0))
                        size += len(data)
                link.session.reader.room += size
            if not link.quiet and link.session.phase not in _CARRYING:
                gone.append(client.number)
        for number in gone:
            self.peer_disconnected.emit(number)
            if self._server is not server:
                return
            left = self._forget_client(number)
            if left is not None:
                left.close(-1)

    def _restless_clients(self) -> list[Client]:
        """The clients that have to be looked at: of the others nothing has come.

        They are passed over as their own `poll` would do it, only that this takes less time where
        there are many. Asked a second time within a tick, all try for themselves.
        """
        clients, tick = self._outgoing.clients, _net.tick
        again, self._asked = self._asked == tick, tick
        if again:
            for client in clients.values():
                client.websocket._asked = tick
        if again or self._lent or -1 not in _net.ready:  # which has an old answer made anew
            return list(clients.values())
        ready = _net.ready
        return [
            client for client in clients.values() if client.packets or client.websocket._fd in ready
        ]

    def _forget_client(self, number: int) -> WebSocketPeer | None:
        self._outgoing.clients.pop(number, None)
        return self._peers.pop(number, None)

    def _poll_server(self) -> None:
        websocket = self._peers[self.TARGET_PEER_SERVER]
        websocket.poll()
        link = link_of(websocket)
        if link.packets:
            self._take_packets(websocket, link.session.reader)
            if self._peers.get(self.TARGET_PEER_SERVER) is not websocket:
                return  # a script has closed us
        connecting = self._status is self.CONNECTION_CONNECTING
        if link.session.phase is Phase.CLOSED:
            if not connecting:
                self.peer_disconnected.emit(self.TARGET_PEER_SERVER)
            if self._peers.get(self.TARGET_PEER_SERVER) is websocket:
                self._end()
        elif connecting and self._time.now() > self._deadline:
            self._end()

    def _take_packets(self, websocket: WebSocketPeer, reader: Reader) -> None:
        if self._status is self.CONNECTION_CONNECTING:
            self._take_id(websocket, reader.take()[0])
        if self._status is self.CONNECTION_CONNECTED:
            for data, _ in reader.take_all():
                if data:
                    self._received.append((self.TARGET_PEER_SERVER, data, _RELIABLE, 0))
                else:
                    error(_EMPTY_PACKET)

    def _take_id(self, websocket: WebSocketPeer, data: Buffer) -> None:
        """Reads the first message, which has to be our id."""
        number = int.from_bytes(data, "little", signed=True) if len(data) == ID_SIZE else 0
        if number <= self.TARGET_PEER_SERVER:
            error("Invalid ID received from server")
            websocket.close()
            return
        self._unique_id = number
        self._status = self.CONNECTION_CONNECTED
        self.peer_connected.emit(self.TARGET_PEER_SERVER)

    # Packets -------------------------------------------------------------------------------------

    def get_available_packet_count(self) -> int:
        """Packets that wait to be taken."""
        return len(self._received)

    def get_packet_peer(self) -> int:
        """Who sent the packet that is taken next; 1, and an error, when there is none."""
        if not self._received:
            error(f"{_NO_PACKET}1")
            return self.TARGET_PEER_SERVER
        return self._received[0][0]

    def get_packet(self) -> PackedByteArray:
        """Takes the packet that has waited longest."""
        if self._status is not self.CONNECTION_CONNECTED:
            error(_NOT_CONNECTED)
            self._packet_error = ERR_UNCONFIGURED
        elif not self._received:
            error(f"{_NO_PACKET}ERR_UNAVAILABLE")
            self._packet_error = ERR_UNAVAILABLE
        else:
            self._packet_error = OK
            return PackedByteArray(self._received.popleft()[1])
        return PackedByteArray()

    def put_packet(self, buffer: BytesLike) -> Error:
        """Sends a packet to the peer or peers chosen by `set_target_peer`; a client to the server.

        Returns:
            `OK`, also for nothing at all, which is not sent; `ERR_UNCONFIGURED` while not
            connected; `ERR_INVALID_PARAMETER` for an unknown peer; at a client what
            `WebSocketPeer.send` answers.
        """
        data = bytes_of(buffer, "put_packet")
        return self._put(data, self._peer_target) if data else OK

    def _put(self, data: BytesLike, target: int) -> Error:
        if self._status is not self.CONNECTION_CONNECTED:
            error(_NOT_CONNECTED)
            return ERR_UNCONFIGURED
        if self._server is None:
            return self._peers[self.TARGET_PEER_SERVER].send(data)
        outgoing = self._outgoing
        if target > 0:
            client = outgoing.clients.get(target)
            if client is None:
                error(f"Peer not found: {target}")
                return ERR_INVALID_PARAMETER
            outgoing.to_one(client, data)
        elif -target in outgoing.clients:
            others = [one for number, one in outgoing.clients.items() if number != -target]
            outgoing.to_some(others, data)
        else:
            outgoing.to_all(data)
        return OK

    def _flush_to(self, number: int) -> None:
        """Writes what waits for a client, since it may be spoken to in another way now."""
        client = self._outgoing.clients.get(number)
        if client is not None:
            self._outgoing.flush_one(client)

    def _next_packet(self) -> Received | Error | None:
        return self._received.popleft() if self._received else None

    def _send_packet(self, data: BytesLike, target: int, mode: int, channel: int) -> Error:
        self._peer_mode, self._peer_channel, self._peer_target = _MODES[mode], channel, target
        client = self._outgoing.clients.get(target)  # of a server, which then is connected
        if client is None:
            return self._put(data, target)
        self._outgoing.to_one(client, data)
        return OK

    def _send_packets(
        self, data: BytesLike, targets: Iterable[int], mode: int, channel: int
    ) -> None:
        if self._server is None:
            super()._send_packets(data, targets, mode, channel)
            return
        self._peer_mode, self._peer_channel = _MODES[mode], channel
        wanted = dict.fromkeys(targets)
        clients = self._outgoing.clients
        if wanted.keys() == clients.keys():
            self._outgoing.to_all(data)
            return
        for target in wanted:
            if target not in clients:
                error(f"Peer not found: {target}")
        self._outgoing.to_some([clients[one] for one in wanted if one in clients], data)

    # What is known of it -------------------------------------------------------------------------

    def get_connection_status(self) -> MultiplayerPeer.ConnectionStatus:
        """Where the connection stands."""
        return self._status

    def get_unique_id(self) -> int:
        """1 for a server; for a client its id once it is connected, and 0 before and after."""
        return self._unique_id

    def is_server_relay_supported(self) -> bool:
        """Clients know of one another, through the server."""
        return True

    def statistics(self) -> MultiplayerPeerStatistics:
        """What the present connections have carried."""
        found = [websocket.statistics() for websocket in self._peers.values()]
        return MultiplayerPeerStatistics(
            peers=len(found),
            pending=len(self._pending),
            bytes_in=sum(one.bytes_in for one in found),
            bytes_out=sum(one.bytes_out for one in found),
            packets_in=sum(one.packets_in for one in found),
            packets_out=sum(one.packets_out for one in found),
            packets_unread=len(self._received) + sum(one.packets_unread for one in found),
        )

    def get_peer(self, peer_id: int) -> WebSocketPeer | None:
        """The WebSocket of a connected peer; at a client, of 1."""
        websocket = self._peers.get(peer_id)
        if websocket is None:
            error('Condition "!peers_map.has(p_id)" is true. Returning: Ref<WebSocketPeer>()')
        self._flush_to(peer_id)
        self._lent = True
        return websocket

    def get_peer_address(self, id: int) -> str:
        """The IP address of a connected peer; "" and an error for any other."""
        if id not in self._peers:
            error('Condition "!peers_map.has(p_peer_id)" is true. Returning: IPAddress()')
            return ""
        return self._peers[id].get_connected_host()

    def get_peer_port(self, id: int) -> int:
        """The port of a connected peer; 0 and an error for any other."""
        if id not in self._peers:
            error('Condition "!peers_map.has(p_peer_id)" is true. Returning: 0')
            return 0
        return self._peers[id].get_connected_port()
