"""get_node() with a path of two steps."""

from __future__ import annotations

from engine import Node


class Workload(Node):
    found: Node | None = None

    def setup(self) -> None:
        a = Node()
        a.name = "A"
        self.add_child(a)
        b = Node()
        b.name = "B"
        a.add_child(b)

    def run_calls(self, calls: int) -> None:
        for _ in range(calls):
            self.found = self.get_node("A/B")

    def checksum(self) -> float:
        return 1.0 if self.found is self.get_child(0).get_child(0) else 0.0
