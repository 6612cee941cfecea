"""Order within groups after moves, reparents and re-adding; deferred calls and frees."""

from __future__ import annotations

from typing import Any

from engine import Node, SceneTree, print_, str_


class M(Node):
    def hit(self, x: Any = 0) -> None:
        print_("    ", self.name, " ", x)

    def free_all(self) -> None:
        print_("    ", self.name, " frees all")
        for n in self.get_tree().get_nodes_in_group("g"):
            n.queue_free()

    def nested(self, d: Any) -> None:
        print_("    ", self.name, " nested ", d)
        if d > 0:
            self.get_tree().call_group("g", "nested", d - 1)


class Main(Node):
    def make(self, parent: Any, label: Any) -> Any:
        n = M()
        n.name = label
        n.add_to_group("g")
        parent.add_child(n)
        return n

    def show(self, what: Any) -> None:
        s = ""
        for n in self.get_tree().get_nodes_in_group("g"):
            s += str_(n.name) + " "
        print_(what, ": ", s)

    async def _ready(self) -> None:
        t = self.get_tree()
        a = self.make(self, "A")
        b = self.make(self, "B")
        b1 = self.make(b, "B1")
        b2 = self.make(b, "B2")
        c = self.make(self, "C")
        self.show("plain")
        self.move_child(c, 0)
        self.show("C to the front")
        b.move_child(b2, 0)
        self.show("B2 before B1")
        b1.reparent(a)
        self.show("B1 under A")
        self.remove_child(a)
        self.show("without A")
        self.add_child(a)
        self.show("A again")
        i = M()
        i.name = "I"
        i.add_to_group("g")
        self.add_child(i, False, self.INTERNAL_MODE_FRONT)
        self.show("internal")
        i.remove_from_group("g")
        i.add_to_group("g")
        self.show("re-joined")
        print_("nested")
        t.call_group("g", "nested", 1)
        print_("deferred with frees")
        t.call_group_flags(
            SceneTree.GROUP_CALL_DEFERRED | SceneTree.GROUP_CALL_REVERSE, "g", "hit", 1
        )
        t.call_group_flags(
            SceneTree.GROUP_CALL_DEFERRED | SceneTree.GROUP_CALL_UNIQUE, "g", "hit", 2
        )
        c.free()
        self.remove_child(b)
        await t.process_frame
        await t.process_frame
        self.add_child(b)
        print_("free all")
        b.free_all()
        self.show("queued")
        t.call_group("g", "hit", 3)
        await t.process_frame
        await t.process_frame
        self.show("freed")
        print_(t.has_group("g"), " ", t.get_nodes_in_group("g"))
        t.quit()
