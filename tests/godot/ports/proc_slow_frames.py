"""Long frames at a fixed rate: every tick that is due runs, max_physics_steps_per_frame is no cap."""

from __future__ import annotations

from engine import Engine, Node, print_

ARGS = ("--fixed-fps", "10")


class Main(Node):
    frames = 0
    ticks = 0

    def _ready(self) -> None:
        limit, rate = Engine.max_physics_steps_per_frame, Engine.physics_ticks_per_second
        print_("limit ", limit, " rate ", rate)
        Engine.physics_jitter_fix = 0.0

    def _physics_process(self, delta: float) -> None:
        self.ticks += 1
        if self.ticks == 1:
            print_(f"first tick delta {delta:.4f}")

    def _process(self, delta: float) -> None:
        print_(self.frames, " ticks=", self.ticks, f" delta={delta:.4f}")
        self.ticks = 0
        self.frames += 1
        match self.frames:
            case 4:
                Engine.max_physics_steps_per_frame = 3
                print_("limit 3")
            case 8:
                Engine.max_physics_steps_per_frame = 16
                Engine.physics_ticks_per_second = 120
                print_("limit 16 rate 120")
            case 12:
                Engine.max_physics_steps_per_frame = 6
                print_("limit 6")
            case 16:
                self.get_tree().quit()
