"""`WebSocketMultiplayerPeer` from both sides, over real sockets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from engine.core.crypto import Crypto
from engine.core.error import (
    ERR_ALREADY_IN_USE,
    ERR_INVALID_PARAMETER,
    ERR_OUT_OF_MEMORY,
    ERR_UNAVAILABLE,
    ERR_UNCONFIGURED,
    OK,
)
from engine.core.packed_byte_array import PackedByteArray
from engine.multiplayer.websocket_multiplayer_peer import WebSocketMultiplayerPeer
from engine.net.tls_options import TLSOptions
from engine.testing import expect_error
from tests.multiplayer.websocket_pairs import WebSockets
from tests.net.net_wire import RawPeer, dial, frames_of, free_port, request, until

DISCONNECTED, CONNECTING, CONNECTED = range(3)
UNCONFIGURED = 'Condition "get_connection_status() != CONNECTION_CONNECTED" is true. '
NO_PACKET = 'Condition "incoming_packets.is_empty()" is true. Returning: '
UNKNOWN = 'Condition "!peers_map.has(p_peer_id)" is true.'


@pytest.fixture
def pair() -> Iterator[WebSockets]:
    made = WebSockets()
    yield made
    made.close()


def taken(peer: WebSocketMultiplayerPeer) -> list[tuple[int, bytes]]:
    found = []
    while peer.get_available_packet_count():
        sender = peer.get_packet_peer()
        found.append((sender, bytes(peer.get_packet())))
    return found


# Beginning ---------------------------------------------------------------------------------------


def test_a_fresh_one() -> None:
    peer = WebSocketMultiplayerPeer()
    assert (peer.get_connection_status(), peer.get_unique_id()) == (DISCONNECTED, 0)
    assert (peer.handshake_timeout, peer.max_queued_packets) == (3.0, 4096)
    assert (peer.inbound_buffer_size, peer.outbound_buffer_size) == (65535, 65535)
    assert len(peer.supported_protocols) == len(peer.handshake_headers) == 0
    assert peer.is_server_relay_supported()
    peer.poll()
    with expect_error(UNKNOWN, count=1):
        peer.disconnect_peer(3)
    with expect_error(f"{NO_PACKET}1", count=1):
        assert peer.get_packet_peer() == 1
    with expect_error(f"{UNCONFIGURED}Returning: ERR_UNCONFIGURED", count=2):
        assert (peer.get_packet(), peer.get_packet_error()) == (PackedByteArray(), ERR_UNCONFIGURED)
        assert peer.put_packet(b"x") is ERR_UNCONFIGURED
    assert peer.put_packet(b"") is OK
    with expect_error("Returning: Ref<WebSocketPeer>()", count=1):
        assert peer.get_peer(1) is None
    with expect_error("Returning: IPAddress()", count=1):
        assert peer.get_peer_address(2) == ""
    with expect_error("Returning: 0", count=1):
        assert peer.get_peer_port(2) == 0


def test_a_timeout_has_to_be_one() -> None:
    peer = WebSocketMultiplayerPeer()
    with expect_error('Condition "p_timeout <= 0.0" is true.', count=2):
        peer.handshake_timeout = 0
        peer.handshake_timeout = -1
    assert peer.handshake_timeout == 3.0


def test_what_cannot_begin() -> None:
    peer = WebSocketMultiplayerPeer()
    with expect_error("Returning: ERR_INVALID_PARAMETER", count=2):
        assert peer.create_server(free_port(), "*", TLSOptions.client()) is ERR_INVALID_PARAMETER
        server_options = TLSOptions.server(None, None)
        assert peer.create_client("ws://127.0.0.1", server_options) is ERR_INVALID_PARAMETER
    with expect_error("Invalid"), expect_error("p_bind_address"):
        assert peer.create_server(free_port(), "nonsense") is ERR_INVALID_PARAMETER
    with expect_error("Invalid protocol"):
        assert peer.create_client("foo://127.0.0.1") is ERR_INVALID_PARAMETER
    assert peer.get_connection_status() == DISCONNECTED


def test_a_port_is_taken_once(pair: WebSockets) -> None:
    assert WebSocketMultiplayerPeer().create_server(pair.port) is ERR_ALREADY_IN_USE
    with expect_error("Returning: ERR_ALREADY_IN_USE", count=2):
        assert pair.server.create_server(0) is ERR_ALREADY_IN_USE
        assert pair.server.create_client("ws://127.0.0.1") is ERR_ALREADY_IN_USE
    pair.server.close()
    assert pair.server.create_server(pair.port, "127.0.0.1") is OK


def test_a_client_is_let_in(pair: WebSockets) -> None:
    client = pair.dial()
    assert (client.get_connection_status(), client.get_unique_id()) == (CONNECTING, 0)
    assert (client.get_peer_address(1), client.get_peer_port(1)) == ("127.0.0.1", pair.port)
    ids: list[int] = []
    pair.server.peer_connected.connect(ids.append)
    until(lambda: client.get_connection_status() == CONNECTED, pair.poll)
    assert pair.log == ["server: came", "client: 1 came"]
    assert ids == [client.get_unique_id()]
    assert ids[0] > 1
    websocket = pair.server.get_peer(ids[0])
    assert websocket is not None
    assert websocket.get_ready_state() == websocket.STATE_OPEN
    assert pair.server.get_peer_address(ids[0]) == "127.0.0.1"
    assert pair.server.get_peer_port(ids[0]) > 0


def test_one_connection_is_taken_in_each_poll(pair: WebSockets) -> None:
    raw = [dial(pair.port) for _ in range(3)]
    for one in raw:
        one.raw(request())
    came: list[int] = []
    pair.server.peer_connected.connect(came.append)
    counts = []
    while len(came) < 3:
        pair.server.poll()
        counts.append(len(came))
    assert counts == [1, 2, 3]
    for one in raw:
        one.shut()


# Packets -----------------------------------------------------------------------------------------


def test_packets_go_to_their_targets(pair: WebSockets) -> None:
    one, two = pair.connect(), pair.connect()
    first, second = one.get_unique_id(), two.get_unique_id()
    for target, data in ((0, b"all"), (first, b"first"), (-first, b"not first"), (-99, b"too")):
        pair.server.set_target_peer(target)
        assert pair.server.put_packet(data) is OK
    pair.server.set_target_peer(77)
    with expect_error("Peer not found: 77", count=1):
        assert pair.server.put_packet(b"nobody") is ERR_INVALID_PARAMETER
    until(lambda: one.get_available_packet_count() == 3, pair.poll)
    until(lambda: two.get_available_packet_count() == 3, pair.poll)
    assert taken(one) == [(1, b"all"), (1, b"first"), (1, b"too")]
    assert taken(two) == [(1, b"all"), (1, b"not first"), (1, b"too")]
    for target in (0, -1, second):  # a client has nobody else to send to
        one.set_target_peer(target)
        assert one.put_packet(b"x") is OK
    until(lambda: pair.server.get_available_packet_count() == 3, pair.poll)
    assert pair.server.get_packet_mode() == pair.server.TRANSFER_MODE_RELIABLE
    assert pair.server.get_packet_channel() == 0
    assert taken(pair.server) == [(first, b"x")] * 3
    with expect_error(f"{NO_PACKET}ERR_UNAVAILABLE", count=1):
        assert len(one.get_packet()) == 0
    assert one.get_packet_error() is ERR_UNAVAILABLE


def test_the_steps_of_scene_multiplayer_do_the_same(pair: WebSockets) -> None:
    one, two = pair.connect(), pair.connect()
    first, second = one.get_unique_id(), two.get_unique_id()
    with expect_error("Peer not found: 77", count=1):
        pair.server._send_packets(b"both", [second, 77, first], 2, 0)
    assert pair.server._send_packet(b"one", first, 0, 3) is OK
    assert (pair.server.transfer_mode, pair.server.transfer_channel) == (0, 3)
    until(lambda: one.get_available_packet_count() == 2, pair.poll)
    until(lambda: two.get_available_packet_count() == 1, pair.poll)
    assert [one._next_packet() for _ in range(3)] == [(1, b"both", 2, 0), (1, b"one", 2, 0), None]
    assert two._next_packet() == (1, b"both", 2, 0)


def test_what_is_too_big_is_not_sent(pair: WebSockets) -> None:
    client = pair.connect()
    with expect_error("outbound_buffer_size", count=2):
        assert client.put_packet(bytes(65536)) is ERR_OUT_OF_MEMORY
        assert pair.server.put_packet(bytes(65536)) is OK
    assert client.put_packet(bytes(65535)) is OK
    until(lambda: pair.server.get_available_packet_count(), pair.poll)
    assert len(pair.server.get_packet()) == 65535


def test_empty_messages_and_text(pair: WebSockets) -> None:
    client = pair.connect()
    number = client.get_unique_id()
    at_server, at_client = pair.server.get_peer(number), client.get_peer(1)
    assert at_server is not None
    assert at_client is not None
    for websocket in (at_server, at_client):
        websocket.send(b"")
        websocket.send_text("héh")
    with expect_error('Condition "size <= 0" is true.', count=1):  # at the client alone
        until(lambda: client.get_available_packet_count(), pair.poll)
    until(lambda: pair.server.get_available_packet_count(), pair.poll)
    assert taken(client) == [(1, "héh".encode())]
    assert taken(pair.server) == [(number, "héh".encode())]


def test_limits_are_those_of_the_connection(pair: WebSockets) -> None:
    pair.server.inbound_buffer_size = 100
    client = pair.connect()
    assert client.put_packet(bytes(100)) is OK
    until(lambda: pair.server.get_available_packet_count(), pair.poll)
    assert client.put_packet(bytes(101)) is OK
    until(lambda: client.get_connection_status() == DISCONNECTED, pair.poll)


def test_one_frame_serves_all(pair: WebSockets) -> None:
    raw = [dial(pair.port) for _ in range(4)]
    for one in raw:
        one.raw(request())
        one.until(b"\r\n\r\n", pair.server.poll)
    assert pair.server.put_packet(b"hello") is OK
    for one in raw:
        assert one.frame() is not None  # the id
        assert one.frame() == (2, b"hello")
        one.shut()


def test_what_nobody_takes_is_not_read_for_ever(pair: WebSockets) -> None:
    pair.server.max_queued_packets = 10
    client = pair.connect()
    client.max_queued_packets = -1
    for number in range(200):
        assert client.put_packet(bytes([number])) is OK
        pair.poll()
    pair.poll_on()
    assert pair.server.get_available_packet_count() <= 30
    found = []
    while len(found) < 200:
        pair.poll()
        found += [data[0] for _, data in taken(pair.server)]
    assert found == list(range(200))


def test_statistics(pair: WebSockets) -> None:
    one, two = pair.connect(), pair.connect()
    pair.server.put_packet(b"12345")
    one.put_packet(b"123")
    until(lambda: pair.server.get_available_packet_count(), pair.poll)
    until(lambda: two.get_available_packet_count(), pair.poll)
    server, client = pair.server.statistics(), two.statistics()
    assert (server.peers, server.pending, server.packets_in) == (2, 0, 1)
    assert (server.packets_out, server.packets_unread) == (2, 1)  # the ids are no packets
    assert (client.peers, client.packets_in, client.packets_unread) == (1, 2, 1)
    assert client.bytes_in > 100


# Ending ------------------------------------------------------------------------------------------


def test_the_server_closes(pair: WebSockets) -> None:
    client = pair.connect()
    pair.log.clear()
    seen = []
    client.peer_disconnected.connect(
        lambda peer: seen.append((client.get_connection_status(), client.get_unique_id() > 1))
    )
    pair.server.close()
    assert (pair.server.get_connection_status(), pair.server.get_unique_id()) == (DISCONNECTED, 0)
    until(lambda: client.get_connection_status() == DISCONNECTED, pair.poll)
    assert pair.log == ["client: 1 went"]
    assert seen == [(CONNECTED, True)]
    assert client.get_unique_id() == 0


def test_a_client_closes(pair: WebSockets) -> None:
    client = pair.connect()
    pair.log.clear()
    known = []
    pair.server.peer_disconnected.connect(
        lambda peer: known.append(pair.server.get_peer(peer) is not None)
    )
    client.close()
    assert client.get_connection_status() == DISCONNECTED
    until(lambda: pair.log, pair.poll)
    assert pair.log == ["server: went"]
    assert known == [True]


def test_what_was_sent_before_the_end_still_comes(pair: WebSockets) -> None:
    client = pair.connect()
    number = client.get_unique_id()
    pair.log.clear()
    client.put_packet(b"last words")
    client.close()
    until(lambda: pair.server.get_available_packet_count(), pair.poll)
    assert pair.log == []
    assert taken(pair.server) == [(number, b"last words")]
    until(lambda: pair.log == ["server: went"], pair.poll)


def test_a_client_is_thrown_out(pair: WebSockets) -> None:
    client = pair.connect()
    pair.log.clear()
    websocket = client.get_peer(1)
    assert websocket is not None
    pair.server.disconnect_peer(client.get_unique_id())
    with expect_error('Condition "ready_state != STATE_OPEN" is true.', count=1):
        assert pair.server.put_packet(b"too late") is OK
    pair.server.poll()
    assert pair.log == ["server: went"]
    until(lambda: client.get_connection_status() == DISCONNECTED, pair.poll)
    assert pair.log == ["server: went", "client: 1 went"]
    assert websocket.get_close_code() == 1000


@pytest.mark.parametrize("code", [1000, 4001])
def test_a_websocket_is_closed_by_itself(pair: WebSockets, code: int) -> None:
    client = pair.connect()
    pair.log.clear()
    at_server, at_client = pair.server.get_peer(client.get_unique_id()), client.get_peer(1)
    assert at_server is not None
    assert at_client is not None
    at_server.close(code, "why")
    until(lambda: client.get_connection_status() == DISCONNECTED, pair.poll)
    assert pair.log == ["server: went", "client: 1 went"]
    assert (at_client.get_close_code(), at_client.get_close_reason()) == (code, "why")


def test_by_force_nobody_is_told_here(pair: WebSockets) -> None:
    client = pair.connect()
    pair.log.clear()
    pair.server.disconnect_peer(client.get_unique_id(), True)
    until(lambda: client.get_connection_status() == DISCONNECTED, pair.poll)
    pair.poll_on()
    assert pair.log == ["client: 1 went"]


def test_a_client_leaves(pair: WebSockets) -> None:
    client = pair.connect()
    pair.log.clear()
    client.disconnect_peer(1)
    assert client.get_connection_status() == CONNECTED
    until(lambda: client.get_connection_status() == DISCONNECTED, pair.poll)
    assert pair.log == ["server: went", "client: 1 went"]


def test_a_client_leaves_by_force(pair: WebSockets) -> None:
    client = pair.connect()
    pair.log.clear()
    client.disconnect_peer(1, True)
    assert client.get_connection_status() == DISCONNECTED
    until(lambda: pair.log, pair.poll)
    assert pair.log == ["server: went"]


def test_a_forced_end_says_a_word_on_the_wire(pair: WebSockets) -> None:
    raw = dial(pair.port)
    number = admitted(pair, raw)
    pair.server.disconnect_peer(number, True)
    assert frames_of(raw.rest()) == [(8, b"\x03\xe8")]
    raw.shut()


def test_closing_says_nothing_on_the_wire(pair: WebSockets) -> None:
    raw = dial(pair.port)
    admitted(pair, raw)
    pair.server.close()
    assert raw.rest() == b""
    raw.shut()


def admitted(pair: WebSockets, raw: RawPeer) -> int:
    """The id that the server gives to a bare socket."""
    raw.raw(request())
    raw.until(b"\r\n\r\n", pair.server.poll)
    frame = raw.frame(pair.server.poll)
    assert frame is not None
    return int.from_bytes(frame[1], "little")


# From within signals -----------------------------------------------------------------------------


def test_a_server_may_close_while_it_lets_somebody_in(pair: WebSockets) -> None:
    pair.server.peer_connected.connect(lambda peer: pair.server.close())
    client = pair.dial()
    until(lambda: client.get_connection_status() == DISCONNECTED, pair.poll)
    assert pair.server.get_connection_status() == DISCONNECTED


def test_a_server_may_close_while_somebody_goes(pair: WebSockets) -> None:
    clients = [pair.connect(), pair.connect()]
    pair.server.peer_disconnected.connect(lambda peer: pair.server.close())
    pair.log.clear()
    clients[0].close()
    until(lambda: clients[1].get_connection_status() == DISCONNECTED, pair.poll)
    assert pair.log == ["server: went", "client: 1 went"]


def test_a_client_may_connect_again_when_the_server_goes(pair: WebSockets) -> None:
    """The real engine drops the new connection."""
    client = pair.connect()

    def again(peer: int) -> None:
        client.close()
        assert client.create_client(pair.url) is OK

    client.peer_disconnected.connect(again)
    pair.server.disconnect_peer(client.get_unique_id())
    until(lambda: client.get_connection_status() != CONNECTED, pair.poll)
    until(lambda: client.get_connection_status() == CONNECTED, pair.poll)


# Refusing and waiting ----------------------------------------------------------------------------


def test_nobody_is_served_while_new_ones_are_refused(pair: WebSockets) -> None:
    pair.server.refuse_new_connections = True
    client = pair.dial()
    pair.poll_on()
    assert (pair.log, client.get_connection_status()) == ([], CONNECTING)
    pair.server.refuse_new_connections = False
    until(lambda: client.get_connection_status() == CONNECTED, pair.poll)


def test_who_left_while_new_ones_were_refused_has_never_been_there(pair: WebSockets) -> None:
    pair.server.refuse_new_connections = True
    raw = dial(pair.port)
    raw.raw(request())
    raw.shut()
    pair.poll_on()
    pair.server.refuse_new_connections = False
    pair.poll_on()
    assert not pair.server._pending
    assert pair.log == []


def test_who_says_something_and_leaves_has_been_there(pair: WebSockets) -> None:
    pair.server.refuse_new_connections = True
    raw = dial(pair.port)
    raw.raw(request())
    raw.send(2, b"\3hello")
    raw.shut()
    pair.poll_on()
    pair.server.refuse_new_connections = False
    until(lambda: len(pair.log) == 2, pair.poll)
    assert pair.log == ["server: came", "server: went"]


def test_who_is_half_way_in_gets_no_id_when_refusing_begins(pair: WebSockets) -> None:
    raw = dial(pair.port)
    until(lambda: pair.server._pending, pair.server.poll)
    pair.server.refuse_new_connections = True
    raw.raw(request())
    answer, _, frames = raw.rest(pair.server.poll).partition(b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 101 ")
    assert frames == b""
    assert pair.log == []
    raw.shut()


def test_a_slow_handshake_is_ended(pair: WebSockets) -> None:
    raw = dial(pair.port)
    until(lambda: pair.server._pending, pair.server.poll)
    pair.clock.advance(2.9)
    pair.server.poll()
    assert pair.server._pending
    pair.clock.advance(0.2)
    assert raw.rest(pair.server.poll) == b""
    assert not pair.server._pending
    raw.shut()


def test_where_nobody_listens() -> None:
    peer = WebSocketMultiplayerPeer()
    assert peer.create_client(f"ws://127.0.0.1:{free_port()}") is OK
    until(lambda: peer.get_connection_status() == DISCONNECTED, peer.poll)


def test_sub_protocols_and_headers() -> None:
    pair = WebSockets()
    pair.server.supported_protocols = ["b", "c"]
    refused = pair.dial()
    until(lambda: refused.get_connection_status() == DISCONNECTED, pair.poll)
    client = WebSocketMultiplayerPeer()
    client.supported_protocols = ["a", "c"]
    client.handshake_headers = ["X-Me: 1"]
    assert client.create_client(pair.url) is OK
    pair.clients.append(client)
    until(lambda: client.get_connection_status() == CONNECTED, pair.poll)
    websocket = client.get_peer(1)
    assert websocket is not None
    assert websocket.get_selected_protocol() == "c"
    pair.close()


def test_encrypted() -> None:
    crypto = Crypto()
    key = crypto.generate_rsa(2048)
    certificate = crypto.generate_self_signed_certificate(key, "CN=here")
    client_options = TLSOptions.client(certificate, "here")
    pair = WebSockets((TLSOptions.server(key, certificate), client_options))
    silent = dial(pair.port)  # does not keep others from getting in
    client = pair.connect()
    assert client.put_packet(b"secret") is OK
    assert pair.server.put_packet(bytes(60000)) is OK
    until(lambda: pair.server.get_available_packet_count(), pair.poll)
    until(lambda: client.get_available_packet_count(), pair.poll)
    assert taken(pair.server) == [(client.get_unique_id(), b"secret")]
    assert taken(client) == [(1, bytes(60000))]
    plain = WebSocketMultiplayerPeer()
    assert plain.create_client(f"ws://127.0.0.1:{pair.port}") is OK
    pair.clients.append(plain)
    until(lambda: plain.get_connection_status() == DISCONNECTED, pair.poll)
    silent.shut()
    pair.close()
