"""Adding children while the tree is being set up: to self, below, beside and above."""

from __future__ import annotations

from engine import Callable, Node, print_


class Adder(Node):
    def __init__(self, label: str, where: str) -> None:
        super().__init__()
        self.name = label
        self.target = where

    def _enter_tree(self) -> None:
        print_("enter ", self.name)

    def _ready(self) -> None:
        print_("ready ", self.name, " start")
        extra = Adder(self.name + "Extra", "none")
        match self.target:
            case "self":
                self.add_child(extra)
            case "parent":
                self.get_parent().add_child(extra)
                print_("parent of extra: ", extra.get_parent())
                Callable(self.get_parent().add_child).call_deferred(extra)
            case "sibling":
                self.get_node("../Self").add_child(extra)
            case "later_sibling":
                self.get_node("../Last").add_child(extra)
            case "none":
                extra.free()
        print_("ready ", self.name, " end")


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.add_child(Adder("Self", "self"))
        self.add_child(Adder("Up", "parent"))
        self.add_child(Adder("Side", "sibling"))
        self.add_child(Adder("Ahead", "later_sibling"))
        self.add_child(Adder("Last", "none"))

    async def _ready(self) -> None:
        print_("root ready, children:")
        for child in self.get_children():
            print_("  ", child.name, " ", child.get_child_count(), " ready=", child.is_node_ready())
        await self.get_tree().process_frame
        print_("a frame later: ", self.get_child(-1).name)
        self.get_tree().quit()
