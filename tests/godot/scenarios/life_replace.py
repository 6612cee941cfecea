"""replace_by with owned, unique, grouped and internal children."""

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


class Main(Node):
    def make(self, label: Any) -> Any:
        n = Leaf()
        n.name = label
        return n

    def show(self, n: Any) -> None:
        print_(
            "  ",
            n.name,
            " index ",
            n.get_index(),
            " owner ",
            n.owner.name if n.owner else "-",
            " groups ",
            n.get_groups(),
        )

    def _ready(self) -> None:
        first = self.make("First")
        self.add_child(first)
        a = self.make("A")
        self.add_child(a)
        a.owner = self
        a.add_to_group("g")
        a.unique_name_in_owner = True
        last = self.make("Last")
        self.add_child(last)
        k = self.make("K")
        a.add_child(k)
        k.owner = a
        k.unique_name_in_owner = True
        m = self.make("M")
        a.add_child(m)
        m.owner = self
        i = self.make("I")
        a.add_child(i, False, self.INTERNAL_MODE_FRONT)
        j = self.make("J")
        k.add_child(j)
        j.owner = self
        b = self.make("B")
        b.add_child(self.make("Own"))
        a.replacing_by.connect(
            lambda n: print_(
                "  replacing_by ", n.name, " ", n.get_parent() != None, " ", n.get_child_count()
            )
        )
        print_("replace")
        a.replace_by(b, True)
        for n in self.get_children():
            self.show(n)
        for n in b.get_children(True):
            self.show(n)
        self.show(j)
        print_(a.get_parent(), " ", a.get_child_count(True), " ", a.owner)
        print_(
            self.get_node_or_null("%A"),
            " ",
            b.get_node_or_null("%K") != None,
            " ",
            b.is_unique_name_in_owner(),
        )
        print_(b.name, " ", a.is_in_group("g"), " ", b.is_in_group("g"))
        print_(is_instance_valid(i), " ", i.get_parent(), " ", i.owner)
        i.free()
        print_("without a parent")
        c = self.make("C")
        c1 = self.make("C1")
        c.add_child(c1)
        d = self.make("D")
        c.replace_by(d)
        print_(d.get_child_count(), " ", c.get_child_count(), " ", c1.get_parent().name)
        print_("once more")
        e = self.make("Fresh")
        last.replace_by(e)
        print_(self.get_child_count())
        self.get_tree().quit()
