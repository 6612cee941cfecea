"""A server that does not sleep through what comes from the network."""

from __future__ import annotations

import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import Engine, ManualClock, Node, StreamPeerTCP, TCPServer
from engine.main.loop import Loop, make_tree

TICK = 1 / 60


@pytest.fixture(autouse=True)
def waking() -> Iterator[None]:
    Engine.wake_on_traffic = True
    yield
    Engine.wake_on_traffic = False


class Reader(Node):
    """Reads a stream that the test writes to, in some way, and notes each step."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size = size  # bytes at once; 0: it reads nothing
        self.sent: dict[int, bytes] = {}  # what is sent to it in which tick
        self.last = 5
        self.steps: list[tuple[int, float, bytes]] = []
        server = TCPServer()
        server.listen(0, "127.0.0.1")
        self.far = socket.create_connection(("127.0.0.1", server.get_local_port()))
        while not server.is_connection_available():
            pass
        stream = server.take_connection()
        assert stream is not None
        self.stream: StreamPeerTCP = stream
        server.stop()

    def _process(self, delta: float) -> None:
        tick = self.get_tree().get_frame()
        data = self.stream.get_partial_data(self.size)[1] if self.size else b""
        self.steps.append((tick, round(delta * 60, 6), bytes(data)))
        if tick in self.sent:
            self.far.sendall(self.sent.pop(tick))
        if tick == self.last:
            self.get_tree().quit()


def run(reader: Reader) -> list[tuple[int, float, bytes]]:
    steps = reader.steps
    with reader.far:
        Loop(make_tree(reader, ManualClock())).run()
    return steps


def test_what_comes_is_seen_before_the_next_tick() -> None:
    reader = Reader(100)
    reader.sent = {2: b"one", 4: b"two"}
    seen = [(tick, data) for tick, _, data in run(reader)]
    assert seen == [(1, b""), (2, b""), (2, b"one"), (3, b""), (4, b""), (4, b"two"), (5, b"")]


def test_steps_in_between_take_their_time_from_the_next_tick() -> None:
    reader = Reader(100)
    reader.sent = {2: b"one"}

    class Busy(Node):
        def _process(self, delta: float) -> None:
            self.get_tree().clock.advance(TICK / 4)

    reader.add_child(Busy())
    deltas = [(tick, delta) for tick, delta, _ in run(reader)]
    assert deltas == [(1, 1.0), (2, 1.0), (2, 0.25), (3, 0.75), (4, 1.0), (5, 1.0)]


def test_physics_keeps_to_the_ticks() -> None:
    reader = Reader(100)
    reader.sent = {2: b"one", 3: b"two"}
    physics: list[float] = []

    class Physics(Node):
        def _physics_process(self, delta: float) -> None:
            physics.append(delta)

    reader.add_child(Physics())
    before = Engine.get_physics_frames(), Engine.get_process_frames()
    steps = run(reader)
    assert physics == [pytest.approx(TICK)] * 5
    assert Engine.get_physics_frames() - before[0] == 5
    assert Engine.get_process_frames() - before[1] == len(steps) == 7


def test_what_nobody_reads_wakes_once() -> None:
    reader = Reader(0)
    reader.sent, reader.last = {2: b"never read"}, 30
    steps = run(reader)
    assert len(steps) == 31


def test_what_is_read_in_portions_wakes_until_it_is_read() -> None:
    reader = Reader(2)
    reader.sent = {2: b"123456"}
    seen = [(tick, data) for tick, _, data in run(reader)]
    assert seen[1:6] == [(2, b""), (2, b"12"), (2, b"34"), (2, b"56"), (2, b"")]


def test_the_end_of_a_connection_wakes() -> None:
    reader = Reader(10)
    states: list[int] = []

    class Watcher(Node):
        def _process(self, delta: float) -> None:
            reader.stream.poll()
            states.append(int(reader.stream.get_status()))
            if self.get_tree().get_frame() == 2:
                reader.far.close()

    reader.add_child(Watcher())
    steps = run(reader)
    assert [tick for tick, _, _ in steps].count(2) == 2
    assert states[:3] == [2, 2, 0]


def test_without_it_the_next_tick_sees_what_came() -> None:
    Engine.wake_on_traffic = False
    reader = Reader(100)
    reader.sent = {2: b"one"}
    seen = [(tick, data) for tick, _, data in run(reader)]
    assert seen == [(1, b""), (2, b""), (3, b"one"), (4, b""), (5, b"")]


SERVER = """
    from engine import Engine, Node, TCPServer, WebSocketPeer, print_

    class Server(Node):
        def __init__(self):
            super().__init__()
            self.server, self.peers = TCPServer(), []

        def _ready(self):
            self.server.listen(0, "127.0.0.1")
            print_(self.server.get_local_port())

        def _process(self, delta):
            while self.server.is_connection_available():
                peer = WebSocketPeer()
                peer.accept_stream(self.server.take_connection())
                self.peers.append(peer)
            for peer in self.peers:
                peer.poll()
                while peer.get_available_packet_count():
                    peer.get_packet()
                    frames = Engine.get_physics_frames(), Engine.get_process_frames()
                    peer.send_text("%d %d" % frames)
"""


def test_a_server_answers_between_its_ticks(tmp_path: Path) -> None:
    (tmp_path / "server.py").write_text(textwrap.dedent(SERVER))
    command = [sys.executable, "-m", "engine", "--headless", "--wake-on-traffic", "server.py"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as server:
        try:
            assert server.stdout is not None
            answers = ping(int(server.stdout.readline()), 200)
        finally:
            server.terminate()
    ticks, steps = (after - before for before, after in zip(answers[0], answers[-1], strict=True))
    assert steps - ticks > 100  # most of the answers came with no tick


def ping(port: int, count: int) -> list[tuple[int, int]]:
    request = (
        b"GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    answers = []
    with socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        client.sendall(request)
        while not client.recv(4096).endswith(b"\r\n\r\n"):
            pass
        for _ in range(count):
            client.sendall(b"\x82\x81\0\0\0\0x")
            physics, process = client.recv(4096)[2:].split()
            answers.append((int(physics), int(process)))
    return answers
