"""A coroutine runs straight until its first real wait; what its caller sees then."""

from __future__ import annotations

from engine import Callable, Node, Signal, print_

# Python can use a coroutine without awaiting it.
GDSCRIPT_MESSAGES = {'Trying to call an async function without "await".': None}


class Main(Node):
    go = Signal()

    async def worker(self, tag: str) -> str:
        print_("  ", tag, " start")
        await self.go
        print_("  ", tag, " middle")
        await self.go
        print_("  ", tag, " end")
        return tag + " result"

    async def no_wait(self, tag: str) -> str:
        print_("  ", tag, " runs")
        return tag + " value"

    async def wrapper(self) -> None:
        print_("  wrapper before")
        got = await self.worker("inner")
        print_("  wrapper got ", got)

    async def waits_only_if(self, flag: bool) -> None:
        print_("  flag ", flag)
        if flag:
            await self.go
            print_("  flag true resumed")
        print_("  flag ", flag, " end")

    async def _ready(self) -> None:
        go = self.go
        print_("start one")
        self.worker("w1")
        print_("start two")
        self.worker("w2")
        self.wrapper()
        print_("no wait: ", await self.no_wait("n"))
        self.waits_only_if(False)
        self.waits_only_if(True)
        print_("-- go 1")
        go.emit()
        print_("-- go 2")
        go.emit()
        print_("-- go 3")
        go.emit()
        print_("connections left: ", len(go.get_connections()))
        print_("a wait inside an argument list:")
        Callable(self.show_all).call_deferred()
        print_(["first", await self.argument("second"), await self.argument("third")])
        print_("the result of a coroutine used without await:")
        self.worker("w3")
        print_("careless was cut short")
        go.emit()
        self.get_tree().quit()

    def show_all(self) -> None:
        print_("  deferred")
        self.go.emit()
        self.go.emit()

    async def argument(self, text: str) -> str:
        print_("  argument ", text)
        await self.go
        return text.upper()
