"""Removing and freeing while callbacks of the tree are running."""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from collections.abc import Sequence

from engine import Callable, Node, print_


def names(node: Node) -> list[str]:
    return [str(child.name) for child in node.get_children()]


class Actor(Node):
    def __init__(
        self, label: str, when: str = "", what: PyCallable[[], None] | None = None
    ) -> None:
        super().__init__()
        self.name = label
        self.stage = when
        self.act = what

    def run(self, now: str) -> None:
        print_("  ", self.name, " ", now)
        if self.stage == now:
            self.act()

    def _enter_tree(self) -> None:
        self.run("enter")

    def _ready(self) -> None:
        self.run("ready")

    def _exit_tree(self) -> None:
        self.run("exit")


class Main(Node):
    async def trial(self, title: str, parts: Sequence[Node]) -> None:
        print_(title)
        box = Node()
        box.name = "Box"
        for part in parts:
            box.add_child(part)
        self.add_child(box)
        print_("  => ", names(box))
        await self.get_tree().process_frame
        print_("  a frame later => ", names(box))
        box.free()

    async def _ready(self) -> None:
        def box() -> Node:
            return self.get_node("Box")

        def a() -> Node:
            return self.get_node("Box/A")

        def b() -> Node:
            return self.get_node("Box/B")

        await self.get_tree().process_frame
        await self.trial(
            "frees itself later, in _ready",
            [Actor("A", "ready", lambda: a().queue_free()), Actor("B")],
        )
        await self.trial(
            "removes itself in _ready",
            [Actor("A", "ready", lambda: box().remove_child(a())), Actor("B")],
        )
        await self.trial(
            "removes the next sibling in _ready",
            [Actor("A", "ready", lambda: box().remove_child(b())), Actor("B")],
        )
        await self.trial(
            "deferred removal in _enter_tree",
            [
                Actor("A", "enter", lambda: Callable(box().remove_child).call_deferred(a())),
                Actor("B"),
            ],
        )
        await self.trial(
            "adds to the parent in _exit_tree",
            [Actor("A", "exit", lambda: box().add_child(Actor("Late"))), Actor("B")],
        )
        await self.trial(
            "adds to itself in _enter_tree",
            [Actor("A", "enter", lambda: a().add_child(Actor("Inner"))), Actor("B")],
        )
        await self.trial(
            "moves itself in _ready",
            [Actor("A", "ready", lambda: box().move_child(a(), 1)), Actor("B")],
        )
        print_(names(self))
        self.get_tree().quit()
