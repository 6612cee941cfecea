"""What multiplayer is measured with, and what we want to reach.

Both sides are servers in a plain node script, `ours.py` and `godot/`, that do the same. The load is
one process more, the same for both: raw sockets, and packets that were made before (see `load`).
The codec needs no load: each side times itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Work:
    """One kind of work.

    Attributes:
        name: what to call it on the command line.
        title: what it is.
        unit: of what is measured.
        target: the ratio, ours to Godot's, that we want; None where nothing is judged.
        more: whether it should be that at least; else at most.
        server: which server does it; none does for the codec.
        fps: frames a second of the server, 0 for as many as can be.
        clients: connections.
        plan: what else the server and the load are told.
        short: the same for a smoke run.
    """

    name: str
    title: str
    unit: str
    target: float | None
    more: bool = False
    server: str = ""
    fps: int = 0
    clients: int = 0
    plan: dict[str, Any] = field(default_factory=dict)
    short: dict[str, Any] = field(default_factory=dict)


_ALWAYS, _ON_CHANGE = 1, 2


def _sync(name: str, title: str, mode: int, moving: bool) -> Work:
    plan = {"nodes": 1000, "mode": mode, "moving": moving}
    unit = "ms CPU/MB" if moving else "% CPU"
    return Work(name, title, unit, 1.0, False, "sync", 60, 10, plan, {"nodes": 50})


def _codec(name: str, title: str, target: float | None, count: int) -> Work:
    return Work(name, title, "us", target, plan={"count": count}, short={"count": 1})


WORK = (
    Work("rpc", "50 clients x 1 round trip", "/s", 1.0, True, "rpc", 0, 50, {"in_flight": 1}),
    Work("rpc_many", "50 clients x 8 in flight", "/s", 1.0, True, "rpc", 0, 50, {"in_flight": 8}),
    Work("broadcast", "a call to 500", "/s", 1.5, True, "broadcast", 0, 500, {"calls": 1}),
    Work("broadcasts", "20 in a row to 500", "/s", 1.5, True, "broadcast", 0, 500, {"calls": 20}),
    _sync("sync", "1,000 nodes to 10, always", _ALWAYS, True),
    _sync("sync_changes", "1,000 nodes to 10, on change", _ON_CHANGE, True),
    _sync("sync_still", "the same, and none changes", _ON_CHANGE, False),
    _codec("dictionary", "a small one there and back", 5.0, 100),
    _codec("floats32", "100,000 packed, there and back", 1.0, 4),
    _codec("floats64", "the same, of 64 bits", 1.0, 4),
    _codec("vectors", "100,000 Vector2, packed", None, 1),
)
