"""`python -m engine bot`: a crowd of clients, and its summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core.clock import ManualClock
from engine.core.signal import Signal
from engine.main.bot_command import main, quantile, summary
from engine.main.bot_crowd import Crowd
from engine.main.script_loader import load_class
from engine.net._poller import poller
from engine.scene.node import Node
from engine.testing import HeadlessTree
from tests.net.net_wire import Patience, free_port

DEMO = Path(__file__).parents[2] / "demos" / "bots"
TICK = 1.0 / 60.0


class Idle(Node):
    round_trip = Signal(float)

    def _process(self, delta: float) -> None:
        if self.multiplayer.get_peers():
            self.round_trip.emit(0.25)


class Server:
    """The demo's server in a tree of its own, and crowds that run beside it."""

    def __init__(self, tree: HeadlessTree) -> None:
        self.tree = tree
        self.port = free_port()
        self.game = load_class("server.py", DEMO)()
        self.game.port = self.port
        tree.add(self.game)

    def run(self, crowd: Crowd, seconds: float) -> None:
        """Lets so much of the crowd's time pass, a frame at a time, or until it is over."""
        assert isinstance(crowd.clock, ManualClock)
        patience = Patience()
        crowd.initialize()
        while seconds > 0.0 and not crowd.is_quitting:
            assert not patience.over(), "it takes too long"
            self.tree.tick()
            crowd.clock.advance(TICK)
            crowd.run_frame(TICK)
            poller().wait(0.001)
            seconds -= TICK


@pytest.fixture
def server(tree: HeadlessTree) -> Iterator[Server]:
    made = Server(tree)
    yield made
    tree.get_multiplayer().multiplayer_peer = None


def crowd_of(server: Server, make: type[Node], count: int, ramp: float, seconds: float) -> Crowd:
    return Crowd(make, f"ws://127.0.0.1:{server.port}", count, ramp, seconds, clock=ManualClock())


def test_walkers_walk(server: Server) -> None:
    crowd = crowd_of(server, load_class("walker.py", DEMO), 5, 0.0, 2.0)
    server.run(crowd, 10.0)
    counted = crowd.counted
    assert crowd.is_quitting
    assert (counted.started, counted.failed, counted.lost, counted.errors) == (5, 0, 0, 0)
    assert len(counted.connecting) == 5
    assert len(server.game.places) == 5
    assert len(counted.round_trips) > 20
    assert counted.packets_in > 50
    assert counted.bytes_out > 500
    others = [len(bot.tree.current_scene.others) for bot in crowd.bots]
    assert others == [5] * 5
    assert crowd.exit_code == 0
    crowd.finalize()
    assert crowd.bots == []


def test_bots_come_one_after_another(server: Server) -> None:
    crowd = crowd_of(server, Idle, 6, 10.0, 1.0)
    crowd.initialize()
    begun = []
    for _ in range(6):
        crowd.run_frame(TICK)
        begun.append(crowd.counted.started)
        crowd.clock.advance(0.1)  # type: ignore[attr-defined]
    assert begun == [1, 2, 3, 4, 5, 6]
    assert [bot.tree.current_scene.get_meta("bot") for bot in crowd.bots] == list(range(6))
    crowd.finalize()


def test_who_is_thrown_out_is_counted(server: Server) -> None:
    crowd = crowd_of(server, Idle, 3, 0.0, 0.0)
    api = server.tree.get_multiplayer()
    api.peer_connected.connect(lambda peer: api.multiplayer_peer.disconnect_peer(peer))
    server.run(crowd, 10.0)
    assert crowd.is_quitting  # nobody is left
    assert (crowd.counted.lost, crowd.counted.failed, crowd.exit_code) == (3, 0, 1)


def test_who_does_not_get_in_is_counted() -> None:
    crowd = Crowd(Idle, f"ws://127.0.0.1:{free_port()}", 2, 0.0, 0.0, clock=ManualClock())
    patience = Patience()
    while not crowd.is_quitting:
        assert not patience.over()
        crowd.run_frame(TICK)
        poller().wait(0.001)
    assert (crowd.counted.lost, crowd.counted.failed, crowd.exit_code) == (0, 2, 1)
    assert "connected       0 of 2\n" in summary(crowd, "ws://x")
    assert "not measured" in summary(crowd, "ws://x")


@pytest.mark.allow_errors
def test_a_script_that_fails_is_counted(server: Server) -> None:
    class Bad(Node):
        def _ready(self) -> None:
            raise ValueError("no")

    crowd = crowd_of(server, Bad, 2, 0.0, 0.0)
    crowd.initialize()
    crowd.run_frame(TICK)
    assert crowd.counted.errors == 2
    crowd.finalize()


def test_the_summary(server: Server) -> None:
    crowd = crowd_of(server, Idle, 2, 0.0, 1.0)
    server.run(crowd, 10.0)
    lines = dict(re.findall(r"(?m)^(.{15}) (.*)$", summary(crowd, "ws://x")))
    assert lines["connected      "].startswith("2 of 2, after p50 ")
    assert lines["disconnected   "] == "0"
    assert lines["RPC round trip "].startswith("p50 250.0 ms, p99 250.0 ms (")
    assert re.match(r"[\d,]+ bytes/s, [\d,]+ packets/s", lines["received       "])
    crowd.finalize()


def test_shares() -> None:
    assert quantile([], 0.5) == 0.0
    assert quantile([3.0], 0.99) == 3.0
    assert quantile([float(n) for n in range(100)], 0.99) == 99.0
    assert quantile([float(n) for n in range(100)], 0.5) == 50.0


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    port = free_port()  # where nobody answers
    walker = str(DEMO / "walker.py")
    assert main([walker, f"ws://127.0.0.1:{port}", "-n", "2", "--seconds", "0.1", "-q"]) == 1
    said = capsys.readouterr()
    assert "failed          2\n" in said.out
    assert said.err == ""
    assert main([walker, f"ws://127.0.0.1:{port}", "--set", "nonsense"]) == 1
    assert "--set takes NAME=VALUE" in capsys.readouterr().err
    assert main(["nowhere.py", f"ws://127.0.0.1:{port}"]) == 1
    assert main([walker, "ws://x", "-n", "0"]) == 2
    assert "at least one bot" in capsys.readouterr().err
