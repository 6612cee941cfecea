"""A network that fails: silence, stalls, bytes in odd pieces."""

from __future__ import annotations

import random
import socket
from dataclasses import dataclass, field

import pytest
from net_pairs import CLOSED, OPEN, Pair, take_all, tell
from net_wire import until

from engine.core.clock import ManualClock
from engine.core.error import OK
from engine.net.tcp_server import TCPServer
from engine.net.websocket_peer import WebSocketPeer


@pytest.mark.parametrize("server", [False, True], ids=["client", "server"])
def test_who_vanishes_is_noticed_by_the_heartbeat(server: bool) -> None:
    clock = ManualClock()
    pair = Pair(server, WebSocketPeer(clock=clock))
    pair.peer.heartbeat_interval = 10.0
    clock.advance(10.1)
    pair.peer.poll()  # asks whether it lives
    clock.advance(9.0)
    pair.peer.poll()
    assert pair.peer.get_ready_state() == OPEN
    clock.advance(1.2)
    pair.peer.poll()
    assert tell(pair.peer) == (CLOSED, -1, "")
    pair.raw.shut()


@dataclass
class Way:
    """One direction between two sockets."""

    source: socket.socket
    target: socket.socket
    held: bytearray = field(default_factory=bytearray)
    wait: int = 0


class SlowRoad:
    """Carries bytes between two sockets late and in odd pieces, as a bad network does."""

    def __init__(self, port: int, chance: random.Random) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.port = self.listener.getsockname()[1]
        self.to = port
        self.chance = chance
        self.ways: list[Way] = []

    def step(self) -> None:
        try:
            near, _ = self.listener.accept()
            near.setblocking(False)
            far = socket.create_connection(("127.0.0.1", self.to))
            far.setblocking(False)
            self.ways += [Way(near, far), Way(far, near)]
        except BlockingIOError:
            pass
        for way in self.ways:
            self.carry(way)

    def carry(self, way: Way) -> None:
        chance = self.chance
        try:
            way.held += way.source.recv(chance.choice((1, 100, 10000)))
        except OSError:
            pass
        way.wait -= 1
        if way.wait < 0 and way.held:
            way.wait = chance.choice((0, 0, 0, 3, 30))  # a stall, as after a packet was lost
            try:
                del way.held[: way.target.send(way.held[: chance.choice((1, 3, 500, 20000))])]
            except OSError:
                pass

    def close(self) -> None:
        self.listener.close()
        for way in self.ways:
            way.source.close()


@pytest.mark.parametrize("seed", range(3))
def test_over_a_slow_road_nothing_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    server = TCPServer()
    assert server.listen(0, "127.0.0.1") is OK
    road = SlowRoad(server.get_local_port(), chance)
    near, far = WebSocketPeer(), WebSocketPeer()
    near.outbound_buffer_size = far.outbound_buffer_size = 1 << 24
    assert near.connect_to_url(f"ws://127.0.0.1:{road.port}/") is OK
    until(server.is_connection_available, near.poll, road.step)
    assert far.accept_stream(server.take_connection()) is OK

    def everybody() -> None:
        near.poll()
        far.poll()
        for _ in range(20):
            road.step()

    until(lambda: near.get_ready_state() == far.get_ready_state() == OPEN, everybody)
    sent = [chance.randbytes(chance.choice((0, 5, 200, 5000))) for _ in range(60)]
    for payload in sent:
        assert near.send(payload) is OK
        assert far.send(payload) is OK
    found: dict[int, list[bytes]] = {0: [], 1: []}

    def collect() -> None:
        for index, peer in enumerate((near, far)):
            found[index] += [data for data, _ in take_all(peer)]

    until(lambda: len(found[0]) == len(found[1]) == len(sent), everybody, collect)
    assert found[0] == found[1] == sent
    near.close(4000, "over")
    until(lambda: near.get_ready_state() == far.get_ready_state() == CLOSED, everybody)
    assert tell(near) == tell(far) == (CLOSED, 4000, "over")
    road.close()
