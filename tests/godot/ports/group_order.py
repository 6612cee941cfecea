"""Groups list nodes in tree order, not in the order of joining; leaving, freeing and moving."""

from __future__ import annotations

from collections.abc import Sequence

from engine import Node, print_, str_


class Member(Node):
    def __init__(self, label: str, kids: Sequence[Node] = ()) -> None:
        super().__init__()
        self.name = label
        for kid in kids:
            self.add_child(kid)

    def shout(self, text: str = "hey") -> None:
        print_("  ", self.name, " ", text)


class Main(Node):
    def names(self, group: str) -> str:
        return str_([str(node.name) for node in self.get_tree().get_nodes_in_group(group)])

    async def _ready(self) -> None:
        tree, names, get_node = self.get_tree(), self.names, self.get_node
        self.add_child(Member("A", [Member("A1"), Member("A2")]))
        self.add_child(Member("B"))
        self.add_child(Member("C"))
        for path in ["C", "A/A2", "B", "A"]:
            get_node(path).add_to_group("team")
        self.add_to_group("team")
        print_(
            names("team"),
            " first ",
            tree.get_first_node_in_group("team").name,
            " count ",
            tree.get_node_count_in_group("team"),
        )
        self.move_child(get_node("C"), 0)
        print_("C first: ", names("team"))
        get_node("B").remove_from_group("team")
        print_("B left: ", names("team"), " ", get_node("B").is_in_group("team"))
        get_node("B").remove_from_group("team")
        get_node("B").add_to_group("team")
        get_node("B").add_to_group("team")
        print_("B twice: ", names("team"))
        a = get_node("A")
        self.remove_child(a)
        member, groups = a.is_in_group("team"), a.get_groups()
        print_("A out of the tree: ", names("team"), " still member ", member, " groups ", groups)
        a.get_node("A1").add_to_group("team")
        self.add_child(a)
        print_("A back with A1: ", names("team"))
        get_node("C").queue_free()
        print_("C queued: ", names("team"))
        get_node("A/A2").free()
        print_("A2 freed: ", names("team"))
        await tree.process_frame
        print_("a frame later: ", names("team"))
        print_(
            "unknown: ",
            names("nobody"),
            " ",
            tree.get_first_node_in_group("nobody"),
            " ",
            tree.get_node_count_in_group("nobody"),
            " ",
            tree.has_group("nobody"),
            " ",
            tree.has_group("team"),
        )
        for node in tree.get_nodes_in_group("team"):
            node.remove_from_group("team")
        print_("emptied: ", tree.has_group("team"), " ", names("team"))
        tree.quit()
