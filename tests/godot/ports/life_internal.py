"""Internal children: counted only on request, kept in their own block at the front or the back."""

from __future__ import annotations

from engine import Node, print_


class Main(Node):
    def show(self, node: Node, internal: bool) -> None:
        children = node.get_children(internal)
        names = ", ".join(f"{child.name}:{child.get_index(True)}" for child in children)
        print_("internal=", internal, " count=", node.get_child_count(internal), " ", names)

    def make(self, label: str) -> Node:
        node = Node()
        node.name = label
        return node

    def _ready(self) -> None:
        make = self.make
        box = make("Box")
        self.add_child(box)
        box.add_child(make("Mid1"))
        box.add_child(make("Back1"), False, Node.INTERNAL_MODE_BACK)
        box.add_child(make("Front1"), False, Node.INTERNAL_MODE_FRONT)
        box.add_child(make("Mid2"))
        box.add_child(make("Front2"), False, Node.INTERNAL_MODE_FRONT)
        box.add_child(make("Back2"), False, Node.INTERNAL_MODE_BACK)
        self.show(box, False)
        self.show(box, True)
        print_(
            "get_child(0)=",
            box.get_child(0).name,
            " get_child(0,true)=",
            box.get_child(0, True).name,
        )
        last, very_last = box.get_child(-1), box.get_child(-1, True)
        print_("get_child(-1)=", last.name, " get_child(-1,true)=", very_last.name)
        print_("get_node Front1: ", box.get_node("Front1").name)
        print_("find_child Back*: ", box.find_child("Back*", True, False).name)
        mid = box.get_node("Mid1")
        print_("index among all: ", mid.get_index(True), " among plain: ", mid.get_index())
        print_("plain index of an internal child: ", box.get_node("Front1").get_index())
        box.move_child(box.get_node("Mid2"), 0)
        box.move_child(box.get_node("Front2"), 0)
        self.show(box, True)
        box.get_node("Mid1").add_sibling(make("Mid3"))
        box.get_node("Front2").add_sibling(make("Front3"))
        self.show(box, True)
        box.remove_child(box.get_node("Front1"))
        self.show(box, True)
        print_(box.get_tree_string())
        self.get_tree().quit()
