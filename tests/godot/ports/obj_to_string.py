"""Texts of objects: built-in, overridden with _to_string, inside containers, freed ones."""

from __future__ import annotations

import re

from engine import (
    Callable,
    Node,
    Object,
    RefCounted,
    Timer,
    instance_from_id,
    is_instance_id_valid,
    print_,
    str_,
)


class Plain(RefCounted):
    pass


class Named(RefCounted):
    def __init__(self, value: int) -> None:
        super().__init__()
        self.n = value

    def _to_string(self) -> str:
        return f"<Named {self.n}>"


class NamedNode(Node):
    def _to_string(self) -> str:
        return f"node {self.name}"


def shape(value: object) -> str:
    """The text of a value, without the digits of an object id."""
    return re.sub(r"#-?\d*", "#ID", str_(value), count=1)


class Main(Node):
    def _ready(self) -> None:
        print_("node: ", shape(self))
        node = Node()
        print_("nameless: ", shape(node))
        node.name = "Box"
        print_("named: ", shape(node), " ", shape(f"{node}"))
        print_("timer: ", shape(Timer()))
        print_("plain: ", shape(Plain()))
        print_("object: ", shape(Object()))
        print_("id matches: ", str(node.get_instance_id()) in str_(node))
        named = Named(4)
        print_("override: ", named, " ", str_(named), " ", f"{named}", " ", "a" + str_(named))
        print_("in array: ", [named, Named(5)])
        print_("in dictionary: ", {"k": named, named: 1})
        print_("to_string(): ", named.to_string())
        nn = NamedNode()
        nn.name = "Q"
        print_("node override: ", nn, " in array ", [nn])
        print_("tree and root: ", shape(self.get_tree()), " ", shape(self.get_tree().root))
        method = Callable(named.get).get_method()
        print_("callables: ", Callable(self._ready), " ", method, " ", Callable())
        print_("callable of node: ", Callable(node.queue_free))
        print_("signal: ", shape(self.ready))

        def named_lambda() -> None:
            pass

        print_("lambda: ", shape(lambda: None), " ", shape(named_lambda))
        node.free()
        print_("freed: ", node, " ", str_(node), " ", [node], " ", {"k": node})
        nn.free()
        empty = None
        print_("null: ", empty, " ", str_(None), " ", [empty], " ", {"k": None})
        print_("instance_from_id: ", instance_from_id(named.get_instance_id()) == named)
        print_(
            "ids: ",
            is_instance_id_valid(named.get_instance_id()),
            " ref ids negative ",
            named.get_instance_id() < 0,
            " node ids positive ",
            self.get_instance_id() > 0,
        )
        self.get_tree().quit()
