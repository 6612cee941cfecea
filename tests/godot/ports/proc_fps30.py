"""Idle frames at 30 a second, physics at 60: ticks and deltas, with the jitter fix and without."""

from __future__ import annotations

from engine import Engine, Node, print_

ARGS = ("--fixed-fps", "30")


class Main(Node):
    frame = 0
    idle_total = 0.0
    physics_total = 0.0

    def __init__(self) -> None:
        super().__init__()
        self.ticks: list[str] = []

    def _ready(self) -> None:
        print_("jitter fix ", Engine.physics_jitter_fix)
        self.get_tree().physics_frame.connect(lambda: self.ticks.append("signal"))

    def _physics_process(self, delta: float) -> None:
        self.physics_total += delta
        self.ticks.append(f"tick({delta:.4f})")

    def _process(self, delta: float) -> None:
        self.frame += 1
        self.idle_total += delta
        sums = f" sums {self.physics_total:.4f} {self.idle_total:.4f}"
        print_(self.frame, ": ", " ".join(self.ticks), f" process({delta:.4f})", sums)
        self.ticks.clear()
        if self.frame == 10:
            print_("no jitter fix")
            Engine.physics_jitter_fix = 0.0
        elif self.frame == 20:
            self.get_tree().quit()
