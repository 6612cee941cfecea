"""Objects that are freed while signals are emitted: listeners, other emitters, queued ones."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Signal, is_instance_valid, print_


class L(Node):
    spoke = Signal("x")

    def heard(self, x: Any = None) -> None:
        print_("  ", self.name, " heard ", x)

    def heard_and_free(self, x: Any, who: Any) -> None:
        print_("  ", self.name, " frees ", who.name)
        who.free()

    def emits(self, x: Any) -> None:
        print_("  ", self.name, " emits ", x)
        self.spoke.emit(x)
        print_("  ", self.name, " emitted")


class Main(Node):
    ping = Signal("x")

    def make(self, label: Any) -> Any:
        n = L()
        n.name = label
        self.add_child(n)
        return n

    def off(self, x: Any, which: Any) -> None:
        print_("  off ", which.get_object().name)
        self.ping.disconnect(which)

    def on_exit(self, n: Any) -> None:
        print_("  exiting ", n.name, " ", self.ping.is_connected(n.heard))
        self.ping.emit("from tree_exiting")

    async def _ready(self) -> None:
        a = self.make("A")
        b = self.make("B")
        c = self.make("C")
        print_("frees a later listener")
        self.ping.connect(Callable(a.heard_and_free).bind(b))
        self.ping.connect(b.heard)
        self.ping.connect(c.heard)
        self.ping.emit(1)
        self.ping.disconnect(a.heard_and_free)
        print_("frees itself in a nested signal")
        d = self.make("D")
        self.ping.connect(d.emits)
        d.spoke.connect(c.heard)
        d.spoke.connect(Callable(d.queue_free).unbind(1))
        self.ping.emit(2)
        print_(d.is_queued_for_deletion())
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        print_(is_instance_valid(d))
        self.ping.emit(3)
        print_("emits while leaving")
        e = self.make("E")
        self.ping.connect(e.heard)
        e.tree_exiting.connect(Callable(self.on_exit).bind(e))
        e.free()
        self.ping.emit(4)
        print_("disconnect of a later one")
        f = self.make("F")
        self.ping.disconnect(c.heard)
        self.ping.connect(Callable(self.off).bind(Callable(f, "heard")))
        self.ping.connect(f.heard)
        self.ping.emit(5)
        print_(self.ping.is_connected(f.heard))
        self.ping.disconnect(self.off)
        print_("deferred to a freed one")
        g = self.make("G")
        self.ping.connect(g.heard, self.CONNECT_DEFERRED)
        self.ping.connect(c.heard, self.CONNECT_DEFERRED)
        self.ping.emit(7)
        g.free()
        await self.get_tree().process_frame
        print_("queued listener")
        c.queue_free()
        self.ping.emit(8)
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        print_(self.ping.has_connections(), " ", self.get_incoming_connections())
        print_("removed listener")
        h = self.make("H")
        self.ping.connect(h.heard)
        self.remove_child(h)
        self.ping.emit(9)
        h.free()
        self.ping.emit(10)
        print_(self.ping.get_connections())
        self.get_tree().quit()
