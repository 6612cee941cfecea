"""Timers: autostart and re-entering, freed in their timeout, awaits, physics ones, order among nodes."""

from __future__ import annotations

from typing import Any

from engine import Callable, Node, Timer, is_instance_valid, print_


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.frame = 0

    def near(self, x: Any) -> Any:
        return int(x * 1000.0 + 0.5)

    def say(self, what: Any) -> None:
        print_("  ", self.frame, " ", what)

    def _process(self, _delta: Any) -> None:
        self.frame += 1

    def make(self, label: Any, time: Any) -> Any:
        t = Timer()
        t.name = label
        t.wait_time = time
        t.timeout.connect(Callable(self.say).bind(label))
        return t

    async def frames(self, n: Any) -> None:
        for _i in range(n):
            await self.get_tree().process_frame

    def frees(self, t: Any) -> None:
        self.say("frees")
        t.queue_free()
        t.stop()

    def removes(self, t: Any) -> None:
        self.say("removes")
        self.remove_child(t)
        print_("  left ", self.near(t.time_left), " ", t.is_stopped())

    def again_now(self, t: Any) -> None:
        self.say("emits")
        if self.frame < 100:
            t.timeout.emit()

    async def _ready(self) -> None:
        print_("autostart")
        a = self.make("A", 0.05)
        a.autostart = True
        print_("  ", a.is_stopped(), " ", a.autostart)
        self.add_child(a)
        print_("  ", a.is_stopped(), " ", a.autostart)
        await self.frames(4)
        self.remove_child(a)
        left = self.near(a.time_left)
        await self.frames(4)
        print_("  same ", left == self.near(a.time_left))
        self.add_child(a)
        await self.frames(4)
        a.stop()
        a.autostart = True
        print_("  set inside ", a.is_stopped())
        await self.frames(4)
        self.remove_child(a)
        self.add_child(a)
        print_("  re-entered ", a.is_stopped())
        a.request_ready()
        self.remove_child(a)
        self.add_child(a)
        print_("  ready again ", a.is_stopped(), " ", a.autostart)
        a.free()
        print_("freed by its own timeout")
        b = self.make("B", 0.02)
        b.timeout.connect(Callable(self.frees).bind(b))
        b.timeout.connect(Callable(self.say).bind("after"))
        self.add_child(b)
        b.start()
        await self.frames(4)
        print_("  ", is_instance_valid(b))
        print_("removed by its own timeout")
        c = self.make("C", 0.02)
        c.timeout.connect(Callable(self.removes).bind(c))
        self.add_child(c)
        c.start()
        await self.frames(4)
        self.add_child(c)
        await self.frames(3)
        print_("  ", c.get_parent())
        c.free()
        print_("several in a frame")
        d = self.make("D", 0.02)
        e = self.make("E", 0.02)
        f = self.make("F", 0.02)
        f.process_callback = Timer.TIMER_PROCESS_PHYSICS
        e.one_shot = True
        self.add_child(d)
        self.add_child(e)
        self.add_child(f)
        e.start()
        d.start()
        f.start()
        self.move_child(e, 0)
        await self.frames(4)
        print_("  ", d.is_stopped(), e.is_stopped(), f.is_stopped(), " ", self.near(e.time_left))
        e.start(0.03)
        print_("  wait ", e.wait_time, " ", e.one_shot)
        await e.timeout
        self.say("awaited")
        d.paused = True
        e.paused = True
        e.start()
        print_("  ", d.is_stopped(), e.is_stopped(), self.near(e.time_left), d.paused)
        f.process_callback = Timer.TIMER_PROCESS_IDLE
        await self.frames(3)
        print_("  ", self.near(e.time_left))
        e.paused = False
        d.stop()
        d.paused = False
        await self.frames(4)
        print_("duplicated while running")
        g = f.duplicate()
        print_(
            "  ",
            g.is_stopped(),
            " ",
            g.wait_time,
            " ",
            g.process_callback,
            " ",
            g.timeout.has_connections(),
        )
        g.free()
        f.stop()
        f.one_shot = True
        f.timeout.connect(Callable(self.again_now).bind(f), self.CONNECT_ONE_SHOT)
        f.start()
        await self.frames(3)
        f.wait_time = 0.5
        f.start(0.02)
        f.start(-1)
        print_("  ", f.wait_time, " ", self.near(f.time_left))
        self.get_tree().quit()
