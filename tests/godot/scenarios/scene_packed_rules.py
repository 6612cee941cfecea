"""Packed scenes: changes to them, twice in a frame, with quits; what pack leaves out."""

from __future__ import annotations

from typing import Any

from engine import Node, PackedScene, print_


class Main(Node):
    def make(self, parent: Any, label: Any, who: Any) -> Any:
        n = Node()
        n.name = label
        parent.add_child(n)
        if who:
            n.owner = who
        return n

    def show(self, n: Any) -> None:
        for k in n.find_children("*", "", True, False):
            print_(
                "  ",
                n.get_path_to(k),
                " owner ",
                k.owner.name if k.owner else "-",
                " groups ",
                k.get_groups(),
                " prio ",
                k.process_priority,
                " unique ",
                k.unique_name_in_owner,
            )

    def _ready(self) -> None:
        r = Node()
        r.name = "R"
        a = self.make(r, "A", r)
        b = self.make(a, "B", r)
        c = self.make(a, "C", None)
        self.make(c, "D", r)
        self.make(a, "E", a)
        a.add_to_group("kept", True)
        a.add_to_group("lost")
        b.process_priority = 4
        b.unique_name_in_owner = True
        r.move_child(a, 0)
        b.renamed.connect(a.queue_free, self.CONNECT_PERSIST)
        b.renamed.connect(a.request_ready)
        p = PackedScene()
        print_(p.can_instantiate(), " ", p.instantiate())
        print_(p.pack(r), " ", p.can_instantiate())
        i = p.instantiate()
        print_(i.name, " ", i.scene_file_path, " ", i.get_child_count())
        self.show(i)
        print_(i.get_node("%B") == i.get_node("A/B"))
        print_(p.pack(a))
        j = p.instantiate()
        print_(j.name)
        self.show(j)
        print_(p.pack(None))
        print_(p.can_instantiate())
        i.free()
        j.free()
        r.free()
        self.get_tree().quit()
