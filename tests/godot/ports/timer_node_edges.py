"""Timer corner cases: very short times, restarts inside timeout, start outside the tree, bad values."""

from __future__ import annotations

from engine import Node, Timer, print_


class Main(Node):
    frame = 0

    def __init__(self) -> None:
        super().__init__()
        self.counts: dict[str, int] = {}

    def make(self, tag: str, seconds: float, once: bool = False, physics: bool = False) -> Timer:
        timer = Timer()
        timer.name = tag
        timer.wait_time = seconds
        timer.one_shot = once
        if physics:
            timer.process_callback = Timer.TIMER_PROCESS_PHYSICS
        self.counts[tag] = 0

        def count() -> None:
            self.counts[tag] += 1

        timer.timeout.connect(count)
        return timer

    def begin(self, tag: str, seconds: float, once: bool = False, physics: bool = False) -> None:
        timer = self.make(tag, seconds, once, physics)
        self.add_child(timer)
        timer.start()

    def _ready(self) -> None:
        loose = self.make("Loose", 0.1)
        loose.start()
        print_("started outside: stopped ", loose.is_stopped(), " left ", loose.time_left)
        auto = self.make("Auto", 0.05)
        auto.autostart = True
        self.add_child(auto)
        print_("autostart: stopped ", auto.is_stopped(), " autostart now ", auto.autostart)
        self.begin("Tiny", 0.004)
        self.begin("Near", 0.0167)
        self.begin("Third", 0.025)
        self.begin("Physics", 0.05, False, True)
        again = self.make("Again", 0.03, True)
        self.add_child(again)

        def start_again() -> None:
            if self.counts["Again"] < 3:
                again.start()

        again.timeout.connect(start_again)
        again.start()
        stops = self.make("Stops", 0.02)
        self.add_child(stops)
        stops.timeout.connect(stops.stop)
        stops.start()
        bad = self.make("Bad", 0.5)
        bad.wait_time = 0.0
        print_("wait_time after 0: ", bad.wait_time)
        bad.wait_time = -2.0
        print_("wait_time after -2: ", bad.wait_time)
        loose.free()
        bad.free()

    def _process(self, delta: float) -> None:
        self.frame += 1
        line = [f"{tag}:{count}" for tag, count in self.counts.items() if count > 0]
        print_("f", self.frame, " ", " ".join(line))
        if self.frame == 14:
            self.get_tree().quit()
