"""What a node can see of its surroundings in each stage of its life."""

from __future__ import annotations

from engine import Node, print_


class Probe(Node):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.label = text
        self.name = text
        self.see("_init")

    def see(self, stage: str) -> None:
        parent = self.get_parent()
        print_(
            "  ",
            self.label,
            " ",
            stage,
            ": inside=",
            self.is_inside_tree(),
            " parent=",
            "null" if parent is None else str(parent.name),
            " path=",
            str(self.get_path()) if self.is_inside_tree() else "-",
            " index=",
            self.get_index() if parent is not None else -1,
            " ready=",
            self.is_node_ready(),
            " kids=",
            self.get_child_count(),
            " sibling=",
            parent is not None and parent.has_node("Second"),
        )

    def _enter_tree(self) -> None:
        self.see("_enter_tree")

    def _ready(self) -> None:
        self.see("_ready")

    def _exit_tree(self) -> None:
        self.see("_exit_tree")

    def _notification(self, what: int) -> None:
        match what:
            case Node.NOTIFICATION_PARENTED:
                self.see("PARENTED")
            case Node.NOTIFICATION_UNPARENTED:
                self.see("UNPARENTED")
            case Node.NOTIFICATION_PREDELETE:
                self.see("PREDELETE")


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        print_("root _init: inside=", self.is_inside_tree(), " name='", self.name, "'")
        first = Probe("First")
        first.add_child(Probe("Kid"))
        self.add_child(first)
        second = Probe("Second")
        self.add_child(second)

    def _enter_tree(self) -> None:
        print_(
            "root _enter_tree: name=",
            self.name,
            " kids inside: ",
            self.get_child(0).is_inside_tree(),
            " current_scene set: ",
            self.get_tree().current_scene == self,
        )

    def _ready(self) -> None:
        kid = self.get_child(0)
        print_("root _ready: kids ready: ", kid.is_node_ready(), " own: ", self.is_node_ready())
        self.remove_child(self.get_node("Second"))
        first = self.get_node("First")
        first.tree_exited.connect(lambda: print_("  First tree_exited signal"))
        first.free()
        self.get_tree().quit()
