"""Which node's callback comes first: tree order, physics before idle, parents before children.

The order is sorted when a node joins the list or changes its priority, not when a node is moved.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine import Node, print_


class Beat(Node):
    def __init__(self, label: str, kids: Sequence[Node] = ()) -> None:
        super().__init__()
        self.name = label
        for kid in kids:
            self.add_child(kid)

    def _physics_process(self, delta: float) -> None:
        self.log_line("p:" + self.name)

    def _process(self, delta: float) -> None:
        self.log_line(self.name)

    def log_line(self, text: str) -> None:
        self.get_tree().current_scene.lines.append(str(text))


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.frames = 0

    def _ready(self) -> None:
        self.add_child(Beat("A", [Beat("A1"), Beat("A2", [Beat("A21")])]))
        self.add_child(Beat("B"))
        self.move_child(self.get_node("B"), 0)
        self.get_tree().physics_frame.connect(self._on_frame)

    def _physics_process(self, delta: float) -> None:
        self.lines.append("p:Main")

    def _process(self, delta: float) -> None:
        self.lines.append("Main")

    def _on_frame(self) -> None:
        print_(self.frames, ": ", " ".join(self.lines))
        self.lines.clear()
        self.frames += 1
        a = self.get_node("A")
        match self.frames:
            case 3:
                a.move_child(a.get_node("A2"), 0)
                print_("A2 moved before A1")
            case 5:
                self.add_child(Beat("C"))
                print_("C added")
            case 7:
                self.move_child(self.get_node("C"), 0)
                self.get_node("B").free()
                print_("C moved first, B freed")
            case 9:
                a.process_priority = 1
                print_("priority of A is 1")
            case 11:
                self.get_tree().quit()
