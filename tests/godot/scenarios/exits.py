"""Removing and freeing during exits: siblings, children, re-adding, owners and unique names."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, print_


class L(Node):
    def __init__(self) -> None:
        super().__init__()
        self.mode = ""

    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _exit_tree(self) -> None:
        print_("  exit ", self.name, " kids ", self.get_child_count())
        if self.mode == "frees_child":
            self.get_child(0).queue_free()
        if self.mode == "removes_child":
            k = self.get_child(0)
            self.remove_child(k)
            print_("    child out ", k.is_inside_tree(), " ", k.get_parent())
            k.queue_free()
        if self.mode == "adds_child":
            k = L()
            k.name = "New"
            self.add_child(k)
            print_("    child in ", k.is_inside_tree())
        if self.mode == "renames":
            self.name = "Other"
        if self.mode == "group":
            self.add_to_group("late")
            print_("    ", self.get_tree().get_node_count_in_group("late"))
        if self.mode == "process":
            self.set_process(True)
        if self.mode == "timer":
            self.get_tree().create_timer(0.0).timeout.connect(self.fired)
        if self.mode == "defer":
            Callable(self.fired).call_deferred()

    def fired(self) -> None:
        print_("    fired ", self.name, " ", self.is_inside_tree())

    def _process(self, _delta: Any) -> None:
        print_("    process ", self.name)


class Main(Node):
    def make(self, parent: Any, label: Any, mode: Any = "") -> Any:
        n = L()
        n.name = label
        n.mode = mode
        if parent:
            parent.add_child(n)
        return n

    async def _ready(self) -> None:
        for mode in [
            "frees_child",
            "removes_child",
            "adds_child",
            "renames",
            "group",
            "process",
            "timer",
            "defer",
        ]:
            print_(mode)
            box = self.make(None, "Box")
            a = self.make(box, "A", mode)
            self.make(a, "A1")
            self.make(box, "B")
            self.add_child(box)
            a.set_process(False)
            box.get_node("B").set_process(False)
            box.set_process(False)
            a.get_node("A1").set_process(False)
            self.remove_child(box)
            print_(
                "  ",
                a.name,
                " ",
                a.get_child_count(),
                " ",
                a.is_inside_tree(),
                " ",
                self.get_tree().has_group("late"),
            )
            await self.get_tree().process_frame
            await self.get_tree().process_frame
            self.add_child(box)
            print_(
                "  again ",
                a.get_child_count(),
                " ",
                self.get_tree().get_node_count_in_group("late"),
                " ",
                a.is_processing(),
            )
            await self.get_tree().process_frame
            a.mode = ""
            box.free()
        self.get_tree().quit()
