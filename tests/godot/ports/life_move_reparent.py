"""move_child, add_sibling, reparent and replace_by."""

from __future__ import annotations

from engine import Node, print_, str_


class Item(Node):
    def __init__(self, label: str) -> None:
        super().__init__()
        self.name = label

    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _ready(self) -> None:
        print_("  ready ", self.name)

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)

    def _notification(self, what: int) -> None:
        if what == Node.NOTIFICATION_PARENTED:
            print_("  parented ", self.name)
        elif what == Node.NOTIFICATION_UNPARENTED:
            print_("  unparented ", self.name)


class Main(Node):
    def order(self, node: Node) -> str:
        names = []
        for child in node.get_children():
            names.append(str_(child.name))
        return node.name + str_(names)

    def _ready(self) -> None:
        order = self.order
        left = Item("Left")
        right = Item("Right")
        self.add_child(left)
        self.add_child(right)
        for label in ["P", "Q", "R", "S"]:
            left.add_child(Item(label))
        print_(order(left))
        left.move_child(left.get_node("P"), 2)
        print_("P to 2: ", order(left))
        left.move_child(left.get_node("S"), 0)
        print_("S to 0: ", order(left))
        left.move_child(left.get_node("S"), -1)
        print_("S to -1: ", order(left))
        left.move_child(left.get_node("Q"), -2)
        print_("Q to -2: ", order(left))
        print_("add_sibling")
        left.get_node("R").add_sibling(Item("T"))
        print_(order(left))
        print_("reparent")
        left.get_node("P").reparent(right)
        print_(order(left), " ", order(right))
        print_("reparent to the same parent")
        right.get_node("P").reparent(right)
        fresh = Item("Fresh")
        left.replacing_by.connect(lambda n: print_("  Left.replacing_by ", n.name))
        print_("replace_by")
        left.replace_by(fresh)
        print_(order(self), " ", order(fresh), " ", order(left))
        inside = left.is_inside_tree()
        print_("left inside=", inside, " index of fresh=", fresh.get_index())
        left.free()
        self.get_tree().quit()
