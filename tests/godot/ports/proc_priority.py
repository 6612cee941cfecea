"""process_priority and process_physics_priority sort across the whole tree; ties keep tree order."""

from __future__ import annotations

from engine import Node, print_


class Worker(Node):
    def __init__(self, label: str, idle: int, physics: int) -> None:
        super().__init__()
        self.name = label
        self.process_priority = idle
        self.process_physics_priority = physics

    def _physics_process(self, delta: float) -> None:
        self.get_parent().log_line("p:" + self.name)

    def _process(self, delta: float) -> None:
        self.get_parent().log_line(str(self.name))


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.frames = 0

    def log_line(self, text: str) -> None:
        self.lines.append(text)

    def _ready(self) -> None:
        self.add_child(Worker("Late", 5, 0))
        self.add_child(Worker("Plain", 0, 0))
        self.add_child(Worker("Early", -5, 1))
        self.add_child(Worker("Plain2", 0, -1))
        self.add_child(Worker("Late2", 5, -1))
        self.get_tree().process_frame.connect(self._on_frame)

    def _process(self, delta: float) -> None:
        self.log_line("Main")

    def _on_frame(self) -> None:
        self.frames += 1
        print_(self.frames - 1, ": ", " ".join(self.lines))
        self.lines.clear()
        plain, late2 = self.get_node("Plain"), self.get_node("Late2")
        match self.frames:
            case 2:
                plain.process_priority = 9
                late2.process_physics_priority = 9
                self.process_priority = 6
            case 3:
                self.move_child(late2, 0)
                plain.process_priority = 5
            case 4:
                self.move_child(plain, 0)
            case 6:
                self.get_tree().quit()
