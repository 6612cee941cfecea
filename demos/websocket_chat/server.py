"""A chat server, with a window or without: `python -m engine --headless server.py`."""

from __future__ import annotations

from certificates import identity
from chat import Chat
from websocket_server import WebSocketServer

from engine import OK, DisplayServer, PackedStringArray, export

NICK = "/nick "
LONGEST_NICK = 24


class Server(Chat):
    """The chat's window with a server behind it."""

    port: int = export(8765)
    autostart: bool = export(False)  # without a window it listens at once in any case
    tls: str = export("")  # a folder for key and certificate, which are made where they are not

    def __init__(self) -> None:
        super().__init__()
        self._nicks: dict[int, str] = {}
        self._server = WebSocketServer()
        self._server.name = "WebSocketServer"
        self._server.supported_protocols = PackedStringArray(["demo-chat"])
        self.add_child(self._server)
        self.move_child(self._server, 0)
        self._host.hide()
        self._connect.hide()

        self._server.client_connected.connect(self._on_web_socket_server_client_connected)
        self._server.client_disconnected.connect(self._on_web_socket_server_client_disconnected)
        self._server.message_received.connect(self._on_web_socket_server_message_received)
        self._listen.toggled.connect(self._on_listen_toggled)

    def _ready(self) -> None:
        self._listen_port.value = self.port
        if self.tls:
            self._server.use_tls = True
            self._server.tls_key, self._server.tls_cert = identity(self.tls)
        alone = self.get_parent() == self.get_tree().root
        if self.autostart or (alone and DisplayServer.get_name() == "headless"):
            self._listen.button_pressed = True

    def _nick(self, peer_id: int) -> str:
        return self._nicks.get(peer_id, str(peer_id))

    # Server signals.
    def _on_web_socket_server_client_connected(self, peer_id: int) -> None:
        protocol = self._server.peers[peer_id].get_selected_protocol()
        self.info(f"Remote client connected: {peer_id}. Protocol: {protocol}")
        self._server.send(-peer_id, f"[{peer_id}] connected")

    def _on_web_socket_server_client_disconnected(self, peer_id: int) -> None:
        peer = self._server.peers[peer_id]
        code, reason = peer.get_close_code(), peer.get_close_reason()
        self.info(f"Remote client disconnected: {peer_id}. Code: {code}, Reason: {reason}")
        self._server.send(-peer_id, f"[{self._nick(peer_id)}] disconnected")
        self._nicks.pop(peer_id, None)

    def _on_web_socket_server_message_received(self, peer_id: int, message: object) -> None:
        if isinstance(message, str) and message.startswith(NICK):
            self._set_nick(peer_id, message[len(NICK) :].strip()[:LONGEST_NICK])
            return
        self.info(f"Server received data from peer {peer_id}: {message}")
        self._server.send(-peer_id, f"[{self._nick(peer_id)}] Says: {message}")

    def _set_nick(self, peer_id: int, nick: str) -> None:
        if not nick or nick in self._nicks.values():
            self._server.send(peer_id, f"The name '{nick}' cannot be had")
            return
        before = self._nick(peer_id)
        self._nicks[peer_id] = nick
        self.info(f"Peer {peer_id} is {nick} now")
        self._server.send(0, f"[{before}] is {nick} now")

    # UI signals.
    def _on_send_pressed(self) -> None:
        if self._line_edit.text == "":
            return

        self.info(f"Sending message: {self._line_edit.text}")
        self._server.send(0, f"Server says: {self._line_edit.text}")
        self._line_edit.text = ""

    def _on_listen_toggled(self, pressed: bool) -> None:
        if not pressed:
            self._server.stop()
            self._nicks.clear()
            self.info("Server stopped")
            return

        port = int(self._listen_port.value)
        err = self._server.listen(port)

        if err != OK:
            self.info(f"Error listing on port {port}")
            self._listen.set_pressed_no_signal(False)
            return
        protocols = ", ".join(f'"{name}"' for name in self._server.supported_protocols)
        self.info(f"Listing on port {port}, supported protocols: [{protocols}]")
        if self.tls:
            self.info(f"Encrypted; the certificate is in {self.tls}")
