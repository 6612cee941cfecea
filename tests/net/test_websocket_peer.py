"""`WebSocketPeer` over real sockets, as client and as server, against raw sockets and itself."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from net_wire import (
    BIN,
    CLOSE,
    CONT,
    PING,
    PONG,
    TEXT,
    Patience,
    RawPeer,
    RawServer,
    close_body,
    dial,
    frame,
    free_port,
    header,
    pause,
    request,
    response,
    until,
)

from engine.core import output
from engine.core.clock import ManualClock
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_INVALID_PARAMETER,
    ERR_OUT_OF_MEMORY,
    ERR_UNAVAILABLE,
    FAILED,
    OK,
)
from engine.core.packed_byte_array import PackedByteArray
from engine.net._poller import poller
from engine.net.packet_peer import PacketPeer
from engine.net.stream_peer import StreamPeer
from engine.net.stream_peer_tcp import StreamPeerTCP
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

CONNECTING, OPEN, CLOSING, CLOSED = range(4)
NOT_OPEN = 'Condition "ready_state != STATE_OPEN" is true. Returning: FAILED'
ROLES = pytest.mark.parametrize("server", [False, True], ids=["client", "server"])


@pytest.fixture
def errors() -> Iterator[list[str]]:
    texts: list[str] = []
    with output.handler(lambda message: texts.append(message.text)):
        yield texts


class Pair:
    """A peer of ours and the raw socket at its other end, after the handshake."""

    def __init__(self, server: bool, peer: WebSocketPeer | None = None) -> None:
        self.peer = peer or WebSocketPeer()
        self.server = server
        if server:
            listening = TCPServer()
            assert listening.listen(0, "127.0.0.1") is OK
            self.raw = dial(listening.get_local_port())
            self.raw.raw(request())
            until(listening.is_connection_available)
            assert self.peer.accept_stream(listening.take_connection()) is OK
            until(lambda: self.peer.get_ready_state() != CONNECTING, self.peer.poll)
            assert self.raw.until(b"\r\n\r\n").startswith(b"HTTP/1.1 101 ")
        else:
            with RawServer() as listener:
                assert self.peer.connect_to_url(f"ws://127.0.0.1:{listener.port}/path") is OK
                self.raw = listener.accept()
            asked = self.raw.until(b"\r\n\r\n", self.peer.poll)
            self.raw.raw(response(asked))
            until(lambda: self.peer.get_ready_state() != CONNECTING, self.peer.poll)
        assert self.peer.get_ready_state() == OPEN

    def send(self, opcode: int, payload: bytes = b"", **how: int) -> None:
        self.raw.send(opcode, payload, **how)

    def frame(self, opcode: int, payload: bytes = b"", **how: int) -> bytes:
        how.setdefault("masked", self.server)
        return frame(opcode, payload, **how)  # type: ignore[arg-type]

    def got(self) -> tuple[int, bytes] | None:
        return self.raw.frame(self.peer.poll)

    def poll_until(self, done: Callable[[], object]) -> None:
        until(done, self.peer.poll)

    def packets(self, count: int) -> list[tuple[bytes, bool]]:
        self.poll_until(lambda: self.peer.get_available_packet_count() >= count)
        return take_all(self.peer)

    def told(self) -> tuple[int, int, str]:
        return tell(self.peer)


def tell(peer: WebSocketPeer) -> tuple[int, int, str]:
    return int(peer.get_ready_state()), peer.get_close_code(), peer.get_close_reason()


def take_all(peer: WebSocketPeer) -> list[tuple[bytes, bool]]:
    found = []
    while peer.get_available_packet_count():
        packet = peer.get_packet()
        found.append((bytes(packet), peer.was_string_packet()))
    return found


@pytest.fixture(params=[False, True], ids=["client", "server"])
def pair(request: pytest.FixtureRequest) -> Iterator[Pair]:
    made = Pair(request.param)
    yield made
    made.raw.shut()


# Defaults and calls in every state ---------------------------------------------------------------


def test_defaults(errors: list[str]) -> None:
    peer = WebSocketPeer()
    assert isinstance(peer, PacketPeer)
    assert peer.get_class() == "WebSocketPeer"
    assert tell(peer) == (CLOSED, -1, "")
    assert (peer.inbound_buffer_size, peer.outbound_buffer_size) == (65535, 65535)
    assert (peer.max_queued_packets, peer.heartbeat_interval) == (4096, 0.0)
    assert peer.encode_buffer_max_size == 8388608
    assert (list(peer.supported_protocols), list(peer.handshake_headers)) == ([], [])
    assert (peer.get_selected_protocol(), peer.get_requested_url()) == ("", "")
    assert not peer.was_string_packet()
    assert peer.get_available_packet_count() == peer.get_current_outbound_buffered_amount() == 0
    assert errors == []
    assert (peer.get_connected_host(), peer.get_connected_port()) == ("", 0)
    assert peer.get_packet_error() is OK
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), FAILED)
    assert (peer.send(b"x"), peer.send_text("x"), peer.put_packet(b"x")) == (FAILED,) * 3
    peer.set_no_delay(True)
    peer.poll()
    for code in (1000, 1001, -1):
        peer.close(code, "why")
        assert tell(peer) == (CLOSED, -1, "")
    assert peer.accept_stream(None) is ERR_INVALID_PARAMETER
    assert peer.accept_stream(StreamPeer()) is ERR_INVALID_PARAMETER
    assert peer.accept_stream(StreamPeerTCP()) is OK
    assert peer.get_ready_state() == CONNECTING
    peer.poll()
    assert tell(peer) == (CLOSED, -1, "")
    assert peer.connect_to_url("") is ERR_INVALID_PARAMETER
    assert errors == [
        'Condition "tcp.is_null()" is true. Returning: IPAddress()',
        'Condition "tcp.is_null()" is true. Returning: 0',
        *[NOT_OPEN] * 4,
        'Condition "tcp.is_null()" is true.',
        'Condition "p_stream.is_null()" is true. Returning: ERR_INVALID_PARAMETER',
        'Condition "connection.is_null() || tcp.is_null()" is true. '
        "Returning: ERR_INVALID_PARAMETER",
        'Condition "p_url.is_empty()" is true. Returning: ERR_INVALID_PARAMETER',
    ]


def test_constants() -> None:
    peer = WebSocketPeer
    states = (peer.STATE_CONNECTING, peer.STATE_OPEN, peer.STATE_CLOSING, peer.STATE_CLOSED)
    assert states == (0, 1, 2, 3)
    assert (peer.WRITE_MODE_TEXT, peer.WRITE_MODE_BINARY) == (0, 1)
    assert peer.State.STATE_OPEN is peer.STATE_OPEN


def test_setters(errors: list[str]) -> None:
    peer = WebSocketPeer()
    for value in (0, 1, 65536, 1000000, -1):
        peer.inbound_buffer_size = peer.outbound_buffer_size = peer.max_queued_packets = value
        assert peer.get_inbound_buffer_size() == peer.get_outbound_buffer_size() == value
        assert peer.get_max_queued_packets() == value
    for given, kept in ((0.5, 0.5), (1.25, 1.25), (0.0016, 0.001), (0.9999, 0.999), (-1.0, 0.999)):
        peer.heartbeat_interval = given
        assert peer.get_heartbeat_interval() == kept
    assert errors == ['Condition "p_interval < 0" is true.']
    peer.set_supported_protocols(("a", "b"))
    assert list(peer.get_supported_protocols()) == ["a", "b"]
    peer.supported_protocols.append("c")
    assert list(peer.supported_protocols) == ["a", "b"]
    with pytest.raises(TypeError, match="list of strings"):
        peer.handshake_headers = "X: 1"  # type: ignore[assignment]
    for size, kept_size in ((2048, 2048), (1023, 2048), (-1, 2048), (1 << 28, 1 << 28)):
        peer.set_encode_buffer_max_size(size)
        assert peer.get_encode_buffer_max_size() == kept_size
    peer.encode_buffer_max_size = (1 << 28) + 1
    assert peer.encode_buffer_max_size == 1 << 28
    assert len(errors) == 4


def test_calls_while_connecting(errors: list[str]) -> None:
    with RawServer() as server:
        url = f"ws://127.0.0.1:{server.port}/path"
        peer = WebSocketPeer()
        assert peer.connect_to_url(url) is OK
        assert peer.connect_to_url(url) is ERR_ALREADY_IN_USE
        assert peer.connect_to_url("http://x") is ERR_ALREADY_IN_USE
        assert peer.accept_stream(StreamPeerTCP()) is ERR_ALREADY_IN_USE
        assert (peer.send(b"x"), peer.send_text("x"), peer.put_packet(b"x")) == (FAILED,) * 3
        assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), FAILED)
        assert (peer.get_connected_host(), peer.get_connected_port()) == ("127.0.0.1", server.port)
        assert (peer.get_requested_url(), peer.get_selected_protocol()) == (url, "")
        assert tell(peer) == (CONNECTING, -1, "")
        peer.set_no_delay(False)
        assert len(errors) == 7
        peer.close(1000, "early")
        assert tell(peer) == (CLOSED, -1, "")
        peer.poll()
        assert tell(peer) == (CLOSED, -1, "")


@ROLES
def test_calls_while_open(server: bool, errors: list[str]) -> None:
    pair = Pair(server)
    peer = pair.peer
    assert peer.connect_to_url("ws://127.0.0.1:1") is ERR_ALREADY_IN_USE
    assert peer.accept_stream(StreamPeerTCP()) is ERR_ALREADY_IN_USE
    assert len(errors) == 2
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), ERR_UNAVAILABLE)
    assert peer.get_connected_host() == "127.0.0.1"
    assert peer.get_connected_port() == pair.raw.sock.getsockname()[1]
    assert peer.get_requested_url().startswith("ws://127.0.0.1:")
    peer.set_no_delay(True)
    assert peer.get_current_outbound_buffered_amount() == 0
    assert len(errors) == 2
    pair.raw.shut()


@ROLES
def test_calls_while_closing(server: bool, errors: list[str]) -> None:
    pair = Pair(server)
    peer = pair.peer
    peer.close(1000, "bye")
    assert tell(peer) == (CLOSING, -1, "")
    assert (peer.send(b"x"), peer.send_text("x")) == (FAILED, FAILED)
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), FAILED)
    assert peer.get_connected_host() == "127.0.0.1"
    assert peer.connect_to_url("http://x") is ERR_INVALID_PARAMETER
    assert tell(peer) == (CLOSED, -1, "")
    assert peer.get_requested_url() == ""
    assert pair.got() == (CLOSE, close_body(1000, b"bye"))
    assert pair.raw.rest() == b""
    assert errors[:3] == [NOT_OPEN] * 3
    pair.raw.shut()


@ROLES
def test_a_new_connection_from_closing(server: bool) -> None:
    pair = Pair(server)
    pair.peer.close(1000, "bye")
    again = Pair(not server, pair.peer)
    assert pair.got() == (CLOSE, close_body(1000, b"bye"))
    assert pair.raw.rest() == b""
    assert again.told() == (OPEN, -1, "")
    pair.raw.shut()
    again.raw.shut()


@pytest.mark.parametrize("wrong", ["text", 5, None])
def test_send_takes_bytes(pair: Pair, wrong: object) -> None:
    with pytest.raises(TypeError, match=r"send\(\) takes bytes"):
        pair.peer.send(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="send_text"):
        pair.peer.send_text(b"bytes")  # type: ignore[arg-type]


# Polls needed ------------------------------------------------------------------------------------


def test_polls_of_a_client() -> None:
    with RawServer() as server:
        peer = WebSocketPeer()
        assert peer.connect_to_url(f"ws://127.0.0.1:{server.port}") is OK
        raw = server.accept()
        pause(0.02)
        peer.poll()  # finds TCP connected and asks
        assert peer.get_ready_state() == CONNECTING
        raw.raw(response(raw.until(b"\r\n\r\n")) + frame(TEXT, b"with it"))
        pause(0.02)
        peer.poll()
        assert peer.get_ready_state() == OPEN
        assert take_all(peer) == [(b"with it", True)]
        raw.shut()


def test_polls_of_a_server() -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    with dial(listening.get_local_port()) as raw:
        raw.raw(request() + frame(TEXT, b"with it", masked=True))
        until(listening.is_connection_available)
        pause(0.02)
        peer = WebSocketPeer()
        assert peer.accept_stream(listening.take_connection()) is OK
        assert (peer.get_ready_state(), peer.get_requested_url()) == (CONNECTING, "")
        peer.poll()
        assert peer.get_ready_state() == OPEN
        assert take_all(peer) == [(b"with it", True)]
        assert peer.get_requested_url() == "ws://127.0.0.1:80/"


def test_a_closed_port() -> None:
    peer = WebSocketPeer()
    assert peer.connect_to_url(f"ws://127.0.0.1:{free_port()}") is OK
    assert peer.get_ready_state() == CONNECTING
    until(lambda: peer.get_ready_state() != CONNECTING, peer.poll)
    assert tell(peer) == (CLOSED, -1, "")


def test_only_polls_change_anything(pair: Pair) -> None:
    pair.send(TEXT, b"x")
    pair.send(CLOSE)
    pause(0.02)
    assert pair.peer.get_available_packet_count() == 0
    assert pair.told() == (OPEN, -1, "")


def test_everything_there_is_taken_by_one_poll(pair: Pair) -> None:
    pair.raw.raw(b"".join(pair.frame(TEXT, b"message %d" % i) for i in range(1000)))
    pause(0.05)
    pair.peer.poll()
    assert take_all(pair.peer) == [(b"message %d" % i, True) for i in range(1000)]


# URLs and hosts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("ws://127.0.0.1:0/", "Invalid URL: ws://127.0.0.1:0/"),
        ("http://h", 'Invalid protocol: "http://" (must be either "ws://" or "wss://").'),
    ],
)
def test_bad_urls(url: str, complaint: str, errors: list[str]) -> None:
    peer = WebSocketPeer()
    assert peer.connect_to_url(url) is ERR_INVALID_PARAMETER
    assert (peer.get_ready_state(), peer.get_requested_url()) == (CLOSED, "")
    assert errors == [complaint]


def test_tls_is_refused_clearly(errors: list[str]) -> None:
    assert WebSocketPeer().connect_to_url("wss://127.0.0.1:1") is ERR_UNAVAILABLE
    assert "TLS" in errors[0]


@pytest.mark.parametrize(
    ("headers", "protocols"), [(["A: 1\r\nB: 2"], []), ([""], []), ([], ["a\nb"])]
)
def test_headers_that_would_be_several(
    headers: list[str], protocols: list[str], errors: list[str]
) -> None:
    peer = WebSocketPeer()
    peer.handshake_headers = headers
    peer.supported_protocols = protocols
    assert peer.connect_to_url("ws://127.0.0.1:1") is ERR_INVALID_PARAMETER
    assert peer.accept_stream(StreamPeerTCP()) is ERR_INVALID_PARAMETER
    assert len(errors) == 2


def test_names_are_looked_up_and_all_addresses_tried() -> None:
    with RawServer() as server:
        peer = WebSocketPeer()
        assert peer.connect_to_url(f"ws://user:pw@LocalHost:{server.port}/a b?q=1#f") is OK
        raw = server.accept(peer.poll)
        asked = raw.until(b"\r\n\r\n", peer.poll)
        assert asked.startswith(b"GET /a b?q=1 HTTP/1.1\r\n")
        assert header(asked, "host") == f"localhost:{server.port}"
        assert header(asked, "authorization") == ""
        assert peer.get_connected_host() == "127.0.0.1"
        assert peer.get_requested_url() == f"ws://user:pw@LocalHost:{server.port}/a b?q=1#f"
        raw.shut()


def test_a_name_that_nobody_has() -> None:
    peer = WebSocketPeer()
    assert peer.connect_to_url("ws://nobody-has-this-name.invalid") is OK
    assert (peer.get_connected_host(), peer.get_connected_port()) == ("", 0)
    until(lambda: peer.get_ready_state() != CONNECTING, peer.poll)
    assert tell(peer) == (CLOSED, -1, "")
    assert peer.connect_to_url("ws://no..host") is FAILED
    assert tell(peer) == (CLOSED, -1, "")


# Handshakes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\nX: y\r\nZ: z\r\n\r\nnot found",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        b"\x16\x03\x01\x02\x00" * 1000,
        b"x" * 5000,
        b"",
        b"HTTP/1.1 101 Switching",
    ],
)
def test_a_client_meets_something_else(said: bytes, errors: list[str]) -> None:
    with RawServer() as server:
        peer = WebSocketPeer()
        peer.connect_to_url(f"ws://127.0.0.1:{server.port}")
        raw = server.accept()
        raw.until(b"\r\n\r\n", peer.poll)
        raw.raw(said)
        if len(said) < 50 and not said.endswith(b"\r\n\r\n"):
            raw.shut()
        until(lambda: peer.get_ready_state() != CONNECTING, peer.poll)
        assert tell(peer) == (CLOSED, -1, "")
        assert take_all(peer) == []
        raw.shut()
    assert bool(errors) == bool(said and len(said) != 22)


@pytest.mark.parametrize(
    "said",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /\r\n\r\n",
        request(first="POST / HTTP/1.1"),
        b"\x16\x03\x01\x02\x00hello\r\n\r\n",
        b"x" * 5000,
        b"",
    ],
)
def test_a_server_meets_something_else(said: bytes, errors: list[str]) -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    with dial(listening.get_local_port()) as raw:
        raw.raw(said)
        if not said:
            raw.shut()
        until(listening.is_connection_available)
        peer = WebSocketPeer()
        peer.accept_stream(listening.take_connection())
        until(lambda: peer.get_ready_state() != CONNECTING, peer.poll)
        assert tell(peer) == (CLOSED, -1, "")
        if said:
            assert raw.rest() == b""
    assert len(errors) == bool(said)


def test_a_handshake_byte_by_byte() -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    client = WebSocketPeer()
    with RawServer() as server:
        client.connect_to_url(f"ws://127.0.0.1:{server.port}")
        raw = server.accept()
    for byte in response(raw.until(b"\r\n\r\n", client.poll)) + frame(TEXT, b"slow"):
        assert client.get_available_packet_count() == 0
        raw.raw(bytes([byte]))
        pause(0.0005)
        client.poll()
    until(client.get_available_packet_count, client.poll)
    assert take_all(client) == [(b"slow", True)]
    raw.shut()


@ROLES
def test_handshakes_that_never_end_time_out(server: bool) -> None:
    clock = ManualClock()
    peer = WebSocketPeer(clock=clock)
    peer.handshake_timeout = 5.0
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    if server:
        raw = dial(listening.get_local_port())
        until(listening.is_connection_available)
        peer.accept_stream(listening.take_connection())
        peer.poll()
    else:
        peer.connect_to_url(f"ws://127.0.0.1:{listening.get_local_port()}")
        until(listening.is_connection_available)
        pause(0.01)
        peer.poll()
    clock.advance(4.9)
    peer.poll()
    assert peer.get_ready_state() == CONNECTING
    clock.advance(0.2)
    peer.poll()
    assert tell(peer) == (CLOSED, -1, "")
    if server:
        assert raw.rest() == b""
        raw.shut()


def test_sub_protocols_and_headers() -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    client, server = WebSocketPeer(), WebSocketPeer()
    client.supported_protocols = ["gamma", "beta", "alpha"]
    client.handshake_headers = ["Authorization: Basic dTpw"]
    server.supported_protocols = ["alpha", "beta"]
    server.handshake_headers = ["X-One: 1"]
    client.connect_to_url(f"ws://127.0.0.1:{listening.get_local_port()}/both")
    until(listening.is_connection_available)
    server.accept_stream(listening.take_connection())
    until(
        lambda: client.get_ready_state() == server.get_ready_state() == OPEN,
        client.poll,
        server.poll,
    )
    assert client.get_selected_protocol() == server.get_selected_protocol() == "beta"
    client.close()
    until(lambda: client.get_ready_state() == CLOSED, client.poll, server.poll)
    assert client.get_selected_protocol() == "beta"


# Messages ----------------------------------------------------------------------------------------


def test_messages_in(pair: Pair) -> None:
    peer = pair.peer
    pair.raw.raw(
        pair.frame(TEXT, "grüß".encode())
        + pair.frame(PING, b"ping")
        + pair.frame(BIN, b"\x01\x02")
        + pair.frame(TEXT)
        + pair.frame(TEXT, b"ab", fin=0)
        + pair.frame(CONT, b"cd")
        + pair.frame(BIN)
    )
    pair.poll_until(lambda: peer.get_available_packet_count() == 5)
    assert not peer.was_string_packet()
    packet = peer.get_packet()
    assert isinstance(packet, PackedByteArray)
    assert packet.get_string_from_utf8() == "grüß"
    assert (peer.was_string_packet(), peer.get_packet_error()) == (True, OK)
    rest = [(b"\x01\x02", False), (b"", True), (b"abcd", True), (b"", False)]
    assert take_all(peer) == rest
    assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), ERR_UNAVAILABLE)
    assert not peer.was_string_packet()
    assert pair.got() == (PONG, b"ping")


def test_messages_out(pair: Pair) -> None:
    peer = pair.peer
    assert peer.send(b"default") is OK
    assert peer.send(bytearray(b"text"), WebSocketPeer.WRITE_MODE_TEXT) is OK
    assert peer.send(memoryview(b"view"), WebSocketPeer.WRITE_MODE_BINARY) is OK
    assert peer.send(PackedByteArray(b"packed")) is OK
    assert peer.send([1, 2, 255]) is OK  # type: ignore[arg-type]
    assert peer.send_text("grüß") is OK
    assert peer.send_text("") is OK
    assert peer.send(b"a\xffb", WebSocketPeer.WRITE_MODE_TEXT) is OK
    assert peer.put_packet(b"put") is OK
    for size in (125, 126, 65535):
        assert peer.send(b"x" * size) is OK
    assert peer.get_current_outbound_buffered_amount() == 0
    found = [pair.raw.frame() for _ in range(12)]  # without a poll
    assert found == [
        (BIN, b"default"),
        (TEXT, b"text"),
        (BIN, b"view"),
        (BIN, b"packed"),
        (BIN, b"\x01\x02\xff"),
        (TEXT, "grüß".encode()),
        (TEXT, b""),
        (TEXT, b"a\xffb"),
        (BIN, b"put"),
        (BIN, b"x" * 125),
        (BIN, b"x" * 126),
        (BIN, b"x" * 65535),
    ]


def test_size_limits(pair: Pair, errors: list[str]) -> None:
    peer = pair.peer
    assert peer.send(b"x" * 65536) is ERR_OUT_OF_MEMORY
    assert "outbound_buffer_size" in errors[0]
    assert pair.told() == (OPEN, -1, "")
    peer.max_queued_packets = 0
    assert peer.send(b"") is ERR_OUT_OF_MEMORY
    assert "max_queued_packets" in errors[1]
    pair.send(BIN, b"x" * 65535)
    assert pair.packets(1) == [(b"x" * 65535, False)]
    pair.send(BIN, b"x" * 65536)
    pair.poll_until(lambda: peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, 1009, "Message too big")
    assert pair.got() == (CLOSE, close_body(1009))
    assert pair.raw.rest() == b""


@ROLES
def test_large_messages_both_ways(server: bool) -> None:
    peer = WebSocketPeer()
    peer.inbound_buffer_size = peer.outbound_buffer_size = 9_000_000
    pair = Pair(server, peer)
    block = bytes(range(256)) * (8_388_608 // 256)
    assert peer.send(block) is OK
    assert pair.got() == (BIN, block)
    assert peer.get_current_outbound_buffered_amount() == 0

    patience = Patience()
    third = len(block) // 3
    for data in (
        pair.frame(BIN, block),
        pair.frame(BIN, block[:third], fin=0)
        + pair.frame(CONT, block[third : 2 * third], fin=0)
        + pair.frame(CONT, block[2 * third :]),
    ):
        view = memoryview(data)
        while not peer.get_available_packet_count():
            assert not patience.over()
            if view:
                try:
                    view = view[pair.raw.sock.send(view) :]
                except BlockingIOError:
                    pass
            peer.poll()
        assert bytes(peer.get_packet()) == block
    pair.raw.shut()


def test_a_blocked_connection(pair: Pair) -> None:
    """Nothing is lost: what the system does not take waits, up to the limit."""
    peer = pair.peer
    peer.outbound_buffer_size = 300_000
    block, sent = b"x" * 100_000, 0
    while not peer.get_current_outbound_buffered_amount():
        assert peer.send(block) is OK
        sent += 1
        pause()
        peer.poll()
    assert peer.get_current_outbound_buffered_amount() == 100_000
    assert peer.send(block) is OK
    assert peer.send(block) is OK
    with output.handler(lambda _: None):
        assert peer.send(block) is ERR_OUT_OF_MEMORY
    assert peer.send(b"") is OK
    statistics = peer.statistics()
    assert (statistics.packets_unsent, statistics.bytes_unsent) == (4, 300_000)
    assert statistics.packets_out == sent + 3
    read = statistics.bytes_in
    pair.send(PING, b"overtakes what was not begun")
    pair.poll_until(lambda: peer.statistics().bytes_in > read)
    peer.close(1000, "behind it all")
    assert pair.told() == (CLOSING, -1, "")
    found = [pair.got() for _ in range(sent + 5)]
    assert found.index((PONG, b"overtakes what was not begun")) < sent + 1
    found.remove((PONG, b"overtakes what was not begun"))
    blocks: list[object] = [(BIN, block)] * (sent + 2)
    assert found == [*blocks, (BIN, b""), (CLOSE, close_body(1000, b"behind it all"))]


# Closing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [1000, 1001, 1013, 3000, 4999, 0])
def test_close_and_its_echo(pair: Pair, code: int) -> None:
    pair.peer.close(code, "grüß")
    assert pair.told() == (CLOSING, -1, "")
    body = close_body(code, "grüß".encode()) if code else b""
    assert pair.got() == (CLOSE, body)
    pair.send(CLOSE, body)
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, code, "grüß" if code else "")
    assert pair.raw.rest() == b""
    pair.peer.close(-1)
    assert pair.told() == (CLOSED, code, "grüß" if code else "")


def test_crossed_closes(pair: Pair) -> None:
    pair.send(CLOSE, close_body(4003, b"theirs"))
    pause(0.01)
    pair.peer.close(1000, "mine")
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, 4003, "theirs")
    assert pair.got() == (CLOSE, close_body(1000, b"mine"))
    assert pair.raw.rest() == b""


def test_their_close_shows_within_one_poll(pair: Pair) -> None:
    pair.send(CLOSE, close_body(3000, b"bye"))
    pause(0.02)
    pair.peer.poll()
    assert pair.told() == (CLOSED, 3000, "bye")
    assert pair.got() == (CLOSE, close_body(3000, b"bye"))
    assert pair.raw.rest() == b""


@pytest.mark.parametrize("negative", [-1, -1000])
def test_dropping_by_a_negative_code(pair: Pair, negative: int) -> None:
    pair.send(TEXT, b"unread")
    pair.poll_until(pair.peer.get_available_packet_count)
    pair.peer.close(negative, "now")
    assert pair.told() == (CLOSED, -1, "")
    assert pair.peer.get_available_packet_count() == 0
    assert pair.raw.rest() == b""


def test_dropping_while_closing(pair: Pair) -> None:
    pair.peer.close(1000, "unanswered")
    pair.peer.poll()
    pair.peer.close(4002, "again")
    assert pair.told() == (CLOSING, -1, "")
    pair.peer.close(-1)
    assert pair.told() == (CLOSED, -1, "")
    assert pair.got() == (CLOSE, close_body(1000, b"unanswered"))
    assert pair.raw.rest() == b""


@ROLES
def test_a_close_that_is_never_answered(server: bool) -> None:
    clock = ManualClock()
    pair = Pair(server, WebSocketPeer(clock=clock))
    pair.peer.close_timeout = 5.0
    pair.peer.close()
    clock.advance(4.9)
    pair.peer.poll()
    assert pair.told() == (CLOSING, -1, "")
    clock.advance(0.2)
    pair.peer.poll()
    assert pair.told() == (CLOSED, -1, "")
    pair.raw.shut()


@pytest.mark.parametrize("end", ["shut", "reset"])
def test_the_connection_is_dropped(pair: Pair, end: str) -> None:
    pair.raw.raw(pair.frame(TEXT, b"hello")[:4])
    getattr(pair.raw, end)()
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, -1, "")


def test_the_connection_is_dropped_while_closing(pair: Pair) -> None:
    pair.peer.close(1000, "dropped")
    assert pair.got() == (CLOSE, close_body(1000, b"dropped"))
    pair.raw.shut()
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert pair.told() == (CLOSED, -1, "")


def test_sending_into_a_dropped_connection(pair: Pair) -> None:
    pair.raw.reset()
    pause(0.02)
    results = []
    until(
        lambda: pair.peer.get_ready_state() == CLOSED, lambda: results.append(pair.peer.send(b"x"))
    )
    assert results[-1] is FAILED
    assert pair.told() == (CLOSED, -1, "")


@pytest.mark.parametrize("polled", [False, True])
def test_dropping_the_last_reference(pair: Pair, polled: bool) -> None:
    gc.collect()
    before = len(poller())
    gc.disable()
    try:
        if polled:
            pair.peer.poll()
        del pair.peer
        assert len(poller()) == before - 1
        assert pair.raw.rest() == b""  # no close frame
    finally:
        gc.enable()


# The end, and messages that came with it ---------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("close", (CLOSED, 1000, "bye")),
        ("close and shut", (CLOSED, 1000, "bye")),
        ("shut", (CLOSED, -1, "")),
        ("cut", (CLOSED, -1, "")),
        ("fault", (CLOSED, 1002, "Protocol error")),
    ],
)
def test_messages_before_the_end_can_be_read(
    pair: Pair, end: str, told: tuple[int, int, str]
) -> None:
    data = pair.frame(TEXT, b"one") + pair.frame(BIN, b"two")
    if "close" in end:
        data += pair.frame(CLOSE, close_body(1000, b"bye"))
    elif end == "cut":
        data += pair.frame(TEXT, b"cut")[:3]
    elif end == "fault":
        data += pair.frame(TEXT, b"x", rsv=4)
    pair.raw.raw(data)
    if end in ("close and shut", "shut", "cut"):
        pair.raw.shut()
    pause(0.03)
    pair.peer.poll()
    assert pair.told() == (OPEN, -1, "")
    assert take_all(pair.peer) == [(b"one", True), (b"two", False)]
    pair.peer.poll()
    assert pair.told() == told
    assert pair.peer.get_packet_error() is OK
    if end == "close":
        assert pair.got() == (CLOSE, close_body(1000, b"bye"))
    elif end == "fault":
        assert pair.got() == (CLOSE, close_body(1002))
    if end in ("close", "fault"):
        assert pair.raw.rest() == b""


def test_the_last_messages_can_be_answered(pair: Pair) -> None:
    pair.raw.raw(pair.frame(TEXT, b"one") + pair.frame(CLOSE, close_body(1000)))
    pair.poll_until(pair.peer.get_available_packet_count)
    assert pair.peer.get_connected_host() == "127.0.0.1"
    assert pair.peer.send(pair.peer.get_packet()) is OK
    assert pair.got() == (BIN, b"one")
    assert pair.got() == (CLOSE, close_body(1000))
    assert pair.told() == (CLOSED, 1000, "")


def test_the_last_messages_that_nobody_reads_in_time_are_still_there(pair: Pair) -> None:
    pair.raw.raw(pair.frame(TEXT, b"one") + pair.frame(CLOSE, close_body(1000)))
    pair.poll_until(lambda: pair.peer.get_ready_state() == CLOSED)
    assert take_all(pair.peer) == [(b"one", True)]
    with output.handler(lambda _: None):
        pair.peer.get_packet()
    assert pair.peer.get_packet_error() is FAILED


def test_closing_in_answer_to_the_last_message(pair: Pair) -> None:
    pair.raw.raw(pair.frame(TEXT, b"one") + pair.frame(CLOSE, close_body(3000, b"theirs")))
    pair.poll_until(pair.peer.get_available_packet_count)
    pair.peer.close(1000, "mine")
    assert pair.told() == (CLOSED, 3000, "theirs")
    assert pair.got() == (CLOSE, close_body(3000, b"theirs"))


def test_a_last_word_goes_out_when_the_peer_is_dropped(pair: Pair) -> None:
    pair.raw.raw(pair.frame(TEXT, b"one") + pair.frame(CLOSE, close_body(3000)))
    pair.poll_until(pair.peer.get_available_packet_count)
    raw: RawPeer = pair.raw
    del pair.peer
    assert raw.frame() == (CLOSE, close_body(3000))


# Heartbeat ---------------------------------------------------------------------------------------


@ROLES
def test_heartbeat(server: bool) -> None:
    clock = ManualClock()
    peer = WebSocketPeer(clock=clock)
    pair = Pair(server, peer)
    peer.poll()
    peer.heartbeat_interval = 0.5
    clock.advance(1.0)
    peer.poll()
    assert pair.got() == (PING, b"")
    read = peer.statistics().bytes_in
    pair.send(PONG, b"any")
    pair.poll_until(lambda: peer.statistics().bytes_in > read)
    clock.advance(0.6)
    peer.poll()
    pair.peer.poll()
    assert pair.got() == (PING, b"")
    clock.advance(0.6)
    peer.poll()
    assert pair.told() == (CLOSED, -1, "")
    assert pair.raw.rest() == b""
    pair.raw.shut()


# Two of ours -------------------------------------------------------------------------------------


def both() -> tuple[WebSocketPeer, WebSocketPeer]:
    listening = TCPServer()
    listening.listen(0)
    client, server = WebSocketPeer(), WebSocketPeer()
    client.connect_to_url(f"ws://localhost:{listening.get_local_port()}/x")
    until(listening.is_connection_available, client.poll)
    server.accept_stream(listening.take_connection())
    until(
        lambda: client.get_ready_state() == server.get_ready_state() == OPEN,
        client.poll,
        server.poll,
    )
    return client, server


def test_two_of_ours() -> None:
    client, server = both()
    for one, other in ((client, server), (server, client)):
        for i in range(100):
            assert one.send_text(f"message {i}") is OK
        until(lambda other=other: other.get_available_packet_count() == 100, other.poll)  # type: ignore[misc]
        assert take_all(other) == [(b"message %d" % i, True) for i in range(100)]
    statistics = client.statistics()
    assert (statistics.packets_in, statistics.packets_out) == (100, 100)
    assert statistics.bytes_out > statistics.bytes_in > 1000
    server.close(4000, "enough")
    until(lambda: server.get_ready_state() == CLOSED, client.poll, server.poll)
    assert tell(client) == tell(server) == (CLOSED, 4000, "enough")


def test_bulk_within_a_tick_goes_out_at_its_end() -> None:
    net = poller()
    client, server = both()
    net.begin_tick()
    client.outbound_buffer_size = 20_000
    for i in range(1000):
        assert client.send_text(f"message {i:30}") is OK
    assert client.get_current_outbound_buffered_amount() == 0
    for i in range(50):
        assert client.send_text(f"more {i}") is OK
    net.end_tick()
    until(lambda: server.get_available_packet_count() == 1050, server.poll)
    assert client.statistics().packets_out == 1050


@pytest.mark.parametrize("end", ["close", "drop", "reference", "poll"])
def test_bulk_within_a_tick_is_not_lost(pair: Pair, end: str) -> None:
    net = poller()
    net.begin_tick()
    for i in range(50):
        assert pair.peer.send(b"%d" % i) is OK
    raw = pair.raw
    if end == "close":
        pair.peer.close()
    elif end == "drop":
        pair.peer.close(-1)
    elif end == "poll":
        pair.peer.poll()
    else:
        del pair.peer
    assert [raw.frame() for _ in range(50)] == [(BIN, b"%d" % i) for i in range(50)]
    net.end_tick()


def test_bulk_into_a_dropped_connection(errors: list[str]) -> None:
    net = poller()
    for early in (True, False):
        pair = Pair(False)
        net.begin_tick()
        results = [] if early else [pair.peer.send(b"x") for _ in range(20)]
        pair.raw.reset()
        pause(0.02)
        results += [pair.peer.send(b"x") for _ in range(20)] if early else []
        net.end_tick()
        assert (FAILED in results) == early
        assert pair.told() == (CLOSED, -1, "")
    assert set(errors) <= {NOT_OPEN}


def test_in_ticks_an_idle_peer_asks_nobody() -> None:
    net = poller()
    client, server = both()
    client.poll()
    server.poll()
    net.begin_tick()
    assert server.send_text("hello") is OK
    pause(0.02)
    client.poll()  # answered from what was known when the tick began
    assert client.get_available_packet_count() == 0
    client.poll()  # the second time it looks for itself
    assert client.get_available_packet_count() == 1
    assert server.send_text("again") is OK
    pause(0.02)
    net.begin_tick()
    client.poll()
    assert client.get_available_packet_count() == 2
    net.end_tick()


def test_reading_stops_without_keeping_the_loop_awake() -> None:
    client, server = both()
    client.close(-1)
    client, server = both()
    for _ in range(5000):
        until(lambda: client.send(b"x" * 20) is OK, client.poll)
    for _ in range(3):
        pause(0.01)
        server.poll()
    assert server.get_available_packet_count() == 3276
    total = 0
    while total < 5000:
        total += len(take_all(server))
        server.poll()
        client.poll()
    assert server.get_ready_state() == OPEN
