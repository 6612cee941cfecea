"""request_ready at various moments, and with children."""

from __future__ import annotations

from typing import Any

from engine import Node, print_


class Leaf(Node):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _ready(self) -> None:
        print_("  ready ", self.name)

    def _notification(self, what: Any) -> None:
        if (
            what == self.NOTIFICATION_POST_ENTER_TREE
            or what == self.NOTIFICATION_READY
            or what == self.NOTIFICATION_PARENTED
            or what == self.NOTIFICATION_UNPARENTED
            or what == self.NOTIFICATION_MOVED_IN_PARENT
            or what == self.NOTIFICATION_CHILD_ORDER_CHANGED
        ):
            print_("  note ", self.name, " ", what)


class AsksInReady(Leaf):
    def _ready(self) -> None:
        print_("  ready ", self.name)
        self.request_ready()
        print_("  is ready ", self.is_node_ready())


class AsksInEnter(Leaf):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name, " ", self.is_node_ready())
        self.request_ready()


class Main(Node):
    def make(self, cls: Any, label: Any) -> Any:
        n = cls()
        n.name = label
        return n

    def again(self, n: Any) -> None:
        print_("again ", n.name)
        self.remove_child(n)
        self.add_child(n)

    def _ready(self) -> None:
        a = self.make(Leaf, "A")
        a1 = self.make(Leaf, "A1")
        a.add_child(a1)
        self.add_child(a)
        a.request_ready()
        self.again(a)
        a1.request_ready()
        self.again(a)
        a.propagate_call("request_ready")
        self.again(a)
        b = self.make(AsksInReady, "B")
        self.add_child(b)
        self.again(b)
        self.again(b)
        c = self.make(AsksInEnter, "C")
        self.add_child(c)
        self.again(c)
        self.again(c)
        b.ready.connect(lambda: print_("ready signal of B"), self.CONNECT_ONE_SHOT)
        self.again(b)
        self.move_child(c, 0)
        self.move_child(c, -1)
        a.reparent(c)
        a.name = "A2"
        self.get_tree().quit()
