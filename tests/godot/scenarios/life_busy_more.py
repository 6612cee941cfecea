"""What is refused while a parent is busy, in which callback, and what is not."""

# As the program says it in GDScript.
# ruff: noqa: E711
from __future__ import annotations

from typing import Any

from engine import Node, print_


class P(Node):
    def __init__(self) -> None:
        super().__init__()
        self.mode = ""

    def attempt(self, when: Any) -> None:
        if self.mode != when:
            return
        p = self.get_parent()
        x = Node()
        x.name = "X"
        print_("    in ", when, " of ", self.name)
        p.add_child(x)
        print_("    add_child ", x.get_parent() != None)
        if x.get_parent():
            p.move_child(x, 0)
            print_("    move ", x.get_index())
            p.remove_child(x)
            print_("    remove ", x.get_parent())
        x.free()
        p.move_child(self, 0)
        print_("    moved to ", self.get_index())
        self.add_child(Node())
        print_("    own child ", self.get_child_count())
        self.name = "Renamed"
        print_("    name ", self.name)

    def _enter_tree(self) -> None:
        self.attempt("enter")

    def _ready(self) -> None:
        self.attempt("ready")

    def _exit_tree(self) -> None:
        self.attempt("exit")

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PARENTED:
            self.attempt("parented")
        if what == self.NOTIFICATION_UNPARENTED:
            self.attempt("unparented")
        if what == self.NOTIFICATION_PATH_RENAMED:
            print_("    path renamed")
        if what == 9500:
            self.attempt("note")

    def called(self) -> None:
        self.attempt("call")


class Main(Node):
    def run(self, mode: Any, deep: Any) -> None:
        print_(mode, " ", "deep" if deep else "flat")
        box = Node()
        box.name = "Box"
        first = Node()
        first.name = "First"
        p = P()
        p.name = "P"
        p.mode = mode
        box.add_child(first)
        if deep:
            box.add_child(p)
            self.add_child(box)
        else:
            self.add_child(box)
            box.add_child(p)
        box.propagate_notification(9500)
        box.propagate_call("called")
        if deep:
            self.remove_child(box)
        else:
            box.remove_child(p)
            p.free()
        box.free()

    def _ready(self) -> None:
        for m in ["enter", "ready", "exit", "parented", "unparented", "note", "call"]:
            self.run(m, False)
            self.run(m, True)
        self.get_tree().quit()
