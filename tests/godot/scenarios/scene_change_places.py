"""Scene changes from _ready, _enter_tree, _exit_tree, tree signals, physics, a tween and a timer."""

# As the program says it in GDScript.
# ruff: noqa: E711
from __future__ import annotations

from typing import Any

from engine import Callable, Node, print_


class S(Node):
    def __init__(self) -> None:
        super().__init__()
        self.where = ""

    def make(self, label: Any, next: Any) -> Any:
        s = S()
        s.name = label
        s.where = next
        return s

    def go(self, label: Any, next: Any) -> None:
        print_(
            "    change from ",
            self.name,
            " ",
            self.get_tree().change_scene_to_node(self.make(label, next)),
            " inside ",
            self.is_inside_tree(),
        )

    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    async def _ready(self) -> None:
        print_("  ready ", self.name)
        if self.where == "ready":
            self.where = ""
            self.go("Two", "process")
            print_("    parent ", self.get_parent(), " current ", self.get_tree() == None)
        if self.where == "timer":
            await self.get_tree().create_timer(0.02).timeout
            print_("    timer fired")
            self.go("Four", "physics")
        if self.where == "tween":
            t = self.create_tween()
            t.tween_interval(0.02)
            t.tween_callback(Callable(self.go).bind("Six", "deferred"))
            t.tween_callback(self.print_more)
        if self.where == "deferred":
            Callable(self.go).call_deferred("Seven", "signal")
        if self.where == "signal":
            self.get_tree().process_frame.connect(
                Callable(self.go).bind("Eight", "end"), self.CONNECT_ONE_SHOT
            )
        if self.where == "end":
            await self.get_tree().process_frame
            self.get_tree().quit()

    def print_more(self) -> None:
        print_("    next tweener")

    def _process(self, _delta: Any) -> None:
        print_("  process ", self.name)
        if self.where == "process":
            self.go("Three", "timer")
            self.go("Three", "timer")

    def _physics_process(self, _delta: Any) -> None:
        if self.where == "physics":
            self.go("Five", "tween")

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)


class Main(Node):
    def _ready(self) -> None:
        s = S()
        s.name = "One"
        self.get_tree().change_scene_to_node(s)
        s.where = "process"

    def _exit_tree(self) -> None:
        print_("  exit Main")
