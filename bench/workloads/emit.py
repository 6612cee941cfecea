"""One signal with one argument, connected to one method of another node."""

from __future__ import annotations

from engine import Node, Signal


class Listener(Node):
    def __init__(self) -> None:
        super().__init__()
        self.last = 0

    def _on_hit(self, points: int) -> None:
        self.last = points


class Workload(Node):
    hit = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.listener = Listener()

    def setup(self) -> None:
        self.add_child(self.listener)
        self.hit.connect(self.listener._on_hit)

    def run_calls(self, calls: int) -> None:
        for i in range(calls):
            self.hit.emit(i)

    def checksum(self) -> float:
        return self.listener.last
