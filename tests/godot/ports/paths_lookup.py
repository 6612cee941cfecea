"""get_node in its spellings: relative, upward, absolute, NodePath and what fails."""

from __future__ import annotations

from collections.abc import Sequence

from engine import Node, NodePath, print_


class Room(Node):
    def __init__(self, label: str, kids: Sequence[Node] = ()) -> None:
        super().__init__()
        self.name = label
        for kid in kids:
            self.add_child(kid)


class Main(Node):
    def _ready(self) -> None:
        get_node, has_node, or_null = self.get_node, self.has_node, self.get_node_or_null
        hall = Room("Hall", [Room("Desk", [Room("Drawer")]), Room("Lamp")])
        self.add_child(Room("House", [hall, Room("Cellar", [Room("Lamp")])]))
        desk = get_node("House/Hall/Desk")
        lamp, other = get_node("House/Hall/Lamp"), get_node("House/Cellar/Lamp")
        root = get_node("/root")
        print_("relative: ", desk.name)
        print_("dollar: ", lamp.get_path(), " ", other.get_path())
        print_("dot: ", desk.get_node(".").name)
        print_("up: ", desk.get_node("..").name, " ", desk.get_node("../..").name)
        print_("across: ", desk.get_node("../../Cellar/Lamp").get_path())
        print_("mixed: ", desk.get_node("Drawer/../../Lamp").name)
        print_("absolute: ", desk.get_node("/root/Main/House").name)
        print_("root: ", root.name, " ", root == self.get_tree().root, " ", root.get_class())
        print_("by NodePath: ", get_node(NodePath("House/Hall")).name)
        print_("by literal: ", get_node(NodePath("House/Cellar")).name)
        print_("trailing slash: ", get_node("House/Hall/").name)
        print_(
            "has_node: ",
            has_node("House/Hall"),
            " ",
            has_node("House/Attic"),
            " ",
            has_node("/root/Main"),
            " ",
            has_node("."),
        )
        print_("or_null: ", or_null("House/Attic"), " ", or_null("../Main/House").name)
        print_("case matters: ", has_node("house"))
        print_("empty path: ", or_null(""), " ", has_node(""))
        print_("above the root: ", or_null("../.."), " ", or_null("/root/.."))
        print_("subname is ignored: ", get_node("House:process_priority").name)
        print_("outside: ", or_null("/root/House"))
        loose = Room("Loose", [Room("In")])
        inner = loose.get_node("In")
        print_("outside the tree: ", inner.name, " ", loose.get_node("In/..").name)
        print_(
            "get_path_to: ",
            desk.get_path_to(other),
            " ",
            desk.get_path_to(desk),
            " ",
            self.get_path_to(desk),
            " ",
            desk.get_path_to(self),
        )
        print_("get_path_to in a loose tree: ", inner.get_path_to(loose))
        print_("get_path outside the tree: '", loose.get_path(), "'")
        loose.free()
        self.get_tree().quit()
