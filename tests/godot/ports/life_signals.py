"""Tree signals of parent and child, interleaved with the callbacks."""

from __future__ import annotations

from engine import Node, print_


class Leaf(Node):
    def _enter_tree(self) -> None:
        print_("  ", self.name, " _enter_tree")

    def _ready(self) -> None:
        print_("  ", self.name, " _ready")

    def _exit_tree(self) -> None:
        print_("  ", self.name, " _exit_tree")


class Main(Node):
    def watch(self, node: Node) -> None:
        who = str(node.name)

        def say(*what: object) -> None:
            print_("  ", who, ".", *what)

        node.ready.connect(lambda: say("ready"))
        node.tree_entered.connect(lambda: say("tree_entered"))
        node.tree_exiting.connect(lambda: say("tree_exiting inside=", node.is_inside_tree()))
        node.tree_exited.connect(lambda: say("tree_exited inside=", node.is_inside_tree()))
        node.child_entered_tree.connect(lambda c: say("child_entered_tree ", c.name))
        node.child_exiting_tree.connect(lambda c: say("child_exiting_tree ", c.name))
        node.child_order_changed.connect(lambda: say("child_order_changed"))
        node.renamed.connect(lambda: say("renamed"))

    def make(self, label: str) -> Node:
        leaf = Leaf()
        leaf.name = label
        self.watch(leaf)
        return leaf

    async def _ready(self) -> None:
        a = self.make("A")
        b = self.make("B")
        c = self.make("C")
        print_("add B to A")
        a.add_child(b)
        print_("add A to root")
        self.add_child(a)
        print_("add C to A")
        a.add_child(c)
        print_("move C")
        a.move_child(c, 0)
        print_("rename C")
        c.name = "C2"
        print_("remove A")
        self.remove_child(a)
        print_("re-add A")
        self.add_child(a)
        print_("free C")
        c.free()
        print_("queue_free A")
        a.queue_free()
        await a.tree_exited
        print_("seen tree_exited of A")
        self.get_tree().quit()
