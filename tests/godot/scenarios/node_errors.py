"""What the methods of a node refuse, with what words."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, is_instance_valid, print_


class Main(Node):
    def make(self, label: Any) -> Any:
        n = Node()
        n.name = label
        return n

    async def _ready(self) -> None:
        a = self.make("A")
        b = self.make("B")
        self.add_child(a)
        a.add_child(b)
        self.add_child(None)
        self.add_child(a)
        b.add_child(a)
        b.add_child(self)
        a.add_child(a)
        b.add_child(b)
        self.remove_child(b)
        self.remove_child(None)
        a.remove_child(a)
        self.move_child(b, 0)
        self.move_child(a, 1)
        self.move_child(a, 5)
        self.move_child(a, -2)
        self.move_child(None, 0)
        print_(self.get_child(3), " ", self.get_child(-2), " ", a.get_index())
        self.get_node("Nope")
        self.get_node("A/Nope/Further")
        self.get_node("/root/Nope")
        self.get_node("")
        self.get_node("%Nope")
        print_("owners")
        a.owner = b
        a.owner = a
        b.owner = a
        b.owner = None
        loose = self.make("Loose")
        loose.owner = self
        print_(loose.owner, " ", a.owner)
        print_("reparent")
        loose.reparent(a)
        a.reparent(a)
        a.reparent(b)
        a.reparent(self)
        a.reparent(None)
        print_(a.get_parent().name if a.get_parent() else "-", " ", b.get_parent().name)
        print_("siblings")
        loose.add_sibling(self.make("S"))
        a.add_sibling(None)
        a.add_sibling(a)
        a.add_sibling(b)
        print_(self.get_child_count())
        print_("outside")
        print_(
            loose.get_path(),
            "|",
            loose.get_tree(),
            "|",
            loose.get_index(),
            "|",
            loose.get_viewport(),
            "|",
            loose.get_window(),
            "|",
            loose.can_process(),
            "|",
            loose.get_parent(),
        )
        print_(
            loose.get_node_or_null("/root/Main"),
            " ",
            loose.get_node("X"),
            " ",
            loose.get_process_delta_time(),
        )
        print_(
            loose.get_path_to(a),
            "|",
            loose.is_ancestor_of(a),
            "|",
            loose.is_inside_tree(),
            "|",
            loose.get_tree_string(),
        )
        loose.replace_by(a)
        a.replace_by(b)
        print_("processing")
        loose.set_process(True)
        loose.process_priority = -3
        print_(loose.is_processing(), " ", loose.process_priority)
        print_("groups")
        loose.add_to_group("")
        loose.remove_from_group("")
        print_(loose.is_in_group(""))
        print_("signals")
        print_(
            loose.connect("nope", self.queue_free),
            loose.emit_signal("nope"),
            loose.has_signal("nope"),
        )
        loose.disconnect("ready", self.queue_free)
        loose.disconnect("nope", self.queue_free)
        print_(loose.is_connected("nope", self.queue_free))
        print_(loose.connect("ready", Callable()), loose.connect("ready", Callable(loose, "nope")))
        print_("freeing")
        loose.queue_free()
        loose.queue_free()
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        print_(is_instance_valid(loose))
        self.get_tree().quit()
