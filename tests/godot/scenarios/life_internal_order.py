"""Internal children: order of entering, indices, moves, errors."""

from __future__ import annotations

from typing import Any

from engine import Node, print_, str_


class Leaf(Node):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _ready(self) -> None:
        print_("  ready ", self.name)

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)


class Main(Node):
    def make(self, label: Any) -> Any:
        n = Leaf()
        n.name = label
        return n

    def labels(self, list: Any) -> Any:
        s = ""
        for n in list:
            s += str_(n.name) + " "
        return s

    def _ready(self) -> None:
        box = self.make("Box")
        box.add_child(self.make("A"))
        box.add_child(self.make("Back"), False, self.INTERNAL_MODE_BACK)
        box.add_child(self.make("Front"), False, self.INTERNAL_MODE_FRONT)
        box.add_child(self.make("B"))
        box.add_child(self.make("Front2"), False, self.INTERNAL_MODE_FRONT)
        box.add_child(self.make("Back2"), False, self.INTERNAL_MODE_BACK)
        box.add_child(self.make("C"))
        self.add_child(box)
        print_(self.labels(box.get_children()), "| ", self.labels(box.get_children(True)))
        for n in box.get_children(True):
            print_(n.name, " ", n.get_index(True), " ", n.get_index(False))
        print_(
            box.get_child(0).name,
            " ",
            box.get_child(-1).name,
            " ",
            box.get_child(0, True).name,
            " ",
            box.get_child(-1, True).name,
        )
        print_(box.get_child(3), " ", box.get_child(-4), " ", box.get_child(7, True))
        print_(box.get_child_count(), " ", box.get_child_count(True))
        box.move_child(box.get_node("Front2"), 0)
        print_(self.labels(box.get_children(True)))
        box.move_child(box.get_node("A"), -1)
        print_(self.labels(box.get_children(True)))
        box.move_child(box.get_node("C"), 0)
        print_(self.labels(box.get_children(True)))
        box.move_child(box.get_node("C"), 3)
        print_(self.labels(box.get_children(True)))
        box.move_child(box.get_node("C"), 4)
        print_(self.labels(box.get_children(True)))
        box.move_child(box.get_node("C"), -3)
        print_(self.labels(box.get_children(True)))
        box.move_child(box.get_node("C"), -4)
        print_(self.labels(box.get_children(True)))
        box.move_child(box.get_node("C"), -5)
        box.move_child(box.get_node("Back"), 1)
        print_(self.labels(box.get_children(True)))
        box.move_child(box.get_node("Back"), -2)
        print_(self.labels(box.get_children(True)))
        box.move_child(box.get_node("Front"), 2)
        print_(self.labels(box.get_children(True)))
        box.get_node("B").add_sibling(self.make("Sib"))
        print_(self.labels(box.get_children(True)))
        box.get_node("Front").add_sibling(self.make("FSib"))
        print_(self.labels(box.get_children(True)))
        print_(self.labels(box.get_children()), box.get_node("FSib").get_index(True))
        print_(box.get_tree_string())
        print_(box.find_child("F*", True, False))
        print_(self.labels(box.find_children("*", "", True, False)))
        print_("again")
        self.remove_child(box)
        self.add_child(box)
        print_("duplicate")
        copy = box.duplicate()
        print_(self.labels(copy.get_children()), "| ", self.labels(copy.get_children(True)))
        copy.free()
        print_("replace")
        other = self.make("Other")
        box.replace_by(other)
        print_(self.labels(other.get_children()), "| ", self.labels(other.get_children(True)))
        self.get_tree().quit()
