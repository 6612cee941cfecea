"""Deferred calls that defer more run in the same flush; arguments are kept from the time of the call."""

from __future__ import annotations

from engine import Callable, Node, print_


class Main(Node):
    value = 1
    log_it = True

    def step(self, text: str) -> None:
        print_("  ", text, " value=", self.value)

    def chain(self, left: int) -> None:
        print_("  chain ", left)
        if left > 0:
            Callable(self.chain).call_deferred(left - 1)

    def _ready(self) -> None:
        print_("ready start")
        step = Callable(self.step)
        step.call_deferred("first")
        self.value = 2
        self.call_deferred("step", "second with " + str(self.value))
        self.set_deferred("value", 50)
        print_("value right after set_deferred: ", self.value)
        self.call_deferred("step", "after set_deferred")
        self.value = 3
        Callable(self.chain).call_deferred(3)
        step.bind("bound").call_deferred()
        items = [1, 2]
        show = Callable(lambda what: print_("  list ", what))
        show.call_deferred(items)
        items.append(3)
        count = 10
        captured = Callable(lambda count=count: print_("  captured ", count))
        count = 20
        captured.call_deferred()
        self.call_deferred("no_such_method", 1)
        self.call_deferred("step")
        self.call_deferred("set", "log_it", False)
        print_("ready end")

    def _process(self, delta: float) -> None:
        print_("process value=", self.value, " log_it=", self.log_it)
        Callable(self.chain).call_deferred(2)
        Callable(self.step).call_deferred("last")
        self.get_tree().quit()
