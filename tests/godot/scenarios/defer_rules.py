"""Deferred calls and sets: order among signals, timers, physics, frees, binds, one-shots."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, RefCounted, Signal, print_


class R(RefCounted):
    def say(self, x: Any) -> None:
        print_("  ref says ", x)


class Main(Node):
    ping = Signal("n")

    def __init__(self) -> None:
        super().__init__()
        self.queued = None
        self.value = 0
        self.stage = 0

    def say(self, a: Any, b: Any = "", c: Any = "") -> None:
        print_("  say ", a, " ", b, " ", c)

    def nested(self, n: Any) -> None:
        print_("  nested ", n)
        if n > 0:
            Callable(self.nested).call_deferred(n - 1)
            Callable(self.say).call_deferred("beside", n)

    def heard(self, n: Any, extra: Any = "") -> None:
        print_("  heard ", n, " ", extra, " value ", self.value)

    def frees(self, n: Any) -> None:
        print_("  frees")
        n.free()

    async def waits(self, n: Any) -> None:
        print_("  waits ", n)
        await self.get_tree().process_frame
        print_("  waited ", n)

    def in_timer(self) -> None:
        print_("  timer")
        Callable(self.say).call_deferred("from the timer")
        self.get_tree().process_frame.connect(
            Callable(self.say).bind("process_frame"), self.CONNECT_ONE_SHOT
        )
        self.get_tree().physics_frame.connect(
            Callable(self.say).bind("physics_frame"), self.CONNECT_ONE_SHOT
        )
        self.queued.queue_free()

    def on_exit(self) -> None:
        print_("  queued exits")
        Callable(self.say).call_deferred("from tree_exiting")

    def _process(self, _delta: Any) -> None:
        if self.stage == 1:
            self.stage = 2
            print_("  _process")
            Callable(self.say).call_deferred("from _process")
            self.get_tree().create_timer(0.001).timeout.connect(self.in_timer)

    def _physics_process(self, _delta: Any) -> None:
        if self.stage == 0:
            self.stage = 1
            print_("  _physics_process")
            Callable(self.say).call_deferred("from _physics_process")
            self.set_deferred("value", 100)

    async def _ready(self) -> None:
        self.queued = Node()
        self.queued.tree_exiting.connect(self.on_exit)
        self.add_child(self.queued)
        print_("order")
        Callable(self.say).call_deferred(1)
        self.set_deferred("value", 5)
        self.call_deferred("say", 2, "x")
        self.ping.connect(self.heard, self.CONNECT_DEFERRED)
        self.ping.connect(Callable(self.heard).bind("bound"), self.CONNECT_DEFERRED)
        self.ping.emit(1)
        self.ping.emit(2)
        self.ping.disconnect(self.heard)
        Callable(self, "say").bind("z").call_deferred("y")
        Callable(self.say).unbind(1).call_deferred("kept", "dropped")
        Callable(self.say).bind(1, 2).unbind(1).call_deferred("k", "d")
        Callable(self.nested).call_deferred(2)
        self.value = 1
        print_("now ", self.value)
        await self.get_tree().process_frame
        print_("frees")
        n = Node()
        Callable(self.frees).call_deferred(n)
        n.call_deferred("set_name", "x")
        Callable(n.set_name).call_deferred("y")
        n.set_deferred("name", "z")
        Callable(self.say).call_deferred("with", n)
        m = Node()
        Callable(m.set_name).bind("q").call_deferred()
        m.free()
        r = R()
        Callable(r.say).call_deferred("alive")
        r.call_deferred("say", "by name")
        r = None
        await self.get_tree().process_frame
        print_("waiting")
        Callable(self.waits).call_deferred(1)
        self.call_deferred("waits", 2)
        await self.get_tree().process_frame
        print_("  frame")
        await self.get_tree().process_frame
        print_("one-shot deferred")
        self.ping.connect(self.heard, self.CONNECT_DEFERRED | self.CONNECT_ONE_SHOT)
        self.ping.emit(7)
        print_("  ", self.ping.is_connected(self.heard))
        self.ping.emit(8)
        self.ping.connect(self.heard, self.CONNECT_DEFERRED)
        self.ping.emit(9)
        await self.get_tree().process_frame
        print_("errors")
        self.call_deferred("nope", 1)
        self.set_deferred("nope", 1)
        Callable(self.say).call_deferred(1, 2, 3, 4)
        await self.get_tree().process_frame
        print_("steps")
        self.stage = 0
        for i in range(5):
            await self.get_tree().process_frame
            print_("  frame ", i, " value ", self.value)
        self.get_tree().quit()
