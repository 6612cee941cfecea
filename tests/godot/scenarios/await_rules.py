"""Awaiting: twice the same signal, in handlers, overlapping, with frees, results."""

from __future__ import annotations

from typing import Any

from engine import Node, Signal, is_instance_valid, print_


class W(Node):
    done = Signal("x")

    async def wait_for(self, s: Any, label: Any) -> Any:
        print_("  ", label, " waits")
        r = await s
        print_("  ", label, " got ", r, " in ", self.name)
        self.done.emit(r)
        return r


class Main(Node):
    ping = Signal("n")
    pong = Signal("a", "b")
    bare = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    async def handler(self, n: Any) -> None:
        print_("  handler ", n)
        await self.get_tree().process_frame
        print_("  handler ", n, " after a frame")

    async def twice(self) -> Any:
        x = await self.ping
        print_("  twice first ", x)
        y = await self.ping
        print_("  twice second ", y)
        return [x, y]

    def no_wait(self) -> Any:
        return 5

    async def chain(self) -> Any:
        r = await self.twice()
        print_("  chain ", r)
        return r

    async def re_emits(self) -> None:
        x = await self.ping
        print_("  re_emits ", x)
        self.ping.emit(x + 1)
        print_("  re_emits done")

    async def in_loop(self) -> None:
        for i in range(3):
            print_("  loop ", i, " ", await self.ping)

    async def _process(self, _delta: Any) -> None:
        self.calls += 1
        if self.calls <= 3:
            mine = self.calls
            await self.get_tree().process_frame
            print_("  process ", mine, " later at ", self.calls)

    async def _ready(self) -> None:
        print_("values")
        self.chain()
        self.ping.emit(1)
        self.ping.emit(2)
        self.ping.emit(3)
        print_("two args")
        w = W()
        w.name = "W"
        self.add_child(w)
        w.wait_for(self.pong, "pong")
        w.wait_for(self.bare, "bare")
        w.wait_for(self.ping, "ping")
        self.pong.emit(1, "x")
        self.bare.emit()
        self.ping.emit([7])
        print_("handler awaits")
        self.ping.connect(self.handler)
        self.ping.emit(4)
        self.ping.emit(5)
        await self.get_tree().process_frame
        self.ping.disconnect(self.handler)
        print_("re-emission")
        self.re_emits()
        w.wait_for(self.ping, "other")
        self.in_loop()
        self.ping.emit(10)
        self.ping.emit(20)
        self.ping.emit(30)
        print_("freed waiter")
        w.wait_for(self.ping, "lost")
        w.free()
        self.ping.emit(40)
        print_("queue_free and tree_exited")
        v = W()
        v.name = "V"
        self.add_child(v)
        v.wait_for(v.tree_exited, "own exit")
        v.queue_free()
        await v.tree_exited
        print_("seen ", is_instance_valid(v))
        print_("awaiting what is freed")
        u = W()
        u.name = "U"
        self.add_child(u)
        u.wait_for(self.ping, "u")
        await self.get_tree().process_frame
        self.remove_child(u)
        self.ping.emit(50)
        u.queue_free()
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        print_(is_instance_valid(u))
        self.get_tree().quit()
