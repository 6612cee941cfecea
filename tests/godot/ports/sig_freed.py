"""Emitters and listeners freed around an emission; lambdas and what they captured."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, RefCounted, Signal, is_instance_valid, print_

GDSCRIPT_MESSAGES = {"Lambda capture at index 0 was freed.": None}


class Bell(Node):
    rung = Signal("times")
    name_tag = "bell"

    def ring(self, n: int) -> None:
        print_("  ring ", n)
        self.rung.emit(n)
        print_("  ring ", n, " done, tag ", self.name_tag)


class Ref(RefCounted):
    done = Signal()

    def on_rung(self, n: int) -> None:
        print_("  ref hears ", n)

    def _notification(self, what: int) -> None:
        if what == RefCounted.NOTIFICATION_PREDELETE:
            print_("  ref gone")


class Main(Node):
    def on_rung(self, n: int) -> None:
        print_("  main hears ", n)

    def _ready(self) -> None:
        bell = Bell()
        bell.rung.connect(self.on_rung)
        ref: Ref | None = Ref()
        bell.rung.connect(ref.on_rung)
        bell.ring(1)
        print_("a connection does not keep a RefCounted alive")
        ref = None
        bell.ring(2)
        print_("connections: ", len(bell.rung.get_connections()))
        print_("a lambda that captured a node outlives it")
        other = Node()
        other.name = "Other"
        bell.rung.connect(
            lambda n: print_("  lambda ", n, " other valid ", is_instance_valid(other))
        )
        bell.ring(3)
        other.free()
        bell.ring(4)
        self.keeper(bell)
        saved = bell.rung
        call_saved = Callable(bell.ring)
        bell.free()
        print_(
            "bell freed: signal null ",
            saved.is_null(),
            " object ",
            saved.get_object(),
            " callable valid ",
            call_saved.is_valid(),
            " name ",
            saved.get_name(),
        )
        self.get_tree().quit()

    def keeper(self, bell: Bell) -> None:
        print_("a lambda that captured a RefCounted keeps it")
        kept: Any = Ref()
        keeper: Any = lambda n, kept=kept: kept.on_rung(n)  # noqa: E731
        bell.rung.connect(keeper)
        kept = None
        bell.ring(5)
        bell.rung.disconnect(keeper)
        print_("disconnected")
        # GDScript still holds the function in a temporary; Python would let go of it at once.
        temporary, keeper = keeper, None
        print_("lambda dropped")
        del temporary
