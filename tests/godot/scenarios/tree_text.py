"""Trees as text, counts, orders, with internal children and generated order."""

from __future__ import annotations

from typing import Any

from engine import Node, print_


class Main(Node):
    def make(self, parent: Any, label: Any, internal: Any = 0) -> Any:
        n = Node()
        n.name = label
        parent.add_child(n, False, internal)
        return n

    def _ready(self) -> None:
        a = self.make(self, "A")
        b = self.make(a, "B")
        self.make(b, "C")
        self.make(b, "D")
        self.make(a, "E")
        self.make(a, "In", self.INTERNAL_MODE_FRONT)
        self.make(a, "Out", self.INTERNAL_MODE_BACK)
        f = self.make(self, "F")
        self.make(f, "G")
        self.print_tree()
        self.print_tree_pretty()
        print_(a.get_tree_string())
        print_(a.get_tree_string_pretty())
        print_(f.get_child(0).get_tree_string_pretty())
        self.move_child(f, 0)
        self.print_tree()
        print_(
            self.get_tree().get_node_count(),
            " ",
            self.get_child_count(),
            " ",
            a.get_child_count(True),
        )
        self.remove_child(a)
        a.print_tree_pretty()
        print_(self.get_tree().get_node_count())
        t = a.get_node("In")
        print_(a.is_ancestor_of(t), " ", t.get_index(True), " ", a.get_path_to(t))
        a.remove_child(t)
        a.add_child(t)
        print_(t.get_index(), " ", a.get_child(0).name, " ", a.get_child(-1).name)
        a.move_child(t, 1)
        a.print_tree()
        a.free()
        t = None
        self.get_tree().root.print_tree()
        print_(self.get_tree().root.get_tree_string_pretty())
        self.get_tree().quit()
