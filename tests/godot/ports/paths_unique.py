"""Scene unique names: they belong to the owner, not to the place in the tree."""

from __future__ import annotations

from engine import Node, print_


class Main(Node):
    def make(self, parent: Node, label: str, node_owner: Node | None) -> Node:
        node = Node()
        node.name = label
        parent.add_child(node)
        node.owner = node_owner
        return node

    def _ready(self) -> None:
        make, has_node, get_node = self.make, self.has_node, self.get_node
        bar = make(self, "Bar", self)
        deep = make(make(bar, "Inner", self), "Health", self)
        print_("before: ", has_node("%Health"), " ", deep.unique_name_in_owner)
        deep.unique_name_in_owner = True
        print_("after: ", has_node("%Health"), " ", get_node("%Health").get_path())
        mine = deep.get_node("%Health") == deep
        print_("from a sibling branch: ", bar.get_node("%Health").name, " ", mine)
        make(deep, "Label", self)
        through = get_node("Bar/Inner/%Health")
        print_("continued: ", get_node("%Health/Label").name, " ", through.name)
        deep.name = "Energy"
        print_("renamed: ", has_node("%Health"), " ", has_node("%Energy"))
        bar.get_node("Inner").remove_child(deep)
        print_("removed: ", has_node("%Energy"), " owner=", deep.owner)
        bar.add_child(deep)
        print_("added elsewhere: ", has_node("%Energy"), " owner=", deep.owner)
        deep.owner = self
        print_("owned again: ", has_node("%Energy"), " unique=", deep.unique_name_in_owner)
        orphan = make(self, "Free", None)
        orphan.unique_name_in_owner = True
        print_("without an owner: ", has_node("%Free"))
        self.other_owner()
        self.twins(bar, deep)
        self.get_tree().quit()

    def other_owner(self) -> None:
        sub = self.make(self, "Sub", None)
        inner = self.make(sub, "Thing", sub)
        inner.unique_name_in_owner = True
        print_(
            "owned by Sub; from Main: ",
            self.has_node("%Thing"),
            " from Sub: ",
            sub.has_node("%Thing"),
            " from Thing: ",
            inner.has_node("%Thing"),
        )
        print_("through Sub: ", self.get_node_or_null("Sub/%Thing") == inner)

    def twins(self, bar: Node, deep: Node) -> None:
        twin = self.make(bar, "Energy", self)
        twin.unique_name_in_owner = True
        generated = str(twin.name).startswith("@")
        print_("twin unique? ", twin.unique_name_in_owner, " name generated? ", generated)
        other = self.make(self.make(self, "Else", self), "Energy", self)
        other.unique_name_in_owner = True
        first = self.get_node("%Energy") == deep
        unique = other.unique_name_in_owner
        print_("same name elsewhere: unique? ", unique, " %Energy is the first? ", first)
        deep.free()
        print_("first freed: ", self.has_node("%Energy"))
        other.unique_name_in_owner = True
        print_("second takes it: ", self.has_node("%Energy"))
