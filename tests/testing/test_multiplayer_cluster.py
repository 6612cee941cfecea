"""Trees of a server and its clients, run in step over links in memory."""

from __future__ import annotations

from typing import Any

import pytest

from engine.core.clock import ManualClock
from engine.core.error import ERR_INVALID_PARAMETER, ERR_UNCONFIGURED, OK
from engine.scene._remote_method import rpc
from engine.scene.multiplayer_peer import MultiplayerPeer
from engine.scene.node import Node
from engine.testing import expect_error
from engine.testing.multiplayer_links import LinkConditions, MultiplayerNetwork

TICK = 1.0 / 60.0
UNRELIABLE, ORDERED, RELIABLE = range(3)
DISCONNECTED, CONNECTING, CONNECTED = range(3)


class Game(Node):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[int, str]] = []

    @rpc("any_peer", "call_local")
    def say(self, text: str) -> None:
        self.heard.append((self.multiplayer.get_remote_sender_id(), text))


def heard(games: list[Game]) -> list[list[tuple[int, str]]]:
    return [game.heard for game in games]


# Trees -------------------------------------------------------------------------------------------


def test_everybody_hears_it(make_cluster: Any) -> None:
    cluster = make_cluster(clients=3)
    games = cluster.add_everywhere(Game)
    cluster.connect()
    games[2].say.rpc("hello")
    cluster.run_until(lambda: all(game.heard for game in games))
    assert heard(games) == [[(3, "hello")]] * 4


def test_all_trees_have_the_same_time(make_cluster: Any) -> None:
    cluster = make_cluster(clients=2, conditions=LinkConditions(delay=0.1))
    games = cluster.add_everywhere(Game)
    cluster.connect()
    games[0].say.rpc("now")
    ticks = 0
    while not games[1].heard:
        cluster.tick()
        ticks += 1
    assert ticks == 6
    assert games[2].heard


def test_a_run_over_bad_links_is_repeatable(make_cluster: Any) -> None:
    def run(seed: int) -> list[tuple[int, list[list[tuple[int, str]]]]]:
        bad = LinkConditions(delay=0.05, jitter=0.05, loss=0.3, reordering=0.2)
        cluster = make_cluster(clients=2, conditions=bad, seed=seed)
        games = cluster.add_everywhere(Game)
        cluster.connect()
        trace = []
        for number in range(60):
            games[number % 3].say.rpc(str(number))
            cluster.tick()
            trace.append((number, [list(game.heard) for game in games]))
        cluster.tick(120)
        assert [len(game.heard) for game in games] == [60] * 3  # reliable calls all arrive
        return trace

    assert run(1) == run(1)
    assert run(1) != run(2)


def test_clients_come_and_go(make_cluster: Any) -> None:
    cluster = make_cluster(clients=1)
    cluster.connect()
    late = cluster.add_client()
    cluster.connect()
    server = cluster.server.get_multiplayer()
    assert list(server.get_peers()) == [2, 3]
    gone: list[int] = []
    cluster.clients[0].get_multiplayer().peer_disconnected.connect(gone.append)
    cluster.remove_client(late)
    cluster.run_until(lambda: gone)
    assert (gone, list(server.get_peers())) == ([3], [2])


def test_a_tree_s_tick_is_that_of_all(make_cluster: Any) -> None:
    cluster = make_cluster(clients=1)
    before = cluster.clock.now()
    cluster.clients[0].tick(3)
    assert cluster.clock.now() - before == pytest.approx(3 * TICK)
    assert [tree.get_frame() for tree in cluster.trees] == [3, 3]


# Links -------------------------------------------------------------------------------------------


class Two:
    """A server and a client on one clock.

    Args:
        conditions: how good their link is.
    """

    def __init__(self, conditions: LinkConditions | None = None, seed: int = 0) -> None:
        self.clock = ManualClock()
        self.network = MultiplayerNetwork(self.clock, conditions, seed)
        self.server = self.network.create_server()
        self.client = self.network.create_client()
        self.log: list[str] = []
        for name, peer in (("server", self.server), ("client", self.client)):
            self._listen(name, peer)

    def _listen(self, name: str, peer: MultiplayerPeer) -> None:
        peer.peer_connected.connect(lambda number: self.log.append(f"{name}: {number} came"))
        peer.peer_disconnected.connect(lambda number: self.log.append(f"{name}: {number} went"))

    def poll(self, times: int = 1) -> None:
        for _ in range(times):
            self.clock.advance(TICK)
            self.server.poll()
            self.client.poll()

    def sent(self, count: int, mode: int) -> list[int]:
        """Numbers that arrive of those that the client sends, one in each tick."""
        self.client.transfer_mode = MultiplayerPeer.TransferMode(mode)
        found = []
        for number in range(count + 120):
            if number < count:
                assert self.client.put_packet(bytes([number])) is OK
            self.poll()
            while self.server.get_available_packet_count():
                found.append(self.server.get_packet()[0])
        return found


def test_a_client_is_let_in_at_once_over_a_perfect_link() -> None:
    two = Two()
    assert two.client.get_connection_status() == CONNECTING
    two.poll()
    assert two.log == ["server: 2 came", "client: 1 came"]
    assert (two.client.get_unique_id(), two.client.get_connection_status()) == (2, CONNECTED)


def test_it_takes_the_way_there_and_back() -> None:
    two = Two(LinkConditions(delay=0.1))
    two.poll(6)
    assert two.log == ["server: 2 came"]
    two.poll(6)
    assert two.log == ["server: 2 came", "client: 1 came"]


def test_modes_and_channels_arrive() -> None:
    two = Two()
    two.poll()
    assert two.server._send_packet(b"a", 2, ORDERED, 3) is OK
    assert two.server._send_packet(b"b", 0, UNRELIABLE, 1) is OK
    assert two.server._send_packet(b"nobody", -2, RELIABLE, 0) is OK
    two.poll()
    assert two.client.get_packet_peer() == 1
    assert (two.client.get_packet_mode(), two.client.get_packet_channel()) == (ORDERED, 3)
    assert [two.client._next_packet() for _ in range(3)] == [
        (1, b"a", ORDERED, 3),
        (1, b"b", UNRELIABLE, 1),
        None,
    ]
    with expect_error("Peer not found: 9", count=1):
        assert two.server._send_packet(b"x", 9, RELIABLE, 0) is ERR_INVALID_PARAMETER


BAD = LinkConditions(delay=0.05, jitter=0.03, loss=0.2, reordering=0.2)


@pytest.mark.parametrize("seed", range(3))
def test_what_becomes_of_packets_on_a_bad_link(seed: int) -> None:
    def connected() -> Two:
        two = Two(BAD, seed)
        two.poll(120)
        assert two.client.get_connection_status() == CONNECTED
        return two

    everything = list(range(100))
    assert connected().sent(100, RELIABLE) == everything
    loose = connected().sent(100, UNRELIABLE)
    assert 60 < len(loose) < 95
    assert loose != sorted(loose)
    ordered = connected().sent(100, ORDERED)
    assert ordered == sorted(ordered)
    assert len(ordered) < len(loose)
    assert connected().sent(100, UNRELIABLE) == loose


def test_a_stream_keeps_everything_in_order() -> None:
    two = Two(LinkConditions(delay=0.05, jitter=0.03, loss=0.2, reordering=0.2, streamed=True))
    two.poll(120)
    assert two.sent(100, UNRELIABLE) == list(range(100))


def test_what_a_link_has_carried() -> None:
    two = Two(LinkConditions(delay=1.0))
    two.poll(130)
    two.client.put_packet(b"12345")
    up = two.client.link.up.statistics()
    assert (up.packets, up.bytes, up.lost, up.waiting) == (2, 5, 0, 1)
    assert two.server.get_link(2) is two.client.link


@pytest.mark.parametrize("who", ["server", "client"])
def test_who_closes_is_missed(who: str) -> None:
    two = Two(LinkConditions(delay=0.05))
    two.poll(30)
    two.log.clear()
    getattr(two, who).put_packet(b"last words")
    getattr(two, who).close()
    two.poll(30)
    assert two.log == (["client: 1 went"] if who == "server" else ["server: 2 went"])


def test_somebody_is_thrown_out() -> None:
    two = Two()
    two.poll()
    two.log.clear()
    two.server.disconnect_peer(2)
    two.poll()
    assert two.log == ["server: 2 went", "client: 1 went"]
    with expect_error("not connected"):
        assert two.client.put_packet(b"x") is ERR_UNCONFIGURED


def test_a_cut_link_is_not_noticed() -> None:
    two = Two()
    two.poll()
    two.log.clear()
    two.client.link.cut()
    assert two.client.put_packet(b"lost") is OK
    two.poll(200)
    assert (two.log, two.server.get_available_packet_count()) == ([], 0)
    two.client.link.mend()
    assert two.client.put_packet(b"found") is OK
    two.poll()
    assert two.server.get_packet() == b"found"


def test_a_server_that_refuses_lets_nobody_in() -> None:
    two = Two()
    two.server.refuse_new_connections = True
    two.poll(170)
    assert two.client.get_connection_status() == CONNECTING
    two.poll(20)
    assert (two.client.get_connection_status(), two.log) == (DISCONNECTED, [])
    two.server.refuse_new_connections = False
    two.poll()
    assert two.log == []


@pytest.mark.parametrize("bad", [{"delay": -1.0}, {"loss": 1.5}, {"loss": 1.0, "streamed": True}])
def test_conditions_have_to_be_possible(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"time in seconds|share from|ever arrive"):
        LinkConditions(**bad)
