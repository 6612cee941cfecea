"""print_tree, print_tree_pretty and the NodePath type."""

from __future__ import annotations

from engine import Node, NodePath, print_


class Main(Node):
    def make(self, parent: Node, label: str) -> Node:
        node = Node()
        node.name = label
        parent.add_child(node)
        return node

    def _ready(self) -> None:
        make, get_node = self.make, self.get_node
        a = make(self, "A")
        make(a, "A1")
        make(make(a, "A2"), "A2x")
        make(a, "A3")
        make(make(make(self, "B"), "B1"), "B1x")
        self.print_tree()
        self.print_tree_pretty()
        print_(a.get_tree_string().replace("\n", "\\n"))
        print_(a.get_tree_string_pretty())
        self.about_paths()
        print_(self.get_path(), " ", a.get_node("A2/A2x").get_path(), " ", str(a.get_path()) + "!")
        deep = get_node("B/B1/B1x")
        print_(a.get_path_to(deep), " ", deep.get_path_to(a))
        self.get_tree().quit()

    def about_paths(self) -> None:
        path = NodePath("A/../B/B1:position:x")
        names, subnames = path.get_name_count(), path.get_subname_count()
        print_(path, " names=", names, " subnames=", subnames, " absolute=", path.is_absolute())
        print_(
            path.get_name(1),
            " ",
            path.get_name(3),
            " ",
            path.get_subname(0),
            " ",
            path.get_concatenated_names(),
            " ",
            path.get_concatenated_subnames(),
        )
        slices = path.slice(0, 2), path.slice(-2), path.slice(2, 4)
        print_(path.get_as_property_path(), *(part for s in slices for part in (" | ", s)))
        print_(
            NodePath("").is_empty(),
            " ",
            NodePath("/root/Main").is_absolute(),
            " ",
            NodePath("a") == NodePath("a"),
            " ",
            NodePath("x/y") == NodePath("x/y"),
            " ",
            NodePath("a/") == NodePath("a"),
        )
        print_([NodePath("x/y"), NodePath("z:w")], " ", {"k": NodePath("p")})
