"""Asking about signals; user signals; blocking; incoming connections."""

from __future__ import annotations

from typing import Any

from engine import TYPE_INT, Node, Signal, print_, str_


class Base(Node):
    base_signal = Signal()

    def on_any(self, x: Any = "") -> None:
        print_("  Base.on_any ", x)


class Derived(Base):
    derived_signal = Signal()


def names_of(entries: list[dict[str, Any]]) -> list[str]:
    return [str(entry["name"]) for entry in entries]


class Main(Node):
    declared = Signal(a=int, b=str)
    bare = Signal()

    def _ready(self) -> None:
        has_signal, bare = self.has_signal, self.bare
        print_("has_signal: ", has_signal("declared"), has_signal("ready"), has_signal("other"))
        first = next(entry for entry in self.get_signal_list() if entry["name"] == "declared")
        types = [argument["type"] for argument in first["args"]]
        print_("args: ", names_of(first["args"]), " types ", types[0], " ", types[1])
        derived = Derived()
        self.add_child(derived)
        own = names_of(derived.get_signal_list())
        at = own.index
        print_(
            "derived has: ", *(n in own for n in ("derived_signal", "base_signal", "tree_entered"))
        )
        in_order = at("derived_signal") < at("base_signal"), at("base_signal") < at("ready")
        print_("order: ", *in_order)
        self.add_user_signal("late", [{"name": "n", "type": TYPE_INT}])
        added = self.has_user_signal("late"), self.has_user_signal("declared")
        print_("user signal: ", has_signal("late"), *added)
        self.connect("late", derived.on_any)
        self.emit_signal("late", 3)
        Signal(self, "late").emit(4)
        self.get("declared").connect(lambda a, b: print_("  declared ", a, " ", b))
        self.declared.emit(1, "x")
        print_("incoming on derived: ", len(derived.get_incoming_connections()))
        bare.connect(derived.on_any)
        for info in derived.get_incoming_connections():
            print_("  from ", info["signal"].get_name(), " to ", info["callable"].get_method())
        self.block()
        self.remove_user_signal("late")
        incoming = len(derived.get_incoming_connections())
        print_("removed: ", has_signal("late"), " incoming now ", incoming)
        print_("get_signal_connection_list: ", len(self.get_signal_connection_list("bare")))
        start = "Node(sig_introspect.py)::[signal]bare"
        print_("as text: ", str_(bare).startswith(start), " null: ", Signal())
        derived.free()
        connections = bare.get_connections()
        print_("after free: ", len(connections), " has_connections ", bare.has_connections())
        self.get_tree().quit()

    def block(self) -> None:
        self.set_block_signals(True)
        print_("blocked: ", self.is_blocking_signals(), " emit: ", self.emit_signal("bare"))
        self.bare.emit()
        self.add_child(Node())
        self.set_block_signals(False)
        print_("unblocked")
        self.bare.emit()
