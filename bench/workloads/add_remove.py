"""A node put into the tree and taken out of it again."""

from __future__ import annotations

from engine import Node


class Workload(Node):
    def __init__(self) -> None:
        super().__init__()
        self.node = Node()

    def setup(self) -> None:
        pass

    def run_calls(self, calls: int) -> None:
        for _ in range(calls):
            self.add_child(self.node)
            self.remove_child(self.node)

    def checksum(self) -> float:
        self.node.queue_free()
        return self.get_child_count()
