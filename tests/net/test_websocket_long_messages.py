"""Long messages that come in pieces, each read to its place; and those that go out uncopied."""

from __future__ import annotations

import os
import random

import pytest
from net_pairs import CLOSED, CLOSING, OPEN, ROLES, Pair, both, take_all, tell
from net_session import Case
from net_tls import server_options, trusting
from net_wire import BIN, CLOSE, PING, PONG, TEXT, close_body, take, until

from engine.core.error import ERR_OUT_OF_MEMORY, OK
from engine.net._poller import poller
from engine.net.stream_peer_tls import StreamPeerTLS
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer


def both_secure() -> tuple[WebSocketPeer, WebSocketPeer]:
    listening, stream = TCPServer(), StreamPeerTLS()
    listening.listen(0, "127.0.0.1")
    client, server = WebSocketPeer(), WebSocketPeer()
    client.connect_to_url(f"wss://localhost:{listening.get_local_port()}/x", trusting())
    until(listening.is_connection_available, client.poll)
    stream.accept_stream(listening.take_connection(), server_options())
    server.accept_stream(stream)
    until(lambda: tell(client)[0] == tell(server)[0] == OPEN, client.poll, server.poll)
    return client, server


@ROLES
def test_one_that_comes_in_pieces_is_read_to_its_place(server: bool) -> None:
    case = Case(server)
    reader = case.session.reader
    payload = os.urandom(50_000)
    data = case.frame(BIN, payload) + case.frame(TEXT, b"behind")
    case.session.receive_data(data[:100])
    assert reader.place is not None
    assert len(reader.place) + 100 == len(data) - len(case.frame(TEXT, b"behind"))
    reader.place[:1000] = data[100:1100]  # as from the system
    case.session.receive_placed(1000)
    case.session.receive_data(data[1100:20_000])
    assert not reader.packets
    assert not reader.held
    case.session.receive_data(data[20_000:])
    assert reader.place is None
    assert [take(case.session), take(case.session)] == [(payload, False), (b"behind", True)]


@ROLES
def test_random_pieces(server: bool) -> None:
    chance = random.Random(5)
    case = Case(server, inbound_buffer_size=1 << 20)
    sizes = [chance.choice((0, 10, 4095, 4096, 5000, 65_535, 65_536, 100_000)) for _ in range(60)]
    sent = [chance.randbytes(size) for size in sizes]
    data = b"".join(case.frame(BIN, payload) for payload in sent)
    found, reader = [], case.session.reader
    while data:
        room = len(reader.place) if reader.place is not None else 70_000
        count = min(chance.choice((1, 3, 20, 5000, 70_000)), len(data), room)
        if reader.place is not None and chance.random() < 0.8:
            reader.place[:count] = data[:count]
            case.session.receive_placed(count)
        else:
            case.session.receive_data(data[:count])
        data = data[count:]
        while reader.packets:
            found.append(take(case.session)[0])
        case.session.resume()
    assert found == sent
    assert reader.count == len(sent)


@ROLES
def test_there_has_to_be_room_for_it(server: bool) -> None:
    case = Case(server, inbound_buffer_size=10_000)
    reader = case.session.reader
    one, other = os.urandom(9000), os.urandom(8000)
    data = case.frame(BIN, one) + case.frame(BIN, other)
    case.session.receive_data(data[:10_000])
    assert reader.place is None
    assert not case.session.wants_data
    case.session.receive_data(data[10_000:12_000])  # though it was not asked for
    assert take(case.session) == (one, False)
    case.session.resume()
    assert reader.place is not None
    case.session.receive_data(data[12_000:])
    assert take(case.session) == (other, False)
    assert reader.room == (1 << 14) - 1


def test_while_one_comes_the_connection_may_be_closed(pair: Pair) -> None:
    data = pair.frame(BIN, os.urandom(60_000))
    pair.raw.raw(data[:30_000])
    link = pair.peer._link
    assert link is not None
    pair.poll_until(lambda: link.session.reader.place is not None)
    pair.peer.close(1000, "enough")
    assert pair.told()[0] == CLOSING
    pair.raw.raw(data[30_000:] + pair.frame(CLOSE, close_body(1000, b"enough")))
    pair.poll_until(lambda: pair.told()[0] == CLOSED)
    assert pair.told() == (CLOSED, 1000, "enough")
    assert take_all(pair.peer) == []


def test_the_end_in_the_middle_of_one(pair: Pair) -> None:
    pair.raw.raw(pair.frame(TEXT, b"before") + pair.frame(BIN, os.urandom(60_000))[:30_000])
    pair.raw.shut()
    pair.poll_until(lambda: pair.peer.get_available_packet_count())
    assert take_all(pair.peer) == [(b"before", True)]
    pair.poll_until(lambda: pair.told()[0] == CLOSED)
    assert pair.told() == (CLOSED, -1, "")


def test_pings_behind_one_are_answered(pair: Pair) -> None:
    payload = os.urandom(60_000)
    frame = pair.frame(BIN, payload)
    pair.raw.raw(frame[:50_000])
    pair.peer.poll()
    pair.raw.raw(frame[50_000:] + pair.frame(PING, b"there?"))
    assert pair.packets(1) == [(payload, False)]
    assert pair.got() == (PONG, b"there?")


@pytest.mark.parametrize("secure", [False, True], ids=["plain", "tls"])
def test_to_and_fro(secure: bool) -> None:
    client, server = both_secure() if secure else both()
    net = poller()
    rounds = [os.urandom(size) for size in (40_000, 65_535, 16_384, 125, 126, 32_768, 65_000)]
    found: list[bytes] = []

    def tick() -> None:
        net.begin_tick()
        server.poll()
        for payload, _ in take_all(server):
            assert server.send(payload) is OK
        client.poll()
        found.extend(payload for payload, _ in take_all(client))
        net.end_tick()

    for payload in rounds:
        assert client.send(payload) is OK
        until(lambda: found, tick)
        assert found.pop() == payload
    assert tell(server)[0] == tell(client)[0] == OPEN
    counts = server.statistics()
    assert (counts.packets_in, counts.packets_out) == (len(rounds), len(rounds))


def test_what_the_system_does_not_take_waits_and_keeps_the_order() -> None:
    client, server = both()
    payloads = [bytes([number]) * 60_000 for number in range(200)]
    server.outbound_buffer_size = 0
    server.poll()
    for payload in payloads:
        assert server.send(payload) is OK
    assert server.get_current_outbound_buffered_amount() > 0
    found: list[bytes] = []
    while len(found) < len(payloads):
        server.poll()
        client.poll()
        found += [payload for payload, _ in take_all(client)]
    assert found == payloads
    assert server.get_current_outbound_buffered_amount() == 0


def test_the_limit_of_what_may_wait_holds_for_long_ones(errors: list[str]) -> None:
    client, server = both()
    server.poll()
    results = [server.send(bytes(60_000)) for _ in range(400)]
    assert results[0] is OK
    assert results[-1] is ERR_OUT_OF_MEMORY
    assert len(errors) == results.count(ERR_OUT_OF_MEMORY)
    assert server.get_current_outbound_buffered_amount() <= 65_535
    client.close(-1)


@ROLES
def test_a_piece_that_looks_like_a_short_message_is_none(server: bool) -> None:
    case = Case(server)
    inner = case.frame(BIN, b"not a message")
    key = case.frame(BIN, bytes(4))[2:6] if server else bytes(4)  # zeros masked are the key
    payload = bytes(5000) + bytes(b ^ key[i & 3] for i, b in enumerate(inner)) + bytes(100)
    data = case.frame(BIN, payload)
    at = data.index(inner)
    case.session.receive_data(data[:at])
    case.session.receive_data(inner)
    case.session.receive_data(data[at + len(inner) :])
    assert take(case.session) == (payload, False)
    assert not case.session.reader.packets
