"""A bot that walks about, and asks the server now and then whether it is there.

python -m engine bot -n 200 demos/bots/walker.py ws://localhost:9100
"""

from __future__ import annotations

import math

from engine import (
    Node,
    PackedInt32Array,
    PackedVector2Array,
    Signal,
    Time,
    Vector2,
    export,
    rpc,
)


class Walker(Node):
    """The client's side of `server.py`: the same methods for remote calls, by name."""

    round_trip = Signal(float)  # `python -m engine bot` sums these up
    steps_per_second: float = export(10.0)

    def __init__(self) -> None:
        super().__init__()
        self.name = "Game"
        self.place = Vector2.ZERO
        self.angle = 0.0
        self.until_step = 0.0
        self.asked: dict[int, int] = {}
        self.others = PackedVector2Array()

    def _ready(self) -> None:
        self.angle = float(self.get_meta("bot", 0))

    def _process(self, delta: float) -> None:
        if not self.multiplayer.get_peers():
            return
        self.until_step -= delta
        if self.until_step > 0.0:
            return
        self.until_step += 1.0 / self.steps_per_second
        self.angle += 0.1
        self.place += Vector2(math.cos(self.angle), math.sin(self.angle)) * 5.0
        self.move.rpc_id(1, self.place)
        number = len(self.asked)
        self.asked[number] = Time.get_ticks_usec()
        self.ping.rpc_id(1, number)

    @rpc("any_peer", "unreliable_ordered")
    def move(self, place: Vector2) -> None: ...

    @rpc("any_peer")
    def ping(self, number: int) -> None: ...

    @rpc
    def pong(self, number: int) -> None:
        self.round_trip.emit((Time.get_ticks_usec() - self.asked[number]) / 1e6)

    @rpc("unreliable_ordered")
    def tell(self, peers: PackedInt32Array, places: PackedVector2Array) -> None:
        self.others = places
