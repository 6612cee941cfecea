"""bind, unbind and Callable values on signals: the order of arguments."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Object, Signal, print_


class Main(Node):
    hit = Signal("damage", "kind")

    def show(self, a: Any = "-", b: Any = "-", c: Any = "-", d: Any = "-", e: Any = "-") -> None:
        print_("  ", a, " ", b, " ", c, " ", d, " ", e)

    def pair(self, a: Any, b: Any) -> str:
        return f"{a}+{b}"

    def _ready(self) -> None:
        hit, show = self.hit, Callable(self.show)
        hit.connect(show.bind("x", "y"))
        hit.emit(1, 2)
        hit.disconnect(show.bind("x", "y"))
        print_("disconnected by an equal bind: ", len(hit.get_connections()))
        for info in hit.get_connections():
            hit.disconnect(info["callable"])
        calls = [
            show.bind("x"),
            show.unbind(1),
            show.bind("x").unbind(1),
            show.unbind(1).bind("x"),
            show.bind("x").bind("y"),
            show.bind("x", "y").unbind(2),
            show.unbind(2),
            show.unbind(2).bind("p", "q", "r"),
            show.bindv(["v", "w"]),
            show.unbind(1).unbind(1),
            show.bind("b1").unbind(1).bind("b2"),
        ]
        for i, call in enumerate(calls):
            hit.connect(call, Object.CONNECT_ONE_SHOT)
            print_(
                "case ",
                i,
                " bound=",
                call.get_bound_arguments(),
                " count=",
                call.get_bound_arguments_count(),
                " unbound=",
                call.get_unbound_arguments_count(),
                " args=",
                call.get_argument_count(),
            )
            hit.emit(1, 2)
        self.ask_values()
        self.lambdas()
        self.get_tree().quit()

    def ask_values(self) -> None:
        pair = Callable(self.pair)
        print_(
            "call: ",
            pair.call(1, 2),
            " ",
            pair.bind(2).call(1),
            " ",
            pair.bind(1, 2).call(),
            " ",
            pair.callv([3, 4]),
        )
        print_("partial: ", pair.bind("late").call("early"))
        print_(
            "equality: ",
            pair == self.pair,
            " ",
            pair.bind(1) == pair.bind(1),
            " ",
            pair == pair.bind(1),
            " ",
            Callable(self, "pair") == pair,
        )
        print_(
            "names: ",
            pair.get_method(),
            " ",
            pair.bind(1).get_method(),
            " ",
            pair.get_object() == self,
            " ",
            pair.is_valid(),
            " ",
            Callable().is_valid(),
            " ",
            Callable().is_null(),
            " ",
            Callable(self, "none").is_valid(),
        )
        standard, custom = pair.is_standard(), pair.is_custom()
        bound = pair.bind(1).is_custom()
        print_("kinds: standard ", standard, " custom ", custom, " bound custom ", bound)

    def lambdas(self) -> None:
        base = 10
        function = Callable(lambda a, b=5, base=base: base + a + b)  # captured by value
        print_(
            "lambda: ",
            function.call(1),
            " ",
            function.call(1, 2),
            " ",
            function.bind(7).call(1),
            " args=",
            function.get_argument_count() - 1,
        )
        base = 100
        print_("captured by value: ", function.call(0, 0))
