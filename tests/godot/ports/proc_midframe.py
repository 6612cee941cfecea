"""Nodes added, freed, removed and queued while the frame is being processed."""

from __future__ import annotations

from collections.abc import Callable as PyCallable

from engine import Callable, Node, print_

Plan = dict[int, PyCallable[[], None]]


class Cog(Node):
    def __init__(self, label: str, what: Plan | None = None) -> None:
        super().__init__()
        self.frames = 0
        self.name = label
        self.plan = what or {}

    def _process(self, delta: float) -> None:
        self.frames += 1
        print_("  ", self.name, " #", self.frames)
        if self.frames in self.plan:
            self.plan[self.frames]()

    def _ready(self) -> None:
        print_("  ready ", self.name)

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)


class Main(Node):
    count = 0

    def _ready(self) -> None:
        plan = {
            2: self.a_adds_new,
            3: self.a_frees_c,
            4: self.a_queues_d,
            5: self.a_removes_e,
        }
        self.add_child(Cog("A", plan))
        self.add_child(Cog("B", {2: self.b_adds_under, 3: self.b_moves_first}))
        self.add_child(Cog("C"))
        self.add_child(Cog("D"))
        self.add_child(Cog("E"))
        self.add_child(Cog("F", {5: self.f_ends_a_and_b}))

    def a_adds_new(self) -> None:
        self.add_child(Cog("New"))
        print_("  A added New")

    def a_frees_c(self) -> None:
        self.get_node("C").free()
        print_("  A freed C")

    def a_queues_d(self) -> None:
        self.get_node("D").queue_free()
        print_("  A queued D")

    def a_removes_e(self) -> None:
        self.remove_child(self.get_node("E"))
        print_("  A removed E")

    def b_adds_under(self) -> None:
        self.get_node("A").add_child(Cog("Under"))
        print_("  B added A/Under")

    def b_moves_first(self) -> None:
        self.move_child(self.get_node("B"), 0)
        print_("  B moved first")

    def f_ends_a_and_b(self) -> None:
        self.get_node("A").queue_free()
        Callable(self.get_node("B").free).call_deferred()
        print_("  F queued A, deferred free of B")

    def _process(self, delta: float) -> None:
        self.count += 1
        print_("frame ", self.count)
        if self.count == 7:
            self.get_tree().quit()
