"""Figures that stand alone: they have a limit of our own, and no Godot beside them.

A file here is a script that is started in a fresh process, since start-up and memory can be
measured only once. It gets its size as its only argument and prints one JSON object: `value`, and
`problem` (empty, or words about something that must not be). Scripts import nothing of `bench`
and as little as they can, for all of it would be measured. Less is always better: a rate (messages
per second, say) is given as the time that one of them takes.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Probe:
    """One figure.

    Attributes:
        name: The script here.
        title: What the table calls it.
        size: How much of it (nodes, messages).
        limit: What the value may be at most.
        unit: Of the value.
        repeats: How often to measure; the median counts.
    """

    name: str
    title: str
    size: int
    limit: float
    unit: str
    repeats: int = 1


PROBES: tuple[Probe, ...] = (
    Probe("start_up", "start-up to a tree ready to tick (CPU)", 1, 120.0, "ms", repeats=5),
    Probe("node_bytes", "a bare node in a tree (allocated)", 100_000, 1536.0, "B"),
)
if sys.platform == "linux":
    PROBES += (Probe("node_resident", "a bare node in a tree (resident)", 100_000, 1536.0, "B"),)
