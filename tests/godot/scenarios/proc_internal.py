"""Internal processing among plain processing: Timers between nodes, priorities, notifications."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Timer, print_


class L(Node):
    def _process(self, _delta: Any) -> None:
        print_("    ", self.name)

    def _physics_process(self, _delta: Any) -> None:
        print_("    ", self.name, " phys")


class N(Node):
    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PROCESS:
            print_("    ", self.name, " note process ", self.get_process_delta_time() > 0.0)
        if what == self.NOTIFICATION_INTERNAL_PROCESS:
            print_("    ", self.name, " note internal")
        if what == self.NOTIFICATION_PHYSICS_PROCESS:
            print_("    ", self.name, " note physics")
        if what == self.NOTIFICATION_INTERNAL_PHYSICS_PROCESS:
            print_("    ", self.name, " note internal physics")


class Both(N):
    def _process(self, _delta: Any) -> None:
        print_("    ", self.name, " _process")


class Main(Node):
    def hears(self, what: Any) -> None:
        print_("    timeout ", what)

    def tick(self, label: Any, prio: Any, phys: Any) -> Any:
        t = Timer()
        t.name = label
        t.wait_time = 0.01
        t.process_priority = prio
        t.process_physics_priority = prio
        t.process_callback = Timer.TIMER_PROCESS_PHYSICS if phys else Timer.TIMER_PROCESS_IDLE
        t.timeout.connect(Callable(self.hears).bind(label))
        self.add_child(t)
        t.start()
        return t

    def make(self, cls: Any, label: Any, prio: Any) -> Any:
        n = cls()
        n.name = label
        n.process_priority = prio
        n.process_physics_priority = -prio
        self.add_child(n)
        return n

    async def frame(self, what: Any) -> None:
        print_(what)
        await self.get_tree().process_frame
        print_("  --")

    async def _ready(self) -> None:
        self.make(L, "A", 0)
        t = self.tick("T0", 0, False)
        self.make(L, "B", 0)
        t1 = self.tick("T1", 1, False)
        self.make(L, "C", 1)
        tm = self.tick("TM", -1, False)
        tp = self.tick("TP", 0, True)
        n = self.make(N, "N", 0)
        print_(
            n.is_processing(),
            n.is_processing_internal(),
            n.is_physics_processing(),
            n.is_physics_processing_internal(),
        )
        n.set_process(True)
        n.set_process_internal(True)
        n.set_physics_process(True)
        n.set_physics_process_internal(True)
        both = self.make(Both, "Both", 0)
        both.set_process_internal(True)
        print_(both.is_processing(), both.is_processing_internal())
        await self.frame("first")
        await self.frame("second")
        t.process_priority = 5
        await self.frame("T0 at 5")
        t.stop()
        tm.stop()
        t1.stop()
        tp.stop()
        n.set_process(False)
        n.set_physics_process(False)
        await self.frame("stopped")
        t.start()
        n.set_process_internal(False)
        both.set_process(False)
        await self.frame("T0 again")
        both.set_process(True)
        both.process_priority = -3
        await self.frame("Both first")
        self.get_tree().quit()
