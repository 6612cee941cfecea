"""Using what was freed, in every way; locked objects that refuse to be freed."""

from __future__ import annotations

from typing import Any

from engine import Node, RefCounted, Signal, is_instance_valid, print_, str_

# Python has no casts and no typed variables, and `isinstance` does not mind what was freed. A closure
# keeps what it captured, freed or not.
LEFT_OUT = (
    "is\n  gives <null>\ncast\n  gives <null>\n"
    "typed variable\n  gives <null>\ntyped argument\n  gives <null>\n",
    "a freed object captured by a lambda becomes null\n  <null>\n",
)
GDSCRIPT_MESSAGES = {
    "Invalid call. Nonexistent function 'work' in base 'previously freed'.": None,
    "Invalid access to property or key 'name' on a base object": None,
    "Invalid assignment of property or key 'name' with value": None,
    "Left operand of 'is' is a previously freed instance.": None,
    "Trying to cast a freed object.": None,
    "Trying to assign invalid previously freed instance.": None,
    "Invalid type in function 'takes_node'": None,
    "Invalid access to property or key 'used' on a base object": None,
    "Attempted to free a RefCounted object.": None,
    "Lambda capture at index 0 was freed.": None,
}


class Piece(Node):
    used = Signal()

    def work(self) -> str:
        return "worked"

    def free_in_own_signal(self) -> None:
        def handler() -> None:
            print_("  in the handler")
            self.free()
            print_("  handler goes on")

        self.used.connect(handler)
        self.used.emit()
        print_("  after the emission valid ", is_instance_valid(self))

    def suicide(self) -> None:
        print_("  about to free itself")
        self.free()
        print_("  never printed?")


class Main(Node):
    def use(self, how: str, who: Any) -> Any:
        match how:
            case "call":
                return who.work()
            case "property":
                return who.name
            case "set property":
                who.name = "New"
            case "array":
                return [any(x is None for x in [who]), [who, None]]
            case "text":
                return str_(who) + " Object"
            case "signal":
                return who.used
            case "free a RefCounted":
                RefCounted().free()
        return "went on"

    def try_to_use(self, how: str, who: Any) -> Any:
        """What a caller has of it that goes on after an error."""
        try:
            return self.use(how, who)
        except (ReferenceError, RuntimeError):
            return None

    def _ready(self) -> None:
        piece: Any = Piece()
        untyped = piece
        piece.free()
        print_(
            "valid ",
            is_instance_valid(piece),
            " is Piece ",
            isinstance(piece, Piece),
            " == null ",
            piece == None,  # noqa: E711
            " null == ",
            None == untyped,  # noqa: E711
            " same ",
            piece == untyped,
        )
        print_("bool ", not piece, " and ", bool(untyped))
        ways = ["call", "property", "set property", "array", "text", "signal", "free a RefCounted"]
        for how in ways:
            print_(how)
            print_("  gives ", self.try_to_use(how, untyped))
        print_("handler frees the emitter")
        bell = Piece()
        bell.free_in_own_signal()
        print_("valid ", is_instance_valid(bell))
        print_("a method frees its own object")
        lone, caller = Piece(), Piece()
        caller.used.connect(lone.suicide)
        caller.used.emit()
        print_("valid ", is_instance_valid(lone))
        print_("child freed by hand leaves its parent")
        kid = Piece()
        self.add_child(kid)
        print_("  ", self.get_child_count())
        kid.free()
        print_("  ", self.get_child_count())
        self.get_tree().quit()
