"""`Engine`: rates, counters and singletons of the process."""

from __future__ import annotations

from typing import Any

from engine.core.object import Object


class EngineSingleton(Object):
    """Settings of the loop, and what it counts. There is one, `Engine`."""

    _class_name = "Engine"

    def __init__(self) -> None:
        self.physics_ticks_per_second = 60
        self.max_physics_steps_per_frame = 8
        self.max_fps = 0
        self.time_scale = 1.0
        self.physics_jitter_fix = 0.5
        self.print_error_messages = True
        self.print_to_stdout = True
        self._process_frames = 0
        self._physics_frames = 0
        self._in_physics = False
        self._interpolation_fraction = 0.0
        self._main_loop: Any = None

    def get_process_frames(self) -> int:
        return self._process_frames

    def get_physics_frames(self) -> int:
        return self._physics_frames

    def is_in_physics_frame(self) -> bool:
        return self._in_physics

    def get_main_loop(self) -> Any:
        return self._main_loop


Engine = EngineSingleton()
