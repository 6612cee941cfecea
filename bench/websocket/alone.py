"""Figures that stand alone: `python -m bench.websocket.alone NAME SIZE` prints one JSON line.

The clients are in another process; what is measured is this one, or the server it starts.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.websocket.load import Connection, head, masked_frame, processor_time, received
from bench.websocket.sides import all_sides, environment
from engine import ManualClock, Node, SceneTree, TCPServer, WebSocketPeer


@dataclass(frozen=True)
class Figure:
    """A figure, and the most it should be."""

    name: str
    title: str
    unit: str
    size: int
    most: float
    measure: Callable[[int], float]


class Peers(Node):
    """Takes whoever comes, and polls all."""

    def __init__(self) -> None:
        super().__init__()
        self.server = TCPServer()
        self.peers: list[WebSocketPeer] = []
        self.message = b""

    def _process(self, delta: float) -> None:
        while self.server.is_connection_available():
            peer = WebSocketPeer()
            peer.accept_stream(self.server.take_connection())
            self.peers.append(peer)
        for peer in self.peers:
            peer.poll()
        if self.message:
            message = self.message
            for peer in self.peers:
                peer.send(message)


@contextmanager
def served(count: int) -> Iterator[tuple[SceneTree, Peers]]:
    """A tree, stepped by hand, with so many open peers in it; none wants anything."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    tree = SceneTree(ManualClock())
    node = Peers()
    tree.root.add_child(node)
    assert node.server.listen(0, "127.0.0.1") == 0
    command = [sys.executable, "-m", "bench.websocket.clients", str(node.server.get_local_port())]
    clients = subprocess.Popen(
        [*command, str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    )
    assert clients.stdin is not None
    try:
        while not all_open(node.peers, count):
            if clients.poll() is not None:
                raise SystemExit("the clients have ended")
            tree.tick()
        yield tree, node
    finally:
        clients.stdin.close()
        clients.wait()


def all_open(peers: list[WebSocketPeer], count: int) -> bool:
    return len(peers) == count and all(
        peer.get_ready_state() == WebSocketPeer.STATE_OPEN for peer in peers
    )


def idle_tick(count: int) -> float:
    """Milliseconds of processor time for a tick that polls so many idle peers."""
    with served(count) as (tree, _):
        return 1e3 * median(spent(tree.tick) for _ in range(30))


def broadcast(count: int) -> float:
    """Microseconds of processor time for each peer that one message is sent to.

    What the system takes for the writes, with the same bytes and sockets, is left out.
    """
    with served(count) as (tree, node):
        idle = median(spent(tree.tick) for _ in range(30))
        whole, bare = [], []
        for _ in range(60):
            node.message = bytes(100)
            whole.append(spent(tree.tick))
            node.message = b""
            bare.append(write(node.peers))
        return 1e6 * (median(whole) - idle - median(bare)) / count


def bare_write(count: int) -> float:
    """Microseconds that the system takes to write such a message to one of the peers."""
    with served(count) as (_, node):
        return 1e6 * median(write(node.peers) for _ in range(60)) / count


def write(peers: list[WebSocketPeer]) -> float:
    """Seconds of processor time to write a frame to all peers, past the engine."""
    frame = b"\x82\x64" + bytes(100)
    sends = [peer._link.channel._socket.send for peer in peers]  # type: ignore[union-attr]

    def write_all() -> None:
        for send in sends:
            send(frame)

    return spent(write_all)


def spent(call: Callable[[], object]) -> float:
    begin = time.thread_time()
    call()
    return time.thread_time() - begin


def peer_memory(count: int) -> float:
    """KiB of resident memory for each open idle peer."""
    with served(min(count, 100)):
        pass
    before = resident()
    with served(count):
        return (resident() - before) / count / 1024


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@contextmanager
def waking_server() -> Iterator[tuple[int, int]]:
    """The echo server of this engine with --wake-on-traffic: its port and process."""
    with all_sides(None, no_godot=True) as sides:
        side = next(one for one in sides if one.name == "ours, wake")
        with side.running() as server:
            yield server.port, server.pid


def latency(count: int) -> float:
    """Microseconds for one message to and fro, the median."""
    with waking_server() as (port, _):
        connection = Connection(port)
        connection.opened()
        frame, size = masked_frame(bytes(32)), len(head(32, False)) + 32
        times = []
        for _ in range(count):
            begin = time.perf_counter()
            connection.socket.sendall(frame)
            received(connection.socket, size)
            times.append(time.perf_counter() - begin)
        return 1e6 * median(times)


def idle_server(count: int) -> float:
    """Percent of a processor that a server takes while ten connections say nothing."""
    with waking_server() as (port, pid):
        connections = [Connection(port) for _ in range(10)]
        for one in connections:
            one.opened()
        before, began = processor_time(pid), time.perf_counter()
        time.sleep(count / 20)
        return 100 * (processor_time(pid) - before) / (time.perf_counter() - began)


FIGURES = (
    Figure("idle_tick", "a tick that polls 10,000 idle peers", "ms", 10_000, 2.0, idle_tick),
    Figure("broadcast", "a message to 1,000 peers, our part", "us", 1000, 2.5, broadcast),
    Figure("bare_write", "the system's part of that", "us", 1000, 20.0, bare_write),
    Figure("peer_memory", "a peer that is open and idle", "KiB", 2000, 12.0, peer_memory),
    Figure("latency", "to and fro, waking on traffic", "us", 2000, 1000.0, latency),
    Figure("idle_server", "the same server with nothing to do", "%", 60, 2.0, idle_server),
)


if __name__ == "__main__":
    _, name, size = sys.argv
    chosen = next(one for one in FIGURES if one.name == name)
    print(json.dumps({"figure": chosen.measure(int(size))}))
