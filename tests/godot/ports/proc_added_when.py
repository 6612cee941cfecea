"""A node added at different moments of a frame: which callbacks it still gets in that frame."""

from __future__ import annotations

from engine import Callable, Node, print_


class Newcomer(Node):
    def __init__(self, label: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.name = label

    def _ready(self) -> None:
        self.note("ready")

    def _physics_process(self, delta: float) -> None:
        self.note("physics")

    def _process(self, delta: float) -> None:
        self.note("process")
        if self.get_meta("seen", 0) == 1:
            print_("  ", self.name, ": ", " ".join(self.lines))
            self.queue_free()
        self.set_meta("seen", self.get_meta("seen", 0) + 1)

    def note(self, text: str) -> None:
        self.lines.append(f"{text}@{self.get_tree().current_scene.frame}")


class Main(Node):
    frame = 0

    def add(self, label: str) -> None:
        self.add_child(Newcomer(label))

    def add_in_frame_3(self, label: str) -> None:
        if self.frame == 3:
            self.add(label)

    def _ready(self) -> None:
        self.add("InReady")
        add_in_frame_3, tree = Callable(self.add_in_frame_3), self.get_tree()
        tree.physics_frame.connect(add_in_frame_3.bind("InPhysicsFrameSignal"))
        tree.process_frame.connect(lambda: self.add_in_frame_3("InProcessFrameSignal"))

    def _physics_process(self, delta: float) -> None:
        if self.frame == 3:
            self.add("InPhysicsProcess")
            Callable(self.add).call_deferred("DeferredInPhysics")

    def _process(self, delta: float) -> None:
        self.frame += 1
        add = Callable(self.add)
        match self.frame:
            case 5:
                self.add("InProcess")
                add.call_deferred("DeferredInProcess")
                self.get_tree().create_timer(0.0).timeout.connect(add.bind("InTimer"))
                self.create_tween().tween_callback(add.bind("InTween"))
            case 10:
                self.get_tree().quit()
