"""`WebSocketClient`: a node that polls one connection and says by signals what happens."""

from __future__ import annotations

from typing import Any

from engine import (
    OK,
    Error,
    Node,
    PackedStringArray,
    Signal,
    WebSocketPeer,
    bytes_to_var,
    export,
    var_to_bytes,
)


class WebSocketClient(Node):
    """A WebSocket client as a node.

    Signals: `connected_to_server`, `connection_closed`, `message_received(message)`.
    """

    handshake_headers: PackedStringArray = export(PackedStringArray())
    supported_protocols: PackedStringArray = export(PackedStringArray())

    connected_to_server = Signal()
    connection_closed = Signal()
    message_received = Signal("message")

    def __init__(self) -> None:
        super().__init__()
        self.tls_options: Any = None
        self.socket = WebSocketPeer()
        self.last_state = WebSocketPeer.STATE_CLOSED

    def connect_to_url(self, url: str) -> Error:
        """Starts to connect; the outcome comes as a signal."""
        self.socket.supported_protocols = self.supported_protocols
        self.socket.handshake_headers = self.handshake_headers
        err = self.socket.connect_to_url(url, self.tls_options)
        if err != OK:
            return err

        self.last_state = self.socket.get_ready_state()
        return OK

    def send(self, message: Any) -> Error:
        """Sends a text as it is, and any other value in Godot's binary form."""
        if isinstance(message, str):
            return self.socket.send_text(message)
        return self.socket.send(var_to_bytes(message))

    def get_message(self) -> Any:
        """The next message, or None."""
        if self.socket.get_available_packet_count() < 1:
            return None
        packet = self.socket.get_packet()
        if self.socket.was_string_packet():
            return packet.get_string_from_utf8()
        return bytes_to_var(packet)

    def close(self, code: int = 1000, reason: str = "") -> None:
        """Begins to close the connection."""
        self.socket.close(code, reason)
        self.last_state = self.socket.get_ready_state()

    def clear(self) -> None:
        """Forgets the connection, for a new one."""
        self.socket = WebSocketPeer()
        self.last_state = self.socket.get_ready_state()

    def get_socket(self) -> WebSocketPeer:
        """The connection itself."""
        return self.socket

    def poll(self) -> None:
        """Moves the connection on, and tells what happened."""
        if self.socket.get_ready_state() != WebSocketPeer.STATE_CLOSED:
            self.socket.poll()

        state = self.socket.get_ready_state()
        if self.last_state != state:
            self.last_state = state
            if state == WebSocketPeer.STATE_OPEN:
                self.connected_to_server.emit()
            elif state == WebSocketPeer.STATE_CLOSED:
                self.connection_closed.emit()

        while (
            self.socket.get_ready_state() == WebSocketPeer.STATE_OPEN
            and self.socket.get_available_packet_count()
        ):
            self.message_received.emit(self.get_message())

    def _process(self, delta: float) -> None:
        self.poll()
