"""`wss://` between our peers and real Godot's.

The keys and certificates are ours. Over TLS the real one loses the close code where the other side
ends at once, so what it says of that is not looked at.
"""

from __future__ import annotations

from net_tls import identity, server_options, trusting
from net_wire import until
from test_against_godot import (
    CLIENT,
    CLOSED,
    OPEN,
    SERVER,
    closed,
    exchange,
    godot,
    line,
    pytestmark,  # noqa: F401
)

from engine.core.error import OK
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

KEYS = """
func certificate():
	var made = X509Certificate.new()
	made.load_from_string(OS.get_environment("CERTIFICATE"))
	return made

func key():
	var made = CryptoKey.new()
	made.load_from_string(OS.get_environment("KEY"))
	return made
"""
TLS_SERVER = SERVER.replace(
    "ws.accept_stream(server.take_connection())",
    "var tls = StreamPeerTLS.new()\n"
    "\t\ttls.accept_stream(server.take_connection(), TLSOptions.server(key(), certificate()))\n"
    "\t\tws.accept_stream(tls)",
)
TLS_CLIENT = CLIENT.replace('"ws://127.0.0.1:"', '"wss://localhost:"').replace(
    '"/c" + str(count))', '"/c" + str(count), TLSOptions.client(certificate()))'
)


def script(text: str) -> str:
    """With the functions that make keys."""
    return text + KEYS


def secrets() -> dict[str, str]:
    key, certificate = identity()
    return {"KEY": key.save_to_string(), "CERTIFICATE": certificate.save_to_string()}


def test_our_client_and_its_server() -> None:
    with godot(script(TLS_SERVER), **secrets()) as process:
        port = line(process, "PORT ")
        peer = WebSocketPeer()
        peer.supported_protocols = ["chat"]
        assert peer.connect_to_url(f"wss://localhost:{port}/path", trusting()) is OK
        until(lambda: peer.get_ready_state() == OPEN, peer.poll)
        exchange(peer)
        peer.send_text("close 4000 theirs")
        assert closed(peer) == (4000, "theirs")


def test_its_client_and_our_server() -> None:
    listening = TCPServer()
    assert listening.listen(0, "127.0.0.1") is OK
    port = str(listening.get_local_port())
    with godot(script(TLS_CLIENT), PORT=port, **secrets()) as process:

        def accept() -> WebSocketPeer:
            until(listening.is_connection_available)
            peer, stream = WebSocketPeer(), StreamPeerTLS()
            peer.supported_protocols = ["chat"]
            stream.accept_stream(listening.take_connection(), server_options())
            assert peer.accept_stream(stream) is OK
            until(lambda: peer.get_ready_state() == OPEN, peer.poll)
            assert peer.get_requested_url().startswith("wss://localhost:")
            return peer

        peer = accept()
        exchange(peer)
        peer.close(4000, "ours")
        until(lambda: peer.get_ready_state() == CLOSED, peer.poll)
        assert line(process, "CLOSED ").endswith(" chat")
        again = accept()
        again.send_text("close 4001 theirs")
        assert closed(again) == (4001, "theirs")
    listening.stop()
