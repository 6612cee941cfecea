"""Several timers that end in the same frame: creation order rules, whatever their times were."""

from __future__ import annotations

from engine import Callable, Node, Timer, print_


class Main(Node):
    frame = 0

    def tell(self, text: str) -> None:
        print_("  f", self.frame, " ", text)

    def at(self, seconds: float, tag: str) -> None:
        self.get_tree().create_timer(seconds).timeout.connect(lambda: self.tell(tag))

    def node_timer(self, seconds: float, tag: str) -> None:
        timer = Timer()
        timer.wait_time = seconds
        timer.one_shot = True
        timer.autostart = True
        timer.timeout.connect(lambda: self.tell(f"node timer {tag}"))
        self.add_child(timer)

    def _ready(self) -> None:
        self.at(0.045, "a 0.045")
        self.at(0.035, "b 0.035")
        self.at(0.05, "c 0.05")
        self.at(0.04, "d 0.04")
        self.at(0.0, "e 0")
        self.node_timer(0.045, "0.045")
        self.node_timer(0.035, "0.035")
        tween = self.create_tween()
        tween.tween_interval(0.05)
        tween.tween_callback(lambda: self.tell("tween 0.05"))
        self.waits()
        self.get_tree().create_timer(0.03).timeout.connect(self.chained)

    async def waits(self) -> None:
        await self.get_tree().create_timer(0.045).timeout
        self.tell("awaited 0.045")
        await self.get_tree().create_timer(0.0).timeout
        self.tell("awaited 0 after it")

    def chained(self) -> None:
        self.tell("chain head")
        self.at(0.0, "made in a timeout: 0")
        self.at(0.01, "made in a timeout: 0.01")
        self.at(0.02, "made in a timeout: 0.02")
        Callable(lambda: self.tell("deferred in a timeout")).call_deferred()

    def _process(self, delta: float) -> None:
        self.frame += 1
        print_("frame ", self.frame)
        if self.frame == 8:
            self.get_tree().quit()
