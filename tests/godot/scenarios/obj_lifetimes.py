"""Plain objects and counted ones: ends, signals of what is gone, frees in handlers, ids."""

# As the program says it in GDScript.
# ruff: noqa: E742, F841
from __future__ import annotations

from typing import Any

from engine import (
    Callable,
    Node,
    Object,
    RefCounted,
    Signal,
    instance_from_id,
    is_instance_id_valid,
    is_instance_valid,
    print_,
    weakref,
)


def attempt(free: Any) -> None:
    """Ends the function that fails, and not those that called it: errors go no further there."""
    try:
        free()
    except RuntimeError:
        pass


class O(Object):
    done = Signal("x")

    def __init__(self) -> None:
        super().__init__()
        self.label = "o"

    def heard(self, x: Any) -> None:
        print_("  ", self.label, " heard ", x)

    def end(self, _x: Any = None) -> None:
        print_("  ", self.label, " ends")
        attempt(self.free)

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PREDELETE:
            print_("  predelete ", self.label)


class R(RefCounted):
    done = Signal("x")

    def __init__(self) -> None:
        super().__init__()
        self.label = "r"

    def heard(self, x: Any) -> None:
        print_("  ", self.label, " heard ", x)

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PREDELETE:
            print_("  predelete ", self.label)


class Main(Node):
    ping = Signal("x")

    def __init__(self) -> None:
        super().__init__()
        self.kept = None

    def drop(self, x: Any) -> None:
        print_("  drop ", x)
        self.kept = None

    def free_it(self, x: Any, o: Any) -> None:
        print_("  free_it ", x)
        attempt(o.free)

    def after(self, x: Any) -> None:
        print_("  after ", x)

    def make(self, label: Any) -> Any:
        r = R()
        r.label = label
        return r

    def local(self) -> None:
        r = self.make("local")
        self.ping.connect(r.heard)
        self.ping.emit("in local")
        print_("  ", self.ping.has_connections())

    async def _ready(self) -> None:
        print_("object")
        o = O()
        o.label = "first"
        self.ping.connect(o.heard)
        self.ping.emit(1)
        print_(
            "  ",
            is_instance_valid(o),
            " ",
            instance_from_id(o.get_instance_id()) == o,
            " ",
            o.get_instance_id() > 0,
        )
        id = o.get_instance_id()
        attempt(o.free)
        print_(
            "  ",
            is_instance_valid(o),
            " ",
            instance_from_id(id),
            " ",
            is_instance_id_valid(id),
            " ",
            self.ping.has_connections(),
        )
        print_("frees itself")
        o = O()
        o.label = "second"
        o.call("end")
        print_("  ", is_instance_valid(o))
        o = O()
        o.label = "third"
        self.ping.connect(o.end)
        self.ping.connect(self.after)
        self.ping.emit(2)
        print_("  ", is_instance_valid(o), " ", self.ping.is_connected(self.after))
        print_("freed by a handler of another")
        o = O()
        o.label = "fourth"
        self.ping.disconnect(self.after)
        self.ping.connect(Callable(self.free_it).bind(o))
        self.ping.connect(o.heard)
        self.ping.connect(self.after)
        self.ping.emit(3)
        self.ping.disconnect(self.free_it)
        self.ping.disconnect(self.after)
        print_("counted")
        self.local()
        print_("  ", self.ping.has_connections())
        self.kept = self.make("kept")
        print_("  ", self.kept.get_reference_count(), " ", self.kept.get_instance_id() < 0)
        other = self.kept
        print_("  ", self.kept.get_reference_count())
        other = None
        self.ping.connect(self.drop)
        self.ping.connect(self.kept.heard)
        self.ping.connect(self.after)
        self.ping.emit(4)
        print_("  ", self.kept, " ", self.ping.is_connected(self.after))
        self.ping.emit(5)
        self.ping.disconnect(self.drop)
        print_("its own signal")
        self.kept = self.make("emitter")
        self.kept.done.connect(self.drop)
        self.kept.done.connect(self.after)
        self.kept.done.emit(6)
        print_("  ", self.kept)
        print_("deferred")
        self.kept = self.make("deferred")
        Callable(self.kept.heard).call_deferred("never")
        self.ping.connect(self.kept.heard, self.CONNECT_DEFERRED)
        self.ping.emit(7)
        self.kept = None
        await self.get_tree().process_frame
        print_("weak")
        self.kept = self.make("weak")
        w = weakref(self.kept)
        print_("  ", w.get_ref() == self.kept)
        self.kept = None
        print_("  ", w.get_ref())
        o = O()
        o.label = "held weakly"
        w = weakref(o)
        print_("  ", w.get_ref() == o)
        attempt(o.free)
        print_("  ", w.get_ref())
        print_("queue")
        o = O()
        o.label = "queued"
        self.get_tree().queue_delete(o)
        print_("  ", o.is_queued_for_deletion())
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        print_("  ", is_instance_valid(o))
        self.get_tree().quit()
