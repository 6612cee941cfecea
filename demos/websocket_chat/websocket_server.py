"""`WebSocketServer`: a node that listens, and says by signals who comes, goes and writes."""

from __future__ import annotations

from typing import Any

from engine import (
    OK,
    CryptoKey,
    Error,
    Node,
    PackedStringArray,
    Signal,
    StreamPeerTCP,
    StreamPeerTLS,
    TCPServer,
    Time,
    TLSOptions,
    WebSocketPeer,
    X509Certificate,
    bytes_to_var,
    export,
    randi_range,
    var_to_bytes,
)


class PendingPeer:
    """A connection whose handshakes, of TLS and of WebSocket, are not done yet."""

    def __init__(self, tcp: StreamPeerTCP) -> None:
        self.tcp = tcp
        self.connection: StreamPeerTLS | None = None
        self.ws: WebSocketPeer | None = None
        self.connect_time = Time.get_ticks_msec()


class WebSocketServer(Node):
    """A WebSocket server as a node.

    Signals: `message_received(peer_id, message)`, `client_connected(peer_id)`,
    `client_disconnected(peer_id)`.
    """

    message_received = Signal("peer_id", "message")
    client_connected = Signal("peer_id")
    client_disconnected = Signal("peer_id")

    handshake_headers: PackedStringArray = export(PackedStringArray())
    supported_protocols: PackedStringArray = export(PackedStringArray())
    handshake_timeout: int = export(3000)  # milliseconds
    use_tls: bool = export(False)
    tls_cert: X509Certificate | None = None
    tls_key: CryptoKey | None = None

    def __init__(self) -> None:
        super().__init__()
        self.tcp_server = TCPServer()
        self.pending_peers: list[PendingPeer] = []
        self.peers: dict[int, WebSocketPeer] = {}
        self._refuse_new_connections = False

    @property
    def refuse_new_connections(self) -> bool:
        """Whether new connections wait; those in the middle of their handshake are dropped."""
        return self._refuse_new_connections

    @export
    @refuse_new_connections.setter
    def refuse_new_connections(self, refuse: bool) -> None:
        self._refuse_new_connections = refuse
        if refuse:
            self.pending_peers.clear()

    def listen(self, port: int) -> Error:
        """Starts to listen."""
        return self.tcp_server.listen(port)

    def stop(self) -> None:
        """Stops listening, and drops everybody."""
        self.tcp_server.stop()
        self.pending_peers.clear()
        self.peers.clear()

    def send(self, peer_id: int, message: Any) -> Error:
        """Sends to one peer, to all (0), or to all but one (its number below zero)."""
        if peer_id <= 0:
            for other_id, peer in self.peers.items():
                if other_id != -peer_id:
                    self._send_to(peer, message)
            return OK
        return self._send_to(self.peers[peer_id], message)

    def _send_to(self, peer: WebSocketPeer, message: Any) -> Error:
        if isinstance(message, str):
            return peer.send_text(message)
        return peer.send(var_to_bytes(message))

    def get_message(self, peer_id: int) -> Any:
        """The next message of a peer, or None."""
        peer = self.peers[peer_id]
        if peer.get_available_packet_count() < 1:
            return None
        packet = peer.get_packet()
        if peer.was_string_packet():
            return packet.get_string_from_utf8()
        return bytes_to_var(packet)

    def has_message(self, peer_id: int) -> bool:
        """Whether a peer has sent something that nobody has read yet."""
        return self.peers[peer_id].get_available_packet_count() > 0

    def poll(self) -> None:
        """Takes connections, moves all of them on, and tells what happened."""
        if not self.tcp_server.is_listening():
            return

        while not self._refuse_new_connections and self.tcp_server.is_connection_available():
            self.pending_peers.append(PendingPeer(self.tcp_server.take_connection()))
        for pending in list(self.pending_peers):
            if self._connect_pending(pending) or self._is_late(pending):
                self.pending_peers.remove(pending)

        for peer_id, peer in list(self.peers.items()):
            peer.poll()
            if peer.get_ready_state() != WebSocketPeer.STATE_OPEN:
                self.client_disconnected.emit(peer_id)
                self.peers.pop(peer_id, None)
                continue
            while peer.get_available_packet_count():
                self.message_received.emit(peer_id, self.get_message(peer_id))

    def _is_late(self, pending: PendingPeer) -> bool:
        return pending.connect_time + self.handshake_timeout < Time.get_ticks_msec()

    def _connect_pending(self, pending: PendingPeer) -> bool:
        """Moves a handshake on; True when it has ended, either way."""
        if pending.ws is None:
            if pending.tcp.get_status() != StreamPeerTCP.STATUS_CONNECTED:
                return True
            if self.use_tls and pending.connection is None:
                pending.connection = StreamPeerTLS()
                options = TLSOptions.server(self.tls_key, self.tls_cert)
                if pending.connection.accept_stream(pending.tcp, options) != OK:
                    return True
            pending.ws = WebSocketPeer()
            pending.ws.supported_protocols = self.supported_protocols
            pending.ws.handshake_headers = self.handshake_headers
            pending.ws.accept_stream(pending.connection or pending.tcp)
            return False

        pending.ws.poll()
        state = pending.ws.get_ready_state()
        if state == WebSocketPeer.STATE_OPEN:
            peer_id = randi_range(2, 1 << 30)
            self.peers[peer_id] = pending.ws
            self.client_connected.emit(peer_id)
            return True
        return state != WebSocketPeer.STATE_CONNECTING

    def _process(self, delta: float) -> None:
        self.poll()
