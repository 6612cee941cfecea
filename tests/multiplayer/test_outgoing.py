"""What a server sends within a tick: put together, in order, for everybody what is theirs."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from engine.core.error import OK
from engine.net._poller import poller
from engine.testing import expect_error
from tests.multiplayer.websocket_pairs import WebSockets
from tests.net.net_wire import RawPeer, dial, frames_of, request, until

TIMES = 40


class Clients:
    """A server and bare sockets as its clients."""

    def __init__(self) -> None:
        self.pair = WebSockets()
        self.server = self.pair.server
        self.raw: dict[int, RawPeer] = {}

    def join(self) -> int:
        raw = dial(self.pair.port)
        raw.raw(request())
        raw.until(b"\r\n\r\n", self.server.poll)
        greeting = raw.frame(self.server.poll)
        assert greeting is not None
        number = int.from_bytes(greeting[1], "little")
        self.raw[number] = raw
        return number

    def read(self, number: int, count: int) -> list[bytes]:
        """So many messages of a client."""
        found = []
        while len(found) < count:
            frame = self.raw[number].frame()
            assert frame is not None
            found.append(frame[1])
        return found

    def close(self) -> None:
        self.pair.close()
        for raw in self.raw.values():
            raw.shut()


@pytest.fixture
def clients() -> Iterator[Clients]:
    made = Clients()
    yield made
    if poller().in_tick:
        poller().end_tick()
    made.close()


@pytest.mark.parametrize("seed", range(6))
def test_everybody_gets_what_is_theirs_in_order(clients: Clients, seed: int) -> None:
    rng = random.Random(seed)
    expected: dict[int, list[bytes]] = {clients.join(): [] for _ in range(3)}
    for number in range(TIMES):
        if rng.random() < 0.3:
            change_tick()
        if rng.random() < 0.05:
            expected[clients.join()] = []
        data = str(number).encode().ljust(rng.choice((3, 200, 9000, 40000)), b".")
        members = list(expected)
        kind = rng.randrange(4)
        if kind == 0:
            chosen = members
            clients.server._send_packets(data, chosen, 2, 0)
        elif kind == 1:
            chosen = [rng.choice(members)]
            assert clients.server._send_packet(data, chosen[0], 2, 0) is OK
        elif kind == 2:
            left_out = rng.choice(members)
            chosen = [one for one in members if one != left_out]
            assert clients.server._send_packet(data, -left_out, 2, 0) is OK
        else:
            chosen = rng.sample(members, 2)
            clients.server._send_packets(data, chosen, 2, 0)
        for one in chosen:
            expected[one].append(data)
    if poller().in_tick:
        poller().end_tick()
    for number, messages in expected.items():
        assert clients.read(number, len(messages)) == messages


def change_tick() -> None:
    """Ends a tick, or begins one."""
    if poller().in_tick:
        poller().end_tick()
    else:
        poller().begin_tick()


def test_a_tick_s_packets_are_written_at_its_end(clients: Clients) -> None:
    number = clients.join()
    poller().begin_tick()
    for data in (b"one", b"two", b"three"):
        clients.server.put_packet(data)
    raw = clients.raw[number]
    raw.fill()
    assert raw.buffer == b""
    poller().end_tick()
    assert clients.read(number, 3) == [b"one", b"two", b"three"]


def test_the_end_does_not_overtake_packets(clients: Clients) -> None:
    one, two, three = clients.join(), clients.join(), clients.join()
    poller().begin_tick()
    clients.server.put_packet(b"last")
    websocket = clients.server.get_peer(two)
    assert websocket is not None
    websocket.send(b"by itself")
    clients.server.put_packet(b"words")
    clients.server.disconnect_peer(one)
    clients.server.disconnect_peer(two, True)
    clients.server.close()
    poller().end_tick()
    assert frames_of(clients.raw[one].rest()) == [(2, b"last"), (2, b"words"), (8, b"\x03\xe8")]
    assert frames_of(clients.raw[two].rest()) == [
        (2, b"last"), (2, b"by itself"), (2, b"words"), (8, b"\x03\xe8")
    ]  # fmt: skip
    assert frames_of(clients.raw[three].rest()) == [(2, b"last"), (2, b"words")]


def test_one_that_is_closing_is_told_of(clients: Clients) -> None:
    one, two = clients.join(), clients.join()
    poller().begin_tick()
    clients.server.disconnect_peer(one)
    assert clients.server.put_packet(b"x") is OK
    with expect_error('Condition "ready_state != STATE_OPEN" is true.', count=1):
        poller().end_tick()
    assert clients.read(two, 1) == [b"x"]


def test_one_that_has_gone_is_left_out(clients: Clients) -> None:
    one, two = clients.join(), clients.join()
    sent: list[int] = []

    def tell(peer: int) -> None:
        sent.append(peer)
        assert clients.server.put_packet(b"somebody went") is OK

    clients.server.peer_disconnected.connect(tell)
    clients.raw.pop(one).shut()
    clients.raw.pop(two).shut()
    three = clients.join()
    until(lambda: len(sent) == 2, clients.server.poll)
    assert clients.read(three, 2) == [b"somebody went"] * 2


def test_more_than_fits_is_refused_one_by_one(clients: Clients) -> None:
    clients.server.outbound_buffer_size = 100
    number = clients.join()
    poller().begin_tick()
    clients.server.put_packet(bytes(80))
    clients.server.put_packet(bytes(101))
    clients.server.put_packet(bytes(90))
    with expect_error("outbound_buffer_size", count=1):
        poller().end_tick()
    assert clients.read(number, 2) == [bytes(80), bytes(90)]


def test_statistics_count_every_packet(clients: Clients) -> None:
    number = clients.join()
    poller().begin_tick()
    for _ in range(5):
        clients.server.put_packet(b"x")
    poller().end_tick()
    websocket = clients.server.get_peer(number)
    assert websocket is not None
    assert websocket.statistics().packets_out == 5
