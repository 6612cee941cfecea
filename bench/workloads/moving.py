"""Nodes that move at a steady speed and come back in on the other side."""

from __future__ import annotations

from engine import Node

WIDTH = 640.0
HEIGHT = 360.0


class Mover(Node):
    def __init__(self) -> None:
        super().__init__()
        self.x = 0.0
        self.y = 0.0
        self.vx = 0.0
        self.vy = 0.0

    def _process(self, delta: float) -> None:
        self.x += self.vx * delta
        self.y += self.vy * delta
        if self.x < 0.0:
            self.x += WIDTH
        elif self.x >= WIDTH:
            self.x -= WIDTH
        if self.y < 0.0:
            self.y += HEIGHT
        elif self.y >= HEIGHT:
            self.y -= HEIGHT


class Workload(Node):
    def setup(self, count: int) -> None:
        for i in range(count):
            mover = Mover()
            mover.x = float(i * 7 % 640)
            mover.y = float(i * 11 % 360)
            mover.vx = float(i * 13 % 241 - 120)
            mover.vy = float(i * 17 % 181 - 90)
            self.add_child(mover)

    def checksum(self) -> float:
        total = 0.0
        for mover in self.get_children():
            total += mover.x + mover.y
        return total
