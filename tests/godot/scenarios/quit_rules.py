"""What still happens after quit, and the order of the end."""

# As the program says it in GDScript.
# ruff: noqa: E711
from __future__ import annotations

from typing import Any

from engine import Callable, Engine, Node, print_


class L(Node):
    def _process(self, _delta: Any) -> None:
        print_("  process ", self.name)

    def _physics_process(self, _delta: Any) -> None:
        print_("  physics ", self.name)

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)
        Callable(self.say).call_deferred("never")

    def say(self, x: Any) -> None:
        print_("  say ", x)

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PREDELETE:
            print_("  predelete ", self.name)
        if what == self.NOTIFICATION_WM_CLOSE_REQUEST:
            print_("  close ", self.name)


class Main(Node):
    def make(self, parent: Any, label: Any) -> Any:
        n = L()
        n.name = label
        parent.add_child(n)
        return n

    def say(self, x: Any) -> None:
        print_("  main says ", x)

    def on_exiting(self) -> None:
        print_("  main exiting ", self.is_inside_tree(), " ", self.get_tree() != None)

    def _process(self, _delta: Any) -> None:
        if Engine.get_process_frames() == 4:
            print_("quit")
            self.get_tree().quit(7)
            self.get_tree().quit(5)
            Callable(self.say).call_deferred("deferred after quit")
            self.get_node("A").queue_free()
            self.get_tree().create_timer(0.0).timeout.connect(
                Callable(self.say).bind("timer after quit")
            )

    def _physics_process(self, _delta: Any) -> None:
        if Engine.get_process_frames() > 3:
            print_("  main physics")

    def _ready(self) -> None:
        a = self.make(self, "A")
        self.make(a, "A1")
        self.make(self, "B")
        self.tree_exiting.connect(self.on_exiting)
        self.tree_exited.connect(Callable(self.say).bind("tree_exited"))
        self.get_tree().root.tree_exiting.connect(Callable(self.say).bind("root exiting"))
        self.get_tree().root.tree_exited.connect(Callable(self.say).bind("root exited"))

    def _exit_tree(self) -> None:
        print_("  exit Main")

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PREDELETE:
            print_("  predelete Main")
