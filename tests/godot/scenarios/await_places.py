"""await in _enter_tree, _exit_tree, _process, tree signals, tweens, paused trees, with process_frame order."""

from __future__ import annotations

from typing import Any

from engine import Callable, Engine, Node, Timer, print_


class W(Node):
    def __init__(self) -> None:
        super().__init__()
        self.n = 0

    async def _enter_tree(self) -> None:
        print_("  enter ", self.name)
        await self.get_tree().process_frame
        print_("  enter ", self.name, " later, inside ", self.is_inside_tree())

    async def _ready(self) -> None:
        print_("  ready ", self.name)
        await self.tree_exiting
        print_("  tree_exiting seen by ", self.name, " inside ", self.is_inside_tree())
        await self.tree_exited
        print_("  tree_exited seen by ", self.name, " inside ", self.is_inside_tree())

    async def _exit_tree(self) -> None:
        print_("  exit ", self.name)
        await self.get_parent().get_tree().process_frame
        print_("  exit ", self.name, " later, inside ", self.is_inside_tree())


class Main(Node):
    async def tick(self, label: Any) -> None:
        for i in range(3):
            await self.get_tree().process_frame
            print_("  ", label, " ", i)

    async def phys(self, label: Any) -> None:
        for i in range(2):
            await self.get_tree().physics_frame
            print_("  ", label, " ", i)

    def listener(self, label: Any) -> None:
        print_("  listener ", label)

    async def waits_for(self, t: Any, label: Any) -> None:
        await t.timeout
        print_("  timeout for ", label)
        await t.timeout
        print_("  timeout again for ", label)

    async def nested(self, n: Any) -> Any:
        print_("  nested ", n)
        if n > 0:
            await self.nested(n - 1)
            await self.get_tree().process_frame
        print_("  nested ", n, " done")
        return n * 2

    async def _ready(self) -> None:
        print_("order")
        self.get_tree().process_frame.connect(Callable(self.listener).bind(1))
        self.tick("a")
        self.get_tree().process_frame.connect(Callable(self.listener).bind(2))
        self.tick("b")
        self.phys("p")
        await self.get_tree().process_frame
        print_("  main")
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        self.get_tree().process_frame.disconnect(self.listener)
        print_("places")
        w = W()
        w.name = "W"
        self.add_child(w)
        await self.get_tree().process_frame
        await self.get_tree().process_frame
        self.remove_child(w)
        print_("removed")
        await self.get_tree().process_frame
        print_("frame")
        self.add_child(w)
        await self.get_tree().process_frame
        w.free()
        print_("freed")
        await self.get_tree().process_frame
        print_("nested")
        print_(await self.nested(2))
        print_("timer")
        t = Timer()
        t.wait_time = 0.03
        self.add_child(t)
        self.waits_for(t, "x")
        self.waits_for(t, "y")
        t.start()
        await t.timeout
        print_("  timeout for main")
        self.get_tree().paused = True
        self.process_mode = Node.PROCESS_MODE_PAUSABLE
        s = self.get_tree().create_timer(0.05)
        await s.timeout
        print_("  paused, ", t.is_stopped(), " ", t.time_left > 0.0)
        self.get_tree().paused = False
        await t.timeout
        print_("  timeout for main")
        await self.get_tree().process_frame
        print_("tween")
        tw = self.create_tween()
        tw.tween_interval(0.03)
        tw.tween_callback(Callable(self.listener).bind("tween"))
        await tw.finished
        print_("  finished ", tw.is_valid(), " ", tw.is_running())
        await self.get_tree().create_timer(0.02, True, True).timeout
        print_("  physics timer ", Engine.is_in_physics_frame())
        self.get_tree().quit()
