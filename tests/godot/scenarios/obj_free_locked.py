"""Whether an object can be freed while one of its methods runs, called in several ways."""

# As the program says it in GDScript.
# ruff: noqa: E742
from __future__ import annotations

from typing import Any

from engine import Callable, Engine, Node, Object, Signal, is_instance_valid, print_


def attempt(free: Any) -> None:
    """Ends the function that fails, and not those that called it: errors go no further there."""
    try:
        free()
    except RuntimeError:
        pass


class O(Object):
    def end(self, _x: Any = None) -> None:
        print_("  end")
        attempt(self.free)

    def outer(self) -> None:
        self.end()

    async def later(self) -> None:
        await Engine.get_main_loop().process_frame
        print_("  later")
        attempt(self.free)

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PREDELETE:
            print_("  predelete")

    def other(self, o: Any) -> None:
        attempt(o.free)

    def hands(self, n: Any) -> None:
        n.take(self)


class N(Node):
    def __init__(self) -> None:
        super().__init__()
        self.mode = ""

    def die(self) -> None:
        print_("  die ", self.name)
        attempt(self.free)

    def take(self, o: Any) -> None:
        attempt(o.free)

    def _process(self, _delta: Any) -> None:
        if self.mode == "free":
            print_("  process ", self.name)
            attempt(self.free)
        elif self.mode == "die":
            self.mode = ""
            print_("  process ", self.name)
            self.die()

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PREDELETE:
            print_("  predelete ", self.name)


class Main(Node):
    ping = Signal()

    def node(self, label: Any, mode: Any = "") -> Any:
        n = N()
        n.name = label
        n.mode = mode
        self.add_child(n)
        return n

    async def frames(self, n: Any) -> None:
        for _i in range(n):
            await self.get_tree().process_frame

    def direct(self) -> None:
        o = O()
        o.end()
        print_("  ", is_instance_valid(o))
        attempt(o.free)

    def in_outer(self) -> None:
        o = O()
        o.outer()
        print_("  ", is_instance_valid(o))
        attempt(o.free)

    def handed(self) -> None:
        o = O()
        n = self.node("Taker")
        o.hands(n)
        print_("  ", is_instance_valid(o))
        attempt(o.free)
        o = O()
        n.take(o)
        print_("  ", is_instance_valid(o))

    async def waiting(self) -> None:
        o = O()
        o.later()
        await self.frames(2)
        print_("  ", is_instance_valid(o))

    def of_other(self) -> None:
        a = O()
        b = O()
        a.other(b)
        print_("  ", is_instance_valid(a), is_instance_valid(b))
        attempt(a.free)

    async def in_process(self) -> None:
        a = self.node("A", "free")
        b = self.node("B", "die")
        await self.frames(3)
        print_("  ", is_instance_valid(a), is_instance_valid(b))

    async def deferred(self) -> None:
        a = self.node("C")
        b = self.node("D")
        c = self.node("E")
        Callable(a.die).call_deferred()
        b.call_deferred("free")
        Callable(c.free).call_deferred()
        await self.frames(2)
        print_("  ", is_instance_valid(a), is_instance_valid(b), is_instance_valid(c))

    def emitted(self) -> None:
        a = self.node("F")
        b = self.node("G")
        self.ping.connect(a.die)
        self.ping.connect(b.free)
        self.ping.emit()
        print_("  ", is_instance_valid(a), is_instance_valid(b))

    async def timer(self) -> None:
        a = self.node("H")
        self.get_tree().create_timer(0.0).timeout.connect(a.die)
        await self.frames(3)
        print_("  ", is_instance_valid(a))

    async def _ready(self) -> None:
        for what in [
            "direct",
            "in_outer",
            "handed",
            "waiting",
            "of_other",
            "in_process",
            "deferred",
            "emitted",
            "timer",
        ]:
            print_(what)
            self.call(what)
            await self.frames(4)
        self.get_tree().quit()
