"""What duplicate copies: groups, connections, internals, owners, queued state, process settings."""

from __future__ import annotations

from typing import Any

from engine import Node, Signal, print_


class Leaf(Node):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _ready(self) -> None:
        print_("  ready ", self.name)

    def heard(self) -> None:
        print_("  heard ", self.name)


class Main(Node):
    ping = Signal()

    def make(self, label: Any) -> Any:
        n = Leaf()
        n.name = label
        return n

    def _ready(self) -> None:
        a = self.make("A")
        b = self.make("B")
        c = self.make("C")
        a.add_child(b)
        b.add_child(c)
        a.add_child(self.make("In"), False, self.INTERNAL_MODE_BACK)
        self.add_child(a)
        a.add_to_group("plain")
        a.add_to_group("kept", True)
        a.set_process(True)
        a.process_priority = 5
        a.process_mode = Node.PROCESS_MODE_ALWAYS
        a.set_meta("m", [1, 2])
        c.owner = a
        self.ping.connect(a.heard)
        self.ping.connect(b.heard, self.CONNECT_PERSIST)
        b.renamed.connect(c.heard, self.CONNECT_PERSIST)
        b.renamed.connect(a.heard)
        a.queue_free()
        print_("copy")
        d = a.duplicate()
        print_(
            d.name,
            " ",
            d.get_child_count(),
            " ",
            d.get_child_count(True),
            " ",
            d.get_groups(),
            " ",
            d.is_processing(),
            " ",
            d.process_priority,
            " ",
            d.process_mode,
            " ",
            d.get_meta("m"),
        )
        print_(
            d.is_queued_for_deletion(),
            " ",
            d.is_node_ready(),
            " ",
            d.is_inside_tree(),
            " ",
            d.get_node("B/C").owner == d,
        )
        print_(d.get_node("B").renamed.has_connections(), " ", self.ping.has_connections())
        d.name = "Copy"
        self.add_child(d)
        print_("emit")
        self.ping.emit()
        print_("rename")
        d.get_node("B").name = "B2"
        print_("no flags")
        e = a.duplicate(0)
        print_(e.name, " ", e.get_groups(), " ", e.get_child_count(), " ", e.get_meta("m"))
        e.free()
        self.get_tree().quit()
