"""Engine.time_scale stretches delta in both callbacks; the number of idle frames does not change."""

from __future__ import annotations

from engine import Engine, Node, PackedStringArray, print_

SCALES = {4: 2.0, 8: 0.5, 12: 0.0, 16: 0.25}


class Main(Node):
    frames = 0
    total = 0.0

    def __init__(self) -> None:
        super().__init__()
        self.physics = PackedStringArray()

    def _ready(self) -> None:
        Engine.physics_jitter_fix = 0.0

    def _physics_process(self, delta: float) -> None:
        self.physics.append(f"{delta:.4f}")

    def _process(self, delta: float) -> None:
        self.total += delta
        scale = Engine.time_scale
        print_(self.frames, " scale=", scale, f" delta={delta:.4f}", " physics=", self.physics)
        self.physics.clear()
        if self.frames in SCALES:
            Engine.time_scale = SCALES[self.frames]
            print_("set ", Engine.time_scale)
        self.frames += 1
        if self.frames == 20:
            print_(f"total {self.total:.4f}")
            self.get_tree().quit()
