"""Nested emissions with connections, disconnections, one-shots, counted and deferred ones."""

# As the program says it in GDScript.
# ruff: noqa: E731
from __future__ import annotations

from typing import Any

from engine import Callable, Node, Signal, print_


class Main(Node):
    ping = Signal("n")
    pong = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def a(self, n: Any) -> None:
        print_("  a ", n)
        if n == 1:
            self.ping.disconnect(self.b)
            self.ping.connect(self.d)
            self.ping.emit(2)
            print_("  a back")

    def b(self, n: Any) -> None:
        print_("  b ", n)

    def c(self, n: Any) -> None:
        print_("  c ", n)

    def d(self, n: Any) -> None:
        print_("  d ", n)

    def once(self, n: Any) -> None:
        print_("  once ", n)
        if n < 13:
            self.ping.emit(n + 1)
            self.ping.connect(self.once, self.CONNECT_ONE_SHOT)

    def self_off(self, n: Any) -> None:
        print_("  self_off ", n)
        self.ping.disconnect(self.self_off)
        self.ping.connect(self.self_off)
        self.ping.disconnect(self.self_off)

    def late(self, n: Any) -> None:
        print_("  late ", n)

    def counted(self, n: Any) -> None:
        print_("  counted ", n)
        self.ping.disconnect(self.counted)

    def appended(self, n: Any, extra: Any, source: Any = None) -> None:
        print_("  appended ", n, " ", extra, " ", source)

    def with_default(self, n: Any, more: Any = "dflt", most: Any = "m") -> None:
        print_("  with_default ", n, " ", more, " ", most)

    def free_now(self) -> None:
        print_("  free_now")

    def clear(self) -> None:
        for entry in self.ping.get_connections():
            self.ping.disconnect(entry["callable"])

    async def _ready(self) -> None:
        print_("nested")
        self.ping.connect(self.a)
        self.ping.connect(self.b)
        self.ping.connect(self.c)
        self.ping.emit(1)
        print_("again")
        self.ping.emit(3)
        self.clear()
        print_("one shots ", self.ping.has_connections())
        self.ping.connect(self.once, self.CONNECT_ONE_SHOT)
        self.ping.connect(self.b)
        self.ping.emit(10)
        print_(self.ping.is_connected(self.once), " ", self.ping.has_connections())
        self.clear()
        print_("self off")
        self.ping.connect(self.self_off)
        self.ping.connect(self.b)
        self.ping.emit(20)
        self.ping.emit(21)
        self.clear()
        print_("counted")
        print_(
            self.ping.connect(self.counted, self.CONNECT_REFERENCE_COUNTED),
            self.ping.connect(self.counted, self.CONNECT_REFERENCE_COUNTED),
            self.ping.connect(self.counted),
            self.ping.connect(self.b),
            self.ping.connect(self.b, self.CONNECT_REFERENCE_COUNTED),
        )
        self.ping.emit(30)
        self.ping.emit(31)
        self.ping.emit(32)
        self.clear()
        print_("counted upon plain")
        print_(
            self.ping.connect(self.b),
            self.ping.connect(self.b, self.CONNECT_REFERENCE_COUNTED),
            self.ping.connect(self.b, self.CONNECT_REFERENCE_COUNTED),
        )
        self.ping.disconnect(self.b)
        print_(self.ping.is_connected(self.b))
        self.ping.disconnect(self.b)
        print_(self.ping.is_connected(self.b))
        print_("append source")
        self.ping.connect(Callable(self.appended).bind("x"), self.CONNECT_APPEND_SOURCE_OBJECT)
        self.ping.emit(40)
        self.clear()
        self.ping.connect(self.appended, self.CONNECT_APPEND_SOURCE_OBJECT)
        self.ping.emit(41)
        self.clear()
        self.ping.connect(
            Callable(self.appended).unbind(1).bind("y", "z"), self.CONNECT_APPEND_SOURCE_OBJECT
        )
        self.ping.emit(42)
        self.clear()
        self.ping.connect(self.appended, self.CONNECT_APPEND_SOURCE_OBJECT | self.CONNECT_DEFERRED)
        self.ping.emit(43)
        await self.get_tree().process_frame
        self.clear()
        print_("defaults")
        self.ping.connect(self.with_default)
        self.ping.emit(50)
        self.ping.emit(51, "given")
        self.ping.emit(51, "given", "most", "too many")
        self.ping.emit()
        self.clear()
        self.ping.connect(Callable(self.with_default).bind("bound"))
        self.ping.emit(52)
        self.clear()
        self.ping.connect(Callable(self.with_default).unbind(1))
        self.ping.emit(53)
        self.ping.emit(54, 55)
        self.clear()
        print_("same base, other binds")
        print_(
            self.ping.connect(Callable(self.b).bind(1)),
            self.ping.connect(self.b),
            self.ping.is_connected(Callable(self.b).bind(5)),
            self.ping.is_connected(self.b),
        )
        self.ping.disconnect(self.b)
        print_(self.ping.has_connections())
        print_("deferred one shot")
        self.ping.connect(self.late, self.CONNECT_DEFERRED | self.CONNECT_ONE_SHOT)
        self.ping.emit(60)
        self.ping.emit(61)
        print_(self.ping.has_connections())
        await self.get_tree().process_frame
        print_("lambda")
        f = lambda n: print_("  f ", n)
        print_(self.ping.connect(f), self.ping.connect(f), self.ping.is_connected(f))
        self.ping.connect(lambda n: print_("  g ", n))
        self.ping.connect(lambda n: print_("  g ", n))
        self.ping.emit(70)
        self.ping.disconnect(f)
        self.ping.emit(71)
        self.clear()
        print_("blocked")
        self.ping.connect(self.b)
        self.set_block_signals(True)
        self.ping.emit(80)
        print_(self.emit_signal("ping", 81), " ", self.is_blocking_signals())
        self.set_block_signals(False)
        print_(self.emit_signal("ping", 82))
        print_(self.emit_signal("nope"), " ", self.has_signal("ping"), " ", self.has_signal("nope"))
        self.get_tree().quit()
