"""Deltas, frame counters and the time scale, changed during a frame."""

# As the program says it in GDScript.
# ruff: noqa: E741
from __future__ import annotations

from typing import Any

from engine import Engine, Node, print_


class L(Node):
    def _process(self, delta: Any) -> None:
        print_(
            "    ",
            self.name,
            " ",
            int(delta * 100000.0 + 0.5),
            " ",
            int(self.get_process_delta_time() * 100000.0 + 0.5),
            " ",
            Engine.get_process_frames(),
            " ",
            Engine.get_physics_frames(),
            " ",
            Engine.is_in_physics_frame(),
            " ",
            self.get_tree().get_frame(),
        )

    def _physics_process(self, delta: Any) -> None:
        print_(
            "    ",
            self.name,
            " phys ",
            int(delta * 100000.0 + 0.5),
            " ",
            int(self.get_physics_process_delta_time() * 100000.0 + 0.5),
            " ",
            int(self.get_process_delta_time() * 100000.0 + 0.5),
            " ",
            Engine.get_process_frames(),
            " ",
            Engine.get_physics_frames(),
            " ",
            Engine.is_in_physics_frame(),
            " ",
            self.get_tree().get_frame(),
        )


class Sets(Node):
    def __init__(self) -> None:
        super().__init__()
        self.scale = 0.0
        self.ticks = 0

    def _process(self, _delta: Any) -> None:
        if self.scale > 0.0:
            Engine.time_scale = self.scale
            self.scale = 0.0
        if self.ticks > 0:
            Engine.physics_ticks_per_second = self.ticks
            self.ticks = 0


class Main(Node):
    async def frames(self, what: Any, n: Any) -> None:
        print_(what)
        for _i in range(n):
            await self.get_tree().process_frame
            print_("  --")

    async def _ready(self) -> None:
        print_(
            int(self.get_process_delta_time() * 100000.0),
            " ",
            Engine.get_process_frames(),
            " ",
            Engine.get_physics_frames(),
            " ",
            self.get_tree().get_frame(),
        )
        s = Sets()
        self.add_child(s)
        l = L()
        l.name = "L"
        self.add_child(l)
        await self.frames("plain", 2)
        s.scale = 0.5
        await self.frames("half", 3)
        s.scale = 3.0
        await self.frames("triple", 3)
        Engine.time_scale = 1.0
        s.ticks = 30
        await self.frames("30 ticks", 5)
        s.ticks = 120
        await self.frames("120 ticks", 3)
        Engine.max_physics_steps_per_frame = 1
        await self.frames("one step at most", 3)
        Engine.time_scale = 0.0
        await self.frames("no time", 2)
        self.get_tree().quit()
