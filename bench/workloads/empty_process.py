"""Nodes whose `_process` does nothing: the bare cost of calling it."""

from __future__ import annotations

from engine import Node


class Idle(Node):
    def _process(self, delta: float) -> None:
        pass


class Workload(Node):
    def setup(self, count: int) -> None:
        for _ in range(count):
            self.add_child(Idle())

    def checksum(self) -> float:
        return self.get_child_count()
