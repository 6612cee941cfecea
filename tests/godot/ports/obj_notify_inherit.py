"""_notification runs in every class of the inheritance chain; other callbacks do not."""

from __future__ import annotations

from engine import Node, print_

TOLD = (Node.NOTIFICATION_READY, Node.NOTIFICATION_PREDELETE, Node.NOTIFICATION_EXIT_TREE, 5000)


class Base(Node):
    def __init__(self) -> None:
        super().__init__()
        print_("  Base._init")

    def _notification(self, what: int) -> None:
        if what in TOLD:
            print_("  Base._notification ", what)

    def hello(self) -> None:
        print_("  Base.hello")


class Middle(Base):
    def _notification(self, what: int) -> None:
        if what in TOLD:
            print_("  Middle._notification ", what)


class Leaf(Middle):
    def __init__(self) -> None:
        print_("  Leaf._init before super")
        super().__init__()
        print_("  Leaf._init after super")

    def _notification(self, what: int) -> None:
        if what in TOLD:
            print_("  Leaf._notification ", what)

    def hello(self) -> None:
        super().hello()
        print_("  Leaf.hello")


class WithArgs(Base):
    n = 1

    def __init__(self, start: int, extra: int = 5) -> None:
        super().__init__()
        self.n = start + extra
        print_("  WithArgs._init ", self.n)


class NoInit(WithArgs):
    m = WithArgs.n


class Main(Node):
    def _ready(self) -> None:
        print_("new")
        leaf = Leaf()
        print_("notification")
        leaf.notification(5000)
        print_("notification reversed")
        leaf.notification(5000, True)
        print_("add")
        self.add_child(leaf)
        leaf.hello()
        print_("free")
        leaf.free()
        print_("arguments")
        a = WithArgs(1)
        b = NoInit(10, 20)
        print_("  n ", b.n, " m ", b.m)
        print_(
            "is: ",
            isinstance(b, WithArgs),
            " ",
            isinstance(b, Base),
            " ",
            isinstance(b, Node),
            " ",
            isinstance(b, Middle),
            " class ",
            b.get_class(),
            " ",
            b.is_class("Node"),
            " ",
            b.is_class("Base"),
        )
        a.free()
        b.free()
        self.get_tree().quit()
