"""Declaring, connecting, emitting: order of calls and what is told about connections."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Object, Signal, StringName, print_


class Listener(Object):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tag = text

    def hear(self, a: Any = "-", b: Any = "-") -> None:
        print_("  ", self.tag, " hears ", a, " ", b)


class Main(Node):
    empty = Signal()
    moved = Signal(from_=int, to=int)
    loose = Signal("anything")

    def on_moved(self, from_: int, to: int) -> None:
        print_("  on_moved ", from_, "->", to)

    def on_empty(self) -> None:
        print_("  on_empty")

    def _ready(self) -> None:
        moved, empty, loose = self.moved, self.empty, self.loose
        one = Listener("one")
        two = Listener("two")
        print_(
            "connect returns ", moved.connect(one.hear), " ", self.connect("moved", self.on_moved)
        )
        moved.connect(two.hear)
        empty.connect(self.on_empty)
        empty.connect(one.hear)
        empty.connect(lambda: print_("  lambda"))
        print_("emit:")
        moved.emit(1, 2)
        print_("emit_signal returns ", self.emit_signal("moved", 3, 4))
        print_("emit empty:")
        empty.emit()
        self.emit_signal(StringName("empty"))
        counts = [len(signal.get_connections()) for signal in (moved, empty, loose)]
        print_("connections: moved ", counts[0], " empty ", counts[1], " loose ", counts[2])
        print_("has_connections: ", moved.has_connections(), " ", loose.has_connections())
        print_(
            "is_connected: ",
            moved.is_connected(self.on_moved),
            " ",
            self.is_connected("empty", self.on_moved),
            " ",
            moved.is_connected(one.hear),
            " ",
            moved.is_connected(two.hear),
        )
        moved.disconnect(one.hear)
        moved.connect(one.hear)
        print_("after reconnecting one goes last:")
        moved.emit(5, 6)
        alias = self.moved
        print_(
            "signal value: ",
            alias.get_name(),
            " ",
            alias.get_object() == self,
            " ",
            alias == moved,
            " ",
            alias.is_null(),
        )
        alias.emit(7, 8)
        self.chain()
        info = moved.get_connections()[0]
        method = info["callable"].get_method()
        print_("connection keys: ", list(info), " flags ", info["flags"], " method ", method)
        one.free()
        print_("a listener freed:")
        moved.emit(11, 12)
        print_("left: ", len(moved.get_connections()), " ", len(empty.get_connections()))
        two.free()
        self.get_tree().quit()

    def chain(self) -> None:
        print_("signal chained to a signal:")
        self.moved.connect(Callable(self.loose.emit).unbind(1))
        self.loose.connect(lambda x: print_("  loose ", x))
        self.moved.emit(9, 10)
