"""Lookups that fail: what comes back, and what the engine says.

A script error ends the one function in GDScript, whose caller goes on with a default; in Python the
caller catches an exception.
"""

from __future__ import annotations

from contextlib import suppress

from engine import Node, print_

GDSCRIPT_MESSAGES = {
    "Invalid access to property or key 'name' on a base object of type 'null instance'.": None,
    "Cannot call method 'queue_free' on a null value.": None,
}


class Main(Node):
    def broken_read(self) -> None:
        print_("about to read a name")
        print_(self.get_node("Nobody").name)
        print_("never printed")

    def broken_call(self) -> int:
        nothing = self.get_node_or_null("Nobody")
        nothing.queue_free()
        return 5

    def _ready(self) -> None:
        kid = Node()
        kid.name = "Kid"
        self.add_child(kid)
        print_("missing child: ", self.get_node("Nobody"))
        print_("missing grandchild: ", self.get_node("Kid/Nobody"))
        print_("missing by dollar: ", self.get_node("Nobody"))
        print_("missing absolute: ", self.get_node("/root/Nobody"))
        print_("wrong start: ", kid.get_node("Kid"))
        print_("missing unique: ", self.get_node("%Nobody"))
        with suppress(AttributeError):
            self.broken_read()
        result = 0
        with suppress(AttributeError):
            result = self.broken_call()
        print_("result of a function cut short: ", result)
        print_("get_child past the end: ", self.get_child(3))
        print_("get_child before the start: ", self.get_child(-2))
        loose = Node()
        loose.name = "Loose"
        print_("absolute from outside: ", loose.get_node("/root/Main"))
        print_("relative from outside: ", loose.get_node("Nobody"))
        print_("tree of a loose node: ", loose.get_tree())
        print_("or_null is quiet: ", loose.get_node_or_null("Nobody"))
        self.remove_child(loose)
        self.add_child(kid)
        self.add_child(self)
        kid.add_child(self)
        self.add_child(None)
        self.move_child(kid, 7)
        count, parent = self.get_child_count(), kid.get_parent().name
        print_("still ", count, " child, parent of kid is ", parent)
        loose.free()
        self.get_tree().quit()
