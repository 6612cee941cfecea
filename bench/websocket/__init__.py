"""What echo servers are measured with, beside whom, and what we want to reach.

A side is a program that listens on the port it is given and sends every message back. The load is
one process more: raw sockets, and frames that were made before (see `load`).
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Work:
    """One kind of traffic.

    Attributes:
        name: what to call it on the command line.
        title: what it is.
        connections: those that send.
        in_flight: messages that each of them has under way.
        size: bytes of each.
        idle: connections that are open beside them, and say nothing.
        targets: the ratio of our messages a second to another side's that we want at least.
    """

    name: str
    title: str
    connections: int
    in_flight: int
    size: int
    idle: int = 0
    targets: dict[str, float] = field(default_factory=dict)

    def plan(self, short: bool, seconds: float) -> dict[str, float]:
        """What the load is told to do."""
        return {
            "connections": self.connections,
            "in_flight": self.in_flight,
            "size": self.size,
            "idle": self.idle // 10 if short else self.idle,
            "seconds": seconds,
            "warm_up": seconds / 4,
        }


def _targets(*ratios: float) -> dict[str, float]:
    names = ("godot", "websockets", "aiohttp", "picows", "wsproto")
    return dict(zip(names, ratios, strict=True))


WORK = (
    Work("bulk", "50 x 20 in flight", 50, 20, 32, 0, _targets(1.5, 2.5, 1.0, 0.8, 2.0)),
    Work("single", "50 x 1 in flight", 50, 1, 32, 0, _targets(1.0, 1.0, 0.9, 0.9, 1.2)),
    Work("idle", "10 x 10, 1,000 idle", 10, 10, 32, 1000, _targets(4.0, 2.0, 1.0, 0.8, 1.5)),
    Work("large", "4 x 4 of 65,000 bytes", 4, 4, 65_000, 0, _targets(3.0, 0.8, 0.6, 0.8, 2.0)),
)
