"""Unique names after reparenting, renaming, duplicating, removing, and clashes."""

from __future__ import annotations

from typing import Any

from engine import Node, print_, str_


class Main(Node):
    def make(self, label: Any) -> Any:
        n = Node()
        n.name = label
        return n

    def put(self, parent: Any, label: Any, who: Any, unique: Any) -> Any:
        n = self.make(label)
        parent.add_child(n)
        if who:
            n.owner = who
        n.unique_name_in_owner = unique
        return n

    def found(self, from_node: Any, path: Any) -> Any:
        n = from_node.get_node_or_null(path)
        return str_(n.get_path()) if n else "-"

    def _ready(self) -> None:
        box = self.put(self, "Box", self, False)
        a = self.put(box, "A", self, True)
        b = self.put(box, "B", self, False)
        deep = self.put(a, "Deep", self, True)
        print_(
            self.found(self, "%A"),
            " ",
            self.found(b, "%A"),
            " ",
            self.found(box, "%Deep"),
            " ",
            self.found(deep, "%A"),
        )
        print_(
            self.found(self, "%A/Deep"),
            " ",
            self.found(self, "Box/%A"),
            " ",
            self.found(b, "../%Deep"),
            " ",
            self.found(self, "%B"),
        )
        print_("rename")
        a.name = "A2"
        print_(self.found(self, "%A"), " ", self.found(self, "%A2"))
        print_("clash")
        b.name = "A2"
        print_(b.name)
        c = self.put(self, "A2", self, True)
        print_(c.unique_name_in_owner, " ", self.found(self, "%A2"))
        print_("move")
        a.reparent(self)
        a.name = "Moved"
        print_(
            a.name, " ", a.owner.name, " ", self.found(self, "%A2"), " ", self.found(self, "%Deep")
        )
        print_("remove")
        self.remove_child(c)
        print_(c.owner, " ", c.unique_name_in_owner)
        self.remove_child(a)
        print_(
            a.owner, " ", self.found(self, "%Deep"), " ", a.unique_name_in_owner, " ", deep.owner
        )
        self.add_child(a)
        print_(self.found(self, "%Deep"), " ", deep.owner)
        a.owner = self
        deep.owner = self
        print_(self.found(self, "%Deep"), " ", self.found(self, "%" + str_(a.name)))
        print_("duplicate")
        copy = a.duplicate()
        print_(
            copy.unique_name_in_owner,
            " ",
            copy.owner,
            " ",
            copy.get_child(0).unique_name_in_owner,
            " ",
            copy.get_child(0).owner,
        )
        copy.name = "Copy"
        self.add_child(copy)
        print_(self.found(copy, "%Deep"), " ", self.found(self, "%Deep"))
        print_("off")
        deep.unique_name_in_owner = False
        print_(self.found(self, "%Deep"))
        deep.unique_name_in_owner = True
        print_(self.found(self, "%Deep"))
        deep.owner = None
        print_(self.found(self, "%Deep"), " ", deep.unique_name_in_owner)
        deep.owner = a
        print_(
            self.found(self, "%Deep"),
            " ",
            self.found(a, "%Deep"),
            " ",
            self.found(deep, "%Deep"),
            " ",
            self.found(box, "%Deep"),
        )
        print_(
            self.get_path_to(deep),
            " ",
            self.get_path_to(deep, True),
            " ",
            self.get_path_to(a, True),
            " ",
            a.get_path_to(deep, True),
            " ",
            b.get_path_to(a, True),
            " ",
            b.get_path_to(deep, True),
            " ",
            deep.get_path_to(deep, True),
            " ",
            deep.get_path_to(self, True),
            " ",
            deep.get_path_to(b, True),
        )
        print_("free")
        deep.free()
        print_(self.found(a, "%Deep"))
        self.get_tree().quit()
