"""The tree's own signals among callbacks: node_added, node_removed, node_renamed, tree_changed."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, print_


class L(Node):
    def _enter_tree(self) -> None:
        print_("  enter ", self.name)

    def _ready(self) -> None:
        print_("  ready ", self.name)

    def _exit_tree(self) -> None:
        print_("  exit ", self.name)


class Main(Node):
    def make(self, label: Any) -> Any:
        n = L()
        n.name = label
        return n

    def added(self, n: Any) -> None:
        print_("  node_added ", n.name, " ready ", n.is_node_ready(), " kids ", n.get_child_count())

    def removed(self, n: Any) -> None:
        print_(
            "  node_removed ",
            n.name,
            " inside ",
            n.is_inside_tree(),
            " parent ",
            n.get_parent().name,
        )

    def renamed_node(self, n: Any) -> None:
        print_("  node_renamed ", n.name)

    def changed(self) -> None:
        print_("  tree_changed ", self.get_tree().get_node_count() if self.is_inside_tree() else -1)

    def order(self, n: Any) -> None:
        print_("  child_order_changed ", n.name)

    async def _ready(self) -> None:
        t = self.get_tree()
        t.node_added.connect(self.added)
        t.node_removed.connect(self.removed)
        t.node_renamed.connect(self.renamed_node)
        t.tree_changed.connect(self.changed)
        self.child_order_changed.connect(Callable(self.order).bind(self))
        a = self.make("A")
        a.child_order_changed.connect(Callable(self.order).bind(a))
        b = self.make("B")
        c = self.make("C")
        a.add_child(b)
        print_("add A")
        self.add_child(a)
        print_("add C")
        a.add_child(c)
        print_("move C")
        a.move_child(c, 0)
        print_("move C to where it is")
        a.move_child(c, 0)
        print_("rename")
        c.name = "C2"
        print_("rename to the same")
        c.name = "C2"
        print_("reparent")
        c.reparent(b)
        print_("sibling")
        d = self.make("D")
        b.add_sibling(d)
        print_("owner and groups")
        d.owner = self
        d.add_to_group("g")
        d.process_priority = 3
        d.process_mode = Node.PROCESS_MODE_DISABLED
        d.set_process(True)
        print_("raise")
        a.move_child(d, 0)
        print_("replace")
        e = self.make("E")
        b.replace_by(e)
        b.free()
        print_("queue_free")
        e.queue_free()
        await t.process_frame
        await t.process_frame
        print_("remove A")
        self.remove_child(a)
        print_("rename outside")
        a.name = "A2"
        a.free()
        print_("duplicate")
        f = self.make("F")
        f.add_child(self.make("G"))
        h = f.duplicate()
        f.free()
        h.free()
        t.quit()
