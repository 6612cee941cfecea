"""A group that changes while it is being called."""

from __future__ import annotations

from collections.abc import Callable as PyCallable

from engine import Node, is_instance_valid, print_

Act = PyCallable[[], None]


class Member(Node):
    def __init__(self, label: str, what: Act | None = None) -> None:
        super().__init__()
        self.name = label
        self.act = what
        self.add_to_group("team")

    def go(self) -> None:
        print_("  ", self.name)
        if self.act is not None:
            self.act()


class Main(Node):
    def reset(self, plan: dict[str, Act]) -> None:
        for child in self.get_children():
            child.free()
        for label in ["A", "B", "C", "D"]:
            self.add_child(Member(label, plan.get(label)))

    def _ready(self) -> None:
        tree = self.get_tree()

        def c() -> Node:
            return self.get_node("C")

        def attempt(title: str, plan: dict[str, Act]) -> None:
            print_(title)
            self.reset(plan)
            tree.call_group("team", "go")

        attempt("A frees C", {"A": lambda: c().free()})
        attempt("A removes C from the group", {"A": lambda: c().remove_from_group("team")})
        attempt("A takes C out of the tree", {"A": lambda: self.remove_child(c())})
        attempt("A adds E", {"A": lambda: self.add_child(Member("E"))})
        attempt("B moves D first", {"B": lambda: self.move_child(self.get_node("D"), 0)})
        attempt("B queues C", {"B": lambda: c().queue_free()})
        state = {"n": 0}

        def again() -> None:
            state["n"] += 1
            if state["n"] == 1:
                tree.call_group("team", "go")

        attempt("B calls the group again, once", {"B": again})
        print_("the array from get_nodes_in_group is a copy")
        self.reset({})
        found = tree.get_nodes_in_group("team")
        self.get_node("A").remove_from_group("team")
        print_("  ", len(found), " ", len(tree.get_nodes_in_group("team")))
        self.get_node("B").free()
        print_("  freed entry valid: ", is_instance_valid(found[1]))
        tree.quit()
