"""queue_free and free from callbacks around a node; what follows what."""

# As the program says it in GDScript.
# ruff: noqa: E711
from __future__ import annotations

from typing import Any

from engine import Node, is_instance_valid, print_


class Leaf(Node):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _ready(self) -> None:
        print_("  ready ", self.name)

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)

    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PREDELETE:
            print_(
                "  predelete ",
                self.name,
                " kids=",
                self.get_child_count(),
                " parent=",
                self.get_parent() != None,
            )


class FreesSiblingInReady(Leaf):
    def _ready(self) -> None:
        print_("  ready ", self.name)
        self.get_parent().get_node("Victim").queue_free()


class ProcessFreesParent(Leaf):
    def _process(self, _delta: Any) -> None:
        print_("  process ", self.name)
        self.get_parent().free()
        print_("  parent freed")


class Counts(Leaf):
    def _process(self, _delta: Any) -> None:
        print_("  process ", self.name)


class Main(Node):
    def make(self, cls: Any, label: Any) -> Any:
        n = cls()
        n.name = label
        return n

    async def _ready(self) -> None:
        box = self.make(Leaf, "Box")
        box.add_child(self.make(FreesSiblingInReady, "Killer"))
        box.add_child(self.make(Leaf, "Victim"))
        self.add_child(box)
        print_("in _ready ", box.get_node("Victim").is_queued_for_deletion())
        await self.get_tree().process_frame
        print_("frame ", box.has_node("Victim"))
        await self.get_tree().process_frame
        print_("frame ", box.has_node("Victim"))
        print_("free parent in process")
        p = self.make(Leaf, "P")
        p.add_child(self.make(Counts, "P0"))
        p.add_child(self.make(ProcessFreesParent, "P1"))
        p.add_child(self.make(Counts, "P2"))
        q = self.make(Counts, "Q")
        self.add_child(p)
        self.add_child(q)
        await self.get_tree().process_frame
        print_("frame ", is_instance_valid(p))
        await self.get_tree().process_frame
        print_("frame ", is_instance_valid(p))
        q.queue_free()
        q.queue_free()
        box.queue_free()
        box.get_node("Killer").queue_free()
        self.remove_child(q)
        print_("removed q ", q.is_queued_for_deletion())
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        print_("q ", is_instance_valid(q), " box ", is_instance_valid(box))
        t = self.make(Leaf, "T")
        u = self.make(Leaf, "U")
        t.add_child(u)
        self.add_child(t)
        u.queue_free()
        t.queue_free()
        t.tree_exited.connect(lambda: print_("  exited T"))
        u.tree_exited.connect(lambda: print_("  exited U"))
        await t.tree_exited
        print_("after T")
        self.get_tree().quit()
