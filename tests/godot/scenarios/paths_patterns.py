"""Empty patterns, types, order of finding, and case."""

from __future__ import annotations

from typing import Any

from engine import Node, Timer, print_, str_


class Main(Node):
    def put(self, parent: Any, label: Any, who: Any) -> Any:
        n = Timer() if label == "Tick" else Node()
        n.name = label
        parent.add_child(n)
        if who:
            n.owner = who
        return n

    def show(self, list: Any) -> None:
        s = ""
        for n in list:
            s += str_(n.name) + " "
        print_("[", s, "]")

    def _ready(self) -> None:
        a = self.put(self, "A", self)
        tick = self.put(a, "Tick", self)
        b = self.put(a, "B", None)
        under = self.put(b, "Tick", self)
        aa = self.put(self, "Tick", self)
        print_(self.find_child(""))
        self.show(self.find_children(""))
        self.show(self.find_children("", "Timer"))
        self.show(self.find_children("", "", True, False))
        self.show(self.find_children("*", "Timer"))
        self.show(self.find_children("*", "Timer", True, False))
        self.show(self.find_children("*", "Timer", False))
        self.show(self.find_children("T*", "Node"))
        self.show(self.find_children("t*"))
        self.show(self.find_children("*i*"))
        self.show(self.find_children("???k"))
        self.show(self.find_children("Tick", "Object"))
        self.show(self.find_children("Tick", "timer"))
        print_(
            self.find_child("Tick") == tick,
            " ",
            self.find_child("Tick", False) == aa,
            " ",
            b.find_child("Tick") == under,
        )
        print_(
            under.find_parent(""),
            " ",
            under.find_parent("*") == b,
            " ",
            under.find_parent("?") == b,
        )
        print_(
            self.get_node_or_null(":name") == self,
            " ",
            self.get_node_or_null(":") == self,
            " ",
            self.has_node(":process_mode"),
        )
        print_(
            self.get_node_and_resource("A:name")[2], " ", self.get_node_and_resource("Nope:name")
        )
        print_(self.has_node_and_resource("A:name"), " ", self.has_node_and_resource("A"))
        print_(
            self.is_ancestor_of(under),
            " ",
            under.is_greater_than(tick),
            " ",
            tick.is_greater_than(under),
            " ",
            aa.is_greater_than(a),
            " ",
            self.is_greater_than(aa),
        )
        print_(
            self.get_path_to(under, True),
            " ",
            under.get_path_to(tick, True),
            " ",
            tick.get_path_to(aa),
        )
        self.get_tree().quit()
