"""Nodes that are added, removed and freed by callbacks of the walk into the tree."""

# As the program says it in GDScript.
# ruff: noqa: E711
from __future__ import annotations

from typing import Any

from engine import Node, is_instance_valid, print_


class Leaf(Node):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _ready(self) -> None:
        print_("  ready ", self.name, " ", self.get_index())

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)


class AddsInEnter(Leaf):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name, " adding")
        k = Leaf()
        k.name = "K"
        self.add_child(k)
        print_("  added K ready=", k.is_node_ready(), " inside=", k.is_inside_tree())


class AddsInReady(Leaf):
    def _ready(self) -> None:
        print_("  ready ", self.name, " adding")
        k = Leaf()
        k.name = "K"
        self.add_child(k)
        print_("  added K ready=", k.is_node_ready())
        s = Leaf()
        s.name = "S"
        self.add_sibling(s)
        print_("  sibling parent ", s.get_parent())
        if s.get_parent() == None:
            s.free()


class QueuesInExit(Leaf):
    def _exit_tree(self) -> None:
        print_("  exit ", self.name, " queueing")
        self.queue_free()


class RemovesChildInReady(Leaf):
    def _ready(self) -> None:
        print_("  ready ", self.name)
        k = self.get_child(0)
        self.remove_child(k)
        self.add_child(k)
        print_("  again ", k.is_node_ready(), " ", k.is_inside_tree())
        self.remove_child(k)
        k.request_ready()
        self.add_child(k)


class Main(Node):
    def make(self, cls: Any, label: Any) -> Any:
        n = cls()
        n.name = label
        return n

    async def _ready(self) -> None:
        box = Node()
        box.name = "Box"
        self.add_child(box)
        print_("adds in enter")
        a = self.make(AddsInEnter, "A")
        a.add_child(self.make(Leaf, "A1"))
        box.add_child(a)
        print_(a.get_child_count())
        print_("adds in ready")
        b = self.make(AddsInReady, "B")
        b.add_child(self.make(Leaf, "B1"))
        box.add_child(b)
        print_("sub tree with adds in ready")
        outer = self.make(Leaf, "Outer")
        outer.add_child(self.make(AddsInReady, "B"))
        outer.add_child(self.make(Leaf, "After"))
        box.add_child(outer)
        print_("queue in exit")
        c = self.make(QueuesInExit, "C")
        c.add_child(self.make(Leaf, "C1"))
        box.add_child(c)
        box.remove_child(c)
        print_("queued ", c.is_queued_for_deletion())
        box.add_child(c)
        await self.get_tree().process_frame
        print_("after frame ", is_instance_valid(c))
        await self.get_tree().process_frame
        print_("after frame ", is_instance_valid(c), " ", box.get_child_count())
        d = self.make(RemovesChildInReady, "D")
        d.add_child(self.make(Leaf, "D1"))
        box.add_child(d)
        print_("free box")
        box.free()
        self.get_tree().quit()
