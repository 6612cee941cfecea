"""Coroutines and the end of nodes: removed, re-added, freed while waiting in each callback."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Signal, is_instance_valid, print_, str_


class W(Node):
    go = Signal("x")

    def __init__(self) -> None:
        super().__init__()
        self.log = ""

    async def _ready(self) -> None:
        print_("  ready ", self.name)
        x = await self.go
        print_("  ", self.name, " got ", x, " inside ", self.is_inside_tree())
        x = await self.go
        print_("  ", self.name, " got again ", x)

    async def chain(self, n: Any) -> Any:
        print_("  chain ", n, " of ", self.name)
        if n == 0:
            await self.go
            return "end"
        r = await self.chain(n - 1)
        print_("  back ", n, " ", r)
        return str_(r) + str_(n)

    async def dies(self) -> None:
        await self.get_tree().process_frame
        print_("  ", self.name, " dies")
        self.queue_free()
        print_("  still runs")
        await self.get_tree().process_frame
        print_("  never")


class Main(Node):
    async def watch(self, w: Any) -> None:
        r = await w.chain(2)
        print_("  watched ", r)

    async def waits_exit(self, w: Any) -> None:
        await w.tree_exited
        print_("  exited seen")

    async def _ready(self) -> None:
        w = W()
        w.name = "W"
        self.add_child(w)
        self.watch(w)
        self.waits_exit(w)
        w.go.emit(1)
        self.remove_child(w)
        w.go.emit(2)
        w.request_ready()
        self.add_child(w)
        self.watch(w)
        self.waits_exit(w)
        w.free()
        print_("freed")
        v = W()
        v.name = "V"
        self.add_child(v)
        v.dies()
        self.waits_exit(v)
        for i in range(4):
            await self.get_tree().process_frame
            print_("frame ", i, " ", is_instance_valid(v))
        u = W()
        u.name = "U"
        self.add_child(u)
        u.go.connect(Callable(u.queue_free).unbind(1))
        u.go.connect(self.print_it)
        u.go.emit(5)
        u.go.emit(6)
        await u.tree_exiting
        print_("exiting")
        await self.get_tree().process_frame
        print_(is_instance_valid(u))
        self.get_tree().quit()

    def print_it(self, x: Any) -> None:
        print_("  it ", x)
