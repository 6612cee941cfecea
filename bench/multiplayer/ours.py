"""This engine: does the work that a plan names. The twin of godot/.

A server runs until it is killed; the codec prints one JSON line.
"""

from __future__ import annotations

import json
import sys
from time import perf_counter_ns
from typing import Any

from engine import (
    MultiplayerSynchronizer,
    Node,
    PackedFloat32Array,
    PackedFloat64Array,
    PackedVector2Array,
    SceneReplicationConfig,
    Vector2,
    Vector3,
    WebSocketMultiplayerPeer,
    bytes_to_var,
    rpc,
    run,
    var_to_bytes,
)


class Server(Node):
    """A server with a plan."""

    plan: dict[str, Any] = {}

    def host(self) -> None:
        peer = WebSocketMultiplayerPeer()
        peer.outbound_buffer_size = 1 << 21
        peer.create_server(self.plan["port"], "127.0.0.1")
        self.multiplayer.multiplayer_peer = peer


class RpcServer(Server):
    """Answers every call by another."""

    def _ready(self) -> None:
        self.host()

    @rpc("any_peer")
    def ask(self, number: int, text: str, at: Vector2, values: list[Any]) -> None:
        self.answer.rpc_id(self.multiplayer.get_remote_sender_id(), number, text, at, values)

    @rpc
    def answer(self, number: int, text: str, at: Vector2, values: list[Any]) -> None: ...


class BroadcastServer(Server):
    """Calls everybody, some times in a row, whenever it is asked to."""

    def _ready(self) -> None:
        self.host()

    @rpc("any_peer")
    def more(self) -> None:
        for _ in range(self.plan["calls"]):
            self.news.rpc(1000, "a text", Vector2(1, 2), [1, 2.5, "three"])

    @rpc
    def news(self, number: int, text: str, at: Vector2, values: list[Any]) -> None: ...


class Thing(Node):
    """Something with state."""

    at = Vector2()
    angle = 0.0


class SyncServer(Server):
    """Nodes with two properties each, which change in every frame."""

    def _ready(self) -> None:
        self.frame = 0
        self.things = [self.add_thing(number) for number in range(self.plan["nodes"])]
        self.set_process(self.plan["moving"])
        self.host()

    def add_thing(self, number: int) -> Thing:
        thing = Thing()
        thing.name = f"T{number}"
        config = SceneReplicationConfig()
        for path in (".:at", ".:angle"):
            config.add_property(path)
            config.property_set_replication_mode(path, self.plan["mode"])
        sync = MultiplayerSynchronizer()
        sync.name = "Sync"
        sync.replication_config = config
        sync.replication_interval = sync.delta_interval = self.plan["interval"]
        thing.add_child(sync)
        self.add_child(thing)
        return thing

    def _process(self, delta: float) -> None:
        self.frame += 1
        frame = self.frame
        for number, thing in enumerate(self.things):
            thing.at = Vector2(number, frame)
            thing.angle = 0.5 * frame


RUNS = 40  # short ones, of which the best is hardly disturbed by what else runs on the machine
SERVERS = {"rpc": RpcServer, "broadcast": BroadcastServer, "sync": SyncServer}


def value_of(name: str) -> Any:
    """What the codec has to do with."""
    if name == "dictionary":
        return {
            "id": 17, "name": "player one", "position": Vector3(1, 2, 3), "alive": True,
            "speed": 0.1, "items": [1, "two", 3.5, None], "team": {"color": "red", "size": 4},
        }  # fmt: skip
    numbers = [number * 0.5 for number in range(100_000)]
    if name == "vectors":
        return PackedVector2Array([Vector2(x, 1) for x in numbers])
    return PackedFloat32Array(numbers) if name == "floats32" else PackedFloat64Array(numbers)


def measure_codec(plan: dict[str, Any]) -> dict[str, float]:
    """Microseconds for a value to become bytes and to be read again: of all runs the best."""
    value, count, best = value_of(plan["work"]), plan["count"], 0.0
    for _ in range(RUNS):
        start = perf_counter_ns()
        for _ in range(count):
            again = bytes_to_var(var_to_bytes(value))
        took = (perf_counter_ns() - start) / 1000 / count
        best = min(best or took, took)
    return {"value": best, "bytes": len(var_to_bytes(again))}


def main(plan: dict[str, Any]) -> int:
    """Serves until it is killed, or measures the codec."""
    if not plan["server"]:
        print(json.dumps(measure_codec(plan)))
        return 0
    scene = Node()
    scene.name = "Main"
    server = SERVERS[plan["server"]]()
    server.name = "Work"
    server.plan = plan
    scene.add_child(server)
    return run(scene, headless=True, max_fps=plan["fps"])


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
