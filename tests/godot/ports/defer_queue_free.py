"""When in the frame a queued node really goes: after which callbacks, timers and tweens."""

from __future__ import annotations

from engine import Callable, Node, print_


class Doomed(Node):
    def __init__(self, label: str) -> None:
        super().__init__()
        self.name = label

    def _process(self, delta: float) -> None:
        print_("  ", self.name, " _process")

    def _physics_process(self, delta: float) -> None:
        print_("  ", self.name, " _physics_process")

    def _notification(self, what: int) -> None:
        if what == Node.NOTIFICATION_PREDELETE:
            print_("  -- ", self.name, " gone")


class Main(Node):
    frames = 0

    def note(self, text: str) -> None:
        print_("  ", text)

    def doom(self, label: str) -> None:
        node = Doomed(label)
        self.add_child(node)
        node.queue_free()

    def _ready(self) -> None:
        self.doom("FromReady")
        self.get_tree().process_frame.connect(lambda: self.note("process_frame"))
        self.get_tree().physics_frame.connect(lambda: self.note("physics_frame"))

    def _physics_process(self, delta: float) -> None:
        self.note("Main _physics_process")
        if self.frames == 1:
            self.doom("FromPhysics")
            Callable(self.note).call_deferred("deferred call from physics")

    def _process(self, delta: float) -> None:
        self.frames += 1
        print_("frame ", self.frames)
        match self.frames:
            case 2:
                self.doom("FromProcess")
                Callable(self.note).call_deferred("deferred call from process")
                self.get_tree().create_timer(0.0).timeout.connect(self.from_timer)
                tween = self.create_tween()
                tween.tween_callback(lambda: self.from_tween())
            case 3:
                Callable(self.from_deferred).call_deferred()
            case 5:
                self.get_tree().quit()

    def from_deferred(self) -> None:
        self.doom("FromDeferred")
        Callable(self.note).call_deferred("deferred in deferred")

    def from_timer(self) -> None:
        self.note("timer")
        self.doom("FromTimer")

    def from_tween(self) -> None:
        self.note("tween")
        self.doom("FromTween")
