"""RefCounted goes with its last reference; Object and Node only when freed; weakrefs and cycles."""

from __future__ import annotations

from typing import Any

from engine import Node, Object, RefCounted, is_instance_valid, print_, weakref


class Token(RefCounted):
    other: Any = None

    def __init__(self, text: str) -> None:
        super().__init__()
        self.label = text
        print_("  make ", self.label)

    def _notification(self, what: int) -> None:
        if what == RefCounted.NOTIFICATION_PREDELETE:
            print_("  gone ", self.label)


class Manual(Object):
    token: Any = None

    def _notification(self, what: int) -> None:
        if what == Object.NOTIFICATION_PREDELETE:
            print_("  gone manual")


class Main(Node):
    def scope(self) -> None:
        local = Token("local")
        print_("  in scope ", local.get_reference_count())

    def passes(self, token: Token) -> Token:
        print_("  count inside a call ", token.get_reference_count())
        return token

    def _ready(self) -> None:
        print_("scope")
        self.scope()
        self.count()
        print_("held by another")
        b: Any = Token("b")
        b.other = Token("b.other")
        b = None
        print_("held by a dictionary")
        box: dict[str, Any] = {"t": Token("boxed")}
        box["t"] = 1
        print_("weak")
        c: Any = Token("c")
        weak = weakref(c)
        print_("  alive ", weak.get_ref() == c)
        c = None
        print_("  alive ", weak.get_ref())
        print_("object")
        manual = Manual()
        manual.token = Token("of manual")
        manual.free()
        print_("  valid ", is_instance_valid(manual))
        self.cycle()
        print_("meta holds too")
        self.set_meta("held", Token("meta"))
        self.remove_meta("held")
        self.loop()
        print_("returned and dropped")
        token = Token("arg")  # GDScript holds it in a temporary during the call
        self.passes(token)
        del token
        print_("end of _ready")
        self.get_tree().quit()

    def count(self) -> None:
        print_("reassign")
        a: Any = Token("a1")
        a = Token("a2")
        print_("temporary")
        Token("temp")
        print_("count ", a.get_reference_count())
        tokens = [a, a]
        print_("in an array twice ", a.get_reference_count())
        self.passes(a)
        tokens.clear()
        print_("cleared ", a.get_reference_count())
        a = None

    def cycle(self) -> None:
        print_("cycle does not go by itself")
        d: Any = Token("d")
        d.other = Token("e")
        d.other.other = d
        weak_d = weakref(d)
        d = None
        print_("  still alive ", weak_d.get_ref() is not None)
        weak_d.get_ref().other.other = None
        print_("  broken up, alive ", weak_d.get_ref() is not None)

    def loop(self) -> None:
        print_("loop variable")
        for i in range(2):
            t = Token(f"loop{i}")
            if i == 0:
                continue
            print_("  body ", t.label)
