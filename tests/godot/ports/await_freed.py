"""Objects freed while a coroutine waits: the sleeper's, the emitter's, or a local one."""

from __future__ import annotations

from engine import Node, Object, RefCounted, Signal, is_instance_valid, print_, weakref


class Sleeper(Node):
    own = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.name = label

    async def doze(self, on: Signal) -> str:
        print_("  ", self.name, " dozes")
        await on
        print_("  ", self.name, " awake")
        return "slept"

    def _notification(self, what: int) -> None:
        if what == Node.NOTIFICATION_PREDELETE:
            print_("  ", self.name, " gone")


class Token(RefCounted):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.label = text

    def _notification(self, what: int) -> None:
        if what == RefCounted.NOTIFICATION_PREDELETE:
            print_("  token ", self.label, " gone")


class Main(Node):
    go = Signal()

    async def caller(self, sleeper: Sleeper) -> None:
        print_("  caller got ", await sleeper.doze(self.go))

    async def holds(self, token: Token, on: Signal) -> None:
        await on
        print_("  held ", token.label)

    def lonely(self) -> Token:
        token = Token("lonely")
        self.holds(token, self.go)
        return token

    async def _ready(self) -> None:
        go = self.go
        print_("1 freed while waiting")
        a = Sleeper("A")
        a.doze(go)
        a.free()
        go.emit()
        print_("2 the caller of a freed coroutine never returns")
        b = Sleeper("B")
        self.caller(b)
        b.free()
        go.emit()
        print_("3 waiting on a signal of a freed object")
        c = Sleeper("C")
        d = Sleeper("D")
        d.doze(c.own)
        c.free()
        await self.get_tree().process_frame
        print_("  D valid ", is_instance_valid(d))
        d.free()
        print_("4 locals of a waiting function stay")
        self.holds(Token("kept"), go)
        print_("  waiting")
        go.emit()
        print_("5 a waiting function keeps an object that nothing else holds")
        weak = weakref(self.lonely())
        print_("  alive ", weak.get_ref() is not None)
        go.emit()
        print_("  alive ", weak.get_ref() is not None)
        await self.leave_the_tree()
        self.get_tree().quit()

    async def leave_the_tree(self) -> None:
        go = self.go
        print_("6 queue_free before the wake-up")
        f = Sleeper("F")
        self.add_child(f)
        f.doze(self.get_tree().process_frame)
        f.queue_free()
        await self.get_tree().process_frame
        print_("7 removed from the tree still wakes")
        g = Sleeper("G")
        self.add_child(g)
        g.doze(self.get_tree().process_frame)
        self.remove_child(g)
        await self.get_tree().process_frame
        g.free()
        print_("8 freed by the signal it waits for")
        h = Sleeper("H")
        go.connect(h.free, Object.CONNECT_ONE_SHOT)
        h.doze(go)
        go.emit()
