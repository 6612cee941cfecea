"""Odd corners: set_script state, sibling indices, get_indexed of nodes, notification order, reparent with owners."""

from __future__ import annotations

from typing import Any

from engine import Node, print_, str_


class A(Node):
    def _notification(self, what: Any) -> None:
        if what == 5555:
            print_("  A")

    def _enter_tree(self) -> None:
        print_("  enter ", self.name, " ", self.get_index(), " ", self.get_path())


class B(A):
    def _notification(self, what: Any) -> None:
        if what == 5555:
            print_("  B")


class Main(Node):
    def make(self, parent: Any, label: Any, who: Any = None) -> Any:
        n = A()
        n.name = label
        parent.add_child(n)
        if who:
            n.owner = who
        return n

    def _ready(self) -> None:
        b = B()
        b.notification(5555)
        b.notification(5555, True)
        b.free()
        print_("reparent keeps owners")
        x = self.make(self, "X", self)
        y = self.make(self, "Y", self)
        k = self.make(x, "K", self)
        m = self.make(k, "M", x)
        o = self.make(k, "O", k)
        k.reparent(y)
        print_(k.owner, " ", m.owner, " ", o.owner == k, " ", k.get_path())
        k.reparent(y)
        k.reparent(x, False)
        print_(k.owner == self, " ", k.get_index())
        y.reparent(k)
        print_(y.owner == self, " ", self.get_child_count())
        print_("renamed while moving")
        z = self.make(self, "K", self)
        k.reparent(self)
        print_(z.name, " ", self.get_child_count(), " ", k.owner == self)
        print_("indexed")
        print_(
            self.get_indexed("process_priority"),
            " ",
            self.get_indexed("name"),
            " ",
            self.get_indexed("owner"),
            " ",
            z.get_indexed("owner:name"),
        )
        z.set_indexed("process_priority", 3)
        print_(
            z.process_priority,
            " ",
            z.get("owner") == self,
            " ",
            z.get("unique_name_in_owner"),
            " ",
            z.get("process_mode"),
        )
        z.set("name", "Zed")
        z.set("unique_name_in_owner", True)
        print_(
            z.name,
            " ",
            self.get_node("%Zed") == z,
            " ",
            self.has_node("%Zed/.."),
            " ",
            self.get_node_or_null("%Zed/Nope"),
        )
        z.set("owner", None)
        print_(self.has_node("%Zed"), " ", z.unique_name_in_owner)
        print_("methods")
        print_(
            self.has_method("make"),
            self.has_method("queue_free"),
            self.has_method("nope"),
            self.has_method("ready"),
            self.has_signal("ready"),
            self.has_method("_ready"),
            self.has_method("_process"),
        )
        print_(
            self.get_method_argument_count("make"),
            " ",
            self.get_method_argument_count("add_child"),
            " ",
            self.get_method_argument_count("nope"),
        )
        print_(
            "call ",
            self.call("get_child_count"),
            " ",
            self.callv("get_child", [0]) == self.get_child(0),
            " ",
            self.call("get_child", -1) == self.get_child(-1),
        )
        print_("moves ")
        for i in range(4):
            self.make(self, "N" + str_(i))
        labels = ""
        self.move_child(self.get_node("N3"), 0)
        self.move_child(self.get_node("N0"), -1)
        self.move_child(self.get_node("N1"), -2)
        for n in self.get_children():
            labels += ("(gen)" if "@" in str_(n.name) else str_(n.name)) + " "
        print_(labels)
        print_("meta and copies")
        z.set_meta("l", [1])
        c = z.duplicate()
        c.get_meta("l").append(2)
        print_(
            z.get_meta("l"),
            " ",
            c.get_meta("l"),
            " ",
            c.process_priority,
            " ",
            c.unique_name_in_owner,
        )
        c.free()
        self.get_tree().quit()
