"""SceneTreeTimers from different places, changes of time_left, time scale and pauses."""

from __future__ import annotations

from typing import Any

from engine import Callable, Engine, Node, print_, str_


class Main(Node):
    def __init__(self) -> None:
        super().__init__()
        self.frame = 0

    def near(self, x: Any) -> Any:
        return int(x * 1000.0 + 0.5)

    def say(self, what: Any) -> None:
        print_("  ", self.frame, " ", what, " ", Engine.is_in_physics_frame())

    def again(self, n: Any) -> None:
        self.say("again " + str_(n))
        if n > 0:
            self.get_tree().create_timer(0.0).timeout.connect(Callable(self.again).bind(n - 1))

    def _process(self, _delta: Any) -> None:
        self.frame += 1
        if self.frame == 3:
            self.get_tree().create_timer(0.02).timeout.connect(
                Callable(self.say).bind("made in process")
            )
            self.get_tree().create_timer(0.02, True, True).timeout.connect(
                Callable(self.say).bind("physics, made in process")
            )

    def _physics_process(self, _delta: Any) -> None:
        if self.frame == 4:
            self.get_tree().create_timer(0.02).timeout.connect(
                Callable(self.say).bind("made in physics")
            )
            self.get_tree().create_timer(0.02, True, True).timeout.connect(
                Callable(self.say).bind("physics, made in physics")
            )

    def moves(self, t: Any) -> None:
        self.say("moves the other")
        t.time_left = 0.0

    async def frames(self, n: Any) -> None:
        for _i in range(n):
            await self.get_tree().process_frame

    async def _ready(self) -> None:
        t = self.get_tree()
        t.create_timer(0.0).timeout.connect(Callable(self.say).bind("zero"))
        t.create_timer(-1.0).timeout.connect(Callable(self.say).bind("negative"))
        t.create_timer(0.0, True, True).timeout.connect(Callable(self.say).bind("zero physics"))
        self.again(3)
        await self.frames(10)
        print_("moving")
        far = t.create_timer(10.0)
        far.timeout.connect(Callable(self.say).bind("far"))
        t.create_timer(0.02).timeout.connect(Callable(self.moves).bind(far))
        later = t.create_timer(0.02)
        later.timeout.connect(Callable(self.say).bind("later"))
        later.time_left = 0.06
        print_("  ", self.near(later.time_left), " ", self.near(far.time_left))
        await self.frames(6)
        print_("  ", self.near(later.time_left), " ", self.near(far.time_left))
        print_("over")
        far.time_left = 0.02
        await self.frames(4)
        print_("  ", self.near(far.time_left))
        print_("same end")
        one = t.create_timer(0.05)
        two = t.create_timer(0.05)
        two.timeout.connect(Callable(self.say).bind("two"))
        one.timeout.connect(Callable(self.say).bind("one"))
        t.create_timer(0.04).timeout.connect(Callable(self.say).bind("earlier"))
        t.create_timer(0.05, True, True).timeout.connect(Callable(self.say).bind("in physics"))
        await self.frames(6)
        print_("scale")
        Engine.time_scale = 0.5
        t.create_timer(0.05).timeout.connect(Callable(self.say).bind("scaled"))
        t.create_timer(0.05, True, False, True).timeout.connect(Callable(self.say).bind("unscaled"))
        t.create_timer(0.05, True, True).timeout.connect(Callable(self.say).bind("scaled physics"))
        t.create_timer(0.05, True, True, True).timeout.connect(
            Callable(self.say).bind("unscaled physics")
        )
        await self.frames(9)
        Engine.time_scale = 1.0
        print_("paused")
        self.process_mode = Node.PROCESS_MODE_ALWAYS
        t.paused = True
        t.create_timer(0.02).timeout.connect(Callable(self.say).bind("always"))
        t.create_timer(0.02, False).timeout.connect(Callable(self.say).bind("not always"))
        t.create_timer(0.02, False, True).timeout.connect(
            Callable(self.say).bind("not always, physics")
        )
        await self.frames(4)
        t.paused = False
        await self.frames(4)
        print_("two waiters")
        shared = t.create_timer(0.01)
        shared.timeout.connect(Callable(self.say).bind("first"))
        shared.timeout.connect(Callable(self.say).bind("second"), self.CONNECT_DEFERRED)
        await shared.timeout
        self.say("awaited")
        await t.create_timer(0.0).timeout
        self.say("awaited zero")
        await t.create_timer(0.0).timeout
        self.say("awaited zero again")
        t.quit()
