"""Callback order while a tree is built, pruned and torn down."""

from __future__ import annotations

from engine import Node, is_instance_valid, print_


class Part(Node):
    def __init__(self, label: str = "?") -> None:
        super().__init__()
        self.name = label
        print_("init ", label, " in_tree=", self.is_inside_tree())

    def _enter_tree(self) -> None:
        print_("enter ", self.name, " parent=", self.get_parent().name)

    def _ready(self) -> None:
        print_("ready ", self.name, " children=", self.get_child_count())

    def _exit_tree(self) -> None:
        print_("exit ", self.name, " in_tree=", self.is_inside_tree())


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        print_("init root children=", self.get_child_count())
        hull = Part("Hull")
        hull.add_child(Part("Deck"))
        hull.add_child(Part("Keel"))
        self.add_child(hull)
        self.add_child(Part("Mast"))
        print_("init root done children=", self.get_child_count())

    def _enter_tree(self) -> None:
        print_("enter root")

    def _ready(self) -> None:
        print_("ready root")
        sail = Part("Sail")
        rope = Part("Rope")
        sail.add_child(rope)
        print_("before add")
        self.get_node("Mast").add_child(sail)
        print_("after add")
        self.remove_child(self.get_node("Mast"))
        print_("mast removed, sail in tree: ", sail.is_inside_tree())
        sail.get_parent().free()
        print_("mast freed, sail valid: ", is_instance_valid(sail))
        self.get_tree().quit()
        print_("quit asked")

    def _process(self, delta: float) -> None:
        print_("process root")

    def _exit_tree(self) -> None:
        print_("exit root")
