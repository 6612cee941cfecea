"""Engine frame counters, the deltas a node can ask for, and where the frame signals fall."""

from __future__ import annotations

from engine import Callable, Engine, Node, print_


class Tick(Node):
    def _physics_process(self, delta: float) -> None:
        print_("  physics child")

    def _process(self, delta: float) -> None:
        print_("  process child")


class Main(Node):
    start_p = 0
    start_f = 0
    count = 0

    def _ready(self) -> None:
        self.add_child(Tick())
        self.start_f = Engine.get_process_frames()
        self.start_p = Engine.get_physics_frames()
        physics_delta = f"{self.get_physics_process_delta_time():.4f}"
        print_("in _ready: delta ", self.get_process_delta_time(), " physics delta ", physics_delta)
        in_physics = Engine.is_in_physics_frame()
        print_("frames since start: ", self.start_f, " ", self.start_p, " in physics: ", in_physics)
        tree = self.get_tree()
        tree.process_frame.connect(lambda: print_("  signal process_frame"))
        tree.physics_frame.connect(lambda: print_("  signal physics_frame"))

    def stamp(self) -> str:
        frames = Engine.get_process_frames() - self.start_f
        return f"f+{frames} p+{Engine.get_physics_frames() - self.start_p}"

    def _physics_process(self, delta: float) -> None:
        physics_delta, process_delta = (
            self.get_physics_process_delta_time(),
            self.get_process_delta_time(),
        )
        print_(
            "  physics Main ",
            self.stamp(),
            " in_physics=",
            Engine.is_in_physics_frame(),
            f" physics_delta={physics_delta:.4f} delta={process_delta:.4f}",
        )
        Callable(self.from_physics).call_deferred()

    def from_physics(self) -> None:
        in_physics = Engine.is_in_physics_frame()
        print_("  deferred from physics ", self.stamp(), " in_physics=", in_physics)

    def _process(self, delta: float) -> None:
        self.count += 1
        print_(
            "  process Main ",
            self.stamp(),
            " tree frame same=",
            self.get_tree().get_frame() - self.start_f == self.count,
            f" delta={self.get_process_delta_time():.4f}",
        )
        Callable(lambda: print_("  deferred from process ", self.stamp())).call_deferred()
        if self.count == 3:
            self.get_tree().quit()
