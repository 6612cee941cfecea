"""find_child, find_children, find_parent and the family questions.

`Node2D` and `Sprite2D` are scripts here: a class is found by its name either way.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine import Node, Timer, print_, str_


class Node2D(Node):
    pass


class Sprite2D(Node2D):
    pass


def names(nodes: Iterable[Node]) -> str:
    return str_([str(node.name) for node in nodes])


class Main(Node):
    def make(self, parent: Node, label: str, node: Node | None = None, owned: bool = True) -> Node:
        if node is None:
            node = Node()
        node.name = label
        parent.add_child(node)
        if owned:
            node.owner = self
        return node

    def _ready(self) -> None:
        find_child, find_children = self.find_child, self.find_children
        squad = self.make(self, "Squad")
        one = self.make(squad, "Enemy1")
        two = self.make(squad, "Enemy2", Timer())
        self.make(one, "Gun")
        self.make(two, "Gun2", Node2D())
        self.make(two, "Loose", Sprite2D(), False)
        self.make(self, "Enemy10")
        self.make(self, "enemy11", Node2D())
        print_("exact: ", find_child("Gun").get_path())
        print_("missing: ", find_child("Sword"))
        print_("not owned: ", find_child("Loose"), " ", find_child("Loose", True, False).name)
        print_("not recursive: ", find_child("Gun", False), " ", find_child("Squad", False).name)
        print_("star: ", find_child("Enemy*").name)
        print_("all star: ", names(find_children("Enemy*")))
        print_("question: ", names(find_children("Enemy?")))
        print_("middle: ", names(find_children("*n*")))
        print_("everything: ", names(find_children("*")))
        print_("everything, unowned too: ", names(find_children("*", "", True, False)))
        print_("type Timer: ", names(find_children("*", "Timer")))
        print_("type Node2D: ", names(find_children("*", "Node2D", True, False)))
        print_("top level only: ", names(find_children("*", "", False)))
        print_("itself is not found: ", names(squad.find_children("Squad")))
        self.ask_family(squad, one, two)
        self.get_tree().quit()

    def ask_family(self, squad: Node, one: Node, two: Node) -> None:
        gun = self.find_child("Gun")
        print_(
            "find_parent: ",
            gun.find_parent("Enemy?").name,
            " ",
            gun.find_parent("S*").name,
            " ",
            gun.find_parent("Gun"),
            " ",
            gun.find_parent("root").name,
        )
        print_(
            "ancestor: ",
            squad.is_ancestor_of(gun),
            " ",
            gun.is_ancestor_of(squad),
            " ",
            gun.is_ancestor_of(gun),
        )
        print_(
            "greater: ",
            two.is_greater_than(one),
            " ",
            gun.is_greater_than(two),
            " ",
            gun.is_greater_than(one),
        )
        indices = [one.get_index(), two.get_index(), squad.get_index(), self.get_index()]
        print_("index: ", " ".join(map(str, indices)))
        print_("negative: ", self.get_child(-1).name, " ", self.get_child(-3).name)
        path = gun.get_path()
        print_("depth: ", path.get_name_count(), " ", path.get_name(2))
