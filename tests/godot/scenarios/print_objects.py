"""Objects, callables and signals in text: plain, in containers, freed, nested."""

# As the program says it in GDScript.
# ruff: noqa: E711
from __future__ import annotations

from typing import Any

from engine import (
    Callable,
    Color,
    Node,
    NodePath,
    PackedScene,
    RefCounted,
    Signal,
    StringName,
    Timer,
    Vector2,
    is_instance_valid,
    print_,
    str_,
)


class R(RefCounted):
    def _to_string(self) -> Any:
        return 'R("q")'


class Main(Node):
    ping = Signal("x")

    def f(self, x: Any = 0) -> Any:
        return x

    def _ready(self) -> None:
        n = Node()
        n.name = "N"
        r = R()
        print_(r, " ", [r], " ", {r: r}, " ", {"a": [r, {"b": r}]})
        print_(self, " ", self.get_tree().root)
        print_([self.get_tree().root, self, None, n])
        print_(
            [self.f],
            " ",
            {"f": self.f},
            " ",
            Callable(self.f).bind(1),
            " ",
            [Callable(self.f).bind(r)],
            " ",
            Callable(self.f).unbind(1),
        )
        print_(
            self.ping,
            " ",
            [self.ping],
            " ",
            {"p": self.ping},
            " ",
            [self.ready, self.get_tree().process_frame],
        )
        print_(self.queue_free, " ", n.queue_free, " ", n.ready, " ", [n.ready])
        list = [n, n.queue_free, n.ready, {"n": n}]
        print_(list)
        n.free()
        print_(list)
        print_(
            n,
            " ",
            str_(n),
            " ",
            str_([n]),
            " ",
            is_instance_valid(n),
            " ",
            n == None,
            " ",
            None == n,
            " ",
            not n,
        )
        d = {"x": n}
        print_(d, " ", d["x"] == None)
        t = Timer()
        print_(t.get_class(), " ", t.is_class("Timer"), t.is_class("Node"), t.is_class("Object"))
        t.name = "T"
        print_(t.to_string() == str_(t), " ", t)
        t.name = "a b"
        print_(t)
        t.free()
        print_(
            Callable(),
            " ",
            [Callable()],
            " ",
            Callable(self, "nope"),
            " ",
            Callable(self, "f") == Callable(self, "f"),
        )
        print_(
            [
                "a",
                StringName("b"),
                NodePath("c/d"),
                1,
                1.0,
                True,
                None,
                Vector2(1, 2),
                Color(1, 0, 0, 1),
            ]
        )
        print_({StringName("sn"): 1, "s": 2, 3: [4], None: None, 1.5: True})
        print_([[], {}, [[]], [{}]])
        print_(PackedScene().get_class())
        self.get_tree().quit()
