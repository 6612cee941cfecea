"""Waiting for what never comes: signals that do not exist or are gone, and coroutines that fail.

What a function raises goes to the one who called it or awaits it, who catches it here; GDScript reports
it where it happens, and the caller goes on with a default.
"""

from __future__ import annotations

from collections.abc import Awaitable
from collections.abc import Callable as PyCallable
from typing import Any

from engine import Node, Signal, print_

GDSCRIPT_MESSAGES = {
    "Invalid call. Nonexistent function 'walk' in base 'Nil'.": None,
    "In Object of type 'Node': Attempt to connect nonexistent signal 'nope'": "ERROR",
}


class Bell(Node):
    rung = Signal("n")


class Main(Node):
    go = Signal()

    async def wait_for(self, tag: str, on: Signal) -> None:
        print_("  ", tag, " waits")
        await on
        print_("  ", tag, " went on")

    async def fails_before(self) -> str:
        print_("  fails before its wait")
        nothing: Any = None
        nothing.walk()
        await self.go
        return "never"

    async def fails_after(self) -> str:
        await self.go
        print_("  fails after its wait")
        nothing: Any = None
        nothing.walk()
        return "never"

    async def caller(self, which: PyCallable[[], Awaitable[str]]) -> None:
        try:
            got = await which()
        except AttributeError:
            got = ""
        print_("  caller of ", which.__name__, " got ", got)

    async def deep_caller(self) -> None:
        await self.caller(self.fails_after)
        print_("  the caller's caller goes on")

    def _ready(self) -> None:
        print_("signals that cannot be awaited")
        bell = Bell()
        saved = bell.rung
        bell.free()
        self.wait_for("freed emitter", saved)
        self.wait_for("null signal", Signal())
        self.wait_for("missing signal", Signal(self, "nope"))
        print_("what is left of a signal whose object is gone")
        saved.emit(1)
        print_(
            "  connect ",
            saved.connect(lambda n: None),
            " is_connected ",
            saved.is_connected(self._ready),
            " list ",
            saved.get_connections(),
        )
        print_("an error before the first wait")
        self.caller(self.fails_before)
        print_("an error after the wait")
        self.caller(self.fails_after)
        self.go.emit()
        print_("an error two levels down")
        self.deep_caller()
        self.go.emit()
        print_("connections left ", len(self.go.get_connections()))
        print_("end")
        self.get_tree().quit()
