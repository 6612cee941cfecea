"""Timers against get_tree().paused and Engine.time_scale."""

from __future__ import annotations

from engine import Engine, Node, Timer, print_


class Main(Node):
    frame = 0

    def tree_timer(
        self, tag: str, always: bool, physics: bool = False, ignore: bool = False
    ) -> None:
        timer = self.get_tree().create_timer(0.1, always, physics, ignore)
        timer.timeout.connect(lambda: print_("  f", self.frame, " tree timer ", tag))

    def node_timer(self, tag: str, mode: Node.ProcessMode, ignore: bool = False) -> None:
        timer = Timer()
        timer.process_mode = mode
        timer.one_shot = True
        timer.ignore_time_scale = ignore

        def end() -> None:
            print_("  f", self.frame, " node timer ", tag)
            timer.queue_free()

        timer.timeout.connect(end)
        self.add_child(timer)
        timer.start(0.1)

    def batch(self) -> None:
        self.tree_timer("default always", True)
        self.tree_timer("pausable", False)
        self.tree_timer("physics", True, True)
        self.tree_timer("ignores scale", True, False, True)
        self.node_timer("inherit", Node.PROCESS_MODE_PAUSABLE)
        self.node_timer("always", Node.PROCESS_MODE_ALWAYS)
        self.node_timer("ignores scale", Node.PROCESS_MODE_ALWAYS, True)

    def _ready(self) -> None:
        self.process_mode = Node.PROCESS_MODE_ALWAYS

    def _process(self, delta: float) -> None:
        self.frame += 1
        match self.frame:
            case 1:
                print_("f1 running")
                self.batch()
            case 10:
                print_("f10 timers, then pause at f12, go on at f30")
                self.batch()
            case 12:
                self.get_tree().paused = True
            case 30:
                self.get_tree().paused = False
            case 40:
                print_("f40 half speed")
                Engine.time_scale = 0.5
                self.batch()
            case 60:
                print_("f60 double speed")
                Engine.time_scale = 2.0
                self.batch()
            case 70:
                print_("f70 frozen clock")
                Engine.time_scale = 0.0
                self.batch()
            case 80:
                print_("f80 normal")
                Engine.time_scale = 1.0
            case 90:
                self.get_tree().quit()
