"""Scene-tree timers that are pending and never end."""

from __future__ import annotations

from engine import Node, SceneTreeTimer


class Workload(Node):
    def __init__(self) -> None:
        super().__init__()
        self.timers: list[SceneTreeTimer] = []

    def setup(self, count: int) -> None:
        for i in range(count):
            self.timers.append(self.get_tree().create_timer(100000.0 + i))

    def checksum(self) -> float:
        total = 0.0
        for timer in self.timers:
            total += timer.time_left
        return total
