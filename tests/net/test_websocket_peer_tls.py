"""`WebSocketPeer` over TLS: `wss://` as client, and as server over a `StreamPeerTLS`."""

from __future__ import annotations

import subprocess
import sys

import pytest
from net_pairs import CLOSED, CLOSING, CONNECTING, OPEN, take_all, tell
from net_tls import TlsPeer, identity, server_options, tcp_pair, trusting
from net_wire import (
    BIN,
    CLOSE,
    TEXT,
    RawServer,
    close_body,
    dial,
    frame,
    frames_of,
    free_port,
    header,
    pause,
    request,
    response,
    until,
)

from engine.core.clock import ManualClock
from engine.core.error import ERR_INVALID_PARAMETER, OK
from engine.net.stream_peer_buffer import StreamPeerBuffer
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tcp_server import TCPServer
from engine.net.tls_options import TLSOptions
from engine.net.websocket_peer import WebSocketPeer


class TlsPair:
    """A peer of ours and Python's ssl at its other end, after the handshakes."""

    def __init__(self, server: bool, piece: int = 1 << 20) -> None:
        self.peer = WebSocketPeer()
        self.server = server
        if server:
            listening, stream = TCPServer(), StreamPeerTLS()
            listening.listen(0, "127.0.0.1")
            self.other = TlsPeer(dial(listening.get_local_port()), server=False, piece=piece)
            until(listening.is_connection_available)
            assert stream.accept_stream(listening.take_connection(), server_options()) is OK
            assert self.peer.accept_stream(stream) is OK
            until(lambda: self.other.shaken, self.move)
            self.other.say(request())
        else:
            with RawServer() as listener:
                url = f"wss://localhost:{listener.port}/path"
                assert self.peer.connect_to_url(url, trusting()) is OK
                self.other = TlsPeer(listener.accept(self.peer.poll), server=True, piece=piece)
            until(lambda: b"\r\n\r\n" in self.other.plain, self.move)
            self.asked, self.other.plain = self.other.plain, b""
            self.other.say(response(self.asked))
        until(lambda: self.peer.get_ready_state() != CONNECTING, self.move)
        assert self.peer.get_ready_state() == OPEN
        if server:
            until(lambda: b"\r\n\r\n" in self.other.plain, self.move)
            self.other.plain = b""

    def move(self) -> None:
        self.peer.poll()
        self.other.move()

    def send(self, opcode: int, payload: bytes = b"") -> None:
        self.other.say(frame(opcode, payload, masked=self.server))

    def shut(self) -> None:
        self.other.raw.shut()


ROLES = pytest.mark.parametrize("server", [False, True], ids=["client", "server"])


@pytest.mark.parametrize("piece", [7, 1 << 20])
@ROLES
def test_messages_both_ways(server: bool, piece: int) -> None:
    pair = TlsPair(server, piece)
    pair.send(TEXT, b"theirs")
    pair.send(BIN, bytes(3000))
    until(lambda: pair.peer.get_available_packet_count() == 2, pair.move)
    assert take_all(pair.peer) == [(b"theirs", True), (bytes(3000), False)]
    assert pair.peer.send_text("ours") is OK
    until(lambda: len(pair.other.plain) >= (6 if server else 10), pair.move)
    if server:
        assert frames_of(pair.other.plain) == [(TEXT, b"ours")]
    pair.shut()


def test_what_the_client_asks_for() -> None:
    pair = TlsPair(False)
    host = header(pair.asked, "host")
    assert host == f"localhost:{pair.peer.get_connected_port()}"
    assert pair.peer.get_connected_host() == "127.0.0.1"
    assert pair.peer.get_requested_url().startswith("wss://localhost:")
    pair.shut()


def test_what_the_server_was_asked_for() -> None:
    pair = TlsPair(True)
    assert pair.peer.get_requested_url() == "wss://127.0.0.1:80/"
    pair.shut()


def two() -> tuple[WebSocketPeer, WebSocketPeer]:
    """Two of ours, connecting."""
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    client, server, stream = WebSocketPeer(), WebSocketPeer(), StreamPeerTLS()
    url = f"wss://localhost:{listening.get_local_port()}"
    assert client.connect_to_url(url, trusting()) is OK
    until(listening.is_connection_available, client.poll)
    assert stream.accept_stream(listening.take_connection(), server_options()) is OK
    assert server.accept_stream(stream) is OK
    return client, server


def opened() -> tuple[WebSocketPeer, WebSocketPeer]:
    client, server = two()
    until(
        lambda: client.get_ready_state() == OPEN == server.get_ready_state(),
        client.poll,
        server.poll,
    )
    return client, server


def test_many_messages_in_order_and_a_farewell() -> None:
    client, server = opened()
    client.outbound_buffer_size = 0
    for number in range(2000):
        assert client.send(number.to_bytes(4, "big") * (1 + number % 50)) is OK
    client.close(4000, "done")
    assert client.get_ready_state() == CLOSING
    found: list[bytes] = []

    def collect() -> None:
        found.extend(packet for packet, _ in take_all(server))

    until(lambda: client.get_ready_state() == CLOSED, server.poll, collect, client.poll)
    until(lambda: server.get_ready_state() == CLOSED, server.poll, collect)
    collect()
    assert [int.from_bytes(packet[:4], "big") for packet in found] == list(range(2000))
    assert tell(client) == tell(server) == (CLOSED, 4000, "done")


@ROLES
def test_a_message_larger_than_the_system_takes_at_once(server: bool) -> None:
    """The rest of it goes out with polls, and so does what is already encrypted."""
    sender, receiver = opened()[:: -1 if server else 1]
    size = 8_000_000
    sender.outbound_buffer_size = size + 1
    data = bytes(i * 31 & 0xFF for i in range(1000)) * (size // 1000)
    receiver_limit = receiver.inbound_buffer_size
    for start in range(0, size, receiver_limit):
        assert sender.send(data[start : start + receiver_limit]) is OK
    assert sender.get_current_outbound_buffered_amount() > 0
    found: list[bytes] = []
    until(
        lambda: sum(map(len, found)) == size,
        sender.poll,
        receiver.poll,
        lambda: found.extend(packet for packet, _ in take_all(receiver)),
    )
    assert b"".join(found) == data
    assert sender.get_current_outbound_buffered_amount() == 0
    statistics = sender.statistics()
    assert statistics.bytes_out > size


@ROLES
def test_what_is_encrypted_but_not_taken_goes_out_with_polls(server: bool) -> None:
    sender, receiver = opened()[:: -1 if server else 1]
    assert sender._link is not None
    count = 0
    while not sender._link.channel.holding:
        assert sender.send(bytes(60_000)) is OK
        count += 1
    assert sender.get_current_outbound_buffered_amount() == 0
    found: list[bytes] = []
    until(
        lambda: len(found) == count,
        sender.poll,
        receiver.poll,
        lambda: found.extend(packet for packet, _ in take_all(receiver)),
    )
    assert set(map(len, found)) == {60_000}


def test_a_reader_with_little_room_loses_nothing() -> None:
    client, server = opened()
    client.outbound_buffer_size = 0
    for number in range(300):
        client.send(bytes([number & 0xFF]) * 1000)
    found: list[bytes] = []

    def one() -> None:
        if server.get_available_packet_count():
            found.append(bytes(server.get_packet()))

    until(lambda: len(found) == 300, client.poll, server.poll, one)
    assert [packet[0] for packet in found] == [number & 0xFF for number in range(300)]


# Endings -----------------------------------------------------------------------------------------


@ROLES
@pytest.mark.parametrize("clean", [True, False], ids=["close_notify", "dropped"])
def test_a_last_message_and_a_farewell_in_one_breath(server: bool, clean: bool) -> None:
    pair = TlsPair(server)
    pair.send(TEXT, b"last")
    pair.send(CLOSE, close_body(4001, b"theirs"))
    if clean:
        pair.other.part()
    pair.other.flush()
    pair.shut()
    pause(0.02)
    found = []
    for _ in range(3):
        pair.peer.poll()
        found += take_all(pair.peer)
    assert found == [(b"last", True)]
    assert tell(pair.peer) == (CLOSED, 4001, "theirs")


@ROLES
def test_a_last_message_without_a_farewell(server: bool) -> None:
    pair = TlsPair(server)
    pair.send(TEXT, b"last")
    pair.other.part()
    pair.other.flush()
    pair.shut()
    pause(0.02)
    found = []
    for _ in range(3):
        pair.peer.poll()
        found += take_all(pair.peer)
    assert found == [(b"last", True)]
    assert tell(pair.peer) == (CLOSED, -1, "")


@ROLES
def test_an_answer_to_the_farewell_that_comes_with_the_end(server: bool) -> None:
    pair = TlsPair(server)
    pair.peer.close(4000, "ours")
    pair.send(CLOSE, close_body(4000, b"ours"))
    pair.other.part()
    pair.other.flush()
    pause(0.02)
    until(lambda: pair.peer.get_ready_state() == CLOSED, pair.peer.poll)
    assert tell(pair.peer) == (CLOSED, 4000, "ours")
    until(lambda: pair.other.ended, pair.other.move)
    assert pair.other.clean
    pair.shut()


@ROLES
def test_a_goodbye_of_tls_goes_out_when_a_peer_is_dropped(server: bool) -> None:
    pair = TlsPair(server)
    pair.peer.close(-1)
    until(lambda: pair.other.ended, pair.other.move)
    assert pair.other.clean
    pair.shut()


# Refusals ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        None,
        TLSOptions.client(),
        trusting(override="example.com"),
        TLSOptions.client(identity("other")[1]),
    ],
)
def test_a_server_that_is_not_trusted(options: TLSOptions | None, errors: list[str]) -> None:
    listening = TCPServer()
    listening.listen(0, "127.0.0.1")
    client, server, stream = WebSocketPeer(), WebSocketPeer(), StreamPeerTLS()
    client.connect_to_url(f"wss://localhost:{listening.get_local_port()}", options)
    until(listening.is_connection_available, client.poll)
    stream.accept_stream(listening.take_connection(), server_options())
    server.accept_stream(stream)
    until(
        lambda: client.get_ready_state() == CLOSED == server.get_ready_state(),
        client.poll,
        server.poll,
    )
    assert tell(client) == tell(server) == (CLOSED, -1, "")
    assert server.get_requested_url() == ""
    assert len(errors) == 1


@pytest.mark.parametrize("words", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b""])
def test_a_server_without_tls(words: bytes, errors: list[str]) -> None:
    with RawServer() as listener:
        client = WebSocketPeer()
        client.connect_to_url(f"wss://localhost:{listener.port}", trusting())
        raw = listener.accept(client.poll)
    until(lambda: raw.fill() and raw.buffer, client.poll)
    assert raw.buffer[0] == 0x16
    if words:
        raw.raw(words)
    raw.shut()
    until(lambda: client.get_ready_state() == CLOSED, client.poll)
    assert tell(client) == (CLOSED, -1, "")


def test_a_client_without_tls() -> None:
    listening, stream, server = TCPServer(), StreamPeerTLS(), WebSocketPeer()
    listening.listen(0, "127.0.0.1")
    with dial(listening.get_local_port()) as raw:
        until(listening.is_connection_available)
        stream.accept_stream(listening.take_connection(), server_options())
        server.accept_stream(stream)
        raw.raw(request())
        until(lambda: server.get_ready_state() == CLOSED, server.poll)
        assert tell(server) == (CLOSED, -1, "")


def test_options_and_streams_of_the_wrong_kind(errors: list[str]) -> None:
    peer = WebSocketPeer()
    assert peer.connect_to_url("wss://localhost", server_options()) is ERR_INVALID_PARAMETER
    assert peer.accept_stream(StreamPeerTLS()) is ERR_INVALID_PARAMETER
    over_buffer = StreamPeerTLS()
    over_buffer.connect_to_stream(StreamPeerBuffer(), "localhost")
    assert peer.accept_stream(over_buffer) is ERR_INVALID_PARAMETER
    assert peer.get_ready_state() == CLOSED
    assert len(errors) == 3


# Time --------------------------------------------------------------------------------------------


def test_a_server_that_never_shakes_hands(errors: list[str]) -> None:
    clock = ManualClock()
    client = WebSocketPeer(clock=clock)
    client.handshake_timeout = 5.0
    with RawServer() as listener:
        client.connect_to_url(f"wss://localhost:{listener.port}", trusting())
        raw = listener.accept(client.poll)
        until(lambda: raw.fill() and raw.buffer, client.poll)
        clock.advance(4.9)
        client.poll()
        assert client.get_ready_state() == CONNECTING
        clock.advance(0.2)
        client.poll()
        assert tell(client) == (CLOSED, -1, "")
        raw.shut()


def test_the_time_for_tls_is_part_of_the_time_for_all() -> None:
    clock = ManualClock()
    client = WebSocketPeer(clock=clock)
    client.handshake_timeout = 5.0
    with RawServer() as listener:
        client.connect_to_url(f"wss://localhost:{listener.port}", trusting())
        clock.advance(60.0)  # until here it is TCP's
        other = TlsPeer(listener.accept(client.poll), server=True)
        until(lambda: other.raw.fill() and other.raw.buffer, client.poll)
        clock.advance(3.0)
        until(lambda: b"\r\n\r\n" in other.plain, client.poll, other.move)
        clock.advance(1.9)
        client.poll()
        assert client.get_ready_state() == CONNECTING
        clock.advance(0.2)
        client.poll()
        assert tell(client) == (CLOSED, -1, "")
        other.raw.shut()


def test_a_client_that_never_shakes_hands() -> None:
    clock = ManualClock()
    server, stream = WebSocketPeer(clock=clock), StreamPeerTLS()
    server.handshake_timeout = 5.0
    client, taken = tcp_pair()
    stream.accept_stream(taken, server_options())
    server.accept_stream(stream)
    server.poll()
    clock.advance(4.9)
    server.poll()
    assert server.get_ready_state() == CONNECTING
    clock.advance(0.2)
    server.poll()
    assert tell(server) == (CLOSED, -1, "")
    until(lambda: client.get_status() != 2, client.poll)


# Alone -------------------------------------------------------------------------------------------


def test_a_client_needs_the_standard_library_alone() -> None:
    """Where the system's certificates will do, nothing asks for the package that makes them."""
    code = (
        "import sys\n"
        "sys.modules['cryptography'] = None\n"
        "from engine import WebSocketPeer\n"
        "peer = WebSocketPeer()\n"
        "assert 'ssl' not in sys.modules\n"
        f"assert peer.connect_to_url('wss://127.0.0.1:{free_port()}') == 0\n"
        "while peer.get_ready_state() != peer.STATE_CLOSED: peer.poll()\n"
        "assert 'ssl' in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
