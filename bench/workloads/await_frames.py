"""Coroutines that wait for the next frame, every frame."""

from __future__ import annotations

from engine import Node


class Waiter(Node):
    def __init__(self) -> None:
        super().__init__()
        self.frames = 0

    async def _ready(self) -> None:
        while True:
            await self.get_tree().process_frame
            self.frames += 1


class Workload(Node):
    def setup(self, count: int) -> None:
        for _ in range(count):
            self.add_child(Waiter())

    def checksum(self) -> float:
        total = 0
        for waiter in self.get_children():
            total += waiter.frames
        return total
