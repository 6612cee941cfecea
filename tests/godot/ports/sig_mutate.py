"""The list of listeners changed while the signal is being emitted."""

from __future__ import annotations

from collections.abc import Callable as PyCallable

from engine import Node, Signal, print_


class Ear(Node):
    def __init__(self, label: str) -> None:
        super().__init__()
        self.name = label

    def hear(self) -> None:
        print_("  ", self.name)


class Main(Node):
    beat = Signal()

    def first_disconnects(self) -> None:
        print_("  first disconnects B")
        self.beat.disconnect(self.get_node("B").hear)

    def first_connects(self) -> None:
        print_("  first connects C")
        self.beat.connect(self.get_node("C").hear)

    def first_frees(self) -> None:
        print_("  first frees D")
        self.get_node("D").free()

    def first_emits(self) -> None:
        print_("  first emits again")
        self.beat.disconnect(self.first_emits)
        self.beat.emit()
        print_("  first done")

    def first_clears(self) -> None:
        print_("  first clears all")
        for info in self.beat.get_connections():
            self.beat.disconnect(info["callable"])

    def round_of(self, action: PyCallable[[], None], ears: str) -> None:
        for info in self.beat.get_connections():
            self.beat.disconnect(info["callable"])
        print_(action.__name__, ":")
        self.beat.connect(action)
        for ear in ears:
            self.beat.connect(self.get_node(ear).hear)
        self.beat.emit()
        print_("  left: ", len(self.beat.get_connections()))

    def _ready(self) -> None:
        for label in ["A", "B", "C", "D", "E"]:
            self.add_child(Ear(label))
        self.round_of(self.first_disconnects, "ABC")
        self.round_of(self.first_connects, "AB")
        self.round_of(self.first_frees, "ADE")
        self.round_of(self.first_emits, "AB")
        self.round_of(self.first_clears, "AB")
        print_("listener queued for deletion still hears:")
        self.beat.connect(self.get_node("E").hear)
        self.get_node("E").queue_free()
        self.beat.emit()
        print_("listener outside the tree still hears:")
        ear_a = self.get_node("A")
        self.remove_child(ear_a)
        self.beat.connect(ear_a.hear)
        self.beat.emit()
        ear_a.free()
        self.get_tree().quit()
