"""Which connections count as the same one: by object and method, whatever is bound.

Functions made in place are all different.
"""

from __future__ import annotations

from collections.abc import Callable as PyCallable
from typing import Any

from engine import Callable, Node, Object, Signal, print_


class Main(Node):
    tick = Signal("n")

    def plain(self, a: Any = "-", b: Any = "-") -> None:
        print_("  plain ", a, " ", b)

    def attempt(self, what: str, callable: PyCallable[..., Any], flags: int = 0) -> None:
        connected = self.tick.connect(callable, flags)
        print_(what, ": ", connected, " now ", len(self.tick.get_connections()))

    def clear(self) -> None:
        for info in self.tick.get_connections():
            self.tick.disconnect(info["callable"])

    def _ready(self) -> None:
        tick, attempt, plain = self.tick, self.attempt, Callable(self.plain)
        attempt("plain", self.plain)
        attempt("bound", plain.bind("x"))
        attempt("unbound", plain.unbind(1))
        attempt("built by hand", Callable(self, "plain"))
        by_bind, by_unbind = tick.is_connected(plain.bind("y")), tick.is_connected(plain.unbind(1))
        print_("is_connected: ", by_bind, " ", by_unbind)
        tick.emit(1)
        tick.disconnect(plain.bind("anything"))
        print_("disconnected through another bind: ", len(tick.get_connections()))
        attempt("bound first", plain.bind("x"))
        attempt("then plain", self.plain)
        tick.emit(2)
        self.clear()
        self.lambdas()
        attempt("deferred", self.plain, Object.CONNECT_DEFERRED)
        attempt("the same, not deferred", self.plain)
        attempt("the same, one shot", self.plain, Object.CONNECT_ONE_SHOT)
        tick.emit(4)
        self.clear()
        attempt("counted", self.plain, Object.CONNECT_REFERENCE_COUNTED)
        attempt("counted, bound", plain.bind("b"), Object.CONNECT_REFERENCE_COUNTED)
        attempt("not counted", self.plain)
        tick.emit(5)
        tick.disconnect(self.plain)
        print_("still ", tick.is_connected(self.plain))
        tick.disconnect(self.plain)
        print_("still ", tick.is_connected(self.plain))
        self.get_tree().quit()

    def lambdas(self) -> None:
        def tell(n: int) -> None:
            print_("  lambda ", n)

        tell.__name__ = "<lambda>"
        self.attempt("lambda", tell)
        self.attempt("the same lambda", tell)
        self.attempt("a bind of it", Callable(tell).bind(1).unbind(1))
        self.attempt("an equal lambda", lambda n: print_("  lambda ", n))
        self.tick.emit(3)
        self.clear()
