"""bind and unbind in chains, their counts, equality and text."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Signal, print_


class Main(Node):
    ping = Signal("a", "b")

    def f(self, a: Any = 0, b: Any = 0, c: Any = 0, d: Any = 0) -> Any:
        print_("  f ", a, " ", b, " ", c, " ", d)
        return a

    def two(self, a: Any, b: Any) -> None:
        print_("  two ", a, " ", b)

    def info(self, what: Any, c: Any) -> None:
        print_(
            what,
            " bound ",
            c.get_bound_arguments(),
            " ",
            c.get_bound_arguments_count(),
            " unbound ",
            c.get_unbound_arguments_count(),
            " argc ",
            c.get_argument_count(),
            " method ",
            c.get_method(),
            " ",
            c.is_custom(),
            c.is_standard(),
            c.is_valid(),
            c.is_null(),
        )

    async def _ready(self) -> None:
        c = Callable(self, "f")
        self.info("plain", c)
        self.info("bind", c.bind(1, 2))
        self.info("bind bind", c.bind(1).bind(2))
        self.info("unbind", c.unbind(1))
        self.info("unbind unbind", c.unbind(1).unbind(2))
        self.info("bind unbind", c.bind(1, 2).unbind(1))
        self.info("unbind bind", c.unbind(1).bind(1, 2))
        self.info("unbind bind less", c.unbind(3).bind(1))
        self.info("deep", c.bind(1).unbind(2).bind(3).unbind(1).bind(4, 5, 6))
        self.info("nope", Callable(self, "nope"))
        self.info("null", Callable())
        self.info("bindv", c.bindv([7, 8]))
        print_("calls")
        c.bind(1, 2).call(10)
        c.bind(1).bind(2).call(10)
        c.unbind(1).call(10, 20)
        c.bind(1, 2).unbind(1).call(10, 20)
        c.unbind(1).bind(1, 2).call(10)
        c.unbind(3).bind(1).call(10, 20, 30)
        c.bind(1).unbind(2).bind(3).unbind(1).bind(4, 5, 6).call(10)
        c.callv([1, 2])
        print_(c.bind(5).call())
        print_("connected")
        self.ping.connect(c.bind(1).unbind(1))
        self.ping.connect(Callable(self, "two").unbind(1).bind(9))
        self.ping.emit("x", "y")
        print_(
            self.ping.is_connected(c),
            " ",
            self.ping.is_connected(c.bind(99)),
            " ",
            self.ping.is_connected(Callable(self, "two")),
        )
        for e in self.ping.get_connections():
            print_("  ", e["callable"], " ", e["callable"].get_bound_arguments(), " ", e["flags"])
        self.ping.disconnect(c.unbind(5))
        print_(
            self.ping.has_connections(),
            " ",
            self.ping.is_null(),
            " ",
            self.ping.get_name(),
            " ",
            self.ping.get_object() == self,
        )
        print_("too few")
        self.ping.connect(c.unbind(3))
        self.ping.emit(1, 2)
        c.unbind(2).call_deferred(1)
        await self.get_tree().process_frame
        print_("equality")
        print_(
            c == Callable(self, "f"),
            " ",
            c.bind(1) == c.bind(1),
            " ",
            c.bind(1) == c.bind(2),
            " ",
            c.bind(1) == c,
            " ",
            c.unbind(1) == c.unbind(1),
            " ",
            Callable() == Callable(),
            " ",
            c == Callable(self, "two"),
            " ",
            c.hash() == Callable(self, "f").hash(),
        )
        print_(
            [c, c.bind(1), Callable(), self.ping],
            " ",
            c.get_object() == self,
            " ",
            c.get_object_id() == self.get_instance_id(),
        )
        n = Node()
        gone = Callable(n, "queue_free")
        s = Signal(n, "renamed")
        print_(gone, " ", s, " ", gone.is_valid())
        n.free()
        print_(
            gone,
            " ",
            s,
            " ",
            gone.is_valid(),
            " ",
            gone.is_null(),
            " ",
            gone.get_object(),
            " ",
            s.is_null(),
            " ",
            s.get_object(),
            " ",
            s.get_name(),
            " ",
            gone.get_method(),
        )
        print_(Signal(self, "nope"), " ", Signal(self, "nope").is_null())
        self.get_tree().quit()
