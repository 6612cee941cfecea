"""What is measured against Godot, how much of it, and what we want to reach.

A module here holds one class `Workload`, a node that is the only child of the node that measures:

- a frame workload has `setup(count)`; what it makes costs something in every frame;
- a call workload has `setup()` and `run_calls(calls)`; it is charged by the call;
- both have `checksum()`: a number that comes out right only if all the work was done.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Spec:
    """One workload.

    Attributes:
        name: The module here and the script in `godot/`.
        title: What the table calls it.
        count: Nodes, coroutines or timers; or calls in a batch.
        frames: Frames (or batches) to take the median of.
        target: The ratio to Godot we want at most.
        per_frame: Whether the time is that of a frame (else of a call).
        compiled_target: The ratio that the GDScript, compiled, should have at most to the Python; 0
            where too little script runs to tell.
    """

    name: str
    title: str
    count: int
    frames: int
    target: float
    per_frame: bool
    compiled_target: float = 1.5

    def caption(self, short: bool) -> str:
        """Return the title with the count, where it says how much work a frame has."""
        return f"{self.plan(short)['count']:,} {self.title}" if self.per_frame else self.title

    def plan(self, short: bool) -> dict[str, object]:
        """Return what both sides are told to do."""
        count = self.count // 100 if short else self.count
        frames = 5 if short else self.frames
        return {"workload": self.name, "count": count, "frames": frames, "warm_up": 3}


WORKLOADS = (
    Spec("empty_process", "nodes with an empty _process", 10_000, 100, 0.5, True),
    Spec("moving", "nodes that move", 10_000, 60, 0.75, True),
    Spec("emit", "emit, one argument, one method", 10_000, 150, 0.9, False),
    Spec("await_frames", "coroutines await process_frame", 10_000, 20, 0.1, True),
    Spec("timers", "pending scene-tree timers", 10_000, 200, 0.2, True, 0.0),
    Spec("get_node", 'get_node("A/B")', 10_000, 150, 4.0, False),
    Spec("add_remove", "add_child + remove_child", 10_000, 60, 6.0, False),
)
