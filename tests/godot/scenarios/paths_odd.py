"""Odd paths, patterns, owners."""

from __future__ import annotations

from typing import Any

from engine import Node, NodePath, print_, str_


class Main(Node):
    def make(self, label: Any) -> Any:
        n = Node()
        n.name = label
        return n

    def put(self, parent: Any, label: Any, who: Any) -> Any:
        n = self.make(label)
        parent.add_child(n)
        if who:
            n.owner = who
        return n

    def found(self, from_node: Any, path: Any) -> Any:
        n = from_node.get_node_or_null(path)
        return str_(n.get_path()) if n else "-"

    def _ready(self) -> None:
        a = self.put(self, "A", self)
        b = self.put(a, "B", None)
        c = self.put(b, "C", self)
        d = self.put(a, "Dot", self)
        sp = self.put(self, "with space", self)
        for p in [
            "A",
            "A/",
            "/A",
            "A//B",
            "./A",
            "A/.",
            "A/..",
            "..",
            "../..",
            "../../..",
            ".",
            "",
            "/",
            "/root",
            "/root/",
            "/root/Main/A",
            "/root/Main//A",
            "//root",
            "A/B/../B/C",
            "A/B/C/../../..",
            "A:name",
            ":name",
            "A/B:x:y",
            "a",
            "%A",
            "%",
            "A/%",
            "with space",
            " A",
            "A ",
            "/Main",
            "/root/Other",
            "~",
            "...",
            "A/./B",
            "^A",
        ]:
            print_("'", p, "' ", self.found(self, p), " ", self.has_node(p))
        print_(
            self.found(c, "/root/Main"),
            " ",
            self.found(c, "../.."),
            " ",
            self.found(c, "../Dot"),
            " ",
            self.found(c, "../../Dot"),
        )
        print_(
            self.find_child("B"),
            " ",
            self.find_child("B", True, False) == b,
            " ",
            self.find_child("C") == c,
            " ",
            self.find_child("C", False),
            " ",
            self.find_child("?") == a,
            " ",
            self.find_child("*t") == d,
            " ",
            self.find_child("* *") == sp,
        )
        print_(
            self.find_child("a"),
            " ",
            self.find_child(""),
            " ",
            self.find_child("*.*"),
            " ",
            self.find_child("D?t") == d,
            " ",
            self.find_child("Do*ot"),
            " ",
            self.find_child("A*") == a,
        )
        for n in self.find_children("*"):
            print_("  ", n.name)
        for n in self.find_children("*", "Node", True, False):
            print_("  ", n.name)
        print_(
            self.find_children("*", "Timer"),
            " ",
            0,
            " ",
            self.find_parent("root") == self.get_parent(),
            " ",
            c.find_parent("M*").name,
            " ",
            c.find_parent("C"),
            " ",
            c.find_parent("zzz"),
        )
        print_(
            self.get_path_to(c),
            " ",
            c.get_path_to(self),
            " ",
            c.get_path_to(d),
            " ",
            a.get_path_to(a),
            " ",
            sp.get_path_to(c),
        )
        print_(c.get_path_to(self.get_parent()), " ", self.get_parent().get_path_to(c))
        self.remove_child(a)
        print_(
            c.get_path_to(d),
            " ",
            a.get_node("B/C").name,
            " ",
            c.get_node_or_null("..") == b,
            " ",
            c.get_node_or_null("../../.."),
        )
        print_(a.get_node_or_null("/root"))
        print_(a.has_node("B/C"), " ", a.has_node("/root/Main"))
        print_(a.get_path_to(self))
        print_(a.get_path(), "|", c.get_path(), "|", c.owner, "|", d.owner)
        print_(
            NodePath("A/B:c:d"),
            " ",
            NodePath("A//B").get_name_count(),
            " ",
            NodePath("/A/").get_name_count(),
            " ",
            NodePath("./A").get_name(0),
            " ",
            NodePath("").is_empty(),
            " ",
            NodePath(":x").get_subname_count(),
            " ",
            NodePath("A:x").get_as_property_path(),
            " ",
            NodePath("/root/A/B/C").slice(1, -1),
            " ",
            NodePath("a/b:c").get_concatenated_names(),
            " ",
            NodePath("a/b:c:d").get_concatenated_subnames(),
        )
        a.free()
        self.get_tree().quit()
