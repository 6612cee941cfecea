"""Misuse of signals: what still happens and what the engine says.

GDScript converts an argument to the type of the parameter, or refuses to call; here the listener
converts, which raises where that is not possible.
"""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Signal, print_

GDSCRIPT_MESSAGES = {
    "Error calling from signal 'one' to callable: 'Node(sig_errors.py)::take_int'": "SCRIPT ERROR",
}


class Main(Node):
    one = Signal("a")
    none = Signal()

    def take_one(self, a: Any) -> None:
        print_("  take_one ", a)

    def take_none(self) -> None:
        print_("  take_none")

    def take_two(self, a: Any, b: Any = "default") -> None:
        print_("  take_two ", a, " ", b)

    def take_int(self, a: Any) -> None:
        print_("  take_int ", int(a))

    def fails(self, a: Any) -> None:
        print_("  fails")
        nothing: Any = None
        nothing.walk()
        print_("  never printed")

    def _ready(self) -> None:
        one, none = self.one, self.none
        print_("twice: ", one.connect(self.take_one), " ", one.connect(self.take_one))
        one.emit(1)
        one.disconnect(self.take_one)
        print_("disconnect what is not connected:")
        one.disconnect(self.take_one)
        print_("too many arguments for the listener:")
        one.connect(self.take_none)
        one.emit(2)
        one.disconnect(self.take_none)
        print_("too few arguments for the listener:")
        none.connect(self.take_one)
        none.emit()
        none.disconnect(self.take_one)
        print_("more arguments than declared:")
        one.connect(self.take_two)
        one.emit(3, 4)
        print_("fewer than declared:")
        one.emit()
        one.disconnect(self.take_two)
        print_("wrong type:")
        one.connect(self.take_int)
        one.emit("text")
        one.emit(4.9)
        one.disconnect(self.take_int)
        print_("an error in one listener does not stop the next:")
        one.connect(self.fails)
        one.connect(self.take_one)
        one.emit(5)
        self.what_is_missing()
        self.get_tree().quit()

    def what_is_missing(self) -> None:
        print_("signals that do not exist:")
        print_("  emit_signal ", self.emit_signal("nope", 1))
        print_("  connect ", self.connect("nope", self.take_none))
        print_("  is_connected ", self.is_connected("nope", self.take_none))
        print_("  has_signal ", self.has_signal("nope"))
        print_("empty callable: ", self.one.connect(Callable()))
        print_("missing method: ", self.one.connect(Callable(self, "missing")))
        self.one.emit(6)
        print_("freed listener:")
        gone = Node()
        call_gone = Callable(gone, "queue_free")
        gone.free()
        connected = self.one.connect(call_gone)
        valid, owner = call_gone.is_valid(), call_gone.get_object()
        print_("  ", connected, " valid ", valid, " object ", owner)
