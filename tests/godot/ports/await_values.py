"""What an await gives back: by number of signal arguments, and from coroutines.

Values that nobody has to wait for are used as they are: Python awaits only what can be awaited.
"""

from __future__ import annotations

from engine import TYPE_SIGNAL, TYPE_STRING, Callable, Node, Signal, print_, start


class Main(Node):
    none = Signal()
    one = Signal("a")
    two = Signal("a", "b")
    four = Signal("a", "b", "c", "d")

    async def coroutine(self, x: int) -> str:
        await self.get_tree().process_frame
        return f"got {x}"

    async def nothing_back(self) -> None:
        await self.get_tree().process_frame

    async def maybe(self, wait: bool) -> str:
        if wait:
            await self.get_tree().process_frame
            return "waited"
        return "at once"

    def fire(self) -> None:
        self.none.emit()
        self.one.emit("only")
        self.two.emit(1, 2)
        self.four.emit(1, "b", None, [4])

    async def _ready(self) -> None:
        fire, coroutine = Callable(self.fire), self.coroutine
        fire.call_deferred()
        results = []
        print_("none: ", await self.none)
        fire.call_deferred()
        print_("one: ", await self.one)
        fire.call_deferred()
        pair = await self.two
        print_("two: ", pair, " is array: ", isinstance(pair, list))
        fire.call_deferred()
        print_("four: ", await self.four)
        print_("plain: ", 4 * 2)
        print_("value: ", 7, " ", "text", " ", None)
        print_("coroutine: ", await coroutine(5))
        back = await self.call("nothing_back")
        print_("no return value: ", back)
        print_("maybe: ", await self.maybe(False), ", ", await self.maybe(True))
        for i in range(3):
            results.append(await coroutine(i))
        print_(results)
        print_("in an expression: ", len(await coroutine(1)) + 10 * 2)
        held = self.two
        fire.call_deferred()
        print_("a held signal: ", await held)
        made = Signal(self, "one")
        fire.call_deferred()
        print_("a built signal: ", await made)
        await self.functions()
        self.get_tree().quit()

    async def functions(self) -> None:
        async def function() -> str:
            await self.get_tree().process_frame
            return "from lambda"

        print_("lambda: ", await Callable(function).call())
        print_("through callv: ", await self.callv("coroutine", [9]))
        later, text = await start(self.one_later()), await self.coroutine(1)
        assert isinstance(later, Signal)
        assert isinstance(text, str)
        print_("typed: ", int(TYPE_SIGNAL), " ", int(TYPE_STRING))

    async def one_later(self) -> Signal:
        await self.get_tree().process_frame
        return self.one
