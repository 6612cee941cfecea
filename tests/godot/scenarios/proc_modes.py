"""Process modes: notifications, disabled subtrees, nodes added to disabled parents, pauses."""

from __future__ import annotations

from typing import Any

from engine import Node, print_


class L(Node):
    def _process(self, _delta: Any) -> None:
        print_("    ", self.name)

    def _physics_process(self, _delta: Any) -> None:
        print_("    ", self.name, " phys")

    def _notification(self, what: Any) -> None:
        if (
            what == self.NOTIFICATION_PAUSED
            or what == self.NOTIFICATION_UNPAUSED
            or what == self.NOTIFICATION_DISABLED
            or what == self.NOTIFICATION_ENABLED
        ):
            print_("  note ", self.name, " ", what)


class Main(Node):
    def make(self, parent: Any, label: Any, mode: Any = 0) -> Any:
        n = L()
        n.name = label
        n.process_mode = mode
        parent.add_child(n)
        return n

    async def frame(self, what: Any) -> None:
        print_(what)
        await self.get_tree().process_frame
        print_("  --")

    async def _ready(self) -> None:
        self.process_mode = Node.PROCESS_MODE_ALWAYS
        a = self.make(self, "A", Node.PROCESS_MODE_PAUSABLE)
        b = self.make(a, "B")
        c = self.make(b, "C", Node.PROCESS_MODE_WHEN_PAUSED)
        d = self.make(c, "D")
        e = self.make(a, "E", Node.PROCESS_MODE_ALWAYS)
        f = self.make(a, "F", Node.PROCESS_MODE_DISABLED)
        g = self.make(f, "G")
        await self.frame("plain")
        await self.frame("one")
        self.get_tree().paused = True
        await self.frame("paused")
        print_(
            a.can_process(),
            b.can_process(),
            c.can_process(),
            d.can_process(),
            e.can_process(),
            f.can_process(),
            g.can_process(),
        )
        a.process_mode = Node.PROCESS_MODE_ALWAYS
        await self.frame("A always")
        a.process_mode = Node.PROCESS_MODE_DISABLED
        await self.frame("A disabled")
        self.get_tree().paused = False
        await self.frame("unpaused")
        self.make(a, "H")
        await self.frame("H under a disabled one")
        a.process_mode = Node.PROCESS_MODE_INHERIT
        await self.frame("A inherits")
        c.process_mode = Node.PROCESS_MODE_INHERIT
        await self.frame("C inherits")
        f.process_mode = Node.PROCESS_MODE_WHEN_PAUSED
        await self.frame("F when paused")
        self.get_tree().paused = True
        self.get_tree().paused = True
        await self.frame("paused")
        self.process_mode = Node.PROCESS_MODE_INHERIT
        print_("  inherit at the top ", self.can_process(), " ", a.can_process())
        self.get_tree().paused = False
        await self.frame("unpaused")
        a.process_mode = Node.PROCESS_MODE_DISABLED
        a.remove_child(b)
        print_("out of a disabled one ", b.process_mode)
        self.add_child(b)
        await self.frame("B is back elsewhere")
        b.reparent(a)
        print_("  can ", b.can_process())
        await self.frame("B under the disabled one")
        b.reparent(self)
        print_("  can ", b.can_process())
        a.process_mode = Node.PROCESS_MODE_PAUSABLE
        self.get_tree().paused = True
        self.make(a, "I")
        self.make(a, "J", Node.PROCESS_MODE_ALWAYS)
        await self.frame("added while paused")
        a.free()
        print_(b.can_process())
        self.get_tree().quit()
