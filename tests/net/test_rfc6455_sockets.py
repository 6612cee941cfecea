"""RFC 6455 and 7692 through real sockets: an echo by `WebSocketPeer`, and a raw socket.

The peer is polled as the tutorial does it: poll, read and send back while it is open.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pytest
from net_pairs import CLOSED, OPEN, Pair
from net_wire import BIN, CLOSE, CONT, PING, PONG, TEXT, close_body, frame, frames_of, until

from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer

HELLO = b"\xf2\x48\xcd\xc9\xc9\x07\x00"
DEFLATE = "Sec-WebSocket-Extensions: permessage-deflate"


class Echo(Pair):
    """A pair whose peer sends back all it gets."""

    def __init__(self, server: bool, compressed: bool = False) -> None:
        peer = WebSocketPeer()
        peer.inbound_buffer_size = peer.outbound_buffer_size = 1 << 24
        peer.permessage_deflate = compressed
        super().__init__(server, peer, *([DEFLATE] if compressed else []))

    def poll(self) -> None:
        self.peer.poll()
        while self.peer.get_ready_state() == OPEN and self.peer.get_available_packet_count():
            packet = self.peer.get_packet()
            self.peer.send(packet, 0 if self.peer.was_string_packet() else 1)

    def ends(self, data: bytes) -> list[tuple[int, bytes]]:
        """Sends these bytes, and reads frames until the peer closes TCP."""
        self.raw.raw(data)
        return frames_of(self.raw.rest(self.poll))


@pytest.fixture(params=[False, True], ids=["client", "server"])
def echo(request: pytest.FixtureRequest) -> Iterator[Echo]:
    made = Echo(request.param)
    yield made
    made.raw.shut()


def test_messages_then_a_close(echo: Echo) -> None:
    data = echo.frame(TEXT, b"one") + echo.frame(BIN, b"two" * 30000) + echo.frame(PING, b"p")
    got = echo.ends(data + echo.frame(CLOSE, close_body(1000, b"bye")) + echo.frame(TEXT, b"late"))
    assert got == [
        (PONG, b"p"),
        (TEXT, b"one"),
        (BIN, b"two" * 30000),
        (CLOSE, close_body(1000, b"bye")),
    ]
    assert echo.told() == (CLOSED, 1000, "bye")


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ((TEXT, b"a", {"rsv": 1}), 1002),
        ((TEXT, b"a", {"rsv": 4}), 1002),
        ((3, b"", {}), 1002),
        ((CONT, b"a", {}), 1002),
        ((TEXT, b"\xff", {}), 1007),
        ((CLOSE, close_body(1005), {}), 1002),
        ((CLOSE, close_body(1000, b"\xff"), {}), 1007),
        ((BIN, b"", {"length": 1 << 40, "width": 64}), 1009),
    ],
)
def test_a_message_then_a_fault(
    echo: Echo, fault: tuple[int, bytes, dict[str, int]], code: int
) -> None:
    opcode, payload, how = fault
    data = echo.frame(TEXT, b"before") + echo.frame(opcode, payload, **how)
    got = echo.ends(data + echo.frame(TEXT, b"late"))
    assert got == [(TEXT, b"before"), (CLOSE, close_body(code))]


@pytest.mark.parametrize("how", [{"fin": 0}, {"length": 126, "width": 16}])
def test_a_message_then_a_frame_that_makes_no_sense(echo: Echo, how: dict[str, int]) -> None:
    got = echo.ends(echo.frame(TEXT, b"before") + echo.frame(PING, b"", **how) + b"x" * 200)
    assert got == [(TEXT, b"before")]
    assert echo.told() == (CLOSED, -1, "")


def test_bad_text_fails_before_its_frame_is_complete(echo: Echo) -> None:
    whole = echo.frame(TEXT, b"good \xed\xa0" + b"x" * 100)
    assert echo.ends(whole[:-100]) == [(CLOSE, close_body(1007))]


def test_ten_pings_in_one_go(echo: Echo) -> None:
    echo.raw.raw(b"".join(echo.frame(PING, b"ping %d" % i) for i in range(10)))
    for i in range(10):
        assert echo.raw.frame(echo.poll) == (PONG, b"ping %d" % i)


def test_octet_by_octet(echo: Echo) -> None:
    data = echo.frame(TEXT, "κό".encode(), fin=0) + echo.frame(PING, b"p")
    data += echo.frame(CONT, "σμε".encode())
    for i in range(len(data)):
        echo.raw.raw(data[i : i + 1])
        echo.poll()
    assert echo.raw.frame(echo.poll) == (PONG, b"p")
    assert echo.raw.frame(echo.poll) == (TEXT, "κόσμε".encode())


@pytest.mark.parametrize("size", [64, 4096])
def test_a_megabyte_in_fragments(echo: Echo, size: int) -> None:
    payload = bytes(i & 0x7F for i in range(1 << 20))
    last = len(payload) - size
    data = b"".join(
        echo.frame(CONT if at else TEXT, payload[at : at + size], fin=int(at == last))
        for at in range(0, len(payload), size)
    )
    for at in range(0, len(data), 1 << 17):
        echo.raw.raw(data[at : at + (1 << 17)])
        echo.poll()
        echo.poll()
    assert echo.raw.frame(echo.poll) == (TEXT, payload)


@pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
def test_compressed(server: bool) -> None:
    """A message comes compressed, and a long one goes out so."""
    echo = Echo(server, compressed=True)
    echo.raw.raw(echo.frame(TEXT, HELLO, rsv=4))
    assert echo.raw.frame(echo.poll) == (TEXT, b"Hello")
    stream = zlib.compressobj(wbits=-15)
    data = (stream.compress(b"again " * 1000) + stream.flush(zlib.Z_SYNC_FLUSH))[:-4]
    echo.raw.raw(frame(BIN, data[:9], fin=0, rsv=4, masked=server))
    echo.raw.raw(frame(CONT, data[9:], masked=server) + echo.frame(CLOSE))
    out = echo.raw.rest(echo.poll)
    assert out[0] == 0xC2
    size = out[1] & 0x7F
    body = frames_of(bytes([0x82]) + out[1:])[0][1]
    assert len(body) == size < 100
    assert zlib.decompressobj(-15).decompress(body + b"\x00\x00\xff\xff") == b"again " * 1000
    echo.raw.shut()


@pytest.mark.parametrize("asks", [False, True])
@pytest.mark.parametrize("accepts", [False, True])
def test_both_peers_have_to_want_it(asks: bool, accepts: bool) -> None:
    listening = TCPServer()
    listening.listen(0)
    client, server = WebSocketPeer(), WebSocketPeer()
    assert client.permessage_deflate is False
    client.permessage_deflate, server.permessage_deflate = asks, accepts
    client.connect_to_url(f"ws://localhost:{listening.get_local_port()}")
    until(listening.is_connection_available, client.poll)
    server.accept_stream(listening.take_connection())
    until(
        lambda: client.get_ready_state() == server.get_ready_state() == OPEN,
        client.poll,
        server.poll,
    )
    for source, target in ((client, server), (server, client)):
        before = source.statistics().bytes_out
        for payload in (b"x" * 50000, b"short"):
            source.send(payload)
            until(target.get_available_packet_count, source.poll, target.poll)
            assert bytes(target.get_packet()) == payload
        written = source.statistics().bytes_out - before
        assert (written < 1000) == (asks and accepts)
    client.close()
    until(
        lambda: client.get_ready_state() == server.get_ready_state() == CLOSED,
        server.poll,
        client.poll,
    )
