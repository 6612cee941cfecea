"""Listeners that fail or do not fit, and what goes on after them."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Signal, print_


class Main(Node):
    ping = Signal("a")
    nothing = Signal()

    def none(self) -> None:
        print_("  none")

    def one(self, a: Any) -> None:
        print_("  one ", a)

    def two(self, a: Any, b: Any) -> None:
        print_("  two ", a, " ", b)

    def defaults(self, a: Any, b: Any = 2, c: Any = 3) -> None:
        print_("  defaults ", a, " ", b, " ", c)

    async def _ready(self) -> None:
        print_("fits or not")
        self.ping.connect(self.none)
        self.ping.connect(self.one)
        self.ping.connect(self.two)
        self.ping.connect(self.defaults)
        self.ping.emit(1)
        print_("several arguments")
        self.ping.emit(1, 2)
        print_("no argument")
        self.ping.emit()
        for c in self.ping.get_connections():
            self.ping.disconnect(c["callable"])
        print_("binds")
        self.ping.connect(Callable(self.none).bind(1))
        self.ping.connect(Callable(self.two).bind("b"))
        self.ping.connect(Callable(self.one).unbind(1))
        self.ping.connect(Callable(self.defaults).bind(8, 9))
        self.ping.emit(1)
        for c in self.ping.get_connections():
            self.ping.disconnect(c["callable"])
        print_("deferred")
        self.ping.connect(self.none, self.CONNECT_DEFERRED)
        self.ping.connect(self.one, self.CONNECT_DEFERRED)
        self.ping.connect(Callable(self.two).unbind(1).bind(1), self.CONNECT_DEFERRED)
        self.ping.emit(2)
        await self.get_tree().process_frame
        for c in self.ping.get_connections():
            self.ping.disconnect(c["callable"])
        print_("by name")
        self.nothing.connect(Callable(self, "nope"))
        self.nothing.connect(self.none)
        self.nothing.emit()
        self.nothing.disconnect(Callable(self, "nope"))
        print_(
            self.connect("nothing", Callable(self, "one")),
            self.is_connected("nothing", Callable(self, "one")),
        )
        self.emit_signal("nothing")
        self.emit_signal("nothing", 1)
        print_("wrong disconnects")
        self.nothing.disconnect(self.two)
        self.disconnect("nothing", self.two)
        self.nothing.disconnect(Callable())
        print_(self.nothing.is_connected(Callable()), self.nothing.connect(Callable()))
        print_("freed listener")
        n = Node()
        cc = Callable(n, "queue_free")
        self.nothing.connect(cc)
        n.free()
        print_(self.nothing.connect(cc))
        self.nothing.disconnect(self.none)
        self.nothing.disconnect(self.one)
        print_(self.nothing.has_connections(), " ", self.nothing.get_connections())
        print_("one-shots that do not fit")
        self.nothing.connect(self.one, self.CONNECT_ONE_SHOT)
        self.nothing.emit()
        print_(self.nothing.has_connections())
        print_("signals to signals")
        self.nothing.connect(Callable(self.ping.emit).bind(5))
        self.ping.connect(self.one)
        self.nothing.emit()
        self.nothing.disconnect(self.ping.emit)
        print_(self.nothing.has_connections())
        self.get_tree().quit()
