"""On which frame a SceneTreeTimer of a given time fires at 60 frames a second, and its time_left."""

from __future__ import annotations

from engine import Node, print_


class Main(Node):
    frame = 0
    pending = 0

    async def start(self, seconds: float, physics: bool = False) -> None:
        self.pending += 1
        timer = self.get_tree().create_timer(seconds, True, physics)
        born = self.frame
        await timer.timeout
        self.pending -= 1
        kind = "physics" if physics else "idle"
        print_(
            f"{seconds:.4f} {kind}: frame {self.frame}, started in {born}, "
            f"time_left {timer.time_left:.4f}"
        )

    async def _ready(self) -> None:
        print_("from _ready")
        for seconds in [0.0, 0.01, 0.017, 0.02, 0.034, 0.05, 0.1, 0.25, -1.0]:
            self.start(seconds)
        self.start(0.0, True)
        self.start(0.1, True)
        watched = self.get_tree().create_timer(0.1)
        print_(f"fresh time_left {watched.time_left:.4f}")
        while watched.time_left > 0.0:
            await self.get_tree().process_frame
            print_("  in frame ", self.frame + 1, f" left {watched.time_left:.4f}")

    def _process(self, delta: float) -> None:
        self.frame += 1
        if self.frame == 20:
            print_("from _process of frame 20")
            for seconds in [0.0, 0.01, 0.017, 0.02, 0.05, 0.1]:
                self.start(seconds)
            self.start(0.1, True)
        elif self.frame == 40 and self.pending == 0:
            self.get_tree().quit()

    def _physics_process(self, delta: float) -> None:
        if self.frame == 29:
            print_("from _physics_process before frame 30")
            for seconds in [0.0, 0.01, 0.05]:
                self.start(seconds)
            self.start(0.0, True)
            self.start(0.05, True)
