"""Node.owner: it must be an ancestor, it is kept or lost on removal, reparent and replace_by."""

from __future__ import annotations

from engine import Node, print_


def owner_name(node: Node) -> str:
    return "null" if node.owner is None else str(node.owner.name)


class Main(Node):
    def make(self, parent: Node, label: str, node_owner: Node | None = None) -> Node:
        node = Node()
        node.name = label
        parent.add_child(node)
        if node_owner is not None:
            node.owner = node_owner
        return node

    def _ready(self) -> None:
        print_("main scene root: ", self.owner)
        top = self.make(self, "Top")
        mid = self.make(top, "Mid", top)
        low = self.make(mid, "Low", self)
        print_("mid ", owner_name(mid), " low ", owner_name(low))
        low.owner = low
        print_("own self: ", owner_name(low))
        top.owner = mid
        print_("own descendant: ", owner_name(top))
        low.owner = self.make(self, "Stranger")
        print_("own stranger: ", owner_name(low))
        low.owner = None
        print_("cleared: ", owner_name(low))
        low.owner = self
        print_("remove Mid from Top: mid before ", owner_name(mid), " low ", owner_name(low))
        top.remove_child(mid)
        print_("after: mid ", owner_name(mid), " low ", owner_name(low))
        top.add_child(mid)
        print_("added again: mid ", owner_name(mid), " low ", owner_name(low))
        mid.owner = top
        low.owner = mid
        top.remove_child(mid)
        print_("owner inside the removed branch stays: low ", owner_name(low))
        top.add_child(mid)
        mid.owner = self
        low.owner = self
        self.move_and_replace(mid, low)
        self.get_tree().quit()

    def move_and_replace(self, mid: Node, low: Node) -> None:
        mid.reparent(self)
        print_(
            "reparent inside the owner: mid ",
            owner_name(mid),
            " low ",
            owner_name(low),
            " path ",
            mid.get_path(),
        )
        other = self.make(self, "Other")
        mid.owner = self
        fresh = Node()
        fresh.name = "Fresh"
        mid.replace_by(fresh)
        print_(
            "replace_by: fresh ",
            owner_name(fresh),
            " mid ",
            owner_name(mid),
            " low ",
            owner_name(low),
            " low parent ",
            low.get_parent().name,
        )
        mid.free()
        other.add_sibling(Node())
        print_("sibling owner: ", owner_name(self.get_child(-1)))
