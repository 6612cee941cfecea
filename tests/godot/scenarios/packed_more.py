"""Packed scenes: exported values, internal children, names taken, nested owners, notifications."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, PackedScene, Timer, print_


class L(Node):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _ready(self) -> None:
        print_("  ready ", self.name)


class Main(Node):
    def make(self, cls: Any, parent: Any, label: Any, who: Any, internal: Any = 0) -> Any:
        n = cls()
        n.name = label
        parent.add_child(n, False, internal)
        if who:
            n.owner = who
        return n

    async def _ready(self) -> None:
        r = Node()
        r.name = "R"
        a = self.make(Node, r, "A", r)
        t = self.make(Timer, a, "T", r)
        t.wait_time = 0.5
        t.one_shot = True
        t.autostart = True
        self.make(Node, r, "I", r, self.INTERNAL_MODE_FRONT)
        b = self.make(Node, r, "B", r)
        c = self.make(Node, b, "C", r)
        self.make(Node, b, "D", a)
        r.move_child(b, 0)
        c.process_mode = Node.PROCESS_MODE_ALWAYS
        c.set_meta("m", {"k": [1, 2]})
        c.add_to_group("late", True)
        c.add_to_group("early", True)
        c.editor_description = "text"
        r.process_priority = 2
        c.tree_entered.connect(b.queue_free, self.CONNECT_PERSIST | self.CONNECT_DEFERRED)
        c.tree_entered.connect(Callable(b.set_process).bind(True), self.CONNECT_PERSIST)
        t.timeout.connect(r.queue_free, self.CONNECT_PERSIST | self.CONNECT_ONE_SHOT)
        p = PackedScene()
        print_(p.pack(r))
        c.process_mode = Node.PROCESS_MODE_DISABLED
        c.name = "Changed"
        x = p.instantiate()
        print_(
            x.name, " ", x.process_priority, " ", x.get_child_count(), " ", x.get_child_count(True)
        )
        for k in x.find_children("*", "", True, False):
            print_(
                "  ",
                x.get_path_to(k),
                " ",
                k.get_class(),
                " ",
                k.owner == x,
                " ",
                k.get_groups(),
                " ",
                k.process_mode,
                " ",
                k.get_meta_list(),
                " ",
                k.editor_description,
            )
        print_(
            x.get_node("A/T").wait_time,
            " ",
            x.get_node("A/T").one_shot,
            " ",
            x.get_node("A/T").autostart,
            " ",
            x.get_node("A/T").is_stopped(),
        )
        for e in x.get_node("B/C").get_signal_connection_list("tree_entered"):
            print_(
                "  ",
                e["callable"].get_method(),
                " ",
                e["flags"],
                " ",
                e["callable"].get_bound_arguments(),
                " ",
                e["callable"].get_object() == x.get_node("B"),
            )
        for e in x.get_node("A/T").get_signal_connection_list("timeout"):
            print_("  ", e["callable"].get_method(), " ", e["flags"])
        y = p.instantiate()
        print_(x.get_node("B/C").get_meta("m") == y.get_node("B/C").get_meta("m"))
        self.add_child(x)
        print_(x.get_node("B").is_processing(), " ", x.get_node("A/T").is_stopped())
        y.name = "R"
        self.add_child(y, True)
        print_(y.name)
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        print_(x.has_node("B"), " ", y.has_node("B"))
        s = p.get_state()
        for n in range(s.get_node_count()):
            print_(
                "  ",
                n,
                " ",
                s.get_node_name(n),
                " ",
                s.get_node_type(n),
                " ",
                s.get_node_path(n),
                " ",
                s.get_node_groups(n),
                " ",
                s.get_node_index(n),
                " ",
                s.get_node_property_count(n),
            )
        print_(s.get_connection_count())
        for n in range(s.get_connection_count()):
            print_(
                "  ",
                s.get_connection_source(n),
                " ",
                s.get_connection_signal(n),
                " ",
                s.get_connection_target(n),
                " ",
                s.get_connection_method(n),
                " ",
                s.get_connection_flags(n),
                " ",
                s.get_connection_binds(n),
                " ",
                s.get_connection_unbinds(n),
            )
        r.free()
        self.get_tree().quit()
