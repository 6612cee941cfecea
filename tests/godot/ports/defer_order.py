"""Where deferred calls land in the frame, against the callbacks and the frame signals."""

from __future__ import annotations

from engine import Callable, Node, print_


class Child(Node):
    def _ready(self) -> None:
        print_("  child _ready")
        Callable(self.get_parent().say).call_deferred("deferred in child _ready")

    def _process(self, delta: float) -> None:
        print_("  child _process")
        self.get_parent().call_deferred("say", "deferred in child _process")


class Main(Node):
    count = 0

    def say(self, text: str) -> None:
        print_("    ", text)

    def later(self, text: str) -> None:
        Callable(self.say).call_deferred(text)

    def __init__(self) -> None:
        super().__init__()
        self.later("deferred in _init")

    def _enter_tree(self) -> None:
        self.call_deferred("say", "deferred in _enter_tree")

    def _ready(self) -> None:
        self.later("deferred in _ready 1")
        self.add_child(Child())
        self.later("deferred in _ready 2")

        def tell(what: str) -> None:
            print_("  ", what)
            self.later(f"deferred in {what}")

        tree = self.get_tree()
        tree.process_frame.connect(lambda: tell("process_frame"))
        tree.physics_frame.connect(lambda: tell("physics_frame"))
        tree.create_timer(0.0).timeout.connect(lambda: tell("timeout"))

    def _physics_process(self, delta: float) -> None:
        print_("  _physics_process")
        self.later("deferred in _physics_process")

    def _process(self, delta: float) -> None:
        self.count += 1
        print_("  _process ", self.count)
        self.later("deferred in _process")
        if self.count == 2:
            self.get_tree().quit()
