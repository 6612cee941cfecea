"""_ready comes once; request_ready asks for another; is_node_ready tells."""

from __future__ import annotations

from engine import Node, print_


class Unit(Node):
    seen = 0

    def _enter_tree(self) -> None:
        print_("  enter ", self.name, " ready?=", self.is_node_ready())

    def _ready(self) -> None:
        self.seen += 1
        print_("  ready ", self.name, " #", self.seen, " ready?=", self.is_node_ready())

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)


class Main(Node):
    def _ready(self) -> None:
        top = Unit()
        top.name = "Top"
        low = Unit()
        low.name = "Low"
        top.add_child(low)
        print_("first add; ready? ", top.is_node_ready())
        self.add_child(top)
        print_("remove and add")
        self.remove_child(top)
        print_("outside, ready? ", top.is_node_ready())
        self.add_child(top)
        print_("request on top only")
        self.remove_child(top)
        top.request_ready()
        print_("after request, ready? ", top.is_node_ready())
        self.add_child(top)
        print_("request on both while inside")
        top.request_ready()
        low.request_ready()
        print_("inside, ready? ", top.is_node_ready(), " ", low.is_node_ready())
        self.remove_child(top)
        self.add_child(top)
        print_("once more")
        self.remove_child(top)
        self.add_child(top)
        print_("ready signal of a second ready")
        top.ready.connect(lambda: print_("  signal ready"))
        top.request_ready()
        self.remove_child(top)
        self.add_child(top)
        self.get_tree().quit()
