"""When onready values are computed, against __init__, _enter_tree and _ready, with inheritance."""

from __future__ import annotations

from engine import Node, onready, print_


def note(text: str) -> str:
    print_("  compute ", text)
    return text


class Base(Node):
    late = onready(lambda self: note("Base.late"))

    def __init__(self) -> None:
        super().__init__()
        self.plain = note("Base.plain")

    # A variable that is not there yet is None here; a typed one of GDScript is an empty text.

    def _enter_tree(self) -> None:
        print_("  Base._enter_tree late='", self.late or "", "'")

    def _ready(self) -> None:
        print_("  Base._ready late='", self.late, "'")


class Derived(Base):
    kid = onready("Kid")
    kid_name = onready(lambda self: str(self.kid.name))

    def __init__(self) -> None:
        super().__init__()
        self.own = note("Derived.own")
        print_("  Derived._init own=", self.own)

    def _ready(self) -> None:
        print_("  Derived._ready kid_name=", self.kid_name)
        super()._ready()


class Quiet(Derived):
    more = onready(lambda self: note("Quiet.more"))


class Main(Node):
    def _ready(self) -> None:
        for type_ in [Derived, Quiet]:
            print_("new")
            node = type_()
            kid = Node()
            kid.name = "Kid"
            node.add_child(kid)
            print_("before add: kid=", node.kid)
            self.add_child(node)
            print_("after add: kid=", node.kid.name)
            kid.name = "Other"
            self.remove_child(node)
            kid.name = "Kid"
            node.request_ready()
            print_("add again")
            self.add_child(node)
            node.free()
        self.get_tree().quit()
