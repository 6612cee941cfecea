"""Switching processing from everywhere: enter, ready, physics, timers, deferred calls and signals."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, print_, str_


class L(Node):
    def _process(self, _delta: Any) -> None:
        self.get_parent().note(str_(self.name))

    def _physics_process(self, _delta: Any) -> None:
        self.get_parent().note(str_(self.name) + "p")


class Off(L):
    def _enter_tree(self) -> None:
        self.set_process(False)
        self.set_physics_process(False)
        print_("  ", self.name, " enter ", self.is_processing(), self.is_physics_processing())

    def _ready(self) -> None:
        print_("  ", self.name, " ready ", self.is_processing(), self.is_physics_processing())


class OffInReady(L):
    def _ready(self) -> None:
        self.set_process(False)
        print_("  ", self.name, " ready ", self.is_processing(), self.is_physics_processing())


class Plain(Node):
    def _ready(self) -> None:
        print_("  ", self.name, " ready ", self.is_processing(), self.is_physics_processing())


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.seen = ""
        self.plan = 0
        self.target = None

    def note(self, what: Any) -> None:
        self.seen += what + " "
        if self.plan == 1 and what == "Ap":
            self.plan = 0
            self.target.set_process(False)
        if self.plan == 2 and what == "Ap":
            self.plan = 0
            self.target.set_process(True)
            self.target.process_physics_priority = -1
        if self.plan == 3 and what == "A":
            self.plan = 0
            n = self.make(L, "New")
            self.move_child(n, 0)
        if self.plan == 4 and what == "Ap":
            self.plan = 0
            self.make(L, "NewP")
        if self.plan == 5 and what == "B":
            self.plan = 0
            self.target.queue_free()
        if self.plan == 6 and what == "Ap":
            self.plan = 0
            self.get_tree().paused = True
        if self.plan == 7 and what == "A":
            self.plan = 0
            self.get_node("B").reparent(self.get_node("A"))
        if self.plan == 8 and what == "C":
            self.plan = 0
            self.move_child(self.get_node("C"), 0)
            self.get_node("A").set_process(False)
            self.get_node("A").set_process(True)
        if self.plan == 9 and what == "A":
            self.plan = 0
            self.get_node("C").process_priority = -9
            self.get_node("A").process_priority = 9
            self.get_node("C").set_process(False)

    def make(self, cls: Any, label: Any) -> Any:
        n = cls()
        n.name = label
        self.add_child(n)
        return n

    async def frames(self, what: Any, n: Any) -> None:
        print_(what)
        for _i in range(n):
            self.seen = ""
            await self.get_tree().process_frame
            print_("  ", self.seen)

    async def _ready(self) -> None:
        self.process_mode = Node.PROCESS_MODE_ALWAYS
        self.make(L, "A")
        self.make(L, "B")
        self.make(L, "C")
        self.make(Off, "Off")
        self.make(OffInReady, "OffR")
        self.make(Plain, "Plain")
        await self.frames("plain", 2)
        self.target = self.get_node("C")
        self.plan = 1
        await self.frames("physics switches C off", 2)
        self.plan = 2
        await self.frames("physics switches C on", 2)
        self.plan = 3
        await self.frames("process adds", 3)
        self.plan = 4
        await self.frames("physics adds", 2)
        self.target = self.get_node("New")
        self.plan = 5
        await self.frames("queue_free of New", 2)
        for n in self.get_children():
            n.process_mode = Node.PROCESS_MODE_PAUSABLE
        self.plan = 6
        await self.frames("physics pauses", 2)
        self.get_tree().paused = False
        await self.frames("unpaused", 1)
        self.plan = 8
        await self.frames("C moves itself to the front, A goes off and on", 3)
        self.plan = 9
        await self.frames("priorities of A and C", 3)
        self.target = self.get_node("NewP")
        Callable(self.target.set_process).call_deferred(False)
        await self.frames("deferred off", 2)
        self.target.set_process(True)
        self.get_node("Off").set_process(True)
        self.get_node("Off").request_ready()
        o = self.get_node("Off")
        self.remove_child(o)
        self.add_child(o)
        await self.frames("again", 2)
        self.remove_child(self.target)
        self.target.set_process(False)
        self.target.set_process(True)
        self.add_child(self.target)
        await self.frames("back", 2)
        self.get_tree().quit()
