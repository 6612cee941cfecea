"""Every notification below 100 of parent, child and grandchild during a life."""

from __future__ import annotations

from typing import Any

from engine import Node, PackedScene, print_


class L(Node):
    def _notification(self, what: Any) -> None:
        if what < 100 and what != 16 and what != 17:
            print_("  ", self.name if what else "new", " ", what)


class Main(Node):
    def make(self, label: Any) -> Any:
        n = L()
        n.name = label
        return n

    async def _ready(self) -> None:
        a = self.make("A")
        b = self.make("B")
        c = self.make("C")
        print_("outside")
        b.add_child(c)
        a.add_child(b)
        print_("inside")
        self.add_child(a)
        print_("rename")
        b.name = "B2"
        print_("move")
        d = self.make("D")
        a.add_child(d)
        a.move_child(d, 0)
        a.move_child(b, 0)
        print_("process")
        b.set_process_internal(True)
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        b.set_process_internal(False)
        print_("pause")
        self.get_tree().paused = True
        self.get_tree().paused = False
        print_("disable")
        a.process_mode = Node.PROCESS_MODE_DISABLED
        a.process_mode = Node.PROCESS_MODE_ALWAYS
        a.process_mode = Node.PROCESS_MODE_INHERIT
        print_("disabled outside")
        self.remove_child(a)
        a.process_mode = Node.PROCESS_MODE_DISABLED
        self.add_child(a)
        print_("reparent")
        b.reparent(self)
        b.reparent(a)
        print_("replace")
        e = self.make("E")
        b.replace_by(e)
        print_("free")
        b.free()
        a.free()
        print_("duplicate")
        f = self.make("F")
        f.add_child(self.make("G"))
        h = f.duplicate()
        print_("free")
        f.free()
        h.free()
        print_("pack")
        k = self.make("K")
        m = self.make("M")
        k.add_child(m)
        m.owner = k
        p = PackedScene()
        p.pack(k)
        k.free()
        print_("instantiate")
        i = p.instantiate()
        print_("add")
        self.add_child(i)
        print_("queue")
        i.queue_free()
        self.get_tree().quit()
