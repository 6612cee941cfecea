"""Names: collisions inside the tree, bad characters, empty ones, renaming signals."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Timer, print_, str_


class Leaf(Node):
    def _notification(self, what: Any) -> None:
        if what == self.NOTIFICATION_PATH_RENAMED:
            print_("  path renamed ", self.name)


class Main(Node):
    def make(self, label: Any) -> Any:
        n = Leaf()
        n.name = label
        return n

    def labels(self, n: Any) -> Any:
        s = ""
        for c in n.get_children():
            s += ("(gen)" if "@" in str_(c.name) else str_(c.name)) + " "
        return s

    def on_renamed(self, n: Any) -> None:
        print_("  renamed ", n.name)

    def _ready(self) -> None:
        box = self.make("Box")
        self.add_child(box)
        a = self.make("A")
        b = self.make("B")
        box.add_child(a)
        box.add_child(b)
        a.renamed.connect(Callable(self.on_renamed).bind(a))
        b.renamed.connect(Callable(self.on_renamed).bind(b))
        print_("collide")
        b.name = "A"
        print_(b.name)
        print_("same name")
        b.name = "A2"
        print_(b.name)
        print_("its own base")
        a.name = "A2"
        print_(a.name)
        a.name = "A"
        print_(a.name)
        print_("empty")
        a.name = ""
        print_(a.name)
        print_("bad characters")
        a.name = "x/y"
        print_(a.name)
        a.name = "..."
        print_(a.name)
        a.name = "%"
        print_(a.name)
        a.name = "a@b"
        print_(a.name)
        a.name = " spaced "
        print_("[", a.name, "]")
        a.name = "tab\tnew\nline"
        print_("[", a.name, "]")
        a.name = "ü→"
        print_(a.name)
        print_("numbers")
        a.name = "N009"
        b.name = "N009"
        print_(b.name)
        b.name = "N999"
        a.name = "N999"
        print_(a.name)
        a.name = "7"
        b.name = "7"
        print_(b.name)
        a.name = "a1b"
        b.name = "a1b"
        print_(b.name)
        a.name = "Big99999999999999999999"
        b.name = "Big99999999999999999999"
        print_(b.name)
        print_("keeps order ", self.labels(box))
        c = self.make("7")
        box.add_child(c)
        c.name = "a1b"
        print_(c.name)
        print_(self.labels(box))
        print_("removed and added with a taken name")
        d = self.make("D")
        d2 = self.make("D")
        box.add_child(d)
        box.remove_child(d)
        box.add_child(d2)
        box.add_child(d)
        print_(self.labels(box))
        box.remove_child(d2)
        box.add_child(d2, True)
        print_(self.labels(box))
        e = self.make("D2")
        box.add_child(e, True)
        print_(self.labels(box))
        print_("readable timer")
        box.add_child(Timer(), True)
        box.add_child(Timer(), True)
        box.add_child(Leaf(), True)
        box.add_child(Leaf(), True)
        print_(self.labels(box))
        print_("sibling")
        a.add_sibling(self.make("D2"), True)
        a.add_sibling(self.make("D2"))
        print_(self.labels(box))
        print_("reparent with a clash")
        other = self.make("Other")
        self.add_child(other)
        other.add_child(self.make("a1b"))
        a.name = "a1b"
        print_(a.name)
        b.reparent(other)
        print_(self.labels(other))
        self.get_tree().quit()
