"""propagate_call and propagate_notification: order, arguments, frees and moves on the way."""

# As the program says it in GDScript.
# ruff: noqa: E711
from __future__ import annotations

from typing import Any

from engine import Node, print_


class L(Node):
    def __init__(self) -> None:
        super().__init__()
        self.mode = ""

    def visit(self, x: Any = 0) -> None:
        print_("  ", self.name, " ", x)
        if self.mode == "free":
            self.queue_free()
        if self.mode == "add":
            self.mode = ""
            k = L()
            k.name = "Added"
            self.add_child(k)
            print_("    added ", k.get_parent() != None)
        if self.mode == "sibling":
            k = L()
            self.get_parent().add_child(k)
            print_("    sibling ", k.get_parent() != None)
            k.free()
        if self.mode == "remove":
            self.get_parent().remove_child(self)
            print_("    removed ", self.get_parent() == None)

    def _notification(self, what: Any) -> None:
        if what == 9100:
            print_("  note ", self.name)
            if self.mode == "remove":
                self.get_parent().remove_child(self)
                print_("    removed ", self.get_parent() == None)

    def two(self, a: Any, b: Any) -> None:
        print_("  two ", self.name, " ", a, b)


class Main(Node):
    def make(self, parent: Any, label: Any, mode: Any = "") -> Any:
        n = L()
        n.name = label
        n.mode = mode
        parent.add_child(n)
        return n

    def _ready(self) -> None:
        a = self.make(self, "A")
        b = self.make(a, "B", "add")
        self.make(b, "C", "sibling")
        d = self.make(a, "D", "remove")
        self.make(a, "E", "free")
        f = self.make(a, "F")
        print_("children first")
        a.propagate_call("visit")
        print_("parent first")
        a.propagate_call("visit", [1], True)
        print_("notification")
        a.propagate_notification(9100)
        print_("arguments")
        a.propagate_call("two", [1, 2], True)
        a.propagate_call("nope")
        a.move_child(f, 0)
        print_("moved")
        a.propagate_call("visit", [2])
        a.propagate_notification(9100)
        print_("property setters")
        a.propagate_call("set_process", [True])
        print_("  ", f.is_processing(), d.is_processing())
        a.propagate_call("set", ["mode", ""])
        a.propagate_call("add_to_group", ["g"])
        print_("  ", self.get_tree().get_node_count_in_group("g"))
        self.remove_child(a)
        a.propagate_call("visit", [3], True)
        print_("  ", self.get_tree().get_node_count_in_group("g"))
        a.free()
        self.get_tree().quit()
