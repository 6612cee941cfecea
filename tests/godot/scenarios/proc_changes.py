"""Priorities, modes and switches that change during processing."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, print_, str_


class P(Node):
    def _process(self, _delta: Any) -> None:
        main = self.get_parent()
        print_("    ", self.name)
        main.at(str_(self.name))


class T(Node):
    def _physics_process(self, _delta: Any) -> None:
        print_("    phys ", self.name)


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.plan = None
        self.who = ""
        self.nodes = []

    def at(self, label: Any) -> None:
        if label == self.who:
            self.who = ""
            self.plan.call()

    def do(self, n: Any) -> None:
        if n == 0:
            self.nodes[2].process_priority = -5
        if n == 1:
            self.nodes[3].process_priority = 7
        if n == 2:
            self.nodes[1].set_process(False)
        if n == 3:
            self.nodes[1].set_process(True)
        if n == 4:
            self.nodes[1].process_mode = Node.PROCESS_MODE_DISABLED
        if n == 5:
            self.nodes[1].process_mode = Node.PROCESS_MODE_INHERIT
        if n == 6:
            self.move_child(self.nodes[3], 0)
        if n == 7:
            self.nodes[3].process_priority = 0
        if n == 8:
            self.remove_child(self.nodes[1])
        if n == 9:
            self.add_child(self.nodes[1])
        if n == 10:
            self.get_tree().paused = True
        if n == 11:
            self.remove_child(self.nodes[0])

    def make(self, label: Any, prio: Any) -> Any:
        n = P()
        n.name = label
        n.process_priority = prio
        self.add_child(n)
        return n

    async def step(self, what: Any) -> None:
        print_(what)
        await self.get_tree().process_frame
        print_("  --")
        await self.get_tree().process_frame

    async def _ready(self) -> None:
        a = self.make("A", 0)
        b = self.make("B", 0)
        c = self.make("C", 1)
        d = self.make("D", -1)
        self.nodes = [a, b, c, d]
        await self.get_tree().process_frame
        await self.step("plain")
        self.who = "A"
        self.plan = Callable(self, "do").bind(0)
        await self.step("A sets C to -5")
        self.who = "D"
        self.plan = Callable(self, "do").bind(1)
        await self.step("D sets itself to 7")
        self.who = "A"
        self.plan = Callable(self, "do").bind(2)
        await self.step("A switches B off")
        self.who = "A"
        self.plan = Callable(self, "do").bind(3)
        await self.step("A switches B on")
        self.who = "C"
        self.plan = Callable(self, "do").bind(4)
        await self.step("C disables B")
        self.who = "C"
        self.plan = Callable(self, "do").bind(5)
        await self.step("C enables B")
        self.who = "A"
        self.plan = Callable(self, "do").bind(6)
        await self.step("A moves D")
        self.who = "A"
        self.plan = Callable(self, "do").bind(7)
        await self.step("A sets D to 0")
        self.who = "D"
        self.plan = Callable(self, "do").bind(8)
        await self.step("D removes B")
        self.who = "D"
        self.plan = Callable(self, "do").bind(9)
        await self.step("D adds B")
        self.who = "C"
        self.plan = Callable(self, "do").bind(10)
        self.process_mode = Node.PROCESS_MODE_PAUSABLE
        await self.step("C pauses")
        self.get_tree().paused = False
        self.who = "D"
        self.plan = Callable(self, "do").bind(11)
        await self.step("D removes A")
        self.add_child(a)
        await self.step("A is back")
        a.set_process(False)
        a.set_process(True)
        await self.step("A off and on")
        self.get_tree().quit()
