"""Where in the frame a coroutine wakes: process_frame, physics_frame, timers, deferred emissions."""

from __future__ import annotations

from engine import Callable, Node, Signal, print_


class Main(Node):
    soft = Signal()

    lines = 0

    def mark(self, text: str) -> None:
        self.lines += 1
        print_("  ", text)

    def _physics_process(self, delta: float) -> None:
        self.mark("_physics_process")

    def _process(self, delta: float) -> None:
        self.mark("_process")

    async def _ready(self) -> None:
        tree, mark = self.get_tree(), self.mark
        print_("ready")
        await tree.physics_frame
        mark("awoke on physics_frame")
        await tree.process_frame
        mark("awoke on process_frame")
        await tree.process_frame
        mark("awoke on process_frame again")
        await tree.physics_frame
        mark("awoke on physics_frame again")
        await tree.create_timer(0.0).timeout
        mark("awoke on a timer of 0")
        await tree.create_timer(0.0).timeout
        mark("awoke on a second timer of 0")
        await tree.create_timer(0.02).timeout
        mark("awoke on a timer of 0.02")
        await tree.create_timer(0.0, True, True).timeout
        mark("awoke on a physics timer of 0")
        Callable(self.soft.emit).call_deferred()
        await self.soft
        mark("awoke on a deferred emission")
        Callable(self.emit_signal).call_deferred("soft")
        await self.soft
        mark("awoke on a second deferred emission")
        await tree.process_frame
        tree.quit()
        mark("quit asked")
        await tree.process_frame
        mark("never reached")
