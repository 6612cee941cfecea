"""Timers that are changed in their own callbacks, and the other way round."""

from __future__ import annotations

from typing import Any

from engine import Callable, Engine, Node, StringName, Timer, print_


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.frame = 0
        self.log_on = True

    def _process(self, _delta: Any) -> None:
        self.frame += 1

    def make(self, label: Any, time: Any, once: Any = False) -> Any:
        t = Timer()
        t.name = label
        t.wait_time = time
        t.one_shot = once
        t.timeout.connect(Callable(self.on_timeout).bind(t))
        self.add_child(t)
        return t

    def near(self, x: Any) -> Any:
        return int(x * 1000.0 + 0.5)

    def on_timeout(self, t: Any) -> None:
        print_(
            "  ",
            self.frame,
            " ",
            t.name,
            " left ",
            self.near(t.time_left),
            " stopped ",
            t.is_stopped(),
        )
        if t.name == StringName("Restart"):
            t.start(0.06)
        if t.name == StringName("Stop"):
            t.stop()
            print_("  stopped ", t.is_stopped(), " ", self.near(t.time_left))
        if t.name == StringName("Wait"):
            t.wait_time = 0.1
        if t.name == StringName("Once"):
            t.one_shot = False
            t.start()
        if t.name == StringName("Switch"):
            t.process_callback = Timer.TIMER_PROCESS_PHYSICS
        if t.name == StringName("Pause"):
            t.paused = True
            print_("  paused ", t.is_stopped(), " ", self.near(t.time_left))
        if t.name == StringName("Auto"):
            t.one_shot = True

    async def frames(self, n: Any) -> None:
        for _i in range(n):
            await self.get_tree().process_frame

    async def _ready(self) -> None:
        a = self.make("Restart", 0.05)
        a.start()
        await self.frames(12)
        a.stop()
        print_("stop")
        b = self.make("Stop", 0.05)
        b.start()
        await self.frames(8)
        print_("wait")
        c = self.make("Wait", 0.05)
        c.start()
        await self.frames(20)
        c.stop()
        print_("once")
        d = self.make("Once", 0.05, True)
        d.start()
        await self.frames(12)
        d.stop()
        print_("switch")
        e = self.make("Switch", 0.05)
        e.start()
        await self.frames(12)
        e.stop()
        print_("pause")
        f = self.make("Pause", 0.05)
        f.start()
        await self.frames(8)
        f.paused = False
        print_("  on ", self.near(f.time_left))
        await self.frames(6)
        f.start()
        print_(
            "  started while paused ",
            f.paused,
            " ",
            self.near(f.time_left),
            " ",
            f.is_processing_internal(),
        )
        f.stop()
        f.paused = False
        print_("auto")
        g = Timer()
        g.name = "Auto"
        g.autostart = True
        g.wait_time = 0.05
        g.timeout.connect(Callable(self.on_timeout).bind(g))
        self.add_child(g)
        print_("  ", g.autostart, " ", self.near(g.time_left), " ", g.is_processing_internal())
        await self.frames(10)
        self.remove_child(g)
        print_("  out ", self.near(g.time_left), " ", g.is_stopped())
        g.start()
        self.add_child(g)
        print_("  in ", self.near(g.time_left), " ", g.autostart)
        print_("short")
        h = self.make("Short", 0.001)
        h.start()
        await self.frames(3)
        h.stop()
        h.wait_time = 0.0
        h.wait_time = -1.0
        h.start(0.0)
        print_("  ", h.wait_time, " ", self.near(h.time_left))
        h.start(-5.0)
        print_("  ", h.wait_time)
        h.stop()
        print_("removed while running")
        i = self.make("Out", 0.1)
        i.start()
        await self.frames(3)
        self.remove_child(i)
        await self.frames(5)
        print_("  ", self.near(i.time_left) > 30)
        self.add_child(i)
        await self.frames(5)
        print_("  ", i.is_stopped())
        i.process_mode = Node.PROCESS_MODE_DISABLED
        await self.frames(9)
        print_("scale")
        Engine.time_scale = 2.0
        i.process_mode = Node.PROCESS_MODE_INHERIT
        await self.frames(7)
        i.ignore_time_scale = True
        await self.frames(7)
        Engine.time_scale = 0.0
        await self.frames(7)
        self.get_tree().quit()
