"""A chat client: `python -m engine client.py`."""

from __future__ import annotations

from certificates import trust
from chat import Chat
from websocket_client import WebSocketClient

from engine import OK, PackedStringArray, WebSocketPeer, export


class Client(Chat):
    """The chat's window with a client behind it."""

    host: str = export("ws://localhost:8765/test/")
    autoconnect: bool = export(False)
    tls: str = export("")  # for wss://: the folder of the server's certificate, or "unsafe"

    def __init__(self) -> None:
        super().__init__()
        self._client = WebSocketClient()
        self._client.name = "WebSocketClient"
        self._client.supported_protocols = PackedStringArray(["demo-chat"])
        self.add_child(self._client)
        self.move_child(self._client, 0)
        self._listen_port.hide()
        self._listen.hide()

        self._client.connected_to_server.connect(self._on_web_socket_client_connected_to_server)
        self._client.connection_closed.connect(self._on_web_socket_client_connection_closed)
        self._client.message_received.connect(self._on_web_socket_client_message_received)
        self._connect.toggled.connect(self._on_connect_toggled)

    def _ready(self) -> None:
        self._host.text = self.host
        if self.tls:
            self._client.tls_options = trust(self.tls)
        if self.autoconnect:
            self._connect.button_pressed = True

    # Client signals.
    def _on_web_socket_client_connection_closed(self) -> None:
        ws = self._client.get_socket()
        code, reason = ws.get_close_code(), ws.get_close_reason()
        self.info(f"Client just disconnected with code: {code}, reson: {reason}")
        self._connect.set_pressed_no_signal(False)

    def _on_web_socket_client_connected_to_server(self) -> None:
        protocol = self._client.get_socket().get_selected_protocol()
        self.info(f"Client just connected with protocol: {protocol}")

    def _on_web_socket_client_message_received(self, message: object) -> None:
        self.info(f"{message}")

    # UI signals.
    def _on_send_pressed(self) -> None:
        if self._line_edit.text == "":
            return
        if self._client.get_socket().get_ready_state() != WebSocketPeer.STATE_OPEN:
            self.info("Not connected: nothing was sent.")
            return

        self.info(f"Sending message: {self._line_edit.text}")
        self._client.send(self._line_edit.text)
        self._line_edit.text = ""

    def _on_connect_toggled(self, pressed: bool) -> None:
        if not pressed:
            self._client.close()
            return

        if self._host.text == "":
            return

        self.info(f"Connecting to host: {self._host.text}.")
        err = self._client.connect_to_url(self._host.text)
        if err != OK:
            self.info(f"Error connecting to host: {self._host.text}")
            self._connect.set_pressed_no_signal(False)
