"""Tweens, timers, deferred calls and frees in one frame; kills and scene time."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Tween, print_


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.x = 0.0
        self.frame = 0

    def say(self, what: Any = "x") -> None:
        print_("  ", self.frame, " ", what)

    def later(self, what: Any) -> None:
        self.say(what)
        Callable(self.say).call_deferred(what + " deferred")

    def _process(self, _delta: Any) -> None:
        self.frame += 1

    def near(self, v: Any) -> Any:
        return int(v * 1000.0 + 0.5)

    async def frames(self, n: Any) -> None:
        for _i in range(n):
            await self.get_tree().process_frame

    def kills(self, t: Any) -> None:
        self.say("kills")
        t.kill()

    def makes(self) -> None:
        self.say("makes")
        self.create_tween().tween_callback(Callable(self.say).bind("made by a tween"))
        self.get_tree().create_timer(0.0).timeout.connect(
            Callable(self.say).bind("timer made by a tween")
        )

    async def _ready(self) -> None:
        print_("order")
        a = self.create_tween()
        a.tween_callback(Callable(self.later).bind("first"))
        a.tween_callback(Callable(self.later).bind("second"))
        a.tween_interval(0.02)
        a.tween_callback(self.makes)
        b = self.create_tween().set_process_mode(Tween.TWEEN_PROCESS_PHYSICS)
        b.tween_callback(Callable(self.later).bind("physics"))
        self.get_tree().create_timer(0.0).timeout.connect(Callable(self.later).bind("timer"))
        await self.frames(6)
        print_("kill")
        c = self.create_tween()
        d = self.create_tween()
        c.tween_callback(Callable(self.kills).bind(d))
        d.tween_callback(Callable(self.say).bind("never"))
        d.finished.connect(Callable(self.say).bind("never finished"))
        c.tween_callback(Callable(self.kills).bind(c))
        c.tween_callback(Callable(self.say).bind("never"))
        c.finished.connect(Callable(self.say).bind("never finished"))
        await self.frames(3)
        print_("  ", c.is_valid(), d.is_valid())
        print_("bound node freed")
        n = Node()
        self.add_child(n)
        e = n.create_tween()
        e.tween_interval(0.02)
        e.tween_callback(Callable(self.say).bind("never"))
        n.queue_free()
        await self.frames(4)
        print_("  ", e.is_valid(), e.is_running())
        print_("bound node out of the tree")
        m = Node()
        f = m.create_tween()
        f.tween_callback(Callable(self.say).bind("f"))
        await self.frames(2)
        print_("  waits ", f.is_valid(), f.is_running())
        self.add_child(m)
        await self.frames(2)
        print_("  ", f.is_valid())
        self.remove_child(m)
        m.free()
        print_("property")
        g = self.create_tween()
        g.tween_property(self, "x", 1.0, 0.05)
        g.tween_property(self, "x", 2.0, 0.0)
        g.parallel().tween_callback(Callable(self.say).bind("parallel"))
        g.finished.connect(Callable(self.say).bind("finished"))
        for _i in range(6):
            await self.get_tree().process_frame
            print_("  ", self.near(self.x))
        print_("paused")
        self.process_mode = Node.PROCESS_MODE_ALWAYS
        h = self.create_tween().set_pause_mode(Tween.TWEEN_PAUSE_STOP)
        h.tween_callback(Callable(self.say).bind("stopped one"))
        k = self.create_tween().set_pause_mode(Tween.TWEEN_PAUSE_PROCESS)
        k.tween_callback(Callable(self.say).bind("processing one"))
        bound = self.create_tween()
        bound.tween_callback(Callable(self.say).bind("bound one"))
        self.get_tree().paused = True
        await self.frames(3)
        self.get_tree().paused = False
        await self.frames(3)
        print_("loops")
        o = self.create_tween().set_loops(3)
        o.tween_callback(Callable(self.say).bind("loop"))
        o.tween_interval(0.02)
        o.loop_finished.connect(self.say)
        o.finished.connect(Callable(self.say).bind("all"))
        await o.finished
        self.say("awaited")
        await self.get_tree().process_frame
        self.say("frame")
        self.get_tree().quit()
