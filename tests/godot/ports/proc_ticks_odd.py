"""Physics ticks per idle frame when one rate is no multiple of the other."""

from __future__ import annotations

from engine import Engine, Node, print_

RATES = [45, 90, 50, 100]


class Main(Node):
    line = ""
    frames = 0
    ticks = 0

    def _ready(self) -> None:
        rate, steps = Engine.physics_ticks_per_second, Engine.max_physics_steps_per_frame
        print_("default rate: ", rate, " max steps: ", steps)
        Engine.physics_jitter_fix = 0.0

    def _physics_process(self, delta: float) -> None:
        self.ticks += 1
        self.line += f"t({delta:.4f})"
        if Engine.is_in_physics_frame():
            self.line += "!"

    def _process(self, delta: float) -> None:
        at = self.frames % 8
        if at == 0:
            rate = RATES[self.frames // 8]
            print_("rate ", rate, " from the next frame")
            Engine.physics_ticks_per_second = rate
        self.frames += 1
        in_physics = Engine.is_in_physics_frame()
        print_("  ", at, " ", self.line, f" f({delta:.4f})", " in_physics=", in_physics)
        self.line = ""
        if self.frames == 8 * len(RATES):
            print_("ticks ", self.ticks)
            self.get_tree().quit()
