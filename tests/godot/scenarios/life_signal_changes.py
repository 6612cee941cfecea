"""Handlers of the tree signals that add, remove and free."""

# As the program says it in GDScript.
# ruff: noqa: E711
from __future__ import annotations

from typing import Any

from engine import Callable, Node, is_instance_valid, print_


class Leaf(Node):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _ready(self) -> None:
        print_("  ready ", self.name)

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.done = False

    def make(self, label: Any) -> Any:
        n = Leaf()
        n.name = label
        return n

    def on_child_entered(self, node: Any) -> None:
        print_(
            "  child_entered ",
            node.name,
            " in ",
            node.get_parent().name,
            " ready=",
            node.is_node_ready(),
        )
        if not self.done:
            self.done = True
            extra = self.make("Extra")
            node.get_parent().add_child(extra)

    def on_exiting(self, node: Any) -> None:
        print_(
            "  exiting ",
            node.name,
            " inside=",
            node.is_inside_tree(),
            " parent=",
            node.get_parent() != None,
        )
        k = self.make("Late")
        node.add_child(k)
        print_("  Late inside=", k.is_inside_tree(), " parent=", k.get_parent() != None)

    def on_exited_add(self, node: Any, box: Any) -> None:
        print_("  exited ", node.name, " parent=", node.get_parent())
        box.add_child(node)
        print_("  back inside=", node.is_inside_tree())

    def on_ready_free(self, node: Any) -> None:
        print_("  ready signal ", node.name)
        node.queue_free()
        print_("  queued ", node.is_queued_for_deletion())

    def on_order(self) -> None:
        print_("  order changed")

    async def _ready(self) -> None:
        box = self.make("Box")
        self.add_child(box)
        box.child_order_changed.connect(self.on_order)
        print_("child_entered_tree adds")
        box.child_entered_tree.connect(self.on_child_entered)
        box.add_child(self.make("A"))
        print_(box.get_child_count(), " ", box.get_child(0).name)
        box.child_entered_tree.disconnect(self.on_child_entered)
        print_("tree_exiting adds")
        c = self.make("C")
        c.add_child(self.make("C1"))
        c.tree_exiting.connect(Callable(self.on_exiting).bind(c))
        box.add_child(c)
        box.remove_child(c)
        print_("children of C ", c.get_child_count(), " ", c.is_inside_tree())
        for k in c.get_children():
            print_("  ", k.name, " ", k.is_inside_tree())
        c.free()
        print_("tree_exited adds again")
        d = self.make("D")
        box.add_child(d)
        d.tree_exited.connect(Callable(self.on_exited_add).bind(d, box), self.CONNECT_ONE_SHOT)
        box.remove_child(d)
        print_("D inside ", d.is_inside_tree())
        print_("ready frees")
        e = self.make("E")
        e.ready.connect(Callable(self.on_ready_free).bind(e))
        box.add_child(e)
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        print_("E ", is_instance_valid(e))
        self.get_tree().quit()
