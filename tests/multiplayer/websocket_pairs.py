"""A server and a client over real sockets, and what their signals say."""

from __future__ import annotations

from engine.core.clock import ManualClock
from engine.core.error import OK
from engine.multiplayer.websocket_multiplayer_peer import WebSocketMultiplayerPeer
from engine.net.tls_options import TLSOptions
from tests.net.net_wire import pause, until


def port_of(server: WebSocketMultiplayerPeer) -> int:
    assert server._server is not None
    return server._server.get_local_port()


class WebSockets:
    """A server and one client, both polled, with a log of what they emit.

    Args:
        tls: the server's and the client's options, for an encrypted connection.
    """

    def __init__(self, tls: tuple[TLSOptions, TLSOptions] | None = None) -> None:
        self.clock = ManualClock()
        self.server = WebSocketMultiplayerPeer(clock=self.clock)
        self.log: list[str] = []
        assert self.server.create_server(0, "127.0.0.1", tls[0] if tls else None) is OK
        self.port = port_of(self.server)
        self.url = f"{'wss' if tls else 'ws'}://127.0.0.1:{self.port}"
        self._client_options = tls[1] if tls else None
        self.clients: list[WebSocketMultiplayerPeer] = []
        self.server.peer_connected.connect(lambda peer: self.log.append("server: came"))
        self.server.peer_disconnected.connect(lambda peer: self.log.append("server: went"))

    def dial(self) -> WebSocketMultiplayerPeer:
        """One client more, that begins to connect."""
        client = WebSocketMultiplayerPeer(clock=self.clock)
        assert client.create_client(self.url, self._client_options) is OK
        client.peer_connected.connect(lambda peer: self.log.append(f"client: {peer} came"))
        client.peer_disconnected.connect(lambda peer: self.log.append(f"client: {peer} went"))
        self.clients.append(client)
        return client

    def connect(self) -> WebSocketMultiplayerPeer:
        """One client more, connected."""
        client = self.dial()
        until(lambda: client.get_connection_status() == client.CONNECTION_CONNECTED, self.poll)
        return client

    def poll(self) -> None:
        self.server.poll()
        for client in self.clients:
            client.poll()

    def poll_on(self, times: int = 5) -> None:
        for _ in range(times):
            self.poll()
            pause()

    def close(self) -> None:
        for client in self.clients:
            client.close()
        self.server.close()
